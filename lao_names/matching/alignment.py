"""Two sequences of sounds, aligned at the least price.

:func:`cost` is the price alone, :func:`align` the way it comes about: its prices add up to the cost. Both are the textbook
recurrence of weighted edit distance (Wagner and Fischer 1974) over the prices of :mod:`lao_names.phonology`. Prices are
whole thousandths, so the two, and the batch version in :mod:`lao_names.matching.pricing`, agree to the last digit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lao_names.phonology import SCALE, SEGMENTS, SUBSTITUTION, insertions


class Aligned(NamedTuple):
    """One segment of the spelling against one of the form; either may be empty.

    ``price`` is what the difference costs: 0 for the same sound.
    """

    heard: str
    form: str
    price: float


def cost(heard: bytes, form: bytes) -> int:
    """The least price, in thousandths, of turning one encoded sequence into the other; symmetric, 0 for equal ones."""
    if heard == form:
        return 0
    return _table(heard, form, insertions(heard), insertions(form), keep=False)[-1][-1]


def align(heard: bytes, form: bytes) -> tuple[Aligned, ...]:
    """The cheapest alignment of two encoded sequences, from left to right.

    Each segment of both appears exactly once. Where ways tie, taking two sounds for each other is preferred.
    """
    extra, missing = insertions(heard), insertions(form)
    table = _table(heard, form, extra, missing, keep=True)
    i, j, steps = len(heard), len(form), []
    while i or j:
        here = table[i][j]
        if i and j and here == table[i - 1][j - 1] + SUBSTITUTION[heard[i - 1]][form[j - 1]]:
            i, j = i - 1, j - 1
            steps.append(Aligned(SEGMENTS[heard[i]], SEGMENTS[form[j]], SUBSTITUTION[heard[i]][form[j]] / SCALE))
        elif i and here == table[i - 1][j] + extra[i - 1]:
            i -= 1
            steps.append(Aligned(SEGMENTS[heard[i]], "", extra[i] / SCALE))
        else:
            j -= 1
            steps.append(Aligned("", SEGMENTS[form[j]], missing[j] / SCALE))
    return tuple(reversed(steps))


def _table(
    heard: bytes, form: bytes, extra: Sequence[int], missing: Sequence[int], *, keep: bool
) -> list[list[int]]:
    """Prices of all prefixes: all rows where ``keep``, else only the last one."""
    row = [0]
    for price in missing:
        row.append(row[-1] + price)
    rows = [row]
    for place, sound in enumerate(heard):
        prices, more, above = SUBSTITUTION[sound], extra[place], row[0]
        left = above + more
        new = [left]
        for j, other in enumerate(form):
            best = above + prices[other]
            above = row[j + 1]
            if above + more < best:
                best = above + more
            if left + missing[j] < best:
                best = left + missing[j]
            new.append(best)
            left = best
        row = new
        if keep:
            rows.append(row)
    return rows if keep else [row]
