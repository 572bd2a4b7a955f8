"""What a browser fetches holds no style for what no page has, and no remarks; what it does is the same."""

from __future__ import annotations

import pytest

from handboek.site import lean


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".md-search{a:b}.md-typeset{c:d}", ".md-typeset{c:d}"),
        (".md-search,.md-typeset h1{a:b}", ".md-typeset h1{a:b}"),
        ("@media print{.md-footer{a:b}.md-top{c:d}}", "@media print{.md-top{c:d}}"),
        (".md-top:not(.md-nav){a:b}", ".md-top:not(.md-nav){a:b}"),
        (":is(.md-nav,.md-top){a:b}", ":is(.md-nav,.md-top){a:b}"),
        ("[data-md-color-primary=red]{a:b}[data-md-color-primary=custom]{c:d}", "[data-md-color-primary=custom]{c:d}"),
        (".md-header__button{a:b}", ".md-header__button{a:b}"),
    ],
)
def test_a_style_holds_what_a_page_can_have(css: str, left: str):
    assert lean.style(css) == left


def test_a_picture_goes_with_the_last_part_that_shows_it():
    icon = '--md-tag-icon:url("data:image/svg+xml;utf8,<!--(C)--><svg/>");'
    css = f":root{{{icon}--md-top-icon:url('x')}}.md-tag{{mask:var(--md-tag-icon)}}"
    assert lean.style(css) == ":root{--md-top-icon:url('x')}"
    used = f":root{{{icon}}}.md-top{{mask:var(--md-tag-icon)}}"
    assert lean.style(used) == used


def test_only_remarks_with_lines_of_their_own_go():
    code = '// first\nconst one = "// no remark"; // stays\n  /** @type {string}\n   *  more */\n  const two = 2;\n'
    assert lean.ours(code) == 'const one = "// no remark"; // stays\n  const two = 2;\n'
    assert lean.ours("/* A part */\n.a {\n  /* why */\n  b: c;\n}\n") == ".a {\n  b: c;\n}\n"
