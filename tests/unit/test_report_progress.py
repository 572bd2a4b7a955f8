"""Where no bar can be drawn, who waits hears now and then how far it is."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from handboek import report


def test_without_a_terminal_a_line_comes_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    clock = iter([0.0, 1.0, 16.0, 16.0, 17.0])
    monkeypatch.setattr(report, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    with report.progress("Bladen", 3) as step:
        for title in ("een", "twee", "drie"):
            step(title)
    assert capsys.readouterr().err == "Bladen: 2 van 3. twee\n"
