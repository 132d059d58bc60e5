"""Many questions at once: the steps of :mod:`lao_names.matching.lookup` over whole arrays.

One call compares hundreds of questions with the whole index. The answers are those of
:func:`~lao_names.matching.lookup.find`, to the last digit; a test compares them. NumPy is loaded here only, so that asking
for one name does not wait for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

import numpy as np
from rapidfuzz import fuzz, process

from lao_names.matching.blocking import Blocks
from lao_names.matching.index import Index
from lao_names.matching.lookup import (
    ACROSS_SCRIPTS,
    LETTERS_PRICE,
    LOOSE_PRICE,
    MOST,
    NAMESAKES,
    PART_PRICE,
    SPREAD,
    Found,
    blocks_for,
    close,
    has_title,
)
from lao_names.matching.neighbours import Neighbourhood, Neighbours
from lao_names.matching.pricing import Sequences, costs
from lao_names.matching.question import Question
from lao_names.matching.spelling import LEAST_WEIGHT, Sound, Spelling
from lao_names.matching.usual import UNLIKE
from lao_names.phonology import SCALE


class Arrays:
    """An index as arrays, made once."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._neighbours: dict[Blocks, Neighbours] = {}
        self.sequences = Sequences([sound.code for sound in index.sounds])
        self.weights = np.array([sound.weight for sound in index.sounds])
        sizes = np.array([len(numbers) for numbers in index.postings], dtype=np.intp)
        self.sizes, self.starts = sizes, np.cumsum(sizes) - sizes
        self.entries = np.fromiter(chain.from_iterable(index.postings), dtype=np.intp, count=int(sizes.sum()))
        entries = index.entries
        self.entity = np.array([entry.entity for entry in entries], dtype=np.intp)
        self.loose = np.array([entry.loose for entry in entries], dtype=bool)
        self.worded = np.array([entry.worded for entry in entries], dtype=bool)
        self.part = np.array([entry.part for entry in entries], dtype=bool)
        self.foreign = np.array([entry.foreign for entry in entries], dtype=bool)
        self.titled = np.array([entry.titled for entry in entries], dtype=bool)
        self.slip = np.array([entry.slip for entry in entries], dtype=bool)
        rows = {sound: row for row, sound in enumerate(index.sounds)}
        entities = int(self.entity.max(initial=-1)) + 1
        self.usual, self.share = np.zeros((2, entities), dtype=np.intp), np.zeros(entities)
        self.usual[:, list(index.usual)] = [
            [rows[usual.first] for usual in index.usual.values()],
            [rows[usual.second] for usual in index.usual.values()],
        ]
        self.share[list(index.usual)] = [usual.share for usual in index.usual.values()]
        self.spellings = np.ones(entities, dtype=np.intp)
        self.spellings[list(index.usual)] = [usual.spellings for usual in index.usual.values()]
        self.latin = np.array([entry.spelling.is_latin for entry in entries], dtype=bool)
        self.letters = np.array([entry.spelling.letters for entry in entries], dtype=object)
        self.marked = np.array([entry.spelling.marked for entry in entries], dtype=object)

    def neighbours(self, blocks: Blocks) -> Neighbours:
        """Neighbours among the readings of some blocks of the index; made when they are first asked for."""
        if blocks not in self._neighbours:
            self._neighbours[blocks] = Neighbours(self.index, blocks, self.sequences)
        return self._neighbours[blocks]


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
    neighbours = rows.neighbours(arrays)
    heard = np.repeat(np.arange(len(neighbours)), [len(near) for near, _ in neighbours])
    near, price = map(np.concatenate, zip(*neighbours, strict=True))
    relative = _relative_costs(price, rows.weights[heard], arrays.weights[near])
    least = np.full(len(questions), np.inf)
    np.minimum.at(least, rows.question[heard], relative)
    kept = np.flatnonzero(relative <= least[rows.question[heard]] + SPREAD)
    pairs = _Pairs(rows, arrays, heard[kept], near[kept], price[kept], relative[kept], hidden)
    for question, one in pairs.found(pairs.best()):
        found[question].append(one)
    return [close(nearest, arrays.index) for nearest in found]


def _relative_costs(prices: np.ndarray, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """:func:`~lao_names.matching.spelling.relative_cost` for many pairs."""
    relative: np.ndarray = prices / SCALE / np.maximum(np.maximum(one, other), LEAST_WEIGHT)
    return relative


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

    def neighbours(self, arrays: Arrays) -> list[Neighbourhood]:
        """The neighbours of each reading."""
        of_question = [blocks_for(question, arrays.index) for question in self.questions]
        wanted = [of_question[number] for number, _ in self.spelling]
        near: dict[int, Neighbourhood] = {}
        for blocks in set(wanted):
            places = [place for place, one in enumerate(wanted) if one == blocks]
            found = arrays.neighbours(blocks).of([self.sounds[place].code for place in places])
            near.update(zip(places, found, strict=True))
        return [near[place] for place in range(len(self.sounds))]

    def query(self, row: int) -> Spelling:
        """The spelling that a row is a reading of."""
        number, without_word = self.spelling[row]
        question = self.questions[number]
        return question.loose if without_word and question.loose else question.core


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
        with_title = np.array([has_title(one) for one in rows.questions], dtype=bool)
        is_foreign = np.array([one.foreign_script for one in rows.questions], dtype=bool)
        # The same as is_not_compared of a single pair.
        kept = ~(arrays.worded[entry] & ~without_word & has_word[question])
        kept &= ~arrays.foreign[entry] | is_foreign[question]
        kept &= ~arrays.titled[entry] | with_title[question]
        for place in np.flatnonzero(arrays.slip[entry]).tolist():
            kept[place] &= rows.query(heard[source[place]]).letters == arrays.letters[entry[place]]
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
        least = np.full(len(self.rows.questions), np.inf)
        np.minimum.at(least, self.question, self.distance)
        nearby = np.flatnonzero(self.distance <= least[self.question] + NAMESAKES)
        question, entry = self.question[nearby], self.entry[nearby]
        rank = np.lexsort((entry, self.other_marks[nearby], self.distance[nearby], question))
        key = question * (1 + self.arrays.entity.max(initial=0)) + self.arrays.entity[entry]
        first = np.sort(np.unique(key[rank], return_index=True)[1])
        best, question = nearby[rank[first]], question[rank[first]]
        kept: np.ndarray = best[np.arange(len(best)) - np.searchsorted(question, question) < MOST]
        return kept

    def unusual(self, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """For pairs the distance from the usual readings of the entity's name, and that from the nearer one."""
        arrays, entity = self.arrays, self.arrays.entity[self.entry[places]]
        heard = Sequences([self.rows.sounds[row].code for row in self.heard[places].tolist()])
        weights = self.rows.weights[self.heard[places]]
        one, two = (self._distances(heard, weights, rows) for rows in arrays.usual[:, entity])
        share = arrays.share[entity]
        return share * one + (1 - share) * two, np.minimum(one, two)

    def _distances(self, heard: Sequences, weights: np.ndarray, rows: np.ndarray) -> np.ndarray:
        """Of readings that are heard, with their weights, from as many readings of the index."""
        prices = costs(heard, np.arange(len(rows)), self.arrays.sequences, rows)
        distances: np.ndarray = np.minimum(UNLIKE, _relative_costs(prices, weights, self.arrays.weights[rows]))
        return distances

    def found(self, places: np.ndarray) -> Iterator[tuple[int, Found]]:
        """Pairs as :func:`~lao_names.matching.lookup.find` would give them, each with the number of its question."""
        columns = (self.question, self.distance, self.entry, self.price, self.letters, self.heard, self.near, self.loose)
        sounds = self.arrays.index.sounds
        for question, distance, entry, price, letters, heard, near, loose, *unusual in zip(
            *(column[places].tolist() for column in columns),
            *(column.tolist() for column in self.unusual(places)),
            self.arrays.spellings[self.arrays.entity[self.entry[places]]].tolist(),
            strict=True,
        ):
            row = self.rows.sounds[heard], sounds[near], loose, self.rows.query(heard)
            yield question, Found(distance, entry, price, letters, *row, *unusual)
