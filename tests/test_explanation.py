"""Explanations: an answer in words, in two languages, that say what the data say."""

from __future__ import annotations

import re
import string
from dataclasses import replace

import pytest

from lao_names.api import load
from lao_names.errors import UnknownLanguage
from lao_names.matching.alignment import Aligned
from lao_names.matching.explanation import explain, rows
from lao_names.matching.explanation_texts import EVIDENCE, LETTERS, TEXTS, THINGS, TONGUES, WORDS
from lao_names.matching.explanation_wording import differences, spelled
from lao_names.matching.resolution import Resolution, Status
from tests.strategies import core_resolver

TABLES = {
    "texts": TEXTS,
    "things": THINGS,
    "words": WORDS,
    "evidence": EVIDENCE,
    "tongues": TONGUES,
    "letters": LETTERS,
}


def resolve(text, **asked):
    return core_resolver().resolve(text, **asked)


def told(text, language="en", **asked):
    return explain(resolve(text, **asked), language, load())


def test_a_match_says_who_it_is_and_how_sure_that_is():
    said = told("Bô Ly Khăm Xay")
    assert said.startswith("“Bô Ly Khăm Xay” is Bolikhamxay (LA-BL), a province, with a probability of ")
    assert "The sounds agree: bo-li-kham-say." in said


def test_a_match_says_so_in_vietnamese_with_a_decimal_comma():
    said = told("Căm Cợt", "vi")
    assert "LA1105" in said
    assert "xác suất" in said
    assert re.search(r"\d,\d\d", said)
    assert not re.search(r"\d\.\d", said)


def test_a_unit_is_placed_in_its_parent():
    assert "a district in Bolikhamxay" in told("Khăm Cợt")
    assert "huyện thuộc " in told("Khăm Cợt", "vi")


def test_without_the_gazetteer_a_parent_is_called_by_its_id():
    assert "a district in LA-BL" in explain(resolve("huyện Khăm Cợt", limit=1))


def test_a_person_is_placed_in_an_office_as_printed():
    assert re.search(
        r"a person in public office \(“[^”]*Giám đốc Công an[^”]*”, 20\d\d\)", told("Kông Chăn Xay Păn Nha")
    )


def test_differences_of_sound_are_told_with_their_prices():
    answer = resolve("Bôlikămxay")
    best = answer.candidates[0]
    assert best.cost > 0
    said = explain(answer, "en", load())
    assert f"together {best.cost:.2f}" in said
    for one in differences(best.alignment):
        assert f"({one.price:.2f})" in said


@pytest.mark.parametrize(
    ("language", "words"), [("en", "For it: the word “tỉnh” fits a province"), ("vi", "từ “tỉnh” hợp với tỉnh")]
)
def test_a_word_that_speaks_for_the_answer_is_named(language, words):
    assert words in told("tỉnh Viêng Chăn", language)


def test_the_runner_up_is_named_with_what_separates_it():
    said = told("tỉnh Viêng Chăn")
    assert "The runner-up is Vientiane Capital (LA-VT)" in said
    assert "the words and the context speak less for it" in said


def test_a_runner_up_of_other_sound_is_said_to_be_farther_off():
    first, second = resolve("tỉnh Attapư").candidates[0], resolve("tỉnh Sê Kông").candidates[0]
    answer = Resolution("X", Status.MATCH, (first, replace(second, cost=1.25, probability=0.1)))
    assert "The runner-up is Sekong (LA-XE), a province, 0.10: its sounds are farther off (1.25 against 0.00)." in explain(
        answer
    )


def test_a_contradiction_is_named():
    answer = resolve("huyện Nonghet, tỉnh Attapeu")
    grounds = [ground for one in answer.candidates for ground in one.grounds if ground.code == "contradiction"]
    assert grounds
    said = [text for _, text, _ in rows(answer, "en", load())]
    assert any("which contradicts it" in text for text in said)


def test_an_address_that_fits_is_named():
    said = told("huyện Noọng Hét, tỉnh Xiêng Khoảng")
    assert "the text names Xieng Khouang, to which it belongs" in said
    assert "văn bản có nêu Xiêng Khoảng" in told("huyện Noọng Hét, tỉnh Xiêng Khoảng", "vi")


def test_a_name_that_a_place_in_vietnam_bears_is_said_to_be_a_homonym():
    assert "a place or people in Vietnam is written exactly like this" in told("Hà Nội")
    assert "một địa danh hay dân tộc ở Việt Nam" in told("Hà Nội", "vi")


def test_every_ground_that_the_matcher_gives_has_a_sentence(root):
    codes = {
        code
        for module in ("context", "combination")
        for code in re.findall(
            r'Ground\("([a-z ]+)"', (root / "lao_names" / "matching" / f"{module}.py").read_text("utf-8")
        )
    }
    assert {"word", "title", "address"} <= codes
    assert set() == {code for code in codes if not {f"{code} +", f"{code} -"} & set(TEXTS)}


def test_a_smaller_unit_of_the_same_name_is_said_to_be_included():
    assert "(LA-T018), a town in Samakkhixay of the same name is included" in told("Attapư")


def test_an_ambiguous_answer_names_all_that_are_tied_and_what_would_decide():
    said = told("Viêng Chăn")
    assert said.startswith("“Viêng Chăn” may mean 2 entities")
    assert "(LA-VI)" in said
    assert "(LA-VT)" in said
    assert "To decide: a word before the name (" in said
    assert "To decide: the unit it belongs to" in told("Xaysetha")
    assert "Để xác định" in told("Viêng Chăn", "vi")


def test_a_part_of_a_name_is_called_a_part():
    said = told("Thongloun")
    assert "“Thongloun” is too little to be sure of anyone" in said
    assert "the full name, the office, or the day" in said
    assert "chưa đủ để xác định" in told("Thongloun", "vi")


def test_no_match_names_the_nearest_and_why_it_was_not_enough():
    said = told("Hà Nội")
    assert said.startswith("“Hà Nội” matches nothing in the gazetteer well enough. The nearest is ")
    assert "That is not enough: " in said
    assert "That is not enough: the sounds differ by " in told("Hamburg")
    assert "không khớp" in told("Hà Nội", "vi")


@pytest.mark.parametrize("text", ["", "  "])
def test_a_blank_text_is_called_blank(text):
    assert "There is no name here: the text is blank." == told(text)
    assert "Không có tên nào ở đây: văn bản trống." == told(text, "vi")


def test_text_that_resembles_nothing_is_said_to():
    assert "“12” matches nothing in the gazetteer: no listed name sounds anything like it." == told("12")


def test_a_certainty_that_nobody_has_is_never_claimed():
    assert not re.search(r"\b1[.,]00\b", told("tỉnh Bô Ly Khăm Xay"))


def test_a_long_text_is_cut():
    assert len(told("Bô Ly Khăm Xay " * 500)) < 1500


@pytest.mark.parametrize("language", ["fr", "", "EN", "lo"])
def test_another_language_is_an_error_that_names_the_two(language):
    for make in (explain, rows):
        with pytest.raises(UnknownLanguage) as raised:
            make(resolve("Attapư"), language)
        assert "en" in str(raised.value)
        assert "vi" in str(raised.value)


def test_a_resolution_explains_itself():
    answer = resolve("Attapư")
    assert answer.explain() == answer.explain(language="en")
    assert "tỉnh" in answer.explain("vi")


def test_the_table_has_a_row_for_every_candidate_difference_and_ground():
    answer = resolve("huyện Nong Hed, tỉnh Xiêng Khoảng", limit=3)
    made = rows(answer, "en", load())
    count = {label: sum(row[0] == label for row in made) for label in {row[0] for row in made}}
    assert len(answer.candidates) == count["candidate"] == count["form"] == count["sounds"]
    assert sum(len(differences(one.alignment)) for one in answer.candidates) == count.get("difference", 0)
    assert sum(len(one.grounds) for one in answer.candidates) == count.get("for", 0) + count.get("against", 0)


def test_the_table_in_vietnamese_has_the_same_shape():
    answer = resolve("huyện Nong Hed, tỉnh Xiêng Khoảng")
    assert len(rows(answer, "en")) == len(rows(answer, "vi"))
    assert "ứng viên" == rows(answer, "vi")[0][0]


@pytest.mark.parametrize("name", TABLES)
def test_every_text_exists_in_both_languages(name):
    for key, texts in TABLES[name].items():
        assert {"en", "vi"} == set(texts), key
        assert all(texts.values()), key


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_tell_the_same_facts(key):
    fields = [{field for _, field, _, _ in string.Formatter().parse(text) if field} for text in TEXTS[key].values()]
    assert fields[0] == fields[1]


def test_the_tables_know_every_designation_and_evidence_of_the_gazetteer():
    assert set() == {entity.designation for entity in load()} - set(THINGS)
    assert set() == {entity.designation for entity in load()} - set(WORDS)
    assert set() == {str(form.evidence) for entity in load() for form in entity.forms} - set(EVIDENCE)


@pytest.mark.parametrize(
    ("sounds", "english", "vietnamese"),
    [
        (["b", "o", "l", "i", "kʰ", "a", "-m", "s", "a", "-j"], "bo-li-kham-say", "bô-li-kham-xai"),
        (["w", "i", "ə", "-ŋ", "tɕ", "a", "-n"], "viang-chan", "viâng-chan"),
        (["a", "t", "a", "p", "ɯ"], "a-ta-pư", "a-ta-pư"),
        ([], "", ""),
    ],
)
def test_sounds_are_spelled_for_readers(sounds, english, vietnamese):
    assert (english, vietnamese) == (spelled(sounds), spelled(sounds, "vi"))


def test_neighbouring_differences_are_told_as_one():
    steps = [Aligned("n", "", 0.95), Aligned("a", "", 0.3), Aligned("s", "s", 0.0), Aligned("a", "o", 0.17)]
    first, second = differences(steps)
    assert (("n", "a"), ()) == (first.heard, first.form)
    assert first.price == pytest.approx(1.25)
    assert (("a",), ("o",)) == (second.heard, second.form)
