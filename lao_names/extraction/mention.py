"""What extraction answers: a :class:`Mention`, a stretch of running text with its resolution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lao_names.matching.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text.

    Attributes:
        start, end: where it stands: code points of the text as it was given, the end not included.
        text: the name as it stands there, without the generic word or title around it.
        resolution: who or where it is. Its query is the name as it was asked: clean, with the word that speaks for it.
    """

    start: int
    end: int
    text: str
    resolution: Resolution

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON: the span, then what :meth:`~lao_names.matching.resolution.Resolution.to_dict` gives."""
        return {"start": self.start, "end": self.end, "text": self.text, **self.resolution.to_dict()}
