"""Official forms by Lao spelling, for the ``names`` of :func:`~lao_names.transliteration.transliterate`.

A gazetteer lists ໄຊ with "Muang Xai" and ວຽງຈັນ with "Vientiane Province": one side has the word for the unit, the other
has not. So each name is taken apart, and listed with the word (ເມືອງໄຊ, Muang Xai) and without (ໄຊ, Xai). A spelling that
several entities share is listed only where their forms have the same letters: ແຂວງສາລະວັນ is Salavan and ເມືອງສາລະວັນ is
Saravane, but who says ສາລະວັນ may mean either. Start with :func:`official_names`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from lao_names.orthography.unicode import clean
from lao_names.transliteration.runs import LAO_RUN
from lao_names.transliteration.scheme import UNIT_WORDS
from lao_names.transliteration.writing import scheme_named, transliterate, unified

UNIT_OF_KIND = {"province": "ແຂວງ", "district": "ເມືອງ", "village": "ບ້ານ"}
"""The word that decides that a unit of this kind is meant. A town has none: ເມືອງ before it may mean its district."""

UNITS_BEFORE = frozenset(("muang", "muong", "ban"))
UNITS_BEHIND = frozenset(("province", "district", "capital", "special zone"))
"""Words for units in official forms, without marks: all that the gazetteer's have (2026-11)."""

GLOSS = re.compile(r" \([^()]*\)$")
"""Another name in brackets, as in Muang Xay (Oudomxay)."""


class Named(Protocol):
    """What is asked of an entity: its kind, and its names by language (``lo``, ``bgn``, ``en``, ``vi``)."""

    @property
    def kind(self) -> str:
        """``province``, ``district`` ..."""

    @property
    def names(self) -> Mapping[str, str]:
        """Names by language."""


def official_names(entities: Iterable[Named | Mapping[str, str]], scheme: str) -> dict[str, str]:
    """Official forms by Lao spelling, for the ``names`` of :func:`~lao_names.transliteration.transliterate`.

    Args:
        entities: entities of a gazetteer, in the order in which one of equal forms is chosen; or only their names by
            language (``lo``, ``bgn``, ``en``, ``vi``), where no word for a unit decides between them.
        scheme: one of :func:`~lao_names.transliteration.schemes`.

    Returns:
        by :func:`~lao_names.transliteration.writing.unified` Lao spelling, with the word for the unit and without;
        empty for schemes without official names. A spelling whose forms have not the same letters is left out.

    >>> names = official_names([{"lo": "ໄຊ", "bgn": "Muang Xai"}], "bgn-pcgn")
    >>> transliterate("ໄຊ, ເມືອງໄຊ", names=names)
    'Xai, Muang Xai'
    """
    language = scheme_named(scheme).language or ""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for entity in entities:
        names, kind = (entity, "") if isinstance(entity, Mapping) else (entity.names, entity.kind)
        official = GLOSS.sub("", names.get(language, ""))
        if official and "lo" in names and not LAO_RUN.search(official):
            for lao, form in _forms(unified(clean(names["lo"])), official, kind, scheme):
                forms[lao].append(form)
    return {lao: some[0] for lao, some in forms.items() if len(set(map(_letters, some))) == 1}


def _forms(lao: str, official: str, kind: str, scheme: str) -> Iterator[tuple[str, str]]:
    """The Lao spellings of one entity, each with its form: with and without the word for the unit."""
    bare = _without_unit(official)
    own_unit = next((word for word in map(unified, UNIT_WORDS) if lao.startswith(word) and lao != word), None)
    if own_unit is not None:
        yield lao, official
        if bare != official:
            yield lao.removeprefix(own_unit).strip(), bare
        return
    if kind == "crossing":  # its form names both sides of the border, its Lao name is that of a town
        return
    yield lao, bare
    if unit := UNIT_OF_KIND.get(kind):
        yield unit + lao, official if bare != official else f"{transliterate(unit, scheme)} {bare}"


def _without_unit(official: str) -> str:
    """An official form without its word for the unit.

    >>> _without_unit("Mường Khoa"), _without_unit("Vientiane Province"), _without_unit("Bokeo")
    ('Khoa', 'Vientiane', 'Bokeo')
    """
    first, _, rest = official.partition(" ")
    if rest and _letters(first) in UNITS_BEFORE:
        return rest
    behind = next((word for word in UNITS_BEHIND if official.lower().endswith(" " + word)), "")
    return official[: len(official) - len(behind)].rstrip()


def _letters(text: str) -> str:
    """Letters to compare: no case, marks, spaces or hyphens."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if c.isalpha())
