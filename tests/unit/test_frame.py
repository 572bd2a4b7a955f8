"""What stands around a page: its menu, its links from where it stands, and the mail about it."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from conftest import KLEIN, URL
from handboek.content import open_handbook
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.sheets.sheet import colophon
from handboek.site.frame import frame
from handboek.site.menu import menu

STEP = "fasen/kijken/rondje-lopen/"


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    project = Project(KLEIN, URL, mail="r@handboek.test")
    return Renderer(open_handbook(KLEIN), project.templates, {}, project.url, project.repo, project.mail)


def test_links_count_from_the_page(renderer: Renderer):
    tree = menu(renderer.handbook)
    around = frame(renderer, tree, STEP, title="Loop een rondje")
    assert 'href="../../../werkbladen/"' in around.menu
    assert 'href="../../../' in around.foot
    home = frame(renderer, tree, "")
    assert 'href="werkbladen/"' in home.menu


def test_a_page_for_unknown_addresses_counts_from_the_site(renderer: Renderer):
    around = frame(renderer, menu(renderer.handbook), None, "/handboek/")
    assert 'href="/handboek/werkbladen/"' in around.menu
    assert "aria-current" not in around.menu


def test_the_mail_about_a_page_says_which_and_in_which_version(renderer: Renderer):
    piece = renderer.handbook.at(STEP)
    assert piece
    around = frame(renderer, menu(renderer.handbook), STEP, title="Loop een rondje")
    assert "mailto:r@handboek.test" in around.wrong
    for said in ("Loop een rondje", f"{URL}{STEP}", colophon(piece, renderer.offered).version):
        assert quote(said, safe="") in around.wrong
    assert quote("Loop een rondje", safe="") not in frame(renderer, menu(renderer.handbook), STEP).wrong


def test_beside_a_phase_and_its_steps_stands_where_one_is(renderer: Renderer):
    tree = menu(renderer.handbook)
    inside, elsewhere = (frame(renderer, tree, at).side for at in (STEP, "werkbladen/lijstje/"))
    assert inside != elsewhere
