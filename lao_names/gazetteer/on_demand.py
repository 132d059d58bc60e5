"""Sequences whose items are made when they are looked at.

A single answer looks at a hundred of four thousand entries, at five of seven hundred entities and at two of three thousand
words. Making all of them from plain data takes longer than the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")


class OnDemand(Sequence[Item], Generic[Item]):
    """Items made from rows of plain data, each once.

    Args:
        rows: the plain data.
        make: what makes an item of a row; of two threads that ask at once both get the same item.
    """

    def __init__(self, rows: Sequence[Any], make: Callable[[Any], Item]) -> None:
        self._rows, self._make = rows, make
        self._made: dict[int, Item] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, number: Any) -> Any:
        """An item by its number, which is not negative."""
        try:
            return self._made[number]
        except KeyError:
            return self._made.setdefault(number, self._make(self._rows[number]))
