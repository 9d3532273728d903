#!/usr/bin/env python3
"""Checks what is published of the Python package: the archive of its sources, and the wheel that is built from it.

The archive is unpacked outside the repository and built there, so that nothing can come from beside it; the wheel is
installed into a virtual environment of its own, and reads a decision there. `maturin`, `pip` and the crates come from where
they always do. The build is not optimised: it proves that there is all that a build needs, and nothing about speed.
"""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
DECISION = ROOT / "examples" / "decisions" / "22-008-265.txt"

IN_ARCHIVE = {
    "PKG-INFO",
    "pyproject.toml",
    "README.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "Cargo.toml",
    "Cargo.lock",
    "core/rules/standard.rules",
    "grammar/decision.pest",
}
IN_WHEEL = {"upheld/py.typed", "upheld/_upheld.pyi", "upheld/__init__.py", "upheld/pytest_plugin.py", "_upheld_pytest.py"}
LICENCES = ("LICENSE-APACHE", "LICENSE-MIT")
ABI = "cp311-abi3"
"""One wheel is for Python 3.11 and all later versions."""


def main() -> None:
    with TemporaryDirectory(prefix="upheld-package-") as folder:
        check(Path(folder))
    print("the archive of the sources builds, and its wheel works")


def check(folder: Path) -> None:
    python = environment(folder / "build", "maturin>=1.16,<2")
    run(python, "-m", "maturin", "sdist", "--manifest-path", ROOT / "py" / "Cargo.toml", "--out", folder)
    archive = only(folder.glob("*.tar.gz"))
    shutil.unpack_archive(archive, folder)
    sources = folder / archive.name.removesuffix(".tar.gz")
    contains(archive, {str(path.relative_to(sources).as_posix()) for path in sources.rglob("*")}, IN_ARCHIVE)

    # Cargo goes by times, and those in the archive are of long ago: it would take what it built of the repository for this.
    for path in sources.rglob("*"):
        path.touch()
    # Unless it is told otherwise, the build would not know of the crates that are built already.
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
    settings = {"CARGO_TARGET_DIR": str(target), "MATURIN_PEP517_ARGS": "--profile=dev --strip"}
    run(python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, sources, cwd=folder, settings=settings)
    wheel = only(folder.glob("*.whl"))
    if f"-{ABI}-" not in wheel.name:
        sys.exit(f"{wheel.name} is not for {ABI}")
    licences = {f"{sources.name}.dist-info/licenses/{name}" for name in LICENCES}
    contains(wheel, set(zipfile.ZipFile(wheel).namelist()), IN_WHEEL | licences)

    installed = environment(folder / "use", wheel)
    said = f"import upheld; assert upheld.read({str(DECISION)!r}).triage.outcome == 'upheld.remedied'"
    run(installed, "-c", said, cwd=folder)


def environment(folder: Path, package: str | Path) -> Path:
    """The interpreter of a new virtual environment with a package."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package)
    return python


def contains(archive: Path, names: set[str], wanted: set[str]) -> None:
    missing = sorted(wanted - names)
    if missing:
        sys.exit(f"{archive.name} lacks {', '.join(missing)}")


def only(paths: Iterator[Path]) -> Path:
    found = list(paths)
    if len(found) != 1:
        sys.exit(f"one file was to come of it, and there are {len(found)}")
    return found[0]


def run(*command: str | Path, cwd: Path = ROOT, settings: dict[str, str] | None = None) -> None:
    """Runs a command; ends with its exit status if it fails."""
    words = [str(word) for word in command]
    print("$", *words, flush=True)
    status = subprocess.run(words, cwd=cwd, env={**os.environ, **(settings or {})}, check=False).returncode
    if status != 0:
        sys.exit(status)


if __name__ == "__main__":
    main()
