"""Readings of Latin spellings: syllables, habits, and several readings where nobody can know."""

from __future__ import annotations

import pytest

from lao_names.errors import NotText
from lao_names.orthography import MOST_READINGS, readings


def read(text):
    return [str(reading) for reading in readings(text)]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Bô Ly Khăm Xay", "bo.li.kʰam.saj"),
        ("Bôlykhămxay", "bo.li.kʰam.saj"),
        ("BoLyKhămXay", "bɔ.li.kʰam.saj"),
        ("Bô-ly-khăm-xay", "bo.li.kʰam.saj"),
        ("Sê Kông", "se.koŋ"),
        ("Xê Kông", "se.koŋ"),
        ("Viêng Chăn", "wiəŋ.tɕan"),
        ("Phông Sa Lỳ", "pʰoŋ.sa.li"),
        ("Attapư", "at.ta.pɯ"),
        ("Noọng Hét", "nɔŋ.hɛt"),
        ("Căm Cợt", "kam.kɤt"),
        ("Quắn", "kwan"),
        ("Hủa Phăn", "huə.pʰan"),
        ("Đăk Chưng", "dak.tɕɯŋ"),
        ("Xiêng Khoảng", "siəŋ.kʰwaŋ"),
    ],
)
def test_vietnamese_respelling_is_read_as_a_vietnamese_reader_says_it(text, heard):
    assert heard == read(text)[0]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Savannakhet", "sa.wan.na.kʰet"),
        ("Vientiane", "wiən.tɕan"),
        ("Santiphab", "san.ti.pʰap"),
        ("Khammany", "kʰa.ma.ni"),
        ("Khammanyvong", "kʰa.ma.ni.woŋ"),
        ("Xanyabouly", "sa.ɲa.bu.li"),
        ("Attapeu", "a.ta.pɤ"),
        ("Bolikhamxay", "bo.li.kʰam.saj"),
        ("Saravane", "sa.ra.wan"),
        ("Houaphan", "huə.pʰan"),
        ("Sisoulith", "si.su.lit"),
    ],
)
def test_romanization_follows_the_habits_of_press_and_french(text, heard):
    assert heard in read(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xay", "Say"),
        ("Phongsaly", "Phongxaly"),
        ("Khammouane", "Khammuan"),
        ("Louang", "Luang"),
        ("Nhommalath", "Nyommalath"),
        ("Vientiane", "Vienchan"),
        ("Savannakhet", "Savanakhet"),
        ("Bo Lee Kham Xay", "Bo Li Kham Xay"),
        ("Borikhane", "Borikhan"),
        ("Houaphanh", "Houaphan"),
    ],
)
def test_two_habits_of_romanization_share_a_reading(one, other):
    assert {r.code for r in readings(one)} & {r.code for r in readings(other)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khăm", "Kham"),
        ("Hủa Phăn", "Hua Phan"),
        ("Sa Vẳn Na Khệt", "Xa-van-na-khêt"),
        ("Khăm Muộn", "Khăm Muồn"),
        ("Đắc", "Ðắc"),  # eth for đ
        ("Nậm Ngừm", "Nam Ngưm"),
    ],
)
def test_tones_hyphens_and_look_alikes_are_not_heard(one, other):
    assert {r.code for r in readings(one)} & {r.code for r in readings(other)}


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Phonhong", ["pʰo.ɲoŋ", "pʰon.hoŋ"]),
        ("Khouang", ["kʰuəŋ", "kʰwaŋ"]),  # Xieng Khouang
        ("Mun", ["mun", "mɯn"]),  # English u, and that of BGN/PCGN
        ("Inthapangna", ["in.tʰa.paŋ.na", "in.tʰa.pan.ɲa"]),
    ],
)
def test_a_spelling_that_can_be_read_in_two_ways_has_both_readings(text, heard):
    assert heard == read(text)


@pytest.mark.parametrize(
    ("text", "heard"), [("Phetsarath", "pʰet.sa.lat"), ("Hātsāifō̜ng", "hat.saj.foŋ"), ("Tsieng", "tɕiəŋ")]
)
def test_t_and_s_between_vowels_belong_to_two_syllables(text, heard):
    assert heard in {reading.replace("r", "l") for reading in read(text)}


@pytest.mark.parametrize("text", ["", "   ", "12", "--", "🙂", "\u0301", "\ud800"], ids=ascii)
def test_where_there_is_no_letter_there_is_no_reading(text):
    assert () == readings(text)


def test_readings_are_few_however_many_are_possible():
    assert len(readings("Phonhong Nonghet Nongo Xanhai Phonhong Nonghet")) <= MOST_READINGS


@pytest.mark.parametrize(
    ("text", "orthography"),
    [
        ("Bô Ly Khăm Xay", "vietnamese"),
        ("Bolikhamxay", "romanized"),
        ("ບໍລິຄຳໄຊ", "lao"),
        ("Саваннакхет", "other"),
        ("หลวงพระบาง", "other"),
    ],
)
def test_a_reading_says_whose_habits_it_follows(text, orthography):
    assert orthography == readings(text)[0].orthography


def test_scripts_mixed_in_one_text_are_read_one_after_the_other():
    (whole, *_) = readings("ວຽງຈັນ Viêng Chăn")
    assert ".".join([read("ວຽງຈັນ")[0], read("Viêng Chăn")[0]]) == str(whole)


@pytest.mark.parametrize("thing", [None, 1, b"Attapeu"], ids=repr)
def test_only_text_is_read(thing):
    with pytest.raises(NotText):
        readings(thing)
