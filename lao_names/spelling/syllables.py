"""Which syllables a writer by ear may write: those of Vietnamese, with the liberties that are taken in foreign names.

Of the syllables of 289 attested spellings with Vietnamese letters all but 38 are in the table of Vietnamese orthography; 28
of these have k where it wants c (Ka, Kông, Păk), 2 have ng where it wants nh (Lêng), 2 keep the r of Phra. So Chăne, Khvang
and Ssăc are nobody's choices. Start with :func:`is_written`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lao_names.matching.stranger_tables import possible_syllables

_K = re.compile("^k(?=[^hieêy])|k$")
_NG = re.compile("(?<![iy])(ê|i)ng$")


@lru_cache(maxsize=1 << 14)
def is_written(syllable: str) -> bool:
    """Whether a Vietnamese hand may write a syllable, tone aside: k may stand for c, ng for nh, and all marks may lack.

    >>> [is_written(syllable) for syllable in ("khăm", "păk", "lêng", "luang", "chăne", "khvang")]
    [True, True, True, True, False, False]
    """
    usual = _NG.sub(r"\1nh", _K.sub("c", syllable))
    return usual in possible_syllables(True) or (usual.isascii() and usual in possible_syllables(False))
