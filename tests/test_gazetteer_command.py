"""``lao-names gazetteer validate`` and ``show``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from lao_names import cli
from lao_names.cli.gazetteer import card, command
from lao_names.errors import GazetteerError
from lao_names.gazetteer.loading import load

MINI = Path(__file__).parent / "data" / "mini_gazetteer"


def run(*arguments):
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_validate_finds_nothing_in_the_checkout():
    result = run("validate")
    assert (0, "") == (result.exit_code, result.stdout)
    assert "720 entities, 0 errors" in result.stderr


def test_validate_prints_each_problem_and_ends_with_1(tmp_path):
    (tmp_path / "a.yaml").write_text("- {id: LA-XX, kind: castle}\n", encoding="utf-8")
    result = run("validate", tmp_path)
    assert 1 == result.exit_code
    assert ["a.yaml:1 E104", "a.yaml:1 E202"] == [" ".join(line.split()[:2]) for line in result.stdout.splitlines()]


def test_validate_shows_warnings_when_asked():
    assert 0 == run("validate", MINI).exit_code
    result = run("validate", "--select", "E,W4")
    assert 1 == result.exit_code
    assert "W401" in result.stdout


def test_validate_prints_json_lines(tmp_path):
    (tmp_path / "a.yaml").write_text("- {id: LA-XX, kind: castle, names: {en: A}}\n", encoding="utf-8")
    told = [json.loads(line) for line in run("validate", tmp_path, "--json").stdout.splitlines()]
    assert [("a.yaml", 1, "E202", "LA-XX")] == [(p["file"], p["line"], p["code"], p["entity"]) for p in told][:1]


def test_validate_refuses_codes_that_do_not_exist():
    result = run("validate", "--select", "Q9")
    assert 2 == result.exit_code
    assert "codes are E101" in result.stderr


def test_validate_of_a_missing_folder_is_one_sentence(tmp_path):
    result = run("validate", tmp_path / "nowhere")
    assert isinstance(result.exception, GazetteerError)
    assert 1 == len(result.exception.problems)


def test_a_card_shows_names_parents_forms_and_offices():
    gazetteer = load(MINI)
    person = "\n".join(card(gazetteer["LA-P9001"], gazetteer))
    assert "Governor  LA-BL  2016 to 2021-03  a list of codes, version 1" in person
    district = "\n".join(card(gazetteer["LA1101"], gazetteer))
    assert "Bolikhamxay (LA-BL)" in district
    assert "no  [attested]  a" in district
    assert "Old Muang (LA-H900) ? to 1983" in district


def test_show_prints_a_card_per_id():
    result = run("show", "LA-BL", "LA-P0186")
    assert 0 == result.exit_code, result.exception
    assert "LA-BL  Bolikhamxay  province" in result.stdout
    assert "LA-P0186  Thongloun Sisoulith  person" in result.stdout


def test_show_prints_json_that_names_sources():
    shown = json.loads(run("show", "LA-BL", "--json").stdout)
    assert ("LA-BL", "LA11") == (shown["id"], shown["codes"]["pcode"])
    assert all(form["sources"] for form in shown["forms"])


@pytest.fixture
def lao_names(monkeypatch):
    """Runs the whole command line, whose main group turns errors into sentences and exit codes."""
    monkeypatch.setitem(cli.COMMANDS, "gazetteer", "lao_names.cli.gazetteer")
    return lambda *arguments: CliRunner().invoke(cli.main, ["gazetteer", *map(str, arguments)])


def test_show_of_an_unknown_id_ends_with_2_and_one_sentence(lao_names):
    result = lao_names("show", "LA-NOPE")
    assert (2, "") == (result.exit_code, result.stdout)
    assert 1 == len(result.stderr.splitlines())
    assert "'LA-NOPE'; ids look like" in result.stderr


def test_validate_of_what_is_no_folder_ends_with_3(lao_names, tmp_path):
    result = lao_names("validate", tmp_path / "nowhere")
    assert 3 == result.exit_code
    assert "there is no gazetteer folder" in result.stderr


def test_validate_with_problems_ends_with_1_and_without_with_0(lao_names, tmp_path):
    (tmp_path / "a.yaml").write_text("- {id: LA-XX}\n", encoding="utf-8")
    assert [1, 0] == [lao_names("validate", folder).exit_code for folder in (tmp_path, MINI)]
