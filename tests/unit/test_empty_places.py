"""What an edition writes where its base had nothing yet."""

from __future__ import annotations

from typing import Any

import pytest

from handboek.edition import changes
from handboek.edition.units import digest
from handboek.model.edition import Change

THEIRS = "Wat de basis later schreef."


@pytest.mark.parametrize(
    ("said", "there", "known"),
    [
        ({}, None, True),
        ({}, THEIRS, False),
        ({"nu": ["Een lijst."]}, THEIRS, True),
        ({"hash": digest(THEIRS)}, THEIRS, True),
        ({"hash": digest("Iets anders.")}, THEIRS, False),
    ],
)
def test_what_the_base_filled_in_is_replaced_where_somebody_saw_that(
    said: dict[str, Any], there: str | None, known: bool
):
    change = Change.model_validate({"veld": "why", "wordt": "Onze reden."} | said)
    found = changes.find(change, (), {"why": there} if there else {"other": "x"})
    if known:
        assert isinstance(found, changes.Found) and (found.loc, found.hash) == (("why",), digest(there))
    else:
        assert found == "Schrijf bij `was` welke tekst van `why` je bedoelt."
