"""Give it any spelling of a Lao place or official, and it says who or where that is, how sure it is, and why.

>>> import lao_names
>>> lao_names.resolve("Bô Ly Khăm Xay").entity.id
'LA-BL'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lao_names.api import load, normalize, resolve, resolve_many
    from lao_names.extraction import Extractor, Mention, extract
    from lao_names.gazetteer.model import Entity, Gazetteer, Kind, Office, SurfaceForm
    from lao_names.matching.resolution import Candidate, Resolution, Status
    from lao_names.matching.resolver import Resolver
    from lao_names.orthography import Reading, readings
    from lao_names.version import __version__

# Nothing is loaded until it is used: importing the package takes a few milliseconds.
_HOMES = {
    "resolve": "api",
    "resolve_many": "api",
    "normalize": "api",
    "load": "api",
    "transliterate": "api",
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
