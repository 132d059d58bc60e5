"""The names of an entity, each with the sounds that are spelled and with the spellings of it that are known.

Most entities have one name, the Lao one; every known spelling is cut into the letters of its sounds, and so shows what
writers made of each sound of *this* name. A spelling that is none of the Lao name (Oudomxay for ເມືອງໄຊ, Tây Trang for the
far side of Pang Hốc) is another name, known by its own sound; so are all names of an entity without Lao script. Start with
:func:`names_of`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lao_names.gazetteer.model import Entity, Evidence, Kind
from lao_names.orthography import readings
from lao_names.orthography.lao import LAO_RUN, read
from lao_names.orthography.unicode import clean
from lao_names.phonology import Syllable
from lao_names.spelling.aligning import Aligner
from lao_names.spelling.letters import parted, style_of
from lao_names.spelling.units import Unit, units_of

GENERIC = ("ນະຄອນຫຼວງ", "ນະຄອນຫລວງ", "ແຂວງ", "ດ່ານສາກົນ", "ດ່ານ", "ແມ່ນ້ຳ")
"""Lao words before a name that other languages translate."""

DISTRICT = "ເມືອງ"
"""The Lao word for district; before a name it is written, translated or left out."""

WITNESSES = frozenset((Evidence.OFFICIAL, Evidence.ATTESTED, Evidence.MISSPELLING, Evidence.FORMER))
"""Evidence of forms that show how a name is spelled."""

WORST_KNOWN = -2.5
"""Mean log-probability per sound below which a form is no spelling of a name; stricter than where habits are counted, since
here one bad cut weighs much."""

MOST_NAMES, MOST_READ = 4, 6
"""Names of an entity that are looked at; forms whose readings are tried for a name without Lao script."""

OF_LAO_SCRIPT = 3.0
"""What a name in Lao script is worth beside other names, in spellings."""

_BRACKETS = re.compile(r"\s*\(.*?\)")
_LATIN_LETTERS = re.compile("[a-z\u00df-\u024f\u1e00-\u1eff]+")
_SIDES = re.compile(r"\s+[-–]\s+")

Words = tuple[tuple[Syllable, ...], ...]
Form = tuple[str, str]
"""Text and style."""


class Known(NamedTuple):
    """A known spelling of a name.

    Attributes:
        text: as it was seen, without words like "province".
        style: a key of :data:`~lao_names.spelling.habits.STYLES`.
        letters: those of each unit of the name.
        before: the words like "province" that stood before it.
    """

    text: str
    style: str
    letters: tuple[str, ...]
    before: str = ""

    @property
    def is_vietnamese(self) -> bool:
        """Whether it was seen in a Vietnamese text."""
        return self.style in ("respelled", "plain")

    @property
    def syllables(self) -> list[tuple[str, str]]:
        """Onset and rime of each syllable."""
        return list(zip(self.letters[::2], self.letters[1::2], strict=True))


class Name(NamedTuple):
    """A name: its sounds and its known spellings.

    Attributes:
        words: the syllables of each word.
        known: spellings that were seen.
        share: how often this name is meant, beside the other names of the entity.
        of_district: whether the Lao name has the word for district before it.
    """

    words: Words
    known: tuple[Known, ...] = ()
    share: float = 1.0
    of_district: bool = False

    @property
    def units(self) -> list[Unit]:
        """What is spelled."""
        return units_of([syllable for word in self.words for syllable in word])


class Reader:
    """Finds the name that a form spells.

    Args:
        aligner: cuts spellings into sounds.
        generic: words like "province", casefolded.
    """

    def __init__(self, aligner: Aligner, generic: Collection[str]) -> None:
        self._aligner, self._generic = aligner, generic

    def sort(self, forms: Iterable[Form], names: Sequence[Name]) -> tuple[list[list[Known]], list[Form]]:
        """The forms that spell each of some names, and the forms that spell none."""
        known: list[list[Known]] = [[] for _ in names]
        units = [name.units for name in names]
        others = []
        for form in forms:
            place, spelled = next(
                ((place, spelled) for place, some in enumerate(units) if (spelled := self.cut(form, some))),
                (0, None),
            )
            if spelled is None:
                others.append(form)
            else:
                known[place].append(spelled)
        return known, others

    def other_name(self, forms: Sequence[Form]) -> Name | None:
        """The name that most of some forms spell, by the sound of one of them."""
        bases = [Name(tuple(words_of(self._variants(text)[-1]))) for text, _ in forms[:MOST_READ]]
        best, most = None, 0.0
        for base in bases:
            if base.words and all(syllable.nucleus for word in base.words for syllable in word):
                (known,), _ = self.sort(forms, [base])
                # A spelling that cuts well counts up to one more than one that barely does.
                fits = sum(1 - self._aligner.score(base.units, parted(form.text)) / WORST_KNOWN for form in known)
                if len(known) + fits > most:
                    best, most = base, len(known) + fits
        return best

    def as_it_reads(self, text: str) -> Name | None:
        """A name by the sound of its text alone, however badly the text is cut into it; None where it has no sound."""
        text = self._variants(text)[-1] if text else ""
        words = tuple(spoken for word in words_of(text) if (spoken := _without_silent_end(word)))
        if not words:
            return None
        is_latin = _LATIN_LETTERS.fullmatch(parted(text).letters)
        letters = self._aligner.align(Name(words).units, parted(text), -math.inf) if is_latin else None
        return Name(words, (Known(text, "english", letters),) if letters else ())

    def cut(self, form: Form, units: Sequence[Unit]) -> Known | None:
        """A form as a spelling of a name, as it stands or without words like "province"."""
        text, style = form
        for variant in self._variants(text):
            letters = self._aligner.align(units, parted(variant), WORST_KNOWN)
            if letters is not None:
                return Known(variant, style, letters, text.partition(variant)[0].strip() if variant in text else "")
        return None

    def _variants(self, text: str) -> list[str]:
        """A text as it stands, then without words like "province": before it, then also after it."""
        words, found = text.split(), [text]
        while len(words) > 1 and words[0].casefold() in self._generic:
            words = words[1:]
        words = [re.sub("^[dl]['’]", "", words[0]), *words[1:]] if words else []
        found.append(" ".join(words))
        while len(words) > 1 and words[-1].casefold() in self._generic:
            words = words[:-1]
        found.append(" ".join(words))
        return list(dict.fromkeys(variant for variant in found if variant))


def names_of(entity: Entity, reader: Reader, namesakes: Iterable[Entity] = ()) -> list[Name]:
    """The names of an entity, those in Lao script first; where no form spells one, the listed name as it reads.

    Args:
        entity: whose names.
        reader: finds out what its forms spell.
        namesakes: entities of the same Lao name; their spellings of it are spellings of it, too.
    """
    names = [_in_lao_script(lao) for lao in lao_names(entity)]
    forms = list(dict.fromkeys(_forms(entity)))
    known, others = reader.sort(forms, names)
    worths = [len(some) + OF_LAO_SCRIPT / len(names) for some in known]
    theirs, _ = reader.sort(
        dict.fromkeys(form for other in namesakes for form in _forms(other) if form not in forms), names
    )
    known = [[*some, *more] for some, more in zip(known, theirs, strict=True)]
    while others and len(names) < MOST_NAMES and (name := reader.other_name(others)):
        (some,), others = reader.sort(others, [name])
        names.append(name)
        known.append(some)
        worths.append(float(len(some)))
    if not names:
        name = reader.as_it_reads(next(iter(entity.names.values()), ""))
        return [name] if name else []
    return [
        name._replace(known=tuple(some), share=worth / sum(worths))
        for name, some, worth in zip(names, known, worths, strict=True)
    ]


def name_of(text: str, reader: Reader) -> Name:
    """A name that nobody listed, from its Lao script or from one spelling."""
    name = Name(tuple(words_of(text)))
    style = "english" if LAO_RUN.search(text) else style_of(text, "vi") or "plain"
    (known,), _ = reader.sort([(clean(text), style)] if name.words else [], [name])
    return name._replace(known=tuple(known))


def _in_lao_script(lao: str) -> Name:
    return Name(tuple(words_of(lao.removeprefix(DISTRICT) or lao)), of_district=lao.startswith(DISTRICT))


def _forms(entity: Entity) -> Iterator[Form]:
    """The Latin forms of an entity, those of the most sources first, with their styles; both sides of a crossing."""
    is_crossing = entity.kind is Kind.CROSSING
    for form in sorted(entity.forms, key=lambda form: (-len(form.sources), form.text)):
        style = style_of(form.text, form.lang)
        if style is not None and (form.evidence in WITNESSES or is_crossing):
            text = _BRACKETS.sub("", form.text)
            yield from (
                (side.strip(), style) for side in (_SIDES.split(text) if is_crossing else [text]) if side.strip()
            )


def lao_names(entity: Entity) -> tuple[str, ...]:
    """The Lao name of an entity without words that other languages translate; both sides of a crossing, each once."""
    return tuple(part for part in re.split(r"\s*[-–]\s*", lao_name(entity) or "") if part)


def lao_name(entity: Entity) -> str | None:
    """The Lao name of an entity without words that other languages translate."""
    name = entity.names.get("lo")
    if name is None:
        return None
    for word in GENERIC:
        if name.startswith(word) and len(name) > len(word):
            return name[len(word) :].strip()
    return name


def _without_silent_end(word: Sequence[Syllable]) -> tuple[Syllable, ...]:
    """The syllables of a word up to its last vowel: a reading of -thoine may leave n for a syllable of its own."""
    voiced = [place for place, syllable in enumerate(word, 1) if syllable.nucleus]
    return tuple(word[: voiced[-1]]) if voiced else ()


def words_of(name: str) -> list[tuple[Syllable, ...]]:
    """The syllables of each word of a name by its best reading."""
    words: list[tuple[Syllable, ...]] = []
    for word in clean(name).split():
        if LAO_RUN.search(word):
            words.extend(read(word)[:1])
        else:
            words.extend(reading.syllables for reading in islice(readings(word), 1))
    return [word for word in words if word]
