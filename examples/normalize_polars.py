"""Polars, lazily: nothing is read before ``collect``. Run: python examples/normalize_polars.py"""

from __future__ import annotations

from pathlib import Path

import polars as pl

import lao_names

lao_names.tables.register()

news = pl.scan_csv(Path(__file__).parent / "border_news.csv")
named = news.lao.normalize("name", add=["id", "name", "status", "kind"])
counts = named.group_by("name_kind").len().sort("len", descending=True)

for kind, rows in counts.collect().iter_rows():
    print(f"{kind or 'not matched':12} {rows}")
