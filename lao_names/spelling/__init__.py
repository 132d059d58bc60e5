"""Every spelling one should search for: attested forms, then generated ones with their chances.

:func:`spellings` answers; :func:`search_query` makes a query of the answer. The chances come from counted habits
(:mod:`~lao_names.spelling.model`), the spellings from a beam search over them (:mod:`~lao_names.spelling.generating`).
"""

from lao_names.spelling.forms import Spelling, UnknownOrthography, spellings
from lao_names.spelling.query import search_query

__all__ = ["Spelling", "UnknownOrthography", "search_query", "spellings"]
