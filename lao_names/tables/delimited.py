"""Normalizing CSV and TSV: every record goes out as the text it came in, the new cells at its end.

One block of records at a time: cut out the cell of each record, have the distinct ones answered, append the answer's
text. A plain block - no quotation marks, all records of one length, nothing to leave out - takes three passes of
C code per record; that is why a million rows cost about as much as copying them. Start at :func:`normalize`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from lao_names.errors import InputError, InvalidArgument
from lao_names.tables.added import Answer, as_text
from lao_names.tables.answers import Answers, Asker, Question
from lao_names.tables.contexts import Contexts
from lao_names.tables.delimiters import find_delimiter, named_delimiter, shown_delimiter
from lao_names.tables.headers import ColumnClash, clashes, column_label, find_column, header_key, new_names
from lao_names.tables.records import Block, blocks, cells, raw_cells, value, written
from lao_names.tables.settings import Settings, Summary
from lao_names.tables.source import TextSource

ROLES = ("kind", "within", "on")
#: What a spreadsheet takes for the beginning of a formula (OWASP ASVS 1.2.10).
FORMULA_SIGNS = tuple("=+-@\t\0")


@dataclass(slots=True)
class Target:
    """One column of spellings and the memory of its answers."""

    index: int
    answers: Answers


@dataclass(slots=True)
class Layout:
    """Where things stand in the records.

    Attributes:
        delimiter: between cells.
        width: cells of the header.
        drop: indexes of columns that new ones replace.
        context: index of the column of each role that comes from one.
        new: names of the new columns.
    """

    delimiter: str
    width: int
    drop: frozenset[int]
    context: dict[str, int]
    new: list[str]


def normalize(
    source: TextSource,
    out: BinaryIO,
    settings: Settings,
    asker: Asker,
    *,
    delimiter: str | None = None,
    ask: Callable[[Sequence[Question]], list[Answer]] | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Summary:
    """Read a table, write it with the new columns.

    Args:
        source: the table's text.
        out: where the new table goes, as UTF-8.
        settings: what to do.
        asker: who answers.
        delimiter: between cells; None to find it.
        ask: another way to put questions to ``asker`` (several processes, a cache).
        progress: called with the bytes read so far.

    Raises:
        InvalidArgument: a column or a context that does not exist.
        InputError: the text is no table, or a row's context cannot be understood.
    """
    wanted = {header_key(name) for name in (*settings.columns, *settings.context_columns.values())}
    delimiter = named_delimiter(delimiter) if delimiter else find_delimiter(source.head, source.name, wanted)
    table = Table(settings, asker, delimiter, ask or asker)
    mark = source.encoding.output_mark
    for block in blocks(source.pieces(), delimiter):
        text = table.normalized(block)
        out.write(mark + text.encode("utf-8"))
        mark = b""
        progress(source.done)
    if table.layout is None:
        raise InputError(f"{source.name} has no header and no rows")
    table.summary.notes |= {"encoding": source.encoding.label, "delimiter": shown_delimiter(delimiter)}
    return table.finished_summary()


class Table:
    """A table on its way: knows its layout once the first record has been read."""

    def __init__(
        self, settings: Settings, asker: Asker, delimiter: str, ask: Callable[[Sequence[Question]], list[Answer]]
    ) -> None:
        self.settings, self.delimiter, self.ask = settings, delimiter, ask
        self.layout: Layout | None = None
        self.targets: list[Target] = []
        self.summary = Summary()
        self._contexts = Contexts(asker.resolver)

    def normalized(self, block: Block) -> str:
        """The text of a block with the new cells."""
        start: list[str] = []
        if self.layout is None:
            start = self._read_header(block)
        return block.text(start + self._with_answers(block, len(start)))

    def finished_summary(self) -> Summary:
        """The counts so far."""
        for target in self.targets:
            self.summary.statuses.update(target.answers.rows)
            self.summary.distinct += target.answers.distinct
        return self.summary

    def _read_header(self, block: Block) -> list[str]:
        """Set the layout; returns the records up to and with the header, as they are written."""
        before = 0
        for record in block.records:
            if record and record.lower() != f"sep={self.delimiter}":
                break
            before += 1
        else:
            return list(block.records)
        names = cells(block.records[before], self.delimiter)
        self._set_layout(names if self.settings.header else [f"column{n}" for n in range(1, len(names) + 1)])
        return block.records[:before] + ([self._header(block.records[before])] if self.settings.header else [])

    def _set_layout(self, names: list[str]) -> None:
        settings = self.settings
        indexes = [find_column(column, names) for column in dict.fromkeys(settings.columns)]
        context = {role: find_column(column, names) for role, column in settings.context_columns.items()}
        new: list[str] = []
        for index in indexes:
            new += new_names(column_label(index, names), settings.add, settings.prefix, settings.suffix)
        taken = clashes(new, names) if settings.header else []
        twice = [name for name, count in Counter(map(header_key, new)).items() if count > 1]
        if twice or (taken and not settings.overwrite):
            raise ColumnClash(twice or [names[index] for index in taken])
        drop = frozenset(taken) - set(indexes)
        self.layout = Layout(self.delimiter, len(names), drop, context, new)
        self.targets = [Target(index, Answers(self.ask, self._rendered)) for index in indexes]

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
        """The text that an answer adds to a record."""
        texts = map(as_text, answer.values, self.settings.add)
        if self.settings.escape_formulas:
            texts = ("'" + text if text.startswith(FORMULA_SIGNS) else text for text in texts)
        return "".join(self.delimiter + written(text, self.delimiter) for text in texts)

    def _with_answers(self, block: Block, start: int) -> list[str]:
        """The records of a block from ``start`` on, each with its new cells."""
        layout, records = self.layout, block.records[start:]
        if layout is None or not records:
            return records
        if block.quoted or layout.drop or layout.context or not self._is_even(records, layout):
            return self._slow(block, start)
        return self._fast(records)

    def _is_even(self, records: list[str], layout: Layout) -> bool:
        """Whether every record has exactly the header's cells; an empty line in a table of one column is no record."""
        if layout.width == 1 and "" in records:
            return False
        delimiter, between = layout.delimiter, layout.width - 1
        return [record.count(delimiter) for record in records].count(between) == len(records)

    def _fast(self, records: list[str]) -> list[str]:
        out = records
        for target in self.targets:
            keys = column(records, target.index, self.delimiter)
            target.answers.learn(Counter(keys), self._question)
            rendered = target.answers.rendered
            out = [record + rendered[key] for record, key in zip(out, keys, strict=True)]
        self.summary.rows += len(records)
        return out

    def _slow(self, block: Block, start: int) -> list[str]:
        """Any records: quoted, short, long, with columns to leave out or context to read."""
        split = [raw_cells(record, self.delimiter) if record else [] for record in block.records[start:]]
        filled = [place for place, parts in enumerate(split) if parts]
        contexts = [self._context(split[place], block, start + place) for place in filled]
        out = ["" if not parts else self.delimiter.join(self._kept(parts)) for parts in split]
        for target in self.targets:
            spellings = [cell_value(split[place], target.index) for place in filled]
            keys = [
                (spelling, *context) if context else spelling
                for spelling, context in zip(spellings, contexts, strict=True)
            ]
            target.answers.learn(Counter(keys), self._question)
            for place, key in zip(filled, keys, strict=True):
                out[place] += target.answers.rendered[key]
        self.summary.rows += len(filled)
        return out

    def _context(self, parts: list[str], block: Block, place: int) -> tuple[str | None, ...]:
        """The context of a row, one value per role; () where no role comes from a column."""
        assert self.layout is not None
        if not self.layout.context:
            return ()
        values: dict[str, str | None] = dict(self.settings.context)
        for role, index in self.layout.context.items():
            try:
                values[role] = self._contexts.value(role, cell_value(parts, index))
            except InvalidArgument as error:
                raise InputError(f"line {block.line_of(place)}, column {index + 1} ({role}): {error}") from None
        return tuple(values.get(role) for role in ROLES)

    def _question(self, key: str | tuple[str, ...]) -> Question:
        return Question(key, **self.settings.context) if isinstance(key, str) else Question(*key)


def column(records: list[str], index: int, delimiter: str) -> list[str]:
    """One cell of each record, of records that have it and no quotation marks."""
    upto = index + 1
    return [record.split(delimiter, upto)[index] for record in records]


def cell_value(parts: Sequence[str], index: int) -> str:
    """The value of a cell as written, "" where a short record has none."""
    return value(parts[index]) if index < len(parts) else ""
