"""One function for the frames of all engines. Start at :func:`normalize`."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lao_names.errors import LaoNamesError
from lao_names.tables.added import DEFAULT
from lao_names.tables.answers import default_resolver
from lao_names.tables.session import Session
from lao_names.tables.settings import Settings

if TYPE_CHECKING:
    from lao_names.matching.resolver import Resolver

#: The module that knows the frames of a package, by the first part of their class's module.
ENGINES = {
    "pandas": "lao_names.tables.pandas_frames",
    "polars": "lao_names.tables.polars_frames",
    "pyarrow": "lao_names.tables.arrow",
    "duckdb": "lao_names.tables.duck",
    "_duckdb": "lao_names.tables.duck",
    "pyspark": "lao_names.tables.spark_frames",
}


class UnknownFrame(LaoNamesError, TypeError):
    """Something that is no frame of an engine that the library knows."""

    def __init__(self, frame: object) -> None:
        kind = f"{type(frame).__module__}.{type(frame).__qualname__}"
        super().__init__(
            f"no table: {kind}; give a frame of pandas, Polars, pyarrow, DuckDB or PySpark, or a dict of lists"
        )


def normalize(
    frame: Any,
    column: str | Sequence[str] | None = None,
    *,
    kind: str | None = None,
    within: str | None = None,
    on: str | None = None,
    min_probability: float | None = None,
    add: Iterable[str] = DEFAULT,
    language: str = "en",
    prefix: str = "{c}_",
    suffix: str = "",
    overwrite: bool = False,
    replace: bool = False,
    resolver: Resolver | None = None,
) -> Any:
    """A table with new columns that say what a column's spellings mean.

    Args:
        frame: a DataFrame or Series of pandas or Polars, a LazyFrame, a Table or RecordBatch of pyarrow, a relation of
            DuckDB, a DataFrame of PySpark, or a dictionary of lists. It is not changed.
        column: the column of spellings, or several; not given for a Series.
        kind, within, on: as for :func:`lao_names.resolve`; ``@COLUMN`` takes the value from a column of the row.
        min_probability: a match needs this probability (0..1).
        add: the new columns: ``id``, ``name``, ``status``, ``probability``, ``kind``, ``form``, ``iso``, ``pcode``,
            ``lat``, ``lon``, ``parent_id``, ``parent_name``, ``explanation``.
        language: of the names: en, lo, vi, bgn.
        prefix, suffix: around a new column's name; ``{c}`` is the column's own.
        overwrite: whether new columns take the place of columns that have their names.
        replace: whether canonical names replace the spellings of matches.
        resolver: another resolver than that of the built-in gazetteer (not with PySpark).

    Returns:
        a new frame of the same engine: the old columns, then the new ones. ``id`` and the other columns about the entity are
        null unless the status is "match"; blank and missing spellings have the status "empty".

    Raises:
        UnknownFrame: no frame of a known engine.
        InvalidArgument: a column, kind, unit, date, addition or language that does not exist.

    >>> normalize({"ten": ["Bolikhămxay", None]}, "ten", add=["status", "kind"])
    {'ten': ['Bolikhămxay', None], 'ten_status': ['match', 'empty'], 'ten_kind': ['province', None]}
    """
    columns = (column,) if isinstance(column, str) else tuple(column or ())
    settings = Settings(
        columns,
        kind=kind,
        within=within,
        on=None if on is None else str(on),
        min_probability=min_probability,
        add=tuple(add),
        language=language,
        prefix=prefix,
        suffix=suffix,
        overwrite=overwrite,
        replace=replace,
    )
    session = Session(settings, default_resolver() if resolver is None else resolver)
    return engine_of(frame).normalize(frame, session)


def engine_of(frame: Any) -> Any:
    """The module that knows a frame."""
    if isinstance(frame, Mapping):
        return importlib.import_module("lao_names.tables.plain")
    # A class made by a user from one of an engine's is a frame of that engine, too.
    for base in type(frame).__mro__:
        module = ENGINES.get(base.__module__.split(".")[0])
        if module is not None:
            return importlib.import_module(module)
    raise UnknownFrame(frame)


def register(*engines: str) -> None:
    """Give pandas ``Series.lao`` and Polars the namespace ``lao``.

    ``series.lao.normalize(kind="province")`` is the same as ``normalize(series, kind="province")``.

    Args:
        engines: ``pandas``, ``polars``; both of them, as far as they are installed, if none is named.
    """
    for engine in engines or ("pandas", "polars"):
        try:
            importlib.import_module(f"lao_names.tables.{engine}_frames").register()
        except ImportError:
            if engines:
                raise
