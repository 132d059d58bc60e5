"""How likely a writer of some style chooses some letters for an onset or a rime.

What was counted (``counts.tsv``, made by ``benchmarks/spelling_counts.py``) is smoothed in steps, from the particular to
the general: this rime at this place of the word, this rime anywhere, the same rime with the other vowel length, the same
rime in kindred styles; then vowel and final counted apart; then the choice of the transliteration scheme; then every
letter that :mod:`~lao_names.spelling.habits` knows. Start with :meth:`Habits.letters_for`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lao_names.phonology import Syllable
from lao_names.spelling.habits import NUCLEI, STYLES, parted, possible_onsets, possible_rimes
from lao_names.transliteration.writing import scheme_named

COUNTS = Path(__file__).with_name("counts.tsv")

OTHER_LENGTH = 0.7
"""What a count of the same rime with the other vowel length is worth: writers do not keep length."""

SMOOTHING = 1.0
"""What all expectation without counts is worth, in counts."""

PLACE_SMOOTHING = 3.0
"""What the counts of all places are worth beside those of one place (the last syllable, or another)."""

SCHEME_SHARE = 0.3
COMPOSED_SHARE = 0.7
"""Of the expectation: the share of the scheme's choice; of the rest that of vowel and final counted apart."""

_VOWEL_LETTERS = re.compile("[aăâeêioôơuưyéèïœæ]*")


class Unit(NamedTuple):
    """What is spelled at once: an onset, or a rime.

    Attributes:
        onset: the onset's sounds, None for a rime.
        nucleus, coda: the rime's sounds, "" for an onset.
        is_last: whether the rime ends its name.
    """

    onset: str | None
    nucleus: str = ""
    coda: str = ""
    is_last: bool = False

    @property
    def sound(self) -> str:
        """The name of the unit in the table of counts: ``kʰw`` or ``aː+ŋ``."""
        return self.onset if self.onset is not None else f"{self.nucleus}+{self.coda}"


def units_of(syllables: Sequence[Syllable]) -> list[Unit]:
    """The onsets and rimes of a name in order."""
    units: list[Unit] = []
    for position, syllable in enumerate(syllables, 1):
        nucleus = "".join(syllable.nucleus)
        # Readings of Latin letters may hold vowels side by side that are no Lao diphthong: the first one counts.
        nucleus = nucleus if nucleus in NUCLEI else syllable.nucleus[0] if syllable.nucleus else "a"
        units.append(Unit("".join(syllable.onset) or "ʔ"))
        units.append(Unit(None, nucleus, syllable.coda, position == len(syllables)))
    return units


Count = tuple[str, str, str, str, float]
"""Style, sound, place (``onset``, ``inner``, ``last``), letters, weight."""


class Habits:
    """Counts of choices, and the probabilities that follow from them.

    Args:
        counts: what was counted.
    """

    def __init__(self, counts: Iterable[Count]) -> None:
        self._by_place: dict[tuple[str, str, str], Counter[str]] = {}
        self._by_sound: dict[tuple[str, str], Counter[str]] = {}
        for style, sound, place, letters, weight in counts:
            for table, key in ((self._by_place, (style, sound, place)), (self._by_sound, (style, sound))):
                table.setdefault(key, Counter())[letters] += weight  # type: ignore[attr-defined]
        self._known: dict[tuple[str, Unit], tuple[tuple[str, float], ...]] = {}

    def letters_for(self, style: str, unit: Unit) -> tuple[tuple[str, float], ...]:
        """The letters for a unit with their probabilities, likeliest first.

        >>> [letters for letters, _ in default_habits().letters_for("respelled", Unit(None, "a", "j"))][:2]
        ['ay', 'ây']
        """
        key = (style, unit)
        if key not in self._known:
            chances = self._chances(style, unit)
            self._known[key] = tuple(sorted(chances.items(), key=lambda item: (-item[1], item[0])))
        return self._known[key]

    def _chances(self, style: str, unit: Unit) -> dict[str, float]:
        expected = self._expected(style, unit)
        counted = self._counted(style, unit)
        total = sum(counted.values()) + SMOOTHING
        anywhere = {
            letters: (counted[letters] + SMOOTHING * expected.get(letters, 0.0)) / total
            for letters in counted.keys() | expected.keys()
        }
        here = self._by_place.get((style, unit.sound, "last" if unit.is_last else "inner"), Counter())
        if unit.onset is not None or not here:
            return anywhere
        total = sum(here.values()) + PLACE_SMOOTHING
        return {
            letters: (here[letters] + PLACE_SMOOTHING * anywhere.get(letters, 0.0)) / total
            for letters in here.keys() | anywhere.keys()
        }

    def _counted(self, style: str, unit: Unit) -> Counter[str]:
        """Counts of the unit, of the same rime with the other vowel length, and of kindred styles."""
        counted = Counter(self._by_sound.get((style, unit.sound), {}))
        if unit.onset is None:
            other = unit._replace(nucleus=other_length(unit.nucleus)).sound
            for letters, weight in self._by_sound.get((style, other), {}).items():
                counted[letters] += OTHER_LENGTH * weight
        for kin, share in STYLES[style].kin.items():
            for letters, weight in self._by_sound.get((kin, unit.sound), {}).items():
                counted[letters] += share * weight
        return counted

    def _expected(self, style: str, unit: Unit) -> dict[str, float]:
        """What to expect where nothing was counted; sums to one."""
        possible = [letters for letters in _possible(unit) if _fits(style, letters)] or list(_possible(unit))[:1]
        composed = self._composed(style, unit) if unit.onset is None else {}
        rest = (1 - SCHEME_SHARE) * (1 - COMPOSED_SHARE if composed else 1)
        expected: Counter[str] = Counter(dict.fromkeys(possible, rest / len(possible)))
        for letters, chance in composed.items():
            expected[letters] += (1 - SCHEME_SHARE) * COMPOSED_SHARE * chance
        expected[_by_scheme(style, unit)] += SCHEME_SHARE
        return dict(expected)

    def _composed(self, style: str, unit: Unit) -> dict[str, float]:
        """Rimes from the spellings of their vowel, before any final, and of their final, after any vowel."""
        if unit.coda in ("j", "w"):
            return {}
        vowels: Counter[str] = Counter()
        finals: Counter[str] = Counter() if unit.coda else Counter({"": 1.0})
        for nucleus, coda, letters, weight in self._rimes(style):
            border = _VOWEL_LETTERS.match(letters).end()  # type: ignore[union-attr]
            if nucleus.replace("ː", "") == unit.nucleus.replace("ː", "") and bool(coda) == bool(unit.coda):
                vowels[letters[:border]] += weight
            if unit.coda and coda == unit.coda:
                finals[letters[border:]] += weight
        total = vowels.total() * finals.total()
        return {v + f: x * y / total for v, x in vowels.items() for f, y in finals.items()} if total else {}

    def _rimes(self, style: str) -> Iterator[tuple[str, str, str, float]]:
        for (own, sound), counter in self._by_sound.items():
            if own == style and "+" in sound:
                nucleus, coda = sound.split("+")
                yield from ((nucleus, coda, letters, weight) for letters, weight in counter.items())


def other_length(nucleus: str) -> str:
    """The same vowel, long for short and short for long.

    >>> other_length("aː"), other_length("iə")
    ('a', 'iːə')
    """
    return nucleus.replace("ː", "") if "ː" in nucleus else nucleus[0] + "ː" + nucleus[1:]


def _possible(unit: Unit) -> tuple[str, ...]:
    return possible_rimes(unit.nucleus, unit.coda) if unit.onset is None else possible_onsets(unit.onset)


def _fits(style: str, letters: str) -> bool:
    return all(letter.isascii() or letter in STYLES[style].letters for letter in letters)


def _by_scheme(style: str, unit: Unit) -> str:
    scheme = scheme_named(STYLES[style].scheme)
    if unit.onset is None:
        return scheme.rime(unit.nucleus, unit.coda)
    if unit.onset in scheme.clusters:
        return scheme.clusters[unit.onset]
    first, second = parted(unit.onset)
    return scheme.onsets.get(first, "") + scheme.seconds.get(second, "")


@cache
def default_habits() -> Habits:
    """The habits counted on the built-in gazetteer, read once per process."""
    return Habits(read_counts(COUNTS.read_text(encoding="utf-8")))


def read_counts(text: str) -> Iterator[Count]:
    """The rows of a table of counts."""
    for line in text.splitlines():
        if line and not line.startswith("#"):
            style, sound, place, *choices = line.split("\t")
            for choice in choices:
                letters, weight = choice.split("=")
                yield style, sound, place, letters, float(weight)
