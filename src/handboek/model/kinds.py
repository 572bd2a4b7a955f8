"""The table of the kinds of piece: all that differs from one kind to another stands in its row.

Who adds a kind writes its model, a row here, and two templates in `overrides/pieces/`: one for its page and one for its list.
"""

from __future__ import annotations

from handboek.model import dossier, measuring, method, onscreen, practice, reference, theory, tools
from handboek.model.kind import Kind
from handboek.model.languages import TRANSLATED
from handboek.model.lists import METER, OWN, PLANNER, QUESTIONNAIRE, ROUND, SCAN, STYLES, ListPage


def _on_screen(type_: str, model: type[onscreen.OnScreen], page: ListPage, name: str = "", several: str = "") -> Kind:
    """The row of a tool that is filled in on a page of its own; its address stands in its file."""
    name = name or type_
    where, several = f"tools/{name}.yml", several or f"{name}s"
    return Kind(type_, model, where, name, several, "deze", slug_from="slug", index=page, page=False, exported=False)


LOOKED_UP: tuple[Kind, ...] = (
    Kind(
        "words", reference.SearchWords, "phases/zoekwoorden.yml", "groep zoekwoorden", "groepen zoekwoorden",
        many="groups", slug_from="id", page=False, exported=False,
    ),
    Kind(
        "houseword", reference.HouseWord, "phases/huiswoorden.yml", "huiswoord", "huiswoorden",
        many="words", slug_from="id", page=False, exported=False,
    ),
    Kind(
        "amount", reference.Amount, "phases/uren.yml", "hoeveelheid", "hoeveelheden",
        this="deze", many="amounts", slug_from="id", page=False, exported=False,
    ),
    Kind(
        "number", reference.PhoneNumber, "phases/nummers.yml", "telefoonnummer", "telefoonnummers",
        many="numbers", slug_from="id", page=False, exported=False, years=1,
    ),
)  # fmt: skip
"""Kinds of which each piece is a row in a file, and stands on no page of its own."""

ACCOUNT: tuple[Kind, ...] = (
    Kind(
        "element", method.Element, "phases/meetlat.yml", "onderdeel", "onderdelen",
        many="elements", slug_from="id", folder="langs-de-meetlat", page=False, exported=False, book="list",
        index=ListPage(
            "Langs de meetlat",
            "Wat een handboek van een sociale methode moet bevatten, en waar dit handboek dat doet.",
            about=True,
        ),
    ),
    Kind(
        "theory", theory.Theory, "phases/verandertheorie.yml", "verandertheorie", "verandertheorieën", "deze",
        paper="sheet", asked=("theorie", "waarom"), whole=True,
    ),
    Kind(
        "dossier", dossier.Dossier, "phases/dossier.yml", "dossier", "dossiers",
        paper="sheet", asked=("dossier", "beoordeling"), whole=True,
    ),
)  # fmt: skip
"""Kinds with which a method accounts for itself: a yardstick, why it should work, and what a judge of methods asks."""

MEASURED: tuple[Kind, ...] = (
    Kind(
        "question", measuring.Measure, "tools/vragen.yml", "meetvraag", "meetvragen", "deze",
        many="questions", slug_from="slug", summary_from="about", folder="vragen", page=False, weight=0.6, book="list",
        index=ListPage(
            "Vragen om mee te meten",
            "Wat je vraagt om te zien of het helpt, met waar elke vraag vandaan komt en wat je ermee mag.",
            about=True,
        ),
        asked=("meetvraag", "vragenlijst", "enquête"),
        unused="Noem haar bij `questions` van een criterium of een vragenlijst.",
    ),
    Kind(
        "comparison", measuring.Comparison, "tools/rekenvoorbeeld.yml", "rekenvoorbeeld", "rekenvoorbeelden",
        page=False, exported=False,
    ),
)  # fmt: skip
"""Kinds with which a method shows whether it does something."""

LED_TO: tuple[Kind, ...] = (
    Kind(
        "redirect", reference.Redirect, "phases/redirects.yml", "doorverwijzing", "doorverwijzingen", this="deze",
        many="redirects", slug_from="from", page=False, exported=False,
    ),
    Kind(
        "goal", method.Goal, "phases/keuzehulp.yml", "doel", "doelen", many="goals", slug_from="id",
        folder="keuzehulp",
        index=ListPage("Keuzehulp", "Zeg wat je wilt bereiken, en zie wat daarbij helpt.", about=True, lost=2, javascript=("chooser.js",)),
        page=False, exported=False,
    ),
    Kind(
        "start", method.Start, "phases/begin.yml", "beginpunt", "beginpunten", many="starts", slug_from="id",
        folder="begin-waar-je-bent",
        index=ListPage("Begin waar je bent", "Stap in op het punt waar jij nu bent, ook als het al loopt of als het al is misgegaan.", about=True),
        page=False, book="list",
    ),
)  # fmt: skip
"""Kinds of which each piece leads to others, on the page of its kind."""

KINDS: tuple[Kind, ...] = (
    Kind(
        "method",
        method.Method,
        "phases/method.yml",
        "methode",
        "methode",
        this="deze",
        home=True,
        around="home",
        paper="words",
        weight=0.5,
    ),
    Kind(
        "phase",
        method.Phase,
        "phases/[0-9]*/phase.yml",
        "fase",
        "fasen",
        this="deze",
        folder="fasen",
        index=ListPage("Fasen", "De fasen van de methode, met de stappen van elke fase.", prominent=True, lost=1),
        paper="part",
        book="chapter",
        javascript=("keep.js",),
        styles=STYLES,
        weight=0.6,
    ),
    Kind(
        "step",
        method.Step,
        "phases/[0-9]*/steps/*.yml",
        "stap",
        "stappen",
        this="deze",
        within="phase",
        folder="fasen",
        paper="part",
        javascript=("keep.js",),
        styles=STYLES,
        weight=1.1,
        scaffold=True,
    ),
    Kind(
        "criterion",
        method.Criterion,
        "phases/[0-9]*/criteria.yml",
        "criterium",
        "criteria",
        many="criteria",
        slug_from="id",
        local=True,
        within="phase",
        title_from="statement",
        summary_from="seen_by",
        folder="fasen",
        page=False,
        paper="words",
        weight=0.4,
    ),
    Kind(
        "guide",
        tools.Guide,
        "tools/guides/*.yml",
        "gesprek",
        "gesprekken",
        folder="gesprekken",
        index=ListPage(
            "Gesprekken",
            "Leidraden voor een gesprek: hoe je begint, wat je vraagt en wat je opschrijft.",
            prominent=True,
        ),
        used=True,
        paper="sheet",
        book="pieces",
        forms=("groot", "zak"),
        icon="talk",
        javascript=("conversation.js", "own-pack.js"),
        asked=("gesprek", "leidraad"),
        unused="Noem het bij `guides` van een stap.",
        scaffold=True,
    ),
    Kind(
        "worksheet",
        tools.Worksheet,
        "tools/worksheets/*.yml",
        "werkblad",
        "werkbladen",
        folder="werkbladen",
        index=ListPage("Werkbladen", "Bladen om te printen of in te vullen.", prominent=True),
        used=True,
        paper="sheet",
        book="pieces",
        translated=("title", "summary", "sheet"),
        sheet_first=True,
        icon="sheet",
        javascript=("own-pack.js",),
        asked=("werkblad", "formulier", "invulblad", "lijst"),
        unused="Noem het bij `worksheets` van een stap, of bij `sheets` in een draaiboek.",
        scaffold=True,
    ),
    Kind(
        "message",
        tools.Message,
        "tools/messages/*.yml",
        "bericht",
        "berichten",
        folder="berichten",
        index=ListPage("Berichten", "Brieven en kaarten, klaar om aan te vullen."),
        used=True,
        paper="sheet",
        book="pieces",
        forms=("groot", "vooraf"),
        translated=("title", "summary", "blanks", "body", "short"),
        addressed=True,
        sheet_first=True,
        icon="letter",
        javascript=("own-pack.js", "letter.js"),
        asked=("bericht", "brief", "kaart", "folder"),
        unused="Noem het bij `messages` van een stap.",
        scaffold=True,
    ),
    Kind(
        "script",
        tools.Script,
        "tools/scripts/*.yml",
        "draaiboek",
        "draaiboeken",
        folder="draaiboeken",
        index=ListPage("Draaiboeken", "Werksessies van minuut tot minuut.", prominent=True),
        used=True,
        passes_on=True,
        paper="sheet",
        book="pieces",
        forms=("groot", "evaluatie"),
        icon="script",
        javascript=("own-pack.js",),
        asked=("draaiboek", "workshop", "training"),
        scaffold=True,
    ),
    Kind(
        "pack",
        tools.Pack,
        "tools/packs/*.yml",
        "werkmap",
        "werkmappen",
        this="deze",
        folder="werkmappen",
        index=ListPage("Werkmappen", "Bladen die bij elkaar horen, in één keer te printen."),
        phases_from=("phase", "script"),
        paper="words",
        sheet_first=True,
        weight=0.8,
    ),
    _on_screen("meter", onscreen.Meter, METER),
    _on_screen("planner", onscreen.Planner, PLANNER),
    _on_screen("scan", onscreen.Scan, SCAN),
    _on_screen("round", onscreen.Round, ROUND, "ronde"),
    _on_screen("questionnaire", onscreen.Questionnaire, QUESTIONNAIRE, "vragenlijst", "vragenlijsten"),
    Kind(
        "lesson",
        practice.Lesson,
        "docs/lessen/*.md",
        "les",
        "lessen",
        this="deze",
        folder="lessen",
        index=ListPage(
            "Lessen", "Wat anderen leerden, en wanneer het geldt.", prominent=True, javascript=("lessons.js",)
        ),
        order="newest",
        book="pieces",
        phases_from=("phase",),
        javascript=("lessons.js",),
        weight=0.5,
        asked=("les", "ervaring"),
        practice=True,
        scaffold=True,
    ),
    Kind(
        "example",
        practice.Example,
        "docs/praktijk/*.md",
        "praktijkvoorbeeld",
        "praktijkvoorbeelden",
        folder="praktijk",
        index=ListPage("Praktijk", "Plekken waar het is gedaan, met wat er bekend is en wat niet.", prominent=True),
        order="title",
        book="pieces",
        phases_from=("phase",),
        door="page",
        asked=("voorbeeld", "praktijk", "plek"),
        practice=True,
        scaffold=True,
    ),
    Kind(
        "role",
        method.Role,
        "phases/roles/*.yml",
        "rol",
        "rollen",
        this="deze",
        folder="rollen",
        index=ListPage("Rollen", "Wie meedoet, en waar je begint."),
        order="title",
        used=True,
        paper="part",
        book="pieces",
        door="",
        weight=0.7,
        asked=("rol", "functie"),
        unused="Noem de rol bij `roles` van een stap, gesprek of fase.",
    ),
    Kind(
        "term",
        reference.Term,
        "phases/terms.yml",
        "begrip",
        "begrippen",
        many="terms",
        slug_from="slug",
        title_from="term",
        summary_from="definition",
        folder="begrippen",
        index=ListPage("Begrippen", "Woorden uit het handboek in gewone taal.", lost=3),
        page=False,
        order="title",
        paper="list",
        book="list",
        weight=0.4,
        asked=("begrip", "betekent", "betekenis", "uitleg"),
    ),
    Kind(
        "source",
        reference.Source,
        "phases/sources.yml",
        "bron",
        "bronnen",
        this="deze",
        many="sources",
        slug_from="key",
        summary_from="tells",
        folder="bronnen",
        index=ListPage("Bronnen", "Waar dit handboek op rust."),
        order="title",
        used=True,
        paper="list",
        book="list",
        door="",
        weight=0.4,
        cited=True,
        unused="Noem de bron bij `source` van het punt dat erop rust, of haal de bron weg.",
    ),
    *LED_TO,
    Kind(
        "situation",
        tools.Situation,
        "phases/er-is-iets.yml",
        "situatie",
        "situaties",
        this="deze",
        many="situations",
        slug_from="id",
        folder="er-is-iets",
        index=ListPage(
            "Er is iets",
            "Wat je zegt, wat je doet en wie je belt als het anders loopt.",
            lost=4,
            javascript=("situations.js",),
        ),
        page=False,
        book="list",
        asked=("situatie",),
        years=1,
    ),
    *ACCOUNT,
    *MEASURED,
    *LOOKED_UP,
    Kind(
        "page",
        practice.Page,
        "docs/*.md",
        "bladzijde",
        "bladzijden",
        paper="named",
        book="pieces",
        translated=("title", "summary"),
        this="deze",
        order="title",
    ),
    *TRANSLATED,
)

BY_TYPE = {kind.type: kind for kind in KINDS}
FOREIGN = {kind.type for kind in TRANSLATED}
"""The kinds whose texts may stand in another script, with fonts of their own."""

LISTS = {kind.folder: kind.index for kind in KINDS if kind.index and kind.folder} | OWN
"""Every list that there can be, by the folder in which it stands, in neutral words;
`Handbook.lists` has those that there are, with the tools of the method, in its own words."""
