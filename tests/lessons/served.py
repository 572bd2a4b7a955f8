"""A method that is built and shown in a browser, for the tests of lessons."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which this folder can be visited."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@contextmanager
def visited(browser: Any, address: str, **settings: Any) -> Iterator[Any]:
    """A page in a fresh browser, with what went wrong in `problems`; nothing may be asked of another site."""
    context = browser.new_context(locale="nl-NL", **settings)
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
    page.on("dialog", lambda dialog: (page.problems.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def asked(request: Any) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            page.problems.append(request.url)

    page.on("request", asked)
    yield page
    context.close()
