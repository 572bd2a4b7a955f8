"""Een tekst gebruikt de woorden van het huis.

Eén ding heet overal hetzelfde. Heet het de ene keer zus en de andere keer zo, dan denkt een lezer aan twee dingen. Welk
woord het wordt, kies je één keer, met de reden, in `phases/huiswoorden.yml`. Daar staat ook of het alleen in brieven
geldt, of juist niet. De titel van een bron telt niet mee, en de woorden waarmee mensen zoeken ook niet. Haal je iemand
aan, zet er dan een uitzondering bij.

Goed:

    # phases/huiswoorden.yml
    words:
      - {id: praatje, avoid: [babbel, babbeltje], write: [praatje], why: Zo noemen mensen in de straat het zelf.}
    # tools/guides/praatje.yml
    goal: Je leert iemand kennen met een praatje.

Fout:

    # phases/huiswoorden.yml
    words:
      - {id: praatje, avoid: [babbel, babbeltje], write: [praatje], why: Zo noemen mensen in de straat het zelf.}
    # tools/guides/praatje.yml
    goal: Je leert iemand kennen met een babbeltje.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from handboek.checks.passages import Passage, passages
from handboek.checks.sentences import paragraphs
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.model.kinds import BY_TYPE
from handboek.model.reference import HouseWord

CODE = "huiswoord"
SEVERITY = "warning"

NAMES = frozenset({"synonyms", "everyday", "aliases"})
"""The fields that hold how others call a thing."""
LISTS = frozenset({"words", "houseword"})
"""The kinds that are nothing but words."""
PAPER = frozenset({"title", "summary", "sheet"})
"""The fields of a worksheet that stand on it; the others are for who uses it."""
BETWEEN = r"(?:\s+(?!(?:je|jij)\b)[\w’'-]+){1,6}?\s+"
"""What three dots stand for: some words of one clause, in which nobody else is spoken to."""


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each time that a text holds words which the house does not use, with those that it does."""
    choices: list[HouseWord] = [piece.data for piece in handbook.of("houseword")]
    for passage in passages(handbook):
        if _spared(passage):
            continue
        for choice in choices:
            if _holds(choice, _room(passage)):
                yield from _found(choice, passage)


def _spared(passage: Passage) -> bool:
    return passage.theirs or passage.entry.kind.type in LISTS or bool(NAMES & set(passage.loc))


def _room(passage: Passage) -> str:
    """The list that a text belongs to: what stands on a sheet for somebody outside is written as a letter is."""
    sheet = getattr(passage.entry.model, "sheet", None)
    letter = getattr(sheet, "addressed", False) and passage.loc[0] in PAPER
    return BY_TYPE["message"].folder if letter else passage.entry.kind.folder


def _holds(choice: HouseWord, room: str) -> bool:
    return room not in choice.not_in and (not choice.only_in or room in choice.only_in)


def _found(choice: HouseWord, passage: Passage) -> Iterator[Finding]:
    for paragraph in paragraphs(passage.value):
        for match in pattern(choice.avoid).finditer(paragraph.text):
            start = paragraph.start + match.start()
            shown = " ".join(match[0].split())
            better = " of ".join(f"`{words}`" for words in choice.write)
            end = start + len(match[0].split()[0])
            yield passage.say_from(
                start, end, f"`{shown}` is geen huiswoord.", f"Schrijf liever {better}. {choice.why}"
            )


@lru_cache(maxsize=1_000)
def pattern(avoid: tuple[str, ...]) -> re.Pattern[str]:
    """What finds these words in a text, the longest first; a space is any white space."""
    longest = sorted(avoid, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(_one(words) for words in longest)})(?![\w-])", re.IGNORECASE)


def _one(words: str) -> str:
    return re.sub(r"(?:\\ )?…(?:\\ )?", lambda _: BETWEEN, re.escape(words)).replace(r"\ ", r"\s+")
