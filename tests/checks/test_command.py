"""The command `handboek check`: what it prints where, and its exit code."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest
from fragments import KLEIN, today  # noqa: F401

from handboek.cli import main

STEP = "phases/1-kijken/steps/rondje-lopen.yml"


@pytest.fixture
def method(tmp_path, monkeypatch):
    """A copy of the small method, and the current folder."""
    root = tmp_path / "methode"
    shutil.copytree(KLEIN, root, ignore=shutil.ignore_patterns(".build"))
    monkeypatch.chdir(root)
    return root


def change(root, path, old, new):
    text = (root / path).read_text()
    assert old in text
    (root / path).write_text(text.replace(old, new))


def test_a_handbook_that_is_right(method, capsys):
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("", "Alles klopt.\n")


def test_a_warning_does_not_fail(method, capsys):
    change(method, STEP, "worksheets: [lijstje, tabelletje]", "worksheets: [lijstje]")
    assert main(["check"]) == 0
    assert capsys.readouterr().err == "1 waarschuwing in 1 bestand.\n"


def test_an_error_fails_and_stands_on_one_line(method, capsys):
    change(method, STEP, "[praatje]", "[praaatje]")
    assert main(["check"]) == 1
    assert (
        capsys.readouterr().out
        == f"{STEP}:22:10: error verwijzing: Er is geen gesprek `praaatje`. Bedoelde je `praatje`?\n"
    )


def test_one_file_is_checked_with_the_whole_handbook_known(method, capsys):
    change(method, STEP, "[praatje]", "[praaatje]")
    change(method, "tools/guides/praatje.yml", "goal:", "gaol:")
    assert main(["check", f"./{STEP}"]) == 1
    out, err = capsys.readouterr()
    assert [line.split(":")[0] for line in out.splitlines()] == [STEP]
    assert "Niet getoond, in de rest van het handboek: 1 fout in 1 bestand." in err
    assert main(["check", str(method / "tools")]) == 1
    assert capsys.readouterr().out.startswith("tools/guides/praatje.yml:4:1: error onbekend-veld: ")
    assert main(["check", "docs"]) == 0


@pytest.mark.parametrize("path", ["docs/bestaat-niet.md", "../ergens.yml", "Makefile"])
def test_a_file_that_is_no_content_is_wrong_use(method, capsys, path):
    assert main(["check", path]) == 2
    assert capsys.readouterr() == ("", f"Dit hoort niet bij de inhoud van het handboek: {path}.\n")


def test_json_is_all_that_is_printed(method, capsys):
    change(method, STEP, "[praatje]", "[praaatje]")
    assert main(["check", "--format", "json"]) == 1
    out, _ = capsys.readouterr()
    assert [row["code"] for row in json.loads(out)] == ["verwijzing"]


def test_github_gets_annotations_and_a_summary(method, capsys, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(method.parent / "summary.md"))
    change(method, STEP, "[praatje]", "[praaatje]")
    assert main(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(f"::error file={STEP},line=22,col=10,endColumn=18,title=verwijzing::")
    assert STEP in (method.parent / "summary.md").read_text()


def test_nothing_is_written(method):
    def state():
        return sorted((path, path.stat().st_mtime_ns) for path in method.rglob("*"))

    before = state()
    main(["check"])
    assert state() == before


@pytest.mark.posix
def test_a_person_at_a_terminal_sees_colour_and_the_line(method):
    import pty

    change(method, STEP, "[praatje]", "[praaatje]")
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    code = [sys.executable, "-c", "from handboek.cli import main; raise SystemExit(main(['check']))"]
    process = subprocess.Popen(code, stdout=follower, stderr=follower, stdin=follower, env=environment)
    os.close(follower)
    shown = b""
    while True:
        try:
            shown += os.read(leader, 65536)
        except OSError:
            break
    assert process.wait() == 1
    text = shown.decode()
    assert "\x1b[1;31mfout: " in text
    assert "guides: [praaatje]" in text
    assert "^^^^^^^^" in text
    assert "handboek check phases/1-kijken/steps/rondje-lopen.yml" in text
    assert text.rstrip().endswith("1 fout in 1 bestand.")


@pytest.mark.posix
def test_a_reader_that_stops_early_sees_no_traceback(method):
    fields = "".join(f"dit_veld_is_er_niet_{number}: 1\n" for number in range(2000))
    change(method, STEP, "leaves_alone:", f"{fields}leaves_alone:")
    code = "from handboek.cli import main; raise SystemExit(main(['check']))"
    done = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -c "{code}" | head -1'], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith(STEP)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_the_schemas_are_written_into_the_project(method, capsys):
    assert main(["schema"]) == 0
    for path in capsys.readouterr().out.splitlines():
        assert json.loads((method / path).read_text())


ENGLISH = re.compile(r"\b(usage|positional|arguments?|options|show|exit|invalid|choose|required|expected)\b")


def said(words, capsys):
    """What the command says to these words, with the program ended."""
    with pytest.raises(SystemExit) as ended:
        main(words.split())
    shown = capsys.readouterr()
    return ended.value.code, shown.out + shown.err


def test_every_help_is_in_dutch(capsys):
    code, text = said("--help", capsys)
    names = re.findall(r"^ {4}([a-z-]+)", text, re.MULTILINE)
    assert code == 0
    assert {"build", "check", "new", "serve"} <= set(names)
    for name in ("", *names):
        code, text = said(f"{name} --help", capsys)
        assert code == 0
        assert not ENGLISH.search(text), text


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("bouw", "'bouw' bestaat niet; kies uit"),
        ("names", "hier ontbreekt: versie"),
        ("build --uit x", "dit bestaat niet: --uit"),
        ("serve --port acht", "bij --port: 'acht' is geen getal"),
        ("serve --port", "bij --port: hier hoort iets achter"),
    ],
)
def test_wrong_use_is_told_in_dutch(words, why, capsys):
    code, text = said(words, capsys)
    assert code == 2
    assert why in text
    assert "--help" in text
    assert not ENGLISH.search(text), text


@pytest.mark.parametrize("words", ["sheets", "zip --site .", "pack alles", "queries", "build"])
def test_a_method_that_cannot_be_read_is_told_at_its_line(method, capsys, words):
    (method / "index.html").write_text("")
    change(method, "phases/method.yml", "principles:", "principels:")
    try:
        code = main(words.split())
    except SystemExit as ended:
        code = ended.code
    assert code == 1
    assert "phases/method.yml:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("there", "stays"), [(True, "De oude website in site/ is ongemoeid."), (False, "Er is niets gepubliceerd.")]
)
def test_a_build_that_does_not_begin_says_what_stands_there(method, capsys, there, stays):
    if there:
        (method / "site").mkdir()
    change(method, "phases/method.yml", "principles:", "principels:")
    assert main(["build"]) == 1
    assert capsys.readouterr().err.endswith(f"Er is niet gebouwd. {stays}\n")


@pytest.mark.parametrize("words", ["check", "sheets", "pack alles", "queries", "new guide"])
def test_outside_a_project_each_command_says_so(tmp_path, monkeypatch, capsys, words):
    monkeypatch.chdir(tmp_path)
    assert main(words.split()) == 2
    shown = capsys.readouterr()
    assert (shown.out + shown.err).startswith("Hier staat geen handboek: er is geen map `phases`.")


@pytest.mark.parametrize("title", ["", "x" * 71])
def test_a_title_that_does_not_fit_a_cover_is_told(method, capsys, title):
    assert main(["pack", "--pieces", "werkbladen/lijstje", "--title", title]) == 2
    assert "Een titel heeft 1 tot en met 70 tekens" in capsys.readouterr().err
