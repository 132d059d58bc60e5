"""From a folder of YAML to a :class:`~lao_names.gazetteer.model.Gazetteer`.

:func:`load` is the whole way: read the files, check them, build the entities. All problems come at once, each with
file and line. :func:`to_plain`, :func:`from_plain` (the compiled form) and :func:`fingerprint` are named here too, so
that whoever opens a gazetteer needs this module only.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

from lao_names.errors import GazetteerError
from lao_names.gazetteer.compiled import from_plain, to_plain
from lao_names.gazetteer.model import (
    Entity,
    Evidence,
    Gazetteer,
    Kind,
    Membership,
    Office,
    SurfaceForm,
    Word,
)
from lao_names.gazetteer.records import Folder, Record, fingerprint, read_folder
from lao_names.gazetteer.yaml_reading import Block

__all__ = ["build", "fingerprint", "from_plain", "load", "to_plain"]

ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))


def load(path: str | Path) -> Gazetteer:
    """The gazetteer in a folder of YAML files, the way the built-in one is written.

    Args:
        path: the folder. ``sources.yaml`` and ``words.yaml`` may be missing; every other YAML file holds entities.

    Raises:
        GazetteerError: there is no such folder or its files hold errors; ``problems`` lists all of them as
            ``provinces.yaml:41 E204 ...``. Only what makes a gazetteer unusable (E1.., E2..) counts here; the rest is
            told by ``lao-names gazetteer validate``.
    """
    from lao_names.gazetteer.checks import check  # only needed where YAML is read

    folder = read_folder(path)
    problems = check(folder, select=("E1", "E2"))
    if problems:
        raise GazetteerError([str(problem) for problem in problems])
    return build(folder)


def build(folder: Folder) -> Gazetteer:
    """The gazetteer of a folder whose records were found good.

    Entities are in the order of their kinds, from province to person, and within a kind in that of the files.
    """
    ranks = {str(kind): rank for rank, kind in enumerate(Kind)}
    records = sorted(folder.entities, key=lambda record: ranks[record.data.text("kind")])
    entities = [_entity(record.data, folder.sources) for record in records]
    return Gazetteer(entities, map(_word, folder.words), fingerprint=fingerprint(folder.path))


def tidy(text: str) -> str:
    """A text in NFC without zero-width characters, runs of blanks as one: what the gazetteer keeps."""
    return " ".join(unicodedata.normalize("NFC", text.translate(ZERO_WIDTH)).split())


def _entity(data: Block, sources: dict[str, str]) -> Entity:
    kind = Kind(data.text("kind"))
    return Entity(
        id=str(data.text("id")),
        kind=kind,
        names={lang: tidy(name) for lang, name in data["names"].items() if tidy(name)},
        forms=tuple(_form(block, sources) for block in data.blocks("forms")),
        designation=_optional(data, "designation") or kind.value,
        parent=_optional(data, "parent"),
        codes={system: str(code) for system, code in data.get("codes", {}).items() if code},
        lat=_degrees(data, "lat"),
        lon=_degrees(data, "lon"),
        offices=tuple(_office(block, sources) for block in data.blocks("offices")),
        start=_optional(data, "start"),
        end=_optional(data, "end"),
        successors=tuple(map(str, data.texts("successors"))),
        earlier_parents=tuple(
            Membership(str(block.text("unit")), _optional(block, "start"), _optional(block, "end"))
            for block in data.blocks("earlier_parents")
        ),
        identity=_optional(data, "identity"),
        notes=_optional(data, "notes"),
    )


def _form(block: Block, sources: dict[str, str]) -> SurfaceForm:
    return SurfaceForm(
        text=tidy(block.text("text")),
        lang=str(block.text("lang")),
        evidence=Evidence(block.text("evidence")),
        sources=tuple(sources.get(source, str(source)) for source in block.texts("source")),
        context=_optional(block, "context"),
        seen=_optional(block, "seen"),
    )


def _office(block: Block, sources: dict[str, str]) -> Office:
    source = _optional(block, "source")
    return Office(
        role=str(block.text("role")),
        jurisdiction=_optional(block, "jurisdiction"),
        start=_optional(block, "start"),
        end=_optional(block, "end"),
        seen=_optional(block, "seen"),
        source=sources.get(source, source) if source else None,
    )


def _word(record: Record) -> Word:
    data = record.data
    return Word(
        text=tidy(data.text("text")),
        lang=str(data.text("lang")),
        role=str(data.text("role")),
        points_to=tuple(map(str, data.texts("points_to"))),
        position=_optional(data, "position") or "before",
    )


def _optional(block: Block, key: str) -> str | None:
    """The text under a key as a plain ``str``, None where it is missing or empty."""
    return str(block.text(key)).strip() or None


def _degrees(block: Block, key: str) -> float | None:
    text = _optional(block, key)
    return float(text) if text else None
