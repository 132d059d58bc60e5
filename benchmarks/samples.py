"""The questions of the held-out measurements, with their answers: spellings, strangers, invented and clipped names.

:class:`Sample` says what is asked, what it may mean, and what has to be hidden for it; :func:`samples` makes all of them
from the gazetteer, the library's own tables of strangers, and the shared fact base where it is there. ``heldout.py`` asks
them, and says what is hidden for which.
"""


from __future__ import annotations

import csv
import random
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from lao_names.gazetteer.model import Evidence, Gazetteer, Kind, SurfaceForm  # noqa: E402
from lao_names.matching.alignment import cost  # noqa: E402
from lao_names.matching.clipping import SHORTEST_FAMILY, syllable_ends  # noqa: E402
from lao_names.matching.index import parts_of_name  # noqa: E402
from lao_names.matching.spelling import Sound, key, letters, spell  # noqa: E402
from lao_names.matching.stranger_tables import rows  # noqa: E402
from lao_names.matching.words import Lexicon  # noqa: E402
from lao_names.orthography.unicode import clean  # noqa: E402

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
LANGUAGES = {"vi", "vi-ascii", "en", "fr", "lo", "lo-Latn", "lo-Latn-BGN", "und-Latn"}
"""Languages of the forms that are asked; lists of Arabic or Korean names are not what users bring."""

UNHEARD = {Evidence.PARTIAL, Evidence.EXONYM, Evidence.METONYM, Evidence.FORMER}
"""Evidence of forms that no other form of the entity sounds like."""

FOLDS = 5


@dataclass(frozen=True)
class Sample:
    """A question whose answer is known.

    Attributes:
        text: the spelling.
        truth: ids that it may mean; empty for nobody.
        hidden: what is taken out: ``form``, ``letters``, ``entity`` or ``stranger`` (nothing).
        group: language of the form, or what sort of stranger it is.
        left_out: ids of the entities left out, between bars, or the form that a clipped name was made of.
    """

    text: str
    truth: frozenset[str]
    hidden: str
    group: str
    left_out: str = ""

    @property
    def fold(self) -> int:
        """The fold it belongs to: all spellings of an entity in one."""
        name = min(self.truth) if self.truth else self.left_out.partition("|")[0] or self.text
        return zlib.crc32(name.encode()) % FOLDS


def samples(gazetteer: Gazetteer, lexicon: Lexicon, seed: int = 5) -> list[Sample]:
    """All samples; those about strangers only where the shared data are there."""
    homographs = _homographs(gazetteer, lexicon)
    found: list[Sample] = []
    seen: set[str] = set()
    for entity in gazetteer:
        for form in entity.forms:
            if form.lang not in LANGUAGES or key(form.text) in seen:
                continue
            seen.add(key(form.text))
            truth = _truth(form.text, homographs, lexicon) | {entity.id}
            if form.evidence is not Evidence.PARTIAL:
                found.append(Sample(form.text, truth, "nothing", form.lang))
            if form.evidence in UNHEARD:
                continue
            found += [Sample(form.text, truth, hidden, form.lang) for hidden in ("form", "letters")]
    found += _left_out(gazetteer, homographs, lexicon)
    found += _strangers(homographs)
    found += _swapped(gazetteer, homographs, random.Random(seed))
    found += _clipped(gazetteer, homographs, lexicon)
    found += _parts(gazetteer, homographs, lexicon)
    found += _register(homographs, random.Random(seed))
    found += _other_scripts(gazetteer, homographs, lexicon)
    return found


def _left_out(
    gazetteer: Gazetteer, homographs: dict[str, set[str]], lexicon: Lexicon
) -> Iterator[Sample]:
    """All spellings of each person, and one of each place in Latin and in Lao letters."""
    for entity in gazetteer:
        person = entity.kind is Kind.PERSON
        forms = [form for form in entity.forms if form.lang in LANGUAGES and form.evidence not in UNHEARD]
        if person and any(len(_truth(form.text, homographs, lexicon)) > 1 for form in forms):
            continue  # Kaysone Phomvihane is a city too: without the man his name still means somebody listed
        for form in forms if person else _one_of_each_script(forms):
            if not person or _truth(form.text, homographs, lexicon) <= {entity.id}:
                yield Sample(form.text, frozenset(), "entity", f"left-out {'person' if person else 'place'}", entity.id)


def _one_of_each_script(forms: list[SurfaceForm]) -> list[SurfaceForm]:
    scripts = ([form for form in forms if form.lang == "lo"], [form for form in forms if form.lang != "lo"])
    return [min(of_one, key=_lot) for of_one in scripts if of_one]


def _lot(form: SurfaceForm) -> int:
    """A number drawn for a form, the same whatever else is listed."""
    return zlib.crc32(form.text.encode())


def _strangers(homographs: dict[str, set[str]]) -> Iterator[Sample]:
    if not SHARED.is_dir():
        print("the shared fact base is absent: no strangers are asked", file=sys.stderr)
        return
    for name, group in (("not_lao.tsv", ""), ("homonyms.tsv", "homonym")):
        with (SHARED / name).open(encoding="utf-8", newline="") as lines:
            for line in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                person = line["what"].startswith("person") or "person" in line["what"]
                if letters(clean(line["text"])) in homographs and not group:
                    continue  # a name that the gazetteer lists too (the Mekong) is no stranger
                yield Sample(
                    line["text"], frozenset(), "stranger", group or ("stranger: person" if person else "stranger: place")
                )


SWAPPED_LIKE = 12
"""A part is replaced by one of so many that sound most like it,"""

SWAPPED_PRICE = 800
"""and differ from it by at least this price: by a plain consonant, or a vowel and a final."""


def _swapped(
    gazetteer: Gazetteer, homographs: dict[str, set[str]], chance: random.Random
) -> Iterator[Sample]:
    """One invented name for each way of writing a person that shows parts: two words, or Vietnamese syllables."""
    shown = [
        (entity.id, form.text.replace("-", " ").split())
        for entity in gazetteer
        if entity.kind is Kind.PERSON
        for form in entity.forms
        if form.lang in LANGUAGES - {"lo"} and form.evidence not in UNHEARD
    ]
    names = [(holder, words) for holder, words in shown if len(words) == 2 or 4 <= len(words) <= 6]
    for length in sorted({len(words) for _, words in names}):
        alike = [(holder, words) for holder, words in names if len(words) == length]
        place = 0 if length == 2 else 1
        heard = {words[place]: spell(clean(words[place])).sounds for _, words in alike}
        for holder, words in alike:
            other = _like_part(words[place], heard, chance)
            text = " ".join((*words[:place], other, *words[place + 1 :])) if other else ""
            if text and letters(text) not in homographs:
                yield Sample(text, frozenset(), "swapped", "swapped", holder)


def _like_part(part: str, heard: dict[str, tuple[Sound, ...]], chance: random.Random) -> str | None:
    """Another part that sounds like this one and is plainly not the same."""
    if not heard[part]:
        return None
    prices = [(cost(heard[part][0].code, sounds[0].code), other) for other, sounds in heard.items() if sounds]
    nearest = sorted((price, other) for price, other in prices if price >= SWAPPED_PRICE)[:SWAPPED_LIKE]
    return chance.choice(nearest)[1] if nearest else None


def _clipped(gazetteer: Gazetteer, homographs: dict[str, set[str]], lexicon: Lexicon) -> Iterator[Sample]:
    """Each way of writing a person with a syllable left out: who is meant, and nobody where that person is not listed."""
    for entity in gazetteer:
        forms = [form for form in entity.forms if form.lang in LANGUAGES - {"lo"} and form.evidence not in UNHEARD]
        for form in forms if entity.kind is Kind.PERSON else ():
            for text in _without_syllable(lexicon.strip(clean(form.text)).core):
                if letters(text) not in homographs:
                    yield Sample(text, frozenset({entity.id}), "clipped", "clipped", form.text)
                    yield Sample(text, frozenset(), "entity", "clipped, left out", entity.id)


def _parts(gazetteer: Gazetteer, homographs: dict[str, set[str]], lexicon: Lexicon) -> Iterator[Sample]:
    """Given and family names alone: those who bear one, and nobody where none of them is listed."""
    bearers: dict[str, set[str]] = {}
    texts: dict[str, str] = {}
    for entity in gazetteer:
        for form in entity.forms if entity.kind is Kind.PERSON else ():
            if form.lang in LANGUAGES and form.evidence not in UNHEARD:
                for part in parts_of_name(lexicon.strip(clean(form.text)).core):
                    bearers.setdefault(letters(part), set()).add(entity.id)
                    texts.setdefault(letters(part), part)
    for spelled, text in texts.items():
        if spelled not in homographs:
            yield Sample(text, frozenset(bearers[spelled]), "part", "part")
            yield Sample(text, frozenset(), "entity", "part, left out", "|".join(sorted(bearers[spelled])))


def _without_syllable(text: str) -> Iterator[str]:
    """A name without the first syllable of its given name, and of its family name, where they are shown and long enough."""
    words = text.split()
    if len(words) == 2:
        given, family = words
        clipped = _rest_of_word(given, 2)
        if clipped:
            yield f"{clipped} {family}"
        if clipped and (rest := _rest_of_word(family, SHORTEST_FAMILY)):
            yield f"{given} {rest}"
    elif len(words) > 3:
        yield " ".join(words[1:])


def _rest_of_word(word: str, fewest: int) -> str:
    """The shortest end of a word that sounds like it without its first syllable; "" where it has too few or none does."""
    for sound in spell(word).sounds[:1]:
        if len(ends := syllable_ends(sound.code)) >= fewest:
            for place in range(len(word) - 1, 0, -1):
                if any(heard.code == sound.code[ends[0] :] for heard in spell(word[place:]).sounds[:1]):
                    return word[place:].lstrip("-").capitalize()
    return ""


BORDER_PROVINCES = {"10", "11", "12", "14", "15", "38", "40", "42", "44", "45", "46", "49", "62", "64"}
"""Codes of Vietnam's provinces from Lào Cai down to Gia Lai, where Tai and Mon-Khmer place names sound Lao."""

COMMUNES, VILLAGES, ABROAD, WORDS = 400, 600, 200, 800
"""How many of each are asked."""


def _register(homographs: dict[str, set[str]], chance: random.Random) -> Iterator[Sample]:
    names = [name for name, _, provinces in _table("vietnam_units.tsv") if BORDER_PROVINCES & set(provinces.split(","))]
    villages = [name for name, *_ in _table("vietnam_villages.tsv")]
    abroad = [name for name, *_ in _table("neighbour_units.tsv")]
    words = [word.capitalize() for word, _ in _table("common_words.tsv")]
    for sort, among, number in (
        ("register", names, COMMUNES), ("village", villages, VILLAGES), ("register", abroad, ABROAD), ("word", words, WORDS)
    ):  # fmt: skip
        for name in chance.sample([name for name in among if letters(name) not in homographs], number):
            yield Sample(name, frozenset(), sort, sort)


def _table(name: str) -> list[list[str]]:
    """The rows of a table of strangers of the library."""
    return [line.split("\t") for line in rows(name)]


def _other_scripts(gazetteer: Gazetteer, homographs: dict[str, set[str]], lexicon: Lexicon) -> Iterator[Sample]:
    """Listed names in neither Latin nor Lao letters, and names of places elsewhere in such letters."""
    for entity in gazetteer:
        for form in entity.forms:
            if form.lang not in LANGUAGES and not _is_latin_or_lao(form.text) and form.evidence not in UNHEARD:
                yield Sample(form.text, _truth(form.text, homographs, lexicon) | {entity.id}, "script", "other script")
    for name, *_ in _table("other_scripts.tsv"):
        yield Sample(name, frozenset(), "script", "stranger: other script")


def _is_latin_or_lao(text: str) -> bool:
    return spell(clean(text)).is_latin or any("\u0e80" <= letter <= "\u0eff" for letter in text)


def _homographs(gazetteer: Gazetteer, lexicon: Lexicon) -> dict[str, set[str]]:
    """Letters without the words around a name -> ids that are written so."""
    found: dict[str, set[str]] = {}
    for entity in gazetteer:
        for form in entity.forms:
            stripped = lexicon.strip(clean(form.text))
            for text in {stripped.core, stripped.loose} - {""}:
                found.setdefault(letters(text), set()).add(entity.id)
    return found


def _truth(text: str, homographs: dict[str, set[str]], lexicon: Lexicon) -> frozenset[str]:
    stripped = lexicon.strip(clean(text))
    return frozenset().union(*(homographs.get(letters(t), ()) for t in (stripped.core, stripped.loose) if t))
