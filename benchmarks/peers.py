"""This library beside general name matchers: the same gazetteer, the same questions, one Markdown table.

    python benchmarks/peers.py [--loose] [--only NAME ...] [--folds 10] [--limit N]

Peers compare a query with every form; an entity's score is that of its best form. Each gets what its users would give
it: Unidecode first (it makes nonsense of Lao script, which is part of the result), spaces and hyphens removed where
that helps it. A package that is not installed is named and left out: pip install jellyfish metaphone rigour.

Columns: top-1 over listed entities; best F1 over all questions, strangers and left-out persons as nobody; recall at
precision .95 and .99; questions a second, single process, the query's preparation included and the gazetteer's not.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from measures import Answer, best_f1, markdown, recall_at_precision, top1  # noqa: E402
from questions import Fold, Question, folds  # noqa: E402

import lao_names  # noqa: E402
from lao_names.gazetteer.model import Gazetteer  # noqa: E402


class Peer(NamedTuple):
    """How a peer represents a name, and how like a query's representation is to each of the forms' (0..1)."""

    prepare: Callable[[str], Any]
    scores: Callable[[Any, Sequence[Any]], Iterable[float]]


def ascii_letters(text: str) -> str:
    """Unidecode, lower case, letters and digits only."""
    return re.sub("[^a-z0-9]", "", ascii_words(text))


def ascii_words(text: str) -> str:
    """Unidecode, lower case, hyphens as spaces."""
    from unidecode import unidecode

    return re.sub("[-_.,'’ ]+", " ", unidecode(text).lower()).strip()


def rapidfuzz_peer(scorer: str) -> Peer:
    """One of rapidfuzz's scorers through ``cdist``, its fastest way for many forms."""
    from rapidfuzz import distance, fuzz, process

    if scorer == "Levenshtein":
        similarity: Any = distance.Levenshtein.normalized_similarity
        scale = 1.0
    else:
        similarity, scale = getattr(fuzz, scorer), 100.0

    def scores(query: str, forms: Sequence[str]) -> Iterable[float]:
        return process.cdist([query], forms, scorer=similarity)[0] / scale

    return Peer(ascii_words if scorer == "WRatio" else ascii_letters, scores)


def phonetic_peer(code: Callable[[str], str]) -> Peer:
    """Likeness of phonetic codes (.8) and of letters (.2): a code alone ties too many names."""
    from rapidfuzz import fuzz, process

    def prepare(text: str) -> tuple[str, str]:
        letters = re.sub("[^a-z]", "", ascii_words(text))
        return code(letters) if letters else "", letters

    def scores(query: tuple[str, str], forms: Sequence[tuple[str, str]]) -> Iterable[float]:
        by_code = process.cdist([query[0]], [form[0] for form in forms], scorer=fuzz.ratio)[0]
        by_letters = process.cdist([query[1]], [form[1] for form in forms], scorer=fuzz.ratio)[0]
        return (0.8 * by_code + 0.2 * by_letters) / 100

    return Peer(prepare, scores)


def metaphone() -> Peer:
    """jellyfish.metaphone."""
    import jellyfish

    return phonetic_peer(jellyfish.metaphone)


def double_metaphone() -> Peer:
    """The first code of the package metaphone."""
    from metaphone import doublemetaphone

    return phonetic_peer(lambda letters: doublemetaphone(letters)[0])


def rigour_levenshtein() -> Peer:
    """rigour's transliteration and Levenshtein similarity (0 beyond its own cut-off)."""
    from rigour.text.distance import levenshtein_similarity
    from rigour.text.translit import ascii_text

    def prepare(text: str) -> str:
        return re.sub("[^a-z0-9]", "", (ascii_text(text) or "").lower())

    def scores(query: str, forms: Sequence[str]) -> Iterable[float]:
        return [levenshtein_similarity(query, form) if query and form else 0.0 for form in forms]

    return Peer(prepare, scores)


def rigour_parts() -> Peer:
    """rigour's alignment of name parts, weighted by their length."""
    from rigour.names import NameTypeTag, analyze_names, compare_parts

    def prepare(text: str) -> list[Any]:
        return [list(name.parts) for name in analyze_names(NameTypeTag.PER, [text])]

    def one(query: list[Any], form: list[Any]) -> float:
        weighed = total = 0.0
        for pair in compare_parts(query, form):
            weight = sum(len(part.comparable) for part in (*pair.qps, *pair.rps))
            total += weight
            weighed += weight * pair.score
        return weighed / total if total else 0.0

    def scores(query: list[Any], forms: Sequence[list[Any]]) -> Iterable[float]:
        return [max((one(q, f) for q in query for f in form), default=0.0) for form in forms]

    return Peer(prepare, scores)


PEERS: dict[str, Callable[[], Peer]] = {
    "rapidfuzz ratio + Unidecode": lambda: rapidfuzz_peer("ratio"),
    "rapidfuzz WRatio + Unidecode": lambda: rapidfuzz_peer("WRatio"),
    "rapidfuzz Levenshtein + Unidecode": lambda: rapidfuzz_peer("Levenshtein"),
    "jellyfish metaphone + Unidecode": metaphone,
    "double metaphone + Unidecode": double_metaphone,
    "rigour levenshtein_similarity": rigour_levenshtein,
    "rigour compare_parts": rigour_parts,
}
OURS = "lao_names"


def ask_peer(peer: Peer, fold: Fold) -> tuple[list[Answer], float]:
    """A peer's answers to a fold, and the seconds that they took."""
    named = [(entity.id, peer.prepare(form.text)) for entity in fold.gazetteer for form in entity.forms]
    ids, forms = [entity_id for entity_id, _ in named], [form for _, form in named]
    answers = []
    start = time.perf_counter()
    for question in fold.questions:
        scores = peer.scores(peer.prepare(question.text), forms)
        best, place = max(zip(map(float, scores), range(len(ids)), strict=True), key=lambda pair: (pair[0], -pair[1]))
        answers.append(Answer(question.text, question.truth, ids[place], best, group=question.group))
    return answers, time.perf_counter() - start


def ask_ours(fold: Fold) -> tuple[list[Answer], float]:
    """This library's answers to a fold, and the seconds that they took."""
    resolver = lao_names.Resolver(fold.gazetteer)
    resolver.resolve("Viêng Chăn")
    start = time.perf_counter()
    resolutions = resolver.resolve_many([question.text for question in fold.questions])
    seconds = time.perf_counter() - start
    return [answer_of(question, found) for question, found in zip(fold.questions, resolutions, strict=True)], seconds


def answer_of(question: Question, resolution: Any) -> Answer:
    """A resolution as the measures want it."""
    first = resolution.candidates[0] if resolution.candidates else None
    return Answer(
        question.text,
        question.truth,
        first.entity.id if first else None,
        first.probability if first else 0.0,
        str(resolution.status),
        frozenset(candidate.entity.id for candidate in resolution.tied),
        question.group,
    )


def row(name: str, answers: list[Answer], seconds: float) -> dict[str, object]:
    """One line of the table."""
    best = best_f1(answers)
    groups = {group: top1(a for a in answers if a.group == group) for group in ("vi", "en+fr", "lo")}
    return {
        "system": name,
        "top-1": top1(answers),
        **{f"top-1 {group}": value for group, value in groups.items()},
        "best F1": best.f1,
        "at precision": best.precision,
        "recall": best.recall,
        "recall at precision .95": recall_at_precision(answers, 0.95),
        "recall at .99": recall_at_precision(answers, 0.99),
        "questions/s": round(len(answers) / seconds),
    }


def measure(name: str, sets: Sequence[Fold]) -> dict[str, object] | None:
    """One system over all folds; None, with a word on stderr, where its package is not installed."""
    try:
        peer = None if name == OURS else PEERS[name]()
    except ImportError as error:
        print(f"{name}: not installed ({error.name})", file=sys.stderr)
        return None
    answers: list[Answer] = []
    seconds = 0.0
    for fold in sets:
        found, took = ask_ours(fold) if peer is None else ask_peer(peer, fold)
        answers += found
        seconds += took
    print(f"{name}: {seconds:.1f} s", file=sys.stderr)
    return row(name, answers, seconds)


def heading(gazetteer: Gazetteer, sets: Sequence[Fold], strict: bool) -> str:
    """What was asked of what."""
    asked = [question for fold in sets for question in fold.questions]
    listed = sum(1 for question in asked if question.truth)
    kind = "even without marks, case and spaces" if strict else "but for case"
    forms = sum(len(entity.forms) for entity in gazetteer)
    return (
        f"{date.today()}: {len(gazetteer)} entities, {forms} forms, {len(sets)} folds; {listed} spellings of listed "
        f"entities that equal no form left in the gazetteer {kind}, {len(asked) - listed} names of nobody listed.\n"
    )


def thinned(questions: tuple[Question, ...], number: int) -> tuple[Question, ...]:
    """About ``number`` of the questions, evenly from all groups."""
    return questions[:: max(1, len(questions) // number)]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--loose", action="store_true", help="take out only forms that equal the query but for case")
    parser.add_argument("--only", nargs="*", metavar="NAME", help="systems whose name holds one of these")
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--limit", type=int, help="questions per fold, for a quick look")
    options = parser.parse_args()
    gazetteer = lao_names.load()
    sets = list(folds(gazetteer, number=options.folds, strict=not options.loose))
    if options.limit:
        sets = [Fold(fold.gazetteer, thinned(fold.questions, options.limit)) for fold in sets]
    names = [n for n in (OURS, *PEERS) if not options.only or any(part in n for part in options.only)]
    rows = [found for name in names if (found := measure(name, sets))]
    print(heading(gazetteer, sets, not options.loose))
    print(markdown(rows))


if __name__ == "__main__":
    main()
