"""What each piece of evidence is worth, in log-odds.

Made by ``benchmarks/calibrate.py --write`` on 2026-11-23 from 7196 held-out samples; error rates in
``docs/accuracy.md``. Not edited by hand.
"""

from __future__ import annotations

COEFFICIENTS: dict[str, float] = {
    "any name": 3.069,
    "relative cost": -2.033,
    "relative cost above .1": -1.11,
    "cost": -1.371,
    "letters differ": -1.628,
    "letters equal": 0.982,
    "marks differ": -0.058,
    "marks equal": 0.185,
    "other script": -0.558,
    "few bits": 0.758,
    "bits": -0.279,
    "one is longer": 0.179,
    "Lao word added or dropped": -0.208,
    "person": -1.8,
    "crossing or feature": -0.087,
    "former unit": -0.205,
    "given or family name alone": -2.788,
    "surname of Vietnam": 0.414,
    "surname of a minority": 0.603,
    "middle name of Vietnam": -0.439,
    "person of Vietnam": -0.649,
    "unit elsewhere, exactly": -1.1,
    "unit elsewhere, tones aside": -0.896,
    "unit elsewhere, marks aside": -0.565,
    "syllables of Vietnam": -1.709,
    "possible in Vietnamese": -0.87,
    "Lao word before": 1.797,
    "foreign script": -0.006,
    "written the same": 0.493,
    "relative cost and few bits": -1.956,
    "bits agreed": 2.317,
    "unit elsewhere and few bits": -0.488,
    "unit elsewhere exactly, marks unlike the form's": -1.146,
    "person of Vietnam, not a person": -0.597,
    "possible in Vietnamese and few bits": -0.976,
    "bits of a sound": -0.386,
    "unit elsewhere, letters unlike the form's": -1.124,
    "bits agreed, letters equal": 0.518,
}
