"""Regular expressions that are compiled when they are first used.

Making one takes a tenth to half a millisecond, the library has sixty, and one name needs ten of them: compiling all at
import was a tenth of the time to the first answer.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Waiting:
    """Stands for a compiled expression; each of its methods is looked up once."""

    def __init__(self, expression: str) -> None:
        self._expression = expression

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copying and pickling ask for these
            raise AttributeError(name)
        found = getattr(re.compile(self._expression), name)
        setattr(self, name, found)
        return found


def pattern(expression: str) -> re.Pattern[str]:
    """As ``re.compile``, but later.

    >>> pattern("[0-9]+").sub("#", "Km 24")
    'Km #'
    """
    return cast("re.Pattern[str]", _Waiting(expression))
