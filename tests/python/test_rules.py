"""Rule books of one's own, and explanations."""

from pathlib import Path

import pytest

import upheld

PAGE = """Decision : Upheld

Category : Education > School transport

Final decision

  1. This was fault. The Council’s reply was poor.

Agreed action

  2. The Council will pay Mrs Ł £750.
"""

TRANSPORT = """
theme transport: "School transport"
  in: category, complaint
  - (school|home to school) transport

flag costly: "School transport, and more than £500"
  when: theme transport and payment over £500
"""


def test_a_book_extends_the_standard_one() -> None:
    standard = upheld.RuleBook.standard()
    book = standard.extend("own.rules", TRANSPORT + "\ncue poor: fault\n  in: final_decision\n  - was poor\n")
    assert book != standard
    decision = upheld.parse(PAGE, rules=book)
    (theme,) = decision.themes
    assert (theme.name, theme.label, theme.at) == ("transport", "School transport", None)
    assert theme.text == theme.cue.text == decision[theme.span] == "School transport"
    assert [flag.name for flag in decision.triage.flags] == ["costly"]
    assert [finding.rule for finding in decision.findings] == ["cue fault.was", "cue poor"]
    assert decision.to_dict()["themes"][0]["label"] == book.theme_label("transport") == "School transport"
    assert upheld.parse(PAGE).themes == ()


def test_outcomes_have_other_words() -> None:
    text = 'book own 1\ninclude standard\nlabel outcome upheld.fault_and_injustice: "Put it right"\n'
    book = upheld.RuleBook.parse("own.rules", text)
    assert book.outcome_label("upheld.fault_and_injustice") == "Put it right"
    assert upheld.parse(PAGE, rules=book).triage.label == "Put it right"


def test_files_include_files(tmp_path: Path) -> None:
    (tmp_path / "own.rules").write_text('book own 1\ninclude standard\ninclude "more.rules"\n', encoding="utf-8")
    (tmp_path / "more.rules").write_text(TRANSPORT, encoding="utf-8")
    book = upheld.RuleBook.from_file(tmp_path / "own.rules")
    assert upheld.parse(PAGE, rules=book).themes
    (tmp_path / "more.rules").write_text("thema x\n", encoding="utf-8")
    with pytest.raises(upheld.RuleError) as caught:
        upheld.RuleBook.from_file(tmp_path / "own.rules")
    assert (caught.value.book, caught.value.line) == (str(tmp_path / "more.rules"), 1)


def test_all_mistakes_are_told() -> None:
    with pytest.raises(upheld.RuleError) as caught:
        upheld.RuleBook.standard().extend("own.rules", 'cue x: fualt\n  in: analysis\n  - bad\n\n# é\nflag y: "ü"\n  when: falt\n')
    problems = caught.value.problems
    assert [(problem.severity, problem.line, problem.column) for problem in problems] == [
        ("error", 1, 8),
        ("error", 7, 9),
    ]
    assert str(caught.value) == "\n".join(map(str, problems))


def test_what_is_probably_not_meant() -> None:
    assert upheld.RuleBook.standard().warnings() == ()
    book = upheld.RuleBook.standard().extend("own.rules", "words <x>:\n    y\n")
    (problem,) = book.warnings()
    assert (problem.severity, problem.book, problem.line, problem.column) == ("warning", "own.rules", 1, 8)
    assert "no phrase uses `<x>`" in str(problem)


def test_an_explanation_tells_why_and_why_not() -> None:
    decision = upheld.parse(PAGE)
    explanation = decision.triage.explain()
    assert explanation.whole.outcome == decision.triage.outcome
    rule = explanation.whole.rule
    assert rule is not None
    assert rule.name == decision.triage.rule == "whole.to_be_remedied"
    assert str(rule.condition) == "upheld and remedy"
    assert (rule.place.book, rule.place.text.split(":")[0]) == ("standard.rules", "rule whole.to_be_remedied")
    assert [quote.text for quote in rule.condition.parts[1].evidence] == ["The Council will pay Mrs Ł £750."]
    early = next(ruling for ruling in explanation.whole.rulings if ruling.gives == "upheld.early_resolution")
    assert early.missing == ("operative not_investigated or assessed",)
    assert "✗ operative not_investigated or assessed" in explanation.why_not("upheld.early_resolution")
    (fault,) = explanation.findings
    assert (fault.rule, fault.at, fault.cue.text) == ("cue fault.was", 1, "This was fault")
    assert fault.phrase is not None
    assert fault.phrase.text.startswith("- ")
    assert "because rule whole.to_be_remedied holds" in str(explanation)
    assert explanation == decision.triage.explain()


def test_an_explanation_is_of_the_book_that_read_the_decision() -> None:
    book = upheld.RuleBook.standard().extend("own.rules", TRANSPORT)
    explanation = upheld.parse(PAGE, rules=book).triage.explain()
    assert [flag.name for flag in explanation.flags if flag.holds] == ["costly"]
    assert not [flag for flag in upheld.parse(PAGE).triage.explain().flags if flag.name == "costly"]
