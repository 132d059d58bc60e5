"""One run over one table: what was asked for, who answers, and what is counted. Every format works with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from lao_names.tables.added import Answer
from lao_names.tables.answers import Answers, Ask, Asker, ManyResolver, Watch
from lao_names.tables.contexts import Contexts, check_context
from lao_names.tables.settings import Settings, Summary

ROLES = ("kind", "within", "on")
Form = TypeVar("Form")


class Session:
    """What a table needs while it is read.

    Args:
        settings: what to do.
        resolver: the matcher.
        wrap: puts something between the table and the matcher: several processes, a cache, decisions.
        watch: told of every question with its status and rows.

    Raises:
        InvalidArgument: the kind, unit or date in the settings is none.
    """

    def __init__(
        self,
        settings: Settings,
        resolver: ManyResolver,
        *,
        wrap: Callable[[Ask], Ask] = lambda ask: ask,
        watch: Watch | None = None,
    ) -> None:
        check_context(resolver, **settings.context)
        self.settings, self.resolver = settings, resolver
        self.asker = Asker(
            resolver, add=settings.add, language=settings.language, min_probability=settings.min_probability
        )
        self.ask = wrap(self.asker)
        self.watch = watch
        self.contexts = Contexts(resolver)

    def answers(self, render: Callable[[Answer], Form]) -> Answers[Form]:
        """A memory of answers for one column."""
        return Answers(self.ask, render, watch=self.watch)

    def summary(self, rows: int, columns: Iterable[Answers[Any]], notes: dict[str, str]) -> Summary:
        """What was done."""
        summary = Summary(rows, notes=notes)
        for answers in columns:
            summary.statuses.update(answers.rows)
            summary.distinct += answers.distinct
        return summary
