"""The index: from sounds to the surface forms that may have them.

A name is not a key: each entry maps to a *set* of forms, and forms of different entities share entries. Forms are indexed
by their readings, encoded; :class:`Index` finds the readings nearest to a query's. Only forms whose sound classes
(:func:`lao_names.phonology.classes`) are near are aligned: that is the blocking, and a test compares it with aligning all.

:func:`compile_index` makes the plain data that is kept in the compiled gazetteer, :meth:`Index.from_plain` opens it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from rapidfuzz import fuzz, process

from lao_names.gazetteer.model import Evidence, Gazetteer, Kind
from lao_names.matching.alignment import cost
from lao_names.matching.spelling import Sound, Spelling, key, letters, spell, weight
from lao_names.matching.words import Lexicon
from lao_names.orthography.unicode import clean
from lao_names.phonology import classes

NEAREST = 20
"""Readings of the index that are aligned for each reading of a query."""

FURTHEST = 45.0
"""Similarity of sound classes, 0-100, below which a reading is not worth aligning."""


SHORTEST_PART = 5
"""Letters of the shortest given or family name that is indexed by itself: Thong, Khamla; not Bo, Sy, Kham."""


class Entry(NamedTuple):
    """A surface form as the matcher sees it.

    Attributes:
        entity: number of the entity in the gazetteer's order.
        form: number of the form in the entity.
        spelling: its letters and readings, words around the name set aside.
        loose: whether a Lao word for a settlement (Muang, Ban) was set aside; the form is then indexed with it too.
        worded: whether the name begins with such a word.
        part: whether it is the given name or the family name alone, taken from a form that shows where it ends.
    """

    entity: int
    form: int
    spelling: Spelling
    loose: bool = False
    worded: bool = False
    part: bool = False


class Near(NamedTuple):
    """An entry near a query: the price of its best pair of readings, in thousandths."""

    entry: int
    cost: int
    heard: Sound
    form: Sound


def compile_index(gazetteer: Gazetteer) -> dict[str, Any]:
    """The index of a gazetteer as plain data: lists and strings."""
    entries = []
    for entity, form, spelling, *flags in _entries(gazetteer):
        sounds = [sound.code.decode("latin-1") for sound in spelling.sounds]
        entries.append([entity, form, spelling.text, sounds, spelling.letters, spelling.marked, *map(int, flags)])
    return {"entries": entries}


def _entries(gazetteer: Gazetteer) -> Iterator[Entry]:
    lexicon = Lexicon(gazetteer.words)
    for number, entity in enumerate(gazetteer):
        parts_seen: set[str] = set()
        for place, form in enumerate(entity.forms):
            stripped = lexicon.strip(clean(form.text))
            partial = form.evidence is Evidence.PARTIAL
            yield from _entry(number, place, stripped.core, worded=bool(stripped.loose), part=partial)
            yield from _entry(number, place, stripped.loose, loose=True, part=partial)
            if entity.kind is Kind.PERSON and not partial:
                for part in parts_of_name(stripped.core):
                    if key(part) not in parts_seen:
                        parts_seen.add(key(part))
                        yield from _entry(number, place, part, part=True)


def _entry(
    entity: int, form: int, text: str, *, loose: bool = False, worded: bool = False, part: bool = False
) -> Iterator[Entry]:
    if text and (spelling := spell(text)).sounds:
        yield Entry(entity, form, spelling, loose, worded, part)


def parts_of_name(text: str) -> tuple[str, ...]:
    """Given name and family name of a person, where the spelling shows them: two words, none of a single short syllable.

    >>> parts_of_name("Thongloun Sisoulith")
    ('Thongloun', 'Sisoulith')
    >>> parts_of_name("Kông Chăn Xay Păn Nha")
    ()
    """
    words = text.split()
    if len(words) != 2 or any(len(letters(word)) < SHORTEST_PART for word in words):
        return ()
    return tuple(words)


class Index:
    """Finds the entries near a query."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        postings: dict[bytes, list[int]] = {}
        for number, entry in enumerate(self.entries):
            for sound in entry.spelling.sounds:
                postings.setdefault(sound.code, []).append(number)
        self.codes = tuple(postings)
        self._postings = tuple(tuple(numbers) for numbers in postings.values())
        self._classes = [classes(code) for code in self.codes]
        self._weights = [weight(code) for code in self.codes]

    def namesakes(self) -> dict[int, frozenset[int]]:
        """Numbers of the entities that share a written name, for each entity that does."""
        holders: dict[str, set[int]] = {}
        for entry in self.entries:
            if not entry.part and not entry.loose:
                holders.setdefault(entry.spelling.letters, set()).add(entry.entity)
        found: dict[int, set[int]] = {}
        for together in holders.values():
            if len(together) > 1:
                for entity in together:
                    found.setdefault(entity, set()).update(together)
        return {entity: frozenset(others) for entity, others in found.items()}

    @classmethod
    def of(cls, gazetteer: Gazetteer) -> Index:
        """The index of a gazetteer, made now."""
        return cls(tuple(_entries(gazetteer)))

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Index:
        """The index that :func:`compile_index` made."""
        return cls(
            [
                Entry(entity, form, Spelling(text, _sounds(codes), letters, marked), *map(bool, flags))
                for entity, form, text, codes, letters, marked, *flags in plain["entries"]
            ]
        )

    def near(self, sounds: Sequence[Sound]) -> list[Near]:
        """The entries near the readings of one query, each with its best pair of readings."""
        found: dict[int, Near] = {}
        for heard in sounds:
            rows = process.extract(
                classes(heard.code), self._classes, scorer=fuzz.ratio, limit=NEAREST, score_cutoff=FURTHEST
            )
            for _, _, row in rows:
                self._add(found, heard, row, cost(heard.code, self.codes[row]))
        return list(found.values())

    def near_each(self, queries: Sequence[Sequence[Sound]]) -> list[list[Near]]:
        """:meth:`near` of many queries at once, with the same answers."""
        import numpy as np

        from lao_names.matching import batch

        heard = [(number, sound) for number, sounds in enumerate(queries) for sound in sounds]
        found: list[dict[int, Near]] = [{} for _ in queries]
        if not heard:
            return [[] for _ in queries]
        similar = process.cdist(
            [classes(sound.code) for _, sound in heard], self._classes, scorer=fuzz.ratio, score_cutoff=FURTHEST
        )
        heard_rows, rows = batch.best_columns(similar, NEAREST)
        prices = batch.costs(
            batch.Sequences([sound.code for _, sound in heard]), heard_rows, self._sequences, rows
        )
        for place, row, price in zip(heard_rows.tolist(), rows.tolist(), prices.tolist(), strict=True):
            number, sound = heard[place]
            self._add(found[number], sound, row, price)
        return [list(nears.values()) for nears in found]

    @cached_property
    def _sequences(self) -> Any:
        from lao_names.matching import batch

        return batch.Sequences(self.codes)

    def _add(self, found: dict[int, Near], heard: Sound, row: int, price: int) -> None:
        form = Sound(self.codes[row], self._weights[row])
        for number in self._postings[row]:
            known = found.get(number)
            if known is None or price < known.cost:
                found[number] = Near(number, price, heard, form)


def _sounds(codes: Iterable[str]) -> tuple[Sound, ...]:
    return tuple(Sound(code.encode("latin-1"), 0.0) for code in codes)
