"""Een link leidt waarheen zijn tekst zegt.

Wie als tekst van een link een adres leest, denkt dat hij daar uitkomt. Leidt de link ergens anders heen, dan is dat
bedrog, ook als het een vergissing is. Dat geldt voor een website, een mailadres en een telefoonnummer. Schrijf liever
in woorden wat er staat: `[de regels van het Rijk](https://www.rijksoverheid.nl/)`.

Goed:

    # docs/over-deze-methode.md
    Zie [www.example.org](https://example.org/regels/), of bel [024 123 45 67](tel:0241234567).

Fout:

    # docs/over-deze-methode.md
    Zie [www.example.org](https://example.net/regels/), of bel [024 123 45 67](tel:0241234568).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from handboek.checks.marks import Mark
from handboek.checks.passages import Passage
from handboek.checks.rules.unsafe_link import host, scheme
from handboek.finding import Finding
from handboek.wording import shown

CODE = "valse-link"
SEVERITY = "error"

DOTS = dict.fromkeys("。．｡․·∙•‧・⋅᛫", ".")
SLASHES = dict.fromkeys("⁄∕／⧸", "/")
"""Signs that look like one of an address."""
CHUNK = re.compile(r"[\w.:/@#=&%+~-]+")
APART = re.compile(
    r"(?<![\w-])([\w-]{2,})(?:\s+\.\s*|\.\s+|\s+(?:punt|dot)\s+|\s*[(\[{]\s*(?:punt|dot|\.)\s*[)\]}]\s*)"
    r"(nl|com|org|net|eu)(?![\w-])"
)
"""A site with a space in its name, which a reader takes for a mistake of the typist, or with its dot in words."""
FILES = frozenset(
    [
        "css",
        "csv",
        "doc",
        "docx",
        "html",
        "ics",
        "jpeg",
        "jpg",
        "js",
        "json",
        "md",
        "odt",
        "pdf",
        "png",
        "ppt",
        "pptx",
        "py",
        "svg",
        "txt",
        "webp",
        "xls",
        "xlsx",
        "xml",
        "yaml",
        "yml",
    ]
)
"""What ends the name of a file, and so not that of a site."""
NUMBER = re.compile(r"\+?\(?\d(?:[ ()./-]{0,3}\d){2,}")
PREFIX = re.compile(r"(?:[a-z][a-z0-9+.-]{0,20}:(?=//)|(?:https?|ftp|mailto|tel):)?/*")


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each link whose text is the address of something else than it leads to."""
    text = passage.text
    told: set[Mark] = set()
    for pieces in text.linked:
        for link, said in _claims(pieces):
            if link not in told:
                told.add(link)
                what = f"De tekst noemt `{shown(said)}`, maar de link leidt naar `{shown(link.words)}`."
                helps = "Laat de link leiden naar wat er staat, of schrijf in woorden wat er te vinden is."
                yield passage.say_from(link.start, link.end, what, helps)
    for mark in text.marks:
        if mark.kind == "link" and mark.title and mark not in told and _false(mark, mark.title):
            what = f"De tekst bij deze link noemt `{shown(mark.title)}`, maar de link leidt naar `{shown(mark.words)}`."
            yield passage.say_mark(mark, what, "Haal de tekst tussen aanhalingstekens weg.")


def _claims(pieces: Sequence[tuple[str, Mark | None]]) -> Iterator[tuple[Mark, str]]:
    """Each link whose text, with what is written against it, names another address than its own."""
    signs: list[str] = []
    owners: list[Mark | None] = []
    for piece, owner in pieces:
        for sign in _plain(piece):
            signs.append(sign)
            owners.append(owner)
    text = "".join(signs)
    for found in (*CHUNK.finditer(text), *APART.finditer(text)):
        links = {id(one): one for one in owners[found.start() : found.end()] if one is not None}
        said = f"{found[1]}.{found[2]}" if found.re is APART else found[0]
        for link in links.values():
            if not _leads_there(link.words, said):
                yield link, said
    for link in {id(one): one for one in owners if one is not None and scheme(one.words) == "tel"}.values():
        said = _plain(link.text)
        numbers = [_digits(found[0]) for found in NUMBER.finditer(said)]
        if numbers and _digits(unquote(link.words)) not in numbers:
            yield link, said


def _false(link: Mark, said: str) -> bool:
    return any(not _leads_there(link.words, found[0]) for found in CHUNK.finditer(_plain(said)))


def _plain(text: str) -> str:
    """A text as a reader takes it: what looks like a dot is one, what nobody sees is not there, letters are small."""
    kept = (sign for sign in text if unicodedata.category(sign) != "Cf" and not "\ufe00" <= sign <= "\ufe0f")
    swapped = (DOTS.get(sign) or SLASHES.get(sign) or unicodedata.normalize("NFKC", sign) for sign in kept)
    return "".join(swapped).lower()


def _leads_there(address: str, said: str) -> bool:
    """Whether an address is what a word of a text says; a word that is no address says nothing."""
    named = _named(said)
    if named is None:
        return True
    kind = scheme(address)
    if "@" in named:
        return kind == "mailto" and unquote(address.partition(":")[2]).partition("?")[0].lower() == named
    return kind in ("https", "http", "") and _bare(host(f"x:{address}" if not kind else address)) == _bare(named)


def _named(said: str) -> str | None:
    """The site or mail address that a word is, if it is one."""
    word = said.strip(".:-–_/")
    plain = PREFIX.sub("", word, count=1)
    by_hand = plain != word and "/" in word[: len(word) - len(plain)]
    first, slash, _ = plain.partition("/")
    if "@" in first and not by_hand:
        return first if "." in first.rpartition("@")[2] and not first.startswith("@") else None
    name = first.rpartition("@")[2].split(":")[0].split("?")[0].split("#")[0].strip(".")
    labels = name.split(".")
    if not all(labels) or not all(label.replace("-", "").isalnum() for label in labels):
        return None
    if by_hand:
        return name
    last = labels[-1]
    if len(labels) < 2 or len(last) < 2 or not (last.isalpha() or last.startswith("xn--")):
        return None
    return None if last in FILES and not slash and labels[0] != "www" else name


def _bare(name: str) -> str:
    return name.partition(":")[0].strip(".").removeprefix("www.")


def _digits(number: str) -> str:
    """A telephone number as it is dialled here."""
    digits = "".join(sign for sign in number if sign.isdigit())
    for abroad in ("0031", "31"):
        if digits.startswith(abroad) and (abroad == "0031" or "+" in number):
            return f"0{digits.removeprefix(abroad).removeprefix('0')}"
    return digits
