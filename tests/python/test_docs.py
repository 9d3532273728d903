"""What the documentation shows runs."""

import doctest
import shutil
from importlib.metadata import metadata
from pathlib import Path

import pytest

import upheld


def test_the_readme_runs(decisions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = metadata("upheld").json["description"]
    assert isinstance(readme, str)
    block = readme.split("```python\n")[1].split("```")[0]
    shutil.copy(decisions / "upheld.txt", tmp_path / "21-003-813.txt")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(compile(block, "README.md", "exec"), names)
    assert isinstance(names["decision"], upheld.Decision)


def test_the_version_is_that_of_the_package() -> None:
    assert upheld.__version__ == metadata("upheld")["Version"]


def test_the_example_of_the_project_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).resolve().parents[2]
    block = (root / "README.md").read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    monkeypatch.chdir(root)
    names: dict[str, object] = {}
    exec(compile(block, "README.md", "exec"), names)
    decision = names["decision"]
    assert isinstance(decision, upheld.Decision)
    assert decision.triage.outcome == "upheld.remedied"


def test_the_manual_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).resolve().parents[2]
    shutil.copytree(root / "examples" / "decisions", tmp_path / "decisions")
    monkeypatch.chdir(tmp_path)
    assert upheld.__doc__
    examples = doctest.DocTestParser().get_doctest(upheld.__doc__, {}, "upheld", upheld.__file__, 0)
    results = doctest.DocTestRunner().run(examples)
    assert results.attempted > 10
    assert results.failed == 0
