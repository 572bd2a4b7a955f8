"""What `handboek pack` can be told."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from handboek.system import arguments

if TYPE_CHECKING:
    from handboek.handbook import Handbook
    from handboek.project import Project

AS_PACK = "pdf (standaard), of word: een ZIP met de bestanden voor Word en Excel en de dia's"


def define(command: argparse.ArgumentParser, project: Callable[[], Project], handbook: Callable[[], Handbook]) -> None:
    """Say what the command can be told, and what runs it."""
    say = command.add_argument
    say("slug", nargs="?", metavar="naam", help="de werkmap (uit tools/packs)")
    say("--pieces", nargs="+", default=[], metavar="adres", help="of: deze stukken, als adres")
    say("--mensen", "--people", dest="people", type=int, metavar="aantal", help="voor hoeveel mensen")
    say("--begin", type=clock, metavar="tijd", help="hoe laat het draaiboek begint: 13:15")
    say("--einde", type=clock, metavar="tijd", help="hoe laat het klaar is; of zeg hoe lang met --duur")
    say("--duur", type=arguments.count, metavar="minuten", help="hoeveel minuten je hebt")
    say("--pauze", type=int, metavar="minuten", help="hoe lang de pauze is; 0 voor geen")
    say("--zonder", nargs="+", default=[], metavar="deel", help="de delen die je weglaat, met hun id")
    say("--kort", action="store_true", help="de korte versie van het draaiboek")
    say("--title", default="Werkmap", metavar="titel", help="de titel bij --pieces (standaard: Werkmap)")
    say(
        "--per-papier",
        action="store_true",
        help="printopdrachten in een map: één PDF voor elk papier, kaartjes vier op een vel",
    )
    say("--enkelzijdig", action="store_true", help="bij --per-papier: alles op één kant")
    say("--als", choices=("pdf", "word"), default="pdf", metavar="soort", help=AS_PACK)
    say("-o", "--out", metavar="bestand", help="waar de map komt (standaard: naam.pdf of naam.zip)")

    def run(options: argparse.Namespace) -> int:
        from handboek.authoring import printing  # noqa: PLC0415  (each command loads only its own)
        from handboek.session import Wish  # noqa: PLC0415
        from handboek.sheets.pdf import SheetError  # noqa: PLC0415

        book, slug = handbook(), options.slug or ""
        parts = (options.duur, options.pauze, tuple(options.zonder), options.kort)
        wish = Wish(options.people, options.begin or "", options.einde or "", *parts)
        word = options.als == "word"
        out = Path(options.out or f"{slug or 'werkmap'}.{'zip' if word else 'pdf'}")
        what = {"slug": slug, "addresses": options.pieces, "title": options.title}
        try:
            ways = {"word": word, "by_paper": options.per_papier, "one_side": options.enkelzijdig}
            return printing.pack(project(), book, out, **what, wish=wish, jobs=options.jobs, **ways)
        except SheetError as error:
            print(error, file=sys.stderr)
            return 1

    command.set_defaults(run=run)


def clock(text: str) -> str:
    """A time as somebody types it: 9:00, 13.15."""
    found = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is geen tijd; zo is kwart over een 13:15")
    return f"{found[1]}:{found[2]}"
