"""Findings, said to the one who reads them: a person at a terminal, a program, GitHub."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text

from handboek.anchors import CHECKS
from handboek.document import INVISIBLE, Document
from handboek.finding import Finding
from handboek.system.arguments import ALL

WORDS = {"error": "fout", "warning": "waarschuwing"}
STYLES = {"error": "bold red", "warning": "bold yellow"}
SHOWN_BY_GITHUB = 10
"""GitHub shows this many annotations of each severity for a step."""


def folded(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that another causes; the last of the cause's own says how many they are."""
    effects: dict[str, list[Finding]] = {}
    shown: dict[Finding, None] = {}
    last: dict[str, Finding] = {}
    for finding in findings:
        if finding.because:
            effects.setdefault(finding.because, []).append(finding)
        else:
            shown[finding] = None
            last[finding.path] = finding
    told = {last[path]: _effects(some) for path, some in effects.items() if path in last}
    alone = [finding for path, some in effects.items() if path not in last for finding in some]
    return [replace(f, help=f"{f.help} {told[f]}".strip()) if f in told else f for f in (*shown, *alone)]


def _effects(effects: list[Finding]) -> str:
    files = len({finding.path for finding in effects})
    one = len(effects) == 1
    number = f"{'is' if one else 'zijn'} er nog {len(effects)} andere {'melding' if one else 'meldingen'}"
    return f"Daardoor {number} in {files} {'bestand' if files == 1 else 'bestanden'}; `{ALL}` laat {'hem' if one else 'ze'} zien."


def lines(findings: Iterable[Finding]) -> Iterator[str]:
    """One line each: `path:line:column: error CODE: message`."""
    for f in findings:
        yield one_line(f"{f.path}:{f.line}:{f.column}: {f.severity} {f.code}: {message(f)}")


def message(finding: Finding) -> str:
    """What is wrong and what to do, in one go."""
    return f"{finding.text} {finding.advice}".strip()


def one_line(text: str) -> str:
    """A text that can be printed anywhere: on one line, without characters that steer a terminal."""
    printable = text.encode("utf-8", "replace").decode()
    return " ".join(INVISIBLE.sub("�", printable.replace("\n", " ")).split())


def summary(findings: list[Finding]) -> str:
    """How many errors and warnings, in one sentence."""
    if not findings:
        return "Alles klopt."
    causes = {f.path for f in findings if not f.because}
    effects = sum(
        f.because in causes for f in findings
    )  # as `folded` shows them: without its cause it stands by itself
    findings = [f for f in findings if f.because not in causes]
    errors = sum(f.severity == "error" for f in findings)
    warnings = len(findings) - errors
    files = len({f.path for f in findings})
    parts = [
        *([f"{errors} {'fout' if errors == 1 else 'fouten'}"] if errors else []),
        *([f"{warnings} {'waarschuwing' if warnings == 1 else 'waarschuwingen'}"] if warnings else []),
    ]
    more = f" Daardoor nog {effects} andere {'melding' if effects == 1 else 'meldingen'}." if effects else ""
    return f"{' en '.join(parts)} in {files} {'bestand' if files == 1 else 'bestanden'}.{more}"


def terminal(findings: Iterable[Finding], documents: Mapping[str, Document], site: str, console: Console) -> None:
    """For a person: grouped by file, with the line in question, and how to repeat it for that file alone."""
    for path, group in groupby(findings, key=lambda f: f.path):
        console.print(Text(one_line(path), "bold"))
        for finding in group:
            console.print()
            head = Text.assemble((f"{WORDS[finding.severity]}: ", STYLES[finding.severity]), _highlighted(finding.text))
            console.print(Padding(head, (0, 0, 0, 2)))
            document = documents.get(path)
            for shown in _source_line(finding, document, console.width - 4) if document else ():
                console.print(Padding(shown, (0, 0, 0, 2)), no_wrap=True, overflow="ignore", crop=True)
            if finding.advice:
                console.print(Padding(_highlighted(finding.advice), (0, 0, 0, 2)))
            console.print(Padding(Text(f"Meer: {site}{CHECKS}#{finding.code}", "dim"), (0, 0, 0, 2)), soft_wrap=True)
        again = Text("\nOpnieuw voor dit bestand: ", "dim")
        console.print(again.append(f"handboek check {_quoted(one_line(path))}", "cyan"), soft_wrap=True)
        console.print()


def _highlighted(text: str) -> Text:
    """A Dutch sentence with what stands between backticks in colour."""
    shown = Text()
    for index, part in enumerate(one_line(text).split("`")):
        shown.append(part, "cyan" if index % 2 else "")
    return shown


def _source_line(finding: Finding, document: Document, room: int) -> Iterator[Text]:
    """The line in the file and a mark under the spot; a long line is cut around the spot."""
    if not 0 < finding.line <= len(document.lines) or not document.lines[finding.line - 1].strip():
        return
    line = INVISIBLE.sub("�", document.lines[finding.line - 1].replace("\t", " "))
    number = f"{finding.line} │ "
    room = max(20, room - len(number))
    start = min(finding.column - 1, len(line))
    left = max(0, start - room // 3) if cell_len(line) > room else 0
    cut = ("…" if left else "") + line[left + bool(left) :]
    shown = Text(cut)
    shown.truncate(room, overflow="ellipsis")
    before = cell_len(cut[: start - left])
    width = max(1, cell_len(line[start : start + finding.width]))
    mark = " " * before + "^" * max(1, min(width, room - before))
    yield Text.assemble((number, "blue"), shown)
    yield Text.assemble((" " * (len(number) - 2) + "│ ", "blue"), (mark, STYLES[finding.severity]))


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path


def as_json(findings: list[Finding], site: str) -> str:
    """For a program: a list of findings."""
    rows = [
        {
            "path": one_line(f.path),
            "line": f.line,
            "column": f.column,
            "width": f.width,
            "severity": f.severity,
            "code": f.code,
            "text": f.text,
            "help": f.help,
            "suggestion": f.suggestion,
            "message": one_line(message(f)),
            "more": f"{site}{CHECKS}#{f.code}",
            "because": one_line(f.because),
        }
        for f in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def github(findings: list[Finding], codes: tuple[str, ...]) -> Iterator[str]:
    """For GitHub: what it can show as annotations, the most pressing first (`codes` gives the order), then all of them.

    What another finding causes is no annotation of its own.
    """
    causes = folded(findings)
    for severity in ("error", "warning"):
        weighty = sorted((f for f in causes if f.severity == severity), key=lambda f: (codes.index(f.code), f))
        for f in weighty[:SHOWN_BY_GITHUB]:
            place = f"line={f.line},col={f.column},endColumn={f.column + f.width}"
            yield f"::{severity} file={_property(f.path)},{place},title={_property(f.code)}::{_data(message(f))}"
    if len(findings) > min(SHOWN_BY_GITHUB, len(causes)):
        yield "::group::Alle meldingen"
        yield from lines(findings)
        yield "::endgroup::"
    yield summary(findings)


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def github_summary(findings: list[Finding], site: str, title: str = "Controle van de inhoud") -> str:
    """The whole list as Markdown, for the summary of a job on GitHub."""

    def cell(text: str) -> str:
        return one_line(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")

    def table(some: list[Finding]) -> list[str]:
        rows = [
            f"| `{cell(f.path)}` | {f.line} | {WORDS[f.severity]} | [{f.code}]({site}{CHECKS}#{f.code}) | {cell(message(f))} |"
            for f in some
        ]
        return ["| bestand | regel | soort | controle | wat en hoe |", "| --- | --- | --- | --- | --- |", *rows, ""]

    effects = [f for f in findings if f.because]
    causes = [f for f in findings if not f.because]
    behind = ["<details><summary>Daardoor ook</summary>", "", *table(effects), "</details>", ""] if effects else []
    told = [*(table(causes) if causes else []), *behind]
    return "\n".join([f"## {title}", "", summary(findings), "", *told]) + "\n"


def write_github_summary(findings: list[Finding], site: str, title: str = "Controle van de inhoud") -> None:
    """Add the whole list to the summary of the job, where there is one."""
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if target:
        with Path(target).open("a", encoding="utf-8") as stream:
            stream.write(github_summary(findings, site, title))


EVERY = 15
"""Seconds between two lines of progress where no bar can be drawn."""


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[str], None]]:
    """A progress bar on a terminal; elsewhere a line now and then. Gives a function that says what was done."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _told_in_lines(what, total)
        return
    columns = (
        TextColumn("{task.description:<11}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[now]}"),
    )
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:
        task = bar.add_task(what, total=total, now="")
        yield lambda now: bar.update(task, advance=1, now=now, refresh=True)


def _told_in_lines(what: str, total: int) -> Callable[[str], None]:
    done, last = 0, time.monotonic()

    def step(now: str) -> None:
        nonlocal done, last
        done += 1
        if time.monotonic() - last >= EVERY:
            last = time.monotonic()
            print(one_line(f"{what}: {done} van {total}. {now}"), file=sys.stderr, flush=True)

    return step
