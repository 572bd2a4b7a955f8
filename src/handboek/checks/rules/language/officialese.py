"""Een tekst gebruikt gewone woorden.

Wie op kantoor werkt, merkt ambtelijke woorden niet meer op. Een buur, een vrijwilliger of een nieuwe collega wel.
Voor bijna elk zo'n woord is er een gewoon woord.

Goed:

    # tools/guides/praatje.yml
    goal: Je leert iemand kennen met een praatje.

Fout:

    # tools/guides/praatje.yml
    goal: Je leert iemand kennen middels een praatje.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.checks.passages import Passage
from handboek.checks.sentences import paragraphs
from handboek.finding import Finding

CODE = "ambtelijk"
SEVERITY = "warning"

EVERYDAY = {
    "aangaande": "over",
    "aanvang": "begin",
    "aanvangen": "beginnen",
    "abusievelijk": "per ongeluk",
    "additionele?": "extra",
    "adequate?": "goed",
    "alsmede": "en ook",
    "alvorens": "voordat",
    "assessment": "onderzoek",
    "betreffende": "over",
    "casuïstiek": "gevallen",
    "commitment": "doen wat is afgesproken",
    "conform": "volgens",
    "continueren": "doorgaan met",
    "derhalve": "daarom",
    "desalniettemin": "toch",
    "dien(?:t|en) te": "moet",
    "doch": "maar",
    "door middel van": "met",
    "dusdanige?": "zo",
    "echter": "maar",
    "eveneens": "ook",
    "empowerment": "zelf kunnen beslissen",
    "faciliter(?:en|t|ing)": "helpen, mogelijk maken",
    "feedback": "wat je ervan vindt",
    "gaarne": "graag",
    "gedurende": "tijdens",
    "geenszins": "niet",
    "hetgeen": "wat",
    "hieromtrent": "hierover",
    "implement(?:eren|eert|atie)": "invoeren",
    "in het kader van": "voor, bij",
    "in samenspraak met": "samen met",
    "in verband met": "door, omdat",
    "indien": "als",
    "ingevolge": "volgens",
    "initiëren": "beginnen",
    "inzake": "over",
    "integra(?:al|le)": "alles samen",
    "ketenpartners?": "wie samenwerkt",
    "kenbaar maken": "vertellen",
    "krachtens": "volgens",
    "met betrekking tot": "over",
    "met name": "vooral",
    "middels": "met",
    "mindset": "manier van denken",
    "monitor(?:en|t|ing)": "volgen",
    "onderhavige?": "deze",
    "op basis van": "met, door",
    "optimaliser(?:en|ing)": "verbeteren",
    "outreachende?": "naar mensen toe",
    "particip(?:eren|eert|atie)": "meedoen",
    "prioriteren": "kiezen wat eerst komt",
    "reeds": "al",
    "stakeholders?": "wie ermee te maken heeft",
    "te allen tijde": "altijd",
    "tegemoetzien": "verwachten",
    "ten aanzien van": "over",
    "ten behoeve van": "voor",
    "ten gevolge van": "door",
    "teneinde": "om",
    "tevens": "ook",
    "thans": "nu",
    "tot op heden": "tot nu toe",
    "trachten": "proberen",
    "verstrekken": "geven",
    "verstrekt": "geeft",
    "verzoeken": "vragen",
    "vigerende?": "wat nu geldt",
    "voornemens": "van plan",
    "voorts": "ook",
    "zodoende": "zo",
    "zorgdragen": "zorgen",
}
"""Words of the office and what people say; a word may have endings, as a pattern."""
OFFICE = re.compile(
    r"\b(?:" + "|".join(f"({words})".replace(" ", r"\s+") for words in EVERYDAY) + r")\b",
    re.IGNORECASE,
)


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each word of the office, with the everyday word."""
    if passage.theirs:
        return
    everyday = list(EVERYDAY.values())
    for paragraph in paragraphs(passage.value):
        for match in OFFICE.finditer(paragraph.text):
            start = paragraph.start + match.start()
            words = match[0].split()
            better = " of ".join(f"`{word}`" for word in everyday[(match.lastindex or 1) - 1].split(", "))
            what = f"`{' '.join(words)}` is een ambtelijk woord."
            yield passage.say_from(start, start + len(words[0]), what, f"Schrijf liever {better}.")
