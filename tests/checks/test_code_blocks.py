"""Where a block of code ends is decided once, for the rule and for what looks for headings."""

from __future__ import annotations

import pytest

from conftest import KLEIN
from handboek import checks
from handboek.handbook import assemble
from handboek.load import read, with_file
from handboek.markdown import closed

LESSON = "docs/lessen/groet-eerst.md"


@pytest.mark.parametrize(
    ("block", "ends"),
    [
        ("```\nx\n```", True),
        ("~~~~\nx\n~~~~~", True),
        ("  ```\n  x\n  ```", True),
        ("> ```\n> x\n> ```", True),
        ("```", False),
        ("```\nx", False),
        ("````\nx\n```", False),
        ("```\nx\n~~~", False),
        ("```\nx\n```python", False),
    ],
)
def test_a_block_ends_in_the_signs_with_which_it_began(block: str, ends: bool):
    markup = block.lstrip("> ").split("\n")[0]
    assert closed(block.split("\n"), markup) is ends


@pytest.mark.parametrize("inside", ["", "\n```python"])
def test_a_block_that_takes_the_headings_along_is_named_at_its_opening(inside: str):
    """Also where something in it looks like the end of a block."""
    documents = read(KLEIN)
    text = documents[LESSON].text
    first = text.index("## ")
    text = f"{text[:first]}{text[first:].replace(chr(10), f'{chr(10)}{chr(10)}```{inside}{chr(10)}', 1)}"
    line = text[: text.index("```")].count("\n") + 1
    found = [one for one in checks.run(assemble(with_file(documents, LESSON, text.encode()))) if one.path == LESSON]
    assert [(one.line, one.code) for one in found] == [(line, "ontbreekt")]
    assert found[0].text.startswith("Dit blok code sluit nergens")
