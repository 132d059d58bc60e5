"""Where Lao letters stand in a text, and which of them write which syllable.

Transliteration leaves everything else as it is, byte for byte, so the Lao runs are found in the text as given, zero-width
characters inside included, and each run is cleaned by itself. :func:`syllables` is the public syllabification;
:func:`lao_runs` finds the runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lao_names.errors import NotText
from lao_names.orthography.lao import Placed, syllables_of_run
from lao_names.orthography.lao_codepoints import TONE_MARKS, VOWEL_SIGNS
from lao_names.orthography.lao_frames import LaoSyllable
from lao_names.orthography.lookalikes import INVISIBLE
from lao_names.orthography.unicode import clean

LAO_RUN = re.compile(f"[\u0e80-\u0eff](?:[\u0e80-\u0eff{INVISIBLE}]*[\u0e80-\u0eff])?(?: ?ໆ)*")
"""A run in a text as given: Lao characters, invisible ones between them, a repetition sign after a space."""

_MARKS = frozenset(VOWEL_SIGNS + TONE_MARKS + "\u0eba\u0ebc\u0ecc\u0ece")


class SpokenSyllable(NamedTuple):
    """One syllable of a Lao text.

    Attributes:
        onset: the initial consonant or cluster in IPA, ``kʰw``; ``ʔ`` where the syllable begins with its vowel.
        nucleus: the vowel in IPA, ``uːə``; ``ː`` marks length.
        coda: the final consonant in IPA, or "".
        tone: its name in Vientiane speech: rising, high, mid, high-falling, low-falling.
        span: where it stands in the text as given: start and end, in code points.
    """

    onset: str
    nucleus: str
    coda: str
    tone: str
    span: tuple[int, int]


def syllables(text: str) -> tuple[SpokenSyllable, ...]:
    """The syllables of the Lao script in a text.

    Args:
        text: any text; what is not Lao, or cannot be read, has no syllables.

    Raises:
        NotText: ``text`` is not a ``str``.

    >>> [syllable.onset + syllable.nucleus + syllable.coda for syllable in syllables("ບໍລິຄຳໄຊ")]
    ['bɔː', 'li', 'kʰam', 'saj']
    >>> syllables("ແຂວງ Xiêng")[0].span
    (0, 4)
    """
    if not isinstance(text, str):
        raise NotText(text)
    return tuple(_spoken(part.syllable, part.start, part.end) for part in _parts(text))


def _spoken(syllable: LaoSyllable, start: int, end: int) -> SpokenSyllable:
    return SpokenSyllable("".join(syllable.onset), syllable.nucleus, syllable.coda, syllable.tone, (start, end))


class _Part(NamedTuple):
    syllable: LaoSyllable
    start: int
    end: int


def _parts(text: str) -> Iterator[_Part]:
    for match in LAO_RUN.finditer(text):
        given = match[0]
        run = clean(given)
        places = _places(given, run)
        for placed in syllables_of_run(run):
            if isinstance(placed.syllable, LaoSyllable):
                start, end = match.start() + places[placed.start], match.start() + places[placed.end]
                yield _Part(placed.syllable, start, end)


def read_run(given: str) -> tuple[str, tuple[Placed, ...]]:
    """A run as given: cleaned, and its syllables with their places in the cleaned run."""
    run = clean(given)
    return run, syllables_of_run(run)


def _places(given: str, run: str) -> list[int]:
    """For each place in a cleaned run the same place in the run as given.

    Cleaning moves marks, and drops what is doubled or invisible; the letters that marks stand on keep their order. So
    the n-th such letter of one is the n-th of the other, and a syllable begins at one.
    """
    if given == run:
        return list(range(len(given) + 1))
    letters_given, letters_run = _letters(given), _letters(run)
    if len(letters_given) != len(letters_run):
        return [0] * len(run) + [len(given)]
    places = [0] * len(run) + [len(given)]
    known = dict(zip(letters_run, letters_given, strict=True))
    following = len(given)
    for position in range(len(run) - 1, -1, -1):
        following = places[position] = known.get(position, following)
    if letters_run and letters_run[0] == 0:
        places[0] = 0
    return places


def _letters(run: str) -> list[int]:
    """Places of the characters that are neither marks nor invisible, a doubled vowel letter counted once."""
    places: list[int] = []
    for position, character in enumerate(run):
        if character in _MARKS or (not "\u0e80" <= character <= "\u0eff" and not character.isascii()):
            continue
        is_doubled = bool(places) and character == run[places[-1]] and character in "ະາຳເແໂໃໄ"
        if not is_doubled:
            places.append(position)
    return places
