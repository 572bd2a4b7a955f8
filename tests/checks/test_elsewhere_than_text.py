"""What a contributor gives away, takes over or loses where nobody patterns: in names, comments, titles and single signs."""

from __future__ import annotations

import pytest

from conftest import KLEIN
from handboek import checks
from handboek.handbook import assemble
from handboek.load import read, with_file

LESSON = "docs/lessen/groet-eerst.md"


def found(path: str, text: str) -> set[tuple[str, str, int]]:
    book = assemble(with_file(read(KLEIN), path, text.encode()))
    return {(one.path, one.code, one.line) for one in checks.run(book)}


def lesson(**changes: str) -> str:
    text = read(KLEIN)[LESSON].text
    for old, new in changes.items():
        text = text.replace({"title": "title: Groet eerst", "body": "## Wat we deden\n"}[old], new, 1)
    return text


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("bel-0612345678", "telefoonnummer"),
        ("nummer-111222333", "burgerservicenummer"),
        ("nl91abna0417164300", "rekeningnummer"),
        ("bij-kerkstraat-12-6531ab", "woonadres"),
        ("mevrouw-bakker-doet-open", "persoonsnaam"),
    ],
)
def test_the_name_of_a_file_gives_nobody_away(name: str, code: str):
    path = f"docs/lessen/{name}.md"
    assert (path, code, 1) in found(path, lesson())


@pytest.mark.parametrize(
    "path", ["docs/over-deze-methode.md", "tools/guides/praatje.yml", "tools/worksheets/lijstje.yml"]
)
@pytest.mark.parametrize(
    ("data", "code"), [("111222333", "burgerservicenummer"), ("NL91ABNA0417164300", "rekeningnummer")]
)
def test_some_numbers_have_no_place_in_any_text(path: str, data: str, code: str):
    text = read(KLEIN)[path].text
    marker = next(line for line in text.split("\n") if line.strip().startswith(("summary:", "definition:")))
    changed = text.replace(marker, f"{marker} Nummer {data}", 1)
    assert {one[1] for one in found(path, changed) if one[0] == path} >= {code}


@pytest.mark.parametrize(
    "comment", ["<!-- toegestaan persoonsnaam: Jan Jansen, 06-12345678 -->", "<!-- bel 06-12345678 -->"]
)
def test_a_comment_gives_nobody_away(comment: str):
    text = lesson(body=f"## Wat we deden\n\n{comment}\n")
    line = text[: text.index(comment)].count("\n") + 1
    assert (LESSON, "telefoonnummer", line) in found(LESSON, text)
    front = lesson(title="title: Groet eerst\n# Jan 06-12345678")
    assert (LESSON, "telefoonnummer", 3) in found(LESSON, front)


def test_a_title_does_not_lead_elsewhere():
    """In lists a title is a link itself; one inside it would take that over."""
    assert (LESSON, "link", 2) in found(LESSON, lesson(title='title: "[Groet eerst](https://evil.example/)"'))


@pytest.mark.parametrize("indent", [6, 7, 8, 9])
@pytest.mark.parametrize("sign", ["-", "*", "1."])
def test_a_list_that_melts_into_the_point_above_is_a_finding(indent: int, sign: str):
    points = f"- Bewoners:\n{' ' * indent}{sign} jong\n{' ' * indent}{sign} oud\n- Buren"
    text = lesson(body=f"## Wat we deden\n\n{points}\n")
    assert "lijst" in {code for path, code, _ in found(LESSON, text) if path == LESSON}


@pytest.mark.parametrize(
    "points",
    [
        "- Bewoners:\n  - jong\n  - oud\n- Buren",
        "1. een\n2. twee\n   - drie\n   - vier",
        "*) Dit geldt alleen voor senioren.",
    ],
)
def test_honest_text_is_let_be(points: str):
    text = lesson(body=f"## Wat we deden\n\n{points}\n")
    assert [one for one in found(LESSON, text) if one[0] == LESSON] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (r"Het staat op \\\\server\\share van de corporatie.", "opmaak"),
        (r"Het staat op C:\\_oud\\plan van vorig jaar.", "opmaak"),
        ("Zie https://a.example/x*y*z voor meer.", "opmaak"),
        ("+ 5 mensen kwamen.", "lijst"),
    ],
)
def test_a_sign_that_would_vanish_is_a_finding(text: str, code: str):
    changed = lesson(body=f"## Wat we deden\n\n{text}\n")
    line = changed[: changed.index(text)].count("\n") + 1
    assert (LESSON, code, line) in found(LESSON, changed)


@pytest.mark.parametrize(
    "text", ["Het staat op `C:\\_oud`.", "Zie https://a.example/x_y en *schuin*.", "Sla op in C:\\plan."]
)
def test_a_sign_that_stays_is_none(text: str):
    assert [one for one in found(LESSON, lesson(body=f"## Wat we deden\n\n{text}\n")) if one[1] == "opmaak"] == []


@pytest.mark.parametrize(
    "heading",
    [
        "### Wat we deden",
        "##Wat we deden",
        "# Wat we deden",
        "**Wat we deden**",
        "    ## Wat we deden",
        "##\u00a0Wat we deden",
        "> ## Wat we deden",
        "Wat we deden:",
    ],
)
def test_a_heading_that_is_written_otherwise_is_told_where_it_stands(heading: str):
    text = lesson(body=f"{heading}\n")
    line = text[: text.index(heading)].count("\n") + 1
    assert (LESSON, "ontbreekt", line) in found(LESSON, text)
    assert [one for one in found(LESSON, text) if one[1] == "ontbreekt" and one[2] != line] == []


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_a_block_that_closes_nowhere_is_told_once_and_where_it_begins(fence: str):
    text = lesson(body=f"## Wat we deden\n\n{fence}\n")
    line = text[: text.index(fence)].count("\n") + 1
    assert {one for one in found(LESSON, text) if one[1] == "ontbreekt"} == {(LESSON, "ontbreekt", line)}


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("---\n## ", "----\n## ", None),
        ("---\n## ", "—\n## ", None),
        ("---\ntitle", "Hoi\n---\ntitle", 1),
        ("---\ntitle", "\n---\ntitle", 1),
        ("---\ntitle", "--\ntitle", 1),
    ],
)
def test_data_that_open_or_close_wrongly_are_told_at_that_line(old: str, new: str, line: int | None):
    text = read(KLEIN)[LESSON].text.replace("---\n\n##", "---\n##", 1)
    assert old in text
    changed = text.replace(old, new, 1)
    line = line or changed[: changed.index(new)].count("\n") + 1
    assert (LESSON, "voorblad", line) in found(LESSON, changed)
