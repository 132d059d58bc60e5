"""Whether names that several listed units or persons bear are left open, and whether a word for the unit decides.

    python benchmarks/same_names.py

Bare names whose bearers do not lie in each other should be "ambiguous"; with a word for what one of them is ("huyện",
"Province", "ແຂວງ") that one should be the answer, or among the tied where two of its sort bear the name.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lao_names.builtin import gazetteer, lexicon, resolver
from lao_names.gazetteer.model import Entity, Evidence
from lao_names.matching.resolution import Status
from lao_names.orthography.unicode import clean

SORTS = {
    "province": ("tỉnh {}", "{} Province", "Province de {}"),
    "district": ("huyện {}", "{} District"),
    "town": ("thành phố {}", "thị xã {}", "{} town"),
    "capital": ("thủ đô {}", "{} Capital", "{} Prefecture"),
}
LAO_SORTS = {"province": ("ແຂວງ{}",), "district": ("ເມືອງ{}",)}
"""Words for each sort of unit, in Latin and in Lao letters."""

SHORTEST = 3
"""Letters of the shortest bare name that is asked."""


def bearers(kinds: tuple[str, ...]) -> dict[str, set[str]]:
    """Names without the words around them, and the ids of all that are called so."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entity in gazetteer():
        for form in entity.forms if entity.kind in kinds else ():
            if form.evidence in (Evidence.ATTESTED, Evidence.OFFICIAL):
                stripped = lexicon().strip(clean(form.text), lao_stays=True)
                found[stripped.loose or stripped.core].add(entity.id)
    return found


def is_nested(one: str, other: str) -> bool:
    """Whether one of two units lies in the other."""
    return one in gazetteer().ancestors(other) or other in gazetteer().ancestors(one)


def bare() -> Iterator[tuple[str, bool]]:
    """Names of several that do not lie in each other, and whether they are left open."""
    for name, ids in bearers(("province", "district", "town", "person")).items():
        apart = any(one < other and not is_nested(one, other) for one in ids for other in ids)
        if apart and len(name) >= SHORTEST:
            yield name, resolver().resolve(name).status is Status.AMBIGUOUS


def with_word() -> Iterator[tuple[str, bool]]:
    """Names of several units with the word for each, and whether that one is the answer."""
    for name, ids in bearers(("province", "district", "town")).items():
        for entity in (gazetteer()[one] for one in ids if len(ids) > 1):
            others = {sort_of(gazetteer()[one]) for one in ids if one != entity.id}
            words = (LAO_SORTS if "\u0e80" <= name[0] <= "\u0eff" else SORTS).get(sort_of(entity), ())
            for text in (word.format(name) for word in words):
                answer = resolver().resolve(text)
                tied = entity in [candidate.entity for candidate in answer.tied]
                yield text, tied if sort_of(entity) in others else answer.entity is entity


def sort_of(entity: Entity) -> str:
    """Whose words stand beside a unit."""
    return entity.designation if entity.designation in SORTS else str(entity.kind)


def main() -> None:
    """Prints both shares and what is answered otherwise."""
    for what, bar, found in (("bare, ambiguous", "all", list(bare())), ("with a word, right", ".98", list(with_word()))):
        right = sum(is_right for _, is_right in found)
        print(f"{what:<22} {right} of {len(found)} ({right / len(found):.3f}, bar {bar})")
        print(*(f"    {text}" for text, is_right in found if not is_right), sep="\n")


if __name__ == "__main__":
    main()
