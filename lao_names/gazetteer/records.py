"""From YAML files to records that remember their line.

Knows how a gazetteer folder is laid out and read, not what is true of it: that is :mod:`~lao_names.gazetteer.checks`,
and :mod:`~lao_names.gazetteer.loading` makes entities of the records. Start with :func:`read_folder`.

Every scalar is kept as the text that was written. YAML would turn ``no`` into False, ``12:30`` into 750 and ``0801``
into 801; and of two equal keys it silently keeps the second. So nothing is resolved here, and a second key is a problem.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from lao_names.errors import GazetteerError

WORDS_FILE = "words.yaml"
SOURCES_FILE = "sources.yaml"

MESSAGES = {
    "E101": "this is not YAML that can be read",
    "E102": "the same key stands twice",
    "E105": "a value has the wrong shape",
}


class Problem(NamedTuple):
    """Something wrong in a file; sorts by place.

    Attributes:
        file: path relative to the folder.
        line: counted from 1.
        code: ``E101`` to ``W499``: E = error, W = worth a look.
        message: what the code means.
        detail: what it is about.
        entity: id of the entity, "" where there is none.
    """

    file: str
    line: int
    code: str
    message: str
    detail: str = ""
    entity: str = ""

    def __str__(self) -> str:
        about = f" ({self.entity})" if self.entity else ""
        detail = f": {self.detail}" if self.detail else ""
        return f"{self.file}:{self.line} {self.code} {self.message}{detail}{about}"


class Scalar(str):
    """A text that knows its line."""

    line: int = 0


class Listing(list[Any]):
    """A YAML sequence that knows its line."""

    line: int = 0


class Block(dict[str, Any]):
    """A YAML mapping that knows its line."""

    line: int = 0

    def text(self, key: str) -> Scalar:
        """The text under a key, empty where there is none."""
        value = self.get(key)
        return value if isinstance(value, Scalar) else Scalar("")

    def blocks(self, key: str) -> list[Block]:
        """The mappings listed under a key."""
        return [item for item in self.get(key) or () if isinstance(item, Block)]

    def texts(self, key: str) -> list[Scalar]:
        """The texts under a key that holds one text or a list of them."""
        value = self.get(key)
        return [value] if isinstance(value, Scalar) else [item for item in value or () if isinstance(item, Scalar)]

    def line_of(self, key: str) -> int:
        """The line of the value under a key, or of the mapping itself."""
        return getattr(self.get(key), "line", 0) or self.line


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
        content = _read_file(file, name, folder.problems)
        if content is None:
            continue
        if name == SOURCES_FILE:
            _take_sources(content, name, folder)
        else:
            records = folder.words if name == WORDS_FILE else folder.entities
            records.extend(_records(content, name, folder.problems))
    return folder


def _read_file(file: Path, name: str, problems: list[Problem]) -> Any:
    """The content of a file, or None where it is empty or cannot be read."""
    import yaml  # loaded late: the compiled gazetteer needs no YAML at run time

    try:
        text = file.read_bytes().decode("utf-8-sig")
        node = _loader(yaml)(text).get_single_node()
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        problems.append(Problem(name, line, "E101", MESSAGES["E101"], "the bytes are not UTF-8"))
        return None
    except OSError as error:
        problems.append(Problem(name, 1, "E101", MESSAGES["E101"], error.strerror or str(error)))
        return None
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        detail = getattr(error, "problem", None) or str(error).split("\n")[0]
        problems.append(Problem(name, mark.line + 1 if mark else 1, "E101", MESSAGES["E101"], detail))
        return None
    return None if node is None else _Reader(name, problems).convert(node)


def _loader(yaml: Any) -> Any:
    """The loader that resolves no scalar; the one written in C is ten times faster, where there is one."""
    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Reader:
    """Turns YAML nodes into texts, lists and mappings with lines."""

    def __init__(self, name: str, problems: list[Problem]) -> None:
        self._name = name
        self._problems = problems
        self._seen: set[int] = set()

    def convert(self, node: Any, depth: int = 0) -> Any:
        line = node.start_mark.line + 1
        if node.id == "scalar":
            value = Scalar(node.value)
            value.line = line
            return value
        # An alias would bring one node twice: endless where it holds itself, and one fact in two places.
        if id(node) in self._seen or depth > 8:
            self._problems.append(Problem(self._name, line, "E105", MESSAGES["E105"], "aliases are not used here"))
            return None
        self._seen.add(id(node))
        return self._listing(node, line, depth) if node.id == "sequence" else self._block(node, line, depth)

    def _listing(self, node: Any, line: int, depth: int) -> Listing:
        listing = Listing(self.convert(item, depth + 1) for item in node.value)
        listing.line = line
        return listing

    def _block(self, node: Any, line: int, depth: int) -> Block:
        block = Block()
        block.line = line
        for key_node, value_node in node.value:
            key, at = str(key_node.value), key_node.start_mark.line + 1
            if key_node.id != "scalar":
                self._problems.append(Problem(self._name, at, "E105", MESSAGES["E105"], "a key must be a text"))
            elif key in block:
                self._problems.append(Problem(self._name, at, "E102", MESSAGES["E102"], key))
            else:
                block[key] = self.convert(value_node, depth + 1)
        return block


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
        problems.append(Problem(name, content.line, "E105", MESSAGES["E105"], "expected a list: each entry begins `- `"))
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
