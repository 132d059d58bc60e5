"""The habits of English-language Lao newspapers: Bolikhamxay, Phongsaly, Savannakhet.

No authority stands behind them; an entry is the spelling that 706 attested English forms of 257 places and persons of
the gazetteer choose most often (counted syllable by syllable, 2026-11; all choices with their counts are in
``lao_names/spelling/counts.tsv``): x for ຊ (87 to 39), y for a last iː (19 to 10), ath for a last aːt (7 to 2). Where the
count is near even the plainer choice was taken (it 4.8, ith 4.4; eut 3, euth 4.2), so persons' own spellings often differ:
Sisoulith is Sisoulit here.
"""

from __future__ import annotations

from lao_names.orthography.lao_frames import LaoSyllable
from lao_names.transliteration.bgn_pcgn import CODAS, ONSETS
from lao_names.transliteration.scheme import Scheme

NUCLEI = {
    "a": "a", "aː": "a", "i": "i", "iː": "i", "ɯ": "u", "ɯː": "u", "u": "ou", "uː": "ou", "e": "e", "eː": "e",
    "ɛ": "e", "ɛː": "e", "o": "o", "oː": "o", "ɔ": "o", "ɔː": "o", "ɤ": "eu", "ɤː": "eu", "iə": "ie", "iːə": "ie",
    "ɯə": "eua", "ɯːə": "eua", "uə": "oua", "uːə": "oua",
}  # fmt: skip


def spelled(onset: str, rime: str, syllable: LaoSyllable) -> str:
    """Onset and rime; y is a vowel only after another consonant than y."""
    return onset + ("i" if rime == "y" and (not onset or onset.endswith("y")) else rime)


SCHEME = Scheme(
    name="press",
    title="English-language Lao newspapers",
    source="706 attested English forms, counted 2026-11",
    onsets=ONSETS | {"ɲ": "y", "r": "l"},
    nuclei=NUCLEI,
    codas=CODAS,
    letters={"ຊ": "x"},
    seconds={"w": "o", "r": "r", "l": "l"},
    clusters={"kʰw": "khou", "kw": "kou"},
    rimes={
        "aj": "ay", "iw": "iou", "iːw": "iou", "uːəŋ": "uang", "iːə": "ia", "iə": "ia",
        "ɛː": "ae", "ɛ": "ae", "ɯː": "eu", "ɯ": "eu",
    },
    last_rimes={"uːən": "ouane", "ɔːn": "one", "aːt": "ath", "iː": "y"},
    spell=spelled,
    language="en",
)  # fmt: skip
