"""``lao-names normalize``: a column of spellings in a table gets ids, names, statuses and probabilities beside it."""

from __future__ import annotations

import json
import os
import shlex
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from datetime import UTC, datetime
from typing import Any

import click

from lao_names.cli.limits import Limit, passed
from lao_names.cli.options import context_options, file_options, output_options, review_options
from lao_names.tables.answers import default_resolver
from lao_names.tables.cache import Cache
from lao_names.tables.decisions import Decisions
from lao_names.tables.files import Reading, column_names, kept_copy, normalize_file
from lao_names.tables.jobs import spread
from lao_names.tables.output import SameFile, opened
from lao_names.tables.report import Record, write_report
from lao_names.tables.review import Doubts, write_review
from lao_names.tables.session import Session
from lao_names.tables.settings import Settings, Summary
from lao_names.tables.source import SHARED_PIECE

#: Options that are about the work around a table, not about the table.
WORK = ("review", "report", "decisions", "fail_on", "jobs", "cache", "in_place", "backup")


@click.command()
@click.argument("source", metavar="IN")
@click.option(
    "-c", "--column", "columns", multiple=True, help="Column of spellings: name, or number from 1. Repeatable."
)
@click.option("-o", "--output", metavar="OUT", help='File to write; standard output ("-") if not given.')
@context_options(columns=True)
@output_options
@file_options
@review_options
@click.option("--list-columns", is_flag=True, help="List the columns of IN with their numbers and do nothing else.")
@click.option("--dry-run", is_flag=True, help="Read and resolve, print the summary, write nothing.")
@click.option("--summary", type=click.Choice(["text", "json"]), default="text", help="How to print the summary.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing on standard error but errors.")
def command(
    source: str,
    columns: tuple[str, ...],
    output: str | None,
    list_columns: bool,
    dry_run: bool,
    summary: str,
    quiet: bool,
    **asked: Any,
) -> int:
    """Resolve a column of the table IN ("-" for standard input).

    IN is CSV, TSV, JSON lines (.jsonl), Excel (.xlsx) or Parquet; text may be packed (.gz, .zst). The table comes out
    in the same format. In CSV and TSV every record is written as it stood, with the new cells at its end: COLUMN_id,
    COLUMN_name (both for matches only), COLUMN_status (match, ambiguous, no match, empty) and COLUMN_probability (of the
    best candidate).

    \b
    lao-names normalize news.csv -c name -o named.csv
    lao-names normalize news.csv -c 4 --kind district --within @province --on 2023-07-04
    lao-names normalize news.csv -c name -o named.csv --review doubtful.csv
    lao-names normalize news.csv -c name -o named.csv --decisions doubtful.csv
    """
    piece = SHARED_PIECE if asked["jobs"] > 1 else None
    reading = Reading(**{option: asked.pop(option) for option in ("encoding", "delimiter", "sheet")}, piece=piece)
    if list_columns:
        for number, name in enumerate(column_names(source, reading), 1):
            click.echo(f"{number}\t{name}")
        return 0
    if not columns:
        raise click.UsageError("give the column of spellings: -c NAME or -c NUMBER (--list-columns shows them)")
    work = {name: asked.pop(name) for name in WORK}
    target = target_of(source, output, work["in_place"], work["backup"])
    refuse_shared_files(source, target, work)
    if dry_run:
        target = ""
        work |= dict.fromkeys(("review", "report", "cache", "backup"))
    settings = Settings(columns, **asked)
    done, doubts = run(source, target, settings, reading, work, quiet)
    if not quiet:
        click.echo(json.dumps(done.to_dict(), ensure_ascii=False) if summary == "json" else spoken(done), err=True)
    return report_limits(work["fail_on"], doubts)


def target_of(source: str, output: str | None, in_place: bool, backup: str | None) -> str:
    """Where the table goes."""
    if backup is not None and not in_place:
        raise click.UsageError("--backup is for --in-place")
    if backup == "":
        raise click.UsageError("--backup needs an ending, for example .bak")
    if in_place and (output is not None or source == "-"):
        raise click.UsageError("--in-place writes to IN itself: it needs a file, and no -o")
    return source if in_place else output or "-"


def refuse_shared_files(source: str, target: str, work: dict[str, Any]) -> None:
    """Two things are never written to one file, and nothing to a file that is read; ``--in-place`` is the exception."""
    read = [("IN", source), *(("--decisions", path) for path in work["decisions"])]
    given = [("-o", target), *((f"--{name}", work[name]) for name in ("review", "report", "cache"))]
    known = {os.path.abspath(path): name for name, path in read if path != "-"}
    for name, path in given[1:] if work["in_place"] else given:
        if path in (None, "-") or stat.S_ISCHR(mode_of(path)):  # many may write to /dev/null
            continue
        other = known.setdefault(os.path.abspath(path), name)
        if other == "IN":
            raise SameFile(path)
        if other != name:
            raise click.UsageError(f"{other} and {name} are the same file: {path}")


def mode_of(path: str) -> int:
    """The kind of a file as the system says it, 0 where it says nothing."""
    found = stat_of(path)
    return 0 if found is None else found.st_mode


def run(
    source: str, target: str, settings: Settings, reading: Reading, work: dict[str, Any], quiet: bool
) -> tuple[Summary, Doubts]:
    """Normalize with all helpers that were asked for."""
    resolver = default_resolver()
    decisions = Decisions.read(work["decisions"], resolver.gazetteer)
    doubts = Doubts(decisions.made, keep=bool(work["review"] or work["report"]))
    record = Record(doubts) if work["report"] else None
    session = Session(settings, resolver, watch=record or (doubts if work["review"] or work["fail_on"] else None))
    with ExitStack() as stack:
        session.ask = stack.enter_context(spread(session.asker, work["jobs"]))
        if work["cache"]:
            session.ask = stack.enter_context(closing(Cache(work["cache"], session.asker))).before(session.ask)
        if decisions:
            session.ask = decisions.before(session.ask, settings.add, settings.language)
        # The review file takes its name only when the table has its own: neither speaks of the other's absence.
        review = stack.enter_context(opened(work["review"], source=stat_of(source))) if work["review"] else None
        report = stack.enter_context(opened(work["report"], source=stat_of(source))) if work["report"] else None
        stack.enter_context(backed_up(source, work["backup"]))
        done = normalize_file(
            source, target, session, reading, progress=progress_bar(quiet), replacing=work["in_place"]
        )
        if review:
            write_review(doubts, session.asker, review)
        if report and record:
            write_report(record, session.asker, done, origin(source, target), report)
    return done, doubts


def origin(source: str, target: str) -> dict[str, str]:
    """Where a report comes from."""
    written = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    return {"Table": source, "Written to": target or "nowhere", "Command": shlex.join(sys.argv), "Date": written}


def stat_of(path: str) -> os.stat_result | None:
    """What the system says about the input, None where it says nothing."""
    try:
        return os.stat(path)
    except (OSError, ValueError):
        return None


@contextmanager
def backed_up(source: str, ending: str | None) -> Iterator[None]:
    """Keep a copy of the input, unless nothing comes of replacing it."""
    copy = None if ending is None else kept_copy(source, ending)
    try:
        yield
    except BaseException:
        if copy is not None:
            os.unlink(copy)
        raise


def spoken(summary: Summary) -> str:
    """The summary in two lines, after warnings if there are any."""
    notes = "; ".join(f"{name}: {value}" for name, value in summary.notes.items())
    return "\n".join([*(f"Warning: {warning}" for warning in summary.warnings), notes, str(summary)])


def report_limits(limits: tuple[Limit, ...], doubts: Doubts) -> int:
    """Say which limits were passed; returns the exit code."""
    sentences = [sentence for limit in limits if (sentence := passed(limit, doubts.rows))]
    for sentence in sentences:
        click.echo(f"Error: {sentence}", err=True)
    return 1 if sentences else 0


def progress_bar(quiet: bool) -> Callable[[int | None], AbstractContextManager[Callable[[int], None]]]:
    """Makes a bar where standard error is a terminal, else nothing."""

    @contextmanager
    def bar(size: int) -> Iterator[Callable[[int], None]]:
        with click.progressbar(length=size, file=sys.stderr, label="reading", width=30) as shown:
            yield lambda done: shown.update(done - shown.pos)

    visible = not quiet and sys.stderr.isatty()
    return lambda size: bar(size) if visible and size else nullcontext(lambda done: None)
