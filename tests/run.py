#!/usr/bin/env python3
"""Runs all tests, Rust and Python, from a fresh checkout: Rust and Python 3.11 or later are all it needs.

The Python package is installed into a virtual environment of its own, `tests/.venv`, and tested as installed.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / "tests" / ".venv"


def run(*command: str | Path) -> None:
    """Runs a command in the project's folder; ends with its exit status if it fails."""
    words = [str(word) for word in command]
    print("$", *words, flush=True)
    status = subprocess.run(words, cwd=ROOT, check=False).returncode
    if status != 0:
        sys.exit(status)


def main() -> None:
    if sys.version_info < (3, 11):
        sys.exit(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}")
    run("cargo", "test", "--workspace", "--exclude", "upheld-py", "--all-features")
    if not VENV.exists():
        venv.create(VENV, with_pip=True)
    python = VENV / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "./py[test]")
    run(python, "-m", "pytest", "-q", "tests/python")


if __name__ == "__main__":
    main()
