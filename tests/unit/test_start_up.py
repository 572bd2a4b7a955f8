"""What is said where the command cannot start: each is one sentence in Dutch, and an exit code."""

from __future__ import annotations

from importlib import metadata

import pytest

from handboek import __main__ as start


@pytest.mark.parametrize(
    ("why", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "\nGestopt.\n"),
        (MemoryError(), 1, f"{start.FULL}\n"),
        (SystemError(), 1, f"{start.FULL}\n"),
        (ImportError("x.so: failed to map segment from shared object"), 1, f"{start.FULL}\n"),
        (ImportError("DLL load failed: The Paging File is too small"), 1, f"{start.FULL}\n"),
        (ImportError("No module named 'yaml'", name="yaml"), 1, f"{start.MISSING} (No module named 'yaml')\n"),
    ],
)
def test_what_stops_it_is_said(
    why: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def run() -> int:
        raise why

    monkeypatch.setattr(start, "_run", run)
    assert start.main() == code
    assert capsys.readouterr().err == said


def test_what_a_command_needs_more_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def run() -> int:
        raise ImportError(name="mkdocs_macros.plugin")

    monkeypatch.setattr(start, "_run", run)
    rows = ["pyyaml>=6", 'mkdocs<2; extra == "site"', 'theme ; extra == "site"', 'boekbinder; extra == "print"']
    monkeypatch.setattr(metadata, "requires", lambda _: rows)
    assert start.main() == 1
    assert capsys.readouterr().err.endswith('Typ: python -m pip install "mkdocs<2" "theme"\n')
    monkeypatch.setattr(metadata, "requires", lambda _: None)  # run from a folder that was never installed
    assert start.main() == 1
    assert "Deze opdracht heeft meer nodig" in capsys.readouterr().err
