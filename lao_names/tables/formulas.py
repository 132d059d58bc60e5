"""Cells that a spreadsheet would run.

A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or NUL is a formula to Excel and LibreOffice, even in a CSV file,
and a formula can send data away (OWASP ASVS 1.2.10). An apostrophe before it makes it text.
"""

from __future__ import annotations

SIGNS = tuple("=+-@\t\r\0")


def escaped(text: str) -> str:
    """A cell that no spreadsheet runs.

    >>> escaped("=1+1"), escaped("Pakse"), escaped("'=x")
    ("'=1+1", 'Pakse', "''=x")
    """
    return f"'{text}" if text.lstrip("'").startswith(SIGNS) else text


def unescaped(text: str) -> str:
    """What :func:`escaped` was given.

    >>> unescaped("'=1+1"), unescaped("'Pakse"), unescaped("''=x")
    ('=1+1', "'Pakse", "'=x")
    """
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(SIGNS) else text
