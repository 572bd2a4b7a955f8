"""What the programs of Microsoft refuse to open, or mend with a question: order, ids, relations, kinds of parts. Nobody here has them."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from conftest import KLEIN, ROOT, URL
from handboek import store
from handboek.content import open_handbook
from handboek.project import Project
from handboek.render.renderer import Renderer

RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid "
    "spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl "
    "divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout "
    "specVanish oMath",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex equation comboBox date "
    "docPartObj docPartList dropDownList picture richText text citation group bibliography checkbox",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
    "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "worksheet": "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges "
    "scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting "
    "dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties "
    "cellWatches ignoredErrors smartTags drawing legacyDrawing tableParts extLst",
    "workbook": "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences "
    "definedNames calcPr extLst",
}
"""The order in which ECMA-376 asks for what stands inside each of these."""


@cache
def every(root: Path) -> dict[str, bytes]:
    """Every office file that a build of a method makes, by its address."""
    project = Project(root, URL)
    renderer = Renderer(open_handbook(root), project.templates, {}, URL)
    wanted = (one for one in store.office(renderer) if not one.url.endswith(".txt"))
    return {one.url: one.made_of(renderer, project).make()[0].content for one in wanted}


def refused(content: bytes) -> list[str]:
    """What a program would stumble over."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        names, texts = file.namelist(), {name: file.read(name) for name in file.namelist()}
    parts = {name: etree.fromstring(text) for name, text in texts.items() if name.endswith((".xml", ".rels"))}
    found = [f"twice in the file: {name}" for name, number in Counter(map(str.casefold, names)).items() if number > 1]
    found += _kinds(names, parts)
    for name, part in parts.items():
        found += _related(name, part, parts, names)
        found += _ordered(name, part)
    return [*found, *_ids(parts), *_named(parts)]


def _kinds(names: list[str], parts: dict[str, etree._Element]) -> Iterator[str]:
    kinds = parts["[Content_Types].xml"]
    endings = {one.get("Extension").casefold() for one in kinds if one.get("Extension")}
    told = [one.get("PartName").lstrip("/") for one in kinds if one.get("PartName")]
    yield from (
        f"of no kind: {one}"
        for one in names
        if one not in told and one.rpartition(".")[2] not in endings and one != "[Content_Types].xml"
    )
    yield from (f"a kind, and not there: {one}" for one in told if one not in names)
    yield from (f"two kinds: {one}" for one, number in Counter(told).items() if number > 1)


def _related(name: str, part: etree._Element, parts: dict[str, etree._Element], names: list[str]) -> Iterator[str]:
    folder, base = posixpath.split(name)
    if name.endswith(".rels"):
        ids = Counter(one.get("Id") for one in part)
        yield from (f"{name}: {one} twice" for one, number in ids.items() if number > 1)
        for one in part:
            target = one.get("Target")
            where = (
                target.lstrip("/")
                if target.startswith("/")
                else posixpath.normpath(posixpath.join(folder, "..", target))
            )
            if one.get("TargetMode") != "External" and where not in names:
                yield f"{name}: {target} is not there"
        return
    relations = parts.get(posixpath.join(folder, "_rels", f"{base}.rels"))
    known = {one.get("Id") for one in relations} if relations is not None else set()
    used = {value for one in part.iter() for key, value in one.attrib.items() if key.startswith(RELATED) and value}
    yield from (f"{name}: no relation {one}" for one in used - known)


def _ordered(name: str, part: etree._Element) -> Iterator[str]:
    office = ("wordprocessingml", "spreadsheetml")
    for one in part.iter(etree.Element):
        of = etree.QName(one)
        if of.localname not in ORDER or not any(word in (of.namespace or "") for word in office):
            continue
        if "spreadsheetml" in of.namespace and of.localname == "rPr":
            continue
        order, inside = ORDER[of.localname].split(), [etree.QName(child).localname for child in one]
        if unknown := [child for child in inside if child not in order]:
            yield f"{name}: {of.localname} holds {unknown[0]}"
            continue
        places = [order.index(child) for child in inside]
        if places != sorted(places):
            yield f"{name}: {of.localname} out of order: {' '.join(inside)}"


def _ids(parts: dict[str, etree._Element]) -> Iterator[str]:
    controls = Counter(
        one.get(f"{W}val")
        for part in parts.values()
        for one in part.iter(f"{W}id")
        if one.getparent().tag == f"{W}sdtPr"
    )
    yield from (f"two controls are {one}" for one, number in controls.items() if number > 1)
    for name, part in parts.items():
        drawn = Counter(one.get("id") for one in part.iter("{*}docPr", "{*}cNvPr") if "picture" not in one.tag)
        yield from (f"{name}: two drawings are {one}" for one, number in drawn.items() if number > 1)
        shown = [int(one.get("id")) for one in part.iter("{*}sldId")]
        yield from (f"{name}: slide {one}" for one in shown if one < 256 or shown.count(one) > 1)


def _named(parts: dict[str, etree._Element]) -> Iterator[str]:
    """Styles, lists and cells that a part names and that are not there; what is longer than Excel takes."""
    if "word/styles.xml" in parts:
        styles = {one.get(f"{W}styleId") for one in parts["word/styles.xml"].iter(f"{W}style")}
        numbers = (
            {one.get(f"{W}numId") for one in parts["word/numbering.xml"].iter(f"{W}num")}
            if "word/numbering.xml" in parts
            else set()
        )
        for name, part in parts.items():
            asked = {
                one.get(f"{W}val")
                for one in part.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next", f"{W}link")
            }
            yield from (f"{name}: no style {one}" for one in asked - styles)
            listed = {one.get(f"{W}val") for one in part.iter(f"{W}numId") if one.getparent().tag == f"{W}numPr"} - {
                "0"
            }
            yield from (f"{name}: no list {one}" for one in listed - numbers)
            for cell in part.iter(f"{W}tc"):
                if cell[-1].tag != f"{W}p":
                    yield f"{name}: a cell ends with {etree.QName(cell[-1]).localname}"
    for name, part in parts.items():
        if name == "xl/workbook.xml":
            titles = [one.get("name") for one in part.iter("{*}sheet")]
            yield from (f"a tab is called {one}" for one in titles if len(one) > 31 or re.search(r"[\[\]:*?/\\]", one))
        for rule in part.iter("{*}dataValidation"):
            longest = {"promptTitle": 32, "errorTitle": 32, "prompt": 255, "error": 255}
            yield from (f"{name}: {key} is too long" for key, most in longest.items() if len(rule.get(key, "")) > most)
            if (said := rule.findtext("{*}formula1") or "").startswith('"') and len(said) > 257:
                yield f"{name}: a list of choices is too long"
        yield from (f"{name}: a formula is too long" for one in part.iter("{*}f") if len(one.text or "") > 8192)


def test_nothing_in_a_small_method_is_refused():
    files = every(KLEIN)
    assert {"docx", "pptx"} <= {name.rpartition(".")[2] for name in files}
    assert {name: found for name, content in files.items() if (found := refused(content))} == {}


@pytest.mark.hard
def test_nothing_in_the_handbook_is_refused():
    files = every(ROOT)
    assert len(files) > 150
    assert {name: found for name, content in files.items() if (found := refused(content))} == {}


BROKEN = [
    ("word/document.xml", rb"(<w:sdtPr>)(<w:alias [^>]*/>)(<w:tag [^>]*/>)", rb"\1\3\2", "out of order"),
    ("word/document.xml", rb'<w:id w:val="\d+"/>', b'<w:id w:val="7"/>', "two controls are 7"),
    ("word/document.xml", rb'w:pStyle w:val="[^"]*"', b'w:pStyle w:val="Weg"', "no style Weg"),
    ("[Content_Types].xml", rb'<Override PartName="/word/document.xml"[^>]*/>', rb"\g<0>\g<0>", "two kinds"),
    ("word/_rels/document.xml.rels", rb'Target="styles.xml"', b'Target="weg.xml"', "weg.xml is not there"),
]


@pytest.mark.parametrize(("part", "what", "instead", "told"), BROKEN)
def test_what_is_wrong_is_found(part: str, what: bytes, instead: bytes, told: str):
    content = every(KLEIN)["berichten/groet.docx"]
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            text, number = re.subn(what, instead, before.read(name)) if name == part else (before.read(name), 1)
            assert number
            after.writestr(name, text)
    assert any(told in one for one in refused(out.getvalue()))
