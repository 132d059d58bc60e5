"""Scripts that are neither Lao nor Latin: Thai, Cyrillic, Chinese, Korean, Arabic ...

They reach the library through lists copied from encyclopaedias. Unidecode turns each character into Latin letters, and the
romanized reader does the rest; that is rough (Thai vowels come in written order), but two spellings in one script come out
alike. Lao script never goes this way: Unidecode makes nonsense of it. Unidecode is loaded only when such a text comes.
"""

from __future__ import annotations

from lao_names.orthography import romanized
from lao_names.orthography.later import pattern
from lao_names.phonology import Syllable

_NOT_A_LETTER = pattern(r"[^a-z]+")


def read(text: str) -> tuple[tuple[Syllable, ...], ...]:
    """Readings of a text in any script.

    >>> [".".join(map(str, reading)) for reading in read("Вьентьян")]
    ['w.en.t.iən']
    """
    from unidecode import unidecode

    words = [word for word in _NOT_A_LETTER.split(unidecode(text, errors="ignore").lower()) if word]
    return romanized.read(words)
