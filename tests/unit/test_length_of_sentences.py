"""How long the sentences of a piece are, as the summary of what differs says it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from handboek.authoring import summary
from handboek.model.text import Refers, Words


def piece(*texts: str, other: str = "") -> Any:
    leaves = [SimpleNamespace(value=text, marker=Words(400)) for text in texts]
    leaves += [SimpleNamespace(value=other, marker=Refers("guide"))] if other else []
    return SimpleNamespace(leaves=lambda: iter(leaves))


FIFTEEN = " ".join(["woord"] * 15)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ((), "–"),
        (("", "…"), "–"),
        (("Een twee drie.",), "3 woorden per zin"),
        (("Een twee drie. Een.",), "2 woorden per zin"),
        (("Een twee drie? Een twee! Een: een twee.",), "2 woorden per zin"),
        (("Een twee drie\nvier",), "4 woorden per zin"),
        (("Een **twee** [drie](/vier/).",), "3 woorden per zin"),
        (("Een 3.5 vier.",), "4 woorden per zin"),
        (("Een twee.", "Een twee drie vier."), "3 woorden per zin"),
        ((f"{FIFTEEN}.",), "15 woorden per zin"),
        ((f"{FIFTEEN} nog.",), "16 woorden per zin, dat is lang"),
    ],
)
def test_how_long_sentences_are(texts: tuple[str, ...], said: str):
    assert summary.reading(piece(*texts)) == said


def test_only_what_people_read_counts():
    assert summary.reading(piece("Een twee.", other="een-twee-drie-vier-vijf")) == "2 woorden per zin"
