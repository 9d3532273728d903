"""The plugin for pytest, as a project that has decisions for tests meets it."""

import shutil
import sys
from pathlib import Path

import pytest

import upheld
from upheld.pytest_plugin import changed_blocks, snapshot_of

pytest_plugins = ["pytester"]

ROAD = "Final decision\n\n  1. The road was in a sorry state. I find no fault.\n"

BOOK = """book own 1

cue fault.sorry: fault
  in: final_decision
  - sorry state
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> Path:
    """A project with one decision, its snapshot, and a rule book small enough to know by heart."""
    cases = pytester.mkdir("cases")
    pytester.makeini("[pytest]\nupheld_decisions = cases\nupheld_rules = own.rules\n")
    (pytester.path / "own.rules").write_text(BOOK, encoding="utf-8")
    road = cases / "road.txt"
    road.write_text(ROAD, encoding="utf-8")
    snapshot = upheld.read(road, rules=upheld.RuleBook.parse("own.rules", BOOK)).snapshot()
    snapshot_of(road).write_text(snapshot, encoding="utf-8", newline="\n")
    return cases


def test_what_is_read_as_it_was_kept_passes(pytester: pytest.Pytester, project: Path) -> None:
    (project / "below").mkdir()
    (project / "below" / "lane.txt").write_text(ROAD, encoding="utf-8")
    kept = (project / "road.snap.txt").read_bytes()
    (project / "below" / "lane.snap.txt").write_bytes(kept.replace(b"\n", b"\r\n"))
    for name in (".hidden.txt", "notes.md"):
        (project / name).write_text("no decision", encoding="utf-8")
    result = pytester.runpytest("-v")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines_random(["cases/road.txt::snapshot PASSED*", "cases/below/lane.txt::snapshot PASSED*"])
    result.stdout.no_fnmatch_line("upheld: snapshots*")


def test_one_decision_can_be_asked_for(pytester: pytest.Pytester, project: Path) -> None:
    (project / "lane.txt").write_text(ROAD, encoding="utf-8")
    pytester.runpytest("cases/road.txt").assert_outcomes(passed=1)
    pytester.runpytest("-k", "road").assert_outcomes(passed=1, deselected=1)
    pytester.runpytest("cases/road.txt::snapshot").assert_outcomes(passed=1)


def test_a_text_that_is_named_is_no_page_of_doctests(pytester: pytest.Pytester, project: Path) -> None:
    (project / "quoted.txt").write_bytes("The Council’s reply:\n\n>>> 1. See above.\n".encode("cp1252"))
    pytester.runpytest("--upheld-update", "cases/quoted.txt").assert_outcomes(passed=1)


def test_a_missing_snapshot_fails_and_says_how_to_keep_one(pytester: pytest.Pytester, project: Path) -> None:
    (project / "road.snap.txt").unlink()
    result = pytester.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "there is no road.snap.txt; `pytest --upheld-update` writes it",
            "upheld: snapshots: 1 missing; `pytest --upheld-update` keeps what is read now",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    assert not (project / "road.snap.txt").exists()


def test_what_changed_shows_as_the_finding(pytester: pytest.Pytester, project: Path) -> None:
    book = pytester.path / "own.rules"
    book.write_text(BOOK.replace("fault.sorry: fault", "fault.sorry: no_fault"), encoding="utf-8")
    result = pytester.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "- 1          fault",
            "+ 1          no_fault",
            "             The road was in a sorry state.",
            "             by cue fault.sorry: sorry state",
            "upheld: snapshots: 1 changed; *",
        ],
        consecutive=True,
    )
    for other in ("*body*", "*@@*", "*Mismatch*", "*pytest_plugin.py*"):
        result.stdout.no_fnmatch_line(other)
    coloured = pytester.runpytest("--color=yes")
    coloured.stdout.fnmatch_lines(["\x1b[[]31m- 1          fault\x1b[[]0m"])


def test_update_writes_what_is_read_now(pytester: pytest.Pytester, project: Path) -> None:
    snapshot = project / "road.snap.txt"
    kept = snapshot.read_bytes()
    snapshot.write_bytes(b"body       somebody else\n")
    (project / "lane.html").write_text(f"<body><pre>{ROAD}</pre></body>", encoding="utf-8")
    (project / "gone.snap.txt").write_bytes(kept)
    (project / "scan.pdf.snap.txt").write_bytes(kept)
    result = pytester.runpytest("--upheld-update")
    result.assert_outcomes(passed=4)
    result.stdout.fnmatch_lines(["upheld: snapshots: 2 removed, 2 written"])
    assert snapshot.read_bytes() == kept
    assert sorted(path.name for path in project.iterdir()) == [
        "lane.html",
        "lane.html.snap.txt",
        "road.snap.txt",
        "road.txt",
    ]
    again = pytester.runpytest("--upheld-update")
    again.assert_outcomes(passed=2)
    again.stdout.no_fnmatch_line("upheld: snapshots*")
    pytester.runpytest().assert_outcomes(passed=2)


def test_a_snapshot_whose_decision_is_gone_fails(pytester: pytest.Pytester, project: Path) -> None:
    (project / "road.txt").unlink()
    result = pytester.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["the decision of this snapshot is gone; `pytest --upheld-update` removes it"])
    assert (project / "road.snap.txt").exists()


def test_a_decision_that_cannot_be_read_fails_with_the_reason(pytester: pytest.Pytester, project: Path) -> None:
    (project / "scan.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    for options in ([], ["--upheld-update"]):
        result = pytester.runpytest(*options)
        result.assert_outcomes(passed=1, failed=1)
        result.stdout.fnmatch_lines(["*scan.txt: this looks like an image (PNG), not like a text"])
        result.stdout.no_fnmatch_line("*Traceback*")
    assert not (project / "scan.snap.txt").exists()


def test_rules_are_those_of_the_project(pytester: pytest.Pytester, project: Path) -> None:
    (pytester.path / "other.rules").write_text("book other 1\n", encoding="utf-8")
    result = pytester.runpytest("--upheld-rules", "other.rules")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["- 1          fault"])
    pytester.makeini("[pytest]\nupheld_decisions = cases\n")
    pytester.runpytest("--upheld-update").assert_outcomes(passed=1)
    assert (project / "road.snap.txt").read_text(encoding="utf-8") == upheld.parse(ROAD).snapshot()


def test_a_mistake_in_the_rules_is_told_with_its_place(pytester: pytest.Pytester, project: Path) -> None:
    (pytester.path / "own.rules").write_text("book own 1\n\ncue mine: fualt\n  - was wrong\n", encoding="utf-8")
    result = pytester.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*own.rules:3:11: unknown kind of finding `fualt`; did you mean `fault`[?]"])
    result.stdout.fnmatch_lines(["*cue mine: fualt"])
    for other in ("*Traceback*", "*pytest_plugin.py*"):
        result.stdout.no_fnmatch_line(other)


def test_what_cannot_be_meant_is_wrong_usage(pytester: pytest.Pytester, project: Path) -> None:
    result = pytester.runpytest("--upheld-decisions", "nowhere")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: upheld_decisions: there is no folder *nowhere"])
    pytester.makeini("[pytest]\nupheld_decisions = cases\nupheld_rules = own.rules more.rules\n")
    result = pytester.runpytest()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: upheld_rules: name one rule book, which may include others"])


def test_folders_that_pytest_would_not_come_to(
    pytester: pytest.Pytester, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tests = pytester.mkdir("tests")
    (tests / "test_other.py").write_text("def test_other(): pass\n", encoding="utf-8")
    pytester.makeini("[pytest]\ntestpaths = tests\nupheld_decisions = cases\nupheld_rules = own.rules\n")
    pytester.runpytest().assert_outcomes(passed=2)
    pytester.runpytest("tests").assert_outcomes(passed=1)
    far = tmp_path_factory.mktemp("far")
    (far / "lane.txt").write_text(ROAD, encoding="utf-8")
    pytester.runpytest("--upheld-update", f"--upheld-decisions={far}").assert_outcomes(passed=3)
    pytester.runpytest(f"--upheld-decisions={far}", "tests").assert_outcomes(passed=2)
    pytester.runpytest("-c", "tox.ini", f"--upheld-decisions={far}", str(far / "lane.txt")).assert_outcomes(passed=1)


def test_in_several_processes(pytester: pytest.Pytester, project: Path) -> None:
    pytest.importorskip("xdist")
    for number in range(8):
        (project / f"{number}.txt").write_text(ROAD, encoding="utf-8")
    (project / "gone.snap.txt").write_text("", encoding="utf-8")
    result = pytester.runpytest("-n", "2", "--upheld-update")
    result.assert_outcomes(passed=10)
    result.stdout.fnmatch_lines(["upheld: snapshots: 1 removed, 8 written"])
    (project / "3.snap.txt").write_text("", encoding="utf-8")
    result = pytester.runpytest("-n", "2")
    result.assert_outcomes(passed=8, failed=1)
    result.stdout.fnmatch_lines(["+ 1          fault", "upheld: snapshots: 1 changed; *"])


def test_a_project_without_decisions_does_not_notice(pytester: pytest.Pytester) -> None:
    (pytester.mkdir("cases") / "road.txt").write_text(ROAD, encoding="utf-8")
    pytester.makepyfile("import sys\n\ndef test_other():\n    assert 'upheld' not in sys.modules\n")
    result = pytester.runpytest_subprocess("-v")
    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("*road*")
    assert "upheld" in sys.modules, "which is why it is another process"


def test_the_page_on_snapshots(pytester: pytest.Pytester) -> None:
    root = Path(__file__).resolve().parents[2]
    page = (root / "docs" / "snapshots.md").read_text(encoding="utf-8")
    for name, language in (("pyproject.toml", "toml"), ("own.rules", "rules")):
        block = page.split(f"```{language}\n")[1].split("```")[0]
        (pytester.path / name).write_text(block, encoding="utf-8")
    cases = pytester.path / "tests" / "cases"
    shutil.copytree(root / "examples" / "decisions", cases)
    for decision in cases.iterdir():
        snapshot = upheld.read(decision).snapshot()
        snapshot_of(decision).write_text(snapshot, encoding="utf-8", newline="\n")
    result = pytester.runpytest()
    result.assert_outcomes(passed=4, failed=1)
    blocks = page.split("decisions/24-012-336.txt\n+ ")[1].split("\n\n5 decisions")[0]
    assert f"\n+ {blocks}\n" in str(result.stdout), "pytest shows what the command does"
    pytester.runpytest("tests/cases/24-012-336.txt", "--upheld-update").assert_outcomes(passed=1)
    pytester.runpytest("-k", "24-012").assert_outcomes(passed=1, deselected=4)


def test_blocks_that_changed() -> None:
    kept = "a\n  1\n\nb\n  2\n\nc\n  3\n"
    assert changed_blocks(kept, kept) == ""
    assert changed_blocks(kept, kept.replace("b\n", "x\n")) == "- b\n+ x\n    2"
    assert changed_blocks(kept, "a\n  1\n\nc\n  3\n") == "- b\n-   2"
    assert changed_blocks("", "a\n\nb\n") == "+ a\n\n+ b"
