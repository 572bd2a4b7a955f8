"""What a method is about stands in its content: no name of this one in the code, nor on the site of another method."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from conftest import KLEIN, ROOT, TUIN, Site
from handboek import checks
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.model.kinds import LISTS
from handboek.model.words import Named
from handboek.render.onscreen import tool_words
from handboek.render.renderer import Renderer
from handboek.site.menu import menu
from handboek.site.pages import pages

READ = {".py", ".js", ".ts", ".html", ".css", ".md", ".json", ".svg", ".xml", ".toml", ".yml"}


@dataclass(frozen=True)
class Allowed:
    """A name of this method that is another word as well."""

    words: str
    """The words, apart by commas."""
    reason: str
    where: str = "**/*"
    """Where they may stand, as a pattern from the project's root."""


ALLOWED = (
    Allowed("method", "The first kind of piece that there is."),
    Allowed("verandertheorie, dossier", "Kinds of piece of which a method has one, in a file of that name."),
    Allowed("redactioneel", "What the generator calls a statement without a source, in every method."),
    Allowed("bijdragen", "The page below which the generator says what it checks and which fields there are."),
    Allowed("over-deze-methode, over deze methode", "A page of the small method, from which the rules take examples."),
    Allowed("het hele handboek, alle gesprekken", "Ordinary Dutch: all of it, all of a kind."),
    Allowed("trainer", "Who runs a script, the kind of piece: a field of its model."),
    Allowed("afspraak, zakkaarten, turfstand", "Layouts of a worksheet, and what one of them can have."),
    Allowed("toestemming, als het anders loopt, signaal, schulden", "Parts of a guide, the kind of piece."),
    Allowed("werkzaam bestanddeel", "What research calls a part that must stay: a field of a step and a guide."),
    Allowed("haakje", "A bracket in a text, which is what the reader of files is about."),
    Allowed("ronde", "The tool that goes along spots one by one; and the shape of a bracket."),
    Allowed("geld, gemeente, veiligheid, achtergrond", "Ordinary Dutch words in a sentence."),
    Allowed("bewoner, bewoners", "Words that are no participle, whatever they begin with.", "src/handboek/checks/rules/language/*"),
    Allowed(
        "bewoner, huurder, portiek, complex, huismeester, opbouwwerker, han, aannemer, renovatie",
        "Dutch in which a name or an address hides, or which says that it is none; a lesson about anything may be written in it.",
        "src/handboek/privacy/*",
    ),
)  # fmt: skip


def names(handbook: Handbook) -> set[str]:
    """Every title, slug, term, role and topic of a method, and what it counts, in small letters."""
    found: set[str] = set()
    for piece in handbook.pieces.values():
        if piece.kind.page or piece.kind.on_screen or piece.type in ("term", "goal", "start"):
            found |= {piece.title, piece.slug}
        if piece.kind.page:
            found.add(piece.slug.replace("-", " "))
        found |= set(getattr(piece.data, "aliases", ()))
    method = handbook.method
    found |= {one for topic in method.topics for one in (topic.id, topic.title)}
    words = method.words
    found |= {
        words.people.one,
        words.people.many,
        words.project or "",
        words.scale,
        words.timeline.zero,
        *words.searches,
    }
    meter, planner = handbook.one("meter"), handbook.one("planner")
    for counted in (meter and meter.counts, meter and meter.part, planner and planner.runs):
        found |= set(counted.model_dump().values()) if counted else set()
    return {name.lower() for name in found if len(name) > 2}


def pattern(name: str) -> re.Pattern[str]:
    """A name as a word by itself, also as several."""
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?:s|en|e)?(?![\w-])", re.IGNORECASE)


def sources() -> Iterator[Path]:
    for room in ("src", "overrides"):
        for path in sorted((ROOT / room).rglob("*")):
            if path.suffix in READ and not {"vendor", "__pycache__"} & set(path.parts):
                yield path


def hits(found: set[str]) -> Iterator[tuple[str, str, int]]:
    """Each name with the file and the line where it stands; line 0 for the name of the file itself."""
    patterns = {name: pattern(name) for name in sorted(found)}
    for path in sources():
        here = path.relative_to(ROOT).as_posix()
        for name, one in patterns.items():
            if name in {path.stem.lower(), path.parent.name.lower()} or one.search(path.stem.replace("-", " ")):
                yield name, here, 0
        text = path.read_text(encoding="utf-8")
        small = text.lower()  # most names are nowhere in a file, and that costs nothing to see
        there = [(name, one) for name, one in patterns.items() if name in small]
        for number, line in enumerate(text.splitlines(), 1):
            yield from ((name, here, number) for name, one in there if one.search(line))


def allows(one: Allowed, name: str, path: str) -> bool:
    return name in one.words.split(", ") and (one.where == "**/*" or Path(path).match(one.where))


def test_no_name_of_this_method_stands_in_the_code(handbook: Handbook):
    used = set()
    strange = []
    for name, path, line in hits(names(handbook)):
        allowed = [(one, name) for one in ALLOWED if allows(one, name, path)]
        used |= set(allowed)
        if not allowed:
            strange.append(f"{path}:{line}: {name}")
    assert strange == []
    unused = [(one.words, word) for one in ALLOWED for word in one.words.split(", ") if (one, word) not in used]
    assert unused == [], "an exception that nothing needs any more"


class Text(HTMLParser):
    """What a page says, also in attributes; scripts and styles say nothing to people."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag if tag in ("script", "style") else self.inside
        self.said += [value for name, value in attrs if value and name not in ("class", "id", "for", "style")]

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.said.append(data)


def own_words(root: Path) -> str:
    """All that stands in the content of a method."""
    files = [path for folder in ("phases", "tools", "docs") for path in (root / folder).rglob("*") if path.is_file()]
    return "\n".join(f"{path.stem} {path.read_text(encoding='utf-8')}" for path in files)


@pytest.mark.parametrize(("method", "root"), [("small", KLEIN), ("garden", TUIN)], ids=["klein", "moestuin"])
def test_another_method_shows_nothing_of_this_one(
    handbook: Handbook, method: str, root: Path, request: pytest.FixtureRequest
):
    site: Site = request.getfixturevalue(method)
    everywhere = {word for one in ALLOWED if one.where == "**/*" for word in one.words.split(", ")}
    everywhere |= {word.replace(" ", "-") for word in everywhere}
    own = own_words(root)
    foreign = {name: one for name in names(handbook) - everywhere if not (one := pattern(name)).search(own)}
    assert {
        "draagvlakmeter",
        "trajectplanner",
        "zelfscan",
        "huurders",
        "portiek",
        "een bewoner",
        "logeerwoning",
    } <= set(foreign)
    files = [
        *site.folder.rglob("*.html"),
        *site.folder.glob("assets/search/*.js"),
        site.folder / "manifest.webmanifest",
    ]
    assert len(files) > 20
    found = []
    for path in files:
        text = path.read_text(encoding="utf-8")
        said = "\n".join(Text(text).said) if path.suffix == ".html" else text
        small = said.lower()
        there = [name for name, one in foreign.items() if name in small and one.search(said)]
        found += [f"{path.relative_to(site.folder)}: {name}" for name in there]
    assert found == []


@pytest.mark.parametrize("root", [KLEIN, TUIN], ids=["klein", "moestuin"])
def test_a_tool_stands_where_and_as_its_method_says(root: Path):
    book = open_handbook(root)
    assert checks.run(book) == []
    made = {page.address: page for page in pages(Renderer(book, ROOT / "overrides"))}
    offered = next(entry for entry in menu(book) if entry.title == "Zelf invullen")
    for type_ in ("meter", "planner", "scan"):
        page = made[f"{book.one(type_).slug}/"]
        assert page.title == book.one(type_).title
        assert page.path == f"tools/{type_}.yml"
        assert (page.title, page.address) in [(entry.title, entry.address) for entry in offered.below]


def test_a_method_that_describes_no_tool_has_none(tmp_path: Path):
    shutil.copytree(KLEIN, tmp_path / "kaal", ignore=shutil.ignore_patterns("meter.yml", "planner.yml", "scan.yml"))
    book = open_handbook(tmp_path / "kaal")
    assert checks.run(book) == []
    before = {page.address for page in pages(Renderer(open_handbook(KLEIN), ROOT / "overrides"))}
    after = {page.address: page.html for page in pages(Renderer(book, ROOT / "overrides"))}
    assert before - after.keys() == {"wie-doet-mee/", "terugteller/", "hoe-ver-zijn-we/"}
    assert tool_words(book) == {"meter": None, "planner": None, "estimate": None, "scan": None, "round": None}
    assert "mijn-projecten/" in after


def test_a_tool_takes_no_address_of_another_page(tmp_path: Path):
    shutil.copytree(KLEIN, tmp_path / "dubbel")
    for type_, slug in (("meter", "werkbladen"), ("planner", "over-deze-methode"), ("scan", "nieuw")):
        path = tmp_path / "dubbel" / "tools" / f"{type_}.yml"
        path.write_text(re.sub(r"(?m)^slug: .*", f"slug: {slug}", path.read_text(encoding="utf-8")), encoding="utf-8")
    found = [(one.path, one.line, one.code) for one in checks.run(open_handbook(tmp_path / "dubbel"))]
    assert found == [("tools/meter.yml", 4, "dubbele-naam"), ("tools/planner.yml", 4, "dubbele-naam")]


def test_a_method_can_say_more_of_every_list_that_is_ours():
    known: Any = Named
    assert set(known.__args__) == set(LISTS)


def test_a_tool_does_what_its_sheet_does(tmp_path: Path):
    assert checks.run(open_handbook(TUIN)) == []
    shutil.copytree(TUIN, tmp_path / "tuin")
    for type_, was, becomes in (("meter", "threshold: 40", "threshold: 50"), ("planner", "gieterrooster", "helplijst")):
        path = tmp_path / "tuin" / "tools" / f"{type_}.yml"
        path.write_text(path.read_text(encoding="utf-8").replace(was, becomes), encoding="utf-8")
    found = {one.path: one.text for one in checks.run(open_handbook(tmp_path / "tuin")) if one.code == "werkblad"}
    assert found == {
        "tools/meter.yml": "Hier staat 50%, en op het werkblad `helplijst` 40%.",
        "tools/planner.yml": "Het werkblad `helplijst` heeft de vorm `meter`.",
    }
