"""Web pages, PDF documents and texts that were hurt on their way."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import upheld

DECISIONS = sorted((Path(__file__).parents[2] / "examples" / "decisions").glob("*.txt"))

REWRITINGS: dict[str, Callable[[str], str]] = {
    "CRLF for LF": lambda text: text.replace("\n", "\r\n"),
    "CR for LF": lambda text: text.replace("\n", "\r"),
    "line separators for LF": lambda text: text.replace("\n", "\u2028"),
    "no-break spaces": lambda text: text.replace("Mr ", "Mr\u00a0").replace(" Council", "\u00a0Council"),
    "straight for curly quotes": lambda text: text.translate(str.maketrans("‘’“”", "''\"\"")),
    "bytes read as Windows-1252": lambda text: text.encode().decode("cp1252", errors="replace"),
}

STATEMENT = "The complaint\n\n  1. It was late.\n\nFinal decision\n\n  1. There was no fault in the Council’s decision.\n"


def kinds(decision: upheld.Decision) -> list[str]:
    """What the diagnostics are about."""
    return [diagnostic.kind for diagnostic in decision.diagnostics]


def test_a_web_page_in_a_string() -> None:
    page = "<html><body><article><h2>Final decision</h2><ol><li>There was <b>no fault</b>.</li></ol></article></body></html>"
    decision = upheld.parse(page)
    assert decision.text == "Final decision\n\n  1. There was no fault.\n\n"
    assert decision.findings[0].kind == "no_fault"
    assert decision[decision.findings[0].span] == "There was no fault."
    assert kinds(decision)[0] == "extracted"


def test_a_good_text_stays_as_it_is() -> None:
    text = "\ufeff" + STATEMENT.replace("\n", "\u2028")
    decision = upheld.parse(text)
    assert decision.text == text
    assert [finding.at for finding in decision.findings] == [2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "decision.txt"
    path.write_bytes(STATEMENT.replace("\n", end).encode(encoding))
    decision = upheld.read(path)
    assert [finding.text for finding in decision.findings] == ["There was no fault in the Council’s decision."]
    assert ("decoded" in kinds(decision)) == (encoding == "cp1252")


def test_characters_decoded_wrongly() -> None:
    decision = upheld.parse(STATEMENT.encode().decode("cp1252"))
    assert decision.text == STATEMENT
    assert "repaired" in kinds(decision)


def gist(decision: upheld.Decision) -> list[tuple[object, ...]]:
    """What a decision says, without its offsets and the shape of white space and quotation marks."""

    def plain(text: str) -> str:
        return " ".join(text.translate(str.maketrans("‘’“”", "''\"\"")).split())

    findings = [(finding.at, finding.kind, plain(finding.text)) for finding in decision.findings]
    remedies = [(remedy.at, remedy.kind, remedy.amount, remedy.deadline and remedy.deadline.due) for remedy in decision.remedies]
    return [*findings, *remedies, (decision.triage.outcome,), *((ground.at, ground.code) for ground in decision.grounds)]


@given(st.sampled_from(DECISIONS), st.sampled_from(list(REWRITINGS)))
def test_another_writing_says_the_same(path: Path, how: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert gist(upheld.parse(REWRITINGS[how](text))) == gist(upheld.parse(text)), how


@given(st.sampled_from(DECISIONS), st.text(st.sampled_from("aeinost ,;"), min_size=1, max_size=60))
def test_a_paragraph_after_the_end_changes_no_finding(path: Path, words: str) -> None:
    text = path.read_text(encoding="utf-8").rstrip()
    before, after = upheld.parse(text), upheld.parse(f"{text}\n\nThank you {words}.\n")
    assert [f.text for f in after.findings][: len(before.findings)] == [f.text for f in before.findings]


@given(st.sampled_from(DECISIONS), st.integers(0, 120), st.integers(0, 120))
def test_any_lines_of_a_decision_are_taken(path: Path, first: int, last: int) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)[first:last]
    decision = upheld.parse("".join(lines))
    assert decision == upheld.parse("".join(lines)), "read again, it is the same"
    for finding in decision.findings:
        assert decision.text[finding.span.start : finding.span.end] == finding.text


def pdf(path: Path, text: str) -> None:
    """Prints a statement as the Ombudsman's letters do: numbers that run on, full lines, a footer on every page."""
    from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet  # type: ignore[import-untyped]
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer  # type: ignore[import-untyped]

    decision = upheld.parse(text)
    style = getSampleStyleSheet()
    body = ParagraphStyle("body", parent=style["BodyText"], spaceAfter=6)
    header = decision.header
    story = [Paragraph(f"{header.date:%d %B %Y}", body)]
    story += [Paragraph(line, body) for line in ("Complaint reference:", header.reference or "")]
    story += [Paragraph(line, body) for line in ("Complaint against:", header.body or "")]
    story += [Paragraph("The Ombudsman’s final decision", style["Heading1"])]
    for section in decision.sections:
        if section.heading:
            story.append(Paragraph(section.heading, style["Heading2"]))
        for paragraph in section.paragraphs:
            mark = f"{paragraph.number}. " if paragraph.number else "Summary: "
            story.append(Paragraph(mark + paragraph.text, body))
            story += [Paragraph(f"• {item.text}", body) for item in paragraph.items]
    story.append(Spacer(1, 12))

    def footer(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.drawString(72, 40, f"Final decision  {document.page}")

    SimpleDocTemplate(str(path), pagesize=A4).build(story, onFirstPage=footer, onLaterPages=footer)


def test_a_pdf_document(tmp_path: Path) -> None:
    for source in DECISIONS:
        text = source.read_text(encoding="utf-8")
        path = tmp_path / f"{source.stem}.pdf"
        pdf(path, text)
        expected, decision = upheld.parse(text), upheld.read(path)
        assert decision.layout == "wrapped"
        assert (decision.header.reference, decision.header.date) == (expected.header.reference, expected.header.date)
        assert [p.number for p in decision.paragraphs] == [p.number for p in expected.paragraphs]
        assert [(f.at, f.kind, f.text) for f in decision.findings] == [(f.at, f.kind, f.text) for f in expected.findings]
        assert [(r.at, r.kind, r.amount) for r in decision.remedies] == [(r.at, r.kind, r.amount) for r in expected.remedies]
        assert kinds(decision)[0] == "extracted" and "rejoined" in kinds(decision)


def test_a_pdf_document_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "decision.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(upheld.SourceError, match=r"pip install upheld\[pdf\]") as caught:
        upheld.read(path)
    assert caught.value.path == str(path)


def test_a_pdf_document_of_pictures(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path))
    canvas.rect(10, 10, 100, 100)
    canvas.save()
    with pytest.raises(upheld.SourceError, match="pictures without text"):
        upheld.read(path)
