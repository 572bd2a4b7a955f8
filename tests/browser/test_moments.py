"""Ten moments at a door and around it, walked with a thumb: at most two taps from the first page to what to say and whom to call."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.slow

AT_MOST = 2


class Thumb:
    """A phone in somebody's hand, that counts the taps; what is out of sight or too small for a thumb cannot be tapped."""

    def __init__(self, page: Any, address: str) -> None:
        self.page, self.address, self.taps = page, address, 0
        page.goto(address)

    def tap(self, target: Any) -> None:
        box = target.bounding_box()
        assert box, "nothing to tap"
        assert box["height"] >= 40 and box["width"] >= 40, f"too small for a thumb: {box}"
        target.tap()
        self.page.wait_for_load_state()
        self.taps += 1

    def now(self, where: str) -> None:
        """Tap a moment on the first page; those at a door are in sight there at once."""
        link = self.page.get_by_role("navigation", name="Waar ben je nu?").get_by_role("link", name=where)
        assert in_sight(link) or "deur" not in where, where
        self.tap(link)


def in_sight(target: Any) -> bool:
    """Whether somebody sees it whole without moving the page."""
    return target.evaluate(  # type: ignore[no-any-return]
        """one => {
            const box = one.getBoundingClientRect();
            return box.width > 0 && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
        }"""
    )


@pytest.fixture(params=[(390, 844), (320, 568)], ids=["phone", "small phone"])
def thumb(request: pytest.FixtureRequest, browser: Any, address: str) -> Any:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, has_touch=True, locale="nl-NL")
    problems: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield Thumb(page, address)
    context.close()
    assert problems == []


@pytest.mark.parametrize(
    ("what", "said", "tel"),
    [
        pytest.param("Iemand is boos", "gebeurd", "tel:112", id="a man shouts on the gallery"),
        pytest.param("Een kind doet open", "volwassene", "tel:08002000", id="a child of six opens"),
        pytest.param("Iemand ligt daar", "Hoort u mij", "tel:112", id="somebody lies behind the letterbox"),
        pytest.param("Je voelt je niet veilig", "Ik ga weer", "tel:112", id="you are afraid"),
        pytest.param("Iemand spreekt weinig Nederlands", "tolk", "", id="a resident speaks Tigrinya"),
    ],
)
def test_trouble_at_a_door(thumb: Thumb, what: str, said: str, tel: str):
    thumb.now("Er is iets aan de deur")
    thumb.page.wait_for_url("**/er-is-iets/")
    thumb.tap(thumb.page.get_by_role("link", name=what, exact=True).first)
    section = thumb.page.locator(".situation", has=thumb.page.get_by_role("heading", name=what))
    assert said in section.inner_text()
    assert in_sight(section.locator(".say").first)
    assert section.locator(".talk-call").count() == (1 if tel else 0)
    if tel:
        assert section.locator(".talk-call").get_attribute("href") == tel
        assert in_sight(section.locator(".talk-call"))
    assert thumb.taps <= AT_MOST


def test_four_minutes_before_a_first_door_with_gloves_on(thumb: Thumb):
    thumb.now("Ik sta zo aan een deur")
    thumb.page.wait_for_url("**/gesprekken/deur-tot-deur/")
    thumb.tap(thumb.page.locator("[data-talk-open=voor]"))
    assert thumb.taps <= AT_MOST
    assert "Zet klaar" in thumb.page.locator(".talk-screen").inner_text()
    thumb.tap(thumb.page.locator(".talk-next"))
    assert "Dag, ik ben" in thumb.page.locator(".talk-body").inner_text()
    for one in thumb.page.locator(".talk-foot > *").all():
        assert one.bounding_box()["height"] >= 44
    assert thumb.page.locator(".talk-trouble").is_visible()


def test_ten_doors_in_an_hour_in_the_rain(thumb: Thumb):
    thumb.tap(thumb.page.locator(".menu-narrow summary"))
    thumb.tap(thumb.page.locator(".menu-narrow").get_by_role("link", name="Ronde", exact=False).first)
    assert thumb.taps <= AT_MOST
    thumb.page.locator("#ronde-plekken").fill("1-10")
    thumb.page.get_by_role("button", name="Zet erbij").tap()
    thumb.taps = 0
    for at in range(10):
        thumb.tap(thumb.page.locator(".round-spot").nth(at))
        thumb.tap(thumb.page.get_by_role("button", name="gesproken", exact=True))
    assert thumb.taps == 20
    assert "10 van 10" in thumb.page.locator(".round-part .note").inner_text()
    thumb.page.reload()
    assert "10 van 10" in thumb.page.locator(".round-part .note").inner_text()


def test_somebody_told_something_terrible(thumb: Thumb):
    thumb.now("Iemand vertelde iets ergs")
    thumb.page.wait_for_url("**/er-is-iets/#vertelt")
    section = thumb.page.locator(".situation", has=thumb.page.get_by_role("heading", name="Iemand vertelt iets ergs"))
    for at_once in (section.locator(".talk-call"), section.locator(".say").first):
        assert in_sight(at_once)
    assert section.locator(".talk-call").get_attribute("href") == "tel:08002000"
    assert section.locator("a[href='tel:112']").count()
    assert "Beloof niet dat je zwijgt" in section.inner_text()


def test_three_per_cent_left_and_no_signal(thumb: Thumb):
    """Who opened one link yesterday, and tapped once on it, has everything in a stairwell without a signal."""
    thumb.page.goto(f"{thumb.address}gesprekken/deur-tot-deur/")
    thumb.tap(thumb.page.get_by_role("button", name="Bewaar dit voor onderweg"))
    assert thumb.taps == 1
    thumb.page.get_by_text("Je kunt ze lezen zonder verbinding").wait_for(timeout=120_000)
    thumb.page.context.set_offline(True)
    thumb.page.goto(thumb.address)
    thumb.taps = 0
    thumb.now("Er is iets aan de deur")
    thumb.tap(thumb.page.get_by_role("link", name="Je voelt je niet veilig", exact=True).first)
    section = thumb.page.locator(".situation", has=thumb.page.get_by_role("heading", name="Je voelt je niet veilig"))
    assert in_sight(section.locator(".talk-call"))
    assert in_sight(section.locator(".say").first)
    assert thumb.taps <= AT_MOST


def test_ten_minutes_before_the_board(thumb: Thumb):
    thumb.now("Ik moet het bestuur overtuigen")
    thumb.page.wait_for_url("**/voor-bestuurders/")
    words = thumb.page.locator("article").inner_text()
    assert "uur per woning" in words and "euro" in words and "weten we niet zeker" in words
    sheet = thumb.page.get_by_role("link", name="Eén A4 voor het bestuur").first
    assert in_sight(sheet)
    sheet.tap()
    thumb.page.wait_for_url("**/werkbladen/een-a4-voor-het-bestuur/")
