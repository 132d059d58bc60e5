"""What the matcher answers: a :class:`Resolution` with its :class:`Candidate` s and their alignments."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lao_names.gazetteer.model import Entity, SurfaceForm
from lao_names.matching.alignment import Aligned, align
from lao_names.matching.context import Ground

ROUNDED = 4
"""Decimals of probabilities in :meth:`Resolution.to_dict`."""


class Status(StrEnum):
    """How a question ended."""

    MATCH = "match"
    AMBIGUOUS = "ambiguous"
    NO_MATCH = "no match"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a spelling may mean, with the evidence for it.

    Attributes:
        entity: the entity.
        form: its surface form that matched best.
        probability: 0..1, the chance that this entity is meant.
        cost: >= 0; 0 means the same sound, 1 is one plainly different consonant.
        grounds: what words around the name and the context said for and against it.
        heard, sounded: the sounds of the two, encoded (:func:`lao_names.phonology.encode`).
    """

    entity: Entity
    form: SurfaceForm
    probability: float
    cost: float
    grounds: tuple[Ground, ...] = ()
    heard: bytes = b""
    sounded: bytes = b""

    def __repr__(self) -> str:
        """The entity, its chance and the form that matched: ``<LA-BL Bolikhamxay, province: 1.00 as 'Borikhamxay'>``."""
        return f"<{repr(self.entity)[1:-1]}: {self.probability:.2f} as {self.form.text!r}>"

    @property
    def alignment(self) -> tuple[Aligned, ...]:
        """How the sounds of the spelling stand against those of the form; the prices add up to the cost."""
        return align(self.heard, self.sounded)

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "id": self.entity.id,
            "name": self.entity.name,
            "kind": str(self.entity.kind),
            "probability": round(self.probability, ROUNDED),
            "cost": self.cost,
            "form": self.form.text,
            "evidence": str(self.form.evidence),
            "alignment": [list(step) for step in self.alignment],
            "grounds": [list(ground) for ground in self.grounds],
        }


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

    def __repr__(self) -> str:
        """What was asked, and who may be meant, so that an interactive session stays readable."""
        best = ", ".join(map(repr, self.tied or self.candidates[:1]))
        return f"<{self.query!r}: {self.status} {best}>" if best else f"<{self.query!r}: {self.status}>"

    @property
    def entity(self) -> Entity | None:
        """The entity meant; not None exactly when the status is "match"."""
        return self.candidates[0].entity if self.status is Status.MATCH else None

    def explain(self, language: str = "en") -> str:
        """The answer and its reasons in a short paragraph.

        Args:
            language: ``en`` or ``vi``.

        Raises:
            UnknownLanguage: it is neither.
        """
        from lao_names.matching.explanation import explain

        return explain(self, language)

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON: query, status, entity id or None, candidates, ids of the tied ones."""
        return {
            "query": self.query,
            "status": str(self.status),
            "entity": self.entity.id if self.entity else None,
            "candidates": [candidate.to_dict() for candidate in self.candidates],
            "tied": [candidate.entity.id for candidate in self.tied],
        }
