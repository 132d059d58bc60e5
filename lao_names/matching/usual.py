"""The usual reading of a name: what its spellings have in common.

A name with many spellings has odd ones among them (Vieng-Caen for Vientiane), which strangers resemble by chance. A spelling
of the name itself is seldom far from its usual reading, whichever form it is nearest to; so the distance to that reading is
evidence of its own (:mod:`lao_names.matching.evidence`).
"""

from __future__ import annotations

from collections.abc import Sequence

from lao_names.matching.alignment import cost
from lao_names.matching.spelling import Sound, Spelling, relative_cost

UNLIKE = 0.6
"""Relative cost from which on two readings are simply different names."""


def usual_reading(spellings: Sequence[Spelling]) -> Sound:
    """The reading that is nearest to all spellings together (their medoid); the first one's where there are only two.

    Spellings of the same letters count once, whatever their marks: a list that many copied says no more than its source.

    Args:
        spellings: at least one, each with a reading.
    """
    readings = list({spelling.letters: spelling.sounds[0] for spelling in reversed(spellings)}.values())
    if len(readings) < 3:
        return spellings[0].sounds[0]

    def far(one: Sound) -> float:
        return sum(min(UNLIKE, relative_cost(cost(one.code, other.code), one.weight, other.weight)) for other in readings)

    return min(dict.fromkeys(readings), key=lambda one: (far(one), one))
