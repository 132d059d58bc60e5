"""The questions that the accuracy benchmarks ask, and the gazetteers without the answers in them.

Leave-one-form-out, in folds: in each fold a part of the spellings is taken out of the gazetteer and asked for; persons
are left out whole as well (nobody listed is meant then), and names that are not Lao are asked too. Every system gets
the same gazetteer and the same questions. Start with :func:`folds`.

Names that are not Lao come from ``not_lao.tsv`` of the shared fact base beside the checkout (``../shared``); where that
is absent the folds go without them and :func:`strangers` says so on stderr.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from lao_names.gazetteer.model import Entity, Evidence, Gazetteer, Kind, SurfaceForm

LANGUAGES = {"vi": "vi", "lo": "lo", "en": "en+fr", "fr": "en+fr", "und": "Latin"}
"""Languages asked for, and their groups."""

ASKED = (Evidence.OFFICIAL, Evidence.ATTESTED, Evidence.MISSPELLING)

SHARED = Path(__file__).resolve().parents[2] / "shared"


class Question(NamedTuple):
    """A spelling to ask for.

    Attributes:
        text: the spelling.
        truth: ids that it may mean; empty = nobody listed. Every holder of the spelling counts, and every unit of the
            same name around or inside a holder (the town and the district Champasak: either answer is true).
        group: ``vi``, ``en+fr``, ``lo``, ``Latin`` (BGN and Latin letters of unknown language) for listed entities;
            ``not Lao: place``, ``not Lao: person``, ``left-out person`` for nobody.
    """

    text: str
    truth: frozenset[str]
    group: str


class Fold(NamedTuple):
    """A gazetteer and what to ask of it."""

    gazetteer: Gazetteer
    questions: tuple[Question, ...]


def plain(text: str) -> str:
    """Letters and digits alone: no marks, case, spaces, hyphens (Lao vowel and tone signs stay).

    >>> plain("Bô-ly Khăm Xay"), plain("Đắk Chưng")
    ('bolykhamxay', 'dakchung')
    """
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(c for c in letters if c.isalnum() or "\u0e80" <= c <= "\u0eff")


def exact(text: str) -> str:
    """The text itself, but for case and Unicode normal form."""
    return unicodedata.normalize("NFC", text.casefold()).strip()


def folds(gazetteer: Gazetteer, *, number: int = 10, strict: bool = True, left_out: bool = True) -> Iterator[Fold]:
    """The gazetteer in ``number`` versions, each without a part of its forms, with the questions about that part.

    Args:
        gazetteer: the whole one.
        number: of folds.
        strict: take out every form that equals the one asked for even without marks, case and spaces; else only forms
            that equal it but for case.
        left_out: also leave persons out whole and ask for them.
    """
    key = plain if strict else exact
    listed = holders_of(gazetteer, plain)
    nobody = [question for question in strangers() if plain(question.text) not in listed]  # the Mekong is listed
    holders = holders_of(gazetteer, key)
    namesakes = nested_namesakes(gazetteer)
    for fold in range(number):
        gone = {entity.id for entity in gazetteer if left_out and is_left_out(entity, fold, number)}
        entities, questions = [], []
        for entity in gazetteer:
            if entity.id in gone:
                questions += left_out_questions(entity, gone, holders, key)
                continue
            kept = tuple(form for form in entity.forms if bucket(key(form.text), number) != fold)
            if not kept:
                kept = entity.forms[:1]
            known = {key(form.text) for form in kept}
            asked = {key(form.text): form for form in entity.forms if key(form.text) not in known and is_asked(form)}
            if entity.kind is Kind.CROSSING:
                asked = {}  # its two sides have different names, one of which says nothing of the other
            for spelling, form in asked.items():
                meant = holders[spelling].union(*(namesakes[holder] for holder in holders[spelling]))
                questions.append(Question(form.text, meant - gone, group_of(form)))
            entities.append(replace(entity, forms=kept))
        asked_here = [question for question in nobody if bucket(plain(question.text), number) == fold]
        yield Fold(Gazetteer(entities, gazetteer.words), tuple(dict.fromkeys(questions + asked_here)))


def holders_of(gazetteer: Gazetteer, key: Callable[[str], str]) -> dict[str, frozenset[str]]:
    """The ids that share a spelling, by key: all of them are right answers to it."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in gazetteer:
        for form in entity.forms:
            found[key(form.text)].add(entity.id)
    return {spelling: frozenset(ids) for spelling, ids in found.items()}


def nested_namesakes(gazetteer: Gazetteer) -> dict[str, set[str]]:
    """For each entity the units of the same name that lie around it or in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for ids in set(holders_of(gazetteer, plain).values()):
        for one in ids:
            found[one] |= {
                other for other in ids - {one} if gazetteer.lies_in(one, other) or gazetteer.lies_in(other, one)
            }
    return found


def is_asked(form: SurfaceForm) -> bool:
    """Attested and official spellings in Latin letters or Lao script.

    Bare surnames have no right answer without context; exonyms, former names and metonyms (Vạn Tượng, Khanthaboury) are
    known or not known, no system can hear them from other forms.
    """
    return form.evidence in ASKED and form.lang.partition("-")[0] in LANGUAGES


def is_left_out(entity: Entity, fold: int, number: int) -> bool:
    """A person is left out whole in one of the folds, and only one of three persons is."""
    chosen = crc32(f"person {entity.id}".encode())
    return entity.kind is Kind.PERSON and chosen % number == fold and chosen // number % 3 == 0


def left_out_questions(
    entity: Entity, gone: set[str], holders: dict[str, frozenset[str]], key: object
) -> list[Question]:
    """A left-out person's spellings, each of which means nobody listed, unless somebody else bears it."""
    asked = {key(form.text): form.text for form in entity.forms if is_asked(form)}
    return [Question(text, frozenset(), "left-out person") for k, text in asked.items() if not holders[k] - gone]


def bucket(text: str, number: int) -> int:
    """The fold that a spelling falls into, the same in every process."""
    return crc32(text.encode("utf-8", "surrogatepass")) % number


def group_of(form: SurfaceForm) -> str:
    """The group of a question about a listed entity, from the form's language."""
    return "Latin" if form.lang.startswith("lo-Latn") else LANGUAGES[form.lang.partition("-")[0]]


def strangers() -> tuple[Question, ...]:
    """Names from the same texts that are nobody listed; () with a word on stderr where they are absent."""
    path = SHARED / "data" / "not_lao.tsv"
    if not path.exists():
        print("not_lao.tsv is absent: nobody but left-out persons is asked for", file=sys.stderr)
        return ()
    found = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        text, what = line.split("\t")[:2]
        found.append(Question(text, frozenset(), "not Lao: person" if "person" in what.lower() else "not Lao: place"))
    return tuple(found)
