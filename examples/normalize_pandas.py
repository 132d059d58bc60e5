"""pandas: which provinces does the news speak of? Run: python examples/normalize_pandas.py"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

import lao_names

news = pd.read_csv(Path(__file__).parent / "border_news.csv")
named = lao_names.tables.normalize(news, "name", add=["id", "name", "status", "kind"])

print(named["name_status"].value_counts().to_string())
provinces = named[named["name_kind"] == "province"]
print(provinces.groupby("name_name").size().sort_values(ascending=False).head(5).to_string())
