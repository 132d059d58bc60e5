"""The romanization of the Lao Ministry of Health (2020): BGN/PCGN without marks, and ny for gn.

The published table prints e/eh and o/oh for open ແ and ◌ໍ without saying when. The converter that WHO made for the
Ministry does: h at the end of a name (ນາແລ Naleh), none inside (ບໍ່ແກ້ວ Bokeo). It writes ວ after another consonant as ou
before າ (ກວາງ kouang, ຄວາຍ khouay), as o in ແຂວງ khoeng, as v before i and ia. Before a short a it has both (kvang for ກວັງ,
else koua): ou is taken, as before the long one.

Source: the conversion table of laoconverter.info (moh2020) with its 162 published examples, and the rules of its program
(github.com/vijaventure/lao-converter, js/data.js). Read 2026-11.
"""

from __future__ import annotations

from lao_names.orthography.lao_frames import LaoSyllable
from lao_names.transliteration.bgn_pcgn import CODAS, NUCLEI, ONSETS, RIMES
from lao_names.transliteration.scheme import Scheme

PLAIN = {"é": "e", "è": "e", "ô": "o"}


def spelled(onset: str, rime: str, syllable: LaoSyllable) -> str:
    """The second consonant ວ by the vowel after it."""
    if syllable.onset[1:] == ("w",):
        first = onset.removesuffix("v")
        return first + {"a": "ou", "e": "o"}.get(rime[0], "v") + rime
    return onset + rime


SCHEME = Scheme(
    name="moh2020",
    title="Lao Ministry of Health 2020 (plain ASCII)",
    source="laoconverter.info/moh2020 and its program",
    onsets=ONSETS | {"ɲ": "ny"},
    nuclei={vowel: PLAIN.get(letters, letters) for vowel, letters in NUCLEI.items()},
    codas=CODAS,
    letters={"ຊ": "x"},
    seconds={"w": "v", "r": "r", "l": "l"},
    rimes=RIMES,
    last_rimes={"ɛ": "eh", "ɛː": "eh", "ɔ": "oh", "ɔː": "oh"},
    spell=spelled,
)
