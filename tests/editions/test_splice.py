"""Values put into a list or mapping in blocks, and taken out of it: every other character stays as it was typed."""

from __future__ import annotations

import pytest

from handboek.edition.splice import Op, edits
from handboek.parse import parse
from handboek.patched import in_order

LIST = "list:\n- een\n- twee  # met een reden\n- drie\nlast: x\n"
DEEP = "list:\n- - een\n  - twee\n- drie\n"
FIELDS = "list:\n- a: 1\n  b: 2\n- a: 3\n"


def after(text: str, *ops: Op) -> str:
    document = parse("tools/proef.yml", text.encode())
    assert document.node is not None
    for edit in reversed(in_order(edits(document, ops))):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("text", "op", "becomes"),
    [
        (LIST, Op(("list", 0), "remove"), "list:\n- twee  # met een reden\n- drie\nlast: x\n"),
        (LIST, Op(("list", 1), "remove"), "list:\n- een\n- drie\nlast: x\n"),
        (LIST, Op(("list", 2), "remove"), "list:\n- een\n- twee  # met een reden\nlast: x\n"),
        (LIST, Op(("last",), "remove"), "list:\n- een\n- twee  # met een reden\n- drie\n"),
        (LIST, Op(("list",), "remove"), "last: x\n"),
        (LIST, Op(("list", 0), "before", ["nul", "half"]), f'list:\n- "nul"\n- "half"\n{LIST[6:]}'),
        (LIST, Op(("list", 0), "after", ["half"]), LIST.replace("- een\n", '- een\n- "half"\n')),
        (LIST, Op(("list", 2), "before", ["half"]), LIST.replace("- drie\n", '- "half"\n- drie\n')),
        (LIST, Op(("list", 2), "after", ["vier"]), LIST.replace("- drie\n", '- drie\n- "vier"\n')),
        (LIST, Op(("list",), "append", ["vier", "vijf"]), LIST.replace("- drie\n", '- drie\n- "vier"\n- "vijf"\n')),
        (LIST, Op(("more",), "set", "y"), f'{LIST}more: "y"\n'),
        (DEEP, Op(("list", 0, 0), "remove"), "list:\n- - twee\n- drie\n"),
        (DEEP, Op(("list", 0, 1), "remove"), "list:\n- - een\n- drie\n"),
        (DEEP, Op(("list", 0, 1), "after", ["half"]), 'list:\n- - een\n  - twee\n  - "half"\n- drie\n'),
        (FIELDS, Op(("list", 0, "a"), "remove"), "list:\n- b: 2\n- a: 3\n"),
        (FIELDS, Op(("list", 0, "b"), "remove"), "list:\n- a: 1\n- a: 3\n"),
        (FIELDS, Op(("list", 1, "c"), "set", 4), "list:\n- a: 1\n  b: 2\n- a: 3\n  c: 4\n"),
        ("list:\n- een", Op(("list",), "append", ["twee", "drie"]), 'list:\n- een\n- "twee"\n- "drie"'),
        ("list:\n- een", Op(("list", 0), "after", ["twee"]), 'list:\n- een\n- "twee"'),
        ("list:\n-\n  a: 1\n- twee\n", Op(("list", 0), "remove"), "list:\n- twee\n"),
    ],
)
def test_one_row(text: str, op: Op, becomes: str):
    assert after(text, op) == becomes


def test_all_rows_leave_an_empty_list_and_all_but_one_do_not():
    gone = [Op(("list", at), "remove") for at in range(3)]
    assert after(LIST, *gone) == "list:\n []\nlast: x\n"
    assert after(LIST, *gone[1:]) == "list:\n- een\nlast: x\n"
    assert after(LIST, *gone[:2]) == "list:\n- drie\nlast: x\n"


def test_where_something_comes_in_the_place_of_all_rows_the_list_is_not_emptied():
    gone = [Op(("list", at), "remove") for at in range(3)]
    assert parse("x.yml", after(LIST, *gone, Op(("list",), "append", ["vier"])).encode()).data["list"] == ["vier"]


def test_of_two_in_one_gap_each_stands_at_its_own_side():
    made = after(LIST, Op(("list", 1), "before", ["voor twee"]), Op(("list", 0), "after", ["na een"]))
    assert parse("x.yml", made.encode()).data["list"] == ["een", "na een", "voor twee", "twee", "drie"]
