"""What a scheme is: tables that write one spoken syllable after the other.

Every scheme fills the same :class:`Scheme`; the modules beside this one are those tables, each with its source.
Start with :meth:`Scheme.syllable`, then :meth:`Scheme.word`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from lao_names.orthography.lao_frames import LaoSyllable

UNIT_WORDS = {
    words.replace(" ", ""): words
    for words in ("ບ້ານ", "ເມືອງ", "ແຂວງ", "ນະຄອນ ຫຼວງ", "ນະຄອນ ຫລວງ", "ດ່ານ ສາກົນ", "ດ່ານ", "ແມ່ນ້ຳ")
}
"""Words for what a place is - village, district, province, capital, border gate, river - as they are written, and apart: at
the beginning of a name they are words of their own."""

FIRST_SYLLABLES = frozenset(("ບ້ານ", "ເມືອງ", "ແຂວງ", "ນະ", "ດ່ານ", "ແມ່"))
LONGEST_UNIT_WORD = 3


def borders(spellings: Sequence[str]) -> frozenset[int]:
    """The syllables before which a new word begins, because a word for what the place is ends there.

    >>> sorted(borders(["ນະ", "ຄອນ", "ຫຼວງ", "ວຽງ", "ຈັນ"])), sorted(borders(["ບ້ານ"]))
    ([2, 3], [])
    """
    if spellings[0] not in FIRST_SYLLABLES:
        return frozenset()
    ends = dict(zip(accumulate(spellings[:LONGEST_UNIT_WORD]), range(1, LONGEST_UNIT_WORD + 1), strict=False))
    word = next((spelled for spelled in reversed(ends) if spelled in UNIT_WORDS), None)
    if word is None:
        return frozenset()
    return frozenset(ends[begun] for begun in accumulate(UNIT_WORDS[word].split())) - {len(spellings)}


JOINED = ""
BORDER = "·"
"""Parts the syllables of a word in :attr:`Scheme.overrides`."""

MOST_KEPT = 20_000
"""Written syllables that a scheme remembers."""


def joined(before: str, after: str, syllable: LaoSyllable) -> str:
    """Syllables of a word stand together."""
    return JOINED


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to write Lao in other letters.

    Attributes:
        name: what ``scheme=`` takes.
        title: what it is, for people.
        source: where its rules come from.
        onsets: IPA onset -> letters.
        nuclei: IPA vowel -> letters.
        codas: IPA final -> letters.
        letters: onset letter in Lao script -> letters, where the scheme keeps what speech does not.
        seconds: second consonant of a cluster -> letters.
        clusters: a whole onset (``kw``) -> letters, before all other onset tables.
        rimes: vowel and final together (``iːw``) -> letters, before ``nuclei`` and ``codas``.
        last_rimes: vowel and final at the end of a word, before ``rimes``.
        opens: vowel without final -> letters, before ``nuclei``.
        between: what stands between two written syllables of a word.
        spell: last touch on a syllable's onset and rime, for rules that depend on both.
        overrides: names that the authority writes otherwise than its rules, by their Lao spelling; :data:`BORDER` or a
            space stands between syllables.
        splits_units: whether :data:`UNIT_WORDS` are words of their own.
        qualifiers: Lao words at the end of a name that a hyphen sets off.
        language: key of the gazetteer's official name in this scheme, None where there is none.
        capitals_after: characters after which a name's next letter is a capital; None where the scheme has no capitals.
        signs: punctuation -> what is written for it.
    """

    name: str
    title: str
    source: str
    onsets: Mapping[str, str]
    nuclei: Mapping[str, str]
    codas: Mapping[str, str]
    letters: Mapping[str, str] = field(default_factory=dict)
    seconds: Mapping[str, str] = field(default_factory=lambda: {"w": "w", "r": "r", "l": "l"})
    clusters: Mapping[str, str] = field(default_factory=dict)
    rimes: Mapping[str, str] = field(default_factory=dict)
    last_rimes: Mapping[str, str] = field(default_factory=dict)
    opens: Mapping[str, str] = field(default_factory=dict)
    between: Callable[[str, str, LaoSyllable], str] = joined
    spell: Callable[[str, str, LaoSyllable], str] | None = None
    overrides: Mapping[str, str] = field(default_factory=dict)
    splits_units: bool = True
    qualifiers: frozenset[str] = frozenset()
    language: str | None = None
    capitals_after: str | None = " -"
    signs: Mapping[str, str] = field(default_factory=lambda: {"ຯລຯ": "…", "ຯ": "…"})
    _written: dict[tuple[LaoSyllable, bool], str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def syllable(self, syllable: LaoSyllable, *, is_last: bool = True) -> str:
        """One syllable in the letters of the scheme; the last one of a word may end otherwise."""
        onset, rime = self.onset(syllable), self.rime(syllable.nucleus, syllable.coda)
        if is_last:
            rime = self.last_rimes.get(syllable.nucleus + syllable.coda, rime)
        return self.spell(onset, rime, syllable) if self.spell else onset + rime

    def _kept(self, syllable: LaoSyllable, is_last: bool) -> str:
        """The same, looked up: a few thousand syllables are all that a language has."""
        key = (syllable, is_last)
        written = self._written.get(key)
        if written is None:
            if len(self._written) >= MOST_KEPT:
                self._written.clear()
            written = self._written[key] = self.syllable(syllable, is_last=is_last)
        return written

    def onset(self, syllable: LaoSyllable) -> str:
        """The initial consonant or cluster."""
        whole = "".join(syllable.onset)
        if whole in self.clusters:
            return self.clusters[whole]
        first = self.letters.get(syllable.letters[0]) if len(syllable.onset) == len(syllable.letters) else None
        written = self.onsets[syllable.onset[0]] if first is None else first
        return written + "".join(self.seconds[sound] for sound in syllable.onset[1:])

    def rime(self, nucleus: str, coda: str) -> str:
        """Vowel and final consonant."""
        if nucleus + coda in self.rimes:
            return self.rimes[nucleus + coda]
        if not coda and nucleus in self.opens:
            return self.opens[nucleus]
        return self.nuclei[nucleus] + self.codas.get(coda, "")

    def word(self, syllables: Sequence[tuple[LaoSyllable, str]], separator: str | None = None) -> list[str]:
        """The syllables of one run, each with its Lao spelling, as pieces to join: letters, and what parts them.

        Args:
            syllables: the syllables of one run of Lao letters.
            separator: what to put between syllables instead of the scheme's own rule.
        """
        pieces: list[str] = []
        breaks = borders([spelling for _, spelling in syllables]) if self.splits_units and syllables else ()
        for position, (syllable, spelling) in enumerate(syllables):
            is_last = position == len(syllables) - 1
            written = self._kept(syllable, is_last or position + 1 in breaks)
            if position in breaks:
                pieces.append(" ")
            elif position and separator is not None:
                pieces.append(separator)
            elif position:
                is_qualifier = is_last and spelling in self.qualifiers
                pieces.append("-" if is_qualifier else self.between(pieces[-1], written, syllable))
            pieces.append(written)
        return pieces
