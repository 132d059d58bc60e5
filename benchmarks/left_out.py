"""Measure generated spellings: are attested Vietnamese spellings that were left out among the first ones?

    python benchmarks/left_out.py

Left out means: the form informs neither the counts nor the known spellings of its entity and of namesakes; what remains
known is what the library would know. In five parts, once by form (all other forms of the entity are known), once by entity
(no Vietnamese form of it is). Tones and spacing are set aside. The spellings aligned by hand are reference data outside the
project (../shared/linguistics); where they are missing, their line is.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from spelling_counts import Witness, aligned, counts, witnesses

from lao_names.builtin import gazetteer
from lao_names.gazetteer.model import Entity
from lao_names.spelling.forms import expected_of, namesakes_of, reader_of
from lao_names.spelling.generating import generated
from lao_names.spelling.letters import VIETNAMESE, letters_key, parted
from lao_names.spelling.model import Habits
from lao_names.spelling.naming import lao_name, words_of

BY_HAND = (
    Path(__file__).resolve().parent.parent.parent / "shared" / "linguistics" / "tables" / "vn_alignment_evidence.tsv"
)
FIRST = 50
FOLDS = 5
SEED = 1

Figure = tuple[str, float, str, int]
"""What, figure, bar, number of cases."""


def figures() -> Iterator[Figure]:
    """The shares found, by form and by entity."""
    everything = list(witnesses(gazetteer()))
    true_spellings = {(form.id, form.letters) for form, _ in aligned(everything)}
    for what in ("form", "entity"):
        parts = list(folds(everything, list(attested_spellings()), by_entity=what == "entity"))
        found = cross_validated(parts)
        in_lao = {case: hit for case, hit in found.items() if "lo" in gazetteer()[case[0]].names}
        others = [hit for case, hit in found.items() if case not in in_lao]
        spelled = [hit for case, hit in in_lao.items() if case in true_spellings]
        yield figure(f"left-out Vietnamese spellings, by {what}", list(in_lao.values()), ".80")
        yield figure(f"  those that spell the Lao name, by {what}", spelled, ".80")
        yield figure(f"  of entities without Lao script, by {what}", others, "-")
        if what == "form" and BY_HAND.exists():
            yield figure("  spellings aligned by hand, from the Lao script alone", from_lao_script_alone(parts), ".80")


def figure(what: str, hits: Sequence[bool], bar: str) -> Figure:
    """The share of hits."""
    return what, sum(hits) / len(hits), bar, len(hits)


class Attested(NamedTuple):
    """An attested Vietnamese spelling: of which entity, of which name (the Lao one, else the id), its letters."""

    id: str
    name: str
    letters: str


def attested_spellings() -> Iterator[Attested]:
    """The attested Vietnamese spellings of the gazetteer, each entity's letters once."""
    for entity in gazetteer():
        texts = [form.text for form in entity.forms if form.lang in VIETNAMESE and form.evidence == "attested"]
        for key in dict.fromkeys(key for text in texts if (key := parted(text).letters)):
            yield Attested(entity.id, lao_name(entity) or entity.id, key)


class Fold(NamedTuple):
    """One part of the spellings left out, and what the others teach.

    Attributes:
        hidden: the spellings left out.
        habits: counted on all forms but those.
    """

    hidden: list[Attested]
    habits: Habits

    def without_hidden(self, entity: Entity) -> Entity:
        """An entity as if the hidden spellings of its name had never been seen."""
        name = lao_name(entity) or entity.id
        out = {form.letters for form in self.hidden if form.name == name}
        kept = tuple(form for form in entity.forms if not (form.lang in VIETNAMESE and out & keys_of(form.text)))
        named = {lang: text for lang, text in entity.names.items() if lang == "lo" or not out & keys_of(text)}
        return replace(entity, forms=kept, names=named)


def keys_of(text: str) -> set[str]:
    """The letters of a form, and of each side of a pair of names."""
    return {parted(part).letters for part in (text, *text.split(" - "))}


def folds(everything: Sequence[Witness], vietnamese: Sequence[Attested], *, by_entity: bool) -> Iterator[Fold]:
    """Spellings in parts: those of the same letters, or of the same name, in the same part."""
    keys = sorted({form.name if by_entity else form.name + "\t" + form.letters for form in vietnamese})
    random.Random(SEED).shuffle(keys)
    fold_of = {value: place % FOLDS for place, value in enumerate(keys)}
    for fold in range(FOLDS):
        hidden = [
            form for form in vietnamese if fold_of[form.name if by_entity else form.name + "\t" + form.letters] == fold
        ]
        names = {(form.name, form.letters) for form in hidden}
        kept = [form for form in everything if (form.lao, form.letters) not in names or form.style == "english"]
        yield Fold(hidden, Habits(counts(aligned(kept))))


def cross_validated(parts: Sequence[Fold]) -> dict[tuple[str, str], bool]:
    """For each left-out spelling (entity, letters) whether it is among the first generated ones.

    Entities without Lao script of which no spelling is left are no cases: the library would not know them.
    """
    found: dict[tuple[str, str], bool] = {}
    for part in parts:
        reader = reader_of(gazetteer(), part.habits)
        for entity_id in sorted({form.id for form in part.hidden}):
            entity = part.without_hidden(gazetteer()[entity_id])
            namesakes = map(part.without_hidden, namesakes_of(entity, gazetteer()))
            expected = expected_of(entity, "vietnamese", part.habits, reader, namesakes)
            seen = {parted(form.text).letters for form in entity.forms if form.lang in VIETNAMESE}
            first = list(islice((k for form in expected if (k := letters_key(form.text)) not in seen), FIRST))
            if first or "lo" in entity.names:
                found.update(
                    {(form.id, form.letters): form.letters in first for form in part.hidden if form.id == entity_id}
                )
    return found


def from_lao_script_alone(parts: Sequence[Fold]) -> list[bool]:
    """For each spelling aligned by hand whether it is generated from the Lao script, left out of the counts."""
    with open(BY_HAND, encoding="utf-8", newline="") as file:
        cases = {
            (row["lao"], letters_key(row["vietnamese_attested"]))
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        }
    found = []
    for lao, key in sorted(cases):
        part = next((part for part in parts if key in {form.letters for form in part.hidden}), parts[0])
        expected = generated(words_of(lao), "vietnamese", part.habits)
        found.append(key in {letters_key(form.text) for form in expected[:FIRST]})
    return found


def main() -> None:
    """Print the figures."""
    for what, share, bar, cases in figures():
        print(f"{what:<66} {share:8.4f}  bar {bar:<9} n {cases}")


if __name__ == "__main__":
    main()
