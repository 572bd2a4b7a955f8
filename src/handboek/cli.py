"""The command `handboek`: names the rooms, does nothing itself."""

from __future__ import annotations

import argparse
import dataclasses
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from handboek import checks, desk, dictionary, report
from handboek.document import read_file
from handboek.dutch import size
from handboek.finding import Finding
from handboek.handbook import Handbook, open_handbook
from handboek.load import FOLDERS
from handboek.machine import refusal, streams, together, whole
from handboek.machine.turn import turn
from handboek.machine.usage import Parser
from handboek.project import EXAMPLE_URL, open_project

if TYPE_CHECKING:
    from handboek.sheets.shelf import Filled


def main(argv: list[str] | None = None) -> int:
    """Run a command; the exit code is 0 when all is well, 1 for errors in the content, 2 for wrong use, 130 when stopped."""
    streams.ready()
    parser = Parser(prog="handboek", description="Controleert het handboek en maakt er een website en werkbladen van.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht", parser_class=Parser)

    _for_readers(commands)
    _for_writers(commands)
    try:
        options = parser.parse_args(argv)
        result: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(refusal.said(error), file=sys.stderr)
        return 1
    except together.Refused as error:
        print(error, file=sys.stderr)
        return 1
    except MemoryError:
        print(refusal.MEMORY, file=sys.stderr)
        return 1
    except KeyboardInterrupt as stopped:
        print(f"\nGestopt. {stopped}".rstrip(), file=sys.stderr)
        return 130
    return result


def _command(commands: argparse._SubParsersAction[Parser], name: str, what: str) -> Parser:
    """A command with what it does, in the list of commands and above its own help."""
    return commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")


def _for_readers(commands: argparse._SubParsersAction[Parser]) -> None:
    """The commands that look at the content and make something of it."""
    check = _command(commands, "check", "controleer de inhoud; schrijft niets")
    check.add_argument("paths", nargs="*", metavar="bestand", help="meld alleen wat in deze bestanden of mappen staat")
    check.add_argument(
        "--format",
        choices=("text", "github", "json"),
        default="text",
        help="voor wie: een mens of één regel per melding (text), GitHub (github), een programma (json)",
    )
    check.add_argument("--taal", action="store_true", help="kijk ook naar spelling, lange zinnen en moeilijke woorden")
    check.add_argument(report.ALL, action="store_true", help="toon ook wat alleen een gevolg is van een andere melding")
    check.add_argument(
        "--alleen-taal", action="store_true", help="kijk alleen daarnaar; elke melding is een waarschuwing"
    )
    check.set_defaults(run=_check)

    schemas = _command(commands, "schema", "schrijf de JSON Schema's en instellingen waarmee VS Code meekijkt")
    schemas.set_defaults(run=_schema)

    build = _command(commands, "build", "maak de website met alle bladen")
    build.add_argument("--no-check", action="store_true", help="bouw ook als de controle fouten vindt")
    build.add_argument(
        "--release",
        action="store_true",
        help="weiger zolang een adres nog het voorbeeld is: wat op papier staat, blijft",
    )
    build.add_argument("-o", "--out", default="site", metavar="map", help="waar de website komt (standaard: site)")
    build.set_defaults(run=_build)

    sheets = _command(commands, "sheets", "maak alleen de bladen (PDF)")
    sheets.add_argument("slugs", nargs="*", metavar="naam", help="alleen de bladen van deze stukken")
    sheets.add_argument("-o", "--out", default="bladen", metavar="map", help="waar de PDF's komen (standaard: bladen)")
    sheets.add_argument("--open", action="store_true", help="maak alleen het hoofdblad en open het")
    sheets.set_defaults(run=_sheets)

    archive = _command(commands, "zip", "maak van de gebouwde website een ZIP die zonder server werkt")
    archive.add_argument("--site", default="site", metavar="map", help="de gebouwde website (standaard: site)")
    archive.add_argument("-o", "--out", default="handboek.zip", metavar="bestand", help="waar de ZIP komt")
    archive.set_defaults(run=_zip)

    pack = _command(commands, "pack", "maak een werkmap (PDF) voor een groep, of van een lijst stukken")
    pack.add_argument("slug", nargs="?", metavar="naam", help="de werkmap (uit tools/packs)")
    pack.add_argument("--pieces", nargs="+", default=[], metavar="adres", help="of: deze stukken, als adres")
    pack.add_argument("--people", type=int, metavar="aantal", help="voor hoeveel mensen")
    pack.add_argument("--title", default="Werkmap", metavar="titel", help="de titel bij --pieces (standaard: Werkmap)")
    pack.add_argument("-o", "--out", metavar="bestand", help="waar de PDF komt (standaard: naam.pdf)")
    pack.set_defaults(run=_pack)

    serve = _command(commands, "serve", "toon de website tijdens het schrijven")
    serve.add_argument("--port", type=int, default=8000, metavar="poort", help="poort (standaard: 8000)")
    serve.set_defaults(run=_serve)

    queries = _command(commands, "queries", "kijk of het zoeken vindt wat het moet vinden")
    queries.add_argument("texts", nargs="*", metavar="zoekvraag", help="toon wat deze zoekvragen vinden, zonder tabel")
    queries.add_argument(
        "--table", default="tests/search/queries.yml", metavar="bestand", help="de tabel met zoekvragen en antwoorden"
    )
    queries.set_defaults(run=_queries)


def _for_writers(commands: argparse._SubParsersAction[Parser]) -> None:
    """The commands that write content, or tell what changed in it."""
    new = _command(commands, "new", "maak een nieuw stuk; vraagt wat nodig is")
    new.add_argument("kind", metavar="soort", choices=desk.KINDS, help=f"wat je maakt: {', '.join(desk.KINDS)}")
    new.set_defaults(run=_new)

    rename = _command(commands, "rename", "geef een stuk een andere naam, met alles wat ernaar verwijst")
    rename.add_argument("kind", metavar="soort", choices=desk.RENAMED, help=f"soort: {', '.join(desk.RENAMED)}")
    rename.add_argument("old", metavar="oud", help="de korte naam die het nu heeft")
    rename.add_argument("new", metavar="nieuw", help="de korte naam die het krijgt")
    rename.set_defaults(run=_rename)

    image = _command(commands, "add-image", "zet een foto in het project, zonder plaats en camera")
    image.add_argument("file", metavar="foto", help="een JPEG, PNG of WebP van hoogstens 8 MB")
    image.add_argument("--name", default="", metavar="naam", help="korte naam (standaard: die van het bestand)")
    image.set_defaults(run=_add_image)

    names = _command(commands, "names", "zoek namen van mensen in de lessen die anders zijn dan in een eerdere versie")
    names.add_argument("base", metavar="versie", help="de versie om mee te vergelijken, zoals main")
    names.add_argument("--format", choices=("text", "github", "json"), default="text", help="voor wie, als bij check")
    names.set_defaults(run=_names)

    summary = _command(commands, "summary", "vertel wat er anders is dan in een eerdere versie")
    summary.add_argument("base", metavar="versie", help="de versie om mee te vergelijken, zoals main")
    summary.add_argument(
        "--site", default="site", metavar="map", help="de gebouwde website; daar komt een bladzijde met plaatjes bij"
    )
    summary.set_defaults(run=_summary)


def _root() -> Path:
    """This folder; ends the program where it holds no handbook. What was left halfway in it is put back first."""
    root = Path.cwd()
    if not (root / "phases").is_dir():
        print(
            "Hier staat geen handboek: er is geen map `phases`. Ga eerst naar de map van het project.", file=sys.stderr
        )
        raise SystemExit(2)
    if said := together.repair(root):
        print(said, file=sys.stderr)
    return root


def _output(path: Path, begins: bytes) -> None:
    """Ends the program where what it makes would stand among the content, or in the place of something else."""
    full, root = path.resolve(), Path.cwd().resolve()
    if any(full.is_relative_to(root / folder) for folder in FOLDERS):
        said = f"{path} ligt tussen de inhoud van het handboek. Kies een andere plek."
    elif os.path.lexists(path) and not (path.is_file() and path.read_bytes().startswith(begins)):
        said = f"{path} bestaat al, en is iets anders. Kies een andere naam."
    else:
        return
    print(said, file=sys.stderr)
    raise SystemExit(2)


def _handbook() -> Handbook:
    """The handbook in this folder; ends the program where nothing can be made of it, since it has no method."""
    root = _root()
    handbook = open_handbook(root)
    if not handbook.get("method", "method"):
        _say([finding for finding in checks.run(handbook) if finding.severity == "error"], root)
        raise SystemExit(1)
    return handbook


def _check(options: argparse.Namespace) -> int:
    from handboek.desk import history  # noqa: PLC0415  (each command loads only its own)

    root = _root()
    handbook = open_handbook(root)
    wanted, unknown = _wanted(options.paths, root, set(handbook.documents))
    if unknown:
        print(f"Dit hoort niet bij de inhoud van het handboek: {', '.join(unknown)}.", file=sys.stderr)
        return 2
    language = options.taal or options.alleen_taal
    found = [*history.made(root), *checks.run(handbook, language=language)]
    if options.alleen_taal:
        codes = {rule.code for rule in checks.LANGUAGE}
        found = [dataclasses.replace(finding, severity="warning") for finding in found if finding.code in codes]
    if language and not dictionary.there():
        print(dictionary.MISSING, file=sys.stderr)
    if options.paths:
        shown = [finding for finding in found if finding.path in wanted]
        if len(found) > len(shown):
            others = report.summary([finding for finding in found if finding.path not in wanted])
            print(f"Niet getoond, in de rest van het handboek: {others}", file=sys.stderr)
        found = shown
    return _say(found, root, options.format, everything=options.alles)


def _wanted(paths: list[str], root: Path, known: set[str]) -> tuple[set[str], list[str]]:
    """The files of content that these paths mean (a folder means all in it), and the paths that mean none."""
    wanted: set[str] = set()
    unknown = []
    for path in paths:
        full = Path(os.path.normpath(root / path))
        own = full.relative_to(root).as_posix() if full.is_relative_to(root) else ""
        inside = {one for one in known if own in (".", one) or one.startswith(f"{own}/")} if own else set()
        wanted |= inside
        if not inside:
            unknown.append(path)
    return wanted, unknown


def _say(
    found: list[Finding],
    root: Path,
    format_: str = "text",
    title: str = "Controle van de inhoud",
    *,
    everything: bool = False,
) -> int:
    """Show the findings, under this title on GitHub, and what they cause where `everything` is; gives the exit code."""
    url = open_project(root).url
    site = "" if url == EXAMPLE_URL else url
    if format_ == "json":
        streams.for_programs()
        print(report.as_json(found, site))
    elif format_ == "github":
        streams.for_programs()
        print("\n".join(report.github(found, checks.CODES)))
        report.write_github_summary(found, site, title)
    else:
        shown = found if everything else report.folded(found)
        if sys.stdout.isatty():
            documents = {path: read_file(root, path) for path in {finding.path for finding in shown}}
            report.terminal(shown, documents, site, Console(highlight=False))
        else:
            for line in report.lines(shown):
                print(line)
        print(report.summary(found), file=sys.stderr)
    return 1 if any(finding.severity == "error" for finding in found) else 0


def _schema(options: argparse.Namespace) -> int:
    from handboek.desk import editor  # noqa: PLC0415

    for path in editor.write(_root()):
        print(path)
    return 0


def _build(options: argparse.Namespace) -> int:
    from handboek.build import ContentError, build  # noqa: PLC0415  (the check starts without WeasyPrint)
    from handboek.sheets.pdf import SheetError  # noqa: PLC0415
    from handboek.site import BuildError  # noqa: PLC0415

    project = open_project(_root())
    out = Path(options.out).resolve()
    if options.release and (examples := project.examples()):
        print(
            f"{', '.join(examples)}: dit is nog een voorbeeld. Zet het echte adres, en bouw dan opnieuw.",
            file=sys.stderr,
        )
        return 2
    kept = f"De oude website in {options.out}/ is ongemoeid." if out.exists() else "Er is niets gepubliceerd."
    try:
        result = build(project, out, check=not options.no_check)
    except ContentError as error:
        _say(error.findings, project.root)
        print(f"Er is niet gebouwd. {kept}", file=sys.stderr)
        return 1
    except (BuildError, SheetError, OSError) as error:
        why = refusal.said(error) if isinstance(error, OSError) else error
        print(f"{why}\nHet bouwen is mislukt. {kept}", file=sys.stderr)
        return 1
    print(f"Klaar: {result.pages} bladzijden, {result.sheets} bladen en {result.packs} werkmappen in {options.out}/.")
    _tell(result.filled)
    for name in project.examples():
        print(f"Let op: {name} staat nog op het voorbeeld; zet de variabele voor je publiceert.")
    return 0


def _tell(filled: Filled) -> None:
    """How much was made, and what took longest."""
    print(f"PDF's: {len(filled.rendered)} gemaakt, {filled.kept} uit de voorraad.")
    for seconds, url in sorted(filled.rendered, reverse=True)[:5]:
        print(f"  {seconds:.1f} s  {url}".replace(".", ",", 1))


def _sheets(options: argparse.Namespace) -> int:
    from handboek.build import fill  # noqa: PLC0415  (the check starts without WeasyPrint)
    from handboek.render.page import Renderer  # noqa: PLC0415
    from handboek.sheets import shelf  # noqa: PLC0415
    from handboek.sheets.pdf import SheetError  # noqa: PLC0415

    project = open_project(_root())
    renderer = Renderer(_handbook(), project.templates)
    sheets = shelf.wanted(renderer, options.slugs or None)
    missing = set(options.slugs) - {sheet.piece.slug for sheet in sheets}
    if missing:
        print(f"Geen blad gevonden voor: {', '.join(sorted(missing))}.", file=sys.stderr)
        return 2
    if not sheets:
        print("Er zijn nog geen bladen.", file=sys.stderr)
        return 2
    for sheet in sheets:
        _output(Path(options.out) / sheet.url, b"%PDF")
    if options.open:
        sheets = [sheet for sheet in sheets if sheet.kind == "blad"][:1]
    try:
        with turn(project):
            filled = fill(renderer, project, sheets, listed=False)
            for sheet in sheets:
                target = Path(options.out) / sheet.url
                whole.write(target, shelf.one(sheet, renderer, project)[0].content)
    except SheetError as error:
        print(error, file=sys.stderr)
        return 1
    if options.open:
        return _show(target)
    print(f"Klaar: {len(sheets)} bladen in {options.out}/.")
    _tell(filled)
    return 0


def _zip(options: argparse.Namespace) -> int:
    from handboek.site import archive  # noqa: PLC0415

    site = Path(options.site)
    if not (site / "index.html").is_file():
        print(f"In {options.site}/ staat geen website. Maak die eerst met `handboek build`.", file=sys.stderr)
        return 2
    _output(Path(options.out), b"PK")
    files = archive.write(site, Path(options.out), _handbook().method.name)
    print(f"Klaar: {files} bestanden in {options.out}, {size(Path(options.out).stat().st_size)}.")
    return 0


def _show(path: Path) -> int:
    import webbrowser  # noqa: PLC0415

    print(path)
    if not webbrowser.open(path.resolve().as_uri()):
        print("Openen lukt hier niet; open het bestand zelf.", file=sys.stderr)
    return 0


def _pack(options: argparse.Namespace) -> int:
    from pydantic import ValidationError  # noqa: PLC0415

    from handboek.model.tools import Pack  # noqa: PLC0415
    from handboek.render.page import Renderer  # noqa: PLC0415
    from handboek.sheets import shelf  # noqa: PLC0415
    from handboek.sheets.pdf import SheetError  # noqa: PLC0415
    from handboek.sheets.volume import volumes  # noqa: PLC0415

    project = open_project(_root())
    handbook = _handbook().offered
    if bool(options.slug) == bool(options.pieces):
        print("Noem een werkmap, of geef stukken met --pieces.", file=sys.stderr)
        return 2
    if options.people is not None and not 1 <= options.people <= 200:
        print("Kies een groep van 1 tot 200 mensen.", file=sys.stderr)
        return 2
    piece = handbook.get("pack", options.slug) if options.slug else None
    unknown = [] if piece else [options.slug] if options.slug else _unprintable(handbook, options.pieces)
    if unknown:
        print(f"Hier is niets van te printen: {', '.join(unknown)}.", file=sys.stderr)
        return 2
    try:
        model = piece.data if piece else Pack.model_validate(_loose(options))
    except ValidationError:
        print("Een titel heeft 1 tot en met 70 tekens, en een werkmap hoogstens 120 stukken.", file=sys.stderr)
        return 2
    out = Path(options.out or f"{options.slug or 'werkmap'}.pdf")
    renderer = Renderer(handbook, project.templates)
    try:
        for volume in volumes(handbook, model, piece, options.people):
            target = out if volume.of == 1 else out.with_stem(f"{out.stem}-{volume.kind}")
            with turn(project):
                pdf, _ = shelf.one(volume, renderer, project)
            _output(target, b"%PDF")
            whole.write(target, pdf.content)
            print(f"{target}: {pdf.pages} bladzijden")
    except SheetError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _unprintable(handbook: Handbook, addresses: list[str]) -> list[str]:
    pieces = {address: handbook.at(address) for address in addresses}
    return [address for address, piece in pieces.items() if not piece or not (piece.kind.sheet or piece.kind.inside)]


def _loose(options: argparse.Namespace) -> dict[str, object]:
    """A pack from the command line, as it would stand in a file; everybody in a group gets a copy of each piece."""
    return {
        "title": options.title,
        "summary": "Samengesteld uit het handboek.",
        "purpose": "Om te printen.",
        "checked": "2000-01-01",
        "pieces": [
            {"piece": address.strip("/"), "per": "persoon" if options.people else "zaal"} for address in options.pieces
        ],
    }


def _serve(options: argparse.Namespace) -> int:
    from handboek.adapter.engine import serve_site  # noqa: PLC0415

    serve_site(open_project(_root()), options.port)
    return 0


def _queries(options: argparse.Namespace) -> int:
    from handboek.search import table  # noqa: PLC0415  (only this command runs the site's scripts)

    project = open_project(_root())
    handbook = _handbook()
    try:
        queries = [] if options.texts else table.read(Path(options.table), handbook)
    except (OSError, ValueError) as error:
        print(f"{options.table}: {error}", file=sys.stderr)
        return 2
    with table.engine(project, handbook) as engine:
        for text in options.texts:
            print("\n".join(table.shown(text, engine.find(text))))
        outcomes = table.run(engine, queries)
    print("\n".join(table.told(outcomes)))
    return 0 if table.enough(outcomes) else 1


def _new(options: argparse.Namespace) -> int:
    from handboek.desk import ask, new, rule  # noqa: PLC0415  (each command loads only its own)

    try:
        if options.kind == desk.RULE:
            return rule.new(Path.cwd())
        return new.new(_root(), options.kind)
    except ask.Stopped:
        print("\nGestopt. Er is niets geschreven.", file=sys.stderr)
        return 1


def _rename(options: argparse.Namespace) -> int:
    from handboek.desk.rename import rename  # noqa: PLC0415

    return rename(_root(), options.kind, options.old, options.new)


def _add_image(options: argparse.Namespace) -> int:
    from handboek.desk.image import add  # noqa: PLC0415

    return add(_root(), Path(options.file), options.name)


def _names(options: argparse.Namespace) -> int:
    from handboek.desk import history, names  # noqa: PLC0415

    try:
        found = names.names(_root(), options.base, names.deduce)
    except history.HistoryError as error:
        print(error, file=sys.stderr)
        return 2
    except ImportError:
        print("Hier is `deduce` voor nodig. `make names` zet het klaar.", file=sys.stderr)
        return 2
    return _say(found, Path.cwd(), options.format, "Namen in de lessen")


def _summary(options: argparse.Namespace) -> int:
    from handboek.desk.summary import summary  # noqa: PLC0415

    return summary(_root(), options.base, Path(options.site))


if __name__ == "__main__":
    sys.exit(main())
