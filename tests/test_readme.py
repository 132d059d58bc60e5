"""The documents are under test: examples run, commands print what is shown, links lead somewhere."""

from __future__ import annotations

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


def console_blocks(text: str) -> list[tuple[str, str]]:
    """Command and output of each ``$ lao-names ...`` in the ```console blocks."""
    blocks = re.findall(r"^```console\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    parts = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=ids)
def test_the_examples_of_a_document_run(path):
    result = doctest.testfile(str(path), module_relative=False, optionflags=FLAGS, encoding="utf-8")
    assert 0 == result.failed


@pytest.mark.parametrize(
    ("command", "shown"),
    [pair for path in DOCUMENTS for pair in console_blocks(path.read_text(encoding="utf-8")) if pair[0][:4] == "lao-"],
)
def test_a_command_prints_what_the_document_shows(command, shown, monkeypatch, tmp_path):
    from click.testing import CliRunner

    cli = importlib.import_module("lao_names.cli")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli.main, shlex.split(command)[1:], catch_exceptions=False)
    printed = re.sub(r"\s+", " ", result.output).strip()
    pattern = ".*".join(re.escape(re.sub(r"\s+", " ", part).strip()) for part in shown.split("..."))
    assert re.fullmatch(pattern, printed, flags=re.DOTALL), f"{command}\nprints\n{result.output}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=ids)
def test_the_links_of_a_document_lead_somewhere(path):
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    local = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [] == [link for link in local if not (path.parent / link).exists()]


def test_the_readme_shows_a_running_example_before_line_12():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:11]
    assert 2 <= sum(line.startswith(">>> ") for line in lines)


def test_the_readme_names_every_command():
    cli = importlib.import_module("lao_names.cli")
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [] == [name for name in cli.COMMANDS if f"lao-names {name}" not in text]
