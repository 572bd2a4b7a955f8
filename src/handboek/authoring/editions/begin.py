"""Begin an edition: the base as it came, room for what is its own, and a file that says whose it is, with each field explained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from handboek import sender
from handboek.authoring.editions import source
from handboek.authoring.start import as_yaml, given, write, wrong_name
from handboek.dutch import count
from handboek.edition import base as bases
from handboek.model import schema
from handboek.model.edition import Base, Edition
from handboek.model.introspect import Field, fields_of
from handboek.model.kinds import KINDS
from handboek.resources import BASE, EDITION, EXAMPLE, FOLDERS, OWN
from handboek.system import transaction
from handboek.system.clock import today

READ_FIRST = f"""{OWN}/README.md"""
ABOUT = f"""# Wat van jullie is

In deze map staat wat jullie uitgave anders doet dan de basis. Deze map heeft dezelfde mappen als `basis/`.

- Een tekst van de basis in eigen woorden: `handboek edition change gesprekken/praatje woorden uit de tekst`. Die opdracht
  maakt hier een bestand met de tekst van de basis. Schrijf jullie tekst bij `wordt`.
- Een nieuw blad: `handboek new worksheet`. Die opdracht vraagt wat nodig is en zet het bestand hier op zijn plek.
  Zo maak je ook een ander stuk: {", ".join(f"`{kind.type}` ({kind.name})" for kind in KINDS if kind.scaffold)}.
  Of neem een bestand uit `basis/` over, geef het een andere naam, en verander het.
- Wat je weglaat, schrijf je in `editie.yml` bij `weg`.

Verander niets in `basis/`: een nieuwe basis zou dat wissen. Deze tekst komt niet op de website.
"""
ONCE = {
    "logo": "logo.svg",
    "sjabloon": "huisstijl.docx",
    "kort": "Samen",
    "kleur": '"#1d4e7a"',
    "url": "https://www.jouw-organisatie.nl/handboek/",
    "mail": "redactie@jouw-organisatie.nl",
    "straat": "Straat 1",
    "postcode": "1234 AB",
    "plaats": "Plaats",
    "telefoon": "000 000 00 00",
    "bereikbaar": "maandag tot en met vrijdag van 9 tot 17 uur",
    "functie": "klantenservice",
    "waarvoor": "een kapotte lamp in de hal",
    "talen": "[en]",
    "soorten": "[]",
    "fasen": "[]",
    "stukken": "[]",
    "van": "woord",
    "naar": "ander woord",
    "van_meervoud": "woorden",
    "naar_meervoud": "andere woorden",
    "van_lidwoord": "het",
    "naar_lidwoord": "het",
    "vertaald": "[{taal: en, van: word, naar: other word}]",
}
"""What stands behind a field that nobody filled in yet, as an example behind a `#`."""


def new(folder: Path, given_base: str, name: str, organisation: str) -> int:
    """Ask what is not given, write the edition into `folder` and say what comes next; gives the exit code.

    Raises `prompts.Stopped`, `WrongUse` for what is no base, and `transaction.Refused` where a file would stand in the way.
    """
    taken = next((one for one in (EDITION, BASE, OWN, *FOLDERS) if (folder / one).exists()), None)
    if taken:
        raise transaction.Refused(f"`{taken}` bestaat al in {folder}. {transaction.NOTHING} Kies een lege map.")
    with source.opened(given_base) as base:
        organisation = given(
            "Van wie is de uitgave, zoals anderen jullie noemen", organisation, "", _wrong_organisation
        )
        name = given("Hoe heet de uitgave", name, f"{base.name} bij {organisation}"[:70], wrong_name)
        files = dict(written(base, {"naam": name, "organisatie": organisation}))
    write(folder, files)
    inside = "" if folder.resolve() == Path.cwd() else f"\n  cd {folder}"
    print(
        f"\nGemaakt: {folder}, op {base.name} ({base.release}) met {count(len(base.files), 'bestand', 'bestanden')}. Typ nu:\n{inside}\n"
        "  handboek check               om te zien of alles klopt\n"
        "  handboek serve               om de website te zien, op http://127.0.0.1:8000\n"
        "  handboek edition change      om een tekst in je eigen woorden te schrijven\n"
        "  handboek edition status      om te zien waar de uitgave staat\n\n"
        f"Begin met `{EDITION}`: elk veld staat erin, met wat het doet."
    )
    return 0


def _wrong_organisation(typed: str) -> str:
    return (
        ""
        if 0 < len(typed) <= 40 and any(sign.isalnum() for sign in typed)
        else "Typ een naam van hoogstens 40 tekens."
    )


def written(base: source.Source, said: Mapping[str, str]) -> Iterator[tuple[str, str | bytes]]:
    """The files of a new edition, by path."""
    yield (
        EDITION,
        settings(said, sender.asked(content.decode() for path, content in base.files.items() if path.endswith(".yml"))),
    )
    for path, content in base.files.items():
        yield f"{BASE}/{path}", content
    yield bases.FILE, told(base)
    yield READ_FIRST, ABOUT
    yield (
        ".gitignore",
        f"{(EXAMPLE / 'gitignore').read_text(encoding='utf-8').rstrip()}\n/.vorige/\n/.vorige-weg/\n/.ongedaan/\n/.nieuw/\n",
    )
    yield from schema.edition_files().items()


def told(base: source.Source, number: int = 1) -> str:
    """The text of the file beside the base that says what it is."""
    files = bases.hashes_of(base.files)
    about = Base(
        naam=base.name,
        uitgave=base.release,
        url=base.url,
        hash=bases.digest_of(files),
        opgehaald=today().isoformat(),
        nummer=number,
    )
    return bases.said_of(files, about)


def settings(said: Mapping[str, str], called: Sequence[str] = ()) -> str:
    """The text of `editie.yml`: what is said, and every other field behind a `#` with what it is for.

    `called` are the functions of which the letters of the base ask the number.
    """
    head = "# Van wie deze uitgave is en hoe ze eruitziet. Haal het hekje voor een veld weg om het te\n# gebruiken; staan er velden onder, dan ook daarvoor.\n"
    text = head + "".join(f"\n{_field(one, said)}" for one in fields_of(Edition).values())
    asks = f"# De brieven van deze basis vragen om: {', '.join(called)}.\n#contact:\n"
    return text.replace("#contact:\n", asks) if called else text


def _field(field: Field, said: Mapping[str, str]) -> str:
    about = f"# {field.about}\n"
    if field.key in said:
        return f"{about}{field.key}: {as_yaml(said[field.key])}\n"
    models = field.shape.models
    if not models:
        return f"{about}#{field.key}: {ONCE.get(field.key, '')}\n".replace(": \n", ":\n")
    begin = "- " if field.shape.item else ""
    return about + "".join(f"#{line}\n" for line in [f"{field.key}:", *_inner(models[0], begin)])


def _inner(model: type[BaseModel], begin: str) -> Iterator[str]:
    """The fields of a model that stands in another, each with what it is for."""
    for index, one in enumerate(fields_of(model).values()):
        value: Any = ONCE.get(one.key, "")
        yield f"  {' ' * len(begin)}# {one.about}"
        yield f"  {begin if index == 0 else ' ' * len(begin)}{one.key}: {value}"
