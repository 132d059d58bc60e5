"""Explanations: an answer in words, in two languages, that say what the data say."""

from __future__ import annotations

import pickle
import re
import string
from dataclasses import replace

import pytest

from lao_names.api import load
from lao_names.errors import UnknownLanguage
from lao_names.gazetteer.model import Gazetteer
from lao_names.matching.alignment import Aligned
from lao_names.matching.explanation import explain, rows
from lao_names.matching.explanation_texts import EVIDENCE, LETTERS, TEXTS, THINGS, TONGUES, WORDS
from lao_names.matching.explanation_wording import Wording, differences, spelled
from lao_names.matching.resolution import Basis, Resolution, Status
from lao_names.matching.resolver import Resolver
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


def test_a_parent_is_called_by_its_name_without_the_gazetteer_at_hand():
    answer = resolve("huyện Khăm Cợt", limit=1)
    assert "a district in Bolikhamxay" in answer.explain()
    assert "huyện thuộc Bô Ly Khăm Xay" in answer.explain("vi")


def test_a_parent_that_nothing_is_known_of_is_called_by_its_id():
    assert "a district in LA-BL" in explain(replace(resolve("huyện Khăm Cợt", limit=1), basis=Basis()))


def test_a_resolver_over_another_gazetteer_names_the_units_of_that():
    bolikhamxay = replace(load()["LA-BL"], names={"en": "Paksan Province", "vi": "Tỉnh Pạc Xăn"})
    answer = Resolver(Gazetteer([bolikhamxay, load()["LA1105"]])).resolve("Khăm Cợt")
    assert "a district in Paksan Province" in answer.explain()
    assert "huyện thuộc Tỉnh Pạc Xăn" in answer.explain("vi")


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Khăm Cợt", {}),
        ("Pakse", {"within": "LA-SV"}),
        ("Attapeu", {"kind": "town"}),
        ("Nonghet", {"within": "LA-XI"}),
        ("Xaysetha", {"kind": "district"}),
        ("huyện Nonghet, tỉnh Attapeu", {}),
        ("Khampheng", {"on": "2020-01-01"}),
    ],
)
def test_a_pickled_answer_is_equal_small_and_explained_alike(text, asked, language):
    answer = resolve(text, **asked)
    packed = pickle.dumps(answer)
    assert len(packed) < 30_000
    copy = pickle.loads(packed)
    assert answer == copy
    assert answer.explain(language) == copy.explain(language)


@pytest.mark.parametrize("text", ["Khăm Cợt", "Nong Hed", "Savannakhet", "Viêng Chăn", "Xaysetha", "Khampheng"])
def test_one_and_many_are_explained_alike(text):
    assert resolve(text).explain() == core_resolver().resolve_many([text])[0].explain()


@pytest.mark.parametrize(
    ("text", "asked", "context", "excluded"),
    [
        ("Pakse", {"within": "LA-SV"}, "within=LA-SV (Savannakhet)", "Pakse (LA1601), a district in Champasak"),
        ("Pakse", {"kind": "crossing"}, "kind=crossing", "Pakse (LA1601)"),
        ("Houaphan", {"kind": "district"}, "kind=district", "Houaphan (LA-HO), a province"),
        ("Thongloun Sisoulith", {"within": "LA-BL"}, "within=LA-BL (Bolikhamxay)", "Thongloun Sisoulith (LA-P0186)"),
        ("Thongloun Sisoulith", {"kind": "province"}, "kind=province", "Thongloun Sisoulith (LA-P0186)"),
        (
            "Xaysetha",
            {"within": "LA-AT"},
            "within=LA-AT (Attapeu)",
            "Xaysetha (LA0103), a district in Vientiane Capital",
        ),
        ("Attapeu", {"kind": "town"}, "kind=town", "Attapeu (LA-AT), a province"),
        ("Viêng Chăn", {"kind": "province", "within": "LA-SV"}, "kind=province and within=LA-SV", "(LA-VT)"),
    ],
)
def test_what_the_context_leaves_out_is_named(text, asked, context, excluded):
    answer = resolve(text, **asked)
    for said in (answer.explain(), core_resolver().resolve_many([text], **asked)[0].explain()):
        assert context in said
        assert excluded in said
        assert "sounds anything like it" not in said
        assert "comes near" not in said
    vietnamese = answer.explain("vi")
    assert "đọc gần giống" not in vietnamese
    assert re.search("loại", vietnamese)
    assert re.search(r"LA-?[A-Z]*\d*", excluded)[0] in vietnamese


@pytest.mark.parametrize(("text", "asked"), [("12", {"kind": "district"}), ("12", {"within": "LA-BL"})])
def test_where_the_context_leaves_out_nothing_alike_it_is_not_blamed(text, asked):
    assert "admits sounds anything like it" in resolve(text, **asked).explain()
    assert "left out" not in resolve(text, **asked).explain().lower()


@pytest.mark.parametrize(
    ("text", "inner"),
    [("Savannakhet", "LA-T003"), ("Pakse", "LA-T004"), ("Attapư", "LA-T018"), ("Luang Prabang", "LA-T002")],
)
def test_a_unit_of_the_same_name_inside_the_answer_is_no_runner_up(text, inner):
    said = resolve(text).explain()
    assert re.search(rf"\({inner}\).* of the same name is included", said)
    assert not re.search(rf"The runner-up is [^()]*\(({inner})\)", said)


@pytest.mark.parametrize("text", ["Khouèng Fong Sali", "루앙남타 주"])
def test_a_unit_inside_the_answer_is_no_runner_up_where_its_own_spelling_is_a_little_farther(text):
    answer = resolve(text)
    assert any(answer.entity.id in load().ancestors(one.entity.id) for one in answer.candidates)
    assert "runner-up" not in answer.explain()


def test_the_name_that_an_included_unit_shares_is_told_where_it_is_called_otherwise():
    assert "(LA-T003), a town in Kaysone Phomvihane, also “Savannakhet”," in resolve("Savannakhet").explain()


def test_a_word_that_speaks_against_a_unit_of_the_same_name_is_told():
    said = resolve("tỉnh Attapư").explain()
    assert "Of the same name, but the words and the context speak less for it: Attapeu (LA-T018)" in said
    assert "included" not in said


@pytest.mark.parametrize("text", ["Thongloun", "Governor Kongkeo", "Mr Thongloun", "Phouma"])
def test_only_the_full_name_decides_whether_the_one_bearer_of_a_part_is_meant(text):
    assert resolve(text).explain().endswith("To decide: the full name.")


def test_what_was_given_is_not_suggested():
    assert "the day as on=" in resolve("Khampheng").explain()
    assert "on=" not in resolve("Khampheng", on="2020-01-01").explain()
    assert "kind=" not in resolve("Viêng Chăn").explain()  # both are provinces
    assert "kind= (person, district)" in resolve("Anouvong").explain()
    assert "LA-AT Attapeu, LA-VT Vientiane Capital" in resolve("Xaysetha").explain()


def test_a_place_that_shares_its_name_with_one_abroad_is_called_no_part_of_a_name():
    said = resolve("Mường Khoa").explain()
    assert "or a place or people in Vietnam that is not listed" in said
    assert "within= (LA-PH Phongsaly)" in said
    assert "match" == resolve("Mường Khoa", within="LA-PH").status


@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_office_is_shown_with_a_remark_on_its_source(language):
    wording = Wording(language, {}, load())
    shown = [wording._entity(entity) for entity in load() if entity.offices]
    remark = re.compile("not stated|printed|misprint|in source|other sources")
    assert [] == [text for text in shown if remark.search(text)]
    assert any("(Sa Vẳn Na Khẹt)" in text or "(Xiêng Khoảng)" in text for text in shown)


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
    assert (
        "The runner-up is Sekong (LA-XE), a province, 0.10: its sounds are farther off (1.25 against 0.00)."
        in explain(answer)
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
    assert "To decide: the full name." in said
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
