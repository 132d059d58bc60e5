"""The spellings of a name to search for: attested ones first, then likely ones."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lao_names.builtin import resolver
from lao_names.cli.spellings import command
from lao_names.errors import InvalidArgument, NotText
from lao_names.phonology import Syllable
from lao_names.spelling import Spelling, UnknownOrthography, search_query, spellings
from lao_names.spelling.generating import generated, letters_key
from lao_names.spelling.habits import MIXES, STYLES
from lao_names.spelling.model import LAST, Habits, Unit, default_habits, read_counts, units_of
from lao_names.spelling.query import engine_key

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
def test_every_generated_form_leads_back_to_the_entity(entity_id: str) -> None:
    forms = [form.text for form in found(entity_id) if form.evidence == "generated"]
    for answer in resolver().resolve_many(forms):
        meant = {candidate.entity.id for candidate in answer.tied} | {answer.entity.id if answer.entity else ""}
        assert entity_id in meant


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


def test_a_final_and_the_same_sound_after_it_are_one_choice() -> None:
    syllables = [Syllable(("ʔ",), ("a",), "t"), Syllable(("t",), ("a",))]
    assert [("ʔ", "onset"), ("a+t", "absorbed"), ("t", "onset"), ("a+", "last")] == units_of(syllables)


def test_the_query_holds_each_phrase_that_an_engine_tells_apart_once() -> None:
    query = search_query(form.text for form in found("LA-BL"))
    phrases = [phrase.strip('"') for phrase in query.split(" OR ")]
    assert len({engine_key(phrase) for phrase in phrases}) == len(phrases) > 5


@pytest.mark.parametrize("text", ["", "12", "!?", pytest.param("\ud800", id="lone surrogate")])
def test_text_without_sounds_has_no_spellings(text: str) -> None:
    assert () == found(text)


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(UnknownOrthography, match="vietnamese, english, french"):
        found("LA-BL", orthography="german")
    with pytest.raises(NotText):
        found(b"LA-BL")  # type: ignore[arg-type]
    with pytest.raises(InvalidArgument):
        found("LA-BL", limit=0)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


def test_the_command_prints_a_table_json_or_a_query() -> None:
    assert "spelling" == run("LA-BL", "--limit", "3").output.split()[0]
    assert 3 == len([json.loads(line) for line in run("LA-BL", "--limit", "3", "--json").output.splitlines()])
    assert run("LA-BL", "--limit", "3", "--query").output.startswith('"')
