"""Evidence that a name is something else: what is known of names abroad, of peoples and of waters.

Most strangers that a matcher of Lao names meets in the Vietnamese press are Vietnamese: officials (Trần Văn Minh,
Lò Văn Hặc), communes near the border (Mường Lống, Chiềng Khoang), now and then a Thai or Cambodian province. This
module asks the register of administrative units, family names with their share of the population, usual middle names,
and how often each syllable stands in Vietnamese names; the look-ups are in
:mod:`~lao_names.matching.stranger_tables`. It reports; it does not decide: Lao names in Vietnamese spelling are made of
the same syllables, and a commune may share a Lao district's name. Start with :func:`stranger_evidence`.
``docs/strangers.md`` tells where the facts come from.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from lao_names.matching.stranger_tables import (
    FLOOR,
    LEVELS,
    Syllable,
    common_words,
    register,
    register_with_marks,
    syllable,
    usual_units,
)
from lao_names.orthography.later import pattern
from lao_names.orthography.unicode import SIGNED_SCRIPTS

LONGEST = 200
"""Characters looked at; names are shorter, and the time for any text stays bounded."""


class StrangerEvidence(NamedTuple):
    """What speaks for a name of something that is not listed.

    Attributes:
        surname: 0..1, the first syllable as a family name in Vietnam: 1 for the commonest (Nguyễn), falling with the
            logarithm of its share of the population, .14 for those whose share is unknown, 0 for none.
        minority_surname: whether it is a family name of a minority (Thái, Hmong, Dao, Bru, Ê Đê ...).
        middle_name: whether the second of three or four syllables is a usual Vietnamese middle name.
        person_shape: 0..1, how much the whole looks like a Vietnamese person: two to four syllables written apart, all
            possible in Vietnamese, the first a family name; more with a usual middle name.
        elsewhere_exact: equal, case, spaces and hyphens aside, to the name of a unit outside Laos, or of a people or a
            river, dam or mountain that is not listed.
        elsewhere_toneless: the same when tone marks are set aside on both sides (ă â đ ê ô ơ ư kept).
        elsewhere_ascii: the same when all marks are set aside.
        usual_elsewhere: whether a district of Vietnam or communes of several provinces have that name; of text without any
            marks, marks aside.
        country: ISO 3166 code of its country (Vietnam where several have such a name), "" where none has.
        common_word: whether it is a word of everyday English, French or Vietnamese, in its marks.
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
    usual_elsewhere: bool
    country: str
    common_word: bool
    syllable_log_odds: float
    all_vietnamese_syllables: bool


NOTHING = StrangerEvidence(0.0, False, False, 0.0, False, False, False, False, "", False, FLOOR, False)


def stranger_evidence(text: str, designation: str = "", *, as_it_stands: bool = False) -> StrangerEvidence:
    """Evidence that a name belongs to Vietnam or another neighbour of Laos.

    Args:
        text: any text; a generic word before or after the name (xã, huyện, Province) may stand there or not. Only the
            first :data:`LONGEST` characters are looked at.
        designation: ``province`` or ``district`` where a word says that the name is one: units that can be none are then
            left out of the register.
        as_it_stands: whether a generic word at its border belongs to the name.

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
    possible = all([found.possible for found in syllables])
    first = syllables[0]
    middle = 3 <= len(words) <= 4 and syllables[1].middle
    shaped = possible and 2 <= len(words) <= 4 and "-" not in clean
    known_level = designation if designation in LEVELS else ""
    called = unit_called(syllables, known_level) if as_it_stands else elsewhere(words, syllables, known_level)
    exact, toneless, plain, country = called
    return StrangerEvidence(
        first.surname,
        first.minority,
        middle,
        person_shape(first.surname, middle, len(words)) if shaped else 0.0,
        exact,
        toneless,
        plain,
        plain and "".join([found.letters if marked else found.plain for found in syllables]) in usual_units(marked),
        country,
        len(words) == 1 and clean in common_words(),
        sum([found.log_probability for found in syllables]) / len(syllables),
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
NOT_NAME = pattern(rf"[^\w\s'{SIGNED_SCRIPTS}\u0e80-\u0eff-]+")
CLEAN = pattern(r"[a-z][a-z ]*")
CAPITALS = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EF9, 2)))
GLUED = pattern(rf"(?<=[a-z])(?=[{CAPITALS}])")  # not behind a mark: some programs capitalise "Hà NộI"


def tidy(text: str) -> str:
    """Lower case, NFC, one kind of hyphen and apostrophe, punctuation set aside; words parted that only capitals part."""
    text = text[:LONGEST]
    if not text[1:].islower():
        text = GLUED.sub(" ", text)
    if text.isascii():
        text = text.lower()
        return text if CLEAN.fullmatch(text) else NOT_NAME.sub(" ", text).replace("_", " ")
    return NOT_NAME.sub(" ", unicodedata.normalize("NFC", text.lower()).translate(LOOK_ALIKES))


# --- names of something else ---

GENERIC_FIRST = frozenset(
    {"xã", "phường", "huyện", "quận", "tỉnh", "tp", "tx", "tt", "xa", "phuong", "huyen", "tinh", "amphoe", "changwat"}
    | {("thị", "trấn"), ("thị", "xã"), ("thành", "phố"), ("đặc", "khu")}
)
GENERIC_LAST = frozenset({"province", "district", "commune", "ward", "city"})


def elsewhere(words: list[str], syllables: list[Syllable], designation: str = "") -> tuple[bool, bool, bool, str]:
    """Whether something in the tables is called so: exactly, without tones, without marks; and its country.

    Tried as it stands and without a generic word at its border. Mường, Nậm and Bản are part of a commune's name and
    stay.
    """
    found = unit_called(syllables, designation)
    if found[2] or len(words) == 1:
        return found
    start = 1 if words[0] in GENERIC_FIRST else 2 if tuple(words[:2]) in GENERIC_FIRST else 0
    end = len(words) - (words[-1] in GENERIC_LAST)
    return unit_called(syllables[start:end], designation) if start or end < len(words) else found


def unit_called(syllables: list[Syllable], designation: str = "") -> tuple[bool, bool, bool, str]:
    """:func:`elsewhere` for one wording."""
    country = register(designation).get("".join([found.plain for found in syllables]), "")
    if not country:
        return False, False, False, ""
    exact, toneless = register_with_marks(designation)
    in_exact = "".join([found.letters for found in syllables]) in exact
    return in_exact, in_exact or "".join([found.toneless for found in syllables]) in toneless, True, country
