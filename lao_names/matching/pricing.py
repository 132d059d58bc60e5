"""Thousands of alignments at once: the prices of :mod:`lao_names.matching.alignment` for pairs of rows, in NumPy.

:func:`costs` takes two sets of sequences prepared as arrays (:class:`Sequences`, :class:`Profiles`) and the rows to compare.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lao_names.phonology import SUBSTITUTION, insertions

PAD = len(SUBSTITUTION)
"""The byte that fills short sequences up; it is skipped for nothing."""

_NEVER = 30_000
_PRICES = np.full((PAD + 1, PAD + 1), _NEVER, dtype=np.int16)
_PRICES[:PAD, :PAD] = SUBSTITUTION

BLOCK = 2048
"""Pairs that are aligned together: pairs of like length, so that little is padded."""


class Sequences:
    """Encoded sequences as padded arrays, with the prices of skipping each sound."""

    def __init__(self, codes: Sequence[bytes]) -> None:
        self.lengths = np.fromiter(map(len, codes), dtype=np.int32, count=len(codes))
        width = int(self.lengths.max(initial=0))
        self.sounds = np.full((len(codes), width), PAD, dtype=np.intp)
        self.skips = np.zeros((len(codes), width), dtype=np.int32)
        for row, code in enumerate(codes):
            self.sounds[row, : len(code)] = np.frombuffer(code, dtype=np.uint8)
            self.skips[row, : len(code)] = insertions(code)


class Profiles(Sequences):
    """Sequences that many others are aligned with: for each, what every sound costs at every place.

    Attributes:
        prices: int16 (sequence, sound, place); small, so that more of it stays in the processor's cache.
        skipped: int32 (sequence, place + 1): the price of skipping all sounds up to a place.
    """

    def __init__(self, codes: Sequence[bytes]) -> None:
        super().__init__(codes)
        self.prices = np.ascontiguousarray(_PRICES[:, self.sounds].transpose(1, 0, 2))
        self.skipped = np.zeros((len(codes), self.sounds.shape[1] + 1), dtype=np.int32)
        np.cumsum(self.skips, axis=1, out=self.skipped[:, 1:])


def costs(heard: Sequences, heard_rows: np.ndarray, forms: Profiles, form_rows: np.ndarray) -> np.ndarray:
    """Prices, in thousandths, of pairs of rows: int32, one for each pair.

    Args:
        heard, forms: the two sides; the forms are prepared for being compared with many.
        heard_rows, form_rows: int arrays of one length; the i-th pair is (heard_rows[i], form_rows[i]).
    """
    prices = np.zeros(len(heard_rows), dtype=np.int32)
    by_length = np.argsort(heard.lengths[heard_rows] * 256 + forms.lengths[form_rows], kind="stable")
    for begin in range(0, len(by_length), BLOCK):
        block = by_length[begin : begin + BLOCK]
        prices[block] = _block_costs(heard, heard_rows[block], forms, form_rows[block])
    return prices


def _block_costs(heard: Sequences, heard_rows: np.ndarray, forms: Profiles, form_rows: np.ndarray) -> np.ndarray:
    """The recurrence of :mod:`lao_names.matching.alignment`, all pairs in step.

    Within a row each price hangs on its left neighbour; taking the prices of skipping off first turns that into a running
    minimum, which NumPy has.
    """
    width = int(forms.lengths[form_rows].max(initial=0))
    skipped = forms.skipped[form_rows, : width + 1]
    row = skipped.copy()
    lengths = heard.lengths[heard_rows]
    for place in range(int(lengths.max(initial=0))):
        new = row + heard.skips[heard_rows, place][:, None]
        taken = forms.prices[form_rows, heard.sounds[heard_rows, place], :width] + row[:, :-1]
        np.minimum(new[:, 1:], taken, out=new[:, 1:])
        new -= skipped
        np.minimum.accumulate(new, axis=1, out=new)
        new += skipped
        going = place < lengths
        row = new if going.all() else np.where(going[:, None], new, row)
    return row[:, width]
