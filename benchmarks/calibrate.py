"""Fits what each piece of evidence is worth, and writes ``lao_names/matching/coefficients.py``.

    python benchmarks/calibrate.py            # figures, out of fold
    python benchmarks/calibrate.py --write    # and the table
    python benchmarks/calibrate.py --counts   # the counts of sounds and letters, first, where readings or spellings changed

A conditional logit model with "nobody" as one more alternative, fitted by penalised maximum likelihood on the held-out
samples of ``heldout.py``. Figures come from five folds: all spellings of an entity are in one, and a fold's coefficients
never saw its rows. The grounds of context keep their hand-set weights.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

import numpy as np  # noqa: E402
from heldout import Asked, HeldOut, grams, spelled  # noqa: E402
from samples import FOLDS  # noqa: E402

from lao_names import builtin  # noqa: E402
from lao_names.gazetteer.model import Gazetteer  # noqa: E402
from lao_names.matching.decision import grouped  # noqa: E402
from lao_names.matching.evidence import NAMES  # noqa: E402
from lao_names.matching.information import LETTERS, SOUNDS, coded_letters  # noqa: E402
from lao_names.matching.resolver import Resolver  # noqa: E402
from lao_names.matching.spelling import spell  # noqa: E402
from lao_names.matching.words import Lexicon  # noqa: E402
from lao_names.orthography.unicode import clean  # noqa: E402

TABLE = Path(__file__).resolve().parents[1] / "lao_names" / "matching" / "coefficients.py"
PENALTY = 0.3
WEIGHTS = {
    "nothing": 0.4, "form": 0.7, "letters": 0.7, "script": 0.1,
    "stranger": 1.0, "entity": 0.8, "left-out place": 0.1, "register": 0.4, "village": 0.2, "word": 0.4,
    "swapped": 0.2, "clipped": 0.03, "clipped, left out": 0.03, "part": 0.1, "part, left out": 0.1,
}  # fmt: skip
"""How much a sample counts, by its group or by what is hidden: each spelling is asked twice, and strangers are fewer."""

AGAINST = (
    "unit elsewhere", "surname of", "middle name of", "person of Vietnam", "syllables of Vietnam", "possible in",
    "odd letters",
)  # fmt: skip
"""How the evidence is named that a name is somebody else's. It may not speak for one who is listed; left alone some of it
would, since most strangers of the fit are asked as if no table held them."""

GROUPS = 7


class Design:
    """The samples as arrays: evidence (sample, group, name), fixed log-odds, and which groups are right."""

    def __init__(self, held: HeldOut, resolver: Resolver, asked: Sequence[Asked]) -> None:
        rows = len(asked)
        self.evidence = np.zeros((rows, GROUPS, len(NAMES)))
        self.fixed = np.zeros((rows, GROUPS))
        self.there = np.zeros((rows, GROUPS), bool)
        self.right = np.zeros((rows, GROUPS), bool)
        for number, one in enumerate(asked):
            groups = grouped(held.candidates(one, resolver), resolver._nested)
            groups.sort(key=lambda group: group.leader.like.distance)
            for place, group in enumerate(groups[:GROUPS]):
                best = max(group.members, key=lambda member: member.score)
                self.evidence[number, place] = best.evidence
                self.fixed[number, place] = sum(ground.weight for ground in best.grounds)
                self.there[number, place] = True
                self.right[number, place] = any(
                    held.related(member.entity.id, truth) for member in group.members for truth in one.sample.truth
                )
        self.listed = np.array([bool(one.sample.truth) for one in asked])
        self.weight = np.array([WEIGHTS.get(one.sample.group, WEIGHTS[one.sample.hidden]) for one in asked])
        self.fold = np.array([one.sample.fold for one in asked])


def fit(design: Design, rows: np.ndarray) -> np.ndarray:
    """Coefficients of the rows, in the order of the evidence."""
    from scipy.optimize import minimize

    bounds = [(None, 0.0 if name.startswith(AGAINST) else None) for name in NAMES]
    start, options = np.zeros(len(NAMES)), {"maxiter": 500}
    answer = minimize(_loss, start, (design, rows), method="L-BFGS-B", jac=True, bounds=bounds, options=options)
    return answer.x


def _loss(worth: np.ndarray, design: Design, rows: np.ndarray) -> tuple[float, np.ndarray]:
    """Penalised negative log-likelihood and its gradient."""
    evidence, right, listed, weight = design.evidence[rows], design.right[rows], design.listed[rows], design.weight[rows]
    chance, nobody = chances(worth, evidence, design.fixed[rows], design.there[rows])
    likely = np.where(listed, (chance * right).sum(1), nobody) + 1e-9
    blame = np.where(listed[:, None], chance * right / likely[:, None], 0.0) - chance
    gradient = -np.einsum("n,ng,ngf->f", weight, blame, evidence)
    penalty = PENALTY * worth**2
    penalty[0] = 0.0  # the constant is free
    slope = 2 * PENALTY * worth
    slope[0] = 0.0
    return float(-(weight * np.log(likely)).sum() + penalty.sum()), gradient + slope


def chances(
    worth: np.ndarray, evidence: np.ndarray, fixed: np.ndarray, there: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The chance of each group, and of nobody."""
    score = np.where(there, evidence @ worth + fixed, -1e9)
    highest = np.maximum(score.max(1), 0.0)
    share = np.exp(score - highest[:, None])
    nobody = np.exp(-highest)
    whole = share.sum(1) + nobody
    return share / whole[:, None], nobody / whole


def fitted_samples(held: HeldOut) -> list[Asked]:
    """The samples that can be learnt from.

    Homonyms cannot be decided, and some forms resemble no other one. A listed spelling that is also the name of a
    Vietnamese commune (Mường Khoa) is no example of an unseen one: of those that nobody listed, hardly any is Lao.
    """

    def teaches(one: Asked) -> bool:
        if not one.sample.truth:
            return one.sample.group != "homonym" and not held.undecidable(one)
        elsewhere = one.inquiry.wholes[0].stranger.elsewhere_exact and one.sample.hidden != "nothing"
        return not elsewhere and held.knowable(one)

    return [one for one in held.asked if teaches(one)]


def by_fold(design: Design) -> list[dict[str, float]]:
    """For each fold, coefficients that never saw its rows."""
    return [named(fit(design, np.flatnonzero(design.fold != fold))) for fold in range(FOLDS)]


def named(worth: np.ndarray) -> dict[str, float]:
    """Coefficients by the name of their evidence."""
    return {name: round(float(value), 3) for name, value in zip(NAMES, worth, strict=True)}


def write(worth: dict[str, float], samples: int) -> None:
    """The table as a module."""
    lines = [
        '"""What each piece of evidence is worth, in log-odds.',
        "",
        f"Made by ``benchmarks/calibrate.py --write`` on {date.today()} from {samples} held-out samples; error rates in",
        "``docs/accuracy.md``. Not edited by hand.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "COEFFICIENTS: dict[str, float] = {",
        *(f'    "{name}": {value},' for name, value in worth.items()),
        "}",
        "",
    ]
    TABLE.write_text("\n".join(lines), encoding="utf-8")


def write_counts(gazetteer: Gazetteer) -> None:
    """Counts one to three sounds in a row over the name that is shown of each entity, and letters over its spellings."""
    lexicon = Lexicon(gazetteer.words)
    shown = [spell(lexicon.strip(clean(entity.name)).core).sounds[:1] for entity in gazetteer]
    write_table(
        SOUNDS.table,
        "sounds in a row (bytes of lao_names.phonology.SEGMENTS, ff = edge) and how often they stand in the names of the"
        " gazetteer, one name an entity",
        [sound.code for sounds in shown for sound in sounds],
    )
    write_table(
        LETTERS.table,
        "letters in a row (ASCII, ff = edge) and how often they stand in the Latin spellings of the gazetteer, each once an"
        " entity, marks, case and spaces aside",
        [coded_letters(text) for text, times in spelled(gazetteer).items() for _ in range(times)],
    )


def write_table(path: str, what: str, codes: Sequence[bytes]) -> None:
    """Writes the counts of one to three signs in a row."""
    counts = Counter(gram for code in codes for gram in grams(code))
    lines = [
        f"# One to three {what}.",
        f"# Made by benchmarks/calibrate.py --counts on {date.today()}.",
        *(f"{gram.hex()}\t{count}" for gram, count in sorted(counts.items())),
    ]
    Path(path).write_text("\n".join(lines) + "\n", encoding="ascii")


def main() -> None:
    """Fits on everything, prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write the table into the package")
    parser.add_argument("--counts", action="store_true", help="count sounds and letters of names anew, and nothing else")
    options = parser.parse_args()
    if options.counts:
        return write_counts(builtin.gazetteer())
    held = HeldOut()
    resolver = Resolver(held.gazetteer, held.index)
    asked = fitted_samples(held)
    design = Design(held, resolver, asked)
    worth = named(fit(design, np.arange(len(asked))))
    for name, value in worth.items():
        print(f"{value:8.3f}  {name}")
    if options.write:
        write(worth, len(asked))


if __name__ == "__main__":
    main()
