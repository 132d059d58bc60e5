"""Ways out: Lao script in Latin letters, in IPA, in Vietnamese.

:func:`transliterate` writes the Lao script of a text in one of the :func:`schemes`; :func:`syllables` shows how it is
read. Each scheme is one module with its tables and their source (:mod:`~lao_names.transliteration.bgn_pcgn` is the one to
read first); how the tables are applied is in :mod:`~lao_names.transliteration.writing`,
and which official form a Lao name has in :mod:`~lao_names.transliteration.official`.
"""

from lao_names.transliteration.official import official_names
from lao_names.transliteration.runs import SpokenSyllable, syllables
from lao_names.transliteration.writing import schemes, transliterate

__all__ = ["SpokenSyllable", "official_names", "schemes", "syllables", "transliterate"]
