"""How likely a writer of some style chooses some letters for an onset or a rime.

What was counted (``counts.tsv``, made by ``benchmarks/spelling_counts.py``) is smoothed in steps, from the particular to
the general: this rime at this place of the word, this rime anywhere, the same rime with the other vowel length, the same
rime in kindred styles; then vowel and final counted apart; then the choice of the transliteration scheme; then every
letter that :mod:`~lao_names.spelling.habits` knows. Start with :meth:`Habits.letters_for`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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

PLACE_SMOOTHING = 8.0
"""What the counts of all places are worth beside those of one place (the last syllable, or another)."""

SCHEME_SHARE = 0.3
COMPOSED_SHARE = 0.7
"""Of the expectation: the share of the scheme's choice; of the rest that of vowel and final counted apart."""

_VOWEL_LETTERS = "aăâeêioôơuưyéèïœæ"


ONSET, INNER, LAST, ABSORBED = "onset", "inner", "last", "absorbed"
"""Places: of an onset; of a rime inside a name, at its end, or before an onset that repeats its final."""

_REPEATS = {
    "k": ("k", "kʰ"), "t": ("t", "tʰ", "d"), "p": ("p", "pʰ", "b"), "n": ("n", "ɲ"), "m": ("m",), "ŋ": ("ŋ",),
    "j": ("ɲ", "j"), "w": ("w",),
}  # fmt: skip


class Unit(NamedTuple):
    """What is spelled at once: an onset, or a rime.

    Attributes:
        sound: ``kʰw`` for an onset, ``aː+ŋ`` for a rime. ɲ and j after a final j have a sound of their own (``j.ɲ``):
            Xayabuli writes the two as one letter.
        place: where it stands.
    """

    sound: str
    place: str

    @property
    def is_rime(self) -> bool:
        """Whether it is a vowel with its final."""
        return self.place != ONSET

    @property
    def nucleus(self) -> str:
        """The vowel of a rime."""
        return self.sound.partition("+")[0]

    @property
    def coda(self) -> str:
        """The final of a rime, "" where it has none."""
        return self.sound.partition("+")[2]


def units_of(syllables: Sequence[Syllable]) -> list[Unit]:
    """The onsets and rimes of a name in order.

    >>> [unit.sound for unit in units_of([Syllable(("s",), ("a",), "j"), Syllable(("ɲ",), ("a",))])]
    ['s', 'a+j', 'j.ɲ', 'a+']
    """
    units: list[Unit] = []
    onsets = ["".join(syllable.onset) or "ʔ" for syllable in syllables]
    before = ""
    for position, syllable in enumerate(syllables):
        onset, following = onsets[position], onsets[position + 1 :][:1]
        nucleus = "".join(syllable.nucleus)
        # Readings of Latin letters may hold vowels side by side that are no Lao diphthong: the first one counts.
        nucleus = nucleus if nucleus in NUCLEI else syllable.nucleus[0] if syllable.nucleus else "a"
        repeated = bool(following) and following[0] in _REPEATS.get(syllable.coda, ())
        units.append(Unit(f"j.{onset}" if before == "j" and onset in _REPEATS["j"] else onset, ONSET))
        units.append(Unit(f"{nucleus}+{syllable.coda}", LAST if not following else ABSORBED if repeated else INNER))
        before = syllable.coda
    return units


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
        self._known: dict[tuple[str, Unit], tuple[tuple[str, float], ...]] = {}

    def letters_for(self, style: str, unit: Unit) -> tuple[tuple[str, float], ...]:
        """The letters for a unit with their probabilities, likeliest first.

        >>> [letters for letters, _ in default_habits().letters_for("respelled", Unit("a+j", LAST))][:2]
        ['ay', 'ây']
        """
        key = (style, unit)
        if key not in self._known:
            chances = self._chances(style, unit)
            self._known[key] = tuple(sorted(chances.items(), key=lambda item: (-item[1], item[0])))
        return self._known[key]

    def _chances(self, style: str, unit: Unit) -> Weights:
        anywhere = _smoothed(self._counted(style, unit), self._expected(style, unit), SMOOTHING)
        here = self._counted_at(style, unit) if unit.is_rime else {}
        return _smoothed(here, anywhere, PLACE_SMOOTHING) if here else anywhere

    def _counted_at(self, style: str, unit: Unit) -> Weights:
        """Counts of the unit at its place, of a mixed style those of its parents."""
        counted: Weights = {}
        for own in own_styles(style):
            _add(counted, self._by_place.get((own, unit.sound, unit.place), {}), 1 / len(own_styles(style)))
        return counted

    def _counted(self, style: str, unit: Unit) -> Weights:
        """Counts of the unit, of the same rime with the other vowel length, and of kindred styles."""
        counted = dict(self._by_sound.get((style, unit.sound), {}))
        if unit.is_rime:
            other = f"{other_length(unit.nucleus)}+{unit.coda}"
            for own in own_styles(style):
                _add(counted, self._by_sound.get((own, other), {}), OTHER_LENGTH / len(own_styles(style)))
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
            vowel = letters[: len(letters) - len(letters.lstrip(_VOWEL_LETTERS))]
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
            if own in own_styles(style) and "+" in sound:
                nucleus, coda = sound.split("+")
                yield from ((nucleus, coda, letters, weight) for letters, weight in weights.items())


def own_styles(style: str) -> tuple[str, ...]:
    """A style itself, or those that it mixes."""
    return STYLES[style].parents or (style,)


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
