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
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lao_names.builtin import SOURCES
from lao_names.gazetteer.loading import load
from lao_names.gazetteer.model import Gazetteer
from lao_names.orthography.unicode import clean
from lao_names.spelling.forms import lao_name, words_of
from lao_names.spelling.generating import letters_key
from lao_names.spelling.habits import possible_onsets, possible_rimes
from lao_names.spelling.model import Count, Unit, units_of

STYLE_OF = {"vi": "", "vi-ascii": "", "en": "english", "und-Latn": "english", "lo-Latn": "english", "fr": "french"}
COUNTED = ("attested", "official", "misspelling")
ROUNDS = 5
WORST = -3.2
"""Mean log-probability per unit below which a form is no spelling of the name."""
LONGEST = 6
ACROSS_A_GAP = -4.0
_VOWELS = "aăâeêioôơuưyéèœæ"
_LIKE_ONSET = re.compile(f"[^{_VOWELS}]*[uio]?$")
_LIKE_RIME = re.compile(f"[{_VOWELS}]+[^{_VOWELS}]*e?$")
_VIETNAMESE_MARKS = re.compile("[đĐ\u0302\u0306\u031b\u0309\u0323\u0303\u0300\u0301]")


class Witness(NamedTuple):
    """A form with what it spells: style, units of the Lao name, letters, and where the letters were parted."""

    id: str
    lao: str
    text: str
    style: str
    kind: str
    units: tuple[Unit, ...]
    letters: str
    gaps: frozenset[int]


def witnesses(gazetteer: Gazetteer) -> Iterator[Witness]:
    """The forms of entities whose Lao name is known, in Vietnamese, English and French, each once."""
    seen = set()
    for entity in gazetteer:
        lao = lao_name(entity)
        if lao is None:
            continue
        units = tuple(units_of([syllable for word in words_of(lao) for syllable in word]))
        for form in entity.forms:
            style = STYLE_OF.get(form.lang)
            key = (entity.id, form.text, style)
            if style is None or form.evidence not in COUNTED or key in seen or not units:
                continue
            seen.add(key)
            letters, gaps = parted(form.text)
            if letters:
                style = style or ("respelled" if is_respelled(form.text) else "plain")
                yield Witness(entity.id, lao, form.text, style, str(entity.kind), units, letters, gaps)


def is_respelled(text: str) -> bool:
    """Whether a form of a Vietnamese text has Vietnamese letters or tones."""
    return _VIETNAMESE_MARKS.search(unicodedata.normalize("NFD", text)) is not None


def parted(text: str) -> tuple[str, frozenset[int]]:
    """The letters of a form, toneless, and the places where a space or hyphen stood between them."""
    letters, gaps = "", set()
    for part in re.split(r"[^\w]+", clean(re.sub(r"\(.*?\)", "", text)).replace("_", " ")):
        gaps.add(len(letters))
        letters += letters_key(part)
    return letters, frozenset(gaps - {0, len(letters)})


Choices = dict[str, Counter[str]]


def aligned(forms: Sequence[Witness]) -> list[tuple[Witness, list[str]]]:
    """Forms with the letters of each unit, those that spell their name."""
    chosen: Choices = {}
    found: list[tuple[Witness, list[str]]] = []
    for _ in range(ROUNDS):
        found = [(form, letters) for form in forms if (letters := align(form, chosen)) is not None]
        chosen = defaultdict(Counter)
        for form, letters in found:
            for unit, choice in zip(form.units, letters, strict=True):
                chosen[unit.sound][choice] += 1
    return found


def align(form: Witness, chosen: Choices) -> list[str] | None:
    """The letters of each unit by the likeliest alignment, None where it is too bad."""
    ways: list[dict[int, tuple[float, int, str]]] = [{0: (0.0, 0, "")}]
    for place, unit in enumerate(form.units):
        reached: dict[int, tuple[float, int, str]] = {}
        for start, (cost, _, _) in ways[-1].items():
            for end in range(start, min(len(form.letters), start + LONGEST) + 1):
                letters = form.letters[start:end]
                if unit.is_rime and not letters:
                    continue
                gaps = sum(start < gap < end for gap in form.gaps)
                if place % 2 == 0 and end > start and end in form.gaps:
                    gaps += 1  # between an onset and its own rime
                total = cost + math.log(chance(unit, letters, chosen)) + ACROSS_A_GAP * gaps
                if end not in reached or total > reached[end][0]:
                    reached[end] = (total, start, letters)
        ways.append(reached)
    end = len(form.letters)
    if end not in ways[-1] or ways[-1][end][0] / len(form.units) < WORST:
        return None
    choices = []
    for reached in reversed(ways[1:]):
        _, end, letters = reached[end]
        choices.append(letters)
    return choices[::-1]


POSSIBLE: dict[str, tuple[str, ...]] = {}


def chance(unit: Unit, letters: str, chosen: Choices, strength: float = 3.0) -> float:
    """How likely letters are for a unit: as others chose, else as is possible, else a small remainder."""
    sound = unit.sound
    if sound not in POSSIBLE:
        POSSIBLE[sound] = possible_rimes(unit.nucleus, unit.coda) if unit.is_rime else possible_onsets(sound)
    if letters in POSSIBLE[sound]:
        expected = 1 / len(POSSIBLE[sound])
    else:
        expected = 3e-4 if (_LIKE_RIME if unit.is_rime else _LIKE_ONSET).match(letters) else 1e-6
    counted = chosen.get(sound, Counter())
    return (counted[letters] + strength * expected) / (counted.total() + strength)


def counts(found: Iterable[tuple[Witness, list[str]]]) -> list[Count]:
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
