"""How often the answers are right, on spellings and names that the matcher has not seen.

    python benchmarks/accuracy.py [--errors N] [--write]

Cross-validated: each fold is answered by the whole pipeline with coefficients that never saw its rows, and without the
index entries that would give the answer away (``heldout.py``).
"""

from __future__ import annotations

import argparse
import platform
import random
import subprocess
import sys
from datetime import date
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

import numpy as np  # noqa: E402
from calibrate import Design, by_fold, fitted_samples  # noqa: E402
from heldout import Asked, HeldOut  # noqa: E402
from measures import (  # noqa: E402
    Answer,
    best_f1,
    calibration_error,
    markdown,
    rates_of,
    recall_at_precision,
    reliability,
    share,
    status_rates,
    tied_as_one,
    top1,
)

from lao_names.matching.decision import MATCH  # noqa: E402
from lao_names.matching.resolver import Resolver  # noqa: E402

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE, PLOT = DOCS / "accuracy.md", DOCS / "reliability.png"
APART = ("swapped", "clipped", "clipped, left out", "part", "part, left out", "left-out place", "village")
"""Groups that are hard on purpose, invented names and places without what is known of them, so their rates stand apart."""

LEARNT_ONLY = ("register", "word", "nothing", "script")
"""What is hidden of samples that are no questions of their own."""

DRAWS = 200
"""How many mixes of listed spellings and strangers the figures of a mix are the mean of."""

LOWEST = 0.5
"""The lowest threshold that is shown."""

MARK = "<!-- figures: python benchmarks/accuracy.py --write -->"


def answered(held: HeldOut, one: Asked, resolver: Resolver, min_probability: float | None = None) -> Answer:
    """The answer to a sample; units of its name that lie in each other count as one."""
    resolution = held.answer(one, resolver, min_probability)
    best = resolution.candidates[0] if resolution.candidates else None
    return Answer(
        one.sample.text,
        one.sample.truth,
        _named(held, one, best.entity.id) if best else None,
        best.probability if best else 0.0,
        str(resolution.status),
        frozenset(_named(held, one, candidate.entity.id) for candidate in resolution.tied),
        one.sample.group,
        sum(candidate.probability for candidate in resolution.tied),
    )


def _named(held: HeldOut, one: Asked, entity_id: str) -> str:
    """The id, or that of the truth it is related to, or of the gate or river of its name."""
    return next(
        (t for t in sorted(one.sample.truth) if held.related(entity_id, t) or held.named_after(t, entity_id)), entity_id
    )


def main() -> None:
    """Prints the tables; with --write puts them into ``docs/accuracy.md`` and draws the reliability plot."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the N worst of each sort")
    parser.add_argument("--write", action="store_true", help="renew docs/accuracy.md and docs/reliability.png")
    options = parser.parse_args()
    answers = all_answers()
    text = report(answers) + "\n\n" + thresholds([answer for _, answer in all_answers(LOWEST)])
    print(text)
    if options.errors:
        show_errors(answers, options.errors)
    if options.write:
        head, mark, _ = PAGE.read_text("utf-8").partition(MARK)
        PAGE.write_text(f"{head}{mark}\n\n{stamp()}\n\n{text}\n", encoding="utf-8")
        draw([answer for _, answer in answers if answer.group not in APART])


def all_answers(min_probability: float | None = None) -> list[tuple[Asked, Answer]]:
    """Every sample with its answer from the fold that never saw it."""
    held = HeldOut()
    resolver = Resolver(held.gazetteer, held.index)
    asked = [one for one in held.asked if one.sample.hidden not in LEARNT_ONLY]
    asked = [one for one in asked if (held.knowable(one) if one.sample.truth else not held.undecidable(one))]
    learnt = fitted_samples(held)
    folds = [Resolver(held.gazetteer, held.index, coefficients=worth) for worth in by_fold(Design(held, resolver, learnt))]
    return [(one, answered(held, one, folds[one.sample.fold], min_probability)) for one in asked]


def thresholds(answers: list[Answer]) -> str:
    """What each ``min_probability`` buys: shares of the questions about listed entities, and of those about nobody.

    Args:
        answers: given with the lowest threshold, so that each match has only to be held against the others.
    """
    listed = [a for a in answers if a.truth and a.group not in APART]
    nobody = [a for a in answers if not a.truth and a.group not in ("homonym", *APART)]
    rows = []
    for least in (LOWEST, 0.6, MATCH, 0.8, 0.9, 0.95, 0.99):
        right, wrong, strange = (
            share(a.status == "match" and a.probability >= least and a.right == good for a in among)
            for among, good in ((listed, True), (listed, False), (nobody, False))
        )
        rates = {"match right": right, "match wrong": wrong, "nobody: match": strange}
        rows.append({"min_probability": f"{least:.2f}", **rates})
    return markdown(rows)


def stamp() -> str:
    """When and on which commit the figures were made."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False).stdout
    return f"{date.today()}, commit {commit.strip() or 'unknown'}, Python {platform.python_version()}."


def report(answers: list[tuple[Asked, Answer]]) -> str:
    """The figures for each way of holding out, how questions ended, and the calibration; some groups apart."""
    apart = {group: [answer for _, answer in answers if answer.group == group] for group in APART}
    answers = [pair for pair in answers if pair[1].group not in APART]
    nobody = [answer for one, answer in answers if not one.sample.truth and one.sample.group != "homonym"]
    by_hidden = {
        hidden: [answer for one, answer in answers if one.sample.hidden == hidden] for hidden in ("form", "letters")
    }
    rows = [{"held out": hidden, **figures(listed + nobody)} for hidden, listed in by_hidden.items()]
    # As users meet them: 324 listed spellings to 1,058 names that nobody knows, .62 or all of them truly unseen.
    chance = random.Random(1)
    size = len(nobody) * 324 // 1058
    as_said = {hidden: [tied_as_one(answer) for answer in listed] for hidden, listed in by_hidden.items()}
    decided = {
        hidden: [a for a in listed if not (a.status == "ambiguous" and a.truth & a.tied)]
        for hidden, listed in by_hidden.items()
    }
    for label, unseen, pools in (
        ("1 listed in 4, mixed", 0.62, by_hidden),
        ("1 listed in 4, truly unseen", 1.0, by_hidden),
        ("mixed, “one of these” an answer", 0.62, as_said),
        ("truly unseen, “one of these” an answer", 1.0, as_said),
        ("mixed, rightly ambiguous ones aside", 0.62, decided),
        ("truly unseen, rightly ambiguous ones aside", 1.0, decided),
    ):
        drawn = []
        for _ in range(DRAWS):
            strict = round(size * unseen)
            listed = chance.sample(pools["letters"], strict) + chance.sample(pools["form"], size - strict)
            strangers = [tied_as_one(answer) for answer in nobody] if pools is as_said else nobody
            drawn.append(figures(listed + strangers))
        rows.append({"held out": label, **{name: float(np.mean([draw[name] for draw in drawn])) for name in drawn[0]}})
    everything = [answer for _, answer in answers]
    rates = [{"group": group, **values} for group, values in status_rates(everything).items()]
    rates += [{"group": group, **rates_of(members)} for group, members in apart.items()]
    return "\n\n".join(
        (
            markdown(rows),
            markdown(rates),
            f"Expected calibration error over all of them, three listed to one nobody: {calibration_error(everything):.4f}.",
            markdown([bin_._asdict() for bin_ in reliability(everything)]),
        )
    )


def draw(answers: list[Answer]) -> None:
    """The reliability plot: how often answers of each probability are right."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    listed, nobody = [a for a in answers if a.truth], [a for a in answers if not a.truth]
    as_met = listed + nobody * round(len(listed) / len(nobody) * 1058 / 324)
    figure, axes = pyplot.subplots(figsize=(5, 5), dpi=110)
    axes.plot([0, 1], [0, 1], color="grey", linewidth=1, label="perfectly calibrated")
    for label, among, look in (
        ("1 listed to 3.3 nobody, as users meet them", as_met, {"color": "tab:blue", "zorder": 3}),
        ("as they are, 3 listed to 1 nobody", answers, {"facecolors": "none", "edgecolors": "tab:orange"}),
    ):
        bins = reliability(among)
        sizes = [12 + (1000 * b.count / len(among)) ** 0.5 * 8 for b in bins]
        axes.scatter([b.mean_probability for b in bins], [b.share_right for b in bins], s=sizes, label=label, **look)
    axes.set(xlabel="probability of the best candidate", ylabel="share that is right", xlim=(0, 1.02), ylim=(0, 1.02))
    axes.set_title("Reliability, out of fold (size: share of the answers)", fontsize=10)
    axes.legend(loc="lower right", fontsize=8)
    figure.tight_layout()
    figure.savefig(PLOT)


def figures(answers: list[Answer]) -> dict[str, float]:
    """Top-1, best F1, recall at two precisions, calibration error."""
    return {
        "top-1": top1(answers),
        "best F1": best_f1(answers).f1,
        "recall at .95": recall_at_precision(answers, 0.95),
        "recall at .99": recall_at_precision(answers, 0.99),
        "calibration error": calibration_error(answers),
    }


def show_errors(answers: list[tuple[Asked, Answer]], most: int) -> None:
    """The worst of each sort: strangers with a high chance, wrong answers, right ones with a low chance."""
    nobody = [a for _, a in answers if not a.truth and a.group not in APART]
    strangers = sorted(nobody, key=lambda answer: -answer.probability)
    wrong = sorted((a for _, a in answers if a.truth and not a.right), key=lambda answer: -answer.probability)
    low = sorted((a for _, a in answers if a.right), key=lambda answer: answer.probability)
    for title, found in (("strangers", strangers), ("wrong", wrong), ("right but doubted", low)):
        print(f"\n{title}")
        for answer in found[:most]:
            truth = " ".join(sorted(answer.truth))
            print(f"  {answer.probability:.2f} {answer.status:9} {answer.query} -> {answer.top} ({answer.group} {truth})")


if __name__ == "__main__":
    main()
