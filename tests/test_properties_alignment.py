"""Properties of the alignment: a price, the way it comes about, and many prices at once."""

from __future__ import annotations

from functools import cache

from hypothesis import example, given
from hypothesis import strategies as st

from lao_names.matching import pricing
from lao_names.matching.alignment import align, cost
from lao_names.matching.explanation_wording import differences
from lao_names.orthography import readings
from lao_names.phonology import SCALE, SUBSTITUTION, classes, decode, insertions
from tests.strategies import SOUNDS, listed


def sounds_of(text: str) -> bytes:
    return readings(text)[0].code


KHAMMOUANE, KHAMMUANG = sounds_of("Khammouane"), sounds_of("Khăm Muộng")
BOLIKHAMXAY, BORIKHAMSAI = sounds_of("Bô Ly Khăm Xay"), sounds_of("Bo Ri Kam Sai")


def slowly(heard: bytes, form: bytes) -> int:
    """The cost by its definition: the cheapest of all ways, tried one by one."""
    extra, missing = insertions(heard), insertions(form)

    @cache
    def rest(i: int, j: int) -> int:
        ways = []
        if i < len(heard):
            ways.append(extra[i] + rest(i + 1, j))
        if j < len(form):
            ways.append(missing[j] + rest(i, j + 1))
        if i < len(heard) and j < len(form):
            ways.append(SUBSTITUTION[heard[i]][form[j]] + rest(i + 1, j + 1))
        return min(ways, default=0)

    return rest(0, 0)


@given(SOUNDS, SOUNDS)
@example(KHAMMOUANE, KHAMMUANG)
@example(BOLIKHAMXAY, BORIKHAMSAI)
def test_the_cost_is_that_of_a_slow_and_obvious_aligner(heard, form):
    assert slowly(heard, form) == cost(heard, form)


@given(SOUNDS, SOUNDS)
@example(KHAMMOUANE, KHAMMUANG)
def test_the_cost_is_the_same_both_ways(heard, form):
    assert cost(heard, form) == cost(form, heard)


@given(SOUNDS)
@example(KHAMMOUANE)
def test_a_name_costs_nothing_against_itself(sounds):
    assert 0 == cost(sounds, sounds) == sum(step.price for step in align(sounds, sounds))


@given(SOUNDS, SOUNDS)
@example(KHAMMOUANE, KHAMMUANG)
@example(b"", BOLIKHAMXAY)
def test_the_cost_lies_between_nothing_and_losing_all_sounds(heard, form):
    assert 0 <= cost(heard, form) <= sum(insertions(heard)) + sum(insertions(form))


@given(SOUNDS)
@example(BOLIKHAMXAY)
def test_against_nothing_a_name_costs_all_its_sounds(sounds):
    assert sum(insertions(sounds)) == cost(sounds, b"") == cost(b"", sounds)


@given(SOUNDS, SOUNDS)
@example(KHAMMOUANE, KHAMMUANG)
def test_the_prices_of_an_alignment_add_up_to_the_cost(heard, form):
    assert cost(heard, form) == round(sum(step.price for step in align(heard, form)) * SCALE)


@given(SOUNDS, SOUNDS)
@example(KHAMMOUANE, KHAMMUANG)
def test_an_alignment_holds_every_sound_once_and_in_order(heard, form):
    steps = align(heard, form)
    assert decode(heard) == tuple(step.heard for step in steps if step.heard)
    assert decode(form) == tuple(step.form for step in steps if step.form)
    assert all(step.heard or step.form for step in steps)


@given(SOUNDS, SOUNDS)
@example(KHAMMOUANE, KHAMMUANG)
def test_only_equal_sounds_are_free(heard, form):
    for step in align(heard, form):
        assert step.price >= 0
        if step.heard == step.form:
            assert 0 == step.price


@given(SOUNDS, SOUNDS)
@example(KHAMMOUANE, KHAMMUANG)
def test_an_alignment_read_backwards_costs_the_same(heard, form):
    forth = sum(step.price for step in align(heard, form))
    back = sum(step.price for step in align(form, heard))
    assert round(forth * SCALE) == round(back * SCALE)


@given(SOUNDS, SOUNDS, st.integers(0, len(SUBSTITUTION) - 1))
@example(KHAMMOUANE, KHAMMUANG, 0)
def test_one_sound_more_on_both_sides_makes_nothing_dearer(heard, form, sound):
    more = bytes((sound,))
    assert cost(heard + more, form + more) <= cost(heard, form)


@given(SOUNDS, st.data())
@example(KHAMMOUANE, None)
def test_exchanging_one_sound_costs_no_more_than_its_price(sounds, data):
    if not sounds or data is None:
        return
    place = data.draw(st.integers(0, len(sounds) - 1))
    other = data.draw(st.integers(0, len(SUBSTITUTION) - 1))
    changed = sounds[:place] + bytes((other,)) + sounds[place + 1 :]
    assert cost(sounds, changed) <= SUBSTITUTION[sounds[place]][other]


@given(st.lists(st.tuples(SOUNDS, SOUNDS), min_size=1, max_size=8))
@example([(KHAMMOUANE, KHAMMUANG), (BOLIKHAMXAY, BORIKHAMSAI), (b"", KHAMMUANG), (KHAMMUANG, b"")])
@example([(BOLIKHAMXAY * 9, KHAMMUANG * 9), (BOLIKHAMXAY, BORIKHAMSAI)])
def test_many_alignments_at_once_cost_what_each_costs_alone(pairs):
    heard, forms = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    rows = pricing.np.arange(len(pairs))
    together = pricing.costs(pricing.Sequences(heard), rows, pricing.Sequences(forms), rows)
    assert [cost(*pair) for pair in pairs] == together.tolist()


@given(SOUNDS, SOUNDS)
@example(KHAMMOUANE, KHAMMUANG)
def test_the_differences_told_in_an_explanation_add_up_to_the_cost(heard, form):
    found = differences(align(heard, form))
    assert cost(heard, form) == round(sum(difference.price for difference in found) * SCALE)


@given(listed())
@example("Sa Vẳn Na Khệt")
def test_every_sound_has_one_class(text):
    for reading in readings(text):
        assert len(reading.code) == len(classes(reading.code))
