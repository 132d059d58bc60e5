"""What the matcher answers: a :class:`Resolution` with its :class:`Candidate` s and their alignments."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from lao_names.gazetteer.model import Entity, SurfaceForm


class Status(StrEnum):
    """How a question ended."""

    MATCH = "match"
    AMBIGUOUS = "ambiguous"
    NO_MATCH = "no match"


class Aligned(NamedTuple):
    """One segment of the spelling against one of the form; either may be empty.

    ``price`` is what the difference costs: 0 for the same sound.
    """

    heard: str
    form: str
    price: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a spelling may mean, with the evidence for it.

    Attributes:
        entity: the entity.
        form: its surface form that matched best.
        probability: 0..1, the chance that this entity is meant.
        cost: >= 0; 0 means the same sound.
        alignment: how the spelling's segments stand against the form's; the prices add up to the cost.
    """

    entity: Entity
    form: SurfaceForm
    probability: float
    cost: float
    alignment: tuple[Aligned, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The answer to one spelling.

    Attributes:
        query: the text as asked.
        status: match, ambiguous or no match.
        candidates: best first, at most ``limit`` (more only where more are tied); kept for every status.
        tied: the candidates that an "ambiguous" answer cannot separate; () otherwise.
    """

    query: str
    status: Status
    candidates: tuple[Candidate, ...] = ()
    tied: tuple[Candidate, ...] = ()

    @property
    def entity(self) -> Entity | None:
        """The entity meant; not None exactly when the status is "match"."""
        return self.candidates[0].entity if self.status is Status.MATCH else None
