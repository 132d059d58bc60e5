"""Print some columns of a CSV file as a table that lines up.

    python examples/show_table.py FILE.csv name,name_id,name_status

Lao vowel and tone signs and Vietnamese combining marks take no room of their own, so a cell's width is the number of
its characters that do.
"""

from __future__ import annotations

import csv
import sys
import unicodedata


def width(text: str) -> int:
    """Columns that a terminal needs for ``text``.

    >>> width("ບໍລິຄຳໄຊ"), len("ບໍລິຄຳໄຊ")
    (6, 8)
    """
    text = unicodedata.normalize("NFC", text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return wide + sum(unicodedata.category(letter) not in ("Mn", "Me", "Cf") for letter in text)


def table(rows: list[list[str]]) -> str:
    """The rows with padded cells; the first row is the heading."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=True)) for row in rows
    ]
    lines.insert(1, "  ".join("-" * size for size in widths))
    return "\n".join(line.rstrip() for line in lines)


def main() -> None:
    path, columns = sys.argv[1], sys.argv[2].split(",")
    with open(path, encoding="utf-8-sig", newline="") as file:
        print(table([columns, *([row[column] for column in columns] for row in csv.DictReader(file))]))


if __name__ == "__main__":
    main()
