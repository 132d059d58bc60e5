"""A table that is a dictionary of lists, and what all engines do with the distinct values that they found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lao_names.errors import InvalidArgument
from lao_names.tables.added import Answer
from lao_names.tables.answers import Question
from lao_names.tables.layout import layout_of
from lao_names.tables.session import Session

BATCH = 20_000  # questions asked at once


class UnevenTable(InvalidArgument):
    """The lists of a table have different lengths."""

    def __str__(self) -> str:
        return f"the columns have different lengths: {self.value}"


def normalize(table: Mapping[str, Sequence[Any]], session: Session) -> dict[str, list[Any]]:
    """A new dictionary with the new columns; see :func:`lao_names.tables.normalize`."""
    lengths = {name: len(values) for name, values in table.items()}
    if len(set(lengths.values())) > 1:
        raise UnevenTable(", ".join(f"{name} {length}" for name, length in lengths.items()))
    names = list(table)
    layout = layout_of(names, session.settings)
    columns = [list(table[name]) for name in names]
    new: list[list[Any]] = []
    for index in layout.indexes:
        used = [index, *layout.context.values()]
        rows = list(zip(*(map(as_spelling, table[names[place]]) for place in used), strict=True))
        distinct = list(dict.fromkeys(rows))
        said = dict(zip(distinct, answers_to(distinct, list(layout.context), session), strict=True))
        new += [[said[row].values[n] for row in rows] for n in range(len(session.settings.add))]
        if session.settings.replace:
            columns[index] = [said[row].canonical or old for row, old in zip(rows, columns[index], strict=True)]
    kept = {name: columns[index] for index, name in enumerate(names) if index not in layout.drop}
    return kept | dict(zip(layout.new, new, strict=True))


def answers_to(rows: Sequence[Sequence[Any]], roles: Sequence[str], session: Session) -> list[Answer]:
    """The answers to distinct rows, in order.

    Args:
        rows: a spelling and then the values of context columns.
        roles: what the context columns say: kind, within, on.
        session: what to do, and who answers.
    """
    said: list[Answer] = []
    for start in range(0, len(rows), BATCH):
        said += session.ask(questions_of(rows[start : start + BATCH], roles, session))
    return said


def questions_of(rows: Sequence[Sequence[Any]], roles: Sequence[str], session: Session) -> list[Question]:
    """The questions of rows."""
    if not roles:
        same_for_all = session.context_of({}, lambda: "")
        return [Question(as_spelling(spelling), *same_for_all) for (spelling,) in rows]
    return [question_of(row, roles, session) for row in rows]


def question_of(row: Sequence[Any], roles: Sequence[str], session: Session) -> Question:
    """The question of a row with context columns."""
    spelling, *cells = map(as_spelling, row)
    return Question(
        spelling, *session.context_of(dict(zip(roles, cells, strict=True)), lambda: f"the row of {spelling!r}")
    )


def as_spelling(value: Any) -> str:
    """A value as text; None, not-a-number and the like are blank."""
    if isinstance(value, str):
        return value
    if value is None or type(value).__name__ in {"NAType", "NaTType"} or value != value:  # NA is not even unequal
        return ""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
