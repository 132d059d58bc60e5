"""Tables for a terminal: columns that stand under each other in Latin, Lao and Chinese letters alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def width(text: str) -> int:
    """How many places of a terminal a text takes: none for marks, two for wide letters.

    >>> width("Bô Ly"), width("ບໍລິ"), width("万象")
    (5, 2, 4)
    """
    return sum(_places(char) for char in unicodedata.normalize("NFC", text))


def _places(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines, each column as wide as its widest cell.

    >>> columns([["name", "id"], ["Pakse", "LA-T004"]])
    ['name   id', 'Pakse  LA-T004']
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def printable(text: str) -> str:
    """A text on one line: control characters are shown by their numbers, not obeyed.

    >>> printable("a\\tb")
    'a\\\\tb'
    """
    return "".join(
        repr(char)[1:-1] if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} else char for char in text
    )
