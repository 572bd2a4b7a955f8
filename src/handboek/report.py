"""Findings, said to the one who reads them: a person at a terminal, or a program that takes one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from handboek.finding import Finding


def lines(findings: Iterable[Finding]) -> Iterator[str]:
    """One line each: `path:line:column: error CODE: message`."""
    for f in findings:
        message = f"{f.text} {f.help}".strip()
        yield f"{f.path}:{f.line}:{f.column}: {f.severity} {f.code}: {message}"


def summary(findings: list[Finding]) -> str:
    """How many errors and warnings, in one sentence."""
    errors = sum(f.severity == "error" for f in findings)
    warnings = len(findings) - errors
    if not findings:
        return "Alles klopt."
    parts = [
        f"{errors} {'fout' if errors == 1 else 'fouten'}",
        f"{warnings} {'waarschuwing' if warnings == 1 else 'waarschuwingen'}",
    ]
    return f"{' en '.join(parts)}."


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[str], None]]:
    """A progress bar on a terminal; elsewhere nothing. Gives a function that says what was done."""
    columns = (
        TextColumn("{task.description:<11}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[now]}"),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(what, total=total, now="")
        yield lambda now: bar.update(task, advance=1, now=now)
