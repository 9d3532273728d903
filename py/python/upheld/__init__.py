"""Reads decisions of the Local Government and Social Care Ombudsman (England).

It says what was found, what is to be put right and by when, and which decision reason the whole and each part of the
complaint fall under, each with the sentence that proves it. It is rules all the way: no model, no network, and the
same answer every time.

One decision
------------

`read` takes a file (a text, a web page, or, with the extra `pdf`, a PDF) and `parse` a text or the source of a web page.
Both give a `Decision`, whose attributes lead to everything else:

    >>> import upheld
    >>> decision = upheld.read("decisions/19-014-872.txt")
    >>> decision.triage.label
    'Upheld: fault and injustice'
    >>> for finding in decision.findings[4:6]:
    ...     print(finding.at, finding.kind, finding.cue)
    21 no_fault I would not criticise
    22 fault That was fault
    >>> for remedy in decision.remedies[:2]:
    ...     print(remedy.kind, remedy.amount, remedy.to, remedy.deadline.due)
    apology None Ms B 2021-01-09
    payment 800.00 Ms B 2021-01-09

- `header`, `summary`, `sections`, `paragraphs`: the structure;
- `findings`, `remedies`, `grounds`, `issues`: what it says; `set_aside`: what only looks like a finding;
- `triage`: the decision reason, the rule that gave it and the sentences behind it; `triage.flags`: what a person should
  look at; `triage.explain()`: why, and why not another;
- `themes`: what it is about, by a rule book of one's own;
- `diagnostics`: what the copy has lost, what was put right, what could not be worked out;
- `to_dict()`, `to_json()`: all of it as plain data.

Many decisions
--------------

`read_many` reads a folder, a pattern or a list of files on all processors, `parse_many` a list or column of texts. Both
give a `Batch`: a sequence of decisions, with what could not be read in `errors`.

    >>> batch = upheld.read_many("decisions")
    >>> batch
    Batch(decisions=5, errors=0)
    >>> closed = batch.filter(lambda decision: decision.header.outcome == "closed_after_initial_enquiries")
    >>> [decision.header.reference for decision in closed]
    ['24 003 891']

Tables
------

A batch has five tables: `decisions`, `findings`, `remedies`, `grounds` and `issues`. `to_pandas`, `to_polars`, `to_csv` and
`to_parquet` do what they say, and whatever takes Arrow takes a table as it is. `columns` names its columns, and
`describe` says what they mean. `decision` is the place in the batch, and joins the tables.

    >>> batch.remedies
    Table(name='remedies', rows=9, columns=20)
    >>> batch.remedies.describe()["amount"]
    'the sum in pounds'
    >>> batch.remedies.to_csv("remedies.csv")

Notebooks
---------

A cell that ends with a decision shows its text, with what was found marked in it; `to_html()` gives the same as a string.

Snapshots
---------

`snapshot()` is what was read as a text, to keep beside a decision and to compare after a change of the rules. The plugin for
pytest that comes with the package does so for folders of decisions: `pytest --upheld-decisions=FOLDER`, and
`--upheld-update` to keep what is read now.

    >>> print(decision.snapshot().split("\\n\\n")[1])
    outcome    upheld.fault_and_injustice
               by rule whole.to_be_remedied: fault caused injustice, and something is to be put right
    derived    upheld

Rules of one's own
------------------

A rule book extends the standard one. `read`, `parse`, `read_many` and `parse_many` take it as `rules`.

    >>> book = upheld.RuleBook.parse("own.rules", '''
    ... book own 1
    ... include standard
    ...
    ... flag costly: "A payment of more than £500"
    ...   when: payment over £500
    ... ''')
    >>> upheld.read("decisions/19-014-872.txt", rules=book).triage.flags
    (Flag(name='costly', message='A payment of more than £500'),)

Units and values
----------------

A `Span` counts code points, so that `decision[finding.span] == finding.text`; sums are `decimal.Decimal` in pounds; days
are `datetime.date`. Codes such as `"no_fault"` are strings, sequences are tuples. `None` means that the text does not say.

No object can be changed: all can be compared, be keys of dictionaries, and be shared between threads. Copies are the object
itself. All can be pickled, and so sent to other processes; the pickle of a part holds its decision, and needs the same
version of the package.

    >>> import pickle
    >>> pickle.loads(pickle.dumps(decision)) == decision
    True

Errors
------

`UpheldError` with `SourceError` (no text) and `RuleError` (a mistake in a rule book); `OSError` for files that cannot be
read; `ImportError` for a table in a package that is not installed. Nothing is refused for what it says.
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
