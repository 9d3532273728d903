"""Many decisions at once: which files are meant, and how far it has got."""

import glob
import os
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import TypeAlias

from ._progress import progress_bar
from ._upheld import Batch, RuleBook, _parse_many, _read_many
from .errors import SourceError

__all__ = ["parse_many", "read_many"]

Where: TypeAlias = str | PathLike[str]

_SUFFIXES = (".txt", ".html", ".htm", ".pdf")
"""How the names of files end that may be decisions."""

_SNAPSHOT = ".snap.txt"
"""How the name of a snapshot ends, which tells of a decision and is none."""


def read_many(
    paths: Where | Iterable[Where],
    /,
    *,
    workers: int | None = None,
    progress: bool = True,
    rules: RuleBook | None = None,
    max_bytes: int | None = None,
    max_depth: int | None = None,
) -> Batch:
    """Reads the decisions of a folder, of a pattern or of many files, on all processors.

    `paths` is a folder, whose *.txt, *.html, *.htm and *.pdf files and those of the folders in it are read in the order
    of their paths, hidden ones and snapshots (*.snap.txt) left out; a file; a pattern such as `"decisions/2023-*.txt"` or `"**/*.html"`; or several of
    them, in their order. The batch is in that order, whichever was ready first. A file that cannot be read is told in
    `Batch.errors`, and the rest is read.

    `workers` is the number of threads; as many as there are processors unless it is given. `progress` shows a bar in notebooks
    and terminals where it takes longer than a moment, by `tqdm` where it is installed. Other threads run meanwhile, and Ctrl-C
    (`KeyboardInterrupt`) ends it. The other arguments are those of `read`.

    Raises `ValueError` if `workers` is less than 1, `TypeError` for what is no path.

    >>> batch = upheld.read_many("decisions")
    >>> batch.findings.to_pandas()
    """
    found = list(_files(paths))
    with progress_bar(len(found), "decisions", progress) as tick:
        return _read_many(found, tick, rules, workers, max_bytes, max_depth)


def parse_many(
    texts: Iterable[object],
    /,
    *,
    sources: Iterable[object] | None = None,
    workers: int | None = None,
    progress: bool = True,
    rules: RuleBook | None = None,
    max_bytes: int | None = None,
    max_depth: int | None = None,
) -> Batch:
    """Reads decisions from their texts, on all processors: a list, a column of a data frame, anything that gives strings.

    `sources` are what the decisions are called in tables and errors, their references for one; without them each has the
    number of its place in `texts`, from 0. What is no text (a missing value, for one) is told in `Batch.errors`, and the rest
    is read. All else is as in `read_many` and `parse`.

    Raises `ValueError` if there are not as many sources as texts, or `workers` is less than 1.

    >>> batch = upheld.parse_many(frame["text"], sources=frame["reference"])
    """
    if isinstance(texts, str):
        raise TypeError("`texts` is one string; `parse` reads one decision, `parse_many` takes a list of them")
    if isinstance(texts, Mapping) or hasattr(texts, "columns"):
        raise TypeError("`texts` has names and texts; give the texts alone, the column of a data frame for one")
    given = list(texts)
    names = [str(number) for number in range(len(given))] if sources is None else [_name(source) for source in sources]
    if len(names) != len(given):
        raise ValueError(f"there are {len(given)} texts and {len(names)} sources; each text needs one")
    with progress_bar(len(given), "decisions", progress) as tick:
        return _parse_many(given, names, tick, rules, workers, max_bytes, max_depth)


def _name(source: object) -> str:
    """What a text is called. Half a character cannot be a name."""
    return str(source).encode("utf-8", "replace").decode("utf-8")


def _files(paths: Where | Iterable[Where]) -> Iterator[tuple[str, Exception | None]]:
    """The files that are meant, in order; with an error where none is found."""
    if not isinstance(paths, (str, PathLike)):
        if not isinstance(paths, Iterable):
            _checked(paths)
        for path in paths:
            yield from _files(_checked(path))
        return
    path = os.fspath(paths)
    if os.path.isdir(path):
        yield from _files_of(path)
    elif glob.has_magic(path) and not os.path.exists(path):
        found = sorted(match for match in glob.glob(path, recursive=True) if _may_be_meant(match))
        for match in found:
            yield match, None
        if not found:
            yield path, SourceError(f"{path}: no file has a name like this", path)
    else:
        error = _unspeakable(path)
        yield (_name(path) if error else path), error


def _may_be_meant(match: str) -> bool:
    return not os.path.isdir(match) and not match.lower().endswith(_SNAPSHOT)


def _unspeakable(path: str) -> UnicodeError | None:
    """Why no file can have this name, if none can."""
    try:
        os.fsencode(path)
    except UnicodeError as error:
        return error
    return None


def _checked(path: object) -> Where:
    if isinstance(path, (str, PathLike)):
        return path
    raise TypeError(f"a path is a string or a Path, not {type(path).__name__}: {path!r}")


def _files_of(folder: str) -> Iterator[tuple[str, Exception | None]]:
    """The decisions of a folder and of the folders in it."""
    unreadable: list[OSError] = []
    found: list[Path] = []
    for here, below, names in os.walk(folder, onerror=unreadable.append):
        below[:] = [name for name in below if not name.startswith(".")]
        visible = (Path(here, name) for name in names if not name.startswith("."))
        found.extend(path for path in visible if path.name.lower().endswith(_SUFFIXES) and _may_be_meant(path.name))
    for path in sorted(found):
        yield str(path), None
    for error in unreadable:
        yield str(error.filename), error
    if not found and not unreadable:
        known = ", ".join(sorted(_SUFFIXES))
        yield folder, SourceError(f"{folder}: there is no decision in this folder: no file ends in {known}", folder)
