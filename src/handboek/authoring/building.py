"""The site, built where there is something to build; starts without what takes long to load, for when there is not."""

from __future__ import annotations

import sys
from pathlib import Path

from handboek import stamp
from handboek.resources import MissingTemplate
from handboek.system import os_errors
from handboek.system.arguments import WrongUse


def build(root: Path, name: str, *, check: bool, release: bool, jobs: int | None) -> int:
    """Build the site of the project at `root` into the folder `name`, and say what came of it; gives the exit code.

    Raises `WrongUse`.
    """
    out = Path(name).resolve()
    said = stamp.unchanged(root, out, check=check, release=release)
    if said is None:
        return _build(root, out, name, check=check, release=release, jobs=jobs)
    print("\n".join((f"Er is niets veranderd: de website in {name}/ is bij.", *said)))
    return 0


def _build(root: Path, out: Path, name: str, *, check: bool, release: bool, jobs: int | None) -> int:
    from handboek.authoring.check import show  # noqa: PLC0415
    from handboek.build import ContentError, build, told  # noqa: PLC0415
    from handboek.dutch import count  # noqa: PLC0415
    from handboek.project import open_project  # noqa: PLC0415
    from handboek.sheets.pdf import SheetError  # noqa: PLC0415
    from handboek.site import BuildError  # noqa: PLC0415

    project = open_project(root)
    if release and (unreachable := project.unreachable()):
        raise WrongUse("\n".join(unreachable))
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
    print("\n".join((*told(result.filled), *result.said)))
    return 0
