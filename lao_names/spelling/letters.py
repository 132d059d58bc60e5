"""What counts as the letters of a spelling, and in which style they are written.

Case, tones, spaces and punctuation tell two spellings of a name apart in print, but neither a search engine nor a habit
of writing does: they are set aside here, once, for everything in this package.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from lao_names.orthography.unicode import clean

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_MARKS = _TONES | dict.fromkeys(map(ord, "\u0302\u0306\u031b\u0304\u0307\u0308\u030c"))
_VIETNAMESE_MARKS = re.compile("[đĐ\u0302\u0306\u031b\u0309\u0323\u0303\u0300\u0301]")
VOWEL_LETTERS = "aăâeêioôơuưyéèïœæ"

LATIN = ("en", "und-Latn", "lo-Latn-BGN", "lo-Latn", "fr")
VIETNAMESE = ("vi", "vi-ascii")
"""Languages of surface forms."""


def letters_key(text: str) -> str:
    """What two spellings share that differ in case, tones, spaces and punctuation only.

    >>> letters_key("Bô-ly Khăm Xáy") == letters_key("bôlykhămxay")
    True
    """
    toneless = unicodedata.normalize("NFD", text.casefold()).translate(_TONES)
    return "".join(letter for letter in unicodedata.normalize("NFC", toneless) if letter.isalpha())


def bare(letters: str) -> str:
    """Letters without the marks that tell Vietnamese vowels apart, as writers without such a keyboard type them.

    >>> bare("đôngxươi")
    'dongxuoi'
    """
    if letters.isascii():
        return letters
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", letters).translate(_MARKS)).replace("đ", "d")


def vowel_of(rime: str) -> str:
    """The letters of a rime that are not its final.

    >>> vowel_of("oong"), vowel_of("ia")
    ('oo', 'ia')
    """
    return rime[: len(rime) - len(rime.lstrip(VOWEL_LETTERS))]


class Letters(NamedTuple):
    """A spelling as letters, and the places between them where a space or hyphen stood."""

    letters: str
    gaps: frozenset[int]


def parted(text: str) -> Letters:
    """The letters of a spelling, and where its writer parted them; what stands in brackets is no part of it.

    >>> parted("Bô-ly Khăm")
    Letters(letters='bôlykhăm', gaps=frozenset({2, 4}))
    """
    letters, gaps = "", set()
    for part in re.split(r"[^\w]+", clean(re.sub(r"\(.*?\)", "", text)).replace("_", " ")):
        gaps.add(len(letters))
        letters += letters_key(part)
    return Letters(letters, frozenset(gaps - {0, len(letters)}))


def style_of(text: str, language: str) -> str | None:
    """The style that a spelling witnesses in a language, None where it is no witness.

    >>> style_of("Xê Kông", "vi"), style_of("Sekong", "vi"), style_of("Sekong", "en")
    ('respelled', 'plain', 'english')
    """
    if language in VIETNAMESE:
        marked = _VIETNAMESE_MARKS.search(unicodedata.normalize("NFD", text))
        return "respelled" if marked else "plain"
    if language not in LATIN:
        return None
    return "french" if language == "fr" else "english"
