"""The usual readings of a name: what its spellings have in common.

A name with many spellings has odd ones among them (Vieng-Caen for Vientiane), which strangers resemble by chance. A spelling
of the name itself is seldom far from its usual readings, whichever form it is nearest to; so the distance to them is
evidence of its own (:mod:`lao_names.matching.evidence`). There are two of them, since many names are written in two ways
(Xay and Sai, Khammouane and Kham Muon): one reading would stand between them and be neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lao_names.matching.alignment import cost
from lao_names.matching.spelling import Sound, Spelling, relative_cost

UNLIKE = 0.6
"""Relative cost from which on two readings are simply different names."""


MOST_COMPARED = 100
"""Readings of one name that are compared with each other; no listed name has half as many."""


class Usual(NamedTuple):
    """What the spellings of a name have in common.

    Attributes:
        first: one of the two readings that stand for all,
        second: and the other one.
        share: the share of the readings that is nearer to the first.
        spellings: how many spellings there are, those of the same letters counted once.
    """

    first: Sound
    second: Sound
    share: float
    spellings: int


def usual_readings(spellings: Sequence[Spelling]) -> Usual:
    """The reading nearest to all together (their medoid), and the one that leaves least distance once that is there.

    Spellings of the same letters count once, whatever their marks, and so do readings: a list that many copied says no more
    than its source.

    Args:
        spellings: at least one, each with a reading.
    """
    by_letters = {spelling.letters: spelling.sounds[0] for spelling in reversed(spellings)}
    distinct = sorted({*by_letters.values()})
    distinct = distinct[:: 1 + len(distinct) // MOST_COMPARED]
    far = [[distance(cost(one.code, other.code), one, other) for other in distinct] for one in distinct]
    first = min(range(len(distinct)), key=lambda place: sum(far[place]))
    second = min(range(len(distinct)), key=lambda place: sum(map(min, far[first], far[place])))
    nearer = sum(one <= other for one, other in zip(far[first], far[second], strict=True))
    return Usual(distinct[first], distinct[second], nearer / len(distinct), len(by_letters))


def distance(price: int, heard: Sound, usual: Sound) -> float:
    """The relative cost of hearing one reading for another one, at most :data:`UNLIKE`."""
    return min(UNLIKE, relative_cost(price, heard.weight, usual.weight))
