"""Reading what a ``.gz`` or ``.zst`` file holds; a file that ends too early is an error, not a short file."""

from __future__ import annotations

import gzip
import zlib
from typing import Any, BinaryIO

from lao_names.errors import MissingExtra

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
#: What reading raises on a damaged file.
DAMAGES: tuple[type[Exception], ...] = (OSError, EOFError, zlib.error)
STEP = 1 << 16  # packed bytes unpacked at once


def unpacked(stream: BinaryIO) -> tuple[Any, bool]:
    """A stream of what a file holds, and whether it was packed: told by the first bytes, not by the name."""
    start = stream.peek(4)[:4] if hasattr(stream, "peek") else b""
    if start.startswith(GZIP):
        return gzip.GzipFile(fileobj=stream, mode="rb"), True
    if start.startswith(ZSTD):
        return ZstandardFile(stream), True
    return stream, False


class ZstandardFile:
    """Reads Zstandard frames, one after the other.

    The package's own readers end in silence where a file was cut off; here that is an :class:`EOFError`.
    """

    def __init__(self, stream: BinaryIO) -> None:
        try:
            import zstandard
        except ImportError:
            raise MissingExtra("zstandard", "zstd") from None
        self._stream, self._zstandard = stream, zstandard
        self._frame: Any = None
        self._rest = b""
        self._ready = b""

    def read(self, size: int) -> bytes:
        """The next bytes, fewer than ``size`` at the end only.

        Raises:
            EOFError: the file is cut off or damaged.
        """
        parts, have = [self._ready], len(self._ready)
        while have < size and (more := self._more()) is not None:
            parts.append(more)
            have += len(more)
        data = b"".join(parts)
        self._ready = data[size:]
        return data[:size]

    def _more(self) -> bytes | None:
        """What the next packed bytes give; None at the end."""
        packed = self._rest or self._stream.read(STEP)
        self._rest = b""
        if not packed:
            if self._frame is not None:
                raise EOFError("the packed file is cut off")
            return None
        if self._frame is None:
            self._frame = self._zstandard.ZstdDecompressor().decompressobj()
        try:
            found: bytes = self._frame.decompress(packed)
        except self._zstandard.ZstdError as error:
            raise EOFError(f"the packed file is damaged: {error}") from None
        if self._frame.eof:
            self._rest, self._frame = self._frame.unused_data, None
        return found
