"""The whole pipeline on one screen: hear, look up, weigh, decide.

:class:`Resolver` answers for one gazetteer. It does not change after construction, so it can be shared between threads,
and it can be pickled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from datetime import date
from functools import cached_property, partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from lao_names.collector import collector_paused
from lao_names.errors import InvalidDate, InvalidLimit, InvalidProbability, NotText, UnknownKind
from lao_names.gazetteer.model import Entity, Gazetteer, Kind
from lao_names.matching.coefficients import COEFFICIENTS
from lao_names.matching.context import admits
from lao_names.matching.decision import Decided, Scored, decide, weights
from lao_names.matching.index import Index
from lao_names.matching.known import KEPT, Known, recall
from lao_names.matching.lookup import Found, find
from lao_names.matching.question import NO_CONTEXT, Context, Inquiry, Question, inquire, run_ons
from lao_names.matching.resolution import Basis, Candidate, Resolution, Status
from lao_names.matching.scoring import Scorer
from lao_names.matching.words import Lexicon
from lao_names.orthography.later import pattern
from lao_names.orthography.unicode import clean
from lao_names.phonology import SCALE

if TYPE_CHECKING:
    from lao_names.matching.batch import Arrays

WORTH_NAMING = 0.1
"""Least chance without the context for an entity to be named as left out by it."""

BATCH = 512
"""Texts that are looked up together."""

LONGEST_TEXT = 400
"""Characters of a text that are looked at: room for a name with titles and a written-out address."""

_UNSEEN = "[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*"
_SPACED_DASH = pattern(rf"\s{_UNSEEN}[-\u2010-\u2015]+{_UNSEEN}\s")


_ROW_NUMBER = pattern(r"^\s*\d{1,4}[.)]\s+(?=\S)")


class Resolver:
    """Resolves spellings against a gazetteer.

    Args:
        gazetteer: what is known.
        index: its index, or a function that makes it when it is first needed, if it was compiled before.
        lexicon: a function that makes the lexicon of its words, if that was compiled before.
        known: answers to its listed spellings (:mod:`lao_names.matching.known`), if they were worked out before.
        coefficients: what the evidence is worth, if not the library's own (:mod:`lao_names.matching.coefficients`).
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        index: Index | Callable[[], Index] | None = None,
        *,
        lexicon: Callable[[], Lexicon] | None = None,
        known: Known | None = None,
        coefficients: Mapping[str, float] = COEFFICIENTS,
    ) -> None:
        self.gazetteer = gazetteer
        self._worth = weights(coefficients)
        self._entities = gazetteer.entities
        self._given_index = index
        self._given_lexicon = lexicon
        self._known = known or Known((), [])
        self._parts_run_ons = True

    # What only unknown spellings need is made when the first one comes, and then stays.

    @cached_property
    def _index(self) -> Index:
        if self._given_index is None:
            return Index.of(self.gazetteer)
        return self._given_index if isinstance(self._given_index, Index) else self._given_index()

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.gazetteer.words) if self._given_lexicon is None else self._given_lexicon()

    @cached_property
    def _basis(self) -> Basis:
        return Basis(self.gazetteer)

    @cached_property
    def _scorer(self) -> Scorer:
        return Scorer(self.gazetteer, self._index, self._lexicon, self._worth)

    @cached_property
    def _arrays(self) -> Arrays:
        from lao_names.matching.batch import Arrays

        return Arrays(self._index)

    def __getstate__(self) -> dict[str, Any]:
        kept = ("gazetteer", "_worth", "_entities", "_known", "_parts_run_ons")
        return {name: self.__dict__[name] for name in kept} | {
            "_given_index": self._index,
            "_given_lexicon": None,
        }

    def for_single_names(self) -> Resolver:
        """This resolver for texts that are one name each: it does not look for a second one in the same run of words."""
        other = copy(self)
        other._parts_run_ons = False
        return other

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
        text = _text_of(spelling)
        kept = self._known.get(text) if _asks_plainly(asked, limit, min_probability) else None
        if kept is not None:
            return recall(spelling, kept, self._entities, limit, self._basis)
        return self._answer_one(spelling, text, asked, limit, min_probability)

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
        answers, unknown = self._recall_many(wanted, asked, limit, min_probability)
        waiting = iter(unknown.items())
        while batch := dict(islice(waiting, BATCH)):
            answers |= self._answer_batch(batch, asked, limit, min_probability)
        return [answers[spelling] for spelling in wanted]

    @collector_paused()
    def _recall_many(
        self, spellings: Iterable[str], asked: Context, limit: int, min_probability: float | None
    ) -> tuple[dict[str, Resolution], dict[str, str]]:
        """The answers that were kept, and the texts of the spellings that have none."""
        unknown = {spelling: _text_of(spelling) for spelling in dict.fromkeys(spellings)}
        if not _asks_plainly(asked, limit, min_probability):
            return {}, unknown
        basis = self._basis
        answers = {
            spelling: recall(spelling, kept, self._entities, limit, basis)
            for spelling, text in unknown.items()
            if (kept := self._known.get(text)) is not None
        }
        return answers, {spelling: text for spelling, text in unknown.items() if spelling not in answers}

    @collector_paused()
    def _answer_one(
        self, spelling: str, text: str, asked: Context, limit: int, min_probability: float | None
    ) -> Resolution:
        """The answer to one spelling with its text. NumPy is not needed, and not loaded."""
        inquiry = inquire(text, self._lexicon)
        found = [find(question, self._index) for question in inquiry.questions]
        return self._answer(spelling, inquiry, iter(found), asked, limit, min_probability)

    @collector_paused()
    def _answer_batch(
        self, batch: Mapping[str, str], asked: Context, limit: int, min_probability: float | None
    ) -> dict[str, Resolution]:
        """Answers to spellings with their texts, looked up together."""
        inquiries = [inquire(text, self._lexicon) for text in batch.values()]
        found = self._find_many([question for inquiry in inquiries for question in inquiry.questions])
        return {
            spelling: self._answer(spelling, inquiry, found, asked, limit, min_probability)
            for spelling, inquiry in zip(batch, inquiries, strict=True)
        }

    @staticmethod
    def key(spelling: str) -> str:
        """The text that is looked up for a spelling: two spellings of one key have one answer."""
        return _text_of(spelling)

    def _find_many(self, questions: Sequence[Question]) -> Iterator[list[Found]]:
        from lao_names.matching.batch import find_many

        return iter(find_many(questions, self._arrays))

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
        found: Iterator[list[Found]],
        asked: Context,
        limit: int,
        min_probability: float | None,
    ) -> Resolution:
        decided = decide(self._scorer.candidates(inquiry, found, asked), self._nested, min_probability)
        if decided.status is Status.NO_MATCH and self._parts_run_ons:
            decided = self._run_on(inquiry, asked, min_probability) or decided
        return self._resolution(spelling, decided, limit, self._based(spelling, asked))

    def _run_on(self, inquiry: Inquiry, asked: Context, min_probability: float | None) -> Decided | None:
        """The answer to an office, its place and its holder in one run of words, if one of the ways to part it fits."""
        best: Decided | None = None
        for way in run_ons(inquiry, self._lexicon, self._index.listed):
            found = iter([find(question, self._index) for question in way.questions])
            decided = decide(self._scorer.candidates(way, found, asked), self._nested, min_probability)
            if _is_holder(decided) and (best is None or decided.ranked[0][0].score > best.ranked[0][0].score):
                best = decided
        return best

    def _based(self, spelling: str, asked: Context) -> Basis:
        """What explanations of an answer need."""
        if asked.kind is None and asked.within is None:
            return self._basis if asked.on is None else Basis(self.gazetteer, asked)
        return Basis(self.gazetteer, asked, partial(self._left_out, spelling, asked))

    def _left_out(self, spelling: str, asked: Context) -> tuple[Entity, ...]:
        """Who else would be meant if ``kind`` and ``within`` had not been given, best first."""
        free = self.resolve(spelling, on=asked.on)
        shown = () if free.status is Status.NO_MATCH else free.tied or free.candidates
        return tuple(
            one.entity
            for one in shown
            if one.probability >= WORTH_NAMING and not admits(asked, one.entity, self.gazetteer)
        )

    def _nested(self, inner: str, outer: str) -> bool:
        return outer in self.gazetteer.ancestors(inner)

    def _resolution(self, spelling: str, decided: Decided, limit: int, basis: Basis) -> Resolution:
        shown = decided.ranked[: max(limit, decided.tied)]
        candidates = tuple(self._shown(scored, chance) for scored, chance in shown)
        return Resolution(spelling, decided.status, candidates, candidates[: decided.tied], basis)

    def _shown(self, scored: Scored, chance: float) -> Candidate:
        found, entity = scored.found, scored.entity
        form = entity.forms[self._index.entries[found.entry].form]
        return Candidate(
            entity, form, chance, found.cost / SCALE, scored.grounds, found.heard.code, found.sounded.code
        )


def _is_holder(decided: Decided) -> bool:
    """Whether the answer is somebody for whom the place named beside them speaks."""
    if decided.status is Status.NO_MATCH:
        return False
    leader = decided.ranked[0][0]
    return leader.entity.kind is Kind.PERSON and any(ground.code == "address" for ground in leader.grounds)


def _text_of(spelling: str) -> str:
    """Clean text of a question. A spaced dash parts a name from an office or a second name, which cleaning would hide."""
    return clean(_SPACED_DASH.sub(" | ", _ROW_NUMBER.sub("", spelling[:LONGEST_TEXT])))


def _asks_plainly(asked: Context, limit: int, min_probability: float | None) -> bool:
    """Whether a question is one of those that answers are kept for: without context."""
    return limit <= KEPT and min_probability is None and asked == NO_CONTEXT


def _check_limits(limit: int, min_probability: float | None) -> None:
    if not isinstance(limit, int) or limit < 1:
        raise InvalidLimit(limit)
    if min_probability is not None and not 0 <= min_probability <= 1:
        raise InvalidProbability(min_probability)
