"""Spellings as a query for a search engine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_D = str.maketrans("đĐ", "dd")


def engine_key(text: str) -> str:
    """What a search engine makes of a phrase: it ignores case, marks and punctuation, and keeps the words apart.

    >>> engine_key("Bô-ly Khăm Xay") == engine_key("bo ly kham xay"), engine_key("Bolykhamxay")
    (True, 'bolykhamxay')
    """
    decomposed = unicodedata.normalize("NFD", text.casefold().translate(_D))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain))


def search_query(texts: Iterable[str]) -> str:
    """A query that finds any of some spellings: quoted, joined by OR, each that an engine can tell apart once.

    >>> search_query(["Bô Ly Khăm Xay", "Bô-ly-khăm-xay", "Bolikhamxay"])
    '"Bô Ly Khăm Xay" OR "Bolikhamxay"'
    """
    kept: dict[str, str] = {}
    for text in texts:
        phrase = " ".join(text.replace('"', " ").split())
        key = engine_key(phrase)
        if key:
            kept.setdefault(key, phrase)
    return " OR ".join(f'"{phrase}"' for phrase in kept.values())
