"""PySpark: distinct spellings are resolved on the workers, then joined back. Start at :func:`normalize`.

The driver never sees the data. Each worker process opens the gazetteer once (the package must be installed there) and
answers batches of distinct spellings in Arrow; Spark plans the join, and makes it a broadcast where the answers are few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from lao_names.tables.added import NUMBERS
from lao_names.tables.answers import default_resolver
from lao_names.tables.arrow import arrow
from lao_names.tables.layout import Layout, layout_of
from lao_names.tables.plain import answers_to
from lao_names.tables.session import Session
from lao_names.tables.settings import Settings


def normalize(frame: Any, session: Session) -> Any:
    """A new DataFrame with the new columns. Nothing is computed before an action asks for it."""
    from pyspark.sql import functions as F

    names = list(frame.columns)
    layout = layout_of(names, session.settings)
    joined = frame
    for n, index in enumerate(layout.indexes):
        used = [names[place] for place in (index, *layout.context.values())]
        keys = [F.col(quoted(name)).cast("string") for name in used]
        asked = frame.select(*(key.alias(f"lao_names_k{n}_{place}") for place, key in enumerate(keys))).distinct()
        work = partial(answered, settings=session.settings, roles=list(layout.context), n=n)
        answers = asked.mapInArrow(work, schema_of(session.settings, len(keys), n))
        same = [key.eqNullSafe(answers[f"lao_names_k{n}_{place}"]) for place, key in enumerate(keys)]
        joined = joined.join(answers, on=all_of(same), how="left")
    return joined.select(*shown_columns(names, layout, session.settings))


def answered(batches: Iterable[Any], settings: Settings, roles: Sequence[str], n: int) -> Iterator[Any]:
    """What a worker does: record batches of distinct rows in, the same with their answers out."""
    pa = arrow()
    session = Session(settings, default_resolver())
    for batch in batches:
        rows = list(zip(*(column.to_pylist() for column in batch.columns), strict=True))
        answers = answers_to(rows, roles, session)
        columns = dict(zip(batch.schema.names, batch.columns, strict=True))
        for place, addition in enumerate(settings.add):
            kind = pa.float64() if addition in NUMBERS else pa.string()
            columns[inner(n, str(place))] = pa.array([answer.values[place] for answer in answers], kind)
        columns[inner(n, "canonical")] = pa.array([answer.canonical for answer in answers], pa.string())
        yield pa.RecordBatch.from_pydict(columns)


def schema_of(settings: Settings, keys: int, n: int) -> str:
    """The columns that :func:`answered` gives, as Spark writes them."""
    kinds = [f"lao_names_k{n}_{place} string" for place in range(keys)]
    for place, addition in enumerate(settings.add):
        kinds.append(f"{inner(n, str(place))} {'double' if addition in NUMBERS else 'string'}")
    return ", ".join([*kinds, f"{inner(n, 'canonical')} string"])


def shown_columns(names: Sequence[str], layout: Layout, settings: Settings) -> list[Any]:
    """The columns of the result."""
    from pyspark.sql import functions as F

    shown = []
    for index, name in enumerate(names):
        column = F.col(quoted(name))
        if settings.replace and index in layout.indexes:
            canonical = F.col(inner(layout.indexes.index(index), "canonical"))
            shown.append(F.coalesce(canonical, column.cast("string")).alias(name))
        elif index not in layout.drop:
            shown.append(column)
    width = len(settings.add)
    new = enumerate(layout.new)
    return shown + [F.col(inner(place // width, str(place % width))).alias(label) for place, label in new]


def all_of(conditions: Sequence[Any]) -> Any:
    """Conditions joined by "and"."""
    whole = conditions[0]
    for condition in conditions[1:]:
        whole = whole & condition
    return whole


def inner(n: int, part: str) -> str:
    """A name for a column that is not shown; no column of a table is called so."""
    return f"lao_names_a{n}_{part}"


def quoted(name: str) -> str:
    """A column's name as Spark takes it, dots and all."""
    return "`" + name.replace("`", "``") + "`"
