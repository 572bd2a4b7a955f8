"""Whatever goes wrong while a site is built: the published folder holds the whole old or the whole new one.

Each test also looks at what the build says, and lets the next one be right.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import digest
from command import command, environment, handboek
from conftest import KLEIN, ROOT
from handboek.system import atomic

pytestmark = pytest.mark.hard

METHOD, SHEET = "phases/method.yml", "tools/worksheets/lijstje.yml"
VERSIONS = (
    ("Drie deuren zijn genoeg.", "Een fiets zonder zadel"),
    ("Vier deuren zijn genoeg.", "Een fiets zonder bel"),
)
"""Two versions of the content, by a sentence on the home page and a line on a sheet."""


@dataclass
class Place:
    """A project that a test may damage, with the digest of the site that each version of it becomes."""

    root: Path
    right: tuple[str, ...]

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def bladen(self) -> Path:
        return self.root / ".build" / "bladen"

    def published(self) -> str:
        return digest.digest(digest.files(self.site)) if self.site.exists() else ""

    def write(self, version: int) -> None:
        for path, part in ((METHOD, 0), (SHEET, 1)):
            text = (self.root / path).read_text(encoding="utf-8")
            for other in VERSIONS:
                text = text.replace(other[part], VERSIONS[version][part])
            assert VERSIONS[version][part] in text
            (self.root / path).write_text(text, encoding="utf-8")

    def left(self) -> list[str]:
        """What an unfinished build left: folders beside the site, and parts of files."""
        return sorted(
            path.name
            for folder in (self.root, self.root / ".build", self.root / ".build" / "deel", self.bladen)
            for path in folder.iterdir()
            if path.name.startswith((".site", atomic.PART))
        )

    def build(self, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        return handboek(self.root, "build", *arguments, **options)  # type: ignore[arg-type]

    def next_is_right(self, version: int = 1) -> None:
        result = self.build()
        assert result.returncode == 0, result.stderr
        assert self.published() == self.right[version]
        assert self.left() == []


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The small method with templates of its own; its first version is published."""
    root = tmp_path_factory.mktemp("klein") / "klein"
    shutil.copytree(KLEIN, root, ignore=shutil.ignore_patterns(".build", "site"))
    for part in ("overrides", "src"):  # with the code, since in a checkout the pages about it lead to it
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    place, right = Place(root, ()), []
    for version in (1, 0):
        place.write(version)
        assert place.build().returncode == 0
        right.append(place.published())
    assert right[0] != right[1]
    return Place(root, (right[1], right[0]))


@pytest.fixture
def place(start: Place, tmp_path: Path) -> Place:
    """A copy of it in which the second version waits to be built: the first is what is published."""
    shutil.copytree(start.root, tmp_path / "klein")
    copy = Place(tmp_path / "klein", start.right)
    copy.write(1)
    assert copy.published() == copy.right[0]
    return copy


def spawned(place: Place, words: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        words, cwd=place.root, env=environment(), start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def living(session: int) -> list[int]:
    """The processes of a session that still run."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of = path.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(of) == session and state not in "ZX":
            found.append(int(path.parent.name))
    return found


def end_alone(session: int) -> None:
    """Wait until the workers of a build that was killed have ended by themselves."""
    patience = time.monotonic() + 120
    while living(session):
        assert time.monotonic() < patience, "a worker lives on without its build"
        time.sleep(0.05)


def test_killed_at_fifty_random_moments(place: Place):
    """Half of them with all its workers at once, half the build alone: then those have to end by themselves."""
    chance = random.Random(20261124)
    began = time.monotonic()
    place.next_is_right()
    whole_build = time.monotonic() - began
    version, cut = 1, 0
    while cut < 50:
        version = 1 - version if place.published() == place.right[version] else version
        place.write(version)
        if cut % 5 == 0:
            shutil.rmtree(place.bladen, ignore_errors=True)
        began = time.monotonic()
        process = spawned(place, command("build"))
        try:
            process.wait(timeout=chance.uniform(0, whole_build))
            whole_build = time.monotonic() - began  # it was faster than the first
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL) if cut % 2 else process.kill()
            process.wait()
            cut += 1
        end_alone(process.pid)
        assert place.published() in place.right, f"moment {cut}"
    place.write(1)
    place.next_is_right()


CUT = """
import os, signal, sys
event, left = sys.argv.pop(1), int(sys.argv.pop(1))

def hook(name, arguments):
    global left
    if name == event and os.getpid() == me:
        left -= 1
        if left == 0:
            os.kill(me, signal.SIGKILL)

me = os.getpid()
"""
SLOW_SWAP = "from handboek.site import publish; publish._exchange = lambda one, other: False\n"


@pytest.mark.parametrize(
    ("event", "count"),
    [
        ("tempfile.mkdtemp", 1),
        ("ctypes.dlsym", 1),
        ("shutil.rmtree", 1),
        ("os.rmdir", 1),
        ("os.remove", 3),
        ("os.remove", 40),
    ],
)
def test_killed_around_the_moment_of_publishing(place: Place, event: str, count: int):
    """A random moment hardly ever hits what takes a millisecond, so here the moment is chosen by what happens."""
    place.next_is_right()
    place.write(0)
    code = (
        CUT
        + "from handboek import build, cli; import mkdocs.commands.build\nsys.addaudithook(hook)\nsys.exit(cli.main())"
    )
    process = spawned(place, [sys.executable, "-c", code, event, str(count), "build"])
    assert process.wait() == -signal.SIGKILL
    assert place.published() in place.right
    place.next_is_right(0)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_killed_between_two_steps_where_the_disk_cannot_exchange_folders(place: Place, count: int):
    """There the site may be away for a moment; it is never half, and the next build brings it back."""
    place.next_is_right()
    place.write(0)
    hook = CUT.replace("name == event", "name == event and 'klein/site' in str(arguments) + ' '")
    code = (
        hook
        + SLOW_SWAP
        + "from handboek import cli; import mkdocs.commands.build\nsys.addaudithook(hook)\nsys.exit(cli.main())"
    )
    process = spawned(place, [sys.executable, "-c", code, "os.rename", str(count), "build"])
    process.wait()
    assert place.published() in (*place.right, "")
    text = (place.root / METHOD).read_text(encoding="utf-8")
    (place.root / METHOD).write_text(text.replace("principles:", "principels:"), encoding="utf-8")
    assert place.build().returncode == 1  # wrong content: what was published comes back all the same
    assert place.published() in place.right
    (place.root / METHOD).write_text(text, encoding="utf-8")
    place.next_is_right(0)


def test_stopped_by_hand(place: Place):
    """Ctrl-C goes to the build and its workers at once."""
    shutil.rmtree(place.bladen)
    process = subprocess.Popen(
        command("build"), cwd=place.root, env=environment(), start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  (in the background it is ignored)
    )  # fmt: skip
    while len(living(process.pid)) < 2 and process.poll() is None:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.split() == ["Gestopt."]
    end_alone(process.pid)
    assert place.published() == place.right[0]
    place.next_is_right()


def small_disk(folder: Path, size: str) -> bool:
    """Mount a disk of this size, where we may; a run without that right has the limit on files instead."""
    folder.mkdir(exist_ok=True)
    return subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, check=False
    ).returncode == 0  # fmt: skip


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[str], Path | None]]:
    folder = tmp_path / "schijf"
    yield lambda size: folder if small_disk(folder, size) else None
    subprocess.run(["umount", str(folder)], capture_output=True, check=False)


def limit(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_full_disk_for_the_site(place: Place, disk: Callable[[str], Path | None]):
    need = sum(path.stat().st_size for path in place.site.rglob("*") if path.is_file())
    small = disk(f"{int(need * 1.7) // 1024}k")  # room for one site with its rounding, not for two
    if small:
        out = small / "site"
        shutil.copytree(place.site, out)
        result = place.build("--out", str(out))
    else:
        out = place.site
        result = place.build(preexec_fn=limit(100_000))
    assert result.returncode == 1
    assert "Maak ruimte" in result.stderr
    assert "ongemoeid" in result.stderr
    assert digest.digest(digest.files(out)) == place.right[0]
    assert [path for path in out.parent.iterdir() if path.name.startswith(".site")] == []
    place.next_is_right()


def test_a_full_disk_for_the_sheets(place: Place, disk: Callable[[str], Path | None]):
    shutil.rmtree(place.root / ".build")
    small = disk("150k")
    if small:
        (place.root / ".build").symlink_to(small)
        result = place.build()
        (place.root / ".build").unlink()
    else:
        result = place.build(preexec_fn=limit(30_000))
    assert result.returncode == 1
    assert "Maak ruimte" in result.stderr
    assert place.published() == place.right[0]
    place.next_is_right()


def obedient(words: list[str]) -> list[str]:
    """The same command without root's right to write where it may not."""
    drop = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]
    return [*drop, *words] if os.geteuid() == 0 else words


@pytest.mark.parametrize("closed", ["uit", "klein/.build", "klein/.build/bladen"])
def test_a_folder_that_may_not_be_written(place: Place, closed: str):
    out = place.root.parent / "uit" / "site"
    out.parent.mkdir()
    shutil.copytree(place.site, out)
    if closed.endswith("bladen"):
        for kept in place.bladen.glob("*.json"):
            kept.unlink()
    folder = place.root.parent / closed
    folder.chmod(0o555)
    try:
        result = subprocess.run(
            obedient(command("build", "--out", str(out))), cwd=place.root, env=environment(),
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    finally:
        folder.chmod(0o755)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "Hier mag niet worden geschreven" in result.stderr
    assert "Kies een map waarin je mag schrijven" in result.stderr
    assert digest.digest(digest.files(out)) == place.right[0]
    place.next_is_right()


@pytest.mark.parametrize("out", [".", "..", "docs", "tools", "phases/method.yml"])
def test_a_folder_with_something_else_is_not_replaced(place: Place, out: str):
    before = digest.files(place.root / "tools") | digest.files(place.root / "docs")
    result = place.build("--out", out)
    assert result.returncode == 1
    assert "Kies een lege of nieuwe map" in result.stderr
    assert digest.files(place.root / "tools") | digest.files(place.root / "docs") == before
    place.next_is_right()


def test_two_builds_at_once(place: Place):
    shutil.rmtree(place.bladen)
    both = [
        subprocess.Popen(command("build"), cwd=place.root, env=environment(), stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [one.communicate(timeout=300)[1] for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert sorted(said) == ["", "Er wordt al aan dit handboek gebouwd. Even wachten tot dat klaar is ...\n"]
    assert place.published() == place.right[1]
    place.next_is_right()


def test_two_builds_of_different_content_at_once(place: Place):
    """Somebody saves a file while it is built: the last one to finish built what is there."""
    first = subprocess.Popen(command("build"), cwd=place.root, env=environment())
    time.sleep(1)
    place.write(0)
    second = subprocess.Popen(command("build"), cwd=place.root, env=environment())
    assert [one.wait(timeout=300) for one in (first, second)] == [0, 0]
    assert place.published() in place.right
    place.next_is_right(0)


@pytest.mark.parametrize("days", [-20_000, 20_000])
def test_times_of_files_that_cannot_be(place: Place, days: int):
    for path in (*place.root.rglob("*"), place.site):
        os.utime(path, times=(time.time() + days * 86_400,) * 2)
    place.next_is_right()


def test_a_clock_that_jumps(place: Place):
    result = place.build(days=3650)
    assert result.returncode == 0
    assert place.published() == place.right[1]
    result = place.build(days=-20_000)  # then all that was ever checked lies ahead
    assert result.returncode == 1
    assert "error toekomst: " in result.stdout
    assert place.published() == place.right[1]
    place.next_is_right()


def flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def other(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "iets").touch()


DAMAGE = {
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:60]),
    "flipped": flipped,
    "empty": lambda path: path.write_bytes(b""),
    "a folder": other,
    "other data": lambda path: path.write_bytes(b'{"sha256": 1, "pages": [], "picture": {}}'),
    "a list": lambda path: path.write_bytes(b'[{"piece": 1}, 2]'),
}


@pytest.mark.parametrize("how", DAMAGE)
def test_what_is_kept_is_damaged(place: Place, how: str):
    names = sorted({path.stem for path in place.bladen.glob("*.png")})[:3]
    for name, suffix in zip(names, (".pdf", ".png", ".json"), strict=True):
        DAMAGE[how](place.bladen / f"{name}{suffix}")
    for path in (*sorted((place.root / ".build" / "deel").iterdir())[:2], place.root / ".build" / "bladen.json"):
        DAMAGE[how](path)
    place.next_is_right()


def generator(tree: Path) -> Path:
    """A copy of the generator that a test may damage."""
    for part in ("src", "overrides", "macros"):
        shutil.copytree(ROOT / part, tree / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "mkdocs.yml", tree / "mkdocs.yml")
    return tree


WOFF2 = "atkinson-hyperlegible-next-latin-700-normal.woff2"


@pytest.mark.parametrize(
    ("font", "damaged", "named"),
    [
        ("atkinson-hyperlegible-next-400-normal.ttf", False, "het lettertype Atkinson ontbreekt"),
        ("bricolage-grotesque-700-normal.ttf", False, "het lettertype Bricolage ontbreekt"),
        ("atkinson-hyperlegible-next-700-normal.ttf", True, "het lettertype Atkinson ontbreekt of is beschadigd"),
        (WOFF2, False, f"het bestand fonts/{WOFF2} is er niet"),
    ],
)
def test_a_missing_font(place: Place, tmp_path: Path, font: str, damaged: bool, named: str):
    """A damaged one of the project itself, and one that neither the project nor the generator has."""
    tree = ROOT if damaged else generator(tmp_path / "generator")
    file = place.root / "overrides" / "fonts" / font
    content = file.read_bytes()
    if damaged:
        file.write_bytes(content[:5000])
    else:
        file.unlink()
        (tree / "overrides" / "fonts" / font).unlink()
    for _ in range(2):  # the second time as well: nothing in a wrong font was kept
        result = place.build(tree=tree)
        assert result.returncode == 1
        assert named in result.stderr
        assert "zet" in result.stderr
        assert len(result.stderr.splitlines()) < 20
        assert place.published() == place.right[0]
    file.write_bytes(content)
    place.next_is_right()


DYING = """
import os, signal, sys
from handboek import cli
from handboek.sheets import made_of
render = made_of.render

def fatal(html, *rest, **options):
    if "<h1>Lijstje</h1>" in html and os.getpid() != me:
        {how}
    return render(html, *rest, **options)

me, made_of.render = os.getpid(), fatal
sys.exit(cli.main())
"""


@pytest.mark.parametrize(
    "how", ["os.kill(os.getpid(), signal.SIGKILL)", "os._exit(3)", "os.kill(os.getpid(), signal.SIGSEGV)"]
)
@pytest.mark.parametrize("cores", [1, 2])
def test_a_worker_that_dies(place: Place, how: str, cores: int):
    shutil.rmtree(place.bladen)
    only = lambda: os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:cores]))  # noqa: E731
    result = subprocess.run(
        [sys.executable, "-c", DYING.format(how=how), "build"], cwd=place.root, env=environment(),
        capture_output=True, text=True, check=False, preexec_fn=only,
    )  # fmt: skip
    assert result.returncode == 1
    assert "tools/worksheets/lijstje.yml: werkbladen/lijstje.pdf: het proces dat dit maakte is gestopt" in result.stderr
    assert "Probeer het opnieuw" in result.stderr
    assert "praatje" not in result.stderr
    assert "Traceback" not in result.stderr
    assert place.published() == place.right[0]
    assert len(list(place.bladen.glob("*.pdf"))) > 8  # the rest went on
    place.next_is_right()


def test_a_worker_that_dies_while_it_answers(place: Place):
    """Half an answer is no answer."""
    code = (
        "import os, signal, threading; from handboek.sheets import workers\n"
        "def work(number):\n"
        "    if number == 2:\n"
        "        threading.Timer(0.05, lambda: os.kill(os.getpid(), signal.SIGKILL)).start()\n"
        "    return b'x' * (200_000_000 if number == 2 else 10)\n"
        "answers = dict(workers.each(work, list(range(6)), 2))\n"
        "assert isinstance(answers[2], workers.Died), answers[2]\n"
        "assert all(answers[n] == b'x' * 10 for n in (0, 1, 3, 4, 5))\n"
    )
    subprocess.run([sys.executable, "-c", code], env=environment(), check=True, timeout=120)
    assert place.published() == place.right[0]


@pytest.mark.parametrize("name", ["Mijn map é & co", "handböek #1 100%", "e\u0301 'aan' \"huis\" [x]"])
def test_a_checkout_under_a_name_with_spaces_and_accents(start: Place, tmp_path: Path, name: str):
    """The code, the templates and the content: all of it stands there."""
    tree = generator(tmp_path / name)
    for part in ("phases", "tools", "docs"):
        shutil.copytree(KLEIN / part, tree / part)
    result = handboek(tree, "build", tree=tree)
    assert result.returncode == 0, result.stderr
    assert digest.digest(digest.files(tree / "site")) == start.right[0]
    assert handboek(tree, "check", tree=tree).stderr == "Alles klopt.\n"
    assert handboek(tree, "zip", "-o", "mijn boek.zip", tree=tree).returncode == 0
