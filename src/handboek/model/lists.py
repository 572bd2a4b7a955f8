"""The pages that list something: of a kind of piece, or of what follows from the pieces together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CHANGED, SHEET = "changed", "sheet"
"""What a list may need beside a type of piece: one that was withdrawn or corrected, or one that is a PDF of its own."""
ADAPTED, REACHED = "adapted", "reached"
"""The same of an edition: what differs from its base, and whom somebody can call."""


@dataclass(frozen=True)
class ListPage:
    """A page that is made from the data: the pieces of a kind, or what follows from all of them."""

    title: str
    summary: str
    about: bool = False
    """Whether it stands among the pages about the handbook, not in the menu of pieces."""
    on_screen: bool = False
    """Whether it is filled in on the page itself; what somebody fills in stays on their device."""
    prominent: bool = False
    """Whether it stands in the wide menu; the folded menu and the foot hold them all."""
    lost: int = 0
    """Its place among the lists where somebody looks whose search finds nothing; 0 for one that does not help then."""
    needs: tuple[str, ...] = ()
    """The types of piece that it follows from (or `CHANGED`, `SHEET`, `ADAPTED`, `REACHED`): it is there once there is one of any of them.
    The list of a kind needs none here, and is there once the kind has a piece; any other without needs is always there."""
    intro: str = ""
    """What a method says first on this page."""
    template: str = ""
    """The template that draws it, where that is not named after its folder."""
    layout: str = ""
    """The layout of the worksheet on which the same is done on paper."""
    javascript: tuple[str, ...] = ()
    """What it adds to the scripts of every page, by their name among the site's assets."""
    styles: tuple[str, ...] = ()
    """The same for its styles."""


def lost(lists: Mapping[str, ListPage]) -> list[tuple[str, str]]:
    """Where somebody looks whose search finds nothing: folders with their titles, the best first."""
    found = sorted((one.lost, folder, one.title) for folder, one in lists.items() if one.lost)
    return [(folder, title) for _, folder, title in found]


STYLES = ("tools.css",)
"""The styles of what keeps something on the device of its reader."""

METER = ListPage(
    "Meter",
    "",
    on_screen=True,
    template="meter",
    layout="meter",
    javascript=("own-projects.js", "numbers.js", "personal.js", "meter.js", "meter-page.js"),
    styles=STYLES,
)
PLANNER = ListPage(
    "Planner",
    "",
    on_screen=True,
    needs=("phase",),
    template="planner",
    layout="kalender",
    javascript=("own-projects.js", "numbers.js", "plan.js", "picture.js", "plan-page.js"),
    styles=STYLES,
)
ESTIMATE = ListPage(
    "Raming",
    "",
    on_screen=True,
    needs=("amount",),
    template="estimate",
    javascript=("own-projects.js", "numbers.js", "estimate.js", "plan.js", "estimate-page.js"),
    styles=STYLES,
)
SCAN = ListPage(
    "Scan",
    "",
    on_screen=True,
    needs=("criterion",),
    template="scan",
    javascript=("own-projects.js", "scan.js", "picture.js", "scan-page.js"),
    styles=STYLES,
)
ROUND = ListPage(
    "Ronde",
    "",
    on_screen=True,
    template="round",
    javascript=("own-projects.js", "personal.js", "round.js", "round-page.js"),
    styles=STYLES,
)
QUESTIONNAIRE = ListPage(
    "Vragenlijst",
    "",
    on_screen=True,
    needs=("question",),
    template="questionnaire",
    layout="vragenlijst",
    javascript=("personal.js", "questionnaire.js"),
    styles=STYLES,
)
"""The pages of the tools; what they are called and what they are about, a method says."""

BEHIND = "mijn-projecten"
"""The list behind which the tools of a method stand."""

OWN = {
    "lessen/toevoegen": ListPage(
        "Een les toevoegen",
        "Vertel in tien minuten wat je leerde, zonder account en zonder programma.",
        about=True,
        needs=("phase",),
        javascript=("privacy.js", "lesson-form.js"),
    ),
    "nakijken": ListPage(
        "Help nakijken",
        "Spreek je nog een taal? Lees een tekst naast het Nederlands, en zeg wat beter kan.",
        about=True,
        needs=("translation",),
    ),
    "printen": ListPage(
        "Printen",
        "Alle bladen met hun papier en hun bestanden, ook om te bewerken, en wat je op de kopieermachine instelt.",
        about=True,
        needs=(SHEET, "pack"),
    ),
    "werkmap": ListPage(
        "Mijn werkmap",
        "Zet stukken bij elkaar, kies hoeveel je er nodig hebt en print ze in één keer.",
        about=True,
        needs=(SHEET,),
        javascript=("own-pack.js", "numbers.js", "pack-builder.js"),
    ),
    "waar-dit-op-rust": ListPage(
        "Waar dit op rust",
        "Per fase: wat een bron heeft, wat redactioneel is en wat niemand weet.",
        about=True,
        needs=("source",),
    ),
    "correcties": ListPage(
        "Correcties",
        "Wat is ingetrokken of gecorrigeerd nadat mensen het konden printen, met de dag en de reden.",
        about=True,
        needs=(CHANGED,),
    ),
    "aanpassingen": ListPage(
        "Aanpassingen",
        "Wat deze uitgave anders zegt dan haar basis, met beide teksten bij elkaar.",
        about=True,
        needs=(ADAPTED,),
    ),
    "contact": ListPage(
        "Contact",
        "Wie je waarvoor belt of mailt.",
        about=True,
        needs=(REACHED,),
    ),
    "zoeken": ListPage(
        "Zoeken",
        "Zoek in het hele handboek, ook in gewone woorden en met een tikfout.",
        about=True,
        javascript=("search.js",),
    ),
    "mijn-projecten": ListPage(
        "Mijn projecten",
        "Je vinkjes, tellingen en plannen, per project.",
        on_screen=True,
        javascript=(
            "ticks.js",
            "own-projects.js",
            "numbers.js",
            "meter.js",
            "plan.js",
            "estimate.js",
            "round.js",
            "personal.js",
            "exchange.js",
            "projects.js",
        ),
        styles=STYLES,
    ),
    "mijn-gegevens": ListPage(
        "Mijn gegevens",
        "Wie je bent en wie je belt: één keer ingevuld, op dit apparaat.",
        on_screen=True,
        needs=("guide", "message"),
        javascript=("own-details.js",),
        styles=STYLES,
    ),
    "onderweg": ListPage(
        "Bewaar voor onderweg",
        "Lees het handboek zonder verbinding.",
        on_screen=True,
        javascript=("offline.js",),
        styles=STYLES,
    ),
}
"""The lists that belong to no kind, by the folder in which they stand. The lists of the kinds stand in their rows."""
