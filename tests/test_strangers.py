"""Evidence that a name is Vietnamese, or of another neighbour of Laos."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lao_names.matching.stranger_tables import ABROAD, FLOOR, is_possible, names_table, rows, syllable
from lao_names.matching.strangers import LONGEST, StrangerEvidence, stranger_evidence


@pytest.mark.parametrize(
    "name", ["Mường Lống", "Chiềng Khoang", "Nậm Cắn", "Mường Sai", "Sốp Cộp", "Điện Biên", "Hà Nội"]
)
def test_a_vietnamese_unit_is_found_by_its_letters_and_marks(name: str) -> None:
    found = stranger_evidence(name)
    assert (found.elsewhere_exact, found.country) == (True, "VN")


@pytest.mark.parametrize(
    ("name", "exact", "toneless", "ascii_"),
    [
        ("Mường Lống", True, True, True),
        ("Mường Lóng", False, False, True),
        ("Mương Lông", False, True, True),
        ("Muong Long", False, False, True),
        ("Mường Lung", False, False, False),
    ],
)
def test_agreement_is_told_apart_by_marks(name: str, exact: bool, toneless: bool, ascii_: bool) -> None:
    found = stranger_evidence(name)
    assert (found.elsewhere_exact, found.elsewhere_toneless, found.elsewhere_ascii) == (exact, toneless, ascii_)


@pytest.mark.parametrize(
    "wording", ["xã Mường Lống", "MƯỜNG LỐNG", "Mường-Lống", "MườngLống", "mường lống,", "Mường Lống commune"]
)
def test_generic_words_case_and_joining_do_not_hide_a_unit(wording: str) -> None:
    assert stranger_evidence(wording).elsewhere_exact


@pytest.mark.parametrize("name", ["Nóng Khéo", "Huổi Siểu", "Mường Sát", "nóng-khéo"])
def test_a_village_of_the_uplands_is_known(name: str) -> None:
    assert stranger_evidence(name).elsewhere_exact


@pytest.mark.parametrize("name", ["ຂະມຸ", "ມົ້ງ", "ມະກອງ"])
def test_a_people_of_laos_is_known_in_lao_letters(name: str) -> None:
    """Khmu (once the province Khammouane), Hmong, Makong: the signs of Lao vowels are letters of a name."""
    assert (True, "LA") == (stranger_evidence(name).elsewhere_exact, stranger_evidence(name).country)


def test_a_village_is_neither_a_province_nor_a_district() -> None:
    assert not stranger_evidence("Nóng Khéo", "district").elsewhere_ascii


def test_words_that_only_capitals_part_are_looked_at_one_by_one() -> None:
    assert stranger_evidence("Mường Lát") == stranger_evidence("MườngLát")
    assert stranger_evidence("Mường Ảng") == stranger_evidence("MườngẢng")
    assert stranger_evidence("MuongLat").all_vietnamese_syllables


def test_a_capital_behind_a_mark_parts_no_words() -> None:
    """Some programs capitalise "HÀ NỘI" so."""
    assert stranger_evidence("Hà Nội") == stranger_evidence("Hà NộI")


def test_the_place_of_a_tone_mark_does_not_matter() -> None:
    assert stranger_evidence("Hoà Bình").elsewhere_exact
    assert stranger_evidence("Thuỷ Nguyên") == stranger_evidence("Thủy Nguyên")


@pytest.mark.parametrize(
    ("name", "country"), [("Nakhon Phanom", "TH"), ("Siem Reap", "KH"), ("Tây Song Bản Nạp", "CN"), ("Taunggyi", "MM")]
)
def test_units_of_the_other_neighbours_carry_their_country(name: str, country: str) -> None:
    assert stranger_evidence(name).country == country


@pytest.mark.parametrize(
    "name", ["Viêng Chăn", "Bô Ly Khăm Xay", "Savannakhet", "Xiêng Khoảng", "Bolikhamxay", "ວຽງຈັນ"]
)
def test_a_lao_province_is_no_unit_elsewhere(name: str) -> None:
    assert stranger_evidence(name).country == ""


@pytest.mark.parametrize("name", ["Trần Văn Minh", "Nguyễn Thị Hoa", "Lò Văn Hặc", "Giàng A Páo", "Tran Van Minh"])
def test_a_vietnamese_person_has_family_name_middle_name_and_shape(name: str) -> None:
    found = stranger_evidence(name)
    assert found.surname > 0
    assert found.middle_name
    assert found.person_shape > 0.5


@pytest.mark.parametrize(
    "name", ["Thongloun Sisoulith", "Thoong Lun Xi Xu Lít", "Bun Nhăng Vo La Chít", "Kông Chăn Xay Păn Nha"]
)
def test_a_lao_person_does_not_look_like_a_vietnamese_one(name: str) -> None:
    assert stranger_evidence(name).person_shape == 0


def test_a_common_family_name_weighs_more_than_a_rare_one() -> None:
    weights = [stranger_evidence(f"{name} Văn An").surname for name in ("Nguyễn", "Trần", "Bùi", "Lò", "Giàng")]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == pytest.approx(1)


def test_names_of_minorities_are_marked() -> None:
    assert [stranger_evidence(name).minority_surname for name in ("Lò Văn Hặc", "H'Bút Ayun", "Nguyễn Văn An")] == [
        True,
        True,
        False,
    ]


def test_vietnamese_syllables_are_likelier_in_vietnamese_names() -> None:
    vietnamese = stranger_evidence("Nguyễn Văn Minh").syllable_log_odds
    lao = stranger_evidence("Bô Ly Khăm Xay").syllable_log_odds
    assert vietnamese > lao > FLOOR


@pytest.mark.parametrize(
    ("word", "possible"),
    [
        ("khăm", True),
        ("phết", True),
        ("phet", False),
        ("nguyễn", True),
        ("kan", False),
        ("ngiên", False),
        ("quý", True),
        ("quỳnh", True),
        ("vông", True),
    ],
)
def test_vietnamese_spelling_decides_which_syllables_are_possible(word: str, possible: bool) -> None:
    assert is_possible(word, marked=True) == possible


def test_every_family_name_of_one_vietnamese_syllable_can_be_spelled() -> None:
    kinh = [row.split("\t")[0].lower() for row in rows("vietnam_surnames.tsv") if row.split("\t")[2] in "BDL"]
    assert [name for name in kinh if not syllable(name, True).possible] == []


def test_probabilities_of_the_syllables_add_up_to_one() -> None:
    millions = sum(float(row.split("\t")[1]) for row in rows("vietnam_syllables.tsv"))
    assert millions == pytest.approx(1e6, rel=0.01)


@pytest.mark.parametrize(
    "table",
    [table.removesuffix(".tsv") for table in ABROAD]
    + ["vietnam_units", "vietnam_villages", "vietnam_surnames", "vietnam_given_names", "vietnam_syllables"],
)
def test_tables_are_sound(table: str) -> None:
    lines = rows(f"{table}.tsv")
    names = [line.split("\t")[0] for line in lines]
    assert [name for name in names if not name.strip() or name != unicodedata.normalize("NFC", name)] == []
    assert len({line.count("\t") for line in lines}) == 1
    assert names_table(True).middles >= {"văn", "thị"}


@given(st.text(max_size=40))
@example("Mường Lống")
@example("Mu\u031bo\u031b\u0300ng")
@example("\ud800")
@example("ບໍລິຄຳໄຊ")
def test_any_text_gets_evidence_within_its_bounds(text: str) -> None:
    found = stranger_evidence(text)
    assert isinstance(found, StrangerEvidence)
    assert 0 <= found.surname <= 1
    assert 0 <= found.person_shape <= 1
    assert FLOOR <= found.syllable_log_odds <= 0
    assert found.elsewhere_exact <= found.elsewhere_toneless <= found.elsewhere_ascii == bool(found.country)


@given(st.sampled_from(rows("vietnam_units.tsv")).map(lambda row: row.split("\t")[0]))
@example("Mường Lống")
def test_decomposed_letters_change_nothing(name: str) -> None:
    assert stranger_evidence(unicodedata.normalize("NFD", name)) == stranger_evidence(name)
    capitals, small = stranger_evidence(name.upper()), stranger_evidence(name)
    if re.search("[a-z][A-ZĐ]", name):  # in capitals EaBar is one word, and still the same unit
        assert (capitals.elsewhere_exact, capitals.country) == (small.elsewhere_exact, small.country)
    else:
        assert capitals == small


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    text = "Nguyễn Văn " * 10_000
    assert stranger_evidence(text) == stranger_evidence(text[:LONGEST])


def test_every_unit_of_the_register_is_found_under_its_own_name() -> None:
    names = [row.split("\t")[0] for row in rows("vietnam_units.tsv") + [line for table in ABROAD for line in rows(table)]]
    assert [name for name in names if not stranger_evidence(name).elsewhere_exact] == []
