"""Hypothesis profiles, and what several tests share.

``dev`` is the default: quick, random. ``ci`` is chosen where the variable CI is set: more examples, always the same
ones, so that a red run is red again. ``nightly`` searches long and remembers what it found. Choose with
``HYPOTHESIS_PROFILE=nightly make test``.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase

ROOT = Path(__file__).resolve().parent.parent

# No deadlines per example: the first one of a process opens the gazetteer. Time bounds are tests of their own.
SLOW_START = [HealthCheck.too_slow]
settings.register_profile("dev", max_examples=60, deadline=None, suppress_health_check=SLOW_START)
settings.register_profile(
    "ci",
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    suppress_health_check=SLOW_START,
)
settings.register_profile(
    "nightly",
    max_examples=5000,
    deadline=None,
    database=DirectoryBasedExampleDatabase(ROOT / ".hypothesis" / "examples"),
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT
