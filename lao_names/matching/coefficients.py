"""What each piece of evidence is worth, in log-odds.

Made by ``benchmarks/calibrate.py --write`` on 2026-11-23 from 7208 held-out samples; error rates in
``docs/accuracy.md``. Not edited by hand.
"""

from __future__ import annotations

COEFFICIENTS: dict[str, float] = {
    "any name": 2.448,
    "relative cost": -1.939,
    "relative cost above .1": -0.945,
    "cost": -1.498,
    "letters differ": -1.742,
    "letters equal": 0.401,
    "marks differ": -0.52,
    "marks equal": 0.18,
    "other script": -0.427,
    "few bits": 0.815,
    "bits": -0.556,
    "one is longer": 0.138,
    "Lao word added or dropped": 0.026,
    "person": -1.663,
    "crossing or feature": -1.235,
    "former unit": 0.963,
    "given or family name alone": -3.984,
    "surname of Vietnam": 0.08,
    "surname of a minority": -0.005,
    "middle name of Vietnam": -0.312,
    "person of Vietnam": -0.48,
    "unit elsewhere, exactly": -0.917,
    "unit elsewhere, tones aside": -0.563,
    "unit elsewhere, marks aside": -0.348,
    "syllables of Vietnam": -1.817,
    "possible in Vietnamese": -1.433,
    "Lao word before": 0.592,
    "foreign script": -0.004,
    "written the same": 0.896,
    "relative cost and few bits": -1.908,
    "bits agreed": 2.906,
    "unit elsewhere and few bits": 0.049,
    "unit elsewhere exactly, marks unlike the form's": -1.074,
    "person of Vietnam, not a person": -0.453,
    "possible in Vietnamese and few bits": -0.731,
    "bits of a sound": -0.201,
    "unit elsewhere, letters unlike the form's": -1.231,
    "bits agreed, letters equal": 0.837,
}
