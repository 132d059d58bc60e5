"""Any Unicode in, one canonical text out: what every reader of spellings does first.

The same name reaches us in NFC or NFD, with zero-width characters between the words, with a Cyrillic letter typed
among Latin ones, with the accent before the hat, with full-width letters or with four different byte sequences for
one Lao picture. :func:`clean` gives one text for all of them. It changes how the text is encoded, not how it is
spelled: letters, tone marks, capitals and word spaces stay.

Start with :func:`clean`; the tables are in :mod:`~lao_names.orthography.lookalikes`, the order of Lao signs in
:mod:`~lao_names.orthography.lao_codepoints`.
"""

from __future__ import annotations

import re
import unicodedata

from lao_names.errors import NotText
from lao_names.orthography import lao_codepoints
from lao_names.orthography.later import pattern
from lao_names.orthography.lookalikes import (
    APOSTROPHES,
    COMPATIBLE,
    CONTROLS,
    ETHS,
    HYPHENS,
    INVISIBLE,
    LINE_ENDS,
    SPACES,
    TO_LATIN,
)

LONGEST_RUN_OF_MARKS = 30
"""Non-starters kept after one letter (the bound of Unicode's stream-safe text, UAX 15): sorting more is quadratic."""

MOST_ROUNDS = 8
"""One repair can make another possible, so they run until nothing changes; real text needs one round and its proof."""

SIGNED_SCRIPTS = "\u0900-\u0dff\u0e00-\u0e7f\u0f00-\u109f\u1780-\u17ff"
"""Scripts whose vowels are signs, which are no letters to a regular expression: of India, Thai, Tibetan, Burmese, Khmer."""

_ORDINARY = pattern("[ -~ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúý]*")
"""ASCII and the composed letters of Vietnamese: nothing to repair but spaces."""

_COMPATIBLE = pattern(f"[{COMPATIBLE}]+")
_INVISIBLE = pattern(f"[{INVISIBLE}{CONTROLS}]+")
_SPACE = pattern(f"[{SPACES}]")
_LINE_END = pattern(f"\r\n|[{LINE_ENDS}]")
_HYPHEN = pattern(f"[{HYPHENS}]")
_APOSTROPHE = pattern(f"[{APOSTROPHES}]")
_MANY_MARKS = pattern(rf"[^\w\s\x21-\x7e]{{{LONGEST_RUN_OF_MARKS + 1},}}")

_SPACED_HYPHEN = pattern(r"(?<=[^\W\d_]) *- *(?=[^\W\d_])")
_RUN_OF_SPACE = pattern(r" {2,}")
_SPACE_AT_LINE_END = pattern(r"(?<! ) *\n *")

_CYRILLIC_OR_GREEK = pattern("[\u0370-\u052f]")
_LATIN = pattern("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_WORD = pattern(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'-])*")
_TO_LATIN = {ord(letter): latin for letter, latin in TO_LATIN.items()}
_ANY_ETH = "[" + "".join(ETHS) + "]"
_ETH = pattern(_ANY_ETH)
_INITIAL_ETH = pattern(f"(?:^|[-']){_ANY_ETH}")
_VIETNAMESE = pattern("[ăâêôơưĂÂÊÔƠƯđĐ\u1ea0-\u1ef9ìòùỳũĩ]")
_ICELANDIC = pattern("[þÞæÆöÖ]")
_CARON = pattern("[ǎǍ]|[aA]\u030c")
_PINYIN = pattern("[ěǐǒǔǚĚǏǑǓāēīōūĀĒĪŌŪ]")

_HATS = "\u0302\u0306"
_TONES_AND_HATS = pattern(f"[\u0300\u0301\u0303\u0309{_HATS}]{{2,}}")
_HATS_AND_DOUBLES = pattern("[\u0302\u0306]|([\u0300-\u036f])\\1")
_DOUBLED_MARK = pattern("([\u0300-\u036f])\\1+")


def clean(text: str) -> str:
    """The canonical code points of a spelling: for matching, and to repair a column of names.

    Args:
        text: any text, lone surrogates included.

    Returns:
        NFC text without invisible characters; every space, hyphen and apostrophe the plain one; no space around a
        hyphen inside a name, none doubled, none at the ends; full-width letters folded; Cyrillic and Greek
        look-alikes in a Latin word, eth for đ and caron for breve replaced; Vietnamese accents and Lao signs in
        canonical order. Line breaks stay, as ``\\n``. Cleaning twice changes nothing.

    Raises:
        NotText: ``text`` is not a ``str``.

    >>> clean("Саy‑xỏn  Phôm – vi – hản\u200b")
    'Cay-xỏn Phôm-vi-hản'
    >>> clean("ຄໍາມ່ວນ") == "ຄຳມ່ວນ"
    True
    """
    if not isinstance(text, str):
        raise NotText(text)
    if text.isascii() or _ORDINARY.fullmatch(text):
        return _spaced(text)
    for _ in range(MOST_ROUNDS):
        cleaned = _vietnamese(_latin(_spaced(_composed(_visible(text)))))
        cleaned = unicodedata.normalize("NFC", lao_codepoints.repair(cleaned))
        if cleaned == text:
            break
        text = cleaned
    return text


def _visible(text: str) -> str:
    """Compatibility letters folded; invisible characters out; spaces, hyphens and apostrophes plain."""
    text = _COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _INVISIBLE.sub("", text)
    text = _LINE_END.sub("\n", text)
    text = _SPACE.sub(" ", text)
    return _APOSTROPHE.sub("'", _HYPHEN.sub("-", text))


def _composed(text: str) -> str:
    """NFC, after endless runs of combining marks are cut."""
    return unicodedata.normalize("NFC", _MANY_MARKS.sub(_cut_marks, text))


def _cut_marks(match: re.Match[str]) -> str:
    kept, marks = [], 0
    for character in match[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= LONGEST_RUN_OF_MARKS:
            kept.append(character)
    return "".join(kept)


def _latin(text: str) -> str:
    """Look-alikes of other scripts replaced in words that hold Latin letters and nothing else foreign."""
    return _WORD.sub(_latin_word, text) if _CYRILLIC_OR_GREEK.search(text) else text


def _latin_word(match: re.Match[str]) -> str:
    word = match[0]
    if not _LATIN.search(word):
        return word
    foreign = set(_CYRILLIC_OR_GREEK.findall(word))
    # One letter without a Latin twin: the word is truly mixed, and exchanging the others would hide that.
    return word.translate(_TO_LATIN) if foreign <= TO_LATIN.keys() else word


def _vietnamese(text: str) -> str:
    """Slips of Vietnamese typing and conversion: eth for đ, caron for breve, accent before hat, an accent twice."""
    if _CARON.search(text):
        text = _WORD.sub(_with_breve, text)
    if _HATS_AND_DOUBLES.search(text):
        text = _DOUBLED_MARK.sub(r"\1", unicodedata.normalize("NFD", text))
        text = unicodedata.normalize("NFC", _TONES_AND_HATS.sub(_hats_first, text))
    # Last, because the letters repaired above tell Vietnamese from Icelandic.
    return _WORD.sub(_with_d, text) if _ETH.search(text) else text


def _hats_first(match: re.Match[str]) -> str:
    """Circumflex and breve belong to the letter and come before its tone."""
    return "".join(sorted(dict.fromkeys(match[0]), key=lambda mark: mark not in _HATS))


def _with_d(match: re.Match[str]) -> str:
    """Eth as đ where a syllable begins with it, or among Vietnamese letters (Icelandic never begins a word with ð)."""
    word = match[0]
    meant = not _ICELANDIC.search(word) and (_VIETNAMESE.search(word) or _INITIAL_ETH.search(word))
    return _ETH.sub(lambda eth: ETHS[eth[0]], word) if meant else word


def _with_breve(match: re.Match[str]) -> str:
    """Caron on a as breve, unless other letters show that the word is pinyin."""
    word = match[0]
    if _PINYIN.search(word):
        return word
    return word.replace("ǎ", "ă").replace("Ǎ", "Ă").replace("a\u030c", "ă").replace("A\u030c", "Ă")


def _spaced(text: str) -> str:
    """One space between words, none at the ends or around the hyphens of a name."""
    if "\n" in text or "\r" in text or "\t" in text or not text.isprintable():
        text = _INVISIBLE.sub("", _SPACE.sub(" ", _LINE_END.sub("\n", text)))
        text = _SPACE_AT_LINE_END.sub("\n", text)
    if "  " in text:
        text = _RUN_OF_SPACE.sub(" ", text)
    if "-" in text:
        text = _SPACED_HYPHEN.sub("-", text)
    return text.strip(" \n")
