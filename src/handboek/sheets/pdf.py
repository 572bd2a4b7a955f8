"""HTML to PDF: one set of fonts a process, nothing fetched from elsewhere, and a finish that PDF/UA asks for."""

from __future__ import annotations

import logging
import mimetypes
import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlparse
from urllib.request import url2pathname

import pydyf
import weasyprint
from weasyprint.html import UA, UA_COUNTER_STYLE, UA_FORM_STYLESHEET, UA_STYLESHEET
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from handboek import logo
from handboek.sheets import line_ends, lists, numbers, spoken, tables, tongues
from handboek.sheets.tree import by_reference, take_out

LOGGER = logging.getLogger("weasyprint")


@dataclass(frozen=True)
class Pdf:
    """A rendered PDF."""

    content: bytes
    pages: int


class SheetError(Exception):
    """WeasyPrint had something to say; a sheet that is not as meant is not published."""


FONT = "het lettertype {} ontbreekt of is beschadigd; zet de bestanden in `overrides/fonts` terug, of installeer de generator opnieuw"
GLYPH = "het teken {} staat niet in de letters van het blad; schrijf het anders of haal het weg"
SAID = (
    (re.compile(r"Font-face '([^']+)' cannot be loaded"), FONT),
    (re.compile(r'Unable to subset "([^"]+)" with'), FONT),
    (re.compile(r".notdef glyph rendered for Unicode string unsupported by fonts: (.+)"), GLYPH),
    (
        re.compile(r"Failed to render SVG image .*?(logo\.svg|[^/]+\Z)"),
        "de tekening {} heeft een vorm of kleur die niet op papier kan; sla haar opnieuw op als PNG of als gewone SVG",
    ),
    (
        re.compile(r"Failed to load image at '(data:)"),
        "een afbeelding die in een ander bestand zit, kan niet op papier; is dat het logo, sla het dan opnieuw op als PNG of SVG",
    ),
    (re.compile(r"Failed to load image at '(.+?)'"), "de afbeelding {} is er niet, of staat buiten het project"),
)
"""What WeasyPrint says of what somebody can mend, and how we say it; the rest stays as it is."""


DATA = re.compile(r"data:[^\s'\")]{40,}")
"""A whole file in an address: of no use to who reads a message."""
FETCHED = ("print", "fonts")
"""The folders of the templates that a document may fetch from; all that lies there is part of the name of what is kept."""


class OwnFiles(URLFetcher):  # type: ignore[misc]
    """Fetches files below these folders of the templates, and the picture that a logo holds; nothing else.

    No network, no other file.
    """

    def __init__(self, templates: Path) -> None:
        super().__init__()
        self.folders = [(templates / name).resolve() for name in FETCHED]
        self.logo = templates / logo.FILES[1]

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        if url.startswith("data:"):
            if not self.logo.is_file() or f'"{url}"' not in self.logo.read_text(encoding="utf-8"):
                raise ValueError("een afbeelding in een tekst, die niet die van het logo is")
            return super().fetch(url, headers)
        parts = urlparse(url)
        path = Path(url2pathname(parts.path)).resolve()
        if parts.scheme != "file" or not any(map(path.is_relative_to, self.folders)):
            raise ValueError(f"buiten de map van de sjablonen: {url}")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})


class Fonts(FontConfiguration):  # type: ignore[misc]
    """Fonts in files of this process; a fork that forgets them leaves the files to who made them."""

    def __init__(self) -> None:
        super().__init__()
        self.maker = os.getpid()

    def __del__(self) -> None:
        if os.getpid() == self.maker:
            super().__del__()


NOTES = re.compile(r"(?m)^::(?:foot)?note-.*$")
MARKER = re.compile(r"(?m)^::marker ")
LEAN = weasyprint.CSS(string=MARKER.sub("li::marker ", NOTES.sub("", UA)), counter_style=UA_COUNTER_STYLE)
"""The style that WeasyPrint begins with, without the mark and the five parts of a note that it makes of each element."""


class Html(weasyprint.HTML):  # type: ignore[misc]
    """What is laid out, begun with the lean style; with WeasyPrint's own where a style has footnotes.

    WeasyPrint works out what each element could have beside it, though only a list has marks and nothing here has notes.
    """

    def __init__(self, text: str, base: str, fetcher: OwnFiles, *, notes: bool) -> None:
        self.begin = UA_STYLESHEET if notes else LEAN
        super().__init__(string=text, base_url=base, url_fetcher=fetcher)

    def _ua_stylesheets(self, forms: bool = False) -> list[weasyprint.CSS]:
        return [self.begin, UA_FORM_STYLESHEET] if forms else [self.begin]


@dataclass(frozen=True)
class Style:
    """What every document of a process shares."""

    css: weasyprint.CSS
    fonts: FontConfiguration
    fetcher: OwnFiles
    pictures: dict[str, Any]
    """Those that were read."""
    notes: bool
    """Whether something stands below as a footnote."""


@lru_cache(maxsize=4)
def style(templates: Path, extra: str) -> Style:
    """The style with the colours of an edition, the fonts, and what may be fetched."""
    fonts = Fonts()
    fetcher = OwnFiles(templates)
    sheet, languages, own = (
        (templates / "print" / f"{name}.css").read_text(encoding="utf-8") for name in ("sheet", "languages", "own")
    )
    text = sheet + languages + extra + own
    base = (templates / "print").resolve().as_uri() + "/"
    with (
        _raise_on_warnings()
    ):  # here as well: a style with something wrong is not remembered, or only the first sheet would fail
        css = weasyprint.CSS(string=text, font_config=fonts, base_url=base, url_fetcher=fetcher)
    return Style(css, fonts, fetcher, {}, notes="footnote" in text)


# Newer versions of Pango (seen with 1.56) look for fonts in a thread, which a fork does not have: a worker loads them anew.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=style.cache_clear)


def lay_out(html: str, templates: Path, extra_css: str = "", *, forms: bool = False) -> Any:
    """Lay one document out in pages. Raises `SheetError` for anything that WeasyPrint logs, such as a missing font."""
    base = (templates / "print").resolve().as_uri() + "/"
    with _raise_on_warnings():
        shared = style(templates, extra_css)
        for url in [url for url, image in shared.pictures.items() if image is None]:
            del shared.pictures[url]  # tried again, or only the first sheet with a picture that fails would tell
        return Html(_printable(html), base, shared.fetcher, notes=shared.notes).render(
            stylesheets=[shared.css],
            font_config=shared.fonts,
            cache=shared.pictures,
            pdf_variant="pdf/ua-1",
            pdf_forms=forms,
            optimize_images=True,
            dpi=150,
            jpeg_quality=80,
        )


TAG = re.compile(r'(<(?:[^<>"]|"[^"]*")*+>)')
ENDLESS = re.compile(r"[^\s&;]{100}")
"""So much of a word that no language has it; to divide one of ten thousand letters takes minutes a page."""


def _printable(html: str) -> str:
    """The same without what nobody writes and what keeps a text engine busy.

    A sign that no font can have becomes a question mark, and an endless word may be broken anywhere.
    """
    shapeless = {ord(sign): "?" for sign in set(html) if unicodedata.category(sign) in ("Cn", "Co")}
    parts = TAG.split(html.translate(shapeless) if shapeless else html)
    parts[::2] = [ENDLESS.sub("\\g<0>\u200b", text) for text in parts[::2]]
    return "".join(parts)


def write(document: Any, *, forms: bool = False, once: bool = False) -> Pdf:
    """Write a document that was laid out. `once`: what stands after page one is a repetition, nothing to read out."""
    finisher = partial(finish, once=once)
    with _raise_on_warnings():
        content = document.write_pdf(finisher=finisher, pdf_variant="pdf/ua-1", pdf_forms=forms)
    return Pdf(content, len(document.pages))


def render(html: str, templates: Path, extra_css: str = "", *, forms: bool = False, once: bool = False) -> Pdf:
    """Render one document. Raises `SheetError` for anything that WeasyPrint logs."""
    return write(lay_out(html, templates, extra_css, forms=forms), forms=forms, once=once)


@contextmanager
def _raise_on_warnings() -> Iterator[None]:
    """Raise `SheetError` with what WeasyPrint logs at warning level and above."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    listener = Listener(logging.WARNING)
    LOGGER.addHandler(listener)
    try:
        yield
    finally:
        LOGGER.removeHandler(listener)
    if said:
        raise SheetError("; ".join(dict.fromkeys(map(_in_dutch, said))))


def _in_dutch(said: str) -> str:
    told = next((text.format(match[1]) for form, text in SAID if (match := form.match(said))), said)
    return DATA.sub("data:…", told)


def finish(document: Any, pdf: Any, *, once: bool = False) -> None:
    """What PDF/UA asks for and WeasyPrint does not write: whole tables, artifacts, described links."""
    tongues.mark(document, pdf)
    _without_hidden(document, pdf)
    lists.label(document, pdf)
    spoken.mend(document, pdf)
    line_ends.mend(document, pdf)
    numbers.mark(document, pdf)
    tables.describe(document, pdf)
    _first_foot_as_text(pdf)
    if once:
        _first_page_only(pdf)
    _outside_as_artifacts(pdf)
    _describe_links(document, pdf)
    tongues.lift(pdf)
    _fields(pdf)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary(
        {"DisplayDocTitle": "true", "PrintScaling": "/None", "Duplex": f"/{_sides(document)}"}
    )


def _without_hidden(document: Any, pdf: Any) -> None:
    """Take what is only there to be seen out of the tree of the text: a row of numbers before a title says nothing aloud."""
    objects = by_reference(pdf)
    for box, element in tongues.leaves(document, pdf):
        if getattr(box, "element", None) is not None and box.element.get("aria-hidden") == "true":
            take_out(element.reference, objects[element["P"]], objects)


LOW = 20 * 72 / 25.4
"""Lower than this a field of several lines is a cell of a table: what is typed there becomes smaller until it fits."""


def _fields(pdf: Any) -> None:
    """Let answers of which one is meant be one field, and let a cell hold what is typed in it."""
    for thing in pdf.objects:
        if not isinstance(thing, pydyf.Dictionary) or thing.get("Subtype") != "/Widget":
            continue
        if "Parent" in thing:
            thing.pop("T", None)  # the group has the name; with one of its own each answer would be a field
        elif "DA" in thing and int(thing.get("Ff", 0)) & 1 << 12:
            _, bottom, _, top = map(float, thing["Rect"])
            if abs(top - bottom) < LOW:
                said = thing["DA"]
                text = said.string if isinstance(said, pydyf.String) else said
                text = text.decode() if isinstance(text, bytes) else str(text)
                thing["DA"] = pydyf.String(SIZE.sub(r"\1 0 Tf", text))


SIZE = re.compile(r"(/[^/\s]+) [\d.]+ Tf")
"""The size of letters in a field; 0 lets the viewer choose it."""


def _sides(document: Any) -> str:
    """How it wants to be printed: on one side, or on two that are turned along the edge where a reader turns the page."""
    first = document.pages[0]
    if len(document.pages) == 1 or document.metadata.custom.get(ONE_SIDE):
        return "Simplex"
    return "DuplexFlipShortEdge" if first.width > first.height else "DuplexFlipLongEdge"


ONE_SIDE = "one-side"
"""The name of the note in a document that has no backs, such as a poster that is put together."""


def _first_foot_as_text(pdf: Any) -> None:
    """Let the first foot be read, behind the last word: it says what the sheet rests on. WeasyPrint hangs feet nowhere."""
    objects = by_reference(pdf)
    body = objects[objects[pdf.catalog["StructTreeRoot"]]["K"][0]]
    reached = set(body["K"])
    for thing in pdf.objects:
        loose = isinstance(thing, pydyf.Dictionary) and thing.get("P") == body.reference and thing.get("K")
        if loose and thing.reference not in reached and thing["Pg"] == pdf.page_references[0]:
            body["K"].append(thing.reference)


def _first_page_only(pdf: Any) -> None:
    """Keep only the first page in the tree of the text."""
    objects = by_reference(pdf)
    body = objects[objects[pdf.catalog["StructTreeRoot"]]["K"][0]]
    body["K"] = pydyf.Array(one for one in body["K"] if objects[one]["Pg"] == pdf.page_references[0])


def _outside_as_artifacts(pdf: Any) -> None:
    """Mark what hangs outside the tree of the text, such as the feet of later pages, as decoration of the page."""
    objects = by_reference(pdf)
    root = objects[pdf.catalog["StructTreeRoot"]]
    reached: set[bytes] = set()
    waiting = list(root["K"])
    while waiting:
        reference = waiting.pop()
        if reference in reached or not isinstance(reference, bytes):
            continue
        reached.add(reference)
        waiting += objects[reference].get("K", ())
    parents = objects[root["ParentTree"]]["Nums"]
    for thing in pdf.objects:
        if not isinstance(thing, pydyf.Dictionary) or thing.get("Type") != "/StructElem" or thing.reference in reached:
            continue
        for kid in thing.get("K", ()):
            page = objects[thing["Pg"]]
            if isinstance(kid, int):
                _as_artifact(objects[page["Contents"]], kid)
                parents[2 * page["StructParents"] + 1][kid] = "null"
            elif objects[kid].get("Type") == "/OBJR":
                _without(page, objects[objects[kid]["Obj"]], parents)


def _without(page: Any, annotation: Any, parents: Any) -> None:
    """Take a link off a page: what is decoration leads nowhere. The first foot keeps it."""
    page["Annots"].remove(annotation.reference)
    if not page["Annots"]:
        del page["Annots"]
    at = next(at for at in range(0, len(parents), 2) if parents[at] == annotation["StructParent"])
    del parents[at : at + 2]
    del annotation["StructParent"]


def _as_artifact(stream: Any, mcid: int) -> None:
    for index, item in enumerate(stream.stream):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") == mcid and stream.stream[index + 1] == b"BDC":
            stream.stream[index - 1] = "/Artifact"
            stream.stream[index] = pydyf.Dictionary({"Type": "/Pagination"})
            return


def _describe_links(document: Any, pdf: Any) -> None:
    """Give each link a description that says more than its address, and let it print; a number says what it is of."""
    objects = by_reference(pdf)
    parents = objects[objects[pdf.catalog["StructTreeRoot"]]["ParentTree"]]["Nums"]
    owners = dict(zip(parents[::2], parents[1::2], strict=True))
    for page in document.pages:
        for kind, target, _, box in page.links:
            annotation = getattr(box, "link_annotation", None)
            if annotation is None:
                continue
            words = " ".join(
                (
                    box.element.text_content()
                    if hasattr(box.element, "text_content")
                    else "".join(box.element.itertext())
                ).split()
            )
            if (named := box.element.get("aria-label")) and "StructParent" in annotation:
                objects[owners[annotation["StructParent"]]]["Alt"] = pydyf.String(words := named)
            annotation["F"] = 4
            # A mail that is filled in says to whom; what it says is for who opens it.
            told = target.partition("?")[0] if target.startswith("mailto:") else target
            annotation["Contents"] = pydyf.String(f"{words} ({told})" if kind == "external" else words)
