"""The command `handboek`: names the rooms, does nothing itself."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from handboek import checks, report
from handboek.finding import Finding
from handboek.handbook import open_handbook
from handboek.project import open_project


class Parser(argparse.ArgumentParser):
    """A parser that says in Dutch what it did not understand."""

    def error(self, message: str) -> NoReturn:
        print(f"Deze opdracht begrijp ik niet: {message}\nKijk bij: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


def main(argv: list[str] | None = None) -> int:
    """Run a command; the exit code is 0 when all is well, 1 for errors in the content, 2 for wrong use."""
    parser = Parser(prog="handboek", description="Controleert het handboek en maakt er een website en werkbladen van.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht", parser_class=Parser)

    check = commands.add_parser("check", help="controleer de inhoud; schrijft niets")
    check.add_argument("paths", nargs="*", metavar="bestand", help="toon alleen wat deze bestanden raakt")
    check.set_defaults(run=_check)

    build = commands.add_parser("build", help="maak de website met alle bladen")
    build.add_argument("--no-check", action="store_true", help="bouw ook als de controle fouten vindt")
    build.add_argument("-o", "--out", default="site", metavar="map", help="waar de website komt (standaard: site)")
    build.set_defaults(run=_build)

    sheets = commands.add_parser("sheets", help="maak alleen de bladen (PDF)")
    sheets.add_argument("slugs", nargs="*", metavar="naam", help="alleen de bladen van deze stukken")
    sheets.add_argument("-o", "--out", default="bladen", metavar="map", help="waar de PDF's komen (standaard: bladen)")
    sheets.set_defaults(run=_sheets)

    serve = commands.add_parser("serve", help="toon de website tijdens het schrijven")
    serve.add_argument("--port", type=int, default=8000, metavar="poort", help="poort (standaard: 8000)")
    serve.set_defaults(run=_serve)

    options = parser.parse_args(argv)
    result: int = options.run(options)
    return result


def _check(options: argparse.Namespace) -> int:
    found = checks.run(open_handbook(Path.cwd()))
    if options.paths:
        wanted = {Path(path).as_posix().removeprefix("./") for path in options.paths}
        found = [finding for finding in found if finding.path in wanted]
    return _say(found)


def _say(found: list[Finding]) -> int:
    for line in report.lines(found):
        print(line)
    print(report.summary(found), file=sys.stderr)
    return 1 if any(finding.severity == "error" for finding in found) else 0


def _build(options: argparse.Namespace) -> int:
    from handboek.build import BuildError, ContentError, build  # noqa: PLC0415  (the check starts without WeasyPrint)
    from handboek.sheets.pdf import SheetError  # noqa: PLC0415

    project = open_project(Path.cwd())
    out = Path(options.out).resolve()
    kept = f"De oude website in {options.out}/ is ongemoeid." if out.exists() else "Er is niets gepubliceerd."
    try:
        result = build(project, out, check=not options.no_check)
    except ContentError as error:
        _say(error.findings)
        print(f"Er is niet gebouwd. {kept}", file=sys.stderr)
        return 1
    except (BuildError, SheetError) as error:
        print(f"{error}\nHet bouwen is mislukt. {kept}", file=sys.stderr)
        return 1
    print(f"Klaar: {result.pages} bladzijden en {result.sheets} bladen in {options.out}/.")
    for name in project.examples():
        print(f"Let op: {name} staat nog op het voorbeeld; zet de variabele voor je publiceert.")
    return 0


def _sheets(options: argparse.Namespace) -> int:
    from handboek.render.page import Renderer  # noqa: PLC0415
    from handboek.sheets import shelf  # noqa: PLC0415
    from handboek.sheets.sheet import make  # noqa: PLC0415

    project = open_project(Path.cwd())
    renderer = Renderer(open_handbook(project.root), project.templates)
    sheets = shelf.wanted(renderer, options.slugs)
    missing = set(options.slugs) - {sheet.piece.slug for sheet in sheets}
    if missing:
        print(f"Geen blad gevonden voor: {', '.join(sorted(missing))}.", file=sys.stderr)
        return 2
    with report.progress("Bladen", len(sheets)) as step:
        for sheet in sheets:
            target = Path(options.out) / sheet.url
            target.parent.mkdir(parents=True, exist_ok=True)
            pdf = make(sheet, renderer, project)
            target.write_bytes(pdf.content)
            step(sheet.piece.title)
            print(f"{target}: {pdf.pages} bladzijde{'n' if pdf.pages > 1 else ''}")
    return 0


def _serve(options: argparse.Namespace) -> int:
    from handboek.adapter.engine import serve_site  # noqa: PLC0415

    serve_site(open_project(Path.cwd()), options.port)
    return 0
