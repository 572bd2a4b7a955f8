"""The whole way: check, sheets, pages, links, and only then in the place of the old site. Whoever asks `stamp` first may not need it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from handboek import checks, report, stamp, store
from handboek.content import open_handbook
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.overrun import overrun
from handboek.project import Project, open_project
from handboek.render.renderer import Renderer
from handboek.report import progress
from handboek.site import BuildError, allowed, beside, links, offline, policy, publish, rendered
from handboek.site.site import fit, renderer_of, site_of
from handboek.system import atomic
from handboek.system.lock import turn


@dataclass(frozen=True)
class Result:
    """What a build made."""

    pages: int
    sheets: int
    packs: int
    filled: store.Filled
    said: tuple[str, ...] = ()
    """What the check had to say all the same, and what to do before somebody publishes it; a line each."""


class ContentError(Exception):
    """The content has errors, or is not ready for a release, so nothing was built. Carries the findings, and what was read."""

    def __init__(self, findings: list[Finding], handbook: Handbook) -> None:
        super().__init__("De inhoud is niet klaar.")
        self.findings, self.handbook = findings, handbook


def build(project: Project, out: Path, *, check: bool = True, release: bool = False, jobs: int | None = None) -> Result:
    """Build the site of `project` into `out`; for a `release` nothing may be left of an example or a starter text.

    `jobs` is how many PDFs are made at once. Raises `ContentError` or `BuildError` and leaves `out` as it was.
    """
    if project.root.is_relative_to(out) or not publish.is_ours(out):
        raise BuildError(f"In {out} staat iets anders dan een website van dit handboek. Kies een lege of nieuwe map.")
    with turn(project.root):
        publish.repair(out)
        atomic.sweep(project.work)
        before = _inputs(project, out, check=check, release=release)
        result, made = _build(project, out, check=check, release=release, jobs=jobs)
        if before and stamp.lasted(project.root, before):
            with suppress(OSError):  # without a stamp the next build only has more to do
                stamp.write(project.root, before, made, result.said)
        return result


def _inputs(project: Project, out: Path, **settings: bool) -> stamp.Inputs | None:
    """What there is to build of; nothing where that cannot be told, as of addresses that the content does not say."""
    try:
        return stamp.inputs(project.root, out, **settings) if project == open_project(project.root) else None
    except (OSError, stamp.Linked):
        return None


def _build(project: Project, out: Path, *, check: bool, release: bool, jobs: int | None) -> tuple[Result, str]:
    """Build, and give the hash of the site with what was made."""
    from handboek.adapter.engine import build_site  # noqa: PLC0415  (the core runs without the engine)

    handbook = open_handbook(project.root)
    findings = checks.run(handbook)
    errors = sum(finding.severity == "error" for finding in findings)
    unfinished = release and any(finding.code in checks.UNFINISHED for finding in findings)
    if (check and errors) or unfinished or not fit(handbook):
        raise ContentError(findings, handbook)
    renderer = renderer_of(project, handbook)
    sheets, packs = store.wanted(renderer), store.packs(renderer)
    new = publish.beside(out)  # first of all: where nothing can be written, nobody waits for the sheets
    try:
        filled = fill(renderer, project, [*sheets, *store.office(renderer), *packs, *store.zips(renderer)], jobs)
        site = site_of(project, renderer, filled, errors)
        with progress("Bladzijden", 1) as step:
            scripts = build_site(site, new)
            beside.write(site, new)
            step("klaar")
        pages = rendered.read(new)
        if foreign := list(allowed.problems(pages, scripts, handbook, project)):
            raise BuildError("\n".join(foreign))
        policy.write(new, scripts, project.url)
        offline.write(handbook, filled.files, new)
        dead = list(links.problems(new, pages, project.url))
        if dead and check:
            raise BuildError("\n".join(dead))
        made = stamp.made(new)
        publish.swap(new, out)
        store.remember(filled, project)
        store.tidy(filled, project)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    said = [*report.lines(report.folded(findings)), report.summary(findings)] if findings else []
    said += [f"Let op: {what}" for _, what in overrun(handbook, filled.files)]
    said += [f"Let op, voor je publiceert: {what}" for what in project.unreachable()]
    return Result(len(pages), len(sheets), len(packs), filled, tuple(said)), made


def fill(
    renderer: Renderer, project: Project, things: Sequence[store.Printed], jobs: int | None = None
) -> store.Filled:
    """Fill the store, and show on a terminal what was rendered, what was kept and what is left."""
    count = len(store.with_parts(things))
    with progress("Bladen", count) as step:

        def done(thing: store.Printed, so_far: store.Filled) -> None:
            fresh, title = len(so_far.rendered), thing.piece.title if thing.piece else ""
            left = count - fresh - so_far.kept
            step(f"{fresh} gemaakt, {so_far.kept} uit de voorraad, nog {left}  {title}")

        return store.fill(renderer, project, things, done, jobs)


def told(filled: store.Filled) -> Iterator[str]:
    """How much was made, and what took longest, in Dutch."""
    yield f"Bestanden: {len(filled.rendered)} gemaakt, {filled.kept} uit de voorraad."
    for seconds, url in sorted(filled.rendered, reverse=True)[:5]:
        yield f"  {seconds:.1f} s  {url}".replace(".", ",", 1)
