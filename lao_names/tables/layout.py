"""Where things stand in a table: which columns are read, which are added, which of them give way.

Worked out once, from the names of the columns and the settings, in the same way for every format. Start at
:func:`layout_of`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lao_names.tables.headers import ColumnClash, TwiceNamed, clashes, column_label, find_column, header_key, new_names
from lao_names.tables.settings import Settings


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table.

    Attributes:
        width: number of columns that there are.
        indexes: of the columns of spellings, from 0.
        context: index of the column that ``kind``, ``within`` or ``on`` comes from, where one comes from a column.
        new: names of the new columns, those of the first column of spellings first.
        drop: indexes of the columns that new ones replace.
    """

    width: int
    indexes: tuple[int, ...]
    context: dict[str, int]
    new: tuple[str, ...]
    drop: frozenset[int]


def layout_of(names: Sequence[str], settings: Settings) -> Layout:
    """The layout of a table whose columns have these names.

    Raises:
        UnknownColumn, UnclearColumn: a column asked for is not there, or twice.
        ColumnClash: a new column would have a name that is taken.
        TwiceNamed: two new columns would have one name.

    >>> layout_of(["no", "tên"], Settings(("tên",))).new
    ('tên_id', 'tên_name', 'tên_status', 'tên_probability')
    """
    if not settings.header:
        names = [f"column{number}" for number in range(1, len(names) + 1)]
    indexes = tuple(dict.fromkeys(find_column(column, names) for column in settings.columns))
    context = {role: find_column(column, names) for role, column in settings.context_columns.items()}
    new: list[str] = []
    for index in indexes:
        new += new_names(column_label(index, names), settings.add, settings.prefix, settings.suffix)
    taken = clashes(new, names) if settings.header else []
    twice = [name for name, count in Counter(map(header_key, new)).items() if count > 1]
    if twice:
        raise TwiceNamed(", ".join(twice))
    if taken and not settings.overwrite:
        raise ColumnClash([names[index] for index in taken])
    return Layout(len(names), indexes, context, tuple(new), frozenset(taken) - set(indexes))
