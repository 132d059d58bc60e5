"""The pronunciation of Vientiane in the International Phonetic Alphabet: segments, and tones as tone letters.

Syllables of a word are parted by a full stop. The r of old clusters is silent (ພຣະ is pʰa). Tones: rising ˩˧, high ˧˥,
mid ˧, high-falling ˥˨, low-falling ˧˩.

Source: tone letters as in Wiktionary's transcriptions of Vientiane Lao (WikiPron 185dfcf5: 2,088 words); the tone rules
are those of :mod:`lao_names.orthography.lao_tables`. Read 2026-11.
"""

from __future__ import annotations

from lao_names.orthography.lao_frames import LaoSyllable
from lao_names.phonology import CODAS, ONSETS
from lao_names.transliteration.bgn_pcgn import NUCLEI
from lao_names.transliteration.scheme import Scheme

TONE_LETTERS = {"rising": "˩˧", "high": "˧˥", "mid": "˧", "high-falling": "˥˨", "low-falling": "˧˩"}


def toned(onset: str, rime: str, syllable: LaoSyllable) -> str:
    """A syllable with its tone."""
    return onset + rime + TONE_LETTERS[syllable.tone]


def full_stop(before: str, after: str, syllable: LaoSyllable) -> str:
    """The border of two syllables."""
    return "."


SCHEME = Scheme(
    name="ipa",
    title="pronunciation of Vientiane in IPA, with tones",
    source="WikiPron 185dfcf5",
    onsets={onset: onset for onset in ONSETS},
    nuclei={nucleus: nucleus for nucleus in NUCLEI},
    codas={coda: coda for coda in CODAS},
    seconds={"w": "w", "r": "", "l": "l"},
    between=full_stop,
    spell=toned,
    splits_units=False,
    capitals_after=None,
)
