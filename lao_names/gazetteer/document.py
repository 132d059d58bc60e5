"""One JSON document in parts, each opened when it is asked for.

The compiled gazetteer is nearly two megabytes, and a single answer needs a third of them. Compact JSON holds no line breaks,
so a document with one part a line is still JSON for everybody, and can be cut at its lines without reading it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any


def dump(document: Mapping[str, Any]) -> bytes:
    """A document as it is stored: compact UTF-8 JSON, a part a line, the same bytes for the same content.

    >>> print(dump({"format": 1, "names": ["Xay"]}).decode())
    {
    "format":1,
    "names":["Xay"]
    }
    """
    return b"{\n" + b",\n".join(_written(key) + b":" + _written(value) for key, value in document.items()) + b"\n}"


def _written(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


class Document(Mapping[str, Any]):
    """A stored document; ``document["gazetteer"]`` reads that part, once.

    Raises:
        ValueError: the bytes are not what :func:`dump` writes.
    """

    def __init__(self, stored: bytes) -> None:
        first, *lines, last = stored.split(b"\n")
        if (first, last) != (b"{", b"}"):
            raise ValueError("not a document in parts")
        self._unread = dict(_key_and_value(line) for line in lines)
        self._keys = tuple(self._unread)
        self._read: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        unread = self._unread.get(key)
        if unread is not None:
            self._read[key] = json.loads(unread)
            self._unread.pop(key, None)  # another thread may have done the same
        return self._read[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def _key_and_value(line: bytes) -> tuple[str, bytes]:
    key, _, value = line.partition(b":")
    return json.loads(key), value.removesuffix(b",")
