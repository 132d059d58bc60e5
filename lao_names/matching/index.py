"""The index: from sounds to the surface forms that may have them.

A name is not a key: each reading maps to a *set* of entries, and forms of different entities share readings. The index
only holds; :mod:`lao_names.matching.lookup` and :mod:`lao_names.matching.batch` find in it.

:meth:`Index.to_plain` makes the plain data that is kept in the compiled gazetteer, :meth:`Index.from_plain` opens it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, NamedTuple

from lao_names.gazetteer.model import Evidence, Gazetteer, Kind, SurfaceForm
from lao_names.gazetteer.on_demand import OnDemand
from lao_names.matching.blocking import Blocks
from lao_names.matching.namesakes import Namesakes, namesakes_of
from lao_names.matching.parts import called, sounds_of_given_name
from lao_names.matching.spelling import Sound, Spelling, key, letters, printed, spell, unprinted
from lao_names.matching.usual import Usual, usual_readings
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
        turned: whether it is such a form with the family name first, as lists write it.
        foreign: whether it is in neither Latin nor Lao letters. How such a form sounds is a rough guess
            (:mod:`lao_names.orthography.other_scripts`), so only questions in such letters are compared with it.
        slip: whether it is a misspelling (Attaupue), an abbreviation (VT) or a translation (Plain of Jars): no sound of a
            Lao name was meant by it, so it is found by its letters only.
        titled: whether it is a part so short (Pany), or with so unsure an end, that only a title or an office makes it a
            name (:mod:`lao_names.matching.parts`); other questions are not compared with it.
        given: how many of its sounds are the given name of a person, where that may lose a syllable; else 0
            (:func:`~lao_names.matching.parts.sounds_of_given_name`).
    """

    entity: int
    form: int
    spelling: Spelling
    loose: bool = False
    worded: bool = False
    part: bool = False
    turned: bool = False
    foreign: bool = False
    slip: bool = False
    titled: bool = False
    given: int = 0


FLAGS = Entry._fields[3:-1]
"""What is true or false of an entry, in the order in which the compiled index holds it."""

_RANKS = ((False, False), (False, True), (True, False))
"""The order in which readings are numbered, by whether their entries are foreign and whether they need a title."""


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
        names: dict[int, str] = {}
        for place, form in enumerate(entity.forms):
            stripped = lexicon.strip(clean(form.text), lao_stays=entity.designation not in ("capital", "crossing"))
            partial, slip = form.evidence is Evidence.PARTIAL, _has_no_sound(form)
            whole = entity.kind is Kind.PERSON and not (partial or slip)
            given = sounds_of_given_name(stripped.core) if whole else 0
            worded = bool(stripped.loose)
            yield from _entry(number, place, stripped.core, worded=worded, part=partial, slip=slip, given=given)
            yield from _entry(number, place, stripped.loose, loose=True, part=partial, slip=slip)
            if whole:
                names[place] = stripped.core
                parts = parts_of_name(stripped.core)
                yield from _entry(number, place, " ".join(reversed(parts)), turned=True)
                for part in parts:
                    if key(part) not in parts_seen:
                        parts_seen.add(key(part))
                        yield from _entry(number, place, part, part=True)
        yield from _titled_entries(number, names, parts_seen)


def _titled_entries(entity: int, names: Mapping[int, str], parts_seen: Collection[str]) -> Iterator[Entry]:
    """Parts of a person's names, by the number of the form, that need a title; those that sound the same once a script."""
    places = list(names)
    seen = {(one.sounds, one.is_latin) for one in map(spell, parts_seen)}
    for number, part in called(list(names.values())):
        for entry in _entry(entity, places[number], part, part=True, titled=True):
            heard = entry.spelling.sounds, entry.spelling.is_latin
            if not entry.foreign and heard not in seen:
                seen.add(heard)
                yield entry


HEARD_EXONYMS = frozenset(("vi", "lo", "und-Latn"))
"""Languages whose exonyms are names (Trấn Ninh); in the others they are translations."""


def _has_no_sound(form: SurfaceForm) -> bool:
    if form.evidence is Evidence.EXONYM:
        return form.lang not in HEARD_EXONYMS
    return form.evidence in (Evidence.MISSPELLING, Evidence.ABBREVIATION)


def _entry(
    entity: int,
    form: int,
    text: str,
    *,
    loose: bool = False,
    worded: bool = False,
    part: bool = False,
    turned: bool = False,
    slip: bool = False,
    titled: bool = False,
    given: int = 0,
) -> Iterator[Entry]:
    if text and (spelling := spell(text)).sounds:
        yield Entry(entity, form, spelling, loose, worded, part, turned, spelling.is_foreign, slip, titled, given)


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
        sounds: the distinct readings of all entries: those of Latin or Lao letters, those of such entries that need a title,
            and the others.
        familiar: how many the first are,
        titled: and how many the first and the second together.
        blocks: their sound classes, as strings, and how to find like ones.
        postings: for each reading the numbers of the entries that have it.
        namesakes: who shares a written name with whom (:mod:`lao_names.matching.namesakes`).
        usual: the usual readings of each entity's name (:mod:`lao_names.matching.usual`), by its number.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        sounds: Sequence[Sound],
        postings: Sequence[Sequence[int]],
        familiar: int,
        titled: int,
        namesakes: Namesakes | None = None,
        usual: Mapping[int, Usual] | None = None,
        bags: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.entries, self.sounds, self.postings = entries, sounds, postings
        self.familiar, self.titled = familiar, titled
        self.blocks = Blocks([classes(sound.code) for sound in sounds[:familiar]], bags)
        self.namesakes = namesakes_of(whole_names(entries)) if namesakes is None else namesakes
        self.usual = _usual(entries) if usual is None else usual

    @cached_property
    def titled_blocks(self) -> Blocks:
        """What a question in Latin or Lao letters with a title is compared with: entries that need one as well."""
        return Blocks([classes(sound.code) for sound in self.sounds[: self.titled]])

    @cached_property
    def all_blocks(self) -> Blocks:
        """The sound classes of all readings: what a question in other letters than Latin and Lao is compared with."""
        return Blocks([classes(sound.code) for sound in self.sounds])

    @cached_property
    def listed(self) -> frozenset[str]:
        """The letters of all names that are listed whole."""
        return frozenset([entry.spelling.letters for entry in self.entries if not entry.part])

    @classmethod
    def of(cls, gazetteer: Gazetteer) -> Index:
        """The index of a gazetteer, made now."""
        entries = _entries(gazetteer)
        postings: dict[Sound, list[int]] = {}
        sizes = []
        for rank in _RANKS:
            for number, entry in enumerate(entries):
                if (entry.foreign, entry.titled) == rank:
                    for sound in entry.spelling.sounds:
                        postings.setdefault(sound, []).append(number)
            sizes.append(len(postings))
        familiar, titled, _ = sizes
        return cls(entries, tuple(postings), tuple(postings.values()), familiar, titled)

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Index:
        """The index that :meth:`to_plain` wrote."""
        sounds = [Sound(unprinted(code), weight) for code, weight in plain["sounds"]]
        namesakes = {number: dict(others) for number, others in plain["namesakes"]}
        usual = {entity: Usual(sounds[one], sounds[two], *rest) for entity, one, two, *rest in plain["usual"]}
        entries = OnDemand(plain["entries"], partial(_entry_from_plain, sounds=sounds))
        return cls(entries, sounds, plain["postings"], plain["familiar"], plain["titled"], namesakes, usual, plain["bags"])

    def to_plain(self) -> dict[str, Any]:
        """The index as plain data for JSON."""
        numbers = {sound: number for number, sound in enumerate(self.sounds)}
        return {
            "entries": [
                [
                    entry.entity,
                    entry.form,
                    entry.spelling.text,
                    [numbers[sound] for sound in entry.spelling.sounds],
                    entry.spelling.letters,
                    entry.spelling.marked,
                    int(entry.spelling.is_latin),
                    *(int(getattr(entry, flag)) for flag in FLAGS),
                    entry.given,
                ]
                for entry in self.entries
            ],
            "sounds": [[printed(sound.code), sound.weight] for sound in self.sounds],
            "postings": [list(numbers) for numbers in self.postings],
            "familiar": self.familiar,
            "titled": self.titled,
            "bags": self.blocks.to_plain(),
            "namesakes": [[number, sorted(others.items())] for number, others in sorted(self.namesakes.items())],
            "usual": [
                [entity, numbers[usual.first], numbers[usual.second], usual.share, usual.spellings]
                for entity, usual in sorted(self.usual.items())
            ],
        }


def whole_names(entries: Iterable[Entry]) -> Iterator[tuple[int, Spelling]]:
    """Each spelling of an entity's whole name, with the entity's number."""
    for entry in entries:
        if not (entry.part or entry.loose or entry.turned or entry.slip):
            yield entry.entity, entry.spelling


def _usual(entries: Iterable[Entry]) -> dict[int, Usual]:
    """The usual readings of each entity's name (:func:`usual_of`), by its number."""
    by_entity: dict[int, list[Entry]] = {}
    for entry in entries:
        by_entity.setdefault(entry.entity, []).append(entry)
    return {entity: usual_of(own) for entity, own in by_entity.items()}


def usual_of(entries: Sequence[Entry]) -> Usual:
    """The usual readings of one entity's whole name, in Latin or Lao letters where there are such entries."""
    whole = [entry for entry in entries if _is_whole(entry)] or entries
    heard = [entry for entry in whole if not entry.foreign] or whole
    return usual_readings([entry.spelling for entry in heard])


def _is_whole(entry: Entry) -> bool:
    return not (entry.part or entry.turned or entry.slip)


def _entry_from_plain(row: list[Any], *, sounds: Sequence[Sound]) -> Entry:
    entity, form, text, heard, letters, marked, latin, *flags, given = row
    spelling = Spelling(text, tuple([sounds[sound] for sound in heard]), letters, marked, bool(latin))
    return Entry(entity, form, spelling, **dict(zip(FLAGS, map(bool, flags), strict=True)), given=given)
