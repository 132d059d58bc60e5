"""A resolution in words, made last: everything said here is read off the answer and what it rests on.

:func:`explain` writes a short paragraph, :func:`rows` a table with one line for each candidate, difference of sounds and
ground. Both speak English and Vietnamese; all their sentences stand in :mod:`lao_names.matching.explanation_texts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from lao_names.gazetteer.model import Entity, Kind
from lao_names.matching.explanation_advice import Advising, borne_elsewhere, contradict, is_everyday_word
from lao_names.matching.explanation_texts import COUNTRIES, WORDS
from lao_names.matching.explanation_wording import SAME, Units, differences
from lao_names.matching.resolution import Candidate, Resolution, Status

MOST_DIFFERENCES = 5
"""Differences of sound that a paragraph tells; the table has them all."""

MOST_LEFT_OUT = 2
"""Entities that a paragraph names of those that the context left out."""

LONGEST_QUERY = 80
"""Characters of the asked text that a paragraph repeats."""

Row = tuple[str, str, str]


def explain(resolution: Resolution, language: str = "en", units: Units | None = None) -> str:
    """The answer and its reasons in a short paragraph.

    Args:
        resolution: the answer.
        language: ``en`` or ``vi``.
        units: the gazetteer, or the entities of it that may be named, by id, if not those that the answer rests on; a
            unit that is neither here nor among the candidates is called by its id.

    Raises:
        UnknownLanguage: the language is neither.

    >>> from lao_names import resolve
    >>> print(explain(resolve("tỉnh Hủa Phăn")).split(",")[0])
    “tỉnh Hủa Phăn” is Houaphan (LA-HO)
    >>> print(explain(resolve("tỉnh Hủa Phăn"), "vi").split(",")[0])
    “tỉnh Hủa Phăn” là Hủa Phăn (LA-HO)
    """
    return _Writer(resolution, language, units).paragraph()


def rows(resolution: Resolution, language: str = "en", units: Units | None = None) -> list[Row]:
    """The same as a table: what a line is about, its content, and its number.

    A candidate's first line has its probability; below it stand its form, its sounds with their cost, each difference with
    its price, and each ground with its weight in log-odds. The arguments are those of :func:`explain`.

    >>> from lao_names import resolve
    >>> for row in rows(resolve("tỉnh Hủa Phăn", limit=1))[:1]:
    ...     print(row[0], "|", row[1])
    candidate | Houaphan (LA-HO), a province
    """
    writer = _Writer(resolution, language, units)
    return [row for candidate in resolution.candidates for row in writer.rows_of(candidate)]


def _weight(candidate: Candidate) -> float:
    return sum(ground.weight for ground in candidate.grounds)


class _Writer(Advising):
    """One answer in words."""

    def __init__(self, resolution: Resolution, language: str, units: Units | None) -> None:
        candidates = {candidate.entity.id: candidate.entity for candidate in resolution.candidates}
        super().__init__(language, candidates, resolution.basis.units if units is None else units)
        self._answer = resolution
        self._asked = resolution.basis.context

    def paragraph(self) -> str:
        """All sentences that the status calls for."""
        if not self._answer.candidates:
            return self._of_nothing()
        sentences = {
            Status.MATCH: self._of_match,
            Status.AMBIGUOUS: self._of_ambiguous,
            Status.NO_MATCH: self._of_no_match,
        }[self._answer.status]()
        return " ".join(sentence for sentence in sentences if sentence)

    def rows_of(self, candidate: Candidate) -> list[Row]:
        """The lines of one candidate."""
        found = [
            (self._text("row candidate"), self._entity(candidate.entity), self._number(candidate.probability)),
            (self._text("row form"), self._form(candidate, "row form detail"), ""),
            (self._text("row sounds"), self._both_sounds(candidate), self._number(candidate.cost)),
        ]
        for one in differences(candidate.alignment):
            found.append((self._text("row difference"), self._difference(one, "row "), self._number(one.price)))
        for ground in candidate.grounds:
            side = self._text("row for" if ground.weight >= 0 else "row against")
            found.append((side, self._ground(ground, candidate.entity), self._signed(ground.weight)))
        return found

    # --- The three kinds of answer ---

    def _of_nothing(self) -> str:
        if not self._answer.query.strip():
            return self._text("empty")
        others, context = self._left_out, self._context()
        if others:
            return self._text("nothing admitted", query=self._query(), context=context, entities=self._entities(others))
        key = "nothing admitted near" if context else "nothing near"
        return self._text(key, query=self._query(), context=context)

    def _of_match(self) -> list[str]:
        best, *rest = self._answer.candidates
        inner = [other for other in rest if self._shares_name(best, other)]
        others = [other for other in rest if other not in inner and not self._lies_in(other.entity, best.entity)]
        return [
            self._text(
                "match",
                query=self._query(),
                entity=self._entity(best.entity),
                probability=self._chance(best.probability),
            ),
            *self._evidence(best),
            *self._included(best, inner),
            self._runner_up(best, others),
            self._said_of_left_out(),
        ]

    def _of_ambiguous(self) -> list[str]:
        tied = self._answer.tied
        entities = self._list(
            self._text(
                "entity with chance", entity=self._entity(each.entity), probability=self._chance(each.probability)
            )
            for each in tied
        )
        elsewhere = borne_elsewhere(tied)
        country = COUNTRIES.get(elsewhere, {}).get(self._language, elsewhere)
        opening = self._opening(tied)
        return [
            self._text(opening, query=self._query(), count=str(len(tied)), entities=entities, country=country),
            *self._evidence(tied[0]),
            self._said_of_left_out(),
            self._text("what would decide", ways="; ".join(self._ways(tied, self._query(), self._asked))),
        ]

    @staticmethod
    def _opening(tied: Sequence[Candidate]) -> str:
        """What sort of doubt it is."""
        if borne_elsewhere(tied):
            return "homonym"
        if is_everyday_word(tied):
            return "everyday word"
        if contradict(tied):
            return "contradictory"
        parts = len(tied) == 1 or all(each.form.evidence == "partial" for each in tied)
        return "part" if parts else "ambiguous"

    def _of_no_match(self) -> list[str]:
        nearest = self._answer.candidates[0]
        weight = _weight(nearest)
        if weight < -SAME:
            reason = self._text("not enough: grounds", weight=self._signed(weight))
        elif nearest.cost > SAME:
            reason = self._text("not enough: sounds", cost=self._number(nearest.cost))
        else:
            reason = self._text("not enough: name")
        return [
            self._text("no match", query=self._query()),
            self._text("nearest", entity=self._entity(nearest.entity), probability=self._chance(nearest.probability)),
            *self._evidence(nearest),
            reason,
            self._said_of_left_out(),
        ]

    # --- Sentences ---

    def _evidence(self, candidate: Candidate) -> list[str]:
        """The form that matched, its sounds, what words and context say."""
        found = [self._form(candidate, "form"), self._sounds(candidate)]
        for side, grounds in (
            ("for", [ground for ground in candidate.grounds if ground.weight > 0]),
            ("against", [ground for ground in candidate.grounds if ground.weight < 0]),
        ):
            if grounds:
                said = [f"{self._ground(each, candidate.entity)} ({self._signed(each.weight)})" for each in grounds]
                found.append(self._text(side, grounds="; ".join(said)))
        return found

    def _sounds(self, candidate: Candidate) -> str:
        heard, form = self._readings(candidate)
        found = differences(candidate.alignment)
        if not found:
            return self._text("same sounds", heard=heard) if heard else ""
        said = [self._difference(one, "") for one in found[:MOST_DIFFERENCES]]
        if len(found) > MOST_DIFFERENCES:
            said.append(self._text("more differences", count=str(len(found) - MOST_DIFFERENCES)))
        cost = self._number(candidate.cost)
        return self._text("different sounds", heard=heard, form=form, differences=", ".join(said), cost=cost)

    def _shares_name(self, best: Candidate, other: Candidate) -> bool:
        """Whether a candidate is meant along with the answer: a unit of its name that lies in it, or else is no rival.

        Rivals share one certainty; a chance beyond it is that of a unit counted with the answer.
        """
        inner, outer = other.entity, best.entity
        if Kind.PERSON in (inner.kind, outer.kind) or Kind.FORMER_UNIT is outer.kind is not inner.kind:
            return False
        beside = inner.kind in (Kind.CROSSING, Kind.FEATURE, Kind.FORMER_UNIT) and inner.kind is not outer.kind
        sounds = other.cost - best.cost <= SAME or best.probability + other.probability > 1 + SAME
        return sounds and (beside or self._lies_in(inner, outer))

    def _included(self, best: Candidate, inner: Sequence[Candidate]) -> list[str]:
        """What is said of the units of the answer's name: those that it includes, and those that words speak against."""
        lesser = [each for each in inner if _weight(each) < _weight(best) - SAME]
        equal = [each for each in inner if each not in lesser]
        found = []
        if equal:
            word = WORDS[equal[0].entity.designation][self._language]
            entities = self._list(self._called(each, best) for each in equal)
            found.append(self._text("shares the name", entities=entities, word=word))
        if lesser:
            found.append(self._text("lesser of the name", entities=self._entities(each.entity for each in lesser)))
        return found

    def _called(self, inner: Candidate, best: Candidate) -> str:
        """A unit with the name that it shares, where that is not the one it is called by here."""
        entity = self._entity(inner.entity)
        names = {self._name(best.entity), best.entity.name}
        if names & {self._name(inner.entity), inner.entity.name}:
            return entity
        return self._text("also called", entity=entity, form=inner.form.text)

    # --- What the context left out ---

    @cached_property
    def _left_out(self) -> Sequence[Entity]:
        return self._answer.basis.others()[:MOST_LEFT_OUT]

    def _context(self) -> str:
        """What was asked for and leaves others out, "" if nothing."""
        asked = [f"kind={self._asked.kind}"] if self._asked.kind else []
        if self._asked.within:
            name = self._unit(self._asked.within)
            asked.append(f"within={self._asked.within} ({name})" if name != self._asked.within else f"within={name}")
        return self._list(asked) if asked else ""

    def _said_of_left_out(self) -> str:
        if not self._left_out:
            return ""
        return self._text("left out", context=self._context(), entities=self._entities(self._left_out))

    def _entities(self, entities: Iterable[Entity]) -> str:
        return self._list(self._entity(entity) for entity in entities)

    def _runner_up(self, best: Candidate, others: Sequence[Candidate]) -> str:
        if not others:
            if len(self._answer.candidates) > 1 or self._left_out:
                return ""
            context = self._context()
            return self._text("no runner-up admitted" if context else "no runner-up", context=context)
        other = others[0]
        return self._text(
            "runner-up",
            entity=self._entity(other.entity),
            probability=self._chance(other.probability),
            reasons="; ".join(self._reasons(best, other)),
        )

    def _reasons(self, best: Candidate, other: Candidate) -> list[str]:
        """What separates the second from the first."""
        found = []
        if abs(other.cost - best.cost) > SAME:
            key = "farther sounds" if other.cost > best.cost else "nearer sounds"
            found.append(self._text(key, cost=self._number(other.cost), least=self._number(best.cost)))
        most, weight = _weight(best), _weight(other)
        if weight < most - SAME:
            found.append(self._text("weaker grounds", weight=self._signed(weight), most=self._signed(most)))
        return found or [self._text("weaker spelling")]

    def _query(self) -> str:
        query = " ".join(self._answer.query.split())
        return query if len(query) <= LONGEST_QUERY else query[:LONGEST_QUERY] + "…"
