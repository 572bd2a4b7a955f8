"""Make a new piece: ask for what only a person knows, and write a file that passes the check.

What is asked follows from the model of the kind: the questions are the explanations of its fields, and the choices come
from the content. A text that is not given yet gets a starter text, which the rule `starttekst` keeps naming until
somebody has replaced it.
"""

from __future__ import annotations

import datetime
import itertools
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Literal

import yaml
from pydantic import BaseModel

from handboek import checks, report
from handboek.anchors import anchor
from handboek.authoring import new_translation, prompts
from handboek.authoring.choices import TRANSLATION
from handboek.authoring.edit import in_list, in_the_way, names_of, out_of_list, save, texts_of
from handboek.checks.rules.starter_text import STARTER
from handboek.content import open_handbook
from handboek.edition import entries
from handboek.finding import Finding
from handboek.handbook import Handbook, Piece, assemble
from handboek.load import with_file
from handboek.model.introspect import Shape, fields_of, sections, tags_of
from handboek.model.kind import Kind
from handboek.model.kinds import BY_TYPE, KINDS
from handboek.model.text import Refers, Statement
from handboek.origin import Origin
from handboek.resources import OWN
from handboek.system import transaction
from handboek.system.clock import today

GIVEN: dict[str, Any] = {
    "begins": "09:30",
    "group": {"least": 4, "most": 16, "usual": 12, "per_group": 4},
    "minutes": 60,
    "threshold": 50,
    "rows": 8,
}
"""Values that make a sound beginning, by the name of their field."""

WANTED = {"tabel": ("rows",), "poster": ("entries",), "kaarten": ("cards",)}
"""Blocks that a layout can do without in some of its uses, and that its plain use needs."""


@dataclass
class Maker:
    """Makes the data of one new piece."""

    book: Handbook
    counter: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    chosen: dict[str, str] = field(default_factory=dict)
    """What was chosen once for the inner parts: all facts of a new example begin with the same source."""

    def model(
        self, model: type[BaseModel], *, asked: bool, skip: tuple[str, ...] = (), also: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """The data of a model; with questions, or with starter texts for what it needs and for `also`."""
        data: dict[str, Any] = {}
        for name, info in fields_of(model).items():
            needed = info.needed or name in also
            if name in skip or not (asked or needed):
                continue
            about = (info.about or name).rstrip(".")
            value = self.value(name, about, info.shape, asked=asked, needed=needed)
            if value not in (None, "", []):
                data[info.key] = value
        return data

    def value(self, name: str, about: str, shape: Shape, *, asked: bool, needed: bool = True) -> Any:
        """The value of one field."""
        if shape.type is datetime.date:
            return today().isoformat() if needed else None
        if name in GIVEN and not (asked and shape.type is int):
            return GIVEN[name]
        if shape.item:
            return self._list(about, shape.item, asked=asked, least=shape.fewest or 0, needed=needed)
        if shape.own == (Statement,):
            return self._text(about, fields_of(Statement)["text"].shape, asked=asked, needed=needed)
        if len(shape.own) == 1:
            return self.model(shape.own[0], asked=False) if needed else None
        if shape.own:
            return self._layout(about, shape)
        return self._plain(name, about, shape, asked=asked, needed=needed)

    def _plain(self, name: str, about: str, shape: Shape, *, asked: bool, needed: bool) -> Any:
        if shape.type is Literal:
            options = [(value, value) for value in shape.choices]
            return prompts.one(about, options) if asked and len(options) > 1 else options[0][0]
        if shape.type is int:
            least, most = shape.least or 0, 100 if shape.most is None else shape.most
            begin = max(least, int(GIVEN.get(name, 1)))
            return prompts.number(about, default=begin, least=least, most=most) if asked else begin
        if shape.type is bool:
            return None
        if shape.refers:
            return self._reference(about, shape.refers, needed=needed, asked=asked)
        if shape.words:
            return self._text(about, shape, asked=asked, needed=needed)
        return f"punt-{next(self.counter)}" if name == "id" else "x"

    def _text(self, about: str, shape: Shape, *, asked: bool, needed: bool) -> str:
        longest = shape.longest
        plain = re.sub(r"[{}`]", "", f"{about[:1].lower()}{about[1:]}")
        starter = f"{STARTER} {plain}"[: longest - 1].rstrip() if needed else ""
        if not asked:
            return starter
        how = "Enter: later" if needed else "Enter: niets"
        return prompts.text(f"{about} ({how})", longest=longest) or starter

    def _reference(self, about: str, refers: Refers, *, needed: bool, asked: bool) -> str | None:
        if not needed:
            return None
        if refers.kind not in self.chosen or asked:
            self.chosen[refers.kind] = prompts.one(about, self.offered(refers))
        return self.chosen[refers.kind]

    def _list(self, about: str, inner: Shape, *, asked: bool, least: int, needed: bool) -> list[Any]:
        if inner.refers and asked:
            options = self.offered(inner.refers)
            return prompts.several(about, options, least=max(least, int(inner.refers.wanted))) if options else []
        if not needed and not least:
            return []
        if inner.refers:
            return [self._reference(about, inner.refers, needed=True, asked=False)]
        return [self.value("", about, inner, asked=False) for _ in range(max(1, least))]

    def _layout(self, about: str, shape: Shape) -> dict[str, Any]:
        """What stands on a sheet: the layout is asked for, its blocks begin with starter texts."""
        models = {tags_of(model)[0]: model for model in shape.own}
        tag = prompts.one(about, [(tag, _shape(tag, model)) for tag, model in models.items()])
        made = self.model(models[tag], asked=False, skip=("layout",), also=WANTED.get(tag, ()))
        data = {"layout": tag, **made}
        heads = data.get("columns", data.get("fields"))
        columns = len(heads) if isinstance(heads, list) else 0
        if columns and isinstance(data.get("example"), list) and isinstance(data["example"][0], str):
            cells = columns + (1 if "places" in data else 0)
            data["example"] = (data["example"] * cells)[:cells]
        return data

    def offered(self, refers: Refers) -> list[tuple[str, str]]:
        """What the content has for a reference."""
        if refers.kind == "topic":
            return [(topic.id, topic.title) for topic in self.book.method.topics]
        if refers.kind == "moment":
            return [(moment.id, moment.name) for moment in self.book.method.words.moments]
        if refers.kind == "address":
            tools = [piece for kind in KINDS if kind.sheet for piece in self.book.of(kind.type)]
            return [(piece.address.strip("/"), piece.title) for piece in tools]
        return [(piece.slug, piece.title) for piece in self.book.of(refers.kind)]


def _shape(tag: str, model: type[BaseModel]) -> str:
    """What a layout looks like, as its model says."""
    about = fields_of(model)["layout"].about.removeprefix("De vorm: ").rstrip(".")
    return about or tag


class _Dumper(yaml.SafeDumper):
    """YAML as people write it here: no anchors, and points of a list set in."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def written(kind: Kind, data: dict[str, Any]) -> str:
    """The file of a piece."""
    headings = sections(kind.model)
    front = {name: value for name, value in data.items() if name not in headings}
    text = yaml.dump(front, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    if not kind.files.endswith(".md"):
        return text
    body = [f"## {heading}\n\n{data[name]}\n" for name, heading in headings.items() if heading and name in data]
    return "\n".join([f"---\n{text}---\n", *body])


def new(root: Path, type_: str) -> int:
    """Ask, write and say what comes next; gives the exit code."""
    if type_ == TRANSLATION:
        return new_translation.new(root)
    book = open_handbook(root)
    kind = BY_TYPE[type_]
    print(
        f"Een nieuw stuk: {kind.name}. Enter neemt wat tussen haken staat; stop met Ctrl-C, dan is er niets veranderd."
    )
    above = _above(book, kind) if kind.within else None
    folder = _folder(kind, above)
    own = f"{OWN}/" if book.origin else ""
    title = prompts.text("Titel", longest=70, wrong=lambda answer: prompts.required(answer) or _nameless(answer))
    slug = prompts.text(
        "Korte naam, voor het bestand en het adres",
        default=anchor(title)[:60].strip("-"),
        wrong=lambda answer: _wrong_name(root, book, kind, f"{own}{folder}", answer),
    )
    maker = Maker(book.offered)
    data = {"title": title, **maker.model(kind.model, asked=True, skip=("title",))}
    if "parts" in data and "minutes" in data:
        _spread(data)
    if data.get("experience") == "bron" and not data.get("source"):
        data["source"] = [prompts.one("Uit welke bron komt de les", maker.offered(Refers("source")))]
    path = _path(kind, folder, slug)
    files = {path: written(kind, data)}
    listed = _listed(above, kind) if above else ""
    if above and listed:
        text = in_list(above.entry.document, (listed,), slug)
        files[above.path] = out_of_list(text, "planned", title)
    wrong = [finding for finding in _check(book, files) if finding.severity == "error" and finding.path in files]
    texts, read = (
        (files, texts_of(book)) if book.origin is None else _in_edition(book.origin, files, slug, above, listed)
    )
    try:
        save(root, texts, read)
    except transaction.Refused as error:
        print(f"\n{error} Dit had je gemaakt:\n\n{files[path]}\n{error}", file=sys.stderr)
        return 1
    made = next((piece for piece in open_handbook(root).pieces.values() if piece.path == path), None)
    print(f"\nGemaakt: {own}{path}")
    if above and listed:
        print(f"Het stuk staat nu ook bij `{listed}` in {own}{above.path}.")
    if STARTER in files[path]:
        print(f"Vervang wat met `{STARTER}` begint. `handboek check {own}{path}` noemt elke plek.")
    if wrong:
        print("Dit klopt nog niet:")
        print("\n".join(report.lines(wrong)))
    if made:
        print(f"Zo ziet het eruit: typ `handboek serve` en open http://127.0.0.1:8000/{made.address}")
    return 1 if wrong else 0


def _in_edition(
    origin: Origin, files: Mapping[str, str], slug: str, above: Piece | None, listed: str
) -> tuple[dict[str, str], dict[str, str]]:
    """The same files among what is an edition's own, and the texts that are there: a piece of the base is changed, not written over."""
    read = {path: document.text for path, document in origin.files.items() if path.startswith(f"{OWN}/")}
    texts = {}
    for path, text in files.items():
        name = f"{OWN}/{path}"
        if above and path == above.path and path not in origin.own:
            row = {"veld": listed, "erna": [slug]}
            there = origin.files.get(name)
            text = entries.rewritten(there, {}, [row]) if there else entries.whole(path, [row])  # noqa: PLW2901
        texts[name] = text
    return texts, read


def _check(book: Handbook, files: dict[str, str]) -> list[Finding]:
    documents = book.documents
    for path, text in files.items():
        documents = with_file(documents, path, text.encode())
    return checks.run(assemble(documents))


def _above(book: Handbook, kind: Kind) -> Piece:
    """The piece that a new one of this kind belongs to: it is asked for."""
    there = book.offered.of(kind.within)
    slug = prompts.one(f"In welke {BY_TYPE[kind.within].name}", [(one.slug, one.numbered) for one in there])
    return book.pieces[kind.within, slug]


def _folder(kind: Kind, above: Piece | None) -> str:
    """Where the file of a new piece comes: in the folder of its kind, inside that of the piece that it belongs to."""
    parts = PurePosixPath(kind.files).parent.parts
    if above is None:
        return "/".join(parts)
    own = PurePosixPath(above.path).parent.parts
    return "/".join((*own, *parts[len(own) :]))


def _listed(above: Piece, kind: Kind) -> str:
    """The field of that piece in which those of this kind stand in their order; nothing where it has none."""
    for name, one in fields_of(above.kind.model).items():
        if one.shape.item and one.shape.item.refers == Refers(kind.type):
            return name
    return ""


def _nameless(title: str) -> str:
    return "" if any(sign.isalnum() for sign in title) else "Gebruik ook letters."


def _path(kind: Kind, folder: str, slug: str) -> str:
    return f"{folder}/{slug}{Path(kind.files).suffix}"


def _wrong_name(root: Path, book: Handbook, kind: Kind, folder: str, slug: str) -> str:
    """Why a new piece cannot have this name; what stands there counts, valid or not."""
    if slug != anchor(slug) or len(slug) > 60:
        return f"Gebruik kleine letters, cijfers en streepjes: `{anchor(slug)[:60]}`."
    if slug in names_of(book, kind.type):
        return f"`{slug}` is er al. Kies een andere naam."
    return in_the_way(root, _path(kind, folder, slug))


def _spread(data: dict[str, Any]) -> None:
    """Divide the minutes of a workshop over its parts."""
    total, parts = data["minutes"], data["parts"]
    for part in parts:
        part["minutes"] = total // len(parts)
    parts[-1]["minutes"] += total - total // len(parts) * len(parts)
