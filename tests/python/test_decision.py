"""What a decision says, in Python's own types."""

import datetime
import json
import threading
import time
from decimal import Decimal
from pathlib import Path

import pytest

import upheld


def test_header(bins: upheld.Decision) -> None:
    header = bins.header
    assert header.body == "Larkhaven City Council"
    assert header.reference == "29 001 234"
    assert header.category == "Environment and public protection"
    assert header.subcategory == "Refuse and recycling"
    assert header.outcome == "upheld"
    assert header.outcome_text == "Upheld"
    assert header.date == datetime.date(2029, 5, 14)
    assert header.date_text == "14 May 2029"


def test_fields_that_a_page_does_not_have_are_none() -> None:
    decision = upheld.parse("Nothing of a decision.")
    header = decision.header
    assert [header.body, header.reference, header.category, header.subcategory] == [None] * 4
    assert [header.outcome, header.outcome_text, header.date, header.date_text] == [None] * 4
    assert decision.summary is None
    assert decision.source == ""
    assert decision.layout == "other"


def test_a_year_that_python_does_not_have() -> None:
    assert upheld.parse("Decision date : 1 Jan 0\n\nFinal decision\n\n  1. No fault.\n").header.date is None


def test_structure(bins: upheld.Decision) -> None:
    assert bins.layout == "statement"
    assert bins.summary is not None
    assert bins.summary.text.startswith("Ms P complained")
    assert str(bins.summary) == bins.summary.text
    assert [section.heading for section in bins.sections if section.free] == ["Missed collections", "Assisted collections"]
    assert bins.sections[1].role == "complaint"
    assert bins.sections[1].level == 1

    numbers = [paragraph.number for paragraph in bins.paragraphs]
    assert numbers == [None, 1, 2, 3, 4, 5, 6, 7, 8]
    assert bins.paragraphs == tuple(paragraph for section in bins.sections for paragraph in section.paragraphs)
    third = bins.paragraphs[3]
    assert third.printed == "1", "the page begins anew in every section"
    assert [(reference.text, reference.to) for reference in third.references] == [("paragraph 1", (1,))]
    assert [citation.text for citation in third.citations] == ["(Environmental Protection Act 1990, section 45)"]
    assert [item.printed for item in bins.paragraphs[1].items] == [None, None]


def test_findings(bins: upheld.Decision) -> None:
    fault = next(finding for finding in bins.findings if finding.at == 4)
    assert fault.kind == "fault"
    assert fault.text == "The Council was at fault for failing to collect Ms P’s bins."
    assert fault.cue.text in fault.text
    assert fault.rule
    assert not any(finding.at == 2 for finding in bins.findings), "what Ms P says is no finding"
    assert any(finding.at == "summary" for finding in bins.findings)


def test_remedies(bins: upheld.Decision) -> None:
    payment = next(remedy for remedy in bins.remedies if remedy.amount is not None)
    assert payment.kind == "payment"
    assert payment.amount == Decimal("150.00")
    assert payment.amount_span is not None
    assert bins[payment.amount_span] == "£150"
    assert payment.status == "agreed"
    assert payment.at == 7
    assert payment.deadline is not None
    assert payment.deadline.text == "Within one month of my final decision"
    assert payment.deadline.anchor == "decision"
    assert payment.deadline.due == datetime.date(2029, 6, 14)
    assert any(remedy.kind == "apology" for remedy in bins.remedies)


def test_grounds(porch: upheld.Decision) -> None:
    ground = porch.grounds[0]
    assert ground.code == "late"
    assert ground.bar in {"cannot", "will_not"}
    assert upheld.RuleBook.standard().ground_label(ground.code)
    assert upheld.RuleBook.standard().ground_label("no such ground") is None


def test_issues(bins: upheld.Decision) -> None:
    assert [issue.title for issue in bins.issues] == ["Missed collections", "Assisted collections"]
    fault = next(finding for finding in bins.findings if finding.at == 4)
    assert fault.issue == 0
    assert bins.issues[1].outcome == "not_upheld.no_fault"


def test_triage(bins: upheld.Decision) -> None:
    triage = bins.triage
    assert triage.outcome == "upheld.fault_and_injustice"
    assert triage.derived_outcome == "upheld"
    assert triage.consistent is True
    assert triage.label
    assert triage.reason
    step = triage.trace[-1]
    assert step.holds
    assert step.rule == triage.rule
    assert any(step.signals.values())
    assert all(quote.text for quote in step.evidence)


def test_a_rule_book_of_ones_own(own_rules: Path) -> None:
    book = upheld.RuleBook.from_file(own_rules)
    assert (book.name, book.version) == ("own", "7")
    assert book == upheld.RuleBook.parse("another name", own_rules.read_text(encoding="utf-8"))
    assert book != upheld.RuleBook.standard()

    text = "Decision : Upheld\n\nFinal decision\n\n  1. The path was left in a sorry state.\n"
    decision = upheld.parse(text, rules=book)
    assert [(finding.kind, finding.cue.text) for finding in decision.findings] == [("fault", "sorry state")]
    assert decision.triage.outcome == "own.sorry"
    assert decision.triage.label == "Sorry"
    assert decision.triage.reason == "somebody wrote of a sorry state"
    assert dict(decision.triage.trace[0].signals) == {"fault": True, "published upheld": True}
    assert (decision.book.name, decision.book.hash) == ("own", book.hash)
    assert decision.book.library == upheld.__version__

    flagged = upheld.parse("Final decision\n\n  1. All was well.\n", rules=book)
    assert [(flag.name, flag.message) for flag in flagged.triage.flags] == [
        ("no_fault_named", "Nobody wrote of a sorry state")
    ]
    assert flagged.triage.outcome is None
    assert flagged.triage.rule is None


def test_diagnostics() -> None:
    decision = upheld.parse("Nothing of a decision.")
    kinds = {diagnostic.kind for diagnostic in decision.diagnostics}
    assert "no_statement" in kinds
    assert all(diagnostic.message for diagnostic in decision.diagnostics)


def test_read_takes_both_kinds_of_path(decisions: Path) -> None:
    path = decisions / "upheld.txt"
    by_path, by_name = upheld.read(path), upheld.read(str(path))
    assert by_path == by_name
    assert by_path.source == str(path)


def test_json_is_the_contract(bins: upheld.Decision) -> None:
    record = bins.to_dict()
    assert record == json.loads(bins.to_json())
    assert record["source"] == bins.source
    assert record["header"]["date"] == "2029-05-14"
    assert [paragraph["number"] for section in record["sections"] for paragraph in section["paragraphs"]] == [
        paragraph.number for paragraph in bins.paragraphs
    ]
    for plain, finding in zip(record["findings"], bins.findings, strict=True):
        assert (plain["kind"], plain["at"], plain["text"]) == (finding.kind, finding.at, finding.text)
        assert plain["span"] == [finding.span.start, finding.span.end]
        assert plain["rule"] == finding.rule
    payment = next(remedy for remedy in record["remedies"] if remedy["amount"] is not None)
    assert payment["amount"] == "150.00"
    assert payment["deadline"]["due"] == "2029-06-14"
    assert record["triage"]["outcome"] == bins.triage.outcome
    assert record["triage"]["trace"][-1]["signals"] == dict(bins.triage.trace[-1].signals)
    assert record["book"]["hash"] == bins.book.hash


def test_equality_and_hash(bins: upheld.Decision, porch: upheld.Decision) -> None:
    again = upheld.read(bins.source)
    assert again is not bins
    assert (again, hash(again)) == (bins, hash(bins))
    assert bins != porch
    assert bins != "a text"
    for name in ["sections", "paragraphs", "findings", "remedies", "issues"]:
        assert getattr(again, name) == getattr(bins, name)
        assert set(getattr(again, name)) == set(getattr(bins, name))
    assert (again.header, hash(again.header)) == (bins.header, hash(bins.header))
    assert (again.triage, hash(again.triage)) == (bins.triage, hash(bins.triage))
    assert (again.summary, hash(again.summary)) == (bins.summary, hash(bins.summary))


def test_parts_of_different_texts_differ() -> None:
    one, other = upheld.parse("The complaint\n\n  1. Ms A.\n"), upheld.parse("The complaint\n\n  1. Ms B.\n")
    assert one.paragraphs[0].span == other.paragraphs[0].span
    assert one.paragraphs[0] != other.paragraphs[0]


def test_nothing_can_be_changed(bins: upheld.Decision) -> None:
    with pytest.raises(AttributeError):
        bins.findings[0].kind = "no_fault"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        bins.note = "seen"  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        bins.triage.trace[0].signals["fault"] = False  # type: ignore[index]
    record = bins.to_dict()
    record.clear()
    assert bins.to_dict(), "a dictionary is the reader's own"


def test_parts_outlive_the_decision(decisions: Path) -> None:
    finding = upheld.read(decisions / "upheld.txt").findings[0]
    assert finding.text


def test_repr_is_one_line(bins: upheld.Decision) -> None:
    assert repr(bins).startswith("Decision(reference='29 001 234', outcome='upheld.fault_and_injustice', findings=")
    finding = next(finding for finding in bins.findings if finding.at == 4)
    assert repr(finding) == "Finding(kind='fault', at=4, text='The Council was at fault for failing to …')"
    payment = next(remedy for remedy in bins.remedies if remedy.amount is not None)
    assert repr(payment) == (
        "Remedy(kind='payment', at=7, amount=Decimal('150.00'), due=datetime.date(2029, 6, 14), "
        "text='pay Ms P £150 for her distress.')"
    )
    parts: list[object] = [bins.header, bins.summary, bins.triage, bins.book, upheld.RuleBook.standard()]
    parts += [*bins.sections, *bins.paragraphs, *bins.findings, *bins.remedies, *bins.issues, *bins.triage.trace]
    for part in parts:
        assert repr(part).startswith(f"{type(part).__name__}(")
        assert "\n" not in repr(part)


def test_match(bins: upheld.Decision) -> None:
    finding = next(finding for finding in bins.findings if finding.at == 4)
    match finding:
        case upheld.Finding("fault", int(at), text):
            assert at == 4
            assert "at fault" in text
        case _:
            pytest.fail("the finding does not match")


def test_many_threads_read_at_once(bins: upheld.Decision) -> None:
    results: list[upheld.Decision] = []
    threads = [threading.Thread(target=lambda: results.append(upheld.read(bins.source))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [bins] * 8


def test_other_threads_run_while_a_text_is_read() -> None:
    text = "The complaint\n\n" + "  1. Ms A complains that her bins were missed.\n" * 500_000
    begun, done = threading.Event(), threading.Event()

    def read() -> None:
        begun.set()
        upheld.parse(text)
        done.set()

    thread = threading.Thread(target=read)
    thread.start()
    begun.wait()
    start = last = time.perf_counter()
    longest_pause = 0.0
    while not done.is_set():
        now = time.perf_counter()
        longest_pause, last = max(longest_pause, now - last), now
    duration = time.perf_counter() - start
    thread.join()
    assert longest_pause < duration / 2, "this thread stood still while the other one read"


def test_context_and_what_is_set_aside() -> None:
    decision = upheld.parse(
        "What I found\n\nAnalysis\n\n  1. Mr X says the Council was at fault. The Council lost the file. This was fault. "
        "It caused Mr X distress and uncertainty.\n"
    )
    aside = decision.set_aside[0]
    assert (aside.kind, aside.context.voice, aside.context.modality) == ("fault", "complainant", "found")
    trigger = aside.context.triggers[0]
    assert (trigger.axis, trigger.text) == ("voice", "Mr X says")
    assert decision[trigger.span] == trigger.text
    assert trigger.rule == "context complainant"

    fault = next(finding for finding in decision.findings if finding.text == "This was fault.")
    assert fault.about is not None
    assert fault.about.text == "The Council lost the file."
    assert (fault.context.polarity, fault.context.voice, fault.context.time) == ("affirmed", "ombudsman", "this_case")
    injustice = next(finding for finding in decision.findings if finding.kind == "injustice")
    assert injustice.subkinds == ("distress", "uncertainty")
    assert fault.context == fault.context
    assert hash(fault.context) == hash(decision.findings[0].context)


def test_forums_points_and_sorts_of_remedy() -> None:
    decision = upheld.parse(
        "The complaint\n\n  1. Mr X says the Council:\n      1. lost his form; and\n      2. was late.\n\n"
        "What I found\n\nAnalysis\n\n(i) The form\n\n  1. This was fault.\n\n(ii) The delay\n\n  1. I find no fault.\n\n"
        "Agreed action\n\n  1. The Council will pay Mr X £200 for his distress.\n  2. It will train its staff.\n\n"
        "Final decision\n\n  1. I will not investigate the data breach, because the Information Commissioner is better placed.\n"
    )
    assert [issue.point.text for issue in decision.issues if issue.point] == ["lost his form; and", "was late."]
    assert [(remedy.subkind, remedy.to) for remedy in decision.remedies] == [("pay_symbolic", "Mr X"), ("train", None)]
    forum = decision.grounds[0].forum
    assert forum is not None
    assert (forum.name, forum.text) == ("information_commissioner", "Information Commissioner")
    assert upheld.RuleBook.standard().forum_label(forum.name) == "Information Commissioner"
    assert decision.to_dict()["grounds"][0]["forum"]["name"] == forum.name
