"""DuckDB: a relation gets new columns, on the user's own connection; a few functions for SQL.

The distinct spellings are asked for by SQL, the answers join back by SQL: DuckDB's own engine does all that touches
every row, and a table larger than the memory stays DuckDB's business. Start at :func:`normalize`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lao_names.tables.added import NUMBERS, Answer
from lao_names.tables.answers import Question, default_resolver
from lao_names.tables.arrow import arrow
from lao_names.tables.layout import Layout, layout_of
from lao_names.tables.plain import answers_to
from lao_names.tables.session import Session
from lao_names.tables.settings import Settings

#: What :func:`register` makes: functions of SQL by the addition that they give.
FUNCTIONS = {"lao_id": "id", "lao_name": "name", "lao_status": "status", "lao_probability": "probability"}


def normalize(relation: Any, session: Session) -> Any:
    """A new relation with the new columns; spellings are resolved at once, rows are joined when they are read."""
    names = list(relation.columns)
    layout = layout_of(names, session.settings)
    joined = relation
    for n, index in enumerate(layout.indexes):
        used = [names[place] for place in (index, *layout.context.values())]
        joined = with_answers(relation, joined, used, n, list(layout.context), session)
    return joined.project(", ".join(shown_columns(names, layout, session)))


def with_answers(
    relation: Any, joined: Any, used: Sequence[str], n: int, roles: Sequence[str], session: Session
) -> Any:
    """``joined`` with the answers to the n-th column of spellings, under inner names.

    Args:
        relation: where distinct spellings are looked up.
        joined: what the answers are joined to.
        used: the columns of spellings and of context.
        n: which column of spellings this is.
        roles: what the context columns say.
        session: what to do, and who answers.
    """
    keys = [f"{quoted(name)}::varchar" for name in used]
    rows = relation.project(", ".join(f"{key} as k{place}" for place, key in enumerate(keys))).distinct().fetchall()
    lao_names_answers = answer_table(rows, len(used), answers_to(rows, roles, session), n, session)
    same = " and ".join(f"t.{key} is not distinct from a.k{place}" for place, key in enumerate(keys))
    added = [quoted(name) for name in lao_names_answers.column_names if name.startswith(inner(n, ""))]
    # DuckDB finds the Arrow table by the name of the variable that holds it, and keeps hold of it itself.
    columns = ", ".join(["t.*", *(f"a.{name}" for name in added)])
    return joined.query("t", f"select {columns} from t left join lao_names_answers a on {same}")


def answer_table(rows: Sequence[Sequence[Any]], keys: int, answers: Sequence[Answer], n: int, session: Session) -> Any:
    """Distinct rows and their answers as an Arrow table."""
    pa = arrow()
    columns = {f"k{place}": pa.array([row[place] for row in rows], pa.string()) for place in range(keys)}
    for place, addition in enumerate(session.settings.add):
        kind = pa.float64() if addition in NUMBERS else pa.string()
        columns[inner(n, str(place))] = pa.array([answer.values[place] for answer in answers], kind)
    columns[inner(n, "canonical")] = pa.array([answer.canonical for answer in answers], pa.string())
    return pa.table(columns)


def shown_columns(names: Sequence[str], layout: Layout, session: Session) -> list[str]:
    """The columns of the result as SQL writes them."""
    shown = []
    for index, name in enumerate(names):
        if session.settings.replace and index in layout.indexes:
            canonical = quoted(inner(layout.indexes.index(index), "canonical"))
            shown.append(f"coalesce({canonical}, {quoted(name)}::varchar) as {quoted(name)}")
        elif index not in layout.drop:
            shown.append(quoted(name))
    width = len(session.settings.add)
    for place, label in enumerate(layout.new):
        shown.append(f"{quoted(inner(place // width, str(place % width)))} as {quoted(label)}")
    return shown


def inner(n: int, part: str) -> str:
    """A name for a column that is not shown; no column of a table is called so."""
    return f"lao_names answer {n} {part}"


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def register(connection: Any, **options: Any) -> None:
    """Give a connection the SQL functions ``lao_id(text)``, ``lao_name``, ``lao_status`` and ``lao_probability``.

    For small use: :func:`lao_names.tables.normalize` of a relation is as fast as the engine.

    Args:
        connection: a connection of DuckDB.
        options: ``kind``, ``within``, ``on``, ``min_probability`` and ``language``, the same for all rows.
    """
    for function, addition in FUNCTIONS.items():
        session = Session(Settings((), add=(addition,), **options), default_resolver())
        kind = "DOUBLE" if addition in NUMBERS else "VARCHAR"
        connection.create_function(
            function, sql_function(session, addition), ["VARCHAR"], kind, type="arrow", null_handling="special"
        )


def sql_function(session: Session, addition: str) -> Callable[[Any], Any]:
    """A function over an Arrow array of spellings that remembers its answers."""
    pa = arrow()
    answers = session.answers(lambda answer: answer.values[0])
    kind = pa.float64() if addition in NUMBERS else pa.string()
    context = session.settings.context

    def of_array(spellings: Any) -> Any:
        keys = ["" if spelling is None else spelling for spelling in spellings.to_pylist()]
        answers.learn(keys, lambda key: Question(key, **context))
        return pa.array([answers.rendered[key] for key in keys], kind)

    return of_array
