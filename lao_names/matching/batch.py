"""Many questions at once: the steps of :mod:`lao_names.matching.lookup` over whole arrays.

One call compares hundreds of questions with the whole index. The answers are those of
:func:`~lao_names.matching.lookup.find`, to the last digit; a test compares them. NumPy is loaded here only, so that asking
for one name does not wait for it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain

import numpy as np
from rapidfuzz import fuzz, process

from lao_names.matching.index import Index
from lao_names.matching.lookup import (
    ACROSS_SCRIPTS,
    FARTHER,
    FURTHEST,
    LETTERS_PRICE,
    LOOSE_PRICE,
    MOST,
    NAMESAKES,
    NEAREST,
    PART_PRICE,
    ROUNDING,
    SPREAD,
    Found,
    close,
)
from lao_names.matching.question import Question
from lao_names.matching.spelling import Sound, Spelling
from lao_names.phonology import SCALE, SUBSTITUTION, classes, insertions

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


class Arrays:
    """An index as arrays, made once."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.sequences = Profiles([sound.code for sound in index.sounds])
        self.weights = np.array([sound.weight for sound in index.sounds])
        sizes = np.array([len(numbers) for numbers in index.postings], dtype=np.intp)
        self.sizes, self.starts = sizes, np.cumsum(sizes) - sizes
        self.entries = np.fromiter(chain.from_iterable(index.postings), dtype=np.intp, count=int(sizes.sum()))
        entries = index.entries
        self.entity = np.array([entry.entity for entry in entries], dtype=np.intp)
        self.loose = np.array([entry.loose for entry in entries], dtype=bool)
        self.worded = np.array([entry.worded for entry in entries], dtype=bool)
        self.part = np.array([entry.part for entry in entries], dtype=bool)
        self.usual = Profiles([sound.code for sound in index.usual.values()])
        self.usual_row = np.full(int(self.entity.max(initial=-1)) + 1, -1, dtype=np.intp)
        self.usual_row[list(index.usual)] = np.arange(len(index.usual))
        self.latin = np.array([entry.spelling.is_latin for entry in entries], dtype=bool)
        self.letters = np.array([entry.spelling.letters for entry in entries], dtype=object)
        self.marked = np.array([entry.spelling.marked for entry in entries], dtype=object)


def find_many(
    questions: Sequence[Question], arrays: Arrays, hidden: Sequence[Collection[int]] | None = None
) -> list[list[Found]]:
    """:func:`~lao_names.matching.lookup.find` for many questions, with the same answers.

    Args:
        questions: what is asked.
        arrays: where to look.
        hidden: for each question numbers of entries to overlook.
    """
    rows = _Rows(questions)
    found: list[list[Found]] = [[] for _ in questions]
    if not rows.sounds or not arrays.index.sounds:
        return found
    heard, near = _nearest(rows, arrays)
    sequences = Sequences([sound.code for sound in rows.sounds])
    price = costs(sequences, heard, arrays.sequences, near)
    relative = price / SCALE / np.maximum(np.maximum(rows.weights[heard], arrays.weights[near]), 0.5)
    least = np.full(len(questions), np.inf)
    np.minimum.at(least, rows.question[heard], relative)
    kept = np.flatnonzero(relative <= least[rows.question[heard]] + SPREAD)
    pairs = _Pairs(rows, arrays, heard[kept], near[kept], price[kept], relative[kept], hidden)
    best = pairs.best()
    for place, usual in zip(best.tolist(), pairs.usual_costs(best, sequences).tolist(), strict=True):
        found[int(pairs.question[place])].append(pairs.found(place, usual))
    return [close(nearest, arrays.index) for nearest in found]


class _Rows:
    """The readings of all questions, a row each."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self.sounds: list[Sound] = []
        self.spelling: list[tuple[int, bool]] = []
        for number, question in enumerate(questions):
            for query, without_word in question.spellings:
                self.sounds += query.sounds
                self.spelling += [(number, without_word)] * len(query.sounds)
        self.questions = questions
        self.question = np.array([number for number, _ in self.spelling], dtype=np.intp)
        self.without_word = np.array([without for _, without in self.spelling], dtype=bool)
        self.weights = np.array([sound.weight for sound in self.sounds])

    def query(self, row: int) -> Spelling:
        """The spelling that a row is a reading of."""
        number, without_word = self.spelling[row]
        question = self.questions[number]
        return question.loose if without_word and question.loose else question.core


def _nearest(rows: _Rows, arrays: Arrays) -> tuple[np.ndarray, np.ndarray]:
    """Row numbers of the two sides of the pairs that are worth aligning."""
    similar = process.cdist(
        [classes(sound.code) for sound in rows.sounds],
        arrays.index.classes,
        scorer=fuzz.ratio,
        score_cutoff=FURTHEST - ROUNDING,
    )
    heard, near = np.divmod(np.flatnonzero(similar.ravel() > 0), similar.shape[1])
    value = similar[heard, near]
    order = np.lexsort((-value, heard))
    heard, near, value = heard[order], near[order], value[order]
    first = np.searchsorted(heard, np.arange(len(rows.sounds)))
    last = np.minimum(first + NEAREST, np.append(first[1:], len(heard))) - 1
    if not len(value):
        return heard, near
    first = np.minimum(first, len(value) - 1)
    least = np.maximum(value[np.maximum(last, 0)], value[first] - FARTHER) - ROUNDING
    kept = value >= least[heard]
    return heard[kept], near[kept]


class _Pairs:
    """Pairs of a reading and an entry, as parallel arrays."""

    def __init__(
        self,
        rows: _Rows,
        arrays: Arrays,
        heard: np.ndarray,
        near: np.ndarray,
        price: np.ndarray,
        relative: np.ndarray,
        hidden: Sequence[Collection[int]] | None,
    ) -> None:
        self.rows, self.arrays = rows, arrays
        # Each pair of readings becomes as many pairs as entries share the reading.
        sizes = arrays.sizes[near]
        source = np.repeat(np.arange(len(near)), sizes)
        within = np.arange(len(source)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        entry = arrays.entries[arrays.starts[near][source] + within]
        without_word = rows.without_word[heard][source]
        question = rows.question[heard][source]
        has_word = np.array([one.loose is not None for one in rows.questions], dtype=bool)
        kept = ~(arrays.worded[entry] & ~without_word & has_word[question])
        if hidden is not None:
            kept &= np.array([e not in hidden[q] for q, e in zip(question.tolist(), entry.tolist(), strict=True)], bool)
        kept = np.flatnonzero(kept)
        source, self.entry, self.question = source[kept], entry[kept], question[kept]
        self.heard, self.near = heard[source], near[source]
        self.price, self.relative = price[source], relative[source]
        self.loose = without_word[kept] != arrays.loose[self.entry]
        self._compare_letters()

    def _compare_letters(self) -> None:
        queries = [self.rows.query(row) for row in range(len(self.rows.sounds))]
        letters = np.array([query.letters for query in queries], dtype=object)[self.heard]
        marked = np.array([query.marked for query in queries], dtype=object)[self.heard]
        latin = np.array([query.is_latin for query in queries], dtype=bool)[self.heard]
        self.letters = np.full(len(self.entry), ACROSS_SCRIPTS)
        same = np.flatnonzero(latin == self.arrays.latin[self.entry])
        self.letters[same] = (
            process.cpdist(
                letters[same].tolist(),
                self.arrays.letters[self.entry[same]].tolist(),
                scorer=fuzz.ratio,
                dtype=np.float64,
            )
            / 100
        )
        self.other_marks = marked != self.arrays.marked[self.entry]
        self.distance = (
            self.relative
            + LETTERS_PRICE * (1 - self.letters)
            + LOOSE_PRICE * self.loose
            + PART_PRICE * self.arrays.part[self.entry]
        )

    def best(self) -> np.ndarray:
        """Places of the pairs to keep: the best of each entity, the nearest entities of each question."""
        entity = self.arrays.entity[self.entry]
        rank = np.lexsort((self.entry, self.other_marks, self.distance))
        rank = rank[np.lexsort((entity[rank], self.question[rank]))]
        first = np.ones(len(rank), dtype=bool)
        first[1:] = (entity[rank][1:] != entity[rank][:-1]) | (self.question[rank][1:] != self.question[rank][:-1])
        best = rank[first]
        best = best[np.lexsort((self.entry[best], self.other_marks[best], self.distance[best], self.question[best]))]
        question = self.question[best]
        first_of = np.searchsorted(question, question)
        place = np.arange(len(best)) - first_of
        distance = self.distance[best]
        kept: np.ndarray = best[(place < MOST) & (distance <= distance[first_of] + NAMESAKES)]
        return kept

    def usual_costs(self, places: np.ndarray, heard: Sequences) -> np.ndarray:
        """For pairs, the price of the usual reading of the entity's whole name; of a part of a name, that of the part."""
        prices: np.ndarray = self.price[places].copy()
        entries = self.entry[places]
        whole = np.flatnonzero(~self.arrays.part[entries])
        rows = self.arrays.usual_row[self.arrays.entity[entries[whole]]]
        prices[whole] = costs(heard, self.heard[places[whole]], self.arrays.usual, rows)
        return prices

    def found(self, place: int, usual: int) -> Found:
        """A pair as :func:`~lao_names.matching.lookup.find` would give it."""
        heard = int(self.heard[place])
        return Found(
            distance=float(self.distance[place]),
            entry=int(self.entry[place]),
            cost=int(self.price[place]),
            letters=float(self.letters[place]),
            heard=self.rows.sounds[heard],
            sounded=self.arrays.index.sounds[int(self.near[place])],
            loose=bool(self.loose[place]),
            query=self.rows.query(heard),
            usual=usual,
        )
