"""Each command runs to its end where nothing of Linux is: no `fcntl`, no fork, no exchange of folders, other encodings."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from command import ADDRESSES, environment, here
from conftest import KLEIN
from elsewhere import run, surroundings
from handboek.authoring import versions, vscode
from handboek.cli import main
from handboek.project import Project, open_project
from handboek.system import console, transaction

STEP = "phases/1-kijken/steps/rondje-lopen.yml"


@pytest.fixture
def root(project: Project) -> Path:
    """A method in a folder with a name that people give, in files as Windows writes them."""
    root = project.root.parent / "Mijn map é"
    project.root.rename(root)
    for path in (*root.rglob("*.yml"), *root.rglob("*.md")):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    return root


def change(root: Path, old: str, new: str, path: str = STEP) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("module", ["handboek", "handboek.cli"])
def test_check(root: Path, module: str):
    assert run(root, "check", module=module).stderr == "Alles klopt.\n"
    change(root, "title: ", "title: \u202e→")
    told = run(root, "check", module=module)
    assert told.returncode == 1
    assert f"{STEP}:1:" in told.stdout or f"{STEP}:2:" in told.stdout


ENCODINGS = ("ascii", "cp437", "latin-1", "cp857", "utf-8")


def test_what_is_said_can_be_printed_everywhere(root: Path):
    """As Windows writes by itself in a process, and as others do in this one."""
    change(root, "summary: ", "summary: 日本 İı → “ja” één ")
    for arguments in (("check",), ("check", "--help"), ("--help",)):
        assert run(root, *arguments).stdout
        for encoding in ENCODINGS:
            assert here(root, *arguments, encoding=encoding).stdout.decode(encoding), encoding


def test_a_system_that_knows_ascii_only(root: Path):
    narrow = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    assert run(root, "check", **narrow).returncode == 0
    assert run(root, "rename", "guide", "praatje", "kletsen", **narrow).returncode == 0
    Image.new("RGB", (8, 8)).save(root.parent / "Foto één.jpg")
    assert "foto-een.webp" in run(root, "add-image", "../Foto één.jpg", **narrow).stdout


@pytest.mark.parametrize("format_", ["json", "github"])
def test_a_program_gets_utf_8_whatever_the_system_says(root: Path, format_: str):
    change(root, "guides: [praatje]", "guides: [prätje]")
    told = run(root, "check", "--format", format_, PYTHONIOENCODING="ascii", told_in="utf-8")
    assert told.returncode == 1
    assert "prätje" in told.stdout


@pytest.mark.parametrize(
    ("sign", "shown"), [("é", "e"), ("→", "->"), ("“", '"'), ("日", "?"), ("\udc80", "?"), ("…", "..."), ("ﬁ", "fi")]
)
def test_a_sign_that_an_output_lacks(sign: str, shown: str):
    console.ready()
    assert f"a{sign}b".encode("ascii", console.READABLE) == f"a{shown}b".encode()


def test_new(root: Path):
    answers = ["Praatje", "", "con", "Überraschung", "kletsen"] + ["1"] * 3 + [""] * 60
    told = run(root, "new", "guide", answers="\n".join(answers) + "\n")
    assert "`praatje` is er al" in told.stdout
    assert "`con` kan niet als naam" in told.stdout
    assert "Gemaakt: tools/guides/kletsen.yml" in told.stdout, told.stdout
    assert told.returncode == 0


def test_rename(root: Path):
    before = (root / STEP).read_bytes()
    told = run(root, "rename", "worksheet", "lijstje", "vinkblad")
    assert told.returncode == 0, told.stderr
    assert "werkbladen/lijstje -> werkbladen/vinkblad" in told.stdout
    assert (root / STEP).read_bytes() == before.replace(b"[lijstje,", b"[vinkblad,")
    assert (root / "tools/worksheets/vinkblad.yml").read_bytes().startswith(b"\xef\xbb\xbf")


def test_add_image(root: Path):
    Image.new("RGB", (8, 8)).save(root.parent / "Foto één.jpg")
    told = run(root, "add-image", "../Foto één.jpg")
    assert "Gemaakt: docs/afbeeldingen/foto-een.webp" in told.stdout, told.stderr
    assert (root / "docs/afbeeldingen/foto-een.webp").is_file()


def test_schema_names_and_queries(root: Path):
    assert run(root, "schema").returncode == 0
    assert (root / "schema/guide.json").is_file()
    assert "eerdere versie" in run(root, "names", "--help").stdout
    told = run(root, "queries", "praatje")
    assert "praatje" in told.stdout.lower(), told.stderr


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.mark.slow
@pytest.mark.usefixtures("stocked")
def test_build_and_what_follows_it(root: Path, monkeypatch: pytest.MonkeyPatch):
    """With the sheets that changed, by workers that begin without a fork; then what is made of it, and what differs."""
    for name, value in ADDRESSES.items():
        monkeypatch.setenv(name, value)
    change(root, "Een fiets zonder zadel", "Een fiets zonder bel", "tools/worksheets/lijstje.yml")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "een")
    told = run(root, "build")
    assert told.returncode == 0, told.stderr
    assert int(re.findall(r"(\d+) gemaakt, \d+ uit de voorraad", told.stdout + told.stderr)[-1]) > 3
    assert (root / "site/werkbladen/lijstje.pdf").read_bytes().startswith(b"%PDF")
    change(root, "title: ", "title: Anders ")
    assert run(root, "build").returncode == 0  # in the place of the first
    assert "Anders" in (root / "site/fasen/kijken/rondje-lopen/index.html").read_text(encoding="utf-8")
    assert run(root, "zip", "-o", "mijn boek.zip").returncode == 0
    assert run(root, "sheets", "lijstje").returncode == 0
    assert (root / "bladen/werkbladen/lijstje.pdf").is_file()
    assert run(root, "pack", "alles", "--people", "3").returncode == 0
    assert "veranderd" in run(root, "summary", "main").stdout


def hears_a_stop() -> None:
    """In the background a shell lets its commands ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.posix
@pytest.mark.slow
def test_serve(root: Path):
    """It starts, answers once and stops."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "handboek", "serve", "--port", str(port)], cwd=root, env=surroundings(root.parent),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=hears_a_stop,  # noqa: PLW1509
    )  # fmt: skip
    try:
        answered, patience = b"", time.monotonic() + 300
        while not answered and process.poll() is None and time.monotonic() < patience:
            try:
                answered = urllib.request.urlopen(f"http://127.0.0.1:{port}/fasen/kijken/rondje-lopen/").read()
            except urllib.error.URLError:
                time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        said, wrong = process.communicate(timeout=300)
    finally:
        process.kill()
    assert b"rondje" in answered.lower(), wrong
    assert b"Bekijk de website op" in said
    assert b"Traceback" not in wrong, wrong


# What a person or a machine may have set


@pytest.mark.posix
@pytest.mark.slow
@pytest.mark.parametrize(
    "umask", [0o077, *(pytest.param(one, marks=pytest.mark.hard) for one in (0o027, 0o777 & 0o333))]
)
def test_everybody_can_read_what_is_published(stocked: Project, umask: int):
    """Whatever the umask of whoever builds, in a new folder in a new folder."""
    stocked.root.chmod(0o700)
    result = subprocess.run(
        [sys.executable, "-m", "handboek", "build", "--out", "uit/nieuw/site"], cwd=stocked.root, env=environment(**ADDRESSES),
        capture_output=True, text=True, check=False, preexec_fn=lambda: (os.umask(umask), None)[1],
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    site = stocked.root / "uit/nieuw/site"
    rights = {stat.S_IMODE(path.stat().st_mode) for path in site.rglob("*") if path.is_file()}
    folders = [site.parent.parent, site.parent, site, *(path for path in site.rglob("*") if path.is_dir())]
    assert rights == {0o644}
    assert {stat.S_IMODE(path.stat().st_mode) for path in folders} == {0o755}


def bare(root: Path, *arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "handboek", *arguments],
        cwd=root,
        capture_output=True,
        timeout=60,
        check=False,
        **options,
    )


@pytest.mark.parametrize("without", ["HOME", "TERM", "PATH", "LANG", "USER"])
def test_a_variable_that_is_not_set(project: Project, without: str):
    kept = {name: value for name, value in environment().items() if name != without}
    result = bare(project.root, "check", env=kept)
    assert (result.returncode, result.stderr) == (0, b"Alles klopt.\n")


ONE_BY_ONE = """
import os, sys
from pathlib import Path
from handboek.__main__ import main
from handboek import checks, cli, content
from handboek.authoring import check, new, rename
checks.run(content.open_handbook(Path(sys.argv[1])))
for root, words in zip(sys.argv[1:], ("check", "new guide", "rename guide praatje kletsen")):
    child = os.fork()
    if not child:
        os.chdir(root)
        sys.argv[1:] = words.split()
        sys.exit(main())
    os.waitpid(child, 0)
"""
"""Commands in copies of a process that has read everything they need, each in a folder of its own."""


@pytest.mark.posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-", "> /dev/full", "2> /dev/full"])
def test_a_stream_that_is_closed_or_full(tmp_path: Path, closed: str):
    """Nothing is printed into a file of ours, and a text is not lost over what cannot be said."""
    roots = [shutil.copytree(KLEIN, tmp_path / name) for name in ("check", "new", "rename")]
    before = {path: path.read_bytes() for root in roots[:2] for path in root.rglob("*.md")}
    result = subprocess.run(
        ["sh", "-c", f'"$0" -c "$1" "$2" "$3" "$4" {closed}', sys.executable, ONE_BY_ONE, *roots],
        env=environment(), capture_output=True, check=False, input=b"" if "<&-" not in closed else None, timeout=120,
    )  # fmt: skip
    assert b"Traceback" not in result.stderr
    assert b"Exception ignored" not in result.stderr
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path for path in files if b"Stop met Ctrl-C" in path.read_bytes()]
    assert (roots[2] / "tools/guides/kletsen.yml").exists(), "they ran"
    assert {path: path.read_bytes() for path in before} == before
    assert {path for root in roots[:2] for path in root.rglob("*.md")} == before.keys()


EARLY = """
import builtins, json, os, sys
names, ways, file = json.loads(sys.argv.pop(1))
real, ends = builtins.__import__, {}
def stopped(name, *rest, **named):
    for one in [one for one in names if name.startswith(one) and f"{one} {ways[0]}" not in ends]:
        for how in ways:
            child = os.fork()
            if not child:
                builtins.__import__ = real
                os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
                exec(how)
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            ends[f"{one} {how}"] = code, open(file, encoding="utf-8").read()
        if len(ends) == len(names) * len(ways):
            print(json.dumps(ends), flush=True)
            os._exit(0)
    return real(name, *rest, **named)
builtins.__import__ = stopped
from handboek.__main__ import main
sys.exit(main())
"""
"""A build of which a copy is stopped in each way, just before each of these is imported."""
IMPORTED = ("handboek.cli", "rich", "pydantic", "yaml", "handboek.model", "PIL", "weasyprint")
FULL = "Het geheugen is vol. Sluit andere programma's en probeer het opnieuw.\n"
STOPS = {
    "raise KeyboardInterrupt": (130, "\nGestopt.\n"),
    "raise MemoryError": (1, FULL),
    "raise ImportError('x.so: failed to map segment from shared object')": (1, FULL),
    "raise ImportError('No module named x')": (1, "De installatie is niet volledig. Installeer opnieuw, met alles wat erbij hoort. (No module named x)\n"),
}  # fmt: skip


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """How each of those copies ended, and what it said."""
    root = tmp_path_factory.mktemp("vroeg")
    shutil.copytree(KLEIN, root / "klein", ignore=shutil.ignore_patterns(".build"))
    told = subprocess.run(
        [sys.executable, "-c", EARLY, json.dumps([IMPORTED, list(STOPS), str(root / "gezegd")]), "build"],
        cwd=root / "klein", env=environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return dict(json.loads(told.stdout.splitlines()[-1]))


@pytest.mark.posix
@pytest.mark.parametrize("name", IMPORTED)
@pytest.mark.parametrize("how", STOPS)
def test_a_stop_in_the_first_half_second(ends: dict[str, list[Any]], name: str, how: str):
    assert tuple(ends[f"{name} {how}"]) == STOPS[how]


@pytest.mark.posix
def test_a_real_lack_of_memory(project: Project):
    """Each limit gives the answer or one sentence."""
    import resource

    ended = set()
    for room in range(24, 96, 8):
        limit = lambda room=room: resource.setrlimit(resource.RLIMIT_AS, (room << 20, room << 20))  # noqa: E731
        result = bare(project.root, "check", env=environment(), preexec_fn=limit)
        ended.add(result.returncode)
        if b"handboek" in result.stderr or result.returncode in (0, 1):
            assert b"Traceback" not in result.stderr, (room, result.stderr)
    assert ended >= {0, 1}


# What the check and the build refuse


@pytest.mark.parametrize(
    "path", [".build/bladen/a.pdf", "site/index.html", "bladen/x.pdf", "Site/index.html", ".BUILD/x"]
)
def test_git_brings_nothing_to_the_folders_of_the_generator(
    project: Project, path: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(project.root)
    git(project.root, "init", "-q")
    (project.root / path).parent.mkdir(parents=True)
    (project.root / path).touch()
    assert main(["check"]) == 0
    git(project.root, "add", "-f", path)
    shutil.rmtree((project.root / path).parent)  # as a workflow does before its stock comes back
    assert main(["check"]) == 1
    assert f"{path}:1:1: error gemaakt: " in capsys.readouterr().out
    assert versions.made(project.root / "docs") == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HANDBOEK_URL", ""), ("HANDBOEK_URL", "https://handboek.example"), ("HANDBOEK_URL", "https://www.example.org/h/"),
        ("HANDBOEK_URL", "http://localhost:8000/"), ("HANDBOEK_URL", "handboek.nl"), ("HANDBOEK_URL", "https://x.test/"),
        ("HANDBOEK_MAIL", ""), ("HANDBOEK_MAIL", "redactie"), ("HANDBOEK_MAIL", "redactie@example.com"),
        ("HANDBOEK_REPO", "https://git.example/x"), ("HANDBOEK_REPO", "/srv/git"),
    ],
)  # fmt: skip
def test_a_release_refuses_an_address_that_leads_nowhere(
    project: Project, name: str, value: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(project.root)
    right = {
        "HANDBOEK_URL": "https://handboek.nl/x/",
        "HANDBOEK_MAIL": "r@handboek.nl",
        "HANDBOEK_REPO": "https://git.nl/h",
    }
    for setting, real in right.items():
        monkeypatch.setenv(setting, real)
    assert open_project(project.root).unreachable() == []
    monkeypatch.setenv(name, value)
    assert main(["build", "--release"]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"`{name.removeprefix('HANDBOEK_').lower()}` in `phases/method.yml` (of {name}) is leeg")
    assert len(told.splitlines()) == 1
    assert not (project.root / "site").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["pack", "alles", "-o", "phases/method.yml"], ["pack", "alles", "-o", "docs/nieuw.pdf"], ["sheets", "-o", "docs"],
        ["pack", "alles", "-o", "brief.txt"], ["zip", "-o", "brief.txt"], ["zip", "-o", "tools/x.zip"],
    ],
)  # fmt: skip
def test_what_is_made_is_not_put_over_what_somebody_wrote(
    project: Project, arguments: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(project.root)
    (project.root / "brief.txt").write_text("iets", encoding="utf-8")
    (project.root / "site").mkdir()
    (project.root / "site/index.html").touch()
    before = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    assert main(arguments) == 2
    after = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    assert {path: content for path, content in after.items() if ".build" not in path.parts} == before


def test_settings_of_the_editor_keep_what_somebody_put_there(project: Project):
    root = project.root
    vscode.write(root)
    first = {path: path.read_bytes() for path in (root / ".vscode").iterdir()}
    vscode.write(root)
    assert {path: path.read_bytes() for path in (root / ".vscode").iterdir()} == first
    settings = root / ".vscode/settings.json"
    settings.write_text(settings.read_text(encoding="utf-8").replace("{", '{\n  "mijn": 1,', 1), encoding="utf-8")
    vscode.write(root)
    assert '"mijn": 1' in settings.read_text(encoding="utf-8")
    settings.write_text("{ // van mij\n}", encoding="utf-8")
    with pytest.raises(transaction.Refused, match="Haal opmerkingen eruit"):
        vscode.write(root)
    assert settings.read_text(encoding="utf-8") == "{ // van mij\n}"


def test_language_is_told_and_never_fails(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    change(project.root, "summary: ", "summary: Een xqzwoord dat niet wordt gekend door ")
    change(project.root, "guides: [praatje]", "guides: [prat]")
    monkeypatch.chdir(project.root)
    assert main(["check", "--alleen-taal", "--format", "github"]) == 0
    told = capsys.readouterr().out
    assert "::warning " in told
    assert "title=spelling" in told
    assert "::error" not in told
    assert "verwijzing" not in told
