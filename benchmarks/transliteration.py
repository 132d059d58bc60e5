"""Measure transliteration, cleaning and generated spellings against reference data.

    python benchmarks/transliteration.py

Prints one line per bar: what, figure, bar, number of cases. The reference data (../shared/linguistics, ../shared/scale)
is not part of the project; where it is missing, that is said and the exit code is 0.
"""

from __future__ import annotations

import csv
import re
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import left_out

from lao_names.builtin import gazetteer, resolver
from lao_names.gazetteer.model import Evidence
from lao_names.orthography.lao import read
from lao_names.orthography.unicode import clean
from lao_names.phonology import segments
from lao_names.spelling.letters import letters_key
from lao_names.transliteration import official_names, schemes, syllables, transliterate
from lao_names.transliteration.writing import unified

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
VECTORS = SHARED / "linguistics" / "vectors"
Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """The rows of a reference table."""
    with open(VECTORS / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def show(what: str, figure: float, bar: str, cases: int) -> None:
    """One line of the report."""
    print(f"{what:<66} {figure:8.4f}  bar {bar:<9} n {cases}")


def share(values: Sequence[bool]) -> float:
    """The share of true values."""
    return sum(values) / len(values) if values else 0.0


def letters(text: str, *, marks: bool) -> str:
    """Letters to compare: no case, hyphens, spaces or apostrophes; marks if asked for."""
    text = unicodedata.normalize("NFC", text.casefold())
    if not marks:
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.sub(r"[\s\-'’ʻ]", "", text)


def official_romanization() -> None:
    """BGN/PCGN against official names; marks only where the source writes them."""
    for confidence, bars in (("A", (".985", ".97")), ("A-agree", (".995", ".985"))):
        cases = [row for row in rows("vectors_bgn.tsv") if row["confidence"] == confidence]
        marked = [row for row in cases if row["oracle"] != "ascii"]
        for marks, bar, some in ((False, bars[0], cases), (True, bars[1], marked)):
            equal = [
                letters(transliterate(row["lao"]), marks=marks) == letters(row["bgn"], marks=marks) for row in some
            ]
            show(f"bgn-pcgn, {confidence}, letters{' and marks' if marks else ''}", share(equal), bar, len(some))
    provinces = [entity for entity in gazetteer() if entity.kind == "province"]
    names = official_names(provinces, "bgn-pcgn")
    equal = [
        letters(transliterate(entity.names["lo"], names=names), marks=False)
        == letters(entity.names["bgn"], marks=False)
        for entity in provinces
    ]
    show("bgn-pcgn with official names, the provinces", sum(equal), "18 of 18", len(equal))


def other_schemes() -> None:
    """ALA-LC and MoH against attested and derived examples."""
    for file, column, scheme in (("alalc", "alalc", "ala-lc"), ("moh2020", "moh2020", "moh2020")):
        by_source: defaultdict[str, list[bool]] = defaultdict(list)
        for row in rows(f"vectors_{file}.tsv"):
            equal = letters(transliterate(row["lao"], scheme), marks=True) == letters(row[column], marks=True)
            by_source[row["confidence"]].append(equal)
        for confidence, values in by_source.items():
            show(f"{scheme}, {confidence}", share(values), "-", len(values))


TONE_LETTERS = "˥˦˧˨˩"
NARROW = str.maketrans("", "", TONE_LETTERS + " ̯̚͡ʔ#.-")


def broad(ipa: str) -> str:
    """A narrow transcription as the library writes it; Vientiane merges kwa and kua, and says r as l."""
    ipa = ipa.translate(NARROW).replace("ʷʰ", "ʰw").replace("ʷ", "w").replace("ʋ", "w").replace("r", "l")
    return re.sub("(kʰ?)uː?ə", r"\1wa", re.sub("(kʰ?)waː", r"\1wa", ipa))


def pronunciation() -> None:
    """IPA against transcriptions and against the reference reading."""
    cases = rows("vectors_ipa.tsv")
    written = [transliterate(row["lao"], "ipa") for row in cases]
    spoken = [list(syllables(row["lao"])) for row in cases]
    rule = [
        ".".join(s.onset + s.nucleus + s.coda for s in some) == row["segments_by_rule"]
        for some, row in zip(spoken, cases, strict=True)
    ]
    tones = [" ".join(s.tone for s in some) == row["tones_by_rule"] for some, row in zip(spoken, cases, strict=True)]
    heard = [broad(ipa) == broad(row["wikipron_ipa_vientiane"]) for ipa, row in zip(written, cases, strict=True)]
    heard_tones = [
        re.findall(f"[{TONE_LETTERS}]+", ipa) == re.findall(f"[{TONE_LETTERS}]+", row["wikipron_ipa_vientiane"])
        for ipa, row in zip(written, cases, strict=True)
    ]
    show("syllables, segments as the reference reads them", share(rule), ".985", len(cases))
    show("syllables, tones as the reference reads them", share(tones), ".98", len(cases))
    show("ipa, segments as transcribed", share(heard), ".985", len(cases))
    show("ipa, tones as transcribed", share(heard_tones), ".98", len(cases))


def cleaning() -> None:
    """Code points of slips and variants against their canonical form, by scope."""
    by_scope: defaultdict[str, list[bool]] = defaultdict(list)
    for row in rows("vectors_norm.tsv"):
        raw, canonical = (points(row[f"{side}_codepoints"]) for side in ("raw", "canonical"))
        by_scope[row["scope"]].append(CHECKS[row["scope"]](raw, canonical))
    for scope, values in by_scope.items():
        show(f"clean, {scope}", share(values), {"lao-fuzzy": ".90"}.get(scope, "all"), len(values))


def points(text: str) -> str:
    """Text from code points in hexadecimal."""
    return "".join(chr(int(point, 16)) for point in text.split())


def sounds_near(raw: str, canonical: str) -> bool:
    """Whether two Lao spellings are one sound apart at most in some reading, length and l for r aside."""
    first, second = ([segments(reading) for reading in read(text)] for text in (raw, canonical))
    return any(distance(a, b) <= 1 for a in first for b in second)


def distance(a: Sequence[str], b: Sequence[str]) -> int:
    """Edit distance of two sequences of sounds, l and r alike."""
    a, b = ([sound.replace("r", "l") for sound in sounds] for sounds in (a, b))
    line = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, line = line, [i]
        for j, y in enumerate(b, 1):
            line.append(min(previous[j] + 1, line[-1] + 1, previous[j - 1] + (x != y)))
    return line[-1]


CHECKS: dict[str, Callable[[str, str], bool]] = {
    "lao": lambda raw, canonical: clean(raw) == canonical,
    "vietnamese": lambda raw, canonical: clean(raw) == canonical,
    "lao-key": lambda raw, canonical: unified(clean(raw)) == unified(clean(canonical)) and read(raw) == read(canonical),
    "vietnamese-key": lambda raw, canonical: toneless(raw) == toneless(canonical),
    "lao-fuzzy": sounds_near,
    "lao-translit": lambda raw, canonical: transliterate(raw) == transliterate(canonical),
}


def toneless(text: str) -> str:
    """A Vietnamese spelling without case, tones, and the choice of i or y, d or đ."""
    return letters_key(clean(text)).replace("đ", "d").replace("y", "i")


def villages_and_speed() -> None:
    """Every scheme over 8,000 official village names, and a long text."""
    with open(SHARED / "scale" / "villages_lao.tsv", encoding="utf-8") as file:
        names = [line.split("\t")[0] for line in file][1:]
    for scheme in schemes():
        started = time.process_time()
        written = [transliterate(name, scheme) for name in names]
        pace = len(names) / (time.process_time() - started)
        whole = share([not re.search("[\u0e80-\u0eff]", text) for text in written])
        show(f"villages, {scheme}: no Lao letter left", whole, ".995", len(names))
        show(f"villages, {scheme}: names per CPU second, written first time", pace, "20000", len(names))
    text = ("".join(names) * 10)[:1_000_000]
    started = time.perf_counter()
    transliterate(text)
    show("seconds for a text of 1,000,000 Lao letters without a space", time.perf_counter() - started, "5", 1)


def left_out_spellings() -> None:
    """Attested Vietnamese spellings left out: are their letters among the first generated ones?"""
    for line in left_out.figures():
        show(*line)


def back_again() -> None:
    """Lao names written in each scheme lead back to their entity, asked for its kind (a province hides its namesakes)."""
    named = [
        (entity, form.text)
        for entity in gazetteer()
        for form in entity.forms
        if form.lang == "lo" and form.evidence is not Evidence.PARTIAL
    ]
    for scheme in ("lo", *(name for name in schemes() if name != "ipa")):
        first, sure = [], []
        for entity, lao in named:
            written = lao if scheme == "lo" else transliterate(lao, scheme)
            answer = resolver().resolve(written, kind=entity.kind)
            tied = {candidate.entity.id for candidate in answer.tied}
            first.append(entity.id in tied or entity.id in {c.entity.id for c in answer.candidates[:1]})
            sure.append(entity.id in tied or answer.entity is entity)
        show(f"Lao names in {scheme}: their entity is the first answer or tied", share(first), "all", len(first))
        show("  and is matched or tied", share(sure), "-", len(sure))


def main() -> None:
    """Print all figures."""
    if not VECTORS.is_dir():
        print(f"the reference data is not here ({VECTORS}); nothing to measure")
        return
    for part in (
        official_romanization, other_schemes, pronunciation, cleaning, villages_and_speed, left_out_spellings, back_again,
    ):  # fmt: skip
        part()


if __name__ == "__main__":
    main()
