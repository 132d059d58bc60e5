"""What each piece of evidence is worth, in log-odds.

Made by ``benchmarks/calibrate.py --write`` on 2026-11-23 from 7163 held-out samples; error rates in
``docs/accuracy.md``. Not edited by hand.
"""

from __future__ import annotations

COEFFICIENTS: dict[str, float] = {
    "any name": 2.641,
    "relative cost": -1.637,
    "relative cost above .1": -0.985,
    "cost": -1.524,
    "letters differ": -1.439,
    "letters equal": 0.885,
    "marks differ": -0.304,
    "marks equal": 0.379,
    "other script": -0.574,
    "few bits": 0.815,
    "bits": -0.452,
    "one is longer": -0.165,
    "Lao word added or dropped": -0.094,
    "person": -1.594,
    "crossing or feature": -0.902,
    "former unit": -0.267,
    "given or family name alone": -2.835,
    "surname of Vietnam": 0.055,
    "surname of a minority": 0.497,
    "middle name of Vietnam": -0.257,
    "person of Vietnam": -0.371,
    "unit elsewhere, exactly": -1.103,
    "unit elsewhere, tones aside": -0.864,
    "unit elsewhere, marks aside": -0.408,
    "syllables of Vietnam": -1.265,
    "possible in Vietnamese": -1.242,
    "Lao word before": 2.008,
    "foreign script": -0.002,
    "written the same": 0.607,
    "relative cost and few bits": -1.564,
    "bits agreed": 2.682,
    "unit elsewhere and few bits": -0.484,
    "unit elsewhere exactly, marks unlike the form's": -1.181,
    "person of Vietnam, not a person": -0.324,
    "possible in Vietnamese and few bits": -0.719,
    "bits of a sound": -0.292,
    "unit elsewhere, letters unlike the form's": -1.058,
    "bits agreed, letters equal": 0.423,
}
