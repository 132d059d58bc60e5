"""What speaks for each entity that a question may mean, put together: evidence, grounds, and their score.

:class:`Scorer` takes what the index found (:mod:`~lao_names.matching.lookup`) and gives the candidates of a text, for
:mod:`~lao_names.matching.decision` to decide between.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence, Set

from lao_names.gazetteer.model import Entity, Gazetteer, Kind
from lao_names.matching.combination import best_way, combine
from lao_names.matching.context import Ground, admits, grounds
from lao_names.matching.decision import SAME_NAME, Scored, limited, said, score
from lao_names.matching.evidence import row
from lao_names.matching.index import Entry, Index
from lao_names.matching.likeness import Likeness, likeness
from lao_names.matching.lookup import NAMESAKES, Found
from lao_names.matching.namesakes import Bearer, Standing, less_often
from lao_names.matching.question import NO_CONTEXT, Context, Inquiry, Question
from lao_names.matching.words import Lexicon

BORROWED = frozenset(("metonym", "former name"))
"""Grounds that say that a form is not the entity's own name today."""


class Scorer:
    """Scores what was found.

    Args:
        gazetteer: what is known.
        index: its index.
        lexicon: its words.
        worth: what each piece of evidence is worth, in the order of :data:`lao_names.matching.evidence.NAMES`.
    """

    def __init__(self, gazetteer: Gazetteer, index: Index, lexicon: Lexicon, worth: Sequence[float]) -> None:
        self._gazetteer, self._index, self._lexicon, self._worth = gazetteer, index, lexicon, worth
        self._entities = gazetteer.entities

    def candidates(self, inquiry: Inquiry, found: Iterator[list[Found]], asked: Context) -> list[Scored]:
        """The candidates of a text, with what its stretches say about each other."""
        wholes = [self._scored(question, next(found), asked) for question in inquiry.wholes]
        parts = [
            best_way([(self._scored(question, next(found), asked), question) for question in ways])
            for ways in inquiry.parts
        ]
        return combine(wholes, [scored for scored, _ in parts], [question for _, question in parts], self._gazetteer)

    def _scored(self, question: Question, found: Sequence[Found], asked: Context) -> list[Scored]:
        """The entities found that the context admits, with their scores."""
        admitted = found if asked == NO_CONTEXT else [one for one in found if self._admits(asked, one)]
        entries = [self._index.entries[one.entry] for one in admitted]
        likes = [likeness(one, entry) for one, entry in zip(admitted, entries, strict=True)]
        shared = self._shared_among_namesakes(admitted, entries, likes)
        scored = [self._candidate(question, one, like, asked) for one, like in zip(admitted, shared, strict=True)]
        if asked.within is not None and asked.kind is None:
            scored = _inside_first(scored, asked.within)
        return self._likelier_first(_level(scored)) if len(scored) > 1 else scored

    def _admits(self, asked: Context, one: Found) -> bool:
        return admits(asked, self._entities[self._index.entries[one.entry].entity], self._gazetteer)

    def _shared_among_namesakes(
        self, found: Sequence[Found], entries: Sequence[Entry], likes: list[Likeness]
    ) -> list[Likeness]:
        """Entities of one written name are equally like a spelling of it, whichever of them has more forms listed."""
        if not any([entry.entity in self._index.namesakes for entry in entries]):
            return likes
        shared = list(likes)
        for place, entry in enumerate(entries):
            namesakes = self._index.namesakes.get(entry.entity)
            if namesakes is None or entry.part:
                continue
            nearest = next(
                other for other, one in enumerate(entries) if one.entity in namesakes and not one.part
            )  # found comes nearest first
            if found[place].distance - found[nearest].distance <= NAMESAKES:
                shared[place] = shared[nearest]
        return shared

    def _likelier_first(self, candidates: list[Scored]) -> list[Scored]:
        """Namesakes that fit equally well and of which the context says the same, the one that is meant more often first.

        Units that lie in each other are no rivals: who means one of them means the outer one as well.
        """
        together: dict[int, list[int]] = {}
        for place, one in enumerate(candidates):
            if not one.part:
                together.setdefault(id(one.like), []).append(place)  # namesakes were given one likeness
        preferred = list(candidates)
        for places in together.values():
            if len(places) > 1:
                for place, less in zip(places, self._less_often([candidates[place] for place in places]), strict=True):
                    preferred[place] = _meant_less_often(candidates[place], less) if less else candidates[place]
        return preferred

    def _less_often(self, alike: list[Scored]) -> list[float]:
        """How much less often each of some candidates is meant than its likeliest rival among them, in log-odds."""
        capitals = {one.entity.id for one in alike if one.entity.designation == "capital"}
        bearers = [
            Bearer(self._index.entries[one.found.entry].entity, self._standing(one.entity, capitals)) for one in alike
        ]
        said_of = [said(one) for one in alike]
        return [
            less_often(
                bearer,
                [
                    rival
                    for rival, other, says in zip(bearers, alike, said_of, strict=True)
                    if says == own and not self._is_nested(one.entity.id, other.entity.id)
                ],
                self._index.namesakes,
            )
            for bearer, one, own in zip(bearers, alike, said_of, strict=True)
        ]

    def _is_nested(self, one: str, other: str) -> bool:
        return one in self._gazetteer.ancestors(other) or other in self._gazetteer.ancestors(one)

    def _standing(self, entity: Entity, capitals: Set[str]) -> Standing:
        """What sort of bearer of a name an entity is; the town in the capital that has its name is the capital too."""
        if entity.kind is Kind.PERSON:
            return Standing.PERSON
        around = (entity.id, *self._gazetteer.ancestors(entity.id))
        return Standing.PLACE if capitals.isdisjoint(around) else Standing.CAPITAL

    def _candidate(self, question: Question, one: Found, like: Likeness, asked: Context) -> Scored:
        entry = self._index.entries[one.entry]
        entity = self._entities[entry.entity]
        form = entity.forms[entry.form]
        found = grounds(
            question,
            entity,
            asked,
            form.evidence,
            part=entry.part,
            worded=(entry.loose or entry.worded) and self._same_word(question, form.text),
            written_so=like.written_like(question.core, entry.spelling),
            spelled_so=like.same_script and like.letters == 1,
        )
        evidence = row(question, like, entry, entity, loose=one.loose)
        borrowed = any([ground.code in BORROWED for ground in found]) if found else False
        return Scored(
            entity, like, one, evidence, found, score(evidence, found, self._worth), entry.part, borrowed
        )

    def _same_word(self, question: Question, form: str) -> bool:
        """Whether a form begins with the Lao word for a settlement that a name has: Muang, Mường and ເມືອງ are one."""
        own = {word.points_to for word in self._lexicon.settlement_words(form)}
        return all([word.points_to in own for word in question.loose_words])


def _meant_less_often(one: Scored, less: float) -> Scored:
    return one._replace(score=one.score - less, grounds=(*one.grounds, Ground("less often", one.entity.designation, -less)))


def _inside_first(candidates: list[Scored], unit: str) -> list[Scored]:
    """The candidates without the unit that they are to lie in, if one inside it bears its name; else it is what is meant."""
    around = next((one for one in candidates if one.entity.id == unit), None)
    if around is None:
        return candidates
    inside = [one for one in candidates if one is not around and not one.part and one.entity.kind is not Kind.FORMER_UNIT]
    near = any(one.like.distance <= around.like.distance + SAME_NAME for one in inside)
    return [one for one in candidates if one is not around] if near else candidates


def _level(candidates: list[Scored]) -> list[Scored]:
    """Namesakes weigh the same.

    Entities that were given one likeness get one weight of evidence: the kind of thing decides nothing. Bearers of a family
    name do too, where it is spelled a little differently in the forms of one and of another.
    """
    best: dict[Likeness, float] = {}
    for one in candidates:
        if not one.part:
            best[one.like] = max(best.get(one.like, -math.inf), one.score - said(one))
    parts = [one for one in candidates if one.part]
    if len(best) + len(parts) == len(candidates) and len(parts) < 2:
        return candidates
    nearest = min((one.like.distance for one in parts), default=0.0)
    most = max((one.score - said(one) for one in parts), default=0.0)

    def levelled(one: Scored) -> Scored:
        if one.part:
            return one._replace(score=most + said(one)) if one.like.distance - nearest <= SAME_NAME else one
        return one._replace(score=limited(best[one.like] + said(one), one.grounds))

    return [levelled(one) for one in candidates]
