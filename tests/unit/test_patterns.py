"""No pattern takes more than twice as long for a text that is twice as long.

Every pattern of the code is found by itself, and tried on texts made for it: what it is made of, a thousand times over.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import handboek
from handboek.limits import RUN, beyond

SIGNS = " \n\ta1A-.:_*#`<>[](){}\"'=/@|,;é\u00a0~!?0"
"""What is tried where a set of signs may stand."""
PIECES = (
    "<a>",
    "<a ",
    "<!--",
    "[",
    "](",
    "![",
    "{",
    "{{",
    "`",
    "**",
    "_a ",
    "\n\n",
    "- ",
    "1. ",
    "a.b",
    "a'",
    "a-",
    "1-",
)
MOST = 250
"""About so many texts a pattern."""
LENGTHS = (24, 96, 384, 1_536, 6_144)
"""How long the texts are, the shorter first: a pattern that is much worse shows it there already."""
CALLS = {"match", "search", "sub", "subn", "findall", "finditer", "fullmatch", "split"}


def inside(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns in a value, also in a tuple or table of them."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif depth < 3 and isinstance(value, (tuple, list, set, frozenset)):
        for one in value:
            yield from inside(one, depth + 1)
    elif depth < 3 and isinstance(value, dict):
        yield from inside((*value.keys(), *value.values()), depth + 1)


def typed(path: Path) -> Iterator[re.Pattern[str]]:
    """The patterns that stand as a text in a call, such as `re.sub("a+", ...)`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr in CALLS and ast.unparse(called.value) == "re":
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield re.compile(first.value, re.MULTILINE if "MULTILINE" in ast.unparse(node) else 0)


@cache
def patterns() -> dict[re.Pattern[str], str]:
    """Every pattern of the code, with where it stands."""
    found: dict[re.Pattern[str], str] = {}
    for _, name, _ in pkgutil.walk_packages(handboek.__path__, "handboek."):
        module = importlib.import_module(name)
        for attribute, value in vars(module).items():
            for one in inside(value):
                found.setdefault(one, f"{name}.{attribute}")
        for one in typed(Path(str(module.__file__))):
            found.setdefault(one, f"{name}: {one.pattern}")
    return found


def sample(nodes: Any) -> str:
    """The shortest text that fits, about."""
    parts = []
    for kind, value in nodes:
        if kind is c.LITERAL:
            parts.append(chr(value))
        elif kind is c.NOT_LITERAL:
            parts.append("a" if value != ord("a") else "b")
        elif kind is c.ANY:
            parts.append("a")
        elif kind is c.IN:
            parts.append(fitting(value)[:1])
        elif kind is c.BRANCH:
            parts.append(sample(value[1][0]))
        elif kind is c.SUBPATTERN:
            parts.append(sample(value[3]))
        elif kind is c.ATOMIC_GROUP:
            parts.append(sample(value))
        elif kind in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            parts.append(sample(value[2]) * min(value[0], 3))
        elif kind is c.ASSERT and value[0] < 0:
            parts.append(sample(value[1]))
    return "".join(parts)


def fitting(set_: Any) -> str:
    """The signs, of those that are tried, that stand in a set."""
    wanted = re.compile(_set(set_))
    found = "".join(sign for sign in SIGNS if wanted.fullmatch(sign))
    ranges = [chr(value if kind is c.LITERAL else value[0]) for kind, value in set_ if kind in (c.LITERAL, c.RANGE)]
    return found or "".join(ranges[:1]) or "a"


def _set(set_: Any) -> str:
    parts = []
    for kind, value in set_:
        if kind is c.NEGATE:
            parts.insert(0, "^")
        elif kind is c.LITERAL:
            parts.append(re.escape(chr(value)))
        elif kind is c.RANGE:
            parts.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        elif kind is c.CATEGORY:
            parts.append({"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}.get(str(value).split("_")[-1], ""))
            if "NOT" in str(value):
                parts[-1] = parts[-1].upper()
    return f"[{''.join(parts)}]"


def pumps(nodes: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Each part that may be repeated without end: what stands before it, and what to repeat."""
    for kind, value in nodes:
        if kind in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            _, high, body = value
            if high is c.MAXREPEAT or high > 50:
                of = fitting(body[0][1]) if len(body) == 1 and body[0][0] is c.IN else sample(body)
                for unit in of[:6] if len(body) == 1 and body[0][0] is c.IN else [of or "a"]:
                    yield before, unit
            yield from pumps(body, before)
        elif kind is c.BRANCH:
            for one in value[1]:
                yield from pumps(one, before)
                yield before + sample(one), "a"
        elif kind is c.SUBPATTERN:
            yield from pumps(value[3], before)
        elif kind is c.ATOMIC_GROUP:
            yield from pumps(value, before)
        elif kind in (c.ASSERT, c.ASSERT_NOT):
            yield from pumps(value[1], before)
        before += sample([(kind, value)])


def texts(pattern: re.Pattern[str]) -> list[tuple[str, str, str]]:
    """Texts that may cost a pattern much: what they begin with, what is repeated, and how they end."""
    found = {("", piece, "") for piece in (*PIECES, *SIGNS)}
    for before, unit in set(pumps(_parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))):
        found |= {(before, unit, "\x01"), ("", before + unit, ""), ("", before + unit * 3 + "\x01", "")}
        found |= {("", unit, "\x01"), ("", before or unit, ""), (before, " ", "\x01"), (before, "\n", "\x01")}
        found |= {(before, before, "\x01"), (before, unit + " ", "\x01"), (before, unit + "\n", "\x01")}
    made_of = sorted(one for one in found if one[1])
    return made_of[:: max(1, len(made_of) // MOST)]


def made(text: tuple[str, str, str], length: int) -> str:
    before, unit, after = text
    return before + unit * (length // len(unit)) + after


def cost(run: Callable[[str], object], text: str, times: int = 1) -> float:
    """The least time of the processor, of several."""
    spent = []
    for _ in range(times):
        start = time.thread_time()
        run(text)
        spent.append(time.thread_time() - start)
    return min(spent)


STEPS = 4
"""How many times longer each next text is."""
WORSE = 8
"""A text that is four times as long takes four times as long, or sixteen times when a pattern grows as a square."""


def grows(run: Callable[[str], object], text: tuple[str, str, str]) -> bool:
    """Whether the time grows faster than the text: said only when it does so again and again, on a busy machine too."""
    before = 1e-6
    for length in LENGTHS:
        spent = cost(run, made(text, length))
        if spent > 0.0005 and spent > WORSE * before and all(_again(run, text, length) for _ in range(8)):
            return True
        before = max(spent, 1e-6)
    return False


def _again(run: Callable[[str], object], text: tuple[str, str, str], length: int) -> bool:
    """Measured again: the longer text at its best beside the shorter one at its best."""
    long, short = cost(run, made(text, length), 3), cost(run, made(text, length // STEPS), 3)
    return long > 0.0005 and long > WORSE * max(short, 1e-6)


def every(pattern: re.Pattern[str]) -> Callable[[str], object]:
    return lambda text: (pattern.match(text), pattern.fullmatch(text), sum(1 for _ in pattern.finditer(text)))


def test_the_patterns_are_found():
    names = set(patterns().values())
    assert {"handboek.yaml_errors.QUOTE", "handboek.render.running_text.TOKEN", "handboek.sheets.pdf.SAID"} <= names
    assert len(names) > 80


@pytest.mark.parametrize("cost", [r"\s+x", r"<a[^>]*>", r"(?:a|b)+c", r"a*a*b", r"x.*?y", r"[a-z]+@"])
def test_a_pattern_that_is_worse_is_seen(cost: str):
    pattern = re.compile(cost)
    assert any(grows(every(pattern), text) for text in texts(pattern))


@contextmanager
def bounded(seconds: int) -> Iterator[None]:
    """What takes more of the processor's time than this is stopped, also inside a pattern: it fails, and never hangs."""

    def stop(*_: object) -> None:
        raise AssertionError(f"more than {seconds} s")

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def test_a_pattern_that_never_ends_fails():
    with pytest.raises(AssertionError, match="more than 1 s"), bounded(1):
        re.compile(r"(?:\[ *x? *){30}").search("[   " * 29 + "!")


@pytest.mark.parametrize(("pattern", "name"), patterns().items(), ids=patterns().values())
def test_no_pattern_is_worse_than_linear(pattern: re.Pattern[str], name: str):
    with bounded(60):
        assert next((text for text in texts(pattern) if grows(every(pattern), text)), None) is None, name


def test_openings_with_spaces_between_them_are_looked_through_at_once():
    with bounded(5):
        assert beyond("[   " * (RUN - 1) + "!") is None
        assert beyond("[   " * RUN) is not None
