"""A letter that is filled in: as a PDF to print or to send, or for Word, in Dutch or in another language."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from handboek import days, dutch, house_style, sender, store
from handboek.authoring import prompts
from handboek.authoring.output import free
from handboek.checks.editions import CLASH
from handboek.document import INVISIBLE
from handboek.handbook import Handbook, Piece
from handboek.office.word.source import WITH_DUTCH, WORD, source_of
from handboek.project import Project
from handboek.render.letters import short_messages
from handboek.sheets.sheet import VARIANTS, Sheet
from handboek.site.site import renderer_of
from handboek.system import atomic, clock, os_errors
from handboek.system.arguments import WrongUse
from handboek.translations import translations_of
from handboek.wording import nearest, quoted

LONGEST = 600
DUTCH = re.compile(rf"\b(?:{'|'.join([*dutch.WEEKDAYS, *dutch.MONTHS])}|uur)\b", re.IGNORECASE)
"""Words of a day or an hour, which nobody says for a letter in another language."""


HEAD = ("datum", "kenmerk")
"""What stands above a letter on A4, and is no blank of its text."""
SENDER = {"organisatie": sender.SENDER, "team-nummer": "afzender-telefoon"}
"""The places of who sends a letter, by what fills them (`Blank.own`): what a blank is given stands there too."""
KINDS = {".pdf": "pdf", ".docx": "word"}


def as_word(out: str, kind: str | None) -> bool:
    """Whether a letter is one for Word: as somebody asks, or as the name of its file says. Raises `WrongUse` where these differ."""
    ending = Path(out).suffix.lower()
    named = KINDS.get(ending)
    if out and named is None:
        raise WrongUse(f"`{out}` zegt niet wat voor bestand het wordt. Laat de naam eindigen op .pdf of .docx.")
    if named and kind and named != kind:
        right = next(one for one, of in KINDS.items() if of == kind)
        raise WrongUse(f"`{out}` past niet bij --als {kind}. Laat de naam eindigen op {right}, of laat --als weg.")
    return (kind or named) == "word"


def letter(
    project: Project,
    handbook: Handbook,
    slug: str,
    given: Sequence[str],
    out: str,
    *,
    language: str = "",
    large: bool = False,
    both: bool = False,
    unfinished: bool = False,
    word: bool = False,
    template: str = "",
) -> int:
    """Make the letter `slug` with these answers (`dag=maandag 3 mei`), as a PDF or for Word; gives the exit code.

    With `both` the Dutch stands in front of the other language. A file for Word stands in the house style of `template`, or in that of the edition.

    What an edition says of itself stands in it already. What is left open is asked; where nobody answers, it is refused,
    unless `unfinished` lets it stay a line. Raises `WrongUse`, and `prompts.Stopped`.
    """
    if both and (not language or large):
        raise WrongUse("Met --met-nederlands maak je een brief op gewone grootte. Zet er --taal bij, en geen --groot.")
    messages = {piece.slug: piece for piece in handbook.offered.pieces.values() if getattr(piece.data, "blanks", None)}
    piece = messages.get(slug)
    if piece is None:
        meant = nearest(slug, messages)
        raise WrongUse(f"Er is geen brief `{slug}`." + (f" Bedoelde je `{meant}`?" if meant else ""))
    if waits := next(
        (one for one in handbook.findings if one.code == CLASH and one.path.endswith(f"/{piece.path}")), None
    ):
        raise WrongUse(f"`{waits.path}`, regel {waits.line}: {waits.text} {waits.help} Maak daarna de brief.")
    known = {**sender.known(handbook, piece.data.blanks), **_given(piece, given)}
    known |= _asked(piece, known, unfinished)
    shown = _in(handbook, piece, language) if language else piece
    own = {SENDER[blank.own]: known.get(blank.id, "") for blank in piece.data.blanks if blank.own in SENDER}
    there = _there(known, language)
    answers = tuple(sorted({**(known if both else there), **own}.items()))
    path = Path(out or f"{slug}{f'-{language}' if language else ''}{'-nl' if both else ''}.{'docx' if word else 'pdf'}")
    free(path, b"PK" if word else b"%PDF")
    renderer = renderer_of(project, handbook)
    if word:
        if large:
            raise WrongUse("In Word maak je de letters zelf groter. Gebruik --groot voor een PDF.")
        sheet = Sheet(shown, WITH_DUTCH if both else WORD, answers, tuple(there.items()) if both else ())
        atomic.write(path, source_of(sheet, renderer, project, _house(template)).make())
        print(f"{path}: voor Word")
    else:
        if template:
            raise WrongUse("Een sjabloon is voor Word. Zet er --als word bij.")
        kind = "groot" if large else "samen" if both else "blad"
        variant = next(one for one in VARIANTS if one.kind == kind)
        pdf = store.unkept(Sheet(shown, variant, answers, tuple(there.items()) if both else ()), renderer, project)
        atomic.write(path, pdf.content)
        print(f"{path}: {pdf.pages} {'bladzijde' if pdf.pages == 1 else 'bladzijden'}")
    if shown.language:
        left = [blank.label for blank in piece.data.blanks if DUTCH.search(there.get(blank.id, ""))]
        if left:
            print(
                f"Let op: in het {shown.language.dutch} staat nog in het Nederlands: {', '.join(left)}. "
                "Schrijf het in die taal, of als een dag of tijd: dinsdag 8 december, 14:00."
            )
    if piece.data.short:
        print(f"Kort, voor WhatsApp of sms:\n\n{short_messages(shown, known, there)}")
    return 0


def _there(known: dict[str, str], language: str) -> dict[str, str]:
    """What is known as another language writes it: a day or a time in its own words."""
    if not language:
        return known
    return {name: days.in_language(value, language, clock.today().year) for name, value in known.items()}


def _house(template: str) -> bytes | None:
    """The house style that somebody asks for; nothing where nobody does."""
    if not template:
        return None
    try:
        return house_style.read(Path(template))
    except OSError as error:
        raise WrongUse(f"{template}: {os_errors.said(error)}") from error
    except house_style.Unfit as error:
        raise WrongUse(str(error)) from error


def _given(piece: Piece, given: Sequence[str]) -> dict[str, str]:
    names = [blank.id for blank in piece.data.blanks]
    names += [one for one in HEAD if one not in names] if piece.data.size == "A4" else []
    found = {}
    for one in given:
        name, sign, value = one.partition("=")
        if one.strip() == "?":
            raise WrongUse(
                'Deze brief heeft deze invulplekken. Schrijf er één zo: `--vul dag="maandag 3 mei"`.\n'
                + "\n".join(_places(piece, names))
            )
        if not sign or name not in names:
            meant = nearest(name, names)
            raise WrongUse(
                f"`{one}` kan niet. Schrijf een invulplek, `=` en wat er komt. "
                + (f"Bedoelde je `{meant}`? " if meant else "")
                + f"Deze brief heeft {quoted(names, 'en')}."
            )
        found[name] = " ".join(INVISIBLE.sub(" ", value).split())[:LONGEST]
    return found


def _places(piece: Piece, names: Sequence[str]) -> Iterator[str]:
    """What a letter can be given, each with what goes there."""
    labels = {blank.id: blank.label for blank in piece.data.blanks}
    yield from (f"  {name}: {labels.get(name, f'boven de brief: {name}')}" for name in names)


def _asked(piece: Piece, known: dict[str, str], unfinished: bool) -> dict[str, str]:
    """What somebody answers for what is open."""
    open_ = [blank for blank in piece.data.blanks if not known.get(blank.id)]
    if not open_ or unfinished:
        return {}
    if not sys.stdin.isatty():
        names = ", ".join(f"`{blank.id}` ({blank.label})" for blank in open_)
        raise WrongUse(f"Nog open: {names}. Geef ze mee met --vul, of laat ze een lijn met --open-plekken.")
    answers = {blank.id: prompts.text(f"{blank.label} (Enter: een lijn)", longest=LONGEST) for blank in open_}
    return {name: answer for name, answer in answers.items() if answer}


def _in(handbook: Handbook, piece: Piece, language: str) -> Piece:
    """The letter in another language."""
    there = {one.data.language: one for one in translations_of(handbook, piece)}
    if language not in there:
        has = quoted(sorted(there), "en") if there else "geen enkele"
        raise WrongUse(f"`{piece.slug}` is er niet in `{language}`; wel in {has}.")
    return there[language]
