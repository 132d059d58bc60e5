"""Where one name of a text ends and another begins.

"bản Na Xuông, huyện Viêng Thoong, tỉnh Bô Ly Khăm Xay" holds three names, "Thongloun Sisoulith, Tổng Bí thư" one name and
its office. :func:`stretches` parts a text at commas, brackets, slashes and spaced dashes, at words that stand between a name
and what it lies in ("của", "of"), and where a word before a name ("tỉnh") or behind it ("District") shows that another one
begins; then it gives each word that stands alone back to the name beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lao_names.gazetteer.model import Word
from lao_names.matching.words import LAO, TOKEN, Lexicon, is_country, plain
from lao_names.orthography.later import pattern

_BORDERS = pattern(r"[,;()\[\]{}|/\n\t]|\s[-\u2013\u2014]+\s")

BETWEEN = frozenset(("của", "thuộc", "of"))
"""Words between a name and what it lies in: no Lao name holds one."""

BETWEEN_CAPITALS = frozenset(("ở", "tại", "trong", "in", "at", "dans"))
"""The same, where a capital letter follows: "in" is a syllable of Lao names as well."""

COUNTRY_CODES = frozenset(("LA", "LAO"))
"""Laos in a column of addresses; La is a district too."""

_LAO_SPACE = pattern(r"\s+(?=\S)")
_LAO_UNIT_INSIDE = pattern(r"(?<=\S\S)(?:ແຂວງ|ເມືອງ)(?=\S\S)")
_VILLAGE, _DISTRICT, _PROVINCE = "ບ້ານ", "ເມືອງ", "ແຂວງ"
_SHORTEST_LAO_WORD = 4
"""Letters of the shortest Lao word that shows a border; shorter ones begin names too."""


def stretches(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The stretches of a clean text that may be names of their own, each with its words.

    >>> from lao_names.builtin import lexicon
    >>> stretches("huyện Viêng Thoong thuộc tỉnh Bô Ly Khăm Xay", lexicon())
    ('huyện Viêng Thoong', 'tỉnh Bô Ly Khăm Xay')
    >>> stretches("Viêng Chăn (tỉnh), Lào", lexicon())
    ('tỉnh Viêng Chăn',)
    """
    return tuple(_words_given_back(split(text, lexicon), lexicon))


def pieces(text: str) -> tuple[str, ...]:
    """A text parted at its punctuation only."""
    return tuple(piece.strip() for piece in _BORDERS.split(text) if piece and not piece.isspace())


def split(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The stretches of a clean text, words that stand alone among them."""
    found = pieces(text)
    if len(found) == 1 and not _may_hold_several(text, lexicon):
        return found
    return tuple(part for piece in found for part in _parts(piece, lexicon) if part)


def _may_hold_several(text: str, lexicon: Lexicon) -> bool:
    """Whether a text without punctuation may hold more than one name: most hold one, and are not looked at further."""
    words = text.split()
    if LAO.match(text):
        return len(words) > 1 or text.startswith((_VILLAGE, _DISTRICT))
    return any([word[0].islower() for word in words[1:]]) or any([lexicon.opens(word) for word in words[1:-1]])


def _parts(piece: str, lexicon: Lexicon) -> Iterator[str]:
    begin = 0
    for end, beginning in _lao_borders(piece, lexicon) if LAO.match(piece) else _borders(piece, lexicon):
        yield piece[begin:end].strip()
        begin = beginning
    yield piece[begin:].strip()


def _borders(piece: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Places in a piece in Latin letters at which one name ends and the next one begins."""
    tokens = list(TOKEN.finditer(piece))
    spelled = [plain(token[0]) for token in tokens]
    if any(_role(lexicon, spelled, place) == "organisation" for place in range(len(tokens))):
        return  # the Bank of Savannakhet is no Savannakhet
    last = _last_word(spelled, lexicon)
    named, place = False, 0
    while place < len(tokens):
        word, size = lexicon.word_at(spelled, place)
        rest = place + max(size, 1) < len(tokens)
        between = place + max(size, 1) - 1  # "of" alone, and in "province of"
        if named and rest and _is_between(tokens[between][0], tokens[between + 1][0], lexicon):
            yield tokens[between].start(), tokens[between + 1].start()
            named, size = False, between + 1 - place
        elif named and word and rest and _opens(word, tokens[place][0]):
            yield tokens[place].start(), tokens[place].start()
            named = False
        elif named and word and _closes(word) and place + size < last:
            yield tokens[place + size].start(), tokens[place + size].start()
            named = False
        else:
            named = named or word is None
        place += size or 1


def _role(lexicon: Lexicon, tokens: list[str], place: int) -> str:
    word, _ = lexicon.word_at(tokens, place)
    return word.role if word else ""


def _is_between(token: str, following: str, lexicon: Lexicon) -> bool:
    if token in BETWEEN:
        return True
    return token in BETWEEN_CAPITALS and (following[0].isupper() or lexicon.opens(following))


def _opens(word: Word, token: str) -> bool:
    """Whether another name begins with such a word: an office, or what stands before names, if not written like a name."""
    if word.role == "office":
        return True
    return word.position == "before" and word.role in ("generic", "title") and token[0].islower()


def _closes(word: Word) -> bool:
    return word.position != "before" and word.role == "generic"


def _last_word(tokens: list[str], lexicon: Lexicon) -> int:
    """Where the last token is, if it is a word that stands behind names (Pakse District Champasak Province); else 0."""
    word, _ = lexicon.word_at(tokens, len(tokens) - 1) if tokens else (None, 0)
    return len(tokens) - 1 if word and _closes(word) else 0


def _lao_borders(piece: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The same in Lao letters: before a chunk that begins with a word, before a unit inside a run that begins with one."""
    inside = [match.start() for match in _LAO_UNIT_INSIDE.finditer(piece) if _is_inside(piece, match.start())]
    spaces = [match.end() for match in _LAO_SPACE.finditer(piece) if lexicon.begins_with_lao(piece[match.end() :])]
    begin = 0
    for border in sorted({*inside, *spaces}):
        if not lexicon.holds(lexicon.strip(piece[begin:border].strip()).core):
            yield border, border
            begin = border


def _is_inside(piece: str, place: int) -> bool:
    """Whether ແຂວງ or ເມືອງ in the middle of a run begins the next unit of an address written without spaces."""
    run = piece[: place].rpartition(" ")[2]
    if piece.startswith(_PROVINCE, place):
        return run.startswith((_VILLAGE, _DISTRICT)) and run != _DISTRICT
    return run.startswith(_VILLAGE)


def _words_given_back(parts: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Words alone put to the name before them (Vientiane, Prefecture), or to the one behind where none is before."""
    given: list[str] = []
    waiting = ""
    for part in parts:
        word = lexicon.word(part)
        if given and part in COUNTRY_CODES:
            continue
        if word is None:
            given.append(f"{waiting} {part}".strip())
            waiting = ""
        elif word.role == "filler" and len(parts) > 1 and not (given and is_country(word)):
            continue
        elif not given:
            waiting = f"{waiting} {part}".strip()
        else:
            given[-1] = f"{part} {given[-1]}" if word.position == "before" else f"{given[-1]} {part}"
    return [*given, waiting] if waiting else given or list(parts)
