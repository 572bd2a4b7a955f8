"""Lessons that mean harm, built without the check and opened in a browser: nothing of them runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from served import served, visited

from handboek.build import build
from handboek.project import Project

pytestmark = pytest.mark.slow

RUN = "window.ran = (window.ran || 0) + 1; alert(1)"
TEXTS = {
    "script": f"<script>{RUN}</script>",
    "handlers": f'<img src=x onerror="{RUN}"><svg onload="{RUN}"></svg><details open ontoggle="{RUN}">x</details>',
    "frames": f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe><object data="data:text/html,x"></object><embed src=x>',
    "links": f"[a](javascript:{RUN.replace(' ', '%20')}) [b](JaVaScRiPt:alert(1)) [c](data:text/html,<script>{RUN}</script>) [d](vbscript:x)",
    "referred": "[a][weg]\n\n[weg]: javascript:alert(1)",
    "entities": "[a](&#106;avascript:alert(1)) [b](java&Tab;script:alert(1)) <javascript:alert(1)>",
    "pictures": "![x](https://elders.example/pixel.png) ![y](//elders.example/p.png) ![z](javascript:alert(1))",
    "styles": '<style>body{display:none}</style><link rel=stylesheet href=https://elders.example/x.css><p style="position:fixed">x</p>',
    "template": "{{ config.site_name }} {{ 7*7 }} {% include 'phase.yml' %} {{ cycler.__init__.__globals__ }}",
    "include": '--8<-- "phases/method.yml"\n\n!include phases/method.yml\n\n{!phases/method.yml!}',
    "attributes": f'Een woord{{ onclick="{RUN}" }}\n\n### Kop {{ #x onmouseover="{RUN}" }}',
    "forms": '<form action="https://elders.example/"><input name=x><button>Stuur</button></form><base href="https://elders.example/">',
    "meta": '<meta http-equiv="refresh" content="0;url=https://elders.example/">',
}
LESSON = """---
title: {title}
summary: {summary}
checked: 2026-11-01
date: 2026-11-01
phases: [kijken]
place: {place}
experience: eigen ervaring
status: gepubliceerd
---
## Wat er speelde

{text}

## Wat we deden

- {line}

## Wat het leerde

Een groet is een begin.

## Wanneer het geldt

Altijd.
"""


def quoted(text: str, longest: int) -> str:
    return "'" + " ".join(text.split())[:longest].replace("'", "''") + "'"


@pytest.mark.usefixtures("stocked")
def test_nothing_runs(project: Project, tmp_path: Path, browser: Any):
    for name, text in TEXTS.items():
        lesson = LESSON.format(
            title=quoted(f"{name} {text}", 70), summary=quoted(text, 200), place=quoted(text, 40), text=text,
            line=" ".join(text.split()),
        )  # fmt: skip
        (project.root / "docs" / "lessen" / f"{name}.md").write_text(lesson, encoding="utf-8")
    build(project, tmp_path / "site", check=False)
    with served(tmp_path / "site") as address, visited(browser, address) as page:
        for place in ("lessen/", "fasen/kijken/", *(f"lessen/{name}/" for name in TEXTS)):
            page.goto(address + place)
            article = page.locator("article")
            for link in article.locator("a:visible").all():
                link.hover()
            page.wait_for_timeout(50)
            assert page.problems == [], place
            assert page.evaluate("window.ran") is None, place
            assert page.url == address + place
            assert page.evaluate(
                "[...document.querySelectorAll('article *')].flatMap(one => [...one.attributes])"
                ".filter(one => one.name.startsWith('on') || /^\\s*(javascript|data|vbscript):/i.test(one.value)).map(one => one.value)"
            ) == []  # fmt: skip
            assert article.locator("script, iframe, object, embed, style, base, meta, link").count() == 0, place
            assert page.is_visible("article")
            assert page.locator("head > :not(meta, title, link, script, style)").count() == 0, place
            assert page.locator("meta[http-equiv=refresh], base").count() == 0, place
    shown = (tmp_path / "site/lessen/template/index.html").read_text(encoding="utf-8")
    assert "{{ 7*7 }}" in shown
    included = (tmp_path / "site/lessen/include/index.html").read_text(encoding="utf-8")
    assert "Drie deuren zijn genoeg." not in included.split("<article")[1].split("</article>")[0]
