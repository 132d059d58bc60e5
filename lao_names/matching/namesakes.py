"""Entities that share a written name, and which of them a bare name means more often.

*Xaysetha* is two districts, *Boten* a district and a town, *Kaysone Phomvihane* a man and the city called after him. Their
names fit equally well whatever is asked, so the sounds cannot decide; but they are not written about equally often. How many
spellings of the name are known of each says something about that, and so does what they are.

Start with :func:`namesakes_of`, which the index keeps, then :func:`less_often`, which the scoring asks.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import NamedTuple

from lao_names.matching.alignment import cost
from lao_names.matching.spelling import Sound, Spelling
from lao_names.matching.usual import distance

Namesakes = Mapping[int, Mapping[int, int]]
"""For the number of an entity those of all that share a written name with it, itself included, and how many of its own
spellings are spellings of a name that it shares with each."""

SAME_SOUND = 0.08
"""Relative cost up to which a spelling is one of the shared name: an entity may have others (Hiem was Viengthong once)."""

MOST_OFTEN = 1.3
"""The most log-odds that being meant more often is worth: chances of .79 and .21, which are still tied."""

OF_HIGHER_STANDING = 0.6
"""Log-odds of a person against the places that are called after him or her, and of the capital against the province."""


class Standing(IntEnum):
    """Sorts of bearers of a name, the one that is meant more often the higher."""

    PLACE = 0
    CAPITAL = 1
    PERSON = 2


class Bearer(NamedTuple):
    """Who may be meant by a name: the number of an entity, and what it is."""

    entity: int
    standing: Standing


def namesakes_of(names: Iterable[tuple[int, Spelling]]) -> dict[int, dict[int, int]]:
    """The namesakes among entities.

    Args:
        names: numbers of entities, each with a spelling of its whole name.
    """
    own: dict[int, dict[str, Sound]] = {}
    holders: dict[str, list[int]] = {}
    for entity, spelling in names:
        if spelling.letters not in own.setdefault(entity, {}):
            own[entity][spelling.letters] = spelling.sounds[0]
            holders.setdefault(spelling.letters, []).append(entity)
    shared: dict[tuple[int, int], list[Sound]] = {}
    for letters, together in holders.items():
        for entity in together if len(together) > 1 else ():
            for other in together:
                shared.setdefault((entity, other), []).append(own[entity][letters])
    found: dict[int, dict[int, int]] = {}
    for (entity, other), sounds in shared.items():
        found.setdefault(entity, {})[other] = sum(_is_like(sound, sounds) for sound in own[entity].values())
    return found


def _is_like(sound: Sound, others: Iterable[Sound]) -> bool:
    return any(distance(cost(sound.code, other.code), sound, other) <= SAME_SOUND for other in others)


def less_often(bearer: Bearer, among: Iterable[Bearer], namesakes: Namesakes) -> float:
    """How much less often an entity is meant by a name than the likeliest of those that share it, in log-odds.

    The odds are those of the numbers of spellings that are listed, where one more or less says nothing; a person and a place
    are not compared by them, but by their standing.

    Args:
        bearer: one who bears the name.
        among: all that may be meant.
        namesakes: who shares a name with whom.

    Returns:
        0 to :data:`MOST_OFTEN`, 0 for the likeliest.
    """
    mine = namesakes.get(bearer.entity, {})
    rivals = [rival for rival in among if rival.entity in mine]
    is_person = bearer.standing is Standing.PERSON
    alike = [rival.entity for rival in rivals if (rival.standing is Standing.PERSON) == is_person]
    odds = [namesakes[rival][bearer.entity] / (1 + mine[rival]) for rival in alike]
    outranked = any(rival.standing > bearer.standing for rival in rivals)
    return min(MOST_OFTEN, math.log(max([1.0, *odds])) + OF_HIGHER_STANDING * outranked)
