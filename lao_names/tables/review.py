"""The doubtful spellings of a table, for people to look at: a CSV file that opens well in Excel.

One row per distinct question that ended "ambiguous" or "no match" and is not decided yet, the most frequent first, with up
to three suggestions and an empty column ``decision``. Filled in, the file is given back with ``--decisions``.
Start at :class:`Doubts`.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from lao_names.matching.resolution import Candidate, Resolution, Status
from lao_names.tables.added import EMPTY, Answer
from lao_names.tables.answers import Asker, Question
from lao_names.tables.cells import written
from lao_names.tables.formulas import escaped

SUGGESTIONS = 3
BATCH = 1000  # questions whose suggestions are looked up together


@dataclass(slots=True)
class Doubt:
    """A doubtful question: its status, how many rows have it, and the first of them."""

    status: str
    count: int
    first_row: int


class Doubts:
    """Listens to a session (its ``watch``) and keeps the doubtful questions.

    Args:
        settled: says whether people have decided a question; such are no longer doubtful.
        keep: whether to keep the questions, or only to count rows.

    Attributes:
        rows: undecided rows by status, those of blank cells left out.
        questions: the doubtful ones, in the order in which they came up.
    """

    def __init__(
        self, settled: Callable[[Question], object | None] = lambda question: None, *, keep: bool = True
    ) -> None:
        self._settled, self._keep = settled, keep
        self.rows: Counter[str] = Counter()
        self.questions: dict[Question, Doubt] = {}

    def __call__(self, question: Question, answer: Answer, count: int, row: int) -> None:
        """Take note of some rows with the same question."""
        status = answer.status
        if status == EMPTY:
            return
        if status != Status.MATCH and self._settled(question) is not None:
            status = Status.MATCH
        self.rows[str(status)] += count
        if status == Status.MATCH or not self._keep:
            return
        known = self.questions.get(question)
        if known is None:
            self.questions[question] = Doubt(status, count, row)
        else:
            known.count += count

    def most_frequent_first(self) -> list[tuple[Question, Doubt]]:
        """The doubtful questions in the order in which looking at them is worth most."""
        return sorted(self.questions.items(), key=lambda pair: (-pair[1].count, pair[1].first_row, pair[0].spelling))


def write_review(doubts: Doubts, asker: Asker, out: BinaryIO) -> None:
    """Write the review file.

    Args:
        doubts: what is doubtful.
        asker: gives the suggestions.
        out: UTF-8 with a byte order mark, without which Excel takes the letters for another encoding's.
    """
    roles = [role for role in ("kind", "within", "on") if any(getattr(question, role) for question in doubts.questions)]
    out.write(codecs.BOM_UTF8 + line(header(roles)))
    pairs = doubts.most_frequent_first()
    for start in range(0, len(pairs), BATCH):
        batch = pairs[start : start + BATCH]
        answers = asker.resolutions([question for question, _ in batch], limit=SUGGESTIONS)
        for (question, doubt), answer in zip(batch, answers, strict=True):
            context = [getattr(question, role) or "" for role in roles]
            counts = [str(doubt.count), str(doubt.first_row), str(doubt.status)]
            out.write(line([question.spelling, *context, *counts, *suggestions(answer), "", ""]))


def header(roles: Sequence[str]) -> list[str]:
    """The names of the columns."""
    suggested = [
        f"suggestion{n}_{part}" for n in range(1, SUGGESTIONS + 1) for part in ("id", "name", "probability", "why")
    ]
    return ["spelling", *roles, "count", "first_row", "status", *suggested, "decision", "note"]


def suggestions(answer: Resolution) -> Iterator[str]:
    """Id, name, probability and reason of the best candidates, blank where there are fewer."""
    shown = answer.candidates[:SUGGESTIONS]
    for candidate in shown:
        yield from (candidate.entity.id, candidate.entity.name, f"{candidate.probability:.2f}", why(candidate))
    yield from [""] * (4 * (SUGGESTIONS - len(shown)))


def why(candidate: Candidate) -> str:
    """What a candidate was compared by, and which sounds differ: ``Bolikhamxay: s for x``."""
    apart = [f"{heard or '-'} for {form or '-'}" for heard, form, price in candidate.alignment if price > 0]
    return f"{candidate.form.text}: {', '.join(apart) if apart else 'the same sound'}"


def line(texts: Sequence[str]) -> bytes:
    """A line of CSV in which no cell is a formula."""
    return (",".join(written(escaped(text), ",") for text in texts) + "\r\n").encode("utf-8", "replace")
