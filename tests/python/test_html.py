"""A decision as HTML, in a notebook for instance."""

import re
from html.parser import HTMLParser

import pytest

import upheld

NASTY = "<script>alert('x')</script> & \"she\" <img src=https://example.org/x onerror=alert(1)>"


class Page(HTMLParser):
    """The elements of a page with their attributes, and its text without styles."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def test_a_notebook_shows_what_to_html_gives(bins: upheld.Decision) -> None:
    html = bins.to_html()
    assert bins._repr_html_() == html
    assert html.startswith("<article ") and html.endswith("</article>"), "a fragment, not a page"


def test_it_tells_what_the_decision_tells(bins: upheld.Decision) -> None:
    page = Page(bins.to_html())
    assert not page.open
    shown = " ".join(page.text.split())
    for words in (bins.triage.label, *(issue.label for issue in bins.issues)):
        assert words in shown
    for paragraph in bins.paragraphs:
        first = " ".join(paragraph.text.split()[:3])
        assert first in shown
    titles = [value or "" for name, value in page.attributes if name == "title"]
    for finding in bins.findings:
        assert any(finding.rule in title for title in titles), finding


def test_everything_is_escaped() -> None:
    decision = upheld.parse(
        f"Final decision\n\n  1. {NASTY} said {NASTY}. This was fault {NASTY}.\n\n"
        f"Agreed action\n\n  1. Within one month of {NASTY} the Council will pay Mr X £150 {NASTY}.\n"
    )
    html = decision.to_html()
    assert "<script" not in html and "<img" not in html
    page = Page(html)
    assert not page.open
    assert set(page.elements) <= {*"article style header p span strong dl dt dd details summary small mark b".split()}
    assert not any(name.startswith("on") or name in {"src", "href", "style", "id"} for name, _ in page.attributes)
    assert "<script>alert('x')</script> & \"she\"" in page.text


def test_it_needs_nothing_else(bins: upheld.Decision, porch: upheld.Decision) -> None:
    for decision in (bins, porch):
        html = decision.to_html()
        for resource in ("http://", "https://", "url(", "@import", "<script", "<link", "<img", "<iframe"):
            assert resource not in html


@pytest.mark.parametrize(
    "hook",
    [
        "color-scheme: light dark",
        "light-dark(",
        '[data-jp-theme-light="true"]',
        '[data-jp-theme-light="false"]',
        "body.vscode-light",
        "body.vscode-dark",
        'html[data-theme="light"]',
        'html[data-theme="dark"]',
    ],
)
def test_it_is_light_or_dark_as_its_surroundings_are(bins: upheld.Decision, hook: str) -> None:
    assert hook in bins.to_html()


def test_several_decisions_do_not_disturb_one_another(bins: upheld.Decision, porch: upheld.Decision) -> None:
    html = bins.to_html() + porch.to_html()
    page = Page(html)
    assert "id" not in {name for name, _ in page.attributes}
    names = {name for key, value in page.attributes if key == "class" for name in (value or "").split()}
    assert names and all(name.startswith("upheld-") for name in names)
    style = re.search("<style>(.*?)</style>", html, re.DOTALL)
    assert style
    assert set(re.findall(r"--[a-z-]+(?=:)", style[1])) <= set(re.findall(r"--upheld-[a-z-]+", style[1]))


def test_a_book_of_ones_own_has_the_words_for_its_grounds() -> None:
    book = upheld.RuleBook.standard().extend("own.rules", 'label ground late: "too <late>"\n')
    page = "Final decision\n\n  1. We will not investigate this complaint because it is late.\n"
    assert "too &lt;late&gt;" in upheld.parse(page, rules=book).to_html()
