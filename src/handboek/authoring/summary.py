"""What a change adds, changes and takes away, in Dutch, for who has to judge it: the summary of a pull request."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from handboek import moves, store
from handboek.authoring import versions, visual_diff
from handboek.checks import allowances
from handboek.content import open_handbook
from handboek.dutch import BASIS, count
from handboek.handbook import Handbook, Piece
from handboek.markdown import plain
from handboek.model.text import Words
from handboek.project import open_project
from handboek.report import one_line

SIGN = re.compile(r"[\\`*_\[\]|<>@#!~&$]")
"""What could become a link, HTML, the mention of somebody or a sum on GitHub."""
LONG = 15
"""Words in a sentence, on average, from which a text asks a lot of its reader."""


def summary(root: Path, base: str, site: Path) -> int:
    """Say what differs from the version `base`; 1 when a page is gone without a redirect, else 0.

    Where a site was built, a page with pictures of the sheets is put into it.
    """
    try:
        with versions.earlier(root, base) as folder:
            before, after = open_handbook(folder), open_handbook(root)
            differ = versions.differ(before, after)
            shown = visual_diff.write(site, open_project(root), before, folder, differ) if differ else None
    except versions.HistoryError as error:
        print(error, file=sys.stderr)
        return 2
    text = "\n".join([*lines(root, before, after, differ), *(_pointer(shown) if shown else ())]) + "\n"
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if target:
        with Path(target).open("a", encoding="utf-8") as stream:
            stream.write(text)
    print(text, end="")
    return 1 if any(lost(before, after)) else 0


def lines(root: Path, before: Handbook, after: Handbook, differ: list[tuple[str, Piece]]) -> Iterator[str]:
    """The summary as Markdown."""
    gone = [piece for key, piece in before.pieces.items() if key not in after.pieces]
    yield "## Wat dit voorstel verandert"
    yield ""
    if not (differ or gone):
        yield "Aan de inhoud verandert niets."
        yield from exceptions(before, after)
        return
    added = sum(word == "nieuw" for word, _ in differ)
    yield f"{count(added, 'stuk', 'stukken')} erbij, {len(differ) - added} veranderd, {len(gone)} weg."
    if differ:
        yield ""
        yield "| | stuk | bladzijde | bladen | leesbaarheid | rust op |"
        yield "| --- | --- | --- | --- | --- | --- |"
        sheets = store.manifest(open_project(root))
        for word, piece in differ:
            files = ", ".join(
                f"{file.kind} ({count(file.pages, 'bladzijde', 'bladzijden')})"
                for file in sheets.get(piece.key, ())
                if file.pages
            )
            yield f"| {word} | {_cell(piece)} | `{piece.address or '/'}` | {files or '–'} | {reading(piece)} | {BASIS[piece.basis].lower()} |"
    if gone:
        moved = moves.table(after)
        yield ""
        for piece in gone:
            where = moved.get(piece.address)
            yield f"- Weg: {_cell(piece)}{f', doorverwezen naar `{where}`' if where else ''}"
    for piece in lost(before, after):
        yield ""
        yield f"**Let op:** `{piece.address}` verdwijnt zonder doorverwijzing. Zet die in `phases/redirects.yml`, of gebruik `handboek rename`."
    yield from exceptions(before, after)


def exceptions(before: Handbook, after: Handbook) -> Iterator[str]:
    """Every exception to a rule that stands in the content, the new ones first: who judges a change sees each of them."""
    there = Counter((one.path, one.code, one.reason) for one in allowances.every(before))
    rows = []
    for one in allowances.every(after):
        there[one.path, one.code, one.reason] -= 1
        new = there[one.path, one.code, one.reason] < 0
        place = f"{_text(one.path)} | {one.line} | {_text(one.code)} | {_text(one.reason) or '–'}"
        rows.append((not new, f"| {'**nieuw**' if new else ''} | {place} |"))
    if rows:
        fresh = sum(not old for old, _ in rows)
        yield ""
        yield f"{count(len(rows), 'uitzondering', 'uitzonderingen')} op een controle, {fresh} nieuw. Klopt de reden?"
        yield ""
        yield "| | bestand | regel | controle | reden |"
        yield "| --- | --- | --- | --- | --- |"
        yield from (row for _, row in sorted(rows, key=lambda row: row[0]))


def _pointer(page: Path) -> Iterator[str]:
    yield ""
    yield f"Plaatjes van de bladen, oud naast nieuw: haal onderaan bij *Artifacts* de *voorvertoning* op en open `{page.name}`."


def lost(before: Handbook, after: Handbook) -> Iterator[Piece]:
    """The pages that were there, are gone, and lead nowhere."""
    moved = moves.table(after)
    for piece in before.pieces.values():
        if piece.kind.page and not piece.draft and not after.at(piece.address) and piece.address not in moved:
            yield piece


def reading(piece: Piece) -> str:
    """How long its sentences are."""
    texts = [plain(leaf.value) for leaf in piece.leaves() if isinstance(leaf.marker, Words)]
    sentences = [
        words for text in texts for part in re.split(r"[.!?:]\s|\n", text) if (words := re.findall(r"\w+", part))
    ]
    if not sentences:
        return "–"
    average = sum(map(len, sentences)) / len(sentences)
    return f"{average:.0f} woorden per zin{', dat is lang' if average > LONG else ''}"


def _cell(piece: Piece) -> str:
    """The title as it can stand in a table: it was typed by somebody else, so nothing in it may become a link or HTML."""
    return f"{piece.kind.name}: {_text(plain(piece.title))}"


def _text(words: str) -> str:
    """Words as they can stand in a cell, on one line."""
    return SIGN.sub(r"\\\g<0>", one_line(words))
