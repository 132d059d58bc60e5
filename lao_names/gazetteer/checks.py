"""Coded checks of a gazetteer's files, as ``provinces.yaml:41 E204 the parent is no entity: LA-ZZ (LA1101)``.

Codes: ``E1..`` the file's shape and ``E2..`` values and references (:mod:`~lao_names.gazetteer.check_validity`) stop
loading; ``E3..`` faults of a published gazetteer and ``W4..`` what is worth a look
(:mod:`~lao_names.gazetteer.check_quality`) do not. :func:`check` runs them. A new check is one function in one of the
two modules.
"""

from __future__ import annotations

from collections.abc import Sequence

from lao_names.gazetteer import check_quality, check_validity  # noqa: F401  (importing them registers their checks)
from lao_names.gazetteer.check_kit import CHECKS
from lao_names.gazetteer.check_quality import folded
from lao_names.gazetteer.records import Folder
from lao_names.gazetteer.yaml_reading import MESSAGES, Problem

__all__ = ["CHECKS", "check", "codes", "folded"]


def check(folder: Folder, select: Sequence[str] = ("E", "W")) -> list[Problem]:
    """All problems of a folder whose code begins with one of ``select``, in the order of files and lines."""
    wanted = tuple(select)
    problems = [problem for problem in folder.problems if problem.code.startswith(wanted)]
    for code, message, find in CHECKS:
        if code.startswith(wanted):
            problems += [record.problem(code, message, line, detail) for record, line, detail in find(folder)]
    return sorted(problems)


def codes() -> dict[str, str]:
    """Every code with its message, in order."""
    return dict(sorted({**MESSAGES, **{each.code: each.message for each in CHECKS}}.items()))
