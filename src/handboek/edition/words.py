"""Words that an edition replaces by its own in what the base says in its own words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from handboek.document import Document
from handboek.edition.own_words import own_words
from handboek.edition.splice import again
from handboek.finding import Finding
from handboek.model.edition import Swap
from handboek.patched import Edit, Patched, Spot
from handboek.resources import BASE
from handboek.wording import some

ARTICLES = {
    "de": "de|deze|die|onze|welke|elke|iedere",
    "het": "het|dit|dat|ons|welk|elk|ieder",
}
"""What stands before a word with each article, and not before one with the other."""
BEFORE = {
    article: re.compile(
        rf"\b(?:(?:{words})\s+(?:[^\W\d_]+e\s+)?|(?:een|geen|mijn|jouw|uw|zijn|haar|hun|jullie)\s+{adjective}\s+)$",
        re.IGNORECASE,
    )
    for (article, words), adjective in zip(ARTICLES.items(), (r"[^\W\d_]+e", r"[^\W\d_]+"), strict=True)
}
"""The words before a singular that no longer fit when its article changes: `een goede` is of a word with `de`."""


@dataclass(frozen=True)
class Put:
    """A base with words of an edition in it."""

    documents: dict[str, Document]
    findings: list[Finding]
    """Compounds that were left, articles that no longer fit, and words that are not there."""
    why: Mapping[str, Spot] = field(default_factory=dict)
    """By file in which something was replaced: where it is said that this is done."""


@dataclass
class _Seen:
    """What was met of one word."""

    number: int = 0
    compounds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By compound how often it stands in each file."""
    articles: list[Spot] = field(default_factory=list)


def apply(swaps: Sequence[Swap], texts: dict[str, Patched], documents: dict[str, Document], said: Document) -> Put:
    """The documents with these words in place of those of the base; `texts` follows.

    `said` is the file with the words: what is left to do by hand is told there, once for each word.
    """
    if not swaps:
        return Put(documents, [])
    forms = _forms(swaps)
    look = _pattern(forms)
    seen = [_Seen() for _ in swaps]
    todo: dict[str, list[Edit]] = defaultdict(list)
    why: dict[str, Spot] = {}
    for stretch in own_words(documents):
        text = texts[stretch.path]
        for found in look.finditer(text.text, stretch.start, stretch.end):
            spot = text.spot(found.start("word"))
            if not spot.path.startswith(f"{BASE}/"):
                continue  # an edition chose its own words itself
            number, new, one = forms[_folded(found["word"])]
            if found["before"].strip("_") or found["behind"].strip("_"):
                seen[number].compounds[found[0].strip("_-")][spot.path] += 1
                continue
            seen[number].number += 1
            todo[stretch.path].append(Edit(found.start("word"), found.end("word"), _like(found["word"], new)))
            why.setdefault(stretch.path, _place(said, number))
            swap = swaps[number]
            before = text.text[max(stretch.start, found.start() - 80) : found.start()]
            if one and swap.old_article != swap.new_article and BEFORE[swap.old_article].search(before):
                seen[number].articles.append(spot)
    made = dict(documents)
    for path, inner in todo.items():
        texts[path] = texts[path].with_(inner)
        made[path] = again(documents[path], texts[path])
    findings = [finding for number, swap in enumerate(swaps) for finding in _told(said, number, swap, seen[number])]
    return Put(made, findings, why)


def _forms(swaps: Sequence[Swap]) -> dict[str, tuple[int, str, bool]]:
    """Each form that is looked for: the number of its word, what takes its place, and whether it is the singular."""
    found: dict[str, tuple[int, str, bool]] = {}
    for number, swap in enumerate(swaps):
        found.setdefault(_folded(swap.old), (number, swap.new, True))
        if swap.old_many and swap.new_many:
            found.setdefault(_folded(swap.old_many), (number, swap.new_many, False))
    return found


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """A form by itself or within a compound; its words may stand on two lines."""
    longest = sorted(forms, key=len, reverse=True)
    said = "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest)
    return re.compile(rf"(?<![\w-])(?P<before>[\w-]*?)(?P<word>{said})(?P<behind>[\w-]*)", re.IGNORECASE)


def _folded(word: str) -> str:
    return " ".join(word.lower().split())


def _like(said: str, new: str) -> str:
    """The new word with the capitals of the old."""
    if said.isupper() and len(said) > 1:
        return new.upper()
    return new[:1].upper() + new[1:] if said[:1].isupper() else new


def _place(said: Document, number: int) -> Spot:
    place = said.place(("woorden", number, "van"))
    return Spot(said.path, place.line, place.column)


def _told(said: Document, number: int, swap: Swap, seen: _Seen) -> Iterable[Finding]:
    """What is left to do by hand for a word."""
    spot = _place(said, number)

    def say(what: str, helps: str) -> Finding:
        return Finding(spot.path, spot.line, spot.column, "uitgave", what, helps, "warning", width=len(swap.old))

    if not seen.number and not seen.compounds:
        yield say(
            f"`{swap.old}` staat nergens in de basis.", "Kijk of je het schrijft zoals de basis, of haal het weg."
        )
    if seen.compounds:
        shown = [f"`{word}` ({_where(files)})" for word, files in sorted(seen.compounds.items())]
        what = f"Niet vervangen zijn woorden met `{swap.old}` erin: {some(shown)}."
        yield say(what, "Zet elk dat anders moet ook onder `woorden`, met zijn eigen `van` en `naar`.")
    if seen.articles:
        shown = [f"`{place.path}:{place.line}`" for place in seen.articles]
        what = f"Bij `{swap.new}` hoort `{swap.new_article}`, en ervoor staat nog wat bij `{swap.old}` hoort: {some(shown)}."
        yield say(what, "Verbeter die zinnen met `handboek edition change`.")


def _where(files: Mapping[str, int]) -> str:
    return ", ".join(f"{number} keer in `{path}`" for path, number in sorted(files.items()))
