"""Which stretches of text are letter for letter a listed name: asked of every capitalised word, so it must be cheap.

Names are looked up by their letters alone (:func:`lao_names.matching.spelling.letters`): spaces, hyphens, case and marks
do not matter, whoever fits is a candidate and goes through the resolver like any other. :class:`Listed` also knows which
letters can begin a name, so that a look-up over several words ends as soon as nothing can come of it, and tells whether
letters are near those of any listed name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from lao_names.gazetteer.model import Entity
from lao_names.matching.index import Entry
from lao_names.matching.resolution import Candidate
from lao_names.phonology import classes

NEAR = 74.0
"""Least similarity of letters, 0-100, at which a stretch without any word around it is worth asking about."""

NEAR_SOUND = 82.0
"""Least similarity of sound classes, 0-100, for the same."""


class Listed:
    """The letters of all listed names in Latin script."""

    def __init__(self, entries: Iterable[Entry], entities: Sequence[Entity]) -> None:
        self.names: set[str] = set()
        self.parts: set[str] = set()
        self.spellings: set[str] = set()
        self._sizes: dict[tuple[str, str], int] = {}
        codes: dict[str, None] = {}
        for entry in entries:
            entity = entities[entry.entity]
            # Of a form with a Lao word before it (Muang Xay) the longer entry comes first.
            self._sizes.setdefault((entity.id, entity.forms[entry.form].text), len(entry.spelling.letters))
            if entry.spelling.is_latin:
                (self.parts if entry.part else self.names).add(entry.spelling.letters)
                self.spellings.add(entry.spelling.marked)
                codes.update((classes(sound.code), None) for sound in entry.spelling.sounds)
        self._beginnings = {name[:size] for name in self.names for size in range(1, len(name) + 1)}
        self._letters = sorted(self.names)
        self._sounds = list(codes)

    def windows(self, letters: list[str], most: int = 12) -> list[tuple[int, int]]:
        """The runs of words (first, end) whose letters are those of a listed name."""
        found = []
        for first in range(len(letters)):
            gathered = ""
            for end in range(first, min(len(letters), first + most)):
                gathered += letters[end]
                if gathered not in self._beginnings:
                    break
                if gathered in self.names:
                    found.append((first, end + 1))
        return found

    def may_begin(self, letters: str) -> bool:
        """Whether a listed name begins with these letters."""
        return letters in self._beginnings

    def size(self, candidate: Candidate) -> int:
        """Letters of the form that a candidate matched by, without generic words; 0 where that is not known."""
        return self._sizes.get((candidate.entity.id, candidate.form.text), 0)

    def is_near(self, letters: str, sounds: Iterable[bytes]) -> bool:
        """Whether letters, or sounds, are near those of a listed name."""
        if process.extractOne(letters, self._letters, scorer=fuzz.ratio, score_cutoff=NEAR):
            return True
        return any(
            process.extractOne(classes(code), self._sounds, scorer=fuzz.ratio, score_cutoff=NEAR_SOUND) for code in sounds
        )
