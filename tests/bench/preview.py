"""How long somebody who writes waits: from saving a worksheet to its page, and to its PDF, in `handboek serve`.

`whole.py` runs it; by itself: `python tests/bench/preview.py`, in the project's folder.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from grow import grow

import sheets

PORT = 8765
ROUNDS = 3
PATIENCE = 300
"""After so many seconds nothing more will come."""


def fetched(address: str) -> bytes:
    """What the preview gives."""
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        content: bytes = answer.read()
        return content


def until(wanted: Callable[[], bool]) -> float:
    """Seconds until it is so."""
    start = time.perf_counter()
    while not wanted():
        assert time.perf_counter() - start < PATIENCE
        time.sleep(0.02)
    return time.perf_counter() - start


def measured(root: Path, rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Seconds to the page and to the PDF, for each time that somebody saves."""
    address = sheets.changing(root).address
    code = "import sys; from handboek.cli import main; sys.exit(main())"
    server = subprocess.Popen(
        [sys.executable, "-c", code, "serve", "--port", str(PORT)],
        cwd=root, env={**os.environ, "HANDBOEK_URL": "https://handboek.example/"},
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert server.stdout
        next(line for line in server.stdout if "Bekijk de website op" in line)
        page = f"http://127.0.0.1:{PORT}/{address}"
        pdf = f"{page[:-1]}.pdf"
        time.sleep(1)
        fetched(page), fetched(pdf)
        found: dict[str, list[float]] = {"page": [], "PDF": []}
        for number in range(rounds):
            before = fetched(pdf)
            words = f"Nu {number}."
            sheets.change(root, words)
            to_page = until(lambda words=words: words.encode() in fetched(page))  # type: ignore[misc]
            found["page"].append(to_page)
            found["PDF"].append(to_page + until(lambda before=before: fetched(pdf) != before))  # type: ignore[misc]
            time.sleep(1)
        return found
    finally:
        server.kill()
        server.wait()


def main() -> None:
    """Print the medians."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "real"
        root.mkdir()
        grow(Path.cwd(), root, 1)
        for what, seconds in measured(root).items():
            print(
                f"{what}: {statistics.median(seconds):.2f} s after saving ({', '.join(f'{one:.2f}' for one in seconds)})"
            )


if __name__ == "__main__":
    main()
