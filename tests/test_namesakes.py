"""Names that several bear: which of them is likelier, and that all stay tied."""

import math

import pytest

import lao_names
from lao_names.matching.namesakes import MOST_OFTEN, Bearer, Standing, less_often, namesakes_of
from lao_names.matching.spelling import spell


def places(*numbers):
    return [Bearer(number, Standing.PLACE) for number in numbers]


def shares(name):
    """Ids of the tied candidates, likeliest first, with their probabilities."""
    answer = lao_names.resolve(name)
    assert answer.status == "ambiguous"
    return {candidate.entity.id: candidate.probability for candidate in answer.tied}


@pytest.mark.parametrize("name", ["Kaysone Phomvihane", "Cayxỏn Phômvihản", "ໄກສອນ ພົມວິຫານ"])
def test_a_man_is_likelier_than_the_city_called_after_him(name):
    likeliest, *others = shares(name)
    assert "LA-P0053" == likeliest
    assert others


def test_the_capital_is_likelier_than_the_province_around_it():
    found = shares("Wīang Chan")
    assert ["LA-VT", "LA-VI"] == list(found)
    assert found["LA-VT"] > 1.5 * found["LA-VI"]


def test_one_spelling_more_says_nothing():
    first, second = shares("Boten").values()
    assert pytest.approx(first) == second


def test_a_district_of_the_capital_is_no_likelier_for_lying_there():
    assert ["LA1701", "LA0103"] == list(shares("Xaysetha"))


def test_other_names_of_a_namesake_do_not_count():
    """Attapeu's town was Muang Mai once, which a district in the north is called today."""
    assert ["LA0202", "LA-T018"] == list(shares("Muong May"))


def test_who_bears_the_name_today_is_likelier_than_who_bore_it_once():
    """Hiem is a part of the former district Viengthong."""
    assert ["LA1106", "LA0703"] == list(shares("Viengthong"))


def test_only_spellings_of_the_shared_name_are_counted():
    hiem = [(0, spell(text)) for text in ("Viengthong", "Hiem", "Hiam", "Huim")]
    viengthong = [(1, spell(text)) for text in ("Viengthong", "Viangthong", "Vieng Thong")]
    found = namesakes_of([*hiem, *viengthong, (2, spell("Pakse"))])
    assert {0: {0: 1, 1: 1}, 1: {0: 2, 1: 2}} == found
    assert 0 == less_often(*places(0), places(0, 1), found) == less_often(*places(1), places(0, 1), found)


def test_the_odds_are_those_of_the_spellings():
    found = {0: {0: 9, 1: 9}, 1: {0: 2, 1: 2}}
    assert 0 == less_often(*places(0), places(0, 1), found)
    assert pytest.approx(math.log(9 / 3)) == less_often(*places(1), places(0, 1), found)


def test_who_shares_no_name_is_not_compared():
    assert 0 == less_often(*places(7), places(7, 8), {0: {0: 1, 1: 1}})


def test_however_seldom_a_namesake_is_meant_it_stays_tied():
    assert MOST_OFTEN == less_often(*places(0), places(0, 1), {0: {1: 0}, 1: {0: 99}})
