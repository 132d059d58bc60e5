"""The built-in gazetteer: where it lies and how it is opened fast.

YAML is what people edit; reading 450 KB of it takes seconds. So the YAML is *compiled* once into one JSON document::

    {"format": 4, "fingerprint": "...", "gazetteer": {...}, "lexicon": {...}, "index": {...}, "known": [...], ...}

``fingerprint`` names the YAML sources, ``gazetteer`` holds the entities (:mod:`lao_names.gazetteer.loading`),
``lexicon`` the tokens of the words around names (:mod:`lao_names.matching.words`), ``index`` the readings and keys of the
forms (:mod:`lao_names.matching.index`), ``known`` the listed spellings and ``answers`` the answers to them
(:mod:`lao_names.matching.known`). Each part stands on a line of its own and is read when it is needed
(:mod:`lao_names.gazetteer.document`).

Where the document comes from:

* an installed wheel holds it as ``lao_names/compiled.json``, made by ``hatch_build.py`` when the wheel was built;
* a source checkout compiles on first use and keeps the result in ``build/compiled/<key>.json``, where the key covers
  the YAML sources, the version and the code that makes readings and keys: edit any of them and the next run compiles
  anew. Where that folder cannot be written, the result just stays in memory.

Start reading at :func:`compiled`.
"""

from __future__ import annotations

import contextlib
import os
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from lao_names.collector import collector_paused
from lao_names.errors import GazetteerError
from lao_names.gazetteer.compiled import from_plain, to_plain, words_from_plain
from lao_names.gazetteer.document import Document, dump
from lao_names.gazetteer.model import Gazetteer
from lao_names.version import __version__

if TYPE_CHECKING:
    from pathlib import Path  # takes longer to load than the compiled gazetteer

    from lao_names.matching.index import Index
    from lao_names.matching.resolver import Resolver
    from lao_names.matching.words import Lexicon

FORMAT = 5
"""Number of the document's layout; a document with another number is not used."""

PACKAGE = os.path.dirname(os.path.abspath(__file__))
PACKED = os.path.join(PACKAGE, "compiled.json")
SOURCES = os.path.join(os.path.dirname(PACKAGE), "gazetteer")
CACHE = os.path.join(os.path.dirname(PACKAGE), "build", "compiled")

KEPT = 4
"""Compiled documents left in the cache: enough to switch between branches, few enough not to fill a disk."""

MAKES_KEYS = ("phonology.py", "orthography", "transliteration", "gazetteer", "matching", "builtin.py")
"""The code and tables whose change changes readings, keys or the document itself."""


@cache
@collector_paused()
def gazetteer() -> Gazetteer:
    """The built-in gazetteer, opened once per process.

    >>> gazetteer()["LA-BL"].name
    'Bolikhamxay'
    """
    return from_plain(compiled()["gazetteer"])


@cache
@collector_paused()
def resolver() -> Resolver:
    """The resolver over the built-in gazetteer, one per process."""
    from lao_names.matching.known import Known
    from lao_names.matching.resolver import Resolver

    document = compiled()
    return Resolver(gazetteer(), index, lexicon=lexicon, known=Known(document["known"], lambda: document["answers"]))


@collector_paused()
def index() -> Index:
    """The index of the built-in gazetteer; known spellings do not need it."""
    from lao_names.matching.index import Index

    return Index.from_plain(compiled()["index"])


@collector_paused()
def lexicon() -> Lexicon:
    """The lexicon of the words around names."""
    from lao_names.matching.words import Lexicon

    document = compiled()
    return Lexicon(words_from_plain(document["gazetteer"]["words"]), document["lexicon"])


@cache
@collector_paused()
def compiled() -> Mapping[str, Any]:
    """The compiled document of the built-in gazetteer.

    Raises:
        GazetteerError: there is neither a compiled document nor a folder of YAML, or the YAML has errors.
    """
    packed = read(PACKED)
    if packed is not None:
        return packed
    if not os.path.isdir(SOURCES):
        raise GazetteerError([f"the built-in gazetteer is missing: neither {PACKED} nor {SOURCES} exists"])
    from pathlib import Path

    return from_cache(Path(SOURCES), Path(CACHE))


def compile_sources(folder: Path) -> dict[str, Any]:
    """Make the compiled document of a folder of YAML. The build hook calls it too."""
    # The YAML reader and the readers of spellings are needed for compiling only.
    from lao_names.gazetteer.loading import load
    from lao_names.matching.index import Index
    from lao_names.matching.known import remember
    from lao_names.matching.resolver import Resolver
    from lao_names.matching.words import Lexicon

    gazetteer = load(folder)
    index = Index.of(gazetteer)
    answers = remember(Resolver(gazetteer, index))
    return {
        "format": FORMAT,
        "fingerprint": gazetteer.fingerprint,
        "gazetteer": to_plain(gazetteer),
        "lexicon": Lexicon(gazetteer.words).to_plain(),
        "index": index.to_plain(),
        "known": list(answers),
        "answers": list(answers.values()),
    }


def read(path: str | Path) -> Document | None:
    """A stored document, or None where there is none that this version can use."""
    try:
        with open(path, "rb") as file:
            document = Document(file.read())
    except (OSError, ValueError):
        return None
    return document if document.get("format") == FORMAT else None


def from_cache(sources: Path, cache_folder: Path) -> Document:
    """The document of ``sources``, from the cache if it is there, else compiled and kept."""
    path = cache_folder / f"{cache_key(sources)}.json"
    document = read(path)
    if document is not None:
        return document
    # Both ways give the same value: what was just compiled is read back, so tuples are lists in either.
    stored = dump(compile_sources(sources))
    keep(path, stored)
    return Document(stored)


def cache_key(sources: Path) -> str:
    """Names everything that the compiled document depends on, in 24 hexadecimal digits."""
    import hashlib  # not needed where the document was packed

    from lao_names.gazetteer.loading import fingerprint

    digest = hashlib.sha256()
    for part in (str(FORMAT), __version__, unicodedata.unidata_version, fingerprint(sources)):
        digest.update(part.encode("utf-8") + b"\0")
    for module in code_that_makes_keys():
        digest.update(module.relative_to(PACKAGE).as_posix().encode("utf-8") + b"\0" + module.read_bytes())
    return digest.hexdigest()[:24]


def code_that_makes_keys() -> Iterator[Path]:
    """The files of :data:`MAKES_KEYS`, tables included, in an order that does not depend on the file system."""
    from pathlib import Path

    for place in (Path(PACKAGE) / name for name in MAKES_KEYS):
        files = [place, *place.rglob("*")]
        yield from sorted(file for file in files if file.is_file() and "__pycache__" not in file.parts)


def keep(path: Path, content: bytes) -> None:
    """Write the cache file whole or not at all; a folder that cannot be written is no error."""
    import threading  # needed for nothing else

    # A name of its own: two processes may compile at once, and each replaces the file by the same bytes.
    temporary = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        os.replace(temporary, path)
        forget_old(path.parent)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()


def forget_old(folder: Path) -> None:
    """Remove all but the newest :data:`KEPT` documents of the cache."""
    documents = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in documents[KEPT:]:
        path.unlink(missing_ok=True)
