"""
What is written in Rust of the package `upheld`, which is where to import it from.
"""

from _typeshed import SupportsGetItem
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from matplotlib.figure import Figure
from os import PathLike
from types import MappingProxyType
from typing import overload, Any, Final, Literal, SupportsIndex, final
from upheld.errors import ReadFailure, RuleProblem

__all__ = ["__version__", "Batch", "BookId", "BookPlace", "Context", "Deadline", "Decision", "Diagnostic", "Explanation", "Finding", "Flag", "Forum", "Ground", "Header", "Issue", "Item", "Paragraph", "Proposal", "Quote", "Reason", "Reference", "Remedy", "RuleBook", "Ruling", "Section", "Span", "Step", "Table", "Theme", "Triage", "Trigger", "Verdict", "_BatchIterator", "_batch", "_book", "_decision", "_parse_many", "_part", "_quote", "_read_many", "_table", "parse", "read"]

__version__: Final[str]

@final
class Batch:
    """
    Decisions in the order in which they were given, and what could not be read.

    `read_many` and `parse_many` make it. It is a sequence: `len(batch)`, `batch[0]`, `for decision in batch`; a slice of it
    is a batch again. It cannot be changed.

    `decisions`, `findings`, `remedies`, `grounds` and `issues` are tables of all of them.
    """
    def __copy__(self, /) -> Batch: ...
    def __deepcopy__(self, _memo: Any, /) -> Batch: ...
    def __eq__(self, value: object, /) -> bool: ...
    @overload
    def __getitem__(self, index: SupportsIndex, /) -> Decision: ...
    @overload
    def __getitem__(self, index: slice, /) -> Batch: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> _BatchIterator: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str:
        """
        What a notebook shows of the batch: how many decisions there are of each kind, and what could not be read.
        """
    @property
    def decisions(self, /) -> Table:
        """
        A table with a row a decision: header, decision reason with its evidence, and what was found, in short.
        """
    @property
    def errors(self, /) -> tuple[ReadFailure, ...]:
        """
        What could not be read, in order: each with its place among what was given, its name, and why.
        """
    def filter(self, keep: Callable[[Decision], object], /) -> Batch:
        """
        The decisions of which `keep(decision)` is true, as a batch.

        >>> upheld_ones = batch.filter(lambda decision: decision.header.outcome == "upheld")
        """
    @property
    def findings(self, /) -> Table:
        """
        A table with a row a finding.
        """
    @property
    def grounds(self, /) -> Table:
        """
        A table with a row a ground on which something was not investigated.
        """
    @property
    def issues(self, /) -> Table:
        """
        A table with a row a part of the complaint that has an outcome of its own.
        """
    def plot(self, /, *, bodies: SupportsIndex = 10) -> Figure:
        """
        Pictures of the whole: outcomes by year and, where there are several bodies, the share of each outcome by body; how long
        bodies have to act, in days from the decision to the due date; and the sums that they pay, in pounds on a logarithmic
        scale. A decision without a published outcome counts by its decision reason. What the decisions do not tell is said in
        its place.

        `bodies` is how many bodies have a bar of their own: those with most decisions. The others share one.

        A notebook shows the figure by itself; `batch.plot().savefig("report.png")` writes it. Needs matplotlib:
        `pip install upheld[plot]`.

        Raises `ImportError` if it is not installed, and `ValueError` if `bodies` is less than 1.
        """
    @property
    def remedies(self, /) -> Table:
        """
        A table with a row a remedy: kind, sum, whom it goes to, by when.
        """

@final
class BookId:
    """
    Which rules read a decision, so that a result can be reproduced.
    """
    def __copy__(self, /) -> BookId: ...
    def __deepcopy__(self, _memo: Any, /) -> BookId: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def hash(self, /) -> str:
        """
        Sixteen hexadecimal digits that change with any change of the book's text; `RuleBook.hash`.
        """
    @property
    def library(self, /) -> str:
        """
        The version of the library.
        """
    @property
    def name(self, /) -> str:
        """
        The name of the book.
        """
    @property
    def version(self, /) -> str:
        """
        The version of the book.
        """

@final
class BookPlace:
    """
    Where something stands in a rule book. `str` gives `book:line`.
    """
    __match_args__: Final = ("book", "line")
    def __copy__(self, /) -> BookPlace: ...
    def __deepcopy__(self, _memo: Any, /) -> BookPlace: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def book(self, /) -> str:
        """
        The file or name of the book.
        """
    @property
    def line(self, /) -> int:
        """
        The line, from 1.
        """
    @property
    def text(self, /) -> str:
        """
        The words of the line, without the white space around them.
        """

@final
class Context:
    """
    How words are meant, and by whom: four axes, and the words that decide them.
    """
    __match_args__: Final = ("polarity", "modality", "voice", "time")
    def __copy__(self, /) -> Context: ...
    def __deepcopy__(self, _memo: Any, /) -> Context: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def modality(self, /) -> Literal["found", "to_come", "hypothetical", "law"]:
        """
        Whether they say what is, or suppose it: `found`, `to_come`, `hypothetical`, `law`.
        """
    @property
    def polarity(self, /) -> Literal["affirmed", "denied"]:
        """
        Whether they are affirmed or denied: `affirmed`, `denied`.
        """
    @property
    def time(self, /) -> Literal["this_case", "earlier"]:
        """
        Which case they are about: `this_case`, `earlier`.
        """
    @property
    def triggers(self, /) -> tuple[Trigger, ...]:
        """
        The words that decide, at most one for each axis. An axis without any has the first of its values.
        """
    @property
    def voice(self, /) -> Literal["ombudsman", "complainant", "body", "other"]:
        """
        Who says them: `ombudsman`, `complainant`, `body`, `other`.
        """

@final
class Deadline:
    """
    By when an action is to be done.
    """
    __match_args__: Final = ("text", "due")
    def __copy__(self, /) -> Deadline: ...
    def __deepcopy__(self, _memo: Any, /) -> Deadline: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def anchor(self, /) -> Literal["decision", "report", "unstated", "other"]:
        """
        The event from which the time runs: `decision`, `report`, `unstated`, `other`.
        """
    @property
    def due(self, /) -> date | None:
        """
        The last day, England's bank holidays counted; `None` if the text does not fix one, or the date of the decision
        is not known.
        """
    @property
    def span(self, /) -> Span:
        """
        Where they stand, in code points.
        """
    @property
    def text(self, /) -> str:
        """
        The words of the deadline: "within one month of the final decision".
        """

@final
class Decision:
    """
    A decision that has been read: its structure, and what it says.

    `parse` and `read` make it. It cannot be changed. All of its parts have a `span` in code points, and
    `decision[part.span]` are the words that prove the part.

    Decisions are equal if they have the same text and source and were read by the same rules.
    """
    def __copy__(self, /) -> Decision: ...
    def __deepcopy__(self, _memo: Any, /) -> Decision: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getitem__(self, span: Span, /) -> str:
        """
        The words at a place: `decision[span]`. Raises `IndexError` if the text ends before the place does.
        """
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str:
        """
        What a notebook shows of the decision: `to_html`.
        """
    @property
    def book(self, /) -> BookId:
        """
        Which rules read it.
        """
    @property
    def diagnostics(self, /) -> tuple[Diagnostic, ...]:
        """
        What a reader should know about the text: what could not be placed, resolved or worked out.
        """
    @property
    def findings(self, /) -> tuple[Finding, ...]:
        """
        What the Ombudsman found, in the order of the text.
        """
    @property
    def grounds(self, /) -> tuple[Ground, ...]:
        """
        Why something was not investigated, in the order of the text.
        """
    @property
    def header(self, /) -> Header:
        """
        What the header says.
        """
    @property
    def issues(self, /) -> tuple[Issue, ...]:
        """
        The parts of the complaint, each with an outcome of its own; empty if the complaint has one part only.
        """
    @property
    def layout(self, /) -> Literal["statement", "report", "report_page", "wrapped", "dashed", "contents", "flattened", "mirror", "summary_only", "card", "other"]:
        """
        How the page is laid out: `statement`, `report`, `report_page`, `wrapped` (lines cut where they are full, as in a
        PDF), `dashed`, `contents` (dashed, below a table of contents), `flattened`, `mirror`, `card`, `summary_only`,
        `other`.
        """
    @property
    def paragraphs(self, /) -> tuple[Paragraph, ...]:
        """
        The paragraphs of all sections, in the order of the text.
        """
    @property
    def remedies(self, /) -> tuple[Remedy, ...]:
        """
        What is to be put right, in the order of the text.
        """
    @property
    def sections(self, /) -> tuple[Section, ...]:
        """
        The sections in the order of the text. A sub-heading opens a section of its own.
        """
    @property
    def set_aside(self, /) -> tuple[Finding, ...]:
        """
        Words that look like a finding, but are somebody else's, supposed, or about another case; in the order of the text.
        """
    def snapshot(self, /) -> str:
        """
        What was read, as a text to keep beside the decision and to compare after a change of the rules: a snapshot.

        Header, outcome, flags and parts of the complaint stand first. A block follows for each theme, finding, ground and
        remedy, and for what only looks like a finding, in the order of the text: what it is, the sentence, the rule and the
        words it rests on. Notes on the text come last. Nothing in it changes while text and rules say the same. The plugin
        for pytest that comes with the package keeps and compares it for folders of decisions.

        >>> print(upheld.parse("Final decision\\n\\n  1. I find no fault.\\n").snapshot().split("\\n\\n")[2])
        1          no_fault
                   I find no fault.
                   by cue no_fault.none: find no fault
        """
    @property
    def source(self, /) -> str:
        """
        The path that `read` was given; empty for a text that `parse` was given.
        """
    @property
    def summary(self, /) -> Quote | None:
        """
        The summary, from its first to its last word; `None` if there is none.
        """
    @property
    def text(self, /) -> str:
        """
        The text that all spans point into.
        """
    @property
    def themes(self, /) -> tuple[Theme, ...]:
        """
        What it is about, by the themes of a rule book of one's own; in the order of the text. The standard book names none.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The decision as a dictionary of plain values: `to_json`, read back. It is yours to change.
        """
    def to_html(self, /) -> str:
        """
        The decision as a fragment of HTML, for a notebook or a page of one's own: what it comes to, then its text with the
        findings, grounds and remedies marked in it. A notebook shows a decision so by itself.

        It carries its own style, which holds for nothing outside of it, and no script; nothing is loaded from elsewhere.
        All text is escaped. It is light or dark as its surroundings are. Other threads run meanwhile.
        """
    def to_json(self, /) -> str:
        """
        The decision as one JSON object. Its keys are the attributes of the classes; spans are `[start, end]` in code
        points, sums decimals in a string (`"200.00"`), days `YYYY-MM-DD`.
        """
    @property
    def total_payment(self, /) -> Decimal | None:
        """
        All sums of the remedies together, in pounds; `None` if there is none.
        """
    @property
    def triage(self, /) -> Triage:
        """
        The decision reason of the whole, and how it came about.
        """

@final
class Diagnostic:
    """
    Something about the text that a reader should know.
    """
    __match_args__: Final = ("kind", "message")
    def __copy__(self, /) -> Diagnostic: ...
    def __deepcopy__(self, _memo: Any, /) -> Diagnostic: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def kind(self, /) -> Literal["extracted", "decoded", "repaired", "rejoined", "cover", "no_statement", "no_numbers", "unknown_outcome", "unknown_date", "missing_field", "second_decision", "unresolved_reference", "unknown_due_date", "parser_stopped", "rules_stopped"]:
        """
        What it is about.

        What was done to the text: `extracted` (from a web page or PDF), `decoded` (not UTF-8), `repaired`, `rejoined`
        (lines that were cut), `cover` (a covering letter left aside).

        What it has lost or has wrong: `no_statement`, `no_numbers`, `unknown_outcome`, `unknown_date`, `missing_field`,
        `second_decision`, `unresolved_reference`, `unknown_due_date`, `parser_stopped`,
        `rules_stopped` (a rule book that takes too long).
        """
    @property
    def message(self, /) -> str:
        """
        What is wrong, and what would be right.
        """
    @property
    def span(self, /) -> Span:
        """
        Where they stand, in code points.
        """
    @property
    def text(self, /) -> str:
        """
        The words it is about; empty if it is about something that is missing.
        """

@final
class Explanation:
    """
    Why a decision has its outcomes, and why not others. `print` shows it in words.
    """
    __match_args__: Final = ("whole",)
    def __copy__(self, /) -> Explanation: ...
    def __deepcopy__(self, _memo: Any, /) -> Explanation: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def derived(self, /) -> Verdict:
        """
        What the prose alone leads to.
        """
    @property
    def findings(self, /) -> tuple[Proposal, ...]:
        """
        Where each finding comes from, in the order of `Decision.findings`.
        """
    @property
    def flags(self, /) -> tuple[Ruling, ...]:
        """
        The flags, raised and not.
        """
    @property
    def grounds(self, /) -> tuple[Proposal, ...]:
        """
        Where each ground comes from, in the order of `Decision.grounds`.
        """
    @property
    def issues(self, /) -> tuple[Verdict, ...]:
        """
        Each issue, in the order of `Decision.issues`.
        """
    @property
    def remedies(self, /) -> tuple[Proposal, ...]:
        """
        Where each remedy comes from, in the order of `Decision.remedies`.
        """
    @property
    def set_aside(self, /) -> tuple[Proposal, ...]:
        """
        Where what only looks like a finding comes from, in the order of `Decision.set_aside`.
        """
    @property
    def whole(self, /) -> Verdict:
        """
        The whole: the rules for its decision reason.
        """
    def why_not(self, outcome: str, /) -> str:
        """
        Why the whole and the parts do not have an outcome, in words.
        """

@final
class Finding:
    """
    Something that the Ombudsman found.
    """
    __match_args__: Final = ("kind", "at", "text")
    def __copy__(self, /) -> Finding: ...
    def __deepcopy__(self, _memo: Any, /) -> Finding: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def about(self, /) -> Quote | None:
        """
        The sentence before, where this one points back at it ("This was fault"); `None` elsewhere.
        """
    @property
    def at(self, /) -> int | Literal["summary"]:
        """
        The number of the paragraph that says so, or `"summary"`. If the page has no numbers, the paragraph's ordinal.
        """
    @property
    def context(self, /) -> Context:
        """
        How the words are meant, and by whom.
        """
    @property
    def cue(self, /) -> Quote:
        """
        The words of the sentence that it rests on.
        """
    @property
    def issue(self, /) -> int | None:
        """
        The issue it belongs to, an index into `Decision.issues`; `None` if it belongs to none.
        """
    @property
    def kind(self, /) -> Literal["fault", "no_fault", "injustice", "no_injustice", "remedied", "not_investigated"]:
        """
        What was found: `fault`, `no_fault`, `injustice`, `no_injustice`, `remedied`, `not_investigated`.
        """
    @property
    def rule(self, /) -> str:
        """
        The rule that made it, and the context that turned it, if any.
        """
    @property
    def span(self, /) -> Span:
        """
        Where the sentence stands, in code points.
        """
    @property
    def subkinds(self, /) -> tuple[str, ...]:
        """
        The sorts that the sentence names, in the order of the text: `distress`, `uncertainty`; empty if it names none.
        """
    @property
    def text(self, /) -> str:
        """
        The sentence that says so.
        """

@final
class Flag:
    """
    Something that a person should look at.
    """
    __match_args__: Final = ("name", "message")
    def __copy__(self, /) -> Flag: ...
    def __deepcopy__(self, _memo: Any, /) -> Flag: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def message(self, /) -> str:
        """
        What it says.
        """
    @property
    def name(self, /) -> str:
        """
        The name of the flag in the rule book.
        """

@final
class Forum:
    """
    A body that a ground sends people to: a tribunal, a court, another ombudsman, a regulator.
    """
    __match_args__: Final = ("name", "text")
    def __copy__(self, /) -> Forum: ...
    def __deepcopy__(self, _memo: Any, /) -> Forum: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def name(self, /) -> str:
        """
        The body, as the rule book names it: `housing_ombudsman`. `RuleBook.forum_label` says it in words.
        """
    @property
    def span(self, /) -> Span:
        """
        Where they stand, in code points.
        """
    @property
    def text(self, /) -> str:
        """
        The words that name it.
        """

@final
class Ground:
    """
    A ground on which something was not investigated.
    """
    __match_args__: Final = ("code", "at", "text")
    def __copy__(self, /) -> Ground: ...
    def __deepcopy__(self, _memo: Any, /) -> Ground: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def at(self, /) -> int | Literal["summary"]:
        """
        The number of the paragraph that says so, or `"summary"`. If the page has no numbers, the paragraph's ordinal.
        """
    @property
    def bar(self, /) -> Literal["cannot", "will_not"]:
        """
        Whether the law forbids an investigation or the Ombudsman chose not to have one: `cannot`, `will_not`.
        """
    @property
    def code(self, /) -> str:
        """
        The ground, as the rule book names it: `late`, `other_body`. `RuleBook.ground_label` says it in words.
        """
    @property
    def cue(self, /) -> Quote:
        """
        The words of the sentence that it rests on.
        """
    @property
    def forum(self, /) -> Forum | None:
        """
        The other body that it sends people to, or that they went to; `None` if the paragraph names none.
        """
    @property
    def span(self, /) -> Span:
        """
        Where the sentence stands, in code points.
        """
    @property
    def text(self, /) -> str:
        """
        The sentence that says so.
        """

@final
class Header:
    """
    What the header of a decision says. A field that the page does not have is `None`.
    """
    def __copy__(self, /) -> Header: ...
    def __deepcopy__(self, _memo: Any, /) -> Header: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def body(self, /) -> str | None:
        """
        The body complained about.
        """
    @property
    def category(self, /) -> str | None:
        """
        The category.
        """
    @property
    def date(self, /) -> date | None:
        """
        The date of the decision.
        """
    @property
    def date_text(self, /) -> str | None:
        """
        The date in the words of the page.
        """
    @property
    def outcome(self, /) -> Literal["upheld", "not_upheld", "closed_after_initial_enquiries"] | None:
        """
        The outcome that the decision is published under: `upheld`, `not_upheld`, `closed_after_initial_enquiries`.
        """
    @property
    def outcome_text(self, /) -> str | None:
        """
        The outcome in the words of the page.
        """
    @property
    def reference(self, /) -> str | None:
        """
        The reference, its groups parted by spaces: `21 003 813`.
        """
    @property
    def subcategory(self, /) -> str | None:
        """
        The subcategory.
        """

@final
class Issue:
    """
    A part of the complaint with an outcome of its own.
    """
    __match_args__: Final = ("title", "outcome")
    def __copy__(self, /) -> Issue: ...
    def __deepcopy__(self, _memo: Any, /) -> Issue: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def label(self, /) -> str:
        """
        The decision reason in words for a reader.
        """
    @property
    def outcome(self, /) -> str | None:
        """
        The decision reason of this part; `None` if no rule of the book applies.
        """
    @property
    def point(self, /) -> Quote | None:
        """
        The point of the complaint that it answers, where its label says so ("(ii)", "Complaint b)"); `None` elsewhere.
        """
    @property
    def span(self, /) -> Span:
        """
        Where the heading stands, in code points.
        """
    @property
    def title(self, /) -> str:
        """
        The heading of the part.
        """

@final
class Item:
    """
    An item of a list.
    """
    __match_args__: Final = ("printed", "text")
    def __copy__(self, /) -> Item: ...
    def __deepcopy__(self, _memo: Any, /) -> Item: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def printed(self, /) -> str | None:
        """
        The number or letter that the page prints; `None` for a bullet.
        """
    @property
    def span(self, /) -> Span:
        """
        Where they stand, in code points.
        """
    @property
    def text(self, /) -> str:
        """
        Its words.
        """

@final
class Paragraph:
    """
    A paragraph with the list below it.
    """
    __match_args__: Final = ("number", "text")
    def __copy__(self, /) -> Paragraph: ...
    def __deepcopy__(self, _memo: Any, /) -> Paragraph: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def citations(self, /) -> tuple[Quote, ...]:
        """
        The citations of law in it, brackets included.
        """
    @property
    def items(self, /) -> tuple[Item, ...]:
        """
        The items of its list.
        """
    @property
    def number(self, /) -> int | None:
        """
        Its number in the whole statement, which runs on from section to section; `None` if the page has no numbers.
        """
    @property
    def ordinal(self, /) -> int:
        """
        Its place among all paragraphs below the summary, from 1.
        """
    @property
    def printed(self, /) -> str | None:
        """
        The number that the page prints, which may start again in every section.
        """
    @property
    def references(self, /) -> tuple[Reference, ...]:
        """
        The references to other paragraphs in it and in its list.
        """
    @property
    def span(self, /) -> Span:
        """
        Where its own words stand, in code points.
        """
    @property
    def text(self, /) -> str:
        """
        Its own words, without its number and its list.
        """

@final
class Proposal:
    """
    What proposed something that was found, and what its context made of it.
    """
    __match_args__: Final = ("rule", "at")
    def __copy__(self, /) -> Proposal: ...
    def __deepcopy__(self, _memo: Any, /) -> Proposal: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def at(self, /) -> int | Literal["summary"]:
        """
        Where it stands: a paragraph number, or `"summary"`.
        """
    @property
    def cue(self, /) -> Quote:
        """
        The words that the phrase matched.
        """
    @property
    def phrase(self, /) -> BookPlace | None:
        """
        Its phrase that matched; `None` for an action that is told by its place alone.
        """
    @property
    def rule(self, /) -> str:
        """
        The statement of the book, and what turned it: `cue fault.was, negated by context negation.not`.
        """
    @property
    def span(self, /) -> Span:
        """
        Where the sentence stands, in code points.
        """
    @property
    def text(self, /) -> str:
        """
        The sentence.
        """
    @property
    def triggers(self, /) -> tuple[Trigger, ...]:
        """
        The words around it that decide how it is meant.
        """

@final
class Quote:
    """
    Words of a decision and where they stand.
    """
    __match_args__: Final = ("text", "span")
    def __copy__(self, /) -> Quote: ...
    def __deepcopy__(self, _memo: Any, /) -> Quote: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def span(self, /) -> Span:
        """
        Where they stand, in code points.
        """
    @property
    def text(self, /) -> str:
        """
        The words.
        """

@final
class Reason:
    """
    Part of a condition, and whether it held. `str` gives it in the words of the book.
    """
    __match_args__: Final = ("form", "holds")
    def __copy__(self, /) -> Reason: ...
    def __deepcopy__(self, _memo: Any, /) -> Reason: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def evidence(self, /) -> tuple[Quote, ...]:
        """
        The sentences behind a signal that is there.
        """
    @property
    def form(self, /) -> Literal["signal", "not", "all", "any"]:
        """
        What it is: `signal`, `not`, `all`, `any`.
        """
    @property
    def holds(self, /) -> bool:
        """
        Whether it held.
        """
    @property
    def parts(self, /) -> tuple[Reason, ...]:
        """
        What it is made of; of a signal that the book names, its condition.
        """

@final
class Reference:
    """
    A reference to other paragraphs of the decision: "see paragraph 24".
    """
    __match_args__: Final = ("text", "to")
    def __copy__(self, /) -> Reference: ...
    def __deepcopy__(self, _memo: Any, /) -> Reference: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def span(self, /) -> Span:
        """
        Where they stand, in code points.
        """
    @property
    def text(self, /) -> str:
        """
        The words of the reference.
        """
    @property
    def to(self, /) -> tuple[int, ...]:
        """
        The numbers of the paragraphs it means, as `Paragraph.number` has them.
        """

@final
class Remedy:
    """
    Something that is to be put right.
    """
    __match_args__: Final = ("kind", "at", "text")
    def __copy__(self, /) -> Remedy: ...
    def __deepcopy__(self, _memo: Any, /) -> Remedy: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def amount(self, /) -> Decimal | None:
        """
        The sum in pounds; `None` if none is stated.
        """
    @property
    def amount_span(self, /) -> Span | None:
        """
        Where the sum is stated, in code points.
        """
    @property
    def at(self, /) -> int | Literal["summary"]:
        """
        The number of the paragraph that says so, or `"summary"`. If the page has no numbers, the paragraph's ordinal.
        """
    @property
    def cue(self, /) -> Quote:
        """
        The words of the sentence that it rests on.
        """
    @property
    def deadline(self, /) -> Deadline | None:
        """
        By when; `None` if the text says nothing of that.
        """
    @property
    def kind(self, /) -> Literal["apology", "payment", "service_improvement", "specific_action"]:
        """
        What kind of action: `apology`, `payment`, `service_improvement`, `specific_action`.
        """
    @property
    def rule(self, /) -> str:
        """
        The rule that made it.
        """
    @property
    def span(self, /) -> Span:
        """
        Where the sentence stands, in code points.
        """
    @property
    def status(self, /) -> Literal["agreed", "recommended", "done"]:
        """
        Whether the body agreed to it: `agreed`, `recommended`, or `done` before the decision because the Ombudsman asked.
        """
    @property
    def subkind(self, /) -> str | None:
        """
        The sort of action, as the rule book names it: `pay_symbolic`, `train`; `None` if the book does not tell it.
        """
    @property
    def text(self, /) -> str:
        """
        The sentence that says so.
        """
    @property
    def to(self, /) -> str | None:
        """
        The person it goes to; `None` if the text does not name one. Where it says "her", the name that this stands for.
        """
    @property
    def to_span(self, /) -> Span | None:
        """
        Where the person is named, in code points.
        """

@final
class RuleBook:
    """
    A book of rules by which decisions are read. It is read once and may be used by many threads.

    Books are equal if they have the same name and the same text.
    """
    def __copy__(self, /) -> RuleBook: ...
    def __deepcopy__(self, _memo: Any, /) -> RuleBook: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    def extend(self, name: str, text: str, /) -> RuleBook:
        """
        A book that says what this one does, and what `text` adds, overrides and drops. Errors call the text by `name`.

        Raises `RuleError` for mistakes in the text.

        >>> book = upheld.RuleBook.standard().extend("own.rules", Path("own.rules").read_text(encoding="utf-8"))
        """
    def forum_label(self, name: str, /) -> str | None:
        """
        The name of a body that grounds send people to, for a reader; `None` if the book has no such forum.
        """
    @staticmethod
    def from_file(path: str | PathLike[str], /) -> RuleBook:
        """
        Reads a book from a file, with the files that it includes; these lie in its folder or below.

        It stands on its own, unless it begins with `include standard`.

        Raises `RuleError` for mistakes in the book, `OSError` for a file that cannot be read, and `SourceError` for
        a file that is no text.
        """
    def ground_label(self, code: str, /) -> str | None:
        """
        What a ground means, in words for a reader; `None` if the book has no such ground.
        """
    @property
    def hash(self, /) -> str:
        """
        Sixteen hexadecimal digits that change with any change of the book's text, or of what it includes.
        """
    @property
    def name(self, /) -> str:
        """
        The name that the book gives itself.
        """
    def outcome_label(self, code: str, /) -> str | None:
        """
        What a decision reason means, in words for a reader; `None` if the book has no such reason.
        """
    @staticmethod
    def parse(name: str, text: str, /) -> RuleBook:
        """
        Reads a book from its text. Errors call it by `name`.

        It stands on its own, unless it begins with `include standard`.

        Raises `RuleError` for mistakes in the book.
        """
    @staticmethod
    def standard() -> RuleBook:
        """
        The book that comes with the package, and that `parse` and `read` use if they are given none.
        """
    def theme_label(self, name: str, /) -> str | None:
        """
        What a theme is about, in words for a reader; `None` if the book has no such theme.
        """
    @property
    def version(self, /) -> str:
        """
        The version that the book gives itself.
        """
    def warnings(self, /) -> tuple[RuleProblem, ...]:
        """
        What is probably not meant in the book's own text, as `upheld rules check` tells it: names that nothing uses,
        phrases that others swallow, rules that never apply, examples that do not do what they say.

        The book is gone through anew for each call.
        """

@final
class Ruling:
    """
    A rule or a flag, and whether its condition held.
    """
    __match_args__: Final = ("name", "holds")
    def __copy__(self, /) -> Ruling: ...
    def __deepcopy__(self, _memo: Any, /) -> Ruling: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def condition(self, /) -> Reason:
        """
        The condition, part by part.
        """
    @property
    def gives(self, /) -> str:
        """
        The outcome that it gives; of a flag, its message.
        """
    @property
    def holds(self, /) -> bool:
        """
        Whether its condition held. A rule behind the first that holds does not decide.
        """
    @property
    def missing(self, /) -> tuple[str, ...]:
        """
        The parts of the condition that would have to be otherwise for it to hold, in the words of the book.
        """
    @property
    def name(self, /) -> str:
        """
        The name of the rule or flag.
        """
    @property
    def place(self, /) -> BookPlace:
        """
        Where it stands.
        """
    @property
    def shows(self, /) -> tuple[Reason, ...]:
        """
        What the rule shows a reader beside its condition.
        """

@final
class Section:
    """
    A heading and what stands below it, up to the next heading.
    """
    __match_args__: Final = ("role", "heading")
    def __copy__(self, /) -> Section: ...
    def __deepcopy__(self, _memo: Any, /) -> Section: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def free(self, /) -> bool:
        """
        Whether the heading is the investigator's own and not one of the template.
        """
    @property
    def heading(self, /) -> str | None:
        """
        The words of the heading; `None` for text before the first one.
        """
    @property
    def level(self, /) -> int:
        """
        1 for the headings of the Ombudsman's template, 2 and 3 for what stands below them.
        """
    @property
    def paragraphs(self, /) -> tuple[Paragraph, ...]:
        """
        Its paragraphs.
        """
    @property
    def role(self, /) -> Literal["summary", "complaint", "scope", "powers", "method", "found", "law", "facts", "analysis", "assessment", "action", "final_decision", "not_investigated", "signoff", "furniture", "other"]:
        """
        What it is for: `summary`, `complaint`, `scope`, `powers`, `method`, `found`, `law`, `facts`, `analysis`,
        `assessment`, `action`, `final_decision`, `not_investigated`, `signoff`, `furniture`, `other`.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands, in code points.
        """
    @property
    def text(self, /) -> str:
        """
        Its text, from the heading to the end of the last paragraph.
        """

@final
class Span:
    """
    A place in the text of a decision: the code points from `start` up to, but not including, `end`.

    `decision.text[span.start:span.end]`, or shorter `decision[span]`, are the words at that place. Spans are ordered
    by where they begin. `len(span)` is the number of code points; `a in b` says whether `a` lies within `b`.
    """
    __match_args__: Final = ("start", "end")
    def __contains__(self, other: Span, /) -> bool: ...
    def __copy__(self, /) -> Span: ...
    def __deepcopy__(self, _memo: Any, /) -> Span: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __len__(self, /) -> int: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, start: SupportsIndex, end: SupportsIndex) -> Span: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def end(self, /) -> int:
        """
        The code point after the last one.
        """
    @property
    def start(self, /) -> int:
        """
        The first code point, counted from 0.
        """

@final
class Step:
    """
    A rule that was asked, and what it was told.
    """
    __match_args__: Final = ("rule", "holds")
    def __copy__(self, /) -> Step: ...
    def __deepcopy__(self, _memo: Any, /) -> Step: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def book(self, /) -> str:
        """
        The file or name of the book that has the rule: a book may include others.
        """
    @property
    def evidence(self, /) -> tuple[Quote, ...]:
        """
        The sentences behind the signals that were there.
        """
    @property
    def holds(self, /) -> bool:
        """
        Whether its condition held.
        """
    @property
    def line(self, /) -> int:
        """
        The line of the book where the rule stands, from 1.
        """
    @property
    def outcome(self, /) -> str:
        """
        The outcome that the rule would give.
        """
    @property
    def rule(self, /) -> str:
        """
        The name of the rule.
        """
    @property
    def signals(self, /) -> MappingProxyType[str, bool]:
        """
        The signals of the condition, and whether each was there.
        """

@final
class Table:
    """
    A table of many decisions: `Batch.findings` for one.

    It speaks Arrow, so that `polars.DataFrame(table)`, `pandas.DataFrame.from_arrow(table)`, `pyarrow.table(table)` and, in
    `DuckDB`, `from table` take it as it is. Its rows are made when they are asked for. Codes are dictionaries, sums decimals in
    pounds, days dates, places code points.

    `len(table)` is the number of its rows.
    """
    def __arrow_c_schema__(self, /) -> object:
        """
        The types of the columns, as a capsule: the Arrow `PyCapsule` interface.
        """
    def __arrow_c_stream__(self, /, requested_schema: Any | None = None) -> object:
        """
        The table as a stream of Arrow, a capsule that other libraries take: the Arrow `PyCapsule` interface.

        `requested_schema` is a capsule too; what it asks for is done where the types allow.
        """
    def __copy__(self, /) -> Table: ...
    def __deepcopy__(self, _memo: Any, /) -> Table: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    def _head(self, rows: SupportsIndex, /) -> list[list[str]]:
        """
        The first rows as text, a cell a column, as `to_csv` writes them.
        """
    def _repr_html_(self, /) -> str:
        """
        The first rows as HTML, for notebooks.
        """
    @property
    def columns(self, /) -> tuple[str, ...]:
        """
        The names of its columns, from left to right.
        """
    def describe(self, /) -> dict[str, str]:
        """
        What each column says, with its unit, by the name of the column.

        >>> batch.remedies.describe().get("amount")
        'the sum in pounds'
        """
    @property
    def name(self, /) -> str:
        """
        Which table it is: `decisions`, `findings`, `remedies`, `grounds`, `issues`.
        """
    def to_csv(self, path: str | PathLike[str], /) -> None:
        """
        Writes the table to a CSV file in UTF-8, a line a row, the names of the columns first. A list is in one cell, its
        entries parted by `; ` or, where they are sentences, by ` | `. Needs no other package.

        Raises `OSError` if the file cannot be written.
        """
    def to_pandas(self, /, *, categories: bool = False, lists: bool = True) -> Any:
        """
        The table as a data frame of pandas: days as `datetime64`, sums as exact decimals, codes as strings or, with
        `categories`, as categories, which take less memory. `lists=False` has each list in one string, as `to_csv` has it and
        Excel needs it. Needs pandas and pyarrow: `pip install upheld[pandas]`.

        Raises `ImportError` if one of them is not installed.
        """
    def to_parquet(self, path: str | PathLike[str], /) -> None:
        """
        Writes the table to a Parquet file, which keeps its types. Needs pyarrow or polars.

        Raises `ImportError` if neither is installed, and `OSError` if the file cannot be written.
        """
    def to_polars(self, /) -> Any:
        """
        The table as a data frame of polars. Needs polars: `pip install upheld[polars]`.

        Raises `ImportError` if it is not installed.
        """

@final
class Theme:
    """
    Something that a decision is about, as a rule book of one's own names it.
    """
    __match_args__: Final = ("name", "text")
    def __copy__(self, /) -> Theme: ...
    def __deepcopy__(self, _memo: Any, /) -> Theme: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def at(self, /) -> int | Literal["summary"] | None:
        """
        Where it is named: a paragraph number, or `"summary"`; `None` for the header.
        """
    @property
    def cue(self, /) -> Quote:
        """
        The words it rests on.
        """
    @property
    def label(self, /) -> str:
        """
        The theme in words for a reader.
        """
    @property
    def name(self, /) -> str:
        """
        The theme, as the rule book names it.
        """
    @property
    def span(self, /) -> Span:
        """
        Where this stands, in code points.
        """
    @property
    def text(self, /) -> str:
        """
        The sentence that names it, or the field of the header.
        """

@final
class Triage:
    """
    What the rules make of a decision.
    """
    __match_args__: Final = ("outcome", "label")
    def __copy__(self, /) -> Triage: ...
    def __deepcopy__(self, _memo: Any, /) -> Triage: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def consistent(self, /) -> bool | None:
        """
        Whether header and prose agree; `None` if one of them says nothing.
        """
    @property
    def derived_outcome(self, /) -> Literal["upheld", "not_upheld", "closed_after_initial_enquiries"] | None:
        """
        The outcome that the prose alone leads to: `upheld`, `not_upheld`, `closed_after_initial_enquiries`; `None` if
        it leads to none.
        """
    def explain(self, /) -> Explanation:
        """
        Why the decision has this outcome, and why not another: every rule with every signal it asks for, and the phrase
        of the book behind each finding. `print` shows it in words.

        >>> print(decision.triage.explain())
        """
    @property
    def flags(self, /) -> tuple[Flag, ...]:
        """
        What a person should look at.
        """
    @property
    def label(self, /) -> str:
        """
        The decision reason in words for a reader.
        """
    @property
    def outcome(self, /) -> str | None:
        """
        The decision reason of the whole, `upheld.remedied` for one; `None` if no rule of the book applies.
        """
    @property
    def reason(self, /) -> str:
        """
        Why, in the words of the rule.
        """
    @property
    def rule(self, /) -> str | None:
        """
        The rule that gave the outcome; `None` if none applies.
        """
    @property
    def trace(self, /) -> tuple[Step, ...]:
        """
        The rules for the whole that were asked, in order, up to the one that held.
        """

@final
class Trigger:
    """
    Words that decide an axis of a context.
    """
    __match_args__: Final = ("axis", "text")
    def __copy__(self, /) -> Trigger: ...
    def __deepcopy__(self, _memo: Any, /) -> Trigger: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def axis(self, /) -> Literal["polarity", "modality", "voice", "time"]:
        """
        Which axis: `polarity`, `modality`, `voice`, `time`.
        """
    @property
    def rule(self, /) -> str:
        """
        The rule of the book, or `question` for the mark of a question.
        """
    @property
    def span(self, /) -> Span:
        """
        Where they stand, in code points.
        """
    @property
    def text(self, /) -> str:
        """
        The words.
        """

@final
class Verdict:
    """
    The rules that were asked of a decision or an issue, and what came of it.
    """
    __match_args__: Final = ("outcome", "rule")
    def __copy__(self, /) -> Verdict: ...
    def __deepcopy__(self, _memo: Any, /) -> Verdict: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, Any]: ...
    def __repr__(self, /) -> str: ...
    @property
    def heading(self, /) -> Quote | None:
        """
        The heading of the issue; `None` for the whole.
        """
    @property
    def outcome(self, /) -> str | None:
        """
        The outcome; `None` if no rule holds.
        """
    @property
    def rule(self, /) -> Ruling | None:
        """
        The rule that decided; `None` if none holds.
        """
    @property
    def rulings(self, /) -> tuple[Ruling, ...]:
        """
        All rules, in the order in which they are asked. The first that holds decides.
        """

@final
class _BatchIterator:
    """
    Goes through a batch; several threads may share it.
    """
    def __iter__(self, /) -> _BatchIterator: ...
    def __next__(self, /) -> Decision: ...

def _batch(states: SupportsGetItem[int, tuple[bytes, str]], errors: SupportsGetItem[int, Any], book: RuleBook, /) -> Batch:
    """
    A batch, out of its pickle.
    """

def _book(texts: SupportsGetItem[int, tuple[str, str | None]], /) -> RuleBook:
    """
    A book, out of its pickle.
    """

def _decision(state: bytes, source: str, book: RuleBook, /) -> Decision:
    """
    A decision, out of its pickle.
    """

def _parse_many(texts: SupportsGetItem[int, Any], sources: SupportsGetItem[int, str], tick: Any, rules: RuleBook | None, workers: SupportsIndex | None, max_bytes: SupportsIndex | None, max_depth: SupportsIndex | None, /) -> Batch:
    """
    Reads texts, each with the name that its decision has as its source.
    """

def _part(decision: Any, way: SupportsGetItem[int, tuple[str, SupportsIndex | None]], /) -> Any:
    """
    A part of a decision, found by its way.
    """

def _quote(decision: Decision, start: SupportsIndex, end: SupportsIndex, /) -> Quote:
    """
    Words of a decision, found by their place in bytes.
    """

def _read_many(paths: SupportsGetItem[int, tuple[str | PathLike[str], Any | None]], tick: Any, rules: RuleBook | None, workers: SupportsIndex | None, max_bytes: SupportsIndex | None, max_depth: SupportsIndex | None, /) -> Batch:
    """
    Reads files. Where a path comes with an error, that is what became of looking for it. `tick(n)` is called whenever
    `n` more have been dealt with.
    """

def _table(batch: Batch, name: str, /) -> Any:
    """
    A table, out of its pickle.
    """

def parse(text: str, /, *, rules: RuleBook | None = None, max_bytes: SupportsIndex | None = None, max_depth: SupportsIndex | None = None) -> Decision:
    """
    Reads a decision from its text, by the standard rule book or by `rules`.

    Any text is taken; what could not be placed is told in `Decision.diagnostics`. From a web page (HTML) the decision
    is taken out, characters that were decoded wrongly are put right, and words that were broken at the end of a line
    joined: that is told there too, and places are those in `Decision.text`. Other threads run meanwhile.

    Raises `UnicodeEncodeError` (a `ValueError`) for a text with lone surrogates, and `SourceError` for one of more
    than `max_bytes` bytes in UTF-8 (256 MiB, unless it is given), or a web page whose elements are nested deeper than
    `max_depth` (512).

    >>> upheld.parse("Final decision\\n\\n  1. I find no fault by the Council.\\n").layout
    'statement'
    """

def read(path: str | PathLike[str], /, *, rules: RuleBook | None = None, max_bytes: SupportsIndex | None = None, max_depth: SupportsIndex | None = None) -> Decision:
    """
    Reads a decision from a file, by the standard rule book or by `rules`.

    The file is a text or a web page, recognised by what it holds, in UTF-8, UTF-16 or Windows-1252. A PDF is read where
    the extra is installed that takes its text out: `pip install upheld[pdf]`. What was done to get the text is told in
    `Decision.diagnostics`.

    Raises `OSError`, as `open` does, for a file that cannot be read (`FileNotFoundError`, `IsADirectoryError`,
    `PermissionError`), and `SourceError` for one that is no text, has more than `max_bytes` bytes (256 MiB, unless it
    is given), or is a web page whose elements are nested deeper than `max_depth` (512). Other threads run meanwhile.

    >>> upheld.read("decisions/21-003-813.txt").source
    'decisions/21-003-813.txt'
    """
