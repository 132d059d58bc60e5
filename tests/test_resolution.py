"""Answers: the contract's fields, arguments and errors."""

from __future__ import annotations

import inspect
import json
from datetime import date

import pytest

import lao_names
from lao_names.errors import LaoNamesError, UnknownEntity, UnknownKind
from lao_names.matching.alignment import Aligned


def test_an_answer_says_what_was_asked_and_what_was_found():
    answer = lao_names.resolve("Bô Ly Khăm Xay")
    assert "Bô Ly Khăm Xay" == answer.query
    assert "match" == answer.status
    assert ("LA-BL", "province", "Bolikhamxay") == (answer.entity.id, answer.entity.kind, answer.entity.name)
    assert () == answer.tied


def test_a_candidate_says_how_likely_it_is_and_why():
    best = lao_names.resolve("Căm Cợt").candidates[0]
    assert "LA1105" == best.entity.id
    assert 0 < best.probability <= 1
    assert best.cost == pytest.approx(sum(step.price for step in best.alignment))
    assert best.form in best.entity.forms
    assert all(isinstance(step, Aligned) for step in best.alignment)


def test_equal_sound_costs_nothing():
    assert 0 == lao_names.resolve("Bo li kham xay").candidates[0].cost


def test_nothing_found_is_an_answer_with_the_nearest_kept():
    answer = lao_names.resolve("Hà Nội")
    assert ("no match", None) == (answer.status, answer.entity)
    assert answer.candidates
    assert answer.candidates[0].probability < 0.5


@pytest.mark.parametrize("text", ["", " ", "\t\n", "...", "123", "\u200b"], ids=ascii)
def test_a_text_without_letters_has_no_candidates(text):
    answer = lao_names.resolve(text)
    assert ("no match", ()) == (answer.status, answer.candidates)


def test_an_ambiguous_answer_keeps_all_that_are_tied_even_beyond_the_limit():
    answer = lao_names.resolve("Viêng Chăn", limit=1)
    assert "ambiguous" == answer.status
    assert {"LA-VI", "LA-VT"} == {candidate.entity.id for candidate in answer.tied}
    assert answer.tied == answer.candidates


def test_units_inside_stand_among_the_candidates_of_the_outermost():
    answer = lao_names.resolve("Attapư")
    assert "LA-AT" == answer.entity.id
    assert "LA-T018" in {candidate.entity.id for candidate in answer.candidates}


def test_a_status_is_plain_text():
    assert "no match" == f"{lao_names.resolve('Hà Nội').status}"


def test_an_answer_as_plain_data_names_everything():
    data = lao_names.resolve("Viêng Chăn").to_dict()
    assert {"query", "status", "entity", "candidates", "tied"} == set(data)
    assert ("Viêng Chăn", "ambiguous", None) == (data["query"], data["status"], data["entity"])
    assert ["LA-VI", "LA-VT"] == sorted(data["tied"])
    first = data["candidates"][0]
    assert {"id", "name", "kind", "probability", "cost", "form", "evidence", "alignment", "grounds"} <= set(first)
    assert data == json.loads(json.dumps(data, ensure_ascii=False))


def test_answers_and_candidates_do_not_change():
    answer = lao_names.resolve("Attapư")
    with pytest.raises(AttributeError):
        answer.query = "Savannakhet"
    with pytest.raises(AttributeError):
        answer.candidates[0].probability = 1.0


@pytest.mark.parametrize("day", ["2023-07-04", date(2023, 7, 4)])
def test_a_date_may_be_text_or_a_date(day):
    answer = lao_names.resolve("Kông Chăn Xay Păn Nha", kind="person", within="LA-BL", on=day)
    assert "LA-P0082" == answer.entity.id


def test_an_office_held_on_the_day_speaks_for_its_holder():
    during = lao_names.resolve("Choummaly Sayasone", on="2010-01-01").candidates[0]
    after = lao_names.resolve("Choummaly Sayasone", on="2024-01-01").candidates[0]
    assert during.entity == after.entity
    assert [True] == [ground.weight > 0 for ground in during.grounds if ground.code == "on"]
    assert [] == [ground for ground in after.grounds if ground.code == "on" and ground.weight > 0]


def test_a_unit_that_did_not_exist_then_is_not_meant():
    assert "LA-XS" != getattr(lao_names.resolve("Xaisomboun", on="2000-01-01").entity, "id", None)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"kind": "provinz"}, ["provinz", "province", "district", "person"]),
        ({"within": "LA-QQ"}, ["LA-QQ"]),
        ({"on": "04/07/2023"}, ["04/07/2023", "2023-07-04"]),
        ({"limit": 0}, ["0"]),
        ({"min_probability": 7}, ["7"]),
    ],
)
def test_a_wrong_argument_is_named_with_what_is_known(asked, names):
    with pytest.raises(LaoNamesError) as raised:
        lao_names.resolve("Attapư", **asked)
    assert isinstance(raised.value, ValueError)
    assert [] == [name for name in names if name not in str(raised.value)]


def test_an_unknown_unit_is_a_key_error_too():
    with pytest.raises(UnknownEntity) as raised:
        lao_names.resolve("Attapư", within="LA-QQ")
    assert isinstance(raised.value, KeyError)


def test_wrong_arguments_are_found_before_any_name_is_read():
    with pytest.raises(UnknownKind):
        lao_names.resolve_many([], kind="planet")


def test_context_is_keyword_only():
    parameters = inspect.signature(lao_names.resolve).parameters.values()
    keyword_only = [one.name for one in parameters if one.kind is inspect.Parameter.KEYWORD_ONLY]
    assert ["kind", "within", "on", "limit", "min_probability"] == keyword_only


def test_many_answers_come_in_the_order_of_the_questions():
    asked = ["Attapư", "Hà Nội", "Attapư", "Sa Vẳn Na Khệt"]
    answers = lao_names.resolve_many(iter(asked))
    assert asked == [answer.query for answer in answers]
    assert [] == lao_names.resolve_many([])


def test_a_threshold_of_ones_own_turns_a_match_into_none():
    sure = lao_names.resolve("Căm Cợt").candidates[0].probability
    assert "match" == lao_names.resolve("Căm Cợt", min_probability=sure - 0.01).status
    assert "match" != lao_names.resolve("Căm Cợt", min_probability=min(1.0, sure + 1e-6)).status


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Bolikhămxay", "en", "Bolikhamxay"),
        ("Bolikhămxay", "lo", "ບໍລິຄຳໄຊ"),
        ("Hà Nội", "en", None),
        ("Viêng Chăn", "en", None),
        ("tỉnh Viêng Chăn", "lo", "ວຽງຈັນ"),
    ],
)
def test_normalize_gives_the_canonical_name_of_a_match_only(text, language, name):
    assert name == lao_names.normalize(text, language=language)


def test_an_answer_is_readable_in_an_interactive_session():
    assert repr(lao_names.resolve("Attapeu")) == "<'Attapeu': match <LA-AT Attapeu, province: 1.00 as 'Attapeu'>>"
    assert repr(lao_names.resolve("")) == "<'': no match>"
    assert len(repr(lao_names.resolve("Viêng Chăn"))) < 200
