"""Answers to the listed spellings, worked out when the gazetteer is compiled.

Most names of a real column are spelled as some source spelled them before. Asking for those again would give the same
answer each time, so the compiled gazetteer keeps it: :func:`remember` asks the resolver for every listed spelling,
:func:`recall` makes the :class:`~lao_names.matching.resolution.Resolution` again. It is a memory of the pipeline, not
another way to decide; a test compares the two. The texts are kept apart from the answers, so that a spelling that is not
listed waits for the texts only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lao_names.gazetteer.model import Entity
from lao_names.matching.context import Ground
from lao_names.matching.resolution import Basis, Candidate, Resolution, Status
from lao_names.matching.spelling import printed, unprinted

if TYPE_CHECKING:
    from lao_names.matching.resolver import Resolver

KEPT = 5
"""Candidates that are kept: as many as are asked for by default, and all that are tied."""


class Known:
    """The answers that are kept.

    Args:
        texts: the listed spellings, as :meth:`~lao_names.matching.resolver.Resolver.key` gives them.
        answers: the answer to each as plain data, or a function that opens them when the first is wanted.
    """

    def __init__(self, texts: Iterable[str], answers: list[Any] | Callable[[], list[Any]]) -> None:
        self._numbers = {text: number for number, text in enumerate(texts)}
        self._given = answers

    @cached_property
    def _answers(self) -> list[Any]:
        return self._given() if callable(self._given) else self._given

    def get(self, text: str) -> list[Any] | None:
        """The answer to a spelling, for :func:`recall`."""
        number = self._numbers.get(text)
        return None if number is None else self._answers[number]

    def __getstate__(self) -> dict[str, Any]:
        return {"_numbers": self._numbers, "_given": self._answers}


def remember(resolver: Resolver) -> dict[str, list[Any]]:
    """The answers to all listed spellings: :meth:`~lao_names.matching.resolver.Resolver.key` -> plain data."""
    entities = {entity.id: number for number, entity in enumerate(resolver.gazetteer)}
    texts = dict.fromkeys(form.text for entity in resolver.gazetteer for form in entity.forms)
    answers = resolver.resolve_many(texts, limit=KEPT)
    return {resolver.key(answer.query): _plain(answer, entities) for answer in answers}


def recall(spelling: str, plain: list[Any], entities: Sequence[Entity], limit: int, basis: Basis) -> Resolution:
    """The answer that was kept, for a spelling whose clean text is known.

    Args:
        spelling: the text as asked.
        plain: what :func:`remember` kept for it.
        entities: the entities in the gazetteer's order.
        limit: candidates wanted, at most :data:`KEPT`.
        basis: what explanations need besides.
    """
    status, tied, rows = plain
    wanted = max(limit, tied)
    candidates = tuple([_candidate(row, entities) for row in (rows if len(rows) <= wanted else rows[:wanted])])
    return Resolution(spelling, _STATUS[status], candidates, candidates[:tied], basis)


_STATUS = {str(status): status for status in Status}


def _plain(answer: Resolution, entities: Mapping[str, int]) -> list[Any]:
    rows = [
        [
            entities[one.entity.id],
            one.entity.forms.index(one.form),
            one.probability,
            one.cost,
            [list(ground) for ground in one.grounds],
            printed(one.heard),
            printed(one.sounded),
        ]
        for one in answer.candidates
    ]
    return [str(answer.status), len(answer.tied), rows]


def _candidate(row: list[Any], entities: Sequence[Entity]) -> Candidate:
    number, form, probability, cost, grounds, heard, sounded = row
    entity = entities[number]
    said = tuple([Ground(*ground) for ground in grounds]) if grounds else ()
    return Candidate(entity, entity.forms[form], probability, cost, said, unprinted(heard), unprinted(sounded))
