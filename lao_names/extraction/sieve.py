"""Runs in which no Lao name can be: nearly all capitalised words of a Vietnamese article; they must cost next to nothing.

:class:`Sieve` knows them by themselves (no listed name in them, none near, nothing announced), by being the first word of a
sentence, or by being part of a phrase around names (Công in "Giám đốc Công an tỉnh").
"""

from __future__ import annotations

import re
from functools import lru_cache

from lao_names.extraction.asking import Asker
from lao_names.extraction.cues import Cues
from lao_names.extraction.listed import Listed
from lao_names.extraction.tokens import LOWER, context_after, seen, tokens_of
from lao_names.matching.strangers import stranger_evidence

LONGEST_SYLLABLE, LONGEST_IN_A_CUE = 7, 24
"""Letters of the longest syllable that Vietnamese spells (nghiêng), and of the longest run inside a phrase around names."""

_SMALL_NEXT = re.compile(r"[ \n]{1,2}[^\W\d_A-Z]")

CUE_REACH = 6
"""Words on either side of a run that may make one phrase with it."""

LONGEST_KEPT = 200
MOST_KEPT = 50_000
"""Runs whose verdict is kept for the next texts."""


class Sieve:
    """Tells empty runs.

    Args:
        cues: the words around names.
        listed: the letters of the listed names.
        asker: who knows strangers.
    """

    def __init__(self, cues: Cues, listed: Listed, asker: Asker) -> None:
        self._cues, self._listed, self._asker = cues, listed, asker
        self._empty: dict[str, bool] = {}

    def is_any_word(self, text: str, start: int, run: str) -> bool:
        """Whether a run is one syllable before which nothing says that it is a name: the first word of any sentence."""
        if len(run) > LONGEST_SYLLABLE or not is_syllable(run):
            return False
        end = start + len(run)
        if text[end : end + 1] == "," or text.startswith((" and ", " và ", " et "), end):
            return False
        following = LOWER.match(text, end)
        if following and self._listed.may_begin(seen(run)[1] + seen(following[1])[1]):
            return False  # Luang prabang
        before = text[max(0, start - 14) : start].rstrip("\"“‘'« \n(")
        if not before:
            return True
        if before[-1] == "," or before.split()[-1].lower() in ("và", "and", "et"):
            return _SMALL_NEXT.match(text, end) is not None  # Công an, not a name of the list
        return not self._cues.ends_generic(before.split()[-1].lower())

    def is_in_a_cue(self, text: str, start: int, end: int, left: list[str]) -> bool:
        """Whether a short run stands inside a phrase of several words: Công in "Giám đốc Công an tỉnh"."""
        if end - start > LONGEST_IN_A_CUE or not _SMALL_NEXT.match(text, end):
            return False
        left = left[-CUE_REACH:]
        right = context_after(text, end)[:CUE_REACH]
        words = [*left, *(token.lower for token in tokens_of(text, start, end)), *right]
        return any(
            (cue := self._cues.at(words, place)) is not None and place + cue.length > len(words) - len(right)
            for place in range(len(left) + 1)
        )

    def is_empty(self, run: str) -> bool:
        """Whether a short run holds no listed name and resembles none: true of nearly all runs of an article."""
        empty = self._empty.get(run)
        if empty is None:
            if len(self._empty) > MOST_KEPT:
                self._empty.clear()
            tokens = tokens_of(run, 0, len(run))
            lowers = [token.lower for token in tokens]
            empty = (
                not tokens
                or (len(tokens) <= 5
                and not self._listed.windows([token.letters for token in tokens])
                and not any(self._cues.at(lowers, place) for place in range(len(lowers)))
                and not any(token.after_border for token in tokens)
                and not self._asker.is_worth_asking(run, announced=True)
                and (len(tokens) < 2 or not self._asker.is_worth_asking(run.split(None, 1)[-1], announced=True)))
            )
            if len(run) <= LONGEST_KEPT:
                self._empty[run] = empty
        return empty


@lru_cache(maxsize=1 << 14)
def is_syllable(word: str) -> bool:
    """Whether Vietnamese could spell a word as one syllable."""
    return stranger_evidence(word).all_vietnamese_syllables and " " not in word and "-" not in word
