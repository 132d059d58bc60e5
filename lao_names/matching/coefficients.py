"""What each piece of evidence is worth, in log-odds.

Made by ``benchmarks/calibrate.py --write`` on 2026-11-23 from 7218 held-out samples; error rates in
``docs/accuracy.md``. Not edited by hand.
"""

from __future__ import annotations

COEFFICIENTS: dict[str, float] = {
    "any name": 2.843,
    "relative cost": -1.599,
    "relative cost above .1": -0.736,
    "cost": -1.681,
    "letters differ": -1.752,
    "letters equal": 0.286,
    "marks differ": -0.601,
    "marks equal": 0.207,
    "other script": -0.203,
    "few bits": 0.628,
    "bits": -0.202,
    "one is longer": 0.356,
    "Lao word added or dropped": -0.577,
    "person": -1.631,
    "crossing or feature": -0.936,
    "former unit": 0.928,
    "given or family name alone": -3.867,
    "surname of Vietnam": 0.519,
    "surname of a minority": 0.045,
    "middle name of Vietnam": -0.451,
    "person of Vietnam": -0.628,
    "unit elsewhere, exactly": -0.886,
    "unit elsewhere, tones aside": -0.529,
    "unit elsewhere, marks aside": -0.343,
    "syllables of Vietnam": -2.069,
    "possible in Vietnamese": -1.385,
    "Lao word before": 0.656,
    "foreign script": -0.007,
    "written the same": 0.85,
    "relative cost and few bits": -1.618,
    "bits agreed": 2.234,
    "unit elsewhere and few bits": 0.07,
    "unit elsewhere exactly, marks unlike the form's": -1.044,
    "person of Vietnam, not a person": -0.582,
    "possible in Vietnamese and few bits": -0.591,
    "bits of a sound": -0.296,
    "unit elsewhere, letters unlike the form's": -1.29,
    "bits agreed, letters equal": 0.917,
}
