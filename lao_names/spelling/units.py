"""What is spelled at once: the onsets and rimes of a name, each at its place.

Vowel and final are one unit, since writers spell them together (``ɔːŋ`` as ong, oong or ông). Start with :func:`units_of`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lao_names.phonology import Syllable
from lao_names.spelling.habits import NUCLEI

ONSET, INNER, LAST, ABSORBED = "onset", "inner", "last", "absorbed"
"""Places: of an onset; of a rime inside a name, at its end, or before an onset that repeats its final."""

_REPEATS = {
    "k": ("k", "kʰ"), "t": ("t", "tʰ", "d"), "p": ("p", "pʰ", "b"), "n": ("n", "ɲ"), "m": ("m",), "ŋ": ("ŋ",),
    "j": ("ɲ", "j"), "w": ("w",),
}  # fmt: skip


class Unit(NamedTuple):
    """What is spelled at once: an onset, or a rime.

    Attributes:
        sound: ``kʰw`` for an onset, ``aː+ŋ`` for a rime. ɲ and j after a final j have a sound of their own (``j.ɲ``):
            Xayabuli writes the two as one letter.
        place: where it stands.
    """

    sound: str
    place: str

    @property
    def is_rime(self) -> bool:
        """Whether it is a vowel with its final."""
        return self.place != ONSET

    @property
    def nucleus(self) -> str:
        """The vowel of a rime."""
        return self.sound.partition("+")[0]

    @property
    def coda(self) -> str:
        """The final of a rime, "" where it has none."""
        return self.sound.partition("+")[2]


def units_of(syllables: Sequence[Syllable]) -> list[Unit]:
    """The onsets and rimes of a name in order.

    >>> [unit.sound for unit in units_of([Syllable(("s",), ("a",), "j"), Syllable(("ɲ",), ("a",))])]
    ['s', 'a+j', 'j.ɲ', 'a+']
    """
    units: list[Unit] = []
    onsets = ["".join(syllable.onset) or "ʔ" for syllable in syllables]
    before = ""
    for position, syllable in enumerate(syllables):
        onset, following = onsets[position], onsets[position + 1 :][:1]
        nucleus = "".join(syllable.nucleus)
        # Readings of Latin letters may hold vowels side by side that are no Lao diphthong: the first one counts.
        nucleus = nucleus if nucleus in NUCLEI else syllable.nucleus[0] if syllable.nucleus else "a"
        repeated = bool(following) and following[0] in _REPEATS.get(syllable.coda, ())
        units.append(Unit(f"j.{onset}" if before == "j" and onset in _REPEATS["j"] else onset, ONSET))
        units.append(Unit(f"{nucleus}+{syllable.coda}", LAST if not following else ABSORBED if repeated else INNER))
        before = syllable.coda
    return units
