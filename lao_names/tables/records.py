"""Cutting the text of a CSV or TSV file into records, without changing a character of them.

A record is kept as the text that it is: quotes, doubled quotes, line breaks within quotes and the line end after it.
What counts as a cell and as a record is what Python's ``csv`` module says (its default, lenient rules): a quotation
mark opens a quoted cell only at the cell's beginning, ``""`` within it stands for one, and LF, CRLF and CR each end a
record.

Text without a quotation mark is cut by ``str.split``. Other text is read by the ``csv`` module itself, which says after
each record how many lines it took: so the lines of each are known, and its text. Only what that module refuses (a cell
beyond its limit) or cannot tell (whether a quotation mark is still open at a text's end) is left to a regular
expression. Start at :func:`blocks`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, pairwise

from lao_names.collector import collector_paused
from lao_names.errors import InputError
from lao_names.tables.cells import all_cells, cell_rule

#: Characters in one record. Beyond it a closing quotation mark is missing: reading on would fill the memory.
LONGEST_RECORD = 1 << 24


@dataclass(slots=True)
class Block:
    """Some records that follow each other.

    Attributes:
        records: the text of each, without its line end.
        ends: the line end of each, or one for all of them; the file's last record may have none.
        line: 1-based number of the line where the first begins.
        lines: how many lines they take.
        delimiter: between cells; None where a record is a line and no cells are asked for.
    """

    records: list[str]
    ends: str | list[str]
    line: int
    lines: int
    delimiter: str | None
    _rows: list[list[str]] | None = field(default=None, repr=False)

    @property
    def rows(self) -> list[list[str]]:
        """The values of each record's cells; no cells for an empty line."""
        if self._rows is None:
            self._rows = all_cells(self.records, self.delimiter or "")
        return self._rows

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
        ends = [self.ends] * index if isinstance(self.ends, str) else self.ends[:index]
        return self.line + count_lines("".join(chain.from_iterable(zip(self.records, ends, strict=False))))


def blocks(pieces: Iterable[str], delimiter: str | None) -> Iterator[Block]:
    """All records of a text that comes in pieces.

    Args:
        pieces: the text.
        delimiter: between cells; None where every line is a record, whatever stands in it.

    Raises:
        InputError: a quoted cell has no end.

    >>> [block.records for block in blocks(['a,b\\n1,"x', '\\ny"\\n2,z'], ",")]
    [['a,b'], ['1,"x\\ny"'], ['2,z']]
    """
    pending, line = "", 1
    more: list[str] = []
    for piece in pieces:
        more.append(piece)
        # A record longer than a piece is looked at again when it has doubled, not with each piece of it.
        if len(more) * len(piece) < len(pending):
            continue
        text = pending + "".join(more)
        more.clear()
        block, used = _whole_records(text, line, delimiter)
        pending = text[used:]
        if block.records:
            yield block
            line += block.lines
        if len(pending) > LONGEST_RECORD:
            raise InputError(f"line {line}: this record does not end; is a closing quotation mark missing?")
    if pending or more:
        yield _careful(pending + "".join(more), line, delimiter, last=True)[0]


def _whole_records(text: str, line: int, delimiter: str | None) -> tuple[Block, int]:
    """The whole records at the beginning of a text, and how many characters they take."""
    lines = text[: text.rfind("\n") + 1]
    if not lines:
        return _careful(text, line, delimiter, last=False)
    if delimiter is None or '"' not in lines:
        return _plain(lines, line, delimiter), len(lines)
    return _read(lines, line, delimiter) or _careful(text, line, delimiter, last=False)


def _plain(text: str, line: int, delimiter: str | None) -> Block:
    """Whole lines as records."""
    end = line_end(text)
    records, ends = (text.split(end)[:-1], end) if end else without_ends(lines_of(text))
    return Block(records, ends, line, len(records), delimiter)


@collector_paused()
def _read(text: str, line: int, delimiter: str) -> tuple[Block, int] | None:
    """The whole records of some whole lines as the ``csv`` module reads them; None if it gives up.

    One empty line more is read: if a quotation mark is open at the end, it becomes part of the last record.
    """
    end = line_end(text)
    lines = text.split(end)[:-1] if end else lines_of(text)
    if end and (quoted := _all_quoted(text, lines, end, delimiter)):
        return Block(lines, end, line, len(lines), delimiter, quoted), len(text)
    reader = csv.reader(chain([line + end for line in lines] if end else lines, [""]), delimiter=delimiter)
    rows: list[list[str]] = []
    after = [0]  # how many lines were read after each record
    try:
        for row in reader:
            rows.append(row)
            after.append(reader.line_num)
    except csv.Error:
        return None
    rows.pop()
    after.pop()
    used = len(text) if after[-1] == len(lines) else sum(map(len, lines[: after[-1]])) + len(end) * after[-1]
    if len(rows) < len(lines):
        lines = [lines[first] if last - first == 1 else end.join(lines[first:last]) for first, last in pairwise(after)]
    records, ends = (lines, end) if end else without_ends(lines)
    return Block(records, ends, line, after[-1], delimiter, rows), used


def _all_quoted(text: str, lines: list[str], end: str, delimiter: str) -> list[list[str]] | None:
    """The cells of lines in which every cell is quoted and holds no quotation mark; None if that is not so.

    Then every line begins and ends with a mark of its own, and counting the marks tells whether all others stand between
    two cells.
    """
    if not text.startswith('"') or not text.endswith(f'"{end}') or '"' in lines:
        return None
    if text.count(f'"{end}"') != len(lines) - 1:
        return None
    between = f'"{delimiter}"'
    rows = [line[1:-1].split(between) for line in lines]
    return rows if text.count('"') == 2 * sum(map(len, rows)) else None


def line_end(whole: str) -> str:
    """The line end that all lines have, "" if they differ."""
    if "\r" not in whole:
        return "\n"
    count = whole.count("\r\n")
    return "\r\n" if count == whole.count("\n") == whole.count("\r") else ""


def lines_of(whole: str) -> list[str]:
    """The lines of a text with their ends: CRLF, LF or CR."""
    return list(io.StringIO(whole, newline=""))


def without_ends(lines: list[str]) -> tuple[list[str], list[str]]:
    """Whole records without their line ends, and these."""
    records = [line.rstrip("\r\n") for line in lines]
    return records, [line[len(record) :] for line, record in zip(lines, records, strict=True)]


def _careful(text: str, line: int, delimiter: str | None, *, last: bool) -> tuple[Block, int]:
    """The whole records of any text, and how many characters they take.

    With ``last`` the text's end is a record's end, too.
    """
    records: list[str] = []
    ends: list[str] = []
    match = record_pattern(delimiter or "").match
    position = 0
    while position < len(text):
        found = match(text, position)
        if found is None:
            if not last:
                break
            at = line + count_lines(text[:position])
            raise InputError(f"line {at}: a quotation mark opens a cell and none closes it")
        # At a piece's end nobody knows yet: "\r" may become "\r\n", a closing mark the first half of a doubled one.
        if found.end() == len(text) and not found[2].endswith("\n") and not last:
            break
        records.append(found[1])
        ends.append(found[2])
        position = found.end()
    return Block(records, ends, line, count_lines(text[:position]), delimiter), position


def count_lines(text: str) -> int:
    """How many line ends a text has, of any kind."""
    return text.count("\n") + (text.count("\r") - text.count("\r\n") if "\r" in text else 0)


@cache
def record_pattern(delimiter: str) -> re.Pattern[str]:
    """Matches one record (group 1) and its line end (group 2); without a delimiter, one line."""
    if not delimiter:
        return re.compile(r"([^\r\n]*+)(\r\n|\r|\n|\Z)")
    cell = cell_rule(delimiter)
    return re.compile(rf"({cell}(?:{re.escape(delimiter)}{cell})*+)(\r\n|\r|\n|\Z)")
