"""New spellings of known names: each changes one or two things that writers are known to change.

The habits are those counted in real spellings (s and x, b and p, y and i, ou and u, finals, tone marks, doubled
letters, joining and hyphens); each is applied where it fits, chosen by a seeded generator, so that every run and every
system gets the same spellings. Start with :func:`unseen`.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterable

SWAPS = (
    ("s", "x"), ("x", "s"), ("b", "p"), ("k", "c"), ("c", "k"), ("kh", "k"), ("y", "i"), ("ay", "ai"), ("ai", "ay"),
    ("ây", "ay"), ("l", "r"), ("r", "l"), ("nh", "ny"), ("ny", "nh"), ("gn", "nh"), ("ou", "u"), ("u", "ou"),
    ("oo", "o"), ("v", "w"), ("w", "v"), ("ph", "f"), ("f", "ph"), ("th", "t"), ("ng", "n"), ("n", "ng"), ("t", "c"),
    ("c", "t"), ("ê", "e"), ("ô", "o"), ("ă", "a"), ("â", "ă"), ("ơ", "o"), ("iê", "ie"), ("uô", "ua"), ("đ", "d"),
    ("ch", "x"),
)  # fmt: skip
"""Letters that stand for each other in attested spellings."""

TONES = "\u0300\u0301\u0309\u0303\u0323"
VOWELS = "aăâeêioôơuưy"


def swap(text: str, chance: random.Random) -> str:
    """One of the letter swaps that fit, at one place."""
    fitting = [(old, new) for old, new in SWAPS if old in text]
    if not fitting:
        return text
    old, new = chance.choice(fitting)
    place = chance.choice([found.start() for found in re.finditer(old, text)])
    return text[:place] + new + text[place + len(old) :]


def other_tone(text: str, chance: random.Random) -> str:
    """Another tone mark, or none, on one vowel."""
    letters = [unicodedata.normalize("NFD", letter) for letter in unicodedata.normalize("NFC", text)]
    places = [place for place, letter in enumerate(letters) if letter[0] in "aeiouy"]
    if not places or text.isascii():
        return text
    place = chance.choice(places)
    bare = "".join(mark for mark in letters[place] if mark not in TONES)
    letters[place] = bare + chance.choice(["", *TONES])
    return unicodedata.normalize("NFC", "".join(letters))


def doubled(text: str, chance: random.Random) -> str:
    """One vowel twice."""
    places = [place for place, letter in enumerate(text) if letter in VOWELS]
    if not places:
        return text
    place = chance.choice(places)
    return text[:place] + text[place] + text[place:]


def final_changed(text: str, chance: random.Random) -> str:
    """A silent last letter comes or goes."""
    if text[-1:] in ("e", "h"):
        return text[:-1]
    return text + chance.choice("eh") if text[-1:].isalpha() and text.isascii() else text


def joined(text: str, chance: random.Random) -> str:
    """Spaces and hyphens otherwise than they stood."""
    parts = re.split("[ -]+", text)
    return chance.choice([" ", "-", ""]).join(parts)


HABITS: tuple[Callable[[str, random.Random], str], ...] = (
    swap,
    swap,
    swap,
    other_tone,
    other_tone,
    doubled,
    final_changed,
    joined,
)


def in_latin_letters(text: str) -> bool:
    """Whether all letters are Latin ones, with or without marks."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return all(letter.isascii() or unicodedata.combining(letter) for letter in letters)


def unseen(forms: Iterable[str], number: int, *, seed: int = 20261123) -> list[str]:
    """``number`` distinct spellings that are not among the forms (case aside), each one or two habits from one of them.

    Args:
        forms: known spellings; only those in Latin letters are changed.
        number: of spellings wanted; fewer where the forms do not yield as many.
        seed: of the generator.
    """
    known = {form.casefold() for form in forms}
    latin = sorted(form for form in known if in_latin_letters(form))
    chance = random.Random(seed)
    found: dict[str, None] = {}
    for _ in range(20 * number):
        text = chance.choice(latin)
        for _ in range(chance.choice((1, 1, 2))):
            text = chance.choice(HABITS)(text, chance)
        if text not in known:
            found[text.title()] = None
        if len(found) == number:
            break
    return list(found)
