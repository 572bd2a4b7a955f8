"""Work for all cores: processes with one task at a time, forked after the imports where the system can do that safely.

A process that dies takes only its own task along: the task is named, a new process takes its place, and the rest
goes on. (`ProcessPoolExecutor` breaks as a whole and cannot tell which task it was.)
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, TypeVar

from handboek.system import machine

Task = TypeVar("Task")
Result = TypeVar("Result")


A_PROCESS = 450 * 2**20
"""How much memory a process may need: what the largest document took, by `tests/bench/results.md`."""


class Died(Exception):
    """The process that did this task ended before the task did."""


DIED = (
    "het proces dat dit maakte is gestopt (code {}). "
    "Probeer het opnieuw; gebeurt het weer, kijk dan of het geheugen vol is en wat er in dit stuk vreemd is"
)


def each(
    work: Callable[[Task], Result], tasks: Sequence[Task], count: int | None = None
) -> Iterator[tuple[int, Result | Exception]]:
    """Do every task, `count` at once; yields its number and its result, or the exception that ended it, as they come.

    Work and tasks are sent to another process, so `work` is a function of a module.
    """
    count = count or at_once()
    waiting = iter(range(len(tasks)))
    busy: dict[Any, tuple[BaseProcess, int]] = {}

    def start(number: int) -> None:
        here, there = context.Pipe()
        inherited = [here, *busy] if context.get_start_method() == "fork" else []
        process = context.Process(target=_serve, args=(there, inherited), daemon=True)
        with _unheard():
            process.start()
        there.close()
        busy[here] = (process, number)
        _hand(here, (work, tasks[number]))

    context: Any = multiprocessing.get_context(method())
    if context.get_start_method() == "spawn" and hasattr(signal, "pthread_sigmask"):
        resource_tracker.ensure_running()  # begun with the first process, it would let Ctrl-C through again
    for number in [first for _, first in zip(range(count), waiting, strict=False)]:
        start(number)
    try:
        while busy:
            for ready in wait(list(busy)):
                connection: Any = ready
                process, number = busy.pop(connection)
                next_one = next(waiting, None)
                try:
                    answer = connection.recv()
                except (EOFError, OSError):  # it ended before its answer, or halfway through
                    process.join()
                    yield number, Died(DIED.format(process.exitcode))
                    if next_one is not None:
                        start(next_one)
                    continue
                if (
                    not _hand(connection, None if next_one is None else (work, tasks[next_one]))
                    and next_one is not None
                ):
                    start(next_one)
                elif next_one is not None:
                    busy[connection] = (process, next_one)
                else:
                    process.join()
                yield number, answer
    finally:
        for process, _ in busy.values():
            process.kill()


def at_once(root: Path = Path("/")) -> int:
    """How many processes this machine can have at work: one a core, and no more than there is memory for."""
    memory = machine.memory(root)
    return max(1, machine.cores(root) if memory is None else min(machine.cores(root), memory // A_PROCESS))


def method() -> str:
    """How a process is begun here: by a fork, which costs nothing, on Linux only. Elsewhere there is none, or it is unsafe."""
    return "fork" if sys.platform == "linux" and hasattr(os, "fork") else "spawn"


@contextmanager
def _unheard() -> Iterator[None]:
    """Ctrl-C waits, and a process that begins here never hears it: until it can listen it could only end in a traceback."""
    mask = getattr(signal, "pthread_sigmask", None)  # Windows has none
    before = mask(signal.SIG_BLOCK, {signal.SIGINT}) if mask else None
    try:
        yield
    finally:
        if mask:
            mask(signal.SIG_SETMASK, before)


def _hand(connection: Any, task: tuple[Callable[[Task], Result], Task] | None) -> bool:
    """Hand out a task, or say that there are none left; false where nobody is there to take it."""
    try:
        connection.send(task)
    except ConnectionError:
        return False
    return True


def _serve(connection: Any, inherited: list[Any]) -> None:
    """Do tasks until there are none, or until whoever hands them out is gone, killed perhaps, or stopped by Ctrl-C.

    A fork holds the ends of others' pipes as well; left open, they would keep every worker waiting for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever hands them out hears it and ends us
    for other in inherited:
        other.close()
    machine.tidy_seldom()
    try:
        while (handed := connection.recv()) is not None:
            work, task = handed
            connection.send(_try(work, task))
    except (EOFError, ConnectionError):
        return


def _try(work: Callable[[Task], Result], task: Task) -> Result | Exception:
    try:
        return work(task)
    except Exception as error:
        return error
