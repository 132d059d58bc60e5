"""Names and what stands directly beside them: a place between other capitalised words is part of some other name.

:func:`explained` keeps the names of a piece whose neighbours have nothing to do with them: words that open the sentence,
abbreviations of offices, another place beyond a hyphen. "Hoàng Anh Attapeu" is a company, "Lô Văn Tường" a Vietnamese.
"""

from __future__ import annotations

from collections.abc import Sequence

from lao_names.extraction.choosing import Span
from lao_names.extraction.runs import Piece
from lao_names.gazetteer.model import Kind
from lao_names.matching.strangers import stranger_evidence

PERSON_OF_VIETNAM = 0.5
"""Shape of a Vietnamese person (see ``person_shape``) from which a name is not taken apart: Lô Văn Tường."""


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
        is_filler = span.first == 1 and piece.lead is not None and piece.lead.role == "filler"
        if span.cue is not None and span.cue is piece.after and not is_filler and _is_syllable(tokens[span.first - 1].lower):
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


def _is_syllable(word: str) -> bool:
    """Whether Vietnamese could spell a word as one syllable."""
    return stranger_evidence(word).all_vietnamese_syllables
