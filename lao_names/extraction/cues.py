"""Words around names in running text: "tỉnh", "Đại tá", "Governor of", "ແຂວງ".

The same words as in :mod:`lao_names.matching.words` (``gazetteer/words.yaml``), found here on the left and on the right of
a stretch of text instead of at the edges of a name. A phrase may end in a word that says more than its whole: in "Giám
đốc Công an tỉnh" the name that follows is a province, not the director; :class:`Cue` keeps what the last words say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lao_names.gazetteer.model import Word

TOKEN = re.compile(r"[^\W\d_]+")
LAO = re.compile("[\u0e80-\u0eff]")
LONGEST_PHRASE = 9
"""Tokens of the longest phrase."""

COUNTRY = frozenset({("lào",), ("laos",), ("chdcnd", "lào"), ("lao", "pdr"), ("nước", "lào"), ("lpdr",), ("chdcnd",)})
PLURAL = frozenset({"các", "hai", "ba", "bốn", "năm", "provinces", "districts", "towns", "villages", "những", "cặp"})

NEUTRAL = frozenset({"doanh nghiệp", "doanh nghiep", "trung tâm thương mại", "enterprise", "state enterprise"})
"""Organisations whose word is followed by the place where they are, not by their name."""

VILLAGE, PERSON, TOWN = ("bản", ("village",)), ("ông", ("person",)), ("town of", ("town",))
IN_TEXT = {
    **dict.fromkeys("xã phường thôn xóm làng ấp buôn bản phum sóc".split(), VILLAGE),
    **dict.fromkeys("cố cựu chúa cô chú bác cụ em cháu thầy".split(), PERSON),
    **dict.fromkeys(("towns of", "cities of", "the towns of", "the cities of", "các thị xã", "các thành phố"), TOWN),
    **dict.fromkeys(("nhà báo", "phóng viên", "liệt sĩ", "liệt sỹ", "nghệ sĩ", "doanh nhân", "du học sinh"), PERSON),
}
"""Words that only running text shows to be words around names, with the word to ask with instead and what it points to.

As parts of a name typed without marks they could be syllables of it, so ``words.yaml`` does not have all of them. Laos has
no communes and wards: whatever is called so lies elsewhere.
"""

RANKS = {"generic": 0, "title": 1, "office": 2, "organisation": 3, "filler": 4}


class Cue(NamedTuple):
    """A word or phrase that stands around names.

    Attributes:
        text: the words to ask with: "tỉnh", "đại tá".
        role: generic, title, office, organisation or filler, as the words next to the name have it.
        points_to: designations that it announces.
        position: before, after or either.
        lang: whose word it is.
        length: tokens of the whole phrase.
    """

    text: str
    role: str
    points_to: tuple[str, ...]
    position: str
    lang: str
    length: int

    @property
    def is_strict(self) -> bool:
        """Whether a name next to it is of its kind: a place after "huyện", a person after "Đại tá"."""
        return self.role in ("generic", "title", "organisation")


class Cues:
    """All phrases of a gazetteer in Latin letters, looked up by their lower-case tokens."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._before: dict[tuple[str, ...], Cue] = {}
        self._after: dict[tuple[str, ...], Cue] = {}
        ordered = sorted((word for word in words if not LAO.search(word.text)), key=lambda word: RANKS.get(word.role, 9))
        for word in ordered:
            tokens = tuple(TOKEN.findall(word.text.lower()))
            if not tokens or len(tokens) > LONGEST_PHRASE or word.text in NEUTRAL:
                continue
            cue = Cue(word.text, word.role, word.points_to, word.position, word.lang, len(tokens))
            if word.position != "after":
                self._before.setdefault(tokens, cue)
            if word.position != "before":
                self._after.setdefault(tokens, cue)
        for text, (asked, points_to) in IN_TEXT.items():
            tokens = tuple(text.split())
            role = "title" if "person" in points_to else "generic"
            self._before[tokens] = Cue(asked, role, points_to, "before", "vi", len(tokens))
        for tokens, cue in list(self._before.items()):
            self._before[tokens] = self._said_last(tokens, cue)

        self._generic_ends = {tokens[-1] for tokens, cue in self._before.items() if cue.role == "generic"}

    def ends_generic(self, token: str) -> bool:
        """Whether a lower-case word is the last one of a generic phrase that stands before names."""
        return token in self._generic_ends

    def _said_last(self, tokens: tuple[str, ...], cue: Cue) -> Cue:
        """An office that ends in a generic word announces a place: "Giám đốc Công an tỉnh"."""
        if cue.role not in ("office", "title"):
            return cue
        for start in range(1, len(tokens)):
            last = self._before.get(tokens[start:])
            if last and last.role == "generic" and not last.lang.startswith("lo"):
                return last._replace(length=len(tokens))
        return cue

    def ending(self, tokens: Sequence[str]) -> Cue | None:
        """The longest phrase that stands before names and ends at the end of these lower-case tokens."""
        for size in range(min(LONGEST_PHRASE, len(tokens)), 0, -1):
            cue = self._before.get(tuple(tokens[len(tokens) - size :]))
            if cue:
                return cue
        return None

    def at(self, tokens: Sequence[str], place: int) -> Cue | None:
        """The longest phrase that begins at a place of these lower-case tokens."""
        for size in range(min(LONGEST_PHRASE, len(tokens) - place), 0, -1):
            phrase = tuple(tokens[place : place + size])
            cue = self._before.get(phrase) or self._after.get(phrase)
            if cue:
                return cue
        return None

    def beginning(self, tokens: Sequence[str]) -> Cue | None:
        """The longest phrase that stands after names and begins these lower-case tokens."""
        for size in range(min(LONGEST_PHRASE, len(tokens)), 0, -1):
            cue = self._after.get(tuple(tokens[:size]))
            if cue:
                return cue
        return None
