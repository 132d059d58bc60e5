"""Polars: it numbers the distinct spellings, the answers are taken by these numbers. Start at :func:`normalize`.

A LazyFrame stays lazy: nothing is read before ``collect``, and then piece by piece where Polars streams.
"""

from __future__ import annotations

from typing import Any

from lao_names.tables.added import DEFAULT, NUMBERS, checked_additions
from lao_names.tables.layout import Layout, layout_of
from lao_names.tables.memory import remembering
from lao_names.tables.plain import answers_to
from lao_names.tables.session import Session
from lao_names.tables.settings import SERIES


def normalize(frame: Any, session: Session) -> Any:
    """A new DataFrame or LazyFrame with the new columns; of a Series, a DataFrame of the new columns alone."""
    import polars as pl

    if isinstance(frame, pl.Series):
        return of_series(frame, session)
    if isinstance(frame, pl.LazyFrame):
        schema = frame.collect_schema()
        layout = layout_of(schema.names(), session.settings)
        after = schema_after(schema, layout, session)
        session.ask = remembering(session.ask)  # the batches of a stream have spellings in common
        return frame.map_batches(lambda batch: with_answers(batch, layout, session), schema=after, streamable=True)
    return with_answers(frame, layout_of(frame.columns, session.settings), session)


def of_series(series: Any, session: Session) -> Any:
    """The new columns of a Series; called plainly ``id``, ``name`` ... unless a prefix is given."""
    name = series.name or "x"
    settings = session.settings.of_series(name)
    inner = series.alias(name if settings.replace else SERIES)
    frame = normalize(inner.to_frame(), session.with_settings(settings))
    return frame if settings.replace else frame[:, 1:]


def schema_after(schema: Any, layout: Layout, session: Session) -> dict[str, Any]:
    """The names and types of the columns of the result."""
    import polars as pl

    replaced = {schema.names()[index] for index in layout.indexes} if session.settings.replace else set()
    kept = {
        name: pl.String if name in replaced else kind
        for index, (name, kind) in enumerate(schema.items())
        if index not in layout.drop
    }
    kinds = [pl.Float64 if addition in NUMBERS else pl.String for addition in session.settings.add]
    return kept | dict(zip(layout.new, kinds * len(layout.indexes), strict=True))


def with_answers(frame: Any, layout: Layout, session: Session) -> Any:
    """A DataFrame with its new columns."""
    import polars as pl

    after = schema_after(frame.schema, layout, session)
    names, width = frame.columns, len(session.settings.add)
    out = frame.drop([names[index] for index in layout.drop])
    for n, index in enumerate(layout.indexes):
        labels = list(layout.new[n * width : (n + 1) * width])
        found = answered(frame, [index, *layout.context.values()], list(layout.context), labels, after, session)
        out = out.hstack(found.select(labels))
        if session.settings.replace:
            old = out[names[index]].cast(pl.String)
            out = out.with_columns(found[CANONICAL].fill_null(old).alias(names[index]))
    return out.select(list(after))


#: Inner names; no column of a table is called so.
CANONICAL = "\0name"
PLACE = "\0place"
KEY = "\0key{}"


def answered(
    frame: Any, used: list[int], roles: list[str], labels: list[str], kinds: dict[str, Any], session: Session
) -> Any:
    """A DataFrame of answers, one row per row of the frame.

    Args:
        frame: the table.
        used: the index of the column of spellings, then those of context columns.
        roles: what the context columns say.
        labels: the names of the new columns.
        kinds: their types.
        session: what to do, and who answers.
    """
    import polars as pl

    one = frame.to_series(used[0])
    texts = len(used) == 1 and one.dtype in (pl.String, pl.Categorical, pl.Enum)
    places, rows = distinct_texts(one) if texts else distinct_rows(frame, used)
    answers = answers_to(rows, roles, session)
    columns = [pl.Series(label, [a.values[n] for a in answers], dtype=kinds[label]) for n, label in enumerate(labels)]
    if session.settings.replace:
        columns.append(pl.Series(CANONICAL, [a.canonical for a in answers], dtype=pl.String))
    return pl.DataFrame(columns)[places]


def distinct_texts(series: Any) -> tuple[Any, list[tuple[Any]]]:
    """For each row the place of its text among the distinct ones, and these: Polars numbers the texts of a category."""
    import polars as pl

    numbered = series.cast(pl.Categorical) if series.dtype == pl.String else series
    codes = numbered.to_physical().cast(pl.UInt32)
    size = (codes.max() if codes.count() else -1) + 1
    if series.null_count():  # a missing spelling is one like any other
        codes, size = codes.fill_null(size), size + 1
    # The numbers may be those of other categories, too: a row that has each number, null where none has it.
    rows = pl.repeat(None, size, dtype=pl.UInt32, eager=True).scatter(codes, pl.arange(0, len(codes), eager=True))
    if rows.null_count():
        codes = (rows.is_not_null().cum_sum() - 1)[codes]
    return codes, [(text,) for text in series[rows.drop_nulls()].cast(pl.String)]


def distinct_rows(frame: Any, used: list[int]) -> tuple[Any, list[tuple[Any, ...]]]:
    """The same for any columns."""
    import polars as pl

    asked = frame.select(pl.col(frame.columns[index]).alias(KEY.format(n)) for n, index in enumerate(used))
    distinct = asked.unique()
    joined = asked.join(
        distinct.with_row_index(PLACE), on=asked.columns, how="left", nulls_equal=True, maintain_order="left"
    )
    return joined[PLACE], distinct.rows()


class Namespace:
    """What ``series.lao``, ``frame.lao`` and ``lazy_frame.lao`` are."""

    def __init__(self, frame: Any) -> None:
        self._frame = frame

    def normalize(self, column: Any = None, **options: Any) -> Any:
        """The same as :func:`lao_names.tables.normalize` of this frame."""
        from lao_names.tables.frames import normalize

        return normalize(self._frame, column, **options)


class ExprNamespace:
    """What ``pl.col(...).lao`` is."""

    def __init__(self, expression: Any) -> None:
        self._expression = expression

    def normalize(self, **options: Any) -> Any:
        """The answers as a struct with the fields ``id``, ``name``, ``status``, ``probability`` or those of ``add``.

        The options are those of :func:`lao_names.tables.normalize`.
        """
        import polars as pl

        from lao_names.tables.frames import normalize

        add = checked_additions(tuple(options.get("add", DEFAULT)))
        kinds = pl.Struct({addition: pl.Float64 if addition in NUMBERS else pl.String for addition in add})

        def answers(series: Any) -> Any:
            return normalize(series, **options).to_struct(series.name)

        return self._expression.map_batches(answers, return_dtype=kinds)


def register() -> None:
    """Give Series, DataFrame, LazyFrame and expressions of Polars the namespace ``lao``."""
    import polars as pl

    for kind, give in (
        (pl.Series, pl.api.register_series_namespace),
        (pl.DataFrame, pl.api.register_dataframe_namespace),
        (pl.LazyFrame, pl.api.register_lazyframe_namespace),
    ):
        if not hasattr(kind, "lao"):
            give("lao")(Namespace)
    if not hasattr(pl.Expr, "lao"):
        pl.api.register_expr_namespace("lao")(ExprNamespace)
