"""What takes long to make and is seldom needed at once: made when it is first used.

A regular expression takes a tenth to half a millisecond, the library has sixty, and one name needs ten of them. Loading
rapidfuzz takes eight, and listed spellings are answered without it. Both at import were a seventh of the time to the first
answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any, cast


class _Later:
    """Stands for an object that is made at the first look at one of its attributes; each attribute is looked up once."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copying and pickling ask for these
            raise AttributeError(name)
        found = getattr(self._make(), name)
        setattr(self, name, found)
        return found


def pattern(expression: str) -> re.Pattern[str]:
    """As ``re.compile``, but later.

    >>> pattern("[0-9]+").sub("#", "Km 24")
    'Km #'
    """
    return cast("re.Pattern[str]", _Later(lambda: re.compile(expression)))


def module(name: str) -> Any:
    """As an import of a module, but later.

    >>> module("math").floor(2.5)
    2
    """
    return _Later(lambda: import_module(name))
