"""One article as a whole: what its names say about each other.

:meth:`Article.settle` goes over the names that are open: titles beside them, the name in brackets behind them, the unit that
follows in an address, the same name with plain words elsewhere, the provinces that the article speaks of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from lao_names.extraction.asking import Asker
from lao_names.extraction.choosing import contradicts, fits
from lao_names.extraction.listed import Listed
from lao_names.extraction.names import Named
from lao_names.extraction.tokens import same_sentence
from lao_names.gazetteer.model import Gazetteer, Kind
from lao_names.matching.context import Ground
from lao_names.matching.resolution import Candidate, Resolution, Status
from lao_names.matching.spelling import letters

NEXT_UNIT = re.compile(
    r"[\s,;(\"“–-]*(?:(?:thuộc|của|ở|tại|in|of|de|du|the|la|,)\s+)?(?:[^\W\d_A-Z]+\s*){0,4}[\s\"“]*"
)
IN_BRACKETS = re.compile(r"[\"”»']?\s*[(\[]\s*(?:(?:tức|tên|hay|còn gọi|gọi là|Lao|Lào|hoặc|aka|or)[\s:]*)*[\"“«']?")

FAINT = 0.04
"""Least chance of a district for the province in its address to speak for it."""

SAID = 2.5
"""Weight of what the article says, in log-odds, as it is shown among the grounds."""

NEARBY = 600
"""Characters within which a sentence is looked for."""


class Article:
    """The names of one article and what they say about each other."""

    def __init__(
        self,
        text: str,
        names: Sequence[Named],
        asker: Asker,
        gazetteer: Gazetteer,
        listed: Listed,
        on: date | None,
    ) -> None:
        self._text, self._names, self._on = text, names, on
        self._asker, self._gazetteer, self._listed = asker, gazetteer, listed

    def settle(self) -> None:
        """Asks the article about everything that is open."""
        for name in self._names:
            self._settle_by_title(name)
        self._look_around()
        for _ in range(2):  # what one name settles may settle the next
            for number, name in enumerate(self._names):
                if name.resolution.candidates:
                    self._settle_by_neighbours(number, name)
            self._look_around()
            for name in self._names:
                if name.resolution.candidates:
                    self._settle_by_same_name(name)
            self._look_around()
            for name in self._names:
                if not name.is_match and name.resolution.candidates:
                    self._settle_by_units(name)
            self._look_around()

    def _look_around(self) -> None:
        """What is plain by now: entities by name, those beside whose names words stand, and the units in order."""
        matches = [name for name in self._names if name.is_match]
        worded = [name for name in matches if self._has_words(name)]
        self._spoken_of = {name.entity_id for name in matches}
        self._worded = {name.entity_id for name in worded}
        self._plain_by_key = _by_key(matches)
        self._worded_by_key = _by_key(worded)
        self._units = [name for name in matches if name.kind in (Kind.PROVINCE, Kind.DISTRICT)]
        self._unit_starts = [unit.start for unit in self._units]
        self._unit_ids = list(dict.fromkeys(unit.entity_id for unit in self._units))

    def _settle_by_title(self, name: Named) -> None:
        """After a title or office, of a person and a place of one name the person is meant: Chủ tịch Cay-xỏn Phôm-vi-hản."""
        if name.resolution.status is Status.AMBIGUOUS and name.cue and name.own and name.cue.role in ("title", "office"):
            persons = [candidate.entity.id for candidate in name.possible() if candidate.entity.kind is Kind.PERSON]
            if len(persons) == 1 < len(name.possible()):
                self._take(name, persons[0], "title", name.cue.text)

    # --- the next name: addresses, offices, brackets ---

    def _settle_by_neighbours(self, number: int, name: Named) -> None:
        following = self._names[number + 1] if number + 1 < len(self._names) else None
        if following is None or not following.resolution.candidates:
            return
        gap = self._text[name.end : following.start]
        closing = self._text[following.end : following.end + 2].lstrip("\"”»'")[:1]
        if len(gap) < 40 and IN_BRACKETS.fullmatch(gap) and closing in (")", "]"):
            self._settle_pair(name, following)
        elif len(gap) < 60 and NEXT_UNIT.fullmatch(gap):
            self._settle_address(name, following)

    def _settle_pair(self, name: Named, other: Named) -> None:
        """Two spellings of one name, the second in brackets: what is plain of one is plain of the other."""
        for open_name, plain in ((name, other), (other, name)):
            if plain.is_match and not open_name.is_match:
                self._take(open_name, plain.entity_id, "twice", plain.text)
        if name.is_match == other.is_match and name.entity_id != other.entity_id:
            both = {c.entity.id for c in name.possible()} & {c.entity.id for c in other.possible()}
            meant = both & self._worded or (both if not name.is_match else set())
            if len(meant) == 1:
                for one in (name, other):
                    self._take(one, next(iter(meant)), "twice", other.text)

    def _settle_address(self, inner: Named, outer: Named) -> None:
        if outer.is_match and outer.kind in (Kind.PROVINCE, Kind.DISTRICT):
            if inner.is_match and self._gazetteer.lies_in(inner.entity_id, outer.entity_id):
                return
            if self._says_district(inner) and outer.kind is Kind.PROVINCE and self._settle_district(inner, outer):
                return
            if inner.is_match and (inner.kind in (Kind.PERSON, Kind.PROVINCE) or not self._is_announced(outer)):
                return
            self._ask_within(inner, outer.entity_id, outer.text)
        elif inner.is_match and not outer.is_match:
            around = [c.entity.id for c in outer.possible() if self._gazetteer.lies_in(inner.entity_id, c.entity.id)]
            around = [unit for unit in around if unit != inner.entity_id]
            if len(around) == 1:
                self._take(outer, around[0], "address", inner.text)

    def _says_district(self, name: Named) -> bool:
        return name.own and name.cue is not None and name.cue.points_to == ("district",)

    def _settle_district(self, inner: Named, outer: Named) -> bool:
        """All districts are listed, so "huyện X, tỉnh Y" is the one of them that X resembles, if only one does."""
        there = [
            one
            for one in inner.resolution.candidates
            if one.entity.kind is Kind.DISTRICT and self._gazetteer.lies_in(one.entity.id, outer.entity_id)
        ]
        there.sort(key=lambda one: -one.probability)
        if not there or there[0].probability < FAINT:
            return False
        if len(there) > 1 and there[1].probability > there[0].probability / 3:
            return False
        self._take(inner, there[0].entity.id, "address", outer.text)
        return inner.is_match

    def _is_announced(self, name: Named) -> bool:
        return name.own and name.cue is not None and name.cue.role == "generic"

    # --- the same name, the same entity ---

    def _settle_by_same_name(self, name: Named) -> None:
        """One reading for each name: the one that its words made plain somewhere."""
        if name.is_match:
            self._follow_words(name)
            return
        plain = self._plain_by_key.get(name.key, set())
        possible = {candidate.entity.id for candidate in name.possible()}
        if len(plain) == 1 and plain <= possible:
            self._take(name, next(iter(plain)), "document", name.text)
            return
        if name.resolution.status is not Status.AMBIGUOUS or not name.sure:
            return
        spoken_of = self._spoken_of & possible
        if len(spoken_of) == 1:
            self._take(name, next(iter(spoken_of)), "document", name.text)

    def _follow_words(self, name: Named) -> None:
        """A bare name means what the same name means where words stand beside it, unless one lies in the other."""
        if self._has_words(name):
            return
        said = self._worded_by_key.get(name.key, set())
        if len(said) != 1 or name.entity_id in said:
            return
        meant = next(iter(said))
        if not self._gazetteer.lies_in(meant, name.entity_id) and name.kind is not Kind.PROVINCE:
            self._take(name, meant, "document", name.text)

    def _has_words(self, name: Named) -> bool:
        if not name.own or name.cue is None:
            return False
        return name.cue.role in ("generic", "title") or (name.cue.role == "office" and name.kind is Kind.PERSON)

    # --- units that the article speaks of ---

    def _settle_by_units(self, name: Named) -> None:
        possible = name.possible()
        if not possible or (name.is_partial and not (name.cue and name.cue.role == "office")):
            return
        near = self._units_near(name)
        for units in (near, [unit for unit in self._unit_ids if unit not in near]):
            supported = {
                candidate.entity.id: unit
                for candidate in possible
                for unit in units
                if unit != candidate.entity.id and self._gazetteer.lies_in(candidate.entity.id, unit)
            }
            if len(supported) == 1:
                entity_id, unit = next(iter(supported.items()))
                if name.sure:
                    self._take(name, entity_id, "document", unit)
                elif units is near or name.own:
                    self._ask_within(name, unit, unit)
                return
            if supported:
                return

    def _units_near(self, name: Named) -> list[str]:
        """Provinces and districts of the same sentence."""
        first = bisect_left(self._unit_starts, name.start - NEARBY)
        last = bisect_left(self._unit_starts, name.end + NEARBY)
        near: dict[str, None] = {}
        for other in self._units[first:last]:
            if other is not name:
                one, two = sorted((name, other), key=lambda named: named.start)
                if same_sentence(self._text, one.end, two.start):
                    near[other.entity_id] = None
        return list(near)

    # --- taking an answer ---

    def _ask_within(self, name: Named, unit: str, said_by: str) -> None:
        """Asks again, looking only in one unit; a match there is the answer."""
        kind = "person" if name.kind is Kind.PERSON and name.cue and name.cue.role in ("title", "office") else None
        answer = self._asker.answer(name.resolution.query, self._on, kind, unit)
        if answer.status is not Status.MATCH or not answer.entity:
            return
        if self._is_out_of_place(name, answer.candidates[0]):
            return
        known = {candidate.entity.id: candidate for candidate in name.resolution.candidates}
        first = name.resolution.candidates[0]
        if answer.candidates[0].cost > first.cost + (0.4 if name.is_match else 1.0):
            return
        if not name.is_match and not name.sure and answer.entity.id not in known:
            return
        name.resolution, name.sure = answer, True

    def _take(self, name: Named, entity_id: str, code: str, detail: str) -> None:
        settled = _settled(name.resolution, entity_id, code, detail)
        if settled and not self._is_out_of_place(name, settled.candidates[0]):
            name.resolution, name.sure = settled, True


    def _is_out_of_place(self, name: Named, candidate: Candidate) -> bool:
        """Whether a name cannot mean a candidate, whatever the article says: its length or the word beside it forbid it."""
        latin = letters(candidate.form.text)[:1].isascii() and name.key[:1].isascii()
        size = self._listed.size(candidate) if latin else 0
        is_short = name.resolution.status is Status.AMBIGUOUS  # a family name alone
        return not (is_short or fits(name.text, size)) or contradicts(name.text, name.cue if name.own else None, candidate)


def _by_key(names: Iterable[Named]) -> dict[str, set[str]]:
    """The entities that each name stands for."""
    found: dict[str, set[str]] = {}
    for name in names:
        found.setdefault(name.key, set()).add(name.entity_id)
    return found


def _settled(resolution: Resolution, entity_id: str, code: str, detail: str) -> Resolution | None:
    """The same answer, decided for one of its candidates by the article."""
    chosen = next((one for one in resolution.candidates if one.entity.id == entity_id), None)
    if chosen is None:
        return None
    tied = sum(one.probability for one in resolution.tied) or chosen.probability
    # The article's word is worth SAID units of log-odds, among those that the name itself leaves open.
    odds = chosen.probability / max(1e-6, 1 - chosen.probability) * 2.718281828**SAID
    chance = min(max(odds / (1 + odds), min(tied, 0.99) * 0.95), 0.99)
    others = sum(one.probability for one in resolution.candidates if one is not chosen)
    scale = (1 - chance) / others if others > 1 - chance else 1.0
    first = replace(chosen, probability=chance, grounds=(*chosen.grounds, Ground(code, detail, SAID)))
    rest = tuple(
        replace(one, probability=one.probability * scale) for one in resolution.candidates if one is not chosen
    )
    return Resolution(resolution.query, Status.MATCH, (first, *rest), (), resolution.basis)
