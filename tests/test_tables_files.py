"""Tables in other formats than CSV, and the options that all formats share."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import warnings
import zipfile

import pytest
from cli_running import normalized, run
from hypothesis import example, given, settings
from hypothesis import strategies as st

NAMES = ["Bô Ly Khăm Xay", "Viêng Chăn", "Hà Nội", None]
EXPECTED = [
    ("LA-BL", "Bolikhamxay", "match"),
    (None, None, "ambiguous"),
    (None, None, "no match"),
    (None, None, "empty"),
]

values = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(), st.lists(st.text()))


def rows_of(text, delimiter=","):
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_json_lines_get_new_members():
    text = "".join(json.dumps({"name": name, "n": 1.50}) + "\n" for name in NAMES)
    found = [json.loads(line) for line in normalized(text, "-c", "name", suffix=".jsonl").splitlines()]
    assert EXPECTED == [(row["name_id"], row["name_name"], row["name_status"]) for row in found]
    assert [float, float, float, type(None)] == [type(row["name_probability"]) for row in found]


@given(st.lists(st.dictionaries(st.text(max_size=4), values, max_size=4), max_size=5), st.sampled_from(["\n", "\r\n"]))
@example([{"tên": "Bôlykhămxay", 'a"b': "\u2028"}], "\n")
def test_a_json_object_keeps_its_text(objects, end):
    lines = [json.dumps({"tên": "Pakse", **found}, ensure_ascii=False) for found in [{}, *objects]]
    out = normalized(end.join(lines), "-c", "tên", suffix=".jsonl")
    for before, after in zip(lines, out.split(end), strict=True):
        assert after.startswith(before[:-1] + ", ")
        assert json.loads(before).items() <= json.loads(after).items()


def test_json_lines_keep_numbers_as_they_are_written():
    out = normalized('{"name":"Pakse","n":1.50, "m":1e400 }\n\n', "-c", "name", suffix=".jsonl")
    assert out.startswith('{"name":"Pakse","n":1.50, "m":1e400, "name_id": "LA')
    assert out.endswith("}\n\n")


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ('{"name": "Pakse"}\n{"name": \n', 3, "line 2 is not JSON"),
        ('{"name": "Pakse"}\n\n[1]\n', 3, "line 3 is no JSON object"),
        ('{"x": 1}\n', 2, "unknown column 'name'; known are: x"),
        ('{"name": "Pakse", "name_id": 1}\n', 2, "the table has already: name_id"),
        ("\n", 3, "has no objects"),
    ],
)
def test_what_is_no_json_line_is_one_sentence(text, code, part):
    result = normalized(text, "-c", "name", suffix=".jsonl", whole=True)
    assert (code, True) == (result.exit_code, part in result.stderr)
    assert "Traceback" not in result.stderr


def test_json_lines_come_through_a_pipe():
    assert run("normalize", "-", "-c", "x", stdin='{"x": "Bolikhămxay"}\n').stdout.startswith(
        '{"x": "Bolikhămxay", "x_id": "LA-BL"'
    )


@pytest.mark.parametrize("name", ["out.xlsx", "out.parquet", "out.jsonl", "out.xlsx.gz"])
def test_a_table_is_not_written_under_the_name_of_another_format(tmp_path, name):
    (tmp_path / "in.csv").write_text("x\nPakse\n")
    result = run("normalize", tmp_path / "in.csv", "-c", "x", "-o", tmp_path / name)
    assert (2, ["in.csv"]) == (result.exit_code, os.listdir(tmp_path))
    assert "the table comes out in the format it came in, text;" in result.stderr


def test_packed_files_are_read_and_written(tmp_path):
    plain = normalized("name,x\nPakse,1\n", "-c", "name")
    (tmp_path / "in.csv.gz").write_bytes(gzip.compress(b"name,x\nPakse,1\n"))
    assert 0 == run("normalize", tmp_path / "in.csv.gz", "-c", "name", "-o", tmp_path / "out.csv.gz").exit_code
    assert plain == gzip.decompress((tmp_path / "out.csv.gz").read_bytes()).decode()
    assert plain == run("normalize", tmp_path / "in.csv.gz", "-c", "name").stdout


def test_zstandard_files_are_read_and_written(tmp_path):
    zstandard = pytest.importorskip("zstandard", reason="the extra zstd is not installed")
    plain = normalized("name,x\nPakse,1\n", "-c", "name")
    # Two frames, as tools write them that append to a file.
    (tmp_path / "in.csv.zst").write_bytes(zstandard.compress(b"name,x\nPa") + zstandard.compress(b"kse,1\n"))
    assert 0 == run("normalize", tmp_path / "in.csv.zst", "-c", "name", "-o", tmp_path / "out.csv.zst").exit_code
    with zstandard.open(tmp_path / "out.csv.zst", "rt", encoding="utf-8", newline="") as file:
        assert plain == file.read()


@pytest.mark.parametrize("spoil", [lambda data: data[:-40], lambda data: data[:9] + b"\xff" * 9 + data[18:]])
def test_a_damaged_zstandard_file_is_one_sentence(tmp_path, spoil):
    zstandard = pytest.importorskip("zstandard", reason="the extra zstd is not installed")
    rows = b"name,x\n" + b"".join(b"%d,%d\n" % (n, n * n) for n in range(20_000))
    (tmp_path / "in.csv.zst").write_bytes(spoil(zstandard.compress(rows)))
    result = run("normalize", tmp_path / "in.csv.zst", "-c", "name", "-o", tmp_path / "out.csv")
    assert (3, ["in.csv.zst"]) == (result.exit_code, os.listdir(tmp_path)), result.stderr
    assert "the packed file is" in result.stderr


def test_a_damaged_packed_file_is_one_sentence(tmp_path):
    (tmp_path / "in.csv.gz").write_bytes(gzip.compress(b"name,x\n" + os.urandom(5000).hex().encode())[:-900])
    result = run("normalize", tmp_path / "in.csv.gz", "-c", "name", "-o", tmp_path / "out.csv")
    assert 3 == result.exit_code
    assert "cannot read" in result.stderr
    assert ["in.csv.gz"] == os.listdir(tmp_path)


@pytest.fixture
def workbook(tmp_path):
    """A workbook of two sheets with a style, a formula, a merged area and a number in the column of names."""
    openpyxl = pytest.importorskip("openpyxl", reason="the extra excel is not installed")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Tin"
    for row in (["số", "tên", "x"], [1, NAMES[0], "=1+1"], [2, NAMES[1], None], [None, None, None], [3, NAMES[2], 7]):
        sheet.append(row)
    sheet.append([4, "Pakse", 1])
    sheet.append([5, None, 2])
    sheet.merge_cells("B6:B7")
    sheet["B1"].font = openpyxl.styles.Font(bold=True)
    other = book.create_sheet("Khác")
    other["A1"] = "=SUM(Tin!C5:C6)"
    book.save(tmp_path / "in.xlsx")
    return tmp_path / "in.xlsx"


def test_an_excel_sheet_gets_new_columns_and_all_else_stays(workbook, tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="the extra excel is not installed")
    result = run("normalize", workbook, "-c", "tên", "-o", tmp_path / "out.xlsx")
    assert 0 == result.exit_code, result.stderr
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    rows = [[cell.value for cell in row] for row in book["Tin"].iter_rows()]
    assert ["số", "tên", "x", "tên_id", "tên_name", "tên_status", "tên_probability"] == rows[0]
    assert [1, NAMES[0], "=1+1", "LA-BL", "Bolikhamxay", "match"] == rows[1][:6]
    assert ["ambiguous", None, "no match"] == [rows[n][5] for n in (2, 3, 4)]
    assert rows[5][3:] == rows[6][3:]  # the merged cell counts for both of its rows
    assert rows[5][3] is not None
    assert book["Tin"]["D1"].font.bold
    assert "=SUM(Tin!C5:C6)" == book["Khác"]["A1"].value
    assert "5 rows" in result.stderr


@pytest.mark.parametrize(
    ("part", "content", "lost"),
    [
        ("xl/vbaProject.bin", "macros", "macros"),
        ("xl/slicers/slicer1.xml", "<slicers/>", "slicers"),
        ("xl/pivotTables/pivotTable9.xml", "<pivotTableDefinition/>", "pivot tables"),
        ("xl/drawings/drawing9.xml", "<xdr:wsDr><xdr:sp macro=''/></xdr:wsDr>", "shapes"),
        ("xl/printerSettings/printerSettings1.bin", "nobody sees it", None),
    ],
)
def test_what_a_workbook_loses_is_said(workbook, tmp_path, part, content, lost):
    with zipfile.ZipFile(workbook, "a") as archive:
        archive.writestr(part, content)
    result = run("normalize", workbook, "-c", "tên", "-o", tmp_path / "out.xlsx", "--summary", "json")
    said = [] if lost is None else [f"what the new workbook lacks of the old one: {lost}"]
    assert (0, said) == (result.exit_code, json.loads(result.stderr).get("warnings", []))
    again = run("normalize", workbook, "-c", "tên", "-o", tmp_path / "out.xlsx").stderr
    assert bool(lost) == again.startswith("Warning: ")


def test_an_extension_of_a_sheet_that_is_lost_is_said_and_nothing_else(workbook, tmp_path):

    with zipfile.ZipFile(workbook) as archive:
        rest = {part: archive.read(part) for part in archive.namelist()}
    sparklines = b'<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"/></extLst></worksheet>'
    rest["xl/worksheets/sheet1.xml"] = rest["xl/worksheets/sheet1.xml"].replace(b"</worksheet>", sparklines)
    with zipfile.ZipFile(workbook, "w") as archive:
        for part, content in rest.items():
            archive.writestr(part, content)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        result = run("normalize", workbook, "-c", "tên", "-o", tmp_path / "out.xlsx")
    assert "Warning: what the new workbook lacks of the old one: sparkline group extensions\n" in result.stderr


def test_charts_and_pictures_of_a_workbook_stay(workbook, tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="the extra excel is not installed")
    from openpyxl.chart import BarChart, Reference

    book = openpyxl.load_workbook(workbook)
    chart = BarChart()
    chart.add_data(Reference(book["Tin"], min_col=3, min_row=1, max_row=5))
    book["Tin"].add_chart(chart, "H2")
    book.save(workbook)
    result = run("normalize", workbook, "-c", "tên", "-o", tmp_path / "out.xlsx")
    assert "Warning" not in result.stderr
    assert "xl/charts/chart1.xml" in zipfile.ZipFile(tmp_path / "out.xlsx").namelist()


def test_a_sheet_is_chosen_by_name_or_number(workbook):
    assert "1\tsố\n2\ttên\n3\tx\n" == run("normalize", workbook, "--list-columns", "--sheet", "Tin").stdout
    assert "1\tsố\n2\ttên\n3\tx\n" == run("normalize", workbook, "--list-columns", "--sheet", "1").stdout
    result = run("normalize", workbook, "--list-columns", "--sheet", "3")
    assert (2, True) == (result.exit_code, "unknown sheet '3'; known are: Tin, Khác" in result.stderr)


def test_a_name_that_looks_like_a_formula_stays_text_in_excel(tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="the extra excel is not installed")
    from lao_names.tables.excel import Grid

    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    Grid(book.active, None)._put(2, 1, "=1+1")
    book.save(tmp_path / "out.xlsx")
    assert "s" == openpyxl.load_workbook(tmp_path / "out.xlsx").active["A2"].data_type


def test_a_file_that_only_claims_to_be_excel_is_one_sentence(tmp_path):
    pytest.importorskip("openpyxl", reason="the extra excel is not installed")
    (tmp_path / "in.xlsx").write_bytes(b"PK\3\4 and no more")
    result = run("normalize", tmp_path / "in.xlsx", "-c", "1", "-o", tmp_path / "out.xlsx")
    assert (3, True) == (result.exit_code, "cannot be read as an Excel workbook" in result.stderr)
    assert ["in.xlsx"] == os.listdir(tmp_path)


def test_parquet_gets_new_columns_batch_by_batch(tmp_path, monkeypatch):
    pa = pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    import pyarrow.parquet as pq

    from lao_names.tables import parquet

    monkeypatch.setattr(parquet, "ROWS", 3)
    table = pa.table({"n": list(range(8)), "tên": NAMES * 2, "when": pa.array([None] * 8, pa.timestamp("us"))})
    pq.write_table(table, tmp_path / "in.parquet", compression="zstd")
    result = run("normalize", tmp_path / "in.parquet", "-c", "tên", "-o", tmp_path / "out.parquet")
    assert 0 == result.exit_code, result.stderr
    out = pq.read_table(tmp_path / "out.parquet")
    assert table.equals(out.select(["n", "tên", "when"]))
    assert EXPECTED * 2 == [(r["tên_id"], r["tên_name"], r["tên_status"]) for r in out.to_pylist()]
    assert "8 rows, 3 distinct spellings: 2 match, 2 ambiguous, 2 no match, 2 empty" in result.stderr
    assert "ZSTD" == pq.ParquetFile(tmp_path / "out.parquet").metadata.row_group(0).column(0).compression


def test_what_is_no_parquet_is_one_sentence(tmp_path):
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    (tmp_path / "in.parquet").write_bytes(b"PAR1")
    result = run("normalize", tmp_path / "in.parquet", "-c", "1", "-o", tmp_path / "out.parquet")
    assert (3, True) == (result.exit_code, "cannot be read as Parquet" in result.stderr)
    assert ["in.parquet"] == os.listdir(tmp_path)


def test_several_columns_at_once():
    rows = rows_of(normalized("a,b\nPakse,Hà Nội\n", "-c", "a", "-c", "2"))
    assert ["a", "b", *(f"{c}_{added}" for c in "ab" for added in ("id", "name", "status", "probability"))] == list(
        rows[0]
    )
    assert ("match", "no match") == (rows[0]["a_status"], rows[0]["b_status"])


def test_a_table_without_a_header_is_called_by_numbers():
    assert "1,Bôlykhămxay,LA-BL,Bolikhamxay,match," in normalized("1,Bôlykhămxay\n", "-c", "2", "--no-header")


def test_columns_are_listed():
    assert "1\ta\n2\tb, c\n" == normalized('a,"b, c"\n1,2\n', "--list-columns")


def test_other_columns_can_be_added_and_named():
    text = normalized(
        "x\nMường Bò Ly Khăn\n",
        *("-c", "x", "--add", "kind,iso,pcode,lat,lon,parent_id,parent_name,form,explanation,id"),
        *("--prefix", "lao_", "--suffix", "_of_{c}", "--kind", "district", "--within", "LA-BL"),
    )
    (row,) = rows_of(text)
    assert ("district", "LA1104", "LA-BL", "Bolikhamxay") == tuple(
        row[f"lao_{added}_of_x"] for added in ("kind", "pcode", "parent_id", "parent_name")
    )
    assert 18 < float(row["lao_lat_of_x"]) < 19 and 103 < float(row["lao_lon_of_x"]) < 105
    assert row["lao_form_of_x"] and "LA1104" in row["lao_explanation_of_x"]


def test_names_come_in_other_languages():
    (row,) = rows_of(normalized("x,y\nBolikhamsai,1\n", "-c", "x", "--language", "lo"))
    assert "ບໍລິຄຳໄຊ" == row["x_name"]


def test_the_name_can_replace_the_spelling():
    out = normalized('x,y\n"Bô Ly Khăm Xay",1\nHà Nội,"2"\n', "-c", "x", "--replace", "--add", "status")
    assert 'x,y,x_status\nBolikhamxay,1,match\nHà Nội,"2",no match\n' == out
    out = normalized('{"x": "Bôlykhămxay"}\n', "-c", "x", "--replace", "--add", "id", suffix=".jsonl")
    assert {"x": "Bolikhamxay", "x_id": "LA-BL"} == json.loads(out)


def test_in_place_keeps_a_backup(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("x,y\nPakse,1\n")
    assert 0 == run("normalize", path, "-c", "x", "--in-place", "--backup", ".bak").exit_code
    assert "x,y\nPakse,1\n" == (tmp_path / "t.csv.bak").read_text()
    assert path.read_text().startswith("x,y,x_id")
    again = run("normalize", path, "-c", "x", "--in-place", "--backup", ".bak", "--overwrite")
    assert (4, True) == (again.exit_code, "is there already" in again.stderr)


def test_in_place_changes_nothing_when_it_fails(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(b"x,y\nPakse,1\n\xff,2\n")
    assert 3 == run("normalize", path, "-c", "x", "--in-place", "--backup", ".bak").exit_code
    assert (["t.csv"], b"x,y\nPakse,1\n\xff,2\n") == (os.listdir(tmp_path), path.read_bytes())


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--in-place", "-o", "x"], "no -o"),
        (["--backup", ".bak"], "--backup is for --in-place"),
        (["--add", "id,colour"], "unknown new column 'colour'; known are: id, name"),
        (["-c", "y", "--prefix", "a_"], "several new columns would be called a_id, a_name"),
        (["--sheet", "1"], "--sheet has no meaning for CSV"),
        (["-o", "new.csv", "--review", "./new.csv"], "-o and --review are the same file: ./new.csv"),
        (["--review", "new.csv", "--report", "new.csv"], "--review and --report are the same file"),
        (["--decisions", "old.csv", "--review", "old.csv"], "--decisions and --review are the same file"),
        (["--cache", "c.db", "-o", "c.db"], "-o and --cache are the same file"),
        (["--fail-on", "doubt"], "'doubt' is no limit"),
    ],
)
def test_options_that_do_not_fit_are_wrong_usage(arguments, part):
    result = normalized("x,y\nPakse,1\n", "-c", "x", *arguments, whole=True)
    assert (2, True) == (result.exit_code, part in result.stderr), result.stderr


def test_a_dry_run_writes_nothing_that_is_asked_for(tmp_path):
    (tmp_path / "in.csv").write_text("x\nHà Nội\n")
    wanted = [part for name in ("review", "report", "cache") for part in (f"--{name}", tmp_path / name)]
    arguments = ["normalize", tmp_path / "in.csv", "-c", "x", "--in-place", "--backup", ".bak", *wanted]
    assert 0 == run(*arguments, "--dry-run").exit_code
    assert ["in.csv"] == os.listdir(tmp_path)
    assert 0 == run(*arguments).exit_code
    assert ["cache", "in.csv", "in.csv.bak", "report", "review"] == sorted(os.listdir(tmp_path))


def test_a_delimiter_has_no_meaning_for_json_lines():
    result = normalized('{"x": 1}\n', "-c", "x", "--delimiter", ";", suffix=".jsonl", whole=True)
    assert (2, True) == (result.exit_code, "--delimiter has no meaning for JSON lines" in result.stderr)


def test_a_dry_run_writes_nothing(tmp_path):
    (tmp_path / "in.csv").write_text("x\nPakse\n")
    result = run(
        "normalize", tmp_path / "in.csv", "-c", "x", "-o", tmp_path / "out.csv", "--dry-run", "--summary", "json"
    )
    assert (0, "", ["in.csv"]) == (result.exit_code, result.stdout, os.listdir(tmp_path))
    summary = json.loads(result.stderr)
    assert {"rows": 1, "distinct": 1, "match": 1, "encoding": "UTF-8"}.items() <= summary.items()


def test_legacy_fonts_are_read():
    # TCVN3 as Excel exports it: its bytes taken for Windows-1252.
    (row,) = rows_of(
        normalized("x,y\nBôlikhămxay,1\n".replace("ô", "«").replace("ă", "¨"), "-c", "x", "--legacy", "tcvn3")
    )
    assert ("LA-BL", "B«likh¨mxay") == (row["x_id"], row["x"])
    data = "x,y\nB«likh¨mxay,1\n".encode("cp1252")
    assert "LA-BL" in normalized(data, "-c", "x", "--legacy", "tcvn3")


def test_new_cells_that_would_run_as_formulas_can_be_escaped():
    from lao_names.tables.formulas import escaped, unescaped

    assert ["'=1", "'-", "'+1", "'@x", "a=1", "''=1"] == [
        escaped(text) for text in ("=1", "-", "+1", "@x", "a=1", "'=1")
    ]
    assert "=1" == unescaped(escaped("=1"))


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["Pakse", "Viêng Chăn", "Hà Nội", "Xay Nha Bu Ly", ""]), max_size=12))
@example(["Bôlykhămxay"])
def test_formats_agree(names):
    pa = pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    from lao_names.tables.answers import default_resolver
    from lao_names.tables.arrow import Columns
    from lao_names.tables.session import Session
    from lao_names.tables.settings import Settings

    text = "".join(json.dumps({"x": name}) + "\n" for name in ["Pakse", *names])
    objects = [json.loads(line) for line in normalized(text, "-c", "x", suffix=".jsonl").splitlines()]
    table = rows_of(normalized("x,y\n" + "".join(f"{name},1\n" for name in ["Pakse", *names]), "-c", "x"))
    arrow = Columns(["x"], Session(Settings(("x",)), default_resolver()))
    batch = arrow.with_answers(pa.table({"x": ["Pakse", *names]})).to_pylist()
    assert objects == batch
    assert [(r["x_id"], r["x_status"]) for r in table] == [(r["x_id"] or "", r["x_status"]) for r in objects]
