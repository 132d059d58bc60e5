"""Which word speaks for a piece: the one before it, the one behind it, or the one of the list in which it stands.

"các tỉnh Bô Ly Khăm Xay, Xiêng Khoảng và Hủa Phăn" says "tỉnh" once and means it three times; "Bolikhamxay, Khammouane and
Savannakhet provinces" says so at the end. Start with :meth:`Speaking.cue_of`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lao_names.extraction.cues import Cue, Cues
from lao_names.extraction.runs import PLURAL_WORDS, Piece
from lao_names.extraction.tokens import context_after, context_before

Run = tuple[int, int, str]
"""Start, end and text of a run."""

LIST_GAP = re.compile(
    r"[\"”»']?\s*(?:\([^()\n]{1,40}\)\s*)?(?:[,;/&-]|và|and|et|cùng|với|hoặc|or|hay)(?:\s*(?:và|and|et|cùng|với|or|hoặc))?\s+"
    r"(?:(?:de|du|des|of|in)\s+|d')?[\"“«']?"
    r"|\s*[/–-]\s*"
)

LISTED_AT_MOST = 12
"""Names between a word and the last name that it speaks for."""

NAMED_AFTER_PLACES = frozenset(
    "dam hydropower hydroelectric university bank hotel times airlines airways airline company group club fc united".split()
)
"""Organisations whose word makes one name with a place before it even in small letters: the Xayaburi dam."""


class Speaking:
    """Finds the words that speak for pieces.

    Args:
        cues: the words around names.
    """

    def __init__(self, cues: Cues) -> None:
        self._cues = cues

    def cue_of(
        self, text: str, runs: Sequence[Run], number: int, piece: Piece
    ) -> tuple[Cue | None, bool]:
        """The word that speaks for the first name of a piece, and whether it stands next to it."""
        before, after = piece.before, piece.after
        if after and after.role == "organisation" and (
            after.lang != "en" or _is_capital(text, piece.end) or after.text.split()[-1] in NAMED_AFTER_PLACES
        ):
            return after, True
        if before and before.role == "organisation" and before.lang == "en" and piece.tokens[0].start == runs[number][0]:
            before = None  # "the market Savannakhet": in English the word of a company's kind stands behind its name
        if before and before.role == "organisation" and _is_within_word(text, piece.start, before):
            before = None
        if before and before.role != "filler":
            return before, True
        if after and after.role in ("generic", "office", "title"):
            return after, True
        return self._of_list(text, runs, number, piece), False

    def _of_list(self, text: str, runs: Sequence[Run], number: int, piece: Piece) -> Cue | None:
        """The generic word of the list in which a piece stands: "các tỉnh A, B và C", "A, B and C provinces"."""
        if piece.start == runs[number][0]:
            back: int | None = number
            for _ in range(LISTED_AT_MOST):
                if back is None:
                    break
                words = self._phrase_before(text, runs[back][0])
                cue = self._cues.ending(words) if words else None
                if cue and cue.role == "generic":
                    return cue
                if cue and cue.role != "filler":
                    break
                back = _previous_in_list(text, runs, back)
        if piece.end == runs[number][1]:
            for ahead in range(number, min(len(runs) - 1, number + LISTED_AT_MOST)):
                if not LIST_GAP.fullmatch(text, runs[ahead][1], runs[ahead + 1][0]):
                    break
                cue = self._cues.beginning(context_after(text, runs[ahead + 1][1]))
                if cue and cue.role == "generic" and cue.text.split()[0] in PLURAL_WORDS:
                    return cue
        return None

    def _phrase_before(self, text: str, place: int) -> list[str]:
        """The words before a place without those that only lead over to it: "các tỉnh của Lào gồm"."""
        words = context_before(text, place)
        while words and words[-1] in ("gồm", "là", "của", "lào", "như", "bạn"):
            words.pop()
        return words


def _previous_in_list(text: str, runs: Sequence[Run], number: int) -> int | None:
    """The run before a run in its list; one in brackets between them is passed over: "Điện Biên (Việt Nam) và Hủa Phăn"."""
    for before in (number - 1, number - 2):
        if before >= 0 and LIST_GAP.fullmatch(text, runs[before][1], runs[number][0]):
            return before
    return None


def _is_capital(text: str, place: int) -> bool:
    """Whether the next letter after a place is a capital."""
    following = text[place : place + 3].lstrip(" \"”'-")
    return following[:1].isupper()


def _is_within_word(text: str, place: int, cue: Cue) -> bool:
    """Whether "trường" and the like end another word: chiến trường, hiện trường."""
    words = context_before(text, place)
    return len(words) > cue.length and (words[-cue.length - 1], cue.text) in _OTHER_WORDS


_OTHER_WORDS = {(word, "trường") for word in ("chiến", "thị", "hiện", "môi", "công", "lập", "quảng", "nông")}
