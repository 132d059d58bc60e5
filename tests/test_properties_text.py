"""Properties of reading: cleaning, keys and readings of any text."""

from __future__ import annotations

import unicodedata
from itertools import product

import pytest
from hypothesis import example, given

from lao_names.matching.alignment import cost
from lao_names.matching.spelling import key, letters, marked
from lao_names.orthography import MOST_READINGS, readings
from lao_names.orthography.unicode import clean
from lao_names.phonology import CODAS, NUCLEI, ONSETS, SCALE, SEGMENTS, decode, encode
from tests.strategies import ANY_TEXT, NAME_LIKE, listed, listed_lao, listed_latin, listed_vietnamese, untoned

ONE_HABIT = 0.35
"""Price of one habit of writers, such as ch for t: a third of a different consonant."""

LAO_VARIANTS = (
    ("ຳ", "\u0ecd\u0eb2"),  # one sign or two
    ("ໜ", "ຫນ"),
    ("ໝ", "ຫມ"),
    ("ຫຼ", "ຫລ"),
)


def codes(text: str) -> set[bytes]:
    return {reading.code for reading in readings(text)}


@given(ANY_TEXT)
@example("Bô\u200b ly–khăm  xay")
@example("\ud800Bôlykhămxay")
def test_cleaning_twice_changes_nothing(text):
    assert clean(text) == clean(clean(text))


@given(ANY_TEXT)
@example("ບໍລິຄໍາໄຊ")
def test_clean_text_is_in_normal_form_c(text):
    assert unicodedata.is_normalized("NFC", clean(text))


@given(listed())
@example("Khăm Cợt")
def test_cleaning_undoes_normal_form_d(text):
    assert clean(text) == clean(unicodedata.normalize("NFD", text))


@given(NAME_LIKE)
@example("  BÔ LY  KHĂM XAY ")
def test_the_key_of_a_key_is_itself(text):
    assert key(text) == key(key(text))


@given(listed())
@example("Viêng Chăn")
def test_the_key_does_not_hear_case_and_outer_space(text):
    assert key(text) == key(f"  {text.lower()} ")


@given(NAME_LIKE)
@example("Đắc Chưng")
def test_letters_are_what_is_left_of_marked_letters(text):
    assert letters(text) == letters(marked(text))


@given(ANY_TEXT)
@example("Sa Vẳn Na Khệt")
@example("\udfff")
def test_readings_are_few_and_made_of_the_inventory(text):
    found = readings(text)
    assert len(found) <= MOST_READINGS
    for reading in found:
        assert reading.code
        assert set(reading.segments) <= set(SEGMENTS)
        for syllable in reading.syllables:
            assert set(syllable.onset) <= set(ONSETS)
            assert {vowel.replace("ː", "") for vowel in syllable.nucleus} <= set(NUCLEI)
            assert syllable.coda in ("", *CODAS)


@given(ANY_TEXT)
@example("Phonhong")
def test_readings_hear_the_clean_text(text):
    assert readings(text) == readings(clean(text))


@given(ANY_TEXT)
@example("Thà Khẹt")
def test_readings_are_all_different(text):
    found = [reading.code for reading in readings(text)]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@given(text=listed())
@example(text="Xiêng Khoảng")
@example(text="ສະຫວັນນະເຂດ")
def test_readings_do_not_hear_the_normal_form(form, text):
    assert readings(text) == readings(unicodedata.normalize(form, text))


@given(listed_latin())
@example("Đen Sạ Vẳn")
def test_readings_do_not_hear_capitals(text):
    assert readings(text.lower()) == readings(text.upper())


@given(listed_vietnamese())
@example("Hủa Phăn")
def test_readings_hardly_hear_tone_marks(text):
    # Without its tones a spelling may no longer look Vietnamese: its o may be open or closed, its final ch be k or t.
    syllables = len(readings(text)[0].syllables)
    assert min(cost(*pair) for pair in product(codes(text), codes(untoned(text)))) <= syllables * ONE_HABIT * SCALE


@given(listed_latin())
@example("Xa-vẳn-na-khẹt")
def test_readings_do_not_hear_hyphens(text):
    assert readings(text.replace("-", " ")) == readings(text.replace(" ", "-").replace("--", " -"))


@given(listed_latin())
@example("Đắc Ta Oọc")
def test_readings_take_eth_for_d_with_stroke(text):
    assert readings(text) == readings(text.replace("Đ", "Ð"))


@given(listed_lao())
@example("ໜອງບົກ")
@example("ຫຼວງພະບາງ")
@example("ຄຳມ່ວນ")
def test_lao_code_point_variants_share_a_reading(text):
    for one, other in LAO_VARIANTS:
        assert codes(text) & codes(text.replace(one, other)), (one, other)


@given(listed_lao())
@example("ນ້ຳພາວ")
def test_lao_tone_marks_do_not_change_how_a_name_is_read(text):
    assert codes(text) & codes("".join(char for char in text if not "\u0ec8" <= char <= "\u0ecb"))


@given(ANY_TEXT)
@example("Kông Chăn Xay Păn Nha")
def test_encoded_sounds_decode_to_themselves(text):
    for reading in readings(text):
        assert reading.segments == decode(encode(reading.segments))
