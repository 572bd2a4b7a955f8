"""What a session of a workshop asks for: copies of its sheets, what to pack, the numbers that its text names, and what of it
participants meet.

`overrides/site/assets/logic/session.js` counts the same in a browser; `tests/tools/sessions.yml` holds both to one table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from handboek import dutch, markdown
from handboek.handbook import Handbook, Piece
from handboek.model.text import BLANK
from handboek.model.tools import PackEntry
from handboek.model.workshop import Group, Handout, Part, Script
from handboek.session import Row, Session

HAND_OUT = "deelnemers"
"""The sheet on which everybody follows a workshop, beside what its parts hand out."""
AFTERWARDS = "evaluatie"
"""The form that everybody gets at the end."""


@dataclass(frozen=True)
class Needed:
    """A sheet to bring."""

    piece: str
    """Its piece, as an address."""
    form: str
    """Which of its PDFs."""
    per: str
    copies: int


def copies(group: Group, sheet: Handout | PackEntry, people: int | None = None) -> int:
    """How many copies of a sheet a group of `people` needs (default: the usual size)."""
    return int(sheet.number * shares(group, people or group.usual)[sheet.per])


def shares(group: Group, people: int) -> dict[str, int]:
    """How often each share is in a group of so many `people`."""
    groups = -(-people // group.per_group)
    return {
        "persoon": people,
        "tweetal": -(-people // 2),
        "groep": groups,
        "tafel": groups,
        "trainer": 1,
        "zaal": 1,
    }


def packing(held: Session) -> list[Needed]:
    """The sheets to bring with their number of copies: the most that any part needs, as who has a sheet keeps it."""
    found: dict[tuple[str, str], Needed] = {}
    for row in held.rows:
        for sheet in row.part.sheets:
            key, number = (sheet.piece, sheet.form), copies(held.group, sheet, held.people)
            if key not in found or number > found[key].copies:
                found[key] = Needed(sheet.piece, sheet.form, sheet.per, number)
    return list(found.values())


def for_all(held: Session, row: Row) -> list[str]:
    """What everybody gets in a part, beside its sheets: the one to follow at the beginning, the form at the end."""
    given = ((held.rows[0], "Blad voor deelnemers"), (held.rows[-1], "Evaluatieformulier"))
    return [name for at, name in given if at is row]


def _tables(held: Session) -> str:
    return dutch.count_in_words(held.groups, "tafel", "tafels")


def _tables_of(held: Session) -> str:
    """Four tables of six; where it does not come out even, three tables of four or five."""
    size, more = divmod(held.people, held.groups)
    sizes = f"{dutch.number(size)} of {dutch.number(size + 1)}" if more else dutch.number(size)
    return f"{_tables(held)} van {sizes}"


def _groups_of(held: Session) -> str:
    """Four groups of three; where it does not come out even, four groups, three of three and one of two."""
    groups = dutch.count_in_words(held.groups, "groepje", "groepjes")
    size, more = divmod(held.people, held.groups)
    if not more:
        return f"{groups} van {dutch.number(size)}"
    sizes = ((more, size + 1), (held.groups - more, size))
    return f"{groups}, {dutch.listed([f'{dutch.number(times)} van {dutch.number(of)}' for times, of in sizes])}"


def _pairs(held: Session) -> str:
    """Four pairs; with an odd number of people three go together somewhere."""
    odd = held.people % 2
    pairs = held.people // 2 - odd
    found = [dutch.count_in_words(pairs, "tweetal", "tweetallen")] if pairs else []
    return dutch.listed([*found, *(["één drietal"] if odd else [])])


COUNTED: dict[str, Callable[[Session], str]] = {
    "mensen": lambda held: str(held.people),
    "tafels": _tables,
    "tafels-van": _tables_of,
    "groepjes": lambda held: dutch.count_in_words(held.groups, "groepje", "groepjes"),
    "groepjes-van": _groups_of,
    "tweetallen": _pairs,
    "dagdeel": lambda held: dutch.daypart(held.begins),
}
"""What the text of a script may name in braces, such as `{tafels}`: counted for each session."""


def counted(html: str, held: Session) -> Markup:
    """The text with what is counted in it; a script in a browser finds each of these again."""

    def shown(name: Any) -> str:
        if name[1] not in COUNTED:
            return str(name[0])
        return Markup('<span data-counted="{}">{}</span>').format(name[1], COUNTED[name[1]](held))

    return Markup(BLANK.sub(shown, str(escape(html))))


def plain(text: str, held: Session) -> str:
    """The same without marks."""
    return BLANK.sub(lambda name: COUNTED[name[1]](held) if name[1] in COUNTED else name[0], text)


def fitting(book: Handbook, people: int) -> list[Piece]:
    """The scripts for a group of so many."""
    groups = ((piece, piece.data.group) for piece in book.of("script") if not piece.withdrawn)
    return [piece for piece, group in groups if group.least <= people <= group.most]


def told(book: Handbook, script: Script) -> dict[str, Any]:
    """All that a browser needs to make a session of a script, as JSON can say it."""
    keys = {"id", "title", "minutes", "least", "shorter", "trainer", "questions", "participants", "pause"}
    return {
        "group": script.group.model_dump(),
        "others": [
            {"title": markdown.plain(one.title), "address": one.address, **one.data.group.model_dump(include=RANGE)}
            for one in book.of("script")
            if one.data is not script and not one.withdrawn
        ],
        "begins": script.begins,
        "preparation": [markdown.plain(one.text) for one in script.preparation],
        "late": [_plain(one.model_dump(mode="json")) for one in script.when_late],
        "packing": [_plain(one.model_dump(mode="json")) for one in script.packing],
        "works": [*map(markdown.plain, script.short.works if script.short else ())],
        "short": script.short.model_dump(include={"minutes", "without", "late"}) if script.short else None,
        "parts": [
            {**_plain(part.model_dump(mode="json", include=keys)), "sheets": list(_handed(book, part.sheets))}
            for part in script.parts
        ],
    }


def _plain(told: Any) -> Any:
    """The same without Markdown."""
    if isinstance(told, dict):
        return {name: _plain(value) for name, value in told.items()}
    if isinstance(told, list):
        return [*map(_plain, told)]
    return markdown.plain(told) if isinstance(told, str) else told


def _handed(book: Handbook, sheets: tuple[Handout, ...]) -> Iterator[dict[str, Any]]:
    for sheet in sheets:
        if piece := book.at(sheet.piece):
            yield {**sheet.model_dump(), "title": called(markdown.plain(piece.title), sheet.form)}


def called(title: str, form: str) -> str:
    """What a sheet of a piece is called where it lies on the table."""
    return f"{FORMS[form]} {title}" if form in FORMS else title


FORMS = {
    "vooraf": "Lees dit eerst:",
    "zak": "Zakkaart",
    "groot": "In grote letters:",
    "werk": "Om op te plakken:",
    HAND_OUT: "Voor deelnemers:",
    AFTERWARDS: "Evaluatieformulier",
}
"""What the title of a piece is preceded by for its other sheets."""


RANGE = {"least", "most"}
"""What says for how many people a script is."""

EACH = {
    "persoon": "per persoon",
    "tweetal": "per tweetal",
    "groep": "per groepje",
    "tafel": "per tafel",
    "zaal": "voor iedereen samen",
    "trainer": "voor jou",
}
"""What a sheet on the table is for."""


@dataclass(frozen=True)
class Laid:
    """A sheet on the table in a part of a workshop."""

    piece: Piece
    title: str
    """What it is called there: its piece, or which of its sheets it is."""
    each: str
    """How many there are, and for whom: `één per tafel`."""
    copies: int


@dataclass(frozen=True)
class Turn:
    """A part of a workshop as participants meet it."""

    part: Part
    when: str
    """From when to when on the clock; how long it takes where no start is known."""
    laid: tuple[Laid, ...]
    """What lies on the table for them."""
    own: tuple[Laid, ...]
    """What the trainer has for that."""

    @property
    def asks(self) -> int:
        """How many questions lie on the table: its own, or its title where that is one."""
        return len(self.part.questions) or int(self.part.title.endswith("?"))


def turns(book: Handbook, held: Session, *, clock: bool = False) -> Iterator[Turn]:
    """What of each part is for participants, with what is counted in its texts; by the `clock` where its start is known."""
    ends = [*(row.clock for row in held.rows[1:]), held.ends]
    for row, end in zip(held.rows, ends, strict=True):
        laid = [
            (one.per, Laid(piece, called(piece.title, one.form), *_many(held, one)))
            for one in row.part.sheets
            if (piece := book.at(one.piece))
        ]
        yield Turn(
            row.part.model_copy(update=_counted(row, held)),
            f"{row.clock}–{end}" if clock else dutch.minutes(row.minutes),
            tuple(sheet for per, sheet in laid if per != "trainer"),
            tuple(sheet for per, sheet in laid if per == "trainer"),
        )


def _many(held: Session, sheet: Handout) -> tuple[str, int]:
    return f"{dutch.number(sheet.number)} {EACH[sheet.per]}", copies(held.group, sheet, held.people)


def _counted(row: Row, held: Session) -> dict[str, Any]:
    """The texts of a part for this session."""
    part = row.says
    return {
        "trainer": plain(part.trainer, held),
        "participants": plain(part.participants, held) if part.participants else None,
        "questions": tuple(plain(question, held) for question in part.questions),
    }


def read_on(turns: Iterable[Turn]) -> list[Laid]:
    """Where participants read on: what lay on the table, each of its forms once."""
    return list({sheet.title: sheet for turn in turns for sheet in turn.laid}.values())


FOR_TEMPLATES = (copies, called, for_all, told, packing, turns, read_on)
"""What templates ask, by its name."""
