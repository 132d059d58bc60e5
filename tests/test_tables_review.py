"""The review loop, limits, several processes and the cache: what people decide holds, and nothing is asked twice."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_running import run
from hypothesis import example, given
from hypothesis import strategies as st

from lao_names.tables.answers import Asker, Question, default_resolver
from lao_names.tables.cache import Cache
from lao_names.tables.formulas import SIGNS, escaped, unescaped
from lao_names.tables.jobs import spread

ROOT = Path(__file__).resolve().parent.parent
TABLE = "tên,x\nViêng Chăn,1\nHà Nội,2\nBôlykhămxay,3\nViêng Chăn,4\n=cmd|1,5\n,6\n"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "in.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def read(path):
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def reviewed(table, folder, *options):
    result = run("normalize", table, "-c", "tên", "-o", folder / "out.csv", "--review", folder / "review.csv", *options)
    assert 0 == result.exit_code, result.stderr
    return read(folder / "review.csv")


def write_decisions(path, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_the_review_file_has_one_row_per_doubtful_spelling(table, tmp_path):
    rows = reviewed(table, tmp_path)
    assert [
        ("Viêng Chăn", "2", "2", "ambiguous"),
        ("Hà Nội", "1", "3", "no match"),
        ("'=cmd|1", "1", "6", "no match"),
    ] == [(row["spelling"], row["count"], row["first_row"], row["status"]) for row in rows]
    assert {"LA-VI", "LA-VT"} == {rows[0]["suggestion1_id"], rows[0]["suggestion2_id"]}
    assert 0 < float(rows[0]["suggestion1_probability"]) < 1
    assert rows[0]["suggestion1_why"]
    assert {""} == {row["decision"] for row in rows}


def test_the_review_file_opens_well_in_excel(table, tmp_path):
    reviewed(table, tmp_path)
    data = (tmp_path / "review.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfspelling,count,")
    assert data.count(b"\r\n") == data.count(b"\n")
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        assert not any(cell.startswith(tuple("=+-@\t")) for cell in row)


def test_decisions_are_applied_and_not_asked_again(table, tmp_path):
    rows = reviewed(table, tmp_path)
    rows[0]["decision"], rows[1]["decision"], rows[2]["decision"] = "2", "-", "LA-KH"
    write_decisions(tmp_path / "decided.csv", rows)
    assert [] == reviewed(table, tmp_path, "--decisions", tmp_path / "decided.csv", "--fail-on", "unmatched")
    out = read(tmp_path / "out.csv")
    second = rows[0]["suggestion2_id"]
    assert [second, "", "LA-BL", second, "LA-KH", ""] == [row["tên_id"] for row in out]
    assert ["match", "no match", "match", "match", "match", "empty"] == [row["tên_status"] for row in out]
    assert ["1.0000", "0.0000"] == [row["tên_probability"] for row in out[:2]]


def test_a_decision_on_another_file_and_in_another_normal_form_holds(tmp_path):
    (tmp_path / "in.csv").write_text("tên\nViêng Chăn\n", encoding="utf-8")
    (tmp_path / "d.csv").write_text("spelling;decision\nVie\u0302ng Cha\u0306n;LA-VT\n", encoding="utf-8-sig")
    out = run("normalize", tmp_path / "in.csv", "-c", "tên", "--decisions", tmp_path / "d.csv").stdout
    assert "\nViêng Chăn,LA-VT,Vientiane Capital,match,1.0000\n" in out


def test_a_decision_for_a_context_comes_before_one_for_all(tmp_path):
    (tmp_path / "in.csv").write_text("tên,k\nViêng Chăn,\nViêng Chăn,province\n", encoding="utf-8")
    (tmp_path / "d.csv").write_text(
        "spelling,kind,decision\nViêng Chăn,,LA-VT\nViêng Chăn,province,LA-VI\n", encoding="utf-8"
    )
    out = run("normalize", tmp_path / "in.csv", "-c", "tên", "--kind", "@k", "--decisions", tmp_path / "d.csv").stdout
    assert ["LA-VT", "LA-VI"] == [row["tên_id"] for row in csv.DictReader(io.StringIO(out))]


def test_wrong_decisions_are_all_named_and_none_is_applied(table, tmp_path):
    lines = ["spelling,decision", "Pakse,LA-ZZ", "Viêng Chăn,LA-VT", "Hà Nội,later", "Viêng Chăn,-", "Xay,7"]
    (tmp_path / "d.csv").write_text("\n".join(lines), encoding="utf-8")
    result = run("normalize", table, "-c", "tên", "-o", tmp_path / "out.csv", "--decisions", tmp_path / "d.csv")
    assert 3 == result.exit_code
    assert "d.csv, line 2: the decision 'LA-ZZ' is no entity id" in result.stderr
    assert "d.csv, line 5: 'Viêng Chăn' is - here and LA-VT in" in result.stderr
    assert "d.csv, line 3" in result.stderr and "d.csv, line 6: the decision '7'" in result.stderr
    assert not (tmp_path / "out.csv").exists()


def test_a_file_without_decisions_is_refused(table, tmp_path):
    result = run("normalize", table, "-c", "tên", "--decisions", table)
    assert (3, True) == (result.exit_code, "it has no column 'spelling' (it has: tên, x)" in result.stderr)


@pytest.mark.parametrize(
    ("limit", "code"),
    [
        ("unmatched", 1),
        ("unmatched:1", 1),
        ("unmatched:2", 0),
        ("unmatched:40%", 0),
        ("unmatched:39.9%", 1),
        ("ambiguous:1", 1),
        ("ambiguous:2", 0),
    ],
)
def test_a_limit_that_is_passed_is_exit_code_1(table, tmp_path, limit, code):
    result = run("normalize", table, "-c", "tên", "-o", tmp_path / "out.csv", "--fail-on", limit)
    assert code == result.exit_code
    assert (tmp_path / "out.csv").exists()
    assert bool(code) == ("are allowed" in result.stderr)


@given(st.text(st.sampled_from([*SIGNS, "'", "a", "ă"]), max_size=5))
@example("'=Bôlykhămxay")
def test_escaping_a_formula_can_be_undone(text):
    assert text == unescaped(escaped(text))
    assert not escaped(text).startswith(SIGNS)


def questions(count):
    names = ["Viêng Chăn", "Bôlykhămxay", "Pakse", "", "Hà Nội"]
    return [Question(f"{random.Random(n).choice(names)} {n % 7}".strip()) for n in range(count)]


def test_processes_give_the_same_answers_in_the_same_order():
    asker, asked = Asker(default_resolver()), questions(700)
    with spread(asker, 2) as ask:
        assert asker(asked) == ask(asked)


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="workers are looked for in /proc")
def test_workers_end_when_their_parent_is_killed(tmp_path):
    code = (
        "import os, signal\n"
        "from lao_names.tables.answers import Asker, default_resolver\n"
        "from lao_names.tables.jobs import spread\n"
        "import multiprocessing\n"
        "with spread(Asker(default_resolver()), 2):\n"
        "    print(*(child.pid for child in multiprocessing.active_children()), flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    workers = [Path("/proc") / pid for pid in done.stdout.split()]
    assert 2 == len(workers)
    deadline = time.monotonic() + 20
    while any(map(lives, workers)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(map(lives, workers))


def lives(process):
    """Whether a process does anything: one that ended and was not fetched yet is a zombie."""
    try:
        return process.joinpath("stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_jobs_do_not_change_the_file(tmp_path):
    (tmp_path / "in.csv").write_text("x\n" + "".join(f"{q.spelling}\n" for q in questions(600)), encoding="utf-8")
    one, two = (run("normalize", tmp_path / "in.csv", "-c", "x", "--jobs", jobs) for jobs in ("1", "2"))
    assert (0, one.stdout) == (two.exit_code, two.stdout)


def test_the_cache_answers_without_asking(tmp_path):
    asker, asked = Asker(default_resolver()), questions(60)
    first = Cache(str(tmp_path / "c"), asker)
    expected = first.before(asker)(asked)
    first.close()

    def refuse(questions):
        raise AssertionError(f"asked again: {questions}")

    second = Cache(str(tmp_path / "c"), asker)
    assert expected == second.before(refuse)(asked)
    second.close()


def test_the_cache_is_kept_apart_by_data_and_options(tmp_path):
    path = str(tmp_path / "c")
    english = Cache(path, Asker(default_resolver()))
    english.before(english_asker := Asker(default_resolver()))([Question("Bolikhamsai")])
    lao = Asker(default_resolver(), language="lo")
    answer = Cache(path, lao).before(lao)([Question("Bolikhamsai")])[0]
    assert answer == lao([Question("Bolikhamsai")])[0] != english_asker([Question("Bolikhamsai")])[0]


def test_a_run_with_a_cache_gives_the_same_file_twice(table, tmp_path):
    runs = [run("normalize", table, "-c", "tên", "--cache", tmp_path / "c.sqlite") for _ in range(2)]
    assert run("normalize", table, "-c", "tên").stdout == runs[0].stdout == runs[1].stdout
    with sqlite3.connect(tmp_path / "c.sqlite") as database:
        assert 4 <= database.execute("select count(*) from lao_names_answers").fetchone()[0]


def test_what_memory_does_not_hold_is_kept_on_disk(monkeypatch):
    from lao_names.tables import memory as remembered
    from lao_names.tables import session
    from lao_names.tables.settings import Settings

    asked = []
    run_of = session.Session(Settings(("x",)), default_resolver())
    run_of.ask = lambda questions: asked.extend(questions) or run_of.asker(questions)
    monkeypatch.setattr(remembered.Answers.__init__, "__defaults__", (20,))
    memory = run_of.answers(lambda answer: answer.entity)
    names = [f"Pakse {n}" for n in range(60)]
    for _ in range(5):
        for start in range(0, 60, 5):
            memory.learn(names[start : start + 5], Question)
            assert len(memory.rendered) <= 20
    # Only what was asked before the memory was full for the first time may have been asked twice.
    assert 60 <= len(asked) <= 80
    assert (60, 300) == (memory.distinct, sum(memory.rows.values()))


def test_a_cache_that_is_none_is_one_sentence(table, tmp_path):
    (tmp_path / "other.csv").write_text("no database", encoding="utf-8")
    result = run("normalize", table, "-c", "tên", "--cache", tmp_path / "other.csv")
    assert (3, True) == (result.exit_code, "is not a cache of answers" in result.stderr)
    assert "no database" == (tmp_path / "other.csv").read_text(encoding="utf-8")
    assert 2 == run("normalize", table, "-c", "tên", "--cache", table).exit_code
    assert TABLE == table.read_text(encoding="utf-8")
    result = run("normalize", table, "-c", "tên", "--cache", tmp_path / "no" / "c")
    assert (4, True) == (result.exit_code, "cannot write the cache" in result.stderr)


def test_the_summary_can_be_json(table, tmp_path):
    result = run("normalize", table, "-c", "tên", "-o", tmp_path / "out.csv", "--summary", "json")
    expected = {"rows": 6, "distinct": 4, "match": 1, "ambiguous": 2, "no match": 2, "empty": 1}
    assert expected.items() <= json.loads(result.stderr).items()
