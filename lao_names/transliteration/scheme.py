"""What a scheme is: tables that write one spoken syllable after the other.

Every scheme fills the same :class:`Scheme`; the modules beside this one are those tables, each with its source.
Start with :meth:`Scheme.syllable`, then :meth:`Scheme.word`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lao_names.orthography.lao_frames import LaoSyllable

UNIT_WORDS = {"ບ້ານ": "village", "ເມືອງ": "district", "ແຂວງ": "province"}
"""Words for administrative units: at the beginning of a name they are a word of their own."""

JOINED = ""


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
        overrides: names that the authority writes otherwise than its rules, by their Lao spelling.
        splits_units: whether ບ້ານ, ເມືອງ, ແຂວງ are words of their own.
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
    splits_units: bool = False
    qualifiers: frozenset[str] = frozenset()
    language: str | None = None
    capitals_after: str | None = " -"
    signs: Mapping[str, str] = field(default_factory=lambda: {"ຯລຯ": "…", "ຯ": "…"})

    def syllable(self, syllable: LaoSyllable, *, is_last: bool = True) -> str:
        """One syllable in the letters of the scheme; the last one of a word may end otherwise."""
        onset, rime = self.onset(syllable), self.rime(syllable.nucleus, syllable.coda)
        if is_last:
            rime = self.last_rimes.get(syllable.nucleus + syllable.coda, rime)
        return self.spell(onset, rime, syllable) if self.spell else onset + rime

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
        for position, (syllable, spelling) in enumerate(syllables):
            is_last = position == len(syllables) - 1
            written = self.syllable(syllable, is_last=is_last)
            if position == 1 and self.splits_units and syllables[0][1] in UNIT_WORDS:
                pieces.append(" ")
            elif position and separator is not None:
                pieces.append(separator)
            elif position:
                pieces.append("-" if is_last and spelling in self.qualifiers else self.between(pieces[-1], written, syllable))
            pieces.append(written)
        return pieces
