"""French habits, from the colonial maps to today's francophone press: Salavane, Champasak, Paksé.

ou for u, gn for ɲ, é and è for e and ɛ, a mute e after a final n, s for ຊ and ສ alike (s 9, x 5 for ຊ). ch for tɕ is what
the gazetteer's 49 French forms have (ch 5, tch never). They leave the mute e out as often as they write it, and most
accents; the scheme keeps both, as the colonial maps do.

Source: colonial spellings of places in the gazetteer and the francophone forms of international agencies, compared
2026-11 (counts in ``lao_names/spelling/counts.tsv``); habits, not rules.
"""

from __future__ import annotations

from lao_names.transliteration.bgn_pcgn import CODAS, ONSETS
from lao_names.transliteration.press import NUCLEI
from lao_names.transliteration.scheme import Scheme

MUTE_E = {vowel + "n": letters + "ne" for vowel, letters in NUCLEI.items()}

SCHEME = Scheme(
    name="french",
    title="French spelling (colonial maps, francophone press)",
    source="colonial and francophone forms of the gazetteer, 2026-11",
    onsets=ONSETS,
    nuclei=NUCLEI | {"e": "é", "eː": "é", "ɛ": "è", "ɛː": "è", "ɯ": "eu", "ɯː": "eu", "ɔ": "o", "ɔː": "o"},
    codas=CODAS,
    seconds={"w": "o", "r": "r", "l": "l"},
    clusters={"kʰw": "khou", "kw": "kou"},
    rimes={
        "aj": "ay", "aːj": "ay", "iw": "iou", "iːw": "iou", "uːəŋ": "ouang", "uəŋ": "ouang", "iːə": "ia", "iə": "ia",
    },
    last_rimes=MUTE_E | {"en": "ène", "eːn": "ène", "ɛn": "ène", "ɛːn": "ène"},
)  # fmt: skip
