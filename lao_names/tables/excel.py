"""Normalizing one sheet of an Excel workbook: the new cells stand to the right, everything else of the workbook stays.

Other sheets, styles, column widths, formulas, charts and pictures are kept by openpyxl; what it does not know is lost,
and said (:mod:`~lao_names.tables.workbook_parts`). A formula is not computed here: what a cell showed when the workbook
was last saved is what is resolved. A value merged over several rows counts for each of them. Start at
:func:`normalize`.
"""

from __future__ import annotations

import copy
import datetime
import io
import zipfile
from collections.abc import Sequence
from typing import Any, BinaryIO

from lao_names.errors import InputError, InvalidArgument, MissingExtra
from lao_names.tables.added import Answer, Value
from lao_names.tables.answers import Question
from lao_names.tables.formulas import escaped
from lao_names.tables.headers import header_key
from lao_names.tables.layout import Layout, layout_of
from lao_names.tables.session import Session
from lao_names.tables.settings import Summary
from lao_names.tables.workbook_parts import left_out, removals


class UnknownSheet(InvalidArgument):
    """``sheet=`` is not a sheet of the workbook."""

    what = "sheet"


def normalize(data: bytes, name: str, out: BinaryIO, session: Session, *, sheet: str | None = None) -> Summary:
    """Read a workbook, write it with new columns in one sheet.

    Args:
        data: the file.
        name: what messages call it.
        out: where the new workbook goes.
        session: what to do, and who answers.
        sheet: the sheet's name, or number from 1; the one that was open last if not given.

    Raises:
        MissingExtra: openpyxl is not installed.
        InvalidArgument: a sheet, column or context that does not exist.
        InputError: the file is no workbook, or a row's context cannot be understood.
    """
    book, removed = opened_book(data, name)
    cells = find_sheet(book, sheet)
    grid = Grid(cells, shown_values(data, name, cells))
    layout = layout_of(grid.names(), session.settings)
    first = grid.first + (1 if session.settings.header else 0)
    rows = [row for row in range(first, grid.last + 1) if not grid.is_empty(row)]
    contexts = [grid.context(row, layout, session) for row in rows]
    new: list[list[Value]] = [[] for _ in rows]
    memories = []
    for index in layout.indexes:
        answers = session.answers(values)
        spellings = [grid.text(row, index) for row in rows]
        keys = [Question(spelling, *context) for spelling, context in zip(spellings, contexts, strict=True)]
        answers.learn(keys, lambda key: key, first)
        for row, filled, key in zip(rows, new, keys, strict=True):
            filled += answers.rendered[key]
            if key in answers.canonical:
                grid.replace(row, index, answers.canonical[key])
        memories.append(answers)
    grid.write(layout, dict(zip(rows, new, strict=True)), session)
    new_data = io.BytesIO()
    book.save(new_data)
    out.write(new_data.getbuffer())
    summary = session.summary(len(rows), memories, {"format": "Excel", "sheet": cells.title})
    summary.warnings += left_out(data, new_data.getvalue(), removed)
    return summary


def column_names(data: bytes, name: str, sheet: str | None = None) -> list[str]:
    """The names in the first row of a sheet."""
    cells = find_sheet(opened_book(data, name)[0], sheet)
    return Grid(cells, shown_values(data, name, cells)).names()


def opened_book(data: bytes, name: str, **options: Any) -> tuple[Any, list[str]]:
    """A workbook of openpyxl, and what that left out in reading."""
    try:
        import openpyxl
    except ImportError:
        raise MissingExtra("openpyxl", "excel") from None
    try:
        with removals() as removed:
            book = openpyxl.load_workbook(io.BytesIO(data), keep_vba=name.lower().endswith(".xlsm"), **options)
        return book, removed
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError, EOFError) as error:
        raise InputError(f"{name} cannot be read as an Excel workbook (.xlsx): {error}") from None


def find_sheet(book: Any, wanted: str | None) -> Any:
    """A sheet of cells by name or number from 1."""
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    if wanted is None:
        return book.active if book.active in book.worksheets else book.worksheets[0]
    if wanted in sheets:
        return sheets[wanted]
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(sheets):
        return book.worksheets[int(wanted) - 1]
    raise UnknownSheet(wanted, sheets)


def shown_values(data: bytes, name: str, sheet: Any) -> Any:
    """The same sheet with what its formulas showed when the workbook was last saved; None where it has no formulas."""
    if any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row):
        return opened_book(data, name, data_only=True)[0][sheet.title]
    return None


class Grid:
    """The filled part of a sheet, rows and columns by their numbers.

    Args:
        sheet: where cells are written.
        shown: where values are read, None if that is the same.
    """

    def __init__(self, sheet: Any, shown: Any) -> None:
        self.sheet, self._shown = sheet, shown or sheet
        self._merged = {
            (row, column): (area.min_row, area.min_col)
            for area in sheet.merged_cells.ranges
            for row in range(area.min_row, area.max_row + 1)
            for column in range(area.min_col, area.max_col + 1)
        }
        self.last, self.width = sheet.max_row, sheet.max_column
        filled = (row for row in range(1, self.last + 1) if not self.is_empty(row))
        self.first = next(filled, 0)
        if not self.first:
            raise InputError(f"the sheet {sheet.title!r} is empty")

    def value(self, row: int, column: int) -> Any:
        """What a cell shows; a cell of a merged area shows what the area shows. Numbers count from 1."""
        return self._shown.cell(*self._merged.get((row, column), (row, column))).value

    def text(self, row: int, index: int) -> str:
        """What the cell in the column with an index from 0 says, as text."""
        return as_spelling(self.value(row, index + 1))

    def is_empty(self, row: int) -> bool:
        """Whether nothing stands in a row."""
        return all(self._shown.cell(row, column).value in (None, "") for column in range(1, self.width + 1))

    def names(self) -> list[str]:
        """The texts of the first filled row."""
        return [self.text(self.first, index) for index in range(self.width)]

    def context(self, row: int, layout: Layout, session: Session) -> tuple[str | None, ...]:
        """The context of a row."""
        cells = {role: self.text(row, index) for role, index in layout.context.items()}
        return session.context_of(cells, lambda: f"row {row}")

    def write(self, layout: Layout, new: dict[int, list[Value]], session: Session) -> None:
        """Write headers and cells to the right, or into the columns that are to be replaced."""
        names = {header_key(name): index + 1 for index, name in enumerate(self.names())} if layout.drop else {}
        free = iter(range(self.width + 1, self.width + len(layout.new) + 1))
        places = [names[key] if (key := header_key(name)) in names else next(free) for name in layout.new]
        if session.settings.header:
            for name, place in zip(layout.new, places, strict=True):
                self._put(self.first, place, name, like=layout.indexes[0] + 1)
        for row, filled in new.items():
            for value, place in zip(filled, places, strict=True):
                text = escaped(value) if session.settings.escape_formulas and isinstance(value, str) else value
                self._put(row, place, text)

    def replace(self, row: int, index: int, text: str) -> None:
        """Put a text in place of a spelling; in a merged area, in its first cell."""
        self._put(*self._merged.get((row, index + 1), (row, index + 1)), text)

    def _put(self, row: int, column: int, value: Value, like: int | None = None) -> None:
        cell = self.sheet.cell(row, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # openpyxl would make a live formula of "=..."
        if like is not None:
            cell._style = copy.copy(self.sheet.cell(row, like)._style)


def values(answer: Answer) -> Sequence[Value]:
    """New cells as Excel has them: numbers are numbers, nothing is an empty cell."""
    return answer.values


def as_spelling(value: Any) -> str:
    """A cell's value as text: a date in ISO form, a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
