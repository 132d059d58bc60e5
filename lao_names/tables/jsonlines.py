"""Normalizing JSON lines: every object goes out as the text it came in, the new members at its end.

Numbers keep their digits and members their order, because an object is never written anew; only where a new member takes
the place of an old one of its name is it. Start at :func:`normalize`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, BinaryIO

from lao_names.errors import InputError
from lao_names.tables.added import Answer
from lao_names.tables.answers import Question
from lao_names.tables.headers import ColumnClash
from lao_names.tables.layout import Layout, layout_of
from lao_names.tables.memory import Answers
from lao_names.tables.records import Block, blocks
from lao_names.tables.session import Session
from lao_names.tables.settings import Summary
from lao_names.tables.source import TextSource


def normalize(
    source: TextSource, out: BinaryIO, session: Session, *, progress: Callable[[int], None] = lambda done: None
) -> Summary:
    """Read JSON lines, write them with the new members.

    Args:
        source: the text, one object per line; empty lines stay.
        out: where the new text goes, as UTF-8.
        session: what to do, and who answers.
        progress: called with the bytes read so far.

    Raises:
        InvalidArgument: a column or a context that does not exist.
        InputError: a line is no JSON object, or a row's context cannot be understood.
    """
    table = Objects(session)
    mark = source.encoding.output_mark
    for block in blocks(source.pieces(), None):
        records = table.normalized(block)
        out.write(mark + block.text(records).encode("utf-8"))
        mark = b""
        progress(source.done)
    if table.layout is None:
        raise InputError(f"{source.name} has no objects")
    return session.summary(table.rows, table.answers, {"encoding": source.encoding.label, "format": "JSON lines"})


def column_names(source: TextSource) -> list[str]:
    """The names of the members in the first lines, in the order in which they come up."""
    for block in blocks(source.pieces(), None):
        objects = [parsed(record, block, place) for place, record in enumerate(block.records) if record.strip()]
        if objects:
            return list(dict.fromkeys(name for found in objects for name in found))
    raise InputError(f"{source.name} has no objects")


class Objects:
    """JSON objects on their way.

    Attributes:
        layout: names of members that are read and added; None before the first block.
        rows: objects so far.
        answers: the memory of each column of spellings.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.layout: Layout | None = None
        self.names: list[str] = []
        self.rows = 0
        self.answers: list[Answers[list[Any]]] = []

    def normalized(self, block: Block) -> list[str]:
        """The lines of a block with the new members."""
        objects = {n: parsed(record, block, n) for n, record in enumerate(block.records) if record.strip()}
        if not objects:
            return block.records
        if self.layout is None:
            self._set_layout(list(dict.fromkeys(name for found in objects.values() for name in found)))
        assert self.layout is not None
        new: dict[int, list[Any]] = {place: [] for place in objects}
        contexts = [self._context(found, block, place) for place, found in objects.items()]
        for index, answers in zip(self.layout.indexes, self.answers, strict=True):
            spellings = [as_spelling(found.get(self.names[index])) for found in objects.values()]
            keys = [Question(spelling, *context) for spelling, context in zip(spellings, contexts, strict=True)]
            answers.learn(keys, lambda key: key, self.rows + 1)
            for place, key in zip(objects, keys, strict=True):
                new[place] += answers.rendered[key]
                if key in answers.canonical:
                    objects[place][self.names[index]] = answers.canonical[key]
        self.rows += len(objects)
        return [
            self._extended(record, objects[place], new[place], block, place) if place in objects else record
            for place, record in enumerate(block.records)
        ]

    def _set_layout(self, names: list[str]) -> None:
        self.names = names
        self.layout = layout_of(names, self.session.settings)
        self.answers = [self.session.answers(members) for _ in self.layout.indexes]

    def _context(self, found: dict[str, Any], block: Block, place: int) -> tuple[str | None, ...]:
        assert self.layout is not None
        cells = {role: as_spelling(found.get(self.names[index])) for role, index in self.layout.context.items()}
        return self.session.context_of(cells, lambda: f"line {block.line_of(place)}")

    def _extended(self, record: str, found: dict[str, Any], new: list[Any], block: Block, place: int) -> str:
        """An object's text with new members."""
        assert self.layout is not None
        members = dict(zip(self.layout.new, new, strict=True))
        taken = members.keys() & found.keys()
        if taken and not self.session.settings.overwrite:
            raise InputError(f"line {block.line_of(place)}: {ColumnClash(sorted(taken))}")
        if taken or self.session.settings.replace:
            record = json.dumps({name: value for name, value in found.items() if name not in taken}, ensure_ascii=False)
        before, _, after = record.rpartition("}")
        text = json.dumps(members, ensure_ascii=False)[1:-1]
        return f"{before.rstrip()}{', ' if found.keys() - taken and text else ''}{text}}}{after}"


def members(answer: Answer) -> list[Any]:
    """The values of the new members, as JSON has them: numbers are numbers, nothing is null."""
    return list(answer.values)


def parsed(record: str, block: Block, place: int) -> dict[str, Any]:
    """The object on a line.

    Raises:
        InputError: the line holds none.
    """
    try:
        found = json.loads(record)
    except (ValueError, RecursionError) as error:
        raise InputError(f"line {block.line_of(place)} is not JSON: {error}") from None
    if not isinstance(found, dict):
        raise InputError(f"line {block.line_of(place)} is no JSON object ({{...}}) but a {type(found).__name__}")
    return found


def as_spelling(value: Any) -> str:
    """A member's value as text; nothing is blank, a list or an object is its JSON."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
