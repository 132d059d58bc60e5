"""The command line: what it prints, what it returns, and that a user's mistake is one sentence."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_running import normalized, run

from lao_names.cli import COMMANDS, main
from lao_names.tables import delimited, output

TABLE = "tên,x\nBô Ly Khăm Xay,1\n"


def sentence_of(result):
    """The error message: one line, not a traceback."""
    assert "Traceback" not in result.stderr
    errors = [line for line in result.stderr.splitlines() if line.startswith("Error: ")]
    assert 1 == len(errors), result.stderr
    return errors[0]


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_help(name):
    result = run(name, "--help")
    assert (0, True) == (result.exit_code, result.stdout.startswith(f"Usage: main {name}"))


def test_the_version_is_the_packages():
    from lao_names.version import __version__

    assert f"lao-names, version {__version__}\n" == run("--version").stdout


def test_help_names_every_command():
    listed = run("--help").stdout
    assert all(f"\n  {name} " in listed for name in COMMANDS)


def test_resolve_prints_a_table():
    result = run("resolve", "Bô Ly Khăm Xay", "Hà Nội")
    assert 0 == result.exit_code
    header, first, second = result.stdout.splitlines()
    assert ["spelling", "status", "id", "name", "kind", "in", "probability"] == header.split()
    assert "match" in first and "LA-BL" in first and "Bolikhamxay" in first and "province" in first
    assert second.startswith("Hà Nội") and "no match" in second


def test_resolve_shows_all_that_an_ambiguous_name_may_mean():
    out = run("resolve", "Viêng Chăn").stdout
    assert "ambiguous" in out and "LA-VT" in out and "LA-VI" in out


def test_resolve_json_is_one_object_per_name():
    lines = run("resolve", "--json", "Bolikhămxay", "Viêng Chăn").stdout.splitlines()
    first, second = map(json.loads, lines)
    assert ("Bolikhămxay", "match") == (first["query"], first["status"])
    assert ("Viêng Chăn", "ambiguous") == (second["query"], second["status"])


def test_resolve_explains_in_english_and_vietnamese():
    english = run("resolve", "--explain", "Bolikhămxay").stdout
    vietnamese = run("resolve", "--explain", "--language", "vi", "Bolikhămxay").stdout
    assert "LA-BL" in english and len(english.splitlines()) >= 2
    assert english != vietnamese


def test_resolve_takes_context():
    assert "LA-VI" in run("resolve", "tỉnh Viêng Chăn").stdout
    assert "LA-VT" in run("resolve", "Viêng Chăn", "--within", "LA-VT", "--kind", "province").stdout


def test_resolve_reads_lines_of_standard_input():
    expected = run("resolve", "Bolikhămxay", "Pakse").stdout
    assert expected == run("resolve", stdin="Bolikhămxay\r\n\n  \nPakse").stdout
    assert expected == run("resolve", "-", stdin="\ufeffBolikhămxay\nPakse\n".encode()).stdout


def test_resolve_without_a_name_is_wrong_usage():
    result = run("resolve", stdin="")
    assert (2, "Error: give a NAME") == (result.exit_code, sentence_of(result)[:18])


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--kind", "planet"], "unknown kind 'planet'; known are: province"),
        (["--within", "LA-ZZ"], "unknown entity id 'LA-ZZ'"),
        (["--on", "tomorrow"], "'tomorrow' is not a date"),
        (["--limit", "0"], "--limit"),
        (["--min-probability", "90"], "--min-probability"),
        (["--nope"], "--nope"),
    ],
)
def test_wrong_options_of_resolve_are_usage_errors(arguments, part):
    result = run("resolve", "Pakse", *arguments)
    assert 2 == result.exit_code
    assert part in sentence_of(result)


def test_an_unknown_command_names_those_that_there_are():
    result = run("resolv", "Pakse")
    assert 2 == result.exit_code
    assert "there is no command 'resolv'; there are: resolve, normalize," in sentence_of(result)


def test_names_with_control_characters_stay_on_one_line():
    out = run("resolve", "Hà\nNội\x1b[31m").stdout
    assert "\nHà\\nNội\\x1b[31m  " in out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("arguments", "code", "part"),
    [
        (["-c", "nope"], 2, "unknown column 'nope'; known are: tên, x"),
        (["-c", "3"], 2, "unknown column '3'; known are: tên, x"),
        (["-c", "0"], 2, "unknown column '0'"),
        ([], 2, "give the column of spellings"),
        (["-c", "tên", "--kind", "planet"], 2, "unknown kind 'planet'"),
        (["-c", "tên", "--within", "LA-ZZ"], 2, "unknown entity id 'LA-ZZ'"),
        (["-c", "tên", "--on", "2023-13-01"], 2, "is not a date"),
        (["-c", "tên", "--within", "@nope"], 2, "unknown column 'nope'"),
        (["-c", "tên", "--encoding", "klingon"], 2, "unknown encoding 'klingon'"),
        (["-c", "tên", "--encoding", "base64"], 2, "unknown encoding 'base64'"),
        (["-c", "tên", "--encoding", "ascii"], 3, "line 1, byte 2 of the file: 0xC3 is not ASCII"),
        (["-c", "tên", "--delimiter", "::"], 2, "unknown delimiter '::'; known are: comma"),
    ],
)
def test_wrong_options_of_normalize_are_one_sentence(table, tmp_path, arguments, code, part):
    out = tmp_path / "out.csv"
    result = run("normalize", table, *arguments, "-o", out)
    assert code == result.exit_code
    assert part in sentence_of(result)
    assert ["table.csv"] == os.listdir(tmp_path)


@pytest.mark.parametrize(
    ("content", "code", "part"),
    [
        (b"", 3, "is empty"),
        (b"\xef\xbb\xbf", 3, "has no header"),
        (b"\n\n\n", 3, "has no header"),
        (b"name,x\nPak\0se,1\n", 3, "line 2: a NUL byte"),
        (bytes(range(256)), 3, "a NUL byte; this is a binary file"),
        (b"name,x\nPakse,1\nB\xff\xfe,2\n", 3, "line 3, byte 17 of the file: 0xFF is not UTF-8"),
        ("name,x\nBôlykhămxay,1\nViêng Chăn,2\n".encode() + b"B\xf4 Ly,3\n", 3, "line 4"),
        (b'name,x\nPakse,1\n"Thakhek,2\n', 3, "line 3: a quotation mark opens a cell and none closes it"),
        (b"name,name\nPakse,1\n", 2, "columns 1 and 2 are both called 'name'; give the number: -c 1"),
        (b"name,name_id\nPakse,1\n", 2, "the table has already: name_id; --overwrite"),
    ],
    ids=["empty", "mark", "lines", "nul", "binary", "bytes", "latin", "quote", "names", "clash"],
)
def test_what_is_no_table_is_one_sentence(tmp_path, content, code, part):
    (tmp_path / "in.csv").write_bytes(content)
    result = run("normalize", tmp_path / "in.csv", "-c", "name", "-o", tmp_path / "out.csv")
    assert code == result.exit_code
    assert part in sentence_of(result)
    assert ["in.csv"] == os.listdir(tmp_path)


def test_a_bad_byte_far_down_is_named_and_nothing_is_written(tmp_path):
    rows = b"name,x\n" + "Bôlikhămxay,1\n".encode() * 100_000
    (tmp_path / "in.csv").write_bytes(rows + b"\xe4\xff,1\n")
    result = run("normalize", tmp_path / "in.csv", "-c", "name", "-o", tmp_path / "out.csv")
    assert 3 == result.exit_code
    assert f"line 100002, byte {len(rows) + 1} of the file: 0xE4 is not UTF-8" in sentence_of(result)
    assert ["in.csv"] == os.listdir(tmp_path)


def test_a_bad_byte_after_a_megabyte_of_ascii_is_named(tmp_path):
    rows = b"name,x\n" + b"Bolikhamxay,1\n" * 100_000
    (tmp_path / "in.csv").write_bytes(rows + b"\xff,1\n" + b"Pakse,1\n" * 10)
    result = run("normalize", tmp_path / "in.csv", "-c", "name", "-o", tmp_path / "out.csv")
    assert 3 == result.exit_code
    assert f"line 100002, byte {len(rows) + 1}" in sentence_of(result)


def test_windows_1258_is_found_behind_a_megabyte_of_ascii(tmp_path):
    (tmp_path / "in.csv").write_bytes(b"name,x\n" + b"Bolikhamxay,1\n" * 100_000 + "Bôlikhămxay,1\n".encode("cp1258"))
    result = run("normalize", tmp_path / "in.csv", "-c", "name", "-o", tmp_path / "out.csv")
    assert (0, True) == (result.exit_code, "encoding: Windows-1258" in result.stderr)
    assert "\nBôlikhămxay,1,LA-BL,Bolikhamxay,match," in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("path", "part"), [("nope.csv", "there is no file"), (".", "is a folder"), ("a\0b", "cannot read")]
)
def test_an_input_that_cannot_be_opened_is_one_sentence(path, part):
    result = run("normalize", path, "-c", "1")
    assert 3 == result.exit_code
    assert part in sentence_of(result)


def test_a_header_alone_gets_the_new_columns():
    assert "tên,x,tên_id,tên_name,tên_status,tên_probability\n" == normalized("tên,x\n", "-c", "tên")
    assert "tên,tên_id,tên_name,tên_status,tên_probability" == normalized("tên", "-c", "tên")


@pytest.mark.parametrize("link", ["same", "symbolic", "hard"])
def test_the_input_is_never_written_over(table, tmp_path, link):
    target = {"same": table, "symbolic": tmp_path / "s.csv", "hard": tmp_path / "h.csv"}[link]
    if link == "symbolic":
        target.symlink_to(table)
    if link == "hard":
        target.hardlink_to(table)
    result = run("normalize", table, "-c", "tên", "-o", target)
    assert 2 == result.exit_code
    assert "is the input" in sentence_of(result)
    assert TABLE == table.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("target", "part"), [("nope/out.csv", "No such file"), (".", "Is a directory"), ("/dev/full", "No space")]
)
def test_an_output_that_cannot_be_written_is_exit_code_4(table, tmp_path, target, part):
    result = run("normalize", table, "-c", "tên", "-o", tmp_path / target)
    assert 4 == result.exit_code
    assert part in sentence_of(result)
    assert ["table.csv"] == os.listdir(tmp_path)


def test_a_file_without_the_right_to_write_is_not_replaced(table, tmp_path):
    if os.geteuid() == 0:
        os.chmod(table, 0o444)  # root may write anything, so only the rights that it copies can be looked at
        target = tmp_path / "out.csv"
        target.write_text("old")
        target.chmod(0o640)
        assert 0 == run("normalize", table, "-c", "tên", "-o", target).exit_code
        assert 0o640 == target.stat().st_mode & 0o777
        return
    target = tmp_path / "out.csv"
    target.write_text("old")
    target.chmod(0o444)
    assert 4 == run("normalize", table, "-c", "tên", "-o", target).exit_code
    assert "old" == target.read_text()


def test_a_symbolic_link_as_output_stays_one(table, tmp_path):
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    assert 0 == run("normalize", table, "-c", "tên", "-o", tmp_path / "link.csv").exit_code
    assert (tmp_path / "link.csv").is_symlink()
    assert "LA-BL" in (tmp_path / "real.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("accident", [KeyboardInterrupt, OSError(28, "No space left on device"), MemoryError])
def test_an_accident_in_the_middle_leaves_nothing_behind(table, tmp_path, monkeypatch, accident):
    def fails(*arguments):
        raise accident

    (tmp_path / "out.csv").write_text("old")
    monkeypatch.setattr(delimited.Table, "normalized", fails)
    if accident is MemoryError:
        with pytest.raises(MemoryError):
            main(["normalize", str(table), "-c", "tên", "-o", str(tmp_path / "out.csv")])
    else:
        result = run("normalize", table, "-c", "tên", "-o", tmp_path / "out.csv")
        assert (130 if accident is KeyboardInterrupt else 4) == result.exit_code
    assert ["out.csv", "table.csv"] == sorted(os.listdir(tmp_path))
    assert "old" == (tmp_path / "out.csv").read_text()


def test_where_no_file_can_be_nameless_it_has_a_hidden_name_until_it_is_whole(table, tmp_path, monkeypatch):
    monkeypatch.setattr(output, "OPEN_FILES", tmp_path / "nowhere")
    seen = []
    monkeypatch.setattr(os, "replace", lambda old, new, move=os.replace: seen.append(Path(old).name) or move(old, new))
    (tmp_path / "out.csv").write_text("old")
    assert 0 == run("normalize", table, "-c", "tên", "-o", tmp_path / "out.csv").exit_code
    assert [True] == [name.startswith(".out.csv.") and name.endswith(".part") for name in seen]
    assert ["out.csv", "table.csv"] == sorted(os.listdir(tmp_path))


def program(*arguments, **options):
    """``python -m lao_names`` as a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
    command = [sys.executable, "-m", "lao_names", *map(str, arguments)]
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    return subprocess.Popen(command, env=environment, **pipes)


def test_a_process_writes_what_the_function_writes(table):
    process = program("normalize", table, "-c", "tên")
    out, err = process.communicate()
    assert (0, normalized(TABLE, "-c", "tên")) == (process.returncode, out.decode())
    assert "1 row, 1 distinct spelling: 1 match, 0 ambiguous, 0 no match, 0 empty" in err.decode()


def test_a_reader_who_has_seen_enough_hears_no_complaint(tmp_path):
    (tmp_path / "in.csv").write_text("name,x\n" + "Pakse,1\n" * 200_000)
    process = program("normalize", tmp_path / "in.csv", "-c", "name")
    process.stdout.read(10)
    process.stdout.close()
    err = process.stderr.read()
    assert (0, b"") == (process.wait(), err)


def test_a_full_standard_output_is_exit_code_4(table):
    with open("/dev/full", "wb") as full:
        process = program("normalize", table, "-c", "tên", stdout=full)
        err = process.communicate()[1]
    assert 4 == process.returncode
    assert b"Error: cannot write standard output: No space left on device\n" == err


def is_writing(process, folder):
    """Whether a process has a new file open in a folder, be it one without a name."""
    if any(name.endswith(".part") for name in os.listdir(folder)):
        return True
    with contextlib.suppress(OSError):
        links = [os.readlink(link) for link in Path(f"/proc/{process.pid}/fd").iterdir()]
        return any(link.startswith(f"{folder}/") and link.endswith("(deleted)") for link in links)
    return False


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_process_that_is_killed_leaves_no_half_file_and_no_complaint_of_its_workers(tmp_path, jobs):
    if not hasattr(os, "O_TMPFILE"):
        pytest.skip("this system has no files without names")
    rows = "".join(f"Bolikhamxay{n},1\n" for n in range(20_000))
    (tmp_path / "in.csv").write_text(f"name,x\n{rows}")
    arguments = ["normalize", tmp_path / "in.csv", "-c", "name", "-o", tmp_path / "out.csv", "--jobs", jobs]
    process = program(*arguments, "--review", tmp_path / "review.csv")
    deadline = time.monotonic() + 30
    while not is_writing(process, tmp_path) and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(0.5)
    process.kill()
    assert b"" == process.communicate()[1]
    assert ["in.csv"] == os.listdir(tmp_path)
    assert f"name,x\n{rows}" == (tmp_path / "in.csv").read_text()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_in_the_middle_leaves_nothing_behind(tmp_path, number, code):
    folder = tmp_path / "out"
    folder.mkdir()
    process = program("normalize", "-", "-c", "1", "-o", folder / "out.csv", stdin=subprocess.PIPE)
    process.stdin.write(b"name,x\n" + b"Pakse,1\n" * 200_000)
    process.stdin.flush()
    deadline = time.monotonic() + 30
    while not is_writing(process, folder) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(number)
    err = process.communicate()[1]
    assert code == process.returncode
    assert b"Traceback" not in err
    assert [] == os.listdir(folder)
