"""The pictures of a batch."""

import subprocess
import sys
from pathlib import Path

import pytest

import upheld

pytest.importorskip("matplotlib")
from matplotlib.axes import Axes  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402


def page(number: int, *, body: str = "Wendholme Council", year: int = 2022, action: str = "") -> str:
    return (
        f"{body} (21 000 {number:03})\n\nDecision : Upheld\n\nDecision date : 03 Mar {year}\n\n"
        f"Final decision\n\n  1. There was fault by the Council, which caused injustice.\n\n"
        f"Agreed action\n\n  2. {action or 'The Council will apologise to Mr X.'}\n"
    )


def texts(axes: Axes) -> list[str]:
    """What is written in a picture: words of its own, marks of the axes, legend."""
    marks = [*axes.get_xticklabels(), *axes.get_yticklabels()]
    legend = axes.get_legend()
    return [text.get_text() for text in [*axes.texts, *marks, *(legend.get_texts() if legend else [])]]


def by_title(figure: Figure) -> dict[str, Axes]:
    figure.canvas.draw()
    return {axes.get_title(): axes for axes in figure.axes}


@pytest.mark.parametrize("texts_of", [[], ["no decision at all"], [page(1)]], ids=["empty", "odd", "one"])
def test_what_is_not_there_is_said(texts_of: list[str]) -> None:
    panes = by_title(upheld.parse_many(texts_of).plot())
    assert "no action has a due date" in texts(panes["How long bodies have to act"])
    assert "no sum is named" in texts(panes["Sums that bodies pay"])
    assert ("no decision has a date" in texts(panes["Outcomes by year of the decision"])) == (texts_of != [page(1)])
    assert "Outcomes by body" not in panes


def test_each_picture_says_what_it_shows_and_in_which_unit(decisions: Path) -> None:
    figure = upheld.read_many(decisions, progress=False).plot()
    assert isinstance(figure, Figure)
    for title, axes in by_title(figure).items():
        assert title and axes.get_xlabel()
        assert axes.get_ylabel() or title == "Outcomes by body"


def test_days_and_pounds() -> None:
    action = "Within one month of this decision the Council will pay Mr X £250 for his distress."
    panes = by_title(upheld.parse_many([page(1, action=action)]).plot())
    assert "median 31 days, of 1 action" in texts(panes["How long bodies have to act"])
    pounds = panes["Sums that bodies pay"]
    assert pounds.get_xscale() == "log"
    assert {"£200", "£500", "median £250, of 1 payment"} <= set(texts(pounds))


def test_outcomes_are_counted_by_year() -> None:
    pages = [
        page(1, year=2021),
        page(2, year=2023),
        page(3, year=2023),
        page(4).replace("Decision date : 03 Mar 2022", ""),
    ]
    axes = by_title(upheld.parse_many(pages).plot())["Outcomes by year of the decision"]
    assert [patch.get_height() for patch in axes.patches if hasattr(patch, "get_height")] == [1, 0, 2]
    assert "1 without a date" in axes.get_xlabel()
    assert "Upheld" in texts(axes)


def test_without_a_header_the_decision_reason_tells_the_outcome() -> None:
    text = "Final decision\n\n  1. I find no fault by the Council.\n"
    dated = text.replace("Final", "Decision date : 03 Mar 2022\n\nFinal")
    axes = by_title(upheld.parse_many([dated]).plot())["Outcomes by year of the decision"]
    assert "Not upheld" in texts(axes)


def test_many_bodies_share_a_bar() -> None:
    pages = [page(number, body=f"Council of Place {chr(65 + number // 2)}") for number in range(24)]
    batch = upheld.parse_many(pages)
    axes = by_title(batch.plot(bodies=3))["Outcomes by body"]
    names = [name.replace("\n", " ") for name in texts(axes)]
    assert "9 others" in names and "Council of Place A" in names and "Council of Place L" not in names
    axes = by_title(batch.plot(bodies=20))["Outcomes by body"]
    assert not any("other" in name for name in texts(axes))
    with pytest.raises(ValueError, match="at least one body"):
        batch.plot(bodies=0)


def test_the_figure_shows_itself_and_leaves_pyplot_alone() -> None:
    script = (
        "import sys, upheld; figure = upheld.parse_many([]).plot(); "
        "assert figure._repr_png_().startswith(b'\\x89PNG'); assert 'matplotlib.pyplot' not in sys.modules; "
        "import pickle; assert pickle.loads(pickle.dumps(figure))._repr_png_() == figure._repr_png_()"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_without_matplotlib_it_says_what_to_install() -> None:
    script = (
        "import sys; sys.modules['matplotlib'] = None; import upheld\n"
        "try: upheld.parse_many([]).plot()\n"
        "except ImportError as error: assert 'pip install upheld[plot]' in str(error), error\n"
        "else: raise AssertionError"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_strange_names_days_and_sums_draw() -> None:
    action = "By 3 March 2999 the Council will pay Mr X £99,999,999,999. Within one month it will pay him £0.01."
    pages = [
        page(1, body="A $\\alpha_$ Council", action=action),
        page(2, body="The same long name of a council that ends in something else, here one", year=1999),
        page(3, body="The same long name of a council that ends in something else, here two", year=2999),
    ]
    panes = by_title(upheld.parse_many(pages).plot())
    assert len(panes["Outcomes by body"].get_yticklabels()) == 3
