"""Work for all cores: processes forked after the imports, each with one task at a time.

A process that dies takes only its own task along: the task is named, a new process takes its place, and the rest
goes on. (`ProcessPoolExecutor` breaks as a whole and cannot tell which task it was.)
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


class Died(Exception):
    """The process that did this task ended before the task did."""


DIED = (
    "het proces dat dit maakte is gestopt (code {}). "
    "Probeer het opnieuw; gebeurt het weer, kijk dan of het geheugen vol is en wat er in dit stuk vreemd is"
)


def each(
    work: Callable[[Task], Result], tasks: Sequence[Task], count: int | None = None
) -> Iterator[tuple[int, Result | Exception]]:
    """Do every task; yields its number and its result, or the exception that ended it, as they come."""
    cores = count or (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    waiting = iter(range(len(tasks)))
    busy: dict[Connection, tuple[BaseProcess, int]] = {}

    def start(number: int) -> None:
        here, there = context.Pipe()
        process = context.Process(target=_serve, args=(work, tasks, there, [here, *busy]), daemon=True)
        process.start()
        there.close()
        busy[here] = (process, number)
        _hand(here, number)

    context = multiprocessing.get_context("fork")
    for number in [first for _, first in zip(range(cores), waiting, strict=False)]:
        start(number)
    try:
        while busy:
            for connection in wait(list(busy)):
                assert isinstance(connection, Connection)
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
                if not _hand(connection, next_one) and next_one is not None:
                    start(next_one)
                elif next_one is not None:
                    busy[connection] = (process, next_one)
                else:
                    process.join()
                yield number, answer
    finally:
        for process, _ in busy.values():
            process.kill()


def _hand(connection: Connection, number: int | None) -> bool:
    """Hand out a task, or say that there are none left; false where nobody is there to take it."""
    try:
        connection.send(number)
    except ConnectionError:
        return False
    return True


def _serve(
    work: Callable[[Task], Result], tasks: Sequence[Task], connection: Connection, inherited: list[Connection]
) -> None:
    """Do tasks until there are none, or until whoever hands them out is gone, killed perhaps, or stopped by Ctrl-C.

    A fork holds the ends of others' pipes as well; left open, they would keep every worker waiting for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever hands them out hears it and ends us
    for other in inherited:
        other.close()
    try:
        while (number := connection.recv()) is not None:
            connection.send(_try(work, tasks[number]))
    except (EOFError, ConnectionError):
        return


def _try(work: Callable[[Task], Result], task: Task) -> Result | Exception:
    try:
        return work(task)
    except Exception as error:
        return error
