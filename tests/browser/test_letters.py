"""A letter that somebody fills in: in Dutch and another language, printed and copied; read aloud; and what stays on the device."""

from __future__ import annotations

import email
import email.policy
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import letters
import pymupdf
import pypdfium2
import pytest
from PIL import Image

from axe import findings
from conftest import Site, built_once, served, until

pytestmark = pytest.mark.slow
PAGE = f"berichten/{letters.LETTER}/"
A4 = "berichten/briefje/"
OWN = {"#mijn-ik": "naam", "#mijn-organisatie": "organisatie", "#mijn-team-nummer": "telefoon"}


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built_once(letters.content(tmp_path_factory.mktemp("brieven") / "brieven"), "brieven", tmp_path_factory)


@pytest.fixture(scope="module")
def stairwell(letter: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(letter, tmp_path_factory.mktemp("domein")) as (url, _):
        yield url


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def own_details(page: Any, address: str) -> None:
    """Fill in once who one is, with a logo."""
    page.goto(f"{address}mijn-gegevens/")
    for field, name in OWN.items():
        page.fill(field, letters.TYPED[name])
    page.set_input_files("[data-own-logo]", letters.logo())
    until(page, "!document.querySelector('[data-own-logo-shown]').hidden")


def fill_in(page: Any, address: str) -> None:
    """Fill in the Dutch letter; what stands at *Mijn gegevens* is there already."""
    page.goto(address + PAGE)
    for name, text in letters.TYPED.items():
        if name in OWN.values():
            assert page.input_value(f"#brief-{name}") == text
        else:
            page.fill(f"#brief-{name}", text)


def copied(page: Any, button: str) -> str:
    page.evaluate("navigator.clipboard.writeText('')")
    page.click(button)
    until(page, "document.querySelector('[data-letter-said]').textContent")
    return page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", re.sub("[\u2066-\u2069]", " ", text)))


DAYS = {
    "tr": ("8 Aralık Salı", "10 Aralık Perşembe"),
    "ar": ("الثلاثاء، 8 ديسمبر", "الخميس، 10 ديسمبر"),
    "uk": ("08.12 (вівторок)", "10.12 (четвер)"),
}
"""How a day that was typed in Dutch stands in each language. A browser may lack a language, and then says it in figures."""


def test_filled_in_once_it_stands_in_each_language(page: Any, stairwell: str):
    own_details(page, stairwell)
    fill_in(page, stairwell)
    for language, days in DAYS.items():
        page.goto(f"{stairwell}{PAGE}{language}/")
        shown = page.inner_text(".in-language .letter").replace("\xa0", " ")
        for said in (*days, "14:00", "16:00", "18:30", "06-12 34 56 78", "Sam", "Woningstichting De Vlier"):
            assert said in shown, language
        assert page.locator(".in-language .blank:not(.filled)").count() == 0
    page.goto(f"{stairwell}{PAGE}ti/")
    shown = page.inner_text(".in-language .letter")
    assert "8-12" in shown or "ታሕሳስ" in shown


HARM = {
    "dag": "<script>window.ran = 1</script>",
    "tijd": "javascript:window.ran=1",
    "terug": "</p><iframe srcdoc='<script>top.ran=1</script>'>",
    "van": "{{7*7}} {naam}",
    "tot": "&lt;b&gt; \u202e",
    "naam": '<img src="x" onerror="window.ran=1">',
    "organisatie": "<a href='javascript:ran=1'>Vlier</a>",
    "telefoon": "112;ext=<svg onload=ran=1>",
}
"""What somebody may type, or what a link that was passed on may have put there."""


@pytest.mark.parametrize("language", ["", "tr/"])
def test_what_is_typed_is_words_and_never_runs(page: Any, stairwell: str, language: str):
    own_details(page, stairwell)
    page.goto(f"{stairwell}{PAGE}{language}")
    before = page.locator(".letter *").count()
    for name, text in HARM.items():
        page.fill(f"#brief-{name}", text)
    shown = page.inner_text(".in-language .letter" if language else ".letter")
    for name in ("dag", "terug", "naam", "organisatie"):
        assert HARM[name] in shown, name
    assert page.locator(".letter :is(script, iframe, img[onerror], a[href^='javascript'])").count() == 0
    assert page.locator(".letter *").count() <= before + 8  # a blank may hold one more, for what is one number
    assert HARM["naam"] in copied(page, "[data-letter-copy]").replace("\u2068", "").replace("\u2069", "")
    page.reload()
    assert page.evaluate("window.ran") is None


SAID = {
    "14 uur": "14:00",
    "9.30 tot 12 uur": "9:30–12:00",
    "dinsdag 8 december om 14.00 uur": "8 Aralık Salı · 14:00",
    "december 2026": "Aralık 2026",
    "volgende week": "volgende week",
    "16u": "16u",
    "1/12": "1/12",
}
"""What somebody types for a time, and what stands in the Turkish card. The last three stay as they are."""


def test_a_time_is_said_in_figures_and_what_stays_dutch_is_told(page: Any, stairwell: str):
    page.goto(f"{stairwell}{PAGE}tr/")
    for typed, shown in SAID.items():
        page.fill("#brief-tijd", typed)
        said = page.inner_text('.in-language [data-blank="tijd"]').replace("\xa0", " ")
        assert said == shown
        told = page.inner_text("[data-letter-said]")
        assert ("Nog in het Nederlands: tijd." in told) == (typed == shown), told


def test_a_telephone_shows_the_keys_that_a_blank_needs(page: Any, stairwell: str):
    page.goto(f"{stairwell}{PAGE}")
    keys = {name: page.get_attribute(f"#brief-{name}", "inputmode") for name in letters.TYPED}
    assert keys == dict.fromkeys(letters.TYPED) | {
        "tijd": "decimal", "van": "decimal", "tot": "decimal", "telefoon": "tel",
    }  # fmt: skip
    page.fill("#brief-tijd", "14,30")
    page.press("#brief-tijd", "Tab")
    assert page.input_value("#brief-tijd") == "14:30"
    assert page.inner_text('.letter [data-blank="tijd"]') == "14:30"


def test_of_a_letter_in_another_language_the_dutch_goes_along_for_word(page: Any, stairwell: str):
    page.goto(f"{stairwell}{PAGE}tr/")
    page.fill("#brief-tijd", "14 uur")
    names = []
    for link in page.locator("[data-letter-word]").all():
        with page.expect_download() as given:
            link.click()
        names.append(given.value.suggested_filename)
    assert names == ["niet-thuis-tr-ingevuld.docx", "niet-thuis-ingevuld.docx"]


def test_a_slip_is_told_and_stops_nothing(page: Any, stairwell: str):
    page.goto(stairwell + PAGE)
    page.fill("#brief-van", "16.00")
    page.fill("#brief-tot", "15.00")
    assert "tot hoe laat: 15.00 is niet na 16.00." in page.inner_text("[data-letter-said]")
    page.fill("#brief-tot", "17.00")
    assert "Kijk nog eens" not in page.inner_text("[data-letter-said]")


def test_a_keyboard_leaves_the_letter_where_it_came_from(page: Any, stairwell: str):
    page.goto(stairwell + PAGE)
    for leave in ("Escape", "Enter"):  # the second on the button that has the focus: back
        page.focus("[data-letter-show]")
        page.keyboard.press("Enter")
        until(page, "document.querySelector('.letter-sheet')")
        page.keyboard.press(leave)
        until(page, "!document.querySelector('.letter-sheet')")
        assert page.evaluate("document.activeElement.hasAttribute('data-letter-show')")


def test_large_letters_come_out_on_a4(page: Any, stairwell: str, tmp_path: Path):
    page.goto(f"{stairwell}{PAGE}tr/#brief")
    until(page, "document.querySelector('.letter-sheet')")
    page.check(".letter-tools input")
    file = tmp_path / "groot.pdf"
    page.pdf(path=file, prefer_css_page_size=True, print_background=False)
    with pymupdf.open(file) as document:
        assert {(round(one.rect.width), round(one.rect.height)) for one in document} == {(595, 842)}
        sizes = [
            span["size"]
            for one in document
            for block in one.get_text("dict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
            if span["text"].strip()
        ]
    assert min(sizes) >= 16


def test_an_address_shows_in_the_window_and_is_kept_nowhere(browser: Any, stairwell: str, tmp_path: Path):
    """As far from the edges as on the sheet that is filled in by hand."""
    page = browser.new_page()
    page.goto(f"{stairwell}{A4}")
    page.fill("#brief-aan-1", "Bewoner van nummer 12")
    page.click("[data-letter-show]")
    until(page, "document.querySelector('.letter-sheet')")
    file = tmp_path / "brief.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    with pymupdf.open(file) as document:
        left, top, *_ = document[0].search_for("Bewoner van nummer 12")[0]
    assert (left / 72 * 25.4, top / 72 * 25.4) == (pytest.approx(20, abs=1), pytest.approx(55, abs=2))
    page.goto("about:blank")
    page.goto(f"{stairwell}{A4}")
    assert page.input_value("#brief-aan-1") == ""
    page.close()


def test_on_paper_the_page_of_a_letter_is_the_letter(page: Any, stairwell: str, tmp_path: Path):
    """Also for who prints it as any other page; and a reference stays in one piece."""
    page.goto(f"{stairwell}{A4}")
    page.fill("#brief-kenmerk", "WP-2026-0457/MvD")
    file = tmp_path / "brief.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    with pymupdf.open(file) as document:
        text = "".join(one.get_text() for one in document)
    assert "Vul in" not in text and "Bekijk en print" not in text
    assert "WP-2026-0457/MvD" in text
    assert page.locator(".letter-sheet").count() == 0 and page.is_visible("[data-letter-form]")


@pytest.mark.parametrize("language", ["tr", "ar"])
def test_each_side_says_who_it_is_from(page: Any, stairwell: str, language: str):
    own_details(page, stairwell)
    page.goto(f"{stairwell}{PAGE}{language}/#brief")
    until(page, "document.querySelector('.letter-sheet')")
    for place in (".letter-from", ".tongue-side:last-child .sent-by"):
        assert (
            page.inner_text(f".letter-page {place}") == f"{letters.TYPED['organisatie']} · {letters.TYPED['telefoon']}"
        )


def test_in_dark_the_mark_of_a_concept_can_be_read_before_printing(browser: Any, stairwell: str):
    page = browser.new_page(color_scheme="dark")
    page.goto(f"{stairwell}{PAGE}tr/#brief")
    until(page, "document.querySelector('.letter-sheet')")
    colours = page.evaluate(
        "((style) => [style.color, style.backgroundColor])(getComputedStyle(document.querySelector('.letter-page .concept-band')))"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    page.close()


def test_a_printed_card_says_where_the_language_stands(page: Any, stairwell: str):
    page.goto(f"{stairwell}{PAGE}tr/#brief")
    until(page, "document.querySelector('.letter-sheet')")
    assert f"{PAGE}tr/" in page.inner_text(".letter-page .tongue-side:last-child .counts")
    assert page.locator("[data-print]").count() == 0


def test_an_open_blank_of_a_short_message_says_in_the_language_what_goes_there(page: Any, stairwell: str):
    page.goto(f"{stairwell}{PAGE}tr/")
    page.fill("#brief-tijd", "14:00")
    short = copied(page, "[data-letter-short]")
    assert short.startswith("Kapınıza geldik. Gün ve saat: [gün], 14:00.")
    theirs, dutch = short.split("\n\n———\n\n")
    assert theirs.endswith("\n\nBu çeviri henüz kontrol edilmedi.")
    assert dutch.startswith("Wij stonden bij u voor de deur op [dag], om 14:00.")
    assert "Nog open: dag, dag dat wij terugkomen" in page.inner_text("[data-letter-said]")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_letters_twice_as_large_leave_everything_in_its_place(browser: Any, stairwell: str, width: int):
    """A browser that enlarges text alone: nothing slides, and in the head of a page nothing lies over something else."""
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    for path in (PAGE, f"{PAGE}ar/", f"{PAGE}ar/#brief", f"{PAGE}ar/nakijken/", "mijn-gegevens/"):
        page.goto("about:blank")
        page.goto(stairwell + path)
        page.add_style_tag(content="html { font-size: 40px !important }")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        places = page.evaluate(
            "[...document.querySelectorAll('.site-head-inner > *, .brand > span, .letter-tools > *')].filter((one) => one.offsetWidth)"
            ".map((one) => one.getBoundingClientRect()).map(({ left, top, right, bottom }) => [left, top, right, bottom])"
        )
        assert len(places) > 2, path
        over = [
            (one, other)
            for at, one in enumerate(places)
            for other in places[at + 1 :]
            if min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1
        ]
        inside = [(one, other) for one, other in over if one[0] <= other[0] and other[2] <= one[2]]
        assert over == inside, path  # a name lies within its link
    context.close()


@pytest.mark.parametrize("language", ["", "ar"])
def test_no_line_ends_inside_a_telephone_number(page: Any, stairwell: str, language: str):
    """However narrow the letter is, on its page and on its way to the printer."""
    page.goto(f"{stairwell}{PAGE}{language}{'/' if language else ''}")
    page.fill("#brief-telefoon", "026-123 45 67")
    page.fill("#brief-dag", "dinsdag 8 december 2026")
    for place in (".piece-body .letter", ".letter-page"):
        for width in range(200, 260, 12):
            page.evaluate(
                "([place, width]) => document.querySelectorAll(place).forEach((one) => (one.style.width = `${width}px`))",
                [place, width],
            )
            lines = page.evaluate(
                "(place) => [...document.querySelectorAll(`${place} .whole`)].map((one) => [one.textContent, one.getClientRects().length])",
                place,
            )
            assert [text for text, _ in lines].count("026-123 45 67") >= 1
            assert all(count == 1 for _, count in lines), lines
        page.click("[data-letter-show]") if place != ".letter-page" else None
        until(page, "document.querySelector('.letter-sheet')")


@pytest.mark.parametrize("language", ["", "tr", "ar"])
def test_what_is_copied_lands_whole_in_a_mail(page: Any, stairwell: str, language: str):
    """What the clipboard holds, pasted into a box, and sent as a mail and read back; the Dutch, which counts, stands below."""
    own_details(page, stairwell)
    fill_in(page, stairwell)
    page.goto(f"{stairwell}{PAGE}{language}{'/' if language else ''}")
    shown = page.inner_text(".piece-body .letter")
    text = copied(page, "[data-letter-copy]")
    assert "[" not in text and "*" not in text and "{" not in text
    assert words(shown) <= words(text)
    assert ("———" in text) == bool(language)
    assert text.count("06-12 34 56 78") == (2 if language else 1)
    if language == "ar":
        assert "\u206806-12 34 56 78\u2069" in text
        assert "النص الهولندي" in text
    page.set_content('<textarea rows="30" cols="90"></textarea>')
    page.focus("textarea")
    page.keyboard.press("Control+V")
    assert page.input_value("textarea") == text
    sent = EmailMessage()
    sent["Subject"] = "Kaartje"
    sent.set_content(text)
    landed = email.message_from_bytes(sent.as_bytes(), policy=email.policy.default).get_content()
    assert landed.strip() == text.strip()


def extracted(file: Path) -> dict[str, str]:
    """What three readers get out of a PDF."""
    with pymupdf.open(file) as document:
        mupdf = "\n".join(one.get_text() for one in document)
    with pypdfium2.PdfDocument(file) as document:
        pdfium = "\n".join(one.get_textpage().get_text_range() for one in document)
    poppler = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout
    return {"mupdf": mupdf, "pdfium": pdfium, "poppler": poppler}


def inked(picture: Image.Image) -> float:
    """Which share of a picture is darker than paper."""
    grey = picture.convert("L")
    return sum(grey.histogram()[:128]) / (grey.width * grey.height)


@pytest.mark.parametrize("language", ["", "tr", "uk"])
def test_printed_it_is_the_letter_with_its_logo(page: Any, stairwell: str, language: str, tmp_path: Path):
    """As a PDF of the browser: on the paper of the card, words in = words out by three readers, and legible in grey."""
    own_details(page, stairwell)
    fill_in(page, stairwell)
    page.goto(f"{stairwell}{PAGE}{language}{'/' if language else ''}")
    page.click("[data-letter-show]")
    until(page, "document.querySelector('.letter-sheet')")
    assert "Alles is ingevuld." in page.inner_text("p.letter-tools")
    written = words(page.inner_text(".letter-page"))
    file = tmp_path / "kaart.pdf"
    page.pdf(path=file, prefer_css_page_size=True, tagged=True, print_background=False)
    for reader, text in extracted(file).items():
        lost = written - words(text)
        assert lost.total() <= 0.01 * written.total(), (reader, sorted(lost.elements()))
    with pymupdf.open(file) as document:
        assert [(round(one.rect.width), round(one.rect.height)) for one in document] == [(298, 420)] * (
            2 if language else 1
        )
        assert len(document[0].get_images()) == 1
        assert "Alles is ingevuld" not in document[0].get_text()
        drawn = [one.get_pixmap(colorspace="gray", dpi=100).pil_image() for one in document]
    with pypdfium2.PdfDocument(file) as document:
        drawn += [one.render(scale=100 / 72, grayscale=True).to_pil() for one in document]
    subprocess.run(["pdftoppm", "-r", "100", "-gray", file, tmp_path / "p"], check=True)
    drawn += [Image.open(one) for one in sorted(tmp_path.glob("p-*.pgm"))]
    assert len(drawn) == (6 if language else 3)
    assert all(0.02 < inked(one) < 0.3 for one in drawn), [inked(one) for one in drawn]


@pytest.mark.parametrize("paper", ["A6", "A4"])
def test_a_concept_says_so_on_each_page_that_is_printed(page: Any, stairwell: str, paper: str, tmp_path: Path):
    """In both languages, on the side that is one; a letter has more pages when what was typed is long."""
    page.goto(f"{stairwell}{PAGE}ar/#brief")
    until(page, "document.querySelector('.letter-sheet')")
    assert "Concept van een vertaling" in page.inner_text(".letter-page .concept-band")
    page.evaluate(f"document.querySelector('.letter-sheet').className = 'letter-sheet paper-{paper}'")
    if paper == "A4":
        page.evaluate(
            "document.querySelector('.tongue-side:last-child').append(...Array.from({length: 90}, () => document.createElement('p')).map((one) => (one.append('Regel'), one)))"
        )
    file = tmp_path / "concept.pdf"
    page.pdf(path=file, prefer_css_page_size=True, tagged=True, print_background=False)
    with pymupdf.open(file) as document:
        dutch, *said = [one.get_text() for one in document]
    assert len(said) >= (2 if paper == "A4" else 1)
    assert "Concept van een vertaling" not in dutch
    assert all("Concept van een vertaling" in one and "الترجمة" in one for one in said), said


def test_printed_in_two_languages_a_card_has_a_side_for_each(page: Any, stairwell: str):
    page.goto(f"{stairwell}{PAGE}ar/#brief")
    until(page, "document.querySelector('.letter-sheet')")
    assert page.locator(".letter-page .tongue-side").count() == 2
    assert page.get_attribute(".letter-page .tongue-side:last-child", "dir") == "rtl"


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", [f"{PAGE}ar/", f"{PAGE}tr/#brief", PAGE])
def test_axe_finds_nothing_and_nothing_slides(browser: Any, stairwell: str, path: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    context.add_init_script(letters.VOICES % "ar-EG")
    page = context.new_page()
    page.goto(stairwell + path)
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_a_voice_of_the_device_reads_the_text_aloud(page: Any, stairwell: str):
    page.add_init_script(letters.VOICES % "tr-TR")
    page.goto(f"{stairwell}{PAGE}tr/")
    toggle = page.locator("[data-aloud-toggle]")
    assert "Sesli oku" in toggle.inner_text()
    toggle.focus()
    page.keyboard.press("Enter")
    assert toggle.get_attribute("aria-pressed") == "true"
    assert page.evaluate("said") == [["dichtbij", "Bu çeviri henüz kontrol edilmedi."]]  # before anything else
    page.evaluate("ended()")
    assert page.evaluate("said.at(-1)[1]") == "Kapınıza geldik"
    page.evaluate("ended()")
    assert page.evaluate("said.at(-1)[1]").startswith("Gün ve saat:")
    page.evaluate("ended()")  # an open blank says what goes there, without the Dutch of who fills it in
    assert page.evaluate("said.at(-1)[1]") == "gün, henüz doldurulmadı, saat, henüz doldurulmadı."
    assert page.locator(".aloud-now").count() == 1
    page.keyboard.press("Space")  # a pause
    assert toggle.get_attribute("aria-pressed") == "false"
    before = page.evaluate("said.length")
    page.keyboard.press("Space")  # and on, with the sentence where it stopped
    assert page.evaluate("said.length") == before + 1
    assert page.evaluate("said.at(-1)[1] === said.at(-2)[1]")
    page.keyboard.press("Escape")
    assert page.locator("[data-aloud-stop]").is_hidden()
    assert page.locator(".aloud-now").count() == 0


@pytest.mark.parametrize("path", [PAGE, f"{PAGE}ar/"])
def test_without_a_voice_of_the_device_there_is_no_button(page: Any, stairwell: str, path: str):
    """Also where a voice far away could: the text does not leave the device."""
    page.add_init_script(letters.VOICES % "tr-TR")
    page.goto(stairwell + path)
    assert page.locator("[data-aloud]").is_hidden()


def test_what_a_reviewer_fills_in_stays_until_it_is_wiped(page: Any, stairwell: str):
    page.goto(f"{stairwell}{PAGE}tr/nakijken/")
    page.check('input[name="antwoord-0"][value="right"]')
    page.check('input[name="antwoord-1"][value="better"]')
    page.fill("#na-beter-1", "Posta kutusuna bırakılan bir kart.")
    page.fill('[name="organisatie"]', "Buurthuis")
    page.check('input[name="wat"][value="getoetst"]')
    page.reload()
    assert page.input_value("#na-beter-1") == "Posta kutusuna bırakılan bir kart."
    assert page.is_checked('input[name="antwoord-0"][value="right"]')
    assert page.is_checked('input[name="wat"][value="getoetst"]')
    assert "2 van" in page.inner_text("[data-review-count]")
    page.goto(f"{stairwell}{PAGE}uk/nakijken/")
    assert "0 van" in page.inner_text("[data-review-count]")
    assert page.locator("[data-review-wipe]").is_hidden()
    page.goto(f"{stairwell}{PAGE}tr/nakijken/")
    page.click("[data-review-wipe]")
    assert page.input_value('[name="organisatie"]') == ""
    assert not page.is_checked('input[name="antwoord-0"][value="right"]')
    page.click("text=Zet terug")
    assert page.input_value('[name="organisatie"]') == "Buurthuis"
    page.click("[data-review-wipe]")
    page.reload()
    assert "0 van" in page.inner_text("[data-review-count]")


def test_nothing_opens_from_a_review_that_is_not_complete(page: Any, stairwell: str):
    page.goto(f"{stairwell}{PAGE}tr/nakijken/")
    mail = page.locator("[data-review-mail]")
    assert mail.get_attribute("href").startswith("#na-")
    page.check('input[name="antwoord-0"][value="right"]')
    page.check('input[name="wat"][value="nagekeken"]')
    page.check('input[name="alleen"]')
    assert page.is_disabled('[name="organisatie"]')
    assert "nagekeken" in mail.get_attribute("href").partition("&body=")[2]
    with page.expect_download():
        page.click("[data-review-save]")
    assert "bijlage" not in mail.get_attribute("href"), "what is short stands in the mail"
    page.check('input[name="antwoord-1"][value="better"]')  # as it was
    assert mail.get_attribute("href") == "#na-tekst-1"
    page.reload()
    assert page.is_checked('input[name="alleen"]')
    assert page.input_value('[name="organisatie"]') == ""
