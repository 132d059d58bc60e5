"""The whole pipeline on one screen: hear, look up, weigh, decide.

:class:`Resolver` answers for one gazetteer. It does not change after construction, so it can be shared between threads,
and it can be pickled.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from lao_names.errors import InvalidDate, InvalidLimit, InvalidProbability, NotText, UnknownKind
from lao_names.gazetteer.model import Evidence, Gazetteer, Kind
from lao_names.matching.coefficients import COEFFICIENTS
from lao_names.matching.combination import combine
from lao_names.matching.context import Context, admits, grounds
from lao_names.matching.decision import SAME_NAME, Decided, Scored, decide, said, score, weights
from lao_names.matching.evidence import Likeness, likeness, row
from lao_names.matching.index import Index, Near
from lao_names.matching.question import Inquiry, Question, inquire
from lao_names.matching.resolution import Candidate, Resolution
from lao_names.matching.spelling import Sound
from lao_names.matching.words import Lexicon
from lao_names.orthography.unicode import clean
from lao_names.phonology import SCALE

MOST_SCORED = 8
"""Entities whose evidence is weighed for each question, nearest first."""

BATCH = 256
"""Texts that are looked up together."""

LONGEST_TEXT = 400
"""Characters of a text that are looked at: room for a name with titles and a written-out address."""

LOOSE_PRICE, PART_PRICE = 0.05, 0.1
"""What a Lao word more or less, and a given or family name alone, add when the best form of an entity is chosen."""


class Compared(NamedTuple):
    """The form of an entity that a spelling is most like.

    Attributes:
        distance: what forms are chosen by.
        like: how the two compare.
        near: the entry and the readings that were compared.
        loose: whether a Lao word for a settlement stands on one side only.
    """

    distance: float
    like: Likeness
    near: Near
    loose: bool


class Resolver:
    """Resolves spellings against a gazetteer.

    Args:
        gazetteer: what is known.
        index: its index, if it was compiled before.
        coefficients: what the evidence is worth, if not the library's own (:mod:`lao_names.matching.coefficients`).
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        index: Index | None = None,
        *,
        coefficients: Mapping[str, float] = COEFFICIENTS,
    ) -> None:
        self.gazetteer = gazetteer
        self._worth = weights(coefficients)
        self._entities = tuple(gazetteer)
        self._index = Index.of(gazetteer) if index is None else index
        self._lexicon = Lexicon(gazetteer.words)
        self._namesakes = self._index.namesakes()

    def resolve(
        self,
        spelling: str,
        *,
        kind: str | None = None,
        within: str | None = None,
        on: str | date | None = None,
        limit: int = 5,
        min_probability: float | None = None,
    ) -> Resolution:
        """Says who or where a spelling is; see :func:`lao_names.resolve`."""
        if not isinstance(spelling, str):
            raise NotText(spelling)
        asked = self._context(kind, within, on)
        _check_limits(limit, min_probability)
        inquiry = inquire(clean(spelling[:LONGEST_TEXT]), self._lexicon)
        near = [self._index.near(query.sounds) for question in inquiry.questions for query, _ in question.spellings]
        return self._answer(spelling, inquiry, iter(near), asked, limit, min_probability)

    def resolve_many(
        self,
        spellings: Iterable[str],
        *,
        kind: str | None = None,
        within: str | None = None,
        on: str | date | None = None,
        limit: int = 5,
        min_probability: float | None = None,
    ) -> list[Resolution]:
        """Answers for many spellings, in order, each distinct one looked up once; see :func:`lao_names.resolve_many`."""
        asked = self._context(kind, within, on)
        _check_limits(limit, min_probability)
        wanted = list(spellings)
        for spelling in wanted:
            if not isinstance(spelling, str):
                raise NotText(spelling)
        answers: dict[str, Resolution] = {}
        distinct = iter(dict.fromkeys(wanted))
        while batch := list(islice(distinct, BATCH)):
            inquiries = [inquire(clean(spelling[:LONGEST_TEXT]), self._lexicon) for spelling in batch]
            near = iter(self._index.near_each([sounds for inquiry in inquiries for sounds in _sounds(inquiry)]))
            for spelling, inquiry in zip(batch, inquiries, strict=True):
                answers[spelling] = self._answer(spelling, inquiry, near, asked, limit, min_probability)
        return [answers[spelling] for spelling in wanted]

    def _context(self, kind: str | None, within: str | None, on: str | date | None) -> Context:
        if kind is not None and kind not in list(Kind):
            raise UnknownKind(kind, [str(known) for known in Kind])
        if within is not None:
            within = self.gazetteer[within].id
        if isinstance(on, str):
            try:
                on = date.fromisoformat(on)
            except ValueError:
                raise InvalidDate(on) from None
        elif on is not None and not isinstance(on, date):
            raise InvalidDate(on)
        return Context(kind, within, on)

    def _answer(
        self,
        spelling: str,
        inquiry: Inquiry,
        near: Iterator[list[Near]],
        asked: Context,
        limit: int,
        min_probability: float | None,
    ) -> Resolution:
        scored = [
            self._scored(question, [next(near) for _ in question.spellings], asked) for question in inquiry.questions
        ]
        wholes = len(inquiry.wholes)
        candidates = combine(scored[:wholes], scored[wholes:], inquiry.parts, self.gazetteer)
        decided = decide(candidates, self._nested, min_probability)
        return self._resolution(spelling, decided, limit)

    def _scored(self, question: Question, near: Sequence[list[Near]], asked: Context) -> list[Scored]:
        """The nearest entities that the context admits, one candidate each, with their scores."""
        best = self._best_of_each(question, near)
        self._share_among_namesakes(best)
        nearest = sorted(best.items(), key=lambda pair: (pair[1].distance, self._entities[pair[0]].id))
        admitted = ((number, one) for number, one in nearest if admits(asked, self._entities[number], self.gazetteer))
        return _level([self._candidate(question, number, one, asked) for number, one in islice(admitted, MOST_SCORED)])

    def _best_of_each(self, question: Question, near: Sequence[list[Near]]) -> dict[int, Compared]:
        """For each entity the form that the spelling is most like."""
        best: dict[int, Compared] = {}
        for (query, without_word), found in zip(question.spellings, near, strict=True):
            for one in found:
                entry = self._index.entries[one.entry]
                if not without_word and entry.worded and question.loose is not None:
                    continue  # Muang is in both and proves nothing: the names without it are compared
                like = likeness(query, one, entry)
                loose = without_word != entry.loose
                distance = like.distance + LOOSE_PRICE * loose + PART_PRICE * entry.part
                known = best.get(entry.entity)
                if known is None or (distance, one.entry) < (known.distance, known.near.entry):
                    best[entry.entity] = Compared(distance, like, one, loose)
        return best

    def _share_among_namesakes(self, best: dict[int, Compared]) -> None:
        """Entities of one written name are equally like a spelling of it, whichever of them has more forms listed."""
        for number in [number for number in best if number in self._namesakes]:
            others = [best[other] for other in self._namesakes[number] if other in best]
            nearest = min(others, key=lambda one: (one.distance, one.near.entry))
            mine = best[number]
            if mine.distance - nearest.distance <= SAME_NAME and not self._is_part(nearest) and not self._is_part(mine):
                best[number] = mine._replace(distance=nearest.distance, like=nearest.like)

    def _is_part(self, one: Compared) -> bool:
        return self._index.entries[one.near.entry].part

    def _candidate(self, question: Question, number: int, one: Compared, asked: Context) -> Scored:
        entity, entry = self._entities[number], self._index.entries[one.near.entry]
        metonym = entity.forms[entry.form].evidence is Evidence.METONYM
        found = grounds(question, entity, asked, metonym=metonym)
        evidence = row(question, one.like, entry, entity, loose=one.loose)
        return Scored(
            entity=entity,
            like=one.like,
            near=one.near,
            evidence=evidence,
            grounds=found,
            score=score(evidence, found, self._worth),
            part=entry.part,
            metonym=any(ground.code == "metonym" for ground in found),
        )

    def _nested(self, inner: str, outer: str) -> bool:
        return outer in self.gazetteer.ancestors(inner)

    def _resolution(self, spelling: str, decided: Decided, limit: int) -> Resolution:
        shown = decided.ranked[: max(limit, decided.tied)]
        candidates = tuple(self._shown(scored, chance) for scored, chance in shown)
        return Resolution(spelling, decided.status, candidates, candidates[: decided.tied])

    def _shown(self, scored: Scored, chance: float) -> Candidate:
        entry = self._index.entries[scored.near.entry]
        return Candidate(
            entity=scored.entity,
            form=scored.entity.forms[entry.form],
            probability=chance,
            cost=scored.near.cost / SCALE,
            grounds=scored.grounds,
            heard=scored.near.heard.code,
            sounded=scored.near.form.code,
        )


def _level(candidates: list[Scored]) -> list[Scored]:
    """Namesakes, which were given one likeness, also get one weight of evidence: the kind of thing decides nothing."""
    best: dict[Likeness, float] = {}
    for one in candidates:
        best[one.like] = max(best.get(one.like, -math.inf), one.score - said(one))
    return [one._replace(score=best[one.like] + said(one)) for one in candidates]


def _sounds(inquiry: Inquiry) -> Iterator[Sequence[Sound]]:
    return (query.sounds for question in inquiry.questions for query, _ in question.spellings)


def _check_limits(limit: int, min_probability: float | None) -> None:
    if not isinstance(limit, int) or limit < 1:
        raise InvalidLimit(limit)
    if min_probability is not None and not 0 <= min_probability <= 1:
        raise InvalidProbability(min_probability)
