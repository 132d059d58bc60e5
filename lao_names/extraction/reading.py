"""From a text to stretches with answers: what stands in each piece, before the document as a whole is asked.

:func:`found_in` goes over the runs of capitalised words (:mod:`~lao_names.extraction.runs`), leaves out those in which no
Lao name can be, and asks about the rest in three rounds, each one batch: whole pieces and listed names; then, where a piece
is more than one name, its beginnings and ends; then what is left between names that were found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from lao_names.extraction.asking import Asker
from lao_names.extraction.choosing import SETTLEMENTS, Span, accepted, best
from lao_names.extraction.cues import Cue, Cues
from lao_names.extraction.listed import Listed
from lao_names.extraction.neighbours import explained
from lao_names.extraction.runs import Piece, pieces_of
from lao_names.extraction.sieve import Sieve
from lao_names.extraction.speaking import Run, Speaking
from lao_names.extraction.tokens import LOWER, RUN, Token, context_before, seen, tokens_of
from lao_names.matching.resolution import Resolution, Status
from lao_names.matching.spelling import letters, marked
from lao_names.matching.strangers import stranger_evidence
from lao_names.orthography.unicode import clean

LONGEST_NAME = 12
"""Words of the longest name: persons have nine syllables at most, and strays come in."""

LONG_WORD = re.compile(r"(?<![^\W_])[a-zà-öø-ÿăđơưạ-ỹ]{8,40}(?![^\W_])")
"""A word that Vietnamese cannot spell in one syllable: a Lao name in small letters, perhaps."""


@dataclass(slots=True)
class Found:
    """A piece with the stretches that are names and those that were asked about."""

    piece: Piece
    cue: Cue | None = None
    own: bool = False
    asked: dict[tuple[int, int], Span] = field(default_factory=dict)
    names: list[Span] = field(default_factory=list)


class Reader:
    """Reads texts for one gazetteer.

    Args:
        cues: the words around names.
        listed: the letters of the listed names.
        asker: who answers.
    """

    def __init__(self, cues: Cues, listed: Listed, asker: Asker) -> None:
        self._cues, self._listed, self._asker = cues, listed, asker
        self._sieve = Sieve(cues, listed, asker)
        self._speaking = Speaking(cues)

    def found_in(self, text: str, on: date | None, lao_text: bool) -> list[Found]:
        """The pieces of a text in which something was asked, with the names found in them."""
        runs = self._runs(text)
        found = [work for number in range(len(runs)) for work in self._works(text, runs, number)]
        found.extend(self._in_small_letters(text))
        for spans_of in (self._wholes, self._beginnings_and_ends, self._left_over):
            self._round(text, found, spans_of, on, lao_text)
        for work in found:
            work.names = explained(work.piece, work.names, text)
        return found

    def unlisted_in(self, text: str, on: date | None) -> list[Found]:
        """Pieces that a word announces and that sound like a Lao name, whether or not a listed name is near them."""
        runs = self._runs(text)
        found = []
        for number, (start, end, run) in enumerate(runs):
            if self._sieve.is_any_word(text, start, run):
                continue
            for piece in pieces_of(text, tokens_of(text, start, end), [], self._cues, context_before(text, start)):
                work = Found(piece)
                work.cue, work.own = self._speaking.cue_of(text, runs, number, piece)
                stretch = text[piece.start : piece.end]
                if work.cue and work.cue.role in ("generic", "title") and self._asker.sounds_lao(stretch):
                    work.asked[0, len(piece.tokens)] = self._best_wording(
                        text, work, 0, len(piece.tokens), self._wordings(text, work, 0, len(piece.tokens)), on
                    )
                    found.append(work)
        return found

    # --- runs and pieces ---

    def _runs(self, text: str) -> list[Run]:
        return [(run.start("run"), run.end("run"), run["run"]) for run in RUN.finditer(text)]

    def _works(self, text: str, runs: Sequence[Run], number: int) -> Iterator[Found]:
        start, end, run = runs[number]
        if self._sieve.is_empty(run) or self._sieve.is_any_word(text, start, run):
            return
        left = context_before(text, start)
        if self._sieve.is_in_a_cue(text, start, end, left):
            return
        tokens = self._with_small_ends(text, tokens_of(text, start, end))
        windows = self._listed.windows([token.letters for token in tokens])
        for piece in pieces_of(text, tokens, windows, self._cues, left):
            work = Found(piece)
            work.cue, work.own = self._speaking.cue_of(text, runs, number, piece)
            if not (work.cue and work.cue.role == "organisation"):
                yield work

    def _with_small_ends(self, text: str, tokens: list[Token]) -> list[Token]:
        """The words of a run and those after it in small letters that complete a listed name: "Bôlykhăm xay"."""
        if not tokens:
            return tokens
        last = tokens[-1].end
        added: list[Token] = []
        while len(added) < 3 and (word := LOWER.match(text, last)):
            lower, plain = seen(word[1])
            added.append(Token(word.start(1), word.end(1), lower, plain, text[last : word.start(1)]))
            last = word.end(1)
            if any(
                "".join(token.letters for token in [*tokens[first:], *added]) in self._listed.names
                for first in range(len(tokens))
            ):
                return [*tokens, *added]
        return tokens

    def _in_small_letters(self, text: str) -> Iterator[Found]:
        for word in LONG_WORD.finditer(text):
            lower, plain = seen(word[0])
            if plain in self._listed.names and (word.start() == 0 or text[word.start() - 1] not in "-@/.'’#"):
                token = Token(word.start(), word.end(), lower, plain, "")
                cue = self._cues.ending(context_before(text, word.start()))
                if not cue or cue.role != "organisation":
                    yield Found(Piece([token], cue), cue, bool(cue))

    # --- rounds of questions ---

    def _round(
        self, text: str, found: Sequence[Found], spans_of: object, on: date | None, lao_text: bool
    ) -> None:
        wanted = [
            (work, first, end, self._wordings(text, work, first, end))
            for work in found
            for first, end in dict.fromkeys(spans_of(text, work))  # type: ignore[operator]
            if (first, end) not in work.asked
        ]
        self._asker.ask((query for *_, wordings in wanted for query, _, _ in wordings), on)
        changed = {}
        for work, first, end, wordings in wanted:
            work.asked[first, end] = self._best_wording(text, work, first, end, wordings, on)
            changed[id(work)] = work
        for work in changed.values():
            sure = [span for span in work.asked.values() if accepted(span, lao_text)]
            sure = _without_lead(_without_joined(sure, work.piece.tokens), work.piece)
            work.names = best(sure, len(work.piece.tokens))

    def _wholes(self, text: str, work: Found) -> Iterator[tuple[int, int]]:
        tokens = work.piece.tokens
        letters = [token.letters for token in tokens]
        for first, end in self._listed.windows(letters):
            is_announced = work.cue is not None and not first and (work.own or work.cue.role == "generic")
            if end - first > 1 or len(letters[first]) > 4 or is_announced:
                yield first, end
        for first, end in _between_borders(tokens):
            if end - first <= LONGEST_NAME and self._is_worth(text, work, first, end):
                yield first, end
            if not first and work.piece.lead and self._is_worth(text, work, 1, end):
                yield 1, end

    def _beginnings_and_ends(self, text: str, work: Found) -> Iterator[tuple[int, int]]:
        length = len(work.piece.tokens)
        covered = work.names and work.names[0].first == 0 and work.names[-1].end == length and len(work.names) == 1
        if covered or length < 2 or length > LONGEST_NAME or not (work.cue or work.names):
            return
        for cut in range(1, length):
            if self._is_worth(text, work, 0, cut):
                yield 0, cut
            if self._is_worth(text, work, cut, length):
                yield cut, length

    def _left_over(self, text: str, work: Found) -> Iterator[tuple[int, int]]:
        last = 0
        if not work.names:
            return
        for first, end in [*((span.first, span.end) for span in work.names), (len(work.piece.tokens),) * 2]:
            if first - last >= 2 and self._is_worth(text, work, last, first):
                yield last, first
            last = end

    def _is_worth(self, text: str, work: Found, first: int, end: int) -> bool:
        tokens = work.piece.tokens[first:end]
        if not tokens or end - first > LONGEST_NAME:
            return False
        stretch = text[tokens[0].start : tokens[-1].end]
        if "".join(token.letters for token in tokens) in self._listed.parts:
            return True
        announced = work.cue is not None and (not first or not work.own)
        if announced and work.cue and work.cue.points_to == ("district",) and tokens[0].letters in SETTLEMENTS:
            return True  # communes of Vietnam have such names too
        has_generic = announced and work.cue is not None and work.cue.role == "generic"
        if len(tokens) == 1 and len(tokens[0].letters) < 5 and not has_generic:
            return False
        return self._asker.is_worth_asking(stretch, announced=announced)

    def _wordings(self, text: str, work: Found, first: int, end: int) -> list[tuple[str, Cue | None, bool]]:
        """The questions for a stretch: with the word that speaks for it, without it, or both."""
        piece = work.piece
        stretch = " ".join(text[piece.tokens[first].start : piece.tokens[end - 1].end].split())
        after = piece.after if end == len(piece.tokens) and piece.after and piece.after.role == "generic" else None
        has_before = not first and work.cue and work.own and work.cue is piece.before
        if has_before and work.cue and not (after and work.cue.position == "either"):
            worded = (f"{work.cue.text} {stretch}", work.cue, True)
            return [worded] if work.cue.is_strict else [worded, (stretch, None, False)]
        if after:  # in "X District of Y Province" the word between them is that of X
            return [(f"{stretch} {after.text}", after, True)]
        if first == 1 and (lead := piece.lead) and lead.role != "filler":
            return [(f"{lead.text} {stretch}", lead, True)]
        if work.cue and not work.own:
            return [(f"{work.cue.text} {stretch}", work.cue, False), (stretch, None, False)]
        return [(stretch, None, False)]

    def _best_wording(
        self, text: str, work: Found, first: int, end: int, wordings: list[tuple[str, Cue | None, bool]], on: date | None
    ) -> Span:
        tokens = work.piece.tokens[first:end]
        stretch = text[tokens[0].start : tokens[-1].end]
        listed = self._is_listed(stretch, tokens)
        answers = [(cue, own, self._asker.answer(query, on)) for query, cue, own in wordings]
        spans = [
            Span(first, end, stretch, cue, own, listed, self._size(stretch, answer), answer) for cue, own, answer in answers
        ]
        return max(spans, key=_certainty)

    def _is_listed(self, stretch: str, tokens: Sequence[Token]) -> bool:
        """Whether the letters are listed; a name that is exactly one from elsewhere must be listed with its marks."""
        if "".join(token.letters for token in tokens) not in self._listed.names:
            return False
        return marked(clean(stretch)) in self._listed.spellings or not stranger_evidence(stretch).elsewhere_exact

    def _size(self, stretch: str, answer: Resolution) -> int:
        """Letters of the form that matched, if it is in Latin script as the stretch is."""
        if not answer.candidates or not letters(answer.candidates[0].form.text)[:1].isascii():
            return 0
        return self._listed.size(answer.candidates[0])


def _certainty(span: Span) -> tuple[int, float]:
    order = {Status.MATCH: 2, Status.AMBIGUOUS: 1, Status.NO_MATCH: 0}
    return order[span.resolution.status], span.best.probability if span.best else 0.0


def _without_lead(spans: Sequence[Span], piece: Piece) -> list[Span]:
    """The stretches, without those that hold a word around names as their first word: Bà Pa-ny Ya-tho-tu."""
    if piece.lead is None or piece.tokens[0].letters in SETTLEMENTS:
        return list(spans)
    inner = [span for span in spans if span.first == 1]
    return [span for span in spans if span.first or span.listed or not any(_is_part(other, span) for other in inner)]


def _without_joined(spans: Sequence[Span], tokens: Sequence[Token]) -> list[Span]:
    """The stretches, without those over a dash or line end that mean no more than a part of theirs on one side of it."""
    kept = []
    for span in spans:
        joined = any(token.after_border for token in tokens[span.first + 1 : span.end])
        if span.listed or not joined or not any(_is_part(other, span) for other in spans):
            kept.append(span)
    return kept


def _is_part(inner: Span, outer: Span) -> bool:
    """Whether a shorter stretch inside another one means the same."""
    if inner is outer or inner.first < outer.first or inner.end > outer.end or not inner.best or not outer.best:
        return False
    return inner.best.entity.id == outer.best.entity.id and inner.best.cost <= outer.best.cost + 0.5


def _between_borders(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The whole piece, and its parts between line ends and dashes."""
    yield 0, len(tokens)
    borders = [0, *(place for place, token in enumerate(tokens) if place and token.after_border), len(tokens)]
    if len(borders) > 2:
        yield from pairwise(borders)


