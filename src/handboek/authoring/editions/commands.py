"""What `handboek edition` can be told, and which function does it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from handboek.system.arguments import Parser, WrongUse

ANSWERS = ("eigen", "basis", "beide")


def define(command: Parser, root: Callable[[], Path]) -> None:
    """The commands below `handboek edition`; `root` gives the folder of the project, mended where something stopped halfway."""
    inner = command.add_subparsers(dest="what", required=True, metavar="opdracht", parser_class=Parser)

    def add(name: str, what: str, run: Callable[[argparse.Namespace], int]) -> Parser:
        made: Parser = inner.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
        made.set_defaults(run=run)
        return made

    new = add("new", "begin een uitgave van een handboek, onder je eigen naam", _new)
    new.add_argument("folder", metavar="map", help="de map waar de uitgave komt, zoals mijn-uitgave")
    new.add_argument(
        "--from",
        dest="base",
        default="",
        metavar="basis",
        help="een map met een methode, of een ZIP of tar.gz ervan (standaard: die van de generator)",
    )
    new.add_argument("--naam", default="", metavar="naam", help="hoe de uitgave heet")
    new.add_argument("--organisatie", default="", metavar="naam", help="van wie de uitgave is")

    change = add("change", "zet een tekst van de basis klaar om in je eigen woorden te schrijven", _in(root, _change))
    change.add_argument("piece", metavar="stuk", help="het adres of het bestand: gesprekken/praatje")
    change.add_argument(
        "words", nargs="*", default=[], metavar="woorden", help="woorden uit de tekst; zonder zie je alle teksten"
    )

    update = add("update", "zet een nieuwere basis neer en neem je eigen teksten mee", _in(root, _update))
    update.add_argument("base", nargs="?", default="", metavar="basis", help="een map, ZIP of tar.gz, als bij new")
    _answer(update)

    _answer(add("resolve", "voer uit wat bij de botsingen gekozen is", _in(root, _resolve)))
    add("undo", "zet terug wat er stond voor de laatste update of resolve", _in(root, _undo))
    restore = add("restore", "zet een basis terug die met de hand is veranderd", _in(root, _restore))
    restore.add_argument("base", nargs="?", default="", metavar="basis", help="waar de basis vandaan kwam, als bij new")
    add("status", "vertel waar de uitgave staat: eigen, veranderd, in botsing, achter", _in(root, _status))


def _answer(command: Parser) -> None:
    command.add_argument(
        "--bij-botsing",
        dest="answer",
        choices=ANSWERS,
        help="wat er bij elke botsing gebeurt: je eigen tekst, die van de basis, of beide om er één van te maken",
    )


def _in(
    root: Callable[[], Path], run: Callable[[Path, argparse.Namespace], int]
) -> Callable[[argparse.Namespace], int]:
    """A command that needs an edition."""

    def ran(options: argparse.Namespace) -> int:
        from handboek.resources import is_edition  # noqa: PLC0415  (each command loads only its own)

        there = root()
        if not is_edition(there):
            raise WrongUse("Dit is geen uitgave: er is geen `editie.yml`. Begin er een met `handboek edition new`.")
        return run(there, options)

    return ran


def _new(options: argparse.Namespace) -> int:
    from handboek.authoring import prompts  # noqa: PLC0415
    from handboek.authoring.editions import begin  # noqa: PLC0415

    try:
        return begin.new(Path(options.folder), options.base, options.naam, options.organisatie)
    except prompts.Stopped:
        said = "\nGestopt. Er is niets geschreven. Zonder vragen gaat het zo: geef `--naam` en `--organisatie` mee."
        print(said, file=sys.stderr)
        return 1


def _change(root: Path, options: argparse.Namespace) -> int:
    from handboek.authoring import prompts  # noqa: PLC0415
    from handboek.authoring.editions import change  # noqa: PLC0415

    try:
        return change.change(root, options.piece, " ".join(options.words))
    except prompts.Stopped:
        print("\nGestopt. Er is niets geschreven.", file=sys.stderr)
        return 1


def _update(root: Path, options: argparse.Namespace) -> int:
    from handboek.authoring.editions import update  # noqa: PLC0415

    return update.update(root, options.base, options.answer)


def _resolve(root: Path, options: argparse.Namespace) -> int:
    from handboek.authoring.editions import update  # noqa: PLC0415

    return update.resolve(root, options.answer)


def _undo(root: Path, options: argparse.Namespace) -> int:
    from handboek.authoring.editions import update  # noqa: PLC0415

    return update.undo(root)


def _restore(root: Path, options: argparse.Namespace) -> int:
    from handboek.authoring.editions import update  # noqa: PLC0415

    return update.restore(root, options.base)


def _status(root: Path, options: argparse.Namespace) -> int:
    from handboek.authoring.editions import status  # noqa: PLC0415

    print("\n".join(status.status(root)))
    return 0
