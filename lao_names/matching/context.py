"""What words around a name, ``kind``, ``within`` and ``on`` say for and against an entity.

Each finding is a :class:`Ground`: what was found, for or against whom, and how many units of log-odds it weighs. The weights
are set by hand, since no corpus says how often a writer who prints "tỉnh" means a district; they are large, because words
that people bother to write are chosen on purpose, and finite, because they are also mistaken (``docs/decisions.md``).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from lao_names.gazetteer.model import Entity, Evidence, Gazetteer, Kind, Word
from lao_names.matching.offices import OF_ONE, offices_in
from lao_names.matching.question import Context, Question
from lao_names.matching.words import is_country

WORD_AGREES = 0.5
WORD_OF_A_GATE_AGREES = 1.5
WORD_DISAGREES = -8.0
SEAT_OF_A_DISTRICT = -4.0
LOOSE_WORD_DISAGREES = -4.0
PERSON_AFTER_MUANG = -6.0
PROVINCE_AFTER_MUANG = -7.0
PROVINCE_LISTED_WITH_MUANG = -5.5
TITLE_OF_A_PERSON = 0.5
TITLE_OF_A_PART = 2.5
PLACE_AFTER_A_TITLE = -6.0
PLACE_AFTER_AN_OFFICE = -2.0
PERSON_AFTER_A_GENERIC_WORD = -6.0
ORGANISATION = -14.0
HOLDS_THAT_OFFICE = 1.5
HELD_IT_THEN = 1.5
HOLDS_OTHER_OFFICES = -1.0
LIES_WITHIN = 1.5
HELD_THEN = 1.5
NOT_HELD_THEN = -2.0
NOT_THERE_THEN = -7.0
HAS_DIGIT = -3.0
DIGIT_OF_A_RIVER = -6.0
ONLY_A_WORD = -8.0
METONYM_WITHOUT_WORD = -4.0
FORMER_NAME = -1.5
HOMONYM = -3.0
HOMONYM_WITHOUT_MARKS = -1.5
COMMON_WORD = -3.0
COMMON_WORD_HEARD_SO = -6.0
FORMER_UNIT_UNASKED = -3.0
FORMER_UNIT_THEN = 6.0


SEATS = frozenset(("town", "village"))
"""What the seat of a district is, which has the district's name; few are listed themselves."""


class Ground(NamedTuple):
    """One reason for (weight > 0) or against (weight < 0) an entity, in units of log-odds.

    Attributes:
        code: what was found: ``word``, ``title``, ``office`` and ``rank`` (one that many hold), ``organisation``,
            ``within``, ``on``, ``former``, ``metonym``, ``former name``, ``digit``, ``only a word``, ``homonym`` (what is
            not listed is written just so, but for marks that were not typed), ``common word``, ``less often`` (meant than a
            namesake); and of other stretches of the text ``address``, ``twice``, ``contradiction``, ``abroad``.
        detail: the word, unit or date in question.
        weight: log-odds.
    """

    code: str
    detail: str
    weight: float


def grounds(
    question: Question,
    entity: Entity,
    context: Context,
    evidence: Evidence = Evidence.ATTESTED,
    *,
    part: bool = False,
    worded: bool = False,
    written_so: bool = True,
    spelled_so: bool = True,
) -> tuple[Ground, ...]:
    """All that the context says about one entity.

    Args:
        question: the name with the words around it.
        entity: who or what may be meant.
        context: what the caller said.
        evidence: of the form that matched: a metonym (a capital's name for its province) needs the word, a former name
            of what still exists gives way to whoever bears it now.
        part: whether the form is a given or family name alone, as people with titles are often called.
        worded: whether the form has a Lao word for a settlement itself.
        written_so: whether the form is written like the name: with its letters, and with its marks or, as it, without any;
            or in another script.
        spelled_so: whether it has the letters of the name.
    """
    found = _of_words(question.words, entity, part=part)
    if question.loose_words and (not worded or entity.kind is Kind.PROVINCE):
        found.append(_of_loose(question.loose_words, entity, worded=worded))
    if question.only_a_word:
        found.append(Ground("only a word", question.core.text, ONLY_A_WORD))
    if question.has_digit:
        weight = DIGIT_OF_A_RIVER if entity.kind is Kind.FEATURE else HAS_DIGIT
        found.append(Ground("digit", question.core.text, weight))
    marked = question.core.letters != question.core.marked
    if question.stranger.usual_elsewhere and not (marked or spelled_so):
        found.append(Ground("homonym", question.stranger.country, HOMONYM))
    elif (question.stranger.elsewhere_exact and not written_so) or _is_usual_gate(question, entity, context):
        found.append(Ground("homonym", question.stranger.country, HOMONYM if marked else HOMONYM_WITHOUT_MARKS))
    if _is_bare_word(question, context, spelled_so=spelled_so):
        found.append(Ground("common word", question.core.text, COMMON_WORD if spelled_so else COMMON_WORD_HEARD_SO))
    if evidence is Evidence.METONYM and not any(ground.code == "word" and ground.weight > 0 for ground in found):
        found.append(Ground("metonym", entity.designation, METONYM_WITHOUT_WORD))
    if evidence is Evidence.FORMER and entity.kind not in (Kind.FORMER_UNIT, Kind.PERSON):
        found.append(Ground("former name", entity.designation, FORMER_NAME))
    if context.within:
        found.append(Ground("within", context.within, LIES_WITHIN))
    if entity.kind is Kind.PERSON:
        found += _of_rank(question.words, entity, context.on)
        if context.on:
            found.extend(_of_offices(entity, context.on))
    else:
        found.extend(_of_dates(entity, context, question.words))
    return tuple(found)


def _is_usual_gate(question: Question, entity: Entity, context: Context) -> bool:
    """Whether a gate is called like many places of Vietnam (Thanh Thủy), and nothing says that a gate is meant."""
    unsaid = not question.words and context.kind is None
    return unsaid and entity.kind is Kind.CROSSING and question.stranger.usual_elsewhere


def _is_bare_word(question: Question, context: Context, *, spelled_so: bool) -> bool:
    """Whether a name is an everyday word, and nothing says that it is used as a name here.

    "Laos" beside it does where a listed name is spelled so (Home, Laos); of what only sounds so it says nothing.
    """
    if not question.stranger.common_word or question.loose_words or context.kind or context.within:
        return False
    said = [word for word in question.words if word.role != "filler" or (spelled_so and is_country(word))]
    return not said


def admits(context: Context, entity: Entity, gazetteer: Gazetteer) -> bool:
    """Whether ``kind`` and ``within`` let an entity be the answer at all.

    The unit of ``within`` itself is let in, in case that nothing inside it bears the name.
    """
    if context.kind is not None and entity.kind != context.kind:
        return False
    return context.within is None or gazetteer.lies_in(entity.id, context.within, context.on)


def _of_words(words: Sequence[Word], entity: Entity, *, part: bool) -> list[Ground]:
    if not words:
        return []
    found = []
    generic = [word for word in words if word.role == "generic"]
    title = " ".join(word.text for word in words if word.role == "title")
    office = " ".join(word.text for word in words if word.role == "office")
    organisation = " ".join(word.text for word in words if word.role == "organisation")
    if organisation:
        found.append(Ground("organisation", organisation, ORGANISATION))
    if title or office:
        if entity.kind is Kind.PERSON:
            found.append(Ground("title", title or office, TITLE_OF_A_PART if part else TITLE_OF_A_PERSON))
        else:
            # "Governor of" stands before places, but nobody calls a place Mr.
            found.append(Ground("title", title or office, PLACE_AFTER_A_TITLE if title else PLACE_AFTER_AN_OFFICE))
    if generic:
        found.append(_of_generic(generic, entity))
    return found


def _of_generic(words: Sequence[Word], entity: Entity) -> Ground:
    """What generic words say. That they agree is hardly evidence that anybody listed is meant: strangers have them too."""
    text = " ".join(word.text for word in words)
    if entity.kind is Kind.PERSON:
        return Ground("word", text, PERSON_AFTER_A_GENERIC_WORD)
    agrees = any(entity.designation in word.points_to for word in words)
    if not agrees and entity.kind is Kind.DISTRICT and SEATS.issuperset(chain.from_iterable(w.points_to for w in words)):
        return Ground("word", text, SEAT_OF_A_DISTRICT)
    if agrees and entity.kind is Kind.CROSSING:
        return Ground("word", text, WORD_OF_A_GATE_AGREES)  # nearly all gates are listed
    return Ground("word", text, WORD_AGREES if agrees else WORD_DISAGREES)


def _of_loose(words: Sequence[Word], entity: Entity, *, worded: bool) -> Ground:
    """What Muang and Ban say: little between towns, districts and villages; but neither a province nor a person."""
    text = " ".join(word.text for word in words)
    agrees = any(entity.designation in word.points_to for word in words)
    if entity.kind is Kind.PROVINCE:
        return Ground("word", text, PROVINCE_LISTED_WITH_MUANG if worded else PROVINCE_AFTER_MUANG)
    if entity.kind is Kind.PERSON:
        return Ground("word", text, PERSON_AFTER_MUANG)
    return Ground("word", text, 0.0 if agrees else LOOSE_WORD_DISAGREES)


def _of_rank(words: Sequence[Word], person: Entity, day: date | None) -> list[Ground]:
    """What the office before a name says: whether the person holds such a one, and held it on the day."""
    said = " ".join([word.text for word in words if word.role == "office"])
    asked = offices_in(said) if said else frozenset()
    if not asked or not person.offices:
        return []
    such = [office for office in person.offices if not asked.isdisjoint(offices_in(office.role))]
    if not such:
        known = any([offices_in(office.role) for office in person.offices])
        return [Ground("office", said, HOLDS_OTHER_OFFICES)] if known else []
    held = [office.held_on(day) for office in such if office.start or office.end] if day else []
    if held and True not in held:
        return [Ground("office", said, HOLDS_OTHER_OFFICES)]
    code = "rank" if asked.isdisjoint(OF_ONE) else "office"
    return [Ground(code, said, HOLDS_THAT_OFFICE + HELD_IT_THEN * (True in held))]


def _of_offices(person: Entity, day: date) -> list[Ground]:
    held = [office.held_on(day) for office in person.offices]
    if True in held:
        return [Ground("on", day.isoformat(), HELD_THEN)]
    if held and None not in held:
        return [Ground("on", day.isoformat(), NOT_HELD_THEN)]
    return []


def _of_dates(place: Entity, context: Context, words: Sequence[Word]) -> list[Ground]:
    if context.on is not None:
        if not place.existed_on(context.on):
            return [Ground("on", context.on.isoformat(), NOT_THERE_THEN)]
        if place.kind is Kind.FORMER_UNIT:
            return [Ground("on", context.on.isoformat(), FORMER_UNIT_THEN)]
        return []
    if place.kind is not Kind.FORMER_UNIT:
        return []
    if context.kind != Kind.FORMER_UNIT and not any(place.designation in word.points_to for word in words):
        return [Ground("former", place.end or "", FORMER_UNIT_UNASKED)]
    return []
