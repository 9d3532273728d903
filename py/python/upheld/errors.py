"""What can go wrong. All exceptions of the package are `UpheldError`."""

__all__ = ["RuleError", "SourceError", "UpheldError"]


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


class RuleError(UpheldError, ValueError):
    """A mistake in a rule book, and where. `str(error)` shows the line with a mark below the place."""

    book: str
    """The file of the book, or the name that it was parsed under."""

    line: int
    """The line, from 1."""

    column: int
    """The column in code points, from 1."""

    message: str
    """What is wrong, and what would be right."""

    def __init__(self, book: str, line: int, column: int, message: str, shown: str | None = None) -> None:
        super().__init__(book, line, column, message, shown)
        self.book = book
        self.line = line
        self.column = column
        self.message = message
        self._shown = shown

    def __str__(self) -> str:
        return self._shown or f"{self.book}:{self.line}:{self.column}: {self.message}"
