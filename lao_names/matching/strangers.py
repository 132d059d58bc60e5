"""Evidence that a name is not Lao: what is known of the names of Vietnam and of Laos's other neighbours.

Most strangers that a matcher of Lao names meets in the Vietnamese press are Vietnamese: officials (Trần Văn Minh,
Lò Văn Hặc), communes near the border (Mường Lống, Chiềng Khoang), now and then a Thai or Cambodian province. This
module knows the register of administrative units, family names with their share of the population, usual middle
names, and how often each syllable stands in Vietnamese names. It reports; it does not decide: Lao names in Vietnamese
spelling are made of the same syllables, and a commune may share a Lao district's name. Start with
:func:`stranger_evidence`. The tables lie in ``data/``, each with its sources and date; ``docs/strangers.md`` tells
how they were made.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from math import log
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"

LONGEST = 200
"""Characters looked at; names are shorter, and the time for any text stays bounded."""

FLOOR = log(0.3e-6)
"""Log probability of a syllable that no Vietnamese name of the tables holds (the rarest listed one has log(1e-6))."""

RAREST_SURNAME = 0.1
"""Share per mille at which a family name counts nothing; the tables' rarest ones have 0.3."""


class StrangerEvidence(NamedTuple):
    """What speaks for a name from outside Laos.

    Attributes:
        surname: 0..1, the first syllable as a family name in Vietnam: 1 for the commonest (Nguyễn), falling with the
            logarithm of its share of the population, .14 for those whose share is unknown, 0 for none.
        minority_surname: whether it is a family name of a minority (Thái, Hmong, Dao, Bru, Ê Đê ...).
        middle_name: whether the second of three or four syllables is a usual Vietnamese middle name.
        person_shape: 0..1, how much the whole looks like a Vietnamese person: two to four syllables written apart, all
            possible in Vietnamese, the first a family name; more with a usual middle name.
        elsewhere_exact: equal, case, spaces and hyphens aside, to the name of a unit outside Laos.
        elsewhere_toneless: the same when tone marks are set aside on both sides (ă â đ ê ô ơ ư kept).
        elsewhere_ascii: the same when all marks are set aside.
        country: ISO 3166 code of that unit's country (Vietnam where several have such a name), "" where none has.
        syllable_log_odds: mean natural logarithm of the syllables' probability in Vietnamese names, from about -3 down
            to :data:`FLOOR`; :data:`FLOOR` for an empty text.
        all_vietnamese_syllables: whether every syllable is possible in Vietnamese spelling (of text without any marks:
            possible but for the marks).
    """

    surname: float
    minority_surname: bool
    middle_name: bool
    person_shape: float
    elsewhere_exact: bool
    elsewhere_toneless: bool
    elsewhere_ascii: bool
    country: str
    syllable_log_odds: float
    all_vietnamese_syllables: bool


class Syllable(NamedTuple):
    """What is known of one written syllable, see :class:`StrangerEvidence`."""

    surname: float
    minority: bool
    middle: bool
    log_probability: float
    possible: bool


NOTHING = StrangerEvidence(0.0, False, False, 0.0, False, False, False, "", FLOOR, False)


def stranger_evidence(text: str) -> StrangerEvidence:
    """Evidence that a name belongs to Vietnam or another neighbour of Laos.

    Args:
        text: any text; a generic word before or after the name (xã, huyện, Province) may stand there or not. Only the
            first :data:`LONGEST` characters are looked at.

    Returns:
        The evidence; of a text without letters nothing speaks.

    >>> found = stranger_evidence("Mường Lống")  # a commune of Nghệ An
    >>> found.elsewhere_exact, found.country
    (True, 'VN')
    >>> found = stranger_evidence("Trần Văn Minh")
    >>> found.middle_name, found.person_shape > 0.9, found.elsewhere_ascii
    (True, True, False)
    """
    clean = tidy(text)
    words = clean.replace("-", " ").split()
    if not words:
        return NOTHING
    marked = not clean.isascii()
    syllables = [syllable(word, marked) for word in words]
    possible = all(found.possible for found in syllables)
    first = syllables[0]
    middle = 3 <= len(words) <= 4 and syllables[1].middle
    shaped = possible and 2 <= len(words) <= 4 and "-" not in clean
    exact, toneless, plain, country = elsewhere(clean)
    return StrangerEvidence(
        first.surname,
        first.minority,
        middle,
        person_shape(first.surname, middle, len(words)) if shaped else 0.0,
        exact,
        toneless,
        plain,
        country,
        sum(found.log_probability for found in syllables) / len(syllables),
        possible,
    )


def person_shape(surname: float, middle: bool, length: int) -> float:
    """How much two to four possible syllables look like a person: nothing without a family name."""
    if not surname:
        return 0.0
    usual = 0.3 if middle else 0.0
    return (0.2 if length == 2 else 0.3) + 0.4 * surname + usual


LOOK_ALIKES = str.maketrans(
    {"ð": "đ", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "_": " ", "–": "-", "‐": "-", "\u00a0": " "}
)
NOT_NAME = re.compile(r"[^\w\s'-]+")


def tidy(text: str) -> str:
    """Lower case, NFC, one kind of hyphen and apostrophe, punctuation set aside."""
    text = text[:LONGEST]
    if text.isascii():
        return NOT_NAME.sub(" ", text.lower()).replace("_", " ")
    return NOT_NAME.sub(" ", unicodedata.normalize("NFC", text.lower()).translate(LOOK_ALIKES))


# --- units outside Laos ---

GENERIC = re.compile(
    r"^(?:xã|phường|thị trấn|thị xã|huyện|quận|tỉnh|thành phố|đặc khu|tp|tx|tt|xa|phuong|huyen|tinh|amphoe|changwat)"
    r"\s+(?=\S)"
    r"|(?<=\S)\s+(?:province|district|commune|ward|city)$"
)


def elsewhere(clean: str) -> tuple[bool, bool, bool, str]:
    """Whether a unit outside Laos is called so: exactly, without tones, without marks; and its country.

    Tried as it stands and without a generic word at its border, so that Mường, Nậm and Bản, which are part of a
    commune's name, are kept.
    """
    found = unit_called(clean)
    if not found[2]:
        bare = GENERIC.sub("", clean.strip())
        if bare != clean:
            found = unit_called(bare)
    return found


def unit_called(clean: str) -> tuple[bool, bool, bool, str]:
    """:func:`elsewhere` for one wording."""
    exact, toneless, plain = register()
    key = "".join(map(modern_tone_place, clean.replace("-", " ").replace("'", "").split()))
    bare = key.translate(WITHOUT_TONES)
    country = plain.get(bare.translate(WITHOUT_MARKS), "")
    if not country:
        return False, False, False, ""
    return key in exact, bare in toneless, True, country


@cache
def register() -> tuple[frozenset[str], frozenset[str], dict[str, str]]:
    """Names of the units: their letters and marks; the same without tones; country by letters (Vietnam wins)."""
    names: list[str] = []
    countries: list[str] = []
    for line in rows("neighbour_units.tsv"):
        name, country, _ = line.split("\t", 2)
        names.append(name)
        countries.append(country)
    names += [line.partition("\t")[0] for line in rows("vietnam_units.tsv")]
    countries += ["VN"] * (len(names) - len(countries))
    exact = "\n".join(names).lower().replace(" ", "").replace("-", "").replace("'", "")
    toneless = strip_all(exact, WITHOUT_TONES)
    plain = strip_all(toneless, WITHOUT_MARKS)
    by_letters = dict(zip(plain.split("\n"), countries, strict=True))
    return frozenset(exact.split("\n")), frozenset(toneless.split("\n")), by_letters


def rows(name: str) -> list[str]:
    """The data lines of a table: without its comment and its column names."""
    return (DATA / name).read_text(encoding="utf-8").splitlines()[2:]


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
        word = word.translate(WITHOUT_TONES).translate(WITHOUT_MARKS)
    surnames, minorities, middles, log_probabilities = names_table(marked)
    highland = word.startswith(("h'", "k'"))
    return Syllable(
        surnames.get(word, scaled_share(0.3) if highland else 0.0),
        highland or word in minorities,
        word in middles,
        log_probabilities.get(word, FLOOR),
        is_possible(word, marked),
    )


def is_possible(word: str, marked: bool) -> bool:
    """Whether Vietnamese spelling allows a syllable; one that ends in a stop has a rising or heavy tone."""
    bare = word.translate(WITHOUT_TONES)
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
        text = strip_all(strip_all(text, WITHOUT_TONES), WITHOUT_MARKS)
    return [line.split("\t") for line in text.split("\n")]
