"""Alignments of real spellings: what stands for what, and the price."""

from __future__ import annotations

import pytest

from lao_names.matching.alignment import align, cost
from lao_names.orthography import readings
from lao_names.phonology import SCALE


def heard(text):
    return readings(text)[0].code


def least(one, other):
    """The least price of any two readings, in units of a plainly different consonant."""
    return min(cost(a.code, b.code) for a in readings(one) for b in readings(other)) / SCALE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bô Ly Khăm Xay", "ບໍລິຄຳໄຊ"),
        ("Sa Vẳn Na Khệt", "ສະຫວັນນະເຂດ"),
        ("Xa-vẳn-na-khẹt", "Savannakhet"),
        ("Kông Chăn Xay Păn Nha", "ກົງຈັນ ໄຊປັນຍາ"),
        ("Viêng Chăn", "ວຽງຈັນ"),
        ("Attapư", "ອັດຕະປື"),
        ("Sê Kông", "Xê Kông"),
    ],
)
def test_one_name_in_two_ways_of_writing_costs_next_to_nothing(one, other):
    assert least(one, other) <= 0.1


@pytest.mark.parametrize(
    ("one", "other", "most"),
    [
        ("Bolikham", "Borikham", 0.2),  # l, r
        ("Pạc Ka Đinh", "Bắc Ka Đinh", 0.5),  # p, b
        ("Viên Chăn", "Viêng Chăn", 0.4),  # n, ng
        ("Thà Khẹc", "Thà Khẹt", 0.4),  # c, t
        ("Khăm Cợt", "Căm Cợt", 0.4),  # kh, k
        ("Luang Prabang", "Luông Pha Bang", 0.8),  # pr, ph
        ("Khammouane", "Khammuan", 0.2),
    ],
)
def test_habits_of_writers_cost_less_than_a_different_consonant(one, other, most):
    assert least(one, other) <= most


@pytest.mark.parametrize(
    ("one", "other"),
    [("Attapư", "Sê Kông"), ("Hà Nội", "Viêng Chăn"), ("Xay", "Khăm"), ("Bò Kẹo", "Sa La Van")],
)
def test_different_names_cost_a_different_consonant_or_more(one, other):
    assert least(one, other) > 1


def test_an_alignment_says_which_sounds_stand_for_which():
    steps = align(heard("Căm Cợt"), heard("Khăm Cợt"))
    assert [("k", "kʰ")] == [(step.heard, step.form) for step in steps if step.price]


def test_a_missing_sound_stands_against_nothing():
    steps = align(heard("Saravan"), heard("Slavan"))
    assert [("a", "")] == [(step.heard, step.form) for step in steps if not step.form]


def test_nothing_against_nothing_is_an_empty_alignment():
    assert () == align(b"", b"")
    assert 0 == cost(b"", b"")
