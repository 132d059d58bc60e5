"""Which character stands between the cells of a text table.

Sniffing goes wrong on just our files: of a column of Vietnamese names Python's ``csv.Sniffer`` says that the delimiter
is "h". So only four characters come into question, and the strongest evidence comes first: the header holds the column
that the user asks for; the records have as many cells as the header; the file's name. A file in which none of the four
stands in the header has one column. Start at :func:`find_delimiter`.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice
from pathlib import PurePath

from lao_names.errors import InputError, InvalidArgument
from lao_names.tables.records import blocks

#: The delimiters that are looked for, the most usual first, with the words that name them.
DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe"}
SELDOM_IN_PROSE = ",|;\t"
#: The endings of tables. In other files of one column, as in a list of names, a comma is part of what is written.
TABLES = frozenset({"", ".csv", ".tsv", ".tab"})
SAMPLE = 200  # records looked at


class UnknownDelimiter(InvalidArgument):
    """``delimiter=`` is not one character that can stand between cells."""

    what = "delimiter"


def named_delimiter(name: str) -> str:
    """The delimiter that the user gave: the character, its name or ``\\t``.

    Raises:
        UnknownDelimiter: not one character, or one that has another meaning in a table.

    >>> named_delimiter("TAB"), named_delimiter("semicolon"), named_delimiter(":")
    ('\\t', ';', ':')
    """
    names = {word: delimiter for delimiter, word in DELIMITERS.items()} | {"\\t": "\t"}
    delimiter = names.get(name.lower(), name)
    if len(delimiter) != 1 or delimiter in '"\r\n\0':
        raise UnknownDelimiter(name, [*DELIMITERS.values(), "or any one character"])
    return delimiter


def shown_delimiter(delimiter: str) -> str:
    """The delimiter in words."""
    return DELIMITERS.get(delimiter, repr(delimiter))


def find_delimiter(head: str, path: str, columns: Collection[str] = ()) -> str:
    """The delimiter of a table that begins with ``head``.

    Args:
        head: the beginning of the text.
        path: the file's name; its ending decides where the text does not.
        columns: names of columns that the user says are there (normalized as headers are).

    >>> find_delimiter("tên;vùng, miền\\nPakse;Nam, Lào\\n", "x.csv")
    ';'
    >>> find_delimiter("tên\\nViêng Chăn\\n", "x.csv")
    ','
    """
    usual = "\t" if PurePath(path).suffix.lower() in {".tsv", ".tab"} else ","
    first = head.splitlines()[0] if head else ""
    if first[:4].lower() == "sep=" and len(first) == 5:  # what Excel understands on a line before the header
        return first[4]
    found = {delimiter: _sample(head, delimiter) for delimiter in dict.fromkeys((usual, *DELIMITERS))}
    found = {delimiter: rows for delimiter, rows in found.items() if rows and len(rows[0]) > 1}
    if not found:
        return (
            usual if PurePath(path).suffix.lower() in TABLES else next((d for d in DELIMITERS if d not in head), usual)
        )
    from lao_names.tables.headers import header_key

    def evidence(delimiter: str) -> tuple[int, float, int, int, int]:
        header, *rows = found[delimiter]
        named = sum(header_key(cell) in columns for cell in header)
        alike = sum(len(row) == len(header) for row in rows) / len(rows) if rows else 1.0
        # A sign with a space after it is punctuation. And prose has commas, but no tabs.
        prose = sum(cell.startswith(" ") for cell in header[1:])
        return named, round(alike, 2), -prose, len(header), SELDOM_IN_PROSE.index(delimiter)

    return max(found, key=evidence)


def _sample(head: str, delimiter: str) -> list[list[str]]:
    """The first records, cut at a delimiter; [] where that cannot be."""
    # A piece's last record may be cut off, so it is left to the second piece, which is never asked for.
    try:
        block = next(blocks([head, "\n"], delimiter), None)
    except InputError:
        return []
    return list(islice(filter(None, block.rows if block else []), SAMPLE))
