"""What normalizing a column of a large table costs, beside a plain copy of the same table in the same run.

    python benchmarks/tables.py                 1,000,000 rows, 1,080 distinct spellings
    python benchmarks/tables.py --rows 200000 --unseen --jobs 2
    python benchmarks/tables.py --frames        pandas, Polars, DuckDB beside their own distinct + join with a constant

The spellings are those of the gazetteer; with ``--unseen`` each has two letters changed, so that none is known. Every
measurement is a process of its own, the best of three; memory is the process's peak.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

COPY = """
import csv, sys
with open(sys.argv[1], newline="", encoding="utf-8") as source, open(sys.argv[2], "w", newline="", encoding="utf-8") as out:
    csv.writer(out).writerows(csv.reader(source))
"""
# From a checkout that is not installed, too.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ["PYTHONPATH"] = sys.path[0]

LETTERS = "abcdeghiklmnopqrstuvxy"


def spellings(count: int, unseen: bool) -> list[str]:
    """Different spellings: of the gazetteer, or changed in two letters."""
    from lao_names.builtin import gazetteer

    known = list(dict.fromkeys(form.text for entity in gazetteer() for form in entity.forms))
    chance = random.Random(7)
    if not unseen:
        return chance.sample(known, min(count, len(known)))
    found: dict[str, None] = {}
    while len(found) < count:
        text = list(chance.choice(known))
        for _ in range(2):
            text[chance.randrange(len(text))] = chance.choice(LETTERS)
        found.setdefault("".join(text))
    return list(found)


def write_table(path: Path, rows: int, names: list[str], quoting: int) -> None:
    """A table of news: number, date, name, role, note."""
    chance = random.Random(8)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, quoting=quoting)
        writer.writerow(["no", "date", "name", "role", "note"])
        for number in range(rows):
            name = names[number] if len(names) >= rows else chance.choice(names)
            writer.writerow([number, "2023-07-04", name, "tỉnh", "gặp gỡ tại biên giới"])


def measured(command: list[str], times: int = 3) -> tuple[float, float]:
    """Seconds (the best of some runs) and peak memory in MB of a process."""
    best, memory = float("inf"), 0.0
    for _ in range(times):
        start = time.perf_counter()
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            raise SystemExit(f"failed: {' '.join(command)}")
        best, memory = min(best, time.perf_counter() - start), max(memory, usage.ru_maxrss / 1024)
    return best, memory


def csv_files(options: argparse.Namespace, folder: Path) -> None:
    """CSV beside a plain copy."""
    names = spellings(options.distinct or options.rows, options.unseen)
    for label, quoting in (("", csv.QUOTE_MINIMAL), (", all cells quoted", csv.QUOTE_ALL)):
        table, out = folder / "table.csv", folder / "out.csv"
        write_table(table, options.rows, names, quoting)
        copy, _ = measured([sys.executable, "-c", COPY, str(table), str(out)], options.times)
        print(f"{options.rows:,} rows, {len(names):,} distinct{label}: plain csv copy {copy:.2f} s", flush=True)
        for jobs in options.jobs:
            command = [sys.executable, "-m", "lao_names", "normalize", str(table), "-c", "name", "-o", str(out)]
            seconds, memory = measured([*command, "--jobs", str(jobs)], options.times)
            print(f"  --jobs {jobs}: {seconds:.2f} s, {seconds / copy:.2f} times the copy, {memory:.0f} MB", flush=True)


def frames(options: argparse.Namespace) -> None:
    """Each engine beside its own distinct + join with a constant."""
    import duckdb
    import pandas as pd
    import polars as pl

    from lao_names import tables

    names, chance = spellings(options.distinct or options.rows, options.unseen), random.Random(8)
    column = [chance.choice(names) for _ in range(options.rows)]
    data = {"no": range(options.rows), "name": column}
    connection = duckdb.connect()
    pandas_frame, polars_frame = (
        pd.DataFrame(data),
        pl.DataFrame({"no": pl.Series(range(options.rows)), "name": column}),
    )
    connection.execute("create table news as select * from polars_frame")
    relation = connection.table("news")
    tables.normalize({"name": names}, "name")  # the gazetteer is open, numpy loaded

    def pandas_join() -> object:
        distinct = pd.DataFrame({"name": pandas_frame["name"].unique()})
        return pandas_frame.merge(distinct.assign(id="LA-BL", n="Bolikhamxay", s="match", p=0.9), on="name", how="left")

    def polars_join() -> object:
        distinct = polars_frame.select("name").unique()
        constant = distinct.with_columns(id=pl.lit("LA-BL"), n=pl.lit("Bolikhamxay"), s=pl.lit("match"), p=pl.lit(0.9))
        return polars_frame.join(constant, on="name", how="left", maintain_order="left")

    def duckdb_join() -> object:
        constant = "select distinct name, 'LA-BL' as id, 'Bolikhamxay' as n, 'match' as s, 0.9 as p from news"
        return connection.sql(
            f"select news.*, c.* exclude (name) from news left join ({constant}) c using (name)"
        ).to_arrow_table()

    print(f"{options.rows:,} rows, {len(names):,} distinct, in one process")
    for label, ours, theirs in (
        ("pandas", lambda: tables.normalize(pandas_frame, "name"), pandas_join),
        ("Polars", lambda: tables.normalize(polars_frame, "name"), polars_join),
        ("DuckDB", lambda: tables.normalize(relation, "name").to_arrow_table(), duckdb_join),
    ):
        seconds, beside = timed(ours, options.times), timed(theirs, options.times)
        print(
            f"  {label}: {seconds:.2f} s, {seconds / beside:.1f} times its own distinct + join ({beside:.2f} s)",
            flush=True,
        )


def spark(folder: Path) -> None:
    """Parquet in and out on two local cores, for 1, 2 and 5 million rows; the first run warms the engine up."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    import pyarrow
    import pyarrow.parquet
    from pyspark.sql import SparkSession

    from lao_names.spark import normalize

    names, chance = spellings(1080, unseen=False), random.Random(9)
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    for millions in (1, 1, 2, 5):
        table = pyarrow.table({"name": chance.choices(names, k=millions * 1_000_000)})
        pyarrow.parquet.write_table(table, folder / "news.parquet")
        start = time.perf_counter()
        frame = session.read.parquet(str(folder / "news.parquet")).repartition(4)
        normalize(frame, "name").write.mode("overwrite").parquet(str(folder / "named.parquet"))
        seconds = time.perf_counter() - start
        print(f"Spark, {millions} million rows: {seconds:.1f} s, {seconds / millions:.1f} microseconds a row", flush=True)
    session.stop()


def timed(work: Callable[[], object], times: int) -> float:
    """Seconds, the best of some runs."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Measure what the options say."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--distinct", type=int, default=1080, help="0: every row its own")
    parser.add_argument("--unseen", action="store_true")
    parser.add_argument("--frames", action="store_true")
    parser.add_argument("--spark", action="store_true")
    parser.add_argument("--jobs", type=int, nargs="*", default=[1])
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    if options.frames:
        frames(options)
        return
    with tempfile.TemporaryDirectory() as folder:
        if options.spark:
            spark(Path(folder))
        else:
            csv_files(options, Path(folder))


if __name__ == "__main__":
    main()
