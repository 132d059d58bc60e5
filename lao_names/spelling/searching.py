"""The likeliest spellings of a name, given the choices for each of its sounds.

A beam search: the choices for one unit do not depend on the others, but for two things. Who has spelled a sound in one way
tends to spell it so again in the same name, and Vietnamese spelling does not put every onset before every vowel. Start with
:func:`likeliest`.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence

from lao_names.phonology import LENGTH
from lao_names.spelling.choosing import Choices
from lao_names.spelling.units import Unit

CONSISTENT = 0.3
"""The chance that a sound is spelled like the same sound before, whatever its habits."""

MISSPELLED = math.log(0.03)
"""Log-probability of an onset that Vietnamese spelling does not put before the vowel: c, g, ng before e, ê, i, y; ngh
before others."""

_FRONT = frozenset("eêiyéè")
_NOT_BEFORE_FRONT = frozenset(("c", "g", "ng"))

Spelled = tuple[float, tuple[str, ...]]
"""Log-probability, letters of each unit."""


def likeliest(
    units: Sequence[Unit], choices: Sequence[Choices], most: int, *, vietnamese: bool = False
) -> list[tuple[float, tuple[str, ...]]]:
    """The likeliest spellings: chance, and letters of each unit.

    Args:
        units: the sounds of the name.
        choices: the letters of each.
        most: how many spellings at most, and how many are kept on the way.
        vietnamese: whether onsets have to suit their vowels.
    """
    beam: list[Spelled] = [(0.0, ())]
    for unit, likely, same in zip(units, choices, _same_before(units), strict=True):
        fresh = [(letters, math.log(chance)) for letters, chance in likely]
        longer = _extended(beam, fresh, most) if same is None else _repeated(beam, likely, same)
        if vietnamese and unit.is_rime:
            longer = [(cost + _unsuited(letters), letters) for cost, letters in longer]
        beam = heapq.nlargest(most, longer)
    return [(math.exp(cost), letters) for cost, letters in beam]


def _same_before(units: Sequence[Unit]) -> list[int | None]:
    """For each unit, the place of the last one before it that has the same sound, vowel length aside."""
    last: dict[str, int] = {}
    found = []
    for place, unit in enumerate(units):
        sound = unit.sound.replace(LENGTH, "").removeprefix("j.")
        found.append(last.get(sound))
        last[sound] = place
    return found


def _extended(beam: Sequence[Spelled], fresh: Sequence[tuple[str, float]], most: int) -> list[Spelled]:
    """Every spelling with every choice; a spelling of rank r and a choice of rank q with r times q too large is not among
    the best, since all with better ranks are better."""
    return [
        (cost + more, (*letters, choice))
        for rank, (cost, letters) in enumerate(beam, 1)
        for choice, more in fresh[: most // rank + 1]
    ]


def _repeated(beam: Sequence[Spelled], likely: Choices, same: int) -> list[Spelled]:
    """Every spelling with every choice, where the choice for the same sound before counts."""
    again = {letters: math.log(CONSISTENT + (1 - CONSISTENT) * chance) for letters, chance in likely}
    anew = {letters: math.log((1 - CONSISTENT) * chance) for letters, chance in likely}
    return [
        (cost + (again if letters[same] == choice else anew)[choice], (*letters, choice))
        for cost, letters in beam
        for choice in again
    ]


def _unsuited(letters: Sequence[str]) -> float:
    onset, is_front = letters[-2], letters[-1][:1] in _FRONT
    return MISSPELLED if (onset in _NOT_BEFORE_FRONT and is_front) or (onset == "ngh" and not is_front) else 0.0
