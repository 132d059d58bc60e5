"""How good a set of answers is: the metrics that every benchmark here reports, from one list of :class:`Answer`.

An answer names one entity (``top``) with a probability, whatever its status; the truth is the set of entities that the
spelling may mean, empty where it means nobody listed. Start with :func:`top1` and :func:`best_f1`.

Definitions, the same for this library and for its peers: at a threshold t an answer is *given* if its probability is
at least t; precision is the share of given answers that are right, recall the share of questions about listed entities
that are answered rightly. Answers with the same probability are given together: no threshold can part them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Answer:
    """What a system said to one spelling, beside what is true.

    Attributes:
        query: the spelling.
        truth: ids that it may mean; empty = nobody listed.
        top: the first candidate's id, None where there is none.
        probability: of the first candidate, 0..1 (a peer's score scaled to 0..1).
        status: ``match``, ``ambiguous`` or ``no match``; peers have only ``match`` and ``no match``.
        tied: ids that an "ambiguous" answer holds.
        group: what sort of question it is: ``vi``, ``en``, ``lo``, ``not Lao: place``, ``left-out person`` ...
        joint: of an "ambiguous" answer the probability that one of the tied is meant.
    """

    query: str
    truth: frozenset[str]
    top: str | None
    probability: float
    status: str = "match"
    tied: frozenset[str] = frozenset()
    group: str = ""
    joint: float = 0.0

    @property
    def right(self) -> bool:
        """Whether the first candidate is one of those meant."""
        return self.top is not None and self.top in self.truth


def tied_as_one(answer: Answer) -> Answer:
    """An "ambiguous" answer taken as what it says, "one of these": right if the one meant is among them."""
    if not answer.tied:
        return answer
    found = next(iter(answer.truth & answer.tied), answer.top)
    return replace(answer, top=found, probability=answer.joint)


class BestF1(NamedTuple):
    """The best balance of precision and recall that one threshold buys."""

    f1: float
    precision: float
    recall: float
    threshold: float


class Point(NamedTuple):
    """Precision and recall when every answer with at least this probability is given."""

    threshold: float
    precision: float
    recall: float


class Bin(NamedTuple):
    """Answers whose probability lies in [low, high): how sure they were, and how often they were right."""

    low: float
    high: float
    count: int
    mean_probability: float
    share_right: float


def top1(answers: Iterable[Answer]) -> float:
    """Share of the questions about listed entities whose first candidate is right, whatever its probability."""
    return share(answer.right for answer in answers if answer.truth)


def curve(answers: Iterable[Answer]) -> Iterator[Point]:
    """Precision and recall at every threshold, from the highest probability down."""
    known = list(answers)
    listed = sum(1 for answer in known if answer.truth)
    given = right = 0
    ranked = sorted((a for a in known if a.top is not None), key=lambda answer: -answer.probability)
    for probability, together in groupby(ranked, key=lambda answer: answer.probability):
        for answer in together:
            given += 1
            right += answer.right
        yield Point(probability, right / given, right / listed if listed else 0.0)


def best_f1(answers: Iterable[Answer]) -> BestF1:
    """The threshold with the highest F1 = 2PR / (P + R); of equals the higher threshold.

    >>> best_f1([Answer("a", frozenset("x"), "x", 0.9), Answer("b", frozenset(), "x", 0.4)])
    BestF1(f1=1.0, precision=1.0, recall=1.0, threshold=0.9)
    """
    best = BestF1(0.0, 0.0, 0.0, 1.0)
    for threshold, precision, recall in curve(answers):
        f1 = 2 * precision * recall / (precision + recall) if recall else 0.0
        if f1 > best.f1:
            best = BestF1(f1, precision, recall, threshold)
    return best


def recall_at_precision(answers: Iterable[Answer], precision: float) -> float:
    """The highest recall of all thresholds whose precision is at least ``precision``; 0 where there is none."""
    return max((point.recall for point in curve(answers) if point.precision >= precision), default=0.0)


def reliability(answers: Iterable[Answer], bins: int = 10) -> list[Bin]:
    """Answers by probability, in ``bins`` bins of equal width; empty bins are left out.

    Every answer with a first candidate counts, those about nobody listed too (there the candidate is wrong).
    """
    groups: dict[int, list[Answer]] = {}
    for answer in answers:
        if answer.top is not None:
            groups.setdefault(min(int(answer.probability * bins), bins - 1), []).append(answer)
    return [bin_of(number, bins, members) for number, members in sorted(groups.items())]


def bin_of(number: int, bins: int, members: Sequence[Answer]) -> Bin:
    """One bin of :func:`reliability`."""
    mean = sum(answer.probability for answer in members) / len(members)
    return Bin(number / bins, (number + 1) / bins, len(members), mean, share(answer.right for answer in members))


def calibration_error(answers: Iterable[Answer], bins: int = 10) -> float:
    """Expected calibration error: mean distance between probability and share right, bins weighted by their size."""
    filled = reliability(answers, bins)
    total = sum(found.count for found in filled)
    gaps = (found.count * abs(found.mean_probability - found.share_right) for found in filled)
    return sum(gaps) / total if total else 0.0


RATES = (
    "match right", "match wrong", "match or tied right", "ambiguous right", "ambiguous wrong", "missed",
    "nobody: match", "nobody: ambiguous", "nobody: no match",
)  # fmt: skip


def status_rate(answer: Answer) -> str:
    """Which of :data:`RATES` an answer counts for ("match or tied right" is the sum of two)."""
    if not answer.truth:
        return f"nobody: {answer.status}"
    if answer.status == "match":
        return "match right" if answer.right else "match wrong"
    if answer.status == "ambiguous":
        return "ambiguous right" if answer.truth & answer.tied else "ambiguous wrong"
    return "missed"


def status_rates(answers: Iterable[Answer]) -> dict[str, dict[str, float]]:
    """How the questions ended, as shares, per group and for ``all``.

    Shares of :data:`RATES` that begin with "nobody" are of the questions about nobody listed, the others of those
    about listed entities. Every row also has ``listed`` and ``nobody``, the numbers of questions behind the shares.
    """
    known = list(answers)
    by_group: dict[str, list[Answer]] = {"all": known}
    for answer in known:
        by_group.setdefault(answer.group, []).append(answer)
    return {group: rates_of(members) for group, members in by_group.items()}


def rates_of(answers: Sequence[Answer]) -> dict[str, float]:
    """The shares of one group, see :func:`status_rates`."""
    counts = dict.fromkeys(RATES, 0)
    for answer in answers:
        counts[status_rate(answer)] += 1
    counts["match or tied right"] = counts["match right"] + counts["ambiguous right"]
    listed = sum(1 for answer in answers if answer.truth)
    nobody = len(answers) - listed
    rates: dict[str, float] = {"listed": listed, "nobody": nobody}
    for rate, count in counts.items():
        rates[rate] = count / max(1, nobody if rate.startswith("nobody") else listed)
    return rates


def share(truths: Iterable[bool]) -> float:
    """Share of trues; 0 of none."""
    values = list(truths)
    return sum(values) / len(values) if values else 0.0


def markdown(rows: Sequence[Mapping[str, object]]) -> str:
    """Rows (the first one's keys are the columns) as a Markdown table; floats with three decimals."""
    if not rows:
        return ""
    columns = list(rows[0])
    lines = ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    lines += ["| " + " | ".join(cell(row.get(column, "")) for column in columns) + " |" for row in rows]
    return "\n".join(lines)


def cell(value: object) -> str:
    """One table cell."""
    return f"{value:.3f}" if isinstance(value, float) else str(value)
