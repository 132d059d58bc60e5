"""Running the command line inside a test, on the real gazetteer."""

from __future__ import annotations

import tempfile
from pathlib import Path

from click.testing import CliRunner

from lao_names.cli import main


def run(*arguments, stdin=None):
    """The result of ``lao-names ARGUMENTS``: exit_code, stdout, stderr."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def normalized(table, *options, whole=False, suffix=".csv"):
    """What ``normalize`` writes for a table given as text (UTF-8) or bytes; with ``whole`` the whole result."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"table{suffix}"
        path.write_bytes(table if isinstance(table, bytes) else table.encode("utf-8"))
        result = run("normalize", path, *options)
    if whole:
        return result
    assert 0 == result.exit_code, result.stderr
    return result.stdout_bytes.decode("utf-8")
