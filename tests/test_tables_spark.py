"""PySpark in local mode: the answers are those of every other engine."""

from __future__ import annotations

import os
import runpy
import shutil
import sys

import pytest
from test_tables_frames import ROWS

from lao_names import tables

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def spark():
    """A session on this machine alone."""
    sql = pytest.importorskip("pyspark.sql", reason="the extra spark is not installed")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("Spark needs Java 17, which is not installed")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def test_spark_gives_what_plain_lists_give(spark):
    frame = spark.createDataFrame(
        list(zip(*ROWS.values(), strict=True)), "n long, `tên` string, `loại` string, `nơi` string"
    )
    for options in (
        {},
        {"kind": "@loại", "within": "@nơi"},
        {"kind": "province", "replace": True, "add": ["status", "lat"]},
    ):
        expected = tables.normalize(ROWS, "tên", **options)
        found = tables.normalize(frame, "tên", **options).orderBy("n").collect()
        assert expected == {name: [row[name] for row in found] for name in expected}
        assert list(expected) == tables.normalize(frame, "tên", **options).columns


def test_the_short_name_is_the_same_function(spark):
    import lao_names

    frame = spark.createDataFrame([("Bolikhămxay",)], "`a.b` string")
    row = lao_names.spark.normalize(frame, "a.b", add=["id", "status"]).first()
    assert ("Bolikhămxay", "LA-BL", "match") == tuple(row)


def test_a_column_that_is_not_there_is_an_error_before_any_work(spark):
    from lao_names.errors import InvalidArgument

    with pytest.raises(InvalidArgument, match="unknown column 'x'; known are: a"):
        tables.normalize(spark.createDataFrame([("Pakse",)], "a string"), "x")


def test_the_example_runs(spark, root, capsys):
    # In this process, because starting Spark once more would take most of the time. It ends the session: the last test.
    runpy.run_path(str(root / "examples" / "normalize_spark.py"))
    assert "match" in capsys.readouterr().out
