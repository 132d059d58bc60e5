"""A table file in, a table file out, whatever the format. Start at :func:`normalize_file`.

The format is told by the file's first bytes where they say it (Excel, Parquet) and by its name else (``.jsonl``); all
other text is CSV or TSV. ``.gz`` and ``.zst`` files are read as what they hold.
"""

from __future__ import annotations

import contextlib
import gzip
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from lao_names.errors import InputError, InvalidArgument, MissingExtra, OutputError
from lao_names.tables import delimited, excel, jsonlines
from lao_names.tables.output import opened, reason
from lao_names.tables.session import Session
from lao_names.tables.settings import Summary
from lao_names.tables.source import TextSource

PACKED = (".gz", ".zst")
EXCEL, PARQUET, JSON_LINES, TEXT = "excel", "parquet", "jsonl", "text"
#: The formats that names of files promise.
SUFFIXES = {
    ".xlsx": EXCEL,
    ".xlsm": EXCEL,
    ".parquet": PARQUET,
    ".pq": PARQUET,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
    ".csv": TEXT,
    ".tsv": TEXT,
}
Progress = Callable[[int], None]


class UnusableOption(InvalidArgument):
    """An option that the file's format has no use for."""

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read a file; None is to find out.

    Attributes:
        encoding, delimiter: of text.
        sheet: of a workbook, by name or number from 1.
        piece: bytes of text to read at once.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    piece: int | None = None


def format_of(path: str) -> str:
    """The format of a file.

    Raises:
        UnusableOption: a format that cannot come through a pipe, or is not known.

    >>> format_of("names.jsonl.gz"), format_of("-")
    ('jsonl', 'text')
    """
    named = SUFFIXES.get(suffix_of(path), TEXT)
    start = b""
    if path != "-" and os.path.isfile(path):
        with contextlib.suppress(OSError), open(path, "rb") as file:
            start = file.read(4)
    if start == b"PK\3\4":
        return EXCEL
    if start == b"PAR1":
        return PARQUET
    if start == b"\xd0\xcf\x11\xe0":
        raise InputError(f"{path} is an Excel file of the old kind (.xls); save it as .xlsx or CSV")
    return named


def suffix_of(path: str) -> str:
    """The ending that tells the format, that of packing left aside."""
    suffixes = [suffix.lower() for suffix in PurePath(path).suffixes]
    while suffixes and suffixes[-1] in PACKED:
        suffixes.pop()
    return suffixes[-1] if suffixes else ""


def normalize_file(
    source: str,
    target: str,
    session: Session,
    reading: Reading = Reading(),
    *,
    progress: Callable[[int | None], contextlib.AbstractContextManager[Progress]] | None = None,
    replacing: bool = False,
) -> Summary:
    """Read a table, write it with the new columns: whole or not at all.

    Args:
        source: a path, or ``-`` for standard input.
        target: a path, ``-`` for standard output, "" for nowhere.
        session: what to do, and who answers.
        reading: how to read the file.
        progress: given the size of the input, makes something that is called with how much of it is done.
        replacing: whether ``target`` may be ``source``.

    Raises:
        InvalidArgument: something asked for does not exist.
        InputError: the input cannot be read.
        OutputError: the output cannot be written.
    """
    shown = progress or (lambda size: contextlib.nullcontext(lambda done: None))
    kind = format_of(source)
    refuse_other_format(kind, target)
    if kind in (EXCEL, PARQUET):
        refuse(reading, "encoding", "delimiter", kind=kind)
        return _binary(kind, source, target, session, reading, shown, replacing)
    refuse(reading, "sheet", kind="CSV")
    fallback = session.settings.legacy and "cp1252"
    table = TextSource(source, reading.encoding, fallback=fallback, piece=reading.piece)
    if source == "-" and table.head.startswith("{"):
        kind = JSON_LINES  # standard input has no name that could say so
    try:
        if kind == JSON_LINES:
            refuse(reading, "delimiter", kind="JSON lines")
        with written(target, None if replacing else table.stat) as out, shown(table.size) as tell:
            if kind == JSON_LINES:
                return jsonlines.normalize(table, out, session, progress=tell)
            return delimited.normalize(table, out, session, delimiter=reading.delimiter, progress=tell)
    finally:
        table.close()


def column_names(source: str, reading: Reading) -> list[str]:
    """The names of a table's columns."""
    kind = format_of(source)
    if kind == EXCEL:
        return excel.column_names(whole(source), source, reading.sheet)
    if kind == PARQUET:
        from lao_names.tables.parquet import opened_parquet

        return list(opened_parquet(source).schema_arrow.names)
    table = TextSource(source, reading.encoding)
    try:
        if kind == JSON_LINES:
            return jsonlines.column_names(table)
        return delimited.column_names(table, reading.delimiter)
    finally:
        table.close()


def _binary(
    kind: str,
    source: str,
    target: str,
    session: Session,
    reading: Reading,
    shown: Callable[[int | None], contextlib.AbstractContextManager[Progress]],
    replacing: bool,
) -> Summary:
    if source == "-":
        raise UnusableOption(f"{kind} cannot be read from standard input; give the file")
    try:
        stat = os.stat(source)
    except OSError as error:
        raise InputError(f"cannot read {source}: {reason(error)}") from None
    with written(target, None if replacing else stat) as out:
        if kind == EXCEL:
            return excel.normalize(whole(source), source, out, session, sheet=reading.sheet)
        from lao_names.tables.parquet import normalize_parquet

        refuse(reading, "sheet", kind=kind)
        return normalize_parquet(source, out, session, progress=shown)


def refuse_other_format(kind: str, target: str) -> None:
    """Raise :class:`UnusableOption` if the target's name promises another format than the table comes out in."""
    promised = SUFFIXES.get(suffix_of(target)) if target not in ("", "-") else None
    if promised is not None and promised != kind:
        raise UnusableOption(f"the table comes out in the format it came in, {kind}; {target} is named like {promised}")
    if kind in (EXCEL, PARQUET) and target == "-" and sys.stdout.isatty():
        raise UnusableOption(f"{kind} is nothing to show on a terminal; give a file: -o FILE")


def refuse(reading: Reading, *options: str, kind: str) -> None:
    """Raise :class:`UnusableOption` if one of the options was given."""
    for option in options:
        if getattr(reading, option) is not None:
            raise UnusableOption(f"--{option} has no meaning for {kind}")


def whole(path: str) -> bytes:
    """The bytes of a file."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise InputError(f"cannot read {path}: {reason(error)}") from None


@contextlib.contextmanager
def written(target: str, source: os.stat_result | None) -> Iterator[BinaryIO]:
    """The stream for a target: packed where its name says so, nowhere where there is none."""
    if not target:
        with open(os.devnull, "wb") as nowhere:
            yield nowhere
        return
    with opened(target, source=source) as out:
        if target.lower().endswith(".gz"):
            # Without the time of day in it, the same table gives the same bytes.
            with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=6, mtime=0, filename="") as packed:
                yield packed  # type: ignore[misc]
        elif target.lower().endswith(".zst"):
            with zstandard_writer(out) as packed:
                yield packed
        else:
            yield out


def zstandard_writer(out: BinaryIO) -> contextlib.AbstractContextManager[BinaryIO]:
    """A stream that packs with Zstandard."""
    try:
        import zstandard
    except ImportError:
        raise MissingExtra("zstandard", "zstd") from None
    packed: contextlib.AbstractContextManager[BinaryIO] = zstandard.ZstdCompressor().stream_writer(out, closefd=False)
    return packed


def kept_copy(source: str, ending: str) -> str:
    """Keep the input under its name with an ending before it is replaced; never over a file that is there.

    Raises:
        OutputError: there is such a file, or it cannot be made.
    """
    copy = f"{os.path.realpath(source)}{ending}"
    try:
        os.link(os.path.realpath(source), copy)
    except FileExistsError:
        raise OutputError(f"{copy} is there already; remove it, or choose another ending for --backup") from None
    except OSError as error:
        raise OutputError(f"cannot write {copy}: {reason(error)}") from error
    return copy
