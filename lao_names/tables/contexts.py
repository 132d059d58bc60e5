"""The context of a row: kind, within and on, from settings or from columns of the same row.

A value in a column is what people type, so a unit may also be given by its name, a year stands for its middle, and a
time of day after a date is left out. What cannot be understood is an error with its line and never left aside in
silence: a name resolved in the wrong province looks as good as one resolved in the right one.
Start at :class:`Contexts`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lao_names.errors import InvalidArgument, UnknownEntity
from lao_names.tables.added import is_blank

if TYPE_CHECKING:
    from lao_names.matching.resolver import Resolver


class UnclearUnit(InvalidArgument):
    """A name in a context column that several units have."""

    what = "unit"

    def __str__(self) -> str:
        return f"{self.value!r} may be {' or '.join(self.known)}; write the id"


class Contexts:
    """Understands the values of context columns, each distinct one once.

    Args:
        resolver: knows the units and checks kinds and dates.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._known: dict[tuple[str, str], str | None] = {}

    def value(self, role: str, cell: str) -> str | None:
        """What a cell says: a kind, an entity id or a date; None where it is blank.

        Raises:
            InvalidArgument: it says nothing that the matcher understands.
        """
        if (role, cell) not in self._known:
            self._known[role, cell] = self._understood(role, cell.strip())
        return self._known[role, cell]

    def _understood(self, role: str, text: str) -> str | None:
        if is_blank(text):
            return None
        if role == "within":
            return self._unit(text)
        if role == "on":
            text = middle(text.replace("T", " ").split(" ")[0])
        value = text.lower().replace(" ", "_") if role == "kind" else text
        check_context(self._resolver, **{role: value})
        return value

    def _unit(self, text: str) -> str:
        if text in self._resolver.gazetteer:
            return text
        answer = self._resolver.resolve_many([text], limit=1)[0]
        if answer.tied:
            raise UnclearUnit(text, [candidate.entity.id for candidate in answer.tied])
        if answer.entity is None:
            raise UnknownEntity(text)
        return answer.entity.id


def middle(text: str) -> str:
    """A day in the middle of a year or month, as tables often know no more; anything else as it is.

    >>> middle("2011"), middle("2011-02"), middle("2011-02-03")
    ('2011-07-01', '2011-02-15', '2011-02-03')
    """
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        return f"{text}-07-01"
    return f"{text}-15" if re.fullmatch(r"\d{4}-\d\d", text, re.ASCII) else text


def check_context(resolver: Resolver, **context: str) -> None:
    """Raise what the matcher raises for a wrong kind, unit or date, before any file is touched."""
    resolver.resolve_many([], **context)  # type: ignore[arg-type]
