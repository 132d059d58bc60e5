"""Vietnamese respelling: Lao names as a Vietnamese ear writes them.

One written word is usually one syllable (Bô Ly Khăm Xay), but writers also hyphenate (Xa-vẳn-na-khẹt), join (Bôlykhămxay)
and mix; so borders are a hint, never a fact, and joined words are cut like any other. What the letters stand for:

* đ is /d/, and d too where the bar was forgotten; x and s are both /s/ (ຊ and ສ are not kept apart); r is /l/ or /r/.
* ă and â are short /a/; ê /e/, e /ɛ/; ô /o/, o and oo /ɔ/ (oo stops ong from being read /oŋ͡m/: Noọng); ơ /ɤ/, ư /ɯ/.
* iê, ươ, uô are the diphthongs before a final, ia, ưa, ua at the end.
* finals -ch and -nh follow i, ê and a; -nh stands for /ŋ/ or /n/.
* tone marks are the writer's fancy (rising is often hỏi, a live low syllable often huyền) and are set aside here; they
  count again when letters and marks are compared.

Sources: 119 attested spellings aligned with Lao by syllable, and the 590 Vietnamese forms of the gazetteer (November 2026).
"""

from __future__ import annotations

from lao_names.orthography import romanized
from lao_names.orthography.later import pattern
from lao_names.orthography.latin import Habits, Vowel, combine
from lao_names.phonology import Syllable

ONSETS: dict[str, tuple[str, ...]] = romanized.ONSETS | {"tr": ("tɕ",), "gi": ("tɕ",), "đ": ("d",)}
del ONSETS["ti"]

VOWELS: dict[str, Vowel] = romanized.VOWELS | {
    "e": Vowel("ɛ"), "o": Vowel("ɔ"), "oo": Vowel("ɔ"), "ôô": Vowel("o"), "ưu": Vowel("ɯ", "w"), "ươu": Vowel("ɯə", "w"),
    "ưi": Vowel("ɯ", "j"), "ươi": Vowel("ɯə", "j"), "uôi": Vowel("uə", "j"), "ơi": Vowel("ɤ", "j"), "oi": Vowel("ɔ", "j"),
    "ây": Vowel("a", "j"), "ăy": Vowel("a", "j"), "ăi": Vowel("a", "j"), "âu": Vowel("a", "w"), "ăo": Vowel("a", "w"),
    "iêu": Vowel("iə", "w"), "yêu": Vowel("iə", "w"), "uâ": Vowel("uə"), "uây": Vowel("uə", "j"), "ưo": Vowel("ɯə"),
    "uơ": Vowel("uə"), "oă": Vowel("a", "", ("w",)), "oe": Vowel("ɛ", "", ("w",)), "uê": Vowel("e", "", ("w",)),
    "uya": Vowel("iə", "", ("w",)), "uyê": Vowel("iə", "", ("w",)), "oeo": Vowel("ɛ", "w", ("w",)), "iơ": Vowel("iə"),
}  # fmt: skip

CODAS: dict[str, str] = romanized.CODAS | {"ch": "k"}

_GI = pattern(r"gi(?=[aeouăâêôơư])")


def _respell(word: str) -> str:
    return _GI.sub("j", word) if "gi" in word else word


HABITS = Habits(ONSETS, VOWELS, CODAS, _respell)


def read(words: list[str]) -> tuple[tuple[Syllable, ...], ...]:
    """Readings of a name in Vietnamese respelling, the usual one first.

    Args:
        words: the name's written words, lower case, letters with their quality marks (ă â ê ô ơ ư đ) but without tones.

    >>> [".".join(map(str, reading)) for reading in read(["bôlykhămxay"])]
    ['bo.li.kʰam.saj']
    """
    return combine([HABITS.cuts(word) for word in words])
