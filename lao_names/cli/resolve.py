"""``lao-names resolve``: spellings on the command line or on standard input, answers as a table or as JSON."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import click

from lao_names.cli.display import columns, printable
from lao_names.cli.options import context_options
from lao_names.matching.explanation import explain as explain_answer
from lao_names.matching.explanation import rows
from lao_names.matching.resolution import Candidate, Resolution, Status
from lao_names.tables.added import is_blank
from lao_names.tables.answers import default_resolver
from lao_names.tables.source import EmptyInput, TextSource

if TYPE_CHECKING:
    from lao_names.matching.resolver import Resolver

BATCH = 1000  # lines of standard input resolved together
HEADER = ("spelling", "status", "id", "name", "kind", "in", "probability")


@click.command(no_args_is_help=False)
@click.argument("names", metavar="NAME...", nargs=-1)
@context_options(columns=False)
@click.option("--limit", type=click.IntRange(min=1), default=5, show_default=True, help="Candidates per name.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per name and line.")
@click.option("--explain", is_flag=True, help="Say in words how each answer was found.")
@click.option(
    "--language", type=click.Choice(["en", "vi"]), default="en", show_default=True, help="Language of the explanation."
)
def command(names: tuple[str, ...], as_json: bool, explain: bool, language: str, **asked: Any) -> None:
    """Say who or where each NAME is.

    With "-", or with no NAME and something on standard input, every line of standard input is a name.

    \b
    lao-names resolve "Bô Ly Khăm Xay" "tỉnh Viêng Chăn"
    lao-names resolve "Kông Chăn Xay Păn Nha" --kind person --within LA-BL --explain
    """
    resolver = default_resolver()
    spellings = given_names(names)
    first = True
    for batch in batches(spellings):
        answers = resolver.resolve_many(batch, **asked)
        if as_json:
            print_json(answers, explain, language)
        else:
            print_table(answers, resolver, explain, language, header=first)
        first = False


def given_names(names: Sequence[str]) -> Iterator[str]:
    """The names on the command line, or the lines of standard input."""
    if names and names != ("-",):
        return iter([sys_text(name) for name in names])
    lines = iter(()) if not names and sys.stdin.isatty() else filled_lines(piped_pieces())
    first = next(lines, None)
    if first is None and not names:
        raise click.UsageError('give a NAME, for example: lao-names resolve "Bô Ly Khăm Xay"')
    return chain([] if first is None else [first], lines)


def piped_pieces() -> Iterator[str]:
    """The text of standard input; nothing at all is no error here."""
    with suppress(EmptyInput):
        yield from TextSource("-").pieces()


def sys_text(argument: str) -> str:
    """An argument as text: bytes that the system could not read stand as the replacement character."""
    return argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def filled_lines(pieces: Iterable[str]) -> Iterator[str]:
    """The lines that hold something, of a text that comes in pieces."""
    pending = ""
    for piece in pieces:
        *lines, pending = io.StringIO(pending + piece, newline=None).read().split("\n")
        yield from (line for line in lines if not is_blank(line))
    if not is_blank(pending):
        yield pending


def batches(spellings: Iterator[str]) -> Iterator[list[str]]:
    """The same spellings in lists of at most :data:`BATCH`."""
    while batch := list(islice(spellings, BATCH)):
        yield batch


def print_json(answers: Iterable[Resolution], explain: bool, language: str) -> None:
    """One object per line: what :meth:`~lao_names.matching.resolution.Resolution.to_dict` gives."""
    for answer in answers:
        data = answer.to_dict()
        if explain:
            data["explanation"] = answer.explain(language=language)
        click.echo(json.dumps(data, ensure_ascii=False))


def print_table(
    answers: Sequence[Resolution], resolver: Resolver, explain: bool, language: str, *, header: bool
) -> None:
    """A table of all answers; with explanations, the reasons as a table and as a paragraph after each answer instead."""
    if explain:
        for answer in answers:
            click.echo("\n".join(columns(answer_rows(answer, resolver))))
            reasons = rows(answer, language, resolver.gazetteer)
            click.echo("\n".join(f"    {line}" for line in columns([[printable(cell) for cell in row] for row in reasons])))
            click.echo(f"{explain_answer(answer, language, resolver.gazetteer)}\n")
        return
    table = [row for answer in answers for row in answer_rows(answer, resolver)]
    lines = columns([HEADER, *table])
    click.echo("\n".join(lines if header else lines[1:]))


def answer_rows(answer: Resolution, resolver: Resolver) -> list[list[str]]:
    """The rows of one answer: the match, all that are tied, or the nearest one of "no match"."""
    shown = answer.tied if answer.status is Status.AMBIGUOUS else answer.candidates[:1]
    if answer.status is Status.NO_MATCH:
        first = answer.candidates[0] if answer.candidates else None
        nearest = f"(nearest: {first.entity.name})" if first else ""
        return [
            [printable(answer.query), answer.status, "", nearest, "", "", f"{first.probability:.2f}" if first else ""]
        ]
    rows = [[printable(answer.query), str(answer.status), *cells_of(candidate, resolver)] for candidate in shown]
    for row in rows[1:]:
        row[:2] = ["", ""]
    return rows


def cells_of(candidate: Candidate, resolver: Resolver) -> list[str]:
    """Id, name, kind, what it lies in and probability of one candidate."""
    entity = candidate.entity
    inside = entity.parent and entity.parent in resolver.gazetteer and resolver.gazetteer[entity.parent].name
    return [entity.id, entity.name, str(entity.kind), inside or "", f"{candidate.probability:.2f}"]
