"""Lao script written in the letters of a scheme.

A text is cut into Lao runs and the rest; the rest stays as it is. A run is read into syllables, each is written by the
scheme's tables, and what the authority has fixed otherwise goes before the rules: a scheme's overrides for a run, official
names for up to :data:`LONGEST_NAME` runs. Start with :func:`transliterate`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib import import_module

from lao_names.errors import InvalidArgument, NotText, UnknownScheme
from lao_names.orthography.lao_frames import LaoSyllable
from lao_names.orthography.unicode import clean
from lao_names.transliteration.runs import LAO_RUN, read_run
from lao_names.transliteration.scheme import BORDER, UNIT_WORDS, Scheme

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

PHRASE = re.compile(f"(?:{LAO_RUN.pattern})(?:[ \u00a0-](?:{LAO_RUN.pattern}))*")
LONGEST_NAME = 4
"""Runs: a word for the unit and a name of three words; no listed Lao name is longer."""


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
        names: names to use instead of the rules, by their :func:`unified` Lao spelling
            (:func:`~lao_names.transliteration.official_names`). The longest one counts, over spaces too, and it stands
            for whole words only.
        separator: what to put between syllables instead of the scheme's own rule ("", "-", a space); official names
            stay whole.

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
        if len(match[0]) <= LONGEST_KEPT:
            return _write_kept(table.name, match[0], capitals, separator)
        return _write(table.name, match[0], capitals, separator)

    if not names:
        return LAO_RUN.sub(written, text)

    def known(phrase: str) -> str | None:
        fixed = _official(table, clean(phrase), names)
        return fixed if fixed is None or capitals else fixed.lower()

    return PHRASE.sub(lambda match: _with_names(match[0], known, written), text)


def _with_names(phrase: str, known: Callable[[str], str | None], written: Callable[[re.Match[str]], str]) -> str:
    """Runs of Lao letters with spaces between them: the longest known names, and all else by the rules."""
    runs = list(LAO_RUN.finditer(phrase))
    pieces: list[str] = []
    first = done = 0
    while first < len(runs):
        start = runs[first].start()
        pieces.append(phrase[done:start])
        for last in range(min(first + LONGEST_NAME, len(runs)) - 1, first - 1, -1):
            fixed = known(phrase[start : runs[last].end()])
            if fixed is not None:
                break
        else:
            last, fixed = first, written(runs[first])
        pieces.append(fixed)
        first, done = last + 1, runs[last].end()
    return "".join(pieces)


def unified(run: str) -> str:
    """A cleaned run with one spelling of the digraphs: a key for comparing names, not a text to show.

    >>> unified("ຫລວງນ້ຳທາ") == unified("ຫຼວງນ້ຳທາ")
    True
    """
    return run.replace("ຫລ", "ຫຼ").replace("ຫນ", "ໜ").replace("ຫມ", "ໝ")


@lru_cache(maxsize=8192)
def _write_kept(scheme: str, given: str, capitals: bool, separator: str | None) -> str:
    return _write(scheme, given, capitals, separator)


def _write(scheme: str, given: str, capitals: bool, separator: str | None) -> str:
    """One run of Lao letters in the letters of a scheme."""
    table = scheme_named(scheme)
    run, placed = read_run(given)
    fixed = _overridden(table, run, separator)
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


def _units(run: str) -> tuple[str, ...]:
    """The words for units with which a run may begin, no word first."""
    return ("", *(word for word in UNIT_WORDS if run.startswith(word) and run != word))


def _overridden(table: Scheme, run: str, separator: str | None) -> str | None:
    """The form that an authority has fixed for a run against its rules, with the word for its unit before it."""
    if not any(name in run for name in table.overrides):
        return None
    for unit in _units(run):
        fixed = table.overrides.get(run[len(unit) :])
        if fixed is not None:
            return _after(unit, _separated(fixed, separator, table.capitals_after), table, separator)
    return None


def _separated(fixed: str, separator: str | None, capitals_after: str | None) -> str:
    """A fixed form with something else between its syllables."""
    if separator is None:
        return fixed.replace(BORDER, "")
    first, *others = fixed.lower().replace(" ", BORDER).split(BORDER)
    pieces = [first, *(piece for syllable in others for piece in (separator, syllable))]
    return "".join(_capitalized(pieces, capitals_after))


def _official(table: Scheme, phrase: str, names: Mapping[str, str]) -> str | None:
    """The official form of a cleaned phrase; where it is listed without the word for its unit, with that before it."""
    for unit in _units(phrase):
        name = phrase[len(unit) :].lstrip()
        if (fixed := names.get(unified(unit + name))) is not None:
            return fixed
        if unit and (fixed := names.get(unified(name))) is not None:
            return _after(unit, fixed, table, None)
    return None


def _after(unit: str, name: str, table: Scheme, separator: str | None) -> str:
    return f"{transliterate(unit, table.name, separator=separator)} {name}" if unit else name


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
