"""The index: from sounds to the surface forms that may have them.

A name is not a key: each reading maps to a *set* of entries, and forms of different entities share readings. The index
only holds; :mod:`lao_names.matching.lookup` and :mod:`lao_names.matching.batch` find in it.

:func:`compile_index` makes the plain data that is kept in the compiled gazetteer, :meth:`Index.from_plain` opens it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from lao_names.gazetteer.model import Evidence, Gazetteer, Kind
from lao_names.matching.spelling import Sound, Spelling, key, letters, spell, weight
from lao_names.matching.words import Lexicon
from lao_names.orthography.unicode import clean
from lao_names.phonology import classes

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


def compile_index(gazetteer: Gazetteer) -> dict[str, Any]:
    """The index of a gazetteer as plain data: lists and strings."""
    return {
        "entries": [
            [
                entry.entity,
                entry.form,
                entry.spelling.text,
                [sound.code.decode("latin-1") for sound in entry.spelling.sounds],
                entry.spelling.letters,
                entry.spelling.marked,
                *map(int, (entry.loose, entry.worded, entry.part)),
            ]
            for entry in _entries(gazetteer)
        ]
    }


def _entries(gazetteer: Gazetteer) -> list[Entry]:
    """The entries in an order that does not hang on that of the files, so that ties end the same way."""
    ids = [entity.id for entity in gazetteer]
    return sorted(
        _all_entries(gazetteer),
        key=lambda entry: (ids[entry.entity], entry.part, entry.loose, entry.spelling.text, entry.form),
    )


def _all_entries(gazetteer: Gazetteer) -> Iterator[Entry]:
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
    """The entries of a gazetteer, by reading.

    Attributes:
        entries: all entries; their order is the last resort in every tie.
        sounds: the distinct readings of all entries.
        classes: their sound classes, as strings.
        postings: for each reading the numbers of the entries that have it.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        postings: dict[bytes, list[int]] = {}
        for number, entry in enumerate(self.entries):
            for sound in entry.spelling.sounds:
                postings.setdefault(sound.code, []).append(number)
        self.sounds = tuple(Sound(code, weight(code)) for code in postings)
        self.classes = [classes(code) for code in postings]
        self.postings = tuple(tuple(numbers) for numbers in postings.values())

    @classmethod
    def of(cls, gazetteer: Gazetteer) -> Index:
        """The index of a gazetteer, made now."""
        return cls(_entries(gazetteer))

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Index:
        """The index that :func:`compile_index` made."""
        return cls(
            [
                Entry(
                    entity,
                    form,
                    Spelling(text, tuple(Sound(code.encode("latin-1"), 0.0) for code in codes), letters, marked),
                    *map(bool, flags),
                )
                for entity, form, text, codes, letters, marked, *flags in plain["entries"]
            ]
        )

    @cached_property
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
