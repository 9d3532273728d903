"""What codes are called where people read them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._upheld import Decision

OUTCOMES = {
    "upheld": "Upheld",
    "not_upheld": "Not upheld",
    "closed_after_initial_enquiries": "Closed after initial enquiries",
}
"""The published outcomes."""

_REASON_GROUPS = {"upheld": "upheld", "not_upheld": "not_upheld", "closed": "closed_after_initial_enquiries"}
"""The outcome that decision reasons belong to, by the first part of their code."""

NO_OUTCOME = "No outcome"


def outcome(decision: "Decision") -> str:
    """The published outcome in words; where the header has none, the one that the decision reason belongs to."""
    code = decision.header.outcome
    if code is None:
        group = (decision.triage.outcome or "").partition(".")[0]
        return OUTCOMES.get(_REASON_GROUPS.get(group, ""), NO_OUTCOME)
    return OUTCOMES.get(code, code)


def counted(number: int, one: str, many: str = "") -> str:
    """`1 decision`, `1,240 decisions`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
