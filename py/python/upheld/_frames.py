"""Tables in the libraries that analysts use. None of them is needed: each is asked for by name, and told of if it is missing."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from ._upheld import Table


def to_pandas(table: "Table", categories: bool, lists: bool) -> Any:
    """A data frame of pandas, by way of pyarrow."""
    pandas, arrow = needed("pandas", "pandas"), needed("pyarrow", "pandas")
    columns = arrow.table(table)
    if not lists:
        rows = table._head(len(table))
        for place, field in enumerate(columns.schema):
            if arrow.types.is_list(field.type):
                columns = columns.set_column(place, field.name, arrow.array([row[place] for row in rows], arrow.string()))
    if not categories:
        columns = columns.cast(arrow.schema([_without_dictionary(arrow, field) for field in columns.schema]))
    # What pandas would make objects or fractions of: sums stay exact, and whole numbers whole where some are missing.
    exact = {kind: pandas.ArrowDtype(kind) for kind in columns.schema.types if arrow.types.is_decimal(kind)}
    whole = {arrow.uint32(): pandas.UInt32Dtype(), arrow.bool_(): pandas.BooleanDtype()}
    return columns.to_pandas(date_as_object=False, types_mapper=(exact | whole).get)


def _without_dictionary(arrow: Any, field: Any) -> Any:
    return field.with_type(field.type.value_type) if arrow.types.is_dictionary(field.type) else field


def to_polars(table: "Table") -> Any:
    """A data frame of polars."""
    return needed("polars", "polars").DataFrame(table)


def to_parquet(table: "Table", path: "Path") -> None:
    """A Parquet file, by pyarrow or polars."""
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        try:
            polars = import_module("polars")
        except ImportError:
            raise ImportError(
                "a Parquet file is written by pyarrow or polars, and neither is installed: `pip install upheld[polars]`"
            ) from None
        polars.DataFrame(table).write_parquet(path)
        return
    parquet.write_table(arrow.table(table), path)


def needed(module: str, extra: str) -> Any:
    """A library that an extra of the package installs.

    Raises `ImportError`, which tells the extra, if it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise ImportError(
            f"this needs {module}, which is not installed: `pip install upheld[{extra}]`", name=module
        ) from error
