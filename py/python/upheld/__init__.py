"""Reads decisions of the Local Government and Social Care Ombudsman (England).

It says what was found, what is to be put right and by when, and which decision reason the whole and each part of the
complaint fall under, each with the sentence that proves it. It is rules all the way: no model, no network, and the
same answer every time.

    >>> import upheld
    >>> decision = upheld.read("decisions/21-003-813.txt")
    >>> decision.triage.label
    >>> for finding in decision.findings:
    ...     print(finding.kind, finding.at, finding.text)

`read` takes a file (a text, a web page, or, with the extra `pdf`, a PDF) and `parse` a text or the source of a web page; both
give a `Decision`, whose attributes lead to everything else:

- `header`, `summary`, `sections`, `paragraphs`: the structure;
- `findings`, `remedies`, `grounds`, `issues`: what it says; `set_aside`: what only looks like a finding;
- `triage`: the decision reason, the rule that gave it and the sentences behind it; `triage.explain()`: why, and why not
  another;
- `themes`: what it is about, by a rule book of one's own (`RuleBook`);
- `diagnostics`: what could not be placed, resolved or worked out;
- `to_dict()`, `to_json()`: all of it as plain data; `snapshot()`: what was read as a text to review and compare.

Units: a `Span` counts code points, so that `decision[finding.span] == finding.text`; sums are `decimal.Decimal` in
pounds; days are `datetime.date`. Codes such as `"no_fault"` are strings. Sequences are tuples, and no object can be
changed, so all may be shared between threads.

Errors: `UpheldError` with `SourceError` (no text) and `RuleError` (a mistake in a rule book); `OSError` for files that
cannot be read.
"""

from ._many import parse_many, read_many
from ._upheld import (
    Batch,
    BookId,
    BookPlace,
    Context,
    Deadline,
    Decision,
    Diagnostic,
    Explanation,
    Finding,
    Flag,
    Forum,
    Ground,
    Header,
    Issue,
    Item,
    Paragraph,
    Proposal,
    Quote,
    Reason,
    Reference,
    Remedy,
    RuleBook,
    Ruling,
    Section,
    Span,
    Step,
    Table,
    Theme,
    Triage,
    Trigger,
    Verdict,
    __version__,
    parse,
    read,
)
from .errors import ReadFailure, RuleError, RuleProblem, SourceError, UpheldError

__all__ = [
    "Batch",
    "BookId",
    "BookPlace",
    "Context",
    "Deadline",
    "Decision",
    "Diagnostic",
    "Explanation",
    "Finding",
    "Flag",
    "Forum",
    "Ground",
    "Header",
    "Issue",
    "Item",
    "Paragraph",
    "Proposal",
    "Quote",
    "ReadFailure",
    "Reason",
    "Reference",
    "Remedy",
    "RuleBook",
    "RuleError",
    "RuleProblem",
    "Ruling",
    "Section",
    "SourceError",
    "Span",
    "Step",
    "Table",
    "Theme",
    "Triage",
    "Trigger",
    "UpheldError",
    "Verdict",
    "__version__",
    "parse",
    "parse_many",
    "read",
    "read_many",
]
