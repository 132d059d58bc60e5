"""What each piece of evidence is worth, in log-odds.

Made by ``benchmarks/calibrate.py --write`` on 2026-11-23 from 7163 held-out samples; error rates in
``docs/accuracy.md``. Not edited by hand.
"""

from __future__ import annotations

COEFFICIENTS: dict[str, float] = {
    "any name": 2.314,
    "relative cost": -2.431,
    "relative cost above .1": -1.384,
    "cost": -1.11,
    "letters differ": -2.083,
    "letters equal": 1.089,
    "marks differ": -0.64,
    "marks equal": 0.532,
    "other script": -0.621,
    "few bits": 1.114,
    "bits": -0.532,
    "one is longer": -0.078,
    "Lao word added or dropped": -0.115,
    "person": -1.705,
    "crossing or feature": -0.731,
    "former unit": 0.32,
    "given or family name alone": -3.752,
    "surname of Vietnam": 0.243,
    "surname of a minority": 0.639,
    "middle name of Vietnam": -0.426,
    "person of Vietnam": -0.48,
    "unit elsewhere, exactly": -1.304,
    "unit elsewhere, tones aside": -0.861,
    "unit elsewhere, marks aside": -0.177,
    "syllables of Vietnam": -2.007,
    "possible in Vietnamese": -1.164,
    "Lao word before": 2.482,
    "foreign script": -0.004,
    "written the same": 1.054,
    "relative cost and few bits": -2.435,
    "bits agreed": 2.852,
    "unit elsewhere and few bits": -0.338,
    "unit elsewhere exactly, marks unlike the form's": -1.429,
    "person of Vietnam, not a person": -0.431,
    "possible in Vietnamese and few bits": -0.895,
    "bits of a sound": -0.22,
    "unit elsewhere, letters unlike the form's": -1.462,
    "bits agreed, letters equal": 0.259,
}
