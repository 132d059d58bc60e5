"""What the matcher answers: a :class:`Resolution` with its :class:`Candidate` s and their alignments."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from lao_names.gazetteer.model import Entity, Gazetteer, SurfaceForm
from lao_names.matching.alignment import Aligned, align
from lao_names.matching.context import Ground
from lao_names.matching.question import NO_CONTEXT, Context

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
class Basis:
    """What an answer rests on besides its candidates. Only explanations need it.

    Attributes:
        units: entities by id that an explanation may name: the gazetteer, or of a copied answer the few that it needs.
        context: what was asked for with ``kind``, ``within`` and ``on``.
        left_out: who else would be meant but for ``kind`` and ``within``, best first; a function where that is to be
            found out when somebody wants to know, since most answers are never explained.
    """

    units: Gazetteer | Mapping[str, Entity] = field(default_factory=dict)
    context: Context = NO_CONTEXT
    left_out: Callable[[], tuple[Entity, ...]] | tuple[Entity, ...] = ()

    def others(self) -> tuple[Entity, ...]:
        """The entities left out, best first."""
        return self.left_out() if callable(self.left_out) else self.left_out

    def packed(self, candidates: tuple[Candidate, ...]) -> Basis:
        """The same for these candidates without the gazetteer, so that a pickled answer is small."""
        others = tuple(_named(entity) for entity in self.others())
        wanted = [self.context.within or ""]
        for entity in (*others, *(candidate.entity for candidate in candidates)):
            wanted += self._around(entity)
        wanted += [ground.detail for candidate in candidates for ground in candidate.grounds]
        units = {each: _named(self.units[each]) for each in dict.fromkeys(wanted) if each in self.units}
        return Basis(units, self.context, others)

    def _around(self, entity: Entity) -> Iterator[str]:
        """The ids of the units that an entity lies in or holds an office in."""
        yield from (office.jurisdiction for office in entity.offices if office.jurisdiction)
        passed: set[str] = set()
        parent = entity.parent
        while parent and parent not in passed:
            yield parent
            passed.add(parent)
            parent = self.units[parent].parent if parent in self.units else None


def _named(entity: Entity) -> Entity:
    """An entity without its spellings, which are most of it."""
    return replace(entity, forms=())


NO_BASIS = Basis()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The answer to one spelling.

    Attributes:
        query: the text as asked.
        status: match, ambiguous or no match.
        candidates: best first, at most ``limit`` (more only where more are tied); kept for every status.
        tied: the candidates that an "ambiguous" answer cannot separate; () otherwise.
        basis: what explanations need to name units and what the context left out; answers are equal whatever it is.
    """

    query: str
    status: Status
    candidates: tuple[Candidate, ...] = ()
    tied: tuple[Candidate, ...] = ()
    basis: Basis = field(default=NO_BASIS, repr=False, compare=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """A copy holds the names that its explanation needs instead of the gazetteer."""
        basis = self.basis.packed(self.candidates)
        return Resolution, (self.query, self.status, self.candidates, self.tied, basis)

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
