"""Checks of what a published gazetteer owes its readers: ``E3..`` faults, ``W4..`` nothing wrong but worth a look.

None of these stops loading.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from lao_names.gazetteer.check_kit import Finding, coded, degrees, each_form, each_text
from lao_names.gazetteer.records import Folder

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
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

SOUTH, NORTH, WEST, EAST = 13.5, 22.7, 100.0, 108.0
"""Degrees around Laos, with a margin for border gates."""

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
    for record, form in each_form(folder):
        if not any(source.strip() for source in form.texts("source")):
            yield record, form.line, form.text("text")


@coded("E303")
def not_nfc(folder: Folder) -> Iterator[Finding]:
    """the text is not in Unicode normal form NFC"""
    for record, line, text in each_text(folder):
        if not unicodedata.is_normalized("NFC", text):
            yield record, line, text


@coded("E304")
def invisible_characters(folder: Folder) -> Iterator[Finding]:
    """the text holds invisible characters or blanks too many"""
    for record, line, text in each_text(folder):
        hidden = [char for char in text if char != " " and unicodedata.category(char)[0] in "CZ"]
        if hidden or text != " ".join(text.split(" ")).strip() or "  " in text:
            yield record, line, " ".join(f"U+{ord(char):04X}" for char in hidden) or repr(text)


@coded("E305")
def formula(folder: Folder) -> Iterator[Finding]:
    """the text begins as a spreadsheet formula does"""
    for record, line, text in each_text(folder):
        if text.startswith(("=", "+", "-", "@")):
            yield record, line, text


@coded("E306")
def replacement_character(folder: Folder) -> Iterator[Finding]:
    """the text was damaged by a wrong encoding (U+FFFD)"""
    for record, line, text in each_text(folder):
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
        lat, lon = degrees(record.data, "lat"), degrees(record.data, "lon")
        if lat is not None and lon is not None and not (SOUTH <= lat <= NORTH and WEST <= lon <= EAST):
            yield record, record.data.line_of("lat"), f"{lat}, {lon}"


@coded("E309")
def unknown_language(folder: Folder) -> Iterator[Finding]:
    """this is not a language tag such as vi, lo, lo-Latn-BGN or und-Latn"""
    for record, form in each_form(folder):
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
    for record, form in each_form(folder):
        holders[form.text("text").casefold()].append(record.id)
    for record, form in each_form(folder):
        others = [holder for holder in holders[form.text("text").casefold()] if holder != record.id]
        if others:
            yield record, form.line, f"{form.text('text')} = {', '.join(dict.fromkeys(others))}"


@coded("W402")
def same_letters(folder: Folder) -> Iterator[Finding]:
    """without marks, case and blanks it equals a form of another entity of its kind"""
    holders: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    keyed = [
        (record, form, (str(record.data.text("kind")), folded(form.text("text")))) for record, form in each_form(folder)
    ]
    for record, form, key in keyed:
        holders[key].setdefault(record.id, str(form.text("text")))
    for record, form, key in keyed:
        others = [f"{text} ({holder})" for holder, text in holders[key].items() if holder != record.id]
        if key[1] and others and holders[key][record.id] == form.text("text"):
            yield record, form.line, f"{form.text('text')} ~ {', '.join(others)}"


@coded("W403")
def mixed_scripts(folder: Folder) -> Iterator[Finding]:
    """the form mixes letters of two scripts"""
    for record, form in each_form(folder):
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
