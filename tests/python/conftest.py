"""Decisions that the tests share. They were written for the tests, and none of them is a real case."""

from pathlib import Path

import pytest

import upheld

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def decisions() -> Path:
    """The folder of decisions."""
    return HERE / "decisions"


@pytest.fixture(scope="session")
def bins(decisions: Path) -> upheld.Decision:
    """A decision that upholds a complaint on missed bins, and finds no fault on one of its two issues."""
    return upheld.read(decisions / "upheld.txt")


@pytest.fixture(scope="session")
def porch(decisions: Path) -> upheld.Decision:
    """A decision not to investigate a late complaint."""
    return upheld.read(decisions / "closed.txt")


@pytest.fixture(scope="session")
def own_rules() -> Path:
    """A small rule book."""
    return HERE / "own.rules"
