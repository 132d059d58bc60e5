"""How much a name says: the surprisal of its sounds, in bits.

Two matching consonants prove nothing, eight prove a lot; and "Muang", "Xay", "Vong" prove less than rarer syllables, since
half the names of the country hold them. A trigram model of sounds, counted over the names of the gazetteer, measures both.
The counts are a fixed table, so that adding an entity to a gazetteer changes no other answer; ``benchmarks/calibrate.py
--sounds`` makes it anew.
"""

from __future__ import annotations

import math
import os
from functools import cache, lru_cache

TABLE = os.path.join(os.path.dirname(__file__), "data", "sound_trigrams.tsv")
EDGE = 0xFF
"""Stands before and after a name in the counts."""

_SOUNDS = 40.0
"""How many sounds compete where nothing is known: about the size of the inventory."""


@lru_cache(maxsize=16384)
def bits(code: bytes) -> float:
    """Surprisal of an encoded sequence of sounds among Lao names, in bits."""
    padded = bytes((EDGE, EDGE)) + code
    return sum(map(_SURPRISALS.__getitem__, zip(padded, padded[1:], code, strict=False)), 0.0)


class _Surprisals(dict[tuple[int, int, int], float]):
    """Bits of the last of three sounds after the other two. Names are new, their threes of sounds recur.

    The probability of a sound is mixed from trigrams, bigrams and single sounds (Witten and Bell 1991).
    """

    def __missing__(self, sounds: tuple[int, int, int]) -> float:
        trigrams, contexts = _counts()
        trigram, probability = bytes(sounds), 1 / _SOUNDS
        for order in (0, 1, 2):
            seen = contexts.get(trigram[2 - order : 2])
            if seen is None:
                break
            count, kinds = seen
            probability = (trigrams.get(trigram[2 - order :], 0) + kinds * probability) / (count + kinds)
        self[sounds] = surprisal = -math.log2(probability)
        return surprisal


_SURPRISALS = _Surprisals()


@cache
def _counts() -> tuple[dict[bytes, int], dict[bytes, tuple[int, int]]]:
    """Counts of one to three sounds in a row; for each context, how often it was seen and before how many sounds."""
    grams: dict[bytes, int] = {}
    with open(TABLE, encoding="ascii") as file:
        lines = file.read().splitlines()
    for line in lines:
        if not line.startswith("#"):
            written, number = line.split("\t")
            grams[bytes.fromhex(written)] = int(number)
    contexts: dict[bytes, tuple[int, int]] = {}
    for gram, count in grams.items():
        before, kinds = contexts.get(gram[:-1], (0, 0))
        contexts[gram[:-1]] = (before + count, kinds + 1)
    return grams, contexts
