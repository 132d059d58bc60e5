"""A given or family name alone, after the full one: "Đại tá Kông Chăn" is the colonel named before.

Only parts that are spelled as in the full name count, and only where no other capitalised word stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lao_names.extraction.article import SAID
from lao_names.extraction.cues import Cues
from lao_names.extraction.names import Named, overlaps
from lao_names.extraction.tokens import context_before, opens_sentence
from lao_names.gazetteer.model import Kind
from lao_names.matching.context import Ground
from lao_names.matching.resolution import Resolution, Status
from lao_names.matching.spelling import letters

_CAPITAL_AFTER = re.compile(r" {1,2}[^\W\d_a-zà-öø-ÿăđơưạ-ỹ\u0e80-\u0eff]")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")

SHORTEST_NAME = 4
"""Letters of the shortest given or family name that may stand for a full one."""


def short_names(text: str, names: Sequence[Named], cues: Cues) -> Iterator[Named]:
    """Later mentions of a person by a part of the full name, in the same spelling."""
    persons = [name for name in names if name.is_match and name.kind is Kind.PERSON]
    parts: dict[str, Named] = {}
    for person in persons:
        for part in _parts(person.text):
            parts.setdefault(part, person)
    if not parts:
        return
    longest_first = sorted(parts, key=lambda part: (-len(part), part))
    pattern = re.compile(rf"(?<![\w'-])(?:{'|'.join(map(_flexible, longest_first))})(?![\w-])")
    taken = sorted((name.start, name.end) for name in names)
    for match in pattern.finditer(text, persons[0].end):
        start, end = match.span()
        full = parts.get(" ".join(match[0].split()))
        if (
            full
            and start > full.end
            and not overlaps(taken, start, end)
            and _stands_alone(text, start, end, cues)
        ):
            yield same_person(full, start, end, match[0])


def _stands_alone(text: str, start: int, end: int, cues: Cues) -> bool:
    """Whether the capitalised words beside a short name are no part of a longer one: only a title may stand there."""
    if _CAPITAL_AFTER.match(text, end):
        return False
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if before is None or not before[1][0].isupper():
        return True
    return cues.ending(context_before(text, start)) is not None or opens_sentence(text, before.start(1))


def same_person(person: Named, start: int, end: int, text: str) -> Named:
    """The same person, by a part of the name, elsewhere."""
    resolution = person.resolution
    known = resolution.candidates[0]
    first = replace(known, grounds=(*known.grounds, Ground("document", person.text, SAID)))
    answer = Resolution(text, Status.MATCH, (first, *resolution.candidates[1:]), (), resolution.basis)
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
