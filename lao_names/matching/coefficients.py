"""What each piece of evidence is worth, in log-odds.

Made by ``benchmarks/calibrate.py --write`` on 2026-11-23 from 7208 held-out samples; error rates in
``docs/accuracy.md``. Not edited by hand.
"""

from __future__ import annotations

COEFFICIENTS: dict[str, float] = {
    "any name": 2.445,
    "relative cost": -1.943,
    "relative cost above .1": -0.951,
    "cost": -1.498,
    "letters differ": -1.758,
    "letters equal": 0.399,
    "marks differ": -0.575,
    "marks equal": 0.177,
    "other script": -0.428,
    "few bits": 0.819,
    "bits": -0.557,
    "one is longer": 0.146,
    "Lao word added or dropped": 0.026,
    "person": -1.657,
    "crossing or feature": -1.2,
    "former unit": 0.962,
    "given or family name alone": -3.987,
    "surname of Vietnam": 0.081,
    "surname of a minority": -0.006,
    "middle name of Vietnam": -0.31,
    "person of Vietnam": -0.48,
    "unit elsewhere, exactly": -0.918,
    "unit elsewhere, tones aside": -0.564,
    "unit elsewhere, marks aside": -0.354,
    "syllables of Vietnam": -1.816,
    "possible in Vietnamese": -1.438,
    "Lao word before": 0.596,
    "foreign script": -0.004,
    "written the same": 0.894,
    "relative cost and few bits": -1.91,
    "bits agreed": 2.906,
    "unit elsewhere and few bits": 0.048,
    "unit elsewhere exactly, marks unlike the form's": -1.073,
    "person of Vietnam, not a person": -0.449,
    "possible in Vietnamese and few bits": -0.73,
    "bits of a sound": -0.2,
    "unit elsewhere, letters unlike the form's": -1.231,
    "bits agreed, letters equal": 0.836,
}
