"""Latin letters into syllables: what Vietnamese respelling and romanization have in common.

Both write a syllable as onset letters, vowel letters, final letters; they differ in what the letters stand for. A
:class:`Habits` holds one set of such values. ``Habits.cuts`` takes a word apart into graphemes (``kh``, ``oua``), then
builds syllables the way Lao does: every vowel carries one, the last consonant before a vowel opens it, what stands before
that closes the syllable to its left. So the cut needs no dictionary.

Some letters can be cut in two ways (``Phonhong`` is pho-nhong or phon-hong); both are given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice, product
from typing import NamedTuple

from lao_names.orthography.later import pattern
from lao_names.phonology import Syllable

VOWEL_LETTERS = "aeiouyăâêôơưéèœæ"
MOST_CUTS = 3
LONGEST_WORD = 80
"""Letters of a word that are read; no name is longer, and the rest of a pasted page cannot stall the reader."""

BORDER = "'"
"""A syllable border that the writer marked, or that a second cut tries."""

_V = f"[{VOWEL_LETTERS}]"
# h after a nasal may open a syllable of its own (Phon-hong, Nong-het), ng may close one (Nong-o, Luang-arin), or be the end
# of one and the beginning of the next (Pan-gna). The first is possible for kh, ph and th too, but too rare to be worth a
# second reading.
_TWO_CUTS = pattern(rf"(?<={_V})(?:ng|n)(?=h{_V})|(?<={_V})ng(?={_V})|(?<={_V})n(?=gn{_V})")


class Vowel(NamedTuple):
    """What a run of vowel letters stands for: a glide that joins the onset, the nucleus, a glide that closes."""

    nucleus: str
    glide: str = ""
    before: tuple[str, ...] = ()


class Habits:
    """What the letters stand for in one way of writing.

    Args:
        onsets: letters -> phonemes where they open a syllable.
        vowels: letters -> the vowel; a run that is not listed is taken apart into listed ones, a syllable each.
        codas: letters -> the phoneme where they close a syllable, "" where they are silent there.
        respell: writes a word so that these letters suffice; each word is given to it by itself.
        other_habits: letters that another habit means differently, and what they are then: more readings of a word.
    """

    def __init__(
        self,
        onsets: Mapping[str, tuple[str, ...]],
        vowels: Mapping[str, Vowel],
        codas: Mapping[str, str],
        respell: Callable[[str], str],
        other_habits: Sequence[tuple[re.Pattern[str], str]] = (),
    ) -> None:
        self._onsets, self._vowels, self._codas, self._respell = onsets, vowels, codas, respell
        self._other_habits = other_habits
        # y between vowels, or before one at the beginning, is a consonant: Xa-ya-bou-ry, Yot Ou.
        glide = rf"(?:(?<={_V})|(?<![^\W\d_]))y(?=[{VOWEL_LETTERS.replace('y', '')}])"
        self._graphemes = pattern(
            rf"({glide}|{_consonants({*onsets, *codas} - {'y'})})|((?:(?!{glide}){_V})+)|{BORDER}"
        )
        self._vowel_pieces = pattern(_longest_first(vowels))
        # Spellings are new, their words are not: half the words of a new spelling were read before.
        self.cuts = lru_cache(maxsize=8192)(self._cuts)
        self._open = lru_cache(maxsize=8192)(self._opened)

    def _cuts(self, word: str) -> tuple[tuple[Syllable, ...], ...]:
        """The plausible cuts of a word into syllables, the usual one first, at most :data:`MOST_CUTS`.

        Args:
            word: lower-case letters without tone marks; an apostrophe is a border that the writer marked.
        """
        word = self._respell(word)[:LONGEST_WORD]
        cuts = [self._cut(word)]
        if "ng" in word or "nh" in word:
            for spot in islice(_TWO_CUTS.finditer(word), MOST_CUTS - 1):
                cuts.append(self._cut(word[: spot.end()] + BORDER + word[spot.end() :]))
        for letters, meant in self._other_habits:
            if (other := letters.sub(meant, word)) != word:
                cuts.append(self._cut(other))
        return tuple(dict.fromkeys(cuts))[:MOST_CUTS]

    def _cut(self, word: str) -> tuple[Syllable, ...]:
        syllables: list[Syllable] = []
        waiting: list[str] = []  # consonants since the last vowel
        for consonant, vowels in self._graphemes.findall(word):
            if not vowels:
                waiting.append(consonant or BORDER)
                continue
            syllables += self._open(self._settle(waiting, syllables) if waiting else (), vowels)
            waiting.clear()
        if waiting:
            self._settle([*waiting, BORDER], syllables)
        return tuple(syllables)

    def _settle(self, consonants: list[str], syllables: list[Syllable]) -> tuple[str, ...]:
        """Gives consonants between two vowels to the syllable on their left; returns the onset of the next."""
        if len(consonants) == 1:
            return self._onsets.get(consonants[0], ())
        *closing, opening = consonants
        onset = self._onsets.get(opening, ())
        if (opening == "r" or opening in "wv") and self._onsets.get(closing[-1], ("",))[0][0] in "pkt":
            onset = (*self._onsets[closing.pop()], *onset)  # a cluster: Pra-bang, Khwa
        for letters in closing:
            if letters == BORDER:
                continue
            if syllables and not syllables[-1].coda and syllables[-1].nucleus:
                syllables[-1] = Syllable(*syllables[-1][:2], self._codas.get(letters, ""))
            elif letters in self._onsets and (not syllables or self._codas.get(letters) != syllables[-1].coda):
                syllables.append(Syllable(self._onsets[letters], ()))  # its vowel was swallowed: Slavan, Svannakhet
        return onset

    def _opened(self, onset: tuple[str, ...], letters: str) -> tuple[Syllable, ...]:
        """The syllables that a run of vowel letters carries, still without a final."""
        runs = [letters] if letters in self._vowels else self._vowel_pieces.findall(letters)
        opened = []
        for run in runs:
            vowel = self._vowels[run]
            opened.append(Syllable(onset + vowel.before, (vowel.nucleus,), vowel.glide))
            onset = ()
        return tuple(opened)


def _longest_first(table: Mapping[str, object] | set[str]) -> str:
    return "|".join(map(re.escape, sorted(table, key=lambda key: (-len(key), key))))


def _consonants(table: set[str]) -> str:
    """Consonant graphemes; one that ends in a vowel letter is a consonant before a vowel only: ny in Many is n and i."""
    before_vowel = {letters for letters in table if letters[-1] in VOWEL_LETTERS and len(letters) > 1}
    return f"(?:{_longest_first(before_vowel)})(?={_V})|{_longest_first(table - before_vowel)}"


def combine(words: list[tuple[tuple[Syllable, ...], ...]]) -> tuple[tuple[Syllable, ...], ...]:
    """Readings of a whole name from the cuts of its words, the usual one first, at most :data:`MOST_CUTS`."""
    if all([len(cuts) == 1 for cuts in words]):
        return (tuple(chain.from_iterable([cuts[0] for cuts in words])),)
    wholes = (tuple(syllable for cut in choice for syllable in cut) for choice in product(*words))
    return tuple(dict.fromkeys(islice(wholes, MOST_CUTS)))
