"""The functions of :mod:`lao_names`: the built-in gazetteer behind one call each.

They are thin: whoever has a gazetteer of their own makes a :class:`~lao_names.matching.resolver.Resolver` and asks it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from lao_names import builtin
from lao_names.builtin import resolver
from lao_names.errors import UnknownLanguage
from lao_names.gazetteer.model import Gazetteer
from lao_names.matching.resolution import Resolution

if TYPE_CHECKING:
    from pathlib import Path

    from lao_names.spelling import Spelling

LANGUAGES = ("en", "lo", "vi", "bgn")
"""Languages of canonical names."""


def load(path: str | Path | None = None) -> Gazetteer:
    """A gazetteer: the built-in one, or a folder of YAML.

    Args:
        path: a folder as ``gazetteer/`` of the source; None for the built-in gazetteer. A folder without ``words.yaml``
            uses the built-in words around names.

    Raises:
        GazetteerError: the folder cannot be read or its files have errors; all are listed.

    >>> load()["LA1101"].parent
    'LA-BL'
    """
    if path is None:
        return builtin.gazetteer()
    from lao_names.gazetteer.loading import load as load_folder

    gazetteer = load_folder(path)
    if gazetteer.words:
        return gazetteer
    return Gazetteer(gazetteer, builtin.gazetteer().words, fingerprint=gazetteer.fingerprint)


def resolve(
    spelling: str,
    *,
    kind: str | None = None,
    within: str | None = None,
    on: str | date | None = None,
    limit: int = 5,
    min_probability: float | None = None,
) -> Resolution:
    """Says who or where a spelling is, how sure that is, and why.

    Args:
        spelling: a name in any script and spelling, with or without words around it ("tỉnh", "Province", "ແຂວງ", "Đại tá").
        kind: only entities of this kind: province, district, town, crossing, feature, former_unit, village, person.
        within: an entity id; the answer lies in it (on the day of ``on``) or holds an office in it, or is it, where
            nothing inside it bears the name.
        on: a date (ISO text or ``datetime.date``); offices held then, units that existed then.
        limit: candidates kept; tied ones are kept beyond it.
        min_probability: least probability of a match, 0..1; by default the library's own threshold.

    Raises:
        NotText: the spelling is not a ``str``.
        InvalidArgument: kind, within, on, limit or min_probability has a value that does not exist.

    >>> resolve("Bô Ly Khăm Xay").entity.name
    'Bolikhamxay'
    >>> [candidate.entity.id for candidate in resolve("Viêng Chăn").tied]
    ['LA-VT', 'LA-VI']
    >>> print(resolve("Hà Nội").status)
    no match
    """
    return resolver().resolve(
        spelling, kind=kind, within=within, on=on, limit=limit, min_probability=min_probability
    )


def resolve_many(
    spellings: Iterable[str],
    *,
    kind: str | None = None,
    within: str | None = None,
    on: str | date | None = None,
    limit: int = 5,
    min_probability: float | None = None,
) -> list[Resolution]:
    """:func:`resolve` for many spellings: one answer for each, in order; each distinct spelling is looked up once.

    >>> [answer.entity.id for answer in resolve_many(["Attapư", "Sa Vẳn Na Khệt", "Attapư"])]
    ['LA-AT', 'LA-SV', 'LA-AT']
    """
    return resolver().resolve_many(
        spellings, kind=kind, within=within, on=on, limit=limit, min_probability=min_probability
    )


def normalize(
    spelling: str,
    *,
    language: str = "en",
    kind: str | None = None,
    within: str | None = None,
    on: str | date | None = None,
    min_probability: float | None = None,
) -> str | None:
    """The canonical name in place of a spelling, or None unless the answer is a match.

    Args:
        spelling, kind, within, on, min_probability: as for :func:`resolve`.
        language: ``en``, ``lo`` (Lao script), ``vi`` or ``bgn`` (BGN/PCGN); where the entity has no such name, the name
            shown.

    Raises:
        UnknownLanguage: the language is none of these.

    >>> normalize("Bolikhămxay")
    'Bolikhamxay'
    >>> normalize("Bolikhămxay", language="lo")
    'ບໍລິຄຳໄຊ'
    """
    if language not in LANGUAGES:
        raise UnknownLanguage(language, LANGUAGES)
    entity = resolve(spelling, kind=kind, within=within, on=on, min_probability=min_probability).entity
    return None if entity is None else entity.names.get(language, entity.name)


def transliterate(
    text: str,
    scheme: str = "bgn-pcgn",
    *,
    capitalize: str = "name",
    names: bool = False,
    separator: str | None = None,
) -> str:
    """Writes the Lao script of a text in other letters; everything else stays as it is.

    Args:
        text, scheme, capitalize, separator: as for :func:`lao_names.transliteration.transliterate`.
        names: whether known names of the gazetteer are written in their official form instead of by the rules.

    Raises:
        UnknownScheme: there is no such scheme.
        NotText: the text is not a ``str``.

    >>> transliterate("ບໍລິຄຳໄຊ", scheme="bgn-pcgn")
    'Bolikhamxai'
    >>> transliterate("ປາກເຊ", "vi"), transliterate("ຫຼວງພະບາງ", "press", names=True)
    ('Pac-xê', 'Luang Prabang')
    """
    from lao_names import transliteration

    known = _official_names(scheme) if names else None
    return transliteration.transliterate(text, scheme, capitalize=capitalize, names=known, separator=separator)


@cache
def _official_names(scheme: str) -> dict[str, str]:
    from lao_names.transliteration import official_names

    return official_names(builtin.gazetteer(), scheme)


def spellings(name: str, *, orthography: str = "vietnamese", limit: int = 50) -> tuple[Spelling, ...]:
    """The spellings of a name to search for: attested ones first, then generated ones by falling probability.

    Args:
        name: an entity id, a name in Lao script, or a name in Latin letters.
        orthography: ``vietnamese``, ``english`` or ``french``.
        limit: how many at most.

    Raises:
        NotText: the name is not a ``str``.
        InvalidArgument: there is no such orthography, the limit is not a positive number, or the name has the shape of an
            id and is none.

    >>> len(spellings("LA-BL", limit=5))
    5
    """
    from lao_names.spelling import spellings as spellings_of

    return spellings_of(name, resolver(), orthography=orthography, limit=limit)
