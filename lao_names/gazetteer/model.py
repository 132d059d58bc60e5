"""What an entity is, and the values it is made of.

A :class:`Gazetteer` holds every :class:`Entity`; an entity holds its :class:`SurfaceForm` (each with the kind of
evidence behind it) and, for persons, its :class:`Office`. Nothing here knows how forms sound or are matched.
All values are immutable: a gazetteer can be shared between threads and pickled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from lao_names.errors import UnknownEntity


class Kind(StrEnum):
    """What sort of thing an entity is, from the widest to the narrowest (the order used to break ties)."""

    PROVINCE = "province"
    DISTRICT = "district"
    TOWN = "town"
    CROSSING = "crossing"
    FEATURE = "feature"
    FORMER_UNIT = "former_unit"
    VILLAGE = "village"
    PERSON = "person"

    __hash__ = str.__hash__  # members equal their text, and are looked up all the time


class Evidence(StrEnum):
    """Why a surface form is believed to name its entity."""

    OFFICIAL = "official"
    ATTESTED = "attested"
    EXONYM = "exonym"
    FORMER = "former"
    METONYM = "metonym"
    PARTIAL = "partial"
    ABBREVIATION = "abbreviation"
    MISSPELLING = "misspelling"
    GENERATED = "generated"


@dataclass(frozen=True, slots=True)
class SurfaceForm:
    """One way an entity's name is written.

    Attributes:
        text: the spelling, NFC.
        lang: BCP 47 tag: ``vi``, ``en``, ``lo``, ``lo-Latn-BGN``, ``vi-ascii`` (Vietnamese without marks), ``und-Latn``.
        evidence: why the form stands here.
        sources: where it was seen.
        context: words printed around it, if any.
        seen: year or date of the source, if known.
    """

    text: str
    lang: str
    evidence: Evidence
    sources: tuple[str, ...] = ()
    context: str | None = None
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A public office held by a person.

    Attributes:
        role: as printed by the source.
        jurisdiction: an entity id, or ``LA`` for the whole country, or None where not stated.
        start, end: ISO dates or years between which it was held, where known.
        seen: year or date at which a source shows the person in the office.
        source: where this was read.
    """

    role: str
    jurisdiction: str | None = None
    start: str | None = None
    end: str | None = None
    seen: str | None = None
    source: str | None = None

    def held_on(self, day: date) -> bool | None:
        """True or False where the dates decide, None where they do not say.

        >>> Office("governor", "LA-BL", start="2016", end="2021").held_on(date(2024, 1, 1))
        False
        """
        if self.start is None and self.end is None:
            return True if self.seen and self.seen[:4] == str(day.year) else None
        return not_before(day, self.start) and not_after(day, self.end)


@dataclass(frozen=True, slots=True)
class Membership:
    """A unit that an entity lay in during a time that is over.

    Attributes:
        unit: id of the unit.
        start, end: ISO dates, months or years between which it held, None where unknown.
    """

    unit: str
    start: str | None = None
    end: str | None = None

    def held_on(self, day: date) -> bool:
        """Whether the entity lay in the unit on that day."""
        return not_before(day, self.start) and not_after(day, self.end)


@dataclass(frozen=True, slots=True)
class Entity:
    """A place or a person of the gazetteer.

    Attributes:
        id: canonical id, never reused: ``LA-BL``, ``LA1101``, ``LA-T004``, ``LA-P0082``.
        kind: what sort of thing it is.
        names: canonical names by language: ``en``, ``lo``, ``vi``, ``bgn`` (those that are known).
        forms: every known spelling, the canonical ones among them.
        designation: what its generic word says it is: ``province``, ``capital``, ``district``, ``town``, ``special zone``,
            ``river``, ``plateau``, ``mountain``, ``pass``, ``crossing``, ``person``.
        parent: id of the unit it lies in (of a former unit: its successor), None where there is none.
        codes: other codes by system: ``iso``, ``pcode``, ``hasc``, ``lsb``, ``geonames``, ``wikidata``.
        lat, lon: WGS 84 degrees, None where unknown.
        offices: offices held (persons only).
        start, end: ISO dates, months or years between which a unit existed, None where open or unknown.
        successors: ids of the units that took a former unit's place.
        earlier_parents: units that it lay in before its present parent, with dates.
        identity: of a person, how sure it is that the spellings are one person: ``certain``, ``likely``, ``unsure`` or
            ``single`` (one spelling only); None for places.
        notes: what a reader should know (identity of merged spellings, doubts).
    """

    id: str
    kind: Kind
    names: Mapping[str, str]
    forms: tuple[SurfaceForm, ...]
    designation: str
    parent: str | None = None
    codes: Mapping[str, str] = field(default_factory=dict)
    lat: float | None = None
    lon: float | None = None
    offices: tuple[Office, ...] = ()
    start: str | None = None
    end: str | None = None
    successors: tuple[str, ...] = ()
    earlier_parents: tuple[Membership, ...] = ()
    identity: str | None = None
    notes: str | None = None

    def __repr__(self) -> str:
        """Short, since an entity has dozens of forms with their sources: ``<LA-BL Bolikhamxay, province>``."""
        return f"<{self.id} {self.name}, {self.kind}>"

    @property
    def name(self) -> str:
        """The name to show: English or Latin, else the first known one."""
        return self.names.get("en") or next(iter(self.names.values()))

    def parent_on(self, day: date) -> str | None:
        """Id of the unit that it lay in on that day: units move between provinces."""
        held = [membership.unit for membership in self.earlier_parents if membership.held_on(day)]
        return held[-1] if held else self.parent

    def existed_on(self, day: date) -> bool:
        """Whether the unit existed on that day, as far as its dates say."""
        return not_before(day, self.start) and not_after(day, self.end)


def not_before(day: date, start: str | None) -> bool:
    """Whether ``day`` is not before a year, month or day written in ISO form; an unknown start is no objection."""
    return start is None or day.isoformat()[: len(start)] >= start


def not_after(day: date, end: str | None) -> bool:
    """Whether ``day`` is not after a year, month or day written in ISO form; an unknown end is no objection."""
    return end is None or day.isoformat()[: len(end)] <= end


@dataclass(frozen=True, slots=True)
class Word:
    """A generic word or title that stands around names.

    Attributes:
        text: as written, lower case, NFC: ``tỉnh``, ``province``, ``đại tá``, ``giám đốc công an``.
        lang: BCP 47 tag.
        role: ``generic`` (tỉnh, district), ``title`` (Mr, Đại tá, ທ່ານ), ``office`` (Governor, Bí thư Tỉnh ủy),
            ``organisation`` (công ty, tập đoàn: what follows is no place), ``filler`` (of, de, ở).
        points_to: designations that it announces; a title or office points to ``person``.
        position: ``before``, ``after`` or ``either``: where it stands relative to the name.
    """

    text: str
    lang: str
    role: str
    points_to: tuple[str, ...] = ()
    position: str = "before"


class Gazetteer:
    """All entities, in the order of their files, with the words that stand around names.

    ``g["LA1101"]`` gives an entity (:class:`~lao_names.errors.UnknownEntity` where there is none), iteration gives all
    entities, ``len(g)`` their number; ``g.entities`` has them by their numbers in this order.
    """

    def __init__(
        self,
        entities: Iterable[Entity],
        words: Iterable[Word] | Callable[[], Iterable[Word]] = (),
        *,
        fingerprint: str = "",
        ids: Sequence[str] | None = None,
    ) -> None:
        """All entities; with their ``ids`` they may be a sequence that makes each when it is looked at."""
        by_id = {} if ids is not None else {entity.id: entity for entity in entities}
        self.entities = entities if ids is not None and isinstance(entities, Sequence) else tuple(by_id.values())
        self._numbers = {entity_id: number for number, entity_id in enumerate(by_id if ids is None else ids)}
        self._words = words
        self._ancestors: dict[str, tuple[str, ...]] = {}
        self.fingerprint = fingerprint

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words that stand around names; made when first asked for where a function was given."""
        return tuple(self._words() if callable(self._words) else self._words)

    def __getitem__(self, entity_id: str) -> Entity:
        try:
            return self.entities[self._numbers[entity_id]]
        except (KeyError, TypeError):
            raise UnknownEntity(entity_id) from None

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self._numbers

    def __iter__(self) -> Iterator[Entity]:
        return iter(self.entities)

    def __len__(self) -> int:
        return len(self.entities)

    def __repr__(self) -> str:
        return f"Gazetteer({len(self)} entities, {sum(len(entity.forms) for entity in self)} forms)"

    def ancestors(self, entity_id: str, on: date | None = None) -> tuple[str, ...]:
        """The ids of the units around an entity, nearest first; with ``on``, as they were on that day.

        For a person there are none: persons hold offices, they do not lie anywhere.
        """
        if on is None:
            known = self._ancestors.get(entity_id)
            if known is None:
                known = self._ancestors[entity_id] = self._chain(entity_id, None)
            return known
        return self._chain(entity_id, on)

    def _chain(self, entity_id: str, on: date | None) -> tuple[str, ...]:
        chain: list[str] = []
        entity: Entity | None = self[entity_id]
        while entity:
            parent = entity.parent_on(on) if on and entity.earlier_parents else entity.parent
            entity = self[parent] if parent in self._numbers and parent not in chain else None
            if entity:
                chain.append(entity.id)
        return tuple(chain)

    def lay_in(self, entity_id: str, unit_id: str) -> bool:
        """Whether an entity lies in a unit, or lay in it before it was moved: addresses outlive reforms."""
        if self.lies_in(entity_id, unit_id):
            return True
        around = (entity_id, *self.ancestors(entity_id))
        earlier = [membership.unit for unit in around for membership in self[unit].earlier_parents]
        return any(unit == unit_id or (unit in self and unit_id in self.ancestors(unit)) for unit in earlier)

    def lies_in(self, entity_id: str, unit_id: str, on: date | None = None) -> bool:
        """Whether an entity is, lies in (on a day), succeeded into or holds an office in a unit."""
        if unit_id == entity_id or unit_id in self.ancestors(entity_id, on) or unit_id in self[entity_id].successors:
            return True
        return any(
            office.jurisdiction is not None
            and office.jurisdiction in self._numbers
            and (office.jurisdiction == unit_id or unit_id in self.ancestors(office.jurisdiction))
            for office in self[entity_id].offices
        )
