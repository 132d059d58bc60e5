"""One YAML file as texts, lists and mappings that remember their line.

Every scalar is kept as the text that was written. YAML would turn ``no`` into False, ``12:30`` into 750 and ``0801``
into 801; and of two equal keys it silently keeps the second. So nothing is resolved here, and a second key is a
problem. Start with :func:`read_file`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

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


def read_file(file: Path, name: str, problems: list[Problem]) -> Any:
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
        """The node as texts, lists and blocks that know their line; None where an alias or its depth forbids it."""
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
