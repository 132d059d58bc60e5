"""``lao-names transliterate``: words, lines and columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lao_names.cli.transliterate import command
from lao_names.errors import InputError, UnknownScheme
from lao_names.tables.headers import ColumnClash, UnknownColumn


def run(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(command, list(arguments), input=given)


def test_words_on_the_command_line_are_written_one_a_line() -> None:
    assert "Viangchan\nPakxé\n" == run("ວຽງຈັນ", "ປາກເຊ").output


def test_lines_of_standard_input_keep_their_ends() -> None:
    assert b"Viangchan\r\nabc\nPakx\xc3\xa9" == run("-", given="ວຽງຈັນ\r\nabc\nປາກເຊ".encode()).stdout_bytes


def test_a_column_is_written_at_the_right_end_and_all_other_cells_stay() -> None:
    table = '\ufeffno;lo;x\r\n1;"ປາກເຊ";"a;b"\r\n2\r\n'.encode()
    expected = '\ufeffno;lo;x;lo_press\r\n1;"ປາກເຊ";"a;b";Pakxe\r\n2;;;\r\n'.encode()
    assert expected == run("-", "-c", "lo", "-s", "press", given=table).stdout_bytes


def test_a_file_becomes_another_file(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("lo\nປາກເຊ\n", encoding="utf-8")
    run(str(tmp_path / "in.csv"), "-c", "1", "-s", "ipa", "-o", str(tmp_path / "out.csv"))
    assert "lo,lo_ipa\nປາກເຊ,paːk˧˩.seː˧˥\n" == (tmp_path / "out.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "given", "error"),
    [
        (("x", "-s", "iso"), b"", UnknownScheme),
        (("-", "-c", "name"), b"a,b\n1,2\n", UnknownColumn),
        (("-", "-c", "a"), b"a,a_bgn-pcgn\n1,2\n", ColumnClash),
        (("missing.csv", "-c", "a"), b"", InputError),
    ],
    ids=ascii,
)
def test_wrong_use_is_an_error_of_the_library(arguments: tuple[str, ...], given: bytes, error: type[Exception]) -> None:
    assert isinstance(run(*arguments, given=given).exception, error)


def test_a_new_column_can_replace_its_namesake() -> None:
    table = "lo,lo_vi\nປາກເຊ,?\n".encode()
    assert "lo,lo_vi\nປາກເຊ,Pac-xê\n" == run("-", "-c", "lo", "-s", "vi", "--overwrite", given=table).output


def test_a_clash_of_columns_names_only_options_that_there_are() -> None:
    result = run("-", "-c", "lo", "-s", "vi", given="lo,lo_vi\nປາກເຊ,?\n".encode())
    assert "the table has already: lo_vi; --overwrite replaces it" == str(result.exception)


def test_known_names_can_be_written_in_their_official_form() -> None:
    words = ("ຫຼວງພະບາງ", "ເມືອງໄຊ", "ທອງລຸນ ສີສຸລິດ")
    assert "Luang Prabang\nMeuang Xay\nThongloun Sisoulith\n" == run(*words, "-s", "press", "--names").output
