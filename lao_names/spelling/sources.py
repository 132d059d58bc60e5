"""Which sources show how writers of an orthography spell: texts in it, but not code lists, which copy one spelling.

A map service writes Bolikhamsai for every language; that six of them list it for Vietnamese tells nothing about
Vietnamese writers. Start with :func:`texts_among`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LISTS = re.compile(
    r"^(?:github|npm|PyPI|public|WOF) |\b(?:GeoNames|COD-AB|CLDR|ISO[- _]3166|SubDivision|statoids|code list|lists? of)|"
    r"Who's On First|\.sql\b"
)
"""Code repositories, packages, gazetteers and lists of places."""

_LANGUAGE = re.compile(r"(?<![\w.-])(de|en|es|fi|fr|it|no|vi)\.[a-z]")
"""The language of a page, where its address says it: en.vietnamplus.vn, fi.wikipedia.org."""

_OWN = {"vietnamese": "vi", "english": "en", "french": "fr"}


def texts_among(sources: Iterable[str], orthography: str) -> int:
    """How many of some sources are texts in an orthography, as far as their names show it.

    >>> texts_among(["https://baohatinh.vn/lu-lut", "GeoNames admin1", "https://en.nhandan.vn/a"], "vietnamese")
    1
    """
    return sum(_is_text(source, _OWN[orthography]) for source in sources)


def _is_text(source: str, language: str) -> bool:
    said = _LANGUAGE.search(source)
    return not _LISTS.search(source) and (said is None or said[1] == language)
