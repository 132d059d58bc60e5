"""The spellings of a name that one should search for: those that were seen, then those that are to be expected.

Nobody who searches Vietnamese newspapers for ບໍລິຄຳໄຊ can know whether the writer made it Bô Ly Khăm Xay, Bôlikhămxay or
Bolikhamxay; this module lists them. Start with :func:`spellings`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lao_names.errors import InvalidArgument, NotText
from lao_names.gazetteer.model import Entity, Evidence, Kind, SurfaceForm
from lao_names.matching.resolution import Resolution, Status
from lao_names.matching.resolver import Resolver
from lao_names.orthography import readings
from lao_names.orthography.lao import LAO_RUN, read
from lao_names.orthography.unicode import clean
from lao_names.phonology import Syllable
from lao_names.spelling.generating import Generated, generated, letters_key
from lao_names.spelling.habits import MIXES
from lao_names.spelling.model import Habits, default_habits

LANGUAGES = {"vietnamese": ("vi", "vi-ascii"), "english": ("en", "und-Latn"), "french": ("fr",)}
"""Orthography -> the languages of the surface forms that are written in it."""

LATIN = ("en", "und-Latn", "lo-Latn-BGN", "lo-Latn", "fr")
NOT_SPELLINGS = frozenset((Evidence.PARTIAL, Evidence.GENERATED, Evidence.METONYM))
GENERIC = ("ນະຄອນຫຼວງ", "ນະຄອນຫລວງ", "ແຂວງ", "ດ່ານສາກົນ", "ດ່ານ", "ແມ່ນ້ຳ")
"""Lao words before a name that other languages translate."""

SURE = 0.9
"""A text is taken for an entity when the resolver is at least this sure."""


class UnknownOrthography(InvalidArgument):
    """``orthography=`` is no way of writing that spellings are made in."""

    what = "orthography"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling to search for.

    Attributes:
        text: the spelling.
        evidence: ``attested``, ``official``, ``exonym`` ... as in the gazetteer; ``generated`` where none was seen.
        probability: of a generated spelling, the chance that a writer would choose its letters; None for others.
        count: sources in which it was seen.
        sources: where.
    """

    text: str
    evidence: str
    probability: float | None = None
    count: int = 0
    sources: tuple[str, ...] = ()


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
            gazetteer gets that entity's spellings; any other is spelled by its sound.
        resolver: knows the gazetteer.
        orthography: ``vietnamese``, ``english`` or ``french``.
        limit: how many at most.
        habits: the counts to follow, if not the library's own.

    Raises:
        NotText: ``name`` is not a ``str``.
        UnknownOrthography: there is no such orthography.
        InvalidArgument: ``limit`` is not a positive number.
    """
    if not isinstance(name, str):
        raise NotText(name)
    if orthography not in MIXES:
        raise UnknownOrthography(orthography, MIXES)
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
        raise InvalidArgument(limit, ("a whole number from 1",))
    habits = habits or default_habits()
    entity = entity_of(name, resolver)
    if entity is None:
        expected = _expected_of_text(name, orthography, habits)
        return tuple(_spelling(form) for form in expected[:limit])
    seen = attested(entity, orthography)
    known = {letters_key(spelling.text) for spelling in seen}
    generic = frozenset(word.text for word in resolver.gazetteer.words if word.role in ("generic", "filler"))
    expected = expected_of(entity, orthography, habits, generic)
    expected = [form for form in expected if letters_key(form.text) not in known]
    rest = _that_resolve(expected, entity, resolver, limit - len(seen)) if len(seen) < limit else []
    return tuple((*seen, *map(_spelling, rest))[:limit])


def _spelling(form: Generated) -> Spelling:
    return Spelling(form.text, Evidence.GENERATED.value, form.probability)


def entity_of(name: str, resolver: Resolver) -> Entity | None:
    """The entity that an id or a name surely means, None where that is not sure."""
    if name.strip() in resolver.gazetteer:
        return resolver.gazetteer[name.strip()]
    answer = resolver.resolve(name)
    if answer.status is not Status.MATCH or answer.entity is None or answer.candidates[0].probability < SURE:
        return None
    return answer.entity


def attested(entity: Entity, orthography: str) -> list[Spelling]:
    """The forms of an entity that were seen in an orthography: those of the most sources first, each letter case once."""
    forms: dict[str, list[SurfaceForm]] = {}
    for form in entity.forms:
        if form.lang in LANGUAGES[orthography] and form.evidence not in NOT_SPELLINGS:
            forms.setdefault(clean(form.text).casefold(), []).append(form)
    found = [_merged(same) for same in forms.values()]
    return sorted(found, key=lambda spelling: (-spelling.count, spelling.text))


def _merged(forms: Sequence[SurfaceForm]) -> Spelling:
    """Forms that differ in capitals only, as the one that is not all capitals."""
    sources = tuple(dict.fromkeys(source for form in forms for source in form.sources))
    shown = min(forms, key=lambda form: (form.text.isupper(), form.text.islower(), -len(form.sources)))
    return Spelling(shown.text, str(shown.evidence), None, max(len(sources), 1), sources)


def expected_of(entity: Entity, orthography: str, habits: Habits, generic: frozenset[str]) -> list[Generated]:
    """Generated spellings of an entity, from its Lao name, or from the sound of its Latin name.

    Args:
        entity: whose name it is.
        orthography: a key of :data:`LANGUAGES`.
        habits: the counts to follow.
        generic: words like "province", casefolded; Latin names with one are not copied.
    """
    return generated(
        words_of(lao_name(entity) or entity.name),
        orthography,
        habits,
        copies=latin_names(entity, generic),
        is_district=entity.kind is Kind.DISTRICT,
        hyphenated=entity.kind is Kind.PERSON,
    )


def latin_names(entity: Entity, generic: frozenset[str]) -> set[str]:
    """The Latin spellings of an entity that are names and nothing else."""
    return {
        form.text
        for form in entity.forms
        if form.lang in LATIN
        and form.evidence in (Evidence.OFFICIAL, Evidence.ATTESTED)
        and generic.isdisjoint(form.text.casefold().split())
        and "(" not in form.text
    }


def _expected_of_text(name: str, orthography: str, habits: Habits) -> list[Generated]:
    copies = () if LAO_RUN.search(clean(name)) else (clean(name),)
    words = words_of(name)
    return generated(words, orthography, habits, copies=copies) if any(words) else []


def lao_name(entity: Entity) -> str | None:
    """The Lao name of an entity without words that other languages translate."""
    name = entity.names.get("lo")
    if name is None:
        return None
    for word in GENERIC:
        if name.startswith(word) and len(name) > len(word):
            return name[len(word) :].strip()
    return name


def words_of(name: str) -> list[tuple[Syllable, ...]]:
    """The syllables of each word of a name by its best reading."""
    words: list[tuple[Syllable, ...]] = []
    for word in clean(name).split():
        if LAO_RUN.search(word):
            words.extend(read(word)[:1])
        else:
            words.extend(reading.syllables for reading in readings(word)[:1])
    return [word for word in words if word]


def _that_resolve(expected: Sequence[Generated], entity: Entity, resolver: Resolver, most: int) -> list[Generated]:
    """The likeliest spellings that lead back to the entity: one that means somebody else would find somebody else."""
    kept: list[Generated] = []
    tried = 0
    while len(kept) < most and tried < len(expected):
        batch = expected[tried : tried + most]
        tried += len(batch)
        answers = resolver.resolve_many([form.text for form in batch])
        kept.extend(form for form, answer in zip(batch, answers, strict=True) if _means(answer, entity))
    return kept[:most]


def _means(answer: Resolution, entity: Entity) -> bool:
    """Whether an answer is the entity, or cannot tell it from others."""
    if answer.status is Status.AMBIGUOUS:
        return any(candidate.entity.id == entity.id for candidate in answer.tied)
    return answer.entity is not None and answer.entity.id == entity.id
