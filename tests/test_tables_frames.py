"""Data frames: every engine gives the answers that the command line gives."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest
from cli_running import normalized
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lao_names import tables
from lao_names.errors import InvalidArgument, LaoNamesError

ROOT = Path(__file__).resolve().parent.parent
ROWS = {
    "n": [0, 1, 2, 3, 4, 5, 6],
    "tên": ["Bô Ly Khăm Xay", "Viêng Chăn", None, "Hà Nội", "Viêng Chăn", " ", "Bô Ly Khăm Xay"],
    "loại": ["", "", "", "", "province", "", None],
    "nơi": ["", "", "", "", "LA-VT", "", ""],
}
NEW = ["tên_id", "tên_name", "tên_status", "tên_probability"]


def pandas():
    return pytest.importorskip("pandas", reason="the extra pandas is not installed")


def polars():
    return pytest.importorskip("polars", minversion="1.24", reason="the extra polars is not installed")


def pyarrow():
    return pytest.importorskip("pyarrow", reason="the extra parquet is not installed")


def through_pandas(rows, **options):
    frame = tables.normalize(pandas().DataFrame(rows, dtype=object), "tên", **options)
    plain = frame.astype(object).where(frame.notna(), None)
    return {name: plain[name].tolist() for name in plain}


def through_polars(rows, **options):
    return tables.normalize(as_polars(rows), "tên", **options).to_dict(as_series=False)


def through_lazy_polars(rows, **options):
    return tables.normalize(as_polars(rows).lazy(), "tên", **options).collect().to_dict(as_series=False)


def as_polars(rows):
    pl = polars()
    return pl.DataFrame(rows, schema={name: pl.Int64 if name == "n" else pl.String for name in rows})


def as_arrow(rows):
    pa = pyarrow()
    return pa.table(
        {name: pa.array(column, pa.int64() if name == "n" else pa.string()) for name, column in rows.items()}
    )


def through_arrow(rows, **options):
    return tables.normalize(as_arrow(rows), "tên", **options).to_pydict()


def through_duckdb(rows, **options):
    duckdb = pytest.importorskip("duckdb", reason="the extra duckdb is not installed")
    connection = duckdb.connect()
    connection.register("given", as_arrow(rows))
    found = tables.normalize(connection.table("given"), "tên", **options).order("n")
    columns = zip(*found.fetchall(), strict=True) if rows["n"] else ([] for _ in found.columns)
    return dict(zip(found.columns, map(list, columns), strict=True))


def through_the_command_line(rows, **options):
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(rows)
    writer.writerows(zip(*rows.values(), strict=True))
    arguments = [part for name, value in options.items() for part in (f"--{name}", value)]
    found = list(csv.reader(io.StringIO(normalized(text.getvalue(), "-c", "tên", *arguments))))
    return dict(
        zip(found[0], map(list, zip(*found[1:], strict=True)) if found[1:] else [[] for _ in found[0]], strict=True)
    )


ENGINES = [through_pandas, through_polars, through_lazy_polars, through_arrow, through_duckdb]


@pytest.mark.parametrize("through", ENGINES)
def test_every_engine_gives_what_plain_lists_give(through):
    for options in ({}, {"kind": "@loại", "within": "@nơi"}, {"kind": "province", "replace": True}):
        assert tables.normalize(ROWS, "tên", **options) == through(ROWS, **options)


@pytest.mark.parametrize("options", [{}, {"kind": "@loại", "within": "@nơi"}])
def test_plain_lists_give_what_the_command_line_gives(options):
    expected = through_the_command_line(ROWS, **options)
    found = tables.normalize(ROWS, "tên", **options)
    as_text = ["" if p is None else f"{p:.4f}" for p in found.pop("tên_probability")]
    assert expected.pop("tên_probability") == as_text
    assert expected == {name: ["" if cell is None else str(cell) for cell in column] for name, column in found.items()}


spelled = st.sampled_from(["Pakse", "Viêng Chăn", "tỉnh Viêng Chăn", "Nguyễn Văn A", "", None])


@settings(max_examples=20)
@given(st.lists(st.tuples(spelled, st.sampled_from([None, "", "province", "town"])), max_size=10))
@example([("Bôlykhămxay", None)])
def test_engines_agree_on_any_rows(rows):
    table = {"n": list(range(len(rows))), "tên": [row[0] for row in rows], "k": [row[1] for row in rows]}
    expected = tables.normalize(table, "tên", kind="@k", add=["id", "status", "probability", "lat"])
    for through in ENGINES:
        assert expected == through(table, kind="@k", add=["id", "status", "probability", "lat"])


def test_the_frame_given_is_not_changed():
    frame = pandas().DataFrame(ROWS)
    before = frame.copy()
    out = tables.normalize(frame, "tên", replace=True)
    out.loc[:, "n"] = 9
    assert before.equals(frame)


def test_a_pandas_index_and_odd_column_names_stay():
    pd = pandas()
    frame = pd.DataFrame({3: ["Pakse", "x"], ("a", "b"): [1, 2]}, index=pd.Index(["p", "p"], name="i"))
    out = tables.normalize(frame, "3")
    assert [3, ("a", "b"), "3_id", "3_name", "3_status", "3_probability"] == list(out.columns)
    assert frame.index.equals(out.index)


def test_categories_and_missing_values_of_pandas_are_read():
    pd = pandas()
    series = pd.Series(["Pakse", None, "Pakse", float("nan"), pd.NA], dtype="category")
    assert ["match", "empty", "match", "empty", "empty"] == tables.normalize(series)["status"].tolist()


SPELLED = ["Bôlykhămxay", None, "Hà Nội", "Bôlykhămxay", ""]


def pandas_series(kind):
    return pandas().Series(SPELLED, dtype=kind).rename("name").to_frame()


def polars_series(kind):
    pl = polars()
    kinds = {
        "category": pl.Categorical,
        "enum": pl.Enum([*dict.fromkeys(text for text in SPELLED if text is not None), "Pakse"]),
        "bytes": pl.Binary,
    }
    return pl.DataFrame({"name": pl.Series(SPELLED).cast(kinds.get(kind, pl.String))})


@pytest.mark.parametrize(
    ("make", "kind"),
    [(pandas_series, kind) for kind in (object, "string", "category")]
    + [(polars_series, kind) for kind in ("text", "category", "enum", "bytes")],
)
def test_every_type_of_column_that_holds_text_is_read(make, kind):
    others = polars().Series(["numbered before", "Hà Nội"]).cast(polars().Categorical)
    for column, status in (("name", "name_status"), (None, "status")):
        frame = make(kind)
        found = tables.normalize(frame["name"] if column is None else frame, column)
        assert ["match", "empty", "no match", "match", "empty"] == list(found[status])
    assert 2 == len(others)


def test_a_series_may_be_called_like_a_new_column():
    pl, pd = polars(), pandas()
    tables.register()
    frame = pl.DataFrame({"name": ["Bôlykhămxay"], "id": [1]})
    struct = frame.select(pl.col("name").lao.normalize(add=["name", "id"]))["name"].to_list()
    assert [{"name": "Bolikhamxay", "id": "LA-BL"}] == struct
    assert ["Bolikhamxay"] == pd.Series(["Bôlykhămxay"], name="name").lao.names().tolist()
    found = tables.normalize(pd.Series(["Pakse"], name="tên"), prefix="lao_", suffix="_of_{c}", add=["status"])
    assert ["lao_status_of_tên"] == list(found.columns)


def test_a_streamed_query_gives_what_a_frame_gives():
    pl = polars()
    frame = pl.concat([pl.DataFrame({"name": SPELLED * 3, "n": range(15)})] * 40, rechunk=False)
    expected = tables.normalize(frame, "name")
    assert expected.equals(tables.normalize(frame.lazy(), "name").collect(engine="streaming"))


def test_a_series_gives_the_new_columns_alone():
    tables.register()
    tables.register()  # a second time does no harm
    pd, pl = pandas(), polars()
    series = pd.Series(["Bolikhămxay", "Hà Nội"], index=[7, 8], name="tên")
    assert ["id", "name", "status", "probability"] == list(series.lao.normalize().columns)
    names = series.lao.names()
    assert ([7, 8], "Bolikhamxay", "tên") == (list(names.index), names[7], names.name)
    assert pd.isna(names[8])
    assert ["LA-BL", None] == pl.Series("tên", ["Bolikhămxay", "Hà Nội"]).lao.normalize()["id"].to_list()
    frame = pl.DataFrame({"tên": ["Pakse"]})
    assert frame.lao.normalize("tên").equals(frame.lazy().lao.normalize("tên").collect())


def test_a_polars_expression_gives_a_struct():
    pl = polars()
    tables.register("polars")
    frame = pl.DataFrame({"tên": ["Bolikhămxay", None, "Hà Nội"]}).with_columns(
        pl.col("tên").lao.normalize().alias("a")
    )
    assert ["LA-BL", None, None] == frame["a"].struct.field("id").to_list()
    assert ["match", "empty", "no match"] == frame.lazy().select(pl.col("a").struct["status"]).collect()[
        "status"
    ].to_list()
    lazy = frame.lazy().select(pl.col("tên").lao.normalize(add=["lat"]).struct.unnest())
    assert {"lat": pl.Float64} == lazy.collect_schema()
    assert 18 < lazy.collect()["lat"][0] < 19


def test_importing_the_module_gives_namespaces_to_engines_that_are_loaded():
    pandas()
    code = "import pandas, sys, lao_names.tables; print(hasattr(pandas.Series, 'lao'), 'polars' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "True False\n" == done.stdout


def test_new_columns_can_take_the_place_of_old_ones():
    rows = {"tên_id": ["old"], "tên": ["Bolikhămxay"], "n": [1]}
    expected = {"tên": ["Bolikhămxay"], "n": [1], "tên_id": ["LA-BL"]}
    assert expected == tables.normalize(rows, "tên", overwrite=True, add=["id"])
    for through in ENGINES:
        with pytest.raises(InvalidArgument, match="the table has already: tên_id"):
            through(rows)
        assert expected == through(rows, overwrite=True, add=["id"])


def test_a_polars_query_stays_lazy():
    pl = polars()
    asked = []
    lazy = pl.LazyFrame({"tên": ["Pakse"]}).map_batches(lambda frame: asked.append(1) or frame)
    query = tables.normalize(lazy, "tên").filter(pl.col("tên_status") == "match")
    assert [] == asked
    assert 1 == query.collect().height


def test_sql_functions_of_duckdb():
    duckdb = pytest.importorskip("duckdb", reason="the extra duckdb is not installed")
    pyarrow()
    from lao_names.tables import duck

    connection = duckdb.connect()
    duck.register(connection, kind="province")
    values = "(values ('Bolikhămxay'), (null)) t(x)"
    query = f"select lao_id(x), lao_name(x), lao_status(x), lao_probability(x) > 0.5 from {values}"
    assert [("LA-BL", "Bolikhamxay", "match", True), (None, None, "empty", None)] == connection.sql(query).fetchall()


@pytest.mark.parametrize(
    ("options", "part"),
    [
        ({"column": "x"}, "unknown column 'x'; known are: n, tên"),
        ({"column": "tên", "kind": "planet"}, "unknown kind 'planet'"),
        ({"column": "tên", "add": ["colour"]}, "unknown new column 'colour'"),
        ({"column": "tên", "language": "fr"}, "unknown language 'fr'"),
        ({"column": "tên", "within": "@n"}, "unknown entity id '0'"),
    ],
)
def test_what_does_not_exist_is_an_error_that_names_what_does(options, part):
    with pytest.raises(LaoNamesError) as caught:
        tables.normalize(ROWS, **options)
    assert part in str(caught.value)


@pytest.mark.parametrize("frame", [["Pakse"], "Pakse", None, 7])
def test_what_is_no_frame_is_a_type_error(frame):
    with pytest.raises(TypeError, match="no table"):
        tables.normalize(frame, "x")


def test_lists_of_different_lengths_are_no_table():
    with pytest.raises(InvalidArgument, match="a 1, b 0"):
        tables.normalize({"a": ["Pakse"], "b": []}, "a")
