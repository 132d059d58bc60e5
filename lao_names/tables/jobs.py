"""Answering on several cores: each process opens the gazetteer once, questions go out in batches. Start: :func:`spread`."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from lao_names.tables.added import Answer
from lao_names.tables.answers import Ask, Asker, Question, default_resolver

PIECE = 256  # questions per message: enough that sending costs little, few enough that no core waits long

_asker: Asker | None = None  # the worker's own


@contextmanager
def spread(asker: Asker, jobs: int) -> Iterator[Ask]:
    """A way to ask that uses ``jobs`` processes, each with the built-in gazetteer.

    Args:
        asker: says what to ask for; answers small batches itself.
        jobs: number of processes; 1 asks in this one.
    """
    if jobs <= 1:
        yield asker
        return
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    asker(())  # what is loaded before the fork is shared, not loaded again
    pool = multiprocessing.get_context(method).Pool(jobs, _start, (asker.options(),))
    try:

        def ask(questions: Sequence[Question]) -> list[Answer]:
            if len(questions) < PIECE:
                return asker(questions)
            pieces = [questions[start : start + PIECE] for start in range(0, len(questions), PIECE)]
            return [answer for piece in pool.imap(_answers, pieces) for answer in piece]

        yield ask
        pool.close()
    finally:
        pool.terminate()
        pool.join()


def _start(options: dict[str, Any]) -> None:
    """Prepare a worker. Ctrl-C goes to all processes of a terminal; the first one ends the others itself."""
    global _asker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "SIGPIPE"):  # an answer that nobody waits for any more ends the worker in silence
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    _asker = Asker(default_resolver(), **options)


def _end_with(parent: int) -> None:
    """End this worker when its parent is gone: one that was killed could not end it, and it would wait for ever."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _answers(questions: Sequence[Question]) -> list[Answer]:
    assert _asker is not None
    return _asker(questions)
