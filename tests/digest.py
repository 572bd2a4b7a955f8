"""What a built site is, as one hash: to the byte, or as far as another distribution must agree.

    python tests/digest.py site           every file to the byte
    python tests/digest.py --text site    pages and data to the byte, of each PDF its words, page by page

Fonts and libraries of another distribution may draw a PDF in other bytes; what it says stays the same.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

SIZE = re.compile(rb"[0-9]+(?:,[0-9]+)? [kM]B")
"""How pages tell the size of a PDF."""
MADE_OF_PDFS = {"handboek.json", "onderweg.json", "sw.js"}
"""Files that tell the size or the hash of PDFs."""


def files(site: Path) -> dict[str, str]:
    """The hash of every file, by its name; a folder that is empty is named too."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "map"
        for path in sorted(site.rglob("*"))
    }


def texts(site: Path) -> dict[str, str]:
    """The same without what differs between distributions: PDFs as text, and no pictures."""
    return dict(_texts(site))


def _texts(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".pdf":
            yield name, hashlib.sha256(_words(path)).hexdigest()
        elif path.is_file() and path.suffix not in (".png", ".gz") and name not in MADE_OF_PDFS:
            content = path.read_bytes()
            yield name, hashlib.sha256(SIZE.sub(b"", content) if path.suffix == ".html" else content).hexdigest()


def _words(pdf: Path) -> bytes:
    """The words of a PDF, with a form feed behind each page; spaces are the reader's guess."""
    told = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True).stdout
    return b"\f".join(b" ".join(page.split()) for page in told.split(b"\f"))


def digest(hashes: dict[str, str]) -> str:
    """One hash of all."""
    return hashlib.sha256("".join(f"{name}\0{hash_}\n" for name, hash_ in hashes.items()).encode()).hexdigest()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--text", action="store_true")
    parser.add_argument("--files", action="store_true", help="one line a file, to see where two sites differ")
    options = parser.parse_args()
    hashes = texts(options.site) if options.text else files(options.site)
    if options.files:
        print("\n".join(f"{hash_}  {name}" for name, hash_ in hashes.items()))
    print(digest(hashes))
