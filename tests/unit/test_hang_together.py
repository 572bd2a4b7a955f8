"""The picture of how the pieces hang together shows what there is, and says it in words."""

from __future__ import annotations

import re

from conftest import KLEIN
from handboek.content import open_handbook
from handboek.handbook import assemble
from handboek.load import read
from handboek.render import pictures


def drawn(*without: str) -> str:
    """The picture of the small method, without the files in these folders."""
    if not without:
        return str(pictures.coherence(open_handbook(KLEIN)))
    return str(
        pictures.coherence(assemble({path: one for path, one in read(KLEIN).items() if not path.startswith(without)}))
    )


def boxes(picture: str) -> list[str]:
    return re.findall(r'class="name"[^>]*>([^<]*)<', picture)


def arrows(picture: str) -> int:
    return picture.count('class="arrow"')


def test_each_kind_has_a_box_with_its_number_and_an_arrow():
    picture = drawn()
    book = open_handbook(KLEIN)
    shown = ("phase", "step", "example", "guide", "worksheet", "message", "script", "lesson")
    there = [type_ for type_ in shown if book.of(type_)]
    assert [int(label.split()[0]) for label in boxes(picture)] == [len(book.of(type_)) for type_ in there]
    assert picture.count('class="node"') == len(there)
    assert arrows(picture) == len(there) - 1  # all of them lead to the steps, or from them
    assert "Zo hangen de stukken samen: een fase heeft stappen; een stap gebruikt " in picture
    assert "wijzen terug naar de stappen." in picture


def test_what_is_not_there_has_no_box_and_no_arrow():
    whole, less = drawn(), drawn("tools/guides/")
    assert len(boxes(less)) == len(boxes(whole)) - 1
    assert arrows(less) == arrows(whole) - 1
    assert "gesprek" in whole
    assert "gesprek" not in less


def test_without_what_points_back_nothing_does():
    assert "wijzen terug" not in drawn("docs/")


def test_without_steps_nothing_hangs_together():
    picture = drawn("phases/1-kijken/", "phases/2-doen/", "phases/3-blijven/")
    assert arrows(picture) == 0
    assert boxes(picture)
    assert re.search(r"De stukken: [^.]+\.", picture)
