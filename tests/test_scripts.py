"""The scripts of the site keep to their rooms: `lib/` and `logic/` know no page, and no page reaches into another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import ROOT
from handboek.model.kinds import KINDS, LISTS
from handboek.site.assets import JOINED, MADE

ASSETS = ROOT / "overrides" / "site" / "assets"
ROOMS = {
    "lib": ("lib",),
    "logic": ("lib", "logic"),
    "parts": ("lib", "logic", "parts"),
    "pages": ("lib", "logic", "parts"),
}
"""What each room may take from: a page takes from no other page."""

SCRIPTS = {
    name: one.javascript
    for name, one in [
        *((kind.type, kind) for kind in KINDS),
        *((f"{kind.type}, list", kind.index) for kind in KINDS if kind.index),
        *LISTS.items(),
    ]
    if one.javascript
}
"""The scripts that each kind of page fetches beside what runs on all."""

STRANGE = re.compile(r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|/\*.*?\*/|(?<![:\\/"'`])//[^\n]*""", re.DOTALL)
"""Texts, which stay out of a search for names, and remarks, which stay out of every search."""

PAGE = re.compile(
    r"(?<![.\w])(?:document|window|self|navigator|location|history|caches|fetch|localStorage|sessionStorage|alert|matchMedia"
    r"|getComputedStyle|getSelection|requestAnimationFrame|setTimeout|XMLHttpRequest|Image|Option|Event|Element|Node"
    r"|(?:HTML|SVG)\w*Element)\b(?!\s*(?::|=>|\)\s*=>))"
    r"|\.(?:querySelector\w*|addEventListener|innerHTML|textContent|classList|dataset|append|appendChild|setAttribute)\b"
)
"""What only a browser has, by name."""

ONLY = {
    "lib/elements.js": r"\bcreateElement(?:NS)?\b|new Option\b",
    "lib/browser-storage.js": r"\b(?:local|session)Storage\b",
    "lib/dates.js": r"\btoLocale\w+|\bget(?:UTC)?(?:FullYear|Month|Date)\b|\bjanuari\b",
    "lib/slugs.js": r"/\^-\+?\|-",
    "lib/files.js": r"\bcreateObjectURL\b",
    "lib/site.js": r"\bcurrentScript\b",
    "lib/scripts.js": r'\bel\("script"',
}
"""What one file does for all, and what that looks like."""


def files() -> dict[str, Path]:
    """Our scripts by their path below the assets; what others made stands apart."""
    paths = [path for room in ("lib", "logic", "pages") for path in sorted((ASSETS / room).rglob("*.js"))]
    return {path.relative_to(ASSETS).as_posix(): path for path in paths}


FILES = {name: path.read_text(encoding="utf-8") for name, path in files().items()}
PLAIN = {name: STRANGE.sub(lambda found: found[1] or "", text) for name, text in FILES.items()}
"""The scripts without their remarks."""
CODE = {name: STRANGE.sub(lambda found: '""' if found[1] else "", text) for name, text in FILES.items()}
"""The same without texts between quotes."""


def room(name: str) -> str:
    return "parts" if name.startswith("pages/parts/") else name.partition("/")[0]


def given(name: str) -> set[str]:
    """The names that a script gives to those after it."""
    return set(re.findall(r"^(?:var|const|let|class|function|async function) (\w+)", CODE[name], re.MULTILINE))


OWNER = {one: name for name in FILES for one in given(name)}


def taken(name: str) -> set[str]:
    """The names of other scripts that a script uses."""
    return {one for one in OWNER if re.search(rf"(?<![.\w]){one}\b", CODE[name])} - given(name)


def test_every_script_has_its_place():
    parts = {part for parts in JOINED.values() for part in parts if part.endswith(".js")} - MADE.keys()
    assert parts == FILES.keys(), "a script that no page fetches, or a part that is not there"
    beside = {path.name for path in ASSETS.iterdir()} - {"lib", "logic", "pages", "vendor", "icons"}
    assert not [name for name in beside if name.endswith(".js")]


def test_a_page_gives_nothing_and_everything_else_one_thing():
    for name in FILES:
        if room(name) == "pages":
            assert given(name) == set(), name
        else:
            assert len({one for one in given(name) if not CODE[name].count(f"class {one} extends Error")}) == 1, name


@pytest.mark.parametrize("name", FILES)
def test_a_script_takes_from_the_rooms_below_it_only(name: str):
    for one in taken(name):
        assert room(OWNER[one]) in ROOMS[room(name)], f"{name} uses {one} of {OWNER[one]}"


@pytest.mark.parametrize("name", [name for name in FILES if room(name) == "logic"])
def test_logic_runs_without_a_page(name: str):
    assert PAGE.findall(CODE[name]) == []


@pytest.mark.parametrize("name", [name for name in FILES if room(name) in ("lib", "logic")])
def test_what_all_share_knows_no_page(name: str):
    assert (
        re.findall(r"\[?data-[a-z]|querySelector(?:All)?\([\"'`]|getElementById|(?<!\w)\.\w+-\w+ ?>", PLAIN[name]) == []
    )


@pytest.mark.parametrize("name", ONLY)
def test_there_is_one_way_to_do_it(name: str):
    pattern = re.compile(ONLY[name])
    assert pattern.search(PLAIN[name]), "or this test looks for something that is not there"
    assert [other for other in FILES if other != name and pattern.search(PLAIN[other])] == []


@pytest.mark.parametrize("kind", ["", *SCRIPTS])
def test_a_page_fetches_what_its_scripts_use(kind: str):
    """In the order in which they run; what runs on every page is no help: a browser may have kept an older one of it."""
    known: set[str] = set()
    for script in SCRIPTS[kind] if kind else ("handboek.js",):
        for part in JOINED[script]:
            if part in MADE:
                continue
            later = {one for script in JOINED if f'"{script}"' in PLAIN[part] for one in JOINED[script]}
            lacking = taken(part) - known - {one for part in later for one in given(part)}
            assert not lacking, f"{script} of {kind}: {part} uses {lacking}"
            known |= given(part)


@pytest.mark.parametrize("kind", SCRIPTS)
def test_nothing_is_declared_twice_that_may_be_once(kind: str):
    """A browser refuses a whole script for one `const` that is there already."""
    parts = [
        part for script in ("handboek.js", *SCRIPTS[kind], "search.js") for part in JOINED[script] if part not in MADE
    ]
    if kind == "zoeken":
        parts = parts[: -len(JOINED["search.js"])]
    for part in {part for part in parts if parts.count(part) > 1}:
        assert re.findall(r"^(?:const|let|class) ", CODE[part], re.MULTILINE) == [], part


def test_an_address_of_a_script_stays():
    """A page that was open before an update, or that a browser kept, asks for these."""
    assert JOINED.keys() >= {
        "handboek.css",
        "handboek.js",
        "search.js",
        "search-engine.js",
        "keep.js",
        "numbers.js",
        "picture.js",
        "meter.js",
        "plan.js",
        "scan.js",
        "exchange.js",
        "meter-page.js",
        "plan-page.js",
        "scan-page.js",
        "projects.js",
        "own-pack.js",
        "pack-builder.js",
        "privacy.js",
        "lesson-form.js",
        "lessons.js",
        "conversation.js",
        "chooser.js",
        "offline.js",
    }
