"""At the door: what to say and whom to call is at most two taps away, and a screen stays through reload, back and rotation."""

from __future__ import annotations

from typing import Any

import pytest

from axe import findings
from conftest import Site

pytestmark = pytest.mark.slow

GUIDE = "gesprekken/deur-tot-deur/"


@pytest.fixture
def phone(browser: Any, address: str) -> Any:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(address + GUIDE)
    yield page
    context.close()


@pytest.mark.parametrize(
    ("said", "tel"),
    [
        ("Iemand is boos", "tel:112"),
        ("Iemand huilt", "tel:113"),
        ("Iemand wil niet meer leven", "tel:112"),
        ("Een kind doet open", "tel:08002000"),
        ("Iemand ligt daar", "tel:112"),
        ("Je hoort of ziet geweld", "tel:112"),
        ("Iemand is in de war", "tel:08001205"),
        ("Je voelt je niet veilig", "tel:112"),
    ],
)
def test_what_to_say_and_whom_to_call_is_two_taps_away(phone: Any, said: str, tel: str):
    phone.locator("[data-talk-open=iets]").tap()
    phone.locator(".talk-screen").get_by_role("button", name=said, exact=True).tap()
    assert phone.locator(".talk-screen h2").inner_text() == said
    assert phone.locator(".talk-foot .talk-call").get_attribute("href") == tel
    assert phone.locator(".talk-foot .talk-call").is_visible()
    assert phone.locator(".talk-body .say").first.inner_text()


def test_who_speaks_another_language_needs_no_number(phone: Any):
    phone.locator("[data-talk-open=iets]").tap()
    phone.get_by_role("button", name="Iemand spreekt weinig Nederlands").tap()
    assert "tolk" in phone.locator(".talk-body").inner_text()
    assert phone.locator(".talk-call").count() == 0


def test_a_guide_that_speaks_of_it_says_it_in_its_own_words(phone: Any, site: Site):
    own = next(one for one in site.handbook.get("guide", "deur-tot-deur").data.responses if one.id.startswith("boos"))
    phone.locator("[data-talk-open=iets]").tap()
    phone.get_by_role("button", name="Iemand is boos").tap()
    words = phone.locator(".talk-body").inner_text()
    assert own.say.split(".")[0] in words
    for always in site.handbook.get("situation", "boos").data.do:
        assert always.text in words


def test_trouble_is_on_every_screen_and_leads_back_to_it(phone: Any):
    phone.locator("[data-talk-open=voor]").tap()
    screens = int(phone.locator(".talk-count").inner_text().split(" van ")[1])
    for at in range(1, screens + 1):
        assert phone.locator(".talk-trouble").is_visible()
        if at < screens:
            phone.locator(".talk-next").tap()
    phone.locator(".talk-trouble").tap()
    phone.get_by_role("button", name="Iemand huilt").tap()
    phone.go_back()
    phone.locator(".talk-screen h2", has_text="Wat is er?").wait_for()
    phone.locator(".talk-back").tap()
    phone.locator(".talk-screen h2", has_text="Zo sluit je af").wait_for()
    assert phone.locator(".talk-count").inner_text() == f"{screens} van {screens}"


def test_the_screen_stays_through_a_reload_and_the_back_button_closes_it(phone: Any):
    phone.locator("[data-talk-open=voor]").tap()
    phone.locator(".talk-next").tap()
    phone.locator(".talk-next").tap()
    title = phone.locator(".talk-screen h2").inner_text()
    phone.reload()
    assert phone.locator(".talk-screen h2").inner_text() == title
    phone.go_back()
    phone.locator(".talk-screen").wait_for(state="detached")
    assert phone.url.endswith(GUIDE)
    phone.go_forward()
    phone.locator(".talk-screen").wait_for()
    phone.keyboard.press("Escape")
    phone.locator(".talk-screen").wait_for(state="detached")


@pytest.mark.parametrize(
    ("width", "height"), [(320, 568), (320, 256), (740, 320)], ids=["small", "400%", "on its side"]
)
def test_there_is_room_for_the_words_on_every_screen(phone: Any, width: int, height: int):
    phone.set_viewport_size({"width": width, "height": height})
    for hash_ in ("#lees-voor-1", "#lees-voor-4", "#lees-iets", "#lees-iets-geweld", "#lees-na-2"):
        phone.goto(phone.url.split("#")[0] + hash_)
        phone.reload()
        screen = phone.locator(".talk-screen")
        assert screen.evaluate("one => one.scrollWidth <= one.clientWidth"), hash_
        foot = phone.locator(".talk-foot").bounding_box()
        assert foot["height"] <= height * 0.4, hash_
        assert foot["y"] + foot["height"] <= height + 1, hash_
        for one in phone.locator(".talk-foot > *").all():
            box = one.bounding_box()
            assert box["height"] >= 43 and box["width"] >= 43, hash_
            assert box["x"] >= 0 and box["x"] + box["width"] <= width, hash_


@pytest.mark.hard  # `test_views.py` has the same screens in fewer shapes
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_its_screens(phone: Any, scheme: str):
    phone.emulate_media(color_scheme=scheme)
    for hash_ in ("#lees-voor-2", "#lees-iets", "#lees-iets-boos", "#lees-na-1"):
        phone.goto(phone.url.split("#")[0] + hash_)
        phone.reload()
        phone.locator(".talk-screen").wait_for()
        assert findings(phone) == [], hash_


def test_what_is_filled_in_once_stands_in_what_somebody_says(phone: Any, address: str):
    assert "Dag, ik ben … van …" in phone.locator(".spoken").first.inner_text()
    phone.goto(f"{address}mijn-gegevens/", wait_until="networkidle")
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    for name, value in {"ik": "Noor", "organisatie": "<b>Woonstad</b>", "vast-nummer": "06 00 00 00 00"}.items():
        phone.locator(f"[name={name}]").fill(value)
    assert phone.locator("[data-own-said]").inner_text() == "Bewaard op dit apparaat."
    assert asked == []
    phone.goto(address + GUIDE)
    assert "Dag, ik ben Noor van <b>Woonstad</b>" in phone.locator(".spoken").first.inner_text()
    phone.locator("[data-talk-open=iets]").tap()
    assert phone.locator(".talk-foot .own").get_attribute("href") == "tel:0600000000"
    phone.goto(f"{address}er-is-iets/")
    assert phone.locator("[data-own-call] a").get_attribute("href") == "tel:0600000000"
    phone.goto(f"{address}mijn-gegevens/")
    phone.locator("[data-own-wipe]").tap()
    assert phone.locator("[name=ik]").input_value() == ""
    phone.get_by_role("button", name="Zet terug").tap()
    assert phone.locator("[name=ik]").input_value() == "Noor"


def test_an_open_screen_hears_what_another_tab_fills_in(phone: Any, address: str):
    phone.goto(f"{address}{GUIDE}#lees-voor-2")
    phone.reload()
    other = phone.context.new_page()
    other.goto(f"{address}mijn-gegevens/")
    other.locator("[name=ik]").fill("Noor")
    phone.locator(".talk-body", has_text="Dag, ik ben Noor van").wait_for()


def test_every_number_of_the_handbook_can_be_tapped_wherever_a_page_names_it(site: Site):
    tel = {piece.data.number: piece.data.tel for piece in site.handbook.of("number")}
    for name in ("veilig-op-pad", "er-is-iets", "als-het-anders-loopt", "voor-bewoners", "gesprekken/open-agenda"):
        html = (site.folder / name / "index.html").read_text(encoding="utf-8")
        article = html[html.index("<article") : html.index("</article>")]
        for number, dialled in tel.items():
            if len(number) > 3 and number in article:
                assert f'href="{dialled}"' in article, (name, number)
    assert 'href="tel:112"' in (site.folder / "gesprekken/open-agenda/index.html").read_text(encoding="utf-8")
