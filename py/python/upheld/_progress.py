"""How far it has got: a bar in notebooks and terminals."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from time import monotonic
from typing import Any

_DELAY = 0.5
"""What takes less seconds than this needs no bar."""


@contextmanager
def progress_bar(total: int, what: str, wanted: bool) -> Iterator[Callable[[int], object]]:
    """Gives a function that is told how many more are done."""
    if not wanted or not _somebody_looks():
        yield lambda _more: None
        return
    tqdm = _tqdm()
    if tqdm is None:
        with _line(total, what) as tick:
            yield tick
    else:
        with tqdm(total=total, unit=f" {what}", delay=_DELAY) as bar:
            yield bar.update


def _tqdm() -> Any:
    """The bar of tqdm: one of widgets in a notebook that has them, for `tqdm.auto` warns where it has not."""
    try:
        import_module("ipywidgets")
        return import_module("tqdm.auto").tqdm
    except ImportError:
        pass
    try:
        return import_module("tqdm").tqdm
    except ImportError:
        return None


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
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    try:
        return hasattr(shell, "kernel") or sys.stderr.isatty()
    except (AttributeError, ValueError):
        # A program without a window has no stream for errors, and another may have closed its own.
        return False
