"""The whole extraction on one screen: read, find, ask, let the document decide.

:class:`Extractor` answers for one resolver. Its memory of questions already asked makes the second article faster than the
first; it changes nothing about the answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from lao_names.errors import NotText, UnknownKind
from lao_names.extraction.asking import Asker
from lao_names.extraction.cues import Cues
from lao_names.extraction.document import decide
from lao_names.extraction.given import read
from lao_names.extraction.lao_script import LaoReader
from lao_names.extraction.listed import Listed
from lao_names.extraction.mention import Mention
from lao_names.extraction.reading import Reader
from lao_names.gazetteer.model import Kind
from lao_names.matching.resolution import Resolution, Status
from lao_names.matching.resolver import Resolver

LAOS = re.compile(r"\b(?:Lào|LÀO|Laos|LAOS|Lao|LAO|CHDCND|ai Lao|Ai Lao|laotien\w*|lao)\b|ລາວ|[\u0e80-\u0eff]{6}")


class Extractor:
    """Finds and resolves names in running text.

    Args:
        resolver: who answers questions about single names.

    Attributes:
        gazetteer: what names are looked for.
    """

    def __init__(self, resolver: Resolver) -> None:
        self.gazetteer = resolver.gazetteer
        self._resolver = resolver
        entries = resolver._index.entries
        self._listed = listed = Listed(entries, tuple(resolver.gazetteer))
        self._asker = Asker(resolver.for_single_names(), listed)
        self._cues = Cues(resolver.gazetteer.words)
        self._reader = Reader(self._cues, listed, self._asker)
        self._lao = LaoReader(resolver.gazetteer.words, entries, self._asker)

    def extract(
        self,
        text: str,
        on: str | date | None = None,
        kinds: str | Iterable[str] | None = None,
        include_unmatched: bool = False,
    ) -> list[Mention]:
        """The names of a text; see :func:`lao_names.extract`."""
        if not isinstance(text, str):
            raise NotText(text)
        wanted = _kinds(kinds)
        self._resolver.resolve_many([], on=on)  # raises for a bad date
        day = date.fromisoformat(on) if isinstance(on, str) else on
        given = read(text)
        lao_text = LAOS.search(given.text) is not None
        found = self._reader.found_in(given.text, day, lao_text)
        found.extend(self._lao.found_in(given.text, day))
        unlisted = self._reader.unlisted_in(given.text, day) if include_unmatched else ()
        named = decide(given.text, found, self._asker, self.gazetteer, self._cues, self._listed, day, unlisted)
        mentions = []
        for name in named:
            if _is_wanted(name.resolution, wanted):
                start, end = given.span(name.start, name.end)
                mentions.append(Mention(start, end, text[start:end], name.resolution))
        return mentions


def _kinds(kinds: str | Iterable[str] | None) -> frozenset[str] | None:
    if kinds is None:
        return None
    wanted = frozenset([kinds] if isinstance(kinds, str) else kinds)
    for kind in wanted:
        if kind not in list(Kind):
            raise UnknownKind(kind, [str(known) for known in Kind])
    return wanted


def _is_wanted(resolution: Resolution, kinds: frozenset[str] | None) -> bool:
    """Whether an answer is of a wanted kind; of what is not listed nobody knows the kind."""
    if kinds is None or resolution.status is Status.NO_MATCH:
        return True
    meant = resolution.tied or resolution.candidates[:1]
    return any(candidate.entity.kind in kinds for candidate in meant)
