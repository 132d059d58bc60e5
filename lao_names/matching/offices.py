"""Which office words name: Thủ tướng, Prime Minister, Premier ministre and ນາຍົກລັດຖະມົນຕີ are one.

Offices are printed in every language and never twice alike; :data:`OFFICES` knows the ranks by the words for them, and
:func:`offices_in` finds those in a printed office or in the words before a name. What a rank is of (a province, a ministry)
is not looked at: places named beside it speak for themselves.

Words of the press of the four languages, November 2026.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

OFFICES: dict[str, tuple[str, ...]] = {
    "deputy prime minister": (
        "phó thủ tướng", "pho thu tuong", "deputy prime minister", "vice-premier ministre", "vice-premier", "ຮອງນາຍົກ",
        "รองนายก",
    ),
    "prime minister": (
        "thủ tướng", "thu tuong", "prime minister", "premier ministre", "premierminister", "ນາຍົກລັດຖະມົນຕີ", "ນາຍົກ",
        "นายกรัฐมนตรี",
    ),
    "head of parliament": (
        "chủ tịch quốc hội", "chu tich quoc hoi", "president of the national assembly", "national assembly president",
        "chairman of the national assembly", "président de l'assemblée nationale", "ປະທານສະພາແຫ່ງຊາດ",
    ),
    "vice president": ("phó chủ tịch nước", "pho chu tich nuoc", "vice president", "vice-président", "ຮອງປະທານປະເທດ"),
    "president": ("chủ tịch nước", "chu tich nuoc", "president", "président", "ປະທານປະເທດ", "ประธานประเทศ"),
    "general secretary": (
        "tổng bí thư", "tong bi thu", "general secretary", "secretary general", "secrétaire général", "ເລຂາທິການໃຫຍ່",
    ),
    "deputy governor": ("phó tỉnh trưởng", "pho tinh truong", "deputy governor", "vice-gouverneur", "ຮອງເຈົ້າແຂວງ"),
    "governor": (
        "tỉnh trưởng", "tinh truong", "đô trưởng", "governor", "mayor", "gouverneur", "chef de la province", "maire",
        "ເຈົ້າແຂວງ", "ເຈົ້າຄອງ",
    ),
    "deputy minister": ("thứ trưởng", "thu truong", "deputy minister", "vice minister", "vice-ministre", "ຮອງລັດຖະມົນຕີ"),
    "minister": ("bộ trưởng", "bo truong", "minister", "ministre", "ລັດຖະມົນຕີ", "รัฐมนตรี"),
    "ambassador": ("đại sứ", "dai su", "ambassador", "ambassadeur", "ເອກອັກຄະລັດຖະທູດ", "посол"),
    "deputy head of police": ("phó giám đốc công an", "pgđ công an", "deputy police director", "deputy director of police"),
    "head of police": ("giám đốc công an", "gđ công an", "police director", "director of police", "ຫົວໜ້າກອງບັນຊາການ ປກສ"),
    "deputy secretary": ("phó bí thư", "pho bi thu", "deputy secretary", "ຮອງເລຂາພັກ"),
    "secretary": ("bí thư", "bi thu", "secretary", "secrétaire", "ເລຂາພັກ"),
    "king": ("vua", "quốc vương", "king", "roi", "ພຣະເຈົ້າ", "ເຈົ້າຊີວິດ"),
}  # fmt: skip
"""Ranks, each with its words; those that hold another one's words come before it."""


OF_ONE = frozenset(("prime minister", "president", "general secretary", "head of parliament", "king"))
"""Ranks that one person holds at a time; others hold the rest as well."""


@lru_cache(maxsize=8192)
def offices_in(text: str) -> frozenset[str]:
    """The ranks that a text names.

    >>> sorted(offices_in("Phó Thủ tướng kiêm Bộ trưởng Bộ Ngoại giao"))
    ['deputy prime minister', 'minister']
    """
    return frozenset(_found(text.lower()))


def _found(text: str) -> Iterator[str]:
    for office, words in OFFICES.items():
        for word in words:
            if word in text:
                text = text.replace(word, "|")  # "phó thủ tướng" is no "thủ tướng"
                yield office
