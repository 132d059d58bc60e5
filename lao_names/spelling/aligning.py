"""Which letters of a spelling stand for which onset and rime of a name.

Nobody marked that; the likeliest cut follows from the choices that are possible (:mod:`~lao_names.spelling.habits`) and
from those that other spellings make. A spelling whose best cut is bad is another name, an abbreviation or a slip. Start
with :meth:`Aligner.align`.
"""

from __future__ import annotations

import heapq
import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from lao_names.spelling.habits import possible_onsets, possible_rimes
from lao_names.spelling.letters import Letters
from lao_names.spelling.model import Habits, Unit

WORST = -3.2
"""Mean log-probability per unit below which a spelling is none of the name."""

LONGEST = 6
"""Letters of one onset or rime at most."""

MOST_ENDS = 60
"""Places where a unit may end that are followed, the likeliest ones: a text of hundreds of letters has no more work with
each of its units than a name."""

ACROSS_A_GAP = -4.0
"""Log-probability of a space or hyphen inside an onset or rime, or between an onset and its own rime."""

STRENGTH = 3.0
"""What the possible choices are worth beside those that were counted, in counts."""

LIKE_A_SOUND, UNLIKELY = 3e-4, 1e-6
"""The chance of letters that are no known choice: those that look like an onset or a rime, and any others."""

_VOWELS = "aăâeêioôơuưyéèœæ"
_LIKE_ONSET = re.compile(f"[^{_VOWELS}]*[uio]?$")
_LIKE_RIME = re.compile(f"[{_VOWELS}]+[^{_VOWELS}]*e?$")

_Way = tuple[float, int]
"""Log-probability of the best cut so far, and where its last unit began."""


class Aligner:
    """Cuts spellings by what is possible and what was counted.

    Args:
        counted: sound -> letters -> how often they were seen for it.
    """

    def __init__(self, counted: Mapping[str, Mapping[str, float]]) -> None:
        self._counted = counted
        self._totals = {sound: sum(choices.values()) for sound, choices in counted.items()}
        self._possible: dict[str, frozenset[str]] = {}
        self._known: dict[tuple[str, str], float] = {}

    def align(self, units: Sequence[Unit], spelling: Letters, worst: float | None = None) -> tuple[str, ...] | None:
        """The letters of each unit, None where the spelling is none of this name."""
        ways = self._ways(units, spelling)
        end = len(spelling.letters)
        if end not in ways[-1] or ways[-1][end][0] / len(units) < (WORST if worst is None else worst):
            return None
        choices = []
        for reached in reversed(ways[1:]):
            start = reached[end][1]
            choices.append(spelling.letters[start:end])
            end = start
        return tuple(reversed(choices))

    def score(self, units: Sequence[Unit], spelling: Letters) -> float:
        """Mean log-probability per unit of the best cut."""
        best = self._ways(units, spelling)[-1].get(len(spelling.letters))
        return best[0] / len(units) if best else -math.inf

    def _ways(self, units: Sequence[Unit], spelling: Letters) -> list[dict[int, _Way]]:
        letters, gaps = spelling
        ways: list[dict[int, _Way]] = [{0: (0.0, 0)}]
        for unit in units:
            reached: dict[int, _Way] = {}
            for start, (cost, _) in ways[-1].items():
                for end in range(start + unit.is_rime, min(len(letters), start + LONGEST) + 1):
                    total = cost + self._chance(unit, letters[start:end])
                    if gaps:
                        total += ACROSS_A_GAP * _gaps_within(gaps, start, end, unit)
                    if end not in reached or total > reached[end][0]:
                        reached[end] = (total, start)
            ways.append(reached if len(reached) <= MOST_ENDS else _likeliest(reached))
        return ways

    def _chance(self, unit: Unit, letters: str) -> float:
        """Log-probability of letters for a unit: as others chose, else as is possible, else a small remainder."""
        key = (unit.sound, letters)
        if key not in self._known:
            possible = self._possible_for(unit)
            if letters in possible:
                expected = 1 / len(possible)
            else:
                expected = LIKE_A_SOUND if (_LIKE_RIME if unit.is_rime else _LIKE_ONSET).match(letters) else UNLIKELY
            counted = self._counted.get(unit.sound, {}).get(letters, 0.0)
            total = self._totals.get(unit.sound, 0.0) + STRENGTH
            self._known[key] = math.log((counted + STRENGTH * expected) / total)
        return self._known[key]

    def _possible_for(self, unit: Unit) -> frozenset[str]:
        if unit.sound not in self._possible:
            choices = possible_rimes(unit.nucleus, unit.coda) if unit.is_rime else possible_onsets(unit.sound)
            self._possible[unit.sound] = frozenset(choices)
        return self._possible[unit.sound]


def _likeliest(reached: dict[int, _Way]) -> dict[int, _Way]:
    return dict(heapq.nlargest(MOST_ENDS, reached.items(), key=lambda way: way[1][0]))


def _gaps_within(gaps: frozenset[int], start: int, end: int, unit: Unit) -> int:
    """Spaces and hyphens inside a unit; one after an onset parts it from its rime and counts as well."""
    inside = sum(start < gap < end for gap in gaps)
    return inside + (not unit.is_rime and end > start and end in gaps)


@lru_cache(maxsize=8)
def aligner_by(habits: Habits) -> Aligner:
    """Cuts spellings as the counts of some habits want it."""
    return Aligner(habits.counted())
