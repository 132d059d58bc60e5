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
from lao_names.extraction.runs import Piece
from lao_names.gazetteer.model import Kind
from lao_names.matching.resolution import Candidate, Resolution, Status
from lao_names.matching.spelling import letters
from lao_names.matching.strangers import stranger_evidence

BARE = 0.85
"""Least chance of a match that nothing around it speaks for, where the text speaks of Laos; elsewhere :data:`ALONE`."""

ALONE = 0.95
PERSON_OF_VIETNAM = 0.5
"""Shape of a Vietnamese person (see ``person_shape``) from which a name is not taken apart: Lô Văn Tường."""

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


def _is_syllable(word: str) -> bool:
    return stranger_evidence(word).all_vietnamese_syllables


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


LAO_TITLES = frozenset("chao tiao thao nang phagna phaya sahay".split())
"""Titles that stand before names of persons with a capital letter, like the first word of the name: Chao Anouvong."""


OF_TIMES = frozenset({"former", "the former", "late", "the late", "acting", "outgoing", "ex-", "nguyên", "quyền", "major"})
"""Words listed as titles that may stand before places too."""


def contradicts(text: str, cue: Cue | None, best: Candidate) -> bool:
    """Whether the word beside a name says that it is something else: a commune, a town that is called like a border gate."""
    entity = best.entity
    if cue is not None and cue.role == "generic":
        pointed = set(cue.points_to)
        if pointed == {"village"} and entity.kind is not Kind.VILLAGE:
            return True
        if pointed <= {"village", "district", "town", "province", "capital"} and entity.kind in (Kind.CROSSING, Kind.FEATURE):
            return True
    if cue is not None and cue.role == "title" and cue.text not in OF_TIMES and entity.kind is not Kind.PERSON:
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
        span = chosen[end]
        if span is None:
            end -= 1
        else:
            found.append(span)
            end = span.first
    return found[::-1]


def explained(piece: Piece, spans: Sequence[Span], text: str) -> list[Span]:
    """The stretches whose neighbours in the piece are no part of one longer name with them."""
    return [span for number, span in enumerate(spans) if _stands_free(piece, spans, number, text)]


def _stands_free(piece: Piece, spans: Sequence[Span], number: int, text: str) -> bool:
    span, tokens = spans[number], piece.tokens
    if piece.headline and (span.listed or (span.cue and span.own)):
        return True
    left_end = spans[number - 1].end if number else 0
    right = spans[number + 1].first if number + 1 < len(spans) else len(tokens)
    if span.first > left_end:
        if not _left_is_free(piece, left_end, span.first, text):
            return False
        if span.cue is not None and span.cue is piece.after and _is_syllable(tokens[span.first - 1].lower):
            return False  # Phu Phiang province is not Phiang
    if span.end < right and not tokens[span.end].after_border and not _is_route(piece, span.end, span.end, right, text):
        if text[tokens[span.end].start].islower():  # Savannakhet-based
            return True
        return _is_followed_by_a_person(span)
    return True


def _is_followed_by_a_person(span: Span) -> bool:
    """Whether the words that follow a place may be its official, unlisted: "Tỉnh trưởng Attapư Bun Mi"."""
    if not (span.own and span.cue and span.listed and span.best) or span.is_syllable:
        return False
    return span.cue.role in ("generic", "office") and span.best.entity.kind is Kind.PROVINCE


def _left_is_free(piece: Piece, begin: int, first: int, text: str) -> bool:
    """Whether the words left over before a stretch have nothing to do with it."""
    tokens = piece.tokens
    if tokens[first].after_border or _is_route(piece, first, begin, first, text):
        return True
    while begin < first and any(token.after_border for token in tokens[begin + 1 : first]):
        begin += 1
    words = [text[token.start : token.end] for token in tokens[begin:first]]
    if all(2 <= len(word) <= 6 and word.isupper() for word in words):
        return True  # UBND, HĐND
    if stranger_evidence(text[tokens[begin].start : piece.end]).person_shape >= PERSON_OF_VIETNAM:
        return False
    return first - begin == 1 and (piece.opens if not begin else tokens[begin].after_border) and len(words[0]) <= 7


def _is_route(piece: Piece, hyphen: int, first: int, end: int, text: str) -> bool:
    """Whether words left over are another place, joined by a hyphen: Đà Nẵng-Pakse, Savannakhet-Quảng Trị."""
    tokens = piece.tokens
    if tokens[hyphen].gap.strip() != "-":
        return False
    return stranger_evidence(text[tokens[first].start : tokens[end - 1].end]).elsewhere_ascii
