"""The small method in a browser: readers with a device of their own, each with any number of tabs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from conftest import refuse

CALM = ("Failed to load resource", "net::ERR_")
"""What a browser says when a server is gone: no fault of a page."""


@contextmanager
def reader(browser: Any, *, refused: tuple[str, ...] = (), script: str = "", **options: Any) -> Iterator[Any]:
    """A new reader's device. What goes wrong on any of its pages fails the test; each asks nothing of another site."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900}, **options)
    problems: list[str] = []

    def watch(page: Any) -> None:
        page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda said: (
                problems.append(f"{page.url}: {said.text}")
                if said.type == "error" and not said.text.startswith(CALM)
                else None
            ),
        )

    for name in refused:
        refuse(context, name)
    if script:
        context.add_init_script(script)
    context.on("page", watch)
    yield context
    context.close()
    assert problems == [], problems
