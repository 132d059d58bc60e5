"""A question: one spelling with everything that its asker said about it.

:func:`ask` cleans the text, takes the words around the name off (:mod:`lao_names.matching.words`), hears what is left
(:mod:`lao_names.matching.spelling`) and gathers what is known against it (:mod:`lao_names.matching.strangers`).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple

from lao_names.gazetteer.model import Word
from lao_names.matching.information import oddness
from lao_names.matching.spelling import Spelling, letters, spell
from lao_names.matching.strangers import StrangerEvidence, stranger_evidence
from lao_names.matching.stretches import pieces, stretches
from lao_names.matching.words import Lexicon, Stripped, begins_names
from lao_names.orthography.later import pattern

MOST_PARTS = 6
"""Stretches of a text that are looked at: village, district, province, country, a name and an office."""

_DIGIT = pattern(r"[^\W\d_].*\d")
_SPACE = pattern(" ")


@dataclass(frozen=True, slots=True)
class Context:
    """What a caller says about a name from outside the text.

    Attributes:
        kind: only entities of this kind.
        within: only entities that lie in this unit or hold an office in it.
        on: the day that the text speaks of.
    """

    kind: str | None = None
    within: str | None = None
    on: date | None = None


NO_CONTEXT = Context()


class Question(NamedTuple):
    """One name, ready to be looked up.

    Attributes:
        text: clean text of the name with its words.
        core: the name without the words around it.
        loose: the name without a Lao word for a settlement too; None where it has none.
        words: the words around it.
        loose_words: the Lao words for a settlement that ``loose`` lacks.
        oddness: how little it is written like a Lao name (:func:`~lao_names.matching.information.oddness`).
        stranger: what is known of the name as that of something else.
        has_digit: whether a digit follows a letter of it (Nam Theun 2), as in names of dams, streets and armies.
        only_a_word: whether it is a word that stands around names, without a name ("Mr", "ດ່ານ").
        foreign_script: whether it is neither Latin nor Lao.
    """

    text: str
    core: Spelling
    loose: Spelling | None
    words: tuple[Word, ...]
    loose_words: tuple[Word, ...]
    oddness: float
    stranger: StrangerEvidence
    has_digit: bool
    only_a_word: bool
    foreign_script: bool

    @property
    def spellings(self) -> tuple[tuple[Spelling, bool], ...]:
        """The name as it stands and, where there is one, without its Lao word for a settlement (True)."""
        return ((self.core, False),) if self.loose is None else ((self.core, False), (self.loose, True))


class Inquiry(NamedTuple):
    """A text as the questions it holds.

    Attributes:
        wholes: the text as one name, in each way to take it; two in a row may also be one name turned round ("Siphandone,
            Sonexay"); () where it was already asked so.
        parts: its stretches, each as a name of its own in each way to take it; () where there is only one.
    """

    wholes: tuple[Question, ...]
    parts: tuple[tuple[Question, ...], ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """All of them."""
        return self.wholes + tuple(chain.from_iterable(self.parts))


def inquire(text: str, lexicon: Lexicon) -> Inquiry:
    """The questions that a clean text asks."""
    parts = stretches(text, lexicon)[:MOST_PARTS]
    if len(parts) < 2:
        return Inquiry(_ways(parts[0] if parts else text, lexicon), ())
    wholes = _ways(" ".join(pieces(text)), lexicon)
    if len(parts) == 2 and "," in text:
        wholes += _ways(" ".join(reversed(parts)), lexicon)
    return Inquiry(wholes, tuple(_ways(part, lexicon) for part in parts))


MOST_SYLLABLES_OF_A_PLACE = 6
"""Syllables after which no name of a place ends."""


def run_ons(inquiry: Inquiry, lexicon: Lexicon, listed: Container[str]) -> Iterator[Inquiry]:
    """A text as an office with its place and the name of the holder, parted where a listed name ends.

    "Tỉnh trưởng Bolikhamxay Kongkeo Xaysongkham" has no comma, and no word that shows where the province ends.

    Args:
        inquiry: the text as one name.
        lexicon: the words around names.
        listed: the letters of the names that are listed.
    """
    whole = inquiry.wholes[0]
    if inquiry.parts or not any(word.role == "office" for word in whole.words):
        return
    core = whole.core.text
    begin = whole.text.find(core)
    spaces = [match.start() for match in _SPACE.finditer(core)][:MOST_SYLLABLES_OF_A_PLACE]
    for space in spaces:
        place, holder = whole.text[: begin + space], core[space + 1 :]
        if letters(core[:space]) in listed:
            yield Inquiry((), (_ways(place, lexicon), _ways(holder, lexicon)))


def _ways(text: str, lexicon: Lexicon) -> tuple[Question, ...]:
    """The ways to take a text as one name: two where a Lao word before it may be the beginning of the name."""
    question = ask(text, lexicon)
    if any(begins_names(word) for word in question.words):
        return question, ask(text, lexicon, lao_stays=True)
    return (question,)


def ask(text: str, lexicon: Lexicon, *, lao_stays: bool = False) -> Question:
    """The question that a stretch of clean text asks; ``lao_stays`` as in :meth:`Lexicon.strip`."""
    stripped = lexicon.strip(text, lao_stays=lao_stays)
    core = spell(stripped.core)
    return Question(
        text=text,
        core=core,
        loose=spell(stripped.loose) if stripped.loose else None,
        words=stripped.words,
        loose_words=stripped.loose_words,
        oddness=oddness(core.letters) if core.is_latin else 0.0,
        stranger=_stranger(text, stripped),
        has_digit=_DIGIT.search(stripped.core) is not None,
        only_a_word=lexicon.holds(stripped.core),
        foreign_script=core.is_foreign,
    )


def _stranger(text: str, stripped: Stripped) -> StrangerEvidence:
    """Evidence against a name; words can be part of another one: roi is a king, and Roi Et a province of Thailand."""
    found = stranger_evidence(stripped.core, _designation(stripped.words))
    if stripped.words and not found.elsewhere_ascii:
        whole = stranger_evidence(text, as_it_stands=True)
        if whole.elsewhere_toneless:
            return whole
    return found


def _designation(words: Sequence[Word]) -> str:
    """What the words around a name call it, where they agree; "" where they say nothing."""
    called = {designation for word in words if word.role == "generic" for designation in word.points_to}
    return called.pop() if len(called) == 1 else ""
