"""What each piece of evidence is worth, in log-odds.

Made by ``benchmarks/calibrate.py --write`` on 2026-11-23 from 7190 held-out samples; error rates in
``docs/accuracy.md``. Not edited by hand.
"""

from __future__ import annotations

COEFFICIENTS: dict[str, float] = {
    "any name": 2.348,
    "relative cost": -1.543,
    "relative cost above .1": -0.811,
    "cost": -1.992,
    "letters differ": -1.598,
    "letters equal": 0.265,
    "marks differ": -0.648,
    "marks equal": 0.215,
    "other script": -0.301,
    "few bits": 0.886,
    "bits": -0.577,
    "one is longer": 0.01,
    "Lao word added or dropped": -0.347,
    "person": -1.523,
    "crossing or feature": -1.283,
    "former unit": 0.985,
    "given or family name alone": -4.036,
    "surname of Vietnam": 0.102,
    "surname of a minority": -0.003,
    "middle name of Vietnam": -0.241,
    "person of Vietnam": -0.402,
    "unit elsewhere, exactly": -0.903,
    "unit elsewhere, tones aside": -0.57,
    "unit elsewhere, marks aside": -0.326,
    "syllables of Vietnam": -1.694,
    "possible in Vietnamese": -1.479,
    "Lao word before": 0.766,
    "foreign script": -0.001,
    "written the same": 0.854,
    "relative cost and few bits": -1.484,
    "bits agreed": 3.012,
    "unit elsewhere and few bits": 0.034,
    "unit elsewhere exactly, marks unlike the form's": -1.074,
    "person of Vietnam, not a person": -0.373,
    "possible in Vietnamese and few bits": -0.716,
    "bits of a sound": -0.195,
    "unit elsewhere, letters unlike the form's": -1.202,
    "bits agreed, letters equal": 0.841,
}
