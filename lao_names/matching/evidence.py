"""What speaks for and against a candidate, as numbers.

One row of numbers for each pair of a spelling and a surface form. The numbers are plain facts (how far apart the sounds are,
how alike the letters, how much the name says, what the name's own evidence of being Vietnamese is); what they are worth is
decided in :mod:`lao_names.matching.decision`. Start with :data:`NAMES`, the list of all of them.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from lao_names.gazetteer.model import Entity, Kind
from lao_names.matching.clipping import LEAST_LOST, clipped_cost
from lao_names.matching.index import Entry
from lao_names.matching.information import bits
from lao_names.matching.lookup import Found, distance_of
from lao_names.matching.question import Question
from lao_names.matching.spelling import Spelling, relative_cost, weight
from lao_names.orthography.later import module
from lao_names.phonology import SCALE

if TYPE_CHECKING:
    from rapidfuzz import fuzz
else:
    fuzz = module("rapidfuzz.fuzz")


class Likeness(NamedTuple):
    """How a spelling compares with one form.

    Attributes:
        cost: price of the sounds, 1 = one plainly different consonant.
        relative: the cost by the weight of the longer name, 0..1 and above.
        letters: 0..1, letters without marks; :data:`~lao_names.matching.lookup.ACROSS_SCRIPTS` where the scripts differ
            and letters say nothing.
        marks: 0..1, letters with marks; 1 where one side has none.
        same_script: whether letters could be compared.
        both_marked: whether marks could be compared.
        query_marked: whether the spelling has marks.
        bits: how much the form says (:mod:`lao_names.matching.information`), without a Lao word for a settlement.
        longer: how much longer, by weight, one name is than the other, 0..1.
        strange: bits of the spelling for each of its sounds: how unlike a Lao name it sounds.
        unusual: how far it is from the usual readings of the name (:class:`~lao_names.matching.lookup.Found`).
        unusual_at_best: how far from the nearer one of them.
        spellings: how many spellings of the name are listed, those of the same letters counted once.
        density: cost for each sound of the stretch in which the two differ: other names differ much in one place, other
            spellings a little in many.
        clipped: whether it lacks a syllable of a person's name (:mod:`lao_names.matching.clipping`).
        clipped_bits: how much the rest of that form says, the less the further it is from the spelling; else 0.
    """

    cost: float
    relative: float
    letters: float
    marks: float
    same_script: bool
    both_marked: bool
    query_marked: bool
    bits: float
    longer: float
    strange: float
    unusual: float
    unusual_at_best: float
    spellings: int
    density: float
    clipped: bool
    clipped_bits: float

    @property
    def distance(self) -> float:
        """How far apart the two are in sound and letters, in units of relative cost."""
        return distance_of(self.relative, self.letters, loose=False, part=False)

    def written_like(self, query: Spelling, form: Spelling) -> bool:
        """Whether a form has the letters of a spelling, and its marks or none as well; two scripts cannot be compared."""
        if query.letters != query.marked:
            return self.both_marked and self.marks == 1
        return not self.same_script or (self.letters == 1 and form.letters == form.marked)


NOT_CLIPPED = (False, 0.0)


def likeness(found: Found, entry: Entry) -> Likeness:
    """Compares a spelling with the entry of the index that was found for it."""
    query, form = found.query, entry.spelling
    heard, sounded = found.heard.weight, found.sounded.weight
    longest, shortest = max(heard, sounded, 0.5), min(heard, sounded)
    same_script = query.is_latin == form.is_latin
    query_marked = query.letters != query.marked
    both_marked = same_script and query_marked and form.letters != form.marked
    cost = found.cost / SCALE
    return Likeness(
        cost,
        cost / longest,
        found.letters,
        fuzz.ratio(query.marked, form.marked) / 100 if both_marked else 1.0,
        same_script,
        both_marked,
        query_marked,
        bits(found.sounded.code),
        (longest - shortest) / longest,
        bits(found.heard.code) / max(1, len(found.heard.code)),
        found.unusual,
        found.unusual_at_best,
        found.spellings,
        cost / differing(found.heard.code, found.sounded.code) if cost else 0.0,
        *(_clipped(found, entry) if entry.given and sounded > heard + LEAST_LOST else NOT_CLIPPED),
    )


def _clipped(found: Found, entry: Entry) -> tuple[bool, float]:
    """The last two numbers of a likeness, where the spelling may lack a syllable."""
    cheapest = clipped_cost(found.heard.code, found.sounded.code, entry.given, found.cost)
    if cheapest is None:
        return NOT_CLIPPED
    price, left = cheapest
    return True, bits(left) * max(0.0, 1 - 3 * relative_cost(price, found.heard.weight, weight(left)))


def differing(one: bytes, other: bytes) -> int:
    """Sounds between the common beginning and the common end of two different readings, on the longer side.

    >>> differing(b"abcde", b"axyde")
    2
    """
    begin, shorter = 0, min(len(one), len(other))
    while begin < shorter and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    return max(len(one), len(other)) - begin - end


NAMES = (
    "any name",
    "relative cost",
    "relative cost above .1",
    "cost",
    "letters differ",
    "letters equal",
    "marks differ",
    "marks equal",
    "other script",
    "few bits",
    "bits",
    "one is longer",
    "Lao word added or dropped",
    "person",
    "crossing or feature",
    "former unit",
    "given or family name alone",
    "surname of Vietnam",
    "surname of a minority",
    "middle name of Vietnam",
    "person of Vietnam",
    "unit elsewhere, exactly",
    "unit elsewhere, tones aside",
    "unit elsewhere, marks aside",
    "syllables of Vietnam",
    "possible in Vietnamese",
    "Lao word before",
    "foreign script",
    "written the same",
    "relative cost and few bits",
    "bits agreed",
    "unit elsewhere and few bits",
    "unit elsewhere exactly, marks unlike the form's",
    "person of Vietnam, not a person",
    "possible in Vietnamese and few bits",
    "bits of a sound",
    "unit elsewhere, letters unlike the form's",
    "bits agreed, letters equal",
    "spellings listed",
    "distance to the usual readings",
    "distance to the nearer usual reading",
    "letters differ, spelling has marks",
    "relative cost, other script",
    "person, differing in one place",
    "sounds equal",
    "odd letters",
    "odd letters and few bits",
    "a syllable left out",
    "a syllable left out, bits agreed",
)
"""What the numbers of a row are, in order. Evidence against is written positive too; its coefficient is negative."""

FEW_BITS = 10.0

MANY_SPELLINGS = 20
"""Spellings from which on a name is well known: who is spelled in many ways is written about a lot."""


def row(question: Question, like: Likeness, entry: Entry, entity: Entity, *, loose: bool) -> tuple[float, ...]:
    """The numbers for one candidate, in the order of :data:`NAMES`.

    Args:
        question: what is asked.
        like: how its spelling compares with the entry.
        entry: the surface form as the index has it.
        entity: whose form it is.
        loose: whether a Lao word for a settlement stands on one side only (Mường Ét, Ét).
    """
    stranger = question.stranger
    few_bits = FEW_BITS / max(like.bits, 3.0)
    letters_equal = like.same_script and like.letters == 1
    marks_equal = like.both_marked and like.marks == 1
    return (
        1.0,
        like.relative,
        like.relative - 0.1 if like.relative > 0.1 else 0.0,
        like.cost,
        1 - like.letters,
        letters_equal,
        1 - like.marks,
        marks_equal,
        not like.same_script,
        few_bits,
        min(like.bits, 50.0) / FEW_BITS,
        like.longer,
        loose,
        entity.kind is Kind.PERSON,
        entity.kind in (Kind.CROSSING, Kind.FEATURE),
        entity.kind is Kind.FORMER_UNIT,
        entry.part,
        stranger.surname,
        stranger.minority_surname,
        stranger.middle_name,
        stranger.person_shape,
        stranger.elsewhere_exact,
        stranger.elsewhere_toneless,
        stranger.elsewhere_ascii,
        (max(-9.0, stranger.syllable_log_odds) + 9.0) / 10,
        stranger.all_vietnamese_syllables,
        question.loose is not None,
        question.foreign_script,
        like.same_script and like.letters == 1 and like.marks == 1 and like.both_marked == like.query_marked,
        like.relative * few_bits,
        like.bits * max(0.0, 1 - 3 * like.relative) / FEW_BITS,
        few_bits * stranger.elsewhere_toneless,
        stranger.elsewhere_exact and not marks_equal,
        stranger.person_shape * (entity.kind is not Kind.PERSON),
        few_bits * stranger.all_vietnamese_syllables,
        like.strange,
        stranger.elsewhere_ascii and not letters_equal,
        like.bits * letters_equal / FEW_BITS,
        math.log(1 + min(like.spellings, MANY_SPELLINGS)),
        like.unusual,
        like.unusual_at_best,
        (1 - like.letters) * like.query_marked,
        like.relative * (not like.same_script),
        like.density * (entity.kind is Kind.PERSON),
        float(like.cost == 0),
        question.oddness,
        question.oddness * few_bits,
        like.clipped,
        like.clipped_bits / FEW_BITS,
    )
