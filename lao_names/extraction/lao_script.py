"""Names in Lao script, which writes no spaces between words and has no capital letters.

Listed names are found wherever their letters stand, tone marks and the usual variants of letters aside, if a name can begin
and end there; short ones only after a word that announces them. After such a word (ແຂວງ, ເມືອງ, ທ່ານ) spellings that nobody
listed are heard too: the syllables that follow, as many as fit a name best. Start with :class:`LaoReader`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from lao_names.extraction.asking import Asker
from lao_names.extraction.choosing import Span, accepted, best
from lao_names.extraction.cues import Cue
from lao_names.extraction.reading import Found
from lao_names.extraction.runs import Piece
from lao_names.extraction.tokens import Token
from lao_names.gazetteer.model import Word
from lao_names.matching.index import Entry
from lao_names.orthography.lao import syllables_of_run
from lao_names.orthography.unicode import clean

RUN = re.compile(r"[\u0e80-\u0eff]+(?: [\u0e80-\u0eff]+)*")
TONES = "\u0ec8\u0ec9\u0eca\u0ecb\u0ecc"
DEPENDENT = frozenset("ະັາຳິີຶືຸູົຼໍຽ" + TONES)
LEADING = frozenset("ເແໂໃໄ")
_SAME = {"ຣ": "ລ", "ໃ": "ໄ", "ໜ": "ຫນ", "ໝ": "ຫມ", "ຼ": "ລ", "ຳ": "ໍາ"}
"""Letters written for each other, or one for two."""

SHORTEST_ALONE = 5
"""Letters of the shortest name that is found without a word before it."""

SYLLABLES_OF_A_PERSON, SYLLABLES_OF_A_PLACE = 10, 6
NATURAL = frozenset({"river", "mountain", "plateau", "pass"})
"""What is pointed to by words that are parts of names: ນ້ຳພາວ, ພູເບ້ຍ."""

STOP = re.compile("ແລະ|ຂອງ|ທີ່|ໄດ້|ໃນ|ຢູ່|ພ້ອມ|ຊຶ່ງ|ເຊິ່ງ|ເປັນ|ໂດຍ|ຈາກ|ຫາ")
"""Function words that end a name."""


def folded(text: str) -> tuple[str, list[int]]:
    """Letters without tones, spaces and variants, and the place of each in the text.

    >>> folded("ຫຼວງ ນ້ຳທາ")[0] == folded("ຫລວງນໍ້າທາ")[0]
    True
    """
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter == " " or letter in TONES or letter == "\u200b":
            continue
        for same in _SAME.get(letter, letter):
            letters.append(same)
            places.append(place)
    return "".join(letters), places


class LaoReader:
    """Finds names in Lao script.

    Args:
        words: the words around names.
        entries: the listed names.
        asker: who answers.
    """

    def __init__(self, words: Iterable[Word], entries: Iterable[Entry], asker: Asker) -> None:
        self._asker = asker
        self._names: dict[str, list[str]] = {}
        names = {folded(entry.spelling.text)[0] for entry in entries if RUN.match(entry.spelling.text) and not entry.part}
        for name in sorted(names, key=lambda name: (-len(name), name)):
            self._names.setdefault(name[:2], []).append(name)
        self._cues: dict[str, Cue] = {}
        for word in words:
            if RUN.match(word.text) and not set(word.points_to) & NATURAL:
                cue = Cue(word.text, word.role, word.points_to, word.position, "lo", 1)
                self._cues.setdefault(folded(clean(word.text))[0], cue)
        self._longest_cue = max(map(len, self._cues), default=0)

    def found_in(self, text: str, on: date | None) -> list[Found]:
        """The names of a text."""
        works: list[tuple[Found, list[tuple[int, int, bool]]]] = []
        for run in RUN.finditer(text):
            works.extend(self._works(text, run.start(), run.end()))
        self._asker.ask((self._query(text, work, start, end) for work, spans in works for start, end, _ in spans), on)
        found = []
        for work, spans in works:
            self._choose(text, work, spans, on)
            found.append(work)
        return found

    def _works(self, text: str, start: int, end: int) -> Iterator[tuple[Found, list[tuple[int, int, bool]]]]:
        letters, places = folded(text[start:end])
        cues, inside = self._cues_in(letters)
        place = 0
        while place < len(letters):
            if place in inside or not self._may_begin(letters, place):
                place += 1
                continue
            cue = cues.get(place)
            length = self._listed_at(letters, place, announced=cue is not None)
            spans: list[tuple[int, int, bool]] = []
            if length:
                spans.append((start + places[place], self._end(text, start, end, places, place + length), True))
            elif cue is not None and cue.role in ("generic", "title"):
                first = start + places[place]
                spans.extend((first, last, False) for last in self._ends_of_unlisted(text, first, end, cue))
            if not spans or (cue and cue.role == "organisation"):
                place += 1
                continue
            widest = max(last for _, last, _ in spans)
            token = Token(spans[0][0], widest, text[spans[0][0] : widest], "", "")
            yield Found(Piece([token], cue), cue, cue is not None), spans
            place += max(1, length)

    def _cues_in(self, letters: str) -> tuple[dict[int, Cue], set[int]]:
        """The words around names in a run: by the place behind them, and the places inside them."""
        cues: dict[int, Cue] = {}
        inside: set[int] = set()
        place = 0
        while place < len(letters):
            size, cue = self._cue_at(letters, place)
            if cue is None or not self._may_begin(letters, place):
                place += 1
                continue
            cues[place + size] = cue
            inside.update(range(place, place + size))
            place += size
        return cues, inside

    def _cue_at(self, letters: str, place: int) -> tuple[int, Cue | None]:
        for size in range(min(self._longest_cue, len(letters) - place), 2, -1):
            cue = self._cues.get(letters[place : place + size])
            if cue and cue.position != "after" and cue.role != "filler":
                return size, cue
        return 0, None

    def _end(self, text: str, start: int, end: int, places: Sequence[int], after: int) -> int:
        """Where a name ends in the text: before the next letter, spaces left out, its tone marks with it."""
        last = start + places[after] if after < len(places) else end
        while text[last - 1] == " ":
            last -= 1
        return last

    def _may_begin(self, letters: str, place: int) -> bool:
        if letters[place] in DEPENDENT or letters[place] == "ໍ":
            return False
        return not place or letters[place - 1] not in LEADING

    def _listed_at(self, letters: str, place: int, *, announced: bool) -> int:
        """Letters of the longest listed name that stands here, 0 if none does."""
        for name in self._names.get(letters[place : place + 2], ()):
            if letters.startswith(name, place) and (announced or len(name) >= SHORTEST_ALONE):
                following = letters[place + len(name) : place + len(name) + 1]
                if following not in DEPENDENT and following != "ໍ":
                    return len(name)
        return 0

    def _ends_of_unlisted(self, text: str, first: int, end: int, cue: Cue) -> Iterator[int]:
        """Where a name that nobody listed may end: after each syllable, as far as a name may reach."""
        is_person = cue.role == "title"
        most = SYLLABLES_OF_A_PERSON if is_person else SYLLABLES_OF_A_PLACE
        rest = text[first : min(end, first + 64)]
        stop = STOP.search(rest, 2)
        rest = rest[: stop.start()] if stop else rest
        chunks = rest.split(" ")[: 2 if is_person else 1]
        last = first
        for number, chunk in enumerate(chunks):
            for syllable in syllables_of_run(chunk)[:most]:
                if last + syllable.end - first >= 4:
                    yield last + syllable.end
            last += len(chunk) + 1
            if number == 0 and len(chunks) == 1:
                return

    def _query(self, text: str, work: Found, start: int, end: int) -> str:
        stretch = text[start:end]
        return f"{work.cue.text} {stretch}" if work.cue and work.cue.role in ("generic", "title", "office") else stretch

    def _choose(self, text: str, work: Found, spans: Sequence[tuple[int, int, bool]], on: date | None) -> None:
        answered = []
        for start, end, listed in spans:
            answer = self._asker.answer(self._query(text, work, start, end), on)
            answered.append((start, end, Span(0, 1, text[start:end], work.cue, work.own, listed, 0, answer)))
        for start, end, span in answered:
            work.asked[start, end] = span
        sure = [(start, end, span) for start, end, span in answered if accepted(span, True)]
        if not sure:
            return
        chosen = best([span for *_, span in sure], 1)
        for start, end, span in sure:
            if chosen and span.resolution is chosen[0].resolution and span.text == chosen[0].text:
                work.piece.tokens = [Token(start, end, text[start:end], "", "")]
                work.names = [chosen[0]]
                return
