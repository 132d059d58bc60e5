"""Held-out questions: spellings that the index may not use, strangers, and persons that are left out.

Every sample is asked of the whole pipeline, but the entries of the index that would give the answer away are taken out of
what it finds:

* ``nothing``: a listed spelling, with all entries there; learnt from only.
* ``form``: the spelling itself (leave-one-form-out); other spellings of the entity stay.
* ``letters``: every form with the same letters, marks, case and spaces aside (leave-one-form-out, strict).
* ``entity``: every form of a person, or of a place and all that share a name with it (leave-one-entity-out): the right
  answer is then "nobody". Places have a group of their own: many are called like others, as unlisted villages are.
* ``stranger``: names from the same texts that are nobody listed (``../shared/data/not_lao.tsv``).
* ``swapped``: invented names that differ from a listed official's in the given name or in one syllable, as relatives'
  names do; each stands for nobody, and is learnt from only.
* ``clipped``: names of persons without the first syllable of the given or the family name; the form that it was made of is
  taken out where the person has another one. The same names are asked with all forms of the person taken out, as those of
  a relative; these have a group of their own.
* ``part``: given and family names alone, without that spelling of the part; also with all who bear it taken out. They have
  groups of their own.
* ``script``: names in other scripts, of Laos (each without the spelling itself) and of elsewhere (as if no register held
  them); learnt from only.
* ``register``: communes of Vietnam's border provinces, and units of the other neighbours, asked as if the register did not
  hold them: they stand for the thousands of villages that no register holds, and are learnt from only.
* ``village``: names of the table of villages, asked so too; a group of their own.
* ``word``: words of everyday languages, asked as if the list of them did not hold them; learnt from only.

So one index serves all of them, and coefficients are cross-validated on top (``calibrate.py``).
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from samples import Sample, samples  # noqa: E402

from lao_names import builtin  # noqa: E402
from lao_names.gazetteer.model import Evidence, Gazetteer, Kind  # noqa: E402
from lao_names.matching.alignment import cost  # noqa: E402
from lao_names.matching.batch import Arrays, find_many  # noqa: E402
from lao_names.matching.context import Context  # noqa: E402
from lao_names.matching.decision import SAME_NAME  # noqa: E402
from lao_names.matching.index import Entry, usual_of, whole_names  # noqa: E402
from lao_names.matching.information import (  # noqa: E402
    EDGE,
    LETTERS,
    USUAL_LETTERS,
    coded_letters,
    contexts_of,
    mixed,
    oddness,
)
from lao_names.matching.lookup import Found, compared  # noqa: E402
from lao_names.matching.namesakes import namesakes_of  # noqa: E402
from lao_names.matching.question import Inquiry, Question, inquire  # noqa: E402
from lao_names.matching.resolution import Resolution  # noqa: E402
from lao_names.matching.resolver import Resolver  # noqa: E402
from lao_names.matching.scoring import Scorer  # noqa: E402
from lao_names.matching.spelling import key, letters, relative_cost  # noqa: E402
from lao_names.matching.words import Lexicon  # noqa: E402
from lao_names.orthography.unicode import clean  # noqa: E402

KNOWABLE = 0.4
"""A spelling can be known only if another form of its entity is this near, in relative cost."""

def spelled(gazetteer: Gazetteer) -> Counter[str]:
    """The letters of all Latin spellings that sound Lao, and how many entities have each."""
    seen = {
        (entity.id, letters(form.text))
        for entity in gazetteer
        for form in entity.forms
        if form.evidence not in (Evidence.EXONYM, Evidence.ABBREVIATION)
    }
    return Counter(text for _, text in seen if text and text.isascii())


def grams(code: bytes) -> Iterator[bytes]:
    """One to three signs in a row, at each place of a code."""
    padded = bytes((EDGE, EDGE)) + code
    for place in range(2, len(padded)):
        for order in (0, 1, 2):
            yield padded[place - order : place + 1]


def odd_without(text: str, times: Counter[str]) -> Callable[[Question], float]:
    """Oddness (:func:`lao_names.matching.information.oddness`) as if no entity had a spelling of these letters."""
    if not times[text]:
        return lambda question: oddness(question.core.letters)
    counts = Counter(LETTERS.counts)
    own = Counter(grams(coded_letters(text)))
    for gram, number in own.items():
        counts[gram] -= number * times[text]
    counts = +counts
    contexts = contexts_of(counts)

    def odd(question: Question) -> float:
        code = coded_letters(question.core.letters)
        padded = bytes((EDGE, EDGE)) + code
        chances = [mixed(padded[place : place + 3], counts, contexts, 27.0) for place in range(len(code))]
        return max(0.0, -sum(map(math.log2, chances)) / len(code) - USUAL_LETTERS) if len(code) > 1 else 0.0

    return odd


@dataclass
class Asked:
    """A sample with what the index finds for it once the give-aways are taken out."""

    sample: Sample
    inquiry: Inquiry
    found: list[list[Found]]


class HeldOut:
    """Asks samples of the built-in gazetteer without what would give their answers away."""

    def __init__(self) -> None:
        self.gazetteer = builtin.gazetteer()
        self.index = builtin.index()
        self.lexicon = Lexicon(self.gazetteer.words)
        self._entities = tuple(self.gazetteer)
        self._numbers = {entity.id: number for number, entity in enumerate(self._entities)}
        self._spelled = spelled(self.gazetteer)
        self._by_key, self._by_letters, self._by_entity, self._parts = self._entries_by()
        self.asked = self._ask(samples(self.gazetteer, self.lexicon))

    def _entries_by(self) -> tuple[dict[str, frozenset[int]], ...]:
        """Numbers of the entries by key, by letters, and by entity; those of parts of names by the letters of the part."""
        tables: tuple[dict[str, set[int]], ...] = ({}, {}, {}, {})
        for number, entry in enumerate(self.index.entries):
            entity = self._entities[entry.entity]
            text = entity.forms[entry.form].text
            for table, name in zip(tables, (key(text), letters(text), entity.id), strict=False):
                table.setdefault(name, set()).add(number)
            if entry.part:
                tables[3].setdefault(entry.spelling.letters, set()).add(number)
        return tuple({name: frozenset(numbers) for name, numbers in table.items()} for table in tables)  # type: ignore

    def _ask(self, wanted: Sequence[Sample]) -> list[Asked]:
        asked = []
        arrays = Arrays(self.index)
        for begin in range(0, len(wanted), 256):
            batch = wanted[begin : begin + 256]
            inquiries = [self._inquiry(sample) for sample in batch]
            hidden = [self._hidden(sample) for sample in batch]
            questions = [question for inquiry in inquiries for question in inquiry.questions]
            taken_out = [entries for entries, one in zip(hidden, inquiries, strict=True) for _ in one.questions]
            found = iter(find_many(questions, arrays, taken_out))
            for sample, inquiry in zip(batch, inquiries, strict=True):
                nearest = [self._unhinted(next(found), self._hidden(sample)) for _ in inquiry.questions]
                asked.append(Asked(sample, inquiry, nearest))
        return asked

    def _unhinted(self, found: Sequence[Found], hidden: frozenset[int]) -> list[Found]:
        """What was found, with the usual readings of each name as they are without the hidden entries."""
        return [self._without(one, hidden) if hidden else one for one in found]

    def _without(self, one: Found, hidden: frozenset[int]) -> Found:
        entry = self.index.entries[one.entry]
        numbers = self._by_entity[self._entities[entry.entity].id]
        if numbers.isdisjoint(hidden):
            return one
        return compared(one, usual_of([self.index.entries[number] for number in sorted(numbers - hidden)]))

    def _inquiry(self, sample: Sample) -> Inquiry:
        inquiry = inquire(Resolver.key(sample.text), self.lexicon)
        if sample.truth or sample.hidden == "entity":
            odd = odd_without(letters(clean(sample.text)), self._spelled)
            return inquiry._replace(wholes=tuple(whole._replace(oddness=odd(whole)) for whole in inquiry.wholes))
        if sample.hidden not in ("register", "village", "word", "script"):
            return inquiry
        tables = ("elsewhere_exact", "elsewhere_toneless", "elsewhere_ascii", "usual_elsewhere", "common_word")
        unknown = dict.fromkeys(tables, False)
        wholes = tuple(q._replace(stranger=q.stranger._replace(**unknown)) for q in inquiry.wholes)
        return inquiry._replace(wholes=wholes)

    def _hidden(self, sample: Sample) -> frozenset[int]:
        """The entries that would give the answer away."""
        match sample.hidden:
            case "form" | "script":
                return self._by_key.get(key(sample.text), frozenset())
            case "letters":
                return self._by_letters.get(letters(sample.text), frozenset())
            case "clipped":
                hidden = self._by_letters.get(letters(sample.left_out), frozenset())
                others = self._by_entity[min(sample.truth)] - hidden
                whole = any(not self.index.entries[number].part for number in others)
                return hidden if whole else frozenset()
            case "entity":
                left_out = set().union(*map(self._of_one_name, sample.left_out.split("|")))
                return frozenset().union(*(self._by_entity[one] for one in left_out))
            case "part":
                return self._parts.get(letters(sample.text), frozenset())
            case _:
                return frozenset()

    def _blind(self, asked: Asked, resolver: Resolver) -> Resolver:
        """The resolver without what the hidden spellings say about which of several namesakes is meant more often."""
        hidden = self._hidden(asked.sample)
        touched = {self.index.entries[number].entity for number in hidden} & self.index.namesakes.keys()
        if not touched:
            return resolver
        related = touched.union(*(self.index.namesakes[entity] for entity in touched))
        kept = [
            self.index.entries[number]
            for entity in related
            for number in sorted(self._by_entity[self._entities[entity].id] - hidden)
        ]
        index, blind = copy(self.index), copy(resolver)
        recounted = namesakes_of(whole_names(kept))
        index.namesakes = dict(self.index.namesakes)
        for entity in related:
            before = self.index.namesakes[entity]
            others = {other: before[other] for other in before.keys() - related} | recounted.get(entity, {})
            index.namesakes[entity] = {entity: before[entity]} | others
        blind._scorer = Scorer(self.gazetteer, index, self.lexicon, resolver._worth)
        return blind

    def _of_one_name(self, entity_id: str) -> set[str]:
        """An entity and all that a name of it is written like: without one of them the name still means the others."""
        number = self._numbers[entity_id]
        return {self._entities[other].id for other in self.index.namesakes.get(number, (number,))}

    def candidates(self, asked: Asked, resolver: Resolver) -> list:
        """The candidates of a sample as the pipeline scores them (:class:`lao_names.matching.decision.Scored`)."""
        return self._blind(asked, resolver)._scorer.candidates(asked.inquiry, iter(asked.found), Context())

    def answer(self, asked: Asked, resolver: Resolver, min_probability: float | None = None) -> Resolution:
        """The pipeline's answer to a sample."""
        text, found = asked.sample.text, iter(asked.found)
        return self._blind(asked, resolver)._answer(text, asked.inquiry, found, Context(), 8, min_probability)

    def related(self, one: str, other: str) -> bool:
        """Whether two entities are one, or lie in each other: then either is a right answer for a bare name."""
        return one == other or one in self.gazetteer.ancestors(other) or other in self.gazetteer.ancestors(one)

    def named_after(self, gate: str, unit: str) -> bool:
        """Whether a gate, river or former unit is called like a unit, which then is the answer for a bare name."""
        kinds = (Kind.CROSSING, Kind.FEATURE, Kind.FORMER_UNIT)
        return self.gazetteer[gate].kind in kinds and self._called_alike(gate, unit)

    def _called_alike(self, one: str, other: str) -> bool:
        here, there = self._numbers[one], self._numbers[other]
        if there in self.index.namesakes.get(here, ()):
            return True
        mine, theirs = self.index.usual[here].first, self.index.usual[there].first
        return relative_cost(cost(mine.code, theirs.code), mine.weight, theirs.weight) < SAME_NAME

    @staticmethod
    def _is_target(entry: Entry, sample: Sample) -> bool:
        """Whether a spelling could be known by an entry: whole as it is, no slip, of a script it is compared with."""
        is_part = entry.part != (sample.hidden == "part")
        return not (is_part or entry.slip or (entry.foreign and sample.hidden != "script"))

    def undecidable(self, asked: Asked) -> bool:
        """Whether somebody left out has a name that sounds like another listed one: then nobody could say "not listed"."""
        sample, entries = asked.sample, self.index.entries
        if sample.truth or sample.hidden != "entity" or sample.group == "left-out person":
            return False
        part = sample.group == "part, left out"
        return any(one.cost == 0 and entries[one.entry].part == part for found in asked.found for one in found)

    def knowable(self, asked: Asked) -> bool:
        """Whether a form that is left still sounds like the spelling, so that the right answer can be found at all.

        Looked for among all entries of the entities meant, whether the pipeline finds them or not. A clipped name sounds
        like none of them, and can be known all the same.
        """
        if asked.sample.hidden == "clipped":
            return True
        hidden = self._hidden(asked.sample)
        heard = [sound for question in asked.inquiry.questions for query, _ in question.spellings for sound in query.sounds]
        return any(
            relative_cost(cost(one.code, other.code), one.weight, other.weight) < KNOWABLE
            for truth in asked.sample.truth
            for number in self._by_entity.get(truth, frozenset()) - hidden
            if self._is_target(self.index.entries[number], asked.sample)
            for one in heard
            for other in self.index.entries[number].spelling.sounds
        )
