"""The check as a command: which files it is asked about, and how what was found is shown."""

from __future__ import annotations

import dataclasses
import os
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

from rich.console import Console

from handboek import checks, dictionary, report
from handboek.authoring import versions
from handboek.checks.rules import stray_file
from handboek.content import open_handbook
from handboek.document import Document
from handboek.finding import Finding, Unreadable
from handboek.handbook import Handbook
from handboek.project import EXAMPLE_URL, open_project
from handboek.resources import EDITION
from handboek.system import console
from handboek.system.arguments import WrongUse

TITLE = "Controle van de inhoud"


def check(
    root: Path, paths: list[str], format_: str, *, language: bool = False, alone: bool = False, everything: bool = False
) -> int:
    """Check the content and show what was found in `paths`, or in all of it; gives the exit code.

    `language` looks at language too, `alone` at nothing else, and then nothing is an error. Raises `WrongUse` for a path
    that holds no content.
    """
    try:
        handbook = open_handbook(root, loosely=True)
    except Unreadable as error:
        return show(error.findings, error.files, root, format_, everything=everything)
    wanted = _wanted(paths, root, handbook.written.keys())
    own = open_project(root).overrides
    strange = stray_file.in_overrides(own) if own else ()
    found = [*versions.made(root), *strange, *checks.run(handbook, language=language or alone)]
    if (
        not alone
        and handbook.origin
        and (not paths or EDITION in wanted)
        and all(one.path != EDITION or one.severity != "error" for one in found)
    ):
        from handboek.authoring.editions import trial  # noqa: PLC0415  (it loads all that makes a PDF)

        found += trial.tried(open_project(root), handbook)
    if alone:
        codes = {rule.code for rule in checks.LANGUAGE}
        found = [dataclasses.replace(finding, severity="warning") for finding in found if finding.code in codes]
    if (language or alone) and not dictionary.there():
        print(dictionary.MISSING, file=sys.stderr)
    if paths:
        others = [finding for finding in found if finding.path not in wanted]
        found = [finding for finding in found if finding.path in wanted]
        if others:
            print(f"Niet getoond, in de rest van het handboek: {report.summary(others)}", file=sys.stderr)
    return show(found, handbook, root, format_, everything=everything)


def _wanted(paths: list[str], root: Path, known: Collection[str]) -> set[str]:
    """The files of content that these paths mean; a folder means all in it."""
    wanted: set[str] = set()
    unknown = []
    for path in paths:
        full = Path(os.path.normpath(root / path))
        own = full.relative_to(root).as_posix() if full.is_relative_to(root) else ""
        inside = {one for one in known if own in (".", one) or one.startswith(f"{own}/")} if own else set()
        wanted |= inside
        if not inside:
            unknown.append(path)
    if unknown:
        raise WrongUse(f"Dit hoort niet bij de inhoud van het handboek: {', '.join(unknown)}.")
    return wanted


def show(
    found: list[Finding],
    handbook: Handbook | Mapping[str, Document],
    root: Path,
    format_: str = "text",
    title: str = TITLE,
    *,
    everything: bool = False,
) -> int:
    """Show what was found in a handbook or in these files, under this title on GitHub, and what it causes where `everything` is; 1 for an error."""
    url = open_project(root).url
    site = "" if url == EXAMPLE_URL else url
    if format_ == "json":
        console.for_programs()
        print(report.as_json(found, site))
    elif format_ == "github":
        console.for_programs()
        print("\n".join(report.github(found, checks.CODES)))
        report.write_github_summary(found, site, title)
    else:
        shown = found if everything else report.folded(found)
        if sys.stdout.isatty():
            written = handbook.written if isinstance(handbook, Handbook) else handbook
            report.terminal(shown, written, site, Console(highlight=False))
        else:
            for line in report.lines(shown):
                print(line)
        print(report.summary(found), file=sys.stderr)
    return 1 if any(finding.severity == "error" for finding in found) else 0
