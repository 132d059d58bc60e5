"""What each piece of evidence is worth, in log-odds.

Made by ``benchmarks/calibrate.py --write`` on 2026-11-23 from 7192 held-out samples; error rates in
``docs/accuracy.md``. Not edited by hand.
"""

from __future__ import annotations

COEFFICIENTS: dict[str, float] = {
    "any name": 2.256,
    "relative cost": -1.549,
    "relative cost above .1": -0.802,
    "cost": -1.967,
    "letters differ": -1.538,
    "letters equal": 0.26,
    "marks differ": -0.656,
    "marks equal": 0.218,
    "other script": -0.351,
    "few bits": 0.95,
    "bits": -0.593,
    "one is longer": 0.034,
    "Lao word added or dropped": -0.256,
    "person": -1.51,
    "crossing or feature": -1.292,
    "former unit": 0.989,
    "given or family name alone": -4.038,
    "surname of Vietnam": 0.104,
    "surname of a minority": 0.003,
    "middle name of Vietnam": -0.239,
    "person of Vietnam": -0.395,
    "unit elsewhere, exactly": -0.904,
    "unit elsewhere, tones aside": -0.566,
    "unit elsewhere, marks aside": -0.32,
    "syllables of Vietnam": -1.683,
    "possible in Vietnamese": -1.456,
    "Lao word before": 0.749,
    "foreign script": -0.001,
    "written the same": 0.855,
    "relative cost and few bits": -1.479,
    "bits agreed": 3.035,
    "unit elsewhere and few bits": 0.036,
    "unit elsewhere exactly, marks unlike the form's": -1.075,
    "person of Vietnam, not a person": -0.365,
    "possible in Vietnamese and few bits": -0.753,
    "bits of a sound": -0.185,
    "unit elsewhere, letters unlike the form's": -1.2,
    "bits agreed, letters equal": 0.842,
}
