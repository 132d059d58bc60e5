"""The text as it was given and the text that is read: NFC, without invisible characters, with the way back.

Offsets of mentions count code points of the text as given, in whatever normal form that is; names are looked for in
composed text. :func:`read` makes the one from the other and keeps, for each character, where it came from. Most text is
composed already: then nothing is copied and no map is kept.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

from lao_names.orthography.lookalikes import APOSTROPHES, COMPATIBLE, CONTROLS, HYPHENS, INVISIBLE, SPACES

LONGEST_RUN_OF_MARKS = 30
"""Combining marks read after one letter, as in :mod:`lao_names.orthography.unicode`; the rest are passed over."""

_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_ODD = re.compile(
    f"\r\n|[\r{INVISIBLE}{CONTROLS}{COMPATIBLE}{SPACES}{HYPHENS}{APOSTROPHES}]|.{_MARK}+|{_MARK}+", re.DOTALL
)
_SPACE, _HYPHEN, _APOSTROPHE = (re.compile(f"[{kind}]") for kind in (SPACES, HYPHENS, APOSTROPHES))
_UNSEEN = re.compile(f"[{INVISIBLE}{CONTROLS}]")


@dataclass(frozen=True, slots=True)
class Given:
    """A text ready to be read, with the way back.

    Attributes:
        original: the text as given.
        text: what is read.
        places: for each character of ``text`` and for its end, the place in ``original``; None where they are the same.
    """

    original: str
    text: str
    places: array[int] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original for a span of the text; invisible characters at its ends are left out."""
        if self.places is None:
            return start, end
        first, last = self.places[start], self.places[end]
        while last > first and _UNSEEN.match(self.original[last - 1]):
            last -= 1
        return first, last


def read(original: str) -> Given:
    """The text to be read.

    >>> given = read("Bo\\u0302 Ly")
    >>> given.text, given.span(0, 2)
    ('Bô Ly', (0, 3))
    """
    if original.isascii() and "\r" not in original and original.isprintable():
        return Given(original, original, None)
    pieces: list[str] = []
    places = array("q")
    same_length = True
    end = 0
    for odd in _ODD.finditer(original):
        text = _plain(odd[0])
        if odd.start() > end:
            pieces.append(original[end : odd.start()])
            places.extend(range(end, odd.start()))
        pieces.append(text)
        end = odd.end()
        if len(text) == end - odd.start():
            places.extend(range(odd.start(), end))
        else:
            same_length = False
            places.extend([odd.start()] * len(text))
    if not end:
        return Given(original, original, None)
    pieces.append(original[end:])
    if same_length:
        return Given(original, "".join(pieces), None)
    places.extend(range(end, len(original) + 1))
    return Given(original, "".join(pieces), places)


def _plain(odd: str) -> str:
    """One cluster that is not plain: composed, or the plain character that stands for it, or nothing."""
    if odd == "\r\n":
        return " \n"
    if len(odd) > 1:
        return unicodedata.normalize("NFC", odd[: LONGEST_RUN_OF_MARKS + 1])
    if _SPACE.match(odd):
        return " "
    if odd == "\r":
        return "\n"
    if _HYPHEN.match(odd):
        return "-"
    if _APOSTROPHE.match(odd):
        return "'"
    if _UNSEEN.match(odd):
        return ""
    return unicodedata.normalize("NFKC", odd)
