"""What the property tests draw from: listed forms, texts of all sorts, and the slips that real writers make."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache

from hypothesis import strategies as st

from lao_names.api import load, resolver
from lao_names.gazetteer.model import Entity, SurfaceForm
from lao_names.matching.resolver import Resolver
from lao_names.phonology import SEGMENTS, encode

TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
"""Any Unicode at all, lone surrogates, control characters and unassigned code points included."""

NAME_LETTERS = "abcdeghiklmnopqrstuvxyz ăâđêôơư áàảãạ ắấếốớứ ớờợ -,.'()"
NAME_LIKE = st.text(
    st.sampled_from(NAME_LETTERS + NAME_LETTERS.upper() + "ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮະາຳໍິີຶືຸູເແໂໃໄໆ່້ໜໝຼຽ"), max_size=30
)
"""Text in the alphabets of the library: Vietnamese, English, Lao."""

SOUNDS = st.lists(st.sampled_from(SEGMENTS), max_size=12).map(encode)
"""Encoded sequences of sounds."""

# Respellings seen in print: which letters stand for which, counted in the linguistic research (November 2026).
CONFUSIONS = (
    ("x", "s"), ("s", "x"), ("kh", "k"), ("k", "c"), ("c", "k"), ("ph", "p"), ("b", "p"), ("y", "i"), ("i", "y"),
    ("ay", "ai"), ("ou", "u"), ("u", "ou"), ("oo", "o"), ("o", "oo"), ("r", "l"), ("l", "r"), ("nh", "ny"), ("v", "w"),
    ("n", "ng"), ("ng", "n"), ("t", "c"), ("th", "t"), ("đ", "d"), ("ă", "a"), ("ê", "e"), ("ô", "o"), ("ư", "u"),
    ("ne", "n"), ("eu", "ư"), ("ee", "i"),
)  # fmt: skip


@cache
def forms() -> tuple[tuple[Entity, SurfaceForm], ...]:
    """Every listed form with its entity."""
    return tuple((entity, form) for entity in load() for form in entity.forms)


@cache
def core_resolver() -> Resolver:
    """The resolver of the built-in gazetteer."""
    return resolver()


@cache
def texts(test: Callable[[str], bool] = lambda text: True) -> tuple[str, ...]:
    """The texts of the listed forms that pass a test, each once, in the order of the gazetteer."""
    return tuple(dict.fromkeys(form.text for _, form in forms() if test(form.text)))


def listed() -> st.SearchStrategy[str]:
    """A listed form in any script."""
    return st.deferred(lambda: st.sampled_from(texts()))


def is_latin(text: str) -> bool:
    """Whether all letters are Latin."""
    return all(not char.isalpha() or "LATIN" in unicodedata.name(char, "") for char in text)


def is_lao(text: str) -> bool:
    """Whether it holds Lao script."""
    return any("\u0e80" <= char <= "\u0eff" for char in text)


def listed_latin() -> st.SearchStrategy[str]:
    """A listed form in Latin letters."""
    return st.deferred(lambda: st.sampled_from(texts(is_latin)))


def listed_lao() -> st.SearchStrategy[str]:
    """A listed form in Lao script."""
    return st.deferred(lambda: st.sampled_from(texts(is_lao)))


def listed_vietnamese() -> st.SearchStrategy[str]:
    """A listed form of a Vietnamese source."""
    return st.deferred(lambda: st.sampled_from([form.text for _, form in forms() if form.lang == "vi"]))


@st.composite
def respelled(draw: st.DrawFn, base: st.SearchStrategy[str] | None = None) -> tuple[str, str]:
    """A listed Latin form and the same with one to three slips that writers are known to make."""
    clean = draw(base or listed_latin())
    noisy = clean.lower()
    for _ in range(draw(st.integers(1, 3))):
        usable = [pair for pair in CONFUSIONS if pair[0] in noisy]
        if usable:
            old, new = draw(st.sampled_from(usable))
            places = [place for place in range(len(noisy)) if noisy.startswith(old, place)]
            place = draw(st.sampled_from(places))
            noisy = noisy[:place] + new + noisy[place + len(old) :]
    return clean, noisy


def untoned(text: str) -> str:
    """Without Vietnamese tone marks; ă â ê ô ơ ư đ stay."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(TONES))


def questions() -> st.SearchStrategy[str]:
    """What users ask: listed names, respelled ones, name-like text, anything."""
    return st.one_of(listed(), respelled().map(lambda pair: pair[1]), NAME_LIKE, ANY_TEXT)
