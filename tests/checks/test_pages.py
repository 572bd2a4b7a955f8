"""The pages for contributors hold every rule and every field, and nothing that a reader cannot use."""

import itertools
import re

import pytest
from fragments import KLEIN

from handboek import checks
from handboek.anchors import ADDRESSES
from handboek.content import open_handbook
from handboek.markdown import plain
from handboek.model.fields import groups
from handboek.model.kinds import KINDS
from handboek.project import open_project
from handboek.render.renderer import Renderer
from handboek.site.links import problems
from handboek.site.pages import pages
from handboek.site.rendered import read


@pytest.fixture(scope="module")
def shown():
    project = open_project(KLEIN)
    made = pages(Renderer(open_handbook(project.root), project.templates))
    return {page.address: page for page in made if page.address in ADDRESSES}


def test_the_pages_that_a_text_may_link_to_are_made(shown):
    assert set(shown) == set(ADDRESSES)


def test_every_rule_has_a_heading_with_its_code_its_words_and_its_examples(shown):
    page = shown["bijdragen/controles/"]
    anchors = {heading.id: heading.text for heading in page.headings}
    for said in checks.ALL:
        assert anchors[said.code] == plain(said.title)
        if said.fails:
            assert re.sub(r"[^\w ]", "", said.fails.splitlines()[-1])[:20] in re.sub(
                r"&[#\w]+;|[^\w \n]", "", page.html
            )


def test_headings_do_not_skip(shown):
    for page in shown.values():
        levels = [1] + [int(level) for level in re.findall(r"<h([2-6])", page.html)]
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_field_of_every_kind_is_there(shown):
    html = shown["bijdragen/velden/"].html
    for kind in KINDS:
        assert f'id="{kind.type}"' in html
        for group in groups(kind):
            for field in group.fields:
                assert f"<dt><code>{field.name}</code>" in html


def test_the_links_on_the_pages_lead_somewhere(shown, tmp_path):
    for address, page in shown.items():
        (tmp_path / address).mkdir(parents=True)
        (tmp_path / address / "index.html").write_text(page.html, encoding="utf-8")
    assert list(problems(tmp_path, read(tmp_path))) == []
