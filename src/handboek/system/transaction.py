"""Files of a person change all or none, whatever happens on the way, and nothing that exists is written over.

Before the first file changes, its new text and a copy of the old one lie ready beside each of them, and a record in the work
folder names them. Where something fails halfway, or somebody stops it, the record is walked back at once. Where the process
is killed the record stays, and the next command walks it back (`repair`); what somebody wrote meanwhile is left as it is.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from handboek.system import atomic, os_errors, work
from handboek.system.lock import held

NOTHING = "Er is niets veranderd."
BACK = "Alles staat weer zoals het was."
DONE = "Wat je vroeg, was toen al gedaan."
HALFWAY = "Nog niet alles staat terug; dat gebeurt bij de volgende opdracht. Verander tot dan niets."
CUT = "Een vorige opdracht stopte halverwege."
CLEARED = "Een vorige opdracht was klaar, maar had nog niet opgeruimd. Dat is nu gebeurd."
BUSY = "Een andere opdracht schrijft nu. Even wachten tot die klaar is ..."
RECORD = "wijziging.json"
"""Where in the work folder the record of a change stands while it is made."""


class Refused(Exception):
    """Nothing was changed, or all of it was put back; the text says why, in Dutch."""


@dataclass(frozen=True)
class Step:
    """What becomes of one file."""

    path: str
    """Where it will stand, from the root."""
    content: bytes
    before: bytes | None = None
    """What it holds now; nothing where it is new."""
    was: str = ""
    """Where it stands now, where it moves."""


def apply(root: Path, steps: Sequence[Step]) -> None:
    """Take all of these steps or none. Raises `Refused`; a `KeyboardInterrupt` goes on when everything stands as it was."""
    with _slot(root):
        if not _repair(root):
            raise Refused(HALFWAY)
        for step in steps:
            _look(root, step)
        record = _Record(root, [_Row.of(step) for step in steps], _missing(root, steps))
        try:
            record.write()
            record.prepare(steps)
            record.take()
            record.write(done=True)
        except KeyboardInterrupt:
            raise KeyboardInterrupt(record.undo()) from None
        except Refused as error:
            raise Refused(f"{error} {record.undo()}") from error
        except OSError as error:
            raise Refused(f"{os_errors.said(error)} {record.undo()}") from error
        except BaseException:
            record.undo()
            raise
        try:
            record.clear()
        except KeyboardInterrupt:
            record.clear()
            raise KeyboardInterrupt(DONE) from None


def repair(root: Path) -> str:
    """Walk back what an earlier command left halfway; gives what there is to say of it, in Dutch. Raises `Refused`."""
    file = work(root) / RECORD
    if not file.is_file():
        return ""
    with _slot(root):
        record = _Record.read(root)  # it may be gone: then somebody was just busy
        if record is None:
            return ""
        done = record.done
        if not _repair(root):
            raise Refused(f"{CUT} {HALFWAY}")
        return CLEARED if done else f"{CUT} {BACK}"


def taken(root: Path, path: str, was: str = "") -> str:
    """What stands where a file is to be made, of whatever kind, also by a name that some disks hold for the same.

    The file itself, where it gets this name, is not in its own way.
    """
    folder, names = root, PurePosixPath(path).parts
    for index, name in enumerate(names):
        there = sorted(other.name for other in folder.iterdir())
        alike = ["/".join((*names[:index], other)) for other in there if _alike(other) == _alike(name)]
        if index == len(names) - 1:
            return next((other for other in alike if other != was), "")
        folder = folder / name
        if name not in there or not folder.is_dir() or not folder.resolve().is_relative_to(root.resolve()):
            return next(iter(alike), "")
    return ""


@contextmanager
def _slot(root: Path) -> Iterator[None]:
    """Be the only one who writes here; what the system refuses before that or on the way is said."""
    try:
        with held(work(root) / "schrijft", BUSY):
            yield
    except OSError as error:
        raise Refused(f"{os_errors.said(error)} {NOTHING}") from error


def _look(root: Path, step: Step) -> None:
    """Refuse what would write over something, or over another text than the one that was read."""
    now = step.was or step.path
    if step.before is not None and ((root / now).is_symlink() or (root / now).read_bytes() != step.before):
        raise Refused(f"`{now}` is intussen veranderd, of het is een koppeling. {NOTHING}")
    if (step.before is None or step.was) and (there := taken(root, step.path, step.was)):
        raise Refused(f"`{there}` bestaat al. {NOTHING} Kies een andere naam.")


def _missing(root: Path, steps: Sequence[Step]) -> list[str]:
    """The folders that the steps need and that are not there, the outer ones first."""
    folders = {folder for step in steps for folder in PurePosixPath(step.path).parents}
    return sorted(str(folder) for folder in folders if not (root / folder).is_dir())


def _alike(name: str) -> str:
    """A name as a disk sees it that knows no capitals and composes letters in a way of its own."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


@dataclass(frozen=True)
class _Row:
    """A step as the record knows it: where things stand, and hashes of the texts."""

    path: str
    was: str
    part: str
    """Where the new text lies ready."""
    copy: str
    """Where the old text is kept; empty where there is none."""
    new: str
    old: str

    @classmethod
    def of(cls, step: Step) -> _Row:
        part = atomic.beside(Path(step.path)).as_posix()
        if step.before is None:
            return cls(step.path, step.was, part, "", _hash(step.content), "")
        copy = atomic.beside(Path(step.was or step.path)).as_posix()
        return cls(step.path, step.was, part, copy, _hash(step.content), _hash(step.before))

    def __post_init__(self) -> None:
        """A record is a file, and a file may come from anybody: it names nothing outside the project or its own parts."""
        for name, beside in (
            (self.path, ""),
            (self.was, ""),
            (self.part, self.path),
            (self.copy, self.was or self.path),
        ):
            place = PurePosixPath(name)
            inside = not Path(name).is_absolute() and not {"..", ".git"} & set(place.parts) and "\\" not in name
            ours = (
                not beside
                or not name
                or (place.parent == PurePosixPath(beside).parent and place.name.startswith(atomic.PART))
            )
            if not (inside and ours):
                raise ValueError(name)

    @property
    def stays(self) -> bool:
        """Whether it is a file that keeps its name."""
        return bool(self.old) and not self.was

    @property
    def turns(self) -> bool:
        """Whether a disk may hold its two names for the same: they differ by capitals only."""
        return bool(self.was) and _alike(self.was) == _alike(self.path)


@dataclass
class _Record:
    """A change while it is made."""

    root: Path
    rows: list[_Row]
    folders: list[str]
    """The folders that it makes."""
    done: bool = False
    """Whether all files are new, so that only clearing up is left."""
    begun: int = field(default=0, compare=False)
    """How many rows may have put something in its place."""
    foreign: set[str] = field(default_factory=set)
    """Names that somebody else took just before."""

    @staticmethod
    def read(root: Path) -> _Record | None:
        """The record that was left; nothing where there is none, or one that nobody can read."""
        try:
            data = json.loads((work(root) / RECORD).read_text(encoding="utf-8"))
            rows = [_Row(**row) for row in data["rows"]]
            folders = [_Row(folder, "", "", "", "", "").path for folder in data["folders"]]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return _Record(root, rows, folders, data.get("done") is True, begun=len(rows))

    def write(self, *, done: bool = False) -> None:
        rows = [asdict(row) for row in self.rows]
        text = json.dumps({"done": done, "rows": rows, "folders": self.folders})
        atomic.write(work(self.root) / RECORD, text.encode())

    def prepare(self, steps: Sequence[Step]) -> None:
        """Lay the new texts and the copies of the old ones ready; here it shows whether there is room for all."""
        for folder in self.folders:
            (self.root / folder).mkdir(exist_ok=True)
        for row, step in zip(self.rows, steps, strict=True):
            like = self.root / (row.was or row.path) if row.old else None
            _write_new(self.root / row.part, step.content, like)
            if row.stays and step.before is not None:
                _write_new(self.root / row.copy, step.before, like)

    def take(self) -> None:
        """Put every new text in its place, and after that take away the old ones of what moved."""
        for row in self.rows:
            if row.turns:
                self._away(row)
        for row in self.rows:
            self.begun += 1
            path = self.root / row.path
            if row.stays:
                self._unchanged(row)
            else:
                self._reserve(row)
            (self.root / row.part).replace(path)
        for row in self.rows:
            if row.was and not row.turns:
                self._away(row)

    def _reserve(self, row: _Row) -> None:
        """Have the name before anybody else has it."""
        try:
            (self.root / row.path).open("xb").close()
        except FileExistsError as error:
            self.foreign.add(row.path)
            raise Refused(f"`{row.path}` bestaat al. Kies een andere naam.") from error

    def _away(self, row: _Row) -> None:
        self._unchanged(row)
        (self.root / row.was).rename(self.root / row.copy)

    def _unchanged(self, row: _Row) -> None:
        now = row.was or row.path
        if _hash((self.root / now).read_bytes()) != row.old:
            raise Refused(f"`{now}` is net veranderd.")

    def undo(self) -> str:
        """Put everything back; gives what to say of it."""
        done = [_tried(self._undo, row, index < self.begun) for index, row in enumerate(self.rows)]
        if all(done) and self._drop() and _tried(self._forget):
            return BACK
        return HALFWAY

    def _undo(self, row: _Row, begun: bool) -> None:
        path, was, copy = self.root / row.path, self.root / row.was, self.root / row.copy
        now = path.read_bytes() if begun and path.is_file() and row.path not in self.foreign else None
        if row.stays:
            if copy.is_file() and (now is None or _hash(now) == row.new) and begun:
                copy.replace(path)
            return
        if row.was and copy.is_file() and os.path.lexists(was) and not row.turns:
            return  # somebody made a new file by the old name: both texts stay
        if now is not None and (not now or _hash(now) == row.new):
            path.unlink()
        if row.was and copy.is_file() and not os.path.lexists(was):
            copy.rename(was)

    def clear(self) -> None:
        """Take away what was kept to go back, and folders that became empty; what cannot go now goes next time."""
        emptied = {folder for row in self.rows if row.was for folder in PurePosixPath(row.was).parents if folder.name}
        if self._drop(sorted(map(str, emptied), reverse=True)):
            _tried(self._forget)

    def _drop(self, emptied: Sequence[str] = ()) -> bool:
        """Remove parts and copies, and of these folders and those that we made the empty ones."""
        names = [row.part for row in self.rows]
        names += [row.copy for row in self.rows if row.copy and os.path.lexists(self.root / row.path)]
        done = [_tried((self.root / name).unlink, True) for name in names]
        for folder in (*emptied, *reversed(self.folders)):
            place = self.root / folder
            if place.is_dir() and not any(place.iterdir()):
                done.append(_tried(place.rmdir))
        return all(done)

    def _forget(self) -> None:
        (work(self.root) / RECORD).unlink(missing_ok=True)


def _repair(root: Path) -> bool:
    """Finish or walk back what was left; whether nothing of it is left now."""
    record = _Record.read(root)
    if record is None:
        return True
    if record.done:
        record.clear()
        return True
    return record.undo() == BACK


def _write_new(path: Path, content: bytes, like: Path | None) -> None:
    with path.open("xb") as out:
        out.write(content)
    if like:
        path.chmod(like.stat().st_mode)


def _tried(do: Callable[..., object], *arguments: object) -> bool:
    """Whether this could be done; one thing that cannot go back does not keep the others."""
    try:
        do(*arguments)
    except OSError:
        return False
    return True
