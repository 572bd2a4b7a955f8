"""The preview makes a PDF when a browser asks for it, with the picture of its first page."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import pytest

from handboek import store
from handboek.adapter.preview import on_demand
from handboek.project import Project
from handboek.sheets.pdf import SheetError

Answer = tuple[str, dict[str, str], bytes]


@pytest.fixture
def ask(project: Project, monkeypatch: pytest.MonkeyPatch) -> Any:
    """What the preview answers to a path, where only `werkbladen/lijstje.pdf` can be made."""
    made = SimpleNamespace(wrong=False, forgot=0)

    def render(thing: str, renderer: str, of: Project) -> tuple[Any, bytes]:
        assert (thing, renderer, of, made.forgot) == ("lijstje", "renderer", project, 1)
        if made.wrong:
            raise SheetError("te vol")
        return SimpleNamespace(content=b"%PDF-1"), b"\x89PNG"

    def forget() -> None:
        made.forgot += 1

    def rest(environ: Any, start: Any) -> Iterable[bytes]:
        start("404 Not Found", [])
        return [b"iets anders"]

    monkeypatch.setattr(store, "find", lambda _, path: "lijstje" if path == "werkbladen/lijstje.pdf" else None)
    monkeypatch.setattr(store, "get_or_render", render)
    monkeypatch.setattr(store, "clear_caches", forget)
    site: Any = SimpleNamespace(project=project, renderer="renderer")

    def asked(path: str, *, wrong: bool = False) -> Answer:
        made.wrong, made.forgot = wrong, 0
        head: list[Any] = []
        app: Any = on_demand(rest, lambda: site, "/handboek/")
        body = b"".join(app({"PATH_INFO": path}, lambda *said: head.extend(said)))
        return head[0], dict(head[1]), body

    return asked


@pytest.mark.parametrize(
    ("suffix", "type_", "content"), [("pdf", "application/pdf", b"%PDF-1"), ("png", "image/png", b"\x89PNG")]
)
def test_a_sheet_is_made_when_it_is_asked_for(ask: Any, suffix: str, type_: str, content: bytes):
    status, headers, body = ask(f"/handboek/werkbladen/lijstje.{suffix}")
    assert (status, body) == ("200 OK", content)
    assert headers == {"Content-Type": type_, "Cache-Control": "no-store", "Content-Length": str(len(content))}


@pytest.mark.parametrize("path", ["/handboek/", "/handboek/werkbladen/weg.pdf", "/handboek/werkbladen/lijstje.txt"])
def test_all_else_is_for_the_site(ask: Any, path: str):
    assert ask(path) == ("404 Not Found", {}, b"iets anders")


def test_a_sheet_that_cannot_be_made_says_why(ask: Any):
    status, headers, body = ask("/handboek/werkbladen/lijstje.pdf", wrong=True)
    assert status.startswith("500")
    assert headers["Content-Type"] == "text/plain; charset=utf-8"
    assert body == b"Dit blad is niet gelukt: te vol"
