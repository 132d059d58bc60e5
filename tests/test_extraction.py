"""Finding names in running text: the gold texts, the promises about offsets, and texts that nobody should write."""

from __future__ import annotations

import time
import unicodedata
from datetime import date

import pytest
from article_cases import cases, parsed, spans_of
from hypothesis import example, given, settings
from hypothesis import strategies as st

import lao_names
from lao_names.errors import InvalidDate, NotText, UnknownKind
from lao_names.extraction.given import read

CASES = list(cases())


def found(text, **asked):
    """Texts and ids of the names found."""
    return [
        (mention.text, [one.entity.id for one in mention.resolution.tied] or mention.resolution.entity.id)
        for mention in lao_names.extract(text, **asked)
    ]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_gold_texts_are_read_as_marked(case):
    assert case.gold == spans_of(lao_names.extract(case.text, on=case.on))


def test_there_are_enough_gold_texts():
    assert 60 <= len(CASES)
    assert 15 <= sum(not case.gold for case in CASES)


# --- offsets ---


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_spans_are_those_of_the_text_as_given(case, form):
    text = unicodedata.normalize(form, case.text)
    mentions = lao_names.extract(text, on=case.on)
    assert [mention.text for mention in mentions] == [text[mention.start : mention.end] for mention in mentions]


def test_decomposed_text_has_the_same_names():
    text = "Công an tỉnh Bô Ly Khăm Xay, tỉnh Hủa Phăn và ແຂວງຄຳມ່ວນ của Lào"
    composed = [unicodedata.normalize("NFC", mention.text) for mention in lao_names.extract(text)]
    taken_apart = lao_names.extract(unicodedata.normalize("NFD", text))
    assert composed == [unicodedata.normalize("NFC", mention.text) for mention in taken_apart]
    assert 3 == len(composed)


def test_invisible_characters_at_the_ends_of_a_name_are_left_out():
    text = "tỉnh \u200bHủa\u200b Phăn\u200b của Lào"
    assert [("Hủa\u200b Phăn", "LA-HO")] == found(text)


@given(st.text(alphabet="aăAĐđ ôÔxX\u0301\u0323\u200b\n-'.,()ກຂຄ່ໍາ1", max_size=60))
@example("tỉnh Hủa Phăn")
@example("\u0301\u0301")
@example("A\u200b\u0301\r\n")
def test_each_place_of_the_read_text_leads_back_into_the_given_text(text):
    given_text = read(text)
    for place in range(len(given_text.text)):
        start, end = given_text.span(place, place + 1)
        assert 0 <= start <= end <= len(text)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["tỉnh", "Hủa Phăn", "huyện", "Xaysetha", "Đại tá", "Kông Chăn Xay Păn Nha", "-", ",", "\n", "(", ")", "ແຂວງ",
             "ຄຳມ່ວນ", "và", "Lào", "công ty", "Viêng Chăn", ".", "Province", "Nguyễn Văn A", "\u200b", "e\u0301", "Cầu Treo"]
        ),
        max_size=14,
    )
)
@example(["tỉnh", "Hủa Phăn", "(", "Kông Chăn Xay Păn Nha", ")"])
def test_mentions_are_in_order_and_do_not_overlap(words):
    text = " ".join(words)
    mentions = lao_names.extract(text, include_unmatched=True)
    ends = [0, *(mention.end for mention in mentions)]
    assert all(end <= mention.start < mention.end for end, mention in zip(ends, mentions, strict=False))
    assert all(mention.text == text[mention.start : mention.end] for mention in mentions)


# --- what the caller says ---


def test_kinds_keep_only_names_of_these_kinds():
    text = "Đại tá Kông Chăn Xay Păn Nha, Giám đốc Công an tỉnh Bô Ly Khăm Xay (Lào), qua cửa khẩu Cầu Treo."
    assert [("Kông Chăn Xay Păn Nha", "LA-P0082")] == found(text, kinds="person")
    assert [("Bô Ly Khăm Xay", "LA-BL"), ("Cầu Treo", "LA-X004")] == found(text, kinds=["province", "crossing"])


def test_the_day_decides_whether_a_unit_existed():
    text = "Đoàn Lào đến đặc khu Xaisomboun."
    assert [("Xaisomboun", "LA-H001")] == found(text, on="2000-05-01") == found(text, on=date(2000, 5, 1))


def test_unmatched_names_are_given_when_asked_for():
    text = "Cán bộ huyện Xay Phu Bun Lo, tỉnh Hủa Phăn, Lào."
    assert [("Hủa Phăn", "LA-HO")] == found(text)
    statuses = {mention.text: str(mention.resolution.status) for mention in lao_names.extract(text, include_unmatched=True)}
    assert {"Xay Phu Bun Lo": "no match", "Hủa Phăn": "match"} == statuses


def test_wrong_arguments_are_named():
    with pytest.raises(NotText):
        lao_names.extract(b"Pakse")
    with pytest.raises(UnknownKind, match="province"):
        lao_names.extract("Pakse", kinds=["river"])
    with pytest.raises(InvalidDate):
        lao_names.extract("Pakse", on="yesterday")


# --- what the article says ---


def test_a_short_name_alone_is_no_person_of_the_gazetteer():
    assert "LA-P0082" not in [entity for _, entity in found("Ông Kông Chăn mua bò ở chợ, theo báo Lào.")]


def test_a_short_name_after_the_full_one_is_the_same_person():
    text = "Thủ tướng Sonexay Siphandone đến Hà Nội. Ông Sonexay gặp Thủ tướng Phạm Minh Chính."
    assert [("Sonexay Siphandone", "LA-P0169"), ("Sonexay", "LA-P0169")] == found(text)


def test_the_explanation_tells_what_the_text_said():
    *_, last = lao_names.extract("Thủ đô Viêng Chăn của Lào. Từ Viêng Chăn, đoàn về nước.")
    assert "LA-VT" == last.resolution.entity.id
    assert "elsewhere" in last.resolution.explain()


def test_an_address_says_which_of_two_districts():
    attapeu = found("huyện Xaysetha, tỉnh Attapeu, Lào")
    assert [("Xaysetha", "LA1701"), ("Attapeu", "LA-AT")] == attapeu
    assert [("Xaysetha", ["LA1701", "LA0103"])] == found("huyện Xaysetha của Lào")


def test_a_dam_is_not_the_river():
    assert [] == found("Thủy điện Nam Theun 2 và Nam Theun 1 của Lào")


def test_a_gazetteer_of_ones_own_is_used():
    entity = next(iter(entity for entity in lao_names.load() if entity.id == "LA-BL"))
    own = lao_names.Gazetteer([entity], lao_names.load().words)
    extractor = lao_names.Extractor(lao_names.Resolver(own))
    mentions = extractor.extract("Công an các tỉnh Bôlykhămxay và Hủa Phăn (Lào)")
    assert ["LA-BL"] == [mention.resolution.entity.id for mention in mentions]


def test_an_answer_does_not_depend_on_the_texts_before():
    text = parsed("", "Tỉnh [[Sê Kông|LA-XE]] và tỉnh [[Xa Lạ Văn|LA-SL]], Lào.")
    first = spans_of(lao_names.extract(text.text))
    for case in CASES[:20]:
        lao_names.extract(case.text)
    assert first == text.gold == spans_of(lao_names.extract(text.text))


# --- texts that nobody should write ---

BAD = {
    "empty": "",
    "spaces": " \n\t" * 1000,
    "a million marks": "a" + "\u0301" * 1_000_000,
    "marks on capitals": "X\u0301\u0323" * 20_000,
    "right to left": "\u202eمحافظة فيينتيان\u202c Viêng Chăn " * 500,
    "zero width": "V\u200bi\u200bê\u200bn\u200bg " * 5000,
    "one long word": "Khăm" * 50_000,
    "one long run": "Khăm " * 50_000,
    "one long hyphenated run": "Khăm-" * 50_000,
    "one long Lao word": "ຄຳ" * 50_000,
    "a long Lao address": "ແຂວງ" * 20_000,
    "brackets": "(" * 50_000 + "Pakse" + ")" * 50_000,
    "surrogates": "tỉnh \ud800 Hủa Phăn \udfff",
    "no letters": "0123456789 ;:!? " * 5000,
    "quotes": "“‘\"'«»" * 10_000,
    "lines": "Hủa\nPhăn\n" * 5000,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_text_is_answered_in_time(name):
    start = time.perf_counter()
    mentions = lao_names.extract(BAD[name])
    assert all(mention.text == BAD[name][mention.start : mention.end] for mention in mentions)
    assert time.perf_counter() - start < 20


def test_time_grows_with_the_length_only():
    text = "\n".join(case.text for case in CASES) + "\n"

    def seconds(times):
        start = time.perf_counter()
        lao_names.extract(text * times)
        return time.perf_counter() - start

    seconds(1)
    assert seconds(20) < 8 * max(0.02, seconds(5))
