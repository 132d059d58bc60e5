"""Lao script: how letters become syllables.

Lao is written without spaces between words, vowels stand before, above, below and after the consonant they follow in
speech, and a letter has several jobs: ວ is an initial, the second half of a cluster, the vowel uːə or a final; ອ carries
a vowel or is one; ຫ is a sound of its own or only lends its tone class. No letter can be read alone. So every syllable
that could begin at a place is listed by the frames of :mod:`~lao_names.orthography.lao_tables`, each with a cost, and
the cheapest path through the word is its reading (dynamic programming, linear in the length of the text).

Start with :func:`syllables_of`, then :func:`frames_at` (the scanner) and :func:`read` (the plausible readings of a name
as phonemes, for the matcher). Nothing here raises on any text: what cannot be read is passed on as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lao_names.orthography import lao_tables as t
from lao_names.orthography.lao_frames import WINDOW, LaoSyllable, frames_at
from lao_names.orthography.unicode import clean
from lao_names.phonology import Syllable

LAO_RUN = re.compile("[\u0e80-\u0eff]+(?: ?ໆ)*")
LONGEST_WORD = 200
"""Letters: a run that cannot be read is tried again without tone marks up to this length; longer ones are no names."""

MOST_READINGS = 3
READING_MARGIN = 1.0
"""A second reading is kept when it costs at most this much more than the best one."""

STRAY = t.TONES | {t.CANCELLED, t.VIRAMA, t.REPEAT}
"""Signs that say something only of the syllable before them: where there is none they stay as they are."""

CANCELLED_LETTERS = re.compile(f"[{''.join(t.INITIALS)}]{{1,2}}[ິຸ]?{t.CANCELLED}")


class Step(NamedTuple):
    """One step of a path through a run of letters.

    Attributes:
        length: letters taken.
        cost: price of taking them so.
        syllable: what they are; None for cancelled letters and misplaced marks, which belong to the syllable before
            them; a ``str`` passes through.
        repeats: whether the step says the syllable before once more.
    """

    length: int
    cost: float
    syllable: LaoSyllable | str | None
    repeats: bool = False


class Placed(NamedTuple):
    """A syllable and the part of the run that writes it."""

    syllable: LaoSyllable | str
    start: int
    end: int


def syllables_of(text: str) -> tuple[LaoSyllable | str, ...]:
    """The syllables of cleaned text by the best reading; what is not Lao, or cannot be read, as text between them.

    >>> [str(syllable) for syllable in syllables_of("ບໍລິຄຳໄຊ 1")]
    ['bɔː', 'li', 'kʰam', 'saj', ' 1']
    """
    parts: list[LaoSyllable | str] = []
    end = 0
    for match in LAO_RUN.finditer(text):
        if match.start() > end:
            parts.append(text[end : match.start()])
        parts.extend(placed.syllable for placed in syllables_of_run(match[0]))
        end = match.end()
    if end < len(text):
        parts.append(text[end:])
    return tuple(parts)


@lru_cache(maxsize=8192)
def _short_run(run: str) -> tuple[Placed, ...]:
    return _read_run(run)


def syllables_of_run(run: str) -> tuple[Placed, ...]:
    """The syllables of one run of Lao letters (the match of :data:`LAO_RUN` in cleaned text), with their places."""
    return _short_run(run) if len(run) <= LONGEST_WORD else _read_run(run)


def _read_run(run: str) -> tuple[Placed, ...]:
    placed = _placed(run, best_path(run))
    if len(run) > LONGEST_WORD or not any(map(_unread, placed)):
        return placed
    # Second try: most unreadable names only have a tone mark on the wrong letter.
    kept = [position for position, letter in enumerate(run) if letter not in t.TONES]
    toneless = "".join(run[position] for position in kept)
    retried = _placed(toneless, best_path(toneless))
    if sum(map(_unread, retried)) >= sum(map(_unread, placed)):
        return placed
    ends = [*kept[1:], len(run)]
    again = (Placed(part.syllable, kept[part.start], ends[part.end - 1]) for part in retried)
    return (Placed(run[: kept[0]], 0, kept[0]), *again) if kept[0] else tuple(again)


def _is_lao_letter(character: str) -> bool:
    return "\u0e80" < character < "\u0ecf" and character != t.ELLIPSIS


def _unread(part: Placed) -> int:
    """How many letters a part leaves as they are although they are Lao; signs that nothing carries are no letters."""
    if not isinstance(part.syllable, str):
        return 0
    return sum(_is_lao_letter(letter) and letter not in STRAY for letter in part.syllable.replace(t.AND_SO_ON, ""))


def _placed(run: str, steps: list[Step]) -> tuple[Placed, ...]:
    """Steps as syllables with their places; a repetition says the last syllable again.

    Text between syllables is cut out at the end, in one piece: to add to it letter by letter would be quadratic.
    """
    placed: list[Placed] = []
    position = 0
    for step in steps:
        end = position + step.length
        before = placed[-1].syllable if placed else ""
        if step.repeats and isinstance(before, LaoSyllable):
            placed.append(Placed(before, position, end))
        elif isinstance(step.syllable, LaoSyllable):
            placed.append(Placed(step.syllable, position, end))
        elif placed and (step.syllable is None or isinstance(before, str)):
            placed[-1] = Placed(before, placed[-1].start, end)
        else:
            placed.append(Placed("", position, end))
        position = end
    return tuple(part if part.syllable else part._replace(syllable=run[part.start : part.end]) for part in placed)


def best_path(run: str) -> list[Step]:
    """The cheapest sequence of steps through a run of letters."""
    size = len(run)
    unreached = float("inf")
    least = [0.0] + [unreached] * size
    came_by: list[Step | None] = [None] * (size + 1)
    for position, so_far in enumerate(least):
        # The list is filled ahead of the loop; a place that no step has reached begins no syllable.
        if so_far == unreached or position == size:
            continue
        for step in steps_at(run, position):
            end = position + step[0]
            cost = so_far + step[1]
            if cost < least[end]:
                least[end] = cost
                came_by[end] = step
    path: list[Step] = []
    position = size
    while position and (step_back := came_by[position]) is not None:
        path.append(step_back)
        position -= step_back.length
    path.reverse()
    return path


def steps_at(run: str, position: int) -> tuple[Step, ...]:
    """Every step that can be taken at a place of a run."""
    window = WINDOW.match(run, position)
    return _steps(window[0] if window else run[position : position + 2])


@lru_cache(maxsize=32768)
def _steps(window: str) -> tuple[Step, ...]:
    """The steps that the letters of one window allow; a letter passes through only where nothing else is possible."""
    letter = window[0]
    if letter == t.REPEAT or window == " " + t.REPEAT:
        return (Step(1 if letter == t.REPEAT else 2, t.REPETITION, None, repeats=True),)
    if window == t.AND_SO_ON:
        return (Step(len(window), 0.0, window),)
    steps = [Step(found.length, found.cost, found.syllable) for found in frames_at(window)]
    if cancelled := CANCELLED_LETTERS.match(window):
        steps.append(Step(cancelled.end(), t.CANCELLED_LETTERS, None))
    if letter in STRAY:
        steps.append(Step(1, t.MISPLACED_SIGN + t.IMPLICIT_A, None))
    if not steps:
        steps.append(Step(1, t.UNREADABLE if _is_lao_letter(letter) else 0.0, letter))
    return tuple(steps)


# --- Readings for the matcher --------------------------------------------------------------------------------------------


def read(text: str) -> tuple[tuple[Syllable, ...], ...]:
    """The plausible readings of a name in Lao script, best first.

    Usually there is one. There are more where two ways to cut the letters cost nearly the same, and where old spelling
    writes an r that is no longer spoken (ພຣະ is pʰa, in official Latin phra).

    Args:
        text: a name; characters that are not Lao are passed over.

    Returns:
        at most :data:`MOST_READINGS` sequences of syllables; none where nothing is Lao.

    >>> [str(syllable) for syllable in read("ບໍລິຄຳໄຊ")[0]]
    ['bɔː', 'li', 'kʰam', 'saj']
    """
    return read_clean(clean(text))


def read_clean(text: str) -> tuple[tuple[Syllable, ...], ...]:
    """The same for a text that has gone through :func:`~lao_names.orthography.unicode.clean`."""
    runs = [_readings_of_run(run) for run in _runs(text)]
    readings: list[tuple[float, tuple[Syllable, ...]]] = [(0.0, ())] if runs else []
    for alternatives in runs:
        longer = [(cost + more, done + next_) for cost, done in readings for more, next_ in alternatives]
        readings = sorted(longer, key=lambda reading: reading[0])[:MOST_READINGS]
    distinct = dict.fromkeys(reading for _, reading in readings if reading)
    return tuple(distinct)


def _runs(text: str) -> Iterator[str]:
    return (match[0] for match in LAO_RUN.finditer(text))


@lru_cache(maxsize=8192)
def _readings_of_run(run: str) -> tuple[tuple[float, tuple[Syllable, ...]], ...]:
    """The readings of a run with what each costs above the best."""
    best = _phonemes([part.syllable for part in syllables_of_run(run)])
    found = {best: 0.0}
    if len(run) <= LONGEST_WORD:
        paths = best_paths(run, MOST_READINGS)
        for cost, steps in paths[1:]:
            if cost - paths[0][0] <= READING_MARGIN:
                found.setdefault(_phonemes([part.syllable for part in _placed(run, steps)]), cost - paths[0][0])
    without_r = tuple(_without_silent_r(syllable) for syllable in best)
    found.setdefault(without_r, READING_MARGIN / 2)
    ranked = sorted(found.items(), key=lambda item: item[1])[:MOST_READINGS]
    return tuple((cost, reading) for reading, cost in ranked)


def _phonemes(parts: list[LaoSyllable | str]) -> tuple[Syllable, ...]:
    return tuple(part.phonemes for part in parts if isinstance(part, LaoSyllable))


def _without_silent_r(syllable: Syllable) -> Syllable:
    is_r_cluster = len(syllable.onset) == 2 and syllable.onset[1] == "r"
    return syllable._replace(onset=syllable.onset[:1]) if is_r_cluster else syllable


def best_paths(run: str, most: int) -> list[tuple[float, list[Step]]]:
    """The cheapest few paths through a run, best first, with their costs."""
    size = len(run)
    # At each place the cheapest ways to reach it: cost, the place before, which of its ways, and the step.
    ways: list[list[tuple[float, int, int, Step | None]]] = [[] for _ in range(size + 1)]
    ways[0].append((0.0, 0, 0, None))
    for position in range(size):
        ways[position].sort(key=lambda way: way[0])
        del ways[position][most:]
        for rank, (cost, *_) in enumerate(ways[position]):
            for step in steps_at(run, position):
                ways[position + step.length].append((cost + step.cost, position, rank, step))
    ways[size].sort(key=lambda way: way[0])
    return [(way[0], _steps_back(ways, way)) for way in ways[size][:most]]


def _steps_back(
    ways: list[list[tuple[float, int, int, Step | None]]], way: tuple[float, int, int, Step | None]
) -> list[Step]:
    steps: list[Step] = []
    while way[3] is not None:
        steps.append(way[3])
        way = ways[way[1]][way[2]]
    return steps[::-1]
