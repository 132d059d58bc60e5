"""Words of one or several tokens, found at a place of a text.

Most places of most texts begin no word at all; :class:`Phrases` knows the first and the last tokens of its words, so that
one look settles these. It refers to words by number: making it from thousands of words takes longer than the first answer
may, so the compiled gazetteer keeps it as plain data, and of the words only those that are met are made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lao_names.gazetteer.model import Word


class Phrases:
    """Words by their tokens.

    Args:
        words: what the numbers refer to.
        numbers: the number of each word, by its tokens with a space between.
        opening: for each first token of a word the most tokens that such a word has.
        closing: the same for last tokens.
    """

    def __init__(
        self,
        words: Sequence[Word],
        numbers: dict[str, int] | None = None,
        opening: dict[str, int] | None = None,
        closing: dict[str, int] | None = None,
    ) -> None:
        self._words = words
        self._numbers = {} if numbers is None else numbers
        self.opening = {} if opening is None else opening
        self.closing = {} if closing is None else closing

    def to_plain(self) -> list[Any]:
        """All but the words, ready for JSON; ``Phrases(words, *plain)`` is the way back."""
        return [self._numbers, self.opening, self.closing]

    def add(self, tokens: Sequence[str], number: int) -> None:
        """Adds a word; of two with the same tokens the first stays."""
        if tokens:
            self._numbers.setdefault(" ".join(tokens), number)
            self.opening[tokens[0]] = max(len(tokens), self.opening.get(tokens[0], 0))
            self.closing[tokens[-1]] = max(len(tokens), self.closing.get(tokens[-1], 0))

    def get(self, tokens: Sequence[str]) -> Word | None:
        """The word of just these tokens."""
        number = self._numbers.get(" ".join(tokens))
        return None if number is None else self._words[number]
