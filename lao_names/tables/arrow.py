"""Arrow tables: a column is asked for its distinct values, the answers are taken by their places.

Arrow finds distinct values itself (dictionary encoding), so that Python sees each of them once per table or batch. The
columns of other engines come here too, as most of them are Arrow underneath. Start at :class:`Columns`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lao_names.errors import InvalidArgument, MissingExtra
from lao_names.tables.added import NUMBERS, Answer, Value
from lao_names.tables.answers import Question
from lao_names.tables.layout import Layout, layout_of
from lao_names.tables.memory import Answers, first_rows
from lao_names.tables.session import Session


class UnusableArrow(InvalidArgument):
    """An Arrow object that is no table."""

    def __str__(self) -> str:
        return f"a pyarrow {self.value} is no table; give a Table or a RecordBatch"


def arrow() -> Any:
    """The module pyarrow, or an error that names the extra."""
    try:
        import pyarrow.compute
    except ImportError:
        raise MissingExtra("pyarrow", "parquet") from None
    return pyarrow


class Columns:
    """Adds new columns to Arrow tables or record batches that all have one schema.

    Args:
        names: of the columns.
        session: what to do, and who answers.
    """

    def __init__(self, names: Sequence[str], session: Session) -> None:
        self.session, self.layout = session, layout_of(names, session.settings)
        self.memories = [session.answers(values) for _ in self.layout.indexes]
        self.rows = 0

    def fields(self) -> list[Any]:
        """The fields of the new columns."""
        pa = arrow()
        kinds = [pa.float64() if addition in NUMBERS else pa.string() for addition in self.session.settings.add]
        return [pa.field(name, kind) for name, kind in zip(self.layout.new, kinds * len(self.memories), strict=True)]

    def with_answers(self, table: Any) -> Any:
        """A table or record batch with its new columns."""
        fields = self.fields()
        new: list[Any] = []
        arrays = [table.column(index) for index in range(self.layout.width)]
        for index, answers in zip(self.layout.indexes, self.memories, strict=True):
            places, keys = distinct_questions(table, index, self.layout, self.session)
            new += self._new_columns(places, keys, answers, fields[len(new) :])
            if self.session.settings.replace:
                arrays[index] = self._replaced(arrays[index], places, keys, answers)
        self.rows += table.num_rows
        left = [array for index, array in enumerate(arrays) if index not in self.layout.drop]
        return type(table).from_arrays([*left, *new], schema=self._schema(table.schema, fields))

    def schema(self, schema: Any) -> Any:
        """The schema of what :meth:`with_answers` gives."""
        return self._schema(schema, self.fields())

    def _schema(self, schema: Any, fields: list[Any]) -> Any:
        old = [schema.field(index) for index in range(len(schema.names))]
        if self.session.settings.replace:  # names are text, whatever the spellings were
            for index in self.layout.indexes:
                old[index] = old[index].with_type(arrow().string())
        kept = [field for index, field in enumerate(old) if index not in self.layout.drop]
        return arrow().schema([*kept, *fields], metadata=schema.metadata)

    def _replaced(self, column: Any, places: Any, keys: Sequence[Question], answers: Answers[Any]) -> Any:
        """A column in which the canonical names of matches stand in place of the spellings."""
        pa = arrow()
        names = pa.array([answers.canonical.get(key) for key in keys], pa.string()).take(places)
        return pa.compute.coalesce(names, column.cast(pa.string()))

    def _new_columns(
        self, places: Any, keys: Sequence[Question], answers: Answers[tuple[Value, ...]], fields: Sequence[Any]
    ) -> list[Any]:
        pa = arrow()
        counts = pa.compute.value_counts(places)
        order = counts.field("values").to_pylist()
        times = counts.field("counts").to_pylist()
        answers.learn_counted(
            {keys[place]: count for place, count in zip(order, times, strict=True)},
            lambda key: key,
            lambda: first_rows([keys[place] for place in places.to_pylist()], self.rows + 1),
        )
        rows = [answers.rendered[key] for key in keys]
        per_addition = list(zip(*rows, strict=True)) or [()] * len(self.session.settings.add)
        return [pa.array(column, field.type).take(places) for column, field in zip(per_addition, fields, strict=False)]


def distinct_questions(table: Any, index: int, layout: Layout, session: Session) -> tuple[Any, list[Question]]:
    """The distinct questions of a column with its context, and for each row the place of its question among them."""
    pa = arrow()
    roles = list(layout.context)
    parts = [encoded(table.column(place)) for place in (index, *(layout.context[role] for role in roles))]
    combined = parts[0][0].cast(pa.int64())
    for places, dictionary in parts[1:]:
        combined = pa.compute.add(pa.compute.multiply(combined, len(dictionary) or 1), places.cast(pa.int64()))
    whole = pa.compute.dictionary_encode(combined)
    questions = []
    for number in whole.dictionary.to_pylist():
        chosen = []
        for _, dictionary in reversed(parts[1:]):
            number, place = divmod(number, len(dictionary) or 1)
            chosen.append(dictionary[place])
        cells = dict(zip(roles, reversed(chosen), strict=True))
        questions.append(Question(parts[0][1][number], *session.context_of(cells, lambda: "a row")))
    return whole.indices, questions


def encoded(column: Any) -> tuple[Any, list[str]]:
    """A column as places in a list of its distinct values, which are text; nothing is blank text."""
    pa = arrow()
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    if isinstance(column, pa.ChunkedArray):  # no chunks at all, in older versions
        column = pa.array([], column.type)
    if not pa.types.is_dictionary(column.type):
        column = column.dictionary_encode(null_encoding="encode")
    texts = ["" if value is None else as_spelling(value) for value in column.dictionary.to_pylist()]
    places = column.indices
    if places.null_count:
        texts.append("")
        places = places.fill_null(len(texts) - 1)
    return places, texts


def as_spelling(value: Any) -> str:
    """A value as text: a date in ISO form."""
    return (
        value
        if isinstance(value, str)
        else value.decode("utf-8", "replace")
        if isinstance(value, bytes)
        else str(value)
    )


def normalize(table: Any, session: Session) -> Any:
    """A new Table or RecordBatch with the new columns; see :func:`lao_names.tables.normalize`."""
    pa = arrow()
    if not isinstance(table, pa.Table | pa.RecordBatch):
        raise UnusableArrow(type(table).__name__)
    return Columns(table.schema.names, session).with_answers(table)


def values(answer: Answer) -> tuple[Value, ...]:
    """The values of an answer, as they are."""
    return answer.values
