"""What the rest of the article says about each of its names.

One name alone may be ambiguous; the article seldom is. :func:`decide` settles what is open by, in this order: the unit that
follows in an address or office ("huyện Xay-sẻt-tha, tỉnh Attapư"), the same name in brackets, a name of the same entity
that its words made plain, the provinces that the article speaks of; then a given or family name that stands alone after the
full one means the same person. Explicit words win over all of this.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lao_names.extraction.asking import Asker
from lao_names.extraction.choosing import Span, contradicts, fits
from lao_names.extraction.cues import Cue, Cues
from lao_names.extraction.listed import Listed
from lao_names.extraction.reading import Found
from lao_names.extraction.runs import context_before, opens_sentence, same_sentence
from lao_names.gazetteer.model import Gazetteer, Kind
from lao_names.matching.context import Ground
from lao_names.matching.resolution import Candidate, Resolution, Status
from lao_names.matching.spelling import letters

NEXT_UNIT = re.compile(r"[\s,;(\"“–-]*(?:(?:thuộc|của|ở|tại|in|of|de|du|the|la|,)\s+)?(?:[^\W\d_A-Z]+\s*){0,4}[\s\"“]*", re.UNICODE)
IN_BRACKETS = re.compile(r"[\"”»']?\s*[(\[]\s*(?:(?:tức|tên|hay|còn gọi|gọi là|Lao|Lào|hoặc|aka|or)[\s:]*)*[\"“«']?")
LIKELY = 0.12
"""Least chance of a candidate of an unsure name for the article to speak for it."""

FAINT = 0.04
"""Least chance of a district for the province in its address to speak for it."""

SAID = 2.5
"""Weight of what the article says, in log-odds, as it is shown among the grounds."""

_CAPITAL_AFTER = re.compile(r" {1,2}[^\W\d_a-zà-öø-ÿăđơưạ-ỹ\u0e80-\u0eff]")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_NUMBER_AFTER = re.compile(r" \d{1,2}(?![\w%.,/])")

NEARBY = 600
"""Characters within which a sentence is looked for."""

LONGEST_SHORT = 6
"""Letters of a feature's name that says nothing without its generic word."""

SHORTEST_NAME = 4
"""Letters of the shortest given or family name that may stand for a full one."""


@dataclass(slots=True)
class Named:
    """A stretch with its answer, while the article is being asked.

    Attributes:
        start, end: where it stands.
        text: the stretch.
        resolution: the answer so far.
        cue: the word that speaks for it.
        own: whether it stands next to it.
        listed: whether its letters are listed.
        sure: whether the answer was good enough by itself; else it is open, and dropped unless the article settles it.
        key: its letters: names with one key are one name.
    """

    start: int
    end: int
    text: str
    resolution: Resolution
    cue: Cue | None
    own: bool
    listed: bool
    sure: bool
    key: str

    @property
    def is_match(self) -> bool:
        """Whether it is settled."""
        return self.sure and self.resolution.status is Status.MATCH

    @property
    def entity_id(self) -> str:
        """The id of the first candidate."""
        return self.resolution.candidates[0].entity.id

    @property
    def kind(self) -> Kind:
        """The kind of the first candidate."""
        return self.resolution.candidates[0].entity.kind

    @property
    def is_partial(self) -> bool:
        """Whether it may be the given or family name alone of a person."""
        return self.resolution.status is Status.AMBIGUOUS and any(
            one.entity.kind is Kind.PERSON for one in self.resolution.tied
        )

    def possible(self) -> tuple[Candidate, ...]:
        """The candidates that the article may speak for."""
        if self.resolution.status is Status.AMBIGUOUS:
            return self.resolution.tied
        return tuple(candidate for candidate in self.resolution.candidates if candidate.probability >= LIKELY)


def decide(
    text: str,
    found: Sequence[Found],
    asker: Asker,
    gazetteer: Gazetteer,
    cues: Cues,
    listed: Listed,
    on: date | None,
    unlisted: Sequence[Found] = (),
) -> list[Named]:
    """The names of the article, in order, not overlapping, each as the whole article reads it."""
    names = _apart(_names(found))
    article = Article(text, names, asker, gazetteer, listed, on)
    article.settle()
    settled = [whole for name in names if name.sure and (whole := _whole(text, name, listed))]
    settled.extend(_short_names(text, settled, cues))
    settled = _apart(settled)
    return _apart([*settled, *_beside(settled, unlisted)]) if unlisted else settled


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
        if len(gap) < 40 and IN_BRACKETS.fullmatch(gap.split("  ")[0]) and self._text[following.end : following.end + 2].lstrip("\"”»'")[:1] in (")", "]"):
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
        """All districts of a province are listed, so "huyện X, tỉnh Y" is the one of them that X resembles, if only one does."""
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
        plain = self._plain_by_key.get(name.key, frozenset())
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
        said = self._worded_by_key.get(name.key, frozenset())
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
    return Resolution(resolution.query, Status.MATCH, (first, *rest))


def _names(found: Iterable[Found]) -> Iterator[Named]:
    for work in found:
        tokens = work.piece.tokens
        for span in work.names:
            yield _named(tokens[span.first].start, tokens[span.end - 1].end, span, sure=True)
        if not work.names:
            yield from _open(work)


def _beside(settled: Sequence[Named], unlisted: Sequence[Found]) -> Iterator[Named]:
    """The unlisted names that overlap none that was found, with the answer "no match"."""
    taken = [(name.start, name.end) for name in settled]
    for work in unlisted:
        span = work.asked[0, len(work.piece.tokens)]
        if not _overlaps(taken, work.piece.start, work.piece.end):
            answer = replace(span.resolution, status=Status.NO_MATCH, tied=())
            yield _named(work.piece.start, work.piece.end, replace(span, resolution=answer), sure=True)


def _open(work: Found) -> Iterator[Named]:
    """Stretches without a sure answer that the article may settle: the whole piece, if a word speaks for it or it is listed."""
    span = work.asked.get((0, len(work.piece.tokens)))
    if span and span.resolution.candidates and (span.cue or span.listed) and not (span.cue and span.cue.role == "organisation"):
        tokens = work.piece.tokens
        yield _named(tokens[0].start, tokens[-1].end, span, sure=False)


def _named(start: int, end: int, span: Span, *, sure: bool) -> Named:
    return Named(start, end, span.text, span.resolution, span.cue, span.own, span.listed, sure, letters(span.text))


def _apart(names: Iterable[Named]) -> list[Named]:
    """In order, not overlapping: of two that overlap the sure one, then the longer one stays."""
    kept: list[Named] = []
    for name in sorted(names, key=lambda one: (one.start, not one.sure, -one.end)):
        if kept and name.start < kept[-1].end:
            if name.sure > kept[-1].sure or (name.sure == kept[-1].sure and name.end - name.start > kept[-1].end - kept[-1].start):
                kept[-1] = name
            continue
        kept.append(name)
    return kept


def _whole(text: str, name: Named, listed: Listed) -> Named | None:
    """A name that is too short without its generic word is a name only with it, and its span holds both: Plain of Jars."""
    if not name.is_match or name.kind is not Kind.FEATURE:
        return name
    if _NUMBER_AFTER.match(text, name.end):
        return None  # Nam Theun 2 is a dam, not the river
    form = name.resolution.candidates[0].form.text
    size = listed.size(name.resolution.candidates[0])
    if not size or size > LONGEST_SHORT or len(letters(form)) < size + SHORTEST_NAME:
        return name
    begin = max(0, name.start - len(form))
    for whole in re.finditer(re.escape(form), text[begin : name.end + len(form)], re.IGNORECASE):
        if begin + whole.start() <= name.start and begin + whole.end() >= name.end:
            name.start, name.end, name.text = begin + whole.start(), begin + whole.end(), whole[0]
            return name
    return None


# --- a given or family name alone, after the full one ---


def _short_names(text: str, names: Sequence[Named], cues: Cues) -> Iterator[Named]:
    """Later mentions of a person by a part of the full name, in the same spelling."""
    persons = [name for name in names if name.is_match and name.kind is Kind.PERSON]
    parts: dict[str, Named] = {}
    for person in persons:
        for part in _parts(person.text):
            parts.setdefault(part, person)
    if not parts:
        return
    pattern = re.compile(rf"(?<![\w'-])(?:{'|'.join(map(_flexible, sorted(parts, key=lambda part: (-len(part), part))))})(?![\w-])")
    taken = sorted((name.start, name.end) for name in names)
    for match in pattern.finditer(text, persons[0].end):
        start, end = match.span()
        person = parts.get(" ".join(match[0].split()))
        if (
            person
            and start > person.end
            and not _overlaps(taken, start, end)
            and _stands_alone(text, start, end, cues)
        ):
            yield replace_name(person, start, end, match[0])


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span overlaps one of those taken, which are in order and apart."""
    place = bisect_left(taken, (end, 0))
    return place > 0 and taken[place - 1][1] > start


def _stands_alone(text: str, start: int, end: int, cues: Cues) -> bool:
    """Whether the capitalised words beside a short name are no part of a longer one: only a title may stand there."""
    if _CAPITAL_AFTER.match(text, end):
        return False
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if before is None or not before[1][0].isupper():
        return True
    return cues.ending(context_before(text, start)) is not None or opens_sentence(text, before.start(1))


def replace_name(person: Named, start: int, end: int, text: str) -> Named:
    """The same person, by a part of the name, elsewhere."""
    resolution = person.resolution
    first = replace(resolution.candidates[0], grounds=(*resolution.candidates[0].grounds, Ground("document", person.text, SAID)))
    answer = Resolution(text, Status.MATCH, (first, *resolution.candidates[1:]))
    return Named(start, end, text, answer, None, False, False, True, letters(text))


def _parts(name: str) -> Iterator[str]:
    """The parts of a full name that may stand for it: a word of a name in two, several syllables of a name in many."""
    words = " ".join(name.split()).split(" ")
    if len(words) <= 3:
        yield from (word for word in words if len(letters(word)) >= SHORTEST_NAME and len(words) > 1)
        return
    for size in range(len(words) - 1, 1, -1):
        yield " ".join(words[:size])
        yield " ".join(words[-size:])


def _flexible(part: str) -> str:
    """A pattern for a part, its words joined by any space or one line end."""
    return r"(?: {1,3}| {0,3}\n {0,3})".join(map(re.escape, part.split()))
