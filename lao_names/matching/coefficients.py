"""What each piece of evidence is worth, in log-odds.

Made by ``benchmarks/calibrate.py --write`` on 2026-11-25 from 7726 held-out samples; error rates in
``docs/accuracy.md``. Not edited by hand.
"""

from __future__ import annotations

COEFFICIENTS: dict[str, float] = {
    "any name": 0.896,
    "relative cost": -1.21,
    "relative cost above .1": -0.826,
    "cost": -1.353,
    "letters differ": -1.179,
    "letters equal": 0.13,
    "marks differ": -0.4,
    "marks equal": 0.044,
    "other script": -0.083,
    "few bits": 0.218,
    "bits": -0.249,
    "one is longer": 0.313,
    "Lao word added or dropped": -0.711,
    "person": -1.021,
    "crossing or feature": -0.259,
    "former unit": 1.102,
    "given or family name alone": -3.475,
    "surname of Vietnam": 0.402,
    "surname of a minority": 0.052,
    "middle name of Vietnam": -0.482,
    "person of Vietnam": -0.656,
    "unit elsewhere, exactly": -0.797,
    "unit elsewhere, tones aside": -0.521,
    "unit elsewhere, marks aside": -0.446,
    "syllables of Vietnam": -2.056,
    "possible in Vietnamese": -1.082,
    "Lao word before": 1.077,
    "foreign script": -0.028,
    "written the same": 0.796,
    "relative cost and few bits": -1.067,
    "bits agreed": 1.905,
    "unit elsewhere and few bits": 0.001,
    "unit elsewhere exactly, marks unlike the form's": -0.937,
    "person of Vietnam, not a person": -0.63,
    "possible in Vietnamese and few bits": -0.778,
    "bits of a sound": -0.177,
    "unit elsewhere, letters unlike the form's": -1.221,
    "bits agreed, letters equal": 0.843,
    "spellings listed": 0.854,
    "distance to the usual reading": -1.308,
    "letters differ, spelling has marks": -1.85,
    "relative cost, other script": -1.216,
    "person, differing in one place": -1.051,
    "sounds equal": 1.403,
}
