"""Where the pieces of an old base stand in a new one: a piece may have another name, and a phase another number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from handboek.load import Documents, kind_of, slug_of
from handboek.model.kind import Kind
from handboek.model.kinds import BY_TYPE

REDIRECTS = BY_TYPE["redirect"].files
FOLDERS = [kind for kind in BY_TYPE.values() if kind.by_folder]
"""Kinds of which each piece has a folder of its own, with others in it."""


def addresses(documents: Documents) -> dict[str, str]:
    """The address of each piece that has a file to itself, without its last slash, and the path of that file."""
    found = {}
    for path in documents:
        kind = kind_of(path)
        if kind and not kind.many and not kind.slug_from:
            found[address(kind, path)] = path
    return found


def address(kind: Kind, path: str) -> str:
    """The address of the piece in a file, without its last slash."""
    above = ""
    if kind.within:
        outer = BY_TYPE[kind.within]
        *folders, file = PurePosixPath(outer.files).parts
        above = slug_of(outer, "/".join((*PurePosixPath(path).parts[: len(folders)], file)))
    return kind.address(slug_of(kind, path), above).strip("/")


def moved_addresses(old: Documents, new: Documents) -> dict[str, str]:
    """Where the pieces that no longer stand at their address do now, as the redirects of the new base say; chains are followed."""
    steps = dict(_redirects(new))
    there, here = addresses(old), addresses(new)
    found = {}
    for one in there:
        now, seen = one, {one}
        while now not in here and now in steps and steps[now] not in seen:
            now = steps[now]
            seen.add(now)
        if one not in here and now in here:
            found[one] = now
    return found


def moved(old: Documents, new: Documents) -> dict[str, str]:
    """Every address that the new base redirects and the old one did not, of parts of pages too, with where it ends."""
    before, steps = dict(_redirects(old)), dict(_redirects(new))
    found = {}
    for one in steps.keys() - before.keys():
        now, seen = steps[one], {one}
        while now in steps and now not in seen:
            seen.add(now)
            now = steps[now]
        found[one] = now
    return dict(sorted(found.items()))


def _redirects(documents: Documents) -> Iterator[tuple[str, str]]:
    document = documents.get(REDIRECTS)
    rows = document.data.get("redirects") if document else None
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and isinstance(row.get("from"), str) and isinstance(row.get("to"), str):
            yield row["from"].strip("/"), row["to"].strip("/")


def moved_paths(old: Documents, new: Documents) -> dict[str, str]:
    """The files of the old base that have another path in the new one, each with that path; what is gone lacks."""
    there, here = addresses(old), addresses(new)
    moves = moved_addresses(old, new)
    by_path = {path: one for one, path in there.items()}
    folders = _folders(by_path, here, moves)
    texts = {document.text: path for path, document in new.items() if document.text and path not in old}
    found = {}
    for path, document in old.items():
        if path in new:
            continue
        one = by_path.get(path, "")
        now = here.get(moves.get(one, one)) if one else None
        now = now or within(path, folders)
        now = now if now in new else texts.get(document.text)
        if now and now != path:
            found[path] = now
    return found


def _folders(by_path: Mapping[str, str], here: Mapping[str, str], moves: Mapping[str, str]) -> dict[str, str]:
    """The folders of pieces that have one, old and new."""
    found = {}
    for path, one in by_path.items():
        kind = kind_of(path)
        now = here.get(moves.get(one, one))
        if kind in FOLDERS and now and now != path:
            found[str(PurePosixPath(path).parent)] = str(PurePosixPath(now).parent)
    return found


def moved_folders(old: Documents, new: Documents) -> dict[str, str]:
    """The folders of pieces that have one, where they have another name now."""
    there = {path: one for one, path in addresses(old).items()}
    return _folders(there, addresses(new), moved_addresses(old, new))


def within(path: str, folders: Mapping[str, str]) -> str:
    """The path of a file in a folder that moved; the path itself where none did."""
    for old, new in folders.items():
        if path.startswith(f"{old}/"):
            return new + path.removeprefix(old)
    return path
