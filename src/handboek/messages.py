"""What pydantic found wrong, said in Dutch to the person who wrote it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from handboek.finding import Finding
from handboek.model.text import ADDRESS, SLUG

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from handboek.load import Entry

SYNONYMS = {
    "titel": "title",
    "samenvatting": "summary",
    "doel": "goal",
    "duur": "duration",
    "tijd": "minutes",
    "minuten": "minutes",
    "vragen": "questions",
    "rollen": "roles",
    "rol": "roles",
    "bron": "source",
    "bronnen": "source",
    "sources": "source",
    "datum": "date",
    "nagelezen": "checked",
    "plaats": "place",
    "fase": "phases",
    "phase": "phases",
    "fasen": "phases",
    "stappen": "steps",
    "stap": "steps",
    "doelgroep": "audience",
    "voor_wie": "audience",
    "papier": "size",
    "formaat": "size",
    "tekst": "text",
    "naam": "name",
    "voorbeeld": "example",
    "rijen": "rows",
    "kolommen": "columns",
    "vorm": "layout",
    "organisatie": "organisation",
    "tools": "tools",
    "hulpmiddelen": "tools",
    "bladzijden": "pages",
    "voorbereiding": "preparation",
    "afsluiting": "closing",
    "wanneer": "when",
    "wanneer_niet": "when_not",
}
"""Words that people write for a field, which no spelling distance finds."""


def quoted(names: Iterable[str]) -> str:
    """The names as a Dutch list: `a`, `b` of `c`."""
    marked = [f"`{name}`" for name in names]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} of {marked[-1]}"


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that somebody most likely meant, if one is near enough."""
    found = get_close_matches(word, list(candidates), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """A question that offers the nearest candidate, or nothing."""
    near = nearest(word, candidates)
    return f"Bedoelde je `{near}`?" if near else ""


def _plural(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _pattern(error: ErrorDetails) -> tuple[str, str]:
    pattern, value = error["ctx"]["pattern"], error["input"]
    if pattern == SLUG:
        return (
            f"`{value}` kan niet als korte naam.",
            "Gebruik kleine letters, cijfers en streepjes, zonder spaties: `deur-tot-deur`.",
        )
    if pattern == ADDRESS:
        return (
            f"`{value}` is geen adres van een stuk.",
            "Schrijf het adres zoals in de adresbalk, zonder schuine streep aan het begin of eind: `gesprekken/open-agenda`.",
        )
    shapes = {
        "^#": "een kleur als `#1d4e7a`",
        r"^\d{4}": "een maand als `2026-11`",
        "^([01]": "een tijd als `13:00`",
        "^https": "een webadres dat met `https://` begint",
    }
    shape = next((text for start, text in shapes.items() if pattern.startswith(start)), "een andere vorm")
    return f"`{value}` heeft niet de vorm die hier hoort.", f"Hier hoort {shape}."


def _empty_or(text: str) -> Callable[[ErrorDetails], tuple[str, str]]:
    def say(error: ErrorDetails) -> tuple[str, str]:
        if error["input"] is None:
            return (
                f"Het veld `{name_of(error)}` is leeg.",
                "Vul het in, of haal de regel weg als het veld niet verplicht is.",
            )
        return f"Bij `{name_of(error)}` hoort {text}.", SHAPES.get(text, "")

    return say


SHAPES = {
    "een tekst": "Schrijf één stuk tekst, geen lijst en geen velden.",
    "een lijst": "Zet elk punt op een eigen regel, met een streepje en een spatie ervoor.",
    "een groep velden": "Schrijf de velden onder elkaar, ingesprongen, elk met een dubbele punt.",
    "een heel getal": "Schrijf alleen cijfers, zonder punt, komma of woord erbij.",
    "`true` of `false`": "Schrijf `true` voor ja of `false` voor nee.",
    "een dag": "Schrijf de dag als jaar-maand-dag: `2026-11-24`. De dag moet bestaan.",
}


def _too_long(error: ErrorDetails) -> tuple[str, str]:
    most, length = error["ctx"]["max_length"], len(str(error["input"]))
    return (
        f"De tekst bij `{name_of(error)}` is te lang: {length} tekens, en er passen er {most}.",
        f"Kort hem in met minstens {_plural(length - most, 'teken', 'tekens')}.",
    )


TEXTS: dict[str, Callable[[ErrorDetails], tuple[str, str]]] = {
    "missing": lambda e: (f"Het veld `{name_of(e)}` ontbreekt.", ""),
    "extra_forbidden": lambda e: (f"Het veld `{name_of(e)}` ken ik hier niet.", ""),
    "string_type": _empty_or("een tekst"),
    "string_too_short": lambda e: (f"Het veld `{name_of(e)}` is leeg.", "Vul het in."),
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "int_parsing": _empty_or("een heel getal"),
    "int_parsing_size": _empty_or("een heel getal"),
    "int_type": _empty_or("een heel getal"),
    "int_from_float": _empty_or("een heel getal"),
    "greater_than_equal": lambda e: (f"`{name_of(e)}` is te klein.", f"Het kleinste dat kan is {e['ctx']['ge']}."),
    "less_than_equal": lambda e: (f"`{name_of(e)}` is te groot.", f"Het grootste dat kan is {e['ctx']['le']}."),
    "bool_parsing": _empty_or("`true` of `false`"),
    "bool_type": _empty_or("`true` of `false`"),
    "date_type": _empty_or("een dag"),
    "date_parsing": _empty_or("een dag"),
    "date_from_datetime_parsing": _empty_or("een dag"),
    "date_from_datetime_inexact": _empty_or("een dag"),
    "value_error": _empty_or("een dag"),
    "literal_error": lambda e: (
        f"`{e['input']}` kan hier niet staan.",
        f"Kies uit {e['ctx']['expected'].replace(' or ', ' of ').replace(chr(39), '`')}.",
    ),
    "too_short": lambda e: (
        f"Bij `{name_of(e)}` staan er te weinig: {e['ctx']['actual_length']}, en het minste is {e['ctx']['min_length']}.",
        "Vul aan.",
    ),
    "too_long": lambda e: (
        f"Bij `{name_of(e)}` staan er te veel: het meeste is {e['ctx']['max_length']}.",
        "Schrap of voeg samen.",
    ),
    "tuple_type": _empty_or("een lijst"),
    "model_type": _empty_or("een groep velden"),
    "model_attributes_type": _empty_or("een groep velden"),
    "union_tag_invalid": lambda e: (
        f"`{e['ctx']['tag']}` kan hier niet staan.",
        f"Kies uit {e['ctx']['expected_tags'].replace(chr(39), '`')}.",
    ),
    "union_tag_not_found": lambda e: (
        f"Het veld {e['ctx']['discriminator'].replace(chr(39), '`')} ontbreekt.",
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


def name_of(error: ErrorDetails) -> str:
    """The name of the field that an error is about."""
    names = [part for part in error["loc"] if isinstance(part, str)]
    return names[-1] if names else "dit veld"


def explain(errors: list[ErrorDetails], entry: Entry) -> Iterator[Finding]:
    """One finding a cause: a misspelt field is one finding, not one unknown and one missing field."""
    missing = {e["loc"]: e for e in errors if e["type"] == "missing"}
    for error in errors:
        if error["type"] != "extra_forbidden":
            continue
        wrong = str(error["loc"][-1])
        open_fields = _open_fields(entry.kind.model, error["loc"], entry)
        synonym = SYNONYMS.get(wrong.lower())
        meant = synonym if synonym in open_fields else nearest(wrong, open_fields)
        if meant:
            missing.pop((*error["loc"][:-1], meant), None)
        what, _ = TEXTS["extra_forbidden"](error)
        helps = f"Bedoelde je `{meant}`?" if meant else "Haal de regel weg; deze gegevens horen hier niet."
        yield _finding(entry, error, what, helps, key=True)
    for error in errors:
        if error["type"] == "extra_forbidden" or (error["type"] == "missing" and error["loc"] not in missing):
            continue
        what, helps = TEXTS[error["type"]](error)
        if error["type"] == "missing":
            helps = _about(entry.kind.model, error["loc"])
        yield _finding(entry, error, what, helps)


def _finding(entry: Entry, error: ErrorDetails, what: str, helps: str, *, key: bool = False) -> Finding:
    loc = error["loc"]
    if error["type"] == "missing":
        loc = loc[:-1]
    if error["type"] == "union_tag_invalid":
        loc = (*loc, error["ctx"]["discriminator"].strip("'"))
    place = entry.place(loc, key=key)
    code = CODES.get(error["type"], "waarde")
    return Finding(entry.document.path, place.line, place.column, code, what, helps)


def _model_at(model: type[BaseModel], loc: tuple[Any, ...], data: Any) -> type[BaseModel]:
    """The model that describes the mapping at `loc`, found by the names of its fields on the way."""
    from handboek.model.schema import models_of  # noqa: PLC0415  (the schema walks the same models)

    for part in loc:
        field = model.model_fields.get(part) if isinstance(part, str) else None
        if field is None:
            continue
        inner = models_of(field.annotation)
        tag = str(loc[loc.index(part) + 1]) if len(loc) > loc.index(part) + 1 else ""
        model = next((m for m in inner if tag and tag in _tags(m)), inner[0] if inner else model)
    return model


def _tags(model: type[BaseModel]) -> tuple[str, ...]:
    from typing import get_args  # noqa: PLC0415

    field = model.model_fields.get("layout")
    return get_args(field.annotation) if field else ()


def _open_fields(model: type[BaseModel], loc: tuple[Any, ...], entry: Entry) -> list[str]:
    """The fields that could stand beside the unknown one and do not yet."""
    data: Any = entry.document.data
    for part in (*entry.loc, *loc[:-1]):
        if (isinstance(data, list) and isinstance(part, int) and part < len(data)) or (
            isinstance(data, dict) and part in data
        ):
            data = data[part]
    used = set(data) if isinstance(data, dict) else set()
    fields = _model_at(model, loc[:-1], data).model_fields
    return [field.alias or name for name, field in fields.items() if (field.alias or name) not in used]


def _about(model: type[BaseModel], loc: tuple[Any, ...]) -> str:
    """What the missing field is for, from the model."""
    field = _model_at(model, loc[:-1], None).model_fields.get(str(loc[-1]))
    return (
        f"Zet het erbij: {field.description[0].lower()}{field.description[1:]}"
        if field and field.description
        else "Zet het erbij."
    )
