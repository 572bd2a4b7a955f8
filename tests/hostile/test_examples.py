"""Content that means harm, through the check and onto pages and paper: nothing of it runs, reads, writes or fetches."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from watch import Watch, limits

from conftest import KLEIN, ROOT, searchable
from content import CANARY, damaged, examples, pieces
from handboek import checks, export, report, store
from handboek.document import Document
from handboek.handbook import Handbook, assemble
from handboek.load import kind_of, read, with_file
from handboek.model.kinds import BY_TYPE, KINDS, LISTS
from handboek.project import Project
from handboek.render.renderer import Renderer, relative
from handboek.sheets.pdf import SheetError
from handboek.site import feed, redirects
from handboek.translations import stands

PROJECT = Project(KLEIN, "https://handboek.test/", "https://git.test/handboek")
pytestmark = pytest.mark.slow
PROMPT = 6
"""Examples of each kind in the short tests."""


@cache
def content(root: Path) -> dict[str, Document]:
    return read(root)


@cache
def book(root: Path) -> Handbook:
    return assemble(content(root))


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watch]:
    """Everything is loaded and opened once before it looks. What is needed for a while only may stand in one folder."""
    usual()
    made(book(KLEIN), "tools/worksheets/lijstje.yml", paper=True)
    before, tempfile.tempdir = tempfile.tempdir, str(tmp_path_factory.mktemp("even"))
    one = Watch(writes=(Path(tempfile.tempdir), PROJECT.work))
    yield one
    one.on, tempfile.tempdir = False, before


ACTIVE = {"script", "style", "iframe", "object", "embed", "base", "meta", "link", "form", "input", "frame", "applet"}
"""Elements that can run, fetch, send or steer something."""
OURS = re.compile(r"url\(drawings/[a-z-]+\.svg\)")
"""A drawing of the handbook itself, as a style names it: its name comes from a list."""
FETCHED = {"src", "srcset", "srcdoc", "data", "poster", "background", "xlink:href"}


class Page(HTMLParser):
    """Gathers what in a page could run or fetch something."""

    def __init__(self, html: str, site: str = "") -> None:
        super().__init__()
        self.site = site
        self.active: set[str] = set()
        self.wrong: list[str] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ACTIVE:
            self.active.add(tag)
        for name, value in attrs:
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            scheme = (re.match(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", address) or [""])[0]
            if name in FETCHED or (name == "href" and tag in ("image", "use", "link")):
                wrong = scheme not in ("", "data:") and not (self.site and address.startswith(self.site))
            elif name in ("href", "action", "formaction"):
                wrong = scheme not in ("", "https:", "mailto:", "tel:")
            else:
                wrong = name.startswith("on") or (name == "style" and "url(" in OURS.sub("", address))
            if wrong:
                self.wrong.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        self.words += data


def made(handbook: Handbook, path: str, *, paper: bool) -> dict[str, str]:
    """Everything that becomes of the pieces in a file, as text by where it stands."""
    found: dict[str, str] = {}
    if not handbook.get("method", "method"):
        return found
    renderer = Renderer(handbook, PROJECT.templates, {}, PROJECT.url, PROJECT.repo, PROJECT.mail)
    own = [
        piece for piece in handbook.pieces.values() if piece.path == path and (not piece.kind.below or stands(piece))
    ]
    for piece in own:
        if piece.kind.page and piece.type != "page":
            page = renderer.page(piece)
            found[page.address] = relative(page.html, page.address)
        around = [one for one in handbook.citing(piece.key) if one.kind.page and one.type != "page"]
        found |= {one.address: renderer.page(one).html for one in around[:3]}
        if piece.kind.folder in LISTS:
            found[f"{piece.kind.folder}/"] = renderer.index(piece.kind.folder).html
        things = [*store.wanted(renderer, [piece.slug]), *store.packs(renderer, [piece.slug])]
        for job in store._jobs(things, renderer, PROJECT):
            thing, made_of = job.thing, job.made_of
            if not thing.piece or thing.piece.path != path:
                continue
            if isinstance(made_of, store.Print):
                found[thing.url] = made_of.html
            else:
                found[thing.url] = made_of.around.before + made_of.around.behind
            if paper and thing.kind == store.FIRST and isinstance(made_of, store.Print):
                try:
                    assert made_of.make()[0].content.startswith(b"%PDF")
                except SheetError as error:  # a sheet that is not right is named, not printed
                    assert str(error)
    if own:
        found["handboek.json"] = json.dumps(export.data(handbook, {}))
        found["lessen.xml"] = feed.atom(handbook, PROJECT.url)
        found["doorverwijzingen.json"] = json.dumps(redirects.table(handbook))
        json.dumps(searchable(handbook))
    return found


@cache
def usual() -> set[str]:
    """The active elements that the pages of the small method have by themselves."""
    every = [made(book(KLEIN), path, paper=False).values() for path in content(KLEIN)]
    return {tag for htmls in every for html in htmls for tag in Page(html).active}


def tried(root: Path, path: str, text: bytes, watch: Watch, *, paper: bool) -> None:
    """Take one file through everything, and look at what came of it."""
    watch.seen.clear()
    try:
        with limits():
            watch.on = True
            handbook = assemble(with_file(content(root), path, text))
            findings = checks.run(handbook)
            told = "\n".join(
                [*report.lines(findings), report.as_json(findings, ""), *report.github(findings, checks.CODES)]
            )
            results = made(handbook, path, paper=paper)
            watch.on = False
    finally:
        watch.on = False
    assert watch.seen == []
    assert "Traceback" not in told
    assert not Path(CANARY).exists()
    for address, html in results.items():
        if address.endswith((".json", ".xml")):
            continue
        page = Page(html, PROJECT.url if address.endswith(".pdf") else "")
        assert page.wrong == [], address
        assert "243711" not in page.words, address  # 81237 * 3: a template counted
        assert "root:x:0" not in html, address
        if not address.endswith(".pdf"):
            assert page.active <= usual(), address


def path_for(kind_files: str) -> str:
    """The file in which a piece that was made stands."""
    return kind_files.replace("[0-9]*", "1-kijken").replace("*", "vijand")


CHECKED = [kind.type for kind in KINDS]


@pytest.mark.parametrize("type_", CHECKED)
def test_pieces_after_the_models(watch: Watch, type_: str):
    kind = BY_TYPE[type_]

    @examples(PROMPT)
    @given(pieces(kind, book(KLEIN)))
    def each(text: bytes) -> None:
        tried(KLEIN, path_for(kind.files), text, watch, paper=False)

    each()


@pytest.mark.hard
@pytest.mark.parametrize("type_", CHECKED)
def test_many_pieces_after_the_models_on_pages_and_paper(watch: Watch, type_: str):
    kind = BY_TYPE[type_]

    @examples(60)
    @given(pieces(kind, book(KLEIN)))
    def each(text: bytes) -> None:
        tried(KLEIN, path_for(kind.files), text, watch, paper=True)

    each()


def test_damaged_files_of_the_small_method(watch: Watch):
    paths = [path for path in content(KLEIN) if kind_of(path)]

    @examples(40)
    @given(damaged(paths, KLEIN))
    def each(change: tuple[str, bytes]) -> None:
        tried(KLEIN, *change, watch, paper=False)

    each()


@pytest.mark.hard
@pytest.mark.parametrize("type_", [kind.type for kind in KINDS])
def test_damaged_real_files(watch: Watch, type_: str):
    paths = [path for path in content(ROOT) if (kind := kind_of(path)) and kind.type == type_]

    @examples(60)
    @given(damaged(paths, ROOT))
    def each(change: tuple[str, bytes]) -> None:
        tried(ROOT, *change, watch, paper=len(change[1]) % 4 == 0)

    each()


@pytest.mark.hard
def test_what_is_made_is_mostly_valid():
    """Else all of this would look at the check alone."""
    right: dict[str, list[bool]] = {type_: [] for type_ in CHECKED}
    for type_ in CHECKED:
        kind = BY_TYPE[type_]

        @examples(40)
        @given(pieces(kind, book(KLEIN)))
        def each(text: bytes) -> None:
            path = path_for(kind.files)  # noqa: B023  (called before the next kind)
            handbook = assemble(with_file(content(KLEIN), path, text))
            right[kind.type].append(any(piece.path == path for piece in handbook.pieces.values()))  # noqa: B023

        each()
    assert {type_: sum(got) / len(got) for type_, got in right.items() if sum(got) < 0.4 * len(got)} == {}


BOMBS = (
    "[", "![", "](", "*a_ ", "**", "_a*", "`", "``` ", "<", "<a ", "<!--", "<!-- toegestaan ", "&", "&#x", "> ", "- ", "1. ", "\n- ",
    "\n  ", "| a ", "|-", "\\", "\n#", "\n---", "\n===", "a@", "a@b.", "06-", "0612345678 ", "NL91ABNA", "1-1-", "http://a.", "www.",
    "(", "{{", "{%", "{", "}", "--8<-- ", "'", '"', ": ", "a: ", "a-", "aaaa", "Aa ", "é", "\u0300", "\u202e", "W", "x ", "[a][", "[a]: ",
    "\n[a]: b\n", "[a](b", "<https://", "\t", " \t", "🏳️‍🌈", "Straat 1, 1234 AB ", "1.2.", "mevrouw De ", "a\n\n",
)  # fmt: skip
"""What, repeated for as long as a file may be, has kept programs busy for hours."""
LESSON, GUIDE = "docs/lessen/groet-eerst.md", "tools/guides/praatje.yml"


def bombs(bomb: str) -> Iterator[tuple[str, bytes]]:
    """The small method's lesson and conversation with this repeated in them: as long as a text may be, and as a file."""
    lesson, guide = (content(KLEIN)[path].text for path in (LESSON, GUIDE))
    for size in (11_000, 240_000):
        many = bomb * (size // len(bomb.encode()))
        yield LESSON, lesson.replace("Niemand zei iets.", many).encode()
        yield LESSON, (many + lesson).encode()
        yield LESSON, lesson.replace("title: ", f"title: {many}").encode()
        yield GUIDE, guide.replace("goal: ", f"goal: {many}").encode()
        yield GUIDE, guide.replace("goal: ", f"goal: {json.dumps(many)} #").encode()
        yield GUIDE, (guide + many).encode()


@pytest.mark.parametrize("bomb", BOMBS)
@pytest.mark.hard
def test_nothing_keeps_the_check_busy(watch: Watch, bomb: str):
    for path, text in bombs(bomb):
        tried(KLEIN, path, text, watch, paper=False)
