"""The command `handboek`: which commands there are, what each is told, and with which code it ends."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handboek.authoring import pack_command, paper_commands
from handboek.authoring.editions import commands as editions
from handboek.finding import Unreadable
from handboek.resources import MissingTemplate, is_edition
from handboek.system import arguments, console, os_errors, swap, transaction
from handboek.system.arguments import Later, Parser, WrongUse

if TYPE_CHECKING:
    from handboek.handbook import Handbook
    from handboek.project import Project


def main(argv: list[str] | None = None) -> int:
    """Run a command; the exit code is 0 when all is well, 1 for errors in the content, 2 for wrong use, 130 when stopped."""
    console.ready()
    parser = Parser(prog="handboek", description="Controleert het handboek en maakt er een website en werkbladen van.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht", parser_class=Parser)

    _for_readers(commands)
    _for_writers(commands)
    editions.define(
        _command(commands, "edition", "maak van een handboek een uitgave voor je organisatie, en houd haar bij"), _root
    )
    try:
        options = parser.parse_args(argv)
        result: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except WrongUse as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(os_errors.said(error), file=sys.stderr)
        return 1
    except (transaction.Refused, MissingTemplate) as error:
        print(error, file=sys.stderr)
        return 1
    except Unreadable as error:
        return _unreadable(error)
    except MemoryError:
        print(os_errors.MEMORY, file=sys.stderr)
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
    check.add_argument(arguments.ALL, action="store_true", help="toon ook wat alleen volgt uit een andere melding")
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
        help="weiger zolang er nog een voorbeeld staat, als adres of als tekst: wat op papier staat, blijft",
    )
    build.add_argument("-o", "--out", default="site", metavar="map", help="waar de website komt (standaard: site)")
    _jobs(build)
    build.set_defaults(run=_build)

    sheets = _command(commands, "sheets", "maak alleen de bladen (PDF)")
    sheets.add_argument("slugs", nargs="*", metavar="naam", help="alleen de bladen van deze stukken")
    sheets.add_argument("-o", "--out", default="bladen", metavar="map", help="waar de PDF's komen (standaard: bladen)")
    sheets.add_argument("--open", action="store_true", help="maak alleen het hoofdblad en open het")
    sheets.add_argument(
        "--part",
        type=arguments.share,
        metavar="deel",
        help="vul alleen de voorraad, met een deel van alles wat een website nodig heeft: 2/4 is het tweede van vier",
    )
    _jobs(sheets)
    sheets.set_defaults(run=_sheets)

    archive = _command(commands, "zip", "maak van de gebouwde website een ZIP die zonder server werkt")
    archive.add_argument("--site", default="site", metavar="map", help="de gebouwde website (standaard: site)")
    archive.add_argument("-o", "--out", default="handboek.zip", metavar="bestand", help="waar de ZIP komt")
    archive.set_defaults(run=_zip)

    pack = _command(commands, "pack", "maak een werkmap (PDF of Word) voor een groep, of van een lijst stukken")
    pack_command.define(pack, _project, _handbook)
    _jobs(pack)

    serve = _command(commands, "serve", "toon de website tijdens het schrijven")
    serve.add_argument("--port", type=int, default=8000, metavar="poort", help="poort (standaard: 8000)")
    serve.set_defaults(run=_serve)

    queries = _command(commands, "queries", "kijk of het zoeken vindt wat het moet vinden")
    queries.add_argument("texts", nargs="*", metavar="zoekvraag", help="toon wat deze zoekvragen vinden, zonder tabel")
    queries.add_argument(
        "--table", default="tests/search/queries.yml", metavar="bestand", help="de tabel met zoekvragen en antwoorden"
    )
    queries.add_argument(
        "--voorstel",
        action="store_true",
        help="noem ook stukken die geen zoekvraag vindt, en woorden zonder ander woord",
    )
    queries.set_defaults(run=_queries)


def _for_writers(commands: argparse._SubParsersAction[Parser]) -> None:
    """The commands that write content, or tell what changed in it."""
    start = _command(commands, "start", "begin een eigen methode, met voorbeelden om te vervangen")
    start.add_argument("folder", metavar="map", help="de map waar de bestanden komen, zoals mijn-methode")
    start.add_argument("--naam", default="", metavar="naam", help="hoe de methode heet")
    start.add_argument("--fasen", default="", metavar="namen", help="de fasen, met een komma ertussen")
    start.add_argument("--voor", default="", metavar="mensen", help="voor wie het handboek is")
    start.set_defaults(run=_start)

    new = _command(commands, "new", "maak een nieuw stuk; vraagt wat nodig is")
    new.add_argument(
        "kind", metavar="soort", choices=Later(lambda: _choices().offered(Path.cwd())), help="wat je maakt: %(choices)s"
    )
    new.set_defaults(run=_new)

    rename = _command(commands, "rename", "geef een stuk een andere naam, met alles wat ernaar verwijst")
    rename.add_argument("kind", metavar="soort", choices=Later(lambda: _choices().RENAMED), help="soort: %(choices)s")
    rename.add_argument("old", metavar="oud", help="de korte naam die het nu heeft")
    rename.add_argument("new", metavar="nieuw", help="de korte naam die het krijgt")
    rename.set_defaults(run=_rename)

    image = _command(commands, "add-image", "zet een foto in het project, zonder plaats en camera")
    image.add_argument("file", metavar="foto", help="een JPEG, PNG of WebP van hoogstens 8 MB")
    image.add_argument("--name", default="", metavar="naam", help="korte naam (standaard: die van het bestand)")
    image.set_defaults(run=_add_image)

    language = _command(commands, "language", "stuur een vertaling naar wie de taal spreekt, en neem haar weer op")
    paper_commands.define_language(language, _ours)
    letter = _command(commands, "letter", "vul een brief in, en maak er een PDF van")
    paper_commands.define_letter(letter, _project, _handbook)

    migrate = _command(commands, "migrate", "breng inhoud van een ouder formaat bij; toont eerst wat er verandert")
    migrate.add_argument("--ja", action="store_true", help="doe het ook")
    migrate.set_defaults(run=_migrate)

    names = _command(commands, "names", "zoek namen van mensen in de lessen die anders zijn dan in een eerdere versie")
    names.add_argument("base", metavar="versie", help="de versie om mee te vergelijken, zoals main")
    names.add_argument("--format", choices=("text", "github", "json"), default="text", help="voor wie, als bij check")
    names.set_defaults(run=_names)

    summary = _command(commands, "summary", "vertel wat er anders is dan in een eerdere versie")
    summary.add_argument("base", metavar="versie", help="de versie om mee te vergelijken, zoals main")
    summary.add_argument("--site", default="site", metavar="map", help="de gebouwde website; krijgt er plaatjes bij")
    summary.set_defaults(run=_summary)


def _jobs(command: Parser) -> None:
    command.add_argument(
        "--jobs",
        type=arguments.count,
        metavar="aantal",
        help="hoeveel PDF's tegelijk (standaard: zoveel als processors en geheugen toelaten)",
    )


def _choices() -> Any:
    from handboek.authoring import choices  # noqa: PLC0415  (whoever has nothing to build does not wait for the models)

    return choices


def _project() -> Project:
    from handboek.project import open_project  # noqa: PLC0415

    return open_project(_root())


def _root() -> Path:
    """This folder. What was left halfway in it is put back first. Raises `WrongUse` where it holds no handbook."""
    root = Path.cwd()
    for said in filter(None, (repair(root) for repair in (transaction.repair, swap.finish))):
        print(said, file=sys.stderr)
    if not (root / "phases").is_dir() and not is_edition(root):
        raise WrongUse(
            "Hier staat geen handboek: er is geen map `phases`. Een uitgave heeft een bestand `editie.yml`. Ga eerst naar de map van het project."
        )
    return root


def _ours() -> Path:
    """This folder, where its content has a format that we know; ends the program where it is newer."""
    from handboek import content  # noqa: PLC0415

    root = _root()
    if content.newer(root):
        _handbook()
    return root


def _unreadable(error: Unreadable) -> int:
    from handboek.authoring.check import show  # noqa: PLC0415

    return show(error.findings, error.files, Path.cwd())


def _handbook() -> Handbook:
    """The handbook in this folder; ends the program where nothing can be made of it, since it has no method."""
    from handboek import checks  # noqa: PLC0415
    from handboek.authoring.check import show  # noqa: PLC0415
    from handboek.content import open_handbook  # noqa: PLC0415

    root = _root()
    handbook = open_handbook(root)
    if not handbook.get("method", "method"):
        show([finding for finding in checks.run(handbook) if finding.severity == "error"], handbook, root)
        raise SystemExit(1)
    return handbook


def _check(options: argparse.Namespace) -> int:
    from handboek.authoring.check import check  # noqa: PLC0415  (each command loads only its own)

    looks = {"language": options.taal, "alone": options.alleen_taal, "everything": options.alles}
    return check(_root(), options.paths, options.format, **looks)


def _schema(options: argparse.Namespace) -> int:
    from handboek.authoring import vscode  # noqa: PLC0415

    print(*vscode.write(_root()), sep="\n")
    return 0


def _build(options: argparse.Namespace) -> int:
    from handboek.authoring import building  # noqa: PLC0415  (loads the rest where there is something to build)

    check = not options.no_check
    return building.build(_root(), options.out, check=check, release=options.release, jobs=options.jobs)


def _sheets(options: argparse.Namespace) -> int:
    from handboek.authoring import printing  # noqa: PLC0415  (the check starts without WeasyPrint)
    from handboek.sheets.pdf import SheetError  # noqa: PLC0415

    handbook = _handbook()
    try:
        project, out = _project(), Path(options.out)
        if options.part and (options.slugs or options.open):
            raise WrongUse("Een deel gaat over alles wat een website nodig heeft: laat de namen en --open weg.")
        if options.part:
            return printing.stock(project, handbook, options.part, options.jobs)
        return printing.sheets(project, handbook, options.slugs, out, look=options.open, jobs=options.jobs)
    except SheetError as error:
        print(error, file=sys.stderr)
        return 1


def _zip(options: argparse.Namespace) -> int:
    from handboek.authoring.output import zipped  # noqa: PLC0415

    return zipped(Path(options.site), Path(options.out), lambda: _handbook().method.name)


def _serve(options: argparse.Namespace) -> int:
    from handboek.adapter.engine import serve_site  # noqa: PLC0415

    serve_site(_project(), options.port)
    return 0


def _queries(options: argparse.Namespace) -> int:
    from handboek.search import table  # noqa: PLC0415  (only this command runs the site's scripts)

    project, handbook = _project(), _handbook()
    if not (options.texts or Path(options.table).is_file()):
        missing = f"Er is hier geen tabel met zoekvragen ({options.table})."
        raise WrongUse(f"{missing} Typ zoekvragen achter de opdracht, of noem een tabel met `--table`.")
    try:
        asked = table.Table([], {}) if options.texts else table.read(Path(options.table), handbook)
    except (OSError, ValueError) as error:
        raise WrongUse(f"{options.table}: {error}") from error
    with table.engine(project, handbook) as engine:
        for text in options.texts:
            print("\n".join(table.shown(text, engine.find(text))))
        outcomes = table.run(engine, asked.queries)
    print("\n".join(table.told(outcomes, asked.goals)))
    if options.voorstel:
        print("\n".join(table.proposed(handbook, outcomes)))
    return 0 if table.enough(outcomes, asked.goals) else 1


def _start(options: argparse.Namespace) -> int:
    from handboek.authoring import prompts  # noqa: PLC0415  (each command loads only its own)
    from handboek.authoring.start import start  # noqa: PLC0415

    try:
        return start(Path(options.folder), options.naam, options.fasen, options.voor)
    except prompts.Stopped:
        print(
            "\nGestopt. Er is niets geschreven. Zonder vragen gaat het zo: geef `--naam`, `--fasen` en `--voor` mee.",
            file=sys.stderr,
        )
        return 1


def _new(options: argparse.Namespace) -> int:
    from handboek.authoring import choices, new, prompts, rule  # noqa: PLC0415  (each command loads only its own)

    try:
        if options.kind == choices.RULE:
            return rule.new(Path.cwd())
        return new.new(_ours(), options.kind)
    except prompts.Stopped:
        print("\nGestopt. Er is niets geschreven.", file=sys.stderr)
        return 1


def _rename(options: argparse.Namespace) -> int:
    from handboek.authoring.rename import rename  # noqa: PLC0415

    return rename(_ours(), options.kind, options.old, options.new)


def _add_image(options: argparse.Namespace) -> int:
    from handboek.authoring.image import add  # noqa: PLC0415

    return add(_root(), Path(options.file), options.name)


def _migrate(options: argparse.Namespace) -> int:
    from handboek.authoring.migrate import migrate  # noqa: PLC0415

    return migrate(_root(), write=options.ja)


def _names(options: argparse.Namespace) -> int:
    from handboek.authoring import names, versions  # noqa: PLC0415
    from handboek.authoring.check import show  # noqa: PLC0415

    root = _ours()
    try:
        handbook, found = names.names(root, options.base, names.deduce)
    except versions.HistoryError as error:
        raise WrongUse(str(error)) from error
    except ImportError as error:
        raise WrongUse("Hier is `deduce` voor nodig. Installeer het met `python -m pip install deduce`.") from error
    return show(found, handbook, root, options.format, "Namen in de lessen")


def _summary(options: argparse.Namespace) -> int:
    from handboek.authoring.summary import summary  # noqa: PLC0415

    return summary(_ours(), options.base, Path(options.site))


if __name__ == "__main__":
    sys.exit(main())
