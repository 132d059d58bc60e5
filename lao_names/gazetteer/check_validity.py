"""Checks of what a gazetteer cannot do without: ``E1..`` the shape of its files, ``E2..`` values and references.

Any of these stops loading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lao_names.gazetteer.check_kit import Finding, coded, degrees, each_dated, each_form
from lao_names.gazetteer.model import Evidence, Kind
from lao_names.gazetteer.records import Folder, Record

ENTITY_KEYS = frozenset(
    "id kind designation parent names codes lat lon start end successors earlier_parents identity notes offices".split()
) | {"forms"}
FORM_KEYS = frozenset("text lang evidence source seen context".split())
OFFICE_KEYS = frozenset("role jurisdiction start end seen source".split())
MEMBERSHIP_KEYS = frozenset("unit start end".split())
WORD_KEYS = frozenset("text lang role points_to position".split())
KEYS_OF = {"forms": FORM_KEYS, "offices": OFFICE_KEYS, "earlier_parents": MEMBERSHIP_KEYS}

KINDS = frozenset(map(str, Kind))
EVIDENCES = frozenset(map(str, Evidence))
IDENTITIES = frozenset(("certain", "likely", "unsure", "single"))
ROLES = frozenset(("generic", "title", "office", "organisation", "filler"))
POSITIONS = frozenset(("before", "after", "either"))

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
SEEN = re.compile(rf"(<=)?{DATE.pattern}(/{DATE.pattern})?")

# E1: shape ----------------------------------------------------------------------------------------------------------


@coded("E103")
def unknown_key(folder: Folder) -> Iterator[Finding]:
    """the key is not known here (nothing private, and no misspelt key)"""
    for record in folder.entities:
        yield from ((record, record.data.line_of(key), key) for key in record.data if key not in ENTITY_KEYS)
        for part, known in KEYS_OF.items():
            for block in record.data.blocks(part):
                yield from ((record, block.line_of(key), f"{part}: {key}") for key in block if key not in known)
    for record in folder.words:
        yield from ((record, record.data.line_of(key), key) for key in record.data if key not in WORD_KEYS)


@coded("E104")
def missing_value(folder: Folder) -> Iterator[Finding]:
    """a value that is needed is missing or empty"""
    for record in folder.entities:
        yield from ((record, record.line, key) for key in ("id", "kind") if not record.data.text(key).strip())
        names = record.data.get("names") or {}
        if not names or not all(name.strip() for name in names.values()):
            yield record, record.data.line_of("names"), "names"
        for part, keys in (
            ("forms", ("text", "lang", "evidence")),
            ("offices", ("role",)),
            ("earlier_parents", ("unit",)),
        ):
            for block in record.data.blocks(part):
                yield from ((record, block.line, f"{part}: {key}") for key in keys if not block.text(key).strip())
    for record in folder.words:
        yield from ((record, record.line, key) for key in ("text", "lang", "role") if not record.data.text(key).strip())


# E2: values and references ------------------------------------------------------------------------------------------


@coded("E201")
def id_twice(folder: Folder) -> Iterator[Finding]:
    """another entity has the same id"""
    first: dict[str, Record] = {}
    for record in folder.entities:
        other = first.setdefault(record.id, record)
        if record.id and other is not record:
            yield record, record.data.line_of("id"), f"{record.id}, first at {other.file}:{other.data.line_of('id')}"


@coded("E202")
def unknown_kind(folder: Folder) -> Iterator[Finding]:
    """this kind of entity does not exist"""
    for record in folder.entities:
        kind = record.data.text("kind")
        if kind and kind not in KINDS:
            yield record, kind.line, f"{kind}; known are {', '.join(sorted(KINDS))}"


@coded("E203")
def unknown_evidence(folder: Folder) -> Iterator[Finding]:
    """this kind of evidence does not exist"""
    for record, form in each_form(folder):
        evidence = form.text("evidence")
        if evidence and evidence not in EVIDENCES:
            yield record, evidence.line, f"{evidence}; known are {', '.join(sorted(EVIDENCES))}"


@coded("E204")
def unknown_parent(folder: Folder) -> Iterator[Finding]:
    """the parent is no entity"""
    known = {record.id for record in folder.entities}
    for record in folder.entities:
        parent = record.data.text("parent")
        if parent and parent not in known:
            yield record, parent.line, parent
        for block in record.data.blocks("earlier_parents"):
            if block.text("unit") and block.text("unit") not in known:
                yield record, block.line_of("unit"), block.text("unit")


@coded("E205")
def unknown_successor(folder: Folder) -> Iterator[Finding]:
    """the successor is no entity"""
    known = {record.id for record in folder.entities}
    for record in folder.entities:
        yield from ((record, text.line, text) for text in record.data.texts("successors") if text not in known)


@coded("E206")
def unknown_jurisdiction(folder: Folder) -> Iterator[Finding]:
    """the office's jurisdiction is no entity and not LA"""
    known = {record.id for record in folder.entities} | {"LA", ""}
    for record in folder.entities:
        for office in record.data.blocks("offices"):
            where = office.text("jurisdiction")
            if where not in known:
                yield record, where.line, where


@coded("E207")
def parents_in_a_circle(folder: Folder) -> Iterator[Finding]:
    """the entity lies in itself"""
    parents = {record.id: str(record.data.text("parent")) for record in folder.entities}
    for record in folder.entities:
        above, seen = parents[record.id], {""}
        while above not in seen and above != record.id:
            seen.add(above)
            above = parents.get(above, "")
        if above and above == record.id:
            yield record, record.data.line_of("parent"), record.data.text("parent")


@coded("E208")
def form_twice(folder: Folder) -> Iterator[Finding]:
    """the entity lists this form already"""
    for record in folder.entities:
        first: dict[str, int] = {}
        for form in record.data.blocks("forms"):
            text, line = unicodedata.normalize("NFC", form.text("text")), form.line_of("text")
            if text in first:
                yield record, line, f"{text}, first in line {first[text]}"
            first.setdefault(text, line)


@coded("E209")
def not_a_date(folder: Folder) -> Iterator[Finding]:
    """this is not a date: write 2013, 2013-12 or 2013-12-31"""
    for record in folder.entities:
        for block in each_dated(record):
            for key in ("start", "end"):
                if block.text(key) and not DATE.fullmatch(block.text(key)):
                    yield record, block.line_of(key), block.text(key)
        for block in record.data.blocks("offices") + record.data.blocks("forms"):
            if block.text("seen") and not SEEN.fullmatch(block.text("seen")):
                yield record, block.line_of("seen"), block.text("seen")


@coded("E210")
def start_after_end(folder: Folder) -> Iterator[Finding]:
    """it ends before it begins"""
    for record in folder.entities:
        for block in each_dated(record):
            start, end = str(block.text("start")), str(block.text("end"))
            length = min(len(start), len(end))
            if start[:length] > end[:length]:
                yield record, block.line_of("end"), f"{start} to {end}"


@coded("E211")
def not_a_number(folder: Folder) -> Iterator[Finding]:
    """a coordinate is a number of degrees such as 18.3942, and lat and lon come together"""
    for record in folder.entities:
        given = [key for key in ("lat", "lon") if record.data.text(key)]
        for key in given:
            if len(given) == 1 or degrees(record.data, key) is None:
                yield record, record.data.line_of(key), f"{key}: {record.data.text(key)}"


@coded("E212")
def unknown_word_value(folder: Folder) -> Iterator[Finding]:
    """a word's role or position, or a person's identity, is none of the known ones"""
    for record in folder.words:
        for key, known in (("role", ROLES), ("position", POSITIONS)):
            if record.data.text(key) and record.data.text(key) not in known:
                yield record, record.data.line_of(key), f"{record.data.text(key)}; known are {', '.join(sorted(known))}"
    for record in folder.entities:
        identity = record.data.text("identity")
        if identity and identity not in IDENTITIES:
            yield record, identity.line, f"{identity}; known are {', '.join(sorted(IDENTITIES))}"
