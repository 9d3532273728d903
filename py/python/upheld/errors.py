"""What can go wrong. All exceptions of the package are `UpheldError`."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["ReadFailure", "RuleError", "RuleProblem", "SourceError", "UpheldError"]


class UpheldError(Exception):
    """Anything that the package itself refuses.

    Files that cannot be read raise `OSError` and its subclasses, and arguments of a wrong type `TypeError`, as
    everywhere in Python.
    """


class SourceError(UpheldError, ValueError):
    """What was given is no text: another kind of file, one that is too large, a page nested too deep, a PDF without text."""

    message: str
    """What is wrong, and what would be right."""

    path: str | None
    """The file; `None` for a text that was given to `parse`."""

    def __init__(self, message: str, path: str | None = None) -> None:
        super().__init__(message, path)
        self.message = message
        self.path = path

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True)
class ReadFailure:
    """Something of a batch that could not be read. `str(failure)` says what and why."""

    index: int
    """Its place among all that was to be read, from 0."""

    source: str
    """The file, or what the text is called."""

    error: Exception
    """Why: an `OSError`, a `SourceError`, or a `TypeError` or `UnicodeError` for what is no text."""

    def __str__(self) -> str:
        told = getattr(self.error, "path", None) or getattr(self.error, "filename", None)
        return str(self.error) if told == self.source else f"{self.source}: {self.error}"


@dataclass(frozen=True)
class RuleProblem:
    """Something wrong with a rule book, and where. `str(problem)` shows the line with a mark below the place."""

    severity: Literal["error", "warning"]
    """`error`: the book cannot be used; `warning`: part of it does nothing."""

    book: str
    """The file of the book, or the name that it was parsed under."""

    line: int
    """The line, from 1."""

    column: int
    """The column in code points, from 1."""

    message: str
    """What is wrong, and what would be right."""

    shown: str
    """The problem with its place, the line and a mark below the place."""

    def __str__(self) -> str:
        return self.shown


class RuleError(UpheldError, ValueError):
    """Mistakes in a rule book, and where the first one is. `str(error)` shows each line with a mark below the place."""

    book: str
    """The file of the book, or the name that it was parsed under."""

    line: int
    """The line, from 1."""

    column: int
    """The column in code points, from 1."""

    message: str
    """What is wrong, and what would be right."""

    problems: tuple[RuleProblem, ...]
    """All mistakes, the first one in front."""

    def __init__(
        self,
        book: str,
        line: int,
        column: int,
        message: str,
        shown: str | None = None,
        problems: tuple[RuleProblem, ...] = (),
    ) -> None:
        super().__init__(book, line, column, message, shown, problems)
        self.book = book
        self.line = line
        self.column = column
        self.message = message
        self.problems = problems
        self._shown = shown

    def __str__(self) -> str:
        return self._shown or f"{self.book}:{self.line}:{self.column}: {self.message}"
