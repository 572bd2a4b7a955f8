"""What the form for a new lesson needs to know: its fields from the model, its choices from the content, its rules.

The form itself is `index-lessen-toevoegen.html`, and `lesson-form.js` does what happens while somebody types.
`tests/lessons/cases.yml` runs the same cases against this form and against the check.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from markupsafe import Markup

from handboek import privacy
from handboek.anchors import RESERVED
from handboek.checks.rules import lists, missing_glyph
from handboek.document import INVISIBLE
from handboek.finding import Severity
from handboek.handbook import Handbook, Piece
from handboek.model.introspect import fields_of, sections
from handboek.model.kinds import BY_TYPE, KINDS, LISTS
from handboek.model.practice import Lesson

LESSONS = BY_TYPE["lesson"]
ADDRESS = f"{LESSONS.folder}/toevoegen"
"""Where the form stands, without its last slash."""

LABELS = {
    "title": "Titel",
    "summary": "De les in één zin",
    "phases": "Fase",
    "roles": "Voor wie",
    "steps": "Stappen",
    "tools": "Hulpmiddelen",
    "place": "Plaats of wijk",
    "organisation": "Organisatie",
    "date": "Datum",
    "experience": "Waar de les vandaan komt",
    "source": "Bron",
    "status": "Hoe ver je bent",
}
"""What the form calls the fields of the data; the texts are called after their headings."""

CHOICES = {
    "eigen ervaring": "Eigen ervaring",
    "bron": "Een openbare bron",
    "gepubliceerd": "Klaar: de redactie mag de les plaatsen",
    "concept": "Nog niet zeker: eerst alleen in de voorvertoning",
}
"""What the form calls the values of a choice."""

FILLED_IN = ("checked", "still_valid", "withdrawn", "corrected", "invented")
"""Fields that nobody is asked for: read through on the day of writing, and confirmed or found wrong later or never; and only
the editors make something up."""

TEXTS = {
    "empty": "{label} is leeg. Vul het in.",
    "nothing": "Onder {label} staat niets. Schrijf eronder wat hier hoort.",
    "long": "De tekst bij {label} is te lang: {length} tekens, en er passen er {most}. Kort hem in met minstens {over}.",
    "few": "Bij {label} is er te weinig gekozen: {number}. Kies er minstens {least}.",
    "choice": "{label} is leeg. Kies er een.",
    "day": "Bij {label} hoort een dag. Schrijf de dag als jaar-maand-dag. De dag moet bestaan.",
    "future": "De dag bij {label} moet nog komen. Kijk naar het jaar en de maand.",
    "source": "Deze les komt uit een bron, en de bron staat er niet bij. Kies de bron.",
    "taken": "Er is al een les met deze titel. Kies een andere.",
    "reserved": "Windows houdt deze naam voor zichzelf. Kies een langere titel.",
    "name": "Van deze titel kan geen adres worden gemaakt. Gebruik ook letters.",
    "dead": "De link {link} leidt nergens heen. Neem het adres van een bladzijde uit de adresbalk, of haal de link weg.",
}
"""What the form says of a value, as the check says it."""


@dataclass(frozen=True)
class Rule:
    """Something that a text may not hold; the check finds it with a parser, the form with a pattern."""

    code: str
    """The rule of the check."""
    what: str
    help: str
    pattern: str
    severity: Severity = "error"


def rules() -> tuple[Rule, ...]:
    """What the form looks for in every text."""
    lacking = Rule(
        "letterteken",
        "Dit teken zit niet in de letters van het handboek.",
        "Schrijf het met een woord of een gewoon teken.",
        missing_glyph.lacking(),
        "warning",
    )
    return (*RULES, lacking)


RULES = (
    Rule(
        "html",
        "Hier staat HTML.",
        "Gebruik `**vet**` of `*schuin*`, of haal het weg.",
        r"<(?:!--|/?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^>\n]*)?/?>)",
    ),
    Rule(
        "sjabloon",
        "Een opdracht aan de website werkt hier niet.",
        "Haal hem weg; wil je naar een ander stuk verwijzen, gebruik dan een link.",
        r"\{\{|\{%|-{1,3}8<-{1,3}|(?<!\w)!include\b",
    ),
    Rule(
        "afbeelding",
        "Een afbeelding kan niet in het formulier.",
        "Stuur de foto mee met de mail, en zeg wat erop te zien is.",
        r"!\[[^\]\n]*\]\(",
    ),
    Rule(
        "onveilige-link",
        "Deze link is niet veilig.",
        "Schrijf het hele adres, met `https://` aan het begin.",
        r"(?<!!)\[[^\]\n]*\]\(\s*<?(?:[\\/]{2}|(?!(?:https|mailto|tel):)[a-zA-Z][a-zA-Z0-9+.-]*:)",
    ),
    Rule(
        "opvultekst",
        "Hier staat nog opvultekst.",
        "Schrijf wat hier hoort, of haal het weg.",
        r"\b(?:[lL]orem [iI]psum|TODO|FIXME|TBD|TK|[xX]{3,}|nog (?:in te )?vullen)\b|\?{3,}",
    ),
    Rule(
        "onbekend-veld",
        "Deze kop bestaat hier niet.",
        "De vier koppen staan vast. Een kop daaronder begint met `###`.",
        r"(?:^|\n) {0,3}(?:#{1,2}(?=\s|$)[^\n]*|\S[^\n]*\n {0,3}(?:=+|-+) *(?=\n|$))",
    ),
    Rule(
        "lijst",
        "Dit wordt geen lijst: de punten komen achter elkaar te staan.",
        "Begin elke regel van de lijst met een streepje en een spatie: `- `.",
        rf"(?:^|\n)[ \t]*(?:[{lists.DOTS}]|(?:[oO§–—-]|[a-zA-Z][.)])\t)",
    ),
    Rule(
        "lijst",
        "Door de punt achter dit getal wordt de alinea een lijst.",
        "Begin anders, zoals met `In 2014`.",
        r"(?:^|\n) {0,3}\d{3,9}[.)](?=[ \t])",
    ),
)


CODE = re.compile(r"`([^`]*)`")
"""What somebody is to type; a form shows it between quotation marks, since it shows no Markdown."""

TYPED = re.compile(r" \([^()]*\)(?=\.)|, als adres(?=\.)")
"""How the help of a field says what to type in a file; in the form one chooses."""


@dataclass(frozen=True)
class Field:
    """A field of the form."""

    name: str
    label: str
    help: str
    required: bool
    heading: bool
    """Whether it is a text under a heading of its own."""
    longest: int
    """The most characters; 0 where it is no text."""
    least: int
    """The fewest choices."""
    choices: tuple[str, ...]
    """The values that the model lets through, where it names them."""


def fields() -> dict[str, Field]:
    """The fields that somebody fills in, by name."""
    schema = Lesson.model_json_schema(by_alias=True)
    found = {}
    for name, described in schema["properties"].items():
        if name in FILLED_IN:
            continue
        shape = next((one for one in described.get("anyOf", ()) if one.get("type") != "null"), described)
        heading = sections(Lesson).get(name, "")
        found[name] = Field(
            name,
            heading or LABELS[name],
            TYPED.sub("", described["description"]),
            name in schema["required"],
            bool(heading),
            shape.get("maxLength", 0),
            shape.get("minItems", 0),
            tuple(shape.get("enum", ())),
        )
    return found


def groups(book: Handbook, name: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """What the content offers for a field that names pieces: groups with a heading, each a list of value and words."""
    item = fields_of(Lesson)[name].shape.item
    kind = item.refers.kind if item and item.refers else ""
    if kind == "address":
        return [
            (one.plural.capitalize(), [(piece.address.strip("/"), piece.title) for piece in pieces])
            for one in KINDS
            if one.sheet and (pieces := book.of(one.type))
        ]
    if BY_TYPE[kind].within:
        return [(phase.numbered, _offered(book.steps(phase))) for phase in book.of("phase")]
    return [("", _offered(book.of(kind)))]


def _offered(pieces: tuple[Piece, ...]) -> list[tuple[str, str]]:
    return [(piece.slug, piece.numbered) for piece in pieces]


def data(book: Handbook, mail: str, repo: str) -> Markup:
    """Everything that the script needs, as JSON that can stand in a page."""
    reserved = [address.rpartition("/")[2] for address in LISTS if address.startswith(f"{LESSONS.folder}/")]
    shown = [piece for piece in book.pieces.values() if ":" not in piece.address and not piece.draft]
    addresses = {piece.address.partition("#")[0].strip("/") for piece in shown}
    known = {
        "fields": {name: vars(field) for name, field in fields().items()},
        "texts": TEXTS,
        "rules": [{**vars(rule), "help": CODE.sub(r"“\1”", rule.help)} for rule in rules()],
        "privacy": privacy.exported(),
        "invisible": INVISIBLE.pattern.encode("unicode_escape").decode("ascii"),
        "taken": [*(piece.slug for piece in book.of(LESSONS.type)), *reserved],
        "reserved": sorted(RESERVED),
        "addresses": sorted(addresses | book.lists.keys()),
        "editors": mail,
        "new": f"{repo}/new/main/{LESSONS.files.rpartition('/')[0]}",
    }
    return in_page(known)


def in_page(known: object) -> Markup:
    """What a script needs, as JSON that can stand in a page."""
    return Markup(json.dumps(known, ensure_ascii=False).replace("<", "\\u003c"))
