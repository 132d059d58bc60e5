"""Files with articles, as plain texts: text, Markdown, HTML, JSON lines.

:func:`articles_of` gives the :class:`Article` s of one file. Of HTML only what a reader sees is kept, so offsets count in
that text; of Markdown and text every character stays where it is (addresses and code are blanked out, not removed).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from lao_names.errors import InputError
from lao_names.tables.output import reason
from lao_names.tables.source import EmptyInput, TextSource

FORMATS = ("text", "markdown", "html", "jsonl")
SUFFIXES = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
"""Names of files with articles; others are read as text when named, and passed over in folders."""

_COMPRESSED = {".gz", ".zst"}
_CODE = re.compile(r"^(```|~~~).*?(?:^\1|\Z)|`[^`\n]+`|<!--.*?(?:-->|\Z)|<[^<>\n]{1,200}>", re.DOTALL | re.MULTILINE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>")
_NOT_SHOWN = re.compile(r"<!--.*?(?:-->|\Z)|<!\[.*?(?:\]>|\Z)|<[?!][^<>]*(?:>|\Z|(?=<))", re.DOTALL)
_ADDRESS = re.compile(r"(?<=\]\()[^()\s]+(?:\s+\"[^\"]*\")?(?=\))|(?<=\]:)\s*\S+|https?://\S+|\bwww\.\S+")


@dataclass(frozen=True, slots=True)
class Article:
    """A text to be read.

    Attributes:
        name: the file, with the line for JSON lines ("news.jsonl:3").
        text: the text; of HTML what is visible of it.
        form: one of :data:`FORMATS`.
        on: its day, if the file says so.
        shown: the text as it is shown to people, as long as ``text``; "" if it is the same.
        problem: why this part of the file cannot be read; "" where it can.
    """

    name: str
    text: str
    form: str
    on: str | None = None
    shown: str = ""
    problem: str = ""


def articles_of(
    path: str, form: str | None = None, field: str = "text", encoding: str | None = None, on: str | None = None
) -> Iterator[Article]:
    """The articles of a file.

    Args:
        path: the file, ``-`` for standard input.
        form: what it is; None to tell by its name.
        field: the field of JSON lines that holds the text.
        encoding: its encoding; None to find it.
        on: ``@FIELD`` for the field that holds the day of a JSON line.

    Raises:
        InputError: the file cannot be read as text.
    """
    form = form or form_of(path)
    name = "standard input" if path == "-" else path
    text = read_text(path, encoding)
    if form == "jsonl":
        yield from of_json_lines(name, text, field, on)
    elif form == "html":
        yield Article(name, visible_text(text), form)
    elif form == "markdown":
        yield Article(name, without_addresses(text), form, shown=text)
    else:
        yield Article(name, text, form)


def form_of(path: str) -> str:
    """What a file is, by its name.

    >>> form_of("news/a.HTM"), form_of("b.jsonl.gz"), form_of("c")
    ('html', 'jsonl', 'text')
    """
    suffixes = [suffix.lower() for suffix in Path(path).suffixes]
    while suffixes and suffixes[-1] in _COMPRESSED:
        suffixes.pop()
    return SUFFIXES.get(suffixes[-1], "text") if suffixes else "text"


def files_below(folder: str) -> list[str]:
    """The files with articles in a folder and below, in the order of their names.

    Raises:
        InputError: the folder cannot be read.
    """
    found: list[str] = []

    def failed(error: OSError) -> None:
        raise InputError(f"cannot read {error.filename or folder}: {reason(error)}")

    for here, below, names in os.walk(folder, onerror=failed):
        below.sort()
        for name in sorted(names):
            suffixes = [suffix.lower() for suffix in Path(name).suffixes if suffix.lower() not in _COMPRESSED]
            if suffixes and suffixes[-1] in SUFFIXES and not name.startswith("."):
                found.append(os.path.join(here, name))
    return found


def read_text(path: str, encoding: str | None) -> str:
    """The text of a file; "" of an empty one."""
    try:
        source = TextSource(path, encoding)
    except EmptyInput:
        return ""
    try:
        return "".join(source.pieces())
    finally:
        source.close()


# --- JSON lines ---


def of_json_lines(name: str, text: str, field: str, on: str | None) -> Iterator[Article]:
    """An article for each line that is not blank; a line that is no such object has a problem."""
    for number, line in enumerate(text.splitlines() if "\r" in text else text.split("\n"), 1):
        if line.strip():
            yield _of_line(f"{name}:{number}", line, field, on)


def _of_line(name: str, line: str, field: str, on: str | None) -> Article:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Article(name, "", "jsonl", problem=f"{name}: not JSON ({error})")
    if not isinstance(record, dict) or not isinstance(record.get(field), str):
        fields = ", ".join(map(str, record)) if isinstance(record, dict) else "no object"
        return Article(name, "", "jsonl", problem=f"{name}: no text in the field {field!r}; there are: {fields}")
    day = record.get(on[1:]) if on and on.startswith("@") else None
    return Article(name, record[field], "jsonl", str(day)[:10] if day else None)


# --- Markdown ---


def without_addresses(text: str) -> str:
    """Markdown with code, tags and addresses blanked out; every other character stays in its place.

    >>> without_addresses("[Pakse](http://a.example/Pakse)")
    '[Pakse](                      )'
    """
    text = _CODE.sub(_blank, text)
    return _ADDRESS.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


# --- HTML ---


def visible_text(page: str) -> str:
    """What a browser shows of a page, as text: one line end for a break, two between blocks, spaces as one.

    Read by regular expressions of which each begins and ends at "<", so that no page takes more than linear time (the
    standard library's parser looks for the end of each unclosed tag anew).

    >>> visible_text("<p>tỉnh <b>Hủa</b> Phăn<script>x()</script></p><p>Lào &amp; Việt</p>")
    'tỉnh Hủa Phăn\\n\\nLào & Việt'
    """
    page = _NOT_SHOWN.sub("", page)
    parts: list[str] = []
    end, is_pre, unseen = 0, False, ""
    for tag in _TAG.finditer(page):
        closes, name = tag[1] == "/", tag[2].lower()
        if unseen and name == "body":
            unseen = ""  # a head that was never closed
        if not unseen:
            parts.append(_spaced(page[end : tag.start()], is_pre))
            parts.append("\n" if name == "br" else "\n\n" if name in BLOCKS else "\t" if name in ("td", "th") else "")
        end = tag.end()
        is_pre = not closes if name == "pre" else is_pre
        if unseen == name and closes:
            unseen = ""
        elif not unseen and not closes and name in UNSEEN and not tag[3].endswith("/"):
            unseen = name
    if not unseen:
        parts.append(_spaced(page[end:], is_pre))
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", re.sub(r" {2,}", " ", "".join(parts)))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _spaced(data: str, is_pre: bool) -> str:
    """Text between tags: its spaces joined as a browser joins them, then its entities resolved."""
    return unescape(data if is_pre else re.sub(r"[ \t\r\n\f]+", " ", data))


UNSEEN = frozenset("script style template noscript svg math head object iframe select textarea title".split())
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
