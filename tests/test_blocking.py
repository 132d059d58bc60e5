"""Blocking looks at few readings and misses none: against comparing with all of them."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from lao_names import builtin
from lao_names.matching import lookup
from lao_names.matching.blocking import Blocks, members
from lao_names.matching.neighbours import Neighbours
from lao_names.matching.spelling import spell
from lao_names.orthography.unicode import clean
from lao_names.phonology import classes
from tests.strategies import listed_latin

SOUNDS = st.text(alphabet="KNTPMLWaoi", max_size=24)


@pytest.fixture(scope="module")
def index():
    return builtin.index()


@given(st.lists(SOUNDS, min_size=1, max_size=30), SOUNDS, st.integers(1, 100))
@example(["KaN", "NaK", "KaNKaN"], "KaN", 60)
@example([""], "", 55)
@example(["KKKK"], "KK", 66)
def test_every_string_that_is_so_similar_is_possible(texts, heard, similarity):
    blocks = Blocks(texts)
    possible = members(blocks.possible(similarity - 1e-6, heard, blocks.shared(heard)))
    alike = [number for number, text in enumerate(blocks.texts) if fuzz.ratio(heard, text) >= similarity]
    assert set(alike) <= set(possible)


@given(st.sets(st.integers(0, 300)))
def test_a_set_in_one_number_has_its_members(numbers):
    assert sorted(numbers) == members(sum(1 << number for number in numbers))


def test_the_sets_are_the_same_when_read_back():
    texts = ["KaN", "NaK", "KaNKaN", "KaN"]
    written = json.loads(json.dumps(Blocks(texts).to_plain()))
    assert written == Blocks(texts, written).to_plain()
    assert Blocks(texts).rows == Blocks(texts, written).rows


def compared_with_all(heard, among):
    """What blocking has to find: the nearest dozen and ties, found by comparing with every reading."""
    text = classes(heard.code)
    alike = [(-fuzz.ratio(text, classes(sound.code)), row) for row, sound in enumerate(among)]
    alike = sorted(pair for pair in alike if -pair[0] >= lookup.FURTHEST - lookup.ROUNDING)
    if not alike:
        return []
    twelfth = -alike[: lookup.NEAREST][-1][0]
    least = max(twelfth, -alike[0][0] - lookup.FARTHER) - lookup.ROUNDING
    return [row for similar, row in alike if -similar >= least]


@pytest.mark.parametrize("text", ["Bô-ly-khăm-sai", "Xà Vằn", "Wolfsburg", "Nga", "Trần Văn Minh", "Uttaradit", "ສະຫວັນ"])
def test_one_and_many_find_the_readings_that_comparing_with_all_finds(text, index):
    check_neighbours(text, index)


@given(listed_latin())
def test_they_do_so_for_respelled_names(text):
    check_neighbours(text, builtin.resolver()._index)


@pytest.mark.parametrize("text", ["หนองคาย", "Вьентьян", "勐腊", "사완나켓"])
def test_names_in_other_scripts_are_looked_for_among_all_readings(text, index):
    check_neighbours(text, index, index.all_blocks, index.sounds)


def check_neighbours(text, index, blocks=None, among=None):
    blocks, among = blocks or index.blocks, among or index.sounds[: index.familiar]
    sounds = spell(clean(text)).sounds
    expected = [compared_with_all(sound, among) for sound in sounds]
    assert expected == [lookup._nearest(sound, blocks) for sound in sounds]
    assert expected == [rows.tolist() for rows, _ in Neighbours(index, blocks).of([sound.code for sound in sounds])]


def test_parts_that_need_a_title_and_then_other_scripts_stand_behind_all_others(index):
    latin_or_lao = [entry for entry in index.entries if not entry.foreign]
    assert heard(entry for entry in latin_or_lao if not entry.titled) == set(index.sounds[: index.familiar])
    assert heard(latin_or_lao) == set(index.sounds[: index.titled])
    assert len(index.sounds) > index.titled > index.familiar


def heard(entries):
    return {sound for entry in entries for sound in entry.spelling.sounds}


@pytest.mark.parametrize("text", ["Pany", "Khăm Ban", "Chạ Lơn"])
def test_with_a_title_parts_of_names_are_looked_for_too(text, index):
    check_neighbours(text, index, index.titled_blocks, index.sounds[: index.titled])


def test_neighbours_are_the_same_when_they_were_kept(index, monkeypatch):
    codes = [sound.code for sound in index.sounds[:40]]
    neighbours = Neighbours(index, index.blocks)
    first = [(rows.tolist(), prices.tolist()) for rows, prices in neighbours.of(codes)]
    monkeypatch.setattr("lao_names.matching.neighbours.KEPT", 10)
    for start in range(0, 40, 7):
        again = neighbours.of(codes[start : start + 7])
        assert first[start : start + 7] == [(rows.tolist(), prices.tolist()) for rows, prices in again]
