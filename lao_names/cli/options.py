"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from lao_names.gazetteer.model import Kind

KINDS = ", ".join(kind.value for kind in Kind)


def context_options(*, columns: bool) -> Callable[[Any], Any]:
    """``--kind``, ``--within``, ``--on`` and ``--min-probability``.

    Args:
        columns: whether ``@COLUMN`` may stand for a value.
    """
    metavar = "VALUE|@COLUMN" if columns else None
    options = (
        click.option("--kind", metavar=metavar or "KIND", help=f"Only this kind: {KINDS}."),
        click.option(
            "--within", metavar=metavar or "ID", help="Only what lies, or holds an office, in this unit (an id)."
        ),
        click.option("--on", metavar=metavar or "DATE", help="The day that is spoken of, as 2023-07-04."),
        click.option(
            "--min-probability",
            type=click.FloatRange(0, 1),
            metavar="P",
            help="A match needs this probability (0 to 1).",
        ),
    )

    def decorate(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate
