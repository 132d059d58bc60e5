"""One run over one table: what was asked for, who answers, and what is counted. Every format works with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from lao_names.errors import InputError, InvalidArgument
from lao_names.tables.added import Answer
from lao_names.tables.answers import Ask, Asker, Watch
from lao_names.tables.contexts import Contexts, check_context
from lao_names.tables.memory import Answers
from lao_names.tables.settings import Settings, Summary

if TYPE_CHECKING:
    from lao_names.matching.resolver import Resolver

ROLES = ("kind", "within", "on")
Form = TypeVar("Form")


class Session:
    """What a table needs while it is read.

    :attr:`ask` may be replaced before reading, to put something between the table and the matcher: several processes,
    a cache, decisions.

    Args:
        settings: what to do.
        resolver: the matcher.
        watch: told of every question with its status and rows.

    Raises:
        InvalidArgument: the kind, unit or date in the settings is none.
    """

    def __init__(
        self,
        settings: Settings,
        resolver: Resolver,
        *,
        watch: Watch | None = None,
    ) -> None:
        check_context(resolver, **settings.context)
        self.settings, self.resolver = settings, resolver
        self.asker = Asker(
            resolver,
            add=settings.add,
            language=settings.language,
            min_probability=settings.min_probability,
            legacy=settings.legacy,
        )
        self.ask: Ask = self.asker
        self.watch = watch
        self.contexts = Contexts(resolver)

    def with_settings(self, settings: Settings) -> Session:
        """Another session with the same resolver."""
        return Session(settings, self.resolver, watch=self.watch)

    def answers(self, render: Callable[[Answer], Form]) -> Answers[Form]:
        """A memory of answers for one column."""
        return Answers(self.ask, render, watch=self.watch, names=self.settings.replace, overflow=self._kept_on_disk)

    def _kept_on_disk(self, ask: Ask) -> Ask:
        """A way to ask that keeps answers in a temporary file, which goes when the session does."""
        from lao_names.tables.cache import Cache

        return Cache("", self.asker).before(ask)

    def context_of(self, cells: Mapping[str, str], place: Callable[[], str]) -> tuple[str | None, ...]:
        """The context of a row as kind, within, on: that of the settings, and what the row's own cells say.

        Args:
            cells: what stands in the row's context columns, by role.
            place: says where the row is, for the message.

        Raises:
            InputError: a cell cannot be understood.
        """
        values: dict[str, str | None] = dict(self.settings.context)
        for role, cell in cells.items():
            try:
                values[role] = self.contexts.value(role, cell)
            except InvalidArgument as error:
                column = self.settings.context_columns[role]
                raise InputError(f"{place()}, column {column} ({role}): {error}") from None
        return tuple(values.get(role) for role in ROLES)

    def summary(self, rows: int, columns: Iterable[Answers[Any]], notes: dict[str, str]) -> Summary:
        """What was done."""
        summary = Summary(rows, notes=notes)
        for answers in columns:
            summary.statuses.update(answers.rows)
            summary.distinct += answers.distinct
        return summary
