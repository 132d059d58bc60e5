"""A resolution in words, made last: everything said here is read off the answer, nothing is computed anew.

:func:`explain` writes a short paragraph, :func:`rows` a table with one line for each candidate, difference of sounds and
ground. Both speak English and Vietnamese; all their sentences stand in :mod:`lao_names.matching.explanation_texts`.
"""

from __future__ import annotations

from collections.abc import Sequence

from lao_names.gazetteer.model import Kind
from lao_names.matching.explanation_texts import WORDS
from lao_names.matching.explanation_wording import SAME, Units, Wording, differences
from lao_names.matching.resolution import Candidate, Resolution, Status

MOST_DIFFERENCES = 5
"""Differences of sound that a paragraph tells; the table has them all."""

LONGEST_QUERY = 80
"""Characters of the asked text that a paragraph repeats."""

Row = tuple[str, str, str]


def explain(resolution: Resolution, language: str = "en", units: Units | None = None) -> str:
    """The answer and its reasons in a short paragraph.

    Args:
        resolution: the answer.
        language: ``en`` or ``vi``.
        units: the gazetteer, or the entities of it that may be named, by id; a unit that is neither here nor among the
            candidates is called by its id.

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


class _Writer(Wording):
    """One answer in words."""

    def __init__(self, resolution: Resolution, language: str, units: Units | None) -> None:
        candidates = {candidate.entity.id: candidate.entity for candidate in resolution.candidates}
        super().__init__(language, candidates, units)
        self._answer = resolution

    def paragraph(self) -> str:
        """All sentences that the status calls for."""
        if not self._answer.candidates:
            return self._text("nothing near" if self._answer.query.strip() else "empty", query=self._query())
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

    def _of_match(self) -> list[str]:
        best = self._answer.candidates[0]
        inner = self._same_name(best)
        others = [candidate for candidate in self._answer.candidates[1:] if candidate not in inner]
        return [
            self._text(
                "match",
                query=self._query(),
                entity=self._entity(best.entity),
                probability=self._chance(best.probability),
            ),
            *self._evidence(best),
            self._included(inner),
            self._runner_up(best, others),
        ]

    def _of_ambiguous(self) -> list[str]:
        tied = self._answer.tied
        entities = self._list(
            self._text(
                "entity with chance", entity=self._entity(each.entity), probability=self._chance(each.probability)
            )
            for each in tied
        )
        opening = "part" if len(tied) == 1 or all(each.form.evidence == "partial" for each in tied) else "ambiguous"
        sentences = [self._text(opening, query=self._query(), count=str(len(tied)), entities=entities)]
        sentences += self._evidence(tied[0])
        return [*sentences, self._text("what would decide", ways="; ".join(self._ways(tied)))]

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

    def _same_name(self, best: Candidate) -> list[Candidate]:
        """Units of the answer's name that go without saying: they lie in it, or else the answer would be ambiguous."""
        return [
            other
            for other in self._answer.candidates[1:]
            if other.cost - best.cost <= SAME
            and Kind.PERSON not in (other.entity.kind, best.entity.kind)
            and (other.entity.parent == best.entity.id or other.entity.name == best.entity.name)
            and _weight(other) >= _weight(best)
        ]

    def _included(self, inner: Sequence[Candidate]) -> str:
        if not inner:
            return ""
        word = WORDS[inner[0].entity.designation][self._language]
        return self._text(
            "shares the name", entities=self._list(self._entity(each.entity) for each in inner), word=word
        )

    def _runner_up(self, best: Candidate, others: Sequence[Candidate]) -> str:
        if not others:
            return self._text("no runner-up") if len(self._answer.candidates) == 1 else ""
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

    def _ways(self, tied: Sequence[Candidate]) -> list[str]:
        """What would decide between tied candidates."""
        entities = [candidate.entity for candidate in tied]
        people = sum(entity.kind is Kind.PERSON for entity in entities)
        designations = list(dict.fromkeys(entity.designation for entity in entities))
        parents = list(dict.fromkeys(entity.parent for entity in entities if entity.parent))
        ways = []
        if len(designations) > 1:
            words = ", ".join(f"“{WORDS[each][self._language]}”" for each in designations)
            ways.append(self._text("decide by word", words=words))
        if len(parents) > 1:
            units = ", ".join(f"{self._unit(parent)} ({parent})" for parent in parents)
            ways.append(self._text("decide by unit", units=units))
        if people > 1 or people == len(entities):
            ways.append(self._text("decide by person"))
        return ways or [self._text("decide by full name")]

    def _query(self) -> str:
        query = " ".join(self._answer.query.split())
        return query if len(query) <= LONGEST_QUERY else query[:LONGEST_QUERY] + "…"
