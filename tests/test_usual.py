"""The usual readings of a name: what its spellings have in common."""

from __future__ import annotations

from lao_names.matching.spelling import spell
from lao_names.matching.usual import MOST_COMPARED, usual_readings


def usual(*texts):
    return usual_readings([spell(text) for text in texts])


def code(text):
    return spell(text).sounds[0].code


def test_an_odd_spelling_is_not_the_first_of_the_usual_ones():
    found = usual("Vientiane", "Viengchan", "Viêng Chăn", "Vien Chan", "Wiangcan")
    assert code("Wiangcan") != found.first.code
    assert found.share > 0.5


def test_a_name_that_is_written_in_two_ways_has_both():
    found = usual("Xay", "Sai", "Oudomxay", "Udomsay", "Oudomxai")
    assert {code("Xay"), code("Oudomxay")} == {found.first.code, found.second.code}
    assert 0 < found.share < 1


def test_one_reading_stands_for_itself():
    found = usual("Pakse")
    assert (found.first, found.share, found.spellings) == (found.second, 1.0, 1)


def test_spellings_of_the_same_letters_are_one():
    assert 2 == usual("Bô Ly Khăm Xay", "Bo-ly-kham-xay", "BOLYKHAMXAY", "Bolikhamxay").spellings


def test_a_name_of_very_many_spellings_is_compared_in_parts():
    consonants, vowels = "kctpbmnlrvhd", "aeiou"
    texts = [a + v + b + w for a in consonants for v in vowels for b in consonants for w in vowels][: 5 * MOST_COMPARED]
    assert len(texts) == usual(*texts).spellings
