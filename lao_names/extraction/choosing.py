"""Which stretches of a piece are names: the longest right reading wins.

Each stretch that was asked about has an answer; :func:`best` covers the piece with those that together say most, one letter
of a name that fits exactly being worth one, of a name that fits badly less. What is left over must be explained (a word
around names, a word that opens the sentence): a place between other capitalised words is part of some other name, as in
"Hoàng Anh Attapeu".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lao_names.extraction.cues import Cue
from lao_names.gazetteer.model import Kind
from lao_names.matching.resolution import Candidate, Resolution, Status
from lao_names.matching.spelling import letters
from lao_names.matching.strangers import stranger_evidence

BARE = 0.85
"""Least chance of a match that nothing around it speaks for, where the text speaks of Laos; elsewhere :data:`ALONE`."""

ALONE = 0.95
SETTLEMENTS = frozenset({"muong", "muang", "ban", "nakhon"})
"""Words for settlements that belong to many names, without marks."""

LONGER, SHORTER = 1.8, 0.55
"""Limits of the ratio of letters between the stretch and the form that it matched, in one script."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a piece with its answer.

    Attributes:
        first, end: words of the piece.
        text: what was asked about, as it stands in the text.
        cue: the word that speaks for it.
        own: whether that word stands next to it, not before another name of its list.
        listed: whether its letters are those of a listed name, and it is no name from elsewhere but for its marks.
        size: letters of the form that matched, 0 where scripts differ.
        resolution: the answer.
        score: how much it says; see :func:`worth`.
    """

    first: int
    end: int
    text: str
    cue: Cue | None
    own: bool
    listed: bool
    size: int
    resolution: Resolution
    score: float = 0.0

    @property
    def is_announced(self) -> bool:
        """Whether a generic word speaks for it: a name of one syllable needs that."""
        return self.cue is not None and self.cue.role == "generic"

    @property
    def is_syllable(self) -> bool:
        """Whether it is one syllable that Vietnamese could spell: the first word of any sentence is."""
        return self.end - self.first == 1 and (len(self.text) < 5 or stranger_evidence(self.text).all_vietnamese_syllables)

    @property
    def best(self) -> Candidate | None:
        """The first candidate."""
        return self.resolution.candidates[0] if self.resolution.candidates else None


def accepted(span: Span, lao_text: bool) -> bool:
    """Whether an answer is sure enough to be given."""
    status, best = span.resolution.status, span.best
    if status is Status.NO_MATCH or best is None or (span.cue and span.cue.role == "organisation"):
        return False
    if not fits(span.text, span.size) or contradicts(span.text, span.cue if span.own else None, best):
        return False
    if span.is_syllable and not span.is_announced:
        return False
    if best.entity.kind is Kind.CROSSING and not span.is_announced and stranger_evidence(span.text).elsewhere_exact:
        return False  # Na Mèo and Thanh Thủy are communes until somebody says "cửa khẩu"
    spoken_for = span.listed or (span.cue is not None and span.cue.role in ("generic", "title", "office"))
    if status is Status.AMBIGUOUS:
        return spoken_for and (lao_text or span.listed)
    return spoken_for or best.probability >= (BARE if lao_text else ALONE)


UNITS = frozenset({"village", "district", "town", "province", "capital"})
LAO_TITLES = frozenset("chao tiao thao nang phagna phaya sahay".split())
"""Titles that stand before names of persons with a capital letter, like the first word of the name: Chao Anouvong."""


BEFORE_PLACES = frozenset(
    {"former", "the former", "late", "the late", "acting", "outgoing", "ex-", "nguyên", "quyền", "major"}
    | {"vua", "nhà vua", "quốc vương", "chúa", "king", "queen", "prince", "roi"}
)
"""Words listed as titles that may stand before places too: the former Savannakhet, the king of Vạn Tượng."""


def contradicts(text: str, cue: Cue | None, best: Candidate) -> bool:
    """Whether the word beside a name says that it is something else: a commune, a town that is called like a border gate."""
    entity = best.entity
    if cue is not None and cue.role == "generic":
        pointed = set(cue.points_to)
        if pointed == {"village"} and entity.kind is not Kind.VILLAGE:
            return True
        if pointed <= UNITS and entity.kind in (Kind.CROSSING, Kind.FEATURE):
            return True
    if cue is not None and cue.role == "title" and cue.text not in BEFORE_PLACES and entity.kind is not Kind.PERSON:
        return True
    first, form = letters(text.split()[0]), letters(best.form.text)
    if len(text.split()) < 2 or form.startswith(first):
        return False
    if first == "ban" and entity.kind in (Kind.DISTRICT, Kind.PROVINCE):
        return True
    return first in LAO_TITLES and entity.kind is not Kind.PERSON


def fits(text: str, size: int) -> bool:
    """Whether stretch and form are of about one length: a longer stretch holds something else too.

    Args:
        text: the stretch.
        size: letters of the form, 0 where scripts differ.
    """
    if not size:
        return True
    words = text.replace("-", " ").split()
    whole = letters(text)
    inner = whole[len(letters(words[0])) :] if words and letters(words[0]) in SETTLEMENTS else whole
    return any(SHORTER <= len(found) / size <= LONGER for found in (whole, inner))


def worth(span: Span) -> float:
    """How much a stretch says: its letters, fewer the worse they fit."""
    best = span.best
    if best is None:
        return 0.0
    size = len(letters(span.text))
    relative = best.cost / max(3.0, size / 2)
    certain = best.probability if span.resolution.status is Status.MATCH else 0.75
    return size * max(0.05, certain - 1.2 * relative)


def best(spans: Sequence[Span], length: int) -> list[Span]:
    """The stretches, not overlapping, whose worth is greatest; of equals the longer ones."""
    scored = [replace(span, score=worth(span)) for span in spans]
    totals: list[tuple[float, int]] = [(0.0, 0)] * (length + 1)
    chosen: list[Span | None] = [None] * (length + 1)
    by_end: dict[int, list[Span]] = {}
    for span in scored:
        by_end.setdefault(span.end, []).append(span)
    for end in range(1, length + 1):
        totals[end] = totals[end - 1]
        for span in by_end.get(end, ()):
            total = (totals[span.first][0] + span.score, totals[span.first][1] - 1)
            if total > totals[end]:
                totals[end], chosen[end] = total, span
    found: list[Span] = []
    end = length
    while end > 0:
        last = chosen[end]
        if last is None:
            end -= 1
        else:
            found.append(last)
            end = last.first
    return found[::-1]
