"""Which characters stand for which: invisible ones, spaces, hyphens, apostrophes, letters of other scripts.

Tables only; :mod:`lao_names.orthography.unicode` says when each is applied. A letter of another script is exchanged
only inside a word whose other letters show that a Latin letter was meant.

Sources: the Unicode Character Database 15 (general categories Cf, Zs, Pd) and the Latin part of its
``confusables.txt`` (UTS 39), kept to letters whose usual shapes agree; Vietnamese slips as seen in newspapers.
Written 2026-10.
"""

from __future__ import annotations

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u0600-\u0605\u06dd\u070f\u08e2"
    "\U000110bd\U000110cd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001-\U000e007f\U000e0100-\U000e01ef"
)
"""Format characters (Cf), variation selectors and fillers, as the inside of a regular expression's [ ]."""

CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
"""Control characters that are no white space."""

SPACES = "\t\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
LINE_ENDS = "\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
HYPHENS = "\u02d7\u058a\u05be\u1806\u2010-\u2015\u2043\u2212\u2e17\u2e1a\u2e3a\u2e3b\u301c\u3030\ufe31\ufe32\ufe58\ufe63"
APOSTROPHES = "\u02b9\u02bb-\u02bd\u02c8\u02ca\u02cb\u02f4\u055a\u05f3\u07f4\u07f5\u2018-\u201b\u2032\u2035\ua78b\ua78c"

COMPATIBLE = "\uff01-\uff9f\uffe0-\uffee\ufb00-\ufb06\u2100-\u214f\u2460-\u24ff\U0001d400-\U0001d7ff\U0001f100-\U0001f190"
"""Full-width forms, ligatures, letter-like and mathematical letters: their compatibility form (NFKC) is meant.

Not for all text: NFKC takes Lao U+0EB3 and U+0EDC apart, which is the wrong way.
"""

TO_LATIN = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјкорсухԁһԛԝҮүӏ" "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοναικυρχ",
        "ABESIJKMHOPCTYXaesijkopcyxdhqwYylABEZHIKMNOPTYXovaikupx",
        strict=True,
    )
)
"""Cyrillic and Greek letters that look like Latin ones."""

ETHS = {"\u00d0": "\u0110", "\u00f0": "\u0111", "\u0189": "\u0110", "\u0256": "\u0111"}
"""ETH and AFRICAN D, in some fonts drawn exactly as Vietnamese Đ đ."""
