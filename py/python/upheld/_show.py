"""What notebooks show of batches and tables: HTML with a style that holds for nothing else, without scripts."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING

from ._words import OUTCOMES, counted

if TYPE_CHECKING:
    from datetime import date

    from ._upheld import Batch, Table

_ROWS = 10
"""So many rows of a table are shown, and so many files that could not be read."""

_LONGEST = 60
"""Cells with more characters are shortened."""

_LONGEST_TITLE = 1000
"""So are the words that stand there for a pointer."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Characters that a page is not to hold: programs that it passes through may act on them."""

# Colours are those of the page around it, so that it is light or dark as its surroundings are. The class of the
# table makes its rules weigh more than those that notebooks have for all tables.
_STYLE = """\
<style>
.upheld-shown { color: inherit; font-size: .9em; line-height: 1.45; text-align: left; }
.upheld-shown p { margin: .3em 0; }
.upheld-shown .upheld-faint { opacity: .75; }
.upheld-shown .upheld-wide { overflow-x: auto; }
.upheld-shown .upheld-several { display: flex; flex-wrap: wrap; align-items: flex-start; gap: .2em 2.2em; }
.upheld-shown table.upheld-grid { border-collapse: collapse; margin: .5em 0; color: inherit; font-size: inherit; }
.upheld-shown table.upheld-grid caption { caption-side: top; padding: 0 0 .2em; color: inherit; font-weight: 600; text-align: left; }
.upheld-shown table.upheld-grid th, .upheld-shown table.upheld-grid td {
  padding: .2em .7em .2em 0; border: 0; border-top: 1px solid rgba(128, 128, 128, .35);
  color: inherit; background: none; font-weight: 400; text-align: left; vertical-align: top; max-width: 30em;
}
.upheld-shown table.upheld-grid thead th { border-top: 0; font-weight: 600; white-space: nowrap; }
.upheld-shown table.upheld-grid [title] { cursor: help; }
.upheld-shown .upheld-wide table.upheld-grid td { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.upheld-shown table.upheld-grid .upheld-number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
</style>"""

# `strftime` would write them in the language of the machine.
_MONTHS = (
    "January February March April May June July August September October November December".split()
)

_GRID = '<table class="upheld-grid">'


def table(rows: "Table") -> str:
    """The first rows of a table, what it has in all, and above each column what it says."""
    about = rows.describe()
    head = rows._head(_ROWS)
    numbers = [bool(head) and all(re.fullmatch(r"[\d.]*", row[place]) for row in head) for place in range(len(about))]
    top = "".join(_element("th", name, title=words, number=it) for (name, words), it in zip(about.items(), numbers))
    body = ("".join(_cell(name, cell, number) for name, cell, number in zip(about, row, numbers)) for row in head)
    size = f"<b>{escape(rows.name)}</b>: {counted(len(rows), 'row')}, {counted(len(about), 'column')}"
    below = f"The first {_ROWS} rows. " if len(rows) > _ROWS else ""
    return _shown(
        f"<p>{size}</p>",
        f'<div class="upheld-wide">{_GRID}<thead><tr>{top}</tr></thead>',
        f"<tbody>{''.join(f'<tr>{row}</tr>' for row in body)}</tbody></table></div>",
        f'<p class="upheld-faint">{below}All of them: <code>.to_pandas()</code>, <code>.to_polars()</code>, '
        "<code>.to_csv(path)</code>; what the columns say: <code>.describe()</code></p>",
    )


def batch(decisions: "Batch") -> str:
    """How many decisions there are of each kind, what could not be read, and what to do next."""
    outcomes: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    codes: dict[str, str] = {}
    kinds: Counter[str] = Counter()
    flags: Counter[str] = Counter()
    messages: dict[str, str] = {}
    sums: list[Decimal] = []
    for decision in decisions:
        code = decision.header.outcome
        outcomes[OUTCOMES.get(code, code) if code else "none in the header"] += 1
        reasons[decision.triage.label] += 1
        codes[decision.triage.label] = decision.triage.outcome or ""
        kinds.update(finding.kind.replace("_", " ") for finding in decision.findings)
        sums.extend(remedy.amount for remedy in decision.remedies if remedy.amount is not None)
        flags.update({flag.name for flag in decision.triage.flags})
        messages.update((flag.name, flag.message) for flag in decision.triage.flags)
    counts = (
        _counts("Published outcome", outcomes, {}),
        _counts("Decision reason", reasons, codes),
        _counts("Findings", kinds, {}),
        _counts("For a person to look at", flags, messages),
    )
    return _shown(
        f"<p>{escape(_extent(decisions))}</p>",
        f'<div class="upheld-several">{"".join(counts)}</div>',
        f"<p>Payments: {_pounds(sum(sums))} in {counted(len(sums), 'sum')}</p>" if sums else "",
        *_unread(decisions),
        f'<p class="upheld-faint">{_next(decisions)}</p>',
    )


def _extent(decisions: "Batch") -> str:
    """`134 decisions of 130 bodies, 17 November 2015 to 5 December 2025`"""
    bodies = {decision.header.body for decision in decisions} - {None}
    days = [decision.header.date for decision in decisions if decision.header.date]
    of = f" of {counted(len(bodies), 'body', 'bodies')}" if bodies else ""
    when = f", {_day(min(days))} to {_day(max(days))}" if len(set(days)) > 1 else f", {_day(days[0])}" if days else ""
    return f"{counted(len(decisions), 'decision')}{of}{when}"


def _counts(title: str, counts: Counter[str], titles: dict[str, str]) -> str:
    """A small table of names with how often each occurs; nothing where there are none."""
    if not counts:
        return ""
    rows = (
        f"<tr>{_element('td', name, title=titles.get(name, ''))}{_element('td', f'{count:,}', number=True)}</tr>"
        for name, count in counts.most_common()
    )
    return f"{_GRID}<caption>{escape(title)}</caption><tbody>{''.join(rows)}</tbody></table>"


def _unread(decisions: "Batch") -> Iterator[str]:
    """What could not be read, with why."""
    errors = decisions.errors
    if not errors:
        return
    rows = (f"<tr>{_element('td', str(error))}</tr>" for error in errors[:_ROWS])
    yield f"{_GRID}<caption>{len(errors):,} could not be read</caption><tbody>{''.join(rows)}</tbody></table>"
    if len(errors) > _ROWS:
        yield f'<p class="upheld-faint">The first {_ROWS}. All of them: <code>.errors</code></p>'


def _next(decisions: "Batch") -> str:
    if not len(decisions):
        return (
            "There is nothing to show: look at <code>.errors</code>."
            if decisions.errors
            else "There is nothing to show."
        )
    return (
        "Tables: <code>.decisions</code>, <code>.findings</code>, <code>.remedies</code>, <code>.grounds</code>, "
        "<code>.issues</code>, each with <code>.to_pandas()</code>; one decision: <code>batch[0]</code>; "
        "pictures: <code>.plot()</code>"
    )


def _cell(name: str, text: str, number: bool) -> str:
    """A cell, shortened where it is long. Of a path the end tells more than its beginning."""
    if len(text) <= _LONGEST:
        return _element("td", text, number=number)
    short = f"…{text[-_LONGEST:]}" if name == "source" else f"{text[:_LONGEST].rstrip()}…"
    return _element("td", short, title=text, number=number)


def _element(tag: str, text: str, *, title: str = "", number: bool = False) -> str:
    attributes = (' class="upheld-number"' if number else "") + (f' title="{_escaped(title)}"' if title else "")
    return f"<{tag}{attributes}>{_escaped(text)}</{tag}>"


def _escaped(text: str) -> str:
    short = text if len(text) <= _LONGEST_TITLE else f"{text[:_LONGEST_TITLE].rstrip()}…"
    return escape(_CONTROLS.sub("", short))


def _shown(*parts: str) -> str:
    return "\n".join([f'<div class="upheld-shown">{_STYLE}', *filter(None, parts), "</div>"])


def _pounds(amount: Decimal | int) -> str:
    return f"£{amount:,.2f}".removesuffix(".00")


def _day(day: "date") -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
