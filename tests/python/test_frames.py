"""Tables in the libraries that analysts use."""

import csv
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas  # type: ignore[import-untyped]
import polars
import pyarrow  # type: ignore[import-untyped]
import pyarrow.parquet  # type: ignore[import-untyped]
import pytest

import upheld

TABLES = ["decisions", "findings", "remedies", "grounds", "issues"]


@pytest.fixture(scope="module")
def batch(decisions: Path) -> upheld.Batch:
    """The decisions of the tests."""
    return upheld.read_many(decisions, progress=False)


def table_of(batch: upheld.Batch, name: str) -> upheld.Table:
    table = getattr(batch, name)
    assert isinstance(table, upheld.Table)
    return table


@pytest.mark.parametrize("name", TABLES)
def test_all_libraries_read_the_same(batch: upheld.Batch, name: str) -> None:
    table = rows_of = table_of(batch, name)
    assert table.name == name
    assert len(table) > 0
    in_arrow = pyarrow.table(table)
    assert in_arrow.column_names == list(table.columns) == list(table.describe())
    rows = in_arrow.to_pylist()
    assert len(rows) == len(table)
    assert polars.DataFrame(table).to_dicts() == rows
    assert len(pandas.DataFrame.from_arrow(table)) == len(rows)
    counted = duckdb.sql("select count(*) from rows_of")
    assert counted is not None
    assert counted.fetchall() == [(len(rows),)]


def test_types(batch: upheld.Batch) -> None:
    remedies = polars.DataFrame(batch.remedies).schema
    assert remedies["kind"] == polars.Categorical
    assert remedies["amount"] == polars.Decimal(20, 2)
    assert remedies["due"] == polars.Date
    assert remedies["paragraph"] == polars.UInt32
    decisions = polars.DataFrame(batch.decisions).schema
    assert decisions["evidence"] == polars.List(polars.String)
    assert decisions["due_dates"] == polars.List(polars.Date)
    assert decisions["consistent"] == polars.Boolean
    about = pyarrow.schema(batch.remedies).field("amount").metadata
    assert about == {b"description": b"the sum in pounds"}


def test_cells_say_what_the_decisions_say(batch: upheld.Batch) -> None:
    findings = [(number, finding) for number, decision in enumerate(batch) for finding in decision.findings]
    rows = pyarrow.table(batch.findings).to_pylist()
    for (number, finding), row in zip(findings, rows, strict=True):
        decision = batch[number]
        assert row["decision"] == number
        assert row["reference"] == decision.header.reference
        assert (row["kind"], row["at"], row["rule"]) == (finding.kind, str(finding.at), finding.rule)
        # Places count code points, in the frame as in Python; the sentence is on one line.
        assert " ".join(decision.text[row["start"] : row["end"]].split()) == row["text"]
    remedies = [remedy for decision in batch for remedy in decision.remedies]
    for remedy, row in zip(remedies, pyarrow.table(batch.remedies).to_pylist(), strict=True):
        assert row["amount"] == remedy.amount
        assert row["due"] == (remedy.deadline and remedy.deadline.due)
    total = sum((remedy.amount for remedy in batch[0].remedies if remedy.amount), Decimal(0))
    assert (pyarrow.table(batch.decisions).to_pylist()[0]["total_payment"] or 0) == total


def test_pandas_has_types_that_analysts_use(batch: upheld.Batch) -> None:
    remedies = batch.remedies.to_pandas()
    assert remedies["due"].dt.year.dropna().between(2000, 2100).all()
    assert isinstance(remedies["amount"].sum(), Decimal)
    assert str(remedies["paragraph"].dtype) == "UInt32"
    assert str(batch.decisions.to_pandas()["consistent"].dtype) == "boolean"
    assert str(remedies["kind"].dtype) == "str"
    # No empty groups of codes that never come together.
    assert (remedies.groupby(["kind", "status"]).size() > 0).all()
    # Excel has one string in a cell.
    cells = batch.decisions.to_pandas(lists=False)["due_dates"]
    assert "; ".join(str(day) for day in pyarrow.table(batch.decisions)["due_dates"].to_pylist()[0]) == cells[0]
    assert str(batch.remedies.to_pandas(categories=True)["kind"].dtype) == "category"


def test_many_chunks_are_one_table() -> None:
    text = "{body} Council (21 000 {number:03})\n\nFinal decision\n\n  1. There was fault by the Council.\n"
    texts = [text.format(body=f"Body {number % 1500}", number=number % 1000) for number in range(2500)]
    batch = upheld.parse_many(texts, progress=False)
    assert len(batch.findings) == 2500
    frames = [batch.findings.to_polars()["body"].to_list(), batch.findings.to_pandas()["body"].astype(str).to_list()]
    assert frames[0] == frames[1] == [f"Body {number % 1500} Council" for number in range(2500)]
    assert batch.findings.to_pandas()["decision"].is_monotonic_increasing


def test_an_empty_batch_has_tables_with_types() -> None:
    batch = upheld.parse_many([], progress=False)
    for name in TABLES:
        table = table_of(batch, name)
        assert len(table) == 0
        assert pyarrow.table(table).schema == pyarrow.schema(table)
        assert polars.DataFrame(table).shape == (0, len(table.columns))


def test_csv(batch: upheld.Batch, tmp_path: Path) -> None:
    for name in TABLES:
        table = table_of(batch, name)
        table.to_csv(tmp_path / "table.csv")
        with open(tmp_path / "table.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == len(table)
        assert tuple(rows[0]) == table.columns
    with pytest.raises(FileNotFoundError, match="no such folder"):
        batch.findings.to_csv(tmp_path / "no such folder" / "table.csv")


def test_parquet(batch: upheld.Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    batch.remedies.to_parquet(tmp_path / "arrow.parquet")
    read = pyarrow.parquet.read_table(tmp_path / "arrow.parquet")
    assert read.to_pylist() == pyarrow.table(batch.remedies).to_pylist()
    assert read.schema.field("due").type == pyarrow.date32()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    batch.remedies.to_parquet(tmp_path / "polars.parquet")
    assert polars.read_parquet(tmp_path / "polars.parquet").equals(batch.remedies.to_polars())


@pytest.mark.parametrize(("method", "missing", "extra"), [("to_pandas", "pandas", "pandas"), ("to_polars", "polars", "polars")])
def test_what_is_not_installed_is_told(
    batch: upheld.Batch, monkeypatch: pytest.MonkeyPatch, method: str, missing: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ImportError, match=rf"needs {missing}, .*`pip install upheld\[{extra}\]`"):
        getattr(batch.findings, method)()


def test_nothing_to_write_parquet_with(batch: upheld.Batch, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ImportError, match="pyarrow or polars"):
        batch.findings.to_parquet(tmp_path / "table.parquet")


def test_a_requested_schema_is_heard(batch: upheld.Batch) -> None:
    wanted = pyarrow.schema(
        [field.with_type(pyarrow.string()) if field.name == "kind" else field for field in pyarrow.schema(batch.findings)]
    )
    assert pyarrow.table(batch.findings, schema=wanted).schema.field("kind").type == pyarrow.string()
    with pytest.raises(TypeError):
        batch.findings.__arrow_c_stream__("no capsule")
