"""Every spelling one should search for: attested forms, then generated ones with their chances.

:func:`spellings` answers; :func:`search_query` makes a query of the answer. On the way: the names of an entity and their
known spellings (:mod:`~lao_names.spelling.naming`, cut into sounds by :mod:`~lao_names.spelling.aligning`), what writers do
with a sound (:mod:`~lao_names.spelling.model`, counted), the choices for one name (:mod:`~lao_names.spelling.choosing`), the
best sequences of them (:mod:`~lao_names.spelling.searching`) and their chances (:mod:`~lao_names.spelling.generating`).
"""

from lao_names.spelling.forms import Spelling, UnknownOrthography, spellings
from lao_names.spelling.query import search_query

__all__ = ["Spelling", "UnknownOrthography", "search_query", "spellings"]
