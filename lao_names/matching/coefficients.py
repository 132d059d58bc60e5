"""What each piece of evidence is worth, in log-odds.

Made by ``benchmarks/calibrate.py --write`` on 2026-11-23 from 7208 held-out samples; error rates in
``docs/accuracy.md``. Not edited by hand.
"""

from __future__ import annotations

COEFFICIENTS: dict[str, float] = {
    "any name": 2.377,
    "relative cost": -1.942,
    "relative cost above .1": -0.928,
    "cost": -1.489,
    "letters differ": -1.693,
    "letters equal": 0.308,
    "marks differ": -0.586,
    "marks equal": 0.202,
    "other script": -0.42,
    "few bits": 0.898,
    "bits": -0.556,
    "one is longer": 0.141,
    "Lao word added or dropped": -0.33,
    "person": -1.654,
    "crossing or feature": -1.192,
    "former unit": 0.979,
    "given or family name alone": -3.973,
    "surname of Vietnam": 0.083,
    "surname of a minority": -0.039,
    "middle name of Vietnam": -0.315,
    "person of Vietnam": -0.486,
    "unit elsewhere, exactly": -0.911,
    "unit elsewhere, tones aside": -0.563,
    "unit elsewhere, marks aside": -0.356,
    "syllables of Vietnam": -1.845,
    "possible in Vietnamese": -1.473,
    "Lao word before": 0.657,
    "foreign script": -0.004,
    "written the same": 0.847,
    "relative cost and few bits": -1.884,
    "bits agreed": 2.916,
    "unit elsewhere and few bits": 0.044,
    "unit elsewhere exactly, marks unlike the form's": -1.069,
    "person of Vietnam, not a person": -0.455,
    "possible in Vietnamese and few bits": -0.678,
    "bits of a sound": -0.201,
    "unit elsewhere, letters unlike the form's": -1.227,
    "bits agreed, letters equal": 0.894,
}
