"""Causes before effects, limits on what a file may ask, names that some computer cannot keep, and any terminal."""

import random
import re
import time
from pathlib import Path

import pytest
from fragments import KLEIN, klein, today  # noqa: F401
from markdown_it import MarkdownIt

from command import here
from handboek import checks, report
from handboek.anchors import reserved
from handboek.checks import effects
from handboek.checks.rule import explained
from handboek.finding import MOST, Finding
from handboek.handbook import assemble
from handboek.limits import DEEPEST, LONGEST, beyond
from handboek.load import meant_path, with_file
from handboek.parse import parse

GUIDE = "tools/guides/praatje.yml"
LESSON = "docs/lessen/groet-eerst.md"
PAGE = "docs/over-deze-methode.md"
STEP = "phases/1-kijken/steps/rondje-lopen.yml"


def body(text):
    """The hand-written page with another body."""
    front, end, _ = klein()[PAGE].text.partition("---\n# ")
    return f"{front}{end.removesuffix('# ')}{text}".encode()


def check(changes, gone=()):
    """All findings of the small method with these files in it and these out of it."""
    documents = {path: read for path, read in klein().items() if path not in gone}
    for path, content in changes.items():
        documents = with_file(documents, path, content)
    return checks.run(assemble(documents))


def said(path, content):
    return [(f.line, f.column, f.code) for f in check({path: content}) if f.path == path]


# Causes and effects.


def under(name, meant=GUIDE):
    """The findings where a file bears another name."""
    return check({name: klein()[meant].text.encode()}, gone=(meant,))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("tools/guides/praatje.yml.txt", GUIDE),
        ("tools/guides/praatje.yaml", GUIDE),
        ("tools/guides/praatje.YML", GUIDE),
        ("tools/guide/praatje.yml", GUIDE),
        ("tools/Guides/Praatje.yml", GUIDE),
        ("phases/1-kijken/step/rondje-lopen.yml", STEP),
        ("phases/source.yml", "phases/sources.yml"),
        ("phases/method.yaml", "phases/method.yml"),
        ("phases/1-kijken/phase.yml.txt", "phases/1-kijken/phase.yml"),
        ("phases/1-kijken/criteria.yaml.txt", "phases/1-kijken/criteria.yml"),
    ],
)
def test_a_file_under_a_wrong_name_comes_first_and_all_the_rest_is_its_effect(name, meant):
    found = under(name, meant)
    assert (found[0].path, found[0].code, found[0].suggestion) == (name, "vreemd-bestand", meant)
    assert len(found) > 1
    assert {finding.because for finding in found[1:]} == {name}
    (only,) = report.folded(found)
    assert f"er nog {len(found) - 1} andere melding" in only.help
    assert report.summary(found).startswith("1 fout in 1 bestand. Daardoor nog ")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("docs/lessen/y.md.txt", "docs/lessen/y.md"),
        ("docs/y.md.txt", "docs/y.md"),
        ("docs/y.markdown", "docs/y.md"),
        ("docs/lessen/y.yml", "docs/lessen/y.md"),
        ("phases/1-kijken/phase.md.txt", "phases/1-kijken/phase.md"),
        ("phases/woordenlijst.txt.txt", "phases/woordenlijst.txt"),
        ("tools/guides/foto.jpg", ""),
        ("tools/guides/brief.docx", ""),
        ("tools/nieuw/x.yml", ""),
        (".yml", ""),
    ],
)
def test_the_name_that_was_meant(name, meant):
    assert meant_path(name) == meant


def test_two_causes_have_each_their_own_effects_and_what_has_no_cause_stands_alone():
    names = {
        "tools/guides/praatje.yaml": klein()[GUIDE].text.encode(),
        "tools/worksheets/lijstje.yml.txt": klein()["tools/worksheets/lijstje.yml"].text.encode(),
        LESSON: klein()[LESSON].text.replace("## Wat we deden\n", "## Wat we deden\n\n[x](/weg/)\n").encode(),
    }
    found = check(names, gone=(GUIDE, "tools/worksheets/lijstje.yml"))
    by_cause = {name: [f.text for f in found if f.because == name] for name in names}
    assert any("`praatje`" in text for text in by_cause["tools/guides/praatje.yaml"])
    assert any("`lijstje`" in text for text in by_cause["tools/worksheets/lijstje.yml.txt"])
    assert [(f.path, f.code) for f in found if not f.because] == [
        ("tools/guides/praatje.yaml", "vreemd-bestand"),
        ("tools/worksheets/lijstje.yml.txt", "vreemd-bestand"),
        (LESSON, "link"),
    ]


def test_a_copy_beside_the_file_itself_causes_nothing_and_is_not_told_to_take_its_name():
    (finding,) = check({"tools/guides/praatje.yml.txt": b"title: oud\n"})
    assert (finding.suggestion, finding.because) == ("", "")
    assert "Er is al een `tools/guides/praatje.yml`" in finding.help


@pytest.mark.parametrize("path", [path for path, read in klein().items() if read.node and "method.yml" not in path])
@pytest.mark.parametrize("how", ["a colon", "another encoding", "a conflict", "nothing"])
def test_what_refers_to_a_file_that_cannot_be_read_is_not_wrong(path, how):
    text = klein()[path].text
    broken = {
        "a colon": re.sub(r"^(\w+): ?", r"\1: a: ", text, count=1, flags=re.MULTILINE).encode(),
        "another encoding": text.encode("utf-16"),
        "a conflict": f"{text}\n<<<<<<< HEAD\n".encode(),
        "nothing": b"",
    }[how]
    linked = body(f"# Kop\n\n[a](/{klein_page()}/) [b](/bronnen/boekje/) [c](/gesprekken/praatje/)\n")
    changes = {path: broken} | ({PAGE: linked} if path != PAGE else {})
    assert {f.path for f in check(changes)} == {path}


def klein_page():
    return PAGE.removeprefix("docs/").removesuffix(".md")


def test_a_file_that_cannot_be_read_comes_before_files_that_can():
    found = check({"tools/worksheets/lijstje.yml": b"a: b: c\n", LESSON: b"---\ntitle: x\n---\n"})
    assert found[0].path == "tools/worksheets/lijstje.yml"
    assert found[1].path == LESSON


def test_github_shows_effects_in_the_list_only():
    found = under("tools/guides/praatje.yaml")
    shown = list(report.github(found, checks.CODES))
    assert len([line for line in shown if line.startswith("::error")]) == 1
    assert set(report.lines(found)) <= set(shown)
    summary = report.github_summary(found, "")
    assert summary.index("praatje.yaml") < summary.index("<details>") < summary.index("rondje-lopen")


def test_the_command_folds_effects_and_shows_them_when_asked(tmp_path):
    for path, read in klein().items():
        target = tmp_path / (path if path != GUIDE else f"{GUIDE}.txt")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(read.text, encoding="utf-8")
    folded, everything = (here(tmp_path, "check", *more).stdout.decode().splitlines() for more in ((), ("--alles",)))
    assert len(folded) == 1
    assert "`--alles`" in folded[0]
    assert len(everything) > 2
    assert everything[0].startswith(f"{GUIDE}.txt:1:1: error vreemd-bestand")


# Names.


@pytest.mark.parametrize(
    "name", ["con", "CON", "aux.md", "com1.yml", "Lpt9.tar.gz", "nul .txt", "prn", "com¹", "conout$"]
)
def test_names_that_windows_keeps(name):
    assert reserved(name)


@pytest.mark.parametrize(
    "name", ["contact", "com10", "com", "auxiliair.md", "console", "nulmeting", "lpt0", "x.con", ""]
)
def test_names_that_windows_lets_be(name):
    assert not reserved(name)


@pytest.mark.parametrize(
    "path",
    [
        "docs/lessen/con.md",
        "docs/aux.md",
        "tools/guides/com1.yml",
        "phases/roles/NUL.yml",
        "docs/img/prn.webp",
        "docs/aux/foto.webp",
        "phases/1-kijken/steps/lpt9.yml",
        "docs/lessen/vraag?.md",
        'tools/guides/"praatje".yml',
        "tools/guides/a:b.yml",
        "docs/lessen/les.",
        "docs/lessen /les.md",
        "tools/guides/Praatje.yml",
        "docs/Lessen/iets.md",
        "docs/lessen/index.md",
        "docs/readme.md",
    ],
)
def test_a_name_that_some_computer_cannot_keep_is_refused(path):
    like = GUIDE if path.endswith(".yml") else LESSON
    found = check({path: klein()[like].text.encode()})
    assert "bestandsnaam" in {finding.code for finding in found if finding.path == path and finding.severity == "error"}


@pytest.mark.parametrize(
    "name",
    [
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "~$brief.docx",
        ".praatje.yml.swp",
        "praatje.yml~",
        "._praatje.yml",
        ".~lock.x.odt#",
        "praatje.yml.orig",
        "praatje.yml.bak",
        "#praatje.yml#",
    ],
)
@pytest.mark.parametrize("folder", ["docs", "tools/guides", "phases/1-kijken/steps"])
def test_what_a_computer_leaves_behind_is_passed_over_with_a_hint(folder, name):
    (finding,) = check({f"{folder}/{name}": b"\x00\xff"})
    assert (finding.code, finding.severity, finding.suggestion) == ("vreemd-bestand", "warning", "")
    assert "haal het weg" in finding.help


@pytest.mark.parametrize(
    "path", ["docs/map/README.md", "docs/lessen/README.md", "docs/README.md", "docs/a/b/Readme.md"]
)
def test_a_readme_among_the_pages_is_an_error(path):
    found = [f for f in check({path: b"# Hoi\n\n[x](javascript:alert(1))\n"}) if f.path == path]
    assert ("vreemd-bestand", "error") in {(f.code, f.severity) for f in found}
    assert check({"tools/README.md": b"# Hoi\n"}) == []


# Limits.

TOO_MUCH = {
    "numbered lists": "1. " * 1500 + "x",
    "points": "- " * 1500 + "x",
    "quotations": "> " * 1500 + "x",
    "quotations without spaces": ">" * 1500 + "x",
    "lists and quotations": "> - " * 700 + "x",
    "lists over lines": "\n".join(f"{'  ' * depth}- x" for depth in range(40)),
    "brackets": "[" * 9000,
    "pictures": "![" * 9000,
    "links": "[a](" * 9000,
    "stars": "*a " * 9000,
    "underscores": "_a" * 9000,
    "half tags": "<a " * 9000,
    "angles": "<" * 9000,
    "entities": "&" * 9000,
    "code": "`a" * 9000,
    "a long text": "woord " * (LONGEST // 6 + 1),
}


@pytest.mark.parametrize("text", TOO_MUCH.values(), ids=TOO_MUCH)
@pytest.mark.parametrize("path", [GUIDE, LESSON, PAGE, "phases/1-kijken/phase.md"])
def test_a_text_that_asks_too_much_is_a_finding_before_any_parser_sees_it(path, text, monkeypatch):
    seen = []
    monkeypatch.setattr(MarkdownIt, "parse", lambda self, source, env=None: seen.append(len(source)) or [])
    written = {
        GUIDE: klein()[GUIDE].text + "extra: |\n  " + text.replace("\n", "\n  ") + "\n",
        LESSON: f"{klein()[LESSON].text}\n{text}\n",
        PAGE: body(text).decode(),
    }.get(path, text)
    read = parse(path, written.encode(), front="phase.md" not in path)
    assert [problem.code for problem in read.problems] == ["te-ingewikkeld"]
    assert (read.node, read.body, seen) == (None, "", [])


@pytest.mark.parametrize(
    "text",
    [
        "Naam: " + "_" * 400,
        "* " * 30,
        "- - - - - - - - - - - -",
        "*" * 200,
        "\n".join(f"{'  ' * depth}- x" for depth in range(DEEPEST)),
        "| a " * 60 + "|\n" + "| - " * 60 + "|\n",
        "> - 1. x",
        "[een](/a/) " * 200,
        "*een* **twee** `drie` " * 200,
        "3 < 5 " * 200,
        "1. x\n" * 400,
    ],
)
def test_what_people_write_is_not_too_much(text):
    assert beyond(text) is None


def nested(generator, signs, depth):
    return "".join(generator.choice(signs) for _ in range(generator.randint(0, depth)))


def test_no_word_is_passed_over_within_the_limits():
    generator = random.Random(20261124)
    signs, parser, tried = ["> ", "- ", "1. ", "* ", "  ", "   ", ">", "\t"], MarkdownIt("commonmark"), 0
    for _ in range(4000):
        words = [f"w{number}w" for number in range(generator.randint(1, 10))]
        text = "\n".join(" " * generator.randint(0, 16) + nested(generator, signs, 6) + word for word in words)
        if beyond(text) is None:
            tried += 1
            shown = parser.render(text)
            assert [word for word in words if word not in shown] == [], text
    assert tried > 1000


def grows(make, size=2000):
    """How much longer the check of a text takes when the text is twice as long."""

    def seconds(number):
        path, content = make(number)
        documents = with_file(klein(), path, content.encode())
        started = time.process_time()
        checks.run(assemble(documents))
        return time.process_time() - started

    return min(seconds(2 * size) for _ in range(3)) / min(seconds(size) for _ in range(3))


def guide(text):
    return GUIDE, klein()[GUIDE].text + text


@pytest.mark.parametrize(
    "make",
    [
        lambda n: guide("".join(f"veld{i}: x\n" for i in range(n))),
        lambda n: guide("goal: x\n" * n),
        lambda n: guide("".join(f"v{i}: a #b\n" for i in range(n))),
        lambda n: guide("# toegestaan letterteken: x\n" * n),
        lambda n: guide(f"# toegestaan letterteken: {' ' * 20 * n}x\n"),
        lambda n: guide("combines_with: [" + ", ".join(f"r{i}" for i in range(n)) + "]\n"),
        lambda n: ("phases/1-kijken/criteria.yml", "criteria:\n" + "  - id: a\n" * n),
        lambda n: (PAGE, body("# x\n\n" + "<!-- toegestaan link: x -->\n" * (n // 4)).decode()),
        lambda n: (PAGE, body("# x\n\n" + "[a](/w/)\n\n<!-- toegestaan link: x -->\n" * (n // 4)).decode()),
        lambda n: (PAGE, body("# x\n\n" + "tekst <a> " * n).decode()),
    ],
    ids=["fields", "twice", "comments", "allowances", "spaces", "references", "pieces", "in pages", "used", "tags"],
)
def test_the_check_takes_twice_as_long_for_twice_as_much_that_is_wrong(make):
    assert grows(make) < 3.2


def test_a_file_with_hundreds_of_faults_stops_after_a_hundred_and_says_so():
    path, text = guide("".join(f"v{number}: x\n" for number in range(22_000)))
    found = [finding for finding in check({path: text.encode()}) if finding.path == path]
    assert len(found) == MOST + 1
    assert found[-1].text.startswith("Hier stopt de lijst: in dit bestand staan nog minstens ")
    assert found[-1].line == max(finding.line for finding in found)


def test_another_file_is_told_in_full():
    some = [Finding("a.yml", number, 1, "link", "x") for number in range(1, 300)]
    other = [Finding("b.yml", 1, 1, "link", "x", severity="warning")]
    kept = effects.at_most([*some, *other])
    assert len(kept) == MOST + 2
    assert kept[-1] == other[0]


# What a library trips over.


def trips(*arguments, **options):
    raise RecursionError("maximum recursion depth exceeded")


def test_an_error_out_of_the_parser_of_yaml_is_a_finding(monkeypatch):
    monkeypatch.setattr("handboek.parse.yaml.compose", trips)
    assert said(GUIDE, klein()[GUIDE].text.encode()) == [(1, 1, "vastgelopen")]


def test_an_error_while_a_piece_is_made_is_a_finding(monkeypatch):
    monkeypatch.setattr("handboek.load._validate", trips)
    found = check({GUIDE: klein()[GUIDE].text.encode()})
    assert (GUIDE, "vastgelopen") in {(f.path, f.code) for f in found}


def test_an_error_in_a_rule_is_a_finding_in_the_file_that_it_was_about(monkeypatch):
    def check_(handbook):
        for piece in handbook.of("guide"):
            trips(piece)
        yield from ()

    broken = explained("link", "error", "Een link leidt ergens heen.", check_)
    monkeypatch.setattr(checks, "RULES", (broken, *checks.RULES))
    assert [(f.path, f.code) for f in check({})] == [(GUIDE, "vastgelopen")]


# Any terminal.


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp850", "latin-1"])
@pytest.mark.parametrize("format_", ["text", "json", "github"])
def test_the_command_prints_on_any_terminal(tmp_path, encoding, format_):
    for path, read in klein().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        changed = read.text.replace("goal: ", "goal: → één ☐ Şahin ") if path == GUIDE else read.text
        (tmp_path / path).write_text(changed, encoding="utf-8")
    done = here(tmp_path, "check", "--format", format_, encoding=encoding)
    assert done.returncode == 1, done.stderr
    assert b"letterteken" in done.stdout
    done.stdout.decode(encoding if format_ == "text" else "utf-8")  # programs count on one encoding


def test_the_real_content_asks_nothing_too_much():
    root = KLEIN.parents[2]
    texts = [
        path.read_text(encoding="utf-8")
        for folder in ("phases", "tools", "docs")
        for path in Path(root / folder).rglob("*.md")
    ]
    assert len(texts) > 30
    assert not [text for text in texts if beyond(text)]


@pytest.mark.parametrize("path", [GUIDE, LESSON, PAGE, "phases/1-kijken/phase.md"])
def test_a_file_that_stops_in_the_middle_of_a_sentence_is_asked_about(path):
    whole = klein()[path].text.rstrip()
    half = f"{whole}\n# x\nextra: Dit is een halve" if path.endswith(".yml") else f"{whole}\n\nDit is een halve"
    last = half.count("\n") + 1
    warned = (last, len(half.rsplit("\n", 1)[1]), "afgebroken")
    assert warned in said(path, half.encode())
    for more in (".", "\n", " zin!", " **zin**"):
        assert warned[2] not in {code for _, _, code in said(path, (half + more).encode())}
