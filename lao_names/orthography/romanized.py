"""Plain Latin letters: official romanization (BGN/PCGN), the habits of the Lao press, French colonial spelling.

All are mixed freely in real texts (Borikhamxay, Houei Sai, Attopeu, Khammouane), so one set of habits reads them all:

* x, s and z are /s/; ny, gn and nh are /ɲ/; j and tch are /tɕ/; v and w are /w/.
* ou and oo are /u/; eu, oe, ue and er stand for /ɤ/ or /ɯ/; ua is /uə/ in English and /ɯə/ in BGN.
* -e after a final consonant is silent (Vientiane), and so are r after a vowel (Morkmay) and h at the end.
* ti before a vowel is /tɕ/ in French: Vientiane.

Sources: BGN/PCGN 1966 as reproduced by UNGEGN (v4.0, 2013); the press and French habits observed on 148 district lists and
on the gazetteer's own forms (November 2026).
"""

from __future__ import annotations

from lao_names.orthography.later import pattern
from lao_names.orthography.latin import BORDER, VOWEL_LETTERS, Habits, Vowel, combine
from lao_names.phonology import Syllable

ONSETS: dict[str, tuple[str, ...]] = {
    "k": ("k",), "c": ("k",), "ck": ("k",), "q": ("k",), "qu": ("k", "w"), "g": ("k",), "gh": ("k",),
    "kh": ("kʰ",), "ng": ("ŋ",), "ngh": ("ŋ",),
    "ch": ("tɕ",), "tch": ("tɕ",), "tj": ("tɕ",), "ts": ("tɕ",), "j": ("tɕ",), "dj": ("tɕ",), "dz": ("tɕ",), "ti": ("tɕ",),
    "s": ("s",), "x": ("s",), "z": ("s",), "sh": ("s",), "ç": ("s",),
    "ny": ("ɲ",), "gn": ("ɲ",), "nh": ("ɲ",), "ñ": ("ɲ",), "y": ("j",),
    "d": ("d",), "đ": ("d",), "dh": ("d",), "t": ("t",), "th": ("tʰ",), "n": ("n",), "b": ("b",), "bh": ("b",),
    "p": ("p",), "ph": ("pʰ",), "f": ("f",), "m": ("m",), "l": ("l",), "r": ("r",), "w": ("w",), "v": ("w",), "h": ("h",),
}  # fmt: skip

VOWELS: dict[str, Vowel] = {
    "a": Vowel("a"), "aa": Vowel("a"), "ă": Vowel("a"), "â": Vowel("a"), "æ": Vowel("ɛ"),
    "e": Vowel("e"), "é": Vowel("e"), "ê": Vowel("e"), "è": Vowel("ɛ"), "ae": Vowel("ɛ"), "ea": Vowel("ɛ"), "ée": Vowel("e"),
    "i": Vowel("i"), "y": Vowel("i"), "ii": Vowel("i"), "ee": Vowel("i"), "ie": Vowel("iə"), "ia": Vowel("iə"),
    "iê": Vowel("iə"), "iea": Vowel("iə"), "yê": Vowel("iə"), "ye": Vowel("iə"),
    "o": Vowel("o"), "ô": Vowel("o"), "œ": Vowel("ɤ"), "ơ": Vowel("ɤ"), "oe": Vowel("ɤ"), "eu": Vowel("ɤ"),
    "ue": Vowel("ɤ"), "oeu": Vowel("ɤ"), "ư": Vowel("ɯ"),
    "u": Vowel("u"), "ou": Vowel("u"), "oo": Vowel("u"), "uu": Vowel("u"),
    "ua": Vowel("uə"), "uo": Vowel("uə"), "oua": Vowel("uə"), "ouo": Vowel("uə"), "oue": Vowel("uə"), "uô": Vowel("uə"),
    "eua": Vowel("ɯə"), "uea": Vowel("ɯə"), "ueua": Vowel("ɯə"), "ươ": Vowel("ɯə"), "ưa": Vowel("ɯə"), "euo": Vowel("ɯə"),
    "oa": Vowel("a", "", ("w",)), "oai": Vowel("a", "j", ("w",)), "oay": Vowel("a", "j", ("w",)),
    "ai": Vowel("a", "j"), "ay": Vowel("a", "j"), "aye": Vowel("a", "j"), "aï": Vowel("a", "j"), "ei": Vowel("e", "j"),
    "ey": Vowel("e", "j"), "ao": Vowel("a", "w"), "au": Vowel("a", "w"), "aou": Vowel("a", "w"),
    "oi": Vowel("o", "j"), "oy": Vowel("o", "j"), "ôi": Vowel("o", "j"), "ooy": Vowel("o", "j"),
    "ui": Vowel("u", "j"), "uy": Vowel("u", "j"), "oui": Vowel("u", "j"), "ouy": Vowel("u", "j"),
    "uai": Vowel("uə", "j"), "uay": Vowel("uə", "j"), "ouai": Vowel("uə", "j"), "ouay": Vowel("uə", "j"),
    "ouei": Vowel("uə", "j"), "ouey": Vowel("uə", "j"), "uei": Vowel("uə", "j"), "oei": Vowel("ɤ", "j"),
    "euai": Vowel("ɯə", "j"), "eui": Vowel("ɤ", "j"), "euy": Vowel("ɤ", "j"), "oey": Vowel("ɤ", "j"),
    "eo": Vowel("ɛ", "w"), "èo": Vowel("ɛ", "w"), "éo": Vowel("e", "w"), "aeo": Vowel("ɛ", "w"),
    "iu": Vowel("i", "w"), "iou": Vowel("i", "w"), "io": Vowel("i", "w"), "ieo": Vowel("iə", "w"), "iao": Vowel("iə", "w"),
    "ieu": Vowel("iə", "w"), "êu": Vowel("e", "w"),
}  # fmt: skip

CODAS: dict[str, str] = {
    "k": "k", "c": "k", "ck": "k", "g": "k", "q": "k", "kh": "k", "gh": "k",
    "t": "t", "d": "t", "th": "t", "dh": "t", "s": "t", "x": "t", "z": "t", "ts": "t", "ch": "t", "j": "t", "đ": "t",
    "p": "p", "b": "p", "ph": "p", "f": "p", "bh": "p",
    "ng": "ŋ", "ngh": "ŋ", "n": "n", "nh": "n", "gn": "n", "m": "m", "l": "n", "w": "w", "v": "w",
    "r": "", "h": "",
}  # fmt: skip

_CONSONANT = f"[^{VOWEL_LETTERS}'\\W]"
_SILENT_E = pattern(rf"(?<=[{VOWEL_LETTERS}])(nn|nh|ng|ck|th|ph|kh|[nmktpgvdb])es?$")
_INNER_E = pattern(rf"(?<=[aeiou])(n|m)e(?={_CONSONANT}[{VOWEL_LETTERS}]|{_CONSONANT}h)")
_TI = pattern(r"ti(?=a|en|on)")
_OO = pattern("oo(?=ng|c)")
_TS = pattern(rf"(?<=[{VOWEL_LETTERS}])ts(?=[{VOWEL_LETTERS}])")
_DOUBLED = pattern(r"([bcdfghjklmpqrstvwxz])\1+")


def _respell(word: str) -> str:
    """A word without letters that are not heard."""
    if "e" in word:
        word = _SILENT_E.sub(r"\1", word)  # Vientiane, Saravane, Botene
        word = _INNER_E.sub(r"\1", word)  # Phonesavan, Sonexay
    if word.endswith(("ns", "ms", "gs")):
        word = word[:-1]  # Bolovens: a French or English plural
    if "ti" in word:
        word = _TI.sub("ch", word)  # Vientiane
    if "oo" in word:
        word = _OO.sub("o", word)  # Noong, Dac Ta Ooc: a Vietnamese hand, which keeps ng and c from rounding the vowel
    if "ts" in word:
        word = _TS.sub(f"t{BORDER}s", word)  # Phetsarath, Hatsaifong
    return _DOUBLED.sub(r"\1", word)  # Attapeu, Khammouane: length is not heard; nn may be n-nh


OTHER_HABITS = (
    (pattern("(?<=k)oua|(?<=kh)oua"), "wa"),  # Xieng Khouang is kʰwaŋ, Khoualuang kʰuə
    (pattern(f"(?<![{VOWEL_LETTERS}])u(?![{VOWEL_LETTERS}])"), "ư"),  # BGN: Mun is mɯn
)

HABITS = Habits(ONSETS, VOWELS, CODAS, _respell, OTHER_HABITS)


def read(words: list[str]) -> tuple[tuple[Syllable, ...], ...]:
    """Readings of a name in plain Latin letters, the usual one first.

    Args:
        words: the name's written words, lower case, without tone marks.

    >>> [".".join(map(str, reading)) for reading in read(["phonhong"])]
    ['pʰo.ɲoŋ', 'pʰon.hoŋ']
    """
    return combine([HABITS.cuts(word) for word in words])
