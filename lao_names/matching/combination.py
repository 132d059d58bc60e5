"""Several stretches of one text, put together: an address, a name with its office, a name written twice.

"bản Na Xuông, huyện Viêng Thoong, tỉnh Bô Ly Khăm Xay" means the most specific unit that is listed, and the other units
speak for it; "Đại tá Kông Chăn Xay Păn Nha, Giám đốc Công an tỉnh Bô Ly Khăm Xay" means the person. What contradicts
(a district, then a province it does not lie in) speaks against. A text may also be one name after all, with a comma or a
dash inside; whichever way fits best is taken.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from lao_names.gazetteer.model import Entity, Gazetteer, Kind
from lao_names.matching.alignment import cost
from lao_names.matching.context import Ground
from lao_names.matching.decision import DENIES, Scored, grouped, limited
from lao_names.matching.question import Question
from lao_names.matching.spelling import relative_cost
from lao_names.matching.strangers import stranger_evidence
from lao_names.matching.words import is_country

LIES_THERE = 2.5
SAID_TWICE = 3.0
LIES_ELSEWHERE = -5.0
HOLDS_OFFICE_ELSEWHERE = -2.0
LIES_ABROAD = -5.0
LIES_IN_ANOTHER_COUNTRY = -9.0
WORTH_HEARING = 0.0
"""Least score at which a candidate of another stretch counts as evidence."""

HALF_HEARD = -3.0
"""The same for one entity named twice: neither time need be clear."""

SAID_ALIKE = 0.15
"""Relative cost up to which two stretches say the same name: Champassak (Cham-pa-sắc). Bolikhanh, Bolikhamxay is a district
and its province, though that was called Borikhan too."""

SURE = 1.0
"""Least score at which a unit that does not fit counts as a contradiction."""

DEPTH_OF_A_RIVER, DEPTH_OF_A_PERSON = 5, 10
"""A text that names a river, or a person, is about it, whatever units it names besides; units lie at 0 to 2."""

OTHER_WAY = 0.05
"""How much worse, in relative cost, a text may sound as one name than its leading stretch does as one: Mường La, Oudomxay is
no misspelt Muang Xay (Oudomxay)."""


def combine(
    wholes: Sequence[Sequence[Scored]],
    parts: Sequence[Sequence[Scored]],
    questions: Sequence[Question],
    gazetteer: Gazetteer,
) -> list[Scored]:
    """The candidates of a text from those of its stretches.

    Args:
        wholes: candidates of the text as one name, for each order of its stretches.
        parts: candidates of each stretch; () where there is only one.
        questions: the stretches, as many as ``parts``.
        gazetteer: what lies in what.
    """
    whole = max(wholes, key=_best, default=())
    if not parts or _is_listed(whole):
        return list(whole)
    weighed = [
        [_weighed(scored, place, parts, questions, gazetteer) for scored in part] for place, part in enumerate(parts)
    ]
    place = _head(parts, weighed, questions, gazetteer)
    head = weighed[place]
    if _best(whole) > _best(head) and _cost(whole) <= _cost(head) + OTHER_WAY:
        return list(whole)
    return _with_rivals(head, weighed[:place] + weighed[place + 1 :])


def _with_rivals(head: Sequence[Scored], others: Sequence[Sequence[Scored]]) -> list[Scored]:
    """The candidates of the leading stretch; where another one contradicts it, the unit of that one is as likely.

    "Khamkeut District, Khammouane Province" errs in one of the two, and does not say in which; a list names both.
    """
    leading = max(head, key=lambda scored: scored.score, default=None)
    if leading is None or leading.score < SURE or leading.entity.kind is Kind.PERSON:
        return list(head)
    named = {ground.detail for ground in leading.grounds if ground.code == "contradiction"}
    rivals = [one for other in others for one in other if one.entity.id in named]
    if not rivals:
        return list(head)
    level = min(leading.score, *[rival.score for rival in rivals])
    kept = [one._replace(score=min(one.score, level)) for one in head]
    return [*kept, *[rival._replace(score=level) for rival in rivals]]


def best_way(ways: Sequence[tuple[list[Scored], Question]]) -> tuple[list[Scored], Question]:
    """Of the ways to take one stretch, each with its candidates, the one that fits best."""
    return max(ways, key=lambda way: _best(way[0]))


def _best(candidates: Sequence[Scored]) -> float:
    return max((scored.score for scored in candidates), default=float("-inf"))


def _is_listed(candidates: Sequence[Scored]) -> bool:
    """Whether what fits best is a listed name letter by letter, and no part of one: Souphanouvong, Duangsavat."""
    best = max(candidates, key=lambda scored: scored.score, default=None)
    return best is not None and best.like.cost == 0 and best.like.same_script and best.like.letters == 1 and not best.part


def _cost(candidates: Sequence[Scored]) -> float:
    best = max(candidates, key=lambda scored: scored.score, default=None)
    return best.like.relative if best else math.inf


def _head(
    parts: Sequence[Sequence[Scored]],
    weighed: Sequence[Sequence[Scored]],
    questions: Sequence[Question],
    gazetteer: Gazetteer,
) -> int:
    """Which stretch the text is about: the person, else the most specific unit that is listed."""
    for place in range(len(questions)):
        if _names_a_person(place, weighed, questions):
            return place
    listed = [place for place, part in enumerate(weighed) if _best(part) > WORTH_HEARING]
    if not listed:
        return max(range(len(weighed)), key=lambda place: (_best(weighed[place]), -place))
    return max(listed, key=lambda place: (_depth(parts[place], gazetteer), -place))


def _names_a_person(place: int, parts: Sequence[Sequence[Scored]], questions: Sequence[Question]) -> bool:
    """Whether a stretch is a person by the title or office before it, its Vietnamese shape, or the office that follows."""
    question = questions[place]
    roles = {word.role for word in question.words}
    if "generic" in roles:
        return False
    if roles & {"title", "office"}:
        return "title" in roles or not _is_unit(parts[place])  # the Governor of Champasak stands for the place
    following = questions[place + 1] if place + 1 < len(questions) else None
    if following is not None and any(word.role == "office" for word in following.words) and _is_unit(parts[place + 1]):
        return True
    return question.stranger.person_shape > 0.5


def _is_unit(candidates: Sequence[Scored]) -> bool:
    """Whether what fits best is a place, and fits."""
    best = max(candidates, key=lambda scored: scored.score, default=None)
    return best is not None and best.score > WORTH_HEARING and best.entity.kind is not Kind.PERSON


def _depth(candidates: Sequence[Scored], gazetteer: Gazetteer) -> int:
    """How deep a stretch lies: Attapeu behind a district is the province, not the town in that district."""
    groups = grouped(candidates, lambda inner, outer: outer in gazetteer.ancestors(inner))
    best = max(groups, key=lambda group: (group.score, group.leader.entity.id)).leader
    if best.entity.kind is Kind.PERSON:
        return DEPTH_OF_A_PERSON
    return len(gazetteer.ancestors(best.entity.id)) if _lies_somewhere(best.entity) else DEPTH_OF_A_RIVER


def _weighed(
    scored: Scored,
    place: int,
    parts: Sequence[Sequence[Scored]],
    questions: Sequence[Question],
    gazetteer: Gazetteer,
) -> Scored:
    """A candidate with what the other stretches say about it."""
    said = [_said_by(part, scored, gazetteer) for other, part in enumerate(parts) if other != place]
    if place + 1 < len(parts) and not any(is_country(word) for question in questions for word in question.words):
        said.append(_said_by_stranger(questions[place + 1], parts[place + 1], scored))
    found = [ground for ground in said if ground is not None]
    grounds = (*scored.grounds, *found)
    return scored._replace(score=limited(scored.score + sum(ground.weight for ground in found), grounds), grounds=grounds)


def _said_by(other: Sequence[Scored], scored: Scored, gazetteer: Gazetteer) -> Ground | None:
    """What another stretch, with its candidates, says about a candidate."""
    if any(one.entity.id == scored.entity.id and _is_half_heard(one) and _sounds_like(one, scored) for one in other[:3]):
        return Ground("twice", scored.entity.id, SAID_TWICE)
    heard = [candidate for candidate in other if candidate.score > WORTH_HEARING and not _is_word(candidate)]
    for candidate in sorted(heard, key=lambda candidate: -candidate.score):
        here, there = scored.entity, candidate.entity
        if here is not there and gazetteer.lay_in(here.id, there.id):
            return Ground("address", there.id, LIES_THERE)
        if gazetteer.lay_in(there.id, here.id):
            return None
    units = [one for one in heard if one.score > SURE and _lies_somewhere(one.entity)]
    if not units or not (_lies_somewhere(scored.entity) or _is_of_other_places(scored.entity)):
        return None
    weight = HOLDS_OFFICE_ELSEWHERE if scored.entity.kind is Kind.PERSON else LIES_ELSEWHERE
    return Ground("contradiction", max(units, key=lambda candidate: candidate.score).entity.id, weight)


def _is_word(candidate: Scored) -> bool:
    """Whether a stretch may be an everyday word instead."""
    return any(ground.code == "common word" for ground in candidate.grounds)


def _lies_somewhere(entity: Entity) -> bool:
    """Whether something lies in one unit that is known: rivers and plateaus lie in several, and people in none."""
    return entity.kind is not Kind.PERSON and (entity.kind is not Kind.FEATURE or entity.parent is not None)


def _is_of_other_places(person: Entity) -> bool:
    """Whether all offices of somebody are known to be somewhere, and none is the country's."""
    places = [office.jurisdiction for office in person.offices]
    return bool(places) and None not in places and "LA" not in places


def _is_half_heard(one: Scored) -> bool:
    """Whether a stretch may name an entity, so that another one says it twice; not where a word speaks against it."""
    denied = any(ground.weight <= DENIES for ground in one.grounds)
    return one.score > HALF_HEARD and not one.part and not denied


def _sounds_like(one: Scored, other: Scored) -> bool:
    heard, sounded = one.found.heard, other.found.heard
    return relative_cost(cost(heard.code, sounded.code), heard.weight, sounded.weight) <= SAID_ALIKE


def _said_by_stranger(question: Question, candidates: Sequence[Scored], scored: Scored) -> Ground | None:
    """What the stretch behind says that names a country or a province abroad and nothing listed: Nan, Thailand.

    Gates have two sides and rivers flow on: Na Mèo, Thanh Hóa; Mekong, Cambodia.
    """
    if scored.entity.kind not in (Kind.PROVINCE, Kind.DISTRICT, Kind.TOWN, Kind.FORMER_UNIT):
        return None
    if not question.stranger.elsewhere_ascii or _best(candidates) > SURE:
        return None
    name = question.core.text
    if stranger_evidence(name, "country").elsewhere_ascii:
        return Ground("abroad", name, LIES_IN_ANOTHER_COUNTRY)
    if stranger_evidence(name, "province").elsewhere_ascii:
        return Ground("abroad", name, LIES_ABROAD)
    return None
