"""One code-point order for one picture of Lao text.

Lao keyboards and old converters write the same picture in several orders, and Unicode normal forms do not repair them:
Lao vowel signs have combining class 0 (except U+0EB8 and U+0EB9), and U+0EB3 (sign am) decomposes only under NFKC,
in the wrong direction. The canonical order here is: consonant, semivowel sign lo, virama, vowel sign, tone mark,
cancellation sign; then U+0EB2 or U+0EB3. Start with :func:`repair`.

Not repaired here: the two spellings of a digraph (U+0EAB U+0E99 and U+0EDC), because a word may hold U+0EAB and
U+0E99 as initial and final; the reader decides.

Sources: Unicode chart U+0E80 and its character names; slips counted in a list of 8,000 official village names (2026).
"""

from __future__ import annotations

import re

from lao_names.orthography.later import pattern

TONE_MARKS = "\u0ec8\u0ec9\u0eca\u0ecb"
VOWEL_SIGNS = "\u0eb1\u0eb4\u0eb5\u0eb6\u0eb7\u0eb8\u0eb9\u0ebb\u0ecd"
NIGGAHITA, AA, AM = "\u0ecd", "\u0eb2", "\u0eb3"

_RANK = {"\u0ebc": 0, "\u0eba": 1, "\u0ecc": 4, "\u0ece": 5}
_RANK.update(dict.fromkeys(VOWEL_SIGNS, 2))
_RANK.update(dict.fromkeys(TONE_MARKS, 3))
_MARK = "[" + "".join(_RANK) + "]"

_NEEDS_REPAIR = pattern(
    f"{_MARK}{{2}}|[{NIGGAHITA}]{AA}|[{AA}{AM}\u0ebd]{_MARK}|\u0ec0\u0ec0|([\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec4])\\1"
    f"|[\u0ed0-\u0ed9]|[\u0e80-\u0eff][\u0e30-\u0e39\u0e46-\u0e4d\u0e50-\u0e59]|[\u0e30-\u0e4d]{_MARK}"
)
_DOUBLED = pattern("([\u0eb0\u0eb2\u0eb3\u0ec1-\u0ec4])\\1+")
_THAI = "[\u0e30-\u0e39\u0e46\u0e48-\u0e4d\u0e50-\u0e59]+"
_THAI_SIGNS = pattern(f"(?<=[\u0e80-\u0eff]){_THAI}|{_THAI}(?={_MARK})")
_LETTERS = AA + AM + "\u0ebd"
_SIGNS = pattern(f"(?:{_MARK}|[{_LETTERS}])+")
_DIGITS = {0x0ED0 + digit: str(digit) for digit in range(10)}


def repair(text: str) -> str:
    """Put the signs of Lao text in canonical order; other text is left alone.

    Args:
        text: any text in NFC, without invisible characters.

    Returns:
        the same picture: sign am as one code point after the tone mark, vowel sign before tone mark, no doubled sign,
        two U+0EC0 as one U+0EC1, Lao digits as ASCII, Thai signs inside Lao words as the Lao ones.

    >>> repair("ນໍ້າ") == repair("ນ້ໍາ") == repair("ນຳ້") == "ນ້ຳ"
    True
    """
    if not _NEEDS_REPAIR.search(text):
        return text
    text = _THAI_SIGNS.sub(_lao_for_thai, text).replace("\u0ec0\u0ec0", "\u0ec1")
    text = _DOUBLED.sub(r"\1", text)
    return _DOUBLED.sub(r"\1", _SIGNS.sub(_ordered, text)).translate(_DIGITS)


def _lao_for_thai(match: re.Match[str]) -> str:
    """Thai vowel signs, tone marks and digits stand 0x80 below their Lao twins."""
    return "".join(chr(ord(sign) + 0x80) for sign in match[0])


def _ordered(match: re.Match[str]) -> str:
    """The signs after one consonant: marks sorted, each once, then the letters; niggahita with aa becomes am.

    A mark cannot stand on aa, am or the sign for ia: there it was typed too late.
    """
    signs = match[0]
    if len(signs) == 1:
        return signs
    marks = sorted({sign for sign in signs if sign in _RANK}, key=lambda mark: (_RANK[mark], signs.index(mark)))
    letters = "".join(sign for sign in signs if sign not in _RANK)
    if NIGGAHITA in marks and letters[:1] in (AA, AM):
        marks.remove(NIGGAHITA)
        letters = AM + letters[1:]
    return "".join(marks) + letters
