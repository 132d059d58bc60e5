"""The words that a Vietnamese writer puts before a name as if they were part of it: Mường Khoa for ຂວາ, sông Mê Kông.

Such words are set aside wherever names are compared; but who searches for a name of one syllable finds little without
them. Start with :func:`words_before`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from lao_names.spelling.naming import Name

MUONG = {"Mường": 0.76, "Muang": 0.14, "Mương": 0.1}
"""The word for district, as Vietnamese writers spell it before Lao names."""

OF_ONE_SYLLABLE, OF_MORE, IN_LAO = 0.5, 0.02, 0.5
"""The chance of it: districts of one syllable (10 of 18 forms have it), other districts (1 of 108), and names of anything
that have it in Lao (ເມືອງສິງ: Mường Sinh, Sing). Counted on the gazetteer, November 2026."""

WORTH = 3.0
"""What these chances are worth beside known spellings, in spellings."""

OTHER_LANGUAGE = 0.1
"""What a known spelling of another language shows of Vietnamese use: English gazetteers write Muang and Ban everywhere."""

LEAST_CHANCE = 0.01


def words_before(name: Name, *, is_district: bool) -> Mapping[str, float]:
    """Words before a name with their chances; "" for none.

    >>> max(words_before(Name(((),)), is_district=False).items(), key=lambda item: item[1])
    ('', 1.0)
    """
    one_syllable = sum(map(len, name.words)) == 1
    muong = IN_LAO if name.of_district else (OF_ONE_SYLLABLE if one_syllable else OF_MORE) if is_district else 0.0
    weights = defaultdict(float, {"": WORTH * (1 - muong)})
    for word, share in MUONG.items():
        weights[word] += WORTH * muong * share
    for form in name.known:
        weights[form.before] += 1.0 if form.is_vietnamese else OTHER_LANGUAGE
    total = sum(weights.values())
    return {word: weight / total for word, weight in weights.items() if weight / total > LEAST_CHANCE}
