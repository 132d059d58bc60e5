"""The version of the code, in one place: the build, the cache of the compiled gazetteer and ``--version`` read it."""

from __future__ import annotations

__version__ = "0.1.0"
