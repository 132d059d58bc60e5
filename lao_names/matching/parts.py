"""Given and family names in the names of persons, where a spelling does not show them plainly.

Latin and Lao spellings have a space between the two. Vietnamese ones are often written syllable by syllable ("Kông Chăn Xay
Păn Nha"); then another spelling of the same person says where the given name ends, or, where there is none, the likely
borders are all taken. Start with :func:`called`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from lao_names.matching.alignment import cost
from lao_names.matching.clipping import syllable_ends
from lao_names.matching.spelling import Sound, spell

SHORTEST_CALLED = 4
"""Sounds of the shortest part that somebody with a title is called by, and two syllables: Pany, Bounma; not Kham, Thong."""

LIKELY = (2, 3)
"""Syllables of most given names."""

FEWEST_SYLLABLES = 4
"""Syllables of the shortest name in syllables of which one may be left out: two for each name."""

Border = tuple[Sound, Sound]
"""A given and a family name as they sound."""


def called(names: Sequence[str]) -> Iterator[tuple[int, str]]:
    """What a person may be called by with a title before it: parts of each of the spellings, with the spelling's number.

    >>> [part for _, part in called(["Pany Yathotou"])]
    ['Pany', 'Yathotou']
    >>> [part for _, part in called(["Kông Chăn Xay Păn Nha", "Kongchanh Xaypannha"])]
    ['Kông Chăn', 'Xay Păn Nha', 'Kongchanh', 'Xaypannha']
    >>> [part for _, part in called(["Khăm Ban Phôm Mạ Ni Vông"])]
    ['Khăm Ban', 'Phôm Mạ Ni Vông', 'Khăm Ban Phôm', 'Mạ Ni Vông']
    """
    spellings = [name.split() for name in names]
    shown = [border for words in spellings if (border := _border(words)) is not None]
    for number, words in enumerate(spellings):
        for part in _parts(words, shown):
            if any(_is_long_enough(sound.code) for sound in spell(part).sounds):
                yield number, part


def sounds_of_given_name(name: str) -> int:
    """How many sounds of a name are the given name, where a syllable may be left out and two names still be heard.

    All, where a name in syllables does not show where it ends; 0 where the given or the family name is one syllable, or
    there is one name only.

    >>> sounds_of_given_name("Pany Yathotou"), sounds_of_given_name("Kong Le"), sounds_of_given_name("Souphanouvong")
    (4, 0, 0)
    """
    words = name.split()
    if border := _border(words):
        given, family = (sound.code for sound in border)
        return len(given) if len(syllable_ends(given)) > 1 and len(syllable_ends(family)) > 1 else 0
    sounds = spell(name).sounds if len(name.replace("-", " ").split()) >= FEWEST_SYLLABLES else ()
    return len(sounds[0].code) if sounds else 0


def _is_long_enough(code: bytes) -> bool:
    """Whether a reading says enough: two syllables, and no fewer sounds than :data:`SHORTEST_CALLED`."""
    return len(code) >= SHORTEST_CALLED and len(syllable_ends(code)) > 1


def _parts(words: Sequence[str], shown: Sequence[Border]) -> Iterator[str]:
    """Given and family names of one spelling, by the borders that the spellings of the person show."""
    if len(words) != 2:
        words = " ".join(words).replace("-", " ").split()
    for end in _ends(words, shown):
        yield from (" ".join(words[:end]), " ".join(words[end:]))


def _ends(words: Sequence[str], shown: Sequence[Border]) -> Sequence[int]:
    """How many words may be the given name: one answer where it is known, else the likely ones."""
    if len(words) == 2:
        return (1,)
    possible = range(1, len(words))
    if not shown:
        return [end for end in LIKELY if len(words) >= 2 * end - 1]
    return [min(possible, key=lambda end: _unlike(words, end, shown))] if possible else ()


def _unlike(words: Sequence[str], end: int, shown: Sequence[Border]) -> int:
    """How unlike the two parts sound to those of the nearest border that is shown."""
    given, family = spell(" ".join(words[:end])).sounds, spell(" ".join(words[end:])).sounds
    if not (given and family):
        return sys.maxsize
    return min(cost(given[0].code, one.code) + cost(family[0].code, other.code) for one, other in shown)


def _border(words: Sequence[str]) -> Border | None:
    """Given and family name as they sound, where a spelling is two words."""
    if len(words) != 2:
        return None
    given, family = (spell(word).sounds for word in words)
    return (given[0], family[0]) if given and family else None
