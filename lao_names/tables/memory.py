"""Asking once per distinct spelling, with memory that stays bounded.

A column of a million rows has a thousand distinct values; resolving is the dear part and looking up a dictionary the
cheap one. :class:`Answers` stands between a table and the matcher: a table hands over the questions of a block of
rows, new ones are resolved together (the matcher is fastest in batches), the rest are remembered. Start there.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import filterfalse
from threading import Lock
from typing import Any, Generic, TypeVar

from lao_names.tables.added import EMPTY, Answer
from lao_names.tables.answers import Ask, Question, Watch

#: Answers kept in memory; about 20 MB of them. A column has rarely more distinct values.
KEPT = 50_000

Form = TypeVar("Form")


class Answers(Generic[Form]):
    """A bounded memory of answers in the form that a table writes.

    Args:
        ask: gives the answers to a batch of questions.
        render: an answer in the table's form, for example the text to append to a record.
        kept: how many answers to remember.
        watch: told of every question and its rows.
        names: whether to remember canonical names, too.
        overflow: called with ``ask`` when the memory is full for the first time; gives another way to ask, which keeps
            answers outside of the memory.

    Attributes:
        rendered: the remembered answers by key, in the table's form. A table reads it directly after :meth:`learn`.
        canonical: the canonical names of matches by key, if they are remembered.
        distinct: number of different questions so far, blank cells apart.
    """

    def __init__(
        self,
        ask: Ask,
        render: Callable[[Answer], Form],
        kept: int = KEPT,
        *,
        watch: Watch | None = None,
        names: bool = False,
        overflow: Callable[[Ask], Ask] = lambda ask: ask,
    ) -> None:
        self._overflow = overflow
        self.ask, self.render, self.kept, self.watch, self._names = ask, render, kept, watch, names
        self.rendered: dict[Any, Form] = {}
        self.canonical: dict[Any, str] = {}
        self._rows: Counter[str] = Counter()
        self._uncounted: Counter[Any] = Counter()  # rows by key: what a status is worth is looked up at the end
        self.distinct = 0
        self._status: dict[Any, str] = {}
        self._watched: dict[Any, tuple[Question, Answer, int]] = {}
        self._seen: Seen | None = None

    def learn(self, keys: Sequence[Any], question: Callable[[Any], Question], first_row: int = 1) -> None:
        """Make sure that :attr:`rendered` has an answer for every key, and count the rows.

        Args:
            keys: one per row.
            question: the question that a key stands for.
            first_row: the number of the first of these rows.
        """
        new = list(dict.fromkeys(filterfalse(self.rendered.__contains__, keys)))
        if new:
            self._take_in(new, question, keys, lambda: first_rows(keys, first_row))
        self._uncounted.update(keys)

    def learn_counted(
        self, counts: Mapping[Any, int], question: Callable[[Any], Question], rows: Callable[[], Mapping[Any, int]]
    ) -> None:
        """The same where the rows are counted already.

        Args:
            counts: how many rows each key has.
            question: the question that a key stands for.
            rows: gives the first row of each key.
        """
        new = [key for key in counts if key not in self.rendered]
        if new:
            self._take_in(new, question, counts, rows)
        self._uncounted.update(counts)

    @property
    def rows(self) -> Counter[str]:
        """Rows seen by status. With it, ``watch`` is told of all rows so far."""
        self._count()
        return self._rows

    def _take_in(
        self,
        new: Sequence[Any],
        question: Callable[[Any], Question],
        needed: Iterable[Any],
        rows: Callable[[], Mapping[Any, int]],
    ) -> None:
        """Ask for the answers to new keys and remember them; none that is needed is forgotten for that."""
        self._make_room(len(new), needed)
        questions = [question(key) for key in new]
        first = {} if self.watch is None else rows()
        for key, asked, said in zip(new, questions, self.ask(questions), strict=True):
            self.rendered[key] = self.render(said)
            self._status[key] = said.status
            if self.watch is not None:
                self._watched[key] = asked, said, first[key]
            if self._names and said.canonical is not None:
                self.canonical[key] = said.canonical
            if said.status != EMPTY and (self._seen is None or self._seen.add(key)):
                self.distinct += 1

    def _count(self) -> None:
        """Count the rows since the last time."""
        for key, count in self._uncounted.items():
            self._rows[self._status[key]] += count
            if self.watch is not None:
                asked, said, row = self._watched[key]
                self.watch(asked, said, count, row)
        self._uncounted.clear()

    def _make_room(self, wanted: int, needed: Iterable[Any]) -> None:
        """Forget the oldest answers that the present rows do not need."""
        surplus = len(self.rendered) + wanted - self.kept
        if surplus <= 0 or not self.rendered:
            return
        if self._seen is None:
            self._seen = Seen()
            self.ask = self._overflow(self.ask)
            for key in self.rendered:
                self._seen.add(key)
        self._count()  # while the status of each key is still known
        kept = set(needed)
        old = [key for key in self.rendered if key not in kept][: max(surplus, self.kept // 2)]
        for key in old:
            del self.rendered[key], self._status[key]
            self.canonical.pop(key, None)
            self._watched.pop(key, None)


def remembering(ask: Ask) -> Ask:
    """A way to ask that remembers answers, within bounds; several threads may use it."""
    memory = Answers(ask, lambda said: said)
    one_at_a_time = Lock()

    def remembered(questions: Sequence[Question]) -> list[Answer]:
        with one_at_a_time:
            memory.learn(questions, lambda question: question)
            return [memory.rendered[question] for question in questions]

    return remembered


def first_rows(keys: Sequence[Any], first_row: int) -> dict[Any, int]:
    """The first row of each key, where the first of all keys stands in ``first_row``.

    >>> first_rows(["a", "b", "a"], 2)
    {'a': 2, 'b': 3}
    """
    return dict(zip(reversed(keys), reversed(range(first_row, first_row + len(keys))), strict=True))


class Seen:
    """Tells new keys from known ones in 16 to 32 bytes each, by their 64-bit hashes.

    Two keys among two million share a hash with a chance of one in ten million: a count may do with that.

    >>> seen = Seen()
    >>> seen.add("Pakse"), seen.add("Thakhek"), seen.add("Pakse")
    (True, True, False)
    """

    def __init__(self) -> None:
        self._slots = array("q", bytes(8 * 1024))  # 0 is an empty slot
        self._used = 0

    def add(self, key: Any) -> bool:
        """Take a key in; whether it is new."""
        new = self._put(hash(key) or 1)
        self._used += new
        if 2 * self._used > len(self._slots):
            old, self._slots = self._slots, array("q", bytes(16 * len(self._slots)))
            for number in filter(None, old):
                self._put(number)
        return new

    def _put(self, number: int) -> bool:
        slots, mask = self._slots, len(self._slots) - 1
        place = number & mask
        while slots[place]:
            if slots[place] == number:
                return False
            place = (place + 1) & mask
        slots[place] = number
        return True
