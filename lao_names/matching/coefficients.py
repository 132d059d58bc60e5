"""What each piece of evidence is worth, in log-odds.

Made by ``benchmarks/calibrate.py --write`` on 2026-11-23 from 7187 held-out samples; error rates in
``docs/accuracy.md``. Not edited by hand.
"""

from __future__ import annotations

COEFFICIENTS: dict[str, float] = {
    "any name": 2.342,
    "relative cost": -1.542,
    "relative cost above .1": -0.812,
    "cost": -1.992,
    "letters differ": -1.598,
    "letters equal": 0.266,
    "marks differ": -0.647,
    "marks equal": 0.215,
    "other script": -0.3,
    "few bits": 0.888,
    "bits": -0.574,
    "one is longer": 0.01,
    "Lao word added or dropped": -0.348,
    "person": -1.524,
    "crossing or feature": -1.284,
    "former unit": 0.985,
    "given or family name alone": -4.035,
    "surname of Vietnam": 0.102,
    "surname of a minority": -0.003,
    "middle name of Vietnam": -0.241,
    "person of Vietnam": -0.403,
    "unit elsewhere, exactly": -0.903,
    "unit elsewhere, tones aside": -0.569,
    "unit elsewhere, marks aside": -0.326,
    "syllables of Vietnam": -1.695,
    "possible in Vietnamese": -1.479,
    "Lao word before": 0.766,
    "foreign script": -0.001,
    "written the same": 0.854,
    "relative cost and few bits": -1.483,
    "bits agreed": 3.011,
    "unit elsewhere and few bits": 0.034,
    "unit elsewhere exactly, marks unlike the form's": -1.074,
    "person of Vietnam, not a person": -0.373,
    "possible in Vietnamese and few bits": -0.715,
    "bits of a sound": -0.196,
    "unit elsewhere, letters unlike the form's": -1.202,
    "bits agreed, letters equal": 0.841,
}
