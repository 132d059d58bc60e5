"""The spellings of a name that one should search for: those that were seen, then those that are to be expected.

Nobody who searches Vietnamese newspapers for ບໍລິຄຳໄຊ can know whether the writer made it Bô Ly Khăm Xay, Bôlikhămxay or
Bolikhamxay; this module lists them. Start with :func:`spellings`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from lao_names.errors import InvalidArgument, InvalidLimit, NotText, UnknownEntity
from lao_names.gazetteer.model import Entity, Evidence, Gazetteer, Kind, SurfaceForm
from lao_names.matching.resolution import Status
from lao_names.matching.resolver import Resolver
from lao_names.orthography import LONGEST_TEXT
from lao_names.orthography.unicode import clean
from lao_names.spelling.aligning import aligner_by
from lao_names.spelling.generating import NO_WORD, Generated, generated, generated_of
from lao_names.spelling.habits import MIXES
from lao_names.spelling.letters import LATIN, VIETNAMESE, letters_key, style_of
from lao_names.spelling.meaning import Meaning
from lao_names.spelling.model import Habits, default_habits
from lao_names.spelling.naming import Name, Reader, lao_names, name_of, names_of
from lao_names.spelling.preceding import words_before
from lao_names.spelling.sources import texts_among
from lao_names.spelling.spacing import spacings

LANGUAGES = {"vietnamese": VIETNAMESE, "english": ("en", "und-Latn"), "french": ("fr",)}
"""Orthography -> the languages of the surface forms that are written in it."""

NOT_SPELLINGS = frozenset((Evidence.PARTIAL, Evidence.GENERATED, Evidence.METONYM))
LIKE_AN_ID = re.compile(r"LA-[A-Z]{2}|LA-[A-Z]\d+|LA\d{4}")

SURE = 0.9
"""A text is taken for an entity when the resolver is at least this sure."""

SPARE = 5
"""Spellings that are looked up beyond those that are wanted, since some mean somebody else."""

LEAST_TRIED, TRIED = 200, 4
"""Spellings that are looked up at most: 200, or four times those that are wanted. A town whose province has its name
hardly ever gets one, however long one looks."""


class UnknownOrthography(InvalidArgument):
    """``orthography=`` is no way of writing that spellings are made in."""

    what = "orthography"


class TooLong(InvalidArgument):
    """A text is far longer than any name: a paragraph was pasted."""

    def __str__(self) -> str:
        return f"a text of {len(str(self.value)):,} characters is no name; give one of at most {LONGEST_TEXT}"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling to search for.

    Attributes:
        text: the spelling.
        evidence: ``attested``, ``official``, ``exonym`` ... as in the gazetteer; ``generated`` where none was seen.
        probability: of a generated spelling, the chance that a writer would choose its letters; None for others.
        count: sources in which it was seen.
        sources: where.
        phrases: what to ask a search engine for: the spelling in the spacings that writers use; () for an abbreviation, and
            for what rather means somebody else.
    """

    text: str
    evidence: str
    probability: float | None = None
    count: int = 0
    sources: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


def spellings(
    name: str,
    resolver: Resolver,
    *,
    orthography: str = "vietnamese",
    limit: int = 50,
    habits: Habits | None = None,
) -> tuple[Spelling, ...]:
    """The spellings of a name, attested ones first, then generated ones by falling probability.

    Args:
        name: an entity id, a name in Lao script, or a name in Latin letters. A name that surely means an entity of the
            gazetteer gets that entity's spellings, one that means several of one Lao name those of all; any other is
            spelled by its sound.
        resolver: knows the gazetteer.
        orthography: ``vietnamese``, ``english`` or ``french``.
        limit: how many at most.
        habits: the counts to follow, if not the library's own.

    Raises:
        NotText: ``name`` is not a ``str``.
        TooLong: ``name`` is far longer than any name.
        UnknownOrthography: there is no such orthography.
        InvalidLimit: ``limit`` is not a positive number.
        UnknownEntity: ``name`` has the shape of an id and is none.
    """
    _check(name, orthography, limit)
    habits = habits or default_habits()
    reader = reader_of(resolver.gazetteer, habits)
    entities = entities_of(name, resolver)
    if not entities:
        return tuple(map(_spelling, _expected_of_text(name, orthography, habits, reader)[:limit]))
    meaning, namesakes = Meaning(entities, resolver), namesakes_of(entities[0], resolver.gazetteer)
    names = names_of(entities[0], reader, namesakes)
    seen = [_with_phrases(form, names, reader, meaning) for form in attested(entities, LANGUAGES[orthography], orthography)]
    known = {letters_key(spelling.text) for spelling in seen}
    expected = _expected_of_names(entities[0], names, orthography, habits)
    fresh = [form for form in expected if letters_key(form.text) not in known]
    rest = _that_mean(fresh, meaning, limit - len(seen))
    if not rest and len(seen) < limit:
        rest = _that_mean(_with_word(expected, entities[0], resolver.gazetteer, orthography), meaning, limit - len(seen))
    found = tuple((*seen, *map(_spelling, rest))[:limit])
    return found or tuple(attested(entities, LATIN, orthography)[:limit])


def _check(name: object, orthography: str, limit: object) -> None:
    if not isinstance(name, str):
        raise NotText(name)
    if len(name.strip()) > LONGEST_TEXT:
        raise TooLong(name)
    if orthography not in MIXES:
        raise UnknownOrthography(orthography, MIXES)
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
        raise InvalidLimit(limit)


def _spelling(form: Generated) -> Spelling:
    phrases = tuple(filter(None, (form.text, form.respaced)))
    return Spelling(form.text, Evidence.GENERATED.value, form.probability, phrases=phrases)


def _with_phrases(form: Spelling, names: Sequence[Name], reader: Reader, meaning: Meaning) -> Spelling:
    """An attested form with its phrases, each of which has to mean the entity."""
    if form.evidence == Evidence.ABBREVIATION:
        return form
    written = dict.fromkeys((form.text, *spacings(form.text, style_of(form.text, "vi") or "plain", names, reader)))
    meant = meaning.of(written)
    return replace(form, phrases=tuple(text for text in written if text in meant))


def _with_word(expected: Iterable[Generated], entity: Entity, gazetteer: Gazetteer, orthography: str) -> list[Generated]:
    """Spellings with the word for what an entity is, since its bare name means something else: sông Xê Kông."""
    words = (word for word in gazetteer.words if word.role == "generic" and word.lang == LANGUAGES[orthography][0])
    word = next((word.text for word in words if entity.designation in word.points_to), None)
    if word is None or entity.kind is Kind.PERSON:
        return []
    pattern = f"{{}} {word.capitalize()}" if orthography == "english" else f"{word} {{}}"
    return [
        form._replace(text=pattern.format(form.text), respaced=form.respaced and pattern.format(form.respaced))
        for form in expected
    ]


def entities_of(name: str, resolver: Resolver) -> tuple[Entity, ...]:
    """What an id or a name surely means: one entity, or several that share their Lao name and cannot be told apart.

    Raises:
        UnknownEntity: the name has the shape of an id and is none.
    """
    gazetteer, given = resolver.gazetteer, name.strip()
    for entity_id in (given, given.upper()):
        if entity_id in gazetteer:
            return (gazetteer[entity_id],)
    if LIKE_AN_ID.fullmatch(given):
        raise UnknownEntity(given)
    answer = resolver.resolve(name)
    if answer.status is Status.AMBIGUOUS:
        tied = tuple(candidate.entity for candidate in answer.tied)
        shared = set.intersection(*(set(lao_names(entity)) for entity in tied))
        return tied if shared else ()
    if answer.entity is None or answer.candidates[0].probability < SURE:
        return ()
    return (answer.entity,)


def attested(entities: Iterable[Entity], languages: Collection[str], orthography: str) -> list[Spelling]:
    """The forms that were seen in the languages of an orthography, each letter case once: those of the most texts in it
    first, then those of the most sources."""
    forms: dict[str, list[SurfaceForm]] = {}
    for form in (form for entity in entities for form in entity.forms):
        if form.lang in languages and form.evidence not in NOT_SPELLINGS:
            forms.setdefault(clean(form.text).casefold(), []).append(form)
    found = [_merged(same) for same in forms.values()]
    texts = {spelling.text: texts_among(spelling.sources, orthography) for spelling in found}
    return sorted(found, key=lambda spelling: (-texts[spelling.text], -spelling.count, spelling.text))


def _merged(forms: Sequence[SurfaceForm]) -> Spelling:
    """Forms that differ in capitals only, as the one that is not all capitals."""
    sources = tuple(dict.fromkeys(source for form in forms for source in form.sources))
    shown = min(forms, key=lambda form: (form.text.isupper(), form.text.islower(), -len(form.sources)))
    return Spelling(shown.text, str(shown.evidence), None, max(len(sources), 1), sources)


def expected_of(
    entity: Entity, orthography: str, habits: Habits, reader: Reader, namesakes: Iterable[Entity] = ()
) -> list[Generated]:
    """Generated spellings of an entity, from its names and from their known spellings.

    Args:
        entity: whose name it is.
        orthography: a key of :data:`LANGUAGES`.
        habits: the counts to follow.
        reader: finds out what the forms of the entity spell.
        namesakes: entities of the same Lao name.
    """
    return _expected_of_names(entity, names_of(entity, reader, namesakes), orthography, habits)


def _expected_of_names(entity: Entity, names: Iterable[Name], orthography: str, habits: Habits) -> list[Generated]:
    is_district, spoken = entity.kind is Kind.DISTRICT, orthography == "vietnamese"
    weighed = [(name, words_before(name, is_district=is_district) if spoken else NO_WORD) for name in names]
    return generated_of(weighed, orthography, habits, hyphenated=entity.kind is Kind.PERSON)


def _expected_of_text(text: str, orthography: str, habits: Habits, reader: Reader) -> list[Generated]:
    """Generated spellings of a name that is not listed; the given one as it was given."""
    name = name_of(text, reader)
    expected = generated(name.words, orthography, habits, known=name.known) if name.words else []
    given = letters_key(text)
    return [form._replace(text=clean(text).strip()) if letters_key(form.text) == given else form for form in expected]


def reader_of(gazetteer: Gazetteer, habits: Habits) -> Reader:
    """What finds out which names the forms of a gazetteer spell."""
    generic = frozenset(word.text for word in gazetteer.words if word.role in ("generic", "filler"))
    return Reader(aligner_by(habits), generic)


def namesakes_of(entity: Entity, gazetteer: Gazetteer) -> list[Entity]:
    """Other entities of the same Lao name: the town and the district of ປາກເຊ."""
    names = lao_names(entity)
    same = (other for name in names for other in _by_lao_name(gazetteer).get(name, ()))
    return [other for other in same if other.id != entity.id]


@lru_cache(maxsize=4)
def _by_lao_name(gazetteer: Gazetteer) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for entity in gazetteer:
        for name in lao_names(entity):
            found.setdefault(name, []).append(entity)
    return found


def _that_mean(expected: Iterable[Generated], meaning: Meaning, most: int) -> list[Generated]:
    """The likeliest spellings that lead back to the entities: one that means somebody else would find somebody else."""
    kept: list[Generated] = []
    tried = islice(expected, max(LEAST_TRIED, TRIED * most))
    while len(kept) < most and (batch := list(islice(tried, most - len(kept) + SPARE))):
        back = meaning.of(form.text for form in batch)
        kept.extend(form for form in batch if form.text in back)
    return kept[: max(most, 0)]
