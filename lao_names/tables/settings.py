"""What a user may ask for when a table is normalized, and what is reported back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from lao_names.orthography.legacy import decode_legacy
from lao_names.tables.added import DEFAULT, EMPTY, checked_additions, checked_language

#: A setting that begins so takes its value from a column of the row: ``--within @province``.
FROM_COLUMN = "@"
#: The inner name of a series of spellings, which no new column is called.
SERIES = "\0series"


@dataclass(frozen=True, slots=True)
class Settings:
    """How to normalize a table; the same for every format.

    Attributes:
        columns: the columns of spellings, by name or number from 1.
        kind, within, on: the matcher's context, as one value for all rows or ``@COLUMN``.
        min_probability: a match needs this probability (0..1); None for the matcher's own limit.
        add: the new columns, from :data:`~lao_names.tables.added.ADDABLE`.
        language: of the names: en, lo, vi, bgn.
        prefix, suffix: what stands around an addition in a new column's name; ``{c}`` is the column's own.
        overwrite: whether new columns take the place of columns that have their names.
        replace: whether the canonical name replaces the spelling of a match in its own cell.
        legacy: the font encoding that the spellings were typed in, ``tcvn3`` or ``vni``; None for Unicode.
        header: whether the first record names the columns.
        escape_formulas: whether new cells that a spreadsheet would run as a formula get an apostrophe.
    """

    columns: tuple[str, ...]
    kind: str | None = None
    within: str | None = None
    on: str | None = None
    min_probability: float | None = None
    add: tuple[str, ...] = DEFAULT
    language: str = "en"
    prefix: str = "{c}_"
    suffix: str = ""
    overwrite: bool = False
    replace: bool = False
    legacy: str | None = None
    header: bool = True
    escape_formulas: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "add", checked_additions(self.add))
        checked_language(self.language)
        if self.legacy is not None:
            decode_legacy("", self.legacy)  # raises for an unknown one

    @property
    def context(self) -> dict[str, str]:
        """The context that is the same for all rows."""
        given = {"kind": self.kind, "within": self.within, "on": self.on}
        return {role: value for role, value in given.items() if value is not None and not value.startswith(FROM_COLUMN)}

    @property
    def context_columns(self) -> dict[str, str]:
        """The columns that the other context comes from."""
        given = {"kind": self.kind, "within": self.within, "on": self.on}
        return {role: value[1:] for role, value in given.items() if value is not None and value.startswith(FROM_COLUMN)}

    def of_series(self, name: str) -> Settings:
        """The same for a series: new columns are called plainly ``id``, ``name`` ... unless a prefix is given."""
        prefix = "" if self.prefix == "{c}_" else self.prefix.replace("{c}", name)
        return replace(self, columns=("1",), prefix=prefix, suffix=self.suffix.replace("{c}", name))


@dataclass(slots=True)
class Summary:
    """What was done to a table.

    Attributes:
        rows: records with data; for several columns each row counts once.
        distinct: different questions (spelling with its context).
        statuses: cells by status: match, ambiguous, no match, empty.
        notes: what was found out about the input: encoding, delimiter.
        warnings: sentences about what could not be done.
    """

    rows: int = 0
    distinct: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    notes: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        counts = [f"{self.statuses[status]:,} {status}" for status in ("match", "ambiguous", "no match", EMPTY)]
        return f"{counted(self.rows, 'row')}, {counted(self.distinct, 'distinct spelling')}: {', '.join(counts)}"

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        statuses = {status: self.statuses[status] for status in ("match", "ambiguous", "no match", EMPTY)}
        warnings = {"warnings": self.warnings} if self.warnings else {}
        return {"rows": self.rows, "distinct": self.distinct, **statuses, **self.notes, **warnings}


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "row"), counted(1000, "row")
    ('1 row', '1,000 rows')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
