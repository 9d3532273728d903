"""What the pages in `docs` show in Python runs, and prints what they say.

The blocks marked `python` of a page run in their order, in one namespace, in a temporary folder with a copy of
`examples`. A block that is followed by one marked `text`, with nothing but an empty line between, prints exactly that;
a line `...` in it stands for any lines. What other blocks print is not looked at.
"""

import contextlib
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```\n(?:\n```text\n(?P<printed>.*?)^```\n)?", re.MULTILINE | re.DOTALL)


def pages() -> Iterator[Path]:
    for page in sorted((ROOT / "docs").rglob("*.md")):
        if BLOCK.search(page.read_text(encoding="utf-8")):
            yield page


@pytest.mark.parametrize("page", list(pages()), ids=lambda page: page.name)
def test_the_examples_of_a_page(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    names: dict[str, object] = {}
    for block in BLOCK.finditer(text):
        # Lines of a traceback are those of the page.
        above = text.count("\n", 0, block.start("code"))
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile("\n" * above + block["code"], page, "exec"), names)
        if block["printed"] is not None:
            assert agrees(printed.getvalue(), block["printed"]), f"line {above + 1} prints\n{printed.getvalue()}"


def agrees(printed: str, shown: str) -> bool:
    """Whether this is what was printed, its lines `...` left out."""
    parts = re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)
    return re.fullmatch("(?:.*\n)*?".join(map(re.escape, parts)), printed) is not None


def test_what_a_page_may_leave_out() -> None:
    assert agrees("a\nb\nc\n", "a\n...\nc\n")
    assert agrees("a\nb\n", "a\n...\n")
    assert not agrees("a\nb\n", "a\n")
    assert not agrees("a\nb\n", "b\n...\n")
