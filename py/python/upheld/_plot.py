"""The pictures that analysts draw of many decisions, by matplotlib, which the extra `plot` installs."""

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from statistics import median
from textwrap import wrap
from typing import TYPE_CHECKING

from ._frames import needed
from ._words import NO_OUTCOME, OUTCOMES, counted, outcome

needed("matplotlib", "plot")

from matplotlib.axes import Axes  # noqa: E402
from matplotlib.container import BarContainer  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.ticker import FuncFormatter, MaxNLocator, NullLocator  # noqa: E402

if TYPE_CHECKING:
    from ._upheld import Batch, Decision

# Okabe and Ito's colours, which people with any kind of colour vision tell apart.
_COLOURS = dict(zip((*OUTCOMES.values(), NO_OUTCOME), ("#D55E00", "#0072B2", "#56B4E9", "#BBBBBB")))
_PLAIN = "#0072B2"
_MEDIAN = "#000000"


def plot(batch: "Batch", *, bodies: int) -> Figure:
    """Outcomes by year and by body, days to act and sums paid."""
    if bodies < 1:
        raise ValueError(f"`bodies` is {bodies}; at least one body needs a bar")
    names = Counter(_body(decision) for decision in batch)
    # A bar a body needs more room than the rest.
    rows = min(len(names), bodies + 1) if len(names) > 1 else 0
    figure = Figure(figsize=(10, 6.4 + max(0, rows - 8) * 0.2), dpi=80, layout="constrained")
    if rows:
        panes = figure.subplot_mosaic([["years", "bodies"], ["days", "pounds"]], height_ratios=[3 + 0.15 * rows, 3])
        _by_body(panes["bodies"], batch, names, bodies)
    else:
        panes = figure.subplot_mosaic([["years", "years"], ["days", "pounds"]])
    _by_year(panes["years"], batch)
    _days(panes["days"], batch)
    _pounds(panes["pounds"], batch)
    # Notebooks show by themselves only what pyplot made, which would keep a list of all figures.
    setattr(figure, "_repr_png_", partial(_png, figure))
    return figure


def _png(figure: Figure) -> bytes:
    data = io.BytesIO()
    figure.savefig(data, format="png")
    return data.getvalue()


def _by_year(axes: Axes, batch: "Batch") -> None:
    axes.set_title("Outcomes by year of the decision")
    axes.set_ylabel("decisions")
    axes.set_xlabel("year")
    dated = Counter((decision.header.date.year, outcome(decision)) for decision in batch if decision.header.date)
    if not dated:
        _nothing(axes, "no decision has a date")
        return
    found = [year for year, _ in dated]
    # A year without decisions has its place, unless a misprint puts it a century away.
    years = [*range(min(found), max(found) + 1)] if max(found) - min(found) < 60 else sorted(set(found))
    places = range(len(years))
    base = [0] * len(years)
    for name, colour in _colours(name for _, name in dated):
        heights = [dated[year, name] for year in years]
        bars = axes.bar(places, heights, bottom=base, color=colour, label=name, edgecolor="white", linewidth=0.8)
        _number(axes, bars, heights, name)
        base = [below + height for below, height in zip(base, heights)]
    axes.set_ylim(0, max(base) * 1.3)
    every = -(-len(years) // 12)
    axes.set_xticks(places[::every], [str(year) for year in years[::every]])
    axes.yaxis.set_major_locator(_whole())
    axes.tick_params("x", labelsize=8)
    # One year alone is no wall.
    beside = max(0.6, 3 - len(years) / 2)
    axes.set_xlim(-beside, len(years) - 1 + beside)
    axes.legend(frameon=False, fontsize=8, ncols=2, loc="upper left")
    left_out = len(batch) - sum(dated.values())
    if left_out:
        axes.set_xlabel(f"year ({left_out:,} without a date left out)")
    _clear(axes)


def _by_body(axes: Axes, batch: "Batch", names: Counter[str], shown: int) -> None:
    most = [name for name, _ in names.most_common(shown)]
    others = len(names) - len(most)
    counts = Counter(
        (name if name in most else "", outcome(decision)) for decision in batch for name in [_body(decision)]
    )
    rows, labels = most, [_short(name) for name in most]
    if others:
        rows, labels = [*most, ""], [*labels, counted(others, "other")]
    places = range(len(rows))
    totals = [sum(count for (row, _), count in counts.items() if row == name) for name in rows]
    base = [0.0] * len(rows)
    for name, colour in _colours(name for _, name in counts):
        found = [counts[row, name] for row in rows]
        # Shares: what most bodies have few of could not be seen beside all the others together.
        widths = [100 * count / total for count, total in zip(found, totals)]
        bars = axes.barh(places, widths, left=base, color=colour, edgecolor="white", linewidth=0.8)
        _number(axes, bars, found, name)
        base = [before + width for before, width in zip(base, widths)]
    axes.set_yticks(places, labels)
    # Few bodies are no thicker than many.
    axes.set_ylim(max(len(rows), 5) - 0.5, -0.5)
    axes.set_xlim(0, 100)
    axes.tick_params("y", labelsize=8, length=0)
    axes.set_title("Outcomes by body")
    axes.set_xlabel("share of the decisions in %, with their number")
    _clear(axes)


def _days(axes: Axes, batch: "Batch") -> None:
    axes.set_title("How long bodies have to act")
    axes.set_xlabel("days from the decision to the due date")
    axes.set_ylabel("actions")
    spans = [
        (remedy.deadline.due - decision.header.date).days
        for decision in batch
        for remedy in decision.remedies
        if decision.header.date and remedy.deadline and remedy.deadline.due
    ]
    if not spans:
        _nothing(axes, "no action has a due date")
        return
    # A month has 28 to 31 days: they belong into one bar, so bars stand around the tens.
    first, last = min(0, min(spans)), max(spans)
    step = next((step for step in (10, 30, 100, 300, 1000) if last - first <= 60 * step), 100_000)
    edges = [edge - step / 2 for edge in range(first // step * step, last + 2 * step, step)]
    axes.hist(spans, edges, color=_PLAIN, edgecolor="white", linewidth=0.8)
    _middle(axes, spans, f"median {median(spans):.0f} days, of {counted(len(spans), 'action')}")
    axes.yaxis.set_major_locator(_whole())
    _clear(axes)


def _pounds(axes: Axes, batch: "Batch") -> None:
    axes.set_title("Sums that bodies pay")
    axes.set_xlabel("pounds (logarithmic scale)")
    axes.set_ylabel("payments")
    amounts = (remedy.amount for decision in batch for remedy in decision.remedies)
    sums = [float(amount) for amount in amounts if amount]
    if not sums:
        _nothing(axes, "no sum is named")
        return
    low, high = min(sums), max(sums)
    steps = [10.0**power * lead for power in range(-2, 20) for lead in (1, 2, 5)]
    edges = [step for step, after in zip(steps, steps[1:]) if after > low and step <= high]
    edges.append(steps[steps.index(edges[-1]) + 1])
    axes.set_xscale("log")
    axes.hist(sums, edges, color=_PLAIN, edgecolor="white", linewidth=0.8)
    axes.set_xticks(edges)
    axes.tick_params("x", labelsize=8, rotation=30 if len(edges) > 9 else 0)
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: _sum(value)))
    _middle(axes, sums, f"median {_sum(median(sums))}, of {counted(len(sums), 'payment')}")
    axes.yaxis.set_major_locator(_whole())
    _clear(axes)


def _number(axes: Axes, bars: BarContainer, counts: Sequence[int], name: str) -> None:
    """Writes into each bar how many decisions it stands for."""
    ink = "white" if name == OUTCOMES["not_upheld"] else "black"
    axes.bar_label(bars, [str(count or "") for count in counts], label_type="center", fontsize=8, color=ink)


def _middle(axes: Axes, values: Sequence[float], words: str) -> None:
    """The median, as a line with words."""
    axes.axvline(median(values), color=_MEDIAN, linestyle="--", linewidth=1, label=words)
    axes.set_ylim(top=axes.get_ylim()[1] * 1.15)
    axes.legend(facecolor="white", framealpha=1, edgecolor="none", fontsize=8, loc="upper right")


def _nothing(axes: Axes, why: str) -> None:
    """What is said where nothing can be drawn."""
    axes.text(0.5, 0.5, why, transform=axes.transAxes, ha="center", va="center", style="italic")
    axes.set_xticks([])
    axes.set_yticks([])
    _clear(axes)


def _whole() -> MaxNLocator:
    """Marks at whole, round numbers."""
    return MaxNLocator(nbins=6, integer=True, steps=[1, 2, 5, 10])


def _clear(axes: Axes) -> None:
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_axisbelow(True)
    axes.title.set_fontsize(11)


def _colours(names: Iterable[str]) -> list[tuple[str, str]]:
    """The outcomes that occur, each with its colour, always in the same order."""
    present = set(names)
    known = [(name, colour) for name, colour in _COLOURS.items() if name in present]
    return known + [(name, _COLOURS[NO_OUTCOME]) for name in sorted(present - _COLOURS.keys())]


def _body(decision: "Decision") -> str:
    return decision.header.body or "no body named"


def _short(name: str) -> str:
    """The name of a body in two lines at most, so that it leaves room for its bar."""
    # A dollar would begin a formula.
    return "\n".join(wrap(name, 30, max_lines=2, placeholder="…")).replace("$", r"\$")


def _sum(pounds: float) -> str:
    return f"£{pounds:,.0f}" if pounds >= 1 else f"£{pounds:.2f}"
