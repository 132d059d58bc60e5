"""``lao-names gazetteer``: look at the gazetteer and after it.

``validate`` and ``show`` stand here. Further sub-commands live in modules of their own, named in :data:`MORE`, and are
loaded when they are called.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from lao_names.gazetteer.model import Entity, Gazetteer, Office, SurfaceForm

CHECKOUT = Path(__file__).resolve().parents[2] / "gazetteer"
"""Where the built-in gazetteer's files lie in a source checkout."""

MORE = {
    "add": "lao_names.cli.gazetteer_add",
    "compare": "lao_names.cli.gazetteer_compare",
    "export": "lao_names.cli.gazetteer_export",
    "import": "lao_names.cli.gazetteer_import",
    "suggest": "lao_names.cli.gazetteer_suggest",
}


class GazetteerGroup(click.Group):
    """Finds the sub-commands of :data:`MORE` that are installed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the sub-commands, those that need more packages last."""
        more = [name for name, module in MORE.items() if importlib.util.find_spec(module)]
        return [*super().list_commands(ctx), *more]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The sub-command of this name, imported only when it is asked for; None for an unknown one."""
        known = super().get_command(ctx, cmd_name)
        module = MORE.get(cmd_name)
        if known or module is None or not importlib.util.find_spec(module):
            return known
        return importlib.import_module(module).command  # type: ignore[no-any-return]


@click.group(cls=GazetteerGroup)
def command() -> None:
    """Show what is known of an entity, and check gazetteer files."""


@command.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option(
    "--select",
    default="E",
    show_default=True,
    help="Codes to report, by their beginnings: E (errors), W (worth a look), E3,W401 ...",
)
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON, one a line.")
@click.pass_context
def validate(ctx: click.Context, path: Path | None, select: str, as_json: bool) -> None:
    """Check the YAML files in the folder PATH (without PATH: the files of this checkout).

    Exit code 0: nothing found; 1: problems, each as FILE:LINE CODE message; 3: the folder cannot be read.
    """
    from lao_names.gazetteer.checks import check, codes
    from lao_names.gazetteer.records import read_folder

    if path is None and not CHECKOUT.is_dir():
        click.echo("The built-in gazetteer was checked when it was compiled; give a PATH to check a folder of YAML.")
        return
    wanted = _selected(select, codes())
    folder = read_folder(path or CHECKOUT)
    problems = check(folder)
    shown = [problem for problem in problems if problem.code.startswith(wanted)]
    for problem in shown:
        click.echo(json.dumps(problem._asdict(), ensure_ascii=False) if as_json else str(problem))
    click.echo(_summary(folder.path, len(folder.entities), Counter(problem.code[0] for problem in problems)), err=True)
    ctx.exit(1 if shown else 0)


def _selected(select: str, known: dict[str, str]) -> tuple[str, ...]:
    """The beginnings of codes in a comma-separated text."""
    wanted = tuple(part.strip().upper() for part in select.split(",") if part.strip())
    strange = [part for part in wanted if not any(code.startswith(part) for code in known)]
    if strange or not wanted:
        raise click.BadParameter(
            f"no code begins with {', '.join(strange) or select!r}; codes are {', '.join(known)}",
            param_hint="'--select'",
        )
    return wanted


def _summary(path: Path, entities: int, count: Counter[str]) -> str:
    return f"{path}: {entities} entities, {count['E']} errors, {count['W']} warnings"


@command.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--json", "as_json", is_flag=True, help="Print the entities as JSON, one a line.")
def show(ids: tuple[str, ...], as_json: bool) -> None:
    """Show what is known of the entities ID...: names, codes, forms with their sources, offices."""
    from lao_names.api import load

    gazetteer = load()
    entities = [gazetteer[entity_id] for entity_id in ids]
    for number, entity in enumerate(entities):
        if as_json:
            click.echo(json.dumps(as_plain(entity), ensure_ascii=False))
        else:
            click.echo(("\n" if number else "") + "\n".join(card(entity, gazetteer)))


def card(entity: Entity, gazetteer: Gazetteer) -> Iterator[str]:
    """The lines of an entity's card."""
    what = entity.kind.replace("_", " ")
    detail = "" if entity.designation == what else f" ({entity.designation})"
    yield f"{entity.id}  {entity.name}  {what}{detail}"
    yield from _facts(entity, gazetteer)
    if entity.offices:
        yield "  offices"
        yield from (f"    {_office_line(office)}" for office in entity.offices)
    for lang, forms in _by_language(entity).items():
        yield f"  forms, {lang}"
        yield from (f"    {_form_line(form)}" for form in forms)


def _facts(entity: Entity, gazetteer: Gazetteer) -> Iterator[str]:
    facts = {
        "names": ", ".join(f"{lang} {name}" for lang, name in entity.names.items()),
        "lies in": " < ".join(_named(unit, gazetteer) for unit in gazetteer.ancestors(entity.id)),
        "earlier in": ", ".join(
            f"{_named(m.unit, gazetteer)} {_period(m.start, m.end)}".strip() for m in entity.earlier_parents
        ),
        "became": ", ".join(_named(unit, gazetteer) for unit in entity.successors),
        "codes": ", ".join(f"{system} {code}" for system, code in entity.codes.items()),
        "position": "" if entity.lat is None else f"{entity.lat}, {entity.lon}",
        "existed": _period(entity.start, entity.end),
        "identity": entity.identity or "",
        "notes": entity.notes or "",
    }
    width = max(map(len, facts))
    yield from (f"  {label:<{width}}  {value}" for label, value in facts.items() if value)


def _named(entity_id: str, gazetteer: Gazetteer) -> str:
    return f"{gazetteer[entity_id].name} ({entity_id})" if entity_id in gazetteer else entity_id


def _period(start: str | None, end: str | None) -> str:
    return f"{start or '?'} to {end or 'now'}" if start or end else ""


def _office_line(office: Office) -> str:
    when = _period(office.start, office.end) or (f"seen {office.seen}" if office.seen else "")
    return "  ".join(part for part in (office.role, office.jurisdiction, when, office.source) if part)


def _by_language(entity: Entity) -> dict[str, list[SurfaceForm]]:
    groups: dict[str, list[SurfaceForm]] = {}
    for form in entity.forms:
        groups.setdefault(form.lang, []).append(form)
    return groups


def _form_line(form: SurfaceForm) -> str:
    seen = f", {form.seen}" if form.seen else ""
    return f"{form.text}  [{form.evidence}{seen}]  {' ; '.join(form.sources)}"


def as_plain(entity: Entity) -> dict[str, Any]:
    """An entity as plain data: the attributes of the model, without those that are empty."""
    plain: dict[str, Any] = {
        "id": entity.id,
        "kind": str(entity.kind),
        "name": entity.name,
        "names": dict(entity.names),
        "designation": entity.designation,
        "parent": entity.parent,
        "codes": dict(entity.codes),
        "lat": entity.lat,
        "lon": entity.lon,
        "start": entity.start,
        "end": entity.end,
        "successors": list(entity.successors),
        "earlier_parents": [{"unit": m.unit, "start": m.start, "end": m.end} for m in entity.earlier_parents],
        "identity": entity.identity,
        "notes": entity.notes,
        "offices": [
            _filled(office, ("role", "jurisdiction", "start", "end", "seen", "source")) for office in entity.offices
        ],
        "forms": [_filled(form, ("text", "lang", "evidence", "sources", "context", "seen")) for form in entity.forms],
    }
    return {key: value for key, value in plain.items() if value not in (None, [], {})}


def _filled(value: Office | SurfaceForm, keys: tuple[str, ...]) -> dict[str, Any]:
    found = {key: getattr(value, key) for key in keys}
    return {key: list(item) if isinstance(item, tuple) else item for key, item in found.items() if item}
