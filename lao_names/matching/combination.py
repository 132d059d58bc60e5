"""Several stretches of one text, put together: an address, a name with its office, a name written twice.

"bản Na Xuông, huyện Viêng Thoong, tỉnh Bô Ly Khăm Xay" means the most specific unit that is listed, and the other units
speak for it; "Đại tá Kông Chăn Xay Păn Nha, Giám đốc Công an tỉnh Bô Ly Khăm Xay" means the person. What contradicts
(a district, then a province it does not lie in) speaks against. A text may also be one name after all, with a comma or a
dash inside; whichever way fits best is taken.
"""

from __future__ import annotations

from collections.abc import Sequence

from lao_names.gazetteer.model import Gazetteer, Kind
from lao_names.matching.context import Ground
from lao_names.matching.decision import Scored
from lao_names.matching.question import Question

LIES_THERE = 2.5
SAID_TWICE = 3.0
LIES_ELSEWHERE = -5.0
WORTH_HEARING = 0.0
"""Least score at which a candidate of another stretch counts as evidence."""

HALF_HEARD = -3.0
"""The same for one entity named twice: neither time need be clear."""

SURE = 1.0
"""Least score at which a unit that does not fit counts as a contradiction."""


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
    whole = max(wholes, key=_best) if len(wholes) > 1 else wholes[0]
    if not parts:
        return list(whole)
    weighed = [
        [_weighed(scored, [other for place_, other in enumerate(parts) if place_ != place], gazetteer) for scored in part]
        for place, part in enumerate(parts)
    ]
    head = weighed[_head(weighed, questions, gazetteer)]
    return list(whole if _best(whole) > _best(head) else head)


def best_way(ways: Sequence[tuple[list[Scored], Question]]) -> tuple[list[Scored], Question]:
    """Of the ways to take one stretch, each with its candidates, the one that fits best."""
    return max(ways, key=lambda way: _best(way[0]))


def _best(candidates: Sequence[Scored]) -> float:
    return max((scored.score for scored in candidates), default=float("-inf"))


def _head(parts: Sequence[Sequence[Scored]], questions: Sequence[Question], gazetteer: Gazetteer) -> int:
    """Which stretch the text is about: the person, else the most specific unit that is listed."""
    for place in range(len(questions)):
        if _names_a_person(place, parts, questions):
            return place
    listed = [place for place, part in enumerate(parts) if _best(part) > WORTH_HEARING]
    if not listed:
        return max(range(len(parts)), key=lambda place: (_best(parts[place]), -place))
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
    best = max(candidates, key=lambda scored: (scored.score, scored.entity.id))
    return 10 if best.entity.kind is Kind.PERSON else len(gazetteer.ancestors(best.entity.id))


def _weighed(scored: Scored, others: Sequence[Sequence[Scored]], gazetteer: Gazetteer) -> Scored:
    """A candidate with what the other stretches say about it."""
    found = [ground for other in others if (ground := _said_by(other, scored, gazetteer)) is not None]
    return scored._replace(
        score=scored.score + sum(ground.weight for ground in found), grounds=(*scored.grounds, *found)
    )


def _said_by(other: Sequence[Scored], scored: Scored, gazetteer: Gazetteer) -> Ground | None:
    if any(one.entity.id == scored.entity.id and one.score > HALF_HEARD and not one.part for one in other[:3]):
        return Ground("twice", scored.entity.id, SAID_TWICE)
    heard = [candidate for candidate in other if candidate.score > WORTH_HEARING]
    for candidate in sorted(heard, key=lambda candidate: -candidate.score):
        here, there = scored.entity, candidate.entity
        if gazetteer.lies_in(here.id, there.id):
            return Ground("address", there.id, LIES_THERE)
        if gazetteer.lies_in(there.id, here.id):
            return None
    units = [candidate for candidate in heard if candidate.score > SURE and candidate.entity.kind is not Kind.PERSON]
    if units and scored.entity.kind is not Kind.PERSON:
        return Ground("contradiction", max(units, key=lambda candidate: candidate.score).entity.id, LIES_ELSEWHERE)
    return None
