"""Give it any spelling of a Lao place or official, and it says who or where that is, how sure it is, and why.

>>> import lao_names
>>> lao_names.resolve("Bô Ly Khăm Xay").entity.id
'LA-BL'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lao_names.api import load as load
    from lao_names.api import normalize as normalize
    from lao_names.api import resolve as resolve
    from lao_names.api import resolve_many as resolve_many
    from lao_names.api import spellings as spellings
    from lao_names.api import transliterate as transliterate
    from lao_names.errors import LaoNamesError as LaoNamesError
    from lao_names.extraction import Extractor as Extractor
    from lao_names.extraction import Mention as Mention
    from lao_names.extraction import extract as extract
    from lao_names.gazetteer.model import Entity as Entity
    from lao_names.gazetteer.model import Gazetteer as Gazetteer
    from lao_names.gazetteer.model import Kind as Kind
    from lao_names.gazetteer.model import Office as Office
    from lao_names.gazetteer.model import SurfaceForm as SurfaceForm
    from lao_names.matching.resolution import Candidate as Candidate
    from lao_names.matching.resolution import Resolution as Resolution
    from lao_names.matching.resolution import Status as Status
    from lao_names.matching.resolver import Resolver as Resolver
    from lao_names.orthography import Reading as Reading
    from lao_names.orthography import readings as readings
    from lao_names.orthography.legacy import decode_legacy as decode_legacy
    from lao_names.orthography.unicode import clean as clean
    from lao_names.spelling import Spelling as Spelling
    from lao_names.spelling import search_query as search_query
    from lao_names.transliteration import SpokenSyllable as SpokenSyllable
    from lao_names.transliteration import schemes as schemes
    from lao_names.transliteration import syllables as syllables
    from lao_names.version import __version__ as __version__

# Nothing is loaded until it is used: importing the package takes a few milliseconds.
_HOMES = {
    "resolve": "api",
    "resolve_many": "api",
    "normalize": "api",
    "load": "api",
    "transliterate": "api",
    "spellings": "api",
    "search_query": "spelling",
    "Spelling": "spelling",
    "schemes": "transliteration",
    "syllables": "transliteration",
    "SpokenSyllable": "transliteration",
    "clean": "orthography.unicode",
    "decode_legacy": "orthography.legacy",
    "extract": "extraction",
    "Mention": "extraction",
    "Extractor": "extraction",
    "readings": "orthography",
    "Reading": "orthography",
    "Resolver": "matching.resolver",
    "Resolution": "matching.resolution",
    "Candidate": "matching.resolution",
    "Status": "matching.resolution",
    "Entity": "gazetteer.model",
    "Gazetteer": "gazetteer.model",
    "Kind": "gazetteer.model",
    "Office": "gazetteer.model",
    "SurfaceForm": "gazetteer.model",
    "LaoNamesError": "errors",
    "__version__": "version",
}
_MODULES = ("tables", "spark")

__all__ = sorted([*_HOMES, *_MODULES])


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"{__name__}.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
