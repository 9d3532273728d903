"""What pytest loads of upheld: the options, and `upheld.pytest_plugin` where a project has decisions for it.

It stands outside the package, because to import a part of a package imports the package: its native module should cost
nothing to somebody whose tests have nothing to do with decisions.
"""

import os
from pathlib import Path

import pytest

DECISIONS = "upheld_decisions"
RULES = "upheld_rules"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("upheld", "decisions of the Ombudsman and their snapshots (upheld)")
    group.addoption(
        "--upheld-decisions",
        action="append",
        default=[],
        metavar="FOLDER",
        help="test each decision of this folder against its snapshot, too (may be given more than once)",
    )
    group.addoption("--upheld-rules", metavar="BOOK", help="read decisions by this rule book")
    group.addoption(
        "--upheld-update",
        action="store_true",
        help="write the snapshots that are new or changed, and remove those whose decision is gone",
    )
    parser.addini(DECISIONS, "folders whose decisions are tested against their snapshots", type="paths", default=[])
    parser.addini(RULES, "the rule book to read decisions by", type="paths", default=[])


def pytest_configure(config: pytest.Config) -> None:
    here = config.invocation_params.dir
    named = [plain(here / folder) for folder in config.getoption("--upheld-decisions")]
    folders = [*named, *map(plain, config.getini(DECISIONS))]
    if not folders:
        return
    for folder in folders:
        if not folder.is_dir():
            raise pytest.UsageError(f"{DECISIONS}: there is no folder {folder}")
    option = config.getoption("--upheld-rules")
    books = [here / option] if option else config.getini(RULES)
    if len(books) > 1:
        raise pytest.UsageError(f"{RULES}: name one rule book, which may include others")
    # Somebody who names paths, or stands in a folder of the project, asks for those alone.
    narrowed = config.args_source is config.ArgsSource.ARGS or here != config.rootpath
    collect_too(config, named if narrowed else folders)
    from upheld.pytest_plugin import Decisions

    decisions = Decisions(folders, rules=books[0] if books else None, update=config.getoption("--upheld-update"))
    config.pluginmanager.register(decisions, "upheld-decisions")


def plain(path: Path) -> Path:
    """A path without `..`, to be compared with those that pytest finds."""
    return Path(os.path.normpath(path))


def collect_too(config: pytest.Config, folders: list[Path]) -> None:
    """Has pytest look into folders that it would not come to, nor to anything below them."""
    here = config.invocation_params.dir
    for folder in folders:
        args = [here / arg.split("::")[0] for arg in config.args]
        if not any(folder.is_relative_to(arg) or arg.is_relative_to(folder) for arg in args):
            config.args.append(str(folder))
