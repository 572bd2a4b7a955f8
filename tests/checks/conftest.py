import pytest


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """The tests stand still on 24 November 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795521600")
