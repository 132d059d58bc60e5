"""Finding columns in a header, and naming the new ones.

A column is called by its name or by its number, counted from 1. Names are compared in NFC and without white space at
their ends, because what looks the same should be the same. Start at :func:`find_column`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from lao_names.errors import InvalidArgument


class UnknownColumn(InvalidArgument):
    """A column that the table does not have."""

    what = "column"


class UnclearColumn(InvalidArgument):
    """A name that several columns have."""

    def __init__(self, value: str, numbers: Sequence[int]) -> None:
        self.numbers = tuple(numbers)
        super().__init__(value)

    def __str__(self) -> str:
        numbers = " and ".join(map(str, self.numbers))
        return f"columns {numbers} are both called {self.value!r}; give the number: -c {self.numbers[0]}"


class TwiceNamed(InvalidArgument):
    """Two new columns would have the same name, as several columns of spellings give new ones without their own names."""

    def __str__(self) -> str:
        return f"several new columns would be called {self.value}; put {{c}} into --prefix or --suffix"


class ColumnClash(InvalidArgument):
    """A new column would have the name of one that is there."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        super().__init__(", ".join(names))

    def __str__(self) -> str:
        return f"the table has already: {self.value}; --overwrite replaces them, --prefix or --suffix gives other names"


def header_key(name: str) -> str:
    """A column name as it is compared."""
    return unicodedata.normalize("NFC", name).strip().strip("\N{ZERO WIDTH NO-BREAK SPACE}")


def find_column(wanted: str, header: Sequence[str]) -> int:
    """The index of a column, from 0.

    Args:
        wanted: a name, or a number counted from 1. A column that is called "2" comes before the second column.
        header: the names of the columns.

    Raises:
        UnknownColumn: there is none; the message names those that there are.
        UnclearColumn: there are two or more.

    >>> find_column("tên", ["số", "tên"]), find_column("1", ["số", "tên"])
    (1, 0)
    """
    keys = [header_key(name) for name in header]
    places = [index for index, key in enumerate(keys) if key == header_key(wanted)]
    if len(places) > 1:
        raise UnclearColumn(wanted, [place + 1 for place in places])
    if places:
        return places[0]
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(header):
        return int(wanted) - 1
    raise UnknownColumn(wanted, [name.strip() or f"(no name, number {n})" for n, name in enumerate(header, 1)])


def column_label(index: int, header: Sequence[str]) -> str:
    """What a column is called in the names of new ones; ``column3`` for one without a name."""
    return header[index].strip() or f"column{index + 1}"


def new_names(label: str, add: Sequence[str], prefix: str = "{c}_", suffix: str = "") -> list[str]:
    """The names of the new columns of one column; ``{c}`` in prefix and suffix stands for that column's name.

    >>> new_names("tên", ["id", "name"]), new_names("tên", ["id"], prefix="lao_", suffix="_of_{c}")
    (['tên_id', 'tên_name'], ['lao_id_of_tên'])
    """
    return [f"{prefix}{addition}{suffix}".replace("{c}", label) for addition in add]


def clashes(names: Sequence[str], header: Sequence[str]) -> list[int]:
    """Indexes of the columns that already have one of the new names."""
    taken = {header_key(name) for name in names}
    return [index for index, name in enumerate(header) if header_key(name) in taken]
