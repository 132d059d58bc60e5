"""Coded checks of a gazetteer's files; the docstring of a check is its message.

Codes: ``E1..`` the file's shape, ``E2..`` values and references that make the gazetteer unusable, ``E3..`` faults of
a published gazetteer (a form without source, text not in NFC) that do not stop loading, ``W4..`` nothing wrong but
worth a look. Start with :func:`check`. A new check is one small generator with a decorator: it gets the
:class:`~lao_names.gazetteer.records.Folder` as it was written and yields (record, line, detail).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from lao_names.gazetteer.model import Evidence, Kind
from lao_names.gazetteer.records import MESSAGES, Block, Folder, Problem, Record

Finding = tuple[Record, int, object]
Finder = Callable[[Folder], Iterator[Finding]]


class Check(NamedTuple):
    """A check with its code and message."""

    code: str
    message: str
    find: Finder


CHECKS: list[Check] = []


def coded(code: str) -> Callable[[Finder], Finder]:
    """Put a function into :data:`CHECKS` under its code; its docstring becomes the message."""

    def register(find: Finder) -> Finder:
        CHECKS.append(Check(code, (find.__doc__ or "").strip().rstrip("."), find))
        return find

    return register


def check(folder: Folder, select: Sequence[str] = ("E", "W")) -> list[Problem]:
    """All problems of a folder whose code begins with one of ``select``, in the order of files and lines."""
    wanted = tuple(select)
    problems = [problem for problem in folder.problems if problem.code.startswith(wanted)]
    for code, message, find in CHECKS:
        if code.startswith(wanted):
            problems += [record.problem(code, message, line, detail) for record, line, detail in find(folder)]
    return sorted(problems)


def codes() -> dict[str, str]:
    """Every code with its message, in order."""
    return dict(sorted({**MESSAGES, **{each.code: each.message for each in CHECKS}}.items()))


# Values -------------------------------------------------------------------------------------------------------------

ENTITY_KEYS = frozenset(
    "id kind designation parent names codes lat lon start end successors earlier_parents identity notes offices forms"
    .split()
)
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

ID_PATTERNS = {
    "province": r"LA-[A-Z]{2}",
    "district": r"LA\d{4}",
    "town": r"LA-T\d{3,}",
    "crossing": r"LA-X\d{3,}",
    "feature": r"LA-F\d{3,}",
    "former_unit": r"LA-H\d{3,}",
    "person": r"LA-P\d{4,}",
    "village": r"[A-Za-z0-9][\w.:-]*",
}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
SEEN = re.compile(rf"(<=)?{DATE.pattern}(/{DATE.pattern})?")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

SOUTH, NORTH, WEST, EAST = 13.5, 22.7, 100.0, 108.0
"""Degrees around Laos, with a margin for border gates."""


def _forms(folder: Folder) -> Iterator[tuple[Record, Block]]:
    for record in folder.entities:
        for form in record.data.blocks("forms"):
            yield record, form


def _texts(folder: Folder) -> Iterator[tuple[Record, int, str]]:
    """Every text that is matched or shown: names, forms and words."""
    for record in folder.entities:
        for name in (record.data.get("names") or {}).values():
            yield record, name.line, str(name)
    for record, form in _forms(folder):
        yield record, form.line_of("text"), str(form.text("text"))
    for record in folder.words:
        yield record, record.data.line_of("text"), str(record.data.text("text"))


def _dated(record: Record) -> Iterator[Block]:
    """Every block of a record that may hold ``start`` and ``end``."""
    yield record.data
    yield from record.data.blocks("offices")
    yield from record.data.blocks("earlier_parents")


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
        for part, keys in (("forms", ("text", "lang", "evidence")), ("offices", ("role",)), ("earlier_parents", ("unit",))):
            for block in record.data.blocks(part):
                yield from ((record, block.line, f"{part}: {key}") for key in keys if not block.text(key).strip())
    for record in folder.words:
        yield from (
            (record, record.line, key) for key in ("text", "lang", "role") if not record.data.text(key).strip()
        )


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
    for record, form in _forms(folder):
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
        for block in _dated(record):
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
        for block in _dated(record):
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
            if len(given) == 1 or _degrees(record.data, key) is None:
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


def _degrees(block: Block, key: str) -> float | None:
    try:
        return float(block.text(key))
    except ValueError:
        return None


# E3: faults of a published gazetteer --------------------------------------------------------------------------------


@coded("E301")
def id_of_another_kind(folder: Folder) -> Iterator[Finding]:
    """the id has not the pattern of its kind"""
    for record in folder.entities:
        pattern = ID_PATTERNS.get(record.data.text("kind"))
        if pattern and record.id and not re.fullmatch(pattern, record.id):
            yield record, record.data.line_of("id"), f"{record.data.text('kind')} ids look like {pattern}"


@coded("E302")
def form_without_source(folder: Folder) -> Iterator[Finding]:
    """the form names no source"""
    for record, form in _forms(folder):
        if not any(source.strip() for source in form.texts("source")):
            yield record, form.line, form.text("text")


@coded("E303")
def not_nfc(folder: Folder) -> Iterator[Finding]:
    """the text is not in Unicode normal form NFC"""
    for record, line, text in _texts(folder):
        if not unicodedata.is_normalized("NFC", text):
            yield record, line, text


@coded("E304")
def invisible_characters(folder: Folder) -> Iterator[Finding]:
    """the text holds invisible characters or blanks too many"""
    for record, line, text in _texts(folder):
        hidden = [char for char in text if char != " " and unicodedata.category(char)[0] in "CZ"]
        if hidden or text != " ".join(text.split(" ")).strip() or "  " in text:
            yield record, line, " ".join(f"U+{ord(char):04X}" for char in hidden) or repr(text)


@coded("E305")
def formula(folder: Folder) -> Iterator[Finding]:
    """the text begins as a spreadsheet formula does"""
    for record, line, text in _texts(folder):
        if text.startswith(("=", "+", "-", "@")):
            yield record, line, text


@coded("E306")
def replacement_character(folder: Folder) -> Iterator[Finding]:
    """the text was damaged by a wrong encoding (U+FFFD)"""
    for record, line, text in _texts(folder):
        if "\ufffd" in text:
            yield record, line, text


@coded("E307")
def name_is_no_form(folder: Folder) -> Iterator[Finding]:
    """a name shown is not among the forms"""
    for record in folder.entities:
        forms = {str(form.text("text")) for form in record.data.blocks("forms")}
        for lang, name in (record.data.get("names") or {}).items():
            if name not in forms:
                yield record, name.line, f"{lang}: {name}"


@coded("E308")
def outside_laos(folder: Folder) -> Iterator[Finding]:
    """the position is not in Laos"""
    for record in folder.entities:
        lat, lon = _degrees(record.data, "lat"), _degrees(record.data, "lon")
        if lat is not None and lon is not None and not (SOUTH <= lat <= NORTH and WEST <= lon <= EAST):
            yield record, record.data.line_of("lat"), f"{lat}, {lon}"


@coded("E309")
def unknown_language(folder: Folder) -> Iterator[Finding]:
    """this is not a language tag such as vi, lo, lo-Latn-BGN or und-Latn"""
    for record, form in _forms(folder):
        if form.text("lang") and not LANGUAGE.fullmatch(form.text("lang")):
            yield record, form.line_of("lang"), form.text("lang")
    for record in folder.words:
        if record.data.text("lang") and not LANGUAGE.fullmatch(record.data.text("lang")):
            yield record, record.data.line_of("lang"), record.data.text("lang")


@coded("E310")
def province_without_iso(folder: Folder) -> Iterator[Finding]:
    """a province has its ISO 3166-2 code"""
    for record in folder.entities:
        if record.data.text("kind") == "province" and not (record.data.get("codes") or {}).get("iso"):
            yield record, record.line, "codes: iso"


@coded("E311")
def word_twice(folder: Folder) -> Iterator[Finding]:
    """the word stands here already with the same language and role"""
    first: dict[tuple[str, str, str], int] = {}
    for record in folder.words:
        key = (str(record.data.text("text")), str(record.data.text("lang")), str(record.data.text("role")))
        if key in first:
            yield record, record.line, f"{key[0]}, first in line {first[key]}"
        first.setdefault(key, record.line)


# W4: worth a look ---------------------------------------------------------------------------------------------------


@coded("W401")
def shared_spelling(folder: Folder) -> Iterator[Finding]:
    """the spelling stands under other entities too"""
    holders: dict[str, list[str]] = defaultdict(list)
    for record, form in _forms(folder):
        holders[form.text("text").casefold()].append(record.id)
    for record, form in _forms(folder):
        others = [holder for holder in holders[form.text("text").casefold()] if holder != record.id]
        if others:
            yield record, form.line, f"{form.text('text')} = {', '.join(dict.fromkeys(others))}"


@coded("W402")
def same_letters(folder: Folder) -> Iterator[Finding]:
    """without marks, case and blanks it equals a form of another entity of its kind"""
    holders: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    keyed = [(record, form, (str(record.data.text("kind")), folded(form.text("text")))) for record, form in _forms(folder)]
    for record, form, key in keyed:
        holders[key].setdefault(record.id, str(form.text("text")))
    for record, form, key in keyed:
        others = [f"{text} ({holder})" for holder, text in holders[key].items() if holder != record.id]
        if key[1] and others and holders[key][record.id] == form.text("text"):
            yield record, form.line, f"{form.text('text')} ~ {', '.join(others)}"


@coded("W403")
def mixed_scripts(folder: Folder) -> Iterator[Finding]:
    """the form mixes letters of two scripts"""
    for record, form in _forms(folder):
        scripts = {_script(char) for char in form.text("text") if char.isalpha()}
        if len(scripts) > 1:
            yield record, form.line, f"{form.text('text')}: {', '.join(sorted(scripts))}"


@coded("W404")
def doubtful_identity(folder: Folder) -> Iterator[Finding]:
    """that the spellings are one person is a guess so far"""
    for record in folder.entities:
        if record.data.text("identity") in ("likely", "unsure"):
            yield record, record.data.line_of("identity"), record.data.text("identity")


def folded(text: str) -> str:
    """Base letters only: no case, marks, blanks, hyphens; Lao script keeps its vowel signs.

    >>> folded("Bô-ly Khăm Xay")
    'bolykhamxay'
    """
    flat = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(char for char in flat if char.isalnum() or (unicodedata.combining(char) and char >= "\u0e00"))


def _script(char: str) -> str:
    name = unicodedata.name(char, "UNKNOWN").split()[0]
    return "JAPANESE" if name.startswith(("KATAKANA", "HIRAGANA", "CJK")) else name
