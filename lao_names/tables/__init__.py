"""Tables and data frames: a column of spellings gets ids, canonical names, statuses and probabilities beside it.

>>> from lao_names import tables
>>> tables.normalize({"name": ["Bô Ly Khăm Xay", "Hà Nội"]}, "name")["name_id"]
['LA-BL', None]

One plan everywhere: find the distinct spellings, resolve each once, put the answers back by a join. :func:`normalize`
takes frames of pandas, Polars (eager and lazy), pyarrow, DuckDB and PySpark, and a dictionary of lists; files are
what the command line is for (``lao-names normalize``, :mod:`~lao_names.tables.files`). Each engine has a module of its
own here, which is loaded when a frame of it comes.

:func:`register` gives pandas ``Series.lao`` and Polars ``.lao``; :func:`lao_names.tables.duck.register` gives DuckDB a
function for SQL.
"""

from __future__ import annotations

from lao_names.tables.frames import normalize, register

__all__ = ["normalize", "register"]
