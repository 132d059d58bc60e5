"""A spaCy component: ``nlp.add_pipe("lao_names")`` puts the Lao names of each text into ``doc.spans["lao_names"]``.

spaCy finds the factory through the entry point ``spacy_factories`` of this package; no model and no language is needed.
A span's label is the kind (PROVINCE, PERSON ...), its ``kb_id_`` the id of a match. spaCy's spans begin and end at its
tokens: a name inside a longer token, as in Lao script, gets the tokens around it; the exact span is in the mention,
``span._.lao_name``.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from lao_names.errors import MissingExtra
from lao_names.extraction import Extractor, extractor
from lao_names.extraction.mention import Mention
from lao_names.matching.resolution import Status

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

KEY = "lao_names"
SETTINGS = {"on": None, "kinds": None, "include_unmatched": False}


def make(
    nlp: Language, name: str, on: str | None, kinds: list[str] | None, include_unmatched: bool
) -> LaoNames:
    """The component; its settings are the arguments of :func:`lao_names.extract`."""
    return LaoNames(extractor(), on, kinds, include_unmatched)


class LaoNames:
    """Writes the Lao names of a document into ``doc.spans``.

    The day of a single text may be given as ``doc.user_data["on"]``; it counts more than the component's.
    """

    def __init__(self, names: Extractor, on: str | None, kinds: list[str] | None, include_unmatched: bool) -> None:
        names.extract("", on, kinds)  # raises for settings that do not exist, before the first text
        self._names, self._on, self._kinds, self._unmatched = names, on, kinds, include_unmatched

    def __call__(self, doc: Doc) -> Doc:
        """Adds the span group."""
        day = doc.user_data.get("on", self._on)
        mentions = self._names.extract(doc.text, day, self._kinds, self._unmatched)
        doc.spans[KEY] = [span_of(doc, mention) for mention in mentions]
        return doc

    # The component has nothing to learn and nothing to keep: its settings stand in the pipeline's config.

    def to_disk(self, path: Any, *, exclude: Any = ()) -> None:
        """Nothing to write."""

    def from_disk(self, path: Any, *, exclude: Any = ()) -> LaoNames:
        """Nothing to read."""
        return self

    def to_bytes(self, *, exclude: Any = ()) -> bytes:
        """Nothing to write."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Any = ()) -> LaoNames:
        """Nothing to read."""
        return self


def span_of(doc: Doc, mention: Mention) -> Span:
    """The tokens of a mention, with its kind, the id of a match and the mention itself."""
    candidates = mention.resolution.candidates
    label = candidates[0].entity.kind.upper() if candidates else "UNLISTED"
    entity = mention.resolution.entity
    if mention.resolution.status is Status.NO_MATCH:
        label = "UNLISTED"
    span = doc.char_span(
        mention.start, mention.end, label=label, kb_id=entity.id if entity else "", alignment_mode="expand"
    )
    assert span is not None  # "expand" finds tokens for every stretch
    span._.lao_name = mention
    return span


def register() -> None:
    """Makes the factory and the extension ``span._.lao_name`` known to spaCy.

    Raises:
        MissingExtra: spaCy is not installed.
    """
    try:
        from spacy.language import Language
        from spacy.tokens import Span
    except ImportError:
        raise MissingExtra("spacy", "spacy") from None
    Language.factory(KEY, default_config=SETTINGS, func=make)
    if not Span.has_extension("lao_name"):
        Span.set_extension("lao_name", default=None)


with suppress(MissingExtra):  # spaCy loads this module through the entry point; others may only look at it
    register()
