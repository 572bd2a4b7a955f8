"""Where a base comes from: a folder, a release as an archive, or what the installed generator carries.

An archive may come from anybody: nothing of it is unpacked but the readable files of a method, each to a place that we
choose, and never more of them than a method has.
"""

from __future__ import annotations

import io
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from handboek import formats, resources
from handboek.load import Documents, read
from handboek.resources import FOLDERS
from handboek.system.arguments import WrongUse

MOST, LARGEST, WHOLE, PACKED = 5_000, 2_000_000, 60_000_000, 60_000_000
"""The most files, the most bytes of one and of all, and the most bytes of the archive itself."""
ROUGHLY = 10
"""How many times as much may lie beside the content of a method: templates, code, tests."""
WRONG = "Uit {} kan geen basis worden gehaald: {}. Er is niets veranderd."


@dataclass(frozen=True)
class Source:
    """The content of a method that can be a base."""

    files: dict[str, bytes]
    """Every file in its content folders, by its path."""
    name: str
    release: str
    url: str
    documents: Documents


@contextmanager
def opened(given: str) -> Iterator[Source]:
    """The base in a folder or archive, or else what the generator carries. Raises `WrongUse` for what is none."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        files = _files(given)
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        documents = read(folder)
        if newer := formats.newer(documents):
            raise WrongUse(f"{newer.text} {newer.help}")
        method = documents[formats.PATH].data
        said = {name: str(method.get(name) or "") for name in ("name", "release", "url")}
        if not said["name"]:
            raise WrongUse(WRONG.format(_shown(given), f"`{formats.PATH}` zegt niet hoe de methode heet"))
        yield Source(files, said["name"], said["release"] or "onbekend", said["url"], documents)


def _shown(given: str) -> str:
    return f"`{given}`" if given else "de generator zelf"


def _files(given: str) -> dict[str, bytes]:
    """The files of a base, by their path in it."""
    there = Path(given) if given else resources.CONTENT
    if there.is_dir():
        return _of_folder(there, given)
    if not there.is_file():
        raise WrongUse(f"Er is geen map of bestand {given}. Noem een map met een methode, of een uitgave als ZIP.")
    if there.stat().st_size > PACKED:
        raise WrongUse(WRONG.format(_shown(given), f"het is groter dan {PACKED // 1_000_000} MB"))
    content = there.read_bytes()
    try:
        if zipfile.is_zipfile(io.BytesIO(content)):
            return _of_method(_in_zip(content, given), given)
        return _of_method(_in_tar(content, given), given)
    except (
        tarfile.TarError,
        zipfile.BadZipFile,
        EOFError,
        OSError,
        ValueError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise WrongUse(WRONG.format(_shown(given), "het is geen ZIP of tar.gz, of het is stuk")) from error


def _of_folder(there: Path, given: str) -> dict[str, bytes]:
    """The content in a folder; of an edition that of its base."""
    inside = [one for one in (there, there / "basis") if (one / formats.PATH).is_file()]
    if not inside:
        raise WrongUse(WRONG.format(_shown(given), f"er staat geen `{formats.PATH}` in"))
    found: dict[str, bytes] = {}
    for folder in FOLDERS:
        for file in sorted((inside[0] / folder).rglob("*")):
            path = file.relative_to(inside[0]).as_posix()
            if any(one.is_symlink() for one in (file, *file.parents) if one.is_relative_to(inside[0])):
                raise WrongUse(WRONG.format(_shown(given), f"`{path}` is een koppeling"))
            if file.is_file() and _wanted(path):
                _take(found, path, file.stat().st_size, given)
                found[path] = file.read_bytes()
    return found


def _in_zip(content: bytes, given: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if len(archive.infolist()) > ROUGHLY * MOST:
            raise WrongUse(WRONG.format(_shown(given), "er zitten te veel bestanden in"))
        for one in archive.infolist():
            kind = one.external_attr >> 28
            if _skipped(one.filename, one.is_dir(), kind in (0, 0o10), given):
                continue
            _take(found, one.filename, one.file_size, given)
            with archive.open(one) as stream:
                found[one.filename] = _limited(stream.read(LARGEST + 1), one.filename, given)
    return found


def _in_tar(content: bytes, given: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(content), mode="r:gz") as archive:
        size = 0
        for seen, one in enumerate(archive):
            size += one.size
            if seen > ROUGHLY * MOST or size > ROUGHLY * WHOLE:
                raise WrongUse(WRONG.format(_shown(given), "er zit te veel in"))
            if _skipped(one.name, one.isdir(), one.isfile(), given):
                continue
            _take(found, one.name, one.size, given)
            stream = archive.extractfile(one)
            found[one.name] = _limited(stream.read(LARGEST + 1) if stream else b"", one.name, given)
    return found


def _skipped(name: str, folder: bool, plain: bool, given: str) -> bool:
    """Whether a part of an archive is nothing of a method. Raises `WrongUse` for one that no archive of ours holds."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name:
        raise WrongUse(WRONG.format(_shown(given), "er zit een bestand in dat buiten de map wil komen te staan"))
    inside = any(part in FOLDERS for part in path.parts[:-1])
    if inside and not folder and not plain:
        raise WrongUse(WRONG.format(_shown(given), f"`{name}` is een koppeling of iets anders dan een bestand"))
    return folder or not inside or not plain


def _take(found: dict[str, bytes], path: str, size: int, given: str) -> None:
    """Refuse what is more than a method holds, before it is read."""
    if len(found) >= MOST:
        raise WrongUse(WRONG.format(_shown(given), f"er zitten meer dan {MOST} bestanden in"))
    if size > LARGEST:
        raise WrongUse(WRONG.format(_shown(given), f"`{path}` is groter dan {LARGEST // 1_000_000} MB"))
    if sum(map(len, found.values())) + size > WHOLE:
        raise WrongUse(WRONG.format(_shown(given), f"samen is het groter dan {WHOLE // 1_000_000} MB"))
    if path in found:
        raise WrongUse(WRONG.format(_shown(given), f"`{path}` zit er twee keer in"))


def _limited(content: bytes, path: str, given: str) -> bytes:
    """What a part of an archive holds; one that says that it is smaller than it is, is refused as well."""
    if len(content) > LARGEST:
        raise WrongUse(WRONG.format(_shown(given), f"`{path}` is groter dan {LARGEST // 1_000_000} MB"))
    return content


def _of_method(parts: dict[str, bytes], given: str) -> dict[str, bytes]:
    """The files of the one method that lies highest in an archive."""
    tops = sorted(
        (path.count("/"), path.removesuffix(formats.PATH))
        for path in parts
        if path == formats.PATH or path.endswith(f"/{formats.PATH}")
    )
    if not tops:
        raise WrongUse(WRONG.format(_shown(given), f"er zit geen `{formats.PATH}` in"))
    depth, top = tops[0]
    if sum(one == depth for one, _ in tops) > 1:
        raise WrongUse(WRONG.format(_shown(given), "er zit meer dan één methode in. Pak het uit en noem de map"))
    inside = {path.removeprefix(top): content for path, content in parts.items() if path.startswith(top)}
    return {path: content for path, content in inside.items() if path.split("/")[0] in FOLDERS and _wanted(path)}


def _wanted(path: str) -> bool:
    """Whether a file may be content: nothing hidden."""
    return not any(part.startswith(".") for part in path.split("/"))
