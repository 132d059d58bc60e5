"""Answers kept in a file between runs, so that a second run, or one that was interrupted, asks only what is new.

The file is an SQLite database. Answers are kept under a name made of the gazetteer's fingerprint, the version and what
was asked for: after a change of the data nothing old is used. Start at :class:`Cache`.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence

from lao_names.errors import InputError, OutputError
from lao_names.tables.added import Answer
from lao_names.tables.answers import Ask, Asker, Question
from lao_names.version import __version__

AT_ONCE = 500  # SQLite takes 999 parameters at least

SCHEMA = """
create table if not exists lao_names_answers (
    version text not null, question text not null, answer text not null, primary key (version, question)
) without rowid
"""


class Cache:
    """Answers in a file.

    Args:
        path: the file; made if it is not there. "" is a temporary file that goes when the cache does.
        asker: what its answers depend on.

    Raises:
        InputError: the file is something else.
        OutputError: it cannot be written.
    """

    def __init__(self, path: str, asker: Asker) -> None:
        self._path = path
        options = json.dumps(asker.options(), sort_keys=True)
        version = f"{__version__} {asker.resolver.gazetteer.fingerprint} {options}"
        self._version = hashlib.sha256(version.encode()).hexdigest()[:16]  # stands in every row, so it is short
        try:
            self._database = sqlite3.connect(path, timeout=60)
            if not path:  # nobody will miss it after a crash
                self._database.execute("pragma journal_mode = off")
                self._database.execute("pragma synchronous = off")
            self._database.execute(SCHEMA)
        except sqlite3.OperationalError as error:
            raise OutputError(f"cannot write the cache {path}: {error}") from None
        except sqlite3.DatabaseError as error:
            raise InputError(f"{path} is not a cache of answers: {error}") from None

    def before(self, ask: Ask) -> Ask:
        """Answers from the file where it has them; asks for the rest and keeps that."""

        def kept_first(questions: Sequence[Question]) -> list[Answer]:
            keys = [json.dumps(question) for question in questions]
            try:
                known = self._read(keys)
                new = [place for place, key in enumerate(keys) if key not in known]
                said = ask([questions[place] for place in new]) if new else []
                fresh = {keys[place]: answer for place, answer in zip(new, said, strict=True)}
                self._write(fresh)
            except sqlite3.Error as error:
                raise OutputError(f"the cache {self._path} cannot be used: {error}") from None
            known |= fresh
            return [known[key] for key in keys]

        return kept_first

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _read(self, keys: Sequence[str]) -> dict[str, Answer]:
        known: dict[str, Answer] = {}
        for start in range(0, len(keys), AT_ONCE):
            part = keys[start : start + AT_ONCE]
            marks = ",".join("?" * len(part))
            query = f"select question, answer from lao_names_answers where version = ? and question in ({marks})"
            for key, answer in self._database.execute(query, (self._version, *part)):
                status, values, *rest = json.loads(answer)
                known[key] = Answer(status, tuple(values), *rest)
        return known

    def _write(self, fresh: dict[str, Answer]) -> None:
        rows = [(self._version, key, json.dumps(answer)) for key, answer in fresh.items()]
        with self._database:
            self._database.executemany("insert or replace into lao_names_answers values (?, ?, ?)", rows)
