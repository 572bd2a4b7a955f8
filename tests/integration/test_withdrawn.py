"""What was wrong: a piece that was withdrawn says so at its address and is offered nowhere; a correction is told."""

from __future__ import annotations

import json
import re
import shutil
import xml.etree.ElementTree as ET
import zipfile

import pypdfium2
import pytest

from conftest import KLEIN, URL, Site, built, searchable
from handboek import checks, export, pack, store
from handboek.changes import changes
from handboek.handbook import Handbook, Piece, assemble
from handboek.load import Documents, read, with_file
from handboek.model.kinds import KINDS
from handboek.model.text import Lasting
from handboek.project import Project
from handboek.render.handwritten import Calls
from handboek.render.macros import parts
from handboek.render.renderer import Renderer
from handboek.sheets.sheet import fragment, html, sheets_of
from handboek.site import archive, feed
from handboek.site.menu import Entry, menu
from handboek.site.pages import pages
from test_optional import MORE

REASON = "Het nummer van de hulplijn klopte niet."
GONE = f"withdrawn: {{date: 2026-11-20, reason: {REASON}, instead: werkbladen/lijstje}}\n"
RIGHT = (
    "corrected:\n"
    "  - {date: 2026-11-02, what: De tweede vraag ging over geld.}\n"
    "  - {date: 2026-11-12, what: De derde regel vroeg naar een naam.}\n"
)
FILES = {
    "phase": "phases/1-kijken/phase.yml",
    "step": "phases/1-kijken/steps/rondje-lopen.yml",
    "guide": "tools/guides/praatje.yml",
    "worksheet": "tools/worksheets/tabelletje.yml",
    "message": "tools/messages/briefje.yml",
    "script": "tools/scripts/ochtend.yml",
    "pack": "tools/packs/alles.yml",
    "lesson": "docs/lessen/groet-eerst.md",
    "example": "docs/praktijk/dorpsstraat.md",
    "role": "phases/roles/buurvrouw.yml",
    "source": "phases/sources.yml",
    "page": "docs/over-deze-methode.md",
    "theory": "phases/verandertheorie.yml",
    "dossier": "phases/dossier.yml",
}
"""A file of each kind that has a page and can be withdrawn; what the small method has none of is in `MORE`."""


def put(text: str, path: str, said: str) -> str:
    """A file with these fields put into it, or into the first piece of its list."""
    if path.endswith(".md"):
        return text.replace("\n---\n", f"\n{said}---\n", 1)
    if path == FILES["source"]:
        return text.replace("    title:", f"{re.sub('^', '    ', said.rstrip(), flags=re.MULTILINE)}\n    title:", 1)
    return f"{text.rstrip()}\n{said}"


def book(*fields: tuple[str, str]) -> Handbook:
    """The small method with fields put into files."""
    documents: Documents = read(KLEIN)
    for path, said in fields:
        text = documents[path].text if path in documents else MORE[path]
        documents = with_file(documents, path, put(text, path, said).encode())
    made = assemble(documents)
    assert [finding for finding in checks.run(made) if finding.severity == "error"] == []
    return made


def only(made: Handbook) -> Piece:
    (piece,) = [piece for piece in made.pieces.values() if piece.withdrawn or piece.corrected]
    return piece


def words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def addresses(entries: tuple[Entry, ...]) -> set[str]:
    return {entry.address for entry in entries} | {one for entry in entries for one in addresses(entry.below)}


kinds = pytest.mark.parametrize("type_", FILES)


def test_each_kind_with_a_page_can_be_withdrawn():
    """The method as a whole cannot: then the site goes. A translation goes with what it is a translation of."""
    able = {kind.type for kind in KINDS if issubclass(kind.model, Lasting)}
    assert able == {kind.type for kind in KINDS if kind.page and not kind.below} - {"method"}
    assert set(FILES) == able


@kinds
def test_what_was_withdrawn_is_offered_nowhere(type_):
    made = book((FILES[type_], GONE))
    piece = only(made)
    assert piece.type == type_
    renderer = Renderer(made, Project(KLEIN).templates)
    anchor = f'href="/{piece.address}"'
    for page in pages(renderer):
        if page.address not in (piece.address, "correcties/") and page.type not in (
            "source",
            "page",
        ):  # a text keeps its links
            place = page.html.replace("(ingetrokken)", "")
            cites = re.sub(r'<ol class="sources">.*?</ol>', "", place, flags=re.DOTALL)  # says that it was withdrawn
            assert anchor not in cites, page.address
    assert piece.address not in addresses(menu(made))
    assert piece.address not in {one["address"] for one in searchable(made)["documents"]}
    for other in made.offered.of("pack"):
        assert piece.key not in {
            part.piece.key for chapter in pack.gather(made.offered, other.data) for part in chapter.parts if part.piece
        }
    for thing in [*store.wanted(renderer), *store.packs(renderer)]:
        assert thing.piece == piece or anchor.replace('"/', f'"{URL}') not in html_of(thing, renderer)


def html_of(thing, renderer) -> str:
    return html(thing, renderer, Project(KLEIN, URL)) if hasattr(thing, "variant") else ""


@kinds
def test_its_page_says_so_above_everything(type_):
    made = book((FILES[type_], GONE))
    piece = only(made)
    renderer = Renderer(made, Project(KLEIN).templates)
    page = next(page for page in pages(renderer) if page.address == piece.address)
    assert page.title.startswith("Ingetrokken: ")
    assert page.summary == REASON
    assert page.unlisted
    assert page.javascript == page.styles == ()
    text = page.html
    assert text.count("<h1") == 1
    assert text.index('role="note"') < text.index("<h1") < text.index("<details")
    said = words(text.split("<h1")[0])
    assert "Ingetrokken op 20 november 2026" in said
    assert REASON in said
    assert 'href="/werkbladen/lijstje/"' in text.split("<h1")[0]
    assert ".pdf" not in text
    assert "<details open" not in text


def test_a_page_by_hand_keeps_its_own_heading():
    path = FILES["page"]
    text = read(KLEIN)[path].text.replace("# Over deze", "# Over *onze*")
    made = assemble(with_file(read(KLEIN), path, put(text, path, GONE).encode()))
    page = next(one for one in pages(Renderer(made, Project(KLEIN).templates)) if one.address == only(made).address)
    heading, said = page.html.split("<h1", 1)[1].split("</h1>", 1)
    assert "Over <em>onze</em> methode" in heading
    assert 'href="/fasen/kijken/rondje-lopen/"' in said, "and what it said below it"


@kinds
def test_the_feed_the_page_of_changes_and_the_export_tell(type_):
    made = book((FILES[type_], GONE))
    piece = only(made)
    tree = ET.fromstring(feed.atom(made, URL))
    atom = f"{{{feed.ATOM}}}"
    told = [entry for entry in tree.iter(f"{atom}entry") if entry.findtext(f"{atom}id") == URL + piece.address]
    assert [entry.findtext(f"{atom}title") for entry in told] == [f"Ingetrokken: {piece.title}"]
    assert told[0].findtext(f"{atom}updated") == "2026-11-20T00:00:00Z"
    assert told[0].findtext(f"{atom}summary") == REASON
    listed = words(Renderer(made, Project(KLEIN).templates).index("correcties").html)
    assert piece.title in listed
    assert REASON in listed
    (row,) = [row for row in export.data(made, {})["pieces"] if row["url"] == piece.address]
    assert row["withdrawn"] == {"date": "2026-11-20", "reason": REASON, "instead": "werkbladen/lijstje", "files": []}
    assert (row["pdf"], row["files"]) == (None, [])


@kinds
def test_who_still_uses_it_is_warned(type_):
    made = book((FILES[type_], GONE))
    piece = only(made)
    found = [finding for finding in checks.run(made) if finding.code == "ingetrokken"]
    users = {other.path for other in made.citing(piece.key, "step", "phase", "script", "pack", "role", "criterion")}
    if type_ == "phase":
        users |= {step.path for step in made.steps(piece)}
    assert {finding.path for finding in found} >= users - {piece.path}
    assert {finding.severity for finding in found} <= {"warning"}
    about = [finding for finding in checks.run(made) if finding.path == piece.path]
    assert not {finding.code for finding in about} & {"ongebruikt", "verouderd", "losse-stap"}


@pytest.mark.parametrize("type_", [type_ for type_ in FILES if type_ != "source"])
def test_the_sheets_that_are_left_are_right_without_it(type_):
    """Nothing in a template leans on a piece that may be gone."""
    made = book((FILES[type_], GONE))
    renderer, project = Renderer(made, Project(KLEIN).templates), Project(KLEIN, URL)
    for sheet in store.wanted(renderer):
        text = fragment(sheet, renderer, project)
        assert ("Ingetrokken op" in text or "is ingetrokken op" in text) == bool(sheet.piece.withdrawn)
    assert all(sheet.paper == "A4" for sheet in store.wanted(renderer) if sheet.piece.withdrawn)


def test_a_phase_takes_its_criteria_along_and_no_piece_belongs_to_it():
    made = book((FILES["phase"], GONE))
    phase = only(made)
    assert made.criteria(phase)
    assert not made.offered.criteria(phase)
    assert all(phase.slug not in piece.phases for piece in made.offered.pieces.values())
    listed = Renderer(made, Project(KLEIN).templates).index("gesprekken").html
    assert "/gesprekken/praatje/" in listed


def test_a_withdrawn_step_passes_no_phase_on():
    made = book((FILES["step"], GONE))
    assert made.get("message", "briefje").phases == ()
    step = only(made)
    assert step.phases


def test_the_steps_that_are_left_are_counted_alike_on_both_pages():
    documents = read(KLEIN)
    step = documents[FILES["step"]].text
    other = FILES["step"].replace("rondje-lopen", "kijken-maar")
    documents = with_file(documents, other, step.replace("Loop een rondje", "Kijk maar eens").encode())
    phase = documents[FILES["phase"]].text.replace("[rondje-lopen]", "[rondje-lopen, kijken-maar]")
    assert "kijken-maar" in phase
    documents = with_file(documents, FILES["phase"], phase.encode())
    documents = with_file(documents, FILES["step"], put(step, FILES["step"], GONE).encode())
    made = assemble(documents)
    renderer = Renderer(made, Project(KLEIN).templates)
    assert "stap 1.1" in renderer.page(made.get("step", "kijken-maar")).html
    assert "1.1 Kijk maar eens" in words(renderer.page(made.get("phase", "kijken")).html)


def test_a_dossier_draws_nothing_from_a_theory_that_was_withdrawn():
    """What it drew becomes openly unknown, and no piece is core for a reason that was taken back."""
    path, theory_ = FILES["dossier"], FILES["theory"]
    drawing = MORE[path].replace("answer: [Groeten.]", "draws: [werkzaam], answer: [Groeten.]")
    assert drawing != MORE[path]
    for said, answers in (("", ["Groeten.", "Groeten. Je groet."]), (GONE, ["Groeten."])):
        documents = with_file(read(KLEIN), path, drawing.encode())
        made = assemble(with_file(documents, theory_, put(MORE[theory_], theory_, said).encode()))
        (row,) = [row for row in export.data(made, {})["pieces"] if row["type"] == "dossier"]
        assert [one["text"] for one in row["content"]["headings"][0]["answer"]] == answers
        renderer, project = Renderer(made, Project(KLEIN).templates), Project(KLEIN, URL)
        (sheet,) = sheets_of(made.get("dossier", "dossier"))
        for text in (renderer.page(sheet.piece).html, fragment(sheet, renderer, project)):
            assert ("Je groet." in text) == (not said)
        step = renderer.page(made.get("step", "rondje-lopen")).html
        assert ("/verandertheorie/#groeten" in step) == (not said)
        assert [one for one in checks.run(made) if one.severity == "error"] == []


def test_a_questionnaire_asks_nothing_whose_sheet_was_withdrawn():
    sheet = "tools/worksheets/vraagblad.yml"
    for said in ("", GONE):
        documents = with_file(read(KLEIN), "tools/vragenlijst.yml", MORE["tools/vragenlijst.yml"].encode())
        made = assemble(with_file(documents, sheet, put(MORE[sheet], sheet, said).encode()))
        text = Renderer(made, Project(KLEIN).templates).index("even-vragen").html
        assert ("<form" in text) == (not said)
        assert ("Stel ze niet meer." in text) == bool(said)


def test_a_macro_leaves_it_out():
    made = book((FILES["guide"], GONE))
    renderer = Renderer(made, Project(KLEIN).templates)
    calls = Calls([])
    put_in = {macro.__name__: macro for macro in parts(lambda: renderer, lambda: calls)}
    put_in["gesprek"]("praatje"), put_in["werkblad"]("lijstje")
    assert [str(part.html).strip() == "" for part in calls.parts] == [True, False]
    assert "Lijstje" in calls.parts[1].html
    with pytest.raises(ValueError, match="praaatje"):
        put_in["gesprek"]("praaatje")


def test_a_page_that_calls_or_links_to_it_is_warned():
    made = book((FILES["guide"], GONE))
    page = FILES["page"]
    text = (
        "---\ntitle: Over deze methode\nsummary: Waarom.\nchecked: 2026-11-01\nmacros: true\n---\n# Over\n\n"
        "Zie [het praatje](/gesprekken/praatje/#vragen).\n\n{{ gesprek(\"praatje\") }}\n\n{{ gesprek('praatje') }}\n"
    )
    found = checks.run(assemble(with_file(made.documents, page, text.encode())))
    assert [(f.line, f.column) for f in found if f.path == page and f.code == "ingetrokken"] == [
        (9, 19),
        (11, 1),
        (13, 1),
    ]


def test_what_comes_instead_can_be_used():
    worksheet, lesson = FILES["worksheet"], FILES["lesson"]
    documents = read(KLEIN)
    draft = documents[lesson].text.replace("status: gepubliceerd", "status: concept")
    assert draft != documents[lesson].text
    documents = with_file(documents, lesson, draft.encode())
    said = GONE.replace("werkbladen/lijstje", "lessen/groet-eerst")
    documents = with_file(documents, worksheet, put(documents[worksheet].text, worksheet, said).encode())
    (found,) = [finding for finding in checks.run(assemble(documents)) if finding.code == "vervanging"]
    assert "nog een concept" in found.text
    documents = with_file(read(KLEIN), worksheet, put(read(KLEIN)[worksheet].text, worksheet, GONE).encode())
    other = "tools/worksheets/lijstje.yml"
    documents = with_file(
        documents, other, put(documents[other].text, other, GONE.replace(", instead: werkbladen/lijstje", "")).encode()
    )
    (found,) = [finding for finding in checks.run(assemble(documents)) if finding.code == "vervanging"]
    assert "zelf ingetrokken" in found.text


def test_a_pack_of_which_nothing_is_left_is_an_error():
    said = GONE.replace(", instead: werkbladen/lijstje", "")
    documents = read(KLEIN)
    for path in ("tools/worksheets/lijstje.yml", FILES["guide"]):
        documents = with_file(documents, path, put(documents[path].text, path, said).encode())
    errors = [finding for finding in checks.run(assemble(documents)) if finding.severity == "error"]
    assert [(finding.code, finding.path) for finding in errors] == [("werkmap", FILES["pack"])]
    documents = with_file(documents, FILES["pack"], put(documents[FILES["pack"]].text, FILES["pack"], said).encode())
    assert [finding for finding in checks.run(assemble(documents)) if finding.severity == "error"] == []


def test_a_piece_of_which_nothing_was_said_keeps_its_version():
    """Papers carry it: it may not change because the models learned a field."""
    assert book().get("guide", "praatje").hash == "d6c3464"
    assert book((FILES["guide"], GONE)).get("guide", "praatje").hash != "d6c3464"
    assert book((FILES["guide"], RIGHT)).get("guide", "praatje").hash != "d6c3464"


@kinds
def test_a_correction_is_told_on_the_page_in_the_feed_and_in_the_export(type_):
    made = book((FILES[type_], RIGHT))
    piece = only(made)
    renderer = Renderer(made, Project(KLEIN).templates)
    text = next(page.html for page in pages(renderer) if page.address == piece.address)
    said = words(text)
    newest, oldest = said.index("Gecorrigeerd op 12 november 2026."), said.index("Gecorrigeerd op 2 november 2026.")
    assert newest < oldest
    assert "De derde regel vroeg naar een naam." in said
    told = [entry for entry in feed.entries(made) if entry.title == f"Gecorrigeerd: {piece.title}"]
    assert [str(entry.date) for entry in told] == ["2026-11-12", "2026-11-02"]
    assert len({entry.id for entry in feed.entries(made)}) == len(feed.entries(made))
    (row,) = [row for row in export.data(made, {})["pieces"] if row["url"] == piece.address]
    assert [one["date"] for one in row["corrected"]] == ["2026-11-12", "2026-11-02"]
    assert row["withdrawn"] is None
    assert "derde regel" in words(renderer.index("correcties").html)


@pytest.mark.parametrize("type_", ["guide", "worksheet", "message", "script"])
def test_a_correction_stands_on_each_sheet(type_):
    made = book((FILES[type_], RIGHT))
    piece = only(made)
    renderer = Renderer(made, Project(KLEIN).templates)
    sheets = list(sheets_of(piece))
    assert sheets
    for sheet in sheets:
        said = words(fragment(sheet, renderer, Project(KLEIN, URL)))
        if type_ == "message" and sheet.kind != "vooraf":  # a letter tells residents nothing of its own past
            assert "gecorrigeerd" not in said
            continue
        assert "gecorrigeerd op 12 november 2026" in said, sheet.kind
        if sheet.kind in ("blad", "vooraf"):
            assert "De derde regel vroeg naar een naam." in said


def test_two_corrections_of_one_day_are_two_entries_and_keep_their_ids():
    first = "corrected:\n  - {date: 2026-11-02, what: Het eerste.}\n  - {date: 2026-11-02, what: Het tweede.}\n"
    before = {entry.summary: entry.id for entry in feed.entries(book((FILES["guide"], first)))}
    after = {
        entry.summary: entry.id
        for entry in feed.entries(book((FILES["guide"], first + "  - {date: 2026-11-09, what: Het derde.}\n")))
    }
    assert before["Het eerste."] != before["Het tweede."]
    assert before.items() <= after.items()


def test_a_draft_is_told_of_nowhere():
    documents = read(KLEIN)
    path = FILES["lesson"]
    text = put(documents[path].text, path, GONE + RIGHT).replace("status: gepubliceerd", "status: concept")
    made = assemble(with_file(documents, path, text.encode()))
    assert changes(made) == ()
    assert "Groet" not in feed.atom(made, URL)
    assert ("lesson", "groet-eerst") not in made.offered.pieces


def test_where_nothing_was_wrong_there_is_no_list_of_it():
    assert "correcties" not in book().lists
    assert not [page for page in pages(Renderer(book(), Project(KLEIN).templates)) if page.address == "correcties/"]


@pytest.fixture(scope="module")
def gone(tmp_path_factory) -> Site:
    """The small method, built, with almost everything withdrawn that can be."""
    root = tmp_path_factory.mktemp("ingetrokken")
    shutil.copytree(KLEIN, root / "klein")
    for type_, path in FILES.items():
        if type_ not in ("role", "source"):
            file = root / "klein" / path
            text = file.read_text(encoding="utf-8") if file.exists() else MORE[path]
            file.write_text(put(text, path, GONE), encoding="utf-8")
    return built(root / "klein", root / "site")


@pytest.mark.slow
def test_a_site_with_almost_everything_withdrawn_stands(gone: Site):
    """That no link is dead the build itself saw to."""
    pieces = [piece for piece in gone.export["pieces"] if piece["withdrawn"]]
    assert len(pieces) == len(FILES) - 2
    site_map = (gone.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert site_map.startswith("<?xml")
    kept = json.loads(re.search(r"^const BOOK = (.*);$", (gone.folder / "sw.js").read_text(), re.MULTILINE)[1])
    ET.fromstring(site_map)
    for piece in pieces:
        page = gone.html(piece["url"])
        assert "Ingetrokken op 20 november 2026" in words(page)
        assert re.search(r"<title>Ingetrokken: ", page)
        assert '<meta name="robots" content="noindex">' in page
        assert f"<loc>{URL}{piece['url']}</loc>" not in site_map
        assert f"{piece['url']}index.html" in kept["pages"]  # who scans old paper without a connection reads it too
        assert not set(piece["withdrawn"]["files"]) & kept["sheets"].keys()
    assert "noindex" not in gone.html("werkbladen/lijstje/")
    assert f"<loc>{URL}werkbladen/lijstje/</loc>" in site_map


@pytest.mark.slow
def test_the_old_addresses_of_its_pdfs_say_so_on_one_page(gone: Site):
    urls = [url for piece in gone.export["pieces"] if piece["withdrawn"] for url in piece["withdrawn"]["files"]]
    assert len(urls) == 15
    for url in urls:
        document = pypdfium2.PdfDocument((gone.folder / url).read_bytes())
        assert len(document) == 1
        text = " ".join(document[0].get_textpage().get_text_range().split())
        assert "Ingetrokken" in text
        assert "20 november 2026" in text
        assert REASON in text


@pytest.mark.slow
def test_the_archive_leaves_its_pdfs_out(gone: Site, tmp_path):
    archive.write(gone.folder, tmp_path / "handboek.zip", "Klein")
    names = {name.partition("/")[2] for name in zipfile.ZipFile(tmp_path / "handboek.zip").namelist()}
    assert "werkbladen/lijstje.pdf" in names
    assert not export.void(gone.export) & names
    assert "gesprekken/praatje/index.html" in names  # the list of changes leads to it
