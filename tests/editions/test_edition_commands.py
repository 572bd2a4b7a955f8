"""The commands of an edition, as somebody types them, on the small method."""

from __future__ import annotations

import io
import json
import re
import shutil
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest
import yaml

from conftest import KLEIN
from handboek import stamp
from handboek.authoring.editions import source, update
from handboek.cli import main
from handboek.content import open_handbook
from handboek.edition import base as bases
from handboek.edition.settings import settings
from handboek.model.edition import Edition
from handboek.parse import read_file
from handboek.project import open_project
from handboek.system import swap
from handboek.system.arguments import WrongUse


def first_guide() -> str:
    return sorted(path.relative_to(KLEIN).as_posix() for path in (KLEIN / "tools" / "guides").glob("*.yml"))[0]


GUIDE = first_guide()
ADDRESS = f"gesprekken/{Path(GUIDE).stem}"


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition of the small method, in which the command runs."""
    said = ["--naam", "Proef", "--organisatie", "De Proef"]
    assert main(["edition", "new", str(tmp_path / "proef"), "--from", str(KLEIN), *said]) == 0
    monkeypatch.chdir(tmp_path / "proef")
    return tmp_path / "proef"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A newer base: the title of a guide is another."""
    shutil.copytree(KLEIN, tmp_path / "nieuw", ignore=shutil.ignore_patterns(".*"))
    change(tmp_path / "nieuw" / GUIDE, title="Een nieuwe titel")
    return tmp_path / "nieuw"


def change(file: Path, **fields: object) -> None:
    data = yaml.safe_load(file.read_text(encoding="utf-8")) | fields
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def title(folder: Path) -> str:
    return str(yaml.safe_load((folder / GUIDE).read_text(encoding="utf-8"))["title"])


def own(root: Path) -> list[dict[str, object]]:
    return list(yaml.safe_load((root / "eigen" / GUIDE).read_text(encoding="utf-8"))["verandert"])


def write_own(root: Path, **more: object) -> None:
    row = {"veld": "title", "was": title(root / "basis"), "wordt": "Onze titel", **more}
    file = root / "eigen" / GUIDE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump({"verandert": [row]}, allow_unicode=True, sort_keys=False), encoding="utf-8")


def everything(root: Path) -> dict[str, bytes]:
    """Every file that is somebody's, without what the commands keep for themselves."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.relative_to(root).parts[0].startswith(".")
    }


def test_a_new_edition_is_right_at_once(edition: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check"]) == 0
    assert open_handbook(edition).method.name == "Proef"
    text = (edition / "editie.yml").read_text(encoding="utf-8")
    assert "\norganisatie: De Proef\n" in text
    assert (edition / "eigen" / "README.md").is_file()
    settings = json.loads((edition / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for schema in settings["yaml.schemas"]:
        assert (edition / schema).is_file()
    assert not list(bases.edited(edition))


def test_every_field_of_the_new_file_can_be_used_by_taking_its_mark_away(edition: Path):
    file = edition / "editie.yml"
    text = re.sub(r"(?m)^#(?=(?: {2,}(?:- )?)?[a-z_]+:(?: |$))", "", file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    said, wrong = settings(read_file(edition, "editie.yml"))
    assert said and not wrong
    assert {name for name in Edition.model_fields if getattr(said, name) in (None, ())} == set()
    assert open_project(edition).url == "https://www.jouw-organisatie.nl/handboek/"


def test_nothing_is_written_where_something_stands(edition: Path, capsys: pytest.CaptureFixture[str]):
    before = everything(edition)
    assert main(["edition", "new", ".", "--from", str(KLEIN), "--naam", "x", "--organisatie", "y"]) == 1
    assert "bestaat al" in capsys.readouterr().err
    assert everything(edition) == before


def test_a_text_is_opened_with_its_place_and_hash(edition: Path, capsys: pytest.CaptureFixture[str]):
    words = title(KLEIN)
    assert main(["edition", "change", ADDRESS, words]) == 0
    assert own(edition)[0] == {"veld": "title", "was": words, "wordt": words, "hash": own(edition)[0]["hash"]}
    assert main(["check"]) == 0
    before = everything(edition)
    assert main(["edition", "change", f"basis/{GUIDE}", words]) == 0
    assert everything(edition) == before, "what is there is not opened twice"
    assert main(["edition", "change", ADDRESS]) == 0
    assert f"title: {words}" in capsys.readouterr().out


def test_what_somebody_typed_in_the_file_stays(edition: Path):
    write_own(edition)
    file = edition / "eigen" / GUIDE
    file.write_text(f"# van mij\n{file.read_text(encoding='utf-8')}# ook van mij\n", encoding="utf-8")
    before = file.read_text(encoding="utf-8")
    assert main(["edition", "change", ADDRESS, "summary"]) == 0
    after = file.read_text(encoding="utf-8")
    assert after.startswith(before.partition("# ook van mij")[0]) and "# ook van mij" in after
    assert [row["veld"] for row in own(edition)] == ["title", "summary"]


@pytest.mark.parametrize(("piece", "words"), [("gesprekken/niets", "x"), (ADDRESS, "dit staat nergens zo")])
def test_what_is_not_there_is_said(edition: Path, piece: str, words: str, capsys: pytest.CaptureFixture[str]):
    assert main(["edition", "change", piece, words]) == 2
    assert "staat" in capsys.readouterr().err


def test_a_clash_waits_for_an_answer_and_each_answer_is_carried_out(
    edition: Path, newer: Path, capsys: pytest.CaptureFixture[str]
):
    was = title(KLEIN)
    write_own(edition)
    assert main(["edition", "update", str(newer)]) == 1
    said = capsys.readouterr().out
    assert f"was:   {was}\n    basis: Een nieuwe titel\n    eigen: Onze titel" in said
    row = own(edition)[0]
    assert (row["was"], row["nu"], row["wordt"]) == (was, "Een nieuwe titel", "Onze titel")
    assert main(["check"]) == 1
    waits = everything(edition)
    assert main(["edition", "update", str(newer)]) == 1
    assert everything(edition) == waits, "updating twice changes nothing"
    for answer, shown in (
        ("eigen", "Onze titel"),
        ("basis", "Een nieuwe titel"),
        ("beide", "Onze titel Een nieuwe titel"),
    ):
        row["kies"] = answer
        (edition / "eigen" / GUIDE).parent.mkdir(parents=True, exist_ok=True)
        (edition / "eigen" / GUIDE).write_text(yaml.safe_dump({"verandert": [row]}), encoding="utf-8")
        assert main(["edition", "resolve"]) == 0
        guide = open_handbook(edition).at(ADDRESS)
        assert guide and guide.title == shown
        capsys.readouterr()
        assert main(["check"]) == 0
        assert ("nog onder elkaar" in capsys.readouterr().out) == (answer == "beide")
    typed = (edition / "eigen" / GUIDE).read_text(encoding="utf-8").replace(" ", "")
    assert "wordt:>-\nOnzetitel\n\nEennieuwetitel\n" in typed, "each text is a paragraph of its own"
    assert main(["edition", "status"]) == 0
    assert "nog één van te maken (1)" in capsys.readouterr().out


def test_an_update_that_changes_elsewhere_needs_no_hand(edition: Path, newer: Path):
    words = yaml.safe_load((KLEIN / GUIDE).read_text(encoding="utf-8"))["summary"]
    write_own(edition, veld="summary", was=words, wordt="Onze samenvatting.")
    assert main(["edition", "update", str(newer)]) == 0
    guide = open_handbook(edition).at(ADDRESS)
    assert guide and (guide.title, guide.summary) == ("Een nieuwe titel", "Onze samenvatting.")
    assert bases.told(edition).number == 2


def test_each_step_can_be_taken_back(edition: Path, newer: Path):
    write_own(edition)
    first = everything(edition)
    main(["edition", "update", str(newer)])
    second = everything(edition)
    main(["edition", "resolve", "--bij-botsing", "basis"])
    third = everything(edition)
    assert len({str(one) for one in (first, second, third)}) == 3
    assert main(["edition", "undo"]) == 0
    assert everything(edition) == second
    assert main(["edition", "undo"]) == 0
    assert everything(edition) == first
    assert main(["edition", "undo"]) == 2


def test_a_piece_that_is_gone_is_not_lost(edition: Path, newer: Path, capsys: pytest.CaptureFixture[str]):
    write_own(edition)
    (newer / GUIDE).unlink()
    assert main(["edition", "update", str(newer)]) == 1
    assert own(edition)[0]["nu"] == ""
    assert own(edition)[0]["wordt"] == "Onze titel"
    capsys.readouterr()
    assert main(["edition", "resolve", "--bij-botsing", "eigen"]) == 0
    assert title(edition / "eigen") == "Onze titel"
    guide = open_handbook(edition).at(ADDRESS)
    assert guide and guide.title == "Onze titel"


def test_a_base_that_was_edited_is_not_written_over(edition: Path, newer: Path, capsys: pytest.CaptureFixture[str]):
    file = edition / "basis" / GUIDE
    change(file, title="Met de hand")
    before = everything(edition)
    assert main(["edition", "update", str(newer)]) == 1
    assert f"basis/{GUIDE}" in capsys.readouterr().err
    assert everything(edition) == before
    assert main(["edition", "restore"]) == 2, "the generator carries another base"
    assert main(["edition", "restore", str(newer)]) == 2
    assert main(["edition", "restore", str(KLEIN)]) == 0
    assert title(edition / "basis") == title(KLEIN)
    assert not list(bases.edited(edition))
    assert title(edition / ".vorige" / "basis") == "Met de hand"


def test_what_is_left_out_goes_along_with_its_new_name(edition: Path, newer: Path, capsys: pytest.CaptureFixture[str]):
    (edition / "editie.yml").write_text(
        f"naam: Proef # onze naam\norganisatie: De Proef\nweg:\n  stukken: [{ADDRESS}]\n", encoding="utf-8"
    )
    stem = Path(GUIDE).stem
    (newer / GUIDE).rename(newer / GUIDE.replace(stem, f"{stem}-anders"))
    redirects = newer / "phases" / "redirects.yml"
    rows = (yaml.safe_load(redirects.read_text(encoding="utf-8")) or {}).get("redirects") if redirects.exists() else []
    change_to = {"redirects": [*(rows or []), {"from": ADDRESS, "to": f"{ADDRESS}-anders"}]}
    redirects.write_text(yaml.safe_dump(change_to), encoding="utf-8")
    assert main(["edition", "update", str(newer)]) == 0
    text = (edition / "editie.yml").read_text(encoding="utf-8")
    assert text.startswith("naam: Proef # onze naam\n") and f"{ADDRESS}-anders" in text
    assert f"`{ADDRESS}` heet nu `{ADDRESS}-anders`" in capsys.readouterr().out


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("at", range(12))
def test_a_kill_at_any_moment_leaves_all_or_none(
    edition: Path, newer: Path, at: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """Every move of a file or folder in turn is the last thing that happens; the next command mends what was left."""
    write_own(edition)
    main(["edition", "update", str(newer)])
    change(newer / GUIDE, title="Nog een titel")
    before = everything(edition)
    moves = {"left": at}
    real = {name: getattr(Path, name) for name in ("rename", "replace", "unlink")}

    def stopping(name: str):
        def move(self: Path, *arguments: object, **more: object) -> object:
            if self.is_relative_to(edition):
                if moves["left"] <= 0:
                    raise Killed
                moves["left"] -= 1
            return real[name](self, *arguments, **more)

        return move

    with monkeypatch.context() as patched:
        for name in real:
            patched.setattr(Path, name, stopping(name))
        try:
            update.update(edition, str(newer), None)
            done = True
        except Killed:
            done = False
    main(["edition", "status"])
    after = everything(edition)
    whole = after["basis/basis.json"] != before["basis/basis.json"]
    assert whole or not done
    assert not (edition / swap.MARKER).exists()
    assert not list(bases.edited(edition))
    if not whole:
        assert after == before
    else:
        assert b"Nog een titel" in after[f"eigen/{GUIDE}"]
        assert main(["edition", "undo"]) == 0
        assert everything(edition) == before


def zipped(files: dict[str, bytes], **attributes: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            one = zipfile.ZipInfo(name)
            one.external_attr = attributes.get(name, 0o100644) << 16
            one.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(one, content)
    return made.getvalue()


def tarred(members: list[tuple[tarfile.TarInfo, bytes]]) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for one, content in members:
            one.size = len(content)
            archive.addfile(one, io.BytesIO(content))
    return made.getvalue()


def member(name: str, type_: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    one = tarfile.TarInfo(name)
    one.type, one.linkname = type_, link
    return one


METHOD = b"name: Proef\nformat: 2\n"
NEVER = {
    "outside": zipped({"m/phases/method.yml": METHOD, "m/phases/../../../x.yml": b"x"}),
    "absolute": zipped({"m/phases/method.yml": METHOD, "/etc/phases/x": b"x"}),
    "backslash": zipped({"m/phases/method.yml": METHOD, "m\\phases\\x.yml": b"x"}),
    "link": zipped(
        {"m/phases/method.yml": METHOD, "m/docs/x.md": b"/etc/passwd"}, **{"m/docs/x.md": stat.S_IFLNK | 0o777}
    ),
    "too much": zipped({"m/phases/method.yml": METHOD} | {f"m/docs/{one}.md": b"" for one in range(5_100)}),
    "too large": zipped({"m/phases/method.yml": METHOD, "m/docs/x.md": bytes(3_000_000)}),
    "bomb": zipped({"m/phases/method.yml": METHOD} | {f"m/docs/{one}.md": bytes(1_900_000) for one in range(40)}),
    "twice": zipped({"a/phases/method.yml": METHOD, "b/phases/method.yml": METHOD}),
    "none": zipped({"a/readme.md": b"x"}),
    "no archive": b"niets van dit alles",
    "broken": zipped({"m/phases/method.yml": METHOD})[:-30],
    "tar outside": tarred([(member("m/phases/method.yml"), METHOD), (member("../phases/x.yml"), b"x")]),
    "tar link": tarred(
        [(member("m/phases/method.yml"), METHOD), (member("m/docs/x.md", tarfile.SYMTYPE, "/etc/passwd"), b"")]
    ),
    "tar hard link": tarred(
        [(member("m/phases/method.yml"), METHOD), (member("m/docs/x.md", tarfile.LNKTYPE, "m/y"), b"")]
    ),
    "tar device": tarred([(member("m/phases/method.yml"), METHOD), (member("m/docs/x.md", tarfile.CHRTYPE), b"")]),
    "tar cut": tarred([(member("m/phases/method.yml"), METHOD)])[:40],
    "no name": zipped({"m/phases/method.yml": b"format: 2\n"}),
    "newer": zipped({"m/phases/method.yml": b"name: Proef\nformat: 99\n"}),
}


@pytest.mark.parametrize("name", NEVER)
def test_a_hostile_archive_is_refused_in_a_sentence(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "basis.zip"
    file.write_bytes(NEVER[name])
    said = ["--naam", "Proef", "--organisatie", "De Proef"]
    assert main(["edition", "new", str(tmp_path / "proef"), "--from", str(file), *said]) == 2
    told = capsys.readouterr().err
    assert "Traceback" not in told and told.strip().endswith(".")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["basis.zip"]


@pytest.mark.parametrize("form", ["zip", "gztar"])
def test_a_release_is_found_in_its_archive(form: str, tmp_path: Path):
    shutil.copytree(KLEIN, tmp_path / "in" / "methode-2026", ignore=shutil.ignore_patterns(".*"))
    (tmp_path / "in" / "methode-2026" / "tests" / "phases").mkdir(parents=True)
    (tmp_path / "in" / "methode-2026" / "tests" / "phases" / "method.yml").write_bytes(METHOD)
    made = shutil.make_archive(str(tmp_path / "uitgave"), form, tmp_path / "in")
    with source.opened(made) as found, source.opened(str(KLEIN)) as folder:
        assert found.files == folder.files


def test_an_archive_may_be_as_large_as_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "basis.zip"
    file.write_bytes(zipped({"m/phases/method.yml": METHOD}))
    monkeypatch.setattr(source, "PACKED", file.stat().st_size)
    with source.opened(str(file)) as found:
        assert set(found.files) == {"phases/method.yml"}
    monkeypatch.setattr(source, "PACKED", file.stat().st_size - 1)
    with pytest.raises(WrongUse, match="groter"), source.opened(str(file)):
        pass


def test_a_link_in_a_folder_is_refused(newer: Path):
    (newer / "docs" / "x.md").symlink_to("/etc/passwd")
    with pytest.raises(WrongUse, match="koppeling"), source.opened(str(newer)):
        pass


def test_a_new_piece_comes_among_what_is_own(edition: Path):
    from handboek.authoring.new import _in_edition  # what the command does with its answers

    book = open_handbook(edition)
    above = book.of("phase")[0]
    assert book.origin
    texts, _ = _in_edition(
        book.origin, {above.path: "", "tools/guides/x.yml": "title: x\n"}, "mijn-stap", above, "steps"
    )
    assert texts["eigen/tools/guides/x.yml"] == "title: x\n"
    assert yaml.safe_load(texts[f"eigen/{above.path}"])["verandert"] == [{"veld": "steps", "erna": ["mijn-stap"]}]


@pytest.mark.parametrize("command", [["rename", "guide", Path(GUIDE).stem, "x"], ["migrate"]])
def test_what_an_edition_cannot_do_is_said(edition: Path, command: list[str], capsys: pytest.CaptureFixture[str]):
    assert main(command) == 2
    assert "uitgave" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["check"], ["build"], ["sheets"], ["edition", "status"]])
def test_an_edition_that_says_nothing_of_itself_is_told(
    edition: Path, command: list[str], capsys: pytest.CaptureFixture[str]
):
    (edition / "editie.yml").write_text("naam: Proef\n", encoding="utf-8")
    main(command)
    told = capsys.readouterr()
    assert "Traceback" not in told.out + told.err
    assert "editie.yml" in told.out + told.err


def test_addresses_are_those_of_the_edition(edition: Path):
    assert open_project(edition).repo == ""
    said = (edition / "editie.yml").read_text(encoding="utf-8")
    (edition / "editie.yml").write_text(f"{said}\nmail: redactie@proef.example\n", encoding="utf-8")
    assert open_project(edition).mail == "redactie@proef.example"


@pytest.mark.parametrize("path", ["editie.yml", f"eigen/{GUIDE}", f"basis/{GUIDE}", "logo.svg"])
def test_a_site_is_made_of_all_files_of_an_edition(edition: Path, path: str):
    write_own(edition)
    (edition / "logo.svg").write_text("<svg/>", encoding="utf-8")
    before = stamp.inputs(edition, edition / "site").hash
    with (edition / path).open("a", encoding="utf-8") as file:
        file.write("\n# anders\n")
    assert stamp.inputs(edition, edition / "site").hash != before


def test_outside_an_edition_it_says_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(KLEIN)
    assert main(["edition", "status"]) == 2
    assert "handboek edition new" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_where_nothing_clashes_there_is_nothing_to_resolve(edition: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["edition", "resolve"]) == 0
    assert capsys.readouterr().out == "Er is geen botsing.\n"


@pytest.mark.parametrize("what", ["resolve", "status"])
def test_an_answer_with_a_typing_error_is_told_where_somebody_looks(
    edition: Path, capsys: pytest.CaptureFixture[str], what: str
):
    write_own(edition, nu="Een nieuwe titel", kies="beiden")
    assert main(["check"]) == 1
    found = next(line for line in capsys.readouterr().out.splitlines() if "kies" in line and GUIDE in line)
    assert main(["edition", what]) == (1 if what == "resolve" else 0)
    said = capsys.readouterr().out
    assert found in said
    assert "geen botsing" not in said


def test_no_update_leaves_behind_what_cannot_be_read(edition: Path, newer: Path, capsys: pytest.CaptureFixture[str]):
    write_own(edition, kies="beiden")
    before = everything(edition)
    assert main(["edition", "update", str(newer)]) != 0
    assert f"eigen/{GUIDE}" in "".join(capsys.readouterr())
    assert everything(edition) == before


def test_a_clash_has_an_open_answer_with_the_three_there_are(edition: Path, newer: Path):
    write_own(edition)
    assert main(["edition", "update", str(newer)]) == 1
    text = (edition / "eigen" / GUIDE).read_text(encoding="utf-8")
    above, _, behind = text.partition("  kies:\n")
    assert not behind.strip()
    assert all(f"`{answer}`" in above.splitlines()[-1] for answer in ("eigen", "basis", "beide"))
    (edition / "eigen" / GUIDE).write_text(text.replace("kies:\n", "kies: eigen\n"), encoding="utf-8")
    assert main(["edition", "resolve"]) == 0
    assert "kies" not in (edition / "eigen" / GUIDE).read_text(encoding="utf-8").lower()
