"""Slides: what participants of a workshop see while its trainer speaks, with what the trainer says as notes.

Large type never runs off a slide: what does not fit, as the letters are wide, goes on to the next, which has the same title with
its number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from handboek import dutch, logo, workshop
from handboek.checks.sentences import Stretch, sentences
from handboek.handbook import Handbook, Piece
from handboek.markdown import plain
from handboek.office import font_metrics
from handboek.office.slides.deck import TABLE, Deck, Slide, Words, height, row_height
from handboek.office.slides.drawing import picture_of
from handboek.office.slides.slide_master import BOTTOM, PLACES, Look
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.session import Session, session
from handboek.workshop import Turn, turns

GAP = 0.3
"""Between what participants do, the question and the table, in inches."""
STEPS: tuple[Mapping[str, float], ...] = (
    {"Tekst": 30, "Vraag": 34},
    {"Tekst": 26, "Vraag": 30},
    {"Tekst": 24, "Vraag": 28},
)
"""The sizes of letters, the largest first; nothing that is read is smaller than 24 points."""
SPLIT = STEPS[1]
"""The sizes of what goes over several slides."""
SMALLEST_TITLE = 28
LEADS = {"Op tafel": "Op tafel:"}
"""What stands in bold before the texts of a place."""
Unit = tuple[str, str]
"""A text with the place where it goes."""


def has(piece: Piece) -> bool:
    """Whether a piece has slides."""
    return piece.type == "script"


def source(piece: Piece, renderer: Renderer, project: Project, own: Session | None = None) -> Deck:
    """The slides of a script: as usual, or by the clock of a session of its reader's own."""
    book, script, method = renderer.offered, piece.data, renderer.handbook.method
    held, by_clock = own or session(script), bool(own)
    each = list(turns(book, held, clock=by_clock))

    def said(text: str) -> str:
        return plain(workshop.plain(text, held))

    organisation = renderer.edition.organisation if renderer.edition else method.name
    about = [
        f"Dit zijn de dia's bij het draaiboek: {project.url}{piece.address}",
        "In de notities staat wat jij doet. Zet de weergave voor presentator aan, dan zie je ze naast de dia.",
        f"De aantallen zijn voor {dutch.count(held.people, 'mens', 'mensen')}.",
        *([f"Licentie {plain(method.licence)}."] if method.licence else []),
    ]
    slides = [
        Slide(
            "Titel",
            _title("Titel", plain(script.title)),
            (Words("Ondertitel", (said(script.summary),)), Words("Van wie", (plain(organisation),))),
            notes=tuple(about),
        ),
        *_spread("Tekst", "Wat we willen bereiken", [("Tekst", one) for one in _sentences(said(script.goal.text))], notes=(f"Deel uit: het blad voor deelnemers, {held.people}×.",)),
        *_programme(each, by_clock, tuple(said(one) for one in ("Loopt het uit?", *(late.text for late in held.late)) if held.late)),
        *_once(slide for turn in each for slide in _turn(book, turn)),
        *_spread("Tekst", "Evaluatie, zonder naam", [("Tekst", font_metrics.ending(said(one))) for one in script.evaluation], notes=(f"Deel uit: het evaluatieformulier, {held.people}×. Niemand zet er een naam op.",)),
    ]  # fmt: skip
    return Deck(
        plain(script.title),
        plain(script.summary),
        plain(organisation) if renderer.edition else "",
        plain(method.name if organisation == method.name else f"{method.name} · {organisation}"),
        script.checked,
        Look(method.colour, plain(organisation), _logo(renderer)),
        tuple(_told_apart(slides)),
    )


def _once(slides: Iterable[Slide]) -> Iterator[Slide]:
    """Each picture where it lies on the table first: what lies there again was seen."""
    shown: set[str] = set()
    for slide in slides:
        if slide.picture is None or slide.picture.title not in shown:
            yield slide
        if slide.picture is not None:
            shown.add(slide.picture.title)


def _logo(renderer: Renderer) -> str:
    """The logo of an edition, where it has one."""
    path = renderer.templates / logo.FILES[1]
    return path.read_text(encoding="utf-8") if renderer.edition and path.is_file() else ""


def _sentences(text: str) -> list[str]:
    """The sentences of a text: each is a paragraph on a slide."""
    said = plain(text)
    return [
        font_metrics.ending(said[one.start : one.start + len(one.text)].strip()) for one in sentences(Stretch(0, said))
    ]


def _title(layout: str, text: str) -> Words:
    """A title in the largest letters with which it fits in its place."""
    place, text = PLACES[layout]["Titel"], font_metrics.ending(text)
    size = place.size
    while size > SMALLEST_TITLE and height(place, (text,), size=size) > place.height:
        size -= 2
    return Words("Titel", (text,), size=size if size < place.size else 0)


def _programme(each: list[Turn], by_clock: bool, notes: tuple[str, ...]) -> Iterator[Slide]:
    """The parts with their times, over as many slides as they need, each about as full."""
    head = ("Tijd" if by_clock else "Duur", "Wat we doen")
    rows = [(turn.when, plain(turn.part.title)) for turn in each]
    room = BOTTOM - TABLE - row_height(head, bold=True)
    tables: list[list[tuple[str, str]]] = [[]]
    most = -(-len(rows) // -(-sum(row_height(row, bold=False) for row in rows) // room))
    for row in rows:
        if len(tables[-1]) >= most or sum(row_height(one, bold=False) for one in (*tables[-1], row)) > room:
            tables.append([])
        tables[-1].append(row)
    for number, table in enumerate(tables):
        yield Slide("Beeld", _title("Beeld", "Programma"), rows=(head, *table), notes=() if number else notes)


def _turn(book: Handbook, turn: Turn) -> Iterator[Slide]:
    """The slides of a part: what participants do, the question and the table; then the picture of what lies there."""
    part = turn.part
    title, when = plain(part.title), Words("Tijd", (turn.when,))
    does = _sentences(part.participants) if part.participants else []
    if part.pause:
        yield from _spread("Pauze", title, [("Tekst", one) for one in does], (when,), _notes(book, turn))
        return
    units = [("Tekst", one) for one in does]
    units += [("Vraag", font_metrics.ending(plain(one))) for one in part.questions]
    units += [("Op tafel", f"{plain(one.title)}, {one.each}") for one in turn.laid]
    yield from _spread("Deel", title, units, (when,), _notes(book, turn))
    for piece in {one.piece.key: one.piece for one in turn.laid}.values():  # it may lie there in two forms
        if picture := picture_of(book, piece):
            yield Slide(
                "Beeld", _title("Beeld", picture.title), picture=picture, notes=(f"Dit ligt op tafel bij: {title}.",)
            )


def _notes(book: Handbook, turn: Turn) -> tuple[str, ...]:
    """What the trainer says and does, with how many of what lies on the table."""
    lies = [f"{plain(one.title)}, {one.copies}×" for one in turn.laid]
    own = [plain(one.title) for one in turn.own]
    sources = [plain(one.data.short) for one in book.some("source", turn.part.source)]
    return (
        plain(turn.part.trainer),
        *([f"Op tafel: {'; '.join(lies)}."] if lies else []),
        *([f"Voor jou: {dutch.listed(own)}."] if own else []),
        *([f"Bron: {dutch.listed(sources)}."] if sources else []),
    )


def _spread(
    layout: str, title: str, units: Iterable[Unit], fixed: tuple[Words, ...] = (), notes: tuple[str, ...] = ()
) -> Iterator[Slide]:
    """Texts on one slide, in the largest letters with which they fit; else over several. Only the first has the notes."""
    whole = list(units)
    for number, page in enumerate([whole] if _largest(layout, whole) is not None else _pages(layout, whole)):
        words = _largest(layout, page) or ()
        yield Slide(layout, _title(layout, title), (*fixed, *words), notes=() if number else notes)


def _largest(layout: str, units: list[Unit]) -> tuple[Words, ...] | None:
    """These texts in the largest letters with which they fit on one slide; nothing where they do not."""
    return next((laid for step in STEPS if (laid := _laid(layout, units, step)) is not None), None)


def _pages(layout: str, units: list[Unit]) -> list[list[Unit]]:
    """Texts over slides; what goes in one place stays together where that fits on a slide, and the question comes last."""
    pages: list[list[Unit]] = [[]]
    for _, group in groupby(sorted(units, key=lambda unit: unit[0] == "Vraag"), itemgetter(0)):
        texts = list(group)
        together = _laid(layout, texts, SPLIT) is not None
        for more in [texts] if together else [[small] for one in texts for small in _small(layout, one)]:
            if pages[-1] and _laid(layout, [*pages[-1], *more], SPLIT) is None:
                pages.append([])
            pages[-1] += more
    return pages


def _small(layout: str, unit: Unit) -> Iterator[Unit]:
    """A text in pieces that each fit on a slide: nearly always itself."""
    name, text = unit
    place = PLACES[layout][name]
    size = SPLIT.get(name, place.size)
    rows = font_metrics.lines(text, size, place.room, bold=place.bold)
    line = (height(place, (text,), size=size) - 2 * place.inset[1]) / len(rows)
    most = max(1, int((PLACES[layout]["Tekst"].height - 2 * place.inset[1]) / line))
    for first in range(0, len(rows), most):
        yield name, " ".join(rows[first : first + most])


def _laid(layout: str, units: list[Unit], sizes: Mapping[str, float]) -> tuple[Words, ...] | None:
    """These texts in their places below one another, what lies on the table at the foot; nothing where they do not fit."""
    places, whole = PLACES[layout], PLACES[layout]["Tekst"]
    groups = {name: tuple(text for _, text in group) for name, group in groupby(units, itemgetter(0))}
    high = {
        name: height(places[name], texts, LEADS.get(name, ""), sizes.get(name, 0)) for name, texts in groups.items()
    }
    if sum(high.values()) + GAP * (len(groups) - 1) > whole.height:
        return None
    y, words = whole.y, []
    for number, (name, texts) in enumerate(groups.items(), 1):
        top = BOTTOM - high[name] if name == "Op tafel" and number == len(groups) else y
        size = sizes.get(name, 0)
        words.append(Words(name, texts, top, high[name], LEADS.get(name, ""), 0 if size == places[name].size else size))
        y += high[name] + GAP
    return tuple(words)


def _told_apart(slides: list[Slide]) -> Iterator[Slide]:
    """Slides with the same title say which of how many they are."""
    many = Counter(slide.title.texts for slide in slides)
    seen: Counter[tuple[str, ...]] = Counter()
    for slide in slides:
        texts = slide.title.texts
        seen[texts] += 1
        if many[texts] == 1:
            yield slide
        else:
            yield replace(
                slide,
                title=_title(
                    slide.layout, f"{texts[0]} ({seen[texts]}\N{NO-BREAK SPACE}van\N{NO-BREAK SPACE}{many[texts]})"
                ),
            )
