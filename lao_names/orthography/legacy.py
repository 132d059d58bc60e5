"""Vietnamese text in the encodings of before Unicode: TCVN3 (ABC), VNI, VIQR, VISCII, Windows-1258.

Such text reaches us in two shapes: as bytes, or as text that was decoded as if it were Western (Windows-1252), so that
``Viªng Ch¨n`` stands for Viêng Chăn. :func:`decode_legacy` takes both. Guessing which encoding it is can do harm, so it
asks for much: the decoded text must be made of Vietnamese syllables, clearly more so than the text as it stands; else
nothing is changed.

TCVN3 has no codes for capitals with a tone: a font of capitals shows the small letters. Converters write the capital letter
and the code of the small one, which cannot be told from two letters (Oọ).

Sources: TCVN 5712:1993 and the table of TCVN3 fonts, the VNI-Win table, RFC 1456 (VISCII, VIQR), Microsoft's table of
code page 1258; every letter compared with the tables of glibc's iconv where it has the encoding. Read 2026-11. The tables
stand in :mod:`~lao_names.orthography.legacy_tables`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from lao_names.errors import InvalidArgument, NotText
from lao_names.orthography.legacy_tables import TCVN3, VIQR_MARKS, VISCII, VNI, VNI_OTHER

ENCODINGS = ("tcvn3", "vni", "viqr", "viscii", "windows-1258")
ALIASES = {"abc": "tcvn3", "tcvn": "tcvn3", "vni-win": "vni", "cp1258": "windows-1258", "1258": "windows-1258"}

LEAST_SHARE = 0.9
"""Share of the words with letters beyond ASCII that must be Vietnamese syllables before a guess is believed."""


MARGIN = 0.2
"""By how much the next best reading, the text as it stands included, must be worse."""

LEAST_LETTERS = 2
"""Letters beyond ASCII that a guess must rest on: one can be read in too many ways."""


_MIXED = re.compile("[A-Za-z][\u0370-\u07ff]|[\u0370-\u07ff][A-Za-z]")
"""A Latin letter beside one from Greek to N'Ko, which are two bytes in UTF-8 as two Vietnamese letters side by side are in
other encodings: ườ of VISCII is a sign of N'Ko."""


class UnknownEncoding(InvalidArgument):
    """``encoding=`` is no legacy encoding of Vietnamese that the library knows."""

    what = "legacy encoding"

    def __str__(self) -> str:
        if self.value is None:
            return f"say which encoding it is (encoding=, one of {', '.join(self.known)}), or have it guessed (guess=True)"
        return super().__str__()


def decode_legacy(text_or_bytes: str | bytes, encoding: str | None = None, *, guess: bool = False) -> str:
    """Vietnamese text from an encoding of before Unicode.

    Args:
        text_or_bytes: bytes in the encoding, or text that came from them by decoding them as Windows-1252 or Latin-1.
        encoding: ``tcvn3``, ``vni``, ``viqr``, ``viscii`` or ``windows-1258``.
        guess: find the encoding. What is already good text, or is not surely Vietnamese, comes back as it is (bytes as
            UTF-8, else as Windows-1252).

    Returns:
        the text, NFC.

    Raises:
        UnknownEncoding: there is no such encoding, or neither ``encoding`` nor ``guess`` is given.
        NotText: neither text nor bytes.

    >>> decode_legacy("Viªng Ch¨n", "tcvn3"), decode_legacy("Vie^ng Cha(n", "viqr")
    ('Viêng Chăn', 'Viêng Chăn')
    >>> decode_legacy("Vieâng Chaên", guess=True), decode_legacy("Müller", guess=True)
    ('Viêng Chăn', 'Müller')
    """
    if not isinstance(text_or_bytes, str | bytes | bytearray):
        raise NotText(text_or_bytes)
    if encoding is not None:
        name = str(encoding).lower().replace("_", "-")
        name = ALIASES.get(name, name)
        if name not in ENCODINGS:
            raise UnknownEncoding(encoding, ENCODINGS)
        return _decode(_western(text_or_bytes), name)
    if not guess:
        raise UnknownEncoding(encoding, ENCODINGS)
    return _guessed(text_or_bytes)


def _guessed(given: str | bytes | bytearray) -> str:
    if not isinstance(given, str):
        return _guessed_bytes(bytes(given))
    return _guessed_text(given, given)


def _guessed_bytes(data: bytes) -> str:
    """Bytes that are valid UTF-8 are UTF-8, unless words come out that nobody writes and good Vietnamese ones otherwise."""
    western = _western(data)
    try:
        text = unicodedata.normalize("NFC", data.decode("utf-8"))
    except UnicodeDecodeError:
        return _guessed_text(western, unicodedata.normalize("NFC", western))
    if _MIXED.search(text):
        return _guessed_text(western, text)
    return _guessed_text(text, text)


def _guessed_text(given: str, unchanged: str) -> str:
    """A text in the encoding that it is surely in; what it is to be otherwise where there is none."""
    as_it_is = unicodedata.normalize("NFC", given)
    if any(ord(character) > 0x2FF and character not in _WINDOWS_EXTRAS for character in as_it_is):
        return unchanged
    decoded = {_decode(given, name, careful=True) for name in ENCODINGS} - {as_it_is}
    likely = [text for text in decoded if vietnamese_share(text) >= LEAST_SHARE]
    likely.sort(key=lambda text: (-vietnamese_share(text), rarity(text), text))
    if not likely or vietnamese_share(likely[0]) - vietnamese_share(as_it_is) <= MARGIN:
        return unchanged
    best = likely[0]
    is_clear = all(
        vietnamese_share(best) - vietnamese_share(other) > MARGIN or rarity(other) > RARER * rarity(best)
        for other in likely[1:]
    )
    return best if is_clear and sum(not letter.isascii() for letter in best) >= LEAST_LETTERS else unchanged


FREQUENT = "đàáôạệêưốộỉếảớợăựờậìủữịấĩãềểâụóổíơắặầồòứýừọẩửễởúỗùằũỷéẽẳỹẫẹõỡẵẻỏèỳ"
"""Vietnamese letters beyond ASCII, the most frequent first (five newspaper articles of 2023, 4,275 letters)."""

RARER = 2.5
"""How much rarer the letters of another reading must be on average."""


def rarity(text: str) -> float:
    """The mean rank of the Vietnamese letters of a text in :data:`FREQUENT`, counted from 1."""
    ranks = [FREQUENT.find(letter) % (len(FREQUENT) + 1) + 1 for letter in text.casefold() if not letter.isascii()]
    return sum(ranks) / len(ranks) if ranks else 0.0


_WINDOWS_EXTRAS = frozenset(bytes(range(0x80, 0xA0)).decode("cp1252", "ignore"))


def _western(given: str | bytes | bytearray) -> str:
    """Bytes as the characters of Windows-1252, unassigned ones and controls as in Latin-1."""
    return given if isinstance(given, str) else "".join(map(_western_character, bytes(given)))


def _western_character(code: int) -> str:
    try:
        return bytes([code]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(code)


def _decode(text: str, name: str, *, careful: bool = False) -> str:
    if name == "viqr":
        decoded = _viqr(text, careful=careful)
    elif name == "windows-1258":
        decoded = _bytes_of(text).decode("cp1258", "replace") if _is_western(text) else text
    else:
        pattern, letters = _pattern(name)
        decoded = pattern.sub(lambda match: letters[match[0]], text)
    return unicodedata.normalize("NFC", decoded)


def _is_western(text: str) -> bool:
    return all(ord(character) < 0x100 or character in _WINDOWS_EXTRAS for character in text)


def _bytes_of(text: str) -> bytes:
    return b"".join(
        character.encode("cp1252") if character in _WINDOWS_EXTRAS else bytes([ord(character)]) for character in text
    )


@cache
def _pattern(name: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """The codes of an encoding as a pattern, longest first, and the letter of each."""
    table = {"tcvn3": TCVN3, "vni": VNI, "viscii": VISCII}[name]
    letters: dict[str, str] = {}
    for letter, code in (*table.items(), *(VNI_OTHER.items() if name == "vni" else ())):
        data = bytes.fromhex(code)
        # The text may have been decoded as Windows-1252 or as Latin-1.
        letters[_western(data)] = letter
        letters.setdefault(data.decode("latin-1"), letter)
    codes = sorted(letters, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, codes))), letters


_VIQR = re.compile(r"\\(.)|([Dd])([Dd])|(?P<vowel>[AEIOUYaeiouy])([\^(+]?)([`'?~.]?)", re.DOTALL)
_INSIDE_A_NAME = re.compile(r"[^\W\d_]|[- ][^\W\d_]")
_INSIDE_A_WORD = re.compile(r"[^\W\d_]")
_MODIFIED = {"^": "aeo", "(": "a", "+": "ou"}


def _viqr(text: str, *, careful: bool) -> str:
    """VIQR: marks as ASCII punctuation after the vowel; a backslash keeps the next character as it is.

    Args:
        text: the text.
        careful: whether a full stop or question mark at the end of a name, or after an initial (O. Tám), is taken for
            punctuation, as it is in text that was typed without the standard in mind.
    """
    return _VIQR.sub(lambda match: _viqr_letter(match, careful), text)


def _viqr_letter(match: re.Match[str], careful: bool) -> str:
    escaped, d, _, vowel, modifier, tone = match.groups()
    if escaped is not None:
        return escaped
    if d is not None:
        return "Đ" if d == "D" else "đ"
    if modifier and vowel.lower() not in _MODIFIED[modifier]:
        return match[0]
    letter = vowel + VIQR_MARKS.get(modifier, "")
    if careful and tone in ("?", ".") and _ends_a_name(match):
        return letter + tone
    return letter + VIQR_MARKS.get(tone, "")


def _ends_a_name(match: re.Match[str]) -> bool:
    """Whether no name goes on after a vowel with its marks, or a vowel and a full stop are all of a word: an initial."""
    text, start, end = match.string, match.start(), match.end()
    is_a_word = not (text[max(start - 1, 0) : start].isalpha() or _INSIDE_A_WORD.match(text, end))
    is_initial = is_a_word and match[0] == f"{match['vowel']}."
    return is_initial or not _INSIDE_A_NAME.match(text, end)


_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLE = re.compile(
    "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
    "(?:(?:i|y)ê|uô|ươ|oă|uâ|uê|uyê|oa|oe|ua|ưa|ia|uy|uơ|oo|ôô|[aăâeêioôơuưy])"
    "(?:ng|nh|ch|[cmnptiouy])?"
)
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))


def vietnamese_share(text: str) -> float:
    """Share of the words with letters beyond ASCII that can be Vietnamese syllables (0 where there are none).

    >>> vietnamese_share("Bô Ly Khăm Xay"), vietnamese_share("Müller")
    (1.0, 0.0)
    """
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    broken = len(re.findall(r"[A-Za-z][\u0080-\u00bf\u00d7\u00f7\u2020-\u2122]|[\u0080-\u009f]", text))
    if not marked:
        return 0.0
    return sum(map(_is_syllable, marked)) / (len(marked) + broken)


def _is_syllable(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word.casefold())
    toneless = decomposed.translate(_TONES)
    if len(decomposed) - len(toneless) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", toneless)) is not None
