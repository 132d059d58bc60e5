"""DuckDB: a relation in, a relation out, on your own connection. Run: python examples/normalize_duckdb.py"""

from __future__ import annotations

from pathlib import Path

import duckdb

import lao_names

connection = duckdb.connect()
news = connection.read_csv(str(Path(__file__).parent / "border_news.csv"))
named = lao_names.tables.normalize(news, "name", add=["id", "name", "status"])

query = "select name_name, count(*) as n from named where name_status = 'match' group by 1 order by n desc, 1 limit 5"
for name, rows in named.query("named", query).fetchall():
    print(f"{name:20} {rows}")
