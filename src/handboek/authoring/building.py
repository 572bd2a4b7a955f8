"""The site, built where there is something to build; starts without what takes long to load, for when there is not."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from handboek import stamp
from handboek.project import Project
from handboek.resources import MissingTemplate
from handboek.system import os_errors
from handboek.system.arguments import WrongUse


def build(project: Project, name: str, *, check: bool, release: bool, jobs: int | None) -> int:
    """Build the site into the folder `name`, and say what came of it; gives the exit code. Raises `WrongUse`."""
    out = Path(name).resolve()
    if release and (examples := project.examples()):
        raise WrongUse(f"{', '.join(examples)}: dit is nog een voorbeeld. Zet het echte adres, en bouw dan opnieuw.")
    said = stamp.unchanged(project, out, check=check, release=release)
    if said is None:
        return _build(project, out, name, check=check, release=release, jobs=jobs)
    print(f"Er is niets veranderd: de website in {name}/ is bij.")
    _tell(project, said)
    return 0


def _build(project: Project, out: Path, name: str, *, check: bool, release: bool, jobs: int | None) -> int:
    from handboek.authoring.check import show  # noqa: PLC0415
    from handboek.build import ContentError, build, told  # noqa: PLC0415
    from handboek.dutch import count  # noqa: PLC0415
    from handboek.sheets.pdf import SheetError  # noqa: PLC0415
    from handboek.site import BuildError  # noqa: PLC0415

    kept = f"De oude website in {name}/ is ongemoeid." if out.exists() else "Er is niets gepubliceerd."
    try:
        result = build(project, out, check=check, release=release, jobs=jobs)
    except ContentError as error:
        show(error.findings, error.handbook, project.root)
        print(f"Er is niet gebouwd. {kept}", file=sys.stderr)
        return 1
    except (BuildError, SheetError, MissingTemplate, OSError) as error:
        why = os_errors.said(error) if isinstance(error, OSError) else error
        print(f"{why}\nHet bouwen is mislukt. {kept}", file=sys.stderr)
        return 1
    made = (count(result.pages, "bladzijde", "bladzijden"), count(result.sheets, "blad", "bladen"))
    print(f"Klaar: {', '.join(made)} en {count(result.packs, 'werkmap', 'werkmappen')} in {name}/.")
    print("\n".join(told(result.filled)))
    _tell(project, result.said)
    return 0


def _tell(project: Project, said: Iterable[str]) -> None:
    """What the check had to say of a site that was built all the same, and what to do before it is published."""
    for line in said:
        print(line, file=sys.stderr)
    for name in project.examples():
        print(f"Let op: {name} staat nog op het voorbeeld; zet de variabele voor je publiceert.")
