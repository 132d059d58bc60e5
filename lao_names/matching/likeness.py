"""How a spelling compares with a form of the gazetteer: sounds, letters, marks, length, syllables.

:func:`likeness` measures, it does not judge; :mod:`lao_names.matching.evidence` makes the numbers of it that are weighed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lao_names.matching.clipping import LEAST_LOST, clipped_cost
from lao_names.matching.index import Entry
from lao_names.matching.information import bits
from lao_names.matching.lookup import Found, distance_of
from lao_names.matching.spelling import Spelling, relative_cost, weight
from lao_names.orthography.later import module
from lao_names.phonology import SCALE, syllables_in

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
        syllables: whether the form has more or fewer syllables than the spelling, as the two sound; not where the spelling
            has words enough to say that it is another name (Houaphan, Hua Phan Noi).
        words: how many words more or fewer a spelling of several words has than the form has syllables: Vietnamese parts
            syllables.
        longer_than_one: whether the form has one syllable and the spelling more (Nong, Noong É).
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
    syllables: bool
    words: int
    longer_than_one: bool

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
    clipped, clipped_bits = _clipped(found, entry) if entry.given and sounded > heard + LEAST_LOST else NOT_CLIPPED
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
        clipped,
        clipped_bits,
        *_syllables(found),
    )


def _syllables(found: Found) -> tuple[bool, int, bool]:
    """The last three numbers of a likeness."""
    sounded, heard = syllables_in(found.sounded.code), syllables_in(found.heard.code)
    words = 1 + found.query.text.count(" ") + found.query.text.count("-")
    written_apart = words > max(1, sounded)
    return sounded != heard and not written_apart, abs(sounded - words) if words > 1 else 0, sounded == 1 < heard


def _clipped(found: Found, entry: Entry) -> tuple[bool, float]:
    """The numbers of a likeness on a syllable that the spelling may lack."""
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
