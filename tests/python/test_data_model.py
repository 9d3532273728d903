"""`docs/data-model.md` names every class of the package, and every attribute with its type."""

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import upheld

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "data-model.md").read_text(encoding="utf-8")
CLASSES = [name for name in upheld.__all__ if isinstance(getattr(upheld, name), type)]


def definitions() -> Iterator[ast.ClassDef]:
    for name in ("_upheld.pyi", "errors.py"):
        tree = ast.parse((files(upheld) / name).read_text(encoding="utf-8"))
        yield from (node for node in tree.body if isinstance(node, ast.ClassDef))


def attributes(node: ast.ClassDef) -> dict[str, str]:
    """The attributes and methods of a class, as the page writes them, with their types."""
    found = {}
    for member in node.body:
        if isinstance(member, ast.AnnAssign) and isinstance(member.target, ast.Name):
            found[member.target.id] = shown(member.annotation)
        elif isinstance(member, ast.FunctionDef) and member.returns is not None:
            arguments = [it.arg for it in [*member.args.posonlyargs, *member.args.args] if it.arg != "self"]
            is_property = any(isinstance(it, ast.Name) and it.id == "property" for it in member.decorator_list)
            found[member.name if is_property else f"{member.name}({', '.join(arguments)})"] = shown(member.returns)
    return {name: kind for name, kind in found.items() if not name.startswith("_")}


def shown(annotation: ast.expr) -> str:
    """A type as the page writes it: texts of which there are few are a `code`."""
    kind = re.sub(r"Literal\['summary'\]", '"summary"', ast.unparse(annotation))
    return re.sub(r"Literal\[.*?\]", "code", kind)


def codes(node: ast.ClassDef) -> set[str]:
    """The texts of which there are few, of all attributes."""
    literals = (it for it in ast.walk(node) if isinstance(it, ast.Subscript) and ast.unparse(it.value) == "Literal")
    return {str(it.value) for literal in literals for it in ast.walk(literal) if isinstance(it, ast.Constant)}


DEFINED = {node.name: node for node in definitions()}


@pytest.mark.parametrize("name", CLASSES)
def test_the_page_names_every_attribute(name: str) -> None:
    section = re.search(rf"^### {name}\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert section, f"the page has no heading `### {name}`"
    # A bar within a table is escaped.
    rows = re.findall(r"^\| `(.*?)` \| `(.*?)` \| .+ \|$", section[1].replace(r"\|", "¦"), re.MULTILINE)
    listed = {attribute: kind.replace("¦", "|") for attribute, kind in rows}
    public = {attribute.split("(")[0] for attribute in attributes(DEFINED[name])}
    assert {it for it in vars(getattr(upheld, name)) if not it.startswith("_")} <= public, "the definition has all"
    assert listed == attributes(DEFINED[name])


@pytest.mark.parametrize("name", CLASSES)
def test_the_pages_name_every_code(name: str) -> None:
    # What layouts there are stands where their losses do.
    pages = PAGE + (Path(__file__).resolve().parents[2] / "docs" / "limits.md").read_text(encoding="utf-8")
    assert not {code for code in codes(DEFINED[name]) if f"`{code}`" not in pages and f'"{code}"' not in pages}


@pytest.mark.parametrize("name", sorted(set(upheld.__all__) - set(CLASSES)))
def test_the_page_names_every_function(name: str) -> None:
    assert re.search(rf"`{name}(`|\()", PAGE)


def test_the_page_has_no_class_that_is_gone() -> None:
    headings = set(re.findall(r"^### ([A-Z]\w+)\n\n.*\n\n\| attribute", PAGE, re.MULTILINE))
    assert headings <= set(CLASSES)
