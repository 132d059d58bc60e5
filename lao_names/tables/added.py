"""The columns that a table gets: what they are called and what stands in them.

One row of :data:`ADDABLE` is one column. Every table and every engine takes its new cells from here, so that the same
name gives the same cells in a CSV file, in Excel and in Spark. Start at :func:`answer`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lao_names.errors import InvalidArgument, UnknownLanguage
from lao_names.gazetteer.model import Entity, Gazetteer
from lao_names.matching.resolution import Candidate, Resolution

EMPTY = "empty"
#: The columns added unless others are asked for.
DEFAULT = ("id", "name", "status", "probability")
#: Languages in which the name can be written.
LANGUAGES = ("en", "lo", "vi", "bgn")

Value = str | float | None


class Answer(NamedTuple):
    """What one spelling gets in the table.

    Attributes:
        status: match, ambiguous, no match, empty.
        values: one per new column.
        canonical: the canonical name that may replace the spelling; None unless it is a match.
        entity: the id of the entity; None unless it is a match.
        probability: of the best candidate, 0 where there is none.
    """

    status: str
    values: tuple[Value, ...]
    canonical: str | None = None
    entity: str | None = None
    probability: float = 0.0


class UnknownAddition(InvalidArgument):
    """``add=`` names a column that the library cannot make."""

    what = "new column"


def of_entity(get: Callable[[Entity], Value]) -> Callable[[Resolution, Gazetteer, str], Value]:
    """A column that only a match has: everything that would read as "this is who is meant"."""
    return lambda resolution, gazetteer, language: None if resolution.entity is None else get(resolution.entity)


def best(resolution: Resolution) -> Candidate | None:
    """The best candidate, whatever the status."""
    return resolution.candidates[0] if resolution.candidates else None


def probability(resolution: Resolution, gazetteer: Gazetteer, language: str) -> Value:
    """The best candidate's probability, whatever the status; 0 where nothing resembles the spelling."""
    first = best(resolution)
    return round(first.probability, 4) if first else 0.0


def form(resolution: Resolution, gazetteer: Gazetteer, language: str) -> Value:
    """The gazetteer's spelling that came nearest, whatever the status."""
    first = best(resolution)
    return first.form.text if first else None


def name(resolution: Resolution, gazetteer: Gazetteer, language: str) -> Value:
    """The canonical name in a language, in Latin letters where that language's is not known."""
    entity = resolution.entity
    return None if entity is None else entity.names.get(language) or entity.name


def parent_name(resolution: Resolution, gazetteer: Gazetteer, language: str) -> Value:
    """The canonical name of the unit that the entity lies in."""
    parent = resolution.entity.parent if resolution.entity else None
    if parent is None or parent not in gazetteer:
        return None
    return gazetteer[parent].names.get(language) or gazetteer[parent].name


def explanation(resolution: Resolution, gazetteer: Gazetteer, language: str) -> Value:
    """Why, in words: English, or Vietnamese where names are asked for in Vietnamese."""
    return resolution.explain(language="vi" if language == "vi" else "en")


ADDABLE: dict[str, Callable[[Resolution, Gazetteer, str], Value]] = {
    "id": of_entity(lambda entity: entity.id),
    "name": name,
    "status": lambda resolution, gazetteer, language: str(resolution.status),
    "probability": probability,
    "kind": of_entity(lambda entity: str(entity.kind)),
    "form": form,
    "iso": of_entity(lambda entity: entity.codes.get("iso")),
    "pcode": of_entity(lambda entity: entity.codes.get("pcode")),
    "lat": of_entity(lambda entity: entity.lat),
    "lon": of_entity(lambda entity: entity.lon),
    "parent_id": of_entity(lambda entity: entity.parent),
    "parent_name": parent_name,
    "explanation": explanation,
}
#: Columns of numbers; all others are text.
NUMBERS = frozenset({"probability", "lat", "lon"})


def checked_additions(add: Sequence[str]) -> tuple[str, ...]:
    """The columns to add, each once.

    Raises:
        UnknownAddition: one is not in :data:`ADDABLE`.
    """
    for addition in add:
        if addition not in ADDABLE:
            raise UnknownAddition(addition, ADDABLE)
    return tuple(dict.fromkeys(add))


def checked_language(language: str) -> str:
    """The language of names, or :class:`~lao_names.errors.UnknownLanguage`."""
    if language not in LANGUAGES:
        raise UnknownLanguage(language, LANGUAGES)
    return language


def answer(resolution: Resolution, gazetteer: Gazetteer, add: Sequence[str] = DEFAULT, language: str = "en") -> Answer:
    """The new cells of one spelling.

    Args:
        resolution: what the matcher says.
        gazetteer: where parents are looked up.
        add: names of :data:`ADDABLE`.
        language: of the names, one of :data:`LANGUAGES`.
    """
    values = tuple([ADDABLE[addition](resolution, gazetteer, language) for addition in add])
    entity, first = resolution.entity, best(resolution)
    likely = first.probability if first else 0.0
    if entity is None:
        return Answer(str(resolution.status), values, probability=likely)
    return Answer(str(resolution.status), values, str(name(resolution, gazetteer, language)), entity.id, likely)


def empty_answer(add: Sequence[str] = DEFAULT) -> Answer:
    """The new cells of a blank cell: no name was asked for, so the only answer is that.

    >>> empty_answer().values
    (None, None, 'empty', None)
    """
    return Answer(EMPTY, tuple(EMPTY if addition == "status" else None for addition in add))


def as_text(value: Value, addition: str) -> str:
    """A value as a cell of text: probabilities with four decimals, degrees as they are, nothing for None.

    >>> as_text(0.98, "probability"), as_text(17.967, "lat"), as_text(None, "id")
    ('0.9800', '17.967', '')
    """
    if value is None:
        return ""
    return f"{value:.4f}" if addition == "probability" else str(value)


def is_blank(cell: str) -> bool:
    """Whether a cell holds nothing to resolve: white space and invisible characters at most.

    >>> is_blank(" \\N{NO-BREAK SPACE}\\N{ZERO WIDTH SPACE}"), is_blank("-")
    (True, False)
    """
    return not cell.strip().strip(
        "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{WORD JOINER} \t\r\n\N{NO-BREAK SPACE}"
    )
