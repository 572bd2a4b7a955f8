"""The style, scripts and fonts of the site that are not a file of the theme as it lies there.

What a page always fetches together is one file: on a phone with little signal each request costs more than its bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from fnmatch import fnmatch
from pathlib import Path

from handboek import privacy
from handboek.handbook import Handbook
from handboek.render.style import colours
from handboek.resources import MissingTemplate
from handboek.site import identity, lean, redirects


def _personal(_: Handbook) -> str:
    """What finds personal data, for scripts."""
    return f'"use strict";\n\nconst PERSONAL = {json.dumps(privacy.exported(), ensure_ascii=False)};\n'


MADE: dict[str, Callable[[Handbook], str]] = {
    "colours.css": colours,
    "moved.js": redirects.script,
    "personal-data.js": _personal,
}
"""The parts that follow from the content."""


def _lib(*names: str) -> tuple[str, ...]:
    """What a script brings along of the things that all share."""
    return tuple(f"lib/{name}.js" for name in names)


JOINED = {
    "handboek.css": ("stylesheets/main.*.css", "stylesheets/palette.*.css", "colours.css", "handboek.css", "own.css"),
    "tools.css": ("tools.css",),
    "languages.css": ("languages.css",),
    "letters.css": ("letters.css",),
    "running.css": ("running.css",),
    # on every page, and the search that it fetches when somebody asks for it
    "handboek.js": (*_lib("site", "elements", "scripts"), "pages/handboek.js"),
    "search.js": (
        *_lib("site", "elements", "scripts", "counts", "browser-storage"),
        "pages/parts/search-fetch.js",
        "pages/search.js",
    ),
    "search-engine.js": ("logic/search-words.js", "logic/search-rows.js", "logic/search-engine.js"),
    # the projects of a reader: what all their pages have, and what some of them have
    "own-projects.js": (
        *_lib(
            "site", "elements", "scripts", "files", "tables", "slugs", "dates", "counts", "hashes", "browser-storage"
        ),
        "moved.js",
        "logic/project-shape.js",
        "logic/cells.js",
        "logic/journal.js",
        "logic/project-store.js",
        "logic/clocks.js",
        "pages/parts/project.js",
        "pages/copy.js",
        "pages/ticks.js",
    ),
    # checklists; they fetch the projects when somebody ticks
    "ticks.js": (*_lib("site", "elements", "scripts", "browser-storage"), "pages/tick-boxes.js"),
    "numbers.js": ("logic/numbers.js", "pages/parts/number-field.js"),
    "picture.js": ("pages/parts/picture.js",),
    "meter.js": ("logic/meter.js",),
    "plan.js": ("logic/calendar.js", "logic/plan.js"),
    "scan.js": ("logic/scan.js",),
    "estimate.js": ("logic/estimate.js",),
    "round.js": ("logic/round.js",),
    "exchange.js": ("logic/exchange.js", "logic/news.js", "logic/told.js", "logic/summary.js"),
    "meter-page.js": ("pages/meter.js",),
    "plan-page.js": ("pages/parts/months-picture.js", "pages/plan.js"),
    "scan-page.js": ("pages/scan.js",),
    "estimate-page.js": ("pages/estimate.js",),
    "round-page.js": ("pages/parts/round-vows.js", "pages/round.js"),
    "projects.js": (
        *_lib("folders"),
        "pages/parts/projects-talk.js",
        "pages/project-files.js",
        "pages/project-folders.js",
        "pages/projects.js",
        "pages/tasks.js",
    ),
    # what somebody else answers; it belongs to no project
    "questionnaire.js": (
        *_lib("site", "elements", "files", "tables", "dates", "browser-storage"),
        "pages/questionnaire.js",
    ),
    # the reader's own pack
    "own-pack.js": (
        *_lib("site", "elements", "browser-storage"),
        "logic/copies.js",
        "logic/pack.js",
        "pages/parts/own-pack.js",
        "pages/pack-button.js",
    ),
    "pack-builder.js": (
        *_lib("site", "elements", "scripts", "files", "slugs", "counts"),
        "logic/session.js",
        "logic/paper.js",
        "logic/letters.js",
        "logic/tagged.js",
        "logic/bind.js",
        "pages/parts/own-sessions.js",
        "pages/parts/session-pdf.js",
        "pages/parts/print-jobs.js",
        "pages/parts/printables.js",
        "pages/parts/pack-pdf.js",
        "pages/parts/pack-sheets.js",
        "pages/parts/stale-pack.js",
        "pages/pack-builder.js",
    ),
    # a script that is yours
    "session.js": (
        *_lib("files", "dates", "counts"),
        "logic/calendar.js",
        "logic/session.js",
        "pages/parts/own-sessions.js",
        "pages/session.js",
    ),
    # what nobody types into a tool
    "personal.js": ("personal-data.js", "logic/privacy.js", "pages/parts/personal.js"),
    # a new lesson
    "privacy.js": ("logic/privacy.js",),
    "lesson-form.js": (
        *_lib("site", "elements", "scripts", "files", "slugs", "dates", "counts", "browser-storage", "sending"),
        "logic/lesson.js",
        "logic/lesson-drafts.js",
        "logic/lesson-preview.js",
        "pages/parts/lesson-shown.js",
        "pages/lesson-form.js",
    ),
    # a translation read through
    "review-form.js": (
        *_lib("site", "elements", "files", "slugs", "dates", "browser-storage", "sending"),
        "logic/review.js",
        "logic/review-drafts.js",
        "pages/review-form.js",
    ),
    # in the room
    "running.js": (
        *_lib("site", "elements", "files", "tables", "dates", "counts", "browser-storage"),
        "logic/running.js",
        "pages/parts/page-words.js",
        "pages/parts/running-page.js",
        "pages/parts/running-result.js",
        "pages/running.js",
    ),
    # the other pages
    "lessons.js": (*_lib("dates", "counts"), "pages/lessons.js"),
    # at the door
    "conversation.js": (
        *_lib("site", "elements", "files", "browser-storage", "offline-copy"),
        "pages/parts/own-details.js",
        "pages/parts/page-words.js",
        "pages/conversation.js",
        "pages/keep-this.js",
    ),
    "own-details.js": (
        *_lib("site", "elements", "browser-storage"),
        "pages/parts/own-details.js",
        "pages/own-details.js",
    ),
    "letter.js": (
        *_lib("site", "elements", "scripts", "dates", "files", "browser-storage"),
        "logic/message.js",
        "logic/numbers.js",
        "logic/doubts.js",
        "pages/parts/own-details.js",
        "pages/letter.js",
    ),
    "word.js": (*_lib("files"), "logic/word.js"),
    "read-aloud.js": (*_lib("elements"), "logic/aloud.js", "pages/read-aloud.js"),
    "situations.js": (
        *_lib("site", "elements", "browser-storage"),
        "pages/parts/own-details.js",
        "pages/situations.js",
    ),
    "chooser.js": ("pages/chooser.js",),
    "offer.js": (*_lib("site", "elements", "dates", "browser-storage"), "pages/offer.js"),
    "offline.js": (*_lib("site", "elements", "files", "dates", "offline-copy"), "pages/offline.js"),
}
"""Each style and script of the site by its address below `assets/`, with its parts in order: those that are made, ours, and
those of the theme below ours. An address stays what it is: a page that was open before an update asks for it after.

`own.css` is empty, for a project that lies one of its own over it.
"""

JOINED |= {"keep.js": JOINED["own-projects.js"]}
"""What has another name now, under the address that pages of before ask for."""

FONTS = (
    "*.woff2",
    "scripts/*.woff2",
    "atkinson-hyperlegible-next-400-normal.ttf",
    "bricolage-grotesque-700-normal.ttf",
)
"""The fonts of pages, which fetch those of a script where they have text in it; and those that a reader's own pack is
written with: a PDF holds no woff2."""

MAP = re.compile(r"^/\*# sourceMappingURL=.*\*/$", re.MULTILINE)


def files(handbook: Handbook, templates: Path, themes: Sequence[Path]) -> dict[str, str | bytes]:
    """The files by their name on the site; `themes` are the folders with a theme's files, ours first."""
    made = {name: make(handbook) for name, make in MADE.items()}
    joined = {
        f"assets/{name}": "\n".join(
            filter(None, (made[part] if part in made else _read(part, themes) for part in parts))
        )
        for name, parts in JOINED.items()
    }
    found = (font for pattern in FONTS for font in sorted((templates / "fonts").glob(pattern)))
    fonts = {f"assets/fonts/{font.name}": font.read_bytes() for font in found}
    return {**joined, **fonts, **dict(identity.drawn(handbook.method, templates))}


def joined(name: str) -> bool:
    """Whether the file of a theme with this name on the site is a part of another file, or gives way to it."""
    return any(fnmatch(name, f"assets/{part}") for parts in JOINED.values() for part in parts)


def _read(part: str, themes: Sequence[Path]) -> str:
    path = next((path for theme in themes for path in sorted((theme / "assets").glob(part))), None)
    if path is None:
        raise MissingTemplate(f"site/assets/{part}")
    text = MAP.sub("", path.read_text(encoding="utf-8"))
    if part.startswith("stylesheets/"):
        return lean.style(text)
    return lean.ours(text)
