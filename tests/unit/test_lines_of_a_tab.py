"""The lines between the name of a tab of a file for Excel and its table."""

from __future__ import annotations

import pytest

from handboek.office.excel import places
from handboek.tables import Kept, List, Start, Values

SORT = "Sorteren: selecteer alleen de witte vakken en kies Gegevens, Sorteren. Grijs rekent mee."
BETWEEN = "Sorteren: haal eerst de beveiliging eraf, want er staan grijze kolommen tussen."
PRINT = "Printen: klik op het pijltje bij Wat en haal het vinkje weg bij de lege vakken. Zet het daarna terug."
PAPER = "Papier: A3. Op A4 zijn de letters te klein."
TYPED, MADE = Kept("wat", "Wat", width=90), Kept("som", "Som", formula="wat", width=90)
NOTHING, SOMETHING = (Start(), Start()), (Start("iets"), Start())


def tab(*columns: Kept, rows: tuple[tuple[Start, ...], ...] = (), **more: tuple[tuple[str, str], ...]) -> List:
    return List("lijst", "Lijst", "Waar het over gaat.", columns or (TYPED,), (), rows, **more)


@pytest.mark.parametrize(
    ("made", "lines"),
    [
        (tab(), []),
        (tab(TYPED, MADE), [SORT]),
        (tab(MADE, TYPED), [BETWEEN]),
        (tab(rows=(NOTHING,) * places.ON_PAPER), []),
        (tab(rows=(NOTHING,) * (places.ON_PAPER + 1)), [PRINT]),
        (tab(rows=(*(NOTHING,) * places.ON_PAPER, SOMETHING)), []),
        (tab(rows=((Start(), Start(formula="wat")),) * (places.ON_PAPER + 1)), []),
        (tab(Kept("wat", "Wat", width=places.ON_A4)), []),
        (tab(Kept("wat", "Wat", width=places.ON_A4 + 1)), [PAPER]),
        (tab(TYPED, MADE, Kept("breed", "Breed", width=90), rows=(NOTHING,) * 40), [BETWEEN, PRINT, PAPER]),
        (Values("maat", "Maat", "Waar het over gaat.", (TYPED,), (Start(),)), []),
    ],
)
def test_what_is_said_above_a_table(made: List | Values, lines: list[str]):
    assert places.said(made) == ("Waar het over gaat.", *lines)


def test_signs_stand_with_what_they_mean_before_all_else():
    _, signs, sorting = places.said(tab(TYPED, MADE, legend=(("x", "ja"), ("o", "nee"))))
    assert signs == "Tekens: x\N{NO-BREAK SPACE}ja · o\N{NO-BREAK SPACE}nee"
    assert sorting == SORT


def test_a_line_is_no_wider_than_the_table():
    about = "Een zin die langer is dan een smalle tabel breed is, en dus op meer regels staat dan een."
    narrow, broad = (List("a", "A", about, (Kept("wat", "Wat", width=wide),), (), ()) for wide in (5, 150))
    assert len(places.said(broad)) == 1
    assert len(places.said(narrow)) > 1
    assert " ".join(places.said(narrow)) == about
    least = List("a", "A", about, (Kept("wat", "Wat", width=places.NARROWEST),), (), ())
    assert places.said(narrow) == places.said(least)
