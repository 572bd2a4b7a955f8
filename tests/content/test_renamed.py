"""Another name for a piece asks nothing of who gives it: what the editors agreed follows the redirect."""

from __future__ import annotations

import shutil

import editorial
import pytest
from test_marks import marked

from conftest import ROOT
from handboek.authoring import rename
from handboek.content import open_handbook
from handboek.handbook import Handbook

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The real handbook in which a phase, a step in it, a conversation and a source have another name."""
    root = tmp_path_factory.mktemp("anders")
    for name in ("phases", "tools", "docs"):
        shutil.copytree(ROOT / name, root / name)
    for kind, old, new in (
        ("phase", "verkennen", "aanlopen"),
        ("step", "open-gesprek", "vrij-gesprek"),
        ("guide", "deur-tot-deur", "langs-de-deuren"),
        ("source", "mdsa", "gelderse-bron"),
    ):
        assert rename.rename(root, kind, old, new) == 0
    return open_handbook(root)


def test_what_the_map_names_is_there(renamed: Handbook):
    said = editorial.the_map(editorial.Names(renamed))
    assert "vrij-gesprek" in said["step"]
    assert "gelderse-bron" in said["step"]["vrij-gesprek"]
    assert "aanlopen" in said["phase"]
    assert {"mdsa", "verkennen", "open-gesprek"} & {*said["phase"], *said["step"], *said["sources"]} == set()
    assert [phase.slug for phase in renamed.of("phase")] == list(said["phase"])
    assert {source.slug for source in renamed.of("source")} == set(said["sources"])
    assert all(renamed.get("guide", slug) for slug in said["core"]["guide"])


def test_each_fact_has_its_place(renamed: Handbook):
    places = {fact["at"] for fact in editorial.facts(editorial.Names(renamed))}
    assert [place for place in places - {"method"} if not renamed.at(place)] == []
    assert "fasen/aanlopen/team-samenstellen" in places


def test_each_mark_has_its_statement(renamed: Handbook):
    lines = {statement.line for statement in marked(renamed)}
    assert set(editorial.marks(editorial.Names(renamed))) == lines


def test_what_a_source_says_is_known_under_its_new_name(renamed: Handbook):
    says = editorial.says(editorial.Names(renamed))
    assert "gelderse-bron" in says["names"]
    assert "mdsa" not in says["figures"]
