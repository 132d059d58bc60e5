"""Ways in: from any spelling to how it may sound.

One module per way of writing, all of one shape (an essay with sources, tables, ``read``):
:mod:`~lao_names.orthography.lao`, :mod:`~lao_names.orthography.vietnamese`, :mod:`~lao_names.orthography.romanized` and, for
everything else, :mod:`~lao_names.orthography.other_scripts`. :mod:`~lao_names.orthography.unicode` comes before all of them.

:func:`readings` is the door. Nobody knows where an ear-made spelling has its syllable borders or which habits its writer
followed, so the answer is several readings, kept side by side.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice, product
from typing import NamedTuple

from lao_names.errors import NotText
from lao_names.orthography import romanized, vietnamese
from lao_names.orthography.later import pattern
from lao_names.orthography.unicode import SIGNED_SCRIPTS, clean
from lao_names.phonology import Syllable, classes, decode, encode_syllables

MOST_READINGS = 4
LONGEST_TEXT = 240
"""Characters of a spelling that are read. The longest listed name has 60; what follows after 240 is no part of a name."""

_LATIN = "a-z\u00df-\u024f\u1e00-\u1eff"
_RUNS = pattern(
    rf"([\u0e80-\u0eff]+)|([{_LATIN}][{_LATIN}\u0300-\u036f]*)|((?:[{SIGNED_SCRIPTS}]|[^\W\d_])+)"
)
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
# Of a decomposed text: đ, breve, horn, hook, dot below, a tilde (not ñ), acute or grave on any vowel but a bare e, which
# is French.
_SURELY_VIETNAMESE = pattern("đ|[\u0306\u031b\u0309\u0323]|(?<!n)\u0303|(?:[aiouy]\u0302?|e\u0302)[\u0300\u0301]")
# Letters without marks that a Vietnamese hand and an English one mean differently: Noong, tr, gi.
_ELSE_IN_VIETNAMESE = pattern("oo|tr|gi[aeou]")
_QUALITY = pattern("[^a-zđăâêôơưéèœæ]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to hear a spelling.

    Attributes:
        orthography: ``lao``, ``vietnamese``, ``romanized`` or ``other``: whose habits were followed.
        syllables: what is heard.
        code: the sounds, flat, as bytes (:func:`lao_names.phonology.encode`).
    """

    orthography: str
    syllables: tuple[Syllable, ...]
    code: bytes

    @property
    def segments(self) -> tuple[str, ...]:
        """The sounds, flat: what the matcher compares."""
        return decode(self.code)

    def __str__(self) -> str:
        return ".".join(map(str, self.syllables))


def readings(text: str) -> tuple[Reading, ...]:
    """The ways to hear a spelling, the usual one first, at most :data:`MOST_READINGS`; () where there is no letter.

    Args:
        text: a name in any script, Unicode form and case.

    Raises:
        NotText: it is not a ``str``.

    >>> [str(reading) for reading in readings("Bôlykhămxay")]
    ['bo.li.kʰam.saj']
    >>> [str(reading) for reading in readings("Phonhong")]
    ['pʰo.ɲoŋ', 'pʰon.hoŋ']
    """
    if not isinstance(text, str):
        raise NotText(text)
    return readings_of_clean(clean(text[:LONGEST_TEXT]))


def readings_of_clean(text: str) -> tuple[Reading, ...]:
    """The same for a text that has gone through :func:`~lao_names.orthography.unicode.clean`."""
    # Readings that differ by sounds of one class only (o and ɔ, e and ɛ) are one: the prices take care of the rest.
    by_sound: dict[str, Reading] = {}
    for orthography, syllables in _wholes(_parts(text)):
        if code := encode_syllables(syllables):
            by_sound.setdefault(classes(code), Reading(orthography, syllables, code))
    return tuple(by_sound.values())


_Part = list[tuple[str, tuple[Syllable, ...]]]
"""Readings of a stretch in one script: whose habits were followed, and what is heard."""


def _parts(text: str) -> list[_Part]:
    parts: list[_Part] = []
    latin_words: list[str] = []
    for lao, latin, other in _RUNS.findall(text.lower()):
        if latin:
            latin_words.append(latin)
            continue
        if latin_words:
            parts.append(_latin(latin_words))
            latin_words = []
        parts.append(_lao(lao) if lao else _other(other))
    if latin_words:
        parts.append(_latin(latin_words))
    return [part for part in parts if part]


def _wholes(parts: list[_Part]) -> _Part:
    if len(parts) < 2:
        return parts[0][:MOST_READINGS] if parts else []
    choices = islice(product(*parts), MOST_READINGS)
    return [(choice[0][0], tuple(chain.from_iterable([part for _, part in choice]))) for choice in choices]


def _lao(text: str) -> _Part:
    from lao_names.orthography import lao

    return [("lao", syllables) for syllables in lao.read_clean(text)]


def _other(text: str) -> _Part:
    from lao_names.orthography import other_scripts

    return [("other", syllables) for syllables in other_scripts.read(text)]


def _latin(words: list[str]) -> _Part:
    """Vietnamese where a letter or mark shows it, else romanized, then Vietnamese typed without marks."""
    written = [_word(word) for word in words]
    plain = [word.plain for word in written]
    if any([word.surely_vietnamese for word in written]):
        return [("vietnamese", syllables) for syllables in vietnamese.read(plain)]
    found = [("romanized", syllables) for syllables in romanized.read(plain)]
    if any([word.else_in_vietnamese for word in written]):
        found += [("vietnamese", syllables) for syllables in vietnamese.read(plain)]
    return found


def _base(letter: re.Match[str]) -> str:
    """The plain letter of one with other marks; nothing of a mark that has no letter to join (o̜ of ALA-LC)."""
    first = unicodedata.normalize("NFD", letter[0])[0]
    return "" if unicodedata.combining(first) else first


class _Word(NamedTuple):
    """A written word: its letters without tones, and whose hand it shows."""

    plain: str
    surely_vietnamese: bool
    else_in_vietnamese: bool


@lru_cache(maxsize=8192)  # spellings are new, their words recur
def _word(text: str) -> _Word:
    else_in_vietnamese = _ELSE_IN_VIETNAMESE.search(text) is not None
    if text.isascii():
        return _Word(text, False, else_in_vietnamese)
    decomposed = unicodedata.normalize("NFD", text)
    return _Word(_untoned(decomposed), _SURELY_VIETNAMESE.search(decomposed) is not None, else_in_vietnamese)


def _untoned(decomposed: str) -> str:
    """Letters with the marks that tell vowels apart, without tones and without any other mark."""
    bare = unicodedata.normalize("NFC", decomposed.translate(_TONES))
    if not bare.isascii():
        bare = _QUALITY.sub(_base, bare)
    return bare
