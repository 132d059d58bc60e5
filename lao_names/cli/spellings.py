"""``lao-names spellings``: the spellings of a name to search for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

import click

from lao_names.builtin import resolver
from lao_names.cli.display import columns
from lao_names.errors import InvalidArgument
from lao_names.spelling import Spelling, search_query, spellings

SPELLINGS_A_PHRASE = 3
"""Spellings that are looked at for each phrase of a query: some differ in marks only, which engines ignore."""

HEADER = ("spelling", "evidence", "probability", "sources")


class NothingToAsk(InvalidArgument):
    """There is no spelling that a search engine could be asked for."""

    def __str__(self) -> str:
        return f"there is nothing to search for: {self.value!r} has no spelling that means it"


@click.command()
@click.argument("name", metavar="ID|TEXT")
@click.option("--orthography", default="vietnamese", show_default=True, help="vietnamese, english or french.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help="How many spellings, or phrases of a query, at most.",
)
@click.option("--query", is_flag=True, help="Print one query for a search engine.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per spelling and line.")
def command(name: str, orthography: str, limit: int, query: bool, as_json: bool) -> None:
    """List the spellings of a name: first those that were seen, then those that writers would choose.

    \b
    lao-names spellings LA-BL
    lao-names spellings "Kongchan Xaypanya" --limit 20 --query
    """
    name = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    wanted = limit * SPELLINGS_A_PHRASE if query else limit
    found = spellings(name, resolver(), orthography=orthography, limit=wanted)
    if query:
        if not (phrases := search_query(found, limit)):
            raise NothingToAsk(name)
        click.echo(phrases)
    elif as_json:
        for spelling in found:
            click.echo(json.dumps(asdict(spelling), ensure_ascii=False))
    elif found:
        click.echo("\n".join(columns([HEADER, *map(row, found)])))
    else:
        click.echo(f"{name!r} has no Lao sounds to spell", err=True)


def row(spelling: Spelling) -> Sequence[str]:
    """One line of the table."""
    chance = "" if spelling.probability is None else f"{spelling.probability:.4f}"
    return (spelling.text, spelling.evidence, chance, str(spelling.count or ""))
