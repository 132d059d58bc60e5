"""The spellings of a name to search for: attested ones first, then likely ones."""

from __future__ import annotations

import json
import re
from time import process_time

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lao_names.builtin import resolver
from lao_names.cli import main
from lao_names.cli.spellings import command
from lao_names.errors import InvalidArgument, NotText, UnknownEntity
from lao_names.phonology import Syllable
from lao_names.spelling import Spelling, UnknownOrthography, search_query, spellings
from lao_names.spelling.aligning import aligner_by
from lao_names.spelling.choosing import choices_of
from lao_names.spelling.forms import TooLong, reader_of
from lao_names.spelling.generating import generated
from lao_names.spelling.habits import MIXES, STYLES
from lao_names.spelling.hearing import misheard
from lao_names.spelling.letters import bare, letters_key, parted
from lao_names.spelling.model import LAST, Habits, Unit, default_habits, read_counts, units_of
from lao_names.spelling.naming import Known, Name, names_of, words_of
from lao_names.spelling.preceding import words_before
from lao_names.spelling.query import engine_key
from lao_names.spelling.searching import likeliest
from lao_names.spelling.sources import texts_among
from lao_names.spelling.syllables import is_written

IDS = st.sampled_from(sorted(entity.id for entity in resolver().gazetteer if "lo" in entity.names))
STYLE_NAMES = st.sampled_from(sorted(STYLES))


def found(name: str, **options: object) -> tuple[Spelling, ...]:
    return spellings(name, resolver(), **options)  # type: ignore[arg-type]


def test_attested_forms_come_first_with_their_sources() -> None:
    forms = found("LA-BL", limit=100)
    kinds = [form.evidence == "generated" for form in forms]
    assert sorted(kinds) == kinds
    assert "Bô Ly Khăm Xay" in {form.text for form in forms if form.evidence == "attested" and form.sources}
    assert all(form.count >= 1 and form.probability is None for form in forms if form.evidence != "generated")


def test_spellings_of_vietnamese_texts_come_before_those_that_code_lists_add_to_vietnamese() -> None:
    texts = [form.text for form in found("LA-BL")]
    assert texts.index("Bo Ly Khăm Xay") < texts.index("Bolikhamsai")
    (of_lists,) = (form for form in found("LA-BL") if form.text == "Bolikhamsai")
    assert of_lists.count == len(of_lists.sources) > 5


@pytest.mark.parametrize(
    ("source", "orthography", "expected"),
    [
        ("https://en.vietnamplus.vn/laos", "english", 1),
        ("https://en.vietnamplus.vn/laos", "vietnamese", 0),
        ("http://absoluteastronomy.com/Laos (copy of en.wikipedia)", "vietnamese", 0),
        ("https://en.wikipedia.org/wiki/ISO_3166-2:LA", "english", 0),
        ("vietnews corpus (news texts, before 2020)", "vietnamese", 1),
        ("github whosonfirst-data/whosonfirst-data-admin-la (CC-BY/CC0 mix)", "vietnamese", 0),
    ],
)
def test_texts_in_an_orthography_are_told_from_lists_and_from_other_languages(
    source: str, orthography: str, expected: int
) -> None:
    assert expected == texts_among([source], orthography)


def test_generated_forms_come_by_falling_probability() -> None:
    chances = [form.probability for form in found("LA-CH", limit=80) if form.evidence == "generated"]
    assert len(chances) > 10
    assert sorted(chances, reverse=True) == chances  # type: ignore[type-var]
    assert 0 < sum(chances) <= 1  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["LA-BL", "ບໍລິຄຳໄຊ", "Bô Ly Khăm Xay"])
def test_an_id_and_a_sure_name_give_the_same_spellings(name: str) -> None:
    assert found("LA-BL") == found(name)


@pytest.mark.parametrize(
    ("lao", "expected"),
    [
        ("ຄຳພັນ ວົງສະຫວ່າງ", "Khăm Phăn Vông Xa Vang"),
        ("ບ້ານນາໄຊ", "Ban Na Xay"),
        ("ໂພນທອງໃຕ້", "Phôn Thong Tay"),
        ("ຄຳພັນ ວົງສະຫວ່າງ", "Khamphan Vongsavang"),
    ],
)
def test_an_unlisted_name_is_spelled_by_its_sound(lao: str, expected: str) -> None:
    assert letters_key(expected) in {letters_key(form.text) for form in found(lao)}


def test_a_latin_name_is_spelled_by_its_sound() -> None:
    keys = {letters_key(form.text) for form in found("Bounthong Xaysongkham")}
    assert letters_key("Bun Thông Xay Xông Khăm") in keys


def test_each_orthography_has_its_own_letters() -> None:
    english = [form.text for form in found("ນາໄຊທອງແກ້ວ", orthography="english")]
    assert all(text.isascii() for text in english)
    assert any("ă" in form.text for form in found("ນາໄຊທອງຄຳ"))


@settings(max_examples=12, deadline=None)
@given(IDS)
@example("LA-XI")
@example("LA-T004")
def test_every_generated_form_leads_back_to_the_entity(entity_id: str) -> None:
    """Bare; or, where a unit around the entity has its name and hides it, asked for the entity's kind."""
    gazetteer = resolver().gazetteer
    forms = [form.text for form in found(entity_id) if form.evidence == "generated"]
    asked = resolver().resolve_many(forms, kind=gazetteer[entity_id].kind)
    for bare_answer, answer in zip(resolver().resolve_many(forms), asked, strict=True):
        meant = {candidate.entity.id for candidate in bare_answer.tied}
        if entity_id in meant or (bare_answer.entity and bare_answer.entity.id == entity_id):
            continue
        assert bare_answer.entity and gazetteer.lies_in(entity_id, bare_answer.entity.id)
        assert entity_id in {candidate.entity.id for candidate in (*answer.tied, *answer.candidates[:1])}


def test_a_town_whose_district_has_its_name_has_generated_forms_too() -> None:
    assert 20 < sum(form.evidence == "generated" for form in found("LA-T004"))


@given(STYLE_NAMES, st.sampled_from(["kʰ", "s", "ɲ", "kʰw", "pʰr", "j.ɲ", "a+n", "ɯːə+ŋ", "uːə+j", "ɛ+p", "ɤː+"]))
@example("half", "aː+w")
def test_the_chances_of_all_letters_for_a_sound_add_up_to_one(style: str, sound: str) -> None:
    unit = Unit(sound, LAST if "+" in sound else "onset")
    assert sum(chance for _, chance in default_habits().letters_for(style, unit)) == pytest.approx(1)


def test_what_was_counted_more_often_is_likelier() -> None:
    habits = Habits(read_counts("respelled\taː+n\tlast\tăn=9\tan=1\n# a comment\n"))
    chances = dict(habits.letters_for("respelled", Unit("aː+n", LAST)))
    assert chances["ăn"] > chances["an"] > chances["ên"] if "ên" in chances else chances["ăn"] > chances["an"]


def test_generated_spellings_differ_in_their_letters() -> None:
    words = [(Syllable(("s",), ("a",), "j"), Syllable(("ɲ",), ("a",)), Syllable(("b",), ("uː",)))]
    for orthography in MIXES:
        keys = [letters_key(form.text) for form in generated(words, orthography, default_habits())]
        assert len(set(keys)) == len(keys)


VIETNAMESE_LETTERS = re.compile("[ăâđêôơư]")


def parts_into_written(run: str) -> bool:
    """Whether a run of letters is a syllable that may be written, or several joined, as in Atôpư."""
    return not run or any(is_written(run[:end]) and parts_into_written(run[end:]) for end in range(1, len(run) + 1))


@pytest.mark.parametrize("entity_id", ["LA-VT", "LA-SL", "LA-CH", "LA0407", "LA-T018"])
def test_generated_forms_with_vietnamese_letters_are_made_of_syllables_that_may_be_written(entity_id: str) -> None:
    made = [form.text for form in found(entity_id, limit=80) if form.evidence == "generated"]
    apart = [re.findall(r"\w+", letters) for text in made if VIETNAMESE_LETTERS.search(letters := text.casefold())]
    assert 5 < len(apart)
    wrong = [run for runs in apart for run in runs if not parts_into_written(run)]
    assert not wrong


@pytest.mark.parametrize("wrong", ["Viêng Chăne", "Sa La Văne", "Xiêng Khvang", "Payc Beng", "Chăm Pa Ssăc"])
def test_what_mixes_vietnamese_letters_with_other_habits_is_not_written(wrong: str) -> None:
    assert not all(map(is_written, wrong.casefold().split()))


def test_letters_that_one_form_shows_and_nothing_leads_to_expect_are_no_choice() -> None:
    table = "english\taː+k\tinner\tak=9\task=1\tac=1\n"
    choices = dict(Habits(read_counts(table)).letters_for("english", Unit("aː+k", "inner")))
    assert "ask" not in choices and choices["ak"] > choices["ac"]


def test_a_known_spelling_that_is_cut_wrong_is_not_recombined() -> None:
    made = "".join(letters_key(form.text) for form in found("LA-LP", limit=80) if form.evidence == "generated")
    assert "gpkh" not in made


def test_a_final_and_the_same_sound_after_it_are_one_choice() -> None:
    syllables = [Syllable(("ʔ",), ("a",), "t"), Syllable(("t",), ("a",))]
    assert [("ʔ", "onset"), ("a+t", "absorbed"), ("t", "onset"), ("a+", "last")] == units_of(syllables)


def test_the_query_holds_each_phrase_that_an_engine_tells_apart_once() -> None:
    query = search_query(form.text for form in found("LA-BL"))
    phrases = [phrase.strip('"') for phrase in query.split(" OR ")]
    assert len({engine_key(phrase) for phrase in phrases}) == len(phrases) > 5


def phrases(entity_id: str, limit: int = 50) -> list[str]:
    return [phrase.strip('"') for phrase in search_query(found(entity_id, limit=3 * limit), limit).split(" OR ")]


@pytest.mark.parametrize(
    ("entity_id", "expected"),
    [
        ("LA-XI", "Xiengkhoang"),
        ("LA-XI", "Siengkhoang"),
        ("LA-CH", "Champasac"),
        ("LA-XA", "Xaynhabuly"),
        ("LA-SV", "Sa Van Na Khet"),
    ],
)
def test_the_query_has_a_spelling_in_the_spacings_that_writers_use(entity_id: str, expected: str) -> None:
    assert engine_key(expected) in set(map(engine_key, phrases(entity_id)))


@pytest.mark.parametrize("entity_id", ["LA-XI", "LA-CH", "LA-BL", "LA-P0037"])
def test_the_limit_of_a_query_is_its_number_of_phrases(entity_id: str) -> None:
    assert [20, 50] == [len(phrases(entity_id, limit)) for limit in (20, 50)]


def test_an_abbreviation_is_listed_but_not_searched_for() -> None:
    assert "VT" in {form.text for form in found("LA-VT")}
    assert "VT" not in phrases("LA-VT")


@pytest.mark.parametrize(("entity_id", "others"), [("LA-T018", {"mai", "may"}), ("LA-CH", {"khong", "kong", "khoong"})])
def test_what_is_likelier_the_name_of_something_else_is_not_searched_for(entity_id: str, others: set[str]) -> None:
    assert others.isdisjoint(map(engine_key, phrases(entity_id)))
    assert others.isdisjoint(engine_key(form.text) for form in found(entity_id) if form.evidence == "generated")


@pytest.mark.parametrize(
    "entity_id", ["LA-P0276", "LA-P0285", "LA-P0358", "LA-P0176", "LA-P0080", "LA-F020", "LA-F014", "LA-H021"]
)
def test_an_entity_whose_forms_tell_nothing_is_spelled_as_its_name_reads(entity_id: str) -> None:
    assert 10 < len(found(entity_id))
    assert 20 < len(phrases(entity_id))


def test_a_feature_hidden_by_a_province_has_its_word_with_it() -> None:
    assert all(phrase.startswith("sông ") for phrase in phrases("LA-F014"))


@pytest.mark.parametrize("text", ["", "12", "!?", pytest.param("\ud800", id="lone surrogate")])
def test_text_without_sounds_has_no_spellings(text: str) -> None:
    assert () == found(text)


def test_a_pasted_paragraph_is_refused_in_one_sentence() -> None:
    with pytest.raises(TooLong, match="a text of 1,600 characters is no name; give one of at most 240"):
        found("ກາ" * 800)
    assert found("ກາ" * 100, limit=5)


def test_the_time_for_a_long_name_grows_with_its_length() -> None:
    def seconds(syllables: int) -> float:
        start = process_time()
        assert generated(words_of("ກາ" * syllables), "vietnamese", default_habits())
        return process_time() - start

    seconds(20)
    assert seconds(400) < 30 * seconds(50)  # 8 times as long; its square would be 64


def test_a_text_of_hundreds_of_letters_is_still_cut_into_its_sounds() -> None:
    units = units_of(words_of("ບໍລິຄຳໄຊ")[0] * 60)
    cut = aligner_by(default_habits()).align(units, parted("Bôlykhămxay" * 60))
    assert ("b", "ô", "l", "y", "kh", "ăm", "x", "ay") * 60 == cut


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(UnknownOrthography, match="vietnamese, english, french"):
        found("LA-BL", orthography="german")
    with pytest.raises(NotText):
        found(b"LA-BL")  # type: ignore[arg-type]
    with pytest.raises(InvalidArgument):
        found("LA-BL", limit=0)


def test_an_id_is_taken_in_any_case() -> None:
    assert found("LA-BL", limit=5) == found("la-bl", limit=5)


@pytest.mark.parametrize("wrong", ["LA-ZZ", "LA9999", "LA-P9999", " LA-ZZ "])
def test_an_id_of_nothing_is_refused_and_not_spelled(wrong: str) -> None:
    with pytest.raises(UnknownEntity, match=wrong.strip()):
        found(wrong)


def test_a_name_of_several_entities_gets_the_spellings_of_all() -> None:
    texts = {form.text for form in found("Viêng Chăn") if form.evidence != "generated"}
    for entity_id in ("LA-VI", "LA-VT"):
        assert {form.text for form in found(entity_id) if form.evidence == "attested"} <= texts


def test_an_unlisted_name_is_shown_as_it_was_given() -> None:
    assert "Mường Lạn" in {form.text for form in found("Mường Lạn")}


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(sorted(entity.id for entity in resolver().gazetteer)))
@example("LA-X013")
@example("LA-P0037")
def test_no_generated_form_repeats_the_letters_of_another_form(entity_id: str) -> None:
    forms = found(entity_id, limit=80)
    made = [letters_key(form.text) for form in forms if form.evidence == "generated"]
    assert len(set(made)) == len(made)
    assert set(made).isdisjoint(letters_key(form.text) for form in forms if form.evidence != "generated")


def names(entity_id: str) -> list[Name]:
    return names_of(resolver().gazetteer[entity_id], reader_of(resolver().gazetteer, default_habits()))


def test_a_spelling_is_cut_into_the_letters_of_its_sounds() -> None:
    units = names("LA-BL")[0].units
    cut = aligner_by(default_habits()).align(units, parted("Bôlykhămxay"))
    assert ("b", "ô", "l", "y", "kh", "ăm", "x", "ay") == cut


@pytest.mark.parametrize("other", ["Xiêng Khoảng", "Vạn Tượng", "BL", ""])
def test_what_spells_another_name_is_not_cut(other: str) -> None:
    assert aligner_by(default_habits()).align(names("LA-BL")[0].units, parted(other)) is None


def test_a_form_that_does_not_spell_the_lao_name_is_another_name() -> None:
    both_sides = [[form.text for form in name.known] for name in names("LA-X004")]
    assert 2 == len(both_sides)
    assert "Cầu Treo" in both_sides[1] and "Nậm Phao" in both_sides[0]
    assert sum(name.share for name in names("LA-X004")) == pytest.approx(1)


def known(text: str, style: str, name: Name, before: str = "") -> Known:
    letters = aligner_by(default_habits()).align(name.units, parted(text))
    assert letters is not None
    return Known(text, style, letters, before)


def test_choices_of_different_known_spellings_recombine() -> None:
    name = Name(tuple(words_of("ໜອງກວາງໄຊ")))
    seen = [known("Noòng Quang Xây", "respelled", name), known("Nọong Koang Xay", "respelled", name)]
    new = letters_key("Noong Koang Xây")
    with_them = [letters_key(form.text) for form in generated(name.words, "vietnamese", default_habits(), known=seen)]
    without = [letters_key(form.text) for form in generated(name.words, "vietnamese", default_habits())]
    assert with_them.index(new) < 25
    assert new not in without[:50]


def test_vowel_and_final_of_known_rimes_recombine() -> None:
    name = Name(tuple(words_of("ປາກເຊ")))
    seen = [known("Bắc Xê", "respelled", name), known("Pakse", "plain", name)]
    one, both = (dict(choices_of(name.units, "respelled", default_habits(), some)[1]) for some in (seen[:1], seen))
    assert both["ăk"] > one["ăk"]


def test_sounds_that_are_hard_to_tell_apart_lend_their_letters() -> None:
    units = {unit.sound: weight for unit, weight in misheard(Unit("ɛː+k", LAST))}
    assert units["ɛː+t"] > units["ɛː+p"] > 0
    assert "ɛː+m" not in units
    assert "t" in {letters[-1] for letters, _ in default_habits().letters_for("respelled", Unit("ɛː+k", LAST))}


def test_a_sound_is_rather_spelled_as_before_in_the_same_name() -> None:
    units = units_of([Syllable(("s",), ("a",), "n"), Syllable(("s",), ("iː",))])
    even = [[("x", 0.5), ("s", 0.5)], [("an", 1.0)], [("x", 0.5), ("s", 0.5)], [("i", 1.0)]]
    chances = {letters: chance for chance, letters in likeliest(units, even, 10)}
    assert chances["x", "an", "x", "i"] > chances["x", "an", "s", "i"]
    assert sum(chances.values()) == pytest.approx(1)


def test_the_word_for_district_stands_before_short_names_and_where_it_was_seen() -> None:
    short, long = (Name(tuple(words_of(lao))) for lao in ("ຂວາ", "ຄຳເກີດ"))
    assert words_before(short, is_district=True)["Mường"] > words_before(long, is_district=True)["Mường"]
    assert {"": 1.0} == words_before(short, is_district=False)
    river = known("Mê Kông", "respelled", Name(tuple(words_of("Mê Kông"))), before="sông")
    assert words_before(Name((), (river,)), is_district=False)["sông"] > 0.1


@given(st.text(max_size=12))
def test_letters_without_marks_have_none(text: str) -> None:
    assert bare(bare(text)) == bare(text)
    assert letters_key(letters_key(text)) == letters_key(text)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


def test_the_command_refuses_an_id_of_nothing() -> None:
    result = CliRunner().invoke(command, ["LA-ZZ"])
    assert isinstance(result.exception, UnknownEntity)


@pytest.mark.parametrize("name", ["", "\N{GRINNING FACE}", "LA-P0206"])
def test_the_command_says_that_there_is_nothing_to_search_for(name: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["spellings", name, "--query"])
    assert 2 == ended.value.code


def test_the_command_prints_a_table_json_or_a_query() -> None:
    assert "spelling" == run("LA-BL", "--limit", "3").output.split()[0]
    assert 3 == len([json.loads(line) for line in run("LA-BL", "--limit", "3", "--json").output.splitlines()])
    assert run("LA-BL", "--limit", "3", "--query").output.startswith('"')
