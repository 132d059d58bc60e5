"""The waist of the library: how a Lao name sounds, and how easily two sounds are confused in writing.

Every way of writing ends here, as a sequence of :class:`Syllable`; the matcher sees only :func:`segments` of them and
the prices of this module. Start with :data:`ONSETS`, :data:`NUCLEI` and :data:`CODAS` (the inventory of Vientiane Lao),
then :data:`SUBSTITUTION` and :func:`insertions` (the prices).

One unit of price is one plainly different consonant. Prices below one stand for habits that were seen: where a habit is
frequent the price is low. A price says nothing about how likely a name is; that is the decision's work.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

# Inventory of Vientiane Lao in IPA. Source: SPEC section 1 of the project's linguistic research (November 2026), checked
# there against 2,088 WikiPron transcriptions; /r/ survives in old spellings and in Latin ones (Borikhane, Saravane).
ONSETS = ("k", "kʰ", "ŋ", "tɕ", "s", "ɲ", "d", "t", "tʰ", "n", "b", "p", "pʰ", "f", "m", "j", "l", "r", "w", "h", "ʔ")
MONOPHTHONGS = ("a", "e", "ɛ", "i", "ɯ", "u", "o", "ɔ", "ɤ")
DIPHTHONGS = {"iə": ("i", "ə"), "ɯə": ("ɯ", "ə"), "uə": ("u", "ə")}
NUCLEI = (*MONOPHTHONGS, *DIPHTHONGS)
CODAS = ("k", "t", "p", "ŋ", "n", "m", "j", "w")
LENGTH = "ː"

VOWELS = frozenset((*MONOPHTHONGS, "ə"))
"""Vowel segments: the monophthongs, and the second half of a diphthong."""


class Syllable(NamedTuple):
    """One syllable: onset consonants, the vowel, a final consonant.

    Attributes:
        onset: one consonant, or two in a cluster; ``("ʔ",)`` or ``()`` where the syllable begins with its vowel.
        nucleus: one vowel, ``("aː",)`` or ``("uːə",)``; ``ː`` marks length.
        coda: one of :data:`CODAS`, or "".

    >>> str(Syllable(("kʰ",), ("a",), "m"))
    'kʰam'
    """

    onset: tuple[str, ...]
    nucleus: tuple[str, ...]
    coda: str = ""

    def __str__(self) -> str:
        return "".join((*self.onset, *self.nucleus, self.coda))


# --- Segments: syllables written flat ---------------------------------------------------------------------------------

CODA_MARK = "-"
"""A final consonant is a segment of its own kind: ``-n``. Final n and initial n are confused with different sounds."""

SEGMENTS = (*(o for o in ONSETS if o != "ʔ"), *MONOPHTHONGS, "ə", *(CODA_MARK + coda for coda in CODAS))
"""All segments; the place of one is its byte in an encoded sequence."""

# A final that the next onset repeats is not heard as two sounds, and is written once or twice at will: Sa(n)-na, At-ta-pu.
_ABSORBED = {
    "k": ("k", "kʰ"), "t": ("t", "tʰ", "d"), "p": ("p", "pʰ", "b"), "n": ("n", "ɲ"), "m": ("m",), "ŋ": ("ŋ",),
    "j": ("j", "ɲ"), "w": ("w",),
}  # fmt: skip


def segments(syllables: Sequence[Syllable]) -> tuple[str, ...]:
    """Syllables as one flat sequence of sounds: glottal onsets and length dropped, diphthongs in two halves.

    >>> segments([Syllable(("ʔ",), ("a",), "t"), Syllable(("t",), ("a",)), Syllable(("p",), ("ɯː",))])
    ('a', 't', 'a', 'p', 'ɯ')
    """
    return decode(encode_syllables(syllables))


def encode_syllables(syllables: Sequence[Syllable]) -> bytes:
    """The segments of syllables as bytes, one each: small, hashable, comparable by library code."""
    parts: list[bytes] = []
    last: _Flat | None = None
    for syllable in syllables:
        flat = _flat(syllable)
        if last is not None and last.coda and flat.onset not in last.absorbing:
            parts.append(last.coda)
        parts.append(flat.body)
        last = flat
    if last is not None and last.coda:
        parts.append(last.coda)
    return b"".join(parts)


class _Flat(NamedTuple):
    """A syllable as bytes: onset and vowel; final; the onset's first sound; onsets that absorb the final."""

    body: bytes
    coda: bytes
    onset: str
    absorbing: tuple[str, ...]


@lru_cache(maxsize=8192)
def _flat(syllable: Syllable) -> _Flat:
    sounds = [onset for onset in syllable.onset if onset != "ʔ"]
    for vowel in syllable.nucleus:
        quality = vowel.replace(LENGTH, "")
        sounds.extend(DIPHTHONGS.get(quality, (quality,)))
    coda = encode([CODA_MARK + syllable.coda]) if syllable.coda else b""
    return _Flat(encode(sounds), coda, "".join(syllable.onset[:1]), _ABSORBED.get(syllable.coda, ()))


_BYTE = {segment: index for index, segment in enumerate(SEGMENTS)}


def encode(sounds: Sequence[str]) -> bytes:
    """Segments as bytes, one each."""
    return bytes(_BYTE[sound] for sound in sounds)


def decode(code: bytes) -> tuple[str, ...]:
    """The inverse of :func:`encode`."""
    return tuple(SEGMENTS[byte] for byte in code)


# --- Prices of confusion ----------------------------------------------------------------------------------------------

SCALE = 1000
"""Prices are whole thousandths inside the library, so that sums are exact however they are computed."""

DIFFERENT_CONSONANT = 1150
DIFFERENT_VOWEL = 650
DIFFERENT_CLASS = 1200
"""Prices of two sounds that have nothing to do with each other."""

# How near two sounds are in the ears and on the keyboards of the writers, in thousandths.
# Source: spelling_patterns and the aligned evidence of the linguistic research, then the gazetteer's own spellings
# (November 2026): x = s 16, h dropped 15, ou = u 16, y = i 9, e dropped 7, k = c 3, r = l 3, b = p 2, f = ph 1.
_CONFUSIONS: dict[str, dict[str, int]] = {
    "k": {"kʰ": 300, "tɕ": 600, "h": 900},
    "kʰ": {"h": 600},
    "ŋ": {"ɲ": 500, "n": 400, "m": 600},
    "tɕ": {"s": 400, "t": 550, "d": 600, "j": 500, "tʰ": 600},
    "s": {"tʰ": 600, "t": 600},
    "ɲ": {"j": 200, "n": 350},
    "d": {"t": 300, "tʰ": 550, "j": 400, "l": 600},
    "t": {"tʰ": 300},
    "n": {"l": 500, "r": 600, "m": 600},
    "b": {"p": 300, "pʰ": 600, "w": 600},
    "p": {"pʰ": 300, "f": 500},
    "pʰ": {"f": 100},
    "f": {"w": 600},
    "l": {"r": 150, "h": 600},
    "r": {"h": 500},
    "a": {"ə": 200, "ɤ": 400, "ɔ": 400, "o": 450, "ɛ": 350, "e": 500, "i": 600, "u": 550, "ɯ": 500},
    "ɛ": {"e": 40, "i": 450, "ə": 250, "ɤ": 400, "ɯ": 450},
    "e": {"i": 350, "ə": 250, "ɤ": 300, "ɯ": 400},
    "i": {"ə": 350, "ɯ": 400, "ɤ": 450},
    "ɯ": {"ɤ": 120, "u": 150, "ə": 300, "o": 450},
    "u": {"o": 300, "ɔ": 330, "ɤ": 280, "ə": 350},
    "o": {"ɔ": 20, "ɤ": 380, "ə": 350},
    "ɔ": {"ɤ": 380, "ə": 350},
    "ɤ": {"ə": 120},
    "-k": {"-t": 300, "-p": 450, "k": 100, "kʰ": 250},
    "-t": {"-p": 400, "t": 100, "tʰ": 250, "d": 250, "s": 450},
    "-p": {"p": 100, "pʰ": 250, "b": 250, "f": 300},
    "-ŋ": {"-n": 300, "-m": 500, "ŋ": 100},
    "-n": {"-m": 450, "n": 100, "ɲ": 250, "l": 350},
    "-m": {"m": 100},
    "-j": {"j": 100, "i": 150, "ə": 300, "e": 250, "ɛ": 300, "ɲ": 300},
    "-w": {"w": 100, "u": 150, "o": 150, "ɔ": 200, "ə": 300},
    "w": {"u": 180, "o": 250, "ɔ": 250},
    "j": {"i": 180},
}

# What a sound costs that only one side has, by where it stands.
_VOWEL_BESIDE_VOWEL = 200
_VOWEL = 400
_CONSONANT = 950
_DROPPABLE = {
    "h": 450, "j": 550, "w": 550, "r": 350,
    "-j": 300, "-w": 300, "-n": 550, "-ŋ": 650, "-t": 550, "-k": 600, "-p": 600, "-m": 700,
}  # fmt: skip
_LIQUID_IN_CLUSTER = 200


def _symmetric() -> list[list[int]]:
    """The price of taking each segment for each other one, by their bytes."""

    def unrelated(one: str, other: str) -> int:
        if one == other:
            return 0
        if (one in VOWELS) != (other in VOWELS):
            return DIFFERENT_CLASS
        return DIFFERENT_VOWEL if one in VOWELS else DIFFERENT_CONSONANT

    table = [[unrelated(one, other) for other in SEGMENTS] for one in SEGMENTS]
    for one, others in _CONFUSIONS.items():
        for other, price in others.items():
            table[_BYTE[one]][_BYTE[other]] = table[_BYTE[other]][_BYTE[one]] = price
    return table


SUBSTITUTION = _symmetric()
"""``SUBSTITUTION[a][b]``: price in thousandths of hearing segment a for segment b, by their bytes; symmetric."""


@lru_cache(maxsize=16384)
def insertions(code: bytes) -> tuple[int, ...]:
    """The price, in thousandths, of each sound of a sequence where the other side lacks it.

    >>> insertions(encode(["p", "r", "a", "-ŋ"]))  # the r of a cluster is easily lost
    (950, 200, 400, 650)
    """
    return tuple([_insertion(code, place) for place in range(len(code))])


_IS_VOWEL = [segment in VOWELS for segment in SEGMENTS]
_OWN_PRICE = [_VOWEL if segment in VOWELS else _DROPPABLE.get(segment, _CONSONANT) for segment in SEGMENTS]
_LIQUIDS = frozenset((_BYTE["l"], _BYTE["r"]))
_STOPS = frozenset(_BYTE[stop] for stop in ("p", "pʰ", "k", "kʰ", "t", "tʰ"))


def _insertion(code: bytes, place: int) -> int:
    byte = code[place]
    if _IS_VOWEL[byte]:
        beside = (place > 0 and _IS_VOWEL[code[place - 1]]) or (place + 1 < len(code) and _IS_VOWEL[code[place + 1]])
        return _VOWEL_BESIDE_VOWEL if beside else _VOWEL
    if byte in _LIQUIDS and place > 0 and code[place - 1] in _STOPS:
        return _LIQUID_IN_CLUSTER
    return _OWN_PRICE[byte]


# --- Syllables ---------------------------------------------------------------------------------------------------------

@lru_cache(maxsize=16384)
def syllables_in(code: bytes) -> int:
    """How many syllables an encoded sequence has: runs of vowels.

    >>> syllables_in(encode(["w", "i", "ə", "-ŋ", "tɕ", "a", "-n"]))
    2
    """
    return sum(_IS_VOWEL[code[place]] and not (place and _IS_VOWEL[code[place - 1]]) for place in range(len(code)))


# --- Classes of sounds ------------------------------------------------------------------------------------------------

# Sounds that are cheap to confuse share a letter; a plain comparison of such strings comes near the weighted one.
_CLASSES = {
    "K": ("k", "kʰ", "-k"), "G": ("ŋ",), "N": ("n", "-n", "-ŋ", "ɲ"), "C": ("tɕ",), "S": ("s",), "T": ("t", "tʰ", "d", "-t"),
    "P": ("p", "pʰ", "b", "f", "-p"), "M": ("m", "-m"), "J": ("j",), "L": ("l", "r"), "W": ("w",), "H": ("h",),
    "a": ("a", "ə", "ɛ", "e"), "o": ("o", "ɔ", "u", "-w"), "y": ("ɯ", "ɤ"), "i": ("i", "-j"),
}  # fmt: skip
_CLASS_OF = bytes.maketrans(
    bytes(_BYTE[segment] for members in _CLASSES.values() for segment in members),
    "".join(letter * len(members) for letter, members in _CLASSES.items()).encode(),
)


def classes(code: bytes) -> str:
    """An encoded sequence as a string of sound classes, for quick comparison.

    >>> classes(encode(["k", "a", "-m"])) == classes(encode(["kʰ", "ə", "m"]))
    True
    """
    return code.translate(_CLASS_OF).decode("ascii")
