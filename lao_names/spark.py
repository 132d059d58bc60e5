"""PySpark under a short name: ``lao_names.spark.normalize(df, "name")``.

For tables that one machine does not hold: the distinct spellings are resolved on the workers
(:mod:`lao_names.tables.spark_frames`). Options and answers are those of :func:`lao_names.tables.normalize`.
"""

from __future__ import annotations

from lao_names.tables.frames import normalize

__all__ = ["normalize"]
