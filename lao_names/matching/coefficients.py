"""What each piece of evidence is worth, in log-odds.

Made by ``benchmarks/calibrate.py --write`` on 2026-11-25 from 7730 held-out samples; error rates in
``docs/accuracy.md``. Not edited by hand.
"""

from __future__ import annotations

COEFFICIENTS: dict[str, float] = {
    "any name": 0.929,
    "relative cost": -1.196,
    "relative cost above .1": -0.833,
    "cost": -1.355,
    "letters differ": -1.215,
    "letters equal": 0.088,
    "marks differ": -0.404,
    "marks equal": 0.101,
    "other script": -0.111,
    "few bits": 0.298,
    "bits": -0.201,
    "one is longer": 0.358,
    "Lao word added or dropped": -0.657,
    "person": -0.971,
    "crossing or feature": -0.282,
    "former unit": 1.104,
    "given or family name alone": -3.545,
    "surname of Vietnam": 0.436,
    "surname of a minority": 0.014,
    "middle name of Vietnam": -0.531,
    "person of Vietnam": -0.663,
    "unit elsewhere, exactly": -0.735,
    "unit elsewhere, tones aside": -0.473,
    "unit elsewhere, marks aside": -0.441,
    "syllables of Vietnam": -2.09,
    "possible in Vietnamese": -1.002,
    "Lao word before": 0.754,
    "foreign script": -0.027,
    "written the same": 0.684,
    "relative cost and few bits": -1.073,
    "bits agreed": 1.876,
    "unit elsewhere and few bits": -0.091,
    "unit elsewhere exactly, marks unlike the form's": -0.884,
    "person of Vietnam, not a person": -0.636,
    "possible in Vietnamese and few bits": -0.816,
    "bits of a sound": -0.153,
    "unit elsewhere, letters unlike the form's": -1.065,
    "bits agreed, letters equal": 0.83,
    "spellings listed": 0.758,
    "distance to the usual reading": -1.414,
    "letters differ, spelling has marks": -1.868,
    "relative cost, other script": -1.211,
    "person, differing in one place": -1.182,
    "sounds equal": 1.412,
}
