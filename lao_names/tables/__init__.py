"""Tables and data frames: a column of spellings gets ids, canonical names, statuses and probabilities beside it.

>>> from lao_names import tables
>>> tables.normalize({"name": ["Bô Ly Khăm Xay", "Hà Nội"]}, "name")["name_id"]
['LA-BL', None]

One plan everywhere: find the distinct spellings, resolve each once, put the answers back by a join. :func:`normalize`
takes frames of pandas, Polars (eager and lazy), pyarrow, DuckDB and PySpark, and a dictionary of lists; files are
what the command line is for (``lao-names normalize``, :mod:`~lao_names.tables.files`). Each engine has a module of its
own here, which is loaded when a frame of it comes.

Where pandas or Polars was imported before, importing this module gives them ``series.lao``, ``frame.lao`` and
``pl.col(...).lao``; :func:`register` does so at any later time. :func:`lao_names.tables.duck.register` gives DuckDB
functions for SQL.
"""

from __future__ import annotations

import sys

from lao_names.tables.frames import normalize, register

# Never the reason for which an engine is loaded: that would take seconds.
for _engine in ("pandas", "polars"):
    if _engine in sys.modules:
        register(_engine)

__all__ = ["normalize", "register"]
