"""Personal data of people: a row for each kind that `privacy` knows, and the one way to look for it in the content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import PurePosixPath

from handboek.checks.passages import from_practice, passages
from handboek.checks.rule import Rule, explained
from handboek.document import Document
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.privacy import BY_CODE, PersonalData

TEXTS = {
    "telefoonnummer": """
        In een les of voorbeeld staat geen telefoonnummer van iemand.

        Een nummer op de website blijft jaren vindbaar. Nummers die voor iedereen zijn, mogen wel: 112, 14 024, 0800 en 0900. Een
        088-nummer mag ook, want dat is nooit van een mens. Is het een ander nummer van een organisatie? Noem haar dan bij haar
        naam, of link naar haar website. Een uitzondering kan hier niet.

        Goed:

            # docs/lessen/groet-eerst.md
            ## Wat we deden

            We groetten, en noemden 0900-8844 voor wie de politie zoekt.

        Fout:

            # docs/lessen/groet-eerst.md
            ## Wat we deden

            We groetten, en schreven 06-12345678 op.
        """,
    "mailadres": """
        In een les of voorbeeld staat geen e-mailadres.

        Wie een adres op een website zet, bezorgt die mens post van vreemden. Link naar de website van de organisatie. Het adres
        van de redactie mag er staan.

        Goed:

            # docs/lessen/groet-eerst.md
            ## Wat we deden

            We groetten, en wezen naar [de website](https://example.org/).

        Fout:

            # docs/lessen/groet-eerst.md
            ## Wat we deden

            We groetten, en gaven post@example.org door.
        """,
    "burgerservicenummer": """
        In een les of voorbeeld staat geen burgerservicenummer.

        Een getal van negen cijfers dat de elfproef doorstaat, is bijna altijd het nummer van een mens. Dat mag jij niet eens
        bewaren.

        Goed:

            # docs/lessen/groet-eerst.md
            ## Wat we deden

            We groetten en telden 123456789 stappen.

        Fout:

            # docs/lessen/groet-eerst.md
            ## Wat we deden

            We groetten, en op het briefje stond 123456782.
        """,
    "rekeningnummer": """
        In een les of voorbeeld staat geen nummer van een bankrekening.

        Ook niet van een groep: het nummer wijst naar mensen, en het kan veranderen. Zeg wie er over het geld gaat.

        Goed:

            # docs/lessen/groet-eerst.md
            ## Wat we deden

            We groetten; het geld loopt via de penningmeester.

        Fout:

            # docs/lessen/groet-eerst.md
            ## Wat we deden

            We groetten; het geld ging naar NL91 ABNA 0417 1643 00.
        """,
    "woonadres": """
        In een les of voorbeeld staat geen adres waar iemand woont.

        Een huisnummer bij een straat of een postcode wijst één voordeur aan. Noem de straat, het gebouw of de wijk. Een
        huisnummer alleen is van niemand, zolang er geen naam bij staat.

        Goed:

            # docs/lessen/groet-eerst.md
            ## Wat we deden

            We groetten in de Dorpsstraat, met 40 deuren.

        Fout:

            # docs/lessen/groet-eerst.md
            ## Wat we deden

            We groetten op Dorpsstraat 12.
        """,
    "geboortedatum": """
        In een les of voorbeeld staat geen geboortedatum.

        Met een geboortedatum en een straat is een mens gevonden. Een leeftijd ongeveer is genoeg.

        Goed:

            # docs/lessen/groet-eerst.md
            ## Wat we deden

            We groetten op 12 maart 2024 een vrouw van begin zestig.

        Fout:

            # docs/lessen/groet-eerst.md
            ## Wat we deden

            We groetten een vrouw, geboren op 12 maart 1961.
        """,
    "persoonsnaam": """
        In een les of voorbeeld staat de naam van een mens alleen als die dat goedvindt.

        Schrijf wie het is in plaats van hoe iemand heet: een buur, een vrijwilliger. De controle kent geen namen, zij vermoedt
        ze: na *mevrouw* of *meneer*, na een voorletter, en bij een voornaam die veel voorkomt. Vindt de mens het goed? Zet er dan
        een uitzondering bij met de reden.

        Goed:

            # docs/lessen/groet-eerst.md
            ## Wat we deden

            We groetten een buur in Mooi Leven.

        Fout:

            # docs/lessen/groet-eerst.md
            ## Wat we deden

            We groetten mevrouw Bakker.
        """,
}
"""What each asks, by its code."""
EVERYWHERE = {"burgerservicenummer", "rekeningnummer"}
"""What has no place in any text, whoever wrote it."""
SPOKEN = re.compile(
    r"\b(?:mevrouw|mevr|mw|meneer|dhr|familie) \w+|\b\w{1,40}(?:straat|laan|weg|plein|dreef|hof|kade|singel|gracht) \d+"
)


def _check(kind: PersonalData, handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each time that a lesson or an example gives it away, or what their files and pictures are called."""
    method = handbook.get("method", "method")
    editors = method.data.mail if method else None  # what everybody may know
    for passage in passages(handbook) if kind.code in EVERYWHERE else from_practice(handbook):
        for start, end in kind.find(passage.value):
            if editors and passage.value[start:end].lower() == editors.lower():
                continue
            yield passage.say_from(start, end, kind.what, kind.help)
    for path, document in handbook.documents.items():
        for number, where, words in _unseen(document) if path.startswith("docs/") else ():
            if kind.find(words):
                what = f"In {where}: {kind.what[:1].lower()}{kind.what[1:]}"
                yield Finding(path, number, 1, "", what, kind.help)


@lru_cache(maxsize=20_000)
def _unseen(document: Document) -> tuple[tuple[int, str, str], ...]:
    """What no page shows and everybody can read all the same: the line, where it stands, and the words."""
    comments = [(number, "een opmerking", comment) for number, comment in _comments(document)]
    return (1, "de naam van dit bestand", _as_words(document.path)), *comments


def _as_words(path: str) -> str:
    """The name of a file as somebody would have said it: `mevrouw-bakker.md` as `mevrouw Bakker`."""
    words = PurePosixPath(path).stem.replace("-", " ").replace("_", " ")
    return SPOKEN.sub(lambda said: said[0].title(), words)


def _comments(document: Document) -> Iterator[tuple[int, str]]:
    """What stands in comments, with its line: no page shows it, and everybody can read it where the files are kept."""
    for number, line in enumerate(document.lines, 1):
        in_body = document.path.endswith(".md") and number >= document.body_line
        _, mark, comment = f" {line}".partition("<!--" if in_body else " #")
        if mark:
            yield number, comment


_ALL = {
    code: explained(code, BY_CODE[code].severity, text, partial(_check, BY_CODE[code])) for code, text in TEXTS.items()
}
NAMES = _ALL["persoonsnaam"]
"""The one that may be allowed: somebody may want to be named."""
RULES: tuple[Rule, ...] = tuple(rule for rule in _ALL.values() if rule is not NAMES)
