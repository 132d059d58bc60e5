"""Questions of a table and the matcher's answers to them, a batch at a time. Start at :class:`Asker`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from lao_names.matching.resolution import Resolution
from lao_names.orthography.legacy import decode_legacy
from lao_names.tables.added import DEFAULT, Answer, answer, empty_answer, is_blank

if TYPE_CHECKING:
    from lao_names.matching.resolver import Resolver

AT_ONCE = 2048  # questions to the matcher at once: more are no faster


class Question(NamedTuple):
    """A spelling with its context, the whole of what an answer depends on."""

    spelling: str
    kind: str | None = None
    within: str | None = None
    on: str | None = None


#: Gives the answers to a batch of questions, in order.
Ask = Callable[[Sequence[Question]], list[Answer]]
#: Told of the questions of some rows, each with its answer, its number of rows and the first row that it was met in: the
#: review file and the report listen. It is told late, of many rows at once.
Watch = Callable[[Question, Answer, int, int], None]


class Asker:
    """Turns questions into answers, a batch at a time; holds no memory.

    Args:
        resolver: the matcher.
        add: the columns to fill.
        language: of the names.
        min_probability: the matcher's own limit where None.
        legacy: the font encoding that spellings were typed in (``tcvn3``, ``vni``), None for Unicode.
    """

    def __init__(
        self,
        resolver: Resolver,
        *,
        add: Sequence[str] = DEFAULT,
        language: str = "en",
        min_probability: float | None = None,
        legacy: str | None = None,
    ) -> None:
        self.resolver, self.add, self.language = resolver, tuple(add), language
        self.min_probability, self.legacy = min_probability, legacy
        self.empty = empty_answer(self.add)

    def options(self) -> dict[str, Any]:
        """What answers depend on beside the resolver: the keyword arguments that make another asker like this one."""
        return {
            "add": self.add,
            "language": self.language,
            "min_probability": self.min_probability,
            "legacy": self.legacy,
        }

    def spelling(self, cell: str) -> str:
        """What a cell spells, whatever font it was typed in."""
        return cell if self.legacy is None else decode_legacy(cell, self.legacy)

    def resolutions(self, questions: Sequence[Question], limit: int = 1) -> list[Resolution]:
        """The matcher's own answers, in order; questions of one context go to it together."""
        found: dict[int, Resolution] = {}
        by_context: dict[tuple[str | None, ...], list[int]] = {}
        for place, question in enumerate(questions):
            by_context.setdefault(question[1:], []).append(place)
        for (kind, within, on), places in by_context.items():
            asked = [self.spelling(questions[place].spelling) for place in places]
            said = self.resolver.resolve_many(
                asked, kind=kind, within=within, on=on, limit=limit, min_probability=self.min_probability
            )
            found.update(zip(places, said, strict=True))
        return [found[place] for place in range(len(questions))]

    def __call__(self, questions: Sequence[Question]) -> list[Answer]:
        """The answers, in order; a blank spelling gets "empty"."""
        gazetteer, said = self.resolver.gazetteer, []
        asked = [question for question in questions if not is_blank(question.spelling)]
        # A resolution with its candidates is large, an answer small: never have many of the former.
        for start in range(0, len(asked), AT_ONCE):
            resolutions = self.resolutions(asked[start : start + AT_ONCE])
            said += [answer(resolution, gazetteer, self.add, self.language) for resolution in resolutions]
        answers = iter(said)
        return [self.empty if is_blank(question.spelling) else next(answers) for question in questions]


def default_resolver() -> Resolver:
    """The resolver over the built-in gazetteer, the same one in the whole process."""
    from lao_names.builtin import resolver

    return resolver()
