"""Normalizing CSV and TSV: every record goes out as the text it came in, the new cells at its end.

One block of records at a time: cut out the cell of each record, have the distinct ones answered, append the answer's
text. Cells are cut out by ``str.split`` or the ``csv`` module and nothing is put together anew but where cells are
replaced; that is why a million rows cost about as much as copying them. Start at :func:`normalize`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO

from lao_names.errors import InputError
from lao_names.tables.added import Answer, as_text
from lao_names.tables.answers import Question
from lao_names.tables.cells import cells, raw_cells, with_cell, written
from lao_names.tables.delimiters import find_delimiter, named_delimiter, shown_delimiter
from lao_names.tables.formulas import escaped
from lao_names.tables.headers import header_key
from lao_names.tables.layout import Layout, layout_of
from lao_names.tables.memory import Answers
from lao_names.tables.records import Block, blocks
from lao_names.tables.session import Session
from lao_names.tables.settings import Settings, Summary
from lao_names.tables.source import TextSource

#: Kind, unit and date of a row.
Context = tuple[str | None, ...]


def normalize(
    source: TextSource,
    out: BinaryIO,
    session: Session,
    *,
    delimiter: str | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Summary:
    """Read a table, write it with the new columns.

    Args:
        source: the table's text.
        out: where the new table goes, as UTF-8.
        session: what to do, and who answers.
        delimiter: between cells; None to find it.
        progress: called with the bytes read so far.

    Raises:
        InvalidArgument: a column or a context that does not exist.
        InputError: the text is no table, or a row's context cannot be understood.
    """
    delimiter = delimiter_of(source, session.settings, delimiter)
    table = Table(session, delimiter)
    mark = source.encoding.output_mark
    for block in blocks(source.pieces(), delimiter):
        text = table.normalized(block)
        out.write(mark + text.encode("utf-8"))
        mark = b""
        progress(source.done)
    if table.layout is None:
        raise InputError(f"{source.name} has no header and no rows")
    notes = {"encoding": source.encoding.label, "delimiter": shown_delimiter(delimiter)}
    return session.summary(table.rows, [target.answers for target in table.targets], notes)


def delimiter_of(source: TextSource, settings: Settings, delimiter: str | None) -> str:
    """The delimiter given, else the one that the table's beginning shows."""
    if delimiter:
        return named_delimiter(delimiter)
    wanted = {header_key(name) for name in (*settings.columns, *settings.context_columns.values())}
    return find_delimiter(source.head, source.name, wanted)


def column_names(source: TextSource, delimiter: str | None = None) -> list[str]:
    """The cells of the first record."""
    delimiter = named_delimiter(delimiter) if delimiter else find_delimiter(source.head, source.name)
    for block in blocks(source.pieces(), delimiter):
        for record in block.records:
            if is_header(record, delimiter):
                return cells(record, delimiter)
    raise InputError(f"{source.name} has no header and no rows")


def is_header(record: str, delimiter: str) -> bool:
    """Whether a record at the beginning is the header: not an empty line, not Excel's ``sep=;``."""
    return record != "" and record.lower() != f"sep={delimiter}"


@dataclass(slots=True)
class Target:
    """One column of spellings and the memory of its answers."""

    index: int
    answers: Answers[str]


class Table:
    """A table on its way: knows its layout once the header has been read.

    Attributes:
        layout: where things stand; None before the header.
        targets: the columns of spellings.
        rows: records with data so far.
    """

    def __init__(self, session: Session, delimiter: str) -> None:
        self.session, self.settings, self.delimiter = session, session.settings, delimiter
        self._same_for_all = session.settings.context
        self.layout: Layout | None = None
        self.targets: list[Target] = []
        self.rows = 0

    def normalized(self, block: Block) -> str:
        """The text of a block with the new cells."""
        start = self._read_header(block) if self.layout is None else []
        records, *tails = self._with_answers(block, len(start))
        return block.text(start + records, *([""] * len(start) + tail for tail in tails))

    def _read_header(self, block: Block) -> list[str]:
        """Set the layout; returns the records up to and with the header, as they are written."""
        place = next((n for n, record in enumerate(block.records) if is_header(record, self.delimiter)), None)
        if place is None:
            return list(block.records)
        header = block.records[place]
        self.layout = layout_of(cells(header, self.delimiter), self.settings)
        self.targets = [Target(index, self.session.answers(self._rendered)) for index in self.layout.indexes]
        return block.records[:place] + ([self._header(header)] if self.settings.header else [])

    def _header(self, record: str) -> str:
        assert self.layout is not None
        kept = self._kept(raw_cells(record, self.delimiter))
        return self.delimiter.join([*kept, *(written(name, self.delimiter) for name in self.layout.new)])

    def _kept(self, parts: list[str]) -> list[str]:
        """A record's cells as written without those that are replaced, filled up to the header's length."""
        assert self.layout is not None
        parts += [""] * (self.layout.width - len(parts))
        drop = self.layout.drop
        return [part for index, part in enumerate(parts) if index not in drop] if drop else parts

    def _rendered(self, answer: Answer) -> str:
        """The text that an answer adds at the end of a record."""
        texts = map(as_text, answer.values, self.settings.add)
        if self.settings.escape_formulas:
            texts = map(escaped, texts)
        return "".join(self.delimiter + written(text, self.delimiter) for text in texts)

    def _with_answers(self, block: Block, start: int) -> list[list[str]]:
        """The records of a block from ``start`` on, and what is to follow each of them."""
        layout, records, rows = self.layout, block.records[start:], block.rows[start:]
        if layout is None or not records:
            return [records]
        lengths = list(map(len, rows))
        if 0 in lengths:
            filled = [place for place, length in enumerate(lengths) if length]
            full = self._filled_up([records[place] for place in filled], [rows[place] for place in filled])
            answered = self._answered(*full, lambda place: block.line_of(start + filled[place]))
            return [spread_out(column, filled, len(records)) for column in answered]
        if lengths.count(layout.width) < len(rows):
            records, rows = self._filled_up(records, rows)
        return self._answered(records, rows, lambda place: block.line_of(start + place))

    def _filled_up(self, records: list[str], rows: list[list[str]]) -> tuple[list[str], list[list[str]]]:
        """Records and their cells, empty ones added up to the header's length."""
        assert self.layout is not None
        missing = [self.layout.width - len(row) for row in rows]
        return (
            [record + self.delimiter * lack for record, lack in zip(records, missing, strict=True)],
            [row + [""] * lack if lack > 0 else row for row, lack in zip(rows, missing, strict=True)],
        )

    def _answered(self, records: list[str], rows: list[list[str]], line_of: Callable[[int], int]) -> list[list[str]]:
        """Records with all their cells as they are to be written, and their answers, a list for each target."""
        tails = []
        contexts = self._contexts(rows, line_of)
        for target in self.targets:
            spellings = [row[target.index] for row in rows]
            keys: list[Any] = spellings if contexts is None else list(zip(spellings, contexts, strict=True))
            target.answers.learn(keys, self._question, self._first_row)
            rendered = target.answers.rendered
            tails.append([rendered[key] for key in keys])
            if self.settings.replace:
                records = self._replaced(records, target, keys)
        self.rows += len(rows)
        if self.layout is not None and self.layout.drop:
            records = [self.delimiter.join(self._kept(raw_cells(record, self.delimiter))) for record in records]
        return [records, *tails]

    def _replaced(self, records: list[str], target: Target, keys: list[Any]) -> list[str]:
        """Records with the canonical name in the spelling's own cell; as they are where there is none."""
        delimiter, index = self.delimiter, target.index
        names = target.answers.canonical
        new = {key: written(names[key], delimiter) for key in set(keys) if key in names}
        return [
            with_cell(record, delimiter, index, new[key]) if key in new else record
            for record, key in zip(records, keys, strict=True)
        ]

    def _contexts(self, rows: list[list[str]], line_of: Callable[[int], int]) -> list[Context] | None:
        """The context of each row; None where no role comes from a column."""
        assert self.layout is not None
        if not self.layout.context:
            return None
        columns = [[row[index] for row in rows] for index in self.layout.context.values()]
        given = list(zip(*columns, strict=True))
        # In the order of the rows, so that the first mistake is the one that is named.
        known = {said: self._context(said, given, line_of) for said in dict.fromkeys(given)}
        return [known[said] for said in given]

    def _context(self, said: tuple[str, ...], given: list[tuple[str, ...]], line_of: Callable[[int], int]) -> Context:
        assert self.layout is not None
        by_role = dict(zip(self.layout.context, said, strict=True))
        return self.session.context_of(by_role, lambda: f"line {line_of(given.index(said))}")

    @property
    def _first_row(self) -> int:
        """The number of the next row as a spreadsheet counts, where the header is row 1."""
        return self.rows + (2 if self.settings.header else 1)

    def _question(self, key: str | tuple[str, Context]) -> Question:
        return Question(key, **self._same_for_all) if isinstance(key, str) else Question(key[0], *key[1])


def spread_out(texts: list[str], places: list[int], length: int) -> list[str]:
    """A list in which texts stand at their places, and "" elsewhere."""
    found = [""] * length
    for place, text in zip(places, texts, strict=True):
        found[place] = text
    return found
