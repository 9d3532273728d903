"""The notebooks run, and what they show is what is kept in them.

`python examples/notebooks/run.py` runs them and keeps what they show now.
"""

import importlib.util
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

nbformat: Any = pytest.importorskip("nbformat")
for needed in ("nbclient", "ipykernel", "matplotlib", "openpyxl", "pandas", "pyarrow"):
    pytest.importorskip(needed)

FOLDER = Path(__file__).parents[2] / "examples" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def executed(notebook: Path) -> Any:
    """The notebook with the outputs that it has now."""
    spec = importlib.util.spec_from_file_location("run_notebooks", FOLDER / "run.py")
    assert spec and spec.loader
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.executed(notebook)


def words(page: Any) -> list[list[str]]:
    """What each cell shows, as words: the pixels of a picture and the style of a table may change with other versions."""
    return [[text for output in cell.get("outputs", []) for text in said(output)] for cell in page.cells]


def said(output: Any) -> list[str]:
    """The words of an output; that there is a picture."""
    if output.output_type == "stream":
        return [" ".join(output.text.split())]
    data = output.data
    if "text/html" in data:
        html = re.sub(r"<style.*?</style>", " ", data["text/html"], flags=re.DOTALL)
        return [" ".join(unescape(re.sub("<[^>]*>", " ", html)).split())]
    pictures = sorted(kind for kind in data if kind.startswith("image/"))
    plain = re.sub(r" size \d+x\d+| at 0x[0-9a-f]+", "", data["text/plain"])
    return [*pictures, " ".join(plain.split())]


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_is_kept_in_it(notebook: Path) -> None:
    kept = nbformat.read(notebook, as_version=4)
    assert words(executed(notebook)) == words(kept), "python examples/notebooks/run.py keeps what it shows now"


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_small_and_names_no_place_of_this_machine(notebook: Path) -> None:
    text = notebook.read_text(encoding="utf-8")
    assert len(text) < 150_000
    assert not re.search(r"/(home|Users|root|tmp|work)/", text)
    cells = [cell for cell in nbformat.read(notebook, as_version=4).cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
