"""Vietnamese text from before Unicode: known encodings are decoded, unknown ones are guessed only when it is sure."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lao_names.errors import InvalidArgument, NotText
from lao_names.orthography.legacy import ENCODINGS, decode_legacy
from lao_names.orthography.legacy_tables import TCVN3, VISCII, VNI

PLACES = st.sampled_from(["Viêng Chăn", "Xiêng Khoảng", "Hủa Phăn", "Khăm Muộn", "Đắc Tà Ôi", "Sầm Nưa", "Xa-vẳn-na-khệt"])


@pytest.mark.parametrize(("encoding", "table"), [("tcvn3", TCVN3), ("vni", VNI), ("viscii", VISCII)])
@given(name=PLACES)
@example(name="Chăm-pa-xắc")
def test_names_survive_a_table_encoding(encoding: str, table: dict[str, str], name: str) -> None:
    data = b"".join(bytes.fromhex(table[letter]) if letter in table else letter.encode() for letter in name)
    assert name == decode_legacy(data, encoding)


@pytest.mark.parametrize(
    ("given_text", "encoding", "expected"),
    [
        ("Vie^ng Cha(n", "viqr", "Viêng Chăn"),
        ("DDa('c Ta` O^i", "viqr", "Đắc Tà Ôi"),
        ("Ke.o", "viqr", "Kẹo"),
        (r"Pakse\. ha\?", "viqr", "Pakse. ha?"),
        ("Viªng Ch¨n", "TCVN3", "Viêng Chăn"),
        ("Vieâng Chaên", "vni", "Viêng Chăn"),
        (b"Vi\xeang Ch\xe3n", "cp1258", "Viêng Chăn"),
        (b"Kh\xe3m Mu\xf4\xf2n", "windows-1258", "Khăm Muộn"),
    ],
    ids=ascii,
)
def test_each_encoding_is_decoded(given_text: str | bytes, encoding: str, expected: str) -> None:
    assert expected == decode_legacy(given_text, encoding)


@pytest.mark.parametrize("text", ["Viªng Ch¨n", "Vieâng Chaên", "Vie^ng Cha(n"])
def test_clear_cases_are_guessed(text: str) -> None:
    assert "Viêng Chăn" == decode_legacy(text, guess=True)


@pytest.mark.parametrize(
    "text",
    ["Müller", "São Tomé", "Côte d’Ivoire", "Viêng Chăn", "Kèo-Oudôm", "ວຽງຈັນ", "What? A. B.", "Vieng-Cæn", "Điện Biên", ""],
)
def test_a_guess_leaves_good_text_alone(text: str) -> None:
    assert text == decode_legacy(text, guess=True)


@given(st.one_of(st.text(st.characters(codec=None, exclude_categories=()), max_size=30), st.binary(max_size=30)))
@example("ð\ud800")
@example(b"\x81\x8d")
def test_nothing_is_too_broken_to_decode(text: str | bytes) -> None:
    assert all(isinstance(decode_legacy(text, encoding), str) for encoding in ENCODINGS)
    assert isinstance(decode_legacy(text, guess=True), str)


def test_utf8_bytes_are_recognised() -> None:
    assert "Khăm Muộn" == decode_legacy(unicodedata.normalize("NFD", "Khăm Muộn").encode(), guess=True)


@pytest.mark.parametrize(
    ("data", "expected"), [(b"M\xdf\xb6ng Khoa", "Mường Khoa"), (b"Tr\xdf\xb7ng ban", "Trưởng ban")], ids=ascii
)
def test_bytes_that_are_utf8_by_accident_are_vietnamese(data: bytes, expected: str) -> None:
    assert expected == decode_legacy(data, guess=True)


@pytest.mark.parametrize("text", ["Αθήνα", "Пакcе và Pakse", "Сhampasak", "שלום Pakse", "Mường Khoa"])
def test_bytes_of_other_scripts_stay_utf8(text: str) -> None:
    assert text == decode_legacy(text.encode(), guess=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gia'o su+ O. Ta'm", "Giáo sư O. Tám"),
        ("O. Bu+n Nha(ng Vo^ La Chi't", "O. Bưn Nhăng Vô La Chít"),
        ("o+? Vie^ng Cha(n", "ở Viêng Chăn"),
    ],
)
def test_a_guess_takes_no_initial_for_a_letter_with_a_tone(text: str, expected: str) -> None:
    assert expected == decode_legacy(text, guess=True)


def test_an_unknown_encoding_is_answered_with_the_known_ones() -> None:
    with pytest.raises(InvalidArgument, match="tcvn3, vni, viqr, viscii, windows-1258"):
        decode_legacy("x", "koi8")
    with pytest.raises(InvalidArgument, match=r"encoding=, one of .*viscii.*guess=True"):
        decode_legacy("x")


def test_a_number_is_not_text() -> None:
    with pytest.raises(NotText):
        decode_legacy(1258, guess=True)  # type: ignore[arg-type]
