"""The text of PDF documents, by pypdfium2, which the extra `pdf` installs."""

from pathlib import Path
from threading import Lock

from .errors import SourceError

_LOCK = Lock()
"""PDFium is not made for several threads."""


def text(path: Path) -> str:
    """The text of a PDF document, a form feed between its pages.

    Raises `SourceError` where pypdfium2 is not installed, for a document that cannot be opened, and for one whose
    pages are pictures without text.
    """
    try:
        import pypdfium2  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        raise SourceError(
            f"{path}: this is a PDF document; `pip install upheld[pdf]` installs what takes its text out", str(path)
        ) from None
    with _LOCK:
        try:
            with pypdfium2.PdfDocument(path) as document:
                pages = [page.get_textpage().get_text_bounded() for page in document]
        except pypdfium2.PdfiumError as error:
            raise SourceError(f"{path}: this PDF document cannot be opened: {error}", str(path)) from error
    if not any(page.strip() for page in pages):
        raise SourceError(
            f"{path}: the pages of this PDF document are pictures without text; recognise their text (OCR) first",
            str(path),
        )
    return "\f".join(pages)
