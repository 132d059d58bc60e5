"""One canonical text for all the ways in which a name can be encoded."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lao_names.errors import NotText
from lao_names.orthography.unicode import clean

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
LAO_AND_FRIENDS = st.text(
    st.sampled_from("ກຂຫນມລວຍອເແໂໄໃະາຳຽັິີຶືຸູົໍ່້໊໋໌ຼ຺ໆ໑ \u200b\u0301\u0302\u0306a\u030cеХÐð-‐\u00a0\n่ำ"), max_size=30
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("ນໍ້າ", "ນ້ຳ"),
        ("ນ້ໍາ", "ນ້ຳ"),
        ("ນຳ້", "ນ້ຳ"),
        ("ກ່ິ", "ກິ່"),
        ("ເເກ້ວ", "ແກ້ວ"),
        ("ຫ້ຼາ", "ຫຼ້າ"),
        ("ອັັດຕະປື", "ອັດຕະປື"),
        ("ສະ\u200bຫວັນ", "ສະຫວັນ"),
        ("ບາ້ນ", "ບ້ານ"),
        ("໑໒", "12"),
        ("ຫນອງ", "ຫນອງ"),
    ],
)
def test_lao_signs_stand_in_one_order(raw: str, expected: str) -> None:
    assert expected == clean(raw)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Vie\u0301\u0302t", "Viết"),
        ("Vi\u00ea\u0301t", "Viết"),
        ("\u00d0ắc Chưng", "Đắc Chưng"),
        ("\u00f0en", "đen"),
        ("Chǎn", "Chăn"),
        ("Хiêng", "Xiêng"),
        ("Саyxỏn", "Cayxỏn"),
        ("Ｖiêng　Ｃhăn", "Viêng Chăn"),
        ("Kay – xỏn", "Kay-xỏn"),
        ("  Viêng\u00a0\u00a0Chăn ", "Viêng Chăn"),
        ("M’Mường", "M'Mường"),
    ],
)
def test_vietnamese_slips_are_repaired(raw: str, expected: str) -> None:
    assert expected == clean(raw)


@pytest.mark.parametrize("word", ["Вьентьян", "Siglufjörður", "Nǐhǎo", "Παξέ", "東京", "Bolikhamxay", "Müller"])
def test_words_of_other_languages_stay_as_they_are(word: str) -> None:
    assert word == clean(word)


@given(ANY_TEXT)
@example("ເເເ\u0ebd\u0ec9")
@example("Саyxỏn Phômvihản")
@example("\ud800ຫ້ຼາ")
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert once == clean(once)


@given(LAO_AND_FRIENDS)
@example("ຜູກຄຽນແອວ")
def test_cleaning_lao_signs_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert once == clean(once)


@given(st.sampled_from(["Kay-xỏn Phôm-vi-hản", "Đắc Tà Oọc", "ຫຼວງນ້ຳທາ", "ບໍ່ແກ້ວ", "Xiêng Khoảng"]))
@example("Khăm Muộn")
def test_the_normal_form_does_not_matter(name: str) -> None:
    forms = {clean(unicodedata.normalize(form, name)) for form in ("NFC", "NFD")}
    assert {name} == forms


def test_a_million_marks_are_cleaned_in_linear_time() -> None:
    assert 40 > len(clean("a" + "\u0301\u0323" * 500_000))


def test_bytes_are_refused_with_advice() -> None:
    with pytest.raises(NotText, match="decode"):
        clean(b"Pakse")  # type: ignore[arg-type]
