"""What can be known of one spelling by itself: its sounds, its letters, how much it says.

The same is computed for a surface form when the index is made and for a query when it comes, so that the two can be
compared. :func:`letters` and :func:`marked` are the orthographic side: what the writer did type counts, since different
names can sound alike.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from lao_names.orthography import readings_of_clean
from lao_names.orthography.later import pattern
from lao_names.orthography.unicode import SIGNED_SCRIPTS, clean
from lao_names.phonology import SCALE, insertions

_MARKS = pattern("[\u0300-\u036f]+")
_NOT_LETTERS = pattern(r"[\W\d_]+")
_NOT_SCRIPT = pattern(rf"(?:[^\w\u0e80-\u0eff{SIGNED_SCRIPTS}]|[\d_])+")
_LATIN = pattern("[a-z]")
_LAO = pattern("[\u0e80-\u0eff]")


class Sound(NamedTuple):
    """One reading, ready to be compared: its encoded segments and their weight (the price of losing all of them)."""

    code: bytes
    weight: float


_FIRST_PRINTED = 48
_PRINTED = bytes((code + _FIRST_PRINTED) % 256 for code in range(256))
_UNPRINTED = bytes((code - _FIRST_PRINTED) % 256 for code in range(256))


def printed(code: bytes) -> str:
    """An encoded sequence as letters and digits of ASCII, for JSON: control characters would take six bytes each.

    >>> printed(bytes([0, 20]))
    '0D'
    """
    return code.translate(_PRINTED).decode("ascii")


def unprinted(text: str) -> bytes:
    """The inverse of :func:`printed`."""
    return text.encode("ascii").translate(_UNPRINTED)


class Spelling(NamedTuple):
    """A name without the words around it.

    Attributes:
        text: clean text.
        sounds: how it may sound, the usual one first; () where nothing can be read.
        letters: its letters alone, lower case, without marks.
        marked: its letters alone, lower case, with marks; equal to ``letters`` where it has none.
        is_latin: whether it is written in Latin letters.
    """

    text: str
    sounds: tuple[Sound, ...]
    letters: str
    marked: str
    is_latin: bool

    @property
    def is_foreign(self) -> bool:
        """Whether it is written in neither Latin nor Lao letters."""
        return not self.is_latin and _LAO.search(self.text) is None


def spell(text: str) -> Spelling:
    """The comparable side of a text that is already clean and without words around the name."""
    sounds = tuple([Sound(reading.code, weight(reading.code)) for reading in readings_of_clean(text)])
    bare = letters(text)
    return Spelling(text, sounds, bare, bare if text.isascii() else marked(text), _LATIN.match(bare) is not None)


def weight(code: bytes) -> float:
    """The price of all sounds of a sequence: how long it is, counted in consonants."""
    return sum(insertions(code)) / SCALE


LEAST_WEIGHT = 0.5
"""The weight that a name of hardly any sound is given, so that no cost is divided by nothing."""


def relative_cost(price: int, one: float, other: float) -> float:
    """A price in thousandths by the weight of the longer of two names."""
    return price / SCALE / max(one, other, LEAST_WEIGHT)


def letters(text: str) -> str:
    """Letters only, lower case, without marks, spaces, hyphens and digits; Lao digraphs (ໝ, ຫມ) in one spelling.

    >>> letters("Bô-ly-khăm Xay")
    'bolykhamxay'
    >>> letters("ນ້ຳພາວ")
    'ນ້ໍາພາວ'
    """
    if text.isascii():
        return _NOT_LETTERS.sub("", text.lower())
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text.lower())).replace("đ", "d")
    return _NOT_SCRIPT.sub("", bare) if not bare.isascii() else _NOT_LETTERS.sub("", bare)


def marked(text: str) -> str:
    """Letters only, lower case, marks kept (NFKC).

    >>> marked("Bô-ly-khăm Xay")
    'bôlykhămxay'
    """
    return _NOT_SCRIPT.sub("", unicodedata.normalize("NFKC", text.lower()))


def key(text: str) -> str:
    """The exact key of any text: two texts with one key are the same spelling.

    >>> key("  BÔ LY  KHĂM XAY ") == key("Bô Ly Khăm Xay")
    True
    """
    return " ".join(clean(text).casefold().split())
