"""The cells of one record of a CSV or TSV file: as they are written, and what they say.

The rules are those of Python's ``csv`` module; see :mod:`lao_names.tables.records` for cutting a text into records.
"""

from __future__ import annotations

import re
from functools import cache

from lao_names.collector import collector_paused

_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"(.*)', re.DOTALL)


def cell_rule(delimiter: str) -> str:
    """The regular expression of one cell as it is written."""
    other = rf"[^{re.escape(delimiter)}\r\n]"
    return rf'(?:"[^"]*+(?:""[^"]*+)*+"{other}*+|(?!"){other}*+)'


@cache
def cell_pattern(delimiter: str) -> re.Pattern[str]:
    """Matches a delimiter and the cell after it (group 1)."""
    return re.compile(f"{re.escape(delimiter)}({cell_rule(delimiter)})")


@collector_paused()
def all_cells(records: list[str], delimiter: str) -> list[list[str]]:
    """The values of the cells of many records; none for an empty line."""
    return [
        cells(record, delimiter) if '"' in record else record.split(delimiter) if record else [] for record in records
    ]


def cells(record: str, delimiter: str) -> list[str]:
    """The values of a record's cells, without their quotes.

    >>> cells('1,"Viêng Chăn, ""Lào\""",,x', ",")
    ['1', 'Viêng Chăn, "Lào"', '', 'x']
    """
    if '"' not in record:
        return record.split(delimiter)
    return [value(cell) for cell in raw_cells(record, delimiter)]


def raw_cells(record: str, delimiter: str) -> list[str]:
    """The cells of a record as they are written, quotes and all; joined by the delimiter they give it back."""
    if '"' not in record:
        return record.split(delimiter)
    return cell_pattern(delimiter).findall(delimiter + record)


@cache
def place_pattern(delimiter: str, index: int) -> re.Pattern[str]:
    """Matches the beginning of a record up to the cell with an index (group 1)."""
    rule = cell_rule(delimiter)
    return re.compile(f"(?:{rule}{re.escape(delimiter)}){{{index}}}({rule})")


def with_cell(record: str, delimiter: str, index: int, cell: str) -> str:
    """A record with another text, as it is to be written, in place of one of its cells.

    >>> with_cell('1,"Bô Ly, Khăm Xay",x', ",", 1, "Bolikhamxay")
    '1,Bolikhamxay,x'
    """
    found = place_pattern(delimiter, index).match(record)
    assert found is not None, record
    return record[: found.start(1)] + cell + record[found.end(1) :]


def value(cell: str) -> str:
    """What a cell as written says.

    >>> value('"a ""b"" c"')
    'a "b" c'
    """
    if not cell or cell[0] != '"':
        return cell
    if cell[-1] == '"' and cell.count('"') == 2:
        return cell[1:-1]
    quoted = _QUOTED.fullmatch(cell)
    assert quoted is not None, cell
    return quoted[1].replace('""', '"') + quoted[2]


def written(text: str, delimiter: str) -> str:
    """A value as a cell: quoted where it must be, with the same rules as Python's ``csv`` writer.

    >>> written("Cầu Treo, Nậm Phao", ","), written("Bolikhamxay", ",")
    ('"Cầu Treo, Nậm Phao"', 'Bolikhamxay')
    """
    if delimiter in text or '"' in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""') + '"'
    return text
