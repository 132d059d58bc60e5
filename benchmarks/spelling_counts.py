"""Count how writers spell Lao sounds, on the names of the gazetteer whose Lao script is known.

    python benchmarks/spelling_counts.py > lao_names/spelling/counts.tsv

Each form is aligned with the syllables of its Lao name: which letters stand for which onset and rime. Nobody marked that
by hand; the best alignment follows from the choices that are possible (lao_names/spelling/habits.py) and from what the
other forms choose, so the two are found in turns (Viterbi training, five rounds). Forms whose best alignment is bad are
other names, abbreviations or slips, and are not counted. Two forms of one name that choose alike are hardly two
witnesses: a choice made n times in one name counts as the square root of n.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lao_names.builtin import SOURCES
from lao_names.gazetteer.loading import load
from lao_names.gazetteer.model import Gazetteer
from lao_names.spelling.aligning import Aligner
from lao_names.spelling.letters import Letters, parted, style_of
from lao_names.spelling.model import Count
from lao_names.spelling.naming import lao_name, words_of
from lao_names.spelling.units import Unit, units_of

COUNTED = ("attested", "official", "misspelling")
SYSTEM = "lo-Latn-BGN"
"""The language of names by a system of rules, which witness no habit."""
ROUNDS = 5


class Witness(NamedTuple):
    """A form with what it spells: style, units of the Lao name, letters and where they were parted."""

    id: str
    lao: str
    text: str
    style: str
    kind: str
    units: tuple[Unit, ...]
    spelling: Letters

    @property
    def letters(self) -> str:
        """The letters, toneless."""
        return self.spelling.letters


def witnesses(gazetteer: Gazetteer) -> Iterator[Witness]:
    """The forms of entities whose Lao name is known, in Vietnamese, English and French, each once."""
    seen = set()
    for entity in gazetteer:
        lao = lao_name(entity)
        if lao is None:
            continue
        units = tuple(units_of([syllable for word in words_of(lao) for syllable in word]))
        for form in entity.forms:
            style = style_of(form.text, form.lang)
            key = (entity.id, form.text, style)
            if style is None or form.lang == SYSTEM or form.evidence not in COUNTED or key in seen or not units:
                continue
            seen.add(key)
            spelling = parted(form.text)
            if spelling.letters:
                yield Witness(entity.id, lao, form.text, style, str(entity.kind), units, spelling)


Choices = dict[str, Counter[str]]


def aligned(forms: Sequence[Witness]) -> list[tuple[Witness, tuple[str, ...]]]:
    """Forms with the letters of each unit, those that spell their name."""
    chosen: Choices = {}
    found: list[tuple[Witness, tuple[str, ...]]] = []
    for _ in range(ROUNDS):
        aligner = Aligner(chosen)
        found = [(form, letters) for form in forms if (letters := aligner.align(form.units, form.spelling)) is not None]
        chosen = defaultdict(Counter)
        for form, letters in found:
            for unit, choice in zip(form.units, letters, strict=True):
                chosen[unit.sound][choice] += 1
    return found


def counts(found: Iterable[tuple[Witness, tuple[str, ...]]]) -> list[Count]:
    """The choices of aligned forms: style, sound, place, letters, weight."""
    times: Counter[tuple[str, str, int, str, str, str]] = Counter()
    for form, letters in found:
        for place, (unit, choice) in enumerate(zip(form.units, letters, strict=True)):
            times[form.style, form.lao, place, unit.sound, unit.place, choice] += 1
    weights: defaultdict[tuple[str, str, str, str], float] = defaultdict(float)
    for (style, _, _, sound, where, choice), number in times.items():
        weights[style, sound, where, choice] += math.sqrt(number)
    return [(*key, weight) for key, weight in sorted(weights.items())]


def main() -> None:
    """Print the table."""
    forms = list(witnesses(load(Path(SOURCES))))
    found = aligned(forms)
    by_style = Counter(form.style for form, _ in found)
    print("# How writers spell Lao onsets and rimes: style, sound (IPA; rime = vowel + final), place, letters=weight.")
    print("# A weight is a number of attested names, several forms of one name counting as the root of their number.")
    print(f"# Counted on the gazetteer by benchmarks/spelling_counts.py, 2026-11: {len(found)} of {len(forms)} forms")
    print(f"# spell their Lao name ({', '.join(f'{number} {style}' for style, number in sorted(by_style.items()))}).")
    print("# Sources: those of the gazetteer's forms. Licence: CC BY 4.0.")
    rows: defaultdict[tuple[str, str, str], list[tuple[float, str]]] = defaultdict(list)
    for style, sound, where, letters, weight in counts(found):
        rows[style, sound, where].append((-weight, letters))
    for key, choices in rows.items():
        print("\t".join([*key, *(f"{letters}={-weight:.3g}" for weight, letters in sorted(choices))]))


if __name__ == "__main__":
    main()
