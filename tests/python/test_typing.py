"""Stubs, docstrings and the package agree."""

import ast
import importlib.util
import inspect
import pydoc
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import upheld

STUB = ast.parse((files(upheld) / "_upheld.pyi").read_text(encoding="utf-8"))


def documented() -> Iterator[tuple[str, ast.FunctionDef | ast.ClassDef]]:
    """Everything in the stub that has a docstring of its own: classes, functions, attributes, methods."""
    for node in STUB.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and not node.name.startswith("_"):
            yield node.name, node
        if isinstance(node, ast.ClassDef):
            for member in node.body:
                if isinstance(member, ast.FunctionDef) and not member.name.startswith("__"):
                    yield f"{node.name}.{member.name}", member


@pytest.mark.parametrize(("name", "node"), list(documented()), ids=lambda value: value if isinstance(value, str) else "")
def test_the_stub_says_what_help_says(name: str, node: ast.FunctionDef | ast.ClassDef) -> None:
    thing: object = upheld
    for part in name.split("."):
        thing = getattr(thing, part)
    said = inspect.getdoc(thing)
    assert said
    assert ast.get_docstring(node) == said


def test_everything_public_is_exported_and_documented() -> None:
    native = {name for name, value in vars(upheld._upheld).items() if not name.startswith("_") and value is not upheld}
    assert native <= set(upheld.__all__)
    for name in set(upheld.__all__) - {"__version__"}:
        assert inspect.getdoc(getattr(upheld, name)), name
        assert getattr(upheld, name).__module__.split(".")[0] == "upheld"
    assert "code points" in pydoc.render_doc(upheld)


def test_signatures_are_readable() -> None:
    assert str(inspect.signature(upheld.parse)) == "(text, /, *, rules=None, max_bytes=None, max_depth=None)"
    assert str(inspect.signature(upheld.read)) == "(path, /, *, rules=None, max_bytes=None, max_depth=None)"


def test_the_package_is_marked_as_typed() -> None:
    assert (files(upheld) / "py.typed").is_file()


def test_stubs_match_the_package(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    command = [sys.executable, "-m", "mypy.stubtest", "upheld"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_tests_type_check(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    plugin = importlib.util.find_spec("_upheld_pytest")
    assert plugin is not None and plugin.origin is not None
    # What lies beside other packages cannot be checked there.
    copy = shutil.copy(plugin.origin, tmp_path)
    paths = [*map(str, Path(__file__).parent.glob("*.py")), copy]
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), *paths]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_package_type_checks(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path), "-p", "upheld"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
