"""Names found in articles, written as a list, as CSV or as JSON lines.

A :class:`Writer` gets one article after the other, so that nothing has to wait for the last one.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from typing import BinaryIO

from lao_names.cli.articles import Article
from lao_names.cli.display import columns, printable
from lao_names.cli.highlighting import Page
from lao_names.extraction import Extractor
from lao_names.extraction.mention import Mention
from lao_names.matching.resolution import Status
from lao_names.tables.formulas import escaped

HEADER = ("file", "start", "end", "text", "id", "name", "kind", "status", "probability")
LIST_HEADER = ("at", "text", "status", "id", "name", "kind", "probability")


class Writer:
    """Writes nothing but the page, if one is wanted; its children write names too.

    Args:
        out: where names are written.
        page: the highlighted page, if one is wanted.
    """

    def __init__(self, out: BinaryIO, page: Page | None) -> None:
        self._out, self._page = out, page
        self._files: set[str] = set()
        self._found: Counter[str] = Counter()

    def write(self, article: Article, mentions: Sequence[Mention]) -> None:
        """One article with its names."""
        self._files.add(article.name)
        self._found.update(str(mention.resolution.status) for mention in mentions)
        if self._page:
            self._page.write(article, mentions)
        self._names(article, mentions)

    def finish(self) -> None:
        """The end of the page."""
        if self._page:
            self._page.finish()

    def summary(self) -> str:
        """How much was found.

        >>> Writer(io.BytesIO(), None).summary()
        '0 names in 0 texts'
        """
        total = sum(self._found.values())
        parts = ", ".join(f"{count} {status}" for status, count in sorted(self._found.items()))
        return f"{counted(total, 'name')} in {counted(len(self._files), 'text')}" + (f": {parts}" if parts else "")

    def _names(self, article: Article, mentions: Sequence[Mention]) -> None:
        """Nothing but the page."""

    def _line(self, text: str) -> None:
        self._out.write(text.encode("utf-8", "backslashreplace") + b"\n")


class ListWriter(Writer):
    """For people: a heading for each article, a line for each name."""

    def _names(self, article: Article, mentions: Sequence[Mention]) -> None:
        note = " (offsets in the visible text)" if article.form == "html" and mentions else ""
        self._line(f"{printable(article.name)}: {counted(len(mentions), 'name')}{note}")
        if mentions:
            for line in columns([LIST_HEADER, *map(_list_row, mentions)]):
                self._line(f"  {line}")


class CsvWriter(Writer):
    """For tables: one record for each name."""

    def __init__(self, out: BinaryIO, page: Page | None) -> None:
        super().__init__(out, page)
        self._record(HEADER)

    def _names(self, article: Article, mentions: Sequence[Mention]) -> None:
        for mention in mentions:
            self._record([escaped(article.name), *_csv_row(mention)])

    def _record(self, cells: Sequence[object]) -> None:
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator="\n").writerow(cells)
        self._out.write(buffer.getvalue().encode("utf-8", "backslashreplace"))


class JsonWriter(Writer):
    """For programs: one object for each name."""

    def _names(self, article: Article, mentions: Sequence[Mention]) -> None:
        for mention in mentions:
            self._line(json.dumps({"file": article.name, **mention.to_dict()}, ensure_ascii=False))


WRITERS: dict[str, type[Writer]] = {"list": ListWriter, "csv": CsvWriter, "json": JsonWriter, "page only": Writer}


def writer_of(style: str, out: BinaryIO, page: BinaryIO | None, extractor: Extractor) -> Writer:
    """The writer of a style, with the page if one is wanted."""
    return WRITERS[style](out, Page(page, extractor.gazetteer) if page else None)


def counted(number: int, thing: str) -> str:
    """A number of things.

    >>> counted(1, "name"), counted(2, "name")
    ('1 name', '2 names')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def entity_cells(mention: Mention) -> tuple[str, str, str]:
    """Id, name and kind of what is meant; all that are tied where the answer is ambiguous; nothing without a match."""
    answer = mention.resolution
    if answer.status is Status.NO_MATCH:
        return "", "", ""
    meant = [candidate.entity for candidate in answer.tied or answer.candidates[:1]]
    return tuple(
        " | ".join(dict.fromkeys(cell)) for cell in zip(*((one.id, one.name, str(one.kind)) for one in meant), strict=True)
    )  # type: ignore[return-value]


def probability(mention: Mention) -> str:
    """The chance of the best candidate, "" where there is none."""
    candidates = mention.resolution.candidates
    return f"{candidates[0].probability:.2f}" if candidates else ""


def _list_row(mention: Mention) -> list[str]:
    place = f"{mention.start}-{mention.end}"
    return [place, printable(mention.text), str(mention.resolution.status), *entity_cells(mention), probability(mention)]


def _csv_row(mention: Mention) -> list[object]:
    cells = entity_cells(mention)
    status = str(mention.resolution.status)
    return [mention.start, mention.end, escaped(mention.text), *map(escaped, cells), status, probability(mention)]
