"""Lao script written in the letters of a scheme.

A text is cut into Lao runs and the rest; the rest stays as it is. A run is read into syllables, each is written by the
scheme's tables, and what the authority has fixed otherwise (a scheme's overrides, official names) goes before the rules.
Start with :func:`transliterate`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import import_module

from lao_names.errors import InvalidArgument, NotText, UnknownScheme
from lao_names.orthography.lao_frames import LaoSyllable
from lao_names.orthography.unicode import clean
from lao_names.transliteration.runs import LAO_RUN, read_run
from lao_names.transliteration.scheme import UNIT_WORDS, Scheme

MODULES = {
    "bgn-pcgn": "bgn_pcgn",
    "ala-lc": "ala_lc",
    "moh2020": "moh2020",
    "press": "press",
    "french": "french",
    "ipa": "ipa",
    "vi": "vietnamese",
}
CAPITALIZE = ("name", "none")
LONGEST_KEPT = 200
"""Letters: longer runs are not kept in the cache."""


def schemes() -> dict[str, str]:
    """The transliteration schemes: what ``scheme=`` takes, and what each is.

    >>> list(schemes())
    ['bgn-pcgn', 'ala-lc', 'moh2020', 'press', 'french', 'ipa', 'vi']
    """
    return {name: scheme_named(name).title for name in MODULES}


@cache
def _loaded(name: str) -> Scheme:
    scheme: Scheme = import_module(f"lao_names.transliteration.{MODULES[name]}").SCHEME
    return scheme


def scheme_named(name: str) -> Scheme:
    """The scheme of a name.

    Raises:
        UnknownScheme: there is none; the message names those that exist.
    """
    if not isinstance(name, str) or name not in MODULES:
        raise UnknownScheme(name, MODULES)
    return _loaded(name)


def transliterate(
    text: str,
    scheme: str = "bgn-pcgn",
    *,
    capitalize: str = "name",
    names: Mapping[str, str] | None = None,
    separator: str | None = None,
) -> str:
    """Write the Lao script of a text in other letters; everything else stays as it is.

    Args:
        text: any text. Lao letters that cannot be read pass through.
        scheme: one of :func:`schemes`.
        capitalize: "name" for a capital at the beginning of every word, "none" for small letters.
        names: names to use instead of the rules, by their :func:`unified` Lao spelling (:func:`official_names`).
        separator: what to put between the syllables of a word instead of the scheme's own rule: ``" "``, ``"-"`` or "".
            With a space, ``capitalize="name"`` gives every syllable a capital (the Vietnamese way: Bô Li Khăm Xay).

    Raises:
        UnknownScheme: there is no such scheme.
        InvalidArgument: ``capitalize`` is neither "name" nor "none".
        NotText: ``text`` is not a ``str``.

    >>> transliterate("ແຂວງບໍລິຄຳໄຊ")
    'Khoèng Bolikhamxai'
    >>> transliterate("ບໍລິຄຳໄຊ", "vi"), transliterate("ບໍລິຄຳໄຊ", "vi", separator=" ")
    ('Bo-ly-khăm-xay', 'Bo Ly Khăm Xay')
    """
    if not isinstance(text, str):
        raise NotText(text)
    if capitalize not in CAPITALIZE:
        raise InvalidArgument(capitalize, CAPITALIZE)
    table = scheme_named(scheme)
    capitals = capitalize == "name"

    def written(match: re.Match[str]) -> str:
        if names is None and len(match[0]) <= LONGEST_KEPT:
            return _write_kept(table.name, match[0], capitals, separator)
        return _write(table.name, match[0], capitals, separator, names)

    return LAO_RUN.sub(written, text)


def official_names(names: Iterable[Mapping[str, str]], scheme: str) -> dict[str, str]:
    """Official forms by Lao spelling, for the ``names`` of :func:`transliterate`.

    Args:
        names: names by language (``lo``, ``bgn``, ``en``, ``vi``), one mapping per entity: ``entity.names``.
        scheme: one of :func:`schemes`.

    Returns:
        by :func:`unified` Lao spelling; empty for schemes without official names. Where several entities share a Lao
        spelling the first one counts: a gazetteer goes from provinces to persons, and the outermost unit is meant.
    """
    language = scheme_named(scheme).language or ""
    forms: dict[str, str] = {}
    for by_language in names:
        official = by_language.get(language)
        if official and "lo" in by_language and not LAO_RUN.search(official):
            forms.setdefault(unified(clean(by_language["lo"])), official)
    return forms


def unified(run: str) -> str:
    """A cleaned run with one spelling of the digraphs: a key for comparing names, not a text to show.

    >>> unified("ຫລວງນ້ຳທາ") == unified("ຫຼວງນ້ຳທາ")
    True
    """
    return run.replace("ຫລ", "ຫຼ").replace("ຫນ", "ໜ").replace("ຫມ", "ໝ")


@lru_cache(maxsize=8192)
def _write_kept(scheme: str, given: str, capitals: bool, separator: str | None) -> str:
    return _write(scheme, given, capitals, separator, None)


def _write(scheme: str, given: str, capitals: bool, separator: str | None, known: Mapping[str, str] | None) -> str:
    """One run of Lao letters in the letters of a scheme."""
    table = scheme_named(scheme)
    run, placed = read_run(given)
    fixed = _fixed(table, run, known)
    if fixed is not None:
        return fixed if capitals else fixed.lower()
    pieces: list[str] = []
    word: list[tuple[LaoSyllable, str]] = []
    for syllable, start, end in placed:
        if isinstance(syllable, LaoSyllable):
            word.append((syllable, run[start:end]))
            continue
        pieces.extend(table.word(word, separator))
        pieces.append(_sign(table, syllable))
        word = []
    pieces.extend(table.word(word, separator))
    return "".join(_capitalized(pieces, table.capitals_after) if capitals else pieces)


def _sign(table: Scheme, text: str) -> str:
    """Punctuation of Lao script in that of the scheme."""
    for lao, written in table.signs.items():
        text = text.replace(lao, written)
    return text


def _fixed(table: Scheme, run: str, known: Mapping[str, str] | None) -> str | None:
    """The form that an authority has fixed for a run, with the word for its unit before it where there is one."""
    if run in table.overrides and not known:
        return table.overrides[run]
    if known is None and not any(name in run for name in table.overrides):
        return None
    for unit in ("", *(word for word in UNIT_WORDS if run.startswith(word))):
        rest = run[len(unit) :]
        fixed = (known or {}).get(unified(rest)) or table.overrides.get(rest)
        if fixed is not None:
            return transliterate(unit, table.name) + " " + fixed if unit else fixed
    return None


def _capitalized(pieces: list[str], capitals_after: str | None) -> list[str]:
    """Pieces with a capital at the start and after the characters that begin a new word in the scheme."""
    if capitals_after is None:
        return pieces
    whole = "".join(pieces)
    if whole.isalnum() and whole[0].upper() != whole[0]:  # the usual case: one word
        return [whole[0].upper(), whole[1:]]
    capital = True
    done: list[str] = []
    for piece in pieces:
        cased = next((place for place, letter in enumerate(piece) if letter.upper() != letter), None)
        if capital and cased is not None:
            piece = piece[:cased] + piece[cased].upper() + piece[cased + 1 :]
            capital = False
        capital = capital or piece.endswith(tuple(capitals_after))
        done.append(piece)
    return done
