"""Words around a name: recognised, then set aside as evidence.

"tỉnh Bô Ly Khăm Xay", "Phonsavan town", "ແຂວງວຽງຈັນ": the generic word is no part of the name, but says what kind of thing
is meant. A :class:`Lexicon` knows the words of ``gazetteer/words.yaml`` and takes them off both ends of a text.

A Lao word for a settlement (Muang, Ban, Nakhon) may be part of the name or not (Muang Xay, Mường Ét and Ét): such words stay
in the core, ``loose`` is the name without them, and the caller tries both. Lao words for waters and mountains (Nam Ou, Phou
Bia) are part of the name and are never set aside.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from lao_names.gazetteer.model import Word
from lao_names.matching.phrases import Phrases
from lao_names.orthography.later import pattern
from lao_names.orthography.unicode import SIGNED_SCRIPTS, clean

TOKEN = pattern(
    rf"[dDlL]'(?=[^\W\d_])|[\u0e80-\u0eff]+|(?:[^\W_]|[\u0300-\u036f{SIGNED_SCRIPTS}])+(?:[.'][^\W_]+)*\.?|[/&]|[^\w\s]"
)
LAO = pattern("[\u0e80-\u0eff]")
_MARKS = pattern("[\u0300-\u036f]")


class Stripped(NamedTuple):
    """A text without the words around its name.

    Attributes:
        core: what is left; never empty unless the text is.
        words: the words taken off, from the outside in.
        loose: the core without a Lao generic word too, or "" where it has none.
        loose_words: the words that ``loose`` lacks.
    """

    core: str
    words: tuple[Word, ...] = ()
    loose: str = ""
    loose_words: tuple[Word, ...] = ()


PARTS = ("exact", "bare", "loose")


class Lexicon:
    """The generic words and titles, found by their tokens at the edges of a text."""

    def __init__(self, words: Iterable[Word], plain: dict[str, Any] | None = None) -> None:
        """A lexicon of some words, or the one of the same words that :meth:`to_plain` wrote."""
        self._words = words if isinstance(words, Sequence) else tuple(words)
        if plain is not None:
            self._exact, self._bare, self._loose = (Phrases(self._words, *plain[name]) for name in PARTS)
            self._lao: list[tuple[str, int]] = plain["lao"]
        else:
            self._exact, self._bare, self._loose = (Phrases(self._words) for _ in PARTS)
            self._lao = []
            self._fill()
            self._lao.sort(key=lambda pair: (-len(pair[0]), pair[0]))
        self._settlement_words: dict[str, tuple[Word, ...]] = {}
        self._lao_from: dict[str, list[tuple[str, int]]] = {}
        for prefix, number in self._lao:
            self._lao_from.setdefault(prefix[0], []).append((prefix, number))

    def to_plain(self) -> dict[str, Any]:
        """The lexicon without its words, ready for JSON."""
        parts = dict(zip(PARTS, (self._exact, self._bare, self._loose), strict=True))
        return {name: part.to_plain() for name, part in parts.items()} | {"lao": self._lao}

    def _fill(self) -> None:
        rows = [(n, word, _tokens(word.text)) for n, word in enumerate(self._words) if not _is_part_of_names(word)]
        named = [(number, word, tokens, tuple(map(_without_marks, tokens))) for number, word, tokens in rows]
        settlements = {bare for _, word, _, bare in named if _is_settlement(word)}
        for number, word, tokens, bare in named:
            if word.lang == "lo":
                self._lao.append((word.text, number))
            elif bare in settlements and word.role == "generic":
                self._loose.add(bare, number)
            else:
                self._exact.add(tokens, number)
                # "xã" typed without marks is the first syllable of Xa Van Na Khet: of single words only those that are
                # really typed so (TP.) count in a text without marks.
                if len(bare) > 1 or word.lang != "vi" or word.text.isascii():
                    self._bare.add(bare, number)

    def strip(self, text: str, *, lao_stays: bool = False) -> Stripped:
        """Takes the words off both ends of a clean text.

        What is left is never empty: "Muang" alone is a name that is not known, not no name.

        Args:
            text: a name with the words around it.
            lao_stays: whether a Lao word for a capital or a gate before the name is the beginning of the name: Nakhon Luang
                Prabang is the town (Nakhon) Luang Prabang and not a capital Prabang, Dan Savanh is no gate called Savanh.
        """
        tokens = list(TOKEN.finditer(text))
        spelled = [plain(token[0]) for token in tokens]
        phrases = self._bare if text.isascii() else self._exact
        announced = len(tokens) > 1 and _announces(tokens[0][0], tokens[1][0])
        first, last, words = _edges(spelled, phrases, lao_stays, announced=announced)
        if first == last:
            return Stripped(text.strip())
        core = text[tokens[first].start() : tokens[last - 1].end()]
        if LAO.match(core):
            core, loose, lao_words, loose_words = self._without_lao_words(core, lao_stays)
            return Stripped(core, (*words, *lao_words), loose, loose_words)
        bare = spelled if text.isascii() else [_without_marks(token) for token in spelled]
        inner, found = _from_left(bare, first, last, self._loose, most=1)
        loose = text[tokens[inner].start() : tokens[last - 1].end()] if found else ""
        return Stripped(core, tuple(words), loose, tuple(found))

    def settlement_words(self, form: str) -> tuple[Word, ...]:
        """The Lao words for a settlement that a listed form begins with; remembered, since candidates repeat."""
        if form not in self._settlement_words:
            self._settlement_words[form] = self.strip(clean(form), lao_stays=True).loose_words
        return self._settlement_words[form]

    def holds(self, text: str) -> bool:
        """Whether a clean text is one of the words, and nothing else."""
        tokens = _tokens(text)
        return self._exact.get(tokens) is not None or any(text == prefix for prefix, _ in self._lao_from.get(text[:1], ()))

    def word(self, text: str) -> Word | None:
        """The word that a clean text is, with nothing beside it."""
        if LAO.match(text):
            return next((self._words[number] for prefix, number in self._lao_from.get(text[0], ()) if prefix == text), None)
        tokens = _tokens(text)
        phrases = self._bare if text.isascii() else self._exact
        return phrases.get(tokens) or self._loose.get([_without_marks(token) for token in tokens])

    def word_at(self, tokens: Sequence[str], place: int) -> tuple[Word | None, int]:
        """The longest word that begins at a place of plain tokens, and how many tokens it has; (None, 0) where none does."""
        for size in range(min(self._exact.opening.get(tokens[place], 0), len(tokens) - place), 0, -1):
            word = self._exact.get(tokens[place : place + size])
            if word:
                return word, size
        return None, 0

    def opens(self, token: str) -> bool:
        """Whether a word of the lexicon begins with a token."""
        return token.lower() in self._exact.opening

    def begins_with_lao(self, text: str) -> bool:
        """Whether a text begins with a Lao word that is long enough to be no beginning of a name."""
        return any(
            len(prefix) >= SHORTEST_JOINED and text.startswith(prefix) for prefix, _ in self._lao_from.get(text[:1], ())
        )

    def _without_lao_words(self, text: str, lao_stays: bool) -> tuple[str, str, tuple[Word, ...], tuple[Word, ...]]:
        """Lao writes no spaces, so its words are prefixes of the run of letters."""
        words: list[Word] = []
        while True:
            prefixes = self._lao_from.get(text[:1], ())
            found = [(prefix, self._words[number]) for prefix, number in prefixes if _begins_with(text, prefix)]
            if not found or any(text == prefix for prefix, _ in prefixes):
                return text, "", tuple(words), ()
            prefix, word = next((pair for pair in found if lao_stays and _is_settlement(pair[1])), found[0])
            if lao_stays and begins_names(word):
                return text, "", tuple(words), ()
            if _is_settlement(word):
                return text, text[len(prefix) :].lstrip(), tuple(words), (word,)
            text = text[len(prefix) :].lstrip()
            words.append(word)


def _announces(first: str, second: str) -> bool:
    """Whether a first token is no syllable of a name: a small one before a capital, or an English article."""
    return second[0].isupper() and (first.islower() or first in ("The", "THE"))


def _edges(
    tokens: list[str], phrases: Phrases, lao_stays: bool, *, announced: bool
) -> tuple[int, int, list[Word]]:
    """The place of the core among the tokens, and the words around it.

    ``announced``: whether the first word is no syllable of the name (:func:`_announces`): near Pakse, The Mekong.
    """
    first, words = _from_left(tokens, 0, len(tokens), phrases, lao_stays=lao_stays, announced=announced)
    last, after = _from_right(tokens, first, len(tokens), phrases)
    if not after:
        return first, last, words
    # "Province d'Attapeu" has its word before, "Houaphan province" behind, "Muang Xay District" both.
    again, more = _from_left(tokens, first, last, phrases, lao_stays=lao_stays)
    return again, last, [*words, *after, *more]


def _from_left(
    tokens: list[str],
    first: int,
    last: int,
    phrases: Phrases,
    most: int = 9,
    lao_stays: bool = False,
    announced: bool = False,
) -> tuple[int, list[Word]]:
    words: list[Word] = []
    if first < last and tokens[first] not in phrases.opening and tokens[first][0].isalnum():
        return first, words  # the usual case
    while first < last and len(words) < most:
        if _is_punctuation(tokens[first]):
            first += 1
            continue
        for size in range(min(phrases.opening.get(tokens[first], 0), last - first - 1), 0, -1):
            word = phrases.get(tokens[first : first + size])
            if word and lao_stays and begins_names(word):
                return first, words
            if word and _may_stand_before(word, words, announced=announced):
                words.append(word)
                first += size
                break
        else:
            break
    return first, words


def _may_stand_before(word: Word, words: Sequence[Word], *, announced: bool) -> bool:
    """Whether a word may stand before a name after others; "Lào", else behind names, does after an office: Thủ tướng Lào."""
    if word.role == "filler":
        return (bool(words) or announced) and (word.position != "after" or (bool(words) and words[-1].role == "office"))
    return word.position != "after"


def _from_right(
    tokens: list[str], first: int, last: int, phrases: Phrases
) -> tuple[int, list[Word]]:
    words: list[Word] = []
    if first < last and tokens[last - 1] not in phrases.closing and tokens[last - 1][0].isalnum():
        return last, words  # the usual case
    while last > first:
        if _is_punctuation(tokens[last - 1]):
            last -= 1
            continue
        for size in range(min(phrases.closing.get(tokens[last - 1], 0), last - first - 1), 0, -1):
            word = phrases.get(tokens[last - size : last])
            if word and word.position != "before" and (word.role != "filler" or is_country(word)):
                words.append(word)
                last -= size
                break
        else:
            break
    return last, words


def is_country(word: Word) -> bool:
    """Laos, Lao PDR, CHDCND Lào behind a Latin name; "Lao" alone may be its last syllable."""
    behind = word.role == "filler" and word.position != "before" and word.lang != "lo"
    return behind and (" " in word.text or word.text == "laos")


SHORTEST_JOINED = 4
"""Letters of the shortest Lao word that may be joined to a name; shorter ones are abbreviations and need a space or dot."""


def _begins_with(text: str, prefix: str) -> bool:
    if not text.startswith(prefix) or len(text) < len(prefix) + 2:
        return False
    return len(prefix) >= SHORTEST_JOINED or not LAO.match(text[len(prefix)])


SETTLEMENTS = frozenset(("district", "town", "village"))
NATURE = frozenset(("river", "mountain", "plateau", "pass"))


def _is_settlement(word: Word) -> bool:
    """Muang, Ban, Nakhon: Lao, generic, of a place where people live."""
    return word.lang.startswith("lo") and word.role == "generic" and SETTLEMENTS.issuperset(word.points_to)


def begins_names(word: Word) -> bool:
    """Nakhon Luang, Dan: Lao words for a capital or a gate, with which other names begin."""
    return word.lang.startswith("lo") and word.points_to in (("capital",), ("crossing",))


def _is_part_of_names(word: Word) -> bool:
    """Nam, Phou, Houay: Lao, generic, of waters and mountains."""
    return word.lang.startswith("lo") and word.role == "generic" and NATURE.issuperset(word.points_to)


def _tokens(text: str) -> tuple[str, ...]:
    if text.replace(" ", "").isalpha():
        return tuple(text.lower().split())
    return tuple(plain(token) for token in TOKEN.findall(text))


def _is_punctuation(token: str) -> bool:
    return not token[0].isalnum() and not any(character.isalnum() for character in token)


def plain(token: str) -> str:
    """A token in small letters, without the dot of an abbreviation: as the lexicon has it."""
    return token.lower().rstrip(".") or token


@lru_cache(maxsize=4096)  # the lexicon repeats a few hundred tokens thousands of times
def _without_marks(token: str) -> str:
    if token.isascii():
        return token
    return _MARKS.sub("", unicodedata.normalize("NFD", token)).replace("đ", "d")
