"""What pydantic found wrong, said in Dutch to the person who wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from handboek.anchors import anchor
from handboek.dutch import count, needed
from handboek.entry import Entry
from handboek.finding import Finding
from handboek.model.introspect import field_called, fields_of, sections, tags_of
from handboek.model.method import SITE
from handboek.model.spreadsheet import NAME, PATH, TAB
from handboek.model.synonyms import SYNONYMS
from handboek.model.text import ADDRESS, PART, SLUG
from handboek.wording import nearest, quoted, shown

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

STEERING = {"render_macros", "template", "hide", "search", "redirect", "status_code", "exclude", "icon", "tags"}
"""Keys by which a page of Markdown steers the site engine; content may not."""


Said = tuple[str, str]
"""What is wrong, and what to do."""

NO_ADDRESS = (
    "`{value}` is geen adres van een stuk.",
    "Schrijf het adres zoals in de adresbalk, zonder schuine streep aan het begin of eind: `gesprekken/praatje`.",
)
PATTERNS: dict[str, Said] = {
    SITE: (
        "`{value}` is geen webadres waar een website kan staan.",
        "Schrijf het hele adres, met `https://` aan het begin en zonder `?`, `#` of wachtwoord.",
    ),
    NAME: (
        "`{value}` kan niet als naam in een formule.",
        "Gebruik kleine letters, cijfers en `_`, zonder spaties of streepjes: `nog_niets`.",
    ),
    PATH: (
        "`{value}` is geen kolom van een tabel.",
        "Schrijf de `key` van de tabel, een punt, en die van de kolom: `lijst.dag`.",
    ),
    TAB: ("`{value}` kan niet op een tab staan.", "Laat deze tekens weg: `[ ] : * ? / \\ '`."),
    SLUG: (
        "`{value}` kan niet als korte naam.",
        "Gebruik kleine letters, cijfers en streepjes, zonder spaties: `rondje-lopen`.",
    ),
    ADDRESS: NO_ADDRESS,
    PART: NO_ADDRESS,
    "слово": (
        "`{value}` is geen woord zoals het in een vertaling staat.",
        "Schrijf alleen het woord, zonder leestekens: elke vorm op een eigen regel.",
    ),
    "085 000 00 00": (
        "`{value}` is geen telefoonnummer.",
        "Schrijf alleen cijfers, met spaties of streepjes ertussen: `085 000 00 00`.",
    ),
    "1234 AB": ("`{value}` is geen postcode.", "Schrijf vier cijfers en twee hoofdletters: `1234 AB`."),
    "Logo.svg": (
        "`{value}` is geen naam van een bestand dat hiernaast staat.",
        "Schrijf alleen de naam, zonder map ervoor en zonder spaties: `logo.svg`.",
    ),
    "#0f0f0f": (
        "`{value}` is geen kleur.",
        'Schrijf een kleur met zes tekens na een hekje, tussen aanhalingstekens: `"#1d4e7a"`.',
    ),
    "2026-11": ("`{value}` is geen maand.", "Schrijf een maand als jaar-maand: `2026-11`."),
    "13:00": ("`{value}` is geen tijd.", "Schrijf een tijd als uren:minuten: `13:00`."),
    "30-45 minuten": (
        "`{value}` is geen tijdsduur.",
        "Schrijf een getal, of twee met een streepje ertussen, en dan minuten of uur: `30-45 minuten`, `2 uur`.",
    ),
    "3-2": (
        "`{value}` zijn geen twee antwoorden.",
        "Schrijf het eerste en het tweede antwoord van één mens, elk als plaats in de lijst: `3-2`.",
    ),
    "0800-2000": (
        "`{value}` is geen telefoonnummer zoals het hier staat.",
        "Schrijf het met een streepje na het eerste deel, zonder spaties: `0800-2000`. Alleen `112` en `113` zijn korter.",
    ),
    "https://handboek.example": (
        "`{value}` is geen webadres.",
        "Schrijf het hele adres, met `https://` aan het begin.",
    ),
    "redactie@handboek.example": (
        "`{value}` is geen mailadres.",
        "Schrijf alleen het adres, zonder naam of `mailto:`: `redactie@voorbeeld.nl`.",
    ),
    "buur": (
        "`{value}` is geen woord zoals het in een tekst staat.",
        "Schrijf alleen letters en cijfers, met hoogstens een spatie of streepje ertussen.",
    ),
}
"""By pattern, or by an example that the pattern lets through: what to say of a value that it refuses."""


def _pattern(error: ErrorDetails) -> Said:
    pattern = error["ctx"]["pattern"]
    what, helps = next(
        (said for known, said in PATTERNS.items() if known == pattern or re.search(pattern, known)),
        ("`{value}` heeft niet de vorm die hier hoort.", "Kijk hoe een ander bestand in deze map het schrijft."),
    )
    meant = anchor(error["input"]) if pattern == SLUG and isinstance(error["input"], str) else ""
    better = f"Bedoelde je `{meant}`? " if re.fullmatch(SLUG, meant) else ""
    return what.format(value=shown(error["input"])), f"{better}{helps}"


SHAPES = {
    "een tekst": "Schrijf één stuk tekst, geen lijst en geen velden. Staat er een dubbele punt in? Zet er dan aanhalingstekens omheen.",
    "een lijst": "Zet elk punt op een eigen regel, met een streepje en een spatie ervoor.",
    "een groep velden": "Schrijf de velden onder elkaar, ingesprongen, elk met een dubbele punt.",
    "een heel getal": "Schrijf alleen cijfers, zonder punt, komma of woord erbij.",
    "`true` of `false`": "Schrijf `true` voor ja of `false` voor nee.",
    "een dag": "Schrijf de dag als jaar-maand-dag: `2026-11-24`. De dag moet bestaan.",
}
"""What a field holds, and how to write that."""


def _wants(shape: str) -> Callable[[ErrorDetails], Said]:
    def say(error: ErrorDetails) -> Said:
        if error["input"] is None:
            return _sentence(f"{_field(error)} is leeg."), "Vul het in, of haal de regel weg als het niet verplicht is."
        return f"{_where(error)} hoort {shape}.", SHAPES[shape]

    return say


def _too_long(error: ErrorDetails) -> Said:
    most, length = error["ctx"]["max_length"], len(str(error["input"]).strip())
    return (
        f"De tekst bij {_name(error)} is te lang: {length} tekens, en er passen er {most}.",
        f"Kort hem in met minstens {count(length - most, 'teken', 'tekens')}.",
    )


def _choices(expected: str) -> list[str]:
    return re.findall(r"'([^']+)'", expected)


def _choice(expected: str) -> str:
    return f"Kies uit {quoted(_choices(expected))}."


def _there(number: int) -> str:
    return f"staan er te weinig: {number}" if number else "staat niets"


TEXTS: dict[str, Callable[[ErrorDetails], Said]] = {
    "missing": lambda e: (f"Het veld {_name(e)} ontbreekt.", ""),
    "extra_forbidden": lambda e: (f"Het veld {_name(e)} bestaat hier niet.", ""),
    "string_type": _wants("een tekst"),
    "string_too_short": lambda e: (_sentence(f"{_field(e)} is leeg."), "Vul het in."),
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "string_unicode": _wants("een tekst"),
    "int_parsing": _wants("een heel getal"),
    "int_parsing_size": _wants("een heel getal"),
    "int_type": _wants("een heel getal"),
    "int_from_float": _wants("een heel getal"),
    "greater_than_equal": lambda e: (
        f"Het getal bij {_name(e)} is te klein.",
        f"Het kleinste dat kan is {e['ctx']['ge']}.",
    ),
    "less_than_equal": lambda e: (
        f"Het getal bij {_name(e)} is te groot.",
        f"Het grootste dat kan is {e['ctx']['le']}.",
    ),
    "bool_parsing": _wants("`true` of `false`"),
    "bool_type": _wants("`true` of `false`"),
    "date_type": _wants("een dag"),
    "date_parsing": _wants("een dag"),
    "date_from_datetime_parsing": _wants("een dag"),
    "date_from_datetime_inexact": _wants("een dag"),
    "value_error": _wants("een dag"),
    "literal_error": lambda e: (
        f"`{shown(e['input'])}` kan niet bij {_name(e)}."
        if e["input"] is not None
        else _sentence(f"{_field(e)} is leeg."),
        _choice(e["ctx"]["expected"]),
    ),
    "too_short": lambda e: (
        f"{_where(e)} {_there(len(e['input']))}, en {needed(e['ctx']['min_length'])}.",
        "Vul de lijst aan.",
    ),
    "too_long": lambda e: (
        f"Bij {_name(e)} staan er te veel: {len(e['input'])}, en er passen er hoogstens {e['ctx']['max_length']}.",
        "Schrap of voeg samen.",
    ),
    "tuple_type": _wants("een lijst"),
    "model_type": _wants("een groep velden"),
    "model_attributes_type": _wants("een groep velden"),
    "both_plurals": lambda e: (
        f"{_where(e)} staat maar één meervoud.",
        "Vul `van_meervoud` en `naar_meervoud` allebei in, of laat ze allebei weg.",
    ),
    "one_change": lambda e: (
        f"{_where(e)} staat niet precies één verandering.",
        "Kies er één: `wordt`, `ervoor`, `erna` of `weg: ja`. Zet een tweede in een eigen punt.",
    ),
    "where_change": lambda e: (
        f"{_where(e)} ontbreekt bij welke tekst dit hoort.",
        "Schrijf bij `was` de tekst van de basis, zoals `handboek edition change` dat doet.",
    ),
    "union_tag_invalid": lambda e: (
        f"`{shown(e['ctx']['tag'])}` kan niet bij {_quote(e['ctx']['discriminator'])}.",
        _choice(e["ctx"]["expected_tags"]),
    ),
    "union_tag_not_found": lambda e: (
        f"Het veld {_quote(e['ctx']['discriminator'])} ontbreekt.",
        "Zet het erbij: het zegt welke vorm dit is.",
    ),
}
"""Dutch text for each type of error that the models can raise: what is wrong, and what to do."""

CODES = {
    "missing": "ontbreekt",
    "union_tag_not_found": "ontbreekt",
    "extra_forbidden": "onbekend-veld",
    "string_too_long": "te-lang",
    "too_long": "te-veel",
    "too_short": "te-weinig",
    "literal_error": "keuze",
    "union_tag_invalid": "keuze",
    "string_too_short": "leeg",
}
"""The rule that each type of error belongs to; `leeg` for what is not filled in, `waarde` for the others."""


def _quote(name: str) -> str:
    return f"`{name.strip(chr(39))}`"


def _name(error: ErrorDetails) -> str:
    """The name of the field that an error is about, with the number of the point in a list."""
    loc = error["loc"]
    names = [part for part in loc if isinstance(part, str)]
    name = _quote(names[-1]) if names else "dit stuk"
    if loc and isinstance(loc[-1], int):
        return f"punt {loc[-1] + 1} van {name}" if names else f"punt {loc[-1] + 1}"
    return name


def _where(error: ErrorDetails) -> str:
    return f"Bij {_name(error)}" if error["loc"] else "Hier"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _field(error: ErrorDetails) -> str:
    name = _name(error)
    return name if name.startswith("punt") or not error["loc"] else f"het veld {name}"


def explain(errors: list[ErrorDetails], entry: Entry) -> Iterator[Finding]:
    """One finding a cause: a misspelt field is one finding, not one unknown and one missing field."""
    missing = {e["loc"]: e for e in errors if e["type"] == "missing"}
    for error in errors:
        if error["type"] == "extra_forbidden":
            yield _unknown(error, entry, missing)
    for error in errors:
        if error["type"] == "extra_forbidden" or (error["type"] == "missing" and error["loc"] not in missing):
            continue
        if error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]:
            continue  # there are enough of them; pydantic counts only those that are right
        what, helps = TEXTS.get(error["type"], _unclear)(_named(error, entry))
        if error["type"] == "missing":
            helps = _about(entry.kind.model, error["loc"])
        yield _finding(entry, error, what, helps, _near_choice(error))


def _unknown(error: ErrorDetails, entry: Entry, missing: dict[Any, Any]) -> Finding:
    """A field that there is not; the missing field that was meant by it is taken out of `missing`."""
    wrong, above = str(error["loc"][-1]), error["loc"][:-1]
    used, open_ = _fields(entry, above)
    meant = "" if wrong in STEERING else _meant(wrong, open_, missing, above)
    missing.pop((*above, meant), None)
    same = nearest(wrong, used, 0.75) or next((field for field in SYNONYMS.get(wrong.lower(), ()) if field in used), "")
    if meant:
        helps = ""
    elif wrong in STEERING:
        helps = "Haal de regel weg: hoe de website een bladzijde maakt, staat vast."
    elif same:
        helps = f"Het veld `{same}` staat er al. Haal deze regel weg."
    else:
        helps = "Haal de regel weg; deze gegevens horen hier niet."
    return _finding(entry, error, TEXTS["extra_forbidden"](error)[0], helps, meant, key=True)


def _unclear(error: ErrorDetails) -> Said:
    return f"De waarde bij {_name(error)} klopt niet.", "Kijk hoe een ander bestand in deze map het schrijft."


def _meant(wrong: str, open_: list[str], missing: Mapping[Any, Any], above: tuple[Any, ...]) -> str:
    """The field that somebody meant: by a synonym, else one that is missing, else one that is near in spelling."""
    synonym = next((field for field in SYNONYMS.get(wrong.lower(), ()) if field in open_), None)
    needed = [field for field in open_ if (*above, field) in missing]
    return synonym or nearest(wrong, needed) or nearest(wrong, open_) or ""


def _near_choice(error: ErrorDetails) -> str:
    ctx = error.get("ctx", {})
    expected = ctx.get("expected") or ctx.get("expected_tags") or ""
    wrong = ctx.get("tag") or error["input"]
    choices = _choices(expected) if error["type"] in ("literal_error", "union_tag_invalid") else []
    return (nearest(wrong, choices) or "") if isinstance(wrong, str) else ""


def _named(error: ErrorDetails, entry: Entry) -> ErrorDetails:
    """The error with the name that the author knows: the heading of a text in Markdown, the field of a plain text."""
    loc = error["loc"]
    heading = sections(entry.kind.model).get(str(loc[0])) if loc else None
    if heading:
        return {**error, "loc": (f"## {heading}",)}
    if len(loc) > 1 and loc[-1] == "text" and isinstance(_value(entry, loc[:-1]), str):
        return {**error, "loc": loc[:-1]}
    return error


def _value(entry: Entry, loc: tuple[Any, ...]) -> Any:
    """What stands at `loc`, or in the nearest thing around it; parts that the file does not hold are skipped."""
    data: Any = entry.document.data
    for part in (*entry.loc, *loc):
        if (isinstance(data, list) and isinstance(part, int) and part < len(data)) or (
            isinstance(data, dict) and part in data
        ):
            data = data[part]
    return data


def _finding(
    entry: Entry, error: ErrorDetails, what: str, helps: str, meant: str = "", *, key: bool = False
) -> Finding:
    loc = error["loc"]
    if error["type"] == "missing":
        loc = loc[:-1]
    if error["type"] == "union_tag_invalid":
        loc = (*loc, error["ctx"]["discriminator"].strip("'"))
    path, place = entry.spot(loc, key=key)
    code = CODES.get(error["type"], "waarde")
    if error["input"] is None and code in ("waarde", "keuze"):
        code = "leeg"
    return Finding(path, place.line, place.column, code, what, helps, suggestion=meant, width=place.width)


def _model_at(model: type[BaseModel], loc: tuple[Any, ...]) -> type[BaseModel]:
    """The model that describes the mapping at `loc`, found by the names of its fields and tags on the way."""
    for index, part in enumerate(loc):
        field = field_called(model, part)
        inner = field.shape.models if field else ()
        if not inner:
            continue
        tag = loc[index + 1] if index + 1 < len(loc) else None
        model = next((one for one in inner if tag in tags_of(one)), inner[0])
    return model


def _fields(entry: Entry, above: tuple[Any, ...]) -> tuple[list[str], list[str]]:
    """The fields that may stand in the mapping at `above`: those that do, and those that do not yet."""
    data = _value(entry, above)
    model = _model_at(entry.kind.model, above)
    names = [field.key for field in fields_of(model).values() if field.heading is None]
    return [name for name in names if name in data], [name for name in names if name not in data]


def _about(model: type[BaseModel], loc: tuple[Any, ...]) -> str:
    """What the missing field is for, from the model."""
    field = field_called(_model_at(model, loc[:-1]), loc[-1])
    about = field.about if field else ""
    return f"Zet het erbij: {about[:1].lower()}{about[1:]}" if about else "Zet het erbij."
