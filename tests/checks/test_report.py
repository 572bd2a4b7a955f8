"""How findings are shown: to a person, in one line each, to GitHub, to a program."""

import json

from fragments import changed, found, today  # noqa: F401
from rich.console import Console

from handboek import checks, report
from handboek.document import Document
from handboek.finding import Finding

TWO = """\
# phases/1-kijken/steps/rondje-lopen.yml
guides: [praaatje]
worksheets: [lijstje, tabelletje, lijstje]
"""


def terminal(fragment, width=80, site=""):
    console = Console(width=width, highlight=False, record=True, file=open("/dev/null", "w"))  # noqa: SIM115, PTH123
    report.terminal(found(fragment), changed(fragment), site, console)
    return [line.rstrip() for line in console.export_text().splitlines()]


def test_a_person_sees_the_line_a_mark_what_to_do_and_where_to_read_on():
    assert terminal(TWO) == [
        "phases/1-kijken/steps/rondje-lopen.yml",
        "",
        "  fout: Er is geen gesprek praaatje.",
        "  22 │ guides: [praaatje]",
        "     │          ^^^^^^^^",
        "  Bedoelde je praatje?",
        "  Meer: bijdragen/controles/#verwijzing",
        "",
        "  waarschuwing: Dit staat al eerder in de lijst worksheets.",
        "  23 │ worksheets: [lijstje, tabelletje, lijstje]",
        "     │                                   ^^^^^^^",
        "  Haal er een weg.",
        "  Meer: bijdragen/controles/#dubbel-genoemd",
        "",
        "Opnieuw voor dit bestand: handboek check phases/1-kijken/steps/rondje-lopen.yml",
        "",
    ]


def test_where_to_read_on_is_a_full_address_when_the_site_has_one():
    assert "  Meer: https://handboek.test/bijdragen/controles/#verwijzing" in terminal(
        TWO, site="https://handboek.test/"
    )


def test_a_long_line_is_cut_around_the_spot_and_the_mark_stays_under_it():
    shown = terminal(
        f"# tools/guides/praatje.yml\ngoal: {'Wat je zegt. ' * 20}Groet → praat. {'En verder. ' * 10}\n", 60
    )
    line, mark = next((line, shown[i + 1]) for i, line in enumerate(shown) if "│" in line)
    assert len(line) <= 60
    assert line[mark.index("^")] == "→"


def test_the_mark_stands_right_behind_wide_signs():
    shown = terminal("# tools/guides/praatje.yml\ngoal: 漢字 en [hier](/werkbladen/)\n")
    line, mark = [(line, shown[i + 1]) for i, line in enumerate(shown) if "[hier]" in line][-1]
    before = line[: line.index("[hier]")]
    assert mark.index("^") == len(before) + 2  # two signs take two places each


def test_a_file_with_a_finding_and_no_line_shows_no_source():
    shown = terminal("# phases/7-nergens/steps/dwalen.yml, het hele bestand\n")
    assert "  fout: Dit bestand is leeg. Hier hoort een stap te staan." in shown
    assert not [line for line in shown if "│" in line or "^" in line]


def test_one_line_each():
    assert list(report.lines(found(TWO))) == [
        "phases/1-kijken/steps/rondje-lopen.yml:22:10: error verwijzing: Er is geen gesprek `praaatje`. Bedoelde je `praatje`?",
        "phases/1-kijken/steps/rondje-lopen.yml:23:35: warning dubbel-genoemd: Dit staat al eerder in de lijst `worksheets`. Haal er een weg.",
    ]


def test_nothing_in_a_path_or_a_value_steers_the_terminal():
    finding = Finding("docs/a\n\x1b[31mb\udcff.md", 1, 1, "link", "De link `\x1b]0;x\x07` leidt\nnergens heen.")
    (line,) = report.lines([finding])
    assert line.isprintable()
    console = Console(width=80, record=True, force_terminal=True, file=open("/dev/null", "w"))  # noqa: SIM115, PTH123
    report.terminal([finding], {finding.path: Document(finding.path, "\x1b[2Jweg")}, "", console)
    assert "\x1b" not in console.export_text()
    assert "\x1b" not in report.as_json([finding], "")


def test_counts():
    assert report.summary([]) == "Alles klopt."
    assert report.summary(found(TWO)) == "1 fout en 1 waarschuwing in 1 bestand."
    assert report.summary(found(TWO)[:1] * 3) == "3 fouten in 1 bestand."


def test_json():
    rows = json.loads(report.as_json(found(TWO), "https://handboek.test/"))
    assert rows[0] == {
        "path": "phases/1-kijken/steps/rondje-lopen.yml",
        "line": 22,
        "column": 10,
        "width": 8,
        "severity": "error",
        "code": "verwijzing",
        "text": "Er is geen gesprek `praaatje`.",
        "help": "",
        "suggestion": "praatje",
        "message": "Er is geen gesprek `praaatje`. Bedoelde je `praatje`?",
        "more": "https://handboek.test/bijdragen/controles/#verwijzing",
        "because": "",
    }
    assert json.loads(report.as_json([], "")) == []


def many(number, code="linktekst", severity="error"):
    return [Finding(f"docs/{i:02}.md", i + 1, 1, code, "Fout.", "", severity) for i in range(number)]


def test_github_gets_ten_of_each_the_most_pressing_first_and_then_all():
    findings = sorted(
        [*many(12), Finding("tools/z.yml", 3, 5, "yaml", "100% mis", "Weg ermee."), *many(11, "ongebruikt", "warning")]
    )
    said = list(report.github(findings, checks.CODES))
    errors = [line for line in said if line.startswith("::error ")]
    assert errors[0] == "::error file=tools/z.yml,line=3,col=5,endColumn=6,title=yaml::100%25 mis Weg ermee."
    assert len(errors) == len([line for line in said if line.startswith("::warning ")]) == 10
    assert [line for line in said if line.startswith(("docs/", "tools/"))] == list(report.lines(findings))
    assert said[-1] == report.summary(findings)


def test_github_properties_are_escaped():
    (line, _) = report.github([Finding("docs/a,b:c%.md", 1, 1, "link", "Weg.")], checks.CODES)
    assert line == "::error file=docs/a%2Cb%3Ac%25.md,line=1,col=1,endColumn=2,title=link::Weg."


def test_the_summary_of_the_job_holds_the_whole_list(tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    report.write_github_summary([*many(30), Finding("docs/a.md", 1, 1, "html", "Hier staat `<b>|`.")], "")
    text = (tmp_path / "summary.md").read_text()
    assert text.count("\n| `docs/") == 31
    assert "Hier staat `&lt;b>\\|`." in text
