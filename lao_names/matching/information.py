"""How much a name says, and how much it is written like a Lao one: surprisals of its sounds and letters, in bits.

Two matching consonants prove nothing, eight prove a lot; and "Muang", "Xay", "Vong" prove less than rarer syllables, since
half the names of the country hold them. A trigram model of sounds, counted over the names of the gazetteer, measures both.
Another one of letters, counted over its spellings, tells what no writer of Lao spells so: "training" sounds like Tran Ninh.
The counts are fixed tables, so that adding an entity to a gazetteer changes no other answer; ``benchmarks/calibrate.py
--counts`` makes them anew.
"""

from __future__ import annotations

import math
import os
from functools import cached_property, lru_cache

DATA = os.path.join(os.path.dirname(__file__), "data")
EDGE = 0xFF
"""Stands before and after a name in the counts."""

USUAL_LETTERS = 3.0
"""Bits of a letter up to which a spelling is written as Lao names are: three quarters of the listed ones are, each measured
without itself, and hardly any English word."""


class Trigrams(dict[tuple[int, int, int], float]):
    """Bits of the last of three signs after the other two. Names are new, their threes of signs recur.

    The probability of a sign is mixed from trigrams, bigrams and single signs (Witten and Bell 1991).

    Args:
        table: file of counts: signs in hexadecimal, tab, how often they stand in a row.
        kinds: how many signs compete where nothing is known.
    """

    def __init__(self, table: str, kinds: float) -> None:
        self.table, self._kinds = os.path.join(DATA, table), kinds

    @cached_property
    def counts(self) -> dict[bytes, int]:
        """Counts of one to three signs in a row."""
        with open(self.table, encoding="ascii") as file:
            rows = [line.split("\t") for line in file.read().splitlines() if not line.startswith("#")]
        return {bytes.fromhex(written): int(number) for written, number in rows}

    @cached_property
    def _contexts(self) -> dict[bytes, tuple[int, int]]:
        """For each context, how often it was seen and before how many signs."""
        return contexts_of(self.counts)

    def surprisal(self, code: bytes) -> float:
        """Bits of all signs of a name."""
        padded = bytes((EDGE, EDGE)) + code
        return sum(map(self.__getitem__, zip(padded, padded[1:], code, strict=False)), 0.0)

    def __missing__(self, signs: tuple[int, int, int]) -> float:
        self[signs] = bits = -math.log2(mixed(bytes(signs), self.counts, self._contexts, self._kinds))
        return bits


def contexts_of(counts: dict[bytes, int]) -> dict[bytes, tuple[int, int]]:
    """For each beginning of the counted rows of signs, how often it was seen and before how many signs."""
    contexts: dict[bytes, tuple[int, int]] = {}
    for gram, count in counts.items():
        before, kinds = contexts.get(gram[:-1], (0, 0))
        contexts[gram[:-1]] = (before + count, kinds + 1)
    return contexts


def mixed(trigram: bytes, counts: dict[bytes, int], contexts: dict[bytes, tuple[int, int]], kinds: float) -> float:
    """Probability of the last of three signs after the other two."""
    probability = 1 / kinds
    for order in (0, 1, 2):
        seen = contexts.get(trigram[2 - order : 2])
        if seen is None or not seen[0]:
            break
        count, different = seen
        probability = (counts.get(trigram[2 - order :], 0) + different * probability) / (count + different)
    return probability


SOUNDS = Trigrams("sound_trigrams.tsv", 40.0)
"""Sounds of the names that are shown; about forty compete where nothing is known."""

LETTERS = Trigrams("letter_trigrams.tsv", 27.0)
"""Letters without marks of the Latin spellings, a to z and the end."""


@lru_cache(maxsize=16384)
def bits(code: bytes) -> float:
    """Surprisal of an encoded sequence of sounds among Lao names, in bits."""
    return SOUNDS.surprisal(code)


def oddness(letters: str) -> float:
    """Bits of a letter above :data:`USUAL_LETTERS`: how little a spelling in Latin letters is written like a Lao name; >= 0.

    >>> oddness("phonsavanh")
    0.0
    >>> oddness("training") > 1
    True
    """
    code = coded_letters(letters)
    return max(0.0, LETTERS.surprisal(code) / len(code) - USUAL_LETTERS) if len(code) > 1 else 0.0


def coded_letters(letters: str) -> bytes:
    """Letters a to z with the end of the name, as :data:`LETTERS` counts them; nothing of another script."""
    return letters.encode("ascii", "ignore") + bytes((EDGE,))
