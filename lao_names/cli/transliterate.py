"""``lao-names transliterate``: Lao script in other letters - words, lines of a text, a column of a table."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

import click

from lao_names.errors import InputError
from lao_names.tables.cells import cells, raw_cells, value, written
from lao_names.tables.delimiters import find_delimiter, named_delimiter
from lao_names.tables.headers import ColumnClash, clashes, column_label, find_column, header_key
from lao_names.tables.output import opened
from lao_names.tables.records import Block, blocks
from lao_names.tables.source import EmptyInput, TextSource
from lao_names.transliteration import official_names, schemes, transliterate

Write = Callable[[str], str]


@click.command()
@click.argument("texts", metavar="[TEXT...|-]", nargs=-1)
@click.option("-s", "--scheme", default="bgn-pcgn", show_default=True, help="How to write: see --list.")
@click.option("--list", "listing", is_flag=True, help="List the schemes and exit.")
@click.option(
    "--capitalize", default="name", metavar="name|none", show_default=True, help="Capitals as in names, or none."
)
@click.option("--names", is_flag=True, help="Write known names in their official form.")
@click.option(
    "--separator", metavar="S", help="Between the syllables of a word, instead of the scheme's own rule; official forms of "
    "--names stay whole.",
)  # fmt: skip
@click.option("-c", "--column", metavar="COLUMN", help="TEXT is a table: write this column (name, or number from 1).")
@click.option("-o", "--output", default="-", metavar="OUT", help="File to write; standard output if not given.")
@click.option("--encoding", metavar="E", help="Encoding of the input; found if not given.")
@click.option("--delimiter", metavar="D", help="Character between cells; found if not given.")
@click.option("--overwrite", is_flag=True, help="Replace a column that has the name of the new one.")
def command(
    texts: tuple[str, ...], scheme: str, listing: bool, capitalize: str, names: bool, separator: str | None,
    column: str | None, output: str, encoding: str | None, delimiter: str | None, overwrite: bool,
) -> None:  # fmt: skip
    """Write Lao script in Latin letters, IPA or Vietnamese; all other text stays as it is.

    With "-", or with no TEXT, lines come from standard input. With --column, TEXT is the file of a CSV or TSV table ("-"
    for standard input); the new column COLUMN_SCHEME stands at its right end.

    \b
    lao-names transliterate "ບໍລິຄຳໄຊ" -s ala-lc
    lao-names transliterate villages.csv -c lo -s vi --separator " " -o romanized.csv
    """
    if listing:
        click.echo("\n".join(f"{name:<10} {title}" for name, title in schemes().items()))
        return
    known = _official(scheme) if names else None

    def write(text: str) -> str:
        return transliterate(text, scheme, capitalize=capitalize, names=known, separator=separator)

    write("")  # a wrong option is told before any input is read
    if column is not None:
        if len(texts) > 1:
            raise click.UsageError("with --column give one table")
        _write_table(Table(column, scheme, write, overwrite), texts[0] if texts else "-", output, encoding, delimiter)
        return
    if not texts and sys.stdin.isatty():
        raise click.UsageError('give a TEXT, for example: lao-names transliterate "ບໍລິຄຳໄຊ"')
    with opened(output) as out:
        for piece in _lines(encoding) if texts in ((), ("-",)) else (f"{_argument(text)}\n" for text in texts):
            out.write(write(piece).encode("utf-8", "replace"))


def _official(scheme: str) -> Mapping[str, str]:
    # The gazetteer is opened only for those who ask for its names.
    from lao_names.builtin import gazetteer

    return official_names(gazetteer(), scheme)


def _argument(text: str) -> str:
    """An argument as text: bytes that the system could not read stand as the replacement character."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _lines(encoding: str | None) -> Iterator[str]:
    """Standard input in whole lines, so that no syllable is cut in two; an empty input has none."""
    try:
        source = TextSource("-", encoding)
    except EmptyInput:
        return
    pending = ""
    for piece in source.pieces():
        text = pending + piece
        end = text.rfind("\n") + 1
        pending = text[end:]
        if end:
            yield text[:end]
    if pending:
        yield pending


class TakenColumn(ColumnClash):
    """The table has a column of the new one's name; other names than COLUMN_SCHEME cannot be chosen here."""

    def __str__(self) -> str:
        return f"the table has already: {self.value}; --overwrite replaces it"


class Table:
    """A table on its way: the place of the column is known once the header has been read.

    Args:
        column: name or number of the column to write.
        addition: what the new column's name ends in.
        write: writes a cell.
        overwrite: whether the new column replaces one of its name.
    """

    def __init__(self, column: str, addition: str, write: Write, overwrite: bool) -> None:
        self.column, self.addition, self.write, self.overwrite = column, addition, write, overwrite
        self.index = -1
        self.width = 0
        self.dropped: list[int] = []

    def written(self, block: Block, delimiter: str) -> str:
        """The text of a block with the new cells."""
        return block.text([self._record(record, delimiter) for record in block.records])

    def _record(self, record: str, delimiter: str) -> str:
        is_preamble = self.index < 0 and (not record or record.lower() == f"sep={delimiter}")
        if is_preamble or not record:
            return record
        new = self._read_header(record, delimiter) if self.index < 0 else None
        parts = raw_cells(record, delimiter)
        parts += [""] * (self.width - len(parts))
        cell = self.write(value(parts[self.index])) if new is None else new
        kept = [part for place, part in enumerate(parts) if place not in self.dropped]
        return delimiter.join([*kept, written(cell, delimiter)])

    def _read_header(self, record: str, delimiter: str) -> str:
        """Find the column; returns the new one's name."""
        header = cells(record, delimiter)
        self.index, self.width = find_column(self.column, header), len(header)
        name = f"{column_label(self.index, header)}_{self.addition}"
        taken = clashes([name], header)
        if taken and not self.overwrite:
            raise TakenColumn([header[place] for place in taken])
        self.dropped = taken
        return name


def _write_table(table: Table, path: str, output: str, encoding: str | None, delimiter: str | None) -> None:
    source = TextSource(path, encoding)
    try:
        between = named_delimiter(delimiter) if delimiter else find_delimiter(
            source.head, source.name, {header_key(table.column)}
        )  # fmt: skip
        with opened(output, source=source.stat) as out:
            _copy(table, source, out, between)
    finally:
        source.close()


def _copy(table: Table, source: TextSource, out: BinaryIO, delimiter: str) -> None:
    mark = source.encoding.output_mark
    for block in blocks(source.pieces(), delimiter):
        out.write(mark + table.written(block, delimiter).encode("utf-8"))
        mark = b""
    if table.index < 0:
        raise InputError(f"{source.name} has no header and no rows")
