"""Een link is veilig om op te klikken.

Een adres dat met `javascript:` of `data:` begint, kan code draaien op de computer van de lezer. Een adres met
`http://` is af te luisteren. De website maakt van zo'n adres geen link: het verschijnt als tekst.

Ook een adres met `https://` kan bedriegen: met een naam vóór een apenstaartje, met cijfers in plaats van een naam, of
met letters die op gewone letters lijken. Van een verkort adres, zoals met `bit.ly`, ziet niemand waar het heen leidt.
Een link naar een telefoonnummer dat geld kost, en een link naar een mail die ook naar een ander gaat, kunnen hier ook
niet.

Goed:

    # docs/over-deze-methode.md
    Zie [de bron](https://example.org/), bel [de gemeente](tel:14024) of [mail ons](mailto:ons@example.org).

Fout:

    # docs/over-deze-methode.md
    Zie [de bron](http://example.org/) en bel [dit nummer](tel:0900-1234).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote

import phonenumbers

from handboek.checks.passages import Passage, finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.wording import shown

CODE = "onveilige-link"
SEVERITY = "error"

SCHEME = re.compile(r"([a-z][a-z0-9+.-]{0,40}):|[\\/]{2}", re.IGNORECASE)
HOST = re.compile(r"(?<![a-z0-9.-])[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?", re.IGNORECASE)
"""A name of a site as everybody can read it; a browser takes more."""
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@([a-z0-9.-]+)", re.IGNORECASE | re.ASCII)
DIGITS = re.compile(r"\+?[\d ().-]+", re.ASCII)
SHORT = {"112", "113", "144"}
"""Short numbers that cost nothing, or what any call costs; beside those of Europe (`116…`) and of town halls (`14…`)."""
KINDS = phonenumbers.PhoneNumberType
COSTS = {KINDS.PREMIUM_RATE, KINDS.SHARED_COST, KINDS.PERSONAL_NUMBER, KINDS.PAGER, KINDS.UNKNOWN}
"""Kinds of number that cost more than a call, or may."""
SHORTENERS = {
    "bit.do", "bit.ly", "buff.ly", "cutt.ly", "dlvr.it", "goo.gl", "is.gd", "lnkd.in", "ow.ly", "qr.ae",
    "rb.gy", "rebrand.ly", "s.id", "short.io", "shorturl.at", "shorturl.gg", "t.co", "t.ly", "tiny.cc",
    "tiny.one", "tinyurl.com", "tr.im", "u.to", "v.gd", "w.wiki",
}  # fmt: skip
"""Sites that send a reader on to an address that only they know, and that they or somebody else can change."""
NAME = "Schrijf het gewone adres van de website, zoals `https://www.organisatie.nl/`."


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each address of a piece that the site does not let through, or that deceives."""
    for piece in handbook.pieces.values():
        address = getattr(piece.data, "address", None)
        wrong = _wrong(address) if isinstance(address, str) and "://" in address else None
        if wrong:
            what, helps, meant = wrong
            yield finding_at(piece, ("address",), what, helps, suggestion=meant)


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each link whose kind of address the site does not let through, or that deceives."""
    for mark in passage.marks:
        wrong = _wrong(mark.words) if mark.kind == "link" else None
        if wrong:
            what, helps, meant = wrong
            yield passage.say_mark(mark, what, helps, suggestion=meant)


def scheme(address: str) -> str | None:
    """What stands before the colon, as a browser reads it; empty where only the site is named, nothing for a page of ours."""
    clear = "".join(sign for sign in unquote(address) if sign > " " and unicodedata.category(sign) not in ("Cf", "Cc"))
    found = SCHEME.match(clear)
    return (found[1] or "").lower() if found else None


def host(address: str) -> str:
    """The name of the site that a browser would go to."""
    rest = re.split(r"[\\/?#]", address.partition(":")[2].lstrip("\\/"), maxsplit=1)[0]
    return rest.rpartition("@")[2].lower()


def _wrong(address: str) -> tuple[str, str, str] | None:
    """What is wrong with an address, what to do, and what was meant."""
    kind = scheme(address)
    if kind is None:
        return None
    if kind in ("http", ""):
        rest = address.replace("\\", "/").partition("//")[2]
        meant = f"https://{rest}"
        return f"De link `{shown(address)}` is niet beveiligd.", "", "" if _site(meant) else meant
    if kind not in CHECKS:
        return f"Een link met `{kind}:` kan hier niet.", "Haal hem weg, of gebruik `https://`.", ""
    said = CHECKS[kind](address)
    return (*said, "") if said else None


def _site(address: str) -> tuple[str, str] | None:
    name = host(address)
    if "@" in re.split(r"[\\/?#]", address.partition("://")[2], maxsplit=1)[0]:
        return f"De link `{shown(address)}` leidt naar `{shown(name)}`, en lijkt ergens anders heen te gaan.", NAME
    if (
        address[:8].lower() != "https://"
        or address[8:9] in ("", "/", "?", "#")
        or any(sign <= " " or sign == "\\" for sign in address)
    ):
        return f"De link `{shown(address)}` is geen gewoon adres.", NAME
    strange = next((sign for sign in name if sign > "~"), "")
    if strange:
        what = f"In het adres `{shown(name)}` staat het teken `{strange}` ({unicodedata.name(strange, 'zonder naam')})."
        return what, "Een adres met zo'n teken lijkt op een ander adres. Schrijf het met gewone letters."
    labels = name.partition(":")[0].split(".")
    if any(label.startswith("xn--") for label in labels):
        return f"Het adres `{shown(name)}` staat voor een naam met andere letters.", NAME
    if ".".join(labels[-2:]) in SHORTENERS:
        what = f"De link `{shown(address)}` is een verkort adres: niemand ziet waar hij heen leidt."
        return what, "Open hem, en schrijf het adres waar je dan uitkomt."
    if not HOST.fullmatch(name) or not all(labels) or not labels[-1].isalpha():
        return f"De link `{shown(address)}` noemt geen naam van een website.", NAME
    return None


def _mail(address: str) -> tuple[str, str] | None:
    to, _, query = unquote(address.partition(":")[2]).partition("?")
    found = MAIL.fullmatch(to)
    if "@" in to and (not found or "xn--" in found[1].lower()):
        return f"De link `{shown(address)}` is geen gewoon mailadres.", "Noem één adres: `mailto:naam@organisatie.nl`."
    if {key.lower() for key in parse_qs(query, keep_blank_values=True)} - {"subject", "body"}:
        return "Deze link stuurt de mail ook naar een ander.", "Laat alleen het adres staan, en hooguit `?subject=…`."
    return None


def _telephone(address: str) -> tuple[str, str] | None:
    typed = unquote(address.partition(":")[2])
    digits = "".join(sign for sign in typed if sign.isdigit())
    if not DIGITS.fullmatch(typed):
        return f"De link `{shown(address)}` is geen telefoonnummer.", "Schrijf `tel:` met alleen de cijfers erachter."
    if digits in SHORT or (len(digits) == 6 and digits.startswith("116")):
        return None
    try:
        number = phonenumbers.parse(typed, "NL")
    except phonenumbers.NumberParseException:
        return f"De link `{shown(address)}` is geen telefoonnummer.", "Kijk het nummer na."
    if phonenumbers.number_type(number) in COSTS:
        what = f"Het nummer `{shown(typed)}` kost meer dan een gewoon gesprek, of bestaat niet."
        return what, "Noem het in de tekst zonder link, of neem een nummer dat iedereen gewoon kan bellen."
    return None


CHECKS = {"https": _site, "mailto": _mail, "tel": _telephone}
"""The kinds of address that the site lets through, each with what is looked at."""
