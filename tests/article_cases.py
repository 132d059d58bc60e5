"""The gold texts of ``tests/cases/articles``: a text with its mentions marked as ``[[name|id]]``.

``[[name|id id]]`` marks an ambiguous name with all the ids that are tied. A case may have a day (``on``) and a normal form
(``form``) into which its text is put before it is read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "cases" / "articles"
MARKED = re.compile(r"\[\[(?!\[)(.+?)\|([A-Z0-9 -]+)\]\]", re.DOTALL)

Marked = tuple[int, int, frozenset[str]]
"""Start, end and the ids that are meant."""


@dataclass(frozen=True)
class Case:
    """A text and the mentions in it."""

    name: str
    text: str
    gold: frozenset[Marked]
    on: str | None = None


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """All gold texts of a folder, file by file."""
    for path in sorted(folder.glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text("utf-8")):
            yield parsed(f"{path.stem}/{entry['id']}", entry["text"], entry.get("form"), entry.get("on"))


def parsed(name: str, marked: str, form: str | None = None, on: str | None = None) -> Case:
    """A case from its marked text."""
    text, gold, last = "", set(), 0
    for match in MARKED.finditer(marked):
        text += put(marked[last : match.start()], form)
        start = len(text)
        text += put(match[1], form)
        gold.add((start, len(text), frozenset(match[2].split())))
        last = match.end()
    return Case(name, text + put(marked[last:], form), frozenset(gold), on)


def put(text: str, form: str | None) -> str:
    """A text in a normal form, or as it is."""
    return unicodedata.normalize(form, text) if form else text


def spans_of(mentions: Iterable) -> frozenset[Marked]:
    """Mentions in the shape of the gold."""
    return frozenset(
        (
            mention.start,
            mention.end,
            frozenset(one.entity.id for one in mention.resolution.tied or mention.resolution.candidates[:1]),
        )
        for mention in mentions
    )
