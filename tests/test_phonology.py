"""The inventory of sounds and the prices of confusing them."""

from __future__ import annotations

from itertools import product

import pytest

from lao_names.phonology import (
    CODA_MARK,
    CODAS,
    ONSETS,
    SCALE,
    SEGMENTS,
    SUBSTITUTION,
    VOWELS,
    Syllable,
    classes,
    decode,
    encode,
    insertions,
    segments,
)


def price(one, other):
    return SUBSTITUTION[SEGMENTS.index(one)][SEGMENTS.index(other)] / SCALE


def test_prices_are_symmetric_and_free_only_for_the_same_sound():
    for one, other in product(SEGMENTS, repeat=2):
        assert price(one, other) == price(other, one)
        assert (price(one, other) == 0) == (one == other)


def test_every_sound_has_a_byte_of_its_own():
    assert len(SEGMENTS) == len(set(SEGMENTS))
    assert tuple(SEGMENTS) == decode(encode(SEGMENTS))


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (("l", "r"), ("l", "k")),  # Bolikham, Borikham
        (("b", "p"), ("b", "s")),  # Bắc Ka Đinh, Pạc Ka Đinh
        (("k", "kʰ"), ("k", "m")),  # Căm Cợt, Khăm Cợt
        (("pʰ", "f"), ("pʰ", "n")),
        (("tɕ", "s"), ("tɕ", "m")),
        (("-n", "-ŋ"), ("-n", "-k")),  # Viên Chăn, Viêng Chăn
        (("-k", "-t"), ("-k", "-m")),  # Thà Khẹc, Thà Khẹt
        (("o", "ɔ"), ("o", "i")),
        (("e", "ɛ"), ("e", "a")),
        (("ɲ", "j"), ("ɲ", "t")),
    ],
)
def test_sounds_that_writers_confuse_are_cheaper_than_others(near, far):
    assert price(*near) < price(*far)


def test_any_two_vowels_are_cheaper_than_two_unrelated_consonants():
    dearest = max(price(one, other) for one, other in product(VOWELS, repeat=2))
    assert dearest < price("k", "m")


def test_a_consonant_never_stands_for_a_vowel_cheaply_except_for_glides():
    glides = {"j", "w", "-j", "-w"}
    cheap = {
        one for one in SEGMENTS for vowel in VOWELS if one not in VOWELS and one not in glides and price(one, vowel) < 1
    }
    assert set() == cheap


def test_the_r_of_a_cluster_is_lost_cheaply():
    alone, cluster = insertions(encode(["r", "a"]))[0], insertions(encode(["p", "r", "a"]))[1]
    assert cluster < alone  # Luang Prabang, Luông Pha Bang


def test_a_vowel_beside_a_vowel_is_lost_more_cheaply():
    alone, beside = insertions(encode(["k", "a", "-n"]))[1], insertions(encode(["k", "u", "a", "-n"]))[2]
    assert beside < alone  # Khammouane, Khammun


def test_a_vowel_costs_less_than_a_consonant():
    assert insertions(encode(["k", "a"]))[1] < insertions(encode(["k", "a"]))[0]


@pytest.mark.parametrize(
    ("syllables", "flat"),
    [
        ([Syllable(("kʰ",), ("a",), "m")], ("kʰ", "a", "-m")),
        ([Syllable(("ʔ",), ("uː",))], ("u",)),
        ([Syllable(("w",), ("iːə",), "ŋ")], ("w", "i", "ə", "-ŋ")),
        ([Syllable(("k", "w"), ("a",), "n")], ("k", "w", "a", "-n")),
        ([Syllable(("s",), ("a",), "n"), Syllable(("n",), ("a",))], ("s", "a", "n", "a")),  # Sa(n)-na
        ([Syllable(("ʔ",), ("a",), "t"), Syllable(("t",), ("a",))], ("a", "t", "a")),  # At-ta-pu
        ([Syllable(("s",), ("a",), "j"), Syllable(("ɲ",), ("a",))], ("s", "a", "ɲ", "a")),
        ([Syllable(("s",), ("a",), "n"), Syllable(("k",), ("a",))], ("s", "a", "-n", "k", "a")),
    ],
)
def test_syllables_are_written_flat(syllables, flat):
    assert flat == segments(syllables)


def test_finals_are_sounds_of_their_own():
    assert {CODA_MARK + coda for coda in CODAS} <= set(SEGMENTS)
    assert set(ONSETS) - {"ʔ"} <= set(SEGMENTS)


@pytest.mark.parametrize("pair", [("k", "kʰ"), ("l", "r"), ("b", "p"), ("-n", "-ŋ"), ("o", "ɔ"), ("e", "ɛ")])
def test_sounds_that_are_cheap_to_confuse_share_a_class(pair):
    one, other = pair
    assert classes(encode([one])) == classes(encode([other]))


def test_a_syllable_is_shown_in_ipa():
    assert "kʰam" == str(Syllable(("kʰ",), ("a",), "m"))
