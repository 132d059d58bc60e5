"""How often the answers are right, on spellings and names that the matcher has not seen.

    python benchmarks/accuracy.py [--errors]

Cross-validated: each fold is answered by the whole pipeline with coefficients that never saw its rows, and without the
index entries that would give the answer away (``heldout.py``).
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

import numpy as np  # noqa: E402
from calibrate import Design, by_fold, fit, fitted_samples  # noqa: E402, F401
from heldout import Asked, HeldOut  # noqa: E402
from measures import Answer, best_f1, calibration_error, markdown, recall_at_precision, reliability, status_rates, top1  # noqa: E402

from lao_names.matching.resolution import Resolution  # noqa: E402
from lao_names.matching.resolver import Resolver  # noqa: E402


def answered(held: HeldOut, one: Asked, resolver: Resolver) -> Answer:
    """The answer to a sample; units of its name that lie in each other count as one."""
    resolution = held.answer(one, resolver)
    best = resolution.candidates[0] if resolution.candidates else None
    return Answer(
        one.sample.text,
        one.sample.truth,
        _named(held, one, best.entity.id) if best else None,
        best.probability if best else 0.0,
        str(resolution.status),
        frozenset(_named(held, one, candidate.entity.id) for candidate in resolution.tied),
        one.sample.group,
    )


def _named(held: HeldOut, one: Asked, entity_id: str) -> str:
    """The id, or that of the truth it is related to, or of the gate or river of its name."""
    return next(
        (t for t in sorted(one.sample.truth) if held.related(entity_id, t) or held.named_after(t, entity_id)), entity_id
    )


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the N worst of each sort")
    options = parser.parse_args()
    held = HeldOut()
    resolver = Resolver(held.gazetteer, held.index)
    asked = [one for one in held.asked if one.sample.hidden not in ("register", "nothing")]
    asked = [one for one in asked if not one.sample.truth or held.knowable(one, resolver)]
    learnt = fitted_samples(held, resolver)
    folds = [Resolver(held.gazetteer, held.index, coefficients=worth) for worth in by_fold(Design(held, resolver, learnt))]
    answers = [(one, answered(held, one, folds[one.sample.fold])) for one in asked]
    report(answers)
    if options.errors:
        show_errors(answers, options.errors)


def report(answers: list[tuple[Asked, Answer]]) -> None:
    """The figures of the issue's bars, for each way of holding out."""
    nobody = [answer for one, answer in answers if not one.sample.truth and one.sample.group != "homonym"]
    rows = []
    mixed: list[Answer] = []
    for hidden in ("form", "letters"):
        listed = [answer for one, answer in answers if one.sample.hidden == hidden]
        rows.append({"held out": hidden, **figures(listed + nobody)})
        mixed += listed
    # As many spellings to strangers as users meet: 324 of each 1,058 names nobody knows, .62 of them truly unseen.
    chance = random.Random(1)
    for label, share in (("mixed, 1 in 4 listed", 0.62), ("truly unseen, 1 in 6 listed", 1.0)):
        drawn = []
        for _ in range(10):
            size = int(len(nobody) * 324 / 1058)
            strict = [answer for one, answer in answers if one.sample.hidden == "letters"]
            form = [answer for one, answer in answers if one.sample.hidden == "form"]
            listed = chance.sample(strict, int(size * 0.62)) + chance.sample(form, int(size * (1 - share)))
            drawn.append(figures(listed + nobody))
        rows.append({"held out": label, **{name: float(np.mean([draw[name] for draw in drawn])) for name in drawn[0]}})
    print(markdown(rows), "\n")
    rates = status_rates([answer for _, answer in answers])
    print(markdown([{"group": group, **values} for group, values in rates.items()]), "\n")
    everything = [answer for _, answer in answers]
    print(f"expected calibration error {calibration_error(everything):.4f}")
    print(markdown([bin_._asdict() for bin_ in reliability(everything)]))


def figures(answers: list[Answer]) -> dict[str, float]:
    """Top-1, best F1, recall at two precisions."""
    return {
        "top-1": top1(answers),
        "best F1": best_f1(answers).f1,
        "recall at .95": recall_at_precision(answers, 0.95),
        "recall at .99": recall_at_precision(answers, 0.99),
    }


def show_errors(answers: list[tuple[Asked, Answer]], most: int) -> None:
    """The worst of each sort: strangers with a high chance, wrong answers, right ones with a low chance."""
    strangers = sorted((a for _, a in answers if not a.truth), key=lambda answer: -answer.probability)
    wrong = sorted((a for _, a in answers if a.truth and not a.right), key=lambda answer: -answer.probability)
    low = sorted((a for _, a in answers if a.right), key=lambda answer: answer.probability)
    for title, found in (("strangers", strangers), ("wrong", wrong), ("right but doubted", low)):
        print(f"\n{title}")
        for answer in found[:most]:
            truth = " ".join(sorted(answer.truth))
            print(f"  {answer.probability:.2f} {answer.status:9} {answer.query} -> {answer.top} ({answer.group} {truth})")


if __name__ == "__main__":
    main()
