"""Words of running text: runs that begin with capital letters, the words around a place, where sentences begin and end.

A run is a sequence of words that begin with a capital letter, joined by spaces, hyphens, a dash or one line end:
"Đại tá Kông Chăn Xay Păn Nha" holds the runs "Đại" and "Kông Chăn Xay Păn Nha". All of this is looked at for every
capital letter of an article, so it is done by regular expressions over short stretches. Start with :data:`RUN`.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import lru_cache

from lao_names.matching.spelling import letters
from lao_names.orthography.unicode import clean

_CAPITALS = "".join(
    chr(code) for code in [*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00)]
    if chr(code).isupper() or chr(code).istitle()
)
_LETTER = r"[^\W\d_\u0e80-\u0eff]"
_MORE = rf"{_LETTER}*(?:'(?!s\b){_LETTER}+)*"
_CAPITALISED = rf"[{_CAPITALS}]{_MORE}"
_JOINT = r"(?: {0,3}-? {0,3}\n {0,3}| {1,3}(?:- {1,3})?|-)"
# d'Attapeu, L'Annam: the article is no part of the word.
RUN = re.compile(
    rf"(?<![^\W\d_])(?:[dDlLđĐ]'(?=[{_CAPITALS}]))?(?P<run>{_CAPITALISED}(?:{_JOINT}{_CAPITALISED}|-\n?{_LETTER}{_MORE})*)"
)
WORD = re.compile(rf"{_LETTER}(?:{_MORE})")
LOWER = re.compile(rf" {{1,3}}({_LETTER}{{1,8}})(?![^\W\d_])")
LOOK_BACK = 72
"""Characters before a run in which a phrase that announces it is looked for."""

LOOK_AHEAD = 48

_TO_NAME = re.compile(r"[\s\"“”„«(\[:'‘’*_#-]{0,6}$|\.[ \n]?$")
_BETWEEN = re.compile(r"(?: {0,3}\n? {0,3}|['’]|-|/|\.[ ]?|, )$")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:;…»”\"“«(\[\n•*]|\d\.|[-–] )\s*$")
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[^\W\d_a-z])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a run: its place, its clean lower-case text, its letters, and what stands before it."""

    start: int
    end: int
    lower: str
    letters: str
    gap: str

    @property
    def after_border(self) -> bool:
        """Whether a line end or a spaced dash stands before it: a name may end there, or go on."""
        return "\n" in self.gap or " -" in self.gap or "- " in self.gap


@lru_cache(maxsize=1 << 16)
def seen(word: str) -> tuple[str, str]:
    """A word in lower case, cleaned, and its letters."""
    lower = clean(word).lower()
    return lower, letters(lower)


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words of a stretch."""
    found: list[Token] = []
    last = start
    for word in WORD.finditer(text, start, end):
        lower, plain = seen(sys.intern(word[0]))
        if plain:
            found.append(Token(word.start(), word.end(), lower, plain, text[last : word.start()]))
            last = word.end()
    return found


def context_before(text: str, place: int) -> list[str]:
    """The last words before a place, lower case, as far as they stand in one phrase with it."""
    begin = max(0, place - LOOK_BACK)
    words = list(WORD.finditer(text, begin, place))
    if begin and words and words[0].start() == begin:
        words.pop(0)
    found: list[str] = []
    after = place
    for word in reversed(words):
        gap = text[word.end() : after]
        if not (_BETWEEN if found else _TO_NAME).match(gap) or ("." in gap and word.end() - word.start() > 5):
            break
        found.append(word[0].lower())
        after = word.start()
    found.reverse()
    return found


def context_after(text: str, place: int) -> list[str]:
    """The first words after a place, lower case, as far as they stand in one phrase with it."""
    found: list[str] = []
    last = place
    for word in WORD.finditer(text, place, place + LOOK_AHEAD):
        if not _BETWEEN.match(text[last : word.start()].strip("\"”»'’")) or "," in text[last : word.start()]:
            break
        found.append(word[0].lower())
        last = word.end()
    return found


def opens_sentence(text: str, place: int) -> bool:
    """Whether a place is the beginning of a sentence, a line or a quotation."""
    return _OPENS_SENTENCE.search(text, max(0, place - 12), place) is not None or place == 0


def same_sentence(text: str, start: int, end: int) -> bool:
    """Whether two places stand in one sentence."""
    return end - start <= 600 and _SENTENCE_END.search(text, start, end) is None
