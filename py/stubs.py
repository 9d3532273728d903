#!/usr/bin/env python3
"""Writes `upheld/_upheld.pyi`, the types of what is written in Rust; with `--check`, only tells whether it is up to date.

PyO3 says of each class and function what Python sees of it, and maturin (`pip install maturin`) writes that down. Two things
it cannot tell yet are added: the names in `__match_args__`, and that an item of a batch is a decision and a slice a batch.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

PY = Path(__file__).resolve().parent
STUB = PY / "python" / "upheld" / "_upheld.pyi"

ITEM = "    def __getitem__(self, index: Any, /) -> Any:\n"
ITEMS = """\
    @overload
    def __getitem__(self, index: SupportsIndex, /) -> Decision: ...
    @overload
    def __getitem__(self, index: slice, /) -> Batch: ...
"""


def generated() -> str:
    """The stub as it should be."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "maturin", "generate-stubs", "--quiet", "--features", "stubs", "--out", folder]
        done = subprocess.run(command, cwd=PY, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(done.stderr)
        stub = Path(folder, "upheld", "_upheld.pyi").read_text(encoding="utf-8")
    for name, names in match_args().items():
        before, inside = stub.split(f"class {name}:\n", 1)
        inside = re.sub(r"__match_args__: Final\[.*?\]\n", f"__match_args__: Final = {names}\n", inside, count=1)
        stub = f"{before}class {name}:\n{inside}"
    before, inside = stub.split(ITEM, 1)
    inside = re.sub(r'\A        """.*?"""\n', "", inside, count=1, flags=re.DOTALL)
    return (before + ITEMS + inside).replace("from typing import ", "from typing import overload, ", 1)


def match_args() -> dict[str, str]:
    """The names that `match` goes by, for each class."""
    pattern = re.compile(r"^impl (\w+) \{\n    #\[classattr\]\n.*\n    const MATCH_ARGS: .* = (\(.*\));$", re.MULTILINE)
    found: dict[str, str] = {}
    for source in sorted((PY / "src").glob("*.rs")):
        found.update(pattern.findall(source.read_text(encoding="utf-8")))
    return found


def main() -> None:
    """Writes the stub, or looks whether it is as it should be."""
    stub = generated()
    if "--check" not in sys.argv:
        STUB.write_text(stub, encoding="utf-8")
    elif STUB.read_text(encoding="utf-8") != stub:
        sys.exit(f"{STUB} is not up to date: run {Path(__file__).name}")


if __name__ == "__main__":
    main()
