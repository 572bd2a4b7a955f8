"""What `handboek letter` and `handboek language` can be told, and which function does it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from handboek.system.arguments import Parser

if TYPE_CHECKING:
    from handboek.handbook import Handbook
    from handboek.project import Project


def define_language(command: Parser, root: Callable[[], Path]) -> None:
    """`handboek language`; `root` gives the folder of the project."""
    command.add_argument("way", choices=("out", "in"), metavar="richting", help="out: naar buiten; in: weer terug")
    what = "bij out de taal met daarachter de adressen van stukken (zonder: alles); bij in de bestanden"
    command.add_argument("what", nargs="+", metavar="wat", help=what)
    command.add_argument("-o", "--out", default="vertalen", metavar="map", help="waar ze komen (standaard: vertalen)")

    def run(options: argparse.Namespace) -> int:
        from handboek.authoring import language  # noqa: PLC0415  (each command loads only its own)

        take = {"out": language.take_out, "in": language.take_in}[options.way]
        return take(root(), options.what, Path(options.out))

    command.set_defaults(run=run)


def define_letter(command: Parser, project: Callable[[], Project], handbook: Callable[[], Handbook]) -> None:
    """`handboek letter`."""
    command.add_argument("slug", metavar="naam", help="de brief (uit tools/messages)")
    command.add_argument(
        "--vul",
        action="append",
        default=[],
        metavar="plek=tekst",
        help="wat er op een plek komt: --vul dag='maandag 3 mei'; --vul ? noemt de plekken van de brief",
    )
    command.add_argument("--taal", default="", metavar="taal", help="in een andere taal: tr")
    command.add_argument("--met-nederlands", action="store_true", help="met het Nederlands ervoor, bij --taal")
    command.add_argument("--groot", action="store_true", help="in grote letters")
    command.add_argument("--open-plekken", action="store_true", help="laat wat nog open is een lijn om op te schrijven")
    command.add_argument(
        "--als",
        choices=("pdf", "word"),
        metavar="soort",
        help="pdf of word (standaard: wat de naam bij -o zegt, en anders pdf)",
    )
    command.add_argument("--sjabloon", metavar="bestand", help="een .docx met je huisstijl, voor Word")
    command.add_argument("-o", "--out", default="", metavar="bestand", help="waar de brief komt (standaard: naam.pdf)")

    def run(options: argparse.Namespace) -> int:
        from handboek.authoring import letter, prompts  # noqa: PLC0415  (each command loads only its own)
        from handboek.sheets.pdf import SheetError  # noqa: PLC0415

        book = handbook()
        try:
            return letter.letter(
                project(), book, options.slug, options.vul, options.out,
                language=options.taal, large=options.groot, both=options.met_nederlands,
                unfinished=options.open_plekken, word=letter.as_word(options.out, options.als), template=options.sjabloon or "",
            )  # fmt: skip
        except prompts.Stopped:
            print("\nGestopt. Er is niets geschreven.", file=sys.stderr)
        except SheetError as error:
            print(error, file=sys.stderr)
        return 1

    command.set_defaults(run=run)
