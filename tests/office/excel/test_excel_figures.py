"""More figures: what the other files work out, and that a program works out the same."""

from __future__ import annotations

import datetime
import random
from pathlib import Path
from typing import Any

import pytest
import spreadsheets as xl
from test_excel import SLUGS
from test_excel_meter import counted

from conftest import real
from handboek.tables import List
from handboek.worked_out import NO_DAY
from scripts import logic

DAY = datetime.date(2020, 5, 3)
"""A day that is over, whatever the clock says."""
LATER = datetime.date(2098, 5, 3)


def promises() -> dict[tuple[str, str, int], Any]:
    """A line of each way in which a promise can stand."""
    rows = [
        {"voor": DAY, "klaar": DAY},
        {"voor": DAY, "klaar": DAY + datetime.timedelta(1), "gebeld": DAY},
        {"voor": DAY},
        {"voor": DAY, "nieuw": LATER},
        {"voor": LATER, "gebeld": DAY},
        {"datum": DAY},
        {"klaar": DAY},
        {"voor": LATER, "nieuw": DAY},
        {"voor": DAY, "nieuw": LATER, "klaar": DAY + datetime.timedelta(1)},
        {"voor": DAY, "nieuw": LATER, "klaar": DAY},
        {"voor": LATER, "nieuw": DAY, "klaar": DAY + datetime.timedelta(1)},
        {"nieuw": DAY, "klaar": DAY},
        {"beloofd": "de lamp"},
        {"voor": "morgen", "gebeld": DAY},
    ]
    return {("lijst", key, at): value for at, row in enumerate(rows) for key, value in row.items()}


def test_a_promise_stands_as_its_days_say():
    tables = xl.source("toezeggingen").tables
    sheet = xl.worked_out("toezeggingen", promises())
    found = [sheet[xl.spot(tables, "lijst", "stand", row)] for row in range(14)]
    assert found == [
        "klaar op tijd",
        "klaar, te laat",
        "te laat",
        "staat nog open",
        "staat nog open",
        "geen dag",
        "klaar",
        "te laat",
        "klaar, op de nieuwe dag",
        "klaar op tijd",
        "klaar, te laat",
        "klaar op tijd",
        "geen dag",
        NO_DAY,
    ]
    now = {
        key: sheet[xl.spot(tables, "nu", key)]
        for key in ("op_tijd", "op_nieuw", "te_laat_klaar", "klaar_zonder_dag", "open", "te_laat", "zonder_dag", "stil")
    }
    assert now == {
        "op_tijd": 4,
        "op_nieuw": 1,
        "te_laat_klaar": 2,
        "klaar_zonder_dag": 1,
        "open": 6,
        "te_laat": 2,
        "zonder_dag": 2,
        "stil": 11,
    }


DATED = [
    (slug, tab.key, column.key)
    for slug in SLUGS
    for tab in xl.source(slug).tables.tabs
    if isinstance(tab, List) and any(one.formula and one.kind == "tekst" for one in tab.columns)
    for column in tab.columns
    if column.kind == "datum"
]
"""Every column of days beside one that says how a row stands."""


@pytest.mark.parametrize(("slug", "table", "key"), DATED, ids=str)
def test_words_are_no_day(slug: str, table: str, key: str):
    """Also in a row that says all is well without them."""
    tables = xl.source(slug).tables
    says = next(tab for tab in tables.tabs if tab.key == table).columns  # type: ignore[union-attr]
    stand = next(one.key for one in says if one.formula and one.kind == "tekst")
    row = {one.key: DAY for one in says if one.kind == "datum"}
    for filled, expected in ((row, False), (row | {key: "morgen"}, True), ({key: "25-11-2026"}, True)):
        sheet = xl.worked_out(slug, {(table, name, 0): value for name, value in filled.items()})
        assert (sheet[xl.spot(tables, table, stand)] == NO_DAY) is expected


def test_a_promise_with_words_for_a_day_is_looked_through_again():
    tables = xl.source("toezeggingen").tables
    filled = {("lijst", "voor", 0): "morgen", ("lijst", "klaar", 1): "x", ("lijst", "voor", 2): DAY}
    sheet = xl.worked_out("toezeggingen", filled)
    now = [sheet[xl.spot(tables, "nu", key)] for key in ("nakijken", "open", "te_laat")]
    assert now == [2, 1, 1]


def test_the_day_itself_is_on_time():
    filled = {("lijst", "voor", 0): xl.TODAY, ("lijst", "voor", 1): DAY, ("lijst", "klaar", 1): DAY}
    sheet, tables = xl.worked_out("toezeggingen", filled), xl.source("toezeggingen").tables
    said = [sheet[xl.spot(tables, "lijst", "stand", row)] for row in range(2)]
    assert said == ["staat nog open", "klaar op tijd"]


def rounds(seed: int, doors: int = 24) -> tuple[list[list[tuple[str, str]]], dict[tuple[str, str, int], Any]]:
    """Doors with tries (part of the day, outcome) made up at random, and the same filled in."""
    luck, tool = random.Random(seed), real().one("round")
    tries = [
        [(luck.choice(tool.dayparts).name, luck.choice(tool.outcomes).name) for _ in range(luck.randint(0, tool.tries))]
        for _ in range(doors)
    ]
    filled: dict[tuple[str, str, int], Any] = {}
    for row, one in enumerate(tries):
        filled["deuren", "deur", row] = f"D-{row:02}"
        for number, (part, outcome) in enumerate(one, 1):
            filled |= {
                ("deuren", f"dag{number}", row): DAY,
                ("deuren", f"deel{number}", row): part,
                ("deuren", "uitslag", row): outcome,
            }
    return tries, filled


def test_a_round_stands_as_on_the_site():
    """Which doors are done, and which parts of the day nobody tried, by the site's own script."""
    tool, tables = real().one("round"), xl.source("rondeplanning-deuren").tables
    tries, filled = rounds(1)
    sheet = xl.worked_out("rondeplanning-deuren", filled)
    ids = {one.name: one.id for one in (*tool.outcomes, *tool.dayparts)}
    promised = {one.name for one in tool.outcomes if one.promises}
    with logic("logic/round.js") as page:
        done = 0
        for row, one in enumerate(tries):
            spot = {
                "tries": [{"day": "2020-05-03", "daypart": ids[part], "outcome": ids[outcome]} for part, outcome in one]
            }
            said = sheet[xl.spot(tables, "deuren", "nu", row)]
            finished = page.evaluate("spot => Round.done(spot, WORDS.round)", spot)
            left = page.evaluate("spot => Round.left(spot, WORDS.round)", spot)
            assert (said == "klaar" or said.startswith("stop")) == finished, (one, said)
            agreed = bool(one) and one[-1][1] in promised
            assert (said == "ga naar de afspraak") == agreed
            assert sheet[xl.spot(tables, "deuren", "over", row)] == ("" if finished or agreed else " ".join(left))
            done += finished
    assert 0 < done < len(tries)
    assert any(len(one) == tool.tries and one[-1][1] in promised for one in tries)
    assert sheet[xl.spot(tables, "nu", "klaar")] == done
    for number, outcome in enumerate(tool.outcomes):
        at = xl.spot(tables, "nu", "per_uitslag")
        found = sheet[xl.Spot(at.tab, "value", (at.row or 0) + number)]
        assert found == sum(bool(one) and one[-1][1] == outcome.name for one in tries)


@pytest.mark.parametrize("seed", [3, 4])
def test_the_doors_add_up(seed: int):
    """However each stands, it is in one line of what stands now, for all doors and for those of a stairwell."""
    tables, filled = xl.source("rondeplanning-deuren").tables, rounds(seed)[1]
    filled |= {("deuren", "portiek", row): "AB"[row % 2] for row in range(24)}
    filled |= {("deuren", "dag1", 0): "maandag", ("deuren", "portiek", 30): "B"}
    filled |= {("deuren", "deur", 31): "31", ("deuren", "dag1", 31): DAY, ("deuren", "portiek", 31): "A"}
    filled |= {("portieken", "portiek", 0): "A", ("portieken", "portiek", 1): "B"}
    sheet = xl.worked_out("rondeplanning-deuren", filled)
    lines = ("nakijken", "nooit", "terug", "invullen", "afspraak", "klaar")
    now = {key: sheet[xl.spot(tables, "nu", key)] for key in ("deuren", *lines)}
    assert now["deuren"] == sum(now[key] for key in lines) == 26
    assert min(now["terug"], now["invullen"], now["nakijken"]) > 0
    for key, of in (("deuren", ("deuren",)), ("terug", ("terug",)), ("kijk", ("nakijken", "invullen"))):
        assert sum(sheet[xl.spot(tables, "portieken", key, row)] for row in (0, 1)) == sum(now[one] for one in of)


def test_an_appointment_has_its_day():
    tables, tool = xl.source("rondeplanning-deuren").tables, real().one("round")
    agreed = next(one.name for one in tool.outcomes if one.promises)
    filled: dict[tuple[str, str, int], Any] = {("deuren", "afspraak", 0): xl.TODAY, ("deuren", "afspraak", 1): LATER}
    for row in range(3):
        filled |= {("deuren", "deur", row): f"{row}", ("deuren", "dag1", row): DAY, ("deuren", "uitslag", row): agreed}
    sheet = xl.worked_out("rondeplanning-deuren", filled)
    assert [sheet[xl.spot(tables, "nu", key)] for key in ("afspraak", "vandaag", "zonder_dag")] == [3, 1, 1]


def test_the_hours_are_those_of_the_site():
    """For other numbers of homes and months, by the script of the page on which somebody estimates."""
    tables = xl.source("urenraming").tables
    cases = [(homes, months) for homes in (1, 7, 40, 96, 97, 174, 1000) for months in (6, 24, 35)]
    assert len(cases) >= 20
    with logic("logic/estimate.js") as page:
        for homes, months in cases:
            filled = {("hoeveelheden", "woning", 0): homes, ("hoeveelheden", "maand", 0): months}
            sheet = xl.worked_out("urenraming", filled)
            state = {"amounts": {"woning": homes, "maand": months}, "without": {}}
            found = page.evaluate("state => Estimate.count(WORDS.estimate, state).hours", state)
            assert [sheet[xl.spot(tables, "samen", key)] for key in ("uren", "uren_veel")] == found, (homes, months)


CASES: dict[str, dict[tuple[str, str, int], Any]] = {
    "toezeggingen": promises(),
    "rondeplanning-deuren": {
        **rounds(2)[1],
        ("deuren", "deur", 24): "14", ("deuren", "portiek", 24): "A",
        ("deuren", "deur", 25): "14", ("deuren", "portiek", 25): "A",
        ("deuren", "portiek", 26): "A",
        ("deuren", "deur", 27): "14", ("deuren", "portiek", 27): "B", ("deuren", "afspraak", 27): "25-11-2026",
        ("portieken", "portiek", 0): "A", ("portieken", "portiek", 1): "B",
    },
    "urenraming": {("hoeveelheden", "woning", 0): 41, ("uren", "keren", 3): 5, ("uren", "betaalt", 3): "de gemeente"},
    "capaciteitskalender": {
        ("kalender", "complex", 0): "A", ("kalender", "van", 0): "jr 1 kw 1", ("kalender", "tot", 0): "jr 1 kw 3",
        ("kalender", "complex", 1): "B", ("kalender", "van", 1): "jr 1 kw 3", ("kalender", "tot", 1): "jr 2 kw 1",
        ("kalender", "complex", 2): "C", ("kalender", "van", 2): "jr 2 kw 1", ("kalender", "tot", 2): "jr 1 kw 1",
        ("lukt", "partner", 0): "team", ("lukt", "aantal", 0): 1, ("lukt", "partner", 1): "tolken", ("lukt", "aantal", 1): 3,
    },
    "meetplan": {
        ("plan", "wat", 0): "Eenzaamheid", ("plan", "telt", 0): "telt", ("plan", "voor", 0): DAY,
        ("plan", "tijdens", 0): DAY + datetime.timedelta(90), ("plan", "na", 0): LATER,
        ("plan", "wat", 1): "Rondkomen", ("plan", "telt", 1): "telt",
        ("metingen", "meting", 0): "voor", ("metingen", "gevraagd", 0): 80, ("metingen", "meegedaan", 0): 50,
        ("metingen", "geweigerd", 0): 20, ("metingen", "niet_bereikt", 0): 10,
        ("metingen", "meting", 1): "na", ("metingen", "gevraagd", 1): 10, ("metingen", "meegedaan", 1): 11,
    },
    "startfoto-complex": {
        ("foto", "aantal", 0): 96, ("foto", "bron", 0): "corporatie", ("foto", "dag", 0): DAY,
        ("foto", "aantal", 1): 9, ("foto", "cijfer", 2): "veel gezinnen", ("foto", "vraag", 3): "wie hier tolkt",
    },
    "schouw-schoon-heel-veilig": {
        ("schouw", "schoon", 0): "+", ("schouw", "heel", 0): "+", ("schouw", "veilig", 0): "+",
        ("schouw", "schoon", 1): "+", ("schouw", "heel", 1): "-", ("schouw", "veilig", 1): "+",
        ("schouw", "heel", 2): "-", ("schouw", "wie", 2): "beheer", ("schouw", "klaar", 2): LATER,
        ("schouw", "heel", 3): "-", ("schouw", "wie", 3): "beheer", ("schouw", "klaar", 3): DAY,
        ("schouw", "veilig", 4): "!", ("schouw", "schoon", 5): "?",
    },
    "aannemerskeuze": {
        ("keuze", "a", 0): 4, ("keuze", "b", 0): 2, ("keuze", "c", 0): "?",
        ("keuze", "a", 1): 5, ("keuze", "b", 1): 1, ("keuze", "c", 1): 3,
        ("keuze", "a", 2): 3, ("keuze", "b", 2): 3, ("keuze", "c", 2): 3, ("keuze", "a", 3): 2,
    },
    "draagvlakmeter": {
        **counted(174, 98, 21),
        ("telling", "portiek", 1): "B", ("telling", "huurders", 1): 10,
        ("lijst", "huurder", 200): "B-1", ("lijst", "portiek", 200): "B", ("lijst", "stap", 200): "bellen", ("lijst", "dag", 200): DAY,
        ("lijst", "huurder", 201): "B-2",
        ("telling", "portiek", 2): "C", ("telling", "huurders", 2): 2,
        ("lijst", "huurder", 202): "C-1", ("lijst", "portiek", 202): "C", ("lijst", "antwoord", 202): "ja",
        ("lijst", "huurder", 203): "c-1", ("lijst", "portiek", 203): "C", ("lijst", "antwoord", 203): "ja",
        ("lijst", "portiek", 204): "A", ("lijst", "antwoord", 204): "ja",
    },
}  # fmt: skip
"""Each file, filled in so that most of what it can say is said."""

EXPECTED = {
    ("capaciteitskalender", "kalender", "klopt", 2): "eindigt voor het begin",
    ("capaciteitskalender", "gelukt", "aantal", 0): 1,
    ("meetplan", "plan", "volgende", 0): "na",
    ("meetplan", "samen", "telt", 0): "ja, twee",
    ("meetplan", "metingen", "deel", 0): 0.625,
    ("meetplan", "metingen", "klopt", 1): "klopt niet: meer dan gevraagd",
    ("startfoto-complex", "foto", "let_op", 1): "laat weg: onder de tien",
    ("startfoto-complex", "foto", "let_op", 2): "zet erbij van wie en welke dag",
    ("startfoto-complex", "foto", "let_op", 3): "",
    ("startfoto-complex", "samen", "let_op", 0): 12,
    ("schouw-schoon-heel-veilig", "schouw", "stand", 0): "goed",
    ("schouw-schoon-heel-veilig", "schouw", "stand", 1): "zet er bij wie en wanneer",
    ("schouw-schoon-heel-veilig", "schouw", "stand", 2): "afgesproken",
    ("schouw-schoon-heel-veilig", "schouw", "stand", 3): "de dag is voorbij",
    ("schouw-schoon-heel-veilig", "schouw", "stand", 4): "gevaar: bel nu",
    ("schouw-schoon-heel-veilig", "schouw", "stand", 5): "later terug",
    ("aannemerskeuze", "gemiddeld", "a", 0): 3.5,
    ("aannemerskeuze", "onbekend", "c", 0): 1,
    ("aannemerskeuze", "keuze", "verschil", 0): 2,
    ("aannemerskeuze", "keuze", "praat", 1): "grootste verschil",
    ("draagvlakmeter", "geheel", "huurders", 0): 186,
    ("draagvlakmeter", "geheel", "nakijken", 0): 4,
    ("draagvlakmeter", "geheel", "stand", 0): "kijk dit eerst na",
    ("draagvlakmeter", "telling", "stand", 0): "kijk dit eerst na",
    ("draagvlakmeter", "telling", "nakijken", 1): 0,
    ("draagvlakmeter", "telling", "stand", 2): "kijk dit eerst na",
    ("draagvlakmeter", "lijst", "let_op", 202): "dubbel",
    ("draagvlakmeter", "lijst", "let_op", 203): "dubbel",
    ("draagvlakmeter", "lijst", "let_op", 204): "zet de deur erbij",
    ("rondeplanning-deuren", "deuren", "nu", 24): "dubbel: staat er al",
    ("rondeplanning-deuren", "deuren", "nu", 25): "dubbel: staat er al",
    ("rondeplanning-deuren", "deuren", "nu", 26): "zet de deur erbij",
    ("rondeplanning-deuren", "deuren", "nu", 27): NO_DAY,
    ("rondeplanning-deuren", "nu", "nakijken", 0): 4,
    ("draagvlakmeter", "lijst", "let_op", 200): "de dag is voorbij",
    ("draagvlakmeter", "lijst", "let_op", 201): "kies een portiek",
}
"""What some of their cells say then, by whoever works it out."""


def test_each_file_is_filled_in():
    assert set(CASES) == set(SLUGS)


@pytest.mark.parametrize(
    ("where", "said"), EXPECTED.items(), ids=lambda one: " ".join(map(str, one)) if isinstance(one, tuple) else ""
)
def test_a_cell_says_what_it_should(where: tuple[str, str, str, int], said: object):
    slug, *name = where
    sheet = xl.worked_out(slug, CASES[slug])
    assert sheet[xl.spot(xl.source(slug).tables, *name)] == said  # type: ignore[arg-type]


def test_periods_that_are_too_full_say_so():
    tables = xl.source("capaciteitskalender").tables
    sheet = xl.worked_out("capaciteitskalender", CASES["capaciteitskalender"])
    at = xl.spot(tables, "tegelijk", "vak")
    counts = [sheet[xl.Spot(at.tab, "total", 0, at.column + number)] for number in range(12)]
    says = [sheet[xl.Spot(at.tab, "total", 1, at.column + number)] for number in range(12)]
    assert counts == [1, 1, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0]
    assert says == ["past", "past", "te veel", *["past"] * 9]


@pytest.mark.hard
def test_libreoffice_works_out_the_same(tmp_path: Path):
    """Every cell of every file, filled in and empty, as Python has it."""
    given = [(slug, filled) for slug, whole in CASES.items() for filled in ({}, whole)]
    files = xl.by_libreoffice([xl.filled_in(slug, filled) for slug, filled in given], tmp_path / "lo")
    checked = 0
    for (slug, filled), file in zip(given, files, strict=True):
        tables, sheet = xl.source(slug).tables, xl.worked_out(slug, filled, xl.today())
        for there in xl.every(tables):
            said = xl.shown(sheet[there])
            found = xl.value(file, tables, there)
            assert found == (pytest.approx(said) if isinstance(said, float) else said), (slug, there, bool(filled))
            checked += 1
    assert checked > 10_000


def test_a_promise_that_lacks_something_or_cannot_be_is_pointed_at():
    whole = {"deur": "D-07", "wie": "wijkbeheerder", "datum": DAY, "voor": LATER}
    rows = [
        whole,
        {**whole, "deur": ""},
        {**whole, "wie": ""},
        {**whole, "klaar": DAY - datetime.timedelta(1)},
        {**whole, "klaar": xl.TODAY + datetime.timedelta(1)},
        {**whole, "klaar": DAY},
    ]
    filled = {("lijst", key, at): value for at, row in enumerate(rows) for key, value in row.items() if value}
    sheet, tables = xl.worked_out("toezeggingen", filled), xl.source("toezeggingen").tables
    said = [sheet[xl.spot(tables, "lijst", "let_op", row)] for row in range(len(rows) + 1)]
    assert said == ["", "welke deur?", "wie doet het?", "klaar voor de datum", "klaar op een latere dag", "", ""]
    assert sheet[xl.spot(tables, "nu", "vreemd")] == 2


def test_a_plan_with_its_days_out_of_order_says_so():
    days = {"voor": LATER, "tijdens": DAY, "na": LATER}
    filled = {("plan", key, 0): value for key, value in days.items()}
    sheet, tables = xl.worked_out("meetplan", filled), xl.source("meetplan").tables
    assert sheet[xl.spot(tables, "plan", "volgende", 0)] == "zet de dagen op volgorde"


def test_a_row_without_a_building_takes_no_room():
    tables = xl.source("capaciteitskalender").tables
    first = next(tab for tab in tables.tabs if tab.key == "kalender")
    choices = next(one.choices for one in first.columns if one.key == "van")
    filled = {("kalender", "van", 0): choices[0], ("kalender", "tot", 0): choices[1]}
    sheet = xl.worked_out("capaciteitskalender", filled)
    assert sheet[xl.spot(tables, "kalender", "klopt", 0)] == "welk complex?"


def test_a_door_of_a_stairwell_that_is_not_listed_is_counted_apart():
    doors = ("A", "A", "B", "")
    filled = {("deuren", "deur", at): str(at + 1) for at in range(len(doors))}
    filled |= {("deuren", "portiek", at): name for at, name in enumerate(doors) if name}
    filled |= {("portieken", "portiek", 0): "A"}
    sheet, tables = xl.worked_out("rondeplanning-deuren", filled), xl.source("rondeplanning-deuren").tables
    assert sheet[xl.spot(tables, "nu", "deuren")] == 4
    assert sheet[xl.spot(tables, "nu", "elders")] == 2
