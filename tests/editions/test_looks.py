"""What an edition says of itself takes the place of what its base says, and what cannot be used is told in its own file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from laid import FOLDER, laid

from conftest import KLEIN
from handboek import adapted, checks, sender
from handboek.colours import LEAST, contrast, nearest
from handboek.content import open_handbook
from handboek.edition.looks import mark
from handboek.finding import Unreadable
from handboek.handbook import Handbook
from handboek.model.tools import Blank
from handboek.project import open_project
from handboek.render.letters import filled

SAID = "naam: Onze straat\norganisatie: De Linde\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    own = tmp_path / "eigen-werk"
    (own / "eigen").mkdir(parents=True)
    (own / "editie.yml").write_text(SAID, encoding="utf-8")
    return laid(own, KLEIN, tmp_path / "uitgave")


def opened(root: Path, more: str = "") -> Handbook:
    (root / "editie.yml").write_text(SAID + more, encoding="utf-8")
    return open_handbook(root)


def told(book: Handbook) -> list[tuple[str, int, str, str]]:
    return [(one.path, one.line, one.code, f"{one.text} {one.advice}") for one in checks.run(book)]


def test_the_name_is_its_own_and_no_address_of_the_base_is_left(root: Path):
    book = opened(root)
    method = book.method
    assert (method.name, method.title, method.mark) == ("Onze straat", "Onze straat", "DL")
    assert (method.url, method.mail, method.repo) == (None, None, None)
    assert told(book) == []
    assert "aanpassingen" not in book.lists, "there is nothing to show"
    assert adapted.independence(book).startswith(
        "Dit is een uitgave van De Linde, op de basis van De basis, uitgave november 2026."
    )
    assert "‘Deze methode is verzonnen.’" in adapted.independence(book)


@pytest.mark.parametrize(
    ("name", "letters"), [("De Linde", "DL"), ("woonbedrijf", "W"), ("Goed Wonen Noord", "GW"), ("(…)", "(")]
)
def test_an_icon_has_the_letters_of_the_organisation(name: str, letters: str):
    assert mark(name) == letters


def test_a_colour_that_cannot_be_read_comes_with_the_first_that_can(root: Path):
    found = told(opened(root, 'kleur: "#f2c94c"\n'))
    assert [one[:3] for one in found] == [("editie.yml", 3, "contrast")]
    assert f"`{nearest('#f2c94c')}`" in found[0][3]


@pytest.mark.parametrize("colour", ["#f2c94c", "#ff0000", "#ffffff", "#00ff88", "#777777"])
def test_the_first_colour_that_can_be_read_is_only_just_that(colour: str):
    assert LEAST <= contrast(nearest(colour)) < LEAST + 0.35
    assert nearest("#1d4e7a") == "#1d4e7a"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "staat niet naast"),
        ("<svg>", "geen hele SVG"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script/></svg>', "<script>"),
    ],
)
def test_a_logo_that_cannot_be_used_is_told_and_does_not_reach_the_site(root: Path, content: str | None, says: str):
    if content is not None:
        (root / "logo.svg").write_text(content, encoding="utf-8")
    ((path, line, _, text),) = told(opened(root, "logo: logo.svg\n"))
    assert (path, line) == ("editie.yml", 3)
    assert says in text
    assert not (open_project(root).templates / "print" / "logo.svg").exists()


def test_a_logo_reaches_site_and_paper(root: Path):
    shutil.copyfile(FOLDER / "linde" / "logo.svg", root / "logo.svg")
    assert told(opened(root, "logo: logo.svg\n")) == []
    templates = open_project(root).templates
    for name in ("site/assets/logo.svg", "print/logo.svg"):
        assert "1d5e3a" in (templates / name).read_text(encoding="utf-8")


def test_a_letter_knows_what_the_edition_says(root: Path):
    book = opened(
        root,
        "telefoon: 085 000 00 00\nprivacy: {functie: functionaris, mail: privacy@delinde.example}\n"
        "contact: [{functie: Opzichter bouw, telefoon: 085 000 00 01}]\n",
    )
    blanks = (
        Blank(id="wij", label="organisatie", own="organisatie"),
        Blank(id="telefoon", label="nummer", own="team-nummer"),
        Blank(id="organisatie", label="naam van de organisatie van bewoners"),
    )
    assert sender.known(book, blanks) == {
        "wij": "De Linde",
        "afzender-organisatie": "De Linde",
        "telefoon": "085 000 00 00",
        "telefoon-opzichter-bouw": "085 000 00 01",
        "functionaris": "functionaris, privacy@delinde.example",
    }
    assert "contact" in book.lists
    assert sender.known(open_handbook(KLEIN), blanks) == {}


def test_a_telephone_number_stays_on_one_line_in_a_letter():
    said = filled("<p>Bel {nummer}.</p>", (Blank(id="nummer", label="nummer"),), {"nummer": "085 000 00 00"})
    assert said == '<p>Bel <span class="whole">085 000 00 00</span>.</p>'


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("contact: [{functie: opzichter, waarvoor: Iets is kapot.}]", "Bij `opzichter` staat geen nummer"),
        ("privacy: {functie: functionaris}", "Bij `functionaris` staat geen nummer"),
        ("bereikbaar: van 9 tot 17 uur", "Vul ook `telefoon` in"),
        (
            "contact: [{functie: opzichter, telefoon: 085 000 00 01}, {functie: Opzichter, telefoon: 085 000 00 02}]",
            "`Opzichter` staat er twee keer",
        ),
    ],
)
def test_who_cannot_be_reached_by_what_is_filled_in_is_told(root: Path, said: str, says: str):
    ((path, line, _, text),) = told(opened(root, f"{said}\n"))
    assert (path, line) == ("editie.yml", 3)
    assert says in text


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("telefoon: abc", "`abc` is geen telefoonnummer"),
        ("adres: {straat: Laan 1, postcode: 12 AB, plaats: Stad}", "`12 AB` is geen postcode"),
        ("logo: beeld/logo.svg", "zonder map ervoor"),
        ("woorden: [{van: buur, naar: dorpsgenoot, van_meervoud: buren}]", "allebei"),
        ('colour: "#123456"', "Bedoelde je `kleur`?"),
        ("contact: [{functie: balie, phone: 085 000 00 00}]", "Bedoelde je `telefoon`?"),
        ("weg: {phases: [doen]}", "Bedoelde je `fasen`?"),
    ],
)
def test_a_value_or_field_that_cannot_be_is_told_in_the_words_of_the_file(root: Path, said: str, says: str):
    (root / "editie.yml").write_text(f"{SAID}{said}\n", encoding="utf-8")
    with pytest.raises(Unreadable) as error:
        open_handbook(root)
    (finding,) = error.value.findings
    assert (finding.path, finding.line) == ("editie.yml", 3)
    assert says in f"{finding.text} {finding.advice}"
    assert [one.text for one in checks.run(open_handbook(root, loosely=True))] == [finding.text]


def test_all_that_is_wrong_in_the_settings_and_beside_them_is_told_in_one_run(root: Path):
    said = """naam: Proef
organisatie:
telefoon: abc
kleur: "#ffe100"
logo: nergens.svg
weg: {fasen: [doenn, blijven], stukken: zomaar}
woorden:
  - {van: nergensstaand, naar: iets}
  - {van: buur}
"""
    (root / "editie.yml").write_text(said, encoding="utf-8")
    (root / "eigen" / "los.yml").parent.mkdir(exist_ok=True)
    (root / "eigen" / "los.yml").write_text("title: Los\n", encoding="utf-8")
    found = checks.run(open_handbook(root, loosely=True))
    lines = [(one.line, one.code) for one in found if one.path == "editie.yml" and one.severity == "error"]
    assert sorted(lines) == [
        (2, "leeg"), (3, "waarde"), (4, "contrast"), (5, "uitgave"), (6, "uitgave"), (6, "waarde"), (9, "ontbreekt"),
    ]  # fmt: skip
    assert [one.code for one in found if one.path == "eigen/los.yml"] == ["vreemd-bestand"]
    assert [one.line for one in found if "nergensstaand" in one.text] == [8]


@pytest.mark.parametrize(
    ("said", "says"),
    [("was: Een praatje, wordt: Een gesprek, weg: ja", "Kies er één"), ("weg: ja", "Schrijf bij `was`")],
)
def test_a_change_that_is_no_single_change_is_told_with_what_to_write(root: Path, said: str, says: str):
    own = root / "eigen" / "tools" / "guides" / "praatje.yml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(f"verandert:\n  - {{veld: title, {said}}}\n", encoding="utf-8")
    assert says in " ".join(text for path, _, _, text in told(opened(root)) if path == "eigen/tools/guides/praatje.yml")
