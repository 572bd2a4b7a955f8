"""Commands that write change all of their files or none, at whatever moment they fail, and write over nothing."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from handboek.anchors import reserved
from handboek.authoring import edit, image, new
from handboek.authoring.rename import changes, rename
from handboek.content import open_handbook
from handboek.model.kinds import BY_TYPE
from handboek.project import Project
from handboek.system import atomic, transaction

WRITES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate", "os.link", "os.symlink"}
DISTURB: list[Callable[[str, bool], None]] = []
"""What happens just before something is done in the project: it gets the path, and whether that takes room."""


def _raise_on_warnings(event: str, arguments: tuple[object, ...]) -> None:
    makes = event == "open" and bool(int(str(arguments[2])) & os.O_CREAT)
    if DISTURB and (makes or event in WRITES) and isinstance(arguments[0], str | bytes | os.PathLike):
        path = os.fsdecode(arguments[0])
        if "project" in path and not path.endswith("schrijft"):
            DISTURB[0](path, makes)


sys.addaudithook(_raise_on_warnings)


class Killed(BaseException):
    """After this nothing is done any more."""


def interrupt(path: str, takes_room: bool) -> None:
    raise KeyboardInterrupt


def fill(path: str, takes_room: bool) -> None:
    if takes_room:
        raise OSError(errno.ENOSPC, "No space left on device", path)


def close(path: str, takes_room: bool) -> None:
    raise PermissionError(errno.EACCES, "Permission denied", path)


def kill(path: str, takes_room: bool) -> None:
    raise Killed


ONCE = {"stopped": interrupt, "refused": close}
FOR_GOOD = {"full": fill, "killed": kill}


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    yield
    DISTURB.clear()


class Disturb:
    """Something that happens at one moment, or from that moment on."""

    def __init__(self, moment: int, how: Callable[[str, bool], None], *, once: bool) -> None:
        self.left, self.how, self.once = moment, how, once

    def __call__(self, path: str, takes_room: bool) -> None:
        self.left -= 1
        if self.left == 0 or (self.left < 0 and not self.once):
            self.how(path, takes_room)


def state(root: Path) -> dict[str, bytes]:
    """Every file of the content, and every folder; also what a command may have left among it."""
    found = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if not name.startswith(".build"):
            found[name] = path.read_bytes() if path.is_file() else b"a folder"
    left = [name for name in found if atomic.PART in name] + [path.name for path in root.rglob(transaction.RECORD)]
    return {**found, **dict.fromkeys(left, b"left behind")}


def renamed(root: Path) -> Callable[[Path], None]:
    """What the rename of a phase writes, without reading and checking the handbook each time."""
    book = open_handbook(root)
    piece = book.get("phase", "kijken")
    assert piece
    change, texts = changes(book, piece, "rondkijken"), edit.texts_of(book)
    return lambda place: edit.save(place, change.texts, texts, change.moved)


def some(root: Path) -> Callable[[Path], None]:
    """One file changes, one is new in a new folder, one moves, and of one only the capitals change."""
    texts = edit.texts_of(open_handbook(root))
    changed = {"phases/method.yml": texts["phases/method.yml"] + "# ja\n", "docs/nieuw/diep/een.md": "een\n"}
    moved = {"phases/terms.yml": "phases/Terms.yml", "phases/sources.yml": "phases/bronnen.yml"}
    return lambda place: edit.save(place, changed, texts, moved)


def picture(root: Path) -> Callable[[Path], None]:
    step = transaction.Step("docs/afbeeldingen/nieuw.webp", b"een plaatje")
    return lambda place: transaction.apply(place, [step])


COMMANDS: dict[str, Callable[[Path], Callable[[Path], None]]] = {
    "rename": renamed,
    "add-image": picture,
    "save": some,
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("how", [*ONCE, *FOR_GOOD])
def test_all_or_none_at_every_moment(project: Project, command: str, how: str, tmp_path: Path):
    """Each thing that a command does on the disk fails in turn, once or from then on; after that the next command looks."""
    run, before = COMMANDS[command](project.root), state(project.root)
    fresh = shutil.copytree(project.root, tmp_path / "fresh")
    run(project.root)
    after = state(project.root)
    assert after != before
    ends, moment, fired = set(), 0, True
    while fired:
        moment += 1
        root = shutil.copytree(fresh, tmp_path / f"project-{moment}")
        disturb = Disturb(moment, (ONCE | FOR_GOOD)[how], once=how in ONCE)
        DISTURB[:] = [disturb]
        said = None
        try:
            run(root)
        except (KeyboardInterrupt, Killed, transaction.Refused) as stopped:
            said = str(stopped)
        DISTURB.clear()
        fired = disturb.left <= 0
        if how == "stopped":
            assert b"left behind" not in state(root).values()  # without another command
        told = transaction.repair(root)
        now = state(root)
        assert now in (before, after), (moment, said, told, now.keys() ^ before.keys())
        ends.add(now == after)
        if said is None:
            assert now == after
        elif how == "stopped":
            assert said in ([transaction.DONE] if now == after else ["", transaction.BACK])
        elif how != "killed":
            assert now == before
            assert said.endswith((transaction.BACK, transaction.NOTHING, transaction.HALFWAY))
        if told:
            assert told == (transaction.CLEARED if now == after else f"{transaction.CUT} {transaction.BACK}")
            assert how == "killed" or told == transaction.CLEARED or transaction.HALFWAY in str(said)
        shutil.rmtree(root)
    assert ends == {True, False}
    assert moment > 4


BROKEN = "---\ntitle: [half\n"
LESSON = "docs/lessen/half-af.md"


def dangling(path: Path) -> None:
    path.symlink_to("er-is-niets")


IN_THE_WAY: dict[str, Callable[[Path], object]] = {
    "a file that is not valid yet": lambda path: path.write_text(BROKEN, encoding="utf-8"),
    "an empty file": lambda path: path.touch(),
    "a file in bytes": lambda path: path.write_bytes(b"\xff\xfe\x00"),
    "with capitals": lambda path: path.with_name("Half-Af.md").write_text(BROKEN, encoding="utf-8"),
    "with a large extension": lambda path: path.with_name("half-af.MD").write_text("iets", encoding="utf-8"),
    "a folder": lambda path: path.mkdir(),
    "a link to nothing": dangling,
}


@pytest.mark.posix  # on Windows a name in other capitals is the same file, and a link needs a right
@pytest.mark.parametrize("way", IN_THE_WAY)
def test_what_stands_there_is_never_written_over(project: Project, way: str, capsys: pytest.CaptureFixture[str]):
    root, path = project.root, project.root / LESSON
    IN_THE_WAY[way](path)
    before = state(root)
    assert rename(root, "lesson", "groet-eerst", "half-af") == 2
    assert "half-af" in capsys.readouterr().err.lower()
    with pytest.raises(transaction.Refused, match="bestaat al"):
        edit.save(root, {LESSON: "nieuw\n"}, {})
    assert new._wrong_name(root, open_handbook(root), BY_TYPE["lesson"], "docs/lessen", "half-af")
    assert state(root) == before


def test_a_name_in_a_folder_that_is_none_is_refused(project: Project):
    root = project.root
    (root / "docs" / "Afbeeldingen").mkdir()
    (root / "docs" / "bestand").touch()
    for path in ("docs/afbeeldingen/a.webp", "docs/bestand/a.md", "docs/lessen/groet-eerst.md/x.md"):
        with pytest.raises(transaction.Refused, match="bestaat al"):
            transaction.apply(root, [transaction.Step(path, b"iets")])


@pytest.mark.parametrize("name", ["con", "AUX", "com1", "lpt9"])
def test_a_name_that_windows_keeps_is_refused(project: Project, name: str, capsys: pytest.CaptureFixture[str]):
    root, before = project.root, state(project.root)
    assert rename(root, "guide", "praatje", name.lower()) == 2
    assert "Windows" in capsys.readouterr().err
    file = root.parent / "foto.png"
    Image.new("RGB", (8, 8)).save(file)
    assert image.add(root, file, name) == 1
    assert "Windows" in capsys.readouterr().err
    assert "Windows" in new._wrong_name(root, open_handbook(root), BY_TYPE["guide"], "tools/guides", name.lower())
    assert state(root) == before


@pytest.mark.parametrize(
    ("name", "kept"),
    [("con", True), ("Con.md", True), ("com¹.yml", True), ("nul.tar.gz", True), ("aux .md", True), ("conin$", True),
     ("console", False), ("com", False), ("com10", False), ("a-con", False), ("con-a.md", False), ("lpt", False)],
)  # fmt: skip
def test_which_names_windows_keeps(name: str, kept: bool):
    assert reserved(name) is kept


@pytest.mark.parametrize("what", ["a new file", "what moves", "what changes"])
def test_what_appears_between_the_look_and_the_write(project: Project, what: str, monkeypatch: pytest.MonkeyPatch):
    """Somebody saves at the very last moment."""
    root, texts = project.root, edit.texts_of(open_handbook(project.root))
    lesson, other = "docs/lessen/groet-eerst.md", "docs/lessen/anders.md"
    steps = {
        "a new file": ({other: "van ons\n", "phases/method.yml": texts["phases/method.yml"] + "# a\n"}, {}),
        "what moves": ({"phases/method.yml": texts["phases/method.yml"] + "# a\n"}, {lesson: other}),
        "what changes": ({"phases/method.yml": texts["phases/method.yml"] + "# a\n", lesson: "van ons\n"}, {}),
    }
    theirs = root / (other if what != "what changes" else lesson)
    before = state(root)

    def late(record: object, steps: object) -> None:
        prepare(record, steps)
        theirs.write_text("van een ander\n", encoding="utf-8")

    prepare = transaction._Record.prepare
    monkeypatch.setattr(transaction._Record, "prepare", late)
    with pytest.raises(transaction.Refused, match=f"{transaction.BACK}$"):
        edit.save(root, steps[what][0], texts, steps[what][1])
    assert state(root) == before | {theirs.relative_to(root).as_posix(): b"van een ander\n"}


def test_what_somebody_began_beside_the_name_that_was_refused_stays(project: Project, monkeypatch: pytest.MonkeyPatch):
    """Two names are taken at the last moment: the second was not tried any more, and an empty file is somebody's as well."""
    root, texts = project.root, edit.texts_of(open_handbook(project.root))
    names = ("docs/lessen/een.md", "docs/lessen/twee.md")
    before = state(root)

    def late(record: object, steps: object) -> None:
        prepare(record, steps)
        for name in names:
            (root / name).touch()

    prepare = transaction._Record.prepare
    monkeypatch.setattr(transaction._Record, "prepare", late)
    with pytest.raises(transaction.Refused, match="bestaat al"):
        edit.save(root, dict.fromkeys(names, "van ons\n"), texts)
    assert state(root) == before | dict.fromkeys(names, b"")


def test_a_text_that_changed_since_it_was_read_is_kept(project: Project):
    root, texts = project.root, edit.texts_of(open_handbook(project.root))
    path = root / "phases/method.yml"
    path.write_bytes(path.read_bytes() + b"# van een ander\n")
    before = state(root)
    with pytest.raises(transaction.Refused, match="intussen veranderd"):
        edit.save(root, {"phases/method.yml": texts["phases/method.yml"] + "# a\n"}, texts)
    assert state(root) == before


def test_what_an_author_wrote_after_a_kill_stays(project: Project):
    """The next command puts back what the command wrote, and nothing that a person wrote since."""
    root = project.root
    run, before = some(root), state(root)
    moment = 0
    while not (root / "docs/nieuw/diep/een.md").exists():  # until it was killed behind its first files
        moment += 1
        DISTURB[:] = [Disturb(moment, kill, once=False)]
        with pytest.raises(Killed):
            run(root)
        DISTURB.clear()
        if not (root / "docs/nieuw/diep/een.md").exists():
            transaction.repair(root)
    (root / "phases/method.yml").write_text("van een ander\n", encoding="utf-8")
    (root / "docs/nieuw/diep/een.md").write_text("ook van een ander\n", encoding="utf-8")
    transaction.repair(root)
    made = {"docs/nieuw": b"a folder", "docs/nieuw/diep": b"a folder", "docs/nieuw/diep/een.md": b"ook van een ander\n"}
    assert state(root) == before | {"phases/method.yml": b"van een ander\n"} | made


@pytest.mark.parametrize("name", ["../buiten.md", "/etc/hostname", ".git/config", "docs/../../x", "docs\\..\\x"])
def test_a_record_from_somebody_else_names_nothing_outside_the_project(project: Project, name: str):
    """A contribution may bring one along."""
    root = project.root
    outside = root.parent / "buiten.md"
    outside.write_text("iets", encoding="utf-8")
    row = {"path": name, "was": "", "part": "docs/.deel-1", "copy": "", "new": transaction._hash(b"iets"), "old": ""}
    (root / ".build").mkdir(exist_ok=True)
    (root / ".build" / transaction.RECORD).write_text(json.dumps({"rows": [row], "folders": []}), encoding="utf-8")
    assert transaction.repair(root) == ""
    assert outside.read_text(encoding="utf-8") == "iets"


@pytest.mark.parametrize("ends", ["\r\n", "\r", "mixed"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_keeps_its_line_ends(project: Project, ends: str, mark: bytes):
    root, path = project.root, project.root / "docs/lessen/groet-eerst.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    mixed = ["\r\n" if number % 3 else "\n" for number in range(len(lines))]
    content = "".join(line + (mixed[number] if ends == "mixed" else ends) for number, line in enumerate(lines))
    path.write_bytes(mark + content.encode())
    texts = edit.texts_of(open_handbook(root))
    changed = texts["docs/lessen/groet-eerst.md"].replace("Groet", "Zwaai", 1)
    edit.save(root, {"docs/lessen/zwaai.md": changed}, texts, {"docs/lessen/groet-eerst.md": "docs/lessen/zwaai.md"})
    assert (root / "docs/lessen/zwaai.md").read_bytes() == mark + content.replace("Groet", "Zwaai", 1).encode()
