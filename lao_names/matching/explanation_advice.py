"""What would decide where an answer is open: a word, a kind, a unit, a day, the full name.

Only what was not given and tells the candidates apart is worth saying.
"""

from __future__ import annotations

from collections.abc import Sequence

from lao_names.gazetteer.model import Entity, Evidence, Kind
from lao_names.matching.explanation_texts import WORDS
from lao_names.matching.explanation_wording import Wording
from lao_names.matching.question import Context
from lao_names.matching.resolution import Candidate

MOST_UNITS = 4
"""Units that a paragraph names as what would decide."""


def borne_elsewhere(tied: Sequence[Candidate]) -> str:
    """Where something that is not listed is written like the only candidate, "" where that is not what leaves it open."""
    codes = {ground.code: ground.detail for ground in tied[0].grounds} if len(tied) == 1 else {}
    return codes.get("homonym", "")


def is_everyday_word(tied: Sequence[Candidate]) -> bool:
    """Whether what leaves the answer open is that the name is an everyday word too."""
    return len(tied) == 1 and any(ground.code == "common word" for ground in tied[0].grounds)


def contradict(tied: Sequence[Candidate]) -> bool:
    """Whether the text names units that rule each other out."""
    ids = {each.entity.id for each in tied}
    return any(ground.code == "contradiction" and ground.detail in ids for ground in tied[0].grounds)


def _may_be_unlisted(tied: Sequence[Candidate]) -> bool:
    return bool(borne_elsewhere(tied)) or is_everyday_word(tied)


def _times(entity: Entity) -> tuple[str, ...]:
    """The years that a day can be compared with: of offices, and of a unit of the past."""
    if entity.kind is Kind.PERSON:
        years = [f"{office.start or office.seen or ''}-{office.end or ''}" for office in entity.offices]
        return tuple(sorted(year for year in years if year != "-"))
    return (f"{entity.start or ''}-{entity.end or ''}",) if entity.kind is Kind.FORMER_UNIT and entity.end else ()


def _longer(candidate: Candidate, query: str) -> bool:
    """Whether a person's name has more to it than was asked."""
    if candidate.form.evidence is Evidence.PARTIAL:
        return candidate.entity.kind is Kind.PERSON
    words = candidate.form.text.replace("-", " ").split()
    return candidate.entity.kind is Kind.PERSON and len(words) > 1 and candidate.form.text.lower() != query.lower()


class Advising(Wording):
    """Sentences on what would decide."""

    def _ways(self, tied: Sequence[Candidate], query: str, asked: Context) -> list[str]:
        """What would decide between tied candidates, and was not said yet."""
        if contradict(tied):
            return [self._text("decide by one")]
        ways = [*self._words_to_add(tied), *self._units_to_add(tied, asked)]
        people = {each.entity.id for each in tied if _longer(each, query)}
        if people:
            ways.append(self._text("decide by person"))
        if asked.on is None and len({_times(each.entity) for each in tied}) > 1:
            ways.append(self._text("decide by day"))
        return ways or [self._text("decide by text")]

    def _words_to_add(self, tied: Sequence[Candidate]) -> list[str]:
        """Words and kinds that not all candidates have; the word of a single one tells it from what is not listed."""
        designations = list(dict.fromkeys(each.entity.designation for each in tied))
        kinds = list(dict.fromkeys(str(each.entity.kind) for each in tied))
        ways = []
        if len(designations) > 1 or _may_be_unlisted(tied):
            words = ", ".join(f"“{WORDS[each][self._language]}”" for each in designations)
            ways.append(self._text("decide by word", words=words))
        if len(kinds) > 1:
            ways.append(self._text("decide by kind", kinds=", ".join(kinds)))
        return ways

    def _units_to_add(self, tied: Sequence[Candidate], asked: Context) -> list[str]:
        """Units that would tell the candidates apart: those that they lie in, or those of their offices."""
        places = [{each.entity.parent} - {None} for each in tied if each.entity.kind is not Kind.PERSON]
        offices = [
            {office.jurisdiction for office in each.entity.offices if office.jurisdiction in self._units}
            for each in tied
            if each.entity.kind is Kind.PERSON
        ]
        ways = []
        for key, found in (("decide by unit", places), ("decide by office", offices)):
            units = list(dict.fromkeys(unit for each in found for unit in sorted(filter(None, each))))
            apart = any(each != found[0] for each in found) or _may_be_unlisted(tied)
            if units and apart and asked.within not in units:
                named = ", ".join(self._unit_with_id(unit) for unit in units[:MOST_UNITS])
                ways.append(self._text(key, units=named + (", …" if len(units) > MOST_UNITS else "")))
        return ways
