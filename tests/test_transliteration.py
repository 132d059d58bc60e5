"""Lao script goes out in seven schemes, and everything else stays as it is."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lao_names.builtin import gazetteer, resolver
from lao_names.errors import InvalidArgument, NotText, UnknownScheme
from lao_names.gazetteer.model import Evidence
from lao_names.orthography.lao_tables import FRAMES, INITIALS
from lao_names.transliteration import official_names, schemes, syllables, transliterate

ANY_TEXT = st.text(
    st.one_of(
        st.characters(codec=None, exclude_categories=()),
        st.characters(min_codepoint=0x0E80, max_codepoint=0x0EFF),
        st.sampled_from(" \u200bໆ\n"),
    ),
    max_size=30,
)
LAO_WORDS = st.sampled_from(["ບໍລິຄຳໄຊ", "ຊຽງຂວາງ", "ພຣະບາງ", "ຫຼວງນ້ຳທາ", "ຄວາຍ", "ແກ້ວອຸດົມ", "ຍອດອູ", "ຈັນທນ໌"])


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("bgn-pcgn", "Bolikhamxai"),
        ("ala-lc", "Bō̜likhamsai"),
        ("moh2020", "Bolikhamxai"),
        ("press", "Bolikhamxay"),
        ("french", "Bolikhamsay"),
        ("ipa", "bɔː˩˧.li˧.kʰam˧˥.saj˧˥"),
        ("vi", "Bo-ly-khăm-xay"),
    ],
)
def test_each_scheme_writes_by_its_table(scheme: str, expected: str) -> None:
    assert expected == transliterate("ບໍລິຄຳໄຊ", scheme)


@pytest.mark.parametrize(
    ("lao", "expected"),
    [
        ("ສະຫວັນນະເຂດ", "Savannakhét"), ("ໄຊຍະບູລີ", "Xaignabouli"), ("ຫົວພັນ", "Houaphan"), ("ບໍ່ແກ້ວ", "Bokèo"),
        ("ຊຽງຂວາງ", "Xiangkhouang"), ("ແຂວງຊຽງຂວາງ", "Khoèng Xiangkhouang"), ("ຫຼວງນ້ຳທາ", "Louang Namtha"),
        ("ແກ້ວອຸດົມ", "Kèo-Oudôm"), ("ບົວໃຕ້", "Boua-Tai"), ("ບ້ານໃໝ່", "Ban Mai"), ("ຫີນບູນ", "Hinboun"),
        ("ພຣະບາງ", "Phrabang"),
    ],
)  # fmt: skip
def test_official_romanization_of_places(lao: str, expected: str) -> None:
    assert expected == transliterate(lao)


@pytest.mark.parametrize(
    ("scheme", "lao", "expected"),
    [
        ("press", "ຜົ້ງສາລີ", "Phongsaly"), ("press", "ຍີ່", "Yi"), ("press", "ສຸລິດ", "Soulit"), ("french", "ຈຳປາສັກ", "Champasak"),
        ("french", "ສາລະວັນ", "Salavane"),
    ],
)  # fmt: skip
def test_habits_are_written_as_they_are_counted(scheme: str, lao: str, expected: str) -> None:
    assert expected == transliterate(lao, scheme)


@pytest.mark.parametrize(
    ("lao", "expected"),
    [
        ("ກິ່ວ", "Kiou"), ("ກວາງ", "Kouang"), ("ຄວາຍ", "Khouay"), ("ແຂວງຊຽງຂວາງ", "Khoeng Xiangkhouang"), ("ບໍ່ແກ້ວ", "Bokeo"),
        ("ນາແລ", "Naleh"), ("ນາໝໍ້", "Namoh"), ("ຫຍອດອູ", "Nyotou"),
    ],
)  # fmt: skip
def test_the_ministry_of_health_writes_as_the_program_made_for_it(lao: str, expected: str) -> None:
    assert expected == transliterate(lao, "moh2020")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đắc Chưng (ດາກຈຶງ), ໒໐໒໓ 😀\r\n", "Đắc Chưng (Dakchung), 2023 😀\r\n"),
        ("ນາ ໆ ຯລຯ", "Nana …"),
        ("ສະ\u200bຫວັນ", "Savan"),
        ("ນໍ້າ\u00a0x", "Nam\u00a0x"),
        ("e\u0301 ກາ", "e\u0301 Ka"),
        ("", ""),
    ],
)
def test_what_is_not_lao_stays_as_it_is(text: str, expected: str) -> None:
    assert expected == transliterate(text)


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("ala-lc", ["Khwǣng Sēkō̜ng", "Nakhō̜n Lūang Vīangchan", "Dān Sākon Dāktaʻō̜k"]),
        ("moh2020", ["Khoeng Xekong", "Nakhon Louang Viangchan", "Dan Sakon Daktaok"]),
        ("vi", ["Khoeng Xê-koong", "Na-khon Luông Viêng-chăn", "Đan Xa-kôn Đac-ta-ooc"]),
    ],
)
def test_a_word_for_a_unit_stands_apart_from_the_name(scheme: str, expected: list[str]) -> None:
    names = ["ແຂວງເຊກອງ", "ນະຄອນຫຼວງວຽງຈັນ", "ດ່ານສາກົນດາກຕະອ໊ອກ"]
    assert expected == [transliterate(name, scheme) for name in names]


def test_vietnamese_syllables_can_be_joined_in_three_ways() -> None:
    name = "ກົງຈັນ ໄຊປັນຍາ"
    written = [transliterate(name, "vi", separator=separator) for separator in (None, " ", "")]
    assert ["Kông-chăn Xay-păn-nha", "Kông Chăn Xay Păn Nha", "Kôngchăn Xaypănnha"] == written


@pytest.mark.parametrize("scheme", list(schemes()))
def test_without_capitals_a_name_is_the_same_in_small_letters(scheme: str) -> None:
    name = transliterate("ແກ້ວອຸດົມ ຊຽງຂວາງ", scheme)
    assert name.lower() == transliterate("ແກ້ວອຸດົມ ຊຽງຂວາງ", scheme, capitalize="none").lower()
    assert transliterate("ແກ້ວອຸດົມ", scheme, capitalize="none").islower()


def test_official_names_go_before_the_rules() -> None:
    names = official_names(
        [{"lo": "ຫຼວງພະບາງ", "en": "Luang Prabang"}, {"lo": "ໄຊ", "en": "Xay"}, {"lo": "ໄຊ", "en": "Sai"}], "press"
    )
    assert {"ຫຼວງພະບາງ": "Luang Prabang"} == names
    assert "Khoueng Luang Prabang" == transliterate("ແຂວງຫລວງພະບາງ", "press", names=names)


@pytest.mark.parametrize(
    ("scheme", "lao", "expected"),
    [
        ("bgn-pcgn", "ເມືອງໄຊ", "Muang Xai"), ("bgn-pcgn", "ໄຊ", "Xai"), ("vi", "ເມືອງຂວາ", "Mường Khoa"),
        ("press", "ວຽງຈັນ", "Vientiane"), ("press", "ແຂວງວຽງຈັນ", "Vientiane Province"),
        ("press", "ນະຄອນຫລວງວຽງຈັນ", "Vientiane Capital"), ("press", "ແຂວງ ສາລະວັນ", "Khoueng Salavan"),
        ("press", "ເມືອງສາລະວັນ", "Meuang Saravane"), ("bgn-pcgn", "ບ້ານປາກເຊ", "Ban Pakxé"),
        # Two districts, Viangkhan and Viengkham in their official forms: neither is meant more than the other.
        ("bgn-pcgn", "ເມືອງວຽງຄຳ", "Muang Viangkham"),
        ("vi", "ແດນສະຫວັນ", "Đen-xa-văn"), ("vi", "ດ່ານສາກົນ ດາກຕະອ໊ອກ", "Nam Giang - Đắc Ta Oọc"),
        ("press", "ທ່ານ ທອງລຸນ ສີສຸລິດ, ຫຼວງພະບາງ", "Than Thongloun Sisoulith, Luang Prabang"),
        ("press", "ໄກສອນ\u00a0ພົມວິຫານ", "Kaysone Phomvihane"),
    ],
)  # fmt: skip
def test_an_official_form_has_its_unit_once_and_the_longest_name_counts(scheme: str, lao: str, expected: str) -> None:
    assert expected == transliterate(lao, scheme, names=official_names(gazetteer(), scheme))


@pytest.mark.parametrize("scheme", ["bgn-pcgn", "press", "vi"])
def test_no_district_has_two_words_for_its_unit(scheme: str) -> None:
    names = official_names(gazetteer(), scheme)
    districts = [entity.names["lo"] for entity in gazetteer() if entity.kind == "district"]
    written = [transliterate("ເມືອງ" + lao, scheme, names=names) for lao in districts]
    doubled = re.compile("(Muang|Mương|Mường|Meuang) (Muang|Mương|Mường|Meuang|.* district$)")
    assert [] == [form for form in written if doubled.search(form)]


def test_a_separator_stands_between_the_syllables_of_fixed_names_too() -> None:
    names = ["ຊຽງຂວາງ", "ແຂວງຫຼວງນ້ຳທາ", "ບໍລິຄຳໄຊ"]
    expected = ["Xiang-Khouang", "Khoèng Louang-Nam-Tha", "Bo-Li-Kham-Xai"]
    assert expected == [transliterate(name, separator="-") for name in names]


@pytest.mark.parametrize("scheme", list(schemes()))
def test_every_frame_with_every_initial_is_written_without_lao_letters(scheme: str) -> None:
    syllables_written = [
        key.strip("ັິີຶືຸູົໍ") + initial + key.lstrip("ເແໂໄໃ") + frame.letters + ("ນ" if frame.final == "must" else "")
        for key, frames in FRAMES.items()
        for frame in frames
        for initial in INITIALS
    ]
    assert [] == [lao for lao in syllables_written if re.search("[\u0e80-\u0eff]", transliterate(lao, scheme))]


@given(ANY_TEXT, st.sampled_from(list(schemes())))
@example("ຫ້ຼ\ud800ເ", "ala-lc")
@example("ໆໆ", "vi")
def test_any_text_comes_through_with_its_other_letters(text: str, scheme: str) -> None:
    written = transliterate(text, scheme)
    kept = re.sub("[\u0e80-\u0eff].*[\u0e80-\u0eff]|[\u0e80-\u0eff]", "", text, flags=re.DOTALL)
    if kept == text:
        assert text == written


@given(LAO_WORDS, LAO_WORDS)
@example("ຊຽງຂວາງ", "ຈັນທນ໌")
def test_spans_of_syllables_cover_the_word_in_order(first: str, second: str) -> None:
    text = f"Xiêng {first}\u200b{second} x"
    spans = [syllable.span for syllable in syllables(text)]
    assert spans == sorted(spans)
    covered = "".join(text[start:end] for start, end in spans).replace("\u200b", "")
    assert first + second == covered


def test_syllables_of_a_broken_spelling_point_into_the_text_as_given() -> None:
    text = "ນໍ້າ\u200bບາກ x ເເຂວງ"
    assert ["ນໍ້າ\u200b", "ບາກ", "ເເຂວງ"] == [text[slice(*syllable.span)] for syllable in syllables(text)]


@given(ANY_TEXT)
@example("ນໍາໍ້າໄຊບູລີ")
@example("ກ່ ້ໆ")
def test_every_span_is_in_the_text_after_the_one_before_and_not_empty(text: str) -> None:
    end = 0
    for syllable in syllables(text):
        assert end <= syllable.span[0] < syllable.span[1] <= len(text)
        end = syllable.span[1]


def test_letters_beside_a_doubled_sign_keep_their_places() -> None:
    text = "ນໍາໍ້າໄຊບູລີ"
    assert ["ໄຊ", "ບູ", "ລີ"] == [text[slice(*syllable.span)] for syllable in syllables(text)][1:]


def test_syllables_tell_onset_vowel_final_and_tone() -> None:
    (syllable,) = syllables("ຂວາງ")
    assert ("kʰw", "aː", "ŋ", "rising", (0, 4)) == syllable


def test_an_unknown_scheme_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownScheme, match="bgn-pcgn, ala-lc, moh2020, press, french, ipa, vi"):
        transliterate("ລາວ", "iso")


def test_bytes_and_unknown_capitals_are_refused() -> None:
    with pytest.raises(NotText, match="decode"):
        transliterate(b"x")  # type: ignore[arg-type]
    with pytest.raises(NotText):
        syllables(None)  # type: ignore[arg-type]
    with pytest.raises(InvalidArgument, match="name, none"):
        transliterate("ລາວ", capitalize="title")


def test_a_long_text_is_written_in_linear_time() -> None:
    started = time.perf_counter()
    written = transliterate("ສະຫວັນນະເຂດ" * 10_000)
    assert "Savannakhét" == written[: len("Savannakhét")]
    assert time.perf_counter() - started < 3


@pytest.mark.parametrize("scheme", [scheme for scheme in schemes() if scheme != "ipa"])
def test_a_listed_lao_name_written_in_any_scheme_leads_back_to_its_entity(scheme: str) -> None:
    """Muang Phouan was the district Muang Phoun instead of the principality: its Mường was not seen to be Muang."""
    for entity in gazetteer():
        for form in entity.forms:
            if form.lang == "lo" and form.evidence is not Evidence.PARTIAL:
                answer = resolver().resolve(transliterate(form.text, scheme), kind=entity.kind)
                assert entity in [candidate.entity for candidate in (*answer.tied, *answer.candidates[:1])], form.text
