"""The romanization of the Lao Ministry of Health (2020): BGN/PCGN without marks, and ny for gn.

The table prints e/eh and o/oh for open ແ and ◌ໍ without saying when; attested names have none (Bokeo), so none is
written. Clusters with ວ are written v, as the two known implementations do.

Source: the conversion table of laoconverter.info (moh2020), checked against its 162 published examples. Read 2026-11.
"""

from __future__ import annotations

from lao_names.transliteration.bgn_pcgn import CODAS, NUCLEI, ONSETS
from lao_names.transliteration.scheme import Scheme

PLAIN = {"é": "e", "è": "e", "ô": "o"}

SCHEME = Scheme(
    name="moh2020",
    title="Lao Ministry of Health 2020 (plain ASCII)",
    source="laoconverter.info/moh2020",
    onsets=ONSETS | {"ɲ": "ny"},
    nuclei={vowel: PLAIN.get(letters, letters) for vowel, letters in NUCLEI.items()},
    codas=CODAS,
    letters={"ຊ": "x"},
    seconds={"w": "v", "r": "r", "l": "l"},
    rimes={"aj": "ai"},
)
