"""Words that an edition replaces by its own in what the base says in its own words.

What somebody wrote for the edition stays as written, and is told. But who changes a text of the base keeps the rest of it:
a word that stood there already is replaced as it is elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from handboek.document import Document, Loc
from handboek.edition.own_words import all_words, in_languages, own_words
from handboek.edition.splice import again
from handboek.finding import Finding
from handboek.model.edition import Spoken, Swap
from handboek.origin import Changed
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
    """Compounds that were left, articles that no longer fit, own texts with the word, and words that are not there."""
    changed: Sequence[Changed]
    """What the edition says in the place of its base, with these words."""
    why: Mapping[str, Spot] = field(default_factory=dict)
    """By file in which something was replaced: where it is said that this is done."""


@dataclass(frozen=True)
class _Word:
    """A word that is looked for, in Dutch or in another language, and what was met of it."""

    said: Swap | Spoken
    place: Spot
    """Where the edition says it."""
    language: str
    places: list[Spot] = field(default_factory=list)
    """Where it was replaced."""
    compounds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By compound how often it stands in each file."""
    articles: list[Spot] = field(default_factory=list)
    own: Counter[str] = field(default_factory=Counter)
    """How often the edition itself says it, by file."""
    sourced: Counter[str] = field(default_factory=Counter)
    """How often it stands in what the base says on the word of a source, by file."""


def apply(
    swaps: Sequence[Swap],
    texts: dict[str, Patched],
    documents: dict[str, Document],
    said: Document,
    changed: Sequence[Changed] = (),
) -> Put:
    """The documents with these words in place of those of the base; `texts` follows.

    `said` is the file with the words: what is left to do by hand is told there, once for each word. `changed` is what the
    edition says in the place of its base.
    """
    if not swaps:
        return Put(documents, [], changed)
    words = list(_words(swaps, said))
    forms = _forms(words)
    looks = {language: _pattern(inner) for language, inner in forms.items()}
    stood = {one.spot: one.stood for one in changed if one.spot and one.stood}
    todo: dict[str, list[Edit]] = defaultdict(list)
    met: set[tuple[str, int]] = set()
    why: dict[str, Spot] = {}
    for stretch in chain(own_words(documents), in_languages(documents, looks.keys() - {""})):
        text = texts[stretch.path]
        for found in looks[stretch.language].finditer(text.text, stretch.start, stretch.end):
            spot = text.spot(found.start("word"))
            met.add((stretch.path, found.start("word")))
            word, new, one = forms[stretch.language][_folded(found["word"])]
            if not spot.path.startswith(f"{BASE}/") and not _came(found, stood.get(spot, "")):
                word.own[spot.path] += not (found["before"] or found["behind"])
                continue
            if found["before"].strip("_") or found["behind"].strip("_"):
                word.compounds[found[0].strip("_-")][spot.path] += 1
                continue
            word.places.append(spot)
            todo[stretch.path].append(Edit(found.start("word"), found.end("word"), _like(found["word"], new)))
            why.setdefault(stretch.path, word.place)
            before = text.text[max(stretch.start, found.start() - 80) : found.start()]
            if one and isinstance(word.said, Swap) and _misfits(word.said, before):
                word.articles.append(spot)
    _sourced(documents, texts, looks.get(""), forms.get("", {}), met)
    made = dict(documents)
    for path, inner in todo.items():
        texts[path] = texts[path].with_(inner)
        made[path] = replace(again(documents[path], texts[path]), reworded_from=documents[path])
    now = [replace(one, now=_put(one, looks[""], forms[""])) for one in changed]
    return Put(made, [finding for word in words for finding in _told(word)], now, why)


def _sourced(
    documents: dict[str, Document],
    texts: Mapping[str, Patched],
    look: re.Pattern[str] | None,
    forms: _Forms,
    met: Collection[tuple[str, int]],
) -> None:
    """Count the words that stand where a source has the word, and so were not `met` among those of the base itself."""
    for stretch in all_words(documents) if look else ():
        text = texts[stretch.path]
        for found in look.finditer(text.text, stretch.start, stretch.end) if look else ():
            path = text.spot(found.start("word")).path
            alone = not (found["before"].strip("_") or found["behind"].strip("_"))
            if alone and (stretch.path, found.start("word")) not in met and path.startswith(f"{BASE}/"):
                forms[_folded(found["word"])][0].sourced[path] += 1


def _came(found: re.Match[str], stood: str) -> bool:
    """Whether a word stood in the text of the base that an edition changed."""
    return bool(re.search(rf"(?<!\w){re.escape(_folded(found['word']))}(?!\w)", _folded(stood)))


def _put(change: Changed, look: re.Pattern[str], forms: _Forms) -> str:
    """What an edition says in the place of its base, with its own words for those that stood there."""

    def new(found: re.Match[str]) -> str:
        stays = found["before"].strip("_") or found["behind"].strip("_") or not _came(found, change.stood)
        return (
            found[0]
            if stays
            else f"{found['before']}{_like(found['word'], forms[_folded(found['word'])][1])}{found['behind']}"
        )

    return look.sub(new, change.now)


def _words(swaps: Sequence[Swap], said: Document) -> Iterator[_Word]:
    for number, swap in enumerate(swaps):
        yield _Word(swap, _place(said, ("woorden", number, "van")), "")
        for index, one in enumerate(swap.languages):
            yield _Word(one, _place(said, ("woorden", number, "vertaald", index, "van")), one.language)


def _place(said: Document, loc: Loc) -> Spot:
    place = said.place(loc)
    return Spot(said.path, place.line, place.column)


_Forms = dict[str, tuple[_Word, str, bool]]
"""Each form that is looked for: its word, what takes its place, and whether it is the singular."""


def _forms(words: Iterable[_Word]) -> dict[str, _Forms]:
    """The forms of all words, by language."""
    found: dict[str, _Forms] = defaultdict(dict)
    for word in words:
        found[word.language].setdefault(_folded(word.said.old), (word, word.said.new, True))
        if isinstance(word.said, Swap) and word.said.old_many and word.said.new_many:
            found[word.language].setdefault(_folded(word.said.old_many), (word, word.said.new_many, False))
    return found


def _misfits(swap: Swap, before: str) -> bool:
    """Whether what stands before a singular belongs to another article than that of the new word."""
    return swap.old_article != swap.new_article and bool(BEFORE[swap.old_article].search(before))


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


def _told(word: _Word) -> Iterable[Finding]:
    """What is left to do by hand for a word."""
    spot, old, new = word.place, word.said.old, word.said.new
    list_ = "bij `vertaald`" if word.language else "onder `woorden`"

    def say(what: str, helps: str) -> Finding:
        return Finding(spot.path, spot.line, spot.column, "uitgave", what, helps, "warning", width=len(old))

    if not word.places and not word.compounds and not word.sourced:
        where = f"in de vertalingen in `{word.language}`" if word.language else "in de basis"
        yield say(f"`{old}` staat nergens {where}.", "Kijk of je het schrijft zoals de basis, of haal het weg.")
    if word.compounds:
        shown = [f"`{compound}` ({_where(files)})" for compound, files in sorted(word.compounds.items())]
        what = f"Niet vervangen zijn woorden met `{old}` erin: {some(shown)}."
        yield say(what, f"Zet elk dat anders moet ook {list_}, met zijn eigen `van` en `naar`.")
    if word.sourced:
        what = f"`{old}` blijft staan in zinnen die op een bron rusten: {_where(word.sourced)}."
        yield say(what, "Zegt de bron het ook zo? Verander die zin dan met `handboek edition change`.")
    if own := +word.own:
        what = f"Jullie eigen teksten zeggen nog `{old}`: {_where(own)}."
        yield say(what, f"Wat jullie zelf schreven blijft staan. Schrijf daar `{new}`, als je dat bedoelt.")
    if isinstance(word.said, Swap) and word.articles:
        shown = [f"`{place.path}:{place.line}`" for place in word.articles]
        what = f"Bij `{new}` hoort `{word.said.new_article}`, en ervoor staat nog wat bij `{old}` hoort: {some(shown)}."
        yield say(what, "Verbeter die zinnen met `handboek edition change`.")


def _where(files: Mapping[str, int]) -> str:
    return ", ".join(f"{number} keer in `{path}`" for path, number in sorted(files.items()))
