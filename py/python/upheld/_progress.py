"""How far it has got: a bar in notebooks and terminals."""

import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from time import monotonic

_DELAY = 0.5
"""What takes less seconds than this needs no bar."""


@contextmanager
def progress_bar(total: int, what: str, wanted: bool) -> Iterator[Callable[[int], object]]:
    """Gives a function that is told how many more are done."""
    if not wanted or not _somebody_looks():
        yield lambda _more: None
        return
    try:
        tqdm = import_module("tqdm.auto").tqdm
    except ImportError:
        with _line(total, what) as tick:
            yield tick
        return
    with warnings.catch_warnings():
        # In a notebook without widgets tqdm warns, and shows a bar of letters.
        warnings.simplefilter("ignore")
        bar = tqdm(total=total, unit=f" {what}", delay=_DELAY)
    with bar:
        yield bar.update


@contextmanager
def _line(total: int, what: str) -> Iterator[Callable[[int], object]]:
    """One line that is written over, for where tqdm is not installed."""
    begin, done, shown = monotonic(), 0, False

    def tick(more: int) -> None:
        nonlocal done, shown
        done += more
        if monotonic() - begin > _DELAY:
            shown = True
            print(f"\r{done} of {total} {what}", end="", file=sys.stderr, flush=True)

    try:
        yield tick
    finally:
        if shown:
            print(file=sys.stderr)


def _somebody_looks() -> bool:
    """Whether the output goes to a terminal or a notebook."""
    return sys.stderr.isatty() or "ipykernel" in sys.modules
