"""Whatever is printed can be printed, and work is handed out to processes that answer once."""

from __future__ import annotations

import io
import sys

import pytest

from handboek.sheets import workers
from handboek.system import console


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ("é", "e"),
        ("→", "->"),
        ("…", "..."),
        ("“", '"'),
        ("’", "'"),
        ("日", "?"),
        ("\u0301", ""),
        ("€", "EUR"),
        ("ﬁ", "fi"),
    ],
)
def test_a_sign_that_an_output_lacks_is_printed_as_near_as_it_comes(sign: str, shown: str):
    console.ready()
    assert f"a{sign}b".encode("ascii", console.READABLE) == f"a{shown}b".encode()


def test_what_is_no_text_to_print_is_an_error_still():
    console.ready()
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", console.READABLE)


def test_each_stream_can_be_printed_to_and_for_programs_it_is_utf_8(monkeypatch: pytest.MonkeyPatch):
    narrow = {name: io.TextIOWrapper(io.BytesIO(), encoding="ascii") for name in ("stdin", "stdout", "stderr")}
    for name, stream in narrow.items():
        monkeypatch.setattr(sys, name, stream)
    console.ready()
    assert narrow["stdout"].errors == narrow["stderr"].errors == console.READABLE
    assert narrow["stdin"].errors == "surrogateescape"
    print("één", end="", flush=True)
    assert narrow["stdout"].buffer.getvalue() == b"een"  # type: ignore[attr-defined]
    console.for_programs()
    print("één", end="", flush=True)
    assert narrow["stdout"].buffer.getvalue() == "eenéén".encode()  # type: ignore[attr-defined]


def _half(number: int) -> float:
    if number < 0:
        raise ValueError("minder dan niets")
    return number / 2


@pytest.mark.parametrize("count", [1, 2, 5])
def test_each_task_has_one_answer(count: int):
    answers = list(workers.each(_half, [4, -1, 10], count))
    assert sorted(number for number, _ in answers) == [0, 1, 2]
    told = dict(answers)
    assert (told[0], told[2]) == (2, 5)
    assert isinstance(told[1], ValueError)
    assert list(workers.each(_half, [], count)) == []
