"""From evidence to an answer: who, which, or nobody.

Each candidate has a score: the evidence of :mod:`lao_names.matching.evidence` weighed by
:data:`~lao_names.matching.coefficients.COEFFICIENTS`, plus the grounds that the context gives. "Nobody who is listed" is a
candidate too, with score 0. The chance of a candidate is its share among all of them (a conditional logit model, McFadden
1974): so a second name that fits as well halves the first one's chance, and a short Vietnamese-looking name loses to nobody.

Units of one name that lie in each other share one chance: the answer "province Attapeu" is true whichever of the province,
its district and its town was meant. :func:`decide` puts such units into one :class:`Group`, led by the outermost.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from operator import mul
from typing import NamedTuple

from lao_names.gazetteer.model import Entity, Kind
from lao_names.matching.coefficients import COEFFICIENTS
from lao_names.matching.context import Ground
from lao_names.matching.evidence import NAMES
from lao_names.matching.likeness import Likeness
from lao_names.matching.lookup import Found
from lao_names.matching.resolution import Status

MATCH = 0.7
"""Least chance of a match. Error rates that this buys: ``docs/accuracy.md``."""

LISTED = 0.5
"""Least chance that somebody listed is meant, for "ambiguous"."""

TIED = 0.2
"""A candidate is tied with the best where its chance is at least this part of the best one's."""

SAME_NAME = 0.08
"""Distances that differ by no more than this leave two forms the same name."""

INNER_MAY_LEAD = 2.0
"""A unit inside leads its group where the context speaks for it by this much more log-odds than for the outer one."""

CLEARLY_NEARER = 3.5
"""It leads too where its name fits so much better, in log-odds, that the outer one's name is hardly the same."""

OTHERS_BEAR_IT = -0.5
"""Log-odds of somebody who is not listed but bears a family name, against the one in office who is."""

DENIES = -6.0
"""A ground of at least this weight against a candidate is a contradiction, not a doubt: "huyện" before a province, "Mr"
before a place, a day before the unit existed."""

DENIED = -0.5
"""The most log-odds that a contradicted candidate has, however well its name fits: what is meant is something else."""

OTHERS_TOO = ("title", "rank")
"""Grounds that speak for others of a family or given name as much as for the one who is listed: Mr, Minister."""

_RANK = {kind: rank for rank, kind in enumerate(Kind)}

def weights(coefficients: Mapping[str, float]) -> tuple[float, ...]:
    """Coefficients in the order of the evidence; a name that the table lacks weighs nothing."""
    return tuple(coefficients.get(name, 0.0) for name in NAMES)


WEIGHTS = weights(COEFFICIENTS)


class Scored(NamedTuple):
    """A candidate with its evidence.

    Attributes:
        entity: who or what it is.
        like: how its best form compares.
        found: the entry of the index and the readings that were compared.
        evidence: the numbers of :data:`lao_names.matching.evidence.NAMES`.
        grounds: what the context said.
        score: log-odds against nobody: what evidence and grounds are worth together.
        part: whether only a given or family name was compared.
        borrowed: whether the form is not the entity's own name today: its capital's, or a former one.
    """

    entity: Entity
    like: Likeness
    found: Found
    evidence: tuple[float, ...]
    grounds: tuple[Ground, ...]
    score: float
    part: bool
    borrowed: bool


class Group(NamedTuple):
    """Candidates of one name that lie in each other; the first leads."""

    members: tuple[Scored, ...]
    score: float

    @property
    def leader(self) -> Scored:
        """The candidate that stands for the group."""
        return self.members[0]


class Decided(NamedTuple):
    """An answer before it is put into a :class:`~lao_names.matching.resolution.Resolution`.

    Attributes:
        status: match, ambiguous or no match.
        ranked: candidates with their chances, best first, leaders of groups before their members.
        tied: how many of the first are tied; 0 unless ambiguous.
    """

    status: Status
    ranked: tuple[tuple[Scored, float], ...]
    tied: int


def score(evidence: Sequence[float], grounds: Sequence[Ground], worth: Sequence[float] = WEIGHTS) -> float:
    """Log-odds of a candidate against nobody."""
    weighed: float = sum(map(mul, worth, evidence))
    return limited(weighed + sum([ground.weight for ground in grounds]), grounds) if grounds else weighed


def limited(score: float, grounds: Sequence[Ground]) -> float:
    """A score, which is :data:`DENIED` at the most where one of the grounds contradicts."""
    return min(score, DENIED) if any([ground.weight <= DENIES for ground in grounds]) else score


def decide(
    candidates: Sequence[Scored], nested: Callable[[str, str], bool], min_probability: float | None = None
) -> Decided:
    """Who is meant, which of several, or nobody.

    Args:
        candidates: one for each entity.
        nested: whether the first entity lies in the second.
        min_probability: least chance of a match, :data:`MATCH` if None.
    """
    groups = grouped(candidates, nested)
    highest = max([0.0, *[group.score for group in groups]])
    nobody = math.exp(_of_others(groups, highest) - highest)
    shares = [math.exp(group.score - highest) for group in groups]
    whole = nobody + math.fsum(shares)
    chances = [share / whole for share in shares]
    order = list(range(len(groups)))
    if len(order) > 1:
        order.sort(key=lambda place: (-chances[place], _tie_break(groups[place].leader)))
    leaders = [(groups[place].leader, chances[place]) for place in order]
    tied = _tied(leaders)
    threshold = MATCH if min_probability is None else min_probability
    listed = 1 - nobody / whole
    status, tied = _status(leaders, tied, listed, threshold)
    members = [
        pair
        for group, chance in zip(groups, chances, strict=True)
        if len(group.members) > 1
        for pair in _members(group, chance)
    ]
    rest = [*leaders[tied:], *members]
    if members:
        rest.sort(key=lambda pair: (-pair[1], _tie_break(pair[0])))
    return Decided(status, (*leaders[:tied], *rest), tied)


def _of_others(groups: Sequence[Group], highest: float) -> float:
    """The score of "nobody who is listed".

    What is known to bear that very name is as likely as what is listed, however well the latter fits; and where a family
    name is what fits best, others who bear it are nearly as likely as the one who is listed: "Mr" is said of all of them.
    So are relatives, where a given name fits but for a syllable that is left out.
    """
    borne = [group.score for group in groups if _has_homonym(group.leader)]
    family = [group.score for group in groups if _is_borne_by_others(group.leader)]
    return max([0.0, *borne, *(score + OTHERS_BEAR_IT for score in family if score == highest)])


def _status(
    leaders: Sequence[tuple[Scored, float]], tied: int, listed: float, threshold: float
) -> tuple[Status, int]:
    if not leaders:
        return Status.NO_MATCH, 0
    best, chance = leaders[0]
    alone = tied == 1 and not (_has_homonym(best) or _is_borne_by_others(best))
    if chance >= threshold and alone:
        return Status.MATCH, 0
    together = math.fsum([chance for _, chance in leaders[:tied]])
    if listed >= LISTED and together >= min(LISTED, threshold) and not alone:
        return Status.AMBIGUOUS, tied
    return Status.NO_MATCH, 0


def _has_homonym(best: Scored) -> bool:
    """Whether something that is not listed is written just so, and nothing in the context speaks for what is listed."""
    return any(ground.code in ("homonym", "common word") for ground in best.grounds) and not _spoken_for(best)


def _is_borne_by_others(best: Scored) -> bool:
    """Whether what was compared is half a name (a part, or one with a syllable left out), and no context completes it."""
    return (best.part or best.like.clipped) and not _spoken_for(best, besides=OTHERS_TOO)


def _spoken_for(candidate: Scored, besides: tuple[str, ...] = ()) -> bool:
    """Whether something in the context speaks for a candidate, besides some sorts of ground."""
    return any(ground.weight > 0 and ground.code not in besides for ground in candidate.grounds)


def _tied(leaders: Sequence[tuple[Scored, float]]) -> int:
    if not leaders:
        return 0
    least = leaders[0][1] * TIED
    return sum([chance >= least for _, chance in leaders])


def _members(group: Group, chance: float) -> list[tuple[Scored, float]]:
    """The inner units of a group with their own chances: their share of the group's."""
    whole = math.fsum(math.exp(member.score - group.score) for member in group.members)
    return [(member, chance * math.exp(member.score - group.score) / whole) for member in group.members[1:]]


def grouped(candidates: Sequence[Scored], nested: Callable[[str, str], bool]) -> list[Group]:
    """Candidates put into groups of one name that lie in each other."""
    if len(candidates) == 1:
        return [_led(list(candidates))]
    ordered = sorted(candidates, key=lambda scored: (_RANK[scored.entity.kind], scored.entity.id))
    groups: list[tuple[float, list[Scored]]] = []
    for scored in ordered:
        distance = scored.like.distance
        for far, group in groups if scored.entity.kind is not Kind.PERSON else ():
            if abs(distance - far) <= SAME_NAME and _of_one_name(scored, group[0], nested):
                group.append(scored)
                break
        else:
            groups.append((distance, [scored]))
    return [_led(group) for _, group in groups]


def _led(members: list[Scored]) -> Group:
    """A group with its leader in front: the outermost unit, unless context speaks for one inside."""
    if len(members) == 1:
        return Group((members[0],), members[0].score)
    best = max(member.score for member in members)
    most = max(said(member) for member in members)
    leader = next(
        (m for m in members if said(m) >= most - INNER_MAY_LEAD and m.score >= best - CLEARLY_NEARER),
        max(members, key=lambda member: member.score),
    )
    rest = [member for member in members if member is not leader]
    return Group((leader, *rest), max(leader.score, best))


def said(scored: Scored) -> float:
    """What the context alone says about a candidate, in log-odds."""
    return sum([ground.weight for ground in scored.grounds]) if scored.grounds else 0.0


def _of_one_name(inner: Scored, outer: Scored, nested: Callable[[str, str], bool]) -> bool:
    """Whether a name in full goes without saying for both; what the outer unit borrows says nothing of the inner one."""
    if inner.part or outer.part or (outer.borrowed and not inner.borrowed):
        return False
    return _belongs(inner.entity, outer.entity, nested)


def _belongs(inner: Entity, outer: Entity, nested: Callable[[str, str], bool]) -> bool:
    """Whether a unit's name goes without saying for the other: it lies in it, or it is a gate or river, or gone."""
    if outer.kind is Kind.PERSON:
        return False
    if inner.kind is Kind.FORMER_UNIT and outer.kind is not Kind.FORMER_UNIT:
        return True
    return nested(inner.id, outer.id) or inner.kind in (Kind.CROSSING, Kind.FEATURE)


def _tie_break(scored: Scored) -> tuple[float, int, str]:
    return scored.found.cost, _RANK[scored.entity.kind], scored.entity.id
