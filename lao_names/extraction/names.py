"""Names of an article on their way to an answer: sure ones, and open ones that the article may still settle.

:func:`names_of` makes them from what was read, :func:`apart` puts them in order, :func:`whole_feature` gives back to a
feature the generic word without which its name says nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lao_names.extraction.choosing import Span
from lao_names.extraction.cues import Cue
from lao_names.extraction.listed import Listed
from lao_names.extraction.reading import Found
from lao_names.gazetteer.model import Kind
from lao_names.matching.resolution import Candidate, Resolution, Status
from lao_names.matching.spelling import letters

LIKELY = 0.12
"""Least chance of a candidate of an unsure name for the article to speak for it."""

_NUMBER_AFTER = re.compile(r" \d{1,2}(?![\w%.,/])")


LONGEST_SHORT = 6
"""Letters of a feature's name of one word that says nothing without its generic word."""

SHORTEST_GENERIC = 4
"""Letters of the shortest generic word that such a name needs."""


@dataclass(slots=True)
class Named:
    """A stretch with its answer, while the article is being asked.

    Attributes:
        start, end: where it stands.
        text: the stretch.
        resolution: the answer so far.
        cue: the word that speaks for it.
        own: whether it stands next to it.
        listed: whether its letters are listed.
        sure: whether the answer was good enough by itself; else it is open, and dropped unless the article settles it.
        key: its letters: names with one key are one name.
    """

    start: int
    end: int
    text: str
    resolution: Resolution
    cue: Cue | None
    own: bool
    listed: bool
    sure: bool
    key: str

    @property
    def is_match(self) -> bool:
        """Whether it is settled."""
        return self.sure and self.resolution.status is Status.MATCH

    @property
    def entity_id(self) -> str:
        """The id of the first candidate."""
        return self.resolution.candidates[0].entity.id

    @property
    def kind(self) -> Kind:
        """The kind of the first candidate."""
        return self.resolution.candidates[0].entity.kind

    @property
    def is_partial(self) -> bool:
        """Whether it may be the given or family name alone of a person."""
        return self.resolution.status is Status.AMBIGUOUS and any(
            one.entity.kind is Kind.PERSON for one in self.resolution.tied
        )

    def possible(self) -> tuple[Candidate, ...]:
        """The candidates that the article may speak for."""
        if self.resolution.status is Status.AMBIGUOUS:
            return self.resolution.tied
        return tuple(candidate for candidate in self.resolution.candidates if candidate.probability >= LIKELY)


def names_of(found: Iterable[Found]) -> Iterator[Named]:
    """The names of what was read: those that hold for sure, and where a piece has none, the one it may hold."""
    for work in found:
        tokens = work.piece.tokens
        for span in work.names:
            yield _named(tokens[span.first].start, tokens[span.end - 1].end, span, sure=True)
        if not work.names:
            yield from _open(work)


def unlisted_beside(settled: Sequence[Named], unlisted: Sequence[Found]) -> Iterator[Named]:
    """The unlisted names that overlap none that was found, with the answer "no match"."""
    taken = [(name.start, name.end) for name in settled]
    for work in unlisted:
        span = work.asked[0, len(work.piece.tokens)]
        if not overlaps(taken, work.piece.start, work.piece.end):
            answer = replace(span.resolution, status=Status.NO_MATCH, tied=())
            yield _named(work.piece.start, work.piece.end, replace(span, resolution=answer), sure=True)


def _open(work: Found) -> Iterator[Named]:
    """A stretch without a sure answer that the article may settle: the whole piece, if anything speaks for it."""
    span = work.asked.get((0, len(work.piece.tokens)))
    if span and span.resolution.candidates and (span.cue or span.listed):
        tokens = work.piece.tokens
        yield _named(tokens[0].start, tokens[-1].end, span, sure=False)


def _named(start: int, end: int, span: Span, *, sure: bool) -> Named:
    return Named(start, end, span.text, span.resolution, span.cue, span.own, span.listed, sure, letters(span.text))


def apart(names: Iterable[Named]) -> list[Named]:
    """In order, not overlapping: of two that overlap the sure one, then the longer one stays."""
    kept: list[Named] = []
    for name in sorted(names, key=lambda one: (one.start, not one.sure, -one.end)):
        if kept and name.start < kept[-1].end:
            if (name.sure, name.end - name.start) > (kept[-1].sure, kept[-1].end - kept[-1].start):
                kept[-1] = name
            continue
        kept.append(name)
    return kept


def whole_feature(text: str, name: Named, listed: Listed) -> Named | None:
    """A name that is too short without its generic word is a name only with it, and its span holds both: Plain of Jars."""
    if not name.is_match or name.kind is not Kind.FEATURE:
        return name
    if _NUMBER_AFTER.match(text, name.end):
        return None  # Nam Theun 2 is a dam, not the river
    form = name.resolution.candidates[0].form.text
    size = listed.size(name.resolution.candidates[0])
    if not size or size > LONGEST_SHORT or len(name.text.split()) > 1 or len(letters(form)) < size + SHORTEST_GENERIC:
        return name
    begin = max(0, name.start - len(form))
    for whole in re.finditer(re.escape(form), text[begin : name.end + len(form)], re.IGNORECASE):
        if begin + whole.start() <= name.start and begin + whole.end() >= name.end:
            name.start, name.end, name.text = begin + whole.start(), begin + whole.end(), whole[0]
            return name
    return None


def overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span overlaps one of those taken, which are in order and apart."""
    place = bisect_left(taken, (end, 0))
    return place > 0 and taken[place - 1][1] > start
