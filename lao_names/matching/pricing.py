"""Thousands of alignments at once: the prices of :mod:`lao_names.matching.alignment` for pairs of rows, in NumPy.

:func:`costs` takes two sets of sequences as arrays (:class:`Sequences`) and the rows to compare.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lao_names.phonology import SUBSTITUTION, insertions

PAD = len(SUBSTITUTION)
"""The byte that fills short sequences up; it is skipped for nothing."""

_NEVER = 3000
"""Price of taking a sound for the filling: more than that of skipping the sound and then the filling."""

_PRICES = np.full((PAD + 1, PAD + 1), _NEVER, dtype=np.int16)
_PRICES[:PAD, :PAD] = SUBSTITUTION
_FLAT = {kind: _PRICES.astype(kind).ravel() for kind in (np.int16, np.int32)}

BLOCK = 1024
"""Pairs that are aligned together: pairs of like length, so that little is padded, and few enough for the cache."""


class Sequences:
    """Encoded sequences as padded arrays, with the prices of skipping each sound.

    Attributes:
        lengths: int32 (sequence).
        sounds: intp (sequence, place).
        skips: int16 (sequence, place): the price of skipping a sound.
        totals: int32 (sequence): the price of skipping all.
    """

    def __init__(self, codes: Sequence[bytes]) -> None:
        self.lengths = np.fromiter(map(len, codes), dtype=np.int32, count=len(codes))
        width = int(self.lengths.max(initial=0))
        there = np.arange(width) < self.lengths[:, None]
        self.sounds = np.full((len(codes), width), PAD, dtype=np.intp)
        self.sounds[there] = np.frombuffer(b"".join(codes), dtype=np.uint8)
        self.skips = np.zeros((len(codes), width), dtype=np.int16)
        self.skips[there] = [price for code in codes for price in insertions(code)]
        self.totals = self.skips.sum(axis=1, dtype=np.int32)


def costs(heard: Sequences, heard_rows: np.ndarray, forms: Sequences, form_rows: np.ndarray) -> np.ndarray:
    """Prices, in thousandths, of pairs of rows: int32, one for each pair.

    Args:
        heard, forms: the two sides.
        heard_rows, form_rows: int arrays of one length; the i-th pair is (heard_rows[i], form_rows[i]).
    """
    prices = np.zeros(len(heard_rows), dtype=np.int32)
    by_length = np.argsort(heard.lengths[heard_rows] * 256 + forms.lengths[form_rows], kind="stable")
    for begin in range(0, len(by_length), BLOCK):
        block = by_length[begin : begin + BLOCK]
        prices[block] = _block_costs(heard, heard_rows[block], forms, form_rows[block])
    return prices


def _block_costs(heard: Sequences, heard_rows: np.ndarray, forms: Sequences, form_rows: np.ndarray) -> np.ndarray:
    """The recurrence of :mod:`lao_names.matching.alignment`, all pairs in step.

    A column for each pair, so that every operation runs along memory; in 16 bits, where no price can be too large for
    them, since twice as many fit into one instruction.
    """
    most = int(heard.totals[heard_rows].max() + forms.totals[form_rows].max()) + _NEVER
    kind = np.int16 if most < np.iinfo(np.int16).max else np.int32
    lengths, width = heard.lengths[heard_rows], int(forms.lengths[form_rows].max())
    all_heard = _columns(heard.sounds, heard_rows, int(lengths.max()), np.intp) * (PAD + 1)
    more = _columns(heard.skips, heard_rows, int(lengths.max()), kind)
    sounds = _columns(forms.sounds, form_rows, width, np.intp)
    missing = _columns(forms.skips, form_rows, width, kind)
    row = np.zeros((width + 1, len(form_rows)), dtype=kind)
    np.cumsum(missing, axis=0, out=row[1:])
    for place, sound in enumerate(all_heard):
        taken = _FLAT[kind].take(sounds + sound)
        taken += row[:-1]
        new = row + more[place]
        np.minimum(new[1:], taken, out=new[1:])
        for left, here, skipped in zip(new, new[1:], missing, strict=False):
            np.minimum(here, left + skipped, out=here)
        going = place < lengths
        row = new if going.all() else np.where(going, new, row)
    prices: np.ndarray = row[width]
    return prices


def _columns(table: np.ndarray, rows: np.ndarray, width: int, kind: type[np.generic]) -> np.ndarray:
    """Some rows of a table, cut to a width, as columns that lie together in memory."""
    return np.ascontiguousarray(table[rows, :width].T, dtype=kind)
