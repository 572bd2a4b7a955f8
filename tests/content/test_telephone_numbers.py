"""Telephone numbers: each is in the data with its day, and stands everywhere as it stands there."""

from __future__ import annotations

import re

import pytest
import yaml
from pydantic import ValidationError

from conftest import ROOT
from handboek import dutch
from handboek.checks.rules import public_number
from handboek.handbook import Handbook
from handboek.model.kinds import BY_TYPE
from handboek.model.reference import PhoneNumber
from handboek.project import open_project
from handboek.render.renderer import Renderer
from handboek.site import allowed
from handboek.site.rendered import BuiltPage

FILE = ROOT / BY_TYPE["number"].files
ANY = re.compile(r"(?<![\w/-])0[89]00[ -]?\d{4,7}(?![\w-])|\b[Bb]el(?:t|len)? (?:direct )?(11\d)\b")


def test_every_number_has_the_day_on_which_somebody_looked_it_up_and_where():
    numbers = yaml.safe_load(FILE.read_text(encoding="utf-8"))["numbers"]
    assert len(numbers) >= 7
    for number in numbers:
        PhoneNumber.model_validate(number)
        for field in ("checked", "address", "open", "cost", "what"):
            with pytest.raises(ValidationError):
                PhoneNumber.model_validate({name: value for name, value in number.items() if name != field})


def test_no_file_of_the_content_names_a_number_that_is_not_in_the_data(handbook: Handbook):
    """Read apart from the rule: from the files themselves, in the simplest words."""
    known = {number.data.number for number in handbook.of("number")}
    found = set()
    for folder in ("phases", "tools", "docs"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in (".yml", ".md") and path != FILE:
                for match in ANY.finditer(path.read_text(encoding="utf-8")):
                    found.add(match[1] or match[0])
    assert found
    assert found <= known


def test_the_rule_finds_none_in_the_content(handbook: Handbook):
    assert list(public_number.check(handbook)) == []


def test_the_table_shows_each_number_to_tap_with_its_day(handbook: Handbook):
    table = str(Renderer(handbook, ROOT / "overrides").fill("pieces/parts/numbers.html", numbers=handbook.of("number")))
    assert table.count("<tr") == len(handbook.of("number")) + 1
    for number in handbook.of("number"):
        assert f'<a href="{number.data.tel}">{number.data.number}</a>' in table
        assert number.data.address in table
    assert handbook.pieces["number", "veilig-thuis"].data.tel == "tel:08002000"
    for number in handbook.of("number"):
        assert dutch.month(f"{number.data.checked:%Y-%m}") in table
    assert len(re.findall(r"(?:november|december) 2026", table)) == len(handbook.of("number"))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Bel 0800-2000 of 112.", []),
        ("Bel 0800 2000.", ["0800 2000"]),
        ("Bel 08002000.", ["08002000"]),
        ("Bel 0800-20.00.", ["0800-20.00"]),
        ("Bel 0800-9999.", ["0800-9999"]),
        ("Bel 0900-0113, of 0900 - 8844.", ["0900-0113", "0900 - 8844"]),
        ("Er zijn 113 woningen en 118 huurders.", []),
        ("Bel bij brand 118.", ["118"]),
        ("Het huis kost € 0800 per jaar, en 112 procent.", []),
        ("Bel ons kantoor. Er zijn 119 deuren.", []),
        ("Vul in: 000-0000000.", []),
        ("Kijk op https://voorbeeld.example/0800-1234/ naar meer.", []),
    ],
)
def test_what_counts_as_a_number_for_everybody(handbook: Handbook, text: str, wrong: list[str]):
    known = {re.sub(r"\D", "", piece.data.number): piece for piece in handbook.of("number")}
    passage = public_number.Passage(handbook.of("step")[0].entry, ("summary",), text, False)
    said = [finding.text for finding in public_number._written(passage, known)]
    assert [one.split("Het nummer ")[1].split(" staat")[0] for one in said] == wrong


def test_only_the_numbers_of_the_data_can_be_tapped(handbook: Handbook):
    """A page that leads to another number came from nowhere, and is not published."""
    page = BuiltPage(links=["tel:112", "tel:08002000", "tel:0612345678"])
    said = list(allowed.problems({"veilig-op-pad/index.html": page}, lambda _: (), handbook, open_project(ROOT)))
    assert [one for one in said if "tel:" in one] == [
        "veilig-op-pad/index.html: de link tel:0612345678 komt niet uit de inhoud."
    ]
