"""Words around names: recognised at both ends, set aside, and never more than that."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given

from lao_names import builtin
from lao_names.api import load
from lao_names.matching.stretches import split
from lao_names.matching.words import Lexicon
from lao_names.orthography.unicode import clean
from lao_names.transliteration import schemes, transliterate
from tests.strategies import ANY_TEXT, listed


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon(load().words)


@pytest.mark.parametrize(
    ("text", "core", "words"),
    [
        ("tỉnh Bô Ly Khăm Xay", "Bô Ly Khăm Xay", ["tỉnh"]),
        ("Tỉnh Bô Ly Khăm Xay", "Bô Ly Khăm Xay", ["tỉnh"]),
        ("TỈNH BÔ LY KHĂM XAY", "BÔ LY KHĂM XAY", ["tỉnh"]),
        ("tinh Bo Ly Kham Xay", "Bo Ly Kham Xay", ["tỉnh"]),
        ("thủ đô Viêng Chăn", "Viêng Chăn", ["thủ đô"]),
        ("huyện Khăm Cợt", "Khăm Cợt", ["huyện"]),
        ("Houaphan province", "Houaphan", ["province"]),
        ("Khamkeuth District", "Khamkeuth", ["district"]),
        ("ແຂວງບໍລິຄຳໄຊ", "ບໍລິຄຳໄຊ", ["ແຂວງ"]),
        ("Đại tá Kông Chăn Xay Păn Nha", "Kông Chăn Xay Păn Nha", ["đại tá"]),
        ("Bô Ly Khăm Xay", "Bô Ly Khăm Xay", []),
        ("sông Sê Kông", "Sê Kông", ["sông"]),
    ],
)
def test_words_at_the_edges_are_set_aside(lexicon, text, core, words):
    stripped = lexicon.strip(text)
    assert core == stripped.core
    if words:
        roles = {word.role for word in stripped.words}
        assert roles & {"generic", "title"}


@pytest.mark.parametrize(
    ("text", "designation"),
    [
        ("tỉnh Attapư", "province"),
        ("Attapeu Province", "province"),
        ("Province d'Attapeu", "province"),
        ("Khoueng Houaphan", "province"),
        ("ແຂວງວຽງຈັນ", "province"),
        ("thủ đô Viêng Chăn", "capital"),
        ("huyện Xay", "district"),
        ("thành phố Pakse", "town"),
        ("cửa khẩu Nậm Phao", "crossing"),
        ("sông Sê Kông", "river"),
        ("cao nguyên Boloven", "plateau"),
        ("đặc khu Xaisomboun", "special zone"),
        ("ông Thongloun", "person"),
    ],
)
def test_a_word_points_to_what_is_meant(lexicon, text, designation):
    assert designation in {pointed for word in lexicon.strip(text).words for pointed in word.points_to}


@pytest.mark.parametrize("text", ["Mường Ét", "Muang Xay", "Ban Houayxay"])
def test_a_lao_word_for_a_settlement_stays_in_the_name_and_is_tried_without(lexicon, text):
    stripped = lexicon.strip(text)
    assert text == stripped.core
    assert text.split(maxsplit=1)[1] == stripped.loose
    assert 1 == len(stripped.loose_words)


@pytest.mark.parametrize("text", ["Nakhone Luang Prabang", "ນະຄອນຫຼວງພະບາງ"])
def test_the_word_for_a_capital_can_be_that_for_a_town(lexicon, text):
    capital, town = lexicon.strip(text), lexicon.strip(text, lao_stays=True)
    assert [("capital",)] == [word.points_to for word in capital.words]
    assert ([], [("district", "town")]) == (list(town.words), [word.points_to for word in town.loose_words])
    assert text == town.core


@pytest.mark.parametrize("scheme", [name for name in schemes() if name != "ipa"])
@pytest.mark.parametrize("lao", ["ແຂວງ", "ເມືອງ", "ນະຄອນຫຼວງ", "ດ່ານ", "ດ່ານສາກົນ"])
def test_the_words_for_units_are_known_as_each_scheme_writes_them(lexicon, scheme, lao):
    written = transliterate(lao + " ໄຊ", scheme)
    stripped = lexicon.strip(written)
    assert lexicon.strip(lao + "ໄຊ").words + lexicon.strip(lao + "ໄຊ").loose_words
    assert written.rpartition(" ")[2] in (stripped.core, stripped.loose)


@pytest.mark.parametrize("text", ["Nam Ou", "Phou Bia", "Nậm Phao"])
def test_a_lao_word_for_waters_and_mountains_is_part_of_the_name(lexicon, text):
    assert (text, "") == lexicon.strip(text)[::2]


@pytest.mark.parametrize("text", ["The Mekong", "the Mekong", "The River Mekong"])
def test_an_article_before_a_capital_is_set_aside(lexicon, text):
    assert "Mekong" == lexicon.strip(text).core


def test_an_article_alone_is_no_article(lexicon):
    assert "The" == lexicon.strip("The").core


@pytest.mark.parametrize("text", ["tỉnh", "Muang", "huyện tỉnh", "ແຂວງ", "Province"])
def test_a_word_alone_is_a_name_that_is_not_known(lexicon, text):
    assert "" != lexicon.strip(text).core


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("bản Na Xuông, huyện Viêng Thoong, tỉnh Bô Ly Khăm Xay", 3),
        ("huyện Viêng Thoong tỉnh Bô Ly Khăm Xay", 2),
        ("Nonghet District, Xiengkhouang", 2),
        ("Champassak (Cham-pa-sắc)", 2),
        ("Siphandone, Sonexay", 2),
        ("Bô Ly Khăm Xay", 1),
        ("", 0),
    ],
)
def test_a_text_is_parted_where_another_name_begins(lexicon, text, parts):
    assert parts == len(split(text, lexicon))


@given(ANY_TEXT)
@example("Đại tá Kông Chăn Xay Păn Nha")
@example("ແຂວງ")
def test_no_text_is_stripped_to_nothing_and_none_raises(text):
    lexicon = Lexicon(load().words)
    stripped = lexicon.strip(clean(text))
    assert bool(stripped.core) == bool(clean(text).strip())
    assert stripped.core in clean(text)
    assert not stripped.loose or stripped.core.endswith(stripped.loose)
    assert all(part in clean(text) for part in split(clean(text), lexicon))


@given(listed())
@example("tỉnh Viêng Chăn")
def test_stripping_the_core_again_takes_nothing_more(text):
    lexicon = Lexicon(load().words)
    core = lexicon.strip(clean(text)).core
    assert core == lexicon.strip(core).core


def test_the_compiled_lexicon_is_the_one_that_its_words_make(lexicon):
    assert json.loads(json.dumps(lexicon.to_plain())) == builtin.lexicon().to_plain()
