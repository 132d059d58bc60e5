"""The likeliest spellings of a name, given the choices for each of its sounds.

A beam search: the choices for one unit do not depend on the others, but for two things. Who has spelled a sound in one way
tends to spell it so again in the same name, and not every onset and rime make a syllable of Vietnamese. Start with
:func:`likeliest`.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple

from lao_names.phonology import LENGTH
from lao_names.spelling.choosing import Choices
from lao_names.spelling.units import Unit

CONSISTENT = 0.3
"""The chance that a sound is spelled like the same sound before, whatever its habits."""

class _Path(NamedTuple):
    """A spelling of the first units of a name.

    Only what is new is kept, and where it goes on from: copying all letters at each unit would take time that grows with
    the square of a text's length.

    Attributes:
        cost: its log-probability.
        letters: those of the last unit.
        before: the path that it goes on from; None at the beginning.
        latest: of each sound that comes more than once, the letters it had last; None before that.
    """

    cost: float
    letters: str
    before: _Path | None
    latest: tuple[str | None, ...]

    def longer(self, cost: float, letters: str, slot: int | None) -> _Path:
        """The path with one more unit, whose sound has some slot in ``latest``."""
        latest = self.latest if slot is None else (*self.latest[:slot], letters, *self.latest[slot + 1 :])
        return _Path(cost, letters, self, latest)

    def spelled(self) -> tuple[str, ...]:
        """The letters of each unit."""
        letters, path = [], self
        while path.before is not None:
            letters.append(path.letters)
            path = path.before
        return tuple(reversed(letters))


_Step = tuple[float, _Path, str]
"""Log-probability with one more unit, the path before it, and the letters of the unit."""


def likeliest(
    units: Sequence[Unit],
    choices: Sequence[Choices],
    most: int,
    *,
    fits: Callable[[str, str], bool] | None = None,
) -> list[tuple[float, tuple[str, ...]]]:
    """The likeliest spellings: chance, and letters of each unit.

    Args:
        units: the sounds of the name.
        choices: the letters of each.
        most: how many spellings at most, and how many are kept on the way.
        fits: whether an onset and a rime make a syllable; a sound for which none does may have any.
    """
    slots, recurring = _slots(units)
    beam = [_Path(0.0, "", None, (None,) * recurring)]
    for unit, likely, slot in zip(units, choices, slots, strict=True):
        if slot is None or beam[0].latest[slot] is None:
            steps = _extended(beam, likely, most)
        else:
            steps = _repeated(beam, likely, slot)
        if fits and unit.is_rime:
            steps = [step for step in steps if fits(step[1].letters, step[2])] or steps
        best = heapq.nlargest(most, steps, key=itemgetter(0))
        beam = [path.longer(cost, letters, slot) for cost, path, letters in best]
    return [(math.exp(path.cost), path.spelled()) for path in beam]


def _slots(units: Sequence[Unit]) -> tuple[list[int | None], int]:
    """For each unit a number of its sound, vowel length aside, None where the sound comes once; and how many numbers."""
    sounds = [unit.sound.replace(LENGTH, "").removeprefix("j.") for unit in units]
    often = (sound for sound, times in Counter(sounds).items() if times > 1)
    numbers = {sound: number for number, sound in enumerate(often)}
    return [numbers.get(sound) for sound in sounds], len(numbers)


def _extended(beam: Sequence[_Path], likely: Choices, most: int) -> list[_Step]:
    """Every spelling with every choice; a spelling of rank r and a choice of rank q with r times q too large is not among
    the best, since all with better ranks are better."""
    fresh = [(letters, math.log(chance)) for letters, chance in likely]
    return [
        (path.cost + more, path, letters)
        for rank, path in enumerate(beam, 1)
        for letters, more in fresh[: most // rank + 1]
    ]


def _repeated(beam: Sequence[_Path], likely: Choices, slot: int) -> list[_Step]:
    """Every spelling with every choice, where the choice for the same sound before counts."""
    again = {letters: math.log(CONSISTENT + (1 - CONSISTENT) * chance) for letters, chance in likely}
    anew = {letters: math.log((1 - CONSISTENT) * chance) for letters, chance in likely}
    return [
        (path.cost + (again if path.latest[slot] == letters else anew)[letters], path, letters)
        for path in beam
        for letters in again
    ]
