"""Pieces: what is left of a run of capitalised words when the words around names are taken out of it.

:func:`pieces_of` looks at the words before and after a run and at those inside it ("Champasak Province Governor Vilayvong")
and gives the :class:`Piece` s: the stretches that may be one name or several, each with the cues on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lao_names.extraction.cues import COUNTRY, Cue, Cues
from lao_names.extraction.tokens import Token, context_after, opens_sentence

LONGEST_PIECE = 24
"""Words of a piece that are looked at; longer ones are headlines in capitals, cut into pieces of this length."""



@dataclass(slots=True)
class Piece:
    """A stretch that may be a name, or several names side by side.

    Attributes:
        tokens: its words.
        before, after: the cues on both sides.
        opens: whether it opens a sentence, so that its first word may be any word.
        headline: whether capitals say nothing here, since all words have them.
        lead: the word around names that its first word may be, or may only look like.
    """

    tokens: Sequence[Token]
    before: Cue | None = None
    after: Cue | None = None
    opens: bool = False
    headline: bool = False
    lead: Cue | None = None

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.tokens[-1].end


def is_headline(tokens: Sequence[Token], text: str) -> bool:
    """Whether capitals say nothing: all letters of several words are capitals, or every word of a long line has one."""
    words = [text[token.start : token.end] for token in tokens]
    return (len(words) > 1 and all(word.isupper() for word in words)) or len(words) >= 7


def pieces_of(
    text: str, tokens: list[Token], windows: Sequence[tuple[int, int]], cues: Cues, left: list[str]
) -> Iterator[Piece]:
    """The pieces of a run, cut at the words around names that it holds.

    Args:
        text: the whole text.
        tokens: the words of the run.
        windows: stretches of it (first, end) that are listed names; cues inside them are no cues.
        cues: the words around names.
        left: the words before the run, see :func:`context_before`.
    """
    tokens = _without_phrase_at_end(text, tokens, cues)
    headline = is_headline(tokens, text)
    lowers = [token.lower for token in tokens]
    inside = {place for first, end in windows if end - first > 1 for place in range(first, end)}
    before = cues.ending(left) if left else None
    opens = opens_sentence(text, tokens[0].start)
    begin = place = 0
    while place < len(tokens):
        cue = None if place in inside else _cue_inside(cues, lowers, place, headline)
        if not place and opens and lowers[0] in COMMUNES and len(tokens) > 1:
            cue = cues.at(lowers[:1], 0)
        if cue is None or (cue.length + place > len(tokens)):
            place += 1
            continue
        if place > begin:
            yield from _cut(tokens[begin:place], before, cue if cue.position != "before" else None, opens, headline, cues)
        begin = place = place + cue.length
        before, opens = cue, False
    if begin < len(tokens):
        after = cues.beginning(context_after(text, tokens[-1].end))
        yield from _cut(tokens[begin:], before, after, opens, headline, cues)


def _without_phrase_at_end(text: str, tokens: list[Token], cues: Cues) -> list[Token]:
    """A run without the capitals that begin a phrase around names behind it: "Kông Chăn - Giám đốc Công an"."""
    right = context_after(text, tokens[-1].end)
    if not right:
        return tokens
    for place in range(len(tokens) - 1, max(0, len(tokens) - 4), -1):
        if tokens[place].after_border:
            words = [*(token.lower for token in tokens[place:]), *right]
            cue = cues.at(words, 0)
            if cue and cue.length > len(tokens) - place:
                return tokens[:place]
    return tokens


PLURAL_WORDS = frozenset({"các", "hai", "những", "provinces", "districts", "towns", "villages", "cặp", "tỉnh"})


def _cut(
    tokens: Sequence[Token], before: Cue | None, after: Cue | None, opens: bool, headline: bool, cues: Cues
) -> Iterator[Piece]:
    for start in range(0, len(tokens), LONGEST_PIECE):
        part = tokens[start : start + LONGEST_PIECE]
        yield Piece(part, None if start else before, after, opens, headline, first_word_is_cue(part, cues))


def _cue_inside(cues: Cues, lowers: list[str], place: int, headline: bool) -> Cue | None:
    """A phrase that begins at a capitalised word and is surely no part of a name."""
    cue = cues.at(lowers, place)
    if cue is None:
        return None
    phrase = tuple(lowers[place : place + cue.length])
    if cue.length > 1 or phrase in COUNTRY:
        return cue
    if cue.role == "filler":
        return cue if headline and cue.lang.startswith("vi") else None
    if (cue.lang in ("en", "fr") and cue.role != "title") or (len(phrase[0]) > 4 and cue.lang == "en"):
        return cue
    if phrase[0] in SURE:
        return cue
    return None


COMMUNES = frozenset("xã phường thôn xóm".split())
SURE = frozenset("tỉnh huyện tinh huyen ông mr mrs ms dr tp tx ubnd".split())
"""Single words that are words around names even with a capital letter, and are hardly ever syllables of names."""


def first_word_is_cue(tokens: Sequence[Token], cues: Cues) -> Cue | None:
    """A first word that may be a word around the name or its first syllable: Bản, Mường, Anh, Tại."""
    if len(tokens) < 2:
        return None
    return cues.at([tokens[0].lower], 0)
