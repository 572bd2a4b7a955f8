"""What keeps readers and residents safe cannot be switched off, spoofs are seen, and findings stand where the fault is."""

from __future__ import annotations

import re

import pytest
from fragments import found, today  # noqa: F401

from handboek import checks
from handboek.checks import allowances
from handboek.checks.marks import parsed
from handboek.checks.rules import public_number
from handboek.markdown import plain

LESSON = "# docs/lessen/groet-eerst.md\n## Wat we deden\n\n"
PAGE = "# docs/over-deze-methode.md\n"


def codes(text: str, head: str = LESSON) -> set[str]:
    """The rules that find an error."""
    return {finding.code for finding in found(f"{head}{text}\n") if finding.severity == "error"}


PLACES = {
    "a lesson": LESSON + "<!-- toegestaan {}: een reden -->\nWe groetten.",
    "the end of a line": LESSON + "We groetten. <!-- toegestaan {}: een reden -->",
    "the data of a lesson": "# docs/lessen/groet-eerst.md\n---\n# toegestaan {}: een reden\ntitle: Groet eerst\n---\n",
    "an example": "# docs/praktijk/dorpsstraat.md\n<!-- toegestaan {}: een reden -->\nHet was een gewone dag.",
    "a page": PAGE + "<!--toegestaan {}: een reden-->\nDag.",
    "a guide": "# tools/guides/praatje.yml\n# toegestaan {}: een reden\ngoal: Je leert iemand kennen.",
    "a phase": "# phases/1-kijken/phase.md\nDag. <!-- toegestaan {} -->",
}


@pytest.mark.parametrize("place", PLACES)
def test_no_rule_of_safety_takes_an_exception(place: str):
    for code in sorted(set(checks.CODES) - checks.MAY_BE_ALLOWED):
        assert "toegestaan" in codes(PLACES[place].format(code), ""), code


def test_which_rules_may_have_one_is_told_to_authors():
    told = allowances.RULE.text.partition("goede reden")[2].partition(".")[0]
    assert set(re.findall("`([a-z-]+)`", told)) == checks.MAY_BE_ALLOWED
    safety = {"html", "onveilige-link", "valse-link", "verborgen-teken", "ander-schrift", "sjabloon", "link"}
    personal = {"telefoonnummer", "mailadres", "burgerservicenummer", "rekeningnummer", "woonadres", "geboortedatum"}
    assert not checks.MAY_BE_ALLOWED & (safety | personal)


@pytest.mark.parametrize(
    ("text", "found_by"),
    [
        ("<!-- toegestaan ambtelijk: a --> <!-- toegestaan html: b --> <b>x</b>", {"toegestaan", "html"}),
        ("<!-- toegestaan telefoonnummer: b -->\nBel 06-12345678.", {"toegestaan", "telefoonnummer"}),
        ("<!-- toegestaan\nhtml: x -->", {"html"}),
        ("<!-- TOEGESTAAN html: x -->", {"html"}),
        ("Tekst. <!-- toegestaan spelling: en de rest van de regel", {"html"}),
        ("<!-- toegestaan *: alles -->\nDag.", {"toegestaan"}),
        ("<!-- toegestaan html, link: alles -->\nDag.", {"toegestaan"}),
    ],
)
def test_ways_round(text: str, found_by: set[str]):
    assert codes(text) == found_by


FALSE = """
[rijksoverheid.nl](https://evil.example/)
[https://a.nl](https://b.nl)
[a.nl/regels](https://evil.example/a.nl)
[A.NL](https://evil.example/)
[a.nl.](https://evil.example/)
[https://a.nl:443/](https://evil.example/)
[a.nl](https://a.nl.evil.example/)
[a.nl](https://evil.example/?u=https://a.nl)
[a.nl](https://evil.example#a.nl)
[*a*.nl](https://evil.example/)
[**rijks**overheid.nl](https://evil.example/)
[rijks`overheid.nl`](https://evil.example/)
[a&#46;nl](https://evil.example/)
[a&period;nl](https://evil.example/)
[a\\.nl](https://evil.example/)
[a。nl](https://evil.example/)
[a․nl](https://evil.example/)
[ga naar a.nl, snel](https://evil.example/)
["a.nl"](https://evil.example/)
[→a.nl](https://evil.example/)
[hxxps://a.nl](https://evil.example/)
[rijksoverheid .nl](https://evil.example/)
[a.nl](mailto:x@a.nl)
[a.nl](/gesprekken/)
[info@a.nl](https://a.nl)
[info@a.nl](mailto:info@a.nl.evil.example)
[info＠a.nl](mailto:info@b.nl)
[https://](https://evil.example/)a.nl
www[.a.nl](https://evil.example/)
[rijks](https://evil.example/)[overheid.nl](https://evil.example/)
[Rijk](https://evil.example/ "www.a.nl")
[024 123 45 67](tel:0241234568)
[bel 0800-2000 gratis](tel:0241234567)
""".strip().split("\n")
UNSAFE = """
[x](https://a.nl@evil.example/)
[x](https://a.nl:woord@evil.example/)
[x](https://a.nl%2f@evil.example/)
<https://a.nl@evil.example/>
[x](https://xn--80ak6aa92e.com/)
[x](https://еxample.com/)
[x](https://ｅxample.com/)
[x](https://rijks\u00adoverheid.nl/)
[x](https://evil。example/)
[x](https://3232235777/)
[x](https://0x7f000001/)
[x](https://127.1/)
[x](https://[::1]/)
[x](https://localhost/)
[x](https:evil.example)
[x](https:///evil.example/)
[x](https:\\\\evil.example)
[x](/\\evil.example)
[x](&#47;&#47;evil.example)
[x](JAVASCRIPT:x)
[x](javascript&colon;x)
[x](java&Tab;script:x)
[x](%6aavascript:x)
[x](javascript%3Ax)
[x](<vbscript:x>)
[x](data:text/html,x)
[x](file:///etc)
[x](blob:https://a.nl/x)
[x](whatsapp://send)
[x](sms:0241234567)
[x](tel:0900-1234)
[x](tel:+31-906-1234)
[x](tel:0909-1234)
[x](tel:+49900123456)
[x](tel:+1-900-555-1234)
[x](tel:+88213123456)
[x](tel:1888)
[x](tel:*21*0241234567%23)
[x](tel:0241234567,,09001234)
[x](mailto:a@b.nl?cc=x@y.nl)
[x](mailto:a@b.nl?BCC=x@y.nl)
[x](mailto:a@b.nl%2Cx@y.nl)
[x](mailto:a@b.nl?subject=x&to=x@y.nl)
""".strip().split("\n")
HONEST = """
[www.a.nl](https://a.nl/)
[a.nl](https://www.a.nl/b?c=d)
[https://a.nl/](https://a.nl)
[blz.12](https://a.nl/)
[o.a. bij de HAN](https://han.nl/)
[de lijst.pdf](https://a.nl/lijst.pdf)
[om 14.30 uur, 2.000 keer](https://a.nl/)
[artikel 7:220](https://wetten.overheid.nl/)
[14 024](tel:14024)
[112](tel:112)
[0800-0113](tel:0800-0113)
[+31 (0)24 123 45 67](tel:0241234567)
[de lijn](tel:116111)
[mail ons](mailto:ons@example.org?subject=Een%20les)
[ons@example.org](mailto:ons@example.org)
[een](https://a.nl:8443/x@y)
<https://a.nl/x>
""".strip().split("\n")


@pytest.mark.parametrize("link", FALSE)
def test_a_link_that_says_another_address(link: str):
    assert "valse-link" in codes(link, PAGE)


@pytest.mark.parametrize("link", UNSAFE)
def test_an_address_that_deceives(link: str):
    assert "onveilige-link" in codes(link, PAGE)


@pytest.mark.parametrize("link", HONEST)
def test_an_honest_link(link: str):
    assert codes(link, PAGE) - {public_number.CODE} == set()  # whether it is one of our numbers is another matter


TITLES = (
    "<script/x>",
    "<b",
    "</title>",
    "<!--",
    "<?x",
    "&lt;b>",
    "&#60;b>",
    "&#x3C;b>",
    "\\<b>",
    "`<b>`",
    "<a:b",
)


@pytest.mark.parametrize("tag", TITLES)
@pytest.mark.parametrize("field", ["title", "summary"])
def test_no_tag_in_a_title_in_any_spelling(field: str, tag: str):
    """What a page prints of a title, with or without its marks, has no beginning of a tag."""
    assert re.search("<[a-zA-Z/!?]", plain(f"Hoi {tag} daar") + f"Hoi {tag} daar")
    for path in ("docs/lessen/groet-eerst.md", "docs/over-deze-methode.md"):
        assert codes("", f"# {path}\n---\n{field}: 'Hoi {tag} daar'\n---\n") == {"html"}
    assert codes("", f"# tools/guides/praatje.yml\n{field}: 'Hoi {tag} daar'\n") == {"html"}


SIGNS = (
    "\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2064\u2066\u2067"
    "\u2068\u2069\u206f\u2800\u3164\ufe00\ufe0f\uffa0\ufff9\U000e0001\U000e0041\U000e007f\U000e0100\ue000\uf0b7\U000f0000"
)
WHERE = {
    "a lesson": (LESSON + "We gro{}etten.", 20, 7),
    "a title": ("# docs/lessen/groet-eerst.md\n---\ntitle: Groet{} eerst\n---\n", 2, 13),
    "a guide": ("# tools/guides/praatje.yml\ngoal: Je leert{} iemand kennen.", 4, 15),
    "a comment": ("# tools/guides/praatje.yml\n# ha{}llo\ngoal: Je leert iemand kennen.", 4, 5),
    "code": (LESSON + "Kijk: `a{}b`.", 20, 9),
    "a phase": ("# phases/1-kijken/phase.md\nEen ver{}haal.", 3, 8),
}


@pytest.mark.parametrize("where", WHERE)
def test_a_sign_that_nobody_sees_is_told_at_its_place(where: str):
    form, line, column = WHERE[where]
    for sign in SIGNS:
        told = [(f.line, f.column) for f in found(form.format(sign) + "\n") if f.code == "verborgen-teken"]
        assert told == [(line, column)], f"U+{ord(sign):04X}"


def test_one_that_is_written_by_its_number_as_well():
    for sign in SIGNS:
        assert "verborgen-teken" in codes(f"Dag &#x{ord(sign):x};."), sign
        escaped = f'# tools/guides/praatje.yml\ngoal: "Je leert \\U{ord(sign):08x} iemand kennen."\n'
        assert "verborgen-teken" in codes("", escaped), sign


@pytest.mark.parametrize("picture", ["👩‍👧", "👩🏽‍🚀", "☕️", "1️⃣", "🏳️‍🌈", "👨‍👩‍👧‍👦", "❤️‍🔥", "🧑🏾‍🤝‍🧑🏿"])
def test_a_picture_may_be_of_parts(picture: str):
    assert codes(f"Dag {picture} hoor.") == set()


@pytest.mark.parametrize(
    "text", ["a\u200db", "👩\u200d", "👩\u200da", "a\ufe0f", "☕\ufe0f\ufe0f", "🏴\U000e0067\U000e007f"]
)
def test_nothing_else_is_a_picture(text: str):
    assert codes(f"Dag {text} hoor.") == {"verborgen-teken"}


@pytest.mark.parametrize(
    "word",
    [
        "bewоners",
        "ϲafé",
        "Ηans",
        "аpple",
        "ѕtraat",
        "ｆｌａｔ",
        "𝓯𝓵𝓪𝓽",
        "сосо",
        "K\u212bа",
        "а2b",
        "Ꭺpp",
        "ⅿeer",
        "🅷eer",
        "ɡroet",
        "x.рф",
        "о",
    ],
)
def test_a_letter_of_another_script(word: str):
    for form in (LESSON + "We zien {} daar.", "# docs/lessen/groet-eerst.md\n---\ntitle: Zie {} daar\n---\n"):
        assert "ander-schrift" in codes("", form.format(word))


@pytest.mark.parametrize(
    "word",
    [
        "Yıldırım",
        "Šarić",
        "Łódź",
        "Ørsted",
        "Ğül",
        "Україна",
        "Αθήνα",
        "Đặng",
        "ĳs",
        "1º",
        "m²",
        "µm",
        "α",
        "日本",
        "e\u0301e\u0301n",
    ],
)
def test_a_word_of_one_script(word: str):
    assert codes(f"We zien {word} daar.") == set()


def test_the_places_of_marks():
    text = (
        '# Kop met [een](https://a.nl/)\n\n> - Zie `[x](y)` en\n>   [**twee**\n>   drie](/b/ "c").\n\n| a | [a](a) |\n| - | - |\n'
        "| [b](b) [b](b) | ![c](/d.webp) |\n\n1. [e][f] <https://g.nl>\n\n[f]: https://f.nl/\n"
    )
    marks = [mark for mark in parsed(text, True).marks if mark.kind in ("link", "image")]
    assert [text[mark.start : mark.end].split("](", maxsplit=1)[0] for mark in marks] == [
        "[een", "[**twee**\n>   drie", "[a", "[b", "[b", "![c", "[e][f]", "<https://g.nl>",
    ]  # fmt: skip
    assert [text[mark.at : mark.at + len(mark.words)] for mark in marks] == [mark.words for mark in marks]
    assert len({mark.start for mark in marks}) == len(marks)
