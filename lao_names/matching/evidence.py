"""What speaks for and against a candidate, as numbers.

One row of numbers for each pair of a spelling and a surface form. The numbers are plain facts (how far apart the sounds are,
how alike the letters, how much the name says, what the name's own evidence of being Vietnamese is); what they are worth is
decided in :mod:`lao_names.matching.decision`. Start with :data:`NAMES`, the list of all of them.
"""

from __future__ import annotations

import math

from lao_names.gazetteer.model import Entity, Kind
from lao_names.matching.index import Entry
from lao_names.matching.likeness import Likeness
from lao_names.matching.question import Question

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
    "syllables more or fewer",
    "syllables more or fewer than words",
    "several syllables against one",
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
    oddness = 0.0 if entry.slip else question.oddness  # a translation need not be written as Lao names are
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
        oddness,
        oddness * few_bits,
        like.clipped,
        like.clipped_bits / FEW_BITS,
        like.syllables,
        like.words,
        like.longer_than_one,
    )
