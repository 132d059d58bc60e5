"""The likeliest spellings of a name that is known by its sound.

A writer chooses a style for the whole name, then letters for each onset and rime; a name in which one sound is spelled in
two ways is rarer than its parts say. The best sequences of choices come from a beam search; spellings of the same letters
from different styles are one spelling, their chances add up. Start with :func:`generated`.
"""

from __future__ import annotations

import heapq
import math
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from lao_names.phonology import Syllable
from lao_names.spelling.habits import MIXES
from lao_names.spelling.model import Habits, Unit, units_of

BEAM = 200
"""Spellings kept while a name is built, per style."""

CHOICES = 9
LEAST_CHANCE = 0.004
"""Choices tried per unit: the likeliest nine, those above this chance."""

INCONSISTENT = 0.35
"""What a name is worth less for each sound that it spells in one more way."""

COPIED = 0.12
"""The chance that a known Latin spelling of the name is copied as it stands."""

WITH_MUONG = {"mường": 0.38, "muang": 0.07, "mương": 0.05}
"""The chance that a district with a short name is written with the word for district: Mường Khoa for ຂວາ."""

SHORT = 2
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))


class Generated(NamedTuple):
    """A spelling and the chance that a writer would choose it, spacing and tone marks aside."""

    text: str
    probability: float


def letters_key(text: str) -> str:
    """What two spellings share that differ in case, tones, spaces and punctuation only.

    >>> letters_key("Bô-ly Khăm Xáy") == letters_key("bôlykhămxay")
    True
    """
    toneless = unicodedata.normalize("NFD", text.casefold()).translate(_TONES)
    return "".join(letter for letter in unicodedata.normalize("NFC", toneless) if letter.isalpha())


def generated(
    words: Sequence[Sequence[Syllable]],
    orthography: str,
    habits: Habits,
    *,
    copies: Collection[str] = (),
    is_district: bool = False,
    hyphenated: bool = False,
) -> list[Generated]:
    """Spellings of a name, likeliest first.

    Args:
        words: the syllables of each word.
        orthography: a key of :data:`~lao_names.spelling.habits.MIXES`.
        habits: the counts to follow.
        copies: Latin spellings that are known.
        is_district: whether the word for district may stand before it.
        hyphenated: whether Vietnamese syllables are joined by hyphens, as in names of persons.
    """
    chances: defaultdict[str, float] = defaultdict(float)
    texts: dict[str, tuple[float, str]] = {}

    def add(text: str, chance: float) -> None:
        key = letters_key(text)
        chances[key] += chance
        texts[key] = max(texts.get(key, (0.0, text)), (chance, text))

    for style, share in MIXES[orthography].items():
        between = ("-" if hyphenated else " ") if style == "respelled" else ""
        for chance, syllables in _best(words, style, habits):
            add(_written(words, syllables, between), share * chance)
    for copy in sorted(copies):
        add(copy, COPIED / len(copies))
    if is_district and orthography == "vietnamese" and sum(map(len, words)) <= SHORT:
        for key, chance in list(chances.items()):
            for word, share in () if key.startswith(tuple(WITH_MUONG)) else WITH_MUONG.items():
                add(f"{word.capitalize()} {texts[key][1]}", chance * share)
    whole = max(sum(chances.values()), 1.0)
    ranked = sorted(chances.items(), key=lambda item: (-item[1], item[0]))
    return [Generated(texts[key][1], chance / whole) for key, chance in ranked]


def _best(words: Sequence[Sequence[Syllable]], style: str, habits: Habits) -> list[tuple[float, list[str]]]:
    """The likeliest spellings in one style: chance, and the letters of each syllable."""
    units = units_of([syllable for word in words for syllable in word])
    beam: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for unit in units:
        likeliest = habits.letters_for(style, unit)[:CHOICES]
        choices = [(letters, math.log(chance)) for letters, chance in likeliest if chance > LEAST_CHANCE]
        beam = heapq.nlargest(
            BEAM, ((cost + more, (*letters, next_)) for cost, letters in beam for next_, more in choices)
        )
    spelled = []
    for cost, letters in beam:
        chance = math.exp(cost) * INCONSISTENT ** _inconsistencies(units, letters)
        syllables = [onset + rime for onset, rime in zip(letters[::2], letters[1::2], strict=True)]
        spelled.append((chance, [_initial(syllable) for syllable in syllables]))
    return spelled


def _inconsistencies(units: Sequence[Unit], letters: Sequence[str]) -> int:
    ways: defaultdict[str, set[str]] = defaultdict(set)
    for unit, choice in zip(units, letters, strict=True):
        ways[unit.sound.replace("ː", "").removeprefix("j.")].add(choice)
    return sum(len(choices) - 1 for choices in ways.values())


def _initial(syllable: str) -> str:
    """A syllable that begins with iê is written yê."""
    return "y" + syllable[1:] if syllable.startswith("iê") else syllable


def _written(words: Sequence[Sequence[Syllable]], syllables: Sequence[str], between: str) -> str:
    """Words with capitals: every syllable where they are spaced, else the first."""
    written, start = [], 0
    for word in words:
        parts = syllables[start : start + len(word)]
        start += len(word)
        if between == " ":
            written.append(" ".join(part.capitalize() for part in parts))
        else:
            written.append(between.join(parts).capitalize())
    return " ".join(written)
