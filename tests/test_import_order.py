"""Imports point one way. The order of the parts is the architecture; this test reads it out of the code.

    errors <- phonology <- orthography <- transliteration <- gazetteer <- matching <- builtin
           <- spelling, extraction <- the face (lao_names itself, api)
           <- curation <- tables <- spark <- service <- cli

A part may import from its left only, itself aside; parts named together do not know each other.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "lao_names"

ORDER = (
    {"errors", "version", "collector"},
    {"phonology"},
    {"orthography"},
    {"transliteration"},
    {"gazetteer"},
    {"matching"},
    {"builtin"},
    {"spelling", "extraction"},
    {"lao_names", "api"},
    {"curation"},
    {"tables"},
    {"spark"},
    {"service"},
    {"cli"},
)
RANK = {part: rank for rank, parts in enumerate(ORDER) for part in parts}

# The faces of the package gather everything under short names; each imports lazily, which a test below checks.
FACES = {"__init__", "__main__"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def part_of(module: Path) -> str:
    """``orthography`` for lao_names/orthography/lao.py, ``errors`` for lao_names/errors.py."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_modules(tree: ast.AST, module: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything imported anywhere in a module, functions included."""
    package = ["lao_names", *module.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            name = ".".join([*base, *([node.module] if node.module else [])])
            if name == "lao_names":  # from lao_names import builtin: the part is the imported name; else the face is
                parts = (alias.name if alias.name in RANK else "" for alias in node.names)
                yield from ((node.lineno, f"lao_names.{part}".rstrip(".")) for part in parts)
            else:
                yield node.lineno, name


def violations(module: Path, source: str) -> list[str]:
    """The imports of one module that point to its right, as file, line and what is wrong."""
    own = part_of(module)
    found = []
    for line, name in imported_modules(ast.parse(source), module):
        top, _, rest = name.partition(".")
        if top != "lao_names":
            continue
        other = rest.split(".")[0] or top
        if other not in RANK:
            found.append(f"{module.name}:{line} imports {name}, which has no place in ORDER")
        elif other != own and RANK[other] >= RANK[own]:
            found.append(f"{module.name}:{line} {own} imports {name}")
    return found


def ids(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def test_every_part_has_a_place_in_the_order():
    parts = {part_of(module) for module in MODULES if not module.name.startswith("__") or module.parent != PACKAGE}
    assert set() == parts - set(RANK)


@pytest.mark.parametrize("module", [m for m in MODULES if part_of(m) not in FACES], ids=ids)
def test_a_module_imports_only_from_its_left(module):
    if part_of(module) not in RANK:
        pytest.fail(f"{part_of(module)} has no place in ORDER")
    assert [] == violations(module, module.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("phonology.py", "from lao_names.matching import index"),
        ("orthography/lao.py", "def f():\n    import lao_names.gazetteer.model"),
        ("matching/index.py", "from ..builtin import gazetteer"),
        ("spelling/model.py", "from lao_names import extraction"),
        ("gazetteer/model.py", "import lao_names"),
        ("matching/resolver.py", "from lao_names import resolve"),
        ("phonology.py", "from lao_names.nowhere import something"),
    ],
)
def test_the_check_sees_an_import_that_points_to_the_right(path, source):
    assert 1 == len(violations(PACKAGE / path, source))


def test_the_check_allows_imports_that_point_to_the_left():
    source = (
        "import re\nfrom lao_names.errors import NotText\nfrom . import model\nfrom ..gazetteer.model import Entity"
    )
    assert [] == violations(PACKAGE / "matching" / "index.py", source)


def core_dependencies() -> set[str]:
    """Import names of the packages that every installation has."""
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {requirement.split(">")[0].strip() for requirement in project["dependencies"]}
    return {"yaml" if name == "pyyaml" else name for name in names}


def top_level_imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """What is imported when the module is; ``if TYPE_CHECKING:`` and ``try:`` blocks do not count."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.split(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.lineno, node.module.split(".")[0]


@pytest.mark.parametrize("module", MODULES, ids=ids)
def test_optional_packages_are_imported_only_when_used(module):
    allowed = core_dependencies() | set(sys.stdlib_module_names) | {"lao_names"}
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert [] == [(line, name) for line, name in top_level_imports(tree) if name not in allowed]


def test_importing_the_package_loads_no_third_party_package():
    # yaml, click, numpy, rapidfuzz and unidecode cost more than the whole budget of 30 ms.
    code = "import sys, lao_names; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    assert set() == set(result.stdout.split()) & (core_dependencies() | {"pandas", "polars", "pyarrow", "pyspark"})
