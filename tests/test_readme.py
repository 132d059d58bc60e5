"""The documents are under test: examples run, commands print what is shown, links lead somewhere."""

from __future__ import annotations

import csv
import doctest
import importlib
import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").rglob("*.md")
)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.FAIL_FAST


def ids(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def console_commands(text: str) -> list[tuple[str, str]]:
    """Command and output of each ``$ lao-names ...`` in the ```console blocks."""
    blocks = re.findall(r"^```console\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    parts = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    pairs = [(command, output) for command, _, output in (part.partition("\n") for part in parts)]
    return [pair for pair in pairs if pair[0].startswith("lao-names ")]


def gist(output: str) -> str:
    """Output without what moves with every new spelling: numbers, the nearest name, the width of columns."""
    output = re.sub(r"\(nearest: [^)]*\)", "(nearest)", output)
    output = re.sub(r"(?<![\w.-])\d[\d,]*(\.\d+)?(?![\w.-])", "N", output)
    return re.sub(r"\s+", " ", output).strip()


@pytest.mark.parametrize("path", DOCUMENTS, ids=ids)
def test_the_examples_of_a_document_run(path):
    result = doctest.testfile(str(path), module_relative=False, optionflags=FLAGS, encoding="utf-8")
    assert 0 == result.failed


@pytest.mark.parametrize("path", DOCUMENTS, ids=ids)
def test_the_commands_of_a_document_print_what_it_shows(path, monkeypatch, tmp_path):
    """All commands of a page run in one folder, in order, so that one may read what another wrote."""
    from click.testing import CliRunner

    cli = importlib.import_module("lao_names.cli")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "news.csv").write_bytes((ROOT / "examples" / "border_news.csv").read_bytes())
    monkeypatch.chdir(tmp_path)
    for command, shown in console_commands(path.read_text(encoding="utf-8")):
        result = CliRunner().invoke(cli.main, shlex.split(command)[1:], catch_exceptions=False)
        assert result.exit_code in (0, 1), f"{command}\n{result.output}"
        pattern = ".*".join(re.escape(gist(part)) for part in shown.split("..."))
        assert not shown or re.fullmatch(pattern, gist(result.output), flags=re.DOTALL), f"{command}\n{result.output}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=ids)
def test_the_links_of_a_document_lead_somewhere(path):
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    local = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [] == [link for link in local if not (path.parent / link).exists()]


def test_the_index_of_documents_lists_every_page():
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")} - {"README.md"}
    listed = re.findall(r"\]\(([^)#]+)\)", (ROOT / "docs" / "README.md").read_text(encoding="utf-8"))
    assert set() == pages - set(listed)


def test_the_readme_shows_a_running_example_before_line_12():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:11]
    assert 2 <= sum(line.startswith(">>> ") for line in lines)


def test_the_readme_names_every_command():
    cli = importlib.import_module("lao_names.cli")
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [] == [name for name in cli.COMMANDS if f"lao-names {name}" not in text]


def example_rows() -> list[dict[str, str]]:
    with (ROOT / "examples" / "border_news.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_example_holds_facts_about_names_a_fifth_of_them_not_lao():
    rows = example_rows()
    abroad = [row for row in rows if row["role"] in ABROAD or row["name"] in ABROAD]
    assert ["date", "newspaper", "role", "name"] == list(rows[0])
    assert 80 <= len(rows) <= 5 * len(abroad)
    assert [] == [row["name"] for row in rows if len(row["name"]) > 40]  # names, no sentences


# Words that the example prints before places of Vietnam, and places abroad that share a word with Lao ones.
ABROAD = {"xã", "commune", "Khu kinh tế", "Hà Tĩnh", "Nghệ An", "Thừa Thiên Huế", "Lào Cai", "Khonkaen", "Mae Sai"}
ABROAD |= {"Nam Po", "Dak Glei"}

# Communes of Vietnam that are spelled like Lao districts apart from marks (Long, La, Mường Mun).
KNOWN_FAILURES = {"Mường Lống", "Muong Loi", "Mường Mùn"}


# Two short syllables, every one of them Vietnamese as well: .68 for Nậm Phao is not enough without "cửa khẩu".
TOO_LITTLE_SAID = {"Nậm Pao"}


def test_every_lao_name_of_the_example_is_found_or_told_apart():
    import lao_names

    names = [row["name"] for row in example_rows() if row["role"] not in ABROAD and row["name"] not in ABROAD]
    missed = {answer.query for answer in lao_names.resolve_many(names) if answer.status == "no match"}
    assert set() == missed - TOO_LITTLE_SAID


def test_hardly_any_place_abroad_of_the_example_is_taken_for_a_lao_one():
    import lao_names

    names = [row["name"] for row in example_rows() if row["role"] in ABROAD or row["name"] in ABROAD]
    taken = [answer.query for answer in lao_names.resolve_many(names) if answer.status == "match"]
    assert set() == set(taken) - KNOWN_FAILURES
