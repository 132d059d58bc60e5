"""Normalizing CSV and TSV: every record goes out as the text it came in, the new cells at its end.

One block of records at a time: cut out the cell of each record, have the distinct ones answered, append the answer's
text. A plain block - no quotation marks, all records of one length, nothing to leave out - takes three passes of
C code per record; that is why a million rows cost about as much as copying them. Start at :func:`normalize`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from lao_names.errors import InputError
from lao_names.tables.added import Answer, as_text
from lao_names.tables.answers import Answers, Question
from lao_names.tables.delimiters import find_delimiter, named_delimiter, shown_delimiter
from lao_names.tables.formulas import escaped
from lao_names.tables.headers import header_key
from lao_names.tables.layout import Layout, layout_of
from lao_names.tables.records import Block, blocks, cells, column, raw_cells, value, written
from lao_names.tables.session import Session
from lao_names.tables.settings import Settings, Summary
from lao_names.tables.source import TextSource


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
    for block in blocks(source.pieces(), delimiter, table.quick):
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
        layout, records = self.layout, block.records[start:]
        if layout is None or not records:
            return [records]
        if block.keys is not None:
            return self._fast(records, block.keys)
        if block.quoted or self._special or not self._is_even(records, layout):
            return self._slow(block, start)
        return self._fast(records, [plain_column(records, target.index, self.delimiter) for target in self.targets])

    @property
    def _special(self) -> bool:
        """Whether records must be taken apart even where they are plain."""
        return self.layout is None or bool(self.layout.drop or self.layout.context or self.settings.replace)

    def quick(self, lines: list[str]) -> list[list[str]] | None:
        """The cells of each column of spellings, if every line is a record of the header's length."""
        if self.layout is None or self._special:
            return None
        found: list[list[str]] = []
        for target in self.targets:
            keys = column(lines, self.delimiter, self.layout.width, target.index)
            if keys is None:
                return None
            found.append(keys)
        return found

    def _is_even(self, records: list[str], layout: Layout) -> bool:
        """Whether every record has exactly the header's cells; an empty line in a table of one column is no record."""
        if layout.width == 1 and "" in records:
            return False
        delimiter, between = self.delimiter, layout.width - 1
        return [record.count(delimiter) for record in records].count(between) == len(records)

    def _fast(self, records: list[str], columns: list[list[str]]) -> list[list[str]]:
        """Records of the header's length whose cells were found already."""
        out = [records]
        for target, keys in zip(self.targets, columns, strict=True):
            target.answers.learn(keys, self._question, self._first_row)
            rendered = target.answers.rendered
            out.append([rendered[key] for key in keys])
        self.rows += len(records)
        return out

    def _slow(self, block: Block, start: int) -> list[list[str]]:
        """Any records: quoted, short, long, with columns to leave out or context to read."""
        split = [raw_cells(record, self.delimiter) if record else [] for record in block.records[start:]]
        filled = [place for place, parts in enumerate(split) if parts]
        contexts = [self._context(split[place], block, start + place) for place in filled]
        added = [""] * len(split)
        for target in self.targets:
            spellings = [cell_value(split[place], target.index) for place in filled]
            keys = [
                (spelling, *context) if context else spelling
                for spelling, context in zip(spellings, contexts, strict=True)
            ]
            target.answers.learn(keys, self._question, self._first_row)
            for place, key in zip(filled, keys, strict=True):
                added[place] += target.answers.rendered[key]
                self._replace(split[place], target, key)
        self.rows += len(filled)
        return [[self.delimiter.join(self._kept(parts)) if parts else "" for parts in split], added]

    def _replace(self, parts: list[str], target: Target, key: object) -> None:
        """Put the canonical name in the spelling's own cell, if that is asked for and the record has the cell."""
        canonical = target.answers.canonical.get(key) if self.settings.replace else None
        if canonical is not None and target.index < len(parts):
            parts[target.index] = written(canonical, self.delimiter)

    def _context(self, parts: list[str], block: Block, place: int) -> tuple[str | None, ...]:
        """The context of a row, one value per role; () where no role comes from a column."""
        assert self.layout is not None
        if not self.layout.context:
            return ()
        cells = {role: cell_value(parts, index) for role, index in self.layout.context.items()}
        return self.session.context_of(cells, lambda: f"line {block.line_of(place)}")

    @property
    def _first_row(self) -> int:
        """The number of the next row as a spreadsheet counts, where the header is row 1."""
        return self.rows + (2 if self.settings.header else 1)

    def _question(self, key: str | tuple[str, ...]) -> Question:
        return Question(key, **self.settings.context) if isinstance(key, str) else Question(*key)


def plain_column(records: list[str], index: int, delimiter: str) -> list[str]:
    """One cell of each record, of records that have it and no quotation marks."""
    upto = index + 1
    return [record.split(delimiter, upto)[index] for record in records]


def cell_value(parts: Sequence[str], index: int) -> str:
    """The value of a cell as written, "" where a short record has none."""
    return value(parts[index]) if index < len(parts) else ""
