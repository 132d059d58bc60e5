"""A spelling in the spacings that writers use: Xiêng Khoảng and Xiêngkhoảng. Start with :func:`spacings`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import accumulate

from lao_names.spelling.naming import Known, Name, Reader
from lao_names.spelling.syllables import is_written


def spacings(text: str, style: str, names: Iterable[Name], reader: Reader) -> tuple[str, ...]:
    """A spelling with the syllables of each word joined, then parted if each may stand alone in a Vietnamese text; () where
    it spells none of some names."""
    for name in names:
        known = reader.cut((text, style), name.units)
        if known is not None and known.text in text:
            before, _, after = text.partition(known.text)
            return tuple(before + written + after for written in _respaced(known, name))
    return ()


def _respaced(known: Known, name: Name) -> list[str]:
    letters = [letter for letter in unicodedata.normalize("NFC", known.text) if letter.isalpha()]
    if len(letters) != sum(map(len, known.letters)):
        return []
    ends = list(accumulate(len(onset + rime) for onset, rime in known.syllables))
    last_of_words = accumulate(map(len, name.words))
    joined = _parted(letters, [ends[last - 1] for last in last_of_words])
    alone = all(is_written(onset + rime) for onset, rime in known.syllables)
    return [joined, _parted(letters, ends)] if alone else [joined]


def _parted(letters: Sequence[str], ends: Sequence[int]) -> str:
    starts = [0, *ends[:-1]]
    return " ".join("".join(letters[start:end]).capitalize() for start, end in zip(starts, ends, strict=True))
