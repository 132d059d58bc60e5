"""What each piece of evidence is worth, in log-odds.

Made by ``benchmarks/calibrate.py --write`` on 2026-11-25 from 7726 held-out samples; error rates in
``docs/accuracy.md``. Not edited by hand.
"""

from __future__ import annotations

COEFFICIENTS: dict[str, float] = {
    "any name": 0.957,
    "relative cost": -1.197,
    "relative cost above .1": -0.834,
    "cost": -1.358,
    "letters differ": -1.211,
    "letters equal": 0.09,
    "marks differ": -0.405,
    "marks equal": 0.098,
    "other script": -0.107,
    "few bits": 0.297,
    "bits": -0.204,
    "one is longer": 0.352,
    "Lao word added or dropped": -0.724,
    "person": -0.982,
    "crossing or feature": -0.286,
    "former unit": 1.099,
    "given or family name alone": -3.538,
    "surname of Vietnam": 0.438,
    "surname of a minority": 0.008,
    "middle name of Vietnam": -0.528,
    "person of Vietnam": -0.66,
    "unit elsewhere, exactly": -0.735,
    "unit elsewhere, tones aside": -0.476,
    "unit elsewhere, marks aside": -0.447,
    "syllables of Vietnam": -2.088,
    "possible in Vietnamese": -1.008,
    "Lao word before": 0.769,
    "foreign script": -0.027,
    "written the same": 0.684,
    "relative cost and few bits": -1.072,
    "bits agreed": 1.881,
    "unit elsewhere and few bits": -0.096,
    "unit elsewhere exactly, marks unlike the form's": -0.884,
    "person of Vietnam, not a person": -0.633,
    "possible in Vietnamese and few bits": -0.813,
    "bits of a sound": -0.152,
    "unit elsewhere, letters unlike the form's": -1.06,
    "bits agreed, letters equal": 0.835,
    "spellings listed": 0.744,
    "distance to the usual reading": -1.39,
    "letters differ, spelling has marks": -1.86,
    "relative cost, other script": -1.211,
    "person, differing in one place": -1.18,
    "sounds equal": 1.407,
}
