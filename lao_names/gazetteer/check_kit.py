"""What the checks of a gazetteer are made with: the register, and ways to walk over a folder.

A check is a small generator under :func:`coded`: it gets the :class:`~lao_names.gazetteer.records.Folder` as it was
written and yields (record, line, detail); its docstring is the message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lao_names.gazetteer.records import Folder, Record
from lao_names.gazetteer.yaml_reading import Block

Finding = tuple[Record, int, object]
Finder = Callable[[Folder], Iterator[Finding]]


class Check(NamedTuple):
    """A check with its code and message."""

    code: str
    message: str
    find: Finder


CHECKS: list[Check] = []


def coded(code: str) -> Callable[[Finder], Finder]:
    """Put a function into :data:`CHECKS` under its code; its docstring becomes the message."""

    def register(find: Finder) -> Finder:
        CHECKS.append(Check(code, (find.__doc__ or "").strip().rstrip("."), find))
        return find

    return register


def each_form(folder: Folder) -> Iterator[tuple[Record, Block]]:
    """Every listed form with the entity that it belongs to."""
    for record in folder.entities:
        for form in record.data.blocks("forms"):
            yield record, form


def each_text(folder: Folder) -> Iterator[tuple[Record, int, str]]:
    """Every text that is matched or shown: names, forms and words."""
    for record in folder.entities:
        for name in (record.data.get("names") or {}).values():
            yield record, name.line, str(name)
    for record, form in each_form(folder):
        yield record, form.line_of("text"), str(form.text("text"))
    for record in folder.words:
        yield record, record.data.line_of("text"), str(record.data.text("text"))


def each_dated(record: Record) -> Iterator[Block]:
    """Every block of a record that may hold ``start`` and ``end``."""
    yield record.data
    yield from record.data.blocks("offices")
    yield from record.data.blocks("earlier_parents")


def degrees(block: Block, key: str) -> float | None:
    """A coordinate as a number; None where it is missing or no number."""
    try:
        return float(block.text(key))
    except ValueError:
        return None
