"""Which encoding a file is in, found from its bytes.

Evidence in the order of its strength: a byte order mark; the NUL bytes of UTF-16, most of them in odd or in even places;
bytes that are valid UTF-8, as chance makes no text with Vietnamese or Lao letters; and Windows-1258, taken only where
every letter beyond ASCII is one that Vietnamese or French writes. What is none of these is an error that names the
place, never a guess: a wrong encoding would spoil names silently. Start at :func:`find_encoding`.
"""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

from lao_names.errors import InputError, InvalidArgument

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: Vietnamese and French lower-case letters beyond ASCII, composed. Source: the alphabets' own definition.
_BASES = "aăâeêioôơuưy"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # combining grave, hook above, tilde, acute, dot below
LETTERS = frozenset(
    [unicodedata.normalize("NFC", base + tone) for base in _BASES for tone in _TONES] + list("ăâđêôơưàâçéèêëîïôùûüœ")
)
#: Signs that office programs put into Western text: dashes, quotation marks, the ellipsis, the no-break space, degrees.
SIGNS = frozenset("–—‘’“”„…«»°·•\N{NO-BREAK SPACE}")


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding and where it was learned from.

    Attributes:
        codec: Python's name of it, without any byte order mark: ``utf-8``, ``utf-16-le``, ``cp1258``.
        mark: the byte order mark at the file's beginning, b"" where there is none.
    """

    codec: str
    mark: bytes = b""

    @property
    def label(self) -> str:
        """The name for messages.

        >>> Encoding("cp1258").label, Encoding("utf-8", codecs.BOM_UTF8).label
        ('Windows-1258', 'UTF-8 with BOM')
        """
        name = "Windows-1258" if self.codec == "cp1258" else self.codec.upper()
        return f"{name} with BOM" if self.mark else name

    @property
    def output_mark(self) -> bytes:
        """The mark of the UTF-8 output: the input's own, and always one where the input was not UTF-8 (for Excel)."""
        return self.mark if self.codec == "utf-8" else codecs.BOM_UTF8


class UnknownEncoding(InvalidArgument):
    """``encoding=`` is not an encoding of text."""

    what = "encoding"


def named_encoding(name: str, head: bytes) -> Encoding:
    """The encoding that the user gave, with the byte order mark that the file may have all the same.

    Raises:
        UnknownEncoding: there is no such encoding.

    >>> named_encoding("Windows-1258", b"a,b")
    Encoding(codec='cp1258', mark=b'')
    """
    try:
        info = codecs.lookup(name)
        "".encode(info.name)
    except (LookupError, ValueError):
        raise UnknownEncoding(name, ("utf-8", "utf-16", "windows-1258", "windows-1252")) from None
    codec = {"utf-8-sig": "utf-8"}.get(info.name, info.name)
    for mark, marked in BYTE_ORDER_MARKS:
        if head.startswith(mark) and marked.startswith(codec):
            return Encoding(marked, mark)
    return Encoding({"utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(codec, codec))


def find_encoding(head: bytes, *, whole: bool, fallback: str | None = None) -> Encoding:
    """The encoding of a file that begins with ``head``.

    Args:
        head: the first bytes, best up to and beyond the first one that is not ASCII.
        whole: whether ``head`` is the entire file; otherwise a character may be cut at its end.
        fallback: the encoding of what is neither UTF-8 nor UTF-16; None to look whether it is Windows-1258.

    Raises:
        InputError: a binary file, or an encoding that cannot be told.

    >>> find_encoding("tên\\nBôlykhămxay\\n".encode("cp1258"), whole=True).label
    'Windows-1258'
    >>> find_encoding("tên\\nBôlykhămxay\\n".encode("utf-16-le"), whole=True).label
    'UTF-16-LE'
    """
    for mark, codec in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return Encoding(codec, mark)
    if b"\0" in head:
        return _utf16_by_nul(head, whole)
    damage = _utf8_damage(head, whole)
    if damage is None:
        return Encoding("utf-8")
    if fallback is not None:
        return Encoding(fallback)
    if not _mostly_utf8(head) and _is_vietnamese(head):
        return Encoding("cp1258")
    raise InputError(not_text(head, damage, "utf-8"))


def not_text(data: bytes, at: int, codec: str, *, line: int = 1, offset: int = 0) -> str:
    """The sentence for bytes that an encoding cannot read.

    Args:
        data: the bytes around the place.
        at: index of the first bad byte in ``data``.
        codec: the encoding tried.
        line: 1-based number of the line in which ``data`` begins.
        offset: number of the file's bytes before ``data``.
    """
    line += data[:at].count(b"\n")
    byte = f"0x{data[at]:02X}" if at < len(data) else "the end"
    return (
        f"line {line}, byte {offset + at + 1} of the file: {byte} is not {Encoding(codec).label}; "
        "repair it, or give the file's encoding (--encoding windows-1258, windows-1252, utf-16 ...)"
    )


def _utf8_damage(head: bytes, whole: bool) -> int | None:
    """Index of the first byte that is not UTF-8, None if all is well (a character cut at the end is no damage)."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head, final=whole)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _mostly_utf8(head: bytes) -> bool:
    """Whether text is UTF-8 with damage rather than of another encoding: more characters are right than wrong."""
    beyond = [char for char in head.decode("utf-8", "replace") if char > "\x7f"]
    return 2 * beyond.count("\N{REPLACEMENT CHARACTER}") < len(beyond)


def _utf16_by_nul(head: bytes, whole: bool) -> Encoding:
    """UTF-16 without a mark: the NUL halves of its ASCII characters all stand in odd or all in even places."""
    in_even, in_odd = head[0::2].count(0), head[1::2].count(0)
    codec = "utf-16-le" if in_odd > in_even else "utf-16-be"
    try:
        text = codecs.getincrementaldecoder(codec)().decode(head, final=whole)
    except UnicodeDecodeError:
        text = "\0"
    # Bytes that are no UTF-16 would read as Chinese and signs; the alphabets in question all stand before U+2100.
    if all(char >= " " or char in "\t\r\n" for char in text) and 10 * sum(char < "\u2100" for char in text) > 9 * len(
        text
    ):
        return Encoding(codec)
    line = head[: head.index(0)].count(b"\n") + 1
    raise InputError(f"line {line}: a NUL byte; this is a binary file, not a table of text")


def _is_vietnamese(head: bytes) -> bool:
    """Whether bytes make sense as Windows-1258, and two of them or more say so."""
    try:
        text = unicodedata.normalize("NFC", head.decode("cp1258"))
    except UnicodeDecodeError:
        return False
    letters = [char for char in text if char > "\x7f" and char not in SIGNS]
    return len(letters) >= 2 and all(char.lower() in LETTERS for char in letters)
