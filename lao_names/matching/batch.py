"""Many alignments at once: the recurrence of :mod:`lao_names.matching.alignment` over whole arrays.

One call prices thousands of pairs. The inner loop runs over the sounds of the spellings; all pairs and all sounds of the
forms go through it together. The sequential part, where a price hangs on its left neighbour in the same row, becomes a
running minimum after the prices of skipping are subtracted.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lao_names.phonology import SUBSTITUTION, insertions

PAD = len(SUBSTITUTION)
"""The byte that fills short sequences up; it is skipped for nothing."""

_NEVER = 10**6
_PRICES = np.full((PAD + 1, PAD + 1), _NEVER, dtype=np.int32)
_PRICES[:PAD, :PAD] = SUBSTITUTION


class Sequences:
    """Encoded sequences as padded arrays, with the prices of skipping each sound."""

    def __init__(self, codes: Sequence[bytes]) -> None:
        self.lengths = np.fromiter((len(code) for code in codes), dtype=np.int32, count=len(codes))
        width = int(self.lengths.max(initial=0))
        self.sounds = np.full((len(codes), width), PAD, dtype=np.int16)
        self.skips = np.zeros((len(codes), width), dtype=np.int32)
        for row, code in enumerate(codes):
            self.sounds[row, : len(code)] = np.frombuffer(code, dtype=np.uint8)
            self.skips[row, : len(code)] = insertions(code)


def costs(heard: Sequences, heard_rows: np.ndarray, forms: Sequences, form_rows: np.ndarray) -> np.ndarray:
    """Prices, in thousandths, of pairs of rows: int32, one for each pair.

    Args:
        heard, forms: the two sides.
        heard_rows, form_rows: int arrays of one length; the i-th pair is (heard_rows[i], form_rows[i]).
    """
    width = int(forms.lengths[form_rows].max(initial=0))
    sounds, skips = forms.sounds[form_rows, :width], forms.skips[form_rows, :width]
    skipped = np.zeros((len(form_rows), width + 1), dtype=np.int32)
    np.cumsum(skips, axis=1, out=skipped[:, 1:])
    row = skipped.copy()
    for place in range(int(heard.lengths[heard_rows].max(initial=0))):
        sound = heard.sounds[heard_rows, place]
        extra = heard.skips[heard_rows, place]
        new = row + extra[:, None]
        np.minimum(new[:, 1:], row[:, :-1] + _PRICES[sound[:, None], sounds], out=new[:, 1:])
        new -= skipped
        np.minimum.accumulate(new, axis=1, out=new)
        new += skipped
        ended = sound == PAD
        row = np.where(ended[:, None], row, new) if ended.any() else new
    return row[np.arange(len(form_rows)), width]


def best_columns(similar: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """Row and column numbers of the ``most`` highest positive values of each row, in the order of rapidfuzz.process.extract.

    Ties go to the lower column, so the choice does not hang on how the values were sorted.
    """
    rows, columns = similar.shape
    # One key that orders by value, then by column: exact, as values are multiples of 2**-10 only after rounding.
    keys = np.rint(similar.astype(np.float64) * 2**20) * columns - np.arange(columns)
    kept = min(most, columns)
    best = np.argpartition(-keys, kept - 1, axis=1)[:, :kept]
    row_numbers = np.repeat(np.arange(rows), kept)
    best = best.ravel()
    positive = similar[row_numbers, best] > 0
    return row_numbers[positive], best[positive]
