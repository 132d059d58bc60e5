"""The facts behind :mod:`~lao_names.matching.strangers`: names abroad, of peoples and of waters, as look-ups.

The tables lie in ``data/``, each with its sources and date in its first line; they are read on first use (about 15 ms
for all of them). :func:`register` holds the names of administrative units, peoples, rivers and the like, :func:`syllable`
what is known of one written syllable: as a family name, as a middle name, how often it stands in names, whether Vietnamese
can spell it.
"""

from __future__ import annotations

import os
import unicodedata
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

DATA = os.path.join(os.path.dirname(__file__), "data")

FLOOR = log(0.3e-6)
"""Log probability of a syllable that no Vietnamese name of the tables holds (the rarest listed one has log(1e-6))."""

RAREST_SURNAME = 0.1
"""Share per mille at which a family name counts nothing; the tables' rarest ones have 0.3."""


class Syllable(NamedTuple):
    """What is known of one written syllable, see :class:`~lao_names.matching.strangers.StrangerEvidence`.

    ``letters``, ``toneless`` and ``plain`` are the syllable without apostrophes, the last two also without tone marks
    and without all marks.
    """

    surname: float
    minority: bool
    middle: bool
    log_probability: float
    possible: bool
    letters: str
    toneless: str
    plain: str


LEVELS = {"country": frozenset("n"), "province": frozenset("pnv"), "district": frozenset("dpv")}
"""The levels of a table that a word for a unit leaves: a commune is no province, a Thai province's seat is a district."""


ABROAD = ("neighbour_units.tsv", "homonyms.tsv", "peoples_and_waters.tsv", "other_scripts.tsv")
"""Tables of names with their countries and levels: units, peoples (e), rivers, dams and mountains (r)."""


@cache
def register(designation: str) -> dict[str, str]:
    """The names of the tables, letters without marks, and the country of each (Vietnam wins).

    Args:
        designation: a key of :data:`LEVELS` where a word says what the name is, else "".
    """
    exact, countries = _units(designation)
    return dict(zip(_plain(_toneless(exact)).split("\n"), countries, strict=True))


@cache
def register_with_marks(designation: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names of the tables, their letters and marks; the same without tones.

    Made when a name equals one of them without marks, which few do.
    """
    exact, _ = _units(designation)
    return frozenset(exact.split("\n")), frozenset(_toneless(exact).split("\n"))


@cache
def _units(designation: str) -> tuple[str, list[str]]:
    """The letters of all units, one a line, and their countries."""
    neighbours, units = [line for table in ABROAD for line in rows(table)], rows("vietnam_units.tsv")
    if designation:
        neighbours, units = _of_level(neighbours, 2, designation), _of_level(units, 1, designation)
    else:
        units = units + rows("vietnam_villages.tsv")
    abroad = [line.split("\t", 2) for line in neighbours]
    names = [name for name, *_ in abroad]
    countries = [country for _, country, _ in abroad]
    names += [line.partition("\t")[0] for line in units]
    countries += ["VN"] * (len(names) - len(countries))
    return _joined(names), countries


def _joined(names: list[str]) -> str:
    """The letters and marks of names, one a line."""
    return "\n".join(names).lower().replace(" ", "").replace("-", "").replace("'", "")


def _toneless(text: str) -> str:
    return strip_all(text, WITHOUT_TONES)


def _plain(toneless: str) -> str:
    return strip_all(toneless, WITHOUT_MARKS)


def _of_level(lines: list[str], column: int, designation: str) -> list[str]:
    return [line for line in lines if not LEVELS[designation].isdisjoint(line.split("\t")[column])]


MANY_PROVINCES = 3
"""In how many provinces a name of communes is a usual one; two may be one province before and after a merger."""


@cache
def usual_units(marked: bool) -> frozenset[str]:
    """Names that a district of Vietnam has or communes of several provinces: their letters, with their marks or without."""
    units = [line.split("\t") for line in rows("vietnam_units.tsv")]
    usual = [name for name, levels, where in units if "d" in levels or where.count(",") + 1 >= MANY_PROVINCES]
    joined = _joined(usual)
    return frozenset((joined if marked else _plain(_toneless(joined))).split("\n"))


@cache
def common_words() -> frozenset[str]:
    """Everyday words of English, French and Vietnamese, in small letters with their marks."""
    return frozenset(line.partition("\t")[0] for line in rows("common_words.tsv"))


def rows(name: str) -> list[str]:
    """The data lines of a table: without its comment and its column names."""
    with open(os.path.join(DATA, name), encoding="utf-8") as file:
        return file.read().splitlines()[2:]


def strip_all(text: str, marks: dict[int, str]) -> str:
    """``text.translate(marks)`` for a long text: some ten times faster, since each replacement is one search in C."""
    for code, base in marks.items():
        text = text.replace(chr(code), base)
    return text


# --- letters and marks ---

TONES = "\u0300\u0301\u0309\u0303\u0323"
VOWELS = "aăâeêioôơuưy"
WITHOUT_TONES = str.maketrans({unicodedata.normalize("NFC", vowel + tone): vowel for vowel in VOWELS for tone in TONES})
WITHOUT_MARKS = str.maketrans(dict(zip("ăâđêôơư", "aadeoou", strict=True)))
RISING_OR_HEAVY = frozenset(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in "\u0301\u0323")
OLD_TONE_PLACES = {
    unicodedata.normalize("NFC", first + second + tone): unicodedata.normalize("NFC", first + tone + second)
    for first, second in ("oa", "oe", "uy")
    for tone in TONES
}


def modern_tone_place(word: str) -> str:
    """Hoà as hòa, thuỷ as thủy (at the end of a syllable; quý stays).

    >>> modern_tone_place("hoà"), modern_tone_place("quý"), modern_tone_place("hoàn")
    ('hòa', 'quý', 'hoàn')
    """
    moved = OLD_TONE_PLACES.get(word[-2:])
    return word if moved is None or word.startswith("qu") else word[:-2] + moved


# --- syllables ---

ONSETS = """b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x""".split()
RHYMES = """a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt
up ut uơ uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y yêm yên yêng yêt yêu""".split()
"""Vietnamese orthography: onset + rhyme (Thompson, "A Vietnamese Reference Grammar", 1987, chapter 2)."""

FRONT = frozenset("ieêy")


@cache
def possible_syllables(marked: bool) -> frozenset[str]:
    """All onset + rhyme combinations, without tones; without any marks where ``marked`` is False."""
    spelled = {onset + rhyme for onset in ONSETS for rhyme in RHYMES if may_precede(onset, rhyme)}
    spelled.update(RHYMES)
    spelled.update("q" + rhyme for rhyme in RHYMES if rhyme.startswith("uy"))
    spelled.add("gi")
    return frozenset(spelled if marked else (text.translate(WITHOUT_MARKS) for text in spelled))


def may_precede(onset: str, rhyme: str) -> bool:
    """The letters for k, g and ng depend on the vowel that follows."""
    if onset in ("k", "gh", "ngh"):
        return rhyme[0] in FRONT
    if onset in ("c", "ng"):
        return rhyme[0] not in FRONT
    return True


@lru_cache(maxsize=1 << 15)
def syllable(word: str, marked: bool) -> Syllable:
    """What is known of a syllable; of one from a text without any marks, what is known of it without them."""
    word = modern_tone_place(word)
    if not marked:
        word = without_marks(without_tones(word))
    letters = word.replace("'", "")
    toneless = without_tones(letters)
    surnames, minorities, middles, log_probabilities = names_table(marked)
    highland = word.startswith(("h'", "k'"))
    return Syllable(
        surnames.get(word, scaled_share(0.3) if highland else 0.0),
        highland or word in minorities,
        word in middles,
        log_probabilities.get(word, FLOOR),
        is_possible(word, marked),
        letters,
        toneless,
        without_marks(toneless),
    )


def without_tones(word: str) -> str:
    """A word without tone marks; ă â đ ê ô ơ ư stay."""
    return word if word.isascii() else word.translate(WITHOUT_TONES)


def without_marks(toneless: str) -> str:
    """A word without its tone marks, now without the marks of its letters too."""
    return toneless if toneless.isascii() else toneless.translate(WITHOUT_MARKS)


def is_possible(word: str, marked: bool) -> bool:
    """Whether Vietnamese spelling allows a syllable; one that ends in a stop has a rising or heavy tone."""
    bare = without_tones(word)
    if bare not in possible_syllables(marked):
        return False
    return not marked or not bare.endswith(("c", "ch", "p", "t")) or not RISING_OR_HEAVY.isdisjoint(word)


def scaled_share(per_mille: float) -> float:
    """A family name's share of the population as 0..1, by its logarithm; 1 for Nguyễn (315 per mille)."""
    return max(0.0, log(per_mille / RAREST_SURNAME) / log(315 / RAREST_SURNAME))


class Names(NamedTuple):
    """The tables of names, by syllable in lower case."""

    surnames: dict[str, float]
    minorities: frozenset[str]
    middles: frozenset[str]
    log_probabilities: dict[str, float]


@cache
def names_table(marked: bool) -> Names:
    """The tables of names; added up over the marks where ``marked`` is False."""
    shares: dict[str, float] = {}
    minorities = set()
    for name, per_mille, _, peoples in cells("vietnam_surnames.tsv", marked):
        shares[name] = shares.get(name, 0.0) + float(per_mille)
        if peoples:
            minorities.add(name)
    frequencies: dict[str, float] = {}
    for name, per_million in cells("vietnam_syllables.tsv", marked):
        frequencies[name] = frequencies.get(name, 0.0) + float(per_million)
    surnames = {name: min(1.0, scaled_share(per_mille)) for name, per_mille in shares.items()}
    middles = frozenset(name for name, _, _, typical in cells("vietnam_given_names.tsv", marked) if typical == "1")
    logs = {name: log(per_million * 1e-6) for name, per_million in frequencies.items()}
    return Names(surnames, frozenset(minorities), middles, logs)


def cells(name: str, marked: bool) -> list[list[str]]:
    """A table's cells in lower case; without any marks where ``marked`` is False."""
    text = "\n".join(rows(name)).lower()
    if not marked:
        text = _plain(_toneless(text))
    return [line.split("\t") for line in text.split("\n")]
