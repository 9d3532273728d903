"""Decisions as tests of pytest: what is read of each is compared with the snapshot kept beside it.

In `pyproject.toml`:

    [tool.pytest.ini_options]
    upheld_decisions = ["tests/cases"]   # folders, relative to this file
    upheld_rules = "own.rules"           # if they are read by a rule book of your own

Each text, web page and PDF below these folders is a test: `21-003-813.txt` with the snapshot `21-003-813.snap.txt`,
and `21-003-813.html` with `21-003-813.html.snap.txt`. `pytest --upheld-update` writes the snapshots that are new or
changed and removes those whose decision is gone, which fail otherwise. `docs/snapshots.md` of the project tells more.
"""

from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from _pytest._code.code import TerminalRepr
from _pytest._io import TerminalWriter
from _pytest.terminal import TerminalReporter

import upheld

Block = tuple[str, ...]
"""A block of a snapshot: the lines that tell of one thing."""

__all__ = ["Decisions", "changed_blocks", "snapshot_of"]

SNAPSHOT = ".snap.txt"
ENDS = (".txt", ".html", ".htm", ".pdf")
STATE = "upheld_snapshot"
"""The property of a test that says what became of its snapshot. It survives the way from one process to another."""


class Decisions:
    """The decisions that are tests, as a plugin of pytest."""

    def __init__(self, folders: Sequence[Path], *, rules: Path | None = None, update: bool = False) -> None:
        self.folders = folders
        self.update = update
        self._rules = rules

    @cached_property
    def rules(self) -> upheld.RuleBook | None:
        """The rule book, read when the first decision is."""
        return upheld.RuleBook.from_file(self._rules) if self._rules else None

    @pytest.hookimpl(wrapper=True)
    def pytest_collect_file(
        self, file_path: Path, parent: pytest.Collector
    ) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
        # pytest takes any text that is named on its command line for a page with doctests, too.
        collected = yield
        if not self._cover(file_path):
            return collected
        return [DecisionFile.from_parent(parent, path=file_path, decisions=self)]

    def pytest_ignore_collect(self, collection_path: Path) -> bool | None:
        # pytest does not look into folders of some names, `build` for one, unless they are asked for.
        asked = any(folder.is_relative_to(collection_path) for folder in self.folders)
        return False if asked and collection_path.is_dir() else None

    def pytest_terminal_summary(self, terminalreporter: TerminalReporter) -> None:
        reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
        states = Counter(value for report in reports for name, value in report.user_properties if name == STATE)
        if states:
            counts = ", ".join(f"{count} {state}" for state, count in sorted(states.items(), key=str))
            advice = "" if self.update else "; `pytest --upheld-update` keeps what is read now"
            terminalreporter.write_line(f"upheld: snapshots: {counts}{advice}")

    def _cover(self, file: Path) -> bool:
        """Whether a file is a decision or a snapshot of these folders. Hidden ones are left out."""
        if not file.name.lower().endswith(ENDS):
            return False
        inside = [file.relative_to(folder) for folder in self.folders if file.is_relative_to(folder)]
        return any(not any(part.startswith(".") for part in path.parts) for path in inside)


class DecisionFile(pytest.File):
    """A decision, or a snapshot, which is a test where its decision is gone."""

    def __init__(self, *, decisions: Decisions, **rest: Any) -> None:
        super().__init__(**rest)
        self.decisions = decisions

    def collect(self) -> Iterator[pytest.Item]:
        if not self.path.name.endswith(SNAPSHOT):
            yield DecisionItem.from_parent(self, name="snapshot", decisions=self.decisions)
        elif not has_decision(self.path):
            yield OrphanItem.from_parent(self, name="decision", decisions=self.decisions)


class SnapshotItem(pytest.Item):
    """A test of a snapshot."""

    def __init__(self, *, decisions: Decisions, **rest: Any) -> None:
        super().__init__(**rest)
        self.decisions = decisions

    def ends(self, state: str) -> None:
        """Notes what became of the snapshot, for the summary."""
        self.user_properties.append((STATE, state))

    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, self.path.name

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str | TerminalRepr:
        # Where in this plugin it was noticed helps nobody.
        if isinstance(excinfo.value, (Mismatch, upheld.UpheldError, OSError)):
            return Difference(str(excinfo.value))
        return super().repr_failure(excinfo, style)


class DecisionItem(SnapshotItem):
    """What is read of a decision is as its snapshot says."""

    def runtest(self) -> None:
        now = upheld.read(self.path, rules=self.decisions.rules).snapshot()
        snapshot = snapshot_of(self.path)
        kept = snapshot.read_text(encoding="utf-8", errors="replace") if snapshot.exists() else None
        if kept is not None and kept.splitlines() == now.splitlines():
            return
        if self.decisions.update:
            snapshot.write_text(now, encoding="utf-8", newline="\n")
            self.ends("written")
        elif kept is None:
            self.ends("missing")
            raise Mismatch(f"there is no {snapshot.name}; `pytest --upheld-update` writes it")
        else:
            self.ends("changed")
            raise Mismatch(changed_blocks(kept, now))


class OrphanItem(SnapshotItem):
    """A snapshot has a decision, which this one has not."""

    def runtest(self) -> None:
        if not self.decisions.update:
            self.ends("without a decision")
            raise Mismatch("the decision of this snapshot is gone; `pytest --upheld-update` removes it")
        self.path.unlink()
        self.ends("removed")


class Mismatch(Exception):
    """A snapshot that is not as it should be, in words."""


class Difference(TerminalRepr):
    """Why a test failed, with what was read before and what is read now in two colours."""

    def __init__(self, text: str) -> None:
        self.text = text

    def toterminal(self, tw: TerminalWriter) -> None:
        for line in self.text.splitlines():
            tw.line(line, red=line.startswith("- "), green=line.startswith("+ "))


def snapshot_of(decision: Path) -> Path:
    """Where the snapshot of a decision is kept: `.snap.txt` replaces `.txt`, and stands behind other endings."""
    return decision.with_name(decision.name.removesuffix(".txt") + SNAPSHOT)


def has_decision(snapshot: Path) -> bool:
    """Whether the decision of a snapshot is there."""
    name = snapshot.name.removesuffix(SNAPSHOT)
    return any(snapshot.with_name(decision).is_file() for decision in (name, f"{name}.txt"))


def changed_blocks(kept: str, now: str) -> str:
    """The blocks in which two snapshots differ, `- ` before what `kept` says and `+ ` before what `now` says."""
    changed: list[str] = []
    for before, after in different_blocks(blocks_of(kept), blocks_of(now)):
        changed.append("\n".join(marked_lines(before, after)))
    return "\n\n".join(changed)


def blocks_of(snapshot: str) -> list[Block]:
    """The blocks of a snapshot, each with its lines."""
    return [tuple(block.splitlines()) for block in "\n".join(snapshot.splitlines()).split("\n\n") if block.strip("\n")]


def different_blocks(kept: Sequence[Block], now: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """The blocks that differ, each beside the one that took its place, or beside none."""
    # Whole blocks are compared first, for lines that stand in every block would be looked at again and again.
    for what, start, end, new_start, new_end in SequenceMatcher(None, kept, now, autojunk=False).get_opcodes():
        if what != "equal":
            yield from zip_longest(kept[start:end], now[new_start:new_end], fillvalue=())


def marked_lines(kept: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    """The lines of two snapshots, those of both once."""
    # Unlike `difflib.ndiff` it does not look for likeness within lines, which takes long for nothing.
    for what, *places in SequenceMatcher(None, kept, now, autojunk=False).get_opcodes():
        start, end, new_start, new_end = places
        if what == "equal":
            yield from (f"  {line}" for line in kept[start:end])
        else:
            yield from (f"- {line}" for line in kept[start:end])
            yield from (f"+ {line}" for line in now[new_start:new_end])
