"""How likely a writer of some style chooses some letters for an onset or a rime.

What was counted (``counts.tsv``, made by ``benchmarks/spelling_counts.py``) is smoothed in steps, from the particular to
the general: this rime at this place of the word, this rime anywhere, the same rime with the other vowel length, the same
rime in kindred styles; then vowel and final counted apart; then the choice of the transliteration scheme; then every
letter that :mod:`~lao_names.spelling.habits` knows. Last come the letters of sounds that are easily misheard
(:mod:`~lao_names.spelling.hearing`). Start with :meth:`Habits.letters_for`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from lao_names.spelling.habits import STYLES, parted, possible_onsets, possible_rimes
from lao_names.spelling.hearing import misheard
from lao_names.spelling.letters import bare, vowel_of
from lao_names.spelling.units import ABSORBED, INNER, LAST, ONSET, Unit, units_of
from lao_names.transliteration.writing import scheme_named

__all__ = ["LAST", "Count", "Habits", "Unit", "Weights", "default_habits", "read_counts", "units_of"]

COUNTS = Path(__file__).with_name("counts.tsv")

OTHER_LENGTH = 0.7
"""What a count of the same rime with the other vowel length is worth: writers do not keep length."""

SMOOTHING = 3.0
"""What all expectation without counts is worth, in counts."""

PLACE_SMOOTHING = 8.0
"""What the counts of all places are worth beside those of one place (the last syllable, or another)."""

ONCE = 1.0
"""The weight of what was seen in one form."""

SCHEME_SHARE = 0.3
COMPOSED_SHARE = 0.7
"""Of the expectation: the share of the scheme's choice; of the rest that of vowel and final counted apart."""

Count = tuple[str, str, str, str, float]
"""Style, sound, place, letters, weight."""

Weights = dict[str, float]
"""Letters -> how often they were chosen, or how likely they are."""


def _add(weights: Weights, more: Mapping[str, float], share: float = 1.0) -> None:
    for letters, weight in more.items():
        weights[letters] = weights.get(letters, 0.0) + share * weight


class Habits:
    """Counts of choices, and the probabilities that follow from them.

    Args:
        counts: what was counted.
    """

    def __init__(self, counts: Iterable[Count]) -> None:
        self._by_place: dict[tuple[str, str, str], Weights] = {}
        self._by_sound: dict[tuple[str, str], Weights] = {}
        for style, sound, place, letters, weight in counts:
            _add(self._by_place.setdefault((style, sound, place), {}), {letters: weight})
            _add(self._by_sound.setdefault((style, sound), {}), {letters: weight})
        self._leave_out_slips()
        self._exact: dict[tuple[str, Unit], Weights] = {}
        self._expects: dict[Unit, frozenset[str]] = {}
        self._known: dict[tuple[str, Unit], tuple[tuple[str, float], ...]] = {}

    def _leave_out_slips(self) -> None:
        for (style, sound), weights in self._by_sound.items():
            for letters in [letters for letters, weight in weights.items() if _is_slip(sound, letters, weight)]:
                del weights[letters]
                for place in (ONSET, INNER, LAST, ABSORBED):
                    self._by_place.get((style, sound, place), {}).pop(letters, None)

    def counted(self) -> dict[str, Weights]:
        """Sound -> letters -> how often, in all styles and places."""
        pooled: dict[str, Weights] = {}
        for (_, sound), weights in self._by_sound.items():
            _add(pooled.setdefault(sound, {}), weights)
        return pooled

    def letters_for(self, style: str, unit: Unit) -> tuple[tuple[str, float], ...]:
        """The letters for a unit with their probabilities, likeliest first.

        >>> [letters for letters, _ in default_habits().letters_for("respelled", Unit("a+j", LAST))][:2]
        ['ay', 'ây']
        """
        key = (style, unit)
        if key not in self._known:
            chances = self._heard(style, unit)
            self._known[key] = tuple(sorted(chances.items(), key=lambda item: (-item[1], item[0])))
        return self._known[key]

    def expects(self, unit: Unit) -> frozenset[str]:
        """The letters that any writer of another language might choose for a unit."""
        if unit not in self._expects:
            choices = (letters for style in ("english", "french") for letters, _ in self.letters_for(style, unit))
            self._expects[unit] = frozenset(choices)
        return self._expects[unit]

    def _heard(self, style: str, unit: Unit) -> Weights:
        """The letters for a unit, and for those that are heard in its place."""
        chances = dict(self._meant(style, unit))
        for other, weight in misheard(unit):
            _add(chances, self._meant(style, other), weight)
        total = sum(chances.values())
        return {letters: chance / total for letters, chance in chances.items()}

    def _meant(self, style: str, unit: Unit) -> Weights:
        """The letters of a writer who heard well."""
        key = (style, unit)
        if key not in self._exact:
            parent, keeps = STYLES[style].parent, STYLES[style].keeps
            chances = _with_fewer_marks(self._meant(parent, unit), keeps) if parent else self._chances(style, unit)
            self._exact[key] = chances
        return self._exact[key]

    def _chances(self, style: str, unit: Unit) -> Weights:
        anywhere = _smoothed(self._counted(style, unit), self._expected(style, unit), SMOOTHING)
        here = self._by_place.get((style, unit.sound, unit.place), {}) if unit.is_rime else {}
        return _smoothed(here, anywhere, PLACE_SMOOTHING) if here else anywhere

    def _counted(self, style: str, unit: Unit) -> Weights:
        """Counts of the unit, of the same rime with the other vowel length, and of kindred styles."""
        counted = dict(self._by_sound.get((style, unit.sound), {}))
        if unit.is_rime:
            other = f"{other_length(unit.nucleus)}+{unit.coda}"
            _add(counted, self._by_sound.get((style, other), {}), OTHER_LENGTH)
        for kin, share in STYLES[style].kin.items():
            _add(counted, self._by_sound.get((kin, unit.sound), {}), share)
        return counted

    def _expected(self, style: str, unit: Unit) -> Weights:
        """What to expect where nothing was counted; sums to one."""
        possible = [letters for letters in _possible(unit) if _fits(style, letters)] or list(_possible(unit))[:1]
        composed = self._composed(style, unit) if unit.is_rime else {}
        rest = (1 - SCHEME_SHARE) * (1 - COMPOSED_SHARE if composed else 1)
        expected: Weights = dict.fromkeys(possible, rest / len(possible))
        _add(expected, composed, (1 - SCHEME_SHARE) * COMPOSED_SHARE)
        _add(expected, {_by_scheme(style, unit): SCHEME_SHARE})
        return expected

    def _composed(self, style: str, unit: Unit) -> Weights:
        """Rimes from the spellings of their vowel, before any final, and of their final, after any vowel."""
        if unit.coda in ("j", "w"):
            return {}
        vowels: Weights = {}
        finals: Weights = {} if unit.coda else {"": 1.0}
        for nucleus, coda, letters, weight in self._rimes(style):
            vowel = vowel_of(letters)
            if nucleus.replace("ː", "") == unit.nucleus.replace("ː", "") and bool(coda) == bool(unit.coda):
                _add(vowels, {vowel: weight})
            if unit.coda and coda == unit.coda:
                _add(finals, {letters[len(vowel) :]: weight})
        total = sum(vowels.values()) * sum(finals.values())
        composed: Weights = {}
        for vowel, share in vowels.items() if total else ():
            _add(composed, {vowel + final: share * weight / total for final, weight in finals.items()})
        return composed

    def _rimes(self, style: str) -> Iterator[tuple[str, str, str, float]]:
        for (own, sound), weights in self._by_sound.items():
            if own == style and "+" in sound:
                nucleus, coda = sound.split("+")
                yield from ((nucleus, coda, letters, weight) for letters, weight in weights.items())


def _is_slip(sound: str, letters: str, weight: float) -> bool:
    """Whether one form alone shows some letters for a sound and nothing leads to expect them: its writer slipped, or it was
    cut wrong (Paskbeng for Pakbeng)."""
    return weight <= ONCE and letters not in _possible(Unit(sound, LAST if "+" in sound else ONSET))


def _with_fewer_marks(chances: Weights, keeps: float) -> Weights:
    """The same choices, of which a share only keeps the marks of its vowels."""
    found: Weights = {}
    for letters, chance in chances.items():
        if (unmarked := bare(letters)) == letters:
            _add(found, {letters: chance})
        else:
            _add(found, {letters: keeps * chance, unmarked: (1 - keeps) * chance})
    return found


def _smoothed(counted: Weights, expected: Weights, strength: float) -> Weights:
    """Shares of counts together with an expectation that is worth so many counts."""
    total = sum(counted.values()) + strength
    return {
        letters: (counted.get(letters, 0.0) + strength * expected.get(letters, 0.0)) / total
        for letters in {**counted, **expected}
    }


def other_length(nucleus: str) -> str:
    """The same vowel, long for short and short for long.

    >>> other_length("aː"), other_length("iə")
    ('a', 'iːə')
    """
    return nucleus.replace("ː", "") if "ː" in nucleus else nucleus[0] + "ː" + nucleus[1:]


def _possible(unit: Unit) -> tuple[str, ...]:
    return possible_rimes(unit.nucleus, unit.coda) if unit.is_rime else possible_onsets(unit.sound)


def _fits(style: str, letters: str) -> bool:
    return all(letter.isascii() or letter in STYLES[style].letters for letter in letters)


def _by_scheme(style: str, unit: Unit) -> str:
    scheme = scheme_named(STYLES[style].scheme)
    if unit.is_rime:
        return scheme.rime(unit.nucleus, unit.coda)
    onset = unit.sound.removeprefix("j.")
    if onset in scheme.clusters:
        return scheme.clusters[onset]
    first, second = parted(onset)
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
