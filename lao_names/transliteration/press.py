"""The habits of English-language Lao newspapers: Bolikhamxay, Luang Namtha, Sisoulith.

No authority stands behind them; each table entry is the spelling that 633 attested English forms of 203 places and
persons of the gazetteer choose most often (counted syllable by syllable, 2026-11; all choices with their counts are in
``lao_names/spelling/counts.tsv``). Where the count is near even the choice that older newspapers share was taken.
"""

from __future__ import annotations

from lao_names.transliteration.bgn_pcgn import CODAS, ONSETS
from lao_names.transliteration.scheme import Scheme

NUCLEI = {
    "a": "a", "aː": "a", "i": "i", "iː": "i", "ɯ": "u", "ɯː": "u", "u": "ou", "uː": "ou", "e": "e", "eː": "e",
    "ɛ": "e", "ɛː": "e", "o": "o", "oː": "o", "ɔ": "o", "ɔː": "o", "ɤ": "eu", "ɤː": "eu", "iə": "ie", "iːə": "ie",
    "ɯə": "eua", "ɯːə": "eua", "uə": "oua", "uːə": "oua",
}  # fmt: skip

SCHEME = Scheme(
    name="press",
    title="English-language Lao newspapers",
    source="633 attested English forms, counted 2026-11",
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
    last_rimes={"uːən": "ouane", "ɔːn": "one", "aːt": "ath"},
    language="en",
)  # fmt: skip
