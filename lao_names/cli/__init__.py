"""The command ``lao-names``. One module per sub-command, loaded when it is called.

A command module has a click command or group named ``command`` and raises :class:`~lao_names.errors.LaoNamesError`
for whatever goes wrong; here, in one place, that becomes one sentence on standard error and an exit code:

====  =====================================================================
code  meaning
====  =====================================================================
0     done, "no match" included
1     a limit asked for was passed, or a check found problems
2     wrong usage: an unknown option, column, kind, unit
3     the input cannot be read as text or as a table
4     the output cannot be written
130   interrupted (Ctrl-C)
====  =====================================================================

To add a command: write its module and add a line to :data:`COMMANDS`.
"""

from __future__ import annotations

import importlib
import io
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

import click

from lao_names.errors import (
    GazetteerError,
    InputError,
    InvalidArgument,
    LaoNamesError,
    MissingExtra,
    NotText,
    OutputError,
)
from lao_names.version import __version__

COMMANDS = {
    "resolve": "lao_names.cli.resolve",
    "normalize": "lao_names.cli.normalize",
    "transliterate": "lao_names.cli.transliterate",
    "spellings": "lao_names.cli.spellings",
    "extract": "lao_names.cli.extract",
    "gazetteer": "lao_names.cli.gazetteer",
}

CODES: tuple[tuple[type[BaseException], int], ...] = (
    (InvalidArgument, 2),
    (NotText, 2),
    (InputError, 3),
    (MissingExtra, 3),
    (GazetteerError, 3),
    (OutputError, 4),
    (LaoNamesError, 1),
)


class Commands(click.Group):
    """A group whose commands are imported on first use, and which turns errors into sentences."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of :data:`COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now."""
        module = COMMANDS.get(cmd_name)
        return importlib.import_module(module).command if module else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an unknown one is an error that names those that there are."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"there is no command {args[0]!r}; there are: {', '.join(COMMANDS)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. Click would end a broken pipe with exit code 1; it is no failure of ours."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise click.exceptions.Exit(silenced()) from None

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run and exit with the code of the table above; without ``standalone_mode`` exceptions pass through."""
        if not standalone_mode:
            return super().main(args, prog_name, standalone_mode=False, **extra)
        with speaking_utf8(), stopping_on_sigterm():
            sys.exit(self._code(args, prog_name, **extra))

    def _code(self, args: Sequence[str] | None, prog_name: str | None, **extra: Any) -> int:
        try:
            code = super().main(args, prog_name, standalone_mode=False, **extra)
            sys.stdout.flush()
            return code if isinstance(code, int) else 0
        except click.exceptions.Exit as error:
            return error.exit_code
        except (KeyboardInterrupt, click.Abort):
            return failed("interrupted", 130)
        except BrokenPipeError:
            return silenced()
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except LaoNamesError as error:
            return failed(str(error), next(code for kind, code in CODES if isinstance(error, kind)))
        except OSError as error:
            # Only standard output is still written to outside of lao_names.tables.output.
            abandon_output()
            return failed(f"cannot write standard output: {error.strerror or error}", 4)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="lao-names")
def main() -> None:
    """Say who or where a Lao name is, from any spelling of it.

    Vietnamese, English and French respellings and Lao script become one id, with a probability and the reason; what
    is not known is said to be "no match".
    """


def failed(sentence: str, code: int) -> int:
    """Print why on standard error; returns the exit code."""
    with suppress(OSError, ValueError):
        click.echo(f"Error: {sentence}", err=True)
    return code


def silenced() -> int:
    """Whoever read our output has seen enough (``| head``): that is no failure."""
    abandon_output()
    return 0


def abandon_output() -> None:
    """Let nothing more be written: Python would try once more at its end, and complain."""
    with suppress(OSError, ValueError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextmanager
def speaking_utf8() -> Iterator[None]:
    """Write UTF-8 wherever output goes to a file or a pipe, and never fail on a letter that a terminal cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with suppress(OSError, ValueError):
                encoding = stream.encoding if stream.isatty() else "utf-8"
                stream.reconfigure(encoding=encoding, errors="backslashreplace")
    yield


@contextmanager
def stopping_on_sigterm() -> Iterator[None]:
    """Let SIGTERM unwind the program, so that no temporary file stays behind."""

    def stop(number: int, frame: object) -> NoReturn:
        raise SystemExit(128 + number)

    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
