"""The Lao script in tables: letters, clusters, vowel frames, costs.

Sources: Unicode chart U+0E80; the Lao label generation rules of the root zone (ICANN, 2025-09-23); the description of
the script behind the BGN/PCGN system (UNGEGN working group, 2013). Costs were set on 2,400 official village names whose
Latin form is known and checked against 2,088 transcriptions of Wiktionary (WikiPron 185dfcf5): 98.6 % of the words read
right. Read 2026-11. Start with :data:`INITIALS` and :data:`FRAMES`; the scanner is
:mod:`lao_names.orthography.lao`.
"""

from __future__ import annotations

from typing import NamedTuple

from lao_names.orthography.lao_codepoints import TONE_MARKS, VOWEL_SIGNS

HIGH, MID, LOW = "high", "mid", "low"

INITIALS: dict[str, tuple[str, str]] = {
    "ກ": ("k", MID), "ຂ": ("kʰ", HIGH), "ຄ": ("kʰ", LOW), "ງ": ("ŋ", LOW), "ຈ": ("tɕ", MID), "ສ": ("s", HIGH),
    "ຊ": ("s", LOW), "ຍ": ("ɲ", LOW), "ດ": ("d", MID), "ຕ": ("t", MID), "ຖ": ("tʰ", HIGH), "ທ": ("tʰ", LOW),
    "ນ": ("n", LOW), "ບ": ("b", MID), "ປ": ("p", MID), "ຜ": ("pʰ", HIGH), "ຝ": ("f", HIGH), "ພ": ("pʰ", LOW),
    "ຟ": ("f", LOW), "ມ": ("m", LOW), "ຢ": ("j", MID), "ຣ": ("r", LOW), "ລ": ("l", LOW), "ວ": ("w", LOW),
    "ຫ": ("h", HIGH), "ອ": ("ʔ", MID), "ຮ": ("h", LOW), "ໜ": ("n", HIGH), "ໝ": ("m", HIGH),
    # Pali and Sanskrit (Unicode 12), read as the Lao letters that replaced them.
    "ຆ": ("kʰ", LOW), "ຉ": ("s", LOW), "ຌ": ("s", LOW), "ຎ": ("ɲ", LOW), "ຏ": ("t", MID), "ຐ": ("tʰ", HIGH),
    "ຑ": ("d", MID), "ຒ": ("tʰ", LOW), "ຓ": ("n", LOW), "ຘ": ("tʰ", LOW), "ຠ": ("pʰ", LOW), "ຨ": ("s", HIGH),
    "ຩ": ("s", HIGH), "ຬ": ("l", LOW),
    # Khmu.
    "ໞ": ("k", LOW), "ໟ": ("ɲ", LOW),
}  # fmt: skip
"""Letter -> the sound it begins a syllable with, and its tone class."""

NATIVE_FINALS = {"ກ": "k", "ງ": "ŋ", "ດ": "t", "ນ": "n", "ບ": "p", "ມ": "m", "ຍ": "j", "ວ": "w", "ຽ": "j"}
LOAN_FINALS = {
    "ຂ": "k", "ຄ": "k", "ຈ": "t", "ຊ": "t", "ຕ": "t", "ຖ": "t", "ທ": "t", "ສ": "t", "ປ": "p", "ຜ": "p", "ຝ": "p",
    "ພ": "p", "ຟ": "p", "ຢ": "j", "ຣ": "n", "ລ": "n", "ຆ": "k", "ຉ": "t", "ຌ": "t", "ຎ": "n", "ຏ": "t", "ຐ": "t",
    "ຑ": "t", "ຒ": "t", "ຓ": "n", "ຘ": "t", "ຠ": "p", "ຨ": "t", "ຩ": "t", "ຬ": "n", "ໞ": "k", "ໟ": "j",
}  # fmt: skip
"""Finals of loan words and of spelling before 1975."""

SEMIVOWEL_LO = "ຼ"
HIGH_DIGRAPHS = {"ຫງ": "ŋ", "ຫຍ": "ɲ", "ຫນ": "n", "ຫມ": "m", "ຫລ": "l", "ຫຼ": "l", "ຫຣ": "r", "ຫວ": "w"}
"""Silent ຫ lends its high class to a sonorant."""

_SECOND = {"ວ": "w", "ຣ": "r", "ລ": "l", SEMIVOWEL_LO: "l"}
CLUSTERS: dict[str, tuple[str, str]] = {
    first + second: (INITIALS[first][0], _SECOND[second])
    for seconds, firsts in (("ວ", "ກຂຄງຈຊດຕຖທປຜພຟບສຍລ"), ("ຣລ" + SEMIVOWEL_LO, "ກຂຄຕທດປຜພຝຟບສ"))
    for first in firsts
    for second in seconds
}
"""Two consonants that may begin a syllable. A glottal stop never does: ອຣຸນ is a-run."""

SPOKEN_CLUSTERS = {"ວ": frozenset("ກຂຄ"), "ລ": frozenset("ກຂຄປພບຝຟ")}
"""Second letter -> the first letters with which it is one onset. After others, spelling before 1975 leaves the a between
the two unwritten, which is written today: ສວັນ ສະຫວັນ, ຕລາດ ຕະຫຼາດ. Attested names decide: ປລ is one onset (ປລ່ອຍ Ploy),
and so is any other letter with ວ before aː alone or aːj, ງ also before aː with other finals (ສວາຍ, ຊວາ, ທວາຍ, ງວາກ: Soay,
Xoa, Thoay, Ngoak)."""

BEFORE_UNWRITTEN_A = {"ວ": frozenset("ຊສຕຖທ"), "ຍ": frozenset("ຊສທ")}
"""Next letter -> letters that then end no syllable, although they are finals of loans: ສີສວ່າງ, ຣາຊວົງ, ວິທຍາ are today
ສີສະຫວ່າງ, ລາຊະວົງ, ວິທະຍາ. Not ຖ before ຍ, where words of one syllable meet (ຣົຖຍົນ, a car)."""


class Frame(NamedTuple):
    """What may follow an onset written with some vowel sign in front or above.

    Attributes:
        letters: what must stand after onset, sign and tone mark.
        nucleus: the vowel.
        coda: the final that the frame itself writes ("" where it writes none).
        final: "no", "may" or "must" a final consonant follow.
    """

    letters: str
    nucleus: str
    coda: str = ""
    final: str = "no"


FRAMES: dict[str, tuple[Frame, ...]] = {
    "": (
        Frame("ະ", "a"), Frame("ຳ", "a", "m"), Frame("າ", "aː", final="may"), Frame("ຽ", "iːə", final="may"),
        Frame("ອ", "ɔː", final="may"), Frame("ວ", "uːə", final="must"),
    ),
    "ັ": (
        Frame("ວະ", "uə"), Frame("ວ", "uə", final="must"), Frame("ຽ", "iə", final="must"),
        Frame("ອ", "ɔ", final="must"), Frame("", "a", final="must"),
    ),
    "ົ": (Frame("ວະ", "uə"), Frame("ວ", "uːə"), Frame("", "o", final="must")),
    "ິ": (Frame("", "i", final="may"),), "ີ": (Frame("", "iː", final="may"),),
    "ຶ": (Frame("", "ɯ", final="may"),), "ື": (Frame("", "ɯː", final="may"),),
    "ຸ": (Frame("", "u", final="may"),), "ູ": (Frame("", "uː", final="may"),),
    "ໍ": (Frame("", "ɔː", final="may"),),
    "ເ": (
        Frame("າະ", "ɔ"), Frame("ຍະ", "iːə"), Frame("ຽະ", "iːə"), Frame("ຍ", "iːə"), Frame("ຽ", "iːə"),
        Frame("ະ", "e"), Frame("", "eː", final="may"),
    ),
    "ເົ": (Frame("າ", "a", "w"),),
    "ເັ": (Frame("ຽະ", "iə"), Frame("ຍະ", "iə"), Frame("ຽ", "iə"), Frame("ຍ", "iə"), Frame("", "e", final="must")),
    "ເິ": (Frame("ະ", "ɤ", final="may"), Frame("", "ɤ", final="may")),
    "ເີ": (Frame("", "ɤː", final="may"),),
    "ເື": (Frame("ອ", "ɯːə", final="may"), Frame("", "ɤː", final="must")),
    "ເຶ": (Frame("ອະ", "ɯə"), Frame("ອ", "ɯə", final="may"), Frame("", "ɤ", final="must")),
    "ແ": (Frame("ະ", "ɛ"), Frame("", "ɛː", final="may")),
    "ແັ": (Frame("", "ɛ", final="must"),),
    "ໂ": (Frame("ະ", "o"), Frame("", "oː", final="may")),
    "ໄ": (Frame("ຍ", "a", "j"), Frame("", "a", "j")),
    "ໃ": (Frame("ຍ", "a", "j"), Frame("", "a", "j")),
}  # fmt: skip
"""Prefixed vowel and sign above or below -> the frames they may begin."""

PREFIXED = frozenset("ເແໂໄໃ")
SIGNS = frozenset(VOWEL_SIGNS)
TONES = frozenset(TONE_MARKS)
VIRAMA, CANCELLED, REPEAT, ELLIPSIS = "\u0eba", "\u0ecc", "ໆ", "ຯ"
AND_SO_ON = "ຯລຯ"
FINALS_OF_IMPLICIT_O = frozenset("ກງດນບມ")
DIGITS = {chr(0x0ED0 + digit): str(digit) for digit in range(10)}

# --- Costs of a reading: the path with the least sum is the reading ------------------------------------------------------
SYLLABLE = 1.0
IMPLICIT_A = 6.0
IMPLICIT_O = 9.0
LOAN_FINAL = 2.5
USUAL_W_CLUSTER = 0.3
OTHER_W_CLUSTER = 1.2
R_OR_LO_CLUSTER = 0.3
L_CLUSTER = 1.8
DIGRAPH_IN_OPEN_FRAME = 0.5
W_CLUSTER_IN_OPEN_FRAME = 1.0
UNUSUAL_CLUSTER = 6.0
"""On top of the price of a cluster: an unwritten a between its letters is then cheaper by .2 to .8, and both are read."""
LOAN_FINAL_BEFORE_UNWRITTEN_A = 6.0
H_WITH_FINAL_L = 1.0
W_AFTER_BACK_VOWEL = 4.0
J_AFTER_FRONT_VOWEL = 3.0
CANCELLED_LETTERS = 0.2
REPETITION = 0.1
MISPLACED_SIGN = 3.0
"""A tone mark on the wrong letter or a second vowel sign: 49 of 8,000 village names have one."""
UNREADABLE = 60.0

BACK_VOWELS = frozenset(("uː", "u", "oː", "o", "ɔː", "uːə", "ɔ"))
FRONT_VOWELS = frozenset(("iː", "i", "e", "eː", "iːə", "ɛː", "ɛ"))
PREFIXED_LONG = frozenset(("ɛː", "eː", "oː"))

# --- Tones of Vientiane --------------------------------------------------------------------------------------------------
TONE_OF_LIVE = {HIGH: "rising", MID: "rising", LOW: "high"}
TONE_OF_DEAD_LONG = {HIGH: "low-falling", MID: "low-falling", LOW: "high-falling"}
TONE_OF_DEAD_SHORT = {HIGH: "high", MID: "high", LOW: "mid"}
TONE_OF_MARK = {
    "\u0ec8": {HIGH: "mid", MID: "mid", LOW: "mid"},
    "\u0ec9": {HIGH: "low-falling", MID: "high-falling", LOW: "high-falling"},
    "\u0eca": {HIGH: "high", MID: "high", LOW: "high"},
    "\u0ecb": {HIGH: "rising", MID: "rising", LOW: "rising"},
}


def tone(tone_class: str, nucleus: str, coda: str, mark: str) -> str:
    """The tone of a syllable in Vientiane speech: from the class of its initial, its length, its end, its mark.

    >>> tone(LOW, "a", "k", "")
    'mid'
    """
    if mark:
        return TONE_OF_MARK[mark][tone_class]
    is_long = "ː" in nucleus
    if coda not in ("k", "t", "p") and (coda or is_long):
        return TONE_OF_LIVE[tone_class]
    return (TONE_OF_DEAD_LONG if is_long else TONE_OF_DEAD_SHORT)[tone_class]
