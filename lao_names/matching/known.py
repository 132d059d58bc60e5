"""Answers to the listed spellings, worked out when the gazetteer is compiled.

Most names of a real column are spelled as some source spelled them before. Asking for those again would give the same
answer each time, so the compiled gazetteer keeps it: :func:`remember` asks the resolver for every listed spelling,
:func:`recall` makes the :class:`~lao_names.matching.resolution.Resolution` again. It is a memory of the pipeline, not
another way to decide; a test compares the two.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lao_names.gazetteer.model import Entity
from lao_names.matching.context import Ground
from lao_names.matching.resolution import Candidate, Resolution, Status

if TYPE_CHECKING:
    from lao_names.matching.resolver import Resolver

KEPT = 5
"""Candidates that are kept: as many as are asked for by default, and all that are tied."""


def remember(resolver: Resolver) -> dict[str, str]:
    """The answers to all listed spellings: :meth:`~lao_names.matching.resolver.Resolver.key` -> JSON."""
    entities = {entity.id: number for number, entity in enumerate(resolver.gazetteer)}
    texts = dict.fromkeys(form.text for entity in resolver.gazetteer for form in entity.forms)
    answers = resolver.resolve_many(texts, limit=KEPT)
    return {resolver.key(answer.query): _written(answer, entities) for answer in answers}


def recall(spelling: str, written: str, entities: Sequence[Entity], limit: int) -> Resolution:
    """The answer that was kept, for a spelling whose clean text is known.

    Args:
        spelling: the text as asked.
        written: what :func:`remember` kept for it.
        entities: the entities in the gazetteer's order.
        limit: candidates wanted, at most :data:`KEPT`.
    """
    status, tied, rows = json.loads(written)
    candidates = tuple(_candidate(row, entities) for row in rows[: max(limit, tied)])
    return Resolution(spelling, Status(status), candidates, candidates[:tied])


def _written(answer: Resolution, entities: Mapping[str, int]) -> str:
    rows = [
        [
            entities[one.entity.id],
            one.entity.forms.index(one.form),
            one.probability,
            one.cost,
            [list(ground) for ground in one.grounds],
            one.heard.decode("latin-1"),
            one.sounded.decode("latin-1"),
        ]
        for one in answer.candidates
    ]
    return json.dumps([str(answer.status), len(answer.tied), rows], separators=(",", ":"))


def _candidate(row: list[Any], entities: Sequence[Entity]) -> Candidate:
    number, form, probability, cost, grounds, heard, sounded = row
    entity = entities[number]
    said = tuple(Ground(*ground) for ground in grounds)
    return Candidate(
        entity, entity.forms[form], probability, cost, said, heard.encode("latin-1"), sounded.encode("latin-1")
    )
