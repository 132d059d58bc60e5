"""What people decided about doubtful spellings, read from the files that they filled in.

A decision file is a table with the columns ``spelling`` and ``decision`` (a review file, filled in, is one; see
:mod:`lao_names.tables.review`). In ``decision`` stands an entity id, ``-`` for "nobody that is listed", or the number of
one of the row's suggestions; what is blank or ``later`` is not decided. Columns ``kind``, ``within`` and ``on`` say in
which context the spelling stood; left blank, the decision holds in every context.

A file with a mistake is not used at all: every mistake is named with its line. Start at :meth:`Decisions.read`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lao_names.errors import InputError
from lao_names.gazetteer.model import Entity, Evidence, Gazetteer, SurfaceForm
from lao_names.matching.resolution import Candidate, Resolution, Status
from lao_names.tables.added import ADDABLE, Answer, answer, is_blank
from lao_names.tables.answers import Ask, Question
from lao_names.tables.delimiters import find_delimiter
from lao_names.tables.formulas import unescaped
from lao_names.tables.headers import header_key
from lao_names.tables.records import blocks
from lao_names.tables.source import TextSource

NOBODY = "-"
UNDECIDED = ("", "later")


class Decision(NamedTuple):
    """One decision: the id of an entity or :data:`NOBODY`, and where it was read."""

    choice: str
    place: str


class Decisions:
    """Decisions by question.

    Args:
        gazetteer: the entities that may be chosen.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._made: dict[Question, Decision] = {}

    def __len__(self) -> int:
        return len(self._made)

    @classmethod
    def read(cls, paths: Iterable[str], gazetteer: Gazetteer) -> Decisions:
        """The decisions of several files.

        Raises:
            InputError: a file cannot be read, or decisions are unknown or contradict each other: all are named.
        """
        decisions, problems = cls(gazetteer), []
        for path in paths:
            for line, row in rows(path):
                problem = decisions.take(row, f"{path}, line {line}")
                if problem:
                    problems.append(problem)
        if problems:
            raise InputError("\n".join(problems))
        return decisions

    def take(self, row: dict[str, str], place: str) -> str | None:
        """Take one row in; returns what is wrong with it."""
        said = row["decision"].strip()
        if said.lower() in UNDECIDED:
            return None
        choice = row.get(f"suggestion{said}_id", "").strip() if said.isdigit() else said
        if choice != NOBODY and choice not in self._gazetteer:
            return f"{place}: the decision {said!r} is no entity id, no suggestion of this row, and not '-'"
        question = key(
            Question(unescaped(row["spelling"]), *(row.get(role) or None for role in ("kind", "within", "on")))
        )
        before = self._made.setdefault(question, Decision(choice, place))
        if before.choice != choice:
            return f"{place}: {question.spelling!r} is {choice} here and {before.choice} in {before.place}"
        return None

    def made(self, question: Question) -> Decision | None:
        """The decision that holds for a question: one for its context before one for every context."""
        question = key(question)
        return self._made.get(question) or self._made.get(Question(question.spelling))

    def before(self, ask: Ask, add: Sequence[str], language: str) -> Ask:
        """Answers by decision where there is one; asks for the rest."""

        def decided_first(questions: Sequence[Question]) -> list[Answer]:
            made = [self.made(question) for question in questions]
            open_ones = [question for question, decision in zip(questions, made, strict=True) if decision is None]
            said = iter(ask(open_ones) if open_ones else [])
            return [
                next(said) if decision is None else self._answer(question, decision, add, language)
                for question, decision in zip(questions, made, strict=True)
            ]

        return decided_first

    def _answer(self, question: Question, decision: Decision, add: Sequence[str], language: str) -> Answer:
        entity = None if decision.choice == NOBODY else self._gazetteer[decision.choice]
        resolution = decided(question.spelling, entity)
        values = tuple(
            f"decided in {decision.place}"
            if addition == "explanation"
            else ADDABLE[addition](resolution, self._gazetteer, language)
            for addition in add
        )
        return answer(resolution, self._gazetteer, add, language)._replace(values=values)


def decided(spelling: str, entity: Entity | None) -> Resolution:
    """A person's decision as a resolution: certain, with the spelling itself as the form."""
    if entity is None:
        return Resolution(spelling, Status.NO_MATCH)
    form = SurfaceForm(spelling, "und", Evidence.ATTESTED)
    return Resolution(spelling, Status.MATCH, (Candidate(entity, form, 1.0, 0.0),))


def key(question: Question) -> Question:
    """A question as decisions are compared: NFC, without white space around it."""
    return question._replace(spelling=unicodedata.normalize("NFC", question.spelling).strip())


def rows(path: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a decision file as dictionaries, each with its line.

    Raises:
        InputError: it cannot be read, or lacks a column.
    """
    source = TextSource(path)
    try:
        delimiter = find_delimiter(source.head, path, {"spelling", "decision"})
        header: list[str] = []
        for block in blocks(source.pieces(), delimiter):
            for place, values in enumerate(block.rows):
                if all(map(is_blank, values)):
                    continue
                if header:
                    yield block.line_of(place), row_of(header, values)
                else:
                    header = checked_header(values, path)
    finally:
        source.close()


def row_of(header: Sequence[str], values: Sequence[str]) -> dict[str, str]:
    """A row by column names; cells that a short row lacks are blank."""
    return dict.fromkeys(header, "") | dict(zip(header, values, strict=False))


def checked_header(names: Sequence[str], path: str) -> list[str]:
    """The column names, or an error if a needed one is missing."""
    header = [header_key(name).lower() for name in names]
    for needed in ("spelling", "decision"):
        if needed not in header:
            raise InputError(f"{path} is no decision file: it has no column {needed!r} (it has: {', '.join(names)})")
    return header
