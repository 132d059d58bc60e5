"""Where Lao letters stand in a text, and which of them write which syllable.

Transliteration leaves everything else as it is, byte for byte, so the Lao runs are found in the text as given, zero-width
characters inside included, and each run is cleaned by itself. :func:`syllables` is the public syllabification;
:func:`lao_runs` finds the runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
        run, placed = read_run(match[0])
        places = _places(match[0], run, placed)
        for syllable, start, end in placed:
            if isinstance(syllable, LaoSyllable):
                yield _Part(syllable, match.start() + places[start], match.start() + places[end])


def read_run(given: str) -> tuple[str, tuple[Placed, ...]]:
    """A run as given: cleaned, and its syllables with their places in the cleaned run."""
    run = clean(given)
    return run, syllables_of_run(run)


def _places(given: str, run: str, placed: Sequence[Placed]) -> list[int]:
    """For each place in a cleaned run the same place in the run as given.

    Cleaning moves marks, and drops what is doubled or invisible; the letters that marks stand on keep their order, and
    a syllable begins at one. So the letters that both sides share, counted from the start and from the end, are the
    same letters. Where that leaves a syllable without text, in a heap of doubled signs, the places are spread evenly.
    """
    if given == run:
        return list(range(len(given) + 1))
    known = dict(_shared(_letters(run), _letters(given), run, given))
    places = [0] * len(run) + [len(given)]
    following = len(given)
    for position in range(len(run) - 1, 0, -1):
        following = places[position] = known.get(position, following)
    if all(places[part.start] < places[part.end] for part in placed):
        return places
    return [position * len(given) // len(run) for position in range(len(run) + 1)]


def _shared(of_run: list[int], of_given: list[int], run: str, given: str) -> Iterator[tuple[int, int]]:
    """Places of the same letter in a cleaned run and in the run as given."""
    if len(of_run) == len(of_given):
        yield from zip(of_run, of_given, strict=True)
        return
    letters, letters_given = [run[place] for place in of_run], [given[place] for place in of_given]
    first = _alike(letters, letters_given)
    yield from zip(of_run[:first], of_given[:first], strict=True)
    last = _alike(letters[first:][::-1], letters_given[first:][::-1])
    yield from zip(of_run[len(of_run) - last :], of_given[len(of_given) - last :], strict=True)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many letters two sequences have alike from the start."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


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
