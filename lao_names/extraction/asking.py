"""Asking the resolver as little as possible: each distinct question once, all of a round together.

Vietnamese news is full of names; nearly all of them are Vietnamese. :meth:`Asker.is_worth_asking` sets those aside by what
:mod:`lao_names.matching.strangers` knows, and whatever resembles no listed name, before the matcher hears of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lao_names.extraction.listed import Listed
from lao_names.matching.information import bits
from lao_names.matching.resolution import Resolution
from lao_names.matching.resolver import Resolver
from lao_names.matching.spelling import spell
from lao_names.matching.strangers import stranger_evidence
from lao_names.orthography.unicode import clean

KEPT = 20_000
"""Answers and verdicts kept for the next texts; beyond that, all are forgotten."""

PERSON_OF_VIETNAM = 0.55
"""Shape of a Vietnamese person (see ``person_shape``) from which a name is not asked about unless it is listed."""

SYLLABLES_OF_VIETNAM = -7.6
"""Mean log probability of the syllables from which a name without any word around it is taken for Vietnamese. Listed
names in Vietnamese spelling lie below -9, names of Vietnam above -7."""

FEWEST_SOUNDS, USUAL = 5, 3.4
"""A name that is not listed looks Lao from this many sounds on, if they cost at most so many bits each: nine in ten listed
names in Vietnamese spelling do, one in twenty English words does (measured 2026-11-23)."""

Context = tuple[str | None, str | None]
"""``kind`` and ``within`` of a question."""


class Asker:
    """Questions to one resolver, with a memory."""

    def __init__(self, resolver: Resolver, listed: Listed) -> None:
        self._resolver = resolver
        self._listed = listed
        self._answers: dict[tuple[str, Context, date | None], Resolution] = {}
        self._verdicts: dict[tuple[str, bool], bool] = {}

    def ask(self, questions: Iterable[str], on: date | None, kind: str | None = None, within: str | None = None) -> None:
        """Resolves what is not known yet, in one batch."""
        context = (kind, within)
        new = [text for text in dict.fromkeys(questions) if (text, context, on) not in self._answers]
        if not new:
            return
        if len(self._answers) > KEPT:
            self._answers.clear()
        many = len(new) > 3
        answers = (
            self._resolver.resolve_many(new, kind=kind, within=within, on=on)
            if many
            else [self._resolver.resolve(text, kind=kind, within=within, on=on) for text in new]
        )
        self._answers.update(((text, context, on), answer) for text, answer in zip(new, answers, strict=True))

    def answer(self, text: str, on: date | None, kind: str | None = None, within: str | None = None) -> Resolution:
        """The answer to one question."""
        key = (text, (kind, within), on)
        if key not in self._answers:
            self.ask([text], on, kind, within)
        return self._answers[key]

    def is_worth_asking(self, text: str, *, announced: bool) -> bool:
        """Whether a stretch that is not letter for letter listed may be a Lao name.

        Args:
            text: the stretch.
            announced: whether a word before or after it says that it is a place or a person.
        """
        known = self._verdicts.get((text, announced))
        if known is None:
            if len(self._verdicts) > KEPT:
                self._verdicts.clear()
            known = self._verdicts[text, announced] = self._judged(text, announced)
        return known

    def sounds_lao(self, text: str) -> bool:
        """Whether a stretch that nobody listed could be a Lao name: no known stranger, and of sounds usual in Lao names."""
        cleaned = clean(text)
        stranger = stranger_evidence(cleaned)
        if stranger.elsewhere_ascii or stranger.person_shape >= PERSON_OF_VIETNAM:
            return False
        if stranger.all_vietnamese_syllables and stranger.syllable_log_odds > SYLLABLES_OF_VIETNAM:
            return False
        codes = [sound.code for sound in spell(cleaned).sounds]
        return any(len(code) >= FEWEST_SOUNDS and bits(code) <= USUAL * len(code) for code in codes)

    def _judged(self, text: str, announced: bool) -> bool:
        cleaned = clean(text)
        stranger = stranger_evidence(cleaned)
        if stranger.elsewhere_exact or stranger.person_shape >= PERSON_OF_VIETNAM:
            return False
        words = cleaned.replace("-", " ").split()
        if not announced:
            if stranger.all_vietnamese_syllables and (
                len(words) == 1 or stranger.syllable_log_odds > SYLLABLES_OF_VIETNAM
            ):
                return False
            if len(words) == 1 and len(words[0]) < 5:
                return False
        if announced and stranger.syllable_log_odds > -6.5 and len(words) > 1:
            return False
        heard = spell(cleaned)
        if not heard.sounds:
            return False
        return self._listed.is_near(heard.letters, [sound.code for sound in heard.sounds])
