"""Spellings as a query for a search engine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import islice

from lao_names.spelling.forms import Spelling

_D = str.maketrans("đĐ", "dd")


def engine_key(text: str) -> str:
    """What a search engine makes of a phrase: it ignores case, marks and punctuation, and keeps the words apart.

    >>> engine_key("Bô-ly Khăm Xay") == engine_key("bo ly kham xay"), engine_key("Bolykhamxay")
    (True, 'bolykhamxay')
    """
    decomposed = unicodedata.normalize("NFD", text.casefold().translate(_D))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain))


def search_query(spellings: Iterable[str | Spelling], limit: int | None = None) -> str:
    """A query that finds any of some spellings: quoted, joined by OR, each phrase that an engine can tell apart once.

    Args:
        spellings: what :func:`~lao_names.spelling.spellings` found, each in the spacings that writers use; or texts.
        limit: how many phrases at most.

    >>> search_query(["Bô Ly Khăm Xay", "Bô-ly-khăm-xay", "Bolikhamxay"])
    '"Bô Ly Khăm Xay" OR "Bolikhamxay"'
    """
    kept: dict[str, str] = {}
    for spelling in spellings:
        for text in (spelling,) if isinstance(spelling, str) else spelling.phrases:
            phrase = " ".join(text.replace('"', " ").split())
            if key := engine_key(phrase):
                kept.setdefault(key, phrase)
    return " OR ".join(f'"{phrase}"' for phrase in islice(kept.values(), limit))
