"""Cutting the text of a CSV or TSV file into records, without changing a character of them.

A record is kept as the text that it is: quotes, doubled quotes, line breaks within quotes and the line end after it.
What counts as a cell and as a record is what Python's ``csv`` module says (its default, lenient rules): a quotation
mark opens a quoted cell only at the cell's beginning, ``""`` within it stands for one, and LF, CRLF and CR each end a
record.

Most files have no quotes at all, or few. So a piece of text without a quotation mark is cut by ``str.split``, which
is many times faster than looking at every character; only around quotation marks a regular expression walks.
Start at :func:`blocks`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from lao_names.errors import InputError

#: Characters in one record. Beyond it a closing quotation mark is missing: reading on would fill the memory.
LONGEST_RECORD = 1 << 24


@dataclass(slots=True)
class Block:
    """Some records that follow each other.

    Attributes:
        records: the text of each, without its line end.
        ends: the line end of each, or one for all of them; the file's last record may have none.
        quoted: whether a quotation mark stands anywhere in them.
        line: 1-based number of the line where the first begins.
        keys: what a quick look found in them, None where there was none.
    """

    records: list[str]
    ends: str | list[str]
    quoted: bool
    line: int
    keys: list[list[str]] | None = None

    def text(self, records: list[str], *tails: list[str]) -> str:
        """The text of other records with these line ends.

        Args:
            records: as many as there are in the block.
            tails: what follows each record before its line end, one list per tail.
        """
        step = len(tails) + 2
        parts = [self.ends if isinstance(self.ends, str) else ""] * (step * len(records))
        for place, column in enumerate((records, *tails)):
            parts[place::step] = column
        if not isinstance(self.ends, str):
            parts[step - 1 :: step] = self.ends
        return "".join(parts)

    def line_of(self, index: int) -> int:
        """The number of the line where a record begins."""
        ends = self.ends if isinstance(self.ends, str) else self.ends[:index]
        before = Block(self.records[:index], ends, self.quoted, self.line)
        return self.line + count_lines(before.text(before.records))


Quick = Callable[[list[str]], "list[list[str]] | None"]


def blocks(pieces: Iterable[str], delimiter: str | None, quick: Quick = lambda lines: None) -> Iterator[Block]:
    """All records of a text that comes in pieces.

    Args:
        pieces: the text.
        delimiter: between cells; None where every line is a record, whatever stands in it.
        quick: looks at lines with quotation marks; gives None if one of them may not be a whole record, else what it
            found. Most quoted cells have no line break in them, and then lines need not be cut with care.

    Raises:
        InputError: a quoted cell has no end.

    >>> [block.records for block in blocks(['a,b\\n1,"x', '\\ny"\\n2,z'], ",")]
    [['a,b'], ['1,"x\\ny"'], ['2,z']]
    """
    pending, line = "", 1
    for piece in pieces:
        text = pending + piece
        if delimiter is None or '"' not in text:
            block, used = _plain(text, line)
        else:
            block, used = _plain(text, line)
            block.quoted, block.keys = True, quick(block.records)
            if block.keys is None:
                block, used = _careful(text, line, delimiter, last=False)
        pending = text[used:]
        if block.records:
            yield block
            line += count_lines(text[:used])
        if len(pending) > LONGEST_RECORD:
            raise InputError(f"line {line}: this record does not end; is a closing quotation mark missing?")
    if pending:
        yield _careful(pending, line, delimiter or "", last=True)[0]


def _plain(text: str, line: int) -> tuple[Block, int]:
    """The whole lines of a text, and how many characters they take."""
    if "\r" not in text:
        end, used = "\n", text.rfind("\n") + 1
    else:
        used = text.rfind("\n") + 1
        whole = text[:used]
        if not used or whole.count("\r\n") != whole.count("\n") or whole.count("\r") != whole.count("\n"):
            return _careful(text, line, "", last=False)
        end = "\r\n"
    records = text[:used].split(end)
    records.pop()
    return Block(records, end, False, line), used


def _careful(text: str, line: int, delimiter: str, *, last: bool) -> tuple[Block, int]:
    """The whole records of any text. With ``last`` the text's end is a record's end, too."""
    records: list[str] = []
    ends: list[str] = []
    match = record_pattern(delimiter).match
    position = 0
    while position < len(text):
        found = match(text, position)
        if found is None:
            if not last:
                break
            at = line + count_lines(text[:position])
            raise InputError(f"line {at}: a quotation mark opens a cell and none closes it")
        end = found[2]
        # At a piece's end nobody knows yet: "\r" may become "\r\n", a closing mark the first half of a doubled one.
        if found.end() == len(text) and not end.endswith("\n") and not last:
            break
        records.append(found[1])
        ends.append(end)
        position = found.end()
    same = ends and ends.count(ends[0]) == len(ends)
    return Block(records, ends[0] if same else ends, '"' in text[:position], line), position


def count_lines(text: str) -> int:
    """How many line ends a text has, of any kind."""
    return text.count("\n") + (text.count("\r") - text.count("\r\n") if "\r" in text else 0)


_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"(.*)', re.DOTALL)


def cell_rule(delimiter: str) -> str:
    """The regular expression of one cell as it is written."""
    other = rf"[^{re.escape(delimiter)}\r\n]"
    return rf'(?:"[^"]*+(?:""[^"]*+)*+"{other}*+|(?!"){other}*+)'


@cache
def cell_pattern(delimiter: str) -> re.Pattern[str]:
    """Matches one cell."""
    return re.compile(cell_rule(delimiter))


@cache
def record_pattern(delimiter: str) -> re.Pattern[str]:
    """Matches one record (group 1) and its line end (group 2); without a delimiter, one line."""
    if not delimiter:
        return re.compile(r"([^\r\n]*+)(\r\n|\r|\n|\Z)")
    cell = cell_rule(delimiter)
    return re.compile(rf"({cell}(?:{re.escape(delimiter)}{cell})*+)(\r\n|\r|\n|\Z)")


@cache
def cell_of_pattern(delimiter: str, width: int, index: int) -> re.Pattern[str]:
    """Matches a record of ``width`` cells; group 1 is the one with an index."""
    cell, sign = cell_rule(delimiter), re.escape(delimiter)
    return re.compile(rf"(?:{cell}{sign}){{{index}}}({cell})(?:{sign}{cell}){{{width - index - 1}}}")


def column(records: list[str], delimiter: str, width: int, index: int) -> list[str] | None:
    """The values of a column in lines; None if one of them is not a whole record of ``width`` cells.

    >>> column(['1,"a, b"', "2,c"], ",", 2, 1), column(['1,"a', 'b"'], ",", 2, 1)
    (['a, b', 'c'], None)
    """
    match, found = cell_of_pattern(delimiter, width, index).fullmatch, []
    for record in records:
        if '"' in record:
            whole = match(record)
            if whole is None:
                return None
            found.append(value(whole[1]))
        else:
            parts = record.split(delimiter)
            if len(parts) != width or not record:
                return None
            found.append(parts[index])
    return found


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
    parts: list[str] = []
    match, position = cell_pattern(delimiter).match, 0
    while position <= len(record):
        found = match(record, position)
        assert found is not None, record  # the record was cut by the same pattern
        parts.append(found[0])
        position = found.end() + 1
    return parts


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
