"""A piece as a page: its body, rendered once, and the page around it.

Links inside the HTML begin with a slash and count from the site's root; `relative` and `absolute` turn them into
what a page or a sheet needs.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from handboek import adapted, dossier, dutch, hours, logo, markdown, moves, pack, sender, theory, translations, workshop
from handboek import session as sessions
from handboek.changes import changes
from handboek.handbook import Handbook, Key, Piece
from handboek.headings import Heading, Headings
from handboek.model.edition import Edition
from handboek.model.introspect import walk
from handboek.model.kinds import BY_TYPE, KINDS
from handboek.model.lists import lost
from handboek.model.own_details import BY_ID as OWN
from handboek.model.own_details import DETAILS, EMPTY
from handboek.model.text import BLANK, Words
from handboek.model.translation import DUTCH
from handboek.render import fetched, languages, lesson_form, lesson_list, pictures, qr, theory_picture
from handboek.render.cite import cite_numbers, own_words, said
from handboek.render.files import PAPER, file_name
from handboek.render.grounds import resting, rests_on
from handboek.render.hyphens import hyphenated
from handboek.render.icons import icon
from handboek.render.letters import filled, letter_texts, pairs
from handboek.render.numbers import Numbers, numbers_of
from handboek.render.onscreen import overlap, tool_words
from handboek.render.terms import Terms, terms_of
from handboek.render.whole_numbers import unbroken, whole_numbers
from handboek.resources import MissingTemplate


@dataclass(frozen=True)
class File:
    """A file of a piece to take along: a PDF, or one for Word, Excel or slides."""

    kind: str
    """`blad`, `invulbaar`, `groot`, `word` and so on: a key of `FILES` in `files`."""
    url: str
    """Relative to the site's root."""
    pages: int
    """How many sides it has on paper; 0 for what has none of its own."""
    size: int
    """In bytes."""
    paper: str
    """Its paper; nothing where it has none of its own."""


@dataclass(frozen=True)
class Body:
    """What a piece says, as HTML with its headings."""

    html: Markup
    headings: tuple[Heading, ...]


FOREIGN = re.compile(r' lang="(?!nl")[a-z]{2,3}" dir="')
"""How a text in another language begins."""


@dataclass(frozen=True)
class Page:
    """A page of the site."""

    address: str
    title: str
    summary: str
    html: str
    headings: tuple[Heading, ...]
    path: str
    """The file that holds its content, from the project's root."""
    type: str
    """The type of its piece, or `index`."""
    javascript: tuple[str, ...] = ()
    """The scripts that this kind of page adds, by their name among the site's assets."""
    styles: tuple[str, ...] = ()
    """The same for its styles."""
    unlisted: bool = False
    """Whether search engines leave it out: nobody should use its piece any more, or has read this translation yet."""

    @property
    def stylesheets(self) -> tuple[str, ...]:
        """Its styles, and the letters of other languages where it shows any."""
        return (*self.styles, "languages.css") if FOREIGN.search(self.html) else self.styles


@dataclass(frozen=True)
class Renderer:
    """Turns pieces of one handbook into HTML, with the templates of `templates`."""

    handbook: Handbook
    templates: Path
    files: Mapping[Key, tuple[File, ...]] = field(default_factory=dict)
    """The files of each piece: its PDFs, main file first, then those for Word, Excel and slides."""
    url: str = ""
    """Where the site will stand, with its last slash; for what a reader takes along."""
    repo: str = ""
    """Where the content is kept; for who adds to it."""
    mail: str = ""
    """Where the editors receive a lesson, and hear of a mistake."""
    codes: Path | None = None
    """Where the QR codes are kept."""
    bodies: dict[Key, Body] = field(default_factory=dict)
    """The bodies that were rendered already."""
    articles: dict[str, str] = field(default_factory=dict)
    """What was put on paper already, by the address of its PDF: a sheet stands in packs too."""

    @property
    def offered(self) -> Handbook:
        """What lists, sheets and packs know of: no drafts, and nothing that was withdrawn."""
        return self.handbook.offered

    @cached_property
    def terms(self) -> Terms:
        """The words that a page links to the glossary; paper has none."""
        return terms_of(self.handbook)

    @cached_property
    def numbers(self) -> Numbers:
        """The telephone numbers that a page lets somebody tap; on paper they are only read."""
        return numbers_of(self.offered)

    def body(self, piece: Piece) -> Body:
        """The body of a piece; rendered at the first call."""
        if piece.key not in self.bodies:
            headings = Headings()
            values = {"book": self.handbook} if piece.withdrawn else {}  # what nobody may use any more reads as it did
            html = self._fill(f"pieces/{piece.type}.html", headings, piece=piece, **values)
            self.bodies[piece.key] = Body(html, tuple(headings.found))
        return self.bodies[piece.key]

    def page(self, piece: Piece) -> Page:
        """The page of a piece."""
        headings = Headings()
        body = self.body(piece)
        headings.found += body.headings
        around = "withdrawn" if piece.withdrawn else piece.kind.around
        html = self._fill(
            f"pieces/{around}.html",
            headings,
            piece=piece,
            body=body.html if piece.of else Markup(self.terms.link(body.html)),
            files=self.files.get(piece.key, ()),
        )
        return Page(
            piece.address,
            title(piece),
            summary(piece),
            self.numbers.link(html),
            tuple(headings.found),
            piece.path,
            piece.type,
            () if piece.withdrawn else (*piece.kind.javascript, *fetched.scripts(html)),
            () if piece.withdrawn else (*piece.kind.styles, *fetched.styles(html)),
            bool(piece.withdrawn) or piece.unreviewed,
        )

    def index(self, folder: str) -> Page:
        """A list: the page at this folder, of a kind or of what follows from the pieces."""
        about = self.handbook.lists[folder]
        kinds = [kind for kind in KINDS if (kind.type == about.template if about.template else kind.folder == folder)]
        headings = Headings()
        pieces = [piece for kind in kinds[:1] for piece in self.offered.of(kind.type)]
        name = about.template or f"index-{folder.replace('/', '-')}"
        template = f"pieces/{name}.html"
        html = self._fill(template, headings, folder=folder, about=about, pieces=pieces)
        path = re.split(r"[*\[]", kinds[0].files)[0] if kinds else f"overrides/{template}"
        return Page(
            f"{folder}/",
            about.title,
            about.summary,
            self.numbers.link(html),
            tuple(headings.found),
            path,
            "index",
            about.javascript,
            about.styles,
        )

    @property
    def edition(self) -> Edition | None:
        """Whose edition it is; nothing for a method itself."""
        return self.handbook.origin.edition if self.handbook.origin else None

    def fill(self, template: str, headings: Headings | None = None, /, **values: Any) -> Markup:
        """A template filled with these values; its headings are added to `headings`. Raises `MissingTemplate`."""
        return self._fill(template, headings or Headings(), **values)

    @property
    def environment(self) -> jinja2.Environment:
        """Where the templates come from."""
        return _environment(self.templates)

    def _fill(self, template: str, headings: Headings, **values: Any) -> Markup:
        piece = values.get("piece")
        about = (piece,) if piece else values.get("pieces", ())
        sources = tuple(
            dict.fromkeys(key for one in about for key in (*one.sources, *dossier.sources_of(self.offered, one)))
        )
        numbers = {key: number for number, key in enumerate(sources, 1)}
        cite = values.get("cite") or partial(cite_numbers, numbers, own_words(self.handbook, piece))
        context = {
            "book": self.offered,
            "method": self.handbook.method,
            "head": partial(_head, headings),
            "all_files": self.files,
            "file_name": partial(file_name, self.offered, self.files),
            "block": partial(markdown.block, headings=headings, cite=cite),
            "said": partial(said, cite=cite),
            "cite": cite,
            "source_number": numbers.get,
            "sources": self.handbook.some("source", sources),
            "whole": self.handbook,
            "lists": self.handbook.lists,
            "phrases": DUTCH,
            "MOMENTS": {moment.id: moment.name for moment in self.handbook.method.words.moments},
            "edition": self.edition,
            "logo": self.edition and (self.templates / logo.FILES[1]).is_file(),
            "independence": adapted.independence(self.handbook),
            "known": sender.known(self.handbook, getattr((piece.of or piece).data, "blanks", ()) if piece else ()),
            "rests_on": rests_on,
            "resting": resting,
            "d": piece.data if piece else None,
            "held": sessions.session(piece.data) if piece and piece.type == "script" else None,
            "headings": headings.found,
            "url": self.url,
            "repo": self.repo,
            "mail": self.mail,
            "qr": partial(qr.code, self.codes),
            "led": partial(languages.led, self.handbook),
            **values,
        }
        try:
            return Markup(self.environment.get_template(template).render(context))
        except jinja2.TemplateNotFound as error:
            raise MissingTemplate(str(error.name)) from error


def addressed(piece: Piece) -> bool:
    """Whether its paper is for somebody outside, who is not asked whether it is right."""
    return piece.kind.addressed or bool(getattr(getattr(piece.data, "sheet", None), "addressed", False))


def title(piece: Piece) -> str:
    """What the page of a piece is called, in a tab and where somebody shares it: in Dutch, with its language."""
    said = markdown.plain(piece.title)
    if piece.of and piece.language:
        said = f"{markdown.plain(piece.of.title)} ({piece.language.dutch})"
    return f"{'Ingetrokken: ' if piece.withdrawn else ''}{said}"


def summary(piece: Piece) -> str:
    """What the page of a piece is about, in one sentence: for what was withdrawn, why."""
    return markdown.plain(piece.withdrawn.reason if piece.withdrawn else (piece.of or piece).summary)


def _head(headings: Headings, level: int, text: str, id_: str = "", css: str = "") -> Markup:
    anchor = headings.add(level, markdown.plain(text), id_)
    extra = Markup(' class="{}"').format(css) if css else ""
    return Markup('<h{0} id="{1}"{3}>{2}</h{0}>').format(level, anchor, markdown.line(text), extra)


def _line(text: str) -> Markup:
    """A line of text with its blanks open; where one is about who fills it in, a script may put that there."""
    html = markdown.line(text)
    return Markup(BLANK.sub(_own, html)) if "{" in html else html


def _figures(text: str) -> Markup:
    """A line of text in which a script puts the figures."""
    return Markup(BLANK.sub(lambda blank: f'<span data-figure="{blank[1]}">{EMPTY}</span>', markdown.line(text)))


def _own(blank: re.Match[str]) -> str:
    if blank[1] in workshop.COUNTED:
        return blank[0]  # what a session fills in
    return f'<span data-own="{blank[1]}">{EMPTY}</span>' if blank[1] in OWN else f'<span class="gap">{EMPTY}</span>'


@lru_cache
def _environment(templates: Path) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([templates, templates / "pieces"]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "line": _line,
        "figures": _figures,
        "plain": markdown.plain,
        "day": dutch.day,
        "month": dutch.month,
        "minutes": dutch.minutes,
        "filesize": dutch.size,
        "listed": dutch.listed,
        "filled": filled,
        "untitled": languages.untitled,
        "whole_numbers": whole_numbers,
        "unbroken": unbroken,
        "hyphenated": hyphenated,
        "counted": workshop.counted,
        "quoted": dutch.quoted,
    }
    environment.globals |= {
        "icon": icon,
        "count": dutch.count,
        "BASIS": dutch.BASIS,
        "STATUS": dutch.STATUS,
        "READ": dutch.READ,
        "KINDS": BY_TYPE,
        "words_in": words_in,
        "neighbours": neighbours,
        "pictures": pictures,
        "lesson_form": lesson_form,
        "lesson_list": lesson_list,
        "roles_of": roles_of,
        "changes": changes,
        "adapted": adapted,
        "moved": moves.parts,
        "addressed": addressed,
        "lost": lost,
        "OWN_DETAILS": DETAILS,
        "PAPER": PAPER,
        **{one.__name__: one for one in workshop.FOR_TEMPLATES},
        "FORMS": workshop.FORMS,
        "gather": pack.gather,
        "beside": pack.beside,
        "usual_session": pack.usual,
        "group_of": pack.group_of,
        "own_pack": pack.own_pack,
        "on_paper": pack.on_paper,
        "tasks_of": pack.tasks_of,
        "hours": hours,
        "theory": theory,
        "theory_picture": theory_picture,
        "translations": translations,
        "marked": languages.marked,
        "answered": dossier.answered,
        "tally": dossier.tally,
        "tool_words": tool_words,
        "letter_texts": letter_texts,
        "pairs": pairs,
        "overlap": overlap,
    }
    return environment


def roles_of(handbook: Handbook, tool: Piece) -> list[str]:
    """The roles that use a piece: its own, or those of the steps that name it."""
    own = getattr(tool.data, "roles", ())
    return list(own or dict.fromkeys(role for step in handbook.citing(tool.key, "step") for role in step.data.roles))


def neighbours(handbook: Handbook, piece: Piece) -> tuple[Piece | None, Piece | None]:
    """The phase or step before and after this one, along the whole method."""
    way = [one for phase in handbook.of("phase") for one in (phase, *handbook.steps(phase))]
    if piece not in way:
        return None, None
    at = way.index(piece)
    return (way[at - 1] if at else None), (way[at + 1] if at + 1 < len(way) else None)


def words_in(model: Any) -> list[tuple[str, bool]]:
    """Every text in a model in order, with whether it is a block: what a layout without a template prints."""
    return [(leaf.value, leaf.marker.block) for leaf in walk(model) if isinstance(leaf.marker, Words)]


LINK = re.compile(r'(href|src)="/(?!/)([^"#?]*)')


def _relink(html: str, target: Callable[[str], str]) -> str:
    return LINK.sub(lambda match: f'{match[1]}="{target(match[2])}', html)


def relative(html: str, address: str) -> str:
    """Links from the site's root, as seen from the page at `address`; works in any sub-folder of a domain."""
    start = f"/{address.strip('/')}"  # from the root: else each link would ask the system in which folder we are
    return _relink(html, lambda to: posixpath.relpath(f"/{to}", start) + ("/" if to.endswith("/") or not to else ""))


def absolute(html: str, site: str) -> str:
    """Links from the site's root as full addresses, for paper and feeds."""
    return _relink(html, lambda to: site + to)
