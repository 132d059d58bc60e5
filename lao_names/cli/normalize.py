"""``lao-names normalize``: a column of spellings in a table gets ids, names, statuses and probabilities beside it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from lao_names.cli.options import context_options
from lao_names.tables.answers import default_resolver
from lao_names.tables.delimited import normalize
from lao_names.tables.output import opened
from lao_names.tables.session import Session
from lao_names.tables.settings import Settings
from lao_names.tables.source import TextSource


@click.command()
@click.argument("source", metavar="IN")
@click.option(
    "-c", "--column", "columns", multiple=True, required=True, help="Column of spellings: name, or number from 1."
)
@click.option("-o", "--output", default="-", metavar="OUT", help="File to write; standard output if not given.")
@context_options(columns=True)
@click.option("--encoding", metavar="E", help="Encoding of IN; found if not given (UTF-8, UTF-16, Windows-1258).")
@click.option(
    "--delimiter", metavar="D", help="Character between cells; found if not given (comma, semicolon, tab, pipe)."
)
@click.option("--overwrite", is_flag=True, help="Replace columns that have the names of new ones.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing on standard error but errors.")
def command(
    source: str,
    columns: tuple[str, ...],
    output: str,
    encoding: str | None,
    delimiter: str | None,
    overwrite: bool,
    quiet: bool,
    **asked: Any,
) -> None:
    """Resolve a column of the CSV or TSV table IN ("-" for standard input).

    Every record is written as it stood, with the new cells at its end: COLUMN_id, COLUMN_name (both for matches only),
    COLUMN_status (match, ambiguous, no match, empty) and COLUMN_probability (of the best candidate).

    \b
    lao-names normalize news.csv -c name -o named.csv
    lao-names normalize news.csv -c 4 --kind district --within @province --on 2023-07-04
    """
    session = Session(Settings(columns, overwrite=overwrite, **asked), default_resolver())
    table = TextSource(source, encoding)
    try:
        with opened(output, source=table.stat) as out, progress_bar(table.size, quiet) as progress:
            summary = normalize(table, out, session, delimiter=delimiter, progress=progress)
    finally:
        table.close()
    if not quiet:
        notes = "; ".join(f"{name}: {value}" for name, value in summary.notes.items())
        click.echo(f"{notes}\n{summary}", err=True)


@contextmanager
def progress_bar(size: int | None, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Takes the bytes read so far; shows them where standard error is a terminal, else does nothing."""
    if quiet or not size or not sys.stderr.isatty():
        yield lambda done: None
        return
    with click.progressbar(length=size, file=sys.stderr, label="reading", width=30) as bar:
        yield lambda done: bar.update(done - bar.pos)
