"""PySpark on this machine alone; a cluster differs in ``master`` only. Run: python examples/normalize_spark.py"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from pyspark.sql import SparkSession

import lao_names

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the workers need the package, too
spark = SparkSession.builder.master("local[2]").config("spark.driver.host", "127.0.0.1").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")

news = spark.read.csv(str(Path(__file__).parent / "border_news.csv"), header=True)
named = lao_names.spark.normalize(news, "name", add=["id", "name", "status"])

for row in named.groupBy("name_status").count().orderBy("name_status").collect():
    print(f"{row['name_status']:12} {row['count']}")
spark.stop()
