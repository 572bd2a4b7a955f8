"""What somebody is asked to choose, and what they may answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from handboek.authoring import prompts

KINDS = [("les", "een les"), ("stap", "een stap"), ("rol", "rol")]


def typing(monkeypatch: pytest.MonkeyPatch, *answers: str) -> Iterator[str]:
    """What is typed, line by line; gives what was asked."""
    asked: list[str] = []
    left = iter(answers)

    def line(question: str) -> str:
        asked.append(question)
        return next(left)

    monkeypatch.setattr("builtins.input", line)
    return iter(asked)


def test_choices_are_counted_from_one_and_chosen_by_number_or_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    typing(monkeypatch, "1 3", "stap")
    assert prompts.several("Wat", KINDS) == ["les", "rol"]
    assert capsys.readouterr().out == "    1  een les  (les)\n    2  een stap  (stap)\n    3  rol\n"
    assert prompts.one("Wat", KINDS) == "stap"


@pytest.mark.parametrize(
    ("limits", "typed", "said"),
    [
        ({"least": 1, "most": 1}, "1 2", "Kies er precies 1."),
        ({"least": 2}, "1", "Kies er minstens 2."),
        ({"most": 2}, "1 2 3", "Kies er hoogstens 2."),
        ({}, "4", "Dit staat niet in de lijst: 4."),
        ({}, "0", "Dit staat niet in de lijst: 0."),
    ],
)
def test_what_cannot_be_chosen_is_said_and_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], limits: dict[str, int], typed: str, said: str
):
    typing(monkeypatch, typed, "1" if limits.get("most") == 1 else "1 2")
    assert prompts.several("Wat", KINDS, **limits)
    assert f"  {said}\n" in capsys.readouterr().out


def test_the_same_twice_counts_once(monkeypatch: pytest.MonkeyPatch):
    typing(monkeypatch, "les, 1")
    assert prompts.several("Wat", KINDS) == ["les"]


@pytest.mark.parametrize(("least", "how"), [(0, "; Enter voor geen"), (1, "")])
def test_whether_nothing_is_an_answer_is_said(monkeypatch: pytest.MonkeyPatch, least: int, how: str):
    asked = typing(monkeypatch, "1")
    prompts.several("Wat", KINDS, least=least)
    assert next(asked).startswith(f"Wat (nummers met een spatie ertussen{how})")


def test_nothing_to_choose_from_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    typing(monkeypatch)
    with pytest.raises(prompts.Stopped):
        prompts.several("Wat", [], least=1)
    assert "Er is nog niets om uit te kiezen" in capsys.readouterr().out
