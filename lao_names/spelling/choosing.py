"""The letters among which the writer of one name chooses, sound by sound.

Two things are known: what writers of a style do with a sound (:class:`~lao_names.spelling.model.Habits`), and what other
writers did with this very name (:class:`~lao_names.spelling.naming.Known`). Known choices are counts, habits are worth some
counts more. So letters of different known spellings recombine (Bo Ly Khăm Say, Bôlykhămxay -> Bô Ly Khăm Say), and every
sound may still be spelled as nobody did yet. Start with :func:`choices_of`.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence

from lao_names.spelling.habits import BY_EAR, STYLES
from lao_names.spelling.letters import bare, vowel_of
from lao_names.spelling.model import Habits, Weights
from lao_names.spelling.naming import Known
from lao_names.spelling.units import Unit

MOST = 12
LEAST_CHANCE = 0.001
"""Choices kept per unit: the likeliest twelve, those above this chance."""

# The figures below: the best of a few tried on left-out spellings, by form and by entity, November 2026.
HABIT_WORTH = 4.0
"""What habits are worth beside the known spellings of a name, in spellings."""

OTHER_STYLE, OF_HALF, ENGLISH, ENGLISH_BY_EAR = 0.4, 0.75, 0.3, 0.1
"""What a known spelling is worth in another style than its own: plain for respelled and back; either for one with few marks;
one that is not Vietnamese in a style that copies, and in one by ear."""

RECOMBINED = 0.8
"""The share of a known rime that counts as its vowel and its final apart: Bắc Xê and Pakse witness Pắk-, too."""

SLIP = 0.2
"""The chance that a copied spelling is changed at one unit."""

Choices = list[tuple[str, float]]
"""Letters with their chances, likeliest first."""


def choices_of(units: Sequence[Unit], style: str, habits: Habits, known: Sequence[Known] = ()) -> list[Choices]:
    """The likeliest letters of each unit of a name, for a writer of some style."""
    found = []
    for place, unit in enumerate(units):
        chances = dict(habits.letters_for(style, unit))
        witnessed = _witnessed(known, place, style)
        if unit.is_rime:
            witnessed = _recombined(witnessed)
        total = sum(witnessed.values()) + HABIT_WORTH
        mixed = {
            letters: (witnessed.get(letters, 0.0) + HABIT_WORTH * chances.get(letters, 0.0)) / total
            for letters in {**chances, **witnessed}
        }
        found.append(_likeliest(mixed))
    return found


def with_slips(choices: Sequence[Choices], letters: Sequence[str]) -> list[Choices]:
    """The choices of a writer who copies a spelling and changes it here and there."""
    found = []
    for likely, copied in zip(choices, letters, strict=True):
        mixed = {other: SLIP * chance for other, chance in likely}
        mixed[copied] = mixed.get(copied, 0.0) + 1 - SLIP
        found.append(_likeliest(mixed))
    return found


def _likeliest(chances: Weights) -> Choices:
    best = heapq.nlargest(MOST, chances.items(), key=lambda item: (item[1], item[0]))
    return [choice for choice in best if choice[1] > LEAST_CHANCE] or best[:1]


def _witnessed(known: Sequence[Known], place: int, style: str) -> Weights:
    """What known spellings show for one unit, in the letters of a style."""
    weights: defaultdict[str, float] = defaultdict(float)
    for form in known:
        letters = form.letters[place] if STYLES[style].letters else bare(form.letters[place])
        weights[letters] += _worth(form, style)
    return weights


def _worth(form: Known, style: str) -> float:
    if form.style == style:
        return 1.0
    if not form.is_vietnamese:
        return ENGLISH_BY_EAR if style in BY_EAR else ENGLISH
    return OF_HALF if STYLES[style].parent else OTHER_STYLE if style in ("respelled", "plain") else ENGLISH


def _recombined(weights: Weights) -> Weights:
    """Rimes of which a share is parted into vowels and finals, each vowel joined with each final."""
    vowels: defaultdict[str, float] = defaultdict(float)
    finals: defaultdict[str, float] = defaultdict(float)
    for letters, weight in weights.items():
        vowel = vowel_of(letters)
        vowels[vowel] += weight
        finals[letters[len(vowel) :]] += weight
    joined: defaultdict[str, float] = defaultdict(float)
    for letters, weight in weights.items():
        joined[letters] += (1 - RECOMBINED) * weight
    whole = sum(weights.values())
    for vowel, one in vowels.items():
        for final, other in finals.items():
            joined[vowel + final] += RECOMBINED * one * other / whole
    return joined
