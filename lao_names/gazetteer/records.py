"""From YAML files to records that remember their line.

Knows how a gazetteer folder is laid out and read, not what is true of it: that is :mod:`~lao_names.gazetteer.checks`,
and :mod:`~lao_names.gazetteer.loading` makes entities of the records. Start with :func:`read_folder`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lao_names.errors import GazetteerError
from lao_names.gazetteer.yaml_reading import MESSAGES, Block, Listing, Problem, Scalar, read_file

WORDS_FILE = "words.yaml"
SOURCES_FILE = "sources.yaml"


@dataclass(slots=True)
class Record:
    """One entity, or one word, as written."""

    file: str
    data: Block

    @property
    def id(self) -> str:
        """The entity's id, empty where it was forgotten."""
        return str(self.data.text("id"))

    @property
    def line(self) -> int:
        """The line where the record begins."""
        return self.data.line

    def problem(self, code: str, message: str, line: int = 0, detail: object = "") -> Problem:
        """A problem at a line of this record."""
        return Problem(self.file, line or self.line, code, message, str(detail), self.id)


@dataclass(slots=True)
class Folder:
    """A gazetteer as its files stand."""

    path: Path
    entities: list[Record] = field(default_factory=list)
    words: list[Record] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def yaml_files(path: Path) -> list[Path]:
    """The YAML files of a folder and its sub-folders, in one order on every machine.

    Raises:
        GazetteerError: there is no such folder, or no YAML file in it.
    """
    if not path.exists():
        raise GazetteerError([f"there is no gazetteer folder {path}"])
    if not path.is_dir():
        raise GazetteerError([f"{path} is a file; a gazetteer is a folder of YAML files"])
    found = sorted(
        (file for file in path.rglob("*") if file.suffix in (".yaml", ".yml") and file.is_file()),
        key=lambda file: file.relative_to(path).as_posix(),
    )
    if not found:
        raise GazetteerError([f"there is no YAML file in the folder {path}"])
    return found


def fingerprint(path: str | Path) -> str:
    """A hash over the names and bytes of a folder's YAML files: the same text, the same fingerprint."""
    folder = Path(path)
    digest = hashlib.sha256()
    for file in yaml_files(folder):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def read_folder(path: str | Path) -> Folder:
    """Read all YAML files of a folder; problems are collected, not raised.

    Raises:
        GazetteerError: there is no such folder, or no YAML file in it.
    """
    folder = Folder(Path(path))
    for file in yaml_files(folder.path):
        name = file.relative_to(folder.path).as_posix()
        content = read_file(file, name, folder.problems)
        if content is None:
            continue
        if name == SOURCES_FILE:
            _take_sources(content, name, folder)
        else:
            records = folder.words if name == WORDS_FILE else folder.entities
            records.extend(_records(content, name, folder.problems))
    return folder


def _take_sources(content: Any, name: str, folder: Folder) -> None:
    if not isinstance(content, Block):
        folder.problems.append(Problem(name, content.line, "E105", MESSAGES["E105"], "expected `key: source` lines"))
        return
    for key, value in content.items():
        if isinstance(value, Scalar):
            folder.sources[key] = str(value)
        else:
            folder.problems.append(Problem(name, content.line_of(key), "E105", MESSAGES["E105"], f"{key} is no text"))


def _records(content: Any, name: str, problems: list[Problem]) -> Iterator[Record]:
    """The records of a file, with wrong shapes reported and taken out."""
    if not isinstance(content, Listing):
        problems.append(
            Problem(name, content.line, "E105", MESSAGES["E105"], "expected a list: each entry begins `- `")
        )
        return
    for item in content:
        if isinstance(item, Block):
            record = Record(name, item)
            problems.extend(_wrong_shapes(record))
            yield record
        elif item is not None:
            problems.append(Problem(name, item.line, "E105", MESSAGES["E105"], "expected `key: value` lines"))


MAPS = ("names", "codes")
LISTS_OF_MAPS = ("forms", "offices", "earlier_parents")
LISTS_OF_TEXTS = ("successors", "points_to", "source")


def _wrong_shapes(record: Record) -> Iterator[Problem]:
    yield from _mend(record, record.data)
    for key in LISTS_OF_MAPS:
        for block in record.data.blocks(key):
            yield from _mend(record, block)


def _mend(record: Record, block: Block) -> Iterator[Problem]:
    """Report and remove the values of a mapping that have not the shape of their key."""
    for key in list(block):
        expected = _misfit(key, block[key])
        if expected:
            line = block.line_of(key)
            yield record.problem("E105", MESSAGES["E105"], line, f"{key} must be {expected}")
            del block[key]


def _misfit(key: str, value: Any) -> str:
    """What the value should have been, or "" where it is right."""
    if key in MAPS:
        right = isinstance(value, Block) and all(isinstance(item, Scalar) for item in value.values())
        return "" if right else "`{key: text, ...}`"
    if key in LISTS_OF_MAPS:
        return "" if _all(value, Block) else "a list of `{key: text, ...}`"
    if key in LISTS_OF_TEXTS:
        return "" if isinstance(value, Scalar) or _all(value, Scalar) else "a text or a list of texts"
    return "" if isinstance(value, Scalar) else "a text"


def _all(value: Any, kind: type) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str) and all(isinstance(item, kind) for item in value)
