"""The check takes twice as long for a text with twice as many faults, whichever they are."""

from __future__ import annotations

import time

import pytest
from fragments import klein

from handboek import checks
from handboek.handbook import assemble
from handboek.load import with_file

PAGE = "docs/over-deze-methode.md"
FAULTS = (
    *("<a> ", "<b>x</b> ", "[a](b) ", "[a](javascript:x) ", "[a.nl](https://b.nl) ", "**a ", "*a_ ", "x\u200b "),
    *("bewоn ", "• a\n\n", "[x]: y\n\n", "[x{}]: y\n\n[x{}]\n\n", "[x]: y\n[x] ", "TODO ", "{{{{ x }}}} ", "`{} "),
    *(
        "<!-- toegestaan html: x -->\n",
        "![](x) ",
        "&shy; ",
        "~~a~~ ",
        "[^1] ",
        "1. a\n\nb\n\n",
        "> a\n\n",
        "a\n---\n\n",
    ),
    *("<https://a.nl> ", "[tel 12](tel:13) ", "| a | b |\n", "#a\n\n", "f*c s*t "),
)


def cost(fault: str, times: int) -> float:
    """What the check of a page with so many of this fault takes; the least of two."""
    documents = klein()
    body = "".join(fault.format(number, number) for number in range(times))
    spent = []
    for _ in range(2):
        book = assemble(with_file(documents, PAGE, f"{documents[PAGE].text}\n\n{body}".encode()))
        start = time.thread_time()
        checks.run(book, language=True)
        spent.append(time.thread_time() - start)
    return min(spent)


@pytest.mark.parametrize("fault", FAULTS)
def test_twice_as_many_faults_take_twice_as_long(fault: str):
    def ratio() -> float:
        idle = cost(fault, 0)
        return (cost(fault, 800) - idle) / max(cost(fault, 400) - idle, 1e-4)

    assert any(ratio() < 3 for _ in range(4))
