"""``--fail-on``: how many doubtful rows a pipeline puts up with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import click

from lao_names.tables.settings import counted

#: What is counted under the name of a limit.
STATUSES = {"ambiguous": "ambiguous", "unmatched": "no match"}


class Limit(NamedTuple):
    """A limit: more rows of a status than this are too many."""

    name: str
    most: float
    percent: bool


class LimitType(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click only
    """``ambiguous`` or ``unmatched``, with ``:N`` or ``:N%`` rows allowed."""

    name = "limit"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Limit:
        """The limit that a text describes."""
        if isinstance(value, Limit):
            return value
        found = re.fullmatch(rf"({'|'.join(STATUSES)})(?::(\d+(?:\.\d+)?)(%)?)?", value)
        if found is None:
            self.fail(f"{value!r} is no limit; write ambiguous, unmatched, unmatched:20 or unmatched:5%", param, ctx)
        return Limit(found[1], float(found[2] or 0), bool(found[3]))


def passed(limit: Limit, rows: Mapping[str, int]) -> str | None:
    """What to say if a limit is passed.

    Args:
        limit: the limit.
        rows: undecided rows by status, blank ones left out.

    >>> passed(Limit("unmatched", 5, True), {"match": 90, "no match": 10})
    'unmatched: 10 of 100 rows, and at most 5% are allowed'
    """
    count, total = rows.get(STATUSES[limit.name], 0), sum(rows.values())
    most = limit.most * total / 100 if limit.percent else limit.most
    if count <= most:
        return None
    allowed = f"{limit.most:g}{'%' if limit.percent else ''}"
    return f"{limit.name}: {count:,} of {counted(total, 'row')}, and at most {allowed} are allowed"
