"""BGN/PCGN 1966, the romanization of maps: the same consonants as the Lao Commission Nationale de Toponymie (CNT).

ISO 3166-2 writes the provinces so. Vowel length and tones are not written; ຊ is x and ສ is s although they sound alike.
Hyphens follow what 2,400 names of the US National Geospatial-Intelligence Agency do most often: before a syllable that
begins with its vowel, between k, t, p and h, between n and gn, and before ເໜືອ, ໃຕ້, ນ້ອຍ, ໃຫຍ່, ເກົ່າ (north, south,
small, big, old: 142 of 148).

Source: UNGEGN Working Group on Romanization Systems, report 4.0 (2013), which reproduces BGN/PCGN 1966; ISO 3166-2:LA.
Read 2026-11.
"""

from __future__ import annotations

from lao_names.orthography.lao_frames import LaoSyllable
from lao_names.transliteration.scheme import Scheme

ONSETS = {
    "k": "k", "kʰ": "kh", "ŋ": "ng", "tɕ": "ch", "s": "s", "ɲ": "gn", "d": "d", "t": "t", "tʰ": "th", "n": "n",
    "b": "b", "p": "p", "pʰ": "ph", "f": "f", "m": "m", "j": "y", "r": "r", "l": "l", "w": "v", "h": "h", "ʔ": "",
}  # fmt: skip
NUCLEI = {
    "a": "a", "aː": "a", "i": "i", "iː": "i", "ɯ": "u", "ɯː": "u", "u": "ou", "uː": "ou", "e": "é", "eː": "é",
    "ɛ": "è", "ɛː": "è", "o": "ô", "oː": "ô", "ɔ": "o", "ɔː": "o", "ɤ": "eu", "ɤː": "eu", "iə": "ia", "iːə": "ia",
    "ɯə": "ua", "ɯːə": "ua", "uə": "oua", "uːə": "oua",
}  # fmt: skip
CODAS = {"k": "k", "ŋ": "ng", "t": "t", "n": "n", "p": "p", "m": "m", "j": "y", "w": "o"}
RIMES = {"aj": "ai", "iw": "iou", "iːw": "iou"}

QUALIFIERS = frozenset(("ເໜືອ", "ເຫນືອ", "ໃຕ້", "ນ້ອຍ", "ໃຫຍ່", "ເກົ່າ"))
OVERRIDES = {
    # ISO 3166-2:LA keeps these against the table: -khouang for -khoang, and two words.
    "ຊຽງຂວາງ": "Xiang·khouang",
    "ຫຼວງນ້ຳທາ": "Louang Nam·tha",
    "ຫລວງນ້ຳທາ": "Louang Nam·tha",
}


def hyphen(before: str, after: str, syllable: LaoSyllable) -> str:
    """A hyphen where the letters of two syllables would run together."""
    if syllable.onset == ("ʔ",):
        return "-"
    clash = (before[-1] in "kpt" and after[0] == "h") or (before[-1] == "n" and after.startswith("g"))
    return "-" if clash or (before.endswith("ng") and after.startswith("ng")) else ""


SCHEME = Scheme(
    name="bgn-pcgn",
    title="BGN/PCGN 1966 (maps; ISO 3166-2)",
    source="UNGEGN WGRS report 4.0, 2013",
    onsets=ONSETS,
    nuclei=NUCLEI,
    codas=CODAS,
    rimes=RIMES,
    letters={"ຊ": "x"},
    seconds={"w": "o", "r": "r", "l": "l"},
    between=hyphen,
    overrides=OVERRIDES,
    qualifiers=QUALIFIERS,
    language="bgn",
)
