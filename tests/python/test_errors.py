"""What is refused, and how."""

import errno
import pickle
from pathlib import Path

import pytest

import upheld


def test_exceptions_are_what_python_expects() -> None:
    for error in (upheld.SourceError, upheld.RuleError):
        assert issubclass(error, upheld.UpheldError)
        assert issubclass(error, ValueError)
    assert not issubclass(upheld.UpheldError, (ValueError, OSError))


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "none’s.txt"
    for read in (upheld.read, upheld.RuleBook.from_file):
        with pytest.raises(FileNotFoundError) as caught:
            read(path)
        assert caught.value.errno == errno.ENOENT
        assert caught.value.filename == str(path)


def test_a_folder(tmp_path: Path) -> None:
    # Windows says of a folder that it may not be opened.
    with pytest.raises((IsADirectoryError, PermissionError)):
        upheld.read(tmp_path)


@pytest.mark.parametrize(
    ("content", "of_decision", "of_book"),
    [
        (b"%PDF-1.7 and so on", "this PDF document cannot be opened", "this is a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", *["this looks like an image (PNG), not like a text"] * 2),
        (b"a\0b\xff", *["this looks like a binary file, not like a text"] * 2),
    ],
)
def test_a_file_that_is_no_text(tmp_path: Path, content: bytes, of_decision: str, of_book: str) -> None:
    path = tmp_path / "decision.txt"
    path.write_bytes(content)
    for read, message in ((upheld.read, of_decision), (upheld.RuleBook.from_file, of_book)):
        with pytest.raises(upheld.SourceError) as caught:
            read(path)
        assert message in str(caught.value)
        assert caught.value.path == str(path)
        assert str(path) in caught.value.message


def test_a_file_in_utf_16(tmp_path: Path) -> None:
    path = tmp_path / "decision.txt"
    path.write_text("The Council’s fault cost £5.", encoding="utf-16")
    assert upheld.read(path).text == "The Council’s fault cost £5."


def test_limits_can_be_raised_and_lowered() -> None:
    with pytest.raises(upheld.SourceError, match="9 bytes are too many; 5 are the most"):
        upheld.parse("The fault", max_bytes=5)
    page = "<body>" + "<div>" * 600 + "It was late."
    with pytest.raises(upheld.SourceError, match="nested deeper than 512"):
        upheld.parse(page)
    assert upheld.parse(page, max_depth=1000).text.strip() == "It was late."


def test_lone_surrogates() -> None:
    with pytest.raises(UnicodeEncodeError, match="surrogates not allowed"):
        upheld.parse("a \ud800 b")
    with pytest.raises(UnicodeEncodeError):
        upheld.RuleBook.parse("own.rules", "\udfff")


@pytest.mark.parametrize("text", [None, 1, b"bytes", ["a list"]])
def test_what_is_not_a_str(text: object) -> None:
    with pytest.raises(TypeError):
        upheld.parse(text)  # type: ignore[arg-type]


def test_arguments_of_a_wrong_kind(porch: upheld.Decision) -> None:
    with pytest.raises(TypeError):
        upheld.read(3)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        upheld.parse("text", rules="own.rules")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        upheld.parse("text", upheld.RuleBook.standard())  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        upheld.parse(text="text")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        porch[0]  # type: ignore[index]
    with pytest.raises(TypeError):
        iter(porch)  # type: ignore[call-overload]
    with pytest.raises(TypeError):
        upheld.Finding()


def test_a_mistake_in_a_rule_book() -> None:
    with pytest.raises(upheld.RuleError) as caught:
        upheld.RuleBook.parse("own.rules", "book own 1\n\ncue mine: fualt\n  - was wrong\n")
    error = caught.value
    assert (error.book, error.line, error.column) == ("own.rules", 3, 11)
    assert "did you mean `fault`?" in error.message
    assert str(error).startswith("own.rules:3:11: ")
    assert "cue mine: fualt" in str(error), "the line is shown"


def test_a_mistake_in_the_file_of_a_rule_book(tmp_path: Path) -> None:
    path = tmp_path / "own.rules"
    path.write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(upheld.RuleError) as caught:
        upheld.RuleBook.from_file(path)
    assert caught.value.book == str(path)


def test_errors_travel_between_processes() -> None:
    source = upheld.SourceError("a.txt: this is no text", "a.txt")
    rule = upheld.RuleError("own.rules", 3, 11, "a mistake")
    for error in (source, rule):
        copy = pickle.loads(pickle.dumps(error))
        assert type(copy) is type(error)
        assert vars(copy) == vars(error)
        assert str(copy) == str(error)
    assert str(rule) == "own.rules:3:11: a mistake"
