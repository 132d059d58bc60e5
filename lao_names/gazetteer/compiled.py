"""A gazetteer as plain data for JSON, and back: the compiled form.

YAML is what people write and takes a second to read; this takes milliseconds. Lists stand for objects, and what
repeats (sources, language tags) is written once and referred to by its number. :func:`to_plain` writes,
:func:`from_plain` reads; a test shows that the way there and back changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

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
from lao_names.gazetteer.on_demand import OnDemand

FORMAT = 2


def to_plain(gazetteer: Gazetteer) -> dict[str, Any]:
    """A gazetteer as lists and texts.

    Returns:
        ``format``, ``fingerprint``, ``sources``, ``languages``, ``entities`` and ``words``; ready for ``json.dumps``.

    >>> from_plain(to_plain(Gazetteer([]))).fingerprint
    ''
    """
    sources = _Numbers()
    languages = _Numbers()
    entities = [_entity_to_plain(entity, sources, languages) for entity in gazetteer]
    kinds = _Numbers()
    words = [
        [word.text, kinds["\t".join([word.lang, word.role, word.position, *word.points_to])]] for word in gazetteer.words
    ]
    return {
        "format": FORMAT,
        "fingerprint": gazetteer.fingerprint,
        "sources": list(sources),
        "languages": list(languages),
        "entities": entities,
        "words": [list(kinds), words],
    }


def from_plain(plain: dict[str, Any]) -> Gazetteer:
    """The gazetteer that :func:`to_plain` wrote."""
    sources, languages = plain["sources"], plain["languages"]
    evidence = {str(member): member for member in Evidence}
    kinds = {str(member): member for member in Kind}
    make = partial(_entity_from_plain, sources=sources, languages=languages, evidence=evidence, kinds=kinds)
    rows = plain["entities"]
    return Gazetteer(
        OnDemand(rows, make),
        partial(words_from_plain, plain["words"]),
        fingerprint=plain["fingerprint"],
        ids=[row[0] for row in rows],
    )


def words_from_plain(plain: list[Any]) -> Sequence[Word]:
    """The words of a gazetteer from plain data: thousands of texts, and the few things that they may be."""
    kinds, rows = plain
    return OnDemand(rows, partial(_word_from_plain, kinds=[kind.split("\t") for kind in kinds]))


def _word_from_plain(row: list[Any], *, kinds: Sequence[list[str]]) -> Word:
    text, kind = row
    lang, role, position, *points_to = kinds[kind]
    return Word(text, lang, role, tuple(points_to), position)


class _Numbers(dict[str, int]):
    """Gives each text the number of its first appearance."""

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number


def _entity_to_plain(entity: Entity, sources: _Numbers, languages: _Numbers) -> list[Any]:
    forms = [
        [
            form.text,
            languages[form.lang],
            str(form.evidence),
            [sources[source] for source in form.sources],
            form.context,
            form.seen,
        ]
        for form in entity.forms
    ]
    offices = [[o.role, o.jurisdiction, o.start, o.end, o.seen, o.source] for o in entity.offices]
    return [
        entity.id,
        str(entity.kind),
        dict(entity.names),
        forms,
        entity.designation,
        entity.parent,
        dict(entity.codes),
        entity.lat,
        entity.lon,
        offices,
        entity.start,
        entity.end,
        list(entity.successors),
        [[m.unit, m.start, m.end] for m in entity.earlier_parents],
        entity.identity,
        entity.notes,
    ]


def _entity_from_plain(
    row: list[Any],
    *,
    sources: list[str],
    languages: list[str],
    evidence: dict[str, Evidence],
    kinds: dict[str, Kind],
) -> Entity:
    entity_id, kind, names, forms, designation, parent, codes, lat, lon, offices, *rest = row
    start, end, successors, earlier, identity, notes = rest
    return Entity(
        entity_id,
        kinds[kind],
        names,
        tuple(
            [
                SurfaceForm(text, languages[lang], evidence[why], tuple([sources[n] for n in where]), context, seen)
                for text, lang, why, where, context, seen in forms
            ]
        ),
        designation,
        parent,
        codes,
        lat,
        lon,
        tuple([Office(*office) for office in offices]),
        start,
        end,
        tuple(successors),
        tuple([Membership(*membership) for membership in earlier]),
        identity,
        notes,
    )
