"""Find and resolve every Lao name in running text: news articles first of all.

:func:`extract` is the door; :mod:`~lao_names.extraction.extractor` shows the whole way on one screen:

* :mod:`~lao_names.extraction.given` composes the text and keeps the way back to its offsets;
* :mod:`~lao_names.extraction.tokens` finds runs of capitalised words, :mod:`~lao_names.extraction.sieve` leaves out those in
  which no Lao name can be, :mod:`~lao_names.extraction.runs` cuts the others at the words around names
  (:mod:`~lao_names.extraction.cues`);
* :mod:`~lao_names.extraction.reading` asks the resolver about what is left, :mod:`~lao_names.extraction.choosing` decides
  which stretches are names, :mod:`~lao_names.extraction.lao_script` does the same for text without spaces;
* :mod:`~lao_names.extraction.document` lets the rest of the article speak.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from lao_names.extraction.extractor import Extractor
from lao_names.extraction.mention import Mention

__all__ = ["Extractor", "Mention", "extract"]


@cache
def extractor() -> Extractor:
    """The extractor over the built-in gazetteer, one per process."""
    from lao_names import builtin

    return Extractor(builtin.resolver())


def extract(
    text: str,
    on: str | date | None = None,
    kinds: str | Iterable[str] | None = None,
    include_unmatched: bool = False,
) -> list[Mention]:
    """The Lao names of a text, in order, not overlapping, each with who or where it is.

    Args:
        text: any text: Vietnamese, English, French, Lao, mixed; NFC, NFD or mixed.
        on: the day of the text (ISO text or ``datetime.date``): offices held then, units that existed then.
        kinds: only names of these kinds: province, district, town, crossing, feature, former_unit, village, person.
        include_unmatched: also stretches that look like a Lao name but are not listed, with status "no match".

    Returns:
        mentions; their offsets count code points of ``text`` as given, and their spans leave out the generic word or
        title around the name. The status of each resolution is "match" or "ambiguous".

    Raises:
        NotText: the text is not a ``str``.
        InvalidArgument: ``on`` is no date, or a kind does not exist.

    >>> [(name.text, name.resolution.entity.id) for name in extract("Công an các tỉnh Hủa Phăn và Xiêng Khoảng (Lào)")]
    [('Hủa Phăn', 'LA-HO'), ('Xiêng Khoảng', 'LA-XI')]
    """
    return extractor().extract(text, on, kinds, include_unmatched)
