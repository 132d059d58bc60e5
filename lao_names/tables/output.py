"""Writing a file whole or not at all.

The new text goes to a file in the target's own folder that has no name yet, or a temporary one (so that the last step
is a rename within one file system), is forced to the disk, and only then takes the target's name. Whatever goes wrong
before that - an error, a full disk, Ctrl-C - leaves the folder as it was. Start at :func:`opened`.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from lao_names.errors import InvalidArgument, OutputError

OPEN_FILES = "/proc/self/fd"  # where Linux shows a process its own open files


class SameFile(InvalidArgument):
    """The output would be written over the input."""

    def __str__(self) -> str:
        return f"{self.value} is the input: write to another file"


@contextlib.contextmanager
def opened(target: str, *, source: os.stat_result | None = None) -> Iterator[BinaryIO]:
    """A binary stream for a target, which gets its name only if the block ends well.

    Args:
        target: a path, or ``-`` for standard output.
        source: the ``os.stat`` of the input, to refuse writing over it; None where there is none.

    Raises:
        SameFile: the target is the input, by whatever name or link.
        OutputError: the target cannot be written.
    """
    refuse_same_file(target, source)
    try:
        if target == "-":
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        elif is_special(Path(target)):
            with open(target, "wb") as stream:
                yield stream
        else:
            # A symbolic link stays a link: the file that it points to is what gets replaced.
            yield from _replacing(Path(os.path.realpath(target)))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"cannot write {shown(target)}: {reason(error)}") from error


def refuse_same_file(target: str, source: os.stat_result | None) -> None:
    """Raise :class:`SameFile` if a target is the regular file that ``source`` describes."""
    if source is None or not stat.S_ISREG(source.st_mode):
        return
    try:
        there = os.fstat(sys.stdout.fileno()) if target == "-" else os.stat(target)
    except (OSError, ValueError):  # it does not exist yet, or is no file
        return
    if os.path.samestat(there, source):
        raise SameFile(shown(target))


def is_special(path: Path) -> bool:
    """Whether a path is something to write into rather than to replace: /dev/null, a named pipe."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _replacing(path: Path) -> Iterator[BinaryIO]:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not os.access(path, os.W_OK):
        # A rename needs no right to write the old file; its owner meant something by taking that right away.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    temporary = ""
    handle = _nameless(path.parent)
    if handle is None:
        handle, temporary = tempfile.mkstemp(**_names(path))
    try:
        with open(handle, "wb") as stream:
            yield stream
            stream.flush()
            _take_mode(temporary or handle, path)
            os.fsync(handle)
            temporary = temporary or _named(handle, path)
        os.replace(temporary, path)
    except BaseException:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise


def _names(path: Path) -> dict[str, Any]:
    """What temporary files for a target are called, and where they are."""
    return {"prefix": f".{path.name[:40]}.", "suffix": ".part", "dir": path.parent}


def _nameless(folder: Path) -> int | None:
    """A file without a name in a folder, None where the system has no such thing.

    A process that is killed cannot remove its temporary files; one without a name goes with its process.
    """
    if not hasattr(os, "O_TMPFILE") or not os.path.isdir(OPEN_FILES):
        return None
    try:
        return os.open(folder, os.O_TMPFILE | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    except OSError:  # a file system that cannot; whatever else is wrong will show
        return None


def _named(handle: int, path: Path) -> str:
    """Give a temporary name to a file that has none: a rename replaces a file, a link does not."""
    temporary = tempfile.mktemp(**_names(path))
    # Only with a folder's handle does Python follow the link, which leads to the open file itself.
    os.link(f"{OPEN_FILES}/{handle}", temporary, src_dir_fd=handle, follow_symlinks=True)
    return temporary


def _take_mode(file: str | int, path: Path) -> None:
    """Give the new file the rights of the one it replaces, else those that a new file would have."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    with contextlib.suppress(OSError):
        os.chmod(file, mode)


def shown(target: str) -> str:
    """How a path or ``-`` is called in a message."""
    return "standard output" if target == "-" else target


def reason(error: OSError) -> str:
    """What the operating system says, without its number: ``No space left on device``."""
    return error.strerror or str(error)
