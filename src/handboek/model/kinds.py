"""The table of the kinds of piece: where each is kept, which model it has, at which address it stands."""

from __future__ import annotations

import builtins
from dataclasses import dataclass

from handboek.model import method, practice, reference, tools
from handboek.model.text import Model


@dataclass(frozen=True)
class Kind:
    """One kind of piece."""

    type: str
    """Its name in the code and in the export."""
    model: builtins.type[Model]
    files: str
    """Where its files are, as a pattern from the project's root."""
    name: str
    """What one is called, in Dutch."""
    plural: str
    """What several are called, in Dutch."""
    folder: str = ""
    """The first part of its address; the index page of the kind stands there."""
    many: str = ""
    """The key of the list, where one file holds all pieces of the kind."""
    slug_from: str = ""
    """The field that holds the slug, where it is not the file's name."""
    local: bool = False
    """Whether its slug is unique within its file only."""
    sheet: bool = False
    """Whether each piece of the kind becomes a PDF."""
    inside: bool = False
    """Whether each piece of the kind has a form on paper inside packs, without a PDF of its own."""
    page: bool = True
    """Whether each piece of the kind has a page of its own."""
    exported: bool = True
    """Whether its pieces stand in the export."""


KINDS: tuple[Kind, ...] = (
    Kind("method", method.Method, "phases/method.yml", "methode", "methode"),
    Kind("phase", method.Phase, "phases/[0-9]*/phase.yml", "fase", "fasen", "fasen", inside=True),
    Kind("step", method.Step, "phases/[0-9]*/steps/*.yml", "stap", "stappen", "fasen", inside=True),
    Kind(
        "criterion",
        method.Criterion,
        "phases/[0-9]*/criteria.yml",
        "criterium",
        "criteria",
        "fasen",
        many="criteria",
        slug_from="id",
        local=True,
        page=False,
    ),
    Kind("guide", tools.Guide, "tools/guides/*.yml", "gesprek", "gesprekken", "gesprekken", sheet=True),
    Kind("worksheet", tools.Worksheet, "tools/worksheets/*.yml", "werkblad", "werkbladen", "werkbladen", sheet=True),
    Kind("message", tools.Message, "tools/messages/*.yml", "bericht", "berichten", "berichten", sheet=True),
    Kind("script", tools.Script, "tools/scripts/*.yml", "draaiboek", "draaiboeken", "draaiboeken", sheet=True),
    Kind("pack", tools.Pack, "tools/packs/*.yml", "werkmap", "werkmappen", "werkmappen"),
    Kind("lesson", practice.Lesson, "docs/lessen/*.md", "les", "lessen", "lessen"),
    Kind("example", practice.Example, "docs/praktijk/*.md", "praktijkvoorbeeld", "praktijkvoorbeelden", "praktijk"),
    Kind("role", method.Role, "phases/roles/*.yml", "rol", "rollen", "rollen", inside=True),
    Kind(
        "term",
        reference.Term,
        "phases/terms.yml",
        "begrip",
        "begrippen",
        "begrippen",
        many="terms",
        slug_from="slug",
        page=False,
    ),
    Kind(
        "source", reference.Source, "phases/sources.yml", "bron", "bronnen", "bronnen", many="sources", slug_from="key"
    ),
    Kind(
        "redirect",
        reference.Redirect,
        "phases/redirects.yml",
        "doorverwijzing",
        "doorverwijzingen",
        many="redirects",
        slug_from="from",
        page=False,
        exported=False,
    ),
    Kind(
        "goal",
        method.Goal,
        "phases/keuzehulp.yml",
        "doel",
        "doelen",
        "keuzehulp",
        many="goals",
        slug_from="id",
        page=False,
        exported=False,
    ),
    Kind(
        "start",
        method.Start,
        "phases/begin.yml",
        "beginpunt",
        "beginpunten",
        "begin-waar-je-bent",
        many="starts",
        slug_from="id",
        page=False,
    ),
    Kind(
        "element",
        method.Element,
        "phases/meetlat.yml",
        "onderdeel",
        "onderdelen",
        "langs-de-meetlat",
        many="elements",
        slug_from="id",
        page=False,
        exported=False,
    ),
    Kind(
        "words",
        reference.SearchWords,
        "phases/zoekwoorden.yml",
        "groep zoekwoorden",
        "groepen zoekwoorden",
        many="groups",
        slug_from="id",
        page=False,
        exported=False,
    ),
    Kind(
        "houseword",
        reference.HouseWord,
        "phases/huiswoorden.yml",
        "huiswoord",
        "huiswoorden",
        many="words",
        slug_from="id",
        page=False,
        exported=False,
    ),
    Kind(
        "amount",
        reference.Amount,
        "phases/uren.yml",
        "hoeveelheid",
        "hoeveelheden",
        many="amounts",
        slug_from="id",
        page=False,
        exported=False,
    ),
    Kind(
        "number",
        reference.PhoneNumber,
        "phases/nummers.yml",
        "telefoonnummer",
        "telefoonnummers",
        many="numbers",
        slug_from="id",
        page=False,
        exported=False,
    ),
    Kind("page", practice.Page, "docs/*.md", "bladzijde", "bladzijden", inside=True),
)

BY_TYPE = {kind.type: kind for kind in KINDS}

MACROS = {
    "stap": "step",
    "checklist": "step",
    "werkblad": "worksheet",
    "gesprek": "guide",
    "samenhang": "",
    "uren": "",
    "getal": "",
    "nummers": "",
    "nummer": "number",
}
"""What a hand-written page may call, and the type of the piece that it names."""
IN_A_SENTENCE = {"werkblad", "gesprek", "getal", "nummer"}
"""The calls that give a link, a figure or a number and stand in the sentence; the others come below the paragraph."""


@dataclass(frozen=True)
class List:
    """A page that is made from the data: the pieces of a kind, or what follows from all of them."""

    title: str
    summary: str
    about: bool = False
    """Whether it stands among the pages about the handbook, not in the menu of pieces."""
    tool: bool = False
    """Whether it is filled in on the page itself; what somebody fills in stays on their device."""


LISTS = {
    "fasen": List("Fasen", "De fasen van de methode, met de stappen van elke fase."),
    "gesprekken": List("Gesprekken", "Gespreksleidraden voor aan de deur, aan de keukentafel en met partners."),
    "werkbladen": List("Werkbladen", "Bladen om te printen of in te vullen."),
    "berichten": List("Berichten", "Brieven en kaarten voor bewoners, klaar om aan te vullen."),
    "draaiboeken": List("Draaiboeken", "Werksessies van minuut tot minuut."),
    "werkmappen": List("Werkmappen", "Bladen die bij elkaar horen, in één keer te printen."),
    "lessen": List("Lessen", "Wat anderen leerden, en wanneer het geldt."),
    "lessen/toevoegen": List(
        "Een les toevoegen", "Vertel in tien minuten wat je leerde, zonder account en zonder programma.", about=True
    ),
    "praktijk": List("Praktijk", "Plekken waar het is gedaan, met wat er bekend is en wat niet."),
    "rollen": List("Rollen", "Wie meedoet, en waar je begint."),
    "begrippen": List("Begrippen", "Woorden uit het handboek in gewone taal."),
    "bronnen": List("Bronnen", "Waar dit handboek op rust."),
    "printen": List("Printen", "Alle bladen met hun papier, en wat je op de kopieermachine instelt.", about=True),
    "keuzehulp": List("Keuzehulp", "Zeg wat je wilt bereiken, en zie wat daarbij helpt.", about=True),
    "begin-waar-je-bent": List(
        "Begin waar je bent",
        "Stap in op het punt waar jouw renovatie nu is, ook als het werk al loopt of als het al is misgegaan.",
        about=True,
    ),
    "werkmap": List(
        "Mijn werkmap", "Zet stukken bij elkaar, kies hoeveel je er nodig hebt en print ze in één keer.", about=True
    ),
    "waar-dit-op-rust": List(
        "Waar dit op rust", "Per fase: wat een bron heeft, wat redactioneel is en wat niemand weet.", about=True
    ),
    "langs-de-meetlat": List(
        "Langs de meetlat",
        "Wat een handboek van een sociale methode moet bevatten, en waar dit handboek dat doet.",
        about=True,
    ),
    "correcties": List(
        "Correcties",
        "Wat is ingetrokken of gecorrigeerd nadat mensen het konden printen, met de dag en de reden.",
        about=True,
    ),
    "zoeken": List("Zoeken", "Zoek in het hele handboek, ook in gewone woorden en met een tikfout.", about=True),
    "mijn-projecten": List("Mijn projecten", "Je vinkjes, tellingen en plannen, per project.", tool=True),
    "draagvlakmeter": List(
        "Draagvlakmeter", "Tel hoeveel huurders ja zeggen, en hoeveel er nog nodig zijn.", tool=True
    ),
    "trajectplanner": List(
        "Trajectplanner", "Van de start van de werkzaamheden terug naar de start van elke fase.", tool=True
    ),
    "zelfscan": List("Zelfscan", "Kijk samen hoe ver je bent, vooraf, tijdens en na de werkzaamheden.", tool=True),
    "onderweg": List("Bewaar voor onderweg", "Lees het handboek zonder verbinding.", tool=True),
}
"""The lists by the folder in which they stand."""
