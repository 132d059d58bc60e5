"""The most usual Vietnamese respelling: each Lao syllable as a Vietnamese one, by ear.

There is no standard. Each entry is what the 289 attested spellings with Vietnamese letters choose most often (125 places
and persons whose Lao script is known, counted syllable by syllable, 2026-11); entries of :data:`RIMES` without a count
follow the table of Vietnamese transcription habits in the same research. Seen twice only: f as ph. Never seen, hence a
guess: ຢ as d, which southern Vietnamese says so; neither y nor gi nor nh is attested for it. Against the count is ac for a
medial aːk: ăk and ăc (8 to 1) are all Đăk, which stands before names of the south.
Vietnamese writers keep neither vowel length nor the difference of ຊ and ສ, and mark tones in a minority of names and
then by no rule: none are written.

ng and k become ngh and k before e, ê, i, y as Vietnamese spelling wants it; initial k elsewhere is k (21) rather than c
(13), the way foreign names are marked, and li is ly. All choices with counts: ``lao_names/spelling/counts.tsv``.
"""

from __future__ import annotations

from lao_names.orthography.lao_frames import LaoSyllable
from lao_names.transliteration.scheme import Scheme

ONSETS = {
    "k": "k", "kʰ": "kh", "ŋ": "ng", "tɕ": "ch", "s": "x", "ɲ": "nh", "d": "đ", "t": "t", "tʰ": "th", "n": "n",
    "b": "b", "p": "p", "pʰ": "ph", "f": "ph", "m": "m", "j": "d", "r": "l", "l": "l", "w": "v", "h": "h", "ʔ": "",
}  # fmt: skip
NUCLEI = {
    "a": "a", "aː": "a", "i": "i", "iː": "i", "ɯ": "ư", "ɯː": "ư", "u": "u", "uː": "u", "e": "ê", "eː": "ê",
    "ɛ": "e", "ɛː": "e", "o": "ô", "oː": "ô", "ɔ": "o", "ɔː": "o", "ɤ": "ơ", "ɤː": "ơ", "iə": "iê", "iːə": "iê",
    "ɯə": "ươ", "ɯːə": "ươ", "uə": "uô", "uːə": "uô",
}  # fmt: skip
CODAS = {"k": "c", "ŋ": "ng", "t": "t", "n": "n", "p": "p", "m": "m", "j": "i", "w": "o"}
OPEN = {"iə": "ia", "iːə": "ia", "ɯə": "ưa", "ɯːə": "ưa", "uə": "ua", "uːə": "ua"}
RIMES = {
    "aj": "ay", "aw": "ao", "am": "ăm", "an": "ăn", "aŋ": "ăng", "ak": "ăc", "ap": "ăp", "at": "ăt",
    "ɔːŋ": "oong", "ɔːk": "ooc", "ɔŋ": "oong", "ɔk": "ooc", "iŋ": "inh", "iːŋ": "inh", "ik": "ich", "iːk": "ich",
    "eŋ": "ênh", "eːŋ": "ênh", "ek": "êch", "eːk": "êch", "iw": "iu", "iːw": "iu", "ew": "êu", "eːw": "êu",
    "iəw": "iêu", "iːəw": "iêu", "ɯw": "ưu", "ɯːw": "ưu", "ɤw": "ơu", "ɤːw": "ơu",
}  # fmt: skip


def spelled(onset: str, rime: str, syllable: LaoSyllable) -> str:
    """Onset and rime with the changes that Vietnamese spelling makes where they meet."""
    front = rime[0] in "eêiy"
    if onset == "ng" and front:
        onset = "ngh"
    elif onset == "l" and rime == "i":
        rime = "y"
    elif not onset and rime.startswith("iê"):
        rime = "y" + rime[1:]
    elif onset == "qu" and rime[0] in "uôo":
        onset = "q" if rime[0] == "u" else "qu"
    return onset + rime


def hyphen(before: str, after: str, syllable: LaoSyllable) -> str:
    """The syllables of a word stand apart: Bô-li-khăm-xay."""
    return "-"


SCHEME = Scheme(
    name="vi",
    title="usual Vietnamese respelling",
    source="289 attested Vietnamese spellings, counted 2026-11",
    onsets=ONSETS,
    nuclei=NUCLEI,
    codas=CODAS,
    seconds={"w": "o", "r": "", "l": ""},
    clusters={"kw": "qu", "kʰw": "kho", "sw": "xo", "ŋw": "ngo"},
    rimes=RIMES,
    opens=OPEN,
    between=hyphen,
    spell=spelled,
    language="vi",
    capitals_after=" ",
)
