#!/usr/bin/env python3
"""What the border to Python costs: time over that of the library alone, memory of a decision, ten thousand as a frame.

    tests/.venv/bin/python tests/border.py [FOLDER]

FOLDER holds decisions, those of the tests unless it is given. They are repeated with other references. The library alone is
measured by the command `border` of the tests' crate, on the same texts, with as many threads. Frames need polars and pandas.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import upheld

ROOT = Path(__file__).resolve().parent.parent
MANY = 10_000
ROUNDS = 5


def main() -> None:
    """Prints the figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "decisions"
    if sys.argv[2:]:
        part = memory if sys.argv[2] == "memory" else frame
        print(json.dumps(part(repeated(folder), sys.argv[2])))
        return
    texts = repeated(folder)
    size = sum(len(text.encode()) for text in texts)
    print(f"{MANY:,} decisions, {size / MANY / 1000:.1f} kB of text each")
    subprocess.run(["cargo", "build", "--quiet", "--release", "-p", "upheld-tests", "--bin", "border"], cwd=ROOT, check=True)
    for workers in (1, 2):
        alone, python = in_turn(lambda: library(texts, workers), lambda: package(texts, workers))
        over = 100 * (python / alone - 1)
        print(f"{workers} threads: the library alone {alone:.2f} s, parse_many {python:.2f} s: {over:+.1f}%")
    for name in ("memory", "polars", "pandas"):
        # A process of its own, for what was freed before would be taken again, and the peak is that of the process.
        command = [sys.executable, __file__, str(folder), name]
        told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        print(f"{name}: " + ", ".join(f"{what} {value}" for what, value in told.items()))


def repeated(folder: Path) -> list[str]:
    """Many decisions: those of a folder, each time with other references."""
    batch = upheld.read_many(folder, progress=False)
    given = [(decision.text, decision.header.reference) for decision in batch]
    texts = []
    for number in range(MANY):
        text, reference = given[number % len(given)]
        other = f"{number % 100:02} {number // 100 % 1000:03} {number % 1000:03}"
        texts.append(text.replace(reference, other) if reference else text)
    return texts


def in_turn(*measured: Callable[[], float]) -> list[float]:
    """The shortest time of each, taken in turns, so that what else the machine does falls on all."""
    times = [[measure() for measure in measured] for _ in range(ROUNDS)]
    return [min(column) for column in zip(*times, strict=True)]


def library(texts: list[str], workers: int) -> float:
    """Seconds that the library takes."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", suffix=".txt") as file:
        file.write("\0".join(texts))
        file.flush()
        command = [str(ROOT / "target" / "release" / "border"), file.name, str(workers)]
        return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def package(texts: list[str], workers: int) -> float:
    """Seconds that the package takes."""
    begin = time.perf_counter()
    batch = upheld.parse_many(texts, workers=workers, progress=False)
    seconds = time.perf_counter() - begin
    assert len(batch) == len(texts)
    return seconds


def memory(texts: list[str], _name: str) -> dict[str, str]:
    """How much a decision takes beside its text."""
    size = sum(len(text.encode()) for text in texts)
    before = resident()
    batch = upheld.parse_many(texts, progress=False)
    beside = (resident() - before - size) / len(batch)
    return {"beside its text": f"{beside / 1000:.1f} kB a decision"}


def resident() -> int:
    """Bytes of the process that are in memory."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize()


def frame(texts: list[str], library: str) -> dict[str, str]:
    """How long it takes to come from texts to data frames, and the most memory that it takes."""
    given = resident()
    begin = time.perf_counter()
    batch = upheld.parse_many(texts, progress=False)
    read = time.perf_counter()
    for table in (batch.decisions, batch.findings, batch.remedies, batch.grounds, batch.issues):
        len(getattr(table, f"to_{library}")())
    done = time.perf_counter()
    return {
        "read": f"{read - begin:.2f} s",
        "five frames": f"{done - read:.2f} s",
        "peak": f"{peak() / 1e6:.0f} MB (with {given / 1e6:.0f} MB before)",
    }


def peak() -> int:
    """The most bytes of the process that ever were in memory. `getrusage` would count what its parent had."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return 1024 * int(status.split("VmHWM:")[1].split()[0])


if __name__ == "__main__":
    main()
