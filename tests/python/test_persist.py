"""Pickles, copies, and sharing between threads."""

import copy
import inspect
import pickle
import pickletools
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import upheld

CLASSES = {
    name for name in upheld.__all__ if inspect.isclass(getattr(upheld, name)) and getattr(upheld, name).__module__ == "upheld"
}
ERRORS = (upheld.UpheldError, upheld.RuleProblem, upheld.ReadFailure)

OWN = """book own 1
include standard

theme bins: "Bins"
  in: summary, complaint, facts, analysis
  - (bin|bins)
"""


def parts(thing: object) -> Iterator[object]:
    """An object of the package, and all that can be reached from it by its attributes."""
    if type(thing) is tuple:
        for part in thing:
            yield from parts(part)
    elif type(thing).__name__ in CLASSES:
        yield thing
        for name in dir(thing):
            if not name.startswith("_"):
                part = getattr(thing, name)
                yield from parts(part() if name == "explain" else part)


@pytest.fixture(scope="module")
def things() -> list[object]:
    """An object of each class of the package."""
    book = upheld.RuleBook.parse("own.rules", OWN)
    batch = upheld.read_many(Path(__file__).parents[1] / "decisions", rules=book, progress=False)
    found: dict[type, object] = {}
    for root in (batch, book, *batch):
        for thing in parts(root):
            found.setdefault(type(thing), thing)
        if len(found) == len(CLASSES):
            break
    return list(found.values())


def test_every_class_is_there(things: list[object]) -> None:
    assert {type(thing).__name__ for thing in things} == CLASSES


def test_pickles(things: list[object]) -> None:
    for thing in things:
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(thing, protocol))
            assert type(again) is type(thing)
            assert again == thing, thing
            assert hash(again) == hash(thing)
            assert repr(again) == repr(thing)


def test_copies_are_the_thing_itself(things: list[object]) -> None:
    for thing in things:
        assert copy.copy(thing) is thing
        assert copy.deepcopy(thing) is thing


def test_a_pickled_decision_explains_itself_by_its_own_book(decisions: Path) -> None:
    book = upheld.RuleBook.parse("own.rules", OWN)
    decision = upheld.read(decisions / "upheld.txt", rules=book)
    again = pickle.loads(pickle.dumps(decision))
    assert str(again.triage.explain()) == str(decision.triage.explain())
    assert again.themes == decision.themes
    assert len(again.themes) > 0
    assert again.to_json() == decision.to_json()
    # The standard book's text is in no pickle.
    assert len(pickle.dumps(book)) < 1000


def test_a_pickled_batch_keeps_its_errors(tmp_path: Path, decisions: Path) -> None:
    batch = upheld.read_many([decisions, tmp_path / "missing.txt"], progress=False)
    again = pickle.loads(pickle.dumps(batch))
    assert again == batch
    assert [str(failure) for failure in again.errors] == [str(failure) for failure in batch.errors]


def test_a_spoilt_pickle_is_told(bins: upheld.Decision) -> None:
    spoilt = pickle.dumps(bins).replace(b'"findings"', b'"fundings"')
    assert any(True for _ in pickletools.genops(spoilt))
    with pytest.raises(ValueError, match="not pickled by this version"):
        pickle.loads(spoilt)


def test_a_pickle_of_another_version_is_told(bins: upheld.Decision) -> None:
    mine = f'"library":"{upheld.__version__}"'.encode()
    with pytest.raises(ValueError, match="it is of version 9.9.9"):
        pickle.loads(pickle.dumps(bins).replace(mine, mine.replace(upheld.__version__.encode(), b"9.9.9")))


def test_errors_can_be_pickled() -> None:
    for error in (upheld.SourceError("no text", "a.txt"), upheld.RuleError("own.rules", 1, 2, "wrong")):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


def test_names_for_match() -> None:
    for name in CLASSES:
        cls = getattr(upheld, name)
        for attribute in getattr(cls, "__match_args__", ()):
            assert hasattr(cls, attribute), (name, attribute)


def test_threads_share_everything(bins: upheld.Decision) -> None:
    book = upheld.RuleBook.standard()
    told: list[tuple[object, ...]] = []
    gate = threading.Barrier(8)

    def look() -> None:
        gate.wait()
        spans = [bins[finding.span] for finding in bins.findings]
        batch = upheld.parse_many([bins.text] * 20, workers=2, rules=book, progress=False)
        told.append((spans, str(bins.triage.explain()), bins.to_json(), len(batch.findings), [it.text for it in batch]))

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 8
    assert all(one == told[0] for one in told)
