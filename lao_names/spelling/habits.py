"""Which letters writers use for which Lao sound: every choice that was seen or is to be expected, without counts.

The counts (``counts.tsv``) say how often; these lists say what is possible at all, so that a sound that was seen twice
does not get two spellings only. :data:`STYLES` are the manners of writing between which a writer chooses once, for the
whole name.

Sources: the table of Vietnamese transcription habits and the informal Latin spellings ("karaoke", press, colonial French)
of the project's linguistic research, November 2026.
"""

from __future__ import annotations

from typing import NamedTuple

from lao_names import phonology


def _lists(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {sound: tuple(letters.split()) or ("",) for sound, letters in table.items()}


ONSETS = _lists(
    {
        "s": "x s z sh c ch", "k": "k c q g", "kʰ": "kh k c", "tɕ": "ch tch tj ti c tr gi j",
        "ɲ": "nh ny y gn gnh n nhi ni i d", "j": "y nh d gi i", "w": "v w u o", "l": "l r", "r": "r l", "ʔ": "",
        "d": "đ d", "p": "p b", "b": "b p", "pʰ": "ph p f", "t": "t đ d th", "tʰ": "th t", "h": "h",
        "ŋ": "ng ngh gn n nh", "f": "f ph", "m": "m", "n": "n l", "kw": "qu co cu ku kw kv ko kou",
        "kʰw": "kho khu khw khv qu khou kh",
    }
) | {"j.ɲ": ("", "nh", "y", "ny", "gn"), "j.j": ("", "y", "nh")}  # fmt: skip
SECONDS = {"w": ("u", "o", "w", "v", ""), "l": ("l", "r", ""), "r": ("r", "l", "")}

_IA, _UA, _UEA = "iê ia ie ê yê ea", "uô ua oua oa oo u ou uo", "ươ ưa eua ua ue oua uea uo eu"
NUCLEI = _lists(
    {
        "a": "a ă â u ar", "aː": "a ar ah aa", "i": "i y e ee", "iː": "i y ee e", "u": "u ou oo", "uː": "u ou oo",
        "ɯ": "ư u eu ue ơ", "ɯː": "ư u eu ue ơ", "e": "ê e é", "eː": "ê e é ay", "ɛ": "e ê è ae a eh",
        "ɛː": "e ê è ae ea a", "o": "ô o oh u", "oː": "ô o oh ou", "ɔ": "o ô oo or oh", "ɔː": "o ô oo or oh",
        "ɤ": "ơ ư eu oe er ur ue ân", "ɤː": "ơ ư eu oe er ue", "iə": _IA, "iːə": _IA, "uə": _UA, "uːə": _UA,
        "ɯə": _UEA, "ɯːə": _UEA,
    }
)  # fmt: skip
CODAS = _lists(
    {
        "": "", "k": "c k ch ck g kh", "t": "t d th ts", "p": "p b ph pe", "ŋ": "ng nh ngh n g",
        "n": "n nh ne nne nn", "m": "m me", "j": "i y ye", "w": "o u w v ou",
    }
)  # fmt: skip
WHOLE_RIMES = _lists({"aj": "ay ai ây ăy ei ie", "am": "ăm am âm um"})


class Style(NamedTuple):
    """A manner of writing.

    Attributes:
        scheme: the transliteration scheme whose choice is expected most where nothing was counted.
        letters: letters beyond a-z that it uses.
        kin: other styles whose counts count here too, and how much of them.
        parent: the style from which this one differs by fewer marks only; it has no counts of its own.
        keeps: of a style with a parent, the share of marked letters that keep their marks.
    """

    scheme: str
    letters: str
    kin: dict[str, float]
    parent: str = ""
    keeps: float = 1.0


STYLES = {
    "respelled": Style("vi", "ăâđêôơư", {"plain": 0.05, "english": 0.05}),
    "plain": Style("press", "", {"respelled": 0.05, "english": 0.3}),
    "half": Style("vi", "ăâđêôơư", {}, parent="respelled", keeps=0.5),
    "unmarked": Style("vi", "", {}, parent="respelled", keeps=0.0),
    "english": Style("press", "", {"respelled": 0.05, "plain": 0.3}),
    "french": Style("french", "éèêôï", {"english": 0.3, "plain": 0.1}),
}
"""``respelled``: Vietnamese letters by ear; ``half`` and ``unmarked``: the same with some or all marks left out (Bô Ly
Kham Xay, Bo Ly Kham Xay); ``plain``: bare Latin letters in a Vietnamese text."""

BY_EAR = frozenset(("respelled", "half", "unmarked"))
"""Styles of writers who follow Vietnamese sounds and not a Latin spelling that they know."""

MIXES = {
    "vietnamese": {"respelled": 0.45, "plain": 0.25, "half": 0.1, "unmarked": 0.12, "english": 0.08},
    "english": {"english": 0.8, "plain": 0.2},
    "french": {"french": 0.7, "english": 0.3},
}
"""Orthography -> the chance of each style. Vietnamese: 189 of 372 aligned forms have marks; English: a first guess."""


def parted(onset: str) -> tuple[str, str]:
    """An onset as its first consonant and the second of a cluster.

    >>> parted("kʰw"), parted("tɕ")
    (('kʰ', 'w'), ('tɕ', ''))
    """
    return (onset[:-1], onset[-1]) if onset not in phonology.ONSETS and onset[:-1] in phonology.ONSETS else (onset, "")


def possible_onsets(sound: str) -> tuple[str, ...]:
    """The letters that may stand for an onset, a cluster in full."""
    if sound in ONSETS:
        return ONSETS[sound]
    first, second = parted(sound)
    return tuple(dict.fromkeys(a + b for a in ONSETS.get(first, ("",)) for b in SECONDS.get(second, ("",))))


def possible_rimes(nucleus: str, coda: str) -> tuple[str, ...]:
    """The letters that may stand for a vowel and its final."""
    composed = (a + b for a in NUCLEI[nucleus] for b in CODAS[coda])
    return tuple(dict.fromkeys((*WHOLE_RIMES.get(nucleus + coda, ()), *composed)))
