"""ALA-LC, the romanization of library catalogues: vowel length written with a macron.

ຽວ as īeo is inferred (the readable copy of the table has lost its macron letters; the Thai table of the same authors
has īeo). Catalogues also write ǫ for o̜ (with ogonek instead of left half ring).

Source: ALA-LC romanization table for Lao, 1997 edition with the changes of 2012. Read 2026-11.
"""

from __future__ import annotations

from lao_names.transliteration.bgn_pcgn import ONSETS
from lao_names.transliteration.scheme import Scheme

NUCLEI = {
    "a": "a", "aː": "ā", "i": "i", "iː": "ī", "ɯ": "ư", "ɯː": "ư̄", "u": "u", "uː": "ū", "e": "e", "eː": "ē",
    "ɛ": "æ", "ɛː": "ǣ", "o": "o", "oː": "ō", "ɔ": "o̜", "ɔː": "ō̜", "ɤ": "œ", "ɤː": "œ̄", "iə": "ia", "iːə": "īa",
    "ɯə": "ưa", "ɯːə": "ư̄a", "uə": "ua", "uːə": "ūa",
}  # fmt: skip
CODAS = {"k": "k", "ŋ": "ng", "t": "t", "n": "n", "p": "p", "m": "m", "j": "i", "w": "o"}

SCHEME = Scheme(
    name="ala-lc",
    title="ALA-LC (library catalogues)",
    source="ALA-LC romanization table for Lao, 1997/2012",
    onsets=ONSETS | {"ɲ": "ny", "ʔ": "ʻ"},
    nuclei=NUCLEI,
    codas=CODAS,
    rimes={"iw": "iu", "iːw": "īu", "iəw": "ieo", "iːəw": "īeo"},
    signs={"ຯລຯ": "la", "ຯ": "…"},
)
