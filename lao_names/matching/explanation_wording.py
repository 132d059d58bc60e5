"""Pieces of an explanation in one language: entities, forms, sounds, grounds and numbers as a reader calls them.

A :class:`Wording` knows nothing of answers; :mod:`lao_names.matching.explanation` makes sentences of its pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lao_names.errors import UnknownLanguage
from lao_names.gazetteer.model import Entity, Gazetteer, Kind
from lao_names.matching.alignment import Aligned
from lao_names.matching.context import Ground
from lao_names.matching.explanation_texts import COUNTRIES, EVIDENCE, LANGUAGES, LETTERS, TEXTS, THINGS, TONGUES
from lao_names.matching.resolution import Candidate
from lao_names.phonology import CODA_MARK, VOWELS

Units = Gazetteer | Mapping[str, Entity]

_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_REMARK = re.compile(r"\b(?:not stated|(?:mis)?print(?:ed|s)?|in source|sources have|surname only)\b")

SAME = 0.005
"""Chances, costs and weights nearer than this look the same with two decimals."""


class Difference(NamedTuple):
    """Neighbouring sounds that do not agree: what is heard, what the form has, and the price of it; either may be ()."""

    heard: tuple[str, ...]
    form: tuple[str, ...]
    price: float


def differences(alignment: Sequence[Aligned]) -> list[Difference]:
    """The stretches of an alignment that do not agree, each with its price.

    >>> differences([Aligned("k", "kʰ", 0.3), Aligned("a", "a", 0.0), Aligned("", "-n", 0.7)])
    [Difference(heard=('k',), form=('kʰ',), price=0.3), Difference(heard=(), form=('-n',), price=0.7)]
    """
    found: list[Difference] = []
    joined = False
    for heard, form, price in alignment:
        if heard == form:
            joined = False
            continue
        sounds = Difference((heard,) if heard else (), (form,) if form else (), price)
        if joined:
            last = found.pop()
            sounds = Difference(last.heard + sounds.heard, last.form + sounds.form, last.price + price)
        found.append(sounds)
        joined = True
    return found


def spelled(sounds: Iterable[str], language: str = "en") -> str:
    """Sounds in letters that a reader of the language knows, a hyphen between syllables.

    >>> spelled(["kʰ", "a", "-m", "s", "a", "-j"]), spelled(["kʰ", "a", "-m", "s", "a", "-j"], "vi")
    ('kham-say', 'kham-xai')
    """
    syllables: list[list[str]] = [[]]
    before = ""
    for sound in sounds:
        has_vowel = any(part in VOWELS for part in syllables[-1])
        opens = sound[0] != CODA_MARK and (sound not in VOWELS or (before not in ("i", "ɯ", "u") or sound != "ə"))
        if has_vowel and opens:
            syllables.append([])
        syllables[-1].append(sound)
        before = sound
    letters = {sound: LETTERS[sound][language] for sound in LETTERS}
    return "-".join("".join(letters.get(part, part.lstrip(CODA_MARK)) for part in syllable) for syllable in syllables)


def _unremarked(brackets: re.Match[str]) -> str:
    """Brackets of an office without what editors of the gazetteer remark on its source; "" where nothing else is in them."""
    kept = [part.strip() for part in brackets[1].split(";") if not _REMARK.search(part)]
    return f" ({'; '.join(kept)})" if kept else ""


class Wording:
    """What things are called in one language.

    Args:
        language: ``en`` or ``vi``.
        candidates: entities by id that the answer holds.
        units: entities by id that it may name beside them, None for no others.

    Raises:
        UnknownLanguage: the language is neither.
    """

    def __init__(self, language: str, candidates: Mapping[str, Entity], units: Units | None) -> None:
        if language not in LANGUAGES:
            raise UnknownLanguage(language, LANGUAGES)
        self._language = language
        self._candidates = candidates
        self._units: Units = candidates if units is None else units

    def _form(self, candidate: Candidate, key: str) -> str:
        form = candidate.form
        tongue = TONGUES.get(form.lang, {}).get(self._language, form.lang)
        evidence = EVIDENCE[str(form.evidence)][self._language]
        return self._text(key, form=form.text, evidence=evidence, language=tongue)

    def _both_sounds(self, candidate: Candidate) -> str:
        heard, form = self._readings(candidate)
        return heard if heard == form else f"{heard} / {form}"

    def _readings(self, candidate: Candidate) -> tuple[str, str]:
        alignment = candidate.alignment
        return (
            spelled([step.heard for step in alignment if step.heard], self._language),
            spelled([step.form for step in alignment if step.form], self._language),
        )

    def _difference(self, one: Difference, prefix: str) -> str:
        key = "exchanged" if one.heard and one.form else "added" if one.heard else "missing"
        heard, form = spelled(one.heard, self._language), spelled(one.form, self._language)
        return self._text(prefix + key, heard=heard, form=form, price=self._number(one.price))

    def _ground(self, ground: Ground, entity: Entity) -> str:
        sign = "+" if ground.weight >= 0 else "-"
        key = f"{ground.code} {sign}"
        if entity.kind is Kind.PERSON and f"{key} person" in TEXTS:
            key = f"{key} person"
        if key not in TEXTS:
            key = f"other {sign}"
        return self._text(
            key,
            code=ground.code,
            detail=ground.detail,
            unit=self._unit(ground.detail),
            country=COUNTRIES.get(ground.detail, {}).get(self._language, ground.detail),
            what=self._thing(entity),
        )

    def _entity(self, entity: Entity) -> str:
        name, what = self._name(entity), self._thing(entity)
        if entity.kind is Kind.PERSON:
            return self._text("entity", name=name, id=entity.id, what=self._with_office(entity, what))
        if entity.parent is None:
            return self._text("entity", name=name, id=entity.id, what=what)
        return self._text("entity in", name=name, id=entity.id, what=what, parent=self._unit(entity.parent))

    def _with_office(self, person: Entity, what: str) -> str:
        """The person's latest office, as it was printed."""
        dated = [(office.start or office.seen or "", office.role) for office in person.offices if office.role]
        if not dated:
            return what
        year, role = max(dated, key=lambda pair: pair[0])
        key = "office" if year else "office undated"
        return self._text(key, what=what, role=_BRACKETS.sub(_unremarked, role), year=year[:4])

    def _thing(self, entity: Entity) -> str:
        what = THINGS[entity.designation][self._language]
        if entity.kind is not Kind.FORMER_UNIT:
            return what
        what = what.removeprefix("a ")
        if entity.start and entity.end:
            return self._text("former years", what=what, start=entity.start[:4], end=entity.end[:4])
        return self._text("former", what=what)

    def _lies_in(self, inner: Entity, outer: Entity) -> bool:
        """Whether an entity lies in another, as far as the units around it are known."""
        passed: set[str] = set()
        parent = inner.parent
        while parent and parent not in passed:
            if parent == outer.id:
                return True
            passed.add(parent)
            known = next((each[parent] for each in (self._candidates, self._units) if parent in each), None)
            parent = known.parent if known else None
        return False

    def _unit_with_id(self, entity_id: str) -> str:
        name = self._unit(entity_id)
        return name if name == entity_id else f"{entity_id} {name}"

    def _unit(self, entity_id: str) -> str:
        for known in (self._candidates, self._units):
            if entity_id in known:
                return self._name(known[entity_id])
        return entity_id

    def _name(self, entity: Entity) -> str:
        return entity.names.get(self._language) or entity.name

    def _list(self, items: Iterable[str]) -> str:
        *first, last = items
        return "; ".join(first) + self._text("and") + last if first else last

    def _chance(self, probability: float) -> str:
        """Two decimals, but never a certainty that nobody has."""
        if probability > 1 - SAME:
            return self._text("nearly 1", value=self._number(0.99))
        return self._text("nearly 0", value=self._number(0.01)) if probability < SAME else self._number(probability)

    def _number(self, value: float) -> str:
        text = f"{value:.2f}"
        return text.replace(".", ",") if self._language == "vi" else text

    def _signed(self, value: float) -> str:
        return ("+" if value > 0 else "") + self._number(value)

    def _text(self, key: str, **parts: str) -> str:
        return TEXTS[key][self._language].format(**parts)
