"""Lighthouse over a page of each main kind, from a server that compresses as hosts do: `make lighthouse`.

Needs npm, and Chromium under CHROME_PATH or `chromium`; it is no part of the tests.
"""

from __future__ import annotations

import gzip
import http.server
import json
import mimetypes
import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

LIGHTHOUSE = "lighthouse@13.5.0"
PAGES = ("", "fasen/opbouwen/", "gesprekken/open-agenda/", "werkbladen/toezeggingen/")
PACKED = (".woff2", ".png", ".pdf")


class Host(http.server.BaseHTTPRequestHandler):
    """Serves the built site compressed, with a long life for what is no page."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, site: Path) -> None:
        self.site = site
        super().__init__(*args)  # type: ignore[arg-type]

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        path = self.site / self.path.split("?")[0].lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", mimetypes.guess_type(path.name)[0] or "application/octet-stream")
        if path.suffix not in PACKED:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        if path.suffix != ".html":
            self.send_header("Cache-Control", "max-age=31536000")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def look(address: str) -> dict[str, float]:
    """The scores of one page, in hundredths, by category."""
    told = subprocess.run(
        ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"],
        capture_output=True,
        check=True,
        env={"CHROME_PATH": shutil.which("chromium") or "", **os.environ},
    )
    return {name: 100 * part["score"] for name, part in json.loads(told.stdout)["categories"].items()}


def main(site: Path) -> None:
    """Print a line a page."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, site=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for page in PAGES:
        scores = look(f"http://127.0.0.1:{server.server_port}/{page}")
        print(f"{page or 'home':28}", *(f"{name} {score:.0f}" for name, score in scores.items()))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
