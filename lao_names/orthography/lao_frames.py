"""The scanner of Lao script: every syllable that can begin at a place, with its cost.

A syllable is written as [prefixed vowel] onset [sign] [tone mark] [letters of the frame] [final]. The scanner reads
these in that order, by dictionary look-ups of :mod:`~lao_names.orthography.lao_tables`, and also accepts the tone mark
on the wrong letter, at a price. Start with :func:`frames_at`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lao_names.orthography import lao_tables as t
from lao_names.orthography.lao_codepoints import TONE_MARKS, VOWEL_SIGNS
from lao_names.phonology import Syllable

_CONSONANT = f"[{''.join(t.INITIALS)}]"
_SIGN = f"[{VOWEL_SIGNS}]"
_TONE = f"[{TONE_MARKS}]"
_LOAN_FINAL_AND_NEXT = "|".join(f"[{''.join(sorted(firsts))}]{next_}" for next_, firsts in t.BEFORE_UNWRITTEN_A.items())
WINDOW = re.compile(
    f"{t.AND_SO_ON}|[{''.join(t.PREFIXED)}]?{_CONSONANT}{_TONE}*[ງຍນມລຼຣວ]?{_SIGN}*{_TONE}*{t.CANCELLED}?"
    f"[ະາຳຽອວຍ]{{0,2}}{_TONE}?(?:{_LOAN_FINAL_AND_NEXT}|{_CONSONANT}?[ິຸ]?[{t.VIRAMA}{t.CANCELLED}]?)"
)
"""The letters that can matter for a syllable that begins at a place: the fewer, the more often windows are equal."""


class LaoSyllable(NamedTuple):
    """A syllable as it is written.

    Attributes:
        letters: the consonant letters of the onset (ຊ and ສ sound alike, but official Latin keeps them apart).
        onset, nucleus, coda: IPA phonemes.
        tone: its name in Vientiane speech: rising, high, mid, high-falling or low-falling.
        implicit: whether the vowel is not written.
    """

    letters: str
    onset: tuple[str, ...]
    nucleus: str
    coda: str
    tone: str
    implicit: bool = False

    @property
    def phonemes(self) -> Syllable:
        """The syllable without what only spelling and tone tell."""
        return Syllable(self.onset, (self.nucleus,), self.coda)

    def __str__(self) -> str:
        return "".join((*self.onset, self.nucleus, self.coda))


class Found(NamedTuple):
    """A syllable that the letters at a place may write, how many letters it takes, and its cost."""

    length: int
    cost: float
    syllable: LaoSyllable


class _Onset(NamedTuple):
    """Onset letters found: where they end, the tone mark met among them, and the cost so far."""

    letters: str
    sounds: tuple[str, ...]
    tone_class: str
    end: int
    mark: str
    cost: float


def frames_at(window: str) -> list[Found]:
    """The syllables that can begin with the first letter of a window (a match of :data:`WINDOW`).

    >>> [(found.length, str(found.syllable)) for found in frames_at("ຄຳໄຊ")]
    [(2, 'kʰam'), (1, 'kʰa')]
    """
    prefixed = window[0] if window[0] in t.PREFIXED else ""
    found = [frame for onset in _onsets(window, len(prefixed)) for frame in _frames(window, prefixed, onset)]
    if not prefixed and window[0] in t.INITIALS:
        found.extend(_implicit(window))
    return found


def _onsets(window: str, start: int) -> Iterator[_Onset]:
    """Two letters where they can be a digraph or cluster, then one."""
    letter = window[start : start + 1]
    if letter not in t.INITIALS:
        return
    sound, tone_class = t.INITIALS[letter]
    following = window[start + 1 : start + 2]
    mark, second = ("", start + 1)
    if following in t.TONES and following:
        mark, second = following, start + 2
    pair = letter + window[second : second + 1]
    # A tone mark between the two letters was typed too early.
    cost = t.MISPLACED_SIGN if mark else 0.0
    if pair in t.HIGH_DIGRAPHS:
        yield _Onset(pair, (t.HIGH_DIGRAPHS[pair],), tone_class, second + 1, mark, cost)
    elif pair in t.CLUSTERS:
        yield _Onset(pair, t.CLUSTERS[pair], tone_class, second + 1, mark, cost + _cluster_cost(pair))
    yield _Onset(letter, (sound,), tone_class, start + 1, "", 0.0)


def _cluster_cost(pair: str) -> float:
    if pair[1] == "ວ":
        return t.USUAL_W_CLUSTER if pair[0] in "ກຂຄ" else t.OTHER_W_CLUSTER
    return t.L_CLUSTER if pair[1] == "ລ" else t.R_OR_LO_CLUSTER


def _frames(window: str, prefixed: str, onset: _Onset) -> Iterator[Found]:
    """The frames that fit what stands after an onset."""
    end, cost, mark = onset.end, onset.cost + t.SYLLABLE, onset.mark
    sign = ""
    if window[end : end + 1] in t.SIGNS and end < len(window):
        sign = window[end]
        end += 1
        while window[end : end + 1] in t.SIGNS and end < len(window):
            end += 1
            cost += t.MISPLACED_SIGN
    while window[end : end + 1] in t.TONES and end < len(window):
        mark = mark or window[end]
        end += 1
    for frame in t.FRAMES.get(prefixed + sign, ()):
        if not window.startswith(frame.letters, end):
            continue
        if not (frame.letters or sign or prefixed):
            continue
        yield from _endings(window, onset, frame, end + len(frame.letters), mark, cost)


def _endings(window: str, onset: _Onset, frame: t.Frame, end: int, mark: str, cost: float) -> Iterator[Found]:
    """A frame with its final consonant, without it, or both."""
    if window[end : end + 1] in t.TONES and end < len(window) and frame.letters and not mark:
        # The mark was typed after the vowel letter instead of on the consonant.
        mark = window[end]
        end += 1
        cost += t.MISPLACED_SIGN
    final = window[end : end + 1]
    coda = t.NATIVE_FINALS.get(final) or t.LOAN_FINALS.get(final)
    if frame.final != "no" and coda:
        closed = cost + _final_cost(onset, frame.nucleus, window[end : end + 2])
        closed += _unusual_cost(window, onset, frame, coda)
        length = end + 2 if window[end + 1 : end + 2] == t.VIRAMA else end + 1
        yield Found(length, closed, _syllable(onset, frame.nucleus, coda, mark))
    if frame.final != "must":
        if frame.nucleus in t.PREFIXED_LONG and not frame.letters:
            cost += _open_frame_cost(onset)
        cost += _unusual_cost(window, onset, frame, frame.coda)
        yield Found(end, cost, _syllable(onset, frame.nucleus, frame.coda, mark))


def _open_frame_cost(onset: _Onset) -> float:
    """ແຫນ is h with final n, ແກວ is k with final w, rather than a pair of initials and no final."""
    if onset.letters in t.HIGH_DIGRAPHS:
        return t.DIGRAPH_IN_OPEN_FRAME
    return t.W_CLUSTER_IN_OPEN_FRAME if onset.letters[1:] == "ວ" else 0.0


def _unusual_cost(window: str, onset: _Onset, frame: t.Frame, coda: str) -> float:
    """What a cluster costs more where an unwritten a between its letters is likelier; a vowel in front rules that out."""
    spoken = t.SPOKEN_CLUSTERS.get(onset.letters[1:])
    if spoken is None or onset.letters[0] in spoken or onset.letters in t.HIGH_DIGRAPHS or window[0] in t.PREFIXED:
        return 0.0
    is_native = onset.letters[1] == "ວ" and frame.nucleus == "aː" and (coda in ("", "j") or onset.letters[0] == "ງ")
    return 0.0 if is_native else t.UNUSUAL_CLUSTER


def _final_cost(onset: _Onset, nucleus: str, letters: str) -> float:
    """The price of a final, from its letter and the next one."""
    final, next_ = letters[0], letters[1:]
    cost = t.LOAN_FINAL if final in t.LOAN_FINALS else 0.0
    if cost and final in t.BEFORE_UNWRITTEN_A.get(next_, ()):
        cost += t.LOAN_FINAL_BEFORE_UNWRITTEN_A
    if final == "ວ" and nucleus in t.BACK_VOWELS:
        cost += t.W_AFTER_BACK_VOWEL
    elif final in "ຍຽຢ" and nucleus in t.FRONT_VOWELS:
        cost += t.J_AFTER_FRONT_VOWEL
    elif final == "ລ" and onset.letters == "ຫ":
        cost += t.H_WITH_FINAL_L
    return cost


def _implicit(window: str) -> Iterator[Found]:
    """A consonant whose vowel is not written: a alone, o before a final."""
    letter = window[0]
    sound, tone_class = t.INITIALS[letter]
    onset = _Onset(letter, (sound,), tone_class, 1, "", 0.0)
    if window[1:2] != t.VIRAMA:
        yield Found(1, t.SYLLABLE + t.IMPLICIT_A, _syllable(onset, "a", "", "", implicit=True))
    end, mark = (2, window[1]) if window[1:2] in t.TONES and len(window) > 1 else (1, "")
    final = window[end : end + 1]
    if final in t.FINALS_OF_IMPLICIT_O and final:
        syllable = _syllable(onset, "o", t.NATIVE_FINALS[final], mark, implicit=True)
        yield Found(end + 1, t.SYLLABLE + t.IMPLICIT_O, syllable)


def _syllable(onset: _Onset, nucleus: str, coda: str, mark: str, *, implicit: bool = False) -> LaoSyllable:
    tone = t.tone(onset.tone_class, nucleus, coda, mark)
    return LaoSyllable(onset.letters, onset.sounds, nucleus, coda, tone, implicit)
