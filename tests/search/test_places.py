"""Where on its page a line of a piece stands."""

from __future__ import annotations

import re

from conftest import ROOT, searchable
from handboek.handbook import Handbook
from handboek.project import open_project
from handboek.render.renderer import Renderer
from handboek.search.places import placed

PAGE = """
<p class="purpose">Waar het om gaat.</p>
<h2 id="zet-klaar">Zet <em>klaar</em></h2>
<ul><li>Een pen&nbsp;en <a href="/x/">papier</a>.\u2060<a class="cite" href="#1">1</a></li></ul>
<h2 id="anders">Als het anders loopt</h2>
<dl><div id="boos"><dt>Iemand is boos</dt><dd><p>Blijf\nstaan.</p></dd></div></dl>
<p>Beste <span>naam</span>, wij komen maandag.</p>
"""


def test_a_line_stands_below_its_heading_and_at_the_nearest_anchor():
    lines, parts = placed(
        PAGE, ["Blijf staan.", "Een pen en papier.", "Iemand is boos", "Waar het om gaat.", "Elders."]
    )
    assert lines == ("Elders.", "Waar het om gaat.", "Een pen en papier.", "Iemand is boos", "Blijf staan.")
    assert parts == ((2, "zet-klaar", "Zet klaar"), (3, "boos", "Als het anders loopt"))


def test_a_line_with_a_gap_stands_where_its_longest_piece_does():
    assert placed(PAGE, ["Beste …, wij komen maandag."])[1] == ((0, "boos", "Als het anders loopt"),)
    assert placed(PAGE, ["…"]) == (("…",), ())


def test_every_place_that_the_search_knows_is_there(handbook: Handbook):
    renderer = Renderer(handbook, open_project(ROOT).templates)
    pieces = {piece.address: piece for piece in handbook.of("guide") + handbook.of("step") + handbook.of("message")}
    counted = 0
    for one in searchable(handbook)["documents"]:
        if one["address"] in pieces:
            anchors = set(re.findall(r'id="([^"]+)"', renderer.body(pieces[one["address"]]).html))
            assert {anchor for _, anchor, _ in one["parts"]} <= anchors, one["address"]
            counted += len(one["parts"])
    assert counted > 300
