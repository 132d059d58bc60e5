"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from lao_names.cli.limits import LimitType
from lao_names.gazetteer.model import Kind
from lao_names.tables.added import ADDABLE, DEFAULT, LANGUAGES

LEGACY = ("tcvn3", "vni", "viqr", "viscii")
KINDS = ", ".join(kind.value for kind in Kind)


def context_options(*, columns: bool) -> Callable[[Any], Any]:
    """``--kind``, ``--within``, ``--on`` and ``--min-probability``.

    Args:
        columns: whether ``@COLUMN`` may stand for a value.
    """
    metavar = "VALUE|@COLUMN" if columns else None
    options = (
        click.option("--kind", metavar=metavar or "KIND", help=f"Only this kind: {KINDS}."),
        click.option(
            "--within", metavar=metavar or "ID", help="Only what lies, or holds an office, in this unit (an id)."
        ),
        click.option("--on", metavar=metavar or "DATE", help="The day that is spoken of, as 2023-07-04."),
        click.option(
            "--min-probability",
            type=click.FloatRange(0, 1),
            metavar="P",
            help="A match needs this probability (0 to 1).",
        ),
    )

    return lambda command: decorated(command, *options)


def output_options(command: Any) -> Any:
    """Options that say what is written."""
    return decorated(
        command,
        click.option(
            "--add",
            "add",
            default=",".join(DEFAULT),
            callback=split_list,
            metavar="LIST",
            show_default=True,
            help=f"New columns: {', '.join(ADDABLE)}.",
        ),
        click.option("--language", type=click.Choice(LANGUAGES), default="en", help="Language of the names."),
        click.option("--prefix", default="{c}_", show_default=True, help="Before a new column's name; {c} is COLUMN."),
        click.option("--suffix", default="", help="After a new column's name."),
        click.option("--replace", is_flag=True, help="Put the name in place of the spelling, where it is a match."),
        click.option("--overwrite", is_flag=True, help="Replace columns that have the names of new ones."),
        click.option("--escape-formulas", is_flag=True, help="Let no new cell be run as a formula by a spreadsheet."),
        click.option("--in-place", is_flag=True, help="Write to IN itself."),
        click.option("--backup", metavar="EXT", help="With --in-place: keep the old file under its name with EXT."),
    )


def file_options(command: Any) -> Any:
    """Options that say how IN is read."""
    return decorated(
        command,
        click.option(
            "--encoding", metavar="E", help="Encoding of IN; found if not given (UTF-8, UTF-16, Windows-1258)."
        ),
        click.option(
            "--delimiter",
            metavar="D",
            help="Character between cells; found if not given (comma, semicolon, tab, pipe).",
        ),
        click.option(
            "--no-header",
            "header",
            flag_value=False,
            default=True,
            help="The first record is data; columns are called by number.",
        ),
        click.option("--sheet", metavar="NAME|N", help="Sheet of a workbook; the one last open if not given."),
        click.option("--legacy", type=click.Choice(LEGACY), help="The spellings were typed in such a Vietnamese font."),
    )


def review_options(command: Any) -> Any:
    """Options of the review loop, and of work on large files."""
    return decorated(
        command,
        click.option(
            "--review", metavar="FILE", help="Write the doubtful spellings to FILE (CSV), for people to decide."
        ),
        click.option("--report", metavar="FILE", help="Write a page (HTML) that shows what was done."),
        click.option("--decisions", multiple=True, metavar="FILE", help="Use what people decided in FILE. Repeatable."),
        click.option(
            "--fail-on",
            multiple=True,
            type=LimitType(),
            metavar="WHAT[:N|N%]",
            help="Exit with 1 if more rows than N (0) are ambiguous or unmatched.",
        ),
        click.option("--jobs", type=click.IntRange(1), default=1, metavar="N", help="Processes that resolve."),
        click.option("--cache", metavar="FILE", help="Keep answers in FILE (SQLite) for the next run."),
    )


def decorated(command: Any, *options: Callable[[Any], Any]) -> Any:
    """A command with options, in the order in which help shows them."""
    for option in reversed(options):
        command = option(command)
    return command


def split_list(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:
    """The parts of a list with commas."""
    return tuple(part.strip() for part in value.split(",") if part.strip())
