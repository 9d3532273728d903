"""Many decisions at once: order, errors, slices, interruption."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import upheld

TEXT = "Final decision\n\n  1. There was fault by the Council.\n"


@pytest.fixture
def folder(tmp_path: Path, decisions: Path) -> Path:
    """A folder with decisions, one of them further down, and what is none."""
    upheld_text = (decisions / "upheld.txt").read_bytes()
    (tmp_path / "b.txt").write_bytes(upheld_text)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "c.TXT").write_bytes((decisions / "closed.txt").read_bytes())
    (tmp_path / "d.html").write_bytes(b"PK\x03\x04 an archive")
    (tmp_path / ".hidden.txt").write_bytes(upheld_text)
    (tmp_path / "b.snap.txt").write_text(upheld.read(tmp_path / "b.txt").snapshot(), encoding="utf-8")
    (tmp_path / "notes.md").write_text("no decision", encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_in_the_order_of_its_paths(folder: Path) -> None:
    batch = upheld.read_many(folder, progress=False)
    assert [Path(decision.source).name for decision in batch] == ["c.TXT", "b.txt"]
    assert [decision.triage.outcome for decision in batch] == [
        upheld.read(folder / "a" / "c.TXT").triage.outcome,
        upheld.read(folder / "b.txt").triage.outcome,
    ]


def test_a_bad_file_is_told_and_the_rest_is_read(folder: Path) -> None:
    missing = folder / "missing.txt"
    batch = upheld.read_many([folder / "d.html", folder / "b.txt", missing, folder / "a"], progress=False)
    assert len(batch) == 2
    archive, lost = batch.errors
    assert (archive.index, archive.source) == (0, str(folder / "d.html"))
    assert isinstance(archive.error, upheld.SourceError)
    assert "looks like an archive" in str(archive)
    assert (lost.index, lost.source) == (2, str(missing))
    assert isinstance(lost.error, FileNotFoundError)
    assert str(missing) in str(lost)


def test_patterns(folder: Path) -> None:
    batch = upheld.read_many(str(folder / "**" / "*.[tT]*"), progress=False)
    assert [Path(decision.source).name for decision in batch] == ["c.TXT", "b.txt"]
    nothing = upheld.read_many(str(folder / "*.doc"), progress=False)
    assert len(nothing) == 0
    assert "no file has a name like this" in str(nothing.errors[0])


def test_a_file_whose_name_looks_like_a_pattern(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(TEXT, encoding="utf-8")
    assert len(upheld.read_many(tmp_path / "a[1].txt", progress=False)) == 1


def test_snapshots_are_no_decisions(folder: Path) -> None:
    assert len(upheld.read_many(str(folder / "*.txt"), progress=False)) == 1
    assert len(upheld.read_many([folder / "b.txt", folder], progress=False)) == 3


def test_a_name_that_no_file_can_have(folder: Path) -> None:
    batch = upheld.read_many(["\ud800.txt", folder / "b.txt"], progress=False)
    assert len(batch) == 1
    assert isinstance(batch.errors[0].error, UnicodeError)
    assert upheld.parse_many([TEXT], sources=["\ud800"], progress=False)[0].source == "?"


def test_a_folder_without_decisions_is_told(tmp_path: Path) -> None:
    batch = upheld.read_many(tmp_path, progress=False)
    assert len(batch) == 0
    assert "there is no decision in this folder" in str(batch.errors[0])


@pytest.mark.parametrize("paths", [3, [3], [None], [b"bytes.txt"]])
def test_what_is_no_path_is_refused(paths: object) -> None:
    with pytest.raises(TypeError):
        upheld.read_many(paths, progress=False)  # type: ignore[arg-type]


def test_many_files_stay_in_order_whatever_the_workers(tmp_path: Path) -> None:
    for number in range(600):
        text = f"Body {number} Council (21 000 {number:03})\n\n{TEXT}" + "Words. " * (number % 7 * 300)
        (tmp_path / f"{number:03}.txt").write_text(text, encoding="utf-8")
    alone = upheld.read_many(tmp_path, workers=1, progress=False)
    assert [decision.header.reference for decision in alone] == [f"21 000 {number:03}" for number in range(600)]
    assert upheld.read_many(tmp_path, workers=5, progress=False) == alone


def test_texts() -> None:
    batch = upheld.parse_many([TEXT, "", TEXT], progress=False)
    assert [decision.source for decision in batch] == ["0", "1", "2"]
    assert batch[0].findings == upheld.parse(TEXT).findings
    named = upheld.parse_many(iter([TEXT]), sources=[21_000_001], progress=False)
    assert named[0].source == "21000001"
    assert len(upheld.parse_many([], progress=False)) == 0


def test_what_is_no_text_is_told_and_the_rest_is_read() -> None:
    batch = upheld.parse_many([TEXT, None, "\ud800", float("nan"), "x" * 100, TEXT], max_bytes=90, progress=False)
    assert len(batch) == 2
    assert [failure.index for failure in batch.errors] == [1, 2, 3, 4]
    kinds = [type(failure.error) for failure in batch.errors]
    assert kinds == [TypeError, UnicodeEncodeError, TypeError, upheld.SourceError]
    assert str(batch.errors[3]).startswith("4: 100 bytes are too many")
    # A name that happens to stand in the message is told all the same.
    assert str(upheld.parse_many(["x" * 100], max_bytes=90, progress=False).errors[0]).startswith("0: 100 bytes")


def test_wrong_arguments() -> None:
    with pytest.raises(TypeError, match="one string"):
        upheld.parse_many(TEXT)
    with pytest.raises(ValueError, match="1 texts and 2 sources"):
        upheld.parse_many([TEXT], sources=["a", "b"])
    for workers in (0, -1):
        with pytest.raises(ValueError, match="at least 1"):
            upheld.parse_many([TEXT], workers=workers)
    with pytest.raises(TypeError, match="has names and texts"):
        upheld.parse_many({"a": TEXT})
    with pytest.raises(TypeError, match="a path is a string or a Path, not int"):
        upheld.read_many(5)  # type: ignore[arg-type]


def test_more_workers_than_texts_are_not_started() -> None:
    assert len(upheld.parse_many([TEXT], workers=1_000_000, progress=False)) == 1


def test_own_rules_and_limits(own_rules: Path) -> None:
    book = upheld.RuleBook.from_file(own_rules)
    batch = upheld.parse_many([TEXT], rules=book, progress=False)
    assert batch[0].book.name == book.name
    assert batch[0] == upheld.parse_many([TEXT], rules=book, progress=False)[0]


def test_a_batch_is_a_sequence() -> None:
    texts = [f"{TEXT}\n  2. Paragraph {number}.\n" for number in range(7)]
    batch = upheld.parse_many(texts, progress=False)
    single = [upheld.parse(text).text for text in texts]
    assert len(batch) == 7
    assert [decision.text for decision in batch] == single
    assert batch[-1].text == single[-1]
    assert [decision.text for decision in batch[1:6:2]] == single[1:6:2]
    assert [decision.text for decision in batch[::-1]] == single[::-1]
    assert len(batch[9:]) == 0
    assert batch[2] in batch
    assert list(reversed(batch))[0] == batch[6]
    with pytest.raises(IndexError, match="there is no decision 7; the batch has 7"):
        batch[7]
    with pytest.raises(IndexError):
        batch[-8]
    with pytest.raises(TypeError):
        batch["0"]  # type: ignore[call-overload]


def test_filter() -> None:
    batch = upheld.parse_many([TEXT, "The complaint\n\n  1. Mr X is unhappy.\n"], progress=False)
    found = batch.filter(lambda decision: len(decision.findings) > 0)
    assert found == batch[:1]
    assert isinstance(found, upheld.Batch)
    with pytest.raises(ZeroDivisionError):
        batch.filter(lambda _decision: 1 // 0)


def test_equality_and_hash() -> None:
    first, second = (upheld.parse_many([TEXT, TEXT], progress=False) for _ in range(2))
    assert first == second
    assert hash(first) == hash(second)
    assert first != first[:1]
    assert first.findings == second.findings
    assert first.findings != first.remedies
    assert hash(first.findings) == hash(second.findings)


@given(st.lists(st.text(st.characters(codec="utf-8")) | st.sampled_from([TEXT, TEXT * 3]), max_size=12), st.integers(1, 3))
def test_many_are_what_each_is(texts: list[str], workers: int) -> None:
    batch = upheld.parse_many(texts, workers=workers, progress=False)
    assert batch.errors == ()
    for text, decision in zip(texts, batch, strict=True):
        alone = upheld.parse(text)
        assert (decision.text, decision.findings, decision.triage) == (alone.text, alone.findings, alone.triage)
    assert len(batch.findings) == sum(len(decision.findings) for decision in batch)


def test_other_threads_run_meanwhile() -> None:
    # The counter stands still if reading keeps the interpreter to itself.
    counted, done = 0, threading.Event()

    def count() -> None:
        nonlocal counted
        while not done.is_set():
            counted += 1

    thread = threading.Thread(target=count)
    thread.start()
    before = counted
    upheld.parse_many([TEXT * 200] * 50, workers=1, progress=False)
    after = counted
    done.set()
    thread.join()
    assert after > before


def test_ctrl_c_ends_it() -> None:
    # A process of its own that presses Ctrl-C on itself while it reads.
    program = (
        "import os, signal, threading, upheld\n"
        "texts = ['Final decision\\n\\n' + '  1. There was fault by the Council.\\n' * 300] * 20_000\n"
        "threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()\n"
        "try:\n"
        "    upheld.parse_many(texts, progress=False)\n"
        "except KeyboardInterrupt:\n"
        "    print('interrupted')\n"
    )
    if not hasattr(signal, "SIGINT") or os.name == "nt":
        pytest.skip("there are no signals here")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout == "interrupted\n", done.stderr


def test_ctrl_c_in_a_pdf_document_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from upheld import _pdf

    def pressed(_path: Path) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(_pdf, "text", pressed)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 ")
    with pytest.raises(KeyboardInterrupt):
        upheld.read_many(tmp_path, progress=False)


@pytest.mark.parametrize("stream", ["file", "none", "closed"])
def test_progress_goes_to_a_terminal_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stream: str) -> None:
    from upheld import _progress

    monkeypatch.setattr(_progress, "_DELAY", 0)
    monkeypatch.delitem(sys.modules, "IPython", raising=False)
    with open(tmp_path / "errors.txt", "w", encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stderr", None if stream == "none" else file)
        if stream == "closed":
            file.close()
        assert len(upheld.parse_many([TEXT] * 300)) == 300
    assert (tmp_path / "errors.txt").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("tqdm", [True, False])
def test_progress(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tqdm: bool) -> None:
    from upheld import _progress

    monkeypatch.setattr(_progress, "_somebody_looks", lambda: True)
    monkeypatch.setattr(_progress, "_DELAY", 0)
    if not tqdm:
        monkeypatch.setitem(sys.modules, "tqdm", None)
        monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    else:
        pytest.importorskip("tqdm")
    upheld.parse_many([TEXT] * 300)
    written = capsys.readouterr().err
    assert "300" in written
    assert "decisions" in written
