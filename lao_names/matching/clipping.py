"""Names of persons of which a syllable is left out: Samone Chanyalath for Chansamone Chanyalath.

The unstressed first syllable of a given name, or of a long family name, is lost in speech and in notes made of it. Such a
spelling is found all the same, as the nearest name; but by the price of its sounds it would be another one. So it is also
compared with the form without that syllable (:func:`clipped_cost`), and what that is worth is evidence of its own
(:mod:`lao_names.matching.evidence`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from lao_names.matching.alignment import cost
from lao_names.phonology import CODA_MARK, SEGMENTS, VOWELS, insertions

SHORTEST_FAMILY = 3
"""Syllables of the shortest family name that may lose its first one: Phomvihane, not Phosy."""

LEAST_LOST = 0.3
"""How much lighter a spelling without a syllable is; only such ones are compared, to save time."""

LITTLE = 150
"""A syllable is left out if nothing stands for it, or sounds worth no more than this in thousandths: else it is heard."""

_IS_VOWEL = [segment in VOWELS for segment in SEGMENTS]
_IS_CODA = [segment.startswith(CODA_MARK) for segment in SEGMENTS]


class Clipped(NamedTuple):
    """A reading of a form without one of its syllables.

    Attributes:
        left: the sounds that are left.
        lost: the price of the others, in thousandths.
    """

    left: bytes
    lost: int


def clipped_cost(heard: bytes, form: bytes, given: int, whole: int) -> tuple[int, bytes] | None:
    """The price of taking a reading for that of a form without a syllable, and what is left of the form.

    Args:
        heard: the reading of the question.
        form: the reading of the form.
        given: how many of its sounds are the given name; all, where that is not known.
        whole: the price of the form with all syllables.

    Returns:
        None where the syllable is heard in the reading, be it as another one.
    """
    prices = [(cost(heard, one.left), one) for one in clipped(form, given)]
    return min([(price, one.left) for price, one in prices if price + one.lost <= whole + LITTLE], default=None)


@lru_cache(maxsize=4096)
def clipped(code: bytes, given: int) -> tuple[Clipped, ...]:
    """A reading without the first syllable of the given name, and without that of a long family name.

    >>> from lao_names.phonology import decode, encode
    >>> sounds = ["tɕ", "a", "-n", "s", "a", "m", "ɔ", "-n", "tɕ", "a", "-n", "ɲ", "a", "l", "a", "-t"]
    >>> for one in clipped(encode(sounds), given=8):
    ...     print("".join(decode(one.left)))
    samɔ-ntɕa-nɲala-t
    tɕa-nsamɔ-nɲala-t
    """
    ends = syllable_ends(code)
    losses = [(0, ends[0])] if len(ends) > 1 else []
    border = max((end for end in ends if end <= given), default=0)
    family = [end for end in ends if end > border]
    if border and len(family) >= SHORTEST_FAMILY:
        losses.append((border, family[0]))
    prices = insertions(code)
    return tuple(Clipped(code[:begin] + code[end:], sum(prices[begin:end])) for begin, end in losses)


def syllable_ends(code: bytes) -> tuple[int, ...]:
    """Where the syllables of a reading end: after their vowel, or after the final consonant that follows it.

    >>> from lao_names.phonology import encode
    >>> syllable_ends(encode(["tɕ", "a", "-n", "s", "a", "m", "u", "ə", "-n"]))
    (3, 5, 9)
    """
    goes_on = [*[_IS_VOWEL[following] or _IS_CODA[following] for following in code[1:]], False]
    ends = [_IS_CODA[sound] or (_IS_VOWEL[sound] and not more) for sound, more in zip(code, goes_on, strict=True)]
    return tuple([place for place, is_end in enumerate(ends, 1) if is_end])
