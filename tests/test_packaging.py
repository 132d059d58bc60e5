"""What users get: the built archives, the compiled gazetteer in them, and the public names."""

from __future__ import annotations

import ast
import gc
import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

import lao_names
from lao_names import builtin
from lao_names.errors import GazetteerError
from lao_names.gazetteer import loading
from lao_names.gazetteer.model import Gazetteer
from lao_names.version import __version__

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "gazetteer"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

CONTRACT = [
    *("resolve", "resolve_many", "normalize", "extract", "transliterate", "readings", "load", "Resolver", "Gazetteer"),
    *("tables", "LaoNamesError", "__version__"),
]


def run(*command: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program away from the checkout: nothing of this process's Python settings leaks into it."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**clean, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def assert_same_gazetteer(expected: Gazetteer, actual: Gazetteer) -> None:
    """Same entities in the same order, same words, same sources."""
    assert list(expected) == list(actual)
    assert expected.words == actual.words
    assert expected.fingerprint == actual.fingerprint


# --- the archives -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist of this checkout and the wheel built from that sdist."""
    folder = tmp_path_factory.mktemp("dist")
    result = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    assert 0 == result.returncode, result.stdout + result.stderr
    return folder


@pytest.fixture(scope="session")
def wheel(dist: Path) -> Path:
    return next(dist.glob("*.whl"))


@pytest.mark.slow
def test_the_sdist_holds_what_a_contributor_needs(dist):
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    needed = {"pyproject.toml", "hatch_build.py", "Makefile", "LICENSE", "LICENSE-DATA", "lao_names/py.typed"}
    needed |= {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "tests/conftest.py"}
    needed |= {"gazetteer/provinces.yaml", "examples/border_news.csv"}
    assert set() == needed - names
    assert [] == [name for name in names if name.endswith("compiled.json")]


@pytest.mark.slow
def test_the_wheel_holds_code_licences_and_the_compiled_gazetteer_only(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {"lao_names", f"lao_names-{__version__}.dist-info"} == {name.split("/")[0] for name in names}
    for needed in ("lao_names/compiled.json", "lao_names/py.typed", "licenses/LICENSE", "licenses/LICENSE-DATA"):
        assert any(name.endswith(needed) for name in names), needed
    assert 3_000_000 > wheel.stat().st_size


@pytest.mark.slow
def test_the_compiled_gazetteer_in_the_wheel_equals_the_yaml(wheel):
    with zipfile.ZipFile(wheel) as archive:
        packed = json.loads(archive.read("lao_names/compiled.json"))
    assert loading.fingerprint(SOURCES) == packed["fingerprint"]
    assert json.loads(builtin.dump(builtin.compile_sources(SOURCES))) == packed
    assert_same_gazetteer(loading.load(SOURCES), loading.from_plain(packed["gazetteer"]))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an empty environment, outside the checkout, in which the wheel was installed."""
    folder = tmp_path_factory.mktemp("empty") / "venv"
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    result = run(programs / "python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    if re.search(r"NewConnectionError|ConnectTimeout|NameResolutionError|Temporary failure in name", result.stderr):
        pytest.skip("no package index within reach")
    assert 0 == result.returncode, result.stderr
    return programs


@pytest.mark.slow
def test_an_installed_wheel_resolves_a_name_outside_the_checkout(installed, tmp_path):
    code = "import lao_names; r = lao_names.resolve('Bô Ly Khăm Xay'); print(lao_names.__file__, r.status, r.entity.id)"
    result = run(installed / "python", "-c", code, cwd=tmp_path)
    assert "" == result.stderr
    file, status, entity = result.stdout.split()
    assert ("match", "LA-BL") == (status, entity)
    assert ROOT not in Path(file).parents
    assert [] == list(tmp_path.iterdir())  # it writes no cache where it is used


@pytest.mark.slow
def test_an_installed_wheel_brings_the_command(installed, tmp_path):
    result = run(installed / "lao-names", "--version", cwd=tmp_path)
    assert (0, "") == (result.returncode, result.stderr)
    assert __version__ in result.stdout
    (tmp_path / "in.csv").write_text("name\nBô Ly Khăm Xay\n", encoding="utf-8")
    result = run(installed / "lao-names", "normalize", "in.csv", "-c", "name", "-o", "out.csv", cwd=tmp_path)
    assert 0 == result.returncode, result.stderr
    assert "LA-BL" in (tmp_path / "out.csv").read_text(encoding="utf-8")


@pytest.mark.slow
def test_importing_an_installed_wheel_is_nearly_free(installed, tmp_path):
    code = "import time; a = time.perf_counter(); import lao_names; print(time.perf_counter() - a)"
    seconds = min(float(run(installed / "python", "-c", code, cwd=tmp_path).stdout) for _ in range(5))
    print(f"import lao_names: {seconds * 1000:.1f} ms")  # shown by pytest -s or on failure
    assert 0.030 > seconds


# --- the compiled gazetteer in a checkout -----------------------------------------------------------------------------


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the gazetteer's YAML that a test may change."""
    folder = tmp_path / "gazetteer"
    for path in SOURCES.rglob("*.yaml"):
        copy = folder / path.relative_to(SOURCES)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    return folder


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Replaces the compiler by a quick one and lists the folders that it was asked to compile."""
    calls: list[Path] = []

    def compile_sources(folder: Path) -> dict[str, object]:
        calls.append(folder)
        return {"format": builtin.FORMAT, "fingerprint": "f", "gazetteer": {"pair": (1, 2)}, "index": {}}

    monkeypatch.setattr(builtin, "compile_sources", compile_sources)
    return calls


def test_the_built_in_gazetteer_equals_the_yaml():
    assert_same_gazetteer(loading.load(SOURCES), builtin.gazetteer())
    assert loading.fingerprint(SOURCES) == builtin.compiled()["fingerprint"]


def test_a_checkout_compiles_once(sources, counted, tmp_path):
    first = builtin.from_cache(sources, tmp_path / "cache")
    second = builtin.from_cache(sources, tmp_path / "cache")
    assert [sources] == counted
    assert first == second
    assert [f"{builtin.cache_key(sources)}.json"] == [path.name for path in (tmp_path / "cache").iterdir()]


def test_a_changed_yaml_file_is_compiled_anew(sources, counted, tmp_path):
    builtin.from_cache(sources, tmp_path / "cache")
    with (sources / "provinces.yaml").open("a", encoding="utf-8") as file:
        file.write("# one more line\n")
    builtin.from_cache(sources, tmp_path / "cache")
    assert 2 == len(counted)


def test_changed_code_or_version_is_compiled_anew(sources, monkeypatch, tmp_path):
    before = builtin.cache_key(sources)
    monkeypatch.setattr(builtin, "__version__", "9.9")
    assert before != builtin.cache_key(sources)
    monkeypatch.undo()
    (tmp_path / "changed.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(builtin, "PACKAGE", tmp_path)
    monkeypatch.setattr(builtin, "MAKES_KEYS", ("changed.py",))
    one = builtin.cache_key(sources)
    (tmp_path / "changed.py").write_text("# changed\n", encoding="utf-8")
    assert one != builtin.cache_key(sources)


def test_a_cache_that_cannot_be_written_is_no_error(sources, counted, tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    document = builtin.from_cache(sources, tmp_path / "file" / "cache")
    assert {"pair": [1, 2]} == document["gazetteer"]  # as read back from JSON, the same with and without a cache


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": 0}', b"\xff\xfe\x00"], ids=repr)
def test_a_damaged_cache_file_is_compiled_anew(content, sources, counted, tmp_path):
    path = tmp_path / "cache" / f"{builtin.cache_key(sources)}.json"
    path.parent.mkdir()
    path.write_bytes(content)
    builtin.from_cache(sources, tmp_path / "cache")
    assert [sources] == counted
    assert builtin.FORMAT == json.loads(path.read_bytes())["format"]


def test_the_cache_keeps_the_newest_documents_only(tmp_path):
    for number in range(builtin.KEPT + 3):
        path = tmp_path / f"{number}.json"
        path.write_text("{}", encoding="utf-8")
        os.utime(path, (number, number))
    builtin.forget_old(tmp_path)
    assert [f"{number}.json" for number in range(3, builtin.KEPT + 3)] == sorted(
        path.name for path in tmp_path.iterdir()
    )


def test_a_package_without_any_gazetteer_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(builtin, "PACKED", tmp_path / "compiled.json")
    monkeypatch.setattr(builtin, "SOURCES", tmp_path / "gazetteer")
    with pytest.raises(GazetteerError, match="built-in gazetteer is missing"):
        builtin.compiled.__wrapped__()


@pytest.mark.parametrize("enabled", [True, False])
def test_opening_leaves_the_garbage_collector_as_it_was(enabled):
    before = gc.isenabled()
    try:
        gc.enable() if enabled else gc.disable()
        with pytest.raises(ZeroDivisionError), builtin.collector_paused():
            assert not gc.isenabled()
            1 / 0  # noqa: B018
        assert enabled == gc.isenabled()
    finally:
        gc.enable() if before else gc.disable()


# --- the public names -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CONTRACT)
def test_the_package_offers_the_names_of_its_contract(name):
    assert hasattr(lao_names, name)
    assert name in dir(lao_names)


def test_every_public_name_exists_and_says_what_it_is():
    for name in lao_names.__all__:
        value = getattr(lao_names, name)
        assert name.startswith("__") or (value.__doc__ or "").strip(), f"{name} has no docstring"


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no_such_name"):
        lao_names.no_such_name  # noqa: B018


def test_there_is_one_version():
    assert __version__ == lao_names.__version__
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_an_error_about_a_missing_package_names_an_extra_that_exists():
    extras = set(PROJECT["optional-dependencies"])
    named = [
        node.args[1].value
        for module in (ROOT / "lao_names").rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "MissingExtra"
        and len(node.args) == 2
        and isinstance(node.args[1], ast.Constant)
    ]
    assert set() == set(named) - extras


def test_the_extra_named_all_holds_every_package_for_users():
    extras = PROJECT["optional-dependencies"]
    held = set(re.search(r"\[(.+)\]", extras["all"][0])[1].split(","))
    assert set(extras) - {"all", "bench", "test", "dev"} == held
