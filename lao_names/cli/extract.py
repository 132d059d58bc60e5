"""``lao-names extract``: the Lao names of articles, as a list, JSON lines, CSV or a highlighted page.

The files are read by :mod:`lao_names.cli.articles`, the output is written by :mod:`lao_names.cli.mentions` and
:mod:`lao_names.cli.highlighting`. A file that cannot be read is reported and the rest goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO

import click

from lao_names.cli.articles import FORMATS, Article, articles_of, files_below
from lao_names.cli.mentions import Writer, writer_of
from lao_names.errors import InputError, InvalidDate
from lao_names.extraction import Extractor, extractor
from lao_names.extraction.mention import Mention
from lao_names.tables.output import opened

PROBLEMS = 1
"""Exit code where a file could not be read and others could."""


@click.command(no_args_is_help=False)
@click.argument("files", metavar="FILE...", nargs=-1)
@click.option("-r", "--recursive", "folders", multiple=True, metavar="FOLDER", help="All articles in this folder and below.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="What the files are; told by their names if not given.")
@click.option("--field", default="text", show_default=True, metavar="F", help="The field of JSON lines that holds the text.")
@click.option("--encoding", metavar="E", help="Encoding of the files; found if not given.")
@click.option("--on", metavar="DATE|@FIELD", help="The day of the articles, as 2023-07-04; of JSON lines also a field.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only names of this kind; may be given again.")
@click.option("--unmatched", is_flag=True, help="Also what looks like a Lao name and is not listed.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per name and line.")
@click.option("--csv", "as_csv", is_flag=True, help="A table: file, start, end, text, id, name, kind, status, probability.")
@click.option("--html", "page", metavar="OUT", help="Write a page with the texts and their names highlighted.")
@click.option("-o", "--output", default="-", metavar="OUT", help="File to write; standard output if not given.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no count at the end.")
def command(
    files: tuple[str, ...],
    folders: tuple[str, ...],
    form: str | None,
    field: str,
    encoding: str | None,
    on: str | None,
    kinds: tuple[str, ...],
    unmatched: bool,
    as_json: bool,
    as_csv: bool,
    page: str | None,
    output: str,
    quiet: bool,
) -> None:
    """Find the Lao names in each FILE and say who or where they are ("-" for standard input).

    Reads text, Markdown, HTML (offsets then count in its visible text: scripts, styles and markup are set aside) and JSON
    lines. Offsets count characters (code points) from 0.

    \b
    lao-names extract article.txt
    lao-names extract -r news/ --csv -o names.csv
    lao-names extract articles.jsonl --field body --on @date --json
    lao-names extract page.html --html names.html
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other")
    paths = [*files, *(path for folder in folders for path in files_below(folder))]
    if not files and not folders:
        raise click.UsageError("give a FILE, for example: lao-names extract article.txt (- for standard input)")
    asked = Asked(extractor(), on, kinds, unmatched)
    asked.check()
    style = "json" if as_json else "csv" if as_csv else "page only" if page and output == "-" else "list"
    with opened(output) as out, pages(page) as html:
        writer = writer_of(style, out, html, asked.extractor)
        problems = run(paths, asked, writer, lambda path: articles_of(path, form, field, encoding, on), quiet)
        writer.finish()
    if not quiet and style != "json":
        click.echo(writer.summary(), err=True)
    if problems:
        raise click.exceptions.Exit(PROBLEMS)


class Asked:
    """What the user wants to know.

    Args:
        extractor: who finds names.
        on: the day of all articles, or ``@FIELD``; None where unknown.
        kinds: kinds of names; () for all.
        unmatched: whether names that are not listed are wanted too.
    """

    def __init__(self, extractor: Extractor, on: str | None, kinds: Sequence[str], unmatched: bool) -> None:
        self.extractor, self._kinds, self._unmatched = extractor, tuple(kinds) or None, unmatched
        self._on = None if on is None or on.startswith("@") else on

    def check(self) -> None:
        """Raises what is wrong with the arguments before any file is opened."""
        self.extractor.extract("", self._on, self._kinds)

    def mentions(self, article: Article) -> list[Mention]:
        """The names of an article; a day that the article itself gives counts more."""
        return self.extractor.extract(article.text, article.on or self._on, self._kinds, self._unmatched)


def run(
    paths: Sequence[str],
    asked: Asked,
    writer: Writer,
    read: Callable[[str], Iterator[Article]],
    quiet: bool,
) -> int:
    """Goes over the files; returns how many files and JSON lines could not be read.

    Raises:
        InputError: there is one file only, and nothing of it can be read.
    """
    problems = 0
    with progress_bar(len(paths), quiet) as step:
        for path in paths:
            try:
                for article in read(path):
                    problems += one_article(article, asked, writer)
            except InputError as error:
                if len(paths) == 1:
                    raise
                problems += reported(str(error))
            step()
    return problems


def one_article(article: Article, asked: Asked, writer: Writer) -> int:
    """Reads and writes one article; 1 if it has a problem."""
    try:
        if article.problem:
            return reported(article.problem)
        writer.write(article, asked.mentions(article))
    except InvalidDate as error:
        return reported(f"{article.name}: {error}")
    return 0


def reported(problem: str) -> int:
    """Says what is wrong on standard error; one problem more."""
    click.echo(f"Error: {problem}", err=True)
    return 1


@contextmanager
def pages(target: str | None) -> Iterator[BinaryIO | None]:
    """The file of the highlighted page, where one is wanted."""
    if target is None:
        yield None
        return
    with opened(target) as stream:
        yield stream


@contextmanager
def progress_bar(length: int, quiet: bool) -> Iterator[Callable[[], None]]:
    """One step for each file, shown where there are several and standard error is a terminal."""
    if quiet or length < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=length, file=sys.stderr, label="reading", width=30) as bar:
        yield lambda: bar.update(1)
