"""Reading a table's text: a file or standard input, compressed or not, as pieces of decoded text.

Only one piece is in memory at a time, whatever the file's size. Everything that makes a file unreadable becomes an
:class:`~lao_names.errors.InputError` of one sentence with the line. Start at :class:`TextSource`.
"""

from __future__ import annotations

import codecs
import io
import os
import stat
import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from lao_names.errors import InputError
from lao_names.tables.encodings import Encoding, find_encoding, named_encoding, not_text
from lao_names.tables.output import reason
from lao_names.tables.packed import DAMAGES, unpacked

#: Bytes read at once: few enough that all that is made of them stays in the processor's cache.
PIECE = 1 << 16
#: The same where several processes share what is new in a piece: enough that none of them waits long for the others.
SHARED_PIECE = 1 << 20


class EmptyInput(InputError):
    """There is not one byte to read."""


class TextSource:
    """A text file opened for reading once, from its beginning to its end.

    Args:
        path: a path, or ``-`` for standard input.
        encoding: the encoding, or None to find it.
        fallback: the encoding of text that is neither UTF-8 nor UTF-16; None to look for Windows-1258.
        piece: bytes to read at once, None for :data:`PIECE`.

    Attributes:
        name: what messages call the file.
        encoding: the encoding given or found.
        stat: what the system says about the file.
        size: bytes in the file, None where unknown (a pipe).
        done: bytes of the file read so far.

    Raises:
        InputError: the file is missing, a folder, empty, binary or of an encoding that cannot be told.
    """

    def __init__(
        self, path: str, encoding: str | None = None, *, fallback: str | None = None, piece: int | None = None
    ) -> None:
        self._piece = piece or PIECE
        self.name = "standard input" if path == "-" else path
        self._file = self._opened(path)
        self.stat = os.fstat(self._file.fileno()) if has_descriptor(self._file) else None
        self.size = self.stat.st_size if self.stat and stat.S_ISREG(self.stat.st_mode) else None
        self._bytes, compressed = self._guard(lambda: unpacked(self._file))
        self._ahead = self._guard(lambda: self._bytes.read(self._piece))
        if not self._ahead:
            raise EmptyInput(f"{self.name} is empty")
        self.encoding = self._find(encoding, fallback, compressed)
        self._head = self._ahead

    @property
    def done(self) -> int:
        """Bytes of the file read so far; of a pipe always 0."""
        return self._file.tell() if self.size is not None else 0

    @property
    def head(self) -> str:
        """The text of the first piece, for a look before reading; a character may be missing at its end."""
        data = self._head.removeprefix(self.encoding.mark)
        return codecs.getincrementaldecoder(self.encoding.codec)("replace").decode(data)

    def pieces(self) -> Iterator[str]:
        """The text, piece by piece, without a byte order mark.

        Raises:
            InputError: bytes that are not text in this encoding; the message names line and byte.
        """
        decode = codecs.getincrementaldecoder(self.encoding.codec)()
        data = self._ahead.removeprefix(self.encoding.mark)
        offset, line = len(self._ahead) - len(data), 1
        while True:
            text = self._decoded(decode, data, offset, line)
            if b"\0" in data and "\0" in text:  # looking for it in the bytes is many times faster
                line += text[: text.index("\0")].count("\n")
                raise InputError(f"{self.name}, line {line}: a NUL byte; this is a binary file, not a table of text")
            if text:
                yield text
            if not data:
                return
            offset += len(data)
            line += text.count("\n")
            data = self._guard(lambda: self._bytes.read(self._piece))

    def close(self) -> None:
        """Close the file (not standard input)."""
        if self._file is not sys.stdin.buffer:
            self._file.close()

    def _decoded(self, decoder: codecs.IncrementalDecoder, data: bytes, offset: int, line: int) -> str:
        kept = decoder.getstate()[0]  # the bytes of a character that the last piece ended in
        try:
            return decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            place = not_text(kept + data, error.start, self.encoding.codec, line=line, offset=offset - len(kept))
            raise InputError(f"{self.name}, {place}") from None

    def _opened(self, path: str) -> BinaryIO:
        if path == "-":
            return sys.stdin.buffer
        if os.path.isdir(path):
            raise InputError(f"{path} is a folder, not a table")
        try:
            return open(path, "rb")
        except FileNotFoundError:
            raise InputError(f"there is no file {path}") from None
        except (OSError, ValueError) as error:  # ValueError: a NUL in the path
            raise InputError(f"cannot read {path}: {reason(error) if isinstance(error, OSError) else error}") from None

    def _find(self, encoding: str | None, fallback: str | None, compressed: bool) -> Encoding:
        if encoding is not None:
            return named_encoding(encoding, self._ahead)
        try:
            if self.size is None or compressed or not self._ahead.isascii() or b"\0" in self._ahead:
                return find_encoding(self._ahead, whole=len(self._ahead) < self._piece, fallback=fallback)
            return self._find_beyond_ascii(fallback)
        except InputError as error:
            raise InputError(f"{self.name}, {error}") from None

    def _find_beyond_ascii(self, fallback: str | None) -> Encoding:
        """Decide on the first piece that is not ASCII, wherever in the file it stands, then go back."""
        place = self._file.tell()
        try:
            while piece := self._file.read(self._piece):
                if not piece.isascii():
                    return self._judged(piece + self._file.read(1 << 16), fallback)
            return Encoding("utf-8")
        finally:
            self._file.seek(place)

    def _judged(self, window: bytes, fallback: str | None) -> Encoding:
        try:
            return find_encoding(window, whole=False, fallback=fallback)
        except InputError:
            return Encoding("utf-8")  # reading on will meet the bad bytes and name their line

    def _guard(self, act: Callable[[], Any]) -> Any:
        try:
            return act()
        except DAMAGES as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            raise InputError(f"cannot read {self.name}: {why}") from None


def has_descriptor(stream: BinaryIO) -> bool:
    """Whether a stream is a file of the operating system (a test's standard input is not)."""
    try:
        stream.fileno()
    except (OSError, AttributeError, io.UnsupportedOperation):
        return False
    return True
