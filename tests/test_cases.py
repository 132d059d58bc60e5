"""The cases of tests/cases/: real names, each with the answer that it should get."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml

from lao_names.api import load
from tests.strategies import core_resolver

CASES = Path(__file__).parent / "cases"
FILES = ("in-the-news", "negative", "ambiguous", "context")
FIELDS = {"text", "kind", "within", "on", "status", "ids", "among", "source", "comment", "mend"}
STATUSES = {"match", "ambiguous", "no match", "not match"}


def read(name):
    """The cases of one file; every scalar stays text."""
    return yaml.load((CASES / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader) or []


def params(*names):
    return [pytest.param(case, id=f"{name}: {label(case)}") for name in names for case in read(name)]


def label(case):
    asked = " ".join(f"{field}={case[field]}" for field in ("kind", "within", "on") if field in case)
    return f"{case['text']} {asked}"


def context(case):
    return {field: case[field] for field in ("kind", "within", "on") if field in case}


def ask(case, text=None):
    return core_resolver().resolve(case["text"] if text is None else text, **context(case))


def check(case, answer):
    """Asserts that an answer is the one that the case asks for."""
    statuses = {"ambiguous", "no match"} if case["status"] == "not match" else {case["status"]}
    assert str(answer.status) in statuses, told(answer)
    if answer.status == "match":
        assert answer.entity.id in case.get("ids", case.get("among")), told(answer)
    elif answer.status == "ambiguous" and case["status"] == "ambiguous":
        tied = {candidate.entity.id for candidate in answer.tied}
        if "ids" in case:
            assert set(case["ids"]) == tied
        else:
            assert set(case["among"]) <= tied


def told(answer):
    nearest = [f"{one.entity.id} {one.probability:.2f} cost {one.cost}" for one in answer.candidates]
    return f"{answer.status}: {'; '.join(nearest)}"


def brief(answer):
    return answer.status, [(candidate.entity.id, candidate.cost) for candidate in answer.candidates]


@pytest.mark.parametrize("case", params(*FILES))
def test_a_case_is_answered_as_it_should_be(case):
    answer = ask(case)
    check(case, answer)
    for form in ("NFC", "NFD"):
        assert brief(answer) == brief(ask(case, unicodedata.normalize(form, case["text"])))
    assert [answer] == core_resolver().resolve_many([case["text"]], **context(case))
    for language in ("en", "vi"):
        told_in_words = answer.explain(language)
        assert not answer.candidates or answer.candidates[0].entity.id in told_in_words


@pytest.mark.parametrize("case", params("known-failures"))
@pytest.mark.xfail(strict=True, reason="known failure; when it passes, move the case to the file where it belongs")
def test_a_known_failure_still_fails(case):
    check(case, ask(case))


@pytest.mark.parametrize("name", [*FILES, "known-failures"])
def test_a_file_of_cases_is_well_formed(name):
    for case in read(name):
        assert set() == set(case) - FIELDS, case
        assert {"text", "status", "source"} <= set(case), case
        assert case["status"] in STATUSES, case
        assert ("mend" in case) == (name == "known-failures"), case
        named = [*case.get("ids", []), *case.get("among", [])]
        assert bool(named) == (case["status"] in ("match", "ambiguous")), case
        assert [] == [identifier for identifier in named if identifier not in load()], case
        assert case["status"] != "match" or "among" in case or 1 == len(case["ids"]), case


def test_no_case_stands_twice():
    asked = [label(case) for name in (*FILES, "known-failures") for case in read(name)]
    assert [] == sorted({one for one in asked if asked.count(one) > 1})
