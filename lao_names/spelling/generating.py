"""The likeliest spellings of a name that is known by its sound, and often by other spellings.

A writer chooses a style for the whole name, then letters for each onset and rime, by habit or after other spellings of the
name; or copies one spelling with a slip here and there. Spellings of the same letters that come about in different ways are
one spelling, their chances add up. Start with :func:`generated` for one name, :func:`generated_of` for all of an entity.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import contains
from typing import NamedTuple

from lao_names.phonology import Syllable
from lao_names.spelling.choosing import choices_of, with_slips
from lao_names.spelling.habits import BY_EAR, MIXES
from lao_names.spelling.letters import letters_key
from lao_names.spelling.model import Habits
from lao_names.spelling.naming import Known, Name
from lao_names.spelling.searching import likeliest
from lao_names.spelling.syllables import is_written

BEAM, LEAST_BEAM = 150, 40
"""Spellings kept while a name is built, per style; of names that are rarely meant fewer, by their share."""

COPIES, LEAST_COPIES = 400, 15
"""Spellings with slips, of all known ones together, and of each at least."""

COPIED = 0.04
"""The chance that a known spelling of another language is copied as it stands."""

COPIED_WITH_SLIPS = 0.12
"""The chance that a known spelling is copied with slips."""

OTHER_LANGUAGE = 0.5
"""How often a spelling of another language is copied, beside one that was seen in Vietnamese."""

NO_WORD: Mapping[str, float] = {"": 1.0}


class Generated(NamedTuple):
    """A spelling, the chance that a writer would choose it, spacing and tone marks aside, and its other spacing if known."""

    text: str
    probability: float
    respaced: str = ""


class _Written(NamedTuple):
    """A spelling that is not put together yet: syllables, how many of them each word has, and what stands between."""

    before: str
    syllables: tuple[str, ...]
    lengths: tuple[int, ...]
    between: str

    def __str__(self) -> str:
        """Words with capitals: every syllable where they are spaced, else the first."""
        written, start = [self.before] if self.before else [], 0
        for length in self.lengths:
            parts = self.syllables[start : start + length]
            start += length
            if self.between == " ":
                written.append(" ".join(part.capitalize() for part in parts))
            else:
                written.append(self.between.join(parts).capitalize())
        return " ".join(written)


class _Chances:
    """The chances of spellings, added up by their letters; of each the likeliest way to write it."""

    def __init__(self) -> None:
        self._chances: defaultdict[str, float] = defaultdict(float)
        self._written: dict[str, tuple[float, _Written | str]] = {}

    def add(self, key: str, chance: float, written: _Written | str) -> None:
        """Add a chance to the spelling of these letters."""
        self._chances[key] += chance
        if key not in self._written or chance > self._written[key][0]:
            self._written[key] = (chance, written)

    def add_all(self, others: _Chances, share: float) -> None:
        """Add all of another, scaled so that together they weigh at most this share."""
        whole = max(sum(others._chances.values()), 1.0)
        for key, chance in others._chances.items():
            self.add(key, share * chance / whole, others._written[key][1])

    def ranked(self) -> list[Generated]:
        """The spellings, the likeliest first, ties by their letters."""
        order = sorted(self._chances.items(), key=lambda item: (-item[1], item[0]))
        return [Generated(str(written := self._written[key][1]), chance, respaced(written)) for key, chance in order if key]


def respaced(written: _Written | str) -> str:
    """A spelling with its syllables joined where they are apart, and the other way round where each may stand alone in a
    Vietnamese text (no Cham Pa Ssak); "" for one that was copied."""
    if isinstance(written, str) or not (written.between or all(map(is_written, written.syllables))):
        return ""
    return str(written._replace(between="" if written.between else " "))


def generated(
    words: Sequence[Sequence[Syllable]],
    orthography: str,
    habits: Habits,
    *,
    known: Sequence[Known] = (),
    words_before: Mapping[str, float] = NO_WORD,
    hyphenated: bool = False,
) -> list[Generated]:
    """Spellings of a name, likeliest first; no two of the same letters.

    Args:
        words: the syllables of each word.
        orthography: a key of :data:`~lao_names.spelling.habits.MIXES`.
        habits: the counts to follow.
        known: spellings of the name that were seen.
        words_before: how likely words like "Mường" are before the name; "" for none.
        hyphenated: whether Vietnamese syllables are joined by hyphens, as in names of persons.
    """
    return generated_of(
        [(Name(tuple(map(tuple, words)), tuple(known)), words_before)], orthography, habits, hyphenated=hyphenated
    )


def generated_of(
    names: Iterable[tuple[Name, Mapping[str, float]]], orthography: str, habits: Habits, *, hyphenated: bool = False
) -> list[Generated]:
    """Spellings of something that has several names, likeliest first; no two of the same letters.

    Args:
        names: each name with the words before it.
        orthography, habits, hyphenated: as for :func:`generated`.
    """
    chances = _Chances()
    for name, before in names:
        chances.add_all(_chances_of(name, before, orthography, habits, hyphenated), name.share)
    return chances.ranked()


def _chances_of(
    name: Name, words_before: Mapping[str, float], orthography: str, habits: Habits, hyphenated: bool
) -> _Chances:
    chances = _Chances()
    name = name._replace(known=_without_slips(name, habits))
    lengths = tuple(map(len, name.words))
    for style, letters, chance in _spelled(name, orthography, habits):
        between = ("-" if hyphenated else " ") if style in ("respelled", "unmarked") else ""
        syllables = tuple(map(_syllable, letters[::2], letters[1::2]))
        key = "".join(map(_key, syllables))
        for word, share in words_before.items():
            chances.add(_key(word) + key, chance * share, _Written(word, syllables, lengths, between))
    copies = sorted({form.text for form in name.known if not form.is_vietnamese})
    for copy in copies:
        chances.add(letters_key(copy), COPIED / len(copies), copy)
    return chances


def _without_slips(name: Name, habits: Habits) -> tuple[Known, ...]:
    """The known spellings, without those of other languages that have letters which nobody writes for a sound
    (Luangpkhabang), if there are any others."""
    expected = [habits.expects(unit) for unit in name.units]

    def is_usual(form: Known) -> bool:
        return form.is_vietnamese or all(map(contains, expected, form.letters))

    return tuple(filter(is_usual, name.known)) or name.known


def _spelled(name: Name, orthography: str, habits: Habits) -> Iterator[tuple[str, tuple[str, ...], float]]:
    """Style, letters of each unit, and chance of the spellings that come about in each way."""
    units, known = name.units, name.known
    mix = MIXES[orthography]
    fits = dict.fromkeys(BY_EAR, _fitting(known))
    choices = {style: choices_of(units, style, habits, known) for style in mix}
    beam, copies = max(LEAST_BEAM, int(BEAM * name.share)), max(LEAST_COPIES, COPIES // max(len(known), 5))
    for style, share in mix.items():
        share *= 1 - COPIED_WITH_SLIPS if known else 1
        for chance, letters in likeliest(units, choices[style], beam, fits=fits.get(style)):
            yield style, letters, share * chance
    worths = {form: 1.0 if form.is_vietnamese else OTHER_LANGUAGE for form in known}
    for form, worth in worths.items():
        style = form.style if form.style in mix else next(iter(mix))
        share = COPIED_WITH_SLIPS * worth / sum(worths.values())
        for chance, letters in likeliest(
            units, with_slips(choices[style], form.letters), copies, fits=fits.get(style)
        ):
            yield style, letters, share * chance


def _fitting(known: Iterable[Known]) -> Callable[[str, str], bool]:
    """Whether an onset and a rime make a syllable that a writer by ear may write, or one did in this very name; the r of a
    consonant cluster (Phra) is written by who knows a spelling that has it."""
    known = tuple(known)
    seen = {_syllable(*syllable) for form in known if form.style == "respelled" for syllable in form.syllables}
    with_r = {onset for form in known for onset, _ in form.syllables if onset[1:].endswith("r")}

    def fits(onset: str, rime: str) -> bool:
        syllable = _syllable(onset, rime)
        return is_written(syllable) or syllable in seen or (onset in with_r and is_written(onset[:-1] + rime))

    return fits


@lru_cache(maxsize=16384)
def _key(syllable: str) -> str:
    return letters_key(syllable)


@lru_cache(maxsize=16384)
def _syllable(onset: str, rime: str) -> str:
    """Onset and rime; iê at the beginning is written yê."""
    return "y" + rime[1:] if not onset and rime.startswith("iê") else onset + rime
