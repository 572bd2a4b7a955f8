"""Whether there is anything to build: one stamp over all that goes into a site, and over all that came out.

A site is left as it is where the files of the content, the templates and the code, the libraries, the settings and the day
are those that it was made of, and where every file of it, and of what was kept for it, is what was written. Files are read
and hashed, never believed for their time or size; of libraries of elsewhere size and time of each loaded file are enough.
That takes a tenth of a second, so nothing here imports what takes longer.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from handboek import overlay, resources
from handboek.system import atomic, clock, work

FILE = "stempel.json"
"""Where in the work folder the stamp of the last build stands."""
KEPT = ("bladen", "bladen.json", "codes", "deel")
"""What a build keeps in the work folder for the next: PDFs, the list of them, QR codes, and pictures for sharing."""
CACHES = {"__pycache__"}
VARIABLES = re.compile(r"HANDBOEK_|SOURCE_DATE_EPOCH$|PYTHON|LD_|DYLD_|FONTCONFIG_|WEASYPRINT_|FREETYPE_")
"""How the names of those variables of the environment begin that can change what a build gives, or with what it is made."""
MAPS = Path("/proc/self/maps")
"""Where Linux tells which files a process has loaded."""


class Linked(Exception):
    """A link lies among the files: what it leads to is not looked at, so nothing is said of it."""


@dataclass(frozen=True)
class Inputs:
    """All that a site is made of, at one moment."""

    hash: str
    times: str
    """The hash of when each file was written: between two equal texts it may have held another for a while."""


def inputs(root: Path, out: Path, **settings: object) -> Inputs:
    """What a build into `out` with these settings would be made of now; addresses are in the content or the environment.

    Raises `OSError` or `Linked`.
    """
    times, hashes = _times(root), hashlib.sha256()
    for name, path in _files(root):
        hashes.update(f"{name}\0{_hash(path)}\n".encode())
    variables = {name: value for name, value in os.environ.items() if VARIABLES.match(name)}
    told = {**settings, "out": out, "today": clock.today(), "python": sys.version}
    for setting in (*sorted(told.items()), *sorted(variables.items()), *enumerate(_packages())):
        hashes.update(f"{setting}\n".encode())
    return Inputs(hashes.hexdigest(), times)


def lasted(root: Path, inputs: Inputs) -> bool:
    """Whether no file was written since these inputs were looked at, not even with the same text."""
    try:
        return _times(root) == inputs.times
    except (OSError, Linked):
        return False


def made(folder: Path) -> str:
    """The hash of all that lies in a folder. Raises `OSError` or `Linked`."""
    hashes = hashlib.sha256()
    for name, path in _below(folder, folders=True):
        hashes.update(f"{name}\0{'' if path.is_dir() else _hash(path)}\n".encode())
    return hashes.hexdigest()


def write(root: Path, inputs: Inputs, site: str, said: Sequence[str]) -> None:
    """Remember that a site with this hash was made of these inputs, what was kept for it, and what was `said` of the content."""
    kept = {f"{top}/{name}": _hash(path) for top in KEPT for name, path in _below(work(root) / top)}
    told = {"inputs": inputs.hash, "site": site, "kept": kept, "libraries": _libraries(), "said": list(said)}
    atomic.write(work(root) / FILE, json.dumps(told).encode())


def unchanged(root: Path, out: Path, **settings: object) -> tuple[str, ...] | None:
    """What was said of the content when the site in `out` was built; nothing where there is something to build."""
    try:
        told = json.loads((work(root) / FILE).read_text(encoding="utf-8"))
        same = (
            told["libraries"] == {name: _seen(name) for name in told["libraries"]}
            and told["inputs"] == inputs(root, out, **settings).hash
            and told["site"] == made(out)
            and all(path.stat().st_mode & stat.S_IROTH for _, path in _below(out, folders=True))
            and all(_hash(work(root) / name) == hash_ for name, hash_ in told["kept"].items())
        )
        return tuple(map(str, told["said"])) if same else None
    except (
        OSError,
        Linked,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
    ):  # not there, damaged, or of another version
        return None


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    """Every file that a site of this project is made of: content, the project's own templates, and all that is ours."""
    own = overlay.own(root)
    ours = [resources.PACKAGE, resources.TEMPLATES, resources.HOME / "macros", resources.SETTINGS]
    lock = resources.HOME / "requirements.lock"
    for number, top in enumerate((*resources.content_of(root), *([own] if own else []), *ours, lock)):
        yield from ((f"{number}/{top.name}/{name}", path) for name, path in _below(top))


def _times(root: Path) -> str:
    times = hashlib.sha256()
    for name, path in _files(root):
        times.update(f"{name}\0{path.stat().st_mtime_ns}\n".encode())
    return times.hexdigest()


def _below(top: Path, *, folders: bool = False) -> Iterator[tuple[str, Path]]:
    """Every file below `top` in order, with the way to it; `top` itself where it is one. Raises `OSError` or `Linked`."""
    if top.is_file():
        yield "", top
        return
    for place, inner, names in os.walk(top, onerror=_refused):
        inner[:] = sorted(set(inner) - CACHES)
        for name in (*inner, *sorted(names)):
            path = Path(place, name)
            if path.is_symlink():
                raise Linked(path)
            if folders or name not in inner:
                yield path.relative_to(top).as_posix(), path


def _refused(error: OSError) -> None:
    """What is not there has no files; what cannot be read is told."""
    if not isinstance(error, FileNotFoundError):
        raise error


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _packages() -> list[str]:
    """The packages that Python finds here, each with its version."""
    places = [Path(place) for place in sys.path if Path(place).is_dir()]
    return sorted(path.name for place in places for path in place.glob("*.dist-info"))


def _libraries() -> dict[str, list[int] | str]:
    """What was loaded of others to make a site: each module of Python and, where the system tells, each of its libraries.

    Elsewhere those that we know of are asked for their version, which takes longer.
    """
    modules = {str(module.__file__) for module in list(sys.modules.values()) if getattr(module, "__file__", None)}
    maps = MAPS.read_text(encoding="utf-8").splitlines() if MAPS.exists() else []
    system = {name for line in maps for name in line.split(maxsplit=5)[5:] if ".so" in name}
    theirs = {name for name in modules | system if Path(name).is_file()}
    ours = {name for name in theirs if name.startswith(str(resources.PACKAGE))}
    return {name: _seen(name) for name in sorted(theirs - ours if maps else {"", *theirs} - ours)}


def _seen(name: str) -> list[int] | str:
    """How a file of elsewhere looks now; without a name, how the libraries say that they are."""
    if not name:
        from handboek import cache_keys  # noqa: PLC0415

        return cache_keys.digest((), cache_keys.LIBRARIES)
    there = Path(name).stat()
    return [there.st_size, there.st_mtime_ns]
