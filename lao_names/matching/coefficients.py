"""What each piece of evidence is worth, in log-odds.

Made by ``benchmarks/calibrate.py --write`` on 2026-11-25 from 7726 held-out samples; error rates in
``docs/accuracy.md``. Not edited by hand.
"""

from __future__ import annotations

COEFFICIENTS: dict[str, float] = {
    "any name": 1.057,
    "relative cost": -1.2,
    "relative cost above .1": -0.814,
    "cost": -1.37,
    "letters differ": -1.258,
    "letters equal": 0.112,
    "marks differ": -0.38,
    "marks equal": 0.103,
    "other script": -0.069,
    "few bits": 0.282,
    "bits": -0.212,
    "one is longer": 0.328,
    "Lao word added or dropped": -0.721,
    "person": -1.052,
    "crossing or feature": -0.248,
    "former unit": 1.083,
    "given or family name alone": -3.498,
    "surname of Vietnam": 0.425,
    "surname of a minority": 0.024,
    "middle name of Vietnam": -0.543,
    "person of Vietnam": -0.664,
    "unit elsewhere, exactly": -0.817,
    "unit elsewhere, tones aside": -0.522,
    "unit elsewhere, marks aside": -0.46,
    "syllables of Vietnam": -2.044,
    "possible in Vietnamese": -1.049,
    "Lao word before": 0.789,
    "foreign script": -0.026,
    "written the same": 0.69,
    "relative cost and few bits": -1.071,
    "bits agreed": 1.84,
    "unit elsewhere and few bits": -0.06,
    "unit elsewhere exactly, marks unlike the form's": -0.975,
    "person of Vietnam, not a person": -0.638,
    "possible in Vietnamese and few bits": -0.804,
    "bits of a sound": -0.169,
    "unit elsewhere, letters unlike the form's": -1.179,
    "bits agreed, letters equal": 0.856,
    "spellings listed": 0.76,
    "distance to the usual reading": -1.409,
    "letters differ, spelling has marks": -1.888,
    "relative cost, other script": -1.216,
    "person, differing in one place": -1.074,
    "sounds equal": 1.396,
}
