"""Batches and tables as a notebook shows them."""

import re
from collections import Counter
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest

import upheld

NASTY = "<script>alert('x')</script> & \"she\" <img src=https://example.org/x onerror=alert(1)>"


class Cells(HTMLParser):
    """The cells of all tables, row by row, with the titles; and all text outside of styles."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.titles: list[str] = []
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.titles += [value or "" for name, value in attrs if name == "title"]
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data
        if self.open and self.open[-1] in ("td", "th"):
            self.rows[-1][-1] += data


@pytest.fixture(scope="session")
def batch(decisions: Path) -> upheld.Batch:
    return upheld.read_many(decisions, progress=False)


def nasty() -> upheld.Batch:
    text = (
        f"{NASTY} Council (21 000 001)\n\nCategory : {NASTY} > {NASTY}\n\nDecision : {NASTY}\n\n"
        f"Final decision\n\n  1. {NASTY} said {NASTY}. This was fault {NASTY}.\n\n"
        f"Agreed action\n\n  1. Within one month of {NASTY} the Council will pay Mr X £150 {NASTY}.\n"
    )
    return upheld.parse_many([text, None], sources=[NASTY, NASTY])


def shown(batch: upheld.Batch) -> list[str]:
    """The HTML of a batch and of all its tables."""
    return [batch._repr_html_(), *(table._repr_html_() for table in tables(batch))]


def tables(batch: upheld.Batch) -> list[upheld.Table]:
    return [batch.decisions, batch.findings, batch.remedies, batch.grounds, batch.issues]


def test_a_batch_counts_its_decisions(batch: upheld.Batch) -> None:
    page = Cells(batch._repr_html_())
    counts = {name: int(count) for name, count in (row for row in page.rows if len(row) == 2)}
    for label, count in Counter(decision.triage.label for decision in batch).items():
        assert counts[label] == count
    for kind, count in Counter(finding.kind for decision in batch for finding in decision.findings).items():
        assert counts[kind.replace("_", " ")] == count
    assert counts["Upheld"] == sum(decision.header.outcome == "upheld" for decision in batch)
    amounts = [remedy.amount for decision in batch for remedy in decision.remedies if remedy.amount]
    assert f"£{sum(amounts, Decimal()):,.2f}".removesuffix(".00") in page.text
    assert f"{len(batch)} decisions" in page.text
    assert ".to_pandas()" in page.text


def test_a_batch_tells_what_could_not_be_read(tmp_path: Path, decisions: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    batch = upheld.read_many([decisions / "upheld.txt", tmp_path / "picture.txt", tmp_path / "gone.txt"])
    page = Cells(batch._repr_html_())
    assert len(batch.errors) == 2 and "2 could not be read" in page.text
    for error in batch.errors:
        assert [str(error)] in page.rows


def test_an_empty_batch_says_so() -> None:
    batch = upheld.parse_many([])
    assert "0 decisions" in Cells(batch._repr_html_()).text
    for table in tables(batch):
        page = Cells(table._repr_html_())
        assert page.rows == [list(table.columns)] and "0 rows" in page.text


def test_a_table_shows_its_first_rows(batch: upheld.Batch) -> None:
    for table in tables(batch):
        page = Cells(table._repr_html_())
        head, *rows = page.rows
        assert head == list(table.columns)
        assert len(rows) == min(len(table), 10)
        assert f"{len(table):,} row" in page.text and f"{len(head)} columns" in page.text
        for about in table.describe().values():
            assert about in page.titles


def test_long_cells_are_shortened_and_whole_in_the_title(batch: upheld.Batch) -> None:
    page = Cells(batch.findings._repr_html_())
    sentence = next(text for text in page.titles if len(text) > 60 and text not in batch.findings.describe().values())
    assert all(sentence not in cell for row in page.rows for cell in row)
    assert any(cell.endswith("…") and sentence.startswith(cell[:-1]) for row in page.rows for cell in row)
    assert all(len(cell) <= 61 for row in page.rows[1:] for cell in row)


def test_all_is_escaped() -> None:
    batch = nasty()
    assert len(batch.errors) == 1
    for html in shown(batch):
        page = Cells(html)
        assert "<script" not in html and "<img" not in html
        assert page.elements <= {*"div style p b code table caption thead tbody tr th td".split()}
        assert page.attributes <= {"class", "title"}


def test_nothing_is_loaded_and_no_style_reaches_out(batch: upheld.Batch) -> None:
    for html in shown(batch):
        for resource in (
            "http://",
            "https://",
            "url(",
            "@import",
            "<script",
            "<link",
            "<img",
            "<iframe",
            " on",
            " id=",
        ):
            assert resource not in re.sub(r'title="[^"]*"|>[^<]*<', "><", html.split("</style>")[1])
        style = re.search("<style>(.*?)</style>", html, re.DOTALL)
        assert style and "url(" not in style[1] and "@import" not in style[1]
        selectors = [part for rule in re.findall(r"([^{}]+)\{", style[1]) for part in rule.split(",")]
        assert selectors and all(selector.strip().startswith(".upheld-shown") for selector in selectors)
