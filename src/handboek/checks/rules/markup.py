"""Opmaak is af, en is die van dit handboek.

Sterretjes en streepjes zijn opmaak als ze openen én sluiten: `**vet**`, `*schuin*`. Anders staan ze als teken in de tekst. Een
sterretje sluit niet als er een spatie voor staat, en ook niet als het na een leesteken aan een letter vastzit. Elk programma
kent weer andere opmaak, zoals doorhalen en voetnoten. Die werkt hier niet: ze verschijnt als tekens. Bedoel je het teken
zelf, zet er dan een `\\` voor.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    **Let op:** we groetten *iedereen*. Dat kostte 5 * 2 minuten.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    **Let op:**we groetten _iedereen. Dat was ~~niet~~ leuk[^A].
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from handboek.checks.marks import SPECIAL, Text
from handboek.checks.passages import Passage
from handboek.finding import Finding
from handboek.wording import shown

CODE = "opmaak"
SEVERITY = "error"

WORDS = "Zeg het in woorden, of haal het weg."
OTHERS = (
    (r"~~(?=\S)", "Doorhalen kan hier niet.", "Haal weg wat niet meer geldt."),
    (r"(?<![=\w])==(?=\w)", "Markeren kan hier niet.", "Gebruik `**vet**`."),
    (r"(?<=\w)[~^]\w{1,9}[~^](?!~)", "Hoog of laag zetten kan hier niet.", "Schrijf het gewoon, of gebruik ² of ³."),
    (r"\$\$", "Een formule kan hier niet.", "Schrijf haar in woorden."),
    (r"\[\^(?![a-z0-9-]{1,40}\])[^\]\s]{1,40}\]", "Een voetnoot kan hier niet.", "Zet de tekst in de zin, of noem de bron in het veld `source`."),
    (r"(?m)^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?\[[ xX]\](?=\s)", "Een vakje om af te vinken kan hier niet.", "Haal `[ ]` weg."),
    (r"\{:[^{}\n]{0,200}\}|\{[ \t]*[#.][a-zA-Z][^{}\n]{0,200}\}", "Dit doet hier niets.", "Haal het weg."),
    (r"\{[^{}\n=]{0,100}=[^{}\n]{0,200}\}", "Dit doet hier niets.", "Haal het weg."),
    (r"\](?=\((?:[^\s)]|$))|\][ \t]\((?=https?:|/[a-z])", "Deze link is niet af.", "Schrijf `[tekst](adres)`, zonder spatie ertussen of erin."),
    (r"\]\[(?=[^\]\n^])", "Deze link is niet af.", "Schrijf `[tekst](adres)`."),
    (r"\[\[(?=[^\]\n])", "Een link met twee haken kan hier niet.", "Schrijf `[tekst](adres)`."),
    (r"(?m)^[ \t]{0,3}#{1,6}(?=[^\W\d_])", "Dit is geen kop: achter het hekje ontbreekt een spatie.", "Zet er een spatie achter."),
    (r"(?m)^[ \t]{0,3}(?:!!!|\?\?\?|:::)(?=[ \t]*[a-z])", "Een kader kan hier niet.", "Schrijf het als gewone alinea."),
    (r"(?m)^[ \t]{0,3}\[(?:TOC|toc)\][ \t]*$", "Een inhoudsopgave komt vanzelf.", "Haal deze regel weg."),
    (r"(?m)^[ \t]{0,3}\*\[[^\]\n]{1,60}\]:", "Een afkorting uitleggen kan zo niet.", "Schrijf haar uit."),
    (r"(?m)^[ \t]{0,3}:[ \t]+(?=\S)", "Een uitleg onder een woord kan zo niet.", "Zet hem op dezelfde regel."),
    (r"\\(?=\n?$(?![\s\S]))", "Hier staat een `\\` aan het eind.", "Haal hem weg."),
)  # fmt: skip
"""Marks of other programs, and marks that are not whole: what they look like, what is wrong, what to do."""
OTHER = re.compile("|".join(f"(?P<_{number}>{pattern.replace('(?m)', '')})" for number, (pattern, _, _) in enumerate(OTHERS)), re.MULTILINE)  # fmt: skip
MAYBE = re.compile(r"[~^$\[\]{\\#]|==|!!!|\?\?\?|:::|^[ \t]{0,3}:|\*\[", re.MULTILINE)
"""What a text must hold for any of them to be there; most hold none, and this is quicker to see."""
PATH = re.compile(r"(?<![\\\w])(?:[A-Za-z]:\\|\\\\)\S{1,200}")
LOST = re.compile(r"\\[!-/:-@\[-`{-~]")
"""A stroke before such a sign is gone on the page."""
BARE = re.compile(r"https?://[^\s<>]{1,500}")
FILLED = 3
"""From so many underscores on they are a line to write on."""


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each mark that is not whole, or that only another program knows."""
    if passage.block or SPECIAL.search(passage.value) or MAYBE.search(passage.value):
        text = passage.text
        yield from _loose(passage, text)
        yield from _eaten(passage, text)
        yield from _addresses(passage, text)
        for found in OTHER.finditer(text.bare) if MAYBE.search(text.bare) else ():
            _, what, helps = OTHERS[int((found.lastgroup or "_0")[1:])]
            words = passage.value[found.start() : found.end()].strip()
            start = passage.value.index(words, found.start()) if words else found.start()
            yield passage.say_from(start, start + len(words), f"{what[:-1]}: `{shown(words, 30)}`.", helps)


def _loose(passage: Passage, text: Text) -> Iterator[Finding]:
    """Stars, underscores and back quotes that stay to be seen."""
    value = passage.value
    for start, end in _runs(text.loose):
        sign, before, after = value[start], value[start - 1 : start] if start else "", value[end : end + 1]
        alone = not before.strip() and (not after.strip() or (sign == "*" and after == ")"))
        if (alone and end - start == 1) or (
            sign == "_" and (end - start >= FILLED or (before.isalnum() and after.isalnum()))
        ):
            continue
        what = f"Hier staat `{value[start:end]}` dat niets opent of sluit."
        helps = "Zet hetzelfde teken aan de andere kant, zonder spatie ertussen. Bedoel je het teken zelf, zet er dan een `\\` voor."
        yield passage.say_from(start, end, what, helps)
    for found in re.finditer("`+", text.bare):
        what = "Hier staat `` ` `` dat niets opent of sluit."
        yield passage.say_from(*found.span(), what, "Gebruik ’ als je een komma boven de regel bedoelt.")


def _eaten(passage: Passage, text: Text) -> Iterator[Finding]:
    """Stars inside a word or a sum that become emphasis, and so are gone: `f*ck en sh*t`, `2*3*4`."""
    value = passage.value
    for start, end in text.paired:
        if value[start] != "*":
            continue
        inner = value[start + 1 : end]
        before = value[max(0, start - 3) : start].rstrip("*")[-1:]
        after = value[end + 1 : end + 4].lstrip("*")[:1]
        if before.isalnum() and after.isalnum() and (" " in inner or inner.isdigit()):
            what = f"Hier verdwijnen twee sterretjes: `{shown(value[start : end + 1], 30)}`."
            yield passage.say_from(start, start + 1, what, "Zet er een `\\` voor, of schrijf het in woorden.")


def _addresses(passage: Passage, text: Text) -> Iterator[Finding]:
    """A path on a computer that loses a stroke, and a bare web address that loses a star or an underscore."""
    coded = [(mark.start, mark.end) for mark in text.marks if mark.kind in ("code", "link", "image")]
    for found in PATH.finditer(passage.value):
        if LOST.search(found[0]) and not any(start <= found.start() < end for start, end in coded):
            what = f"Uit dit pad verdwijnt een schuine streep: `{shown(found[0], 30)}`."
            yield passage.say_from(*found.span(), what, "Zet er een `` ` `` voor en achter.")
    for found in BARE.finditer(passage.value):
        inside = [start for start, _ in text.paired if found.start() <= start < found.end()]
        if inside and not any(start <= found.start() < end for start, end in coded):
            what = f"Uit dit adres verdwijnen tekens: `{shown(found[0], 40)}`."
            yield passage.say_from(*found.span(), what, "Schrijf het als link: `[tekst](adres)`.")


def _runs(places: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """The places, those next to each other taken together."""
    for _, group in itertools.groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
        run = [place for _, place in group]
        yield run[0], run[-1] + 1
