"""The whole pipeline on one screen: hear, look up, weigh, decide.

:class:`Resolver` answers for one gazetteer. It does not change after construction, so it can be shared between threads,
and it can be pickled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from lao_names.errors import InvalidDate, InvalidLimit, InvalidProbability, NotText, UnknownKind
from lao_names.gazetteer.model import Evidence, Gazetteer, Kind
from lao_names.matching.combination import combine
from lao_names.matching.context import Context, admits, grounds
from lao_names.matching.decision import Decided, Scored, decide, score
from lao_names.matching.evidence import Likeness, likeness, row
from lao_names.matching.index import Index, Near
from lao_names.matching.question import Inquiry, Question, inquire
from lao_names.matching.resolution import Candidate, Resolution
from lao_names.matching.spelling import Sound
from lao_names.matching.words import Lexicon
from lao_names.orthography.unicode import clean

MOST_SCORED = 8
"""Entities whose evidence is weighed for each question, nearest first."""

BATCH = 256
"""Texts that are looked up together."""

LONGEST_TEXT = 400
"""Characters of a text that are looked at: room for a name with titles and a written-out address."""

LOOSE_PRICE, PART_PRICE = 0.05, 0.1
"""What a Lao word more or less, and a given or family name alone, add when the best form of an entity is chosen."""


class Resolver:
    """Resolves spellings against a gazetteer.

    Args:
        gazetteer: what is known.
        index: its index, if it was compiled before.
    """

    def __init__(self, gazetteer: Gazetteer, index: Index | None = None) -> None:
        self.gazetteer = gazetteer
        self._entities = tuple(gazetteer)
        self._index = Index.of(gazetteer) if index is None else index
        self._lexicon = Lexicon(gazetteer.words)

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
        best: dict[int, tuple[float, Likeness, Near, bool]] = {}
        for (query, without_word), found in zip(question.spellings, near, strict=True):
            for one in found:
                entry = self._index.entries[one.entry]
                if without_word and entry.loose:
                    continue  # both lack it: the core was compared already
                like = likeness(query, one, entry)
                loose = without_word != entry.loose
                distance = like.distance + LOOSE_PRICE * loose + PART_PRICE * entry.part
                known = best.get(entry.entity)
                if known is None or (distance, one.entry) < (known[0], known[2].entry):
                    best[entry.entity] = (distance, like, one, loose)
        nearest = sorted(best.items(), key=lambda pair: (pair[1][0], self._entities[pair[0]].id))
        admitted = ((number, rest) for number, rest in nearest if admits(asked, self._entities[number], self.gazetteer))
        return [
            self._candidate(question, number, like, one, loose, asked)
            for number, (_, like, one, loose) in islice(admitted, MOST_SCORED)
        ]

    def _candidate(
        self, question: Question, number: int, like: Likeness, one: Near, loose: bool, asked: Context
    ) -> Scored:
        entity, entry = self._entities[number], self._index.entries[one.entry]
        said = grounds(question, entity, asked, self.gazetteer)
        weighed = score(row(question, like, entry, entity, loose=loose), said)
        metonym = entity.forms[entry.form].evidence is Evidence.METONYM
        return Scored(entity, like, one, one.entry, weighed, said, entry.part, metonym)

    def _nested(self, inner: str, outer: str) -> bool:
        return outer in self.gazetteer.ancestors(inner)

    def _resolution(self, spelling: str, decided: Decided, limit: int) -> Resolution:
        shown = decided.ranked[: max(limit, decided.tied)]
        candidates = tuple(self._shown(scored, chance) for scored, chance in shown)
        return Resolution(spelling, decided.status, candidates, candidates[: decided.tied])

    def _shown(self, scored: Scored, chance: float) -> Candidate:
        entry = self._index.entries[scored.entry]
        return Candidate(
            entity=scored.entity,
            form=scored.entity.forms[entry.form],
            probability=chance,
            cost=scored.like.cost,
            grounds=scored.grounds,
            heard=scored.near.heard.code,
            sounded=scored.near.form.code,
        )


def _sounds(inquiry: Inquiry) -> Iterator[Sequence[Sound]]:
    return (query.sounds for question in inquiry.questions for query, _ in question.spellings)


def _check_limits(limit: int, min_probability: float | None) -> None:
    if not isinstance(limit, int) or limit < 1:
        raise InvalidLimit(limit)
    if min_probability is not None and not 0 <= min_probability <= 1:
        raise InvalidProbability(min_probability)
