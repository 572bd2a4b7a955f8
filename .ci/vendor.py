"""Renew what others made and we keep: `make vendor`. Needs npm; the list is `.ci/vendor.toml`.

A package whose newest version differs, or that the list names and that is not here, is fetched; its files are replaced,
and the list and THIRD_PARTY.md say so. Look at `git diff` and at its licence, run `make test`, and commit. Without `--fetch`
only THIRD_PARTY.md is written.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parent.parent
LIST = ROOT / ".ci" / "vendor.toml"
TABLE = ROOT / "THIRD_PARTY.md"

HEAD = """# What others made

Scripts and fonts that are kept in this repository as they were published on npm. `.ci/vendor.toml` lists them and
`make vendor` renews them and writes this page. Everything else comes from `requirements.lock`.

| file | what | version | licence | SHA-256 |
| --- | --- | --- | --- | --- |
"""
FOOT = """
The texts of the licences stand beside the files, in `overrides/site/assets/vendor/` and `overrides/fonts/`.
"""

Package = dict[str, Any]


def packages() -> list[Package]:
    """The packages of the list, each with its files by their path."""
    found: list[Package] = tomllib.loads(LIST.read_text(encoding="utf-8"))["package"]
    return found


def sha256(path: Path) -> str:
    """The hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def table() -> str:
    """THIRD_PARTY.md as it must be."""
    rows = [
        f"| `{name}` | {package['what']}, npm `{package['name']}` | {package['version']} | {package['licence']} | `{file['sha256']}` |"
        for package in packages()
        for name, file in package["files"].items()
        if "LICENSE" not in name
    ]
    return HEAD + "\n".join(rows) + "\n" + FOOT


def fetch(package: Package, version: str, folder: Path) -> None:
    """Put the files of a version in the place of ours."""
    packed = npm("pack", "--silent", f"{package['name']}@{version}", "--pack-destination", str(folder))
    with tarfile.open(folder / packed.splitlines()[-1]) as archive:
        archive.extractall(folder, filter="data")
    for name, file in package["files"].items():
        if "from" in file:
            content = (folder / "package" / file["from"]).read_bytes()
            (ROOT / name).parent.mkdir(exist_ok=True)
            (ROOT / name).write_bytes(file.get("before", "").encode() + content + file.get("after", "").encode())
        if "only" in file:
            lessen(ROOT / name, file["only"])
    for name, file in package["files"].items():
        if "join" in file:
            join(
                [(ROOT / name).parent / f"{package['name'].rpartition('/')[2]}-{part}.woff2" for part in file["join"]],
                ROOT / name,
            )


def lessen(font: Path, ranges: str) -> None:
    """Leave of a font of pages what nobody reads here."""
    options = subset.Options(flavor="woff2", layout_features=["*"], hinting=False, recalc_timestamp=False)
    left = subset.Subsetter(options)
    left.populate(unicodes=subset.parse_unicodes(ranges.replace("U+", "")))
    whole = subset.load_font(str(font), options)
    left.subset(whole)
    subset.save_font(whole, str(font), options)


def join(parts: list[Path], target: Path) -> None:
    """Put the subsets of a font together as one TTF, or one alone: paper needs all its letters, and reads TTF faster."""
    with tempfile.TemporaryDirectory() as folder:
        plain = []
        for part in parts:
            font = TTFont(part, recalcTimestamp=False)
            font.flavor = None
            plain.append(str(Path(folder) / f"{part.stem}.ttf"))
            font.save(plain[-1])
        whole = Merger().merge(plain) if len(plain) > 1 else TTFont(plain[0])
        whole.recalcTimestamp = False
        for field in ("created", "modified"):  # the same parts give the same bytes
            setattr(whole["head"], field, getattr(TTFont(parts[0])["head"], field))
        whole.save(target)


def npm(*words: str) -> str:
    """What npm answers."""
    return subprocess.run(["npm", *words], capture_output=True, text=True, check=True).stdout.strip()


def main() -> None:
    """Renew what has a newer version; write the hashes and the table."""
    text = LIST.read_text(encoding="utf-8")
    for package in packages():
        newest = npm("view", package["name"], "version") if "--fetch" in sys.argv else package["version"]
        here = all((ROOT / name).is_file() for name in package["files"])
        if "--fetch" in sys.argv and (newest != package["version"] or not here):
            print(f"{package['name']} {package['version'] if here else ''} -> {newest}")
            with tempfile.TemporaryDirectory() as folder:
                fetch(package, newest, Path(folder))
            text = re.sub(rf'(name = "{re.escape(package["name"])}"\nversion = )"[^"]*"', rf'\1"{newest}"', text)
        for name in package["files"]:
            text = re.sub(rf'("{re.escape(name)}" = .*sha256 = )"[^"]*"', rf'\1"{sha256(ROOT / name)}"', text)
    LIST.write_text(text, encoding="utf-8")
    TABLE.write_text(table(), encoding="utf-8")


if __name__ == "__main__":
    main()
