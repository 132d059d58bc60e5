"""The readings of the index near a reading that is heard, with their prices, for many at once.

The first two steps of :mod:`lao_names.matching.lookup`, *blocking* and *pricing*. Both look at sounds only, and spellings
differ by much that is not heard: tones, case, x or s, one word or three. So what was found for a reading is kept: of 5,000
unseen spellings of listed names two thirds sound like an earlier one, and half share their sound classes. Strangers seldom
do, and pay for one comparison with the index each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

import numpy as np
from rapidfuzz import fuzz, process

from lao_names.matching.blocking import Blocks
from lao_names.matching.index import Index
from lao_names.matching.lookup import FARTHER, FURTHEST, NEAREST, ROUNDING
from lao_names.matching.pricing import Sequences, costs
from lao_names.phonology import classes

KEPT = 8192
"""Readings whose neighbours are kept; they take some 2 MB."""

BLOCK = 1 << 19
"""Comparisons that are made together: their results fit into the processor's cache."""

Neighbourhood = tuple[np.ndarray, np.ndarray]
"""Rows of the index, most alike first, and the price of each in thousandths."""


class Neighbours:
    """Finds the neighbours of readings among those of an index.

    Args:
        index: where to look.
        blocks: the readings of the index to look among.
        sequences: all readings of the index, if they were put into arrays before.
    """

    def __init__(self, index: Index, blocks: Blocks, sequences: Sequences | None = None) -> None:
        self.sequences = sequences or Sequences([sound.code for sound in index.sounds])
        # Readings of one class string are alike to the same degree, so it is compared once.
        self._classes = blocks.texts
        self._sizes = np.array([len(rows) for rows in blocks.rows], dtype=np.intp)
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._rows = np.array(list(chain.from_iterable(blocks.rows)), dtype=np.intp)
        self._near: dict[str, np.ndarray] = {}
        self._priced: dict[bytes, Neighbourhood] = {}

    def of(self, codes: Sequence[bytes]) -> list[Neighbourhood]:
        """The neighbours of each of some readings, in their order."""
        kept = self._priced  # another thread may begin a new one meanwhile
        new = [code for code in dict.fromkeys(codes) if code not in kept]
        if new:
            found = self._price(new)
            if len(kept) + len(found) > KEPT:
                kept = self._priced = {code: kept[code] for code in codes if code in kept}
            kept.update(found)
        return [kept[code] for code in codes]

    def _price(self, codes: Sequence[bytes]) -> dict[bytes, Neighbourhood]:
        near = self._nearest([classes(code) for code in codes])
        sizes = np.array([len(rows) for rows in near], dtype=np.intp)
        all_near = np.concatenate(near)
        prices = costs(Sequences(codes), np.repeat(np.arange(len(codes)), sizes), self.sequences, all_near)
        ends = np.cumsum(sizes).tolist()
        return {
            code: (rows, prices[end - len(rows) : end]) for code, rows, end in zip(codes, near, ends, strict=True)
        }

    def _nearest(self, heard: Sequence[str]) -> list[np.ndarray]:
        """For each string of sound classes the rows that are worth aligning."""
        kept = self._near
        new = [text for text in dict.fromkeys(heard) if text not in kept]
        if len(kept) + len(new) > KEPT:
            kept = self._near = {text: kept[text] for text in heard if text in kept}
        step = max(1, BLOCK // max(1, len(self._classes)))
        for begin in range(0, len(new), step):
            block = new[begin : begin + step]
            kept.update(zip(block, self._compare(block), strict=True))
        return [kept[text] for text in heard]

    def _compare(self, heard: Sequence[str]) -> Iterable[np.ndarray]:
        similar = process.cdist(heard, self._classes, scorer=fuzz.ratio, score_cutoff=FURTHEST - ROUNDING)
        least = np.maximum(similar.max(axis=1, initial=0.0) - FARTHER, FURTHEST) - ROUNDING
        row, near = np.divmod(np.flatnonzero(similar >= least[:, None]), similar.shape[1])
        value = similar[row, near]
        kept = np.flatnonzero(value >= np.maximum(least, _level(row, value, self._sizes[near], len(heard)))[row])
        row, near, value = row[kept], near[kept], value[kept]
        # Each class string becomes as many rows as share it.
        sizes = self._sizes[near]
        source = np.repeat(np.arange(len(near)), sizes)
        within = np.arange(len(source)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        rows, row, value = self._rows[self._starts[near][source] + within], row[source], value[source]
        order = np.lexsort((rows, -value, row))
        rows, row, value = rows[order], row[order], value[order]
        begins = np.searchsorted(row, np.arange(len(heard) + 1))
        last = np.minimum(begins[:-1] + NEAREST, begins[1:]) - 1
        enough = value >= value[last][row] - ROUNDING if len(value) else np.zeros(0, dtype=bool)
        ends = np.concatenate(([0], np.cumsum(enough)))[begins].tolist()
        rows = rows[enough]
        return [rows[begin:end] for begin, end in pairwise(ends)]


def _level(row: np.ndarray, value: np.ndarray, sizes: np.ndarray, rows: int) -> np.ndarray:
    """For each row the highest whole similarity that :data:`~lao_names.matching.lookup.NEAREST` readings reach, else 0.

    It saves sorting hundreds of values for the dozen that are wanted.
    """
    counts = np.bincount(row * 101 + value.astype(np.intp), weights=sizes, minlength=rows * 101)
    reached = np.cumsum(counts.reshape(rows, 101)[:, ::-1], axis=1) >= NEAREST
    return np.where(reached.any(axis=1), 100 - reached.argmax(axis=1), 0) - ROUNDING
