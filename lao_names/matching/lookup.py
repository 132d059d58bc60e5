"""Which entities a question may mean: those whose names sound or look like it.

Four steps, the same here and in :mod:`lao_names.matching.batch`, which takes them for many questions at once:

1. *Blocking.* Of all readings in the index only the :data:`NEAREST` by sound class are looked at, ties included.
2. *Pricing.* Each is aligned with the question's reading; those much dearer than the cheapest are dropped.
3. *Choosing a form.* For each entity the entry nearest in sound and letters.
4. *Choosing entities.* The :data:`MOST` nearest ones that are :data:`CLOSE` to the nearest.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lao_names.matching.alignment import cost
from lao_names.matching.blocking import Blocks, members
from lao_names.matching.index import Entry, Index
from lao_names.matching.question import Question
from lao_names.matching.spelling import Sound, Spelling, relative_cost
from lao_names.matching.usual import Usual, distance
from lao_names.orthography.later import module
from lao_names.phonology import classes

if TYPE_CHECKING:
    from rapidfuzz import fuzz, process
else:
    fuzz, process = module("rapidfuzz.fuzz"), module("rapidfuzz.process")

NEAREST = 12
"""Readings of the index that are aligned for each reading of a question, and all that tie with the last."""

FURTHEST = 55.0
"""Similarity of sound classes, 0-100, below which a reading is not worth aligning."""

FARTHER = 25.0
"""Similarity by which a reading may fall behind the most similar one and still be aligned."""

LEVELS = (90.0, 84.0, 78.0, 72.0, 66.0, 60.0)
"""Similarities that are tried first: where enough readings reach one, the many below it are never looked at."""

ROUNDING = 1e-4
"""Similarities that differ by less are the same number computed in two ways."""

SPREAD = 0.45
"""Readings whose relative cost exceeds the least by more than this are dropped."""

CLOSE = 0.15
"""Entities whose distance exceeds the least by more than this are dropped, unless they are namesakes of a nearer one."""

NAMESAKES = 0.25
"""Distances up to which a spelling of one entity is a spelling of its namesake as well."""

MOST = 8
"""Entities kept for each question."""

ACROSS_SCRIPTS = 0.85
"""Agreement of letters that two scripts are credited with: about that of two spellings of one name in one script."""

LETTERS_PRICE, LOOSE_PRICE, PART_PRICE = 0.3, 0.05, 0.1
"""What letters that differ, a Lao word more or less, and a part of a name add when forms are chosen, in relative cost."""


class Found(NamedTuple):
    """An entity that a question may mean, with its nearest form.

    Attributes:
        distance: what it was chosen by: relative cost, with additions for letters, words and parts.
        entry: number of the entry in the index.
        cost: price of the sounds, in thousandths.
        letters: 0..1, agreement of letters without marks; :data:`ACROSS_SCRIPTS` where the scripts differ.
        heard: the reading of the question that was aligned.
        sounded: the reading of the form.
        loose: whether a Lao word for a settlement stands on one side only (M\u01b0\u1eddng \u00c9t, \u00c9t).
        query: the spelling that was compared: the question's core, or the core without that word.
        unusual: distance, 0 to :data:`~lao_names.matching.usual.UNLIKE`, from the usual readings of the entity's name
            (:attr:`Index.usual`), by their shares.
        unusual_at_best: distance from the nearer one of them.
        spellings: how many spellings of the entity's name are listed.
    """

    distance: float
    entry: int
    cost: int
    letters: float
    heard: Sound
    sounded: Sound
    loose: bool
    query: Spelling
    unusual: float = 0.0  # filled in, as the next two, once the nearest entities are chosen
    unusual_at_best: float = 0.0
    spellings: int = 1

    @property
    def relative(self) -> float:
        """The cost by the weight of the longer name."""
        return relative_cost(self.cost, self.heard.weight, self.sounded.weight)


def find(question: Question, index: Index, hidden: Collection[int] = ()) -> list[Found]:
    """The entities near a question, nearest first.

    Args:
        question: what is asked.
        index: where to look.
        hidden: numbers of entries to overlook; for measuring on held-out forms.
    """
    priced = _priced(question, index)
    if not priced:
        return []
    least = min(relative for relative, *_ in priced)
    best: dict[int, tuple[float, bool, int, Found]] = {}
    for relative, query, without_word, heard, row, price in priced:
        if relative > least + SPREAD:
            continue
        for number in index.postings[row]:
            entry = index.entries[number]
            if number in hidden or is_not_compared(question, query, entry, without_word):
                continue
            letters = agreement(query, entry.spelling)
            loose = without_word != entry.loose
            apart = distance_of(relative, letters, loose, entry.part)
            rank = (apart, query.marked != entry.spelling.marked, number)
            known = best.get(entry.entity)
            if known is None or rank < known[:3]:
                found = Found(apart, number, price, letters, heard, index.sounds[row], loose, query)
                best[entry.entity] = (*rank, found)
    nearest = close([found for *_, found in sorted(best.values(), key=lambda ranked: ranked[:3])[:MOST]], index)
    return [compared(found, index.usual[index.entries[found.entry].entity]) for found in nearest]


def compared(found: Found, usual: Usual) -> Found:
    """What was found, compared with the usual readings of the name."""
    one, two = (distance(cost(found.heard.code, sound.code), found.heard, sound) for sound in (usual.first, usual.second))
    unusual = usual.share * one + (1 - usual.share) * two
    return found._replace(unusual=unusual, unusual_at_best=min(one, two), spellings=usual.spellings)


def close(nearest: list[Found], index: Index) -> list[Found]:
    """The entities close to the nearest, and namesakes of those: Viên Chăn is listed for one of two Viengchan only."""
    if not nearest or nearest[-1].distance <= nearest[0].distance + CLOSE:
        return nearest
    kept = [found for found in nearest if found.distance <= nearest[0].distance + CLOSE]
    entities = {index.entries[found.entry].entity for found in kept}
    for found in nearest[len(kept) :]:
        namesakes = index.namesakes.get(index.entries[found.entry].entity, {})
        if found.distance <= nearest[0].distance + NAMESAKES and not namesakes.keys().isdisjoint(entities):
            kept.append(found)
    return kept


def _priced(question: Question, index: Index) -> list[tuple[float, Spelling, bool, Sound, int, int]]:
    """The readings of the index near each reading of the question, with their relative costs and prices."""
    priced = []
    blocks = blocks_for(question, index)
    for query, without_word in question.spellings:
        for heard in query.sounds:
            for row in _nearest(heard, blocks):
                price = cost(heard.code, index.sounds[row].code)
                relative = relative_cost(price, heard.weight, index.sounds[row].weight)
                priced.append((relative, query, without_word, heard, row, price))
    return priced


def blocks_for(question: Question, index: Index) -> Blocks:
    """The readings of an index that a question may be compared with."""
    if question.foreign_script:
        return index.all_blocks
    return index.titled_blocks if has_title(question) else index.blocks


def has_title(question: Question) -> bool:
    """Whether a title or an office stands beside a name, and no word for a place: it may be a part of a person's name."""
    if not question.words:
        return False
    roles = {word.role for word in question.words}
    return not roles.isdisjoint(("title", "office")) and "generic" not in roles


def _nearest(heard: Sound, blocks: Blocks) -> list[int]:
    text = classes(heard.code)
    shared, seen = blocks.shared(text), 0
    rows: list[tuple[float, int]] = []
    for level in (*LEVELS, FURTHEST):
        possible = blocks.possible(level - 3 * ROUNDING, text, shared) & ~seen
        if possible:
            seen |= possible
            numbers = members(possible)
            texts = [blocks.texts[number] for number in numbers]
            cutoff = max(FURTHEST, -rows[0][0] - FARTHER if rows else 0.0) - ROUNDING
            alike = process.extract(text, texts, scorer=fuzz.ratio, limit=None, score_cutoff=cutoff)
            rows += [(-similar, row) for _, similar, place in alike for row in blocks.rows[numbers[place]]]
            rows.sort()
        if rows and _least(rows) >= level:
            break
    least = _least(rows) - ROUNDING if rows else 0.0
    return [row for similar, row in rows if -similar >= least]


def _least(rows: Sequence[tuple[float, int]]) -> float:
    """The similarity that readings need, as far as those found so far say; they are sorted, the most similar first."""
    twelfth = -rows[NEAREST - 1][0] if len(rows) >= NEAREST else 0.0
    return max(twelfth, -rows[0][0] - FARTHER)


def is_not_compared(question: Question, query: Spelling, entry: Entry, without_word: bool) -> bool:
    """Whether an entry is no form that a question's spelling could be one of."""
    if entry.slip and entry.spelling.letters != query.letters:
        return True  # no sound was meant by a misspelling
    if entry.foreign and not question.foreign_script:
        return True  # how it sounds is a guess
    if entry.titled and not has_title(question):
        return True  # so short a part of a name is nobody's by itself
    # Both begin with Muang or the like: that the word is the same proves nothing, so they are compared without it.
    return entry.worded and not without_word and question.loose is not None


def agreement(query: Spelling, form: Spelling) -> float:
    """How far two spellings have the same letters, 0..1."""
    if query.is_latin != form.is_latin:
        return ACROSS_SCRIPTS
    return fuzz.ratio(query.letters, form.letters) / 100


def distance_of(relative: float, letters: float, loose: bool, part: bool) -> float:
    """One number to choose forms and entities by."""
    return relative + LETTERS_PRICE * (1 - letters) + LOOSE_PRICE * loose + PART_PRICE * part
