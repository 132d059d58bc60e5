"""Which onsets and rimes are easily heard in the place of another.

Some spellings are right for a sound that is not in the name: Thà Khẹt for ທ່າແຂກ, Viên Chăn for ວຽງຈັນ, Bắc Xê for ປາກເຊ.
How near two sounds are is the matcher's knowledge (:mod:`lao_names.phonology`); it is used here in the other direction.
Start with :func:`misheard`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cache

from lao_names import phonology
from lao_names.phonology import CODA_MARK, LENGTH, MONOPHTHONGS, SCALE, SEGMENTS, SUBSTITUTION
from lao_names.spelling.habits import parted
from lao_names.spelling.units import Unit

HOW_OFTEN = 0.06
"""The weight of a sound that could not be told from the right one, beside the right one's 1."""

DISCERNMENT = 0.25
"""The price of confusion by which that weight falls to 1/e."""

DEAREST_CONSONANT, DEAREST_VOWEL = 0.65, 0.3
"""Confusions that cost more are not looked at. Most vowels that are further apart are never mistaken: spellings of them
would push out better ones. All four figures: best of a few tried on left-out spellings, November 2026."""

LOST_GLIDE, LOST_FINAL = 0.3, 0.6
"""The prices of a second consonant of a cluster, and of a final, that is not heard."""


@cache
def misheard(unit: Unit) -> tuple[tuple[Unit, float], ...]:
    """The units that may be heard in the place of one, with their weights beside its own.

    >>> [other.sound for other, _ in misheard(Unit("b", "onset"))]
    ['p', 'pʰ', 'w']
    """
    prices = _rimes(unit) if unit.is_rime else _onsets(unit.sound)
    return tuple(
        (unit._replace(sound=sound), HOW_OFTEN * math.exp(-price / DISCERNMENT))
        for sound, price in prices
        if sound != unit.sound
    )


def _onsets(sound: str) -> Iterator[tuple[str, float]]:
    if sound.startswith("j."):
        return
    first, second = parted(sound)
    for other, price in _confused(first, phonology.ONSETS, DEAREST_CONSONANT):
        yield other + second, price
    if second:
        yield first, LOST_GLIDE


def _rimes(unit: Unit) -> Iterator[tuple[str, float]]:
    length = LENGTH if LENGTH in unit.nucleus else ""
    for vowel, price in _confused(unit.nucleus.replace(LENGTH, ""), MONOPHTHONGS, DEAREST_VOWEL):
        yield f"{vowel}{length}+{unit.coda}", price
    if unit.coda:
        finals = (CODA_MARK + coda for coda in phonology.CODAS)
        for final, price in _confused(CODA_MARK + unit.coda, finals, DEAREST_CONSONANT):
            yield f"{unit.nucleus}+{final.removeprefix(CODA_MARK)}", price
        if unit.coda != "m":
            yield f"{unit.nucleus}+", LOST_FINAL


def _confused(sound: str, others: Iterable[str], dearest: float) -> Iterator[tuple[str, float]]:
    """Sounds that are taken for one at a price that is not too dear."""
    for other in others if sound in SEGMENTS else ():
        if other != sound and other in SEGMENTS:
            price = SUBSTITUTION[SEGMENTS.index(sound)][SEGMENTS.index(other)] / SCALE
            if price <= dearest:
                yield other, price
