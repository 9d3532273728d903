"""Spans count code points, whatever the text."""

from collections.abc import Iterator
from typing import Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

import upheld

#: Pieces that decisions are made of, with characters of one to four bytes, and some that no decision has.
PIECES = [
    "Larkhaven City Council (29 001 234)\n\n",
    "Category : Housing > Private housing\n\n",
    "Decision : Upheld\n\n",
    "Decision date : 14 May 2029\n\n",
    "Decision date : 1 Jan 0\n\n",
    "Summary: Ms P’s boiler 🔥 failed – the Council was at fault.\n\n",
    "The complaint\n\n",
    "What I found\n\n",
    "Agreed action\n\n",
    "Final decision\n\n",
    "Ms P’s café – 𝒜 sub-heading\n\n",
    "  1. The Council was at fault for its delay – ‘seven’ weeks 😀 of it.\n",
    "  2. This caused Ms P distress (see paragraph 1).\n",
    "  3. Within one month of my final decision the Council will:\n",
    "    • pay Ms P £200 for her “distress”; and\n",
    "    • apologise to Ms P ✉️.\n",
    "We will not investigate because the complaint is late. 🕰\r\n",
    "\ufeff",
    "\0",
    "\u2028",
    "\r",
    "    ",
]

texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=25).map("".join)


class Located(Protocol):
    """A part of a decision with its words and their place."""

    @property
    def text(self) -> str: ...
    @property
    def span(self) -> upheld.Span: ...


def located(decision: upheld.Decision) -> Iterator[Located]:
    """Every part of a decision that has a place."""
    if decision.summary is not None:
        yield decision.summary
    for section in decision.sections:
        yield section
        yield from section.paragraphs
    for paragraph in decision.paragraphs:
        yield from paragraph.items
        yield from paragraph.references
        yield from paragraph.citations
    for finding in decision.findings:
        yield finding
        yield finding.cue
    for remedy in decision.remedies:
        yield remedy
        yield remedy.cue
        if remedy.deadline is not None:
            yield remedy.deadline
    for ground in decision.grounds:
        yield ground
        yield ground.cue
    for step in decision.triage.trace:
        yield from step.evidence
    yield from decision.diagnostics


def quotes(decision: upheld.Decision) -> Iterator[tuple[upheld.Span, str]]:
    """Every place that a decision tells, with the words that it says are there."""
    for part in located(decision):
        yield part.span, part.text
    for issue in decision.issues:
        yield issue.span, issue.title
    for remedy in decision.remedies:
        assert (remedy.to is None) == (remedy.to_span is None)
        assert (remedy.amount is None) == (remedy.amount_span is None)
        if remedy.to is not None and remedy.to_span is not None:
            yield remedy.to_span, remedy.to


def plain_quotes(value: object) -> Iterator[tuple[list[int], str]]:
    """The same of a plain record: every object with a `span` and a `text` or `title`."""
    if isinstance(value, dict):
        words = value.get("text", value.get("title"))
        if "span" in value and words is not None:
            yield value["span"], words
        for inner in value.values():
            yield from plain_quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from plain_quotes(inner)


def check(decision: upheld.Decision) -> int:
    """Checks every span of a decision and says how many there are."""
    count = 0
    for span, words in quotes(decision):
        assert decision.text[span.start : span.end] == words == decision[span]
        assert len(span) == len(words)
        count += 1
    for part in (decision, decision.header, decision.triage, *decision.issues, *located(decision)):
        assert "\n" not in repr(part)
    for (start, end), words in plain_quotes(decision.to_dict()):
        assert decision.text[start:end] == words
    return count


def test_spans_of_the_decisions(bins: upheld.Decision, porch: upheld.Decision) -> None:
    assert len(bins.text) < len(bins.text.encode()), "bytes and code points differ in this text"
    assert check(bins) > 30
    assert check(porch) > 10


@given(texts)
def test_spans_of_any_decision(text: str) -> None:
    check(upheld.parse(text))


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    check(upheld.parse(text))


@given(st.text())
def test_any_rule_book_is_read_or_refused(text: str) -> None:
    try:
        upheld.RuleBook.parse("any.rules", "book own 1\n" + text)
    except upheld.RuleError as error:
        assert error.line >= 1
        assert error.column >= 1


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_a_span_is_a_value(a: int, b: int, c: int, d: int) -> None:
    (a, b), (c, d) = sorted((a, b)), sorted((c, d))
    one, other = upheld.Span(a, b), upheld.Span(c, d)
    assert (one == other) == ((a, b) == (c, d))
    assert (one < other) == ((a, b) < (c, d))
    assert hash(one) == hash(upheld.Span(a, b))
    assert len(one) == b - a
    assert (other in one) == (a <= c and d <= b)
    assert repr(one) == f"Span({a}, {b})"


def test_what_is_no_span(porch: upheld.Decision) -> None:
    with pytest.raises(ValueError, match="lies before"):
        upheld.Span(3, 2)
    with pytest.raises(IndexError, match="no place of this text"):
        porch[upheld.Span(0, len(porch.text) + 1)]
    assert porch[upheld.Span(0, len(porch.text))] == porch.text
