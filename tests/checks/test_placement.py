"""A file of any kind in the folder of any other is one finding, which says where it seems to belong."""

from __future__ import annotations

from itertools import permutations
from pathlib import PurePosixPath

import pytest
from fragments import klein, today  # noqa: F401

from handboek import checks, placement
from handboek.document import Document
from handboek.handbook import assemble
from handboek.load import kind_of, misnamed, with_file
from handboek.model.kinds import BY_TYPE, KINDS

ONE = {kind.type: document for document in klein().values() if (kind := kind_of(document.path))}
"""A file of each kind that the small method has."""
UNCLEAR = {("scan", "meter"), ("scan", "planner"), ("houseword", "method"), ("question", "guide")}
"""What holds nothing that the other kind would not hold too: it may as well be half of one."""


def stray(type_: str, other: str) -> tuple[Document, str]:
    """A file of the first kind, and the path in the folder of the other under which it is put."""
    path = BY_TYPE[other].files.replace("phases/[0-9]*", "phases/1-kijken").replace("*", "verdwaald")
    return ONE[type_], path


PAIRS = [
    (one, other)
    for one, other in permutations(ONE, 2)
    if PurePosixPath(BY_TYPE[one].files).suffix == PurePosixPath(BY_TYPE[other].files).suffix
]


@pytest.mark.parametrize(("one", "other"), [pair for pair in PAIRS if pair not in UNCLEAR])
def test_what_a_file_seems_to_be(one: str, other: str):
    document, path = stray(one, other)
    moved = with_file({}, path, document.text.encode())[path]
    assert placement.seems(moved, BY_TYPE[other]) is BY_TYPE[one]


@pytest.mark.parametrize("type_", ONE)
def test_a_file_in_its_own_folder_seems_nothing_else(type_: str):
    assert placement.seems(ONE[type_], BY_TYPE[type_]) is None


@pytest.mark.parametrize(
    ("one", "other", "meant"),
    [
        ("guide", "worksheet", "tools/guides/verdwaald.yml"), ("lesson", "page", "docs/lessen/verdwaald.md"),
        ("page", "lesson", "docs/verdwaald.md"), ("guide", "step", "tools/guides/verdwaald.yml"),
        ("role", "pack", "phases/roles/verdwaald.yml"),
    ],
)  # fmt: skip
def test_it_is_one_finding(one: str, other: str, meant: str):
    document, path = stray(one, other)
    found = checks.run(assemble(with_file(klein(), path, document.text.encode())))
    (finding,) = [finding for finding in found if finding.path == path and finding.severity == "error"]
    assert (finding.code, finding.suggestion) == ("verkeerde-map", meant)


def test_what_follows_from_it_is_said_to_follow():
    guide = "tools/guides/praatje.yml"
    left = {path: document for path, document in klein().items() if path != guide}
    wrong = with_file(left, "tools/worksheets/praatje.yml", klein()[guide].text.encode())
    assert misnamed(wrong) == {"tools/worksheets/praatje.yml": guide}
    found = [finding for finding in checks.run(assemble(wrong)) if finding.severity == "error"]
    assert {finding.because for finding in found if finding.path != "tools/worksheets/praatje.yml"} == {
        "tools/worksheets/praatje.yml"
    }


def test_what_has_no_folder_of_its_own_yet_is_told_in_words():
    step = next(document for document in klein().values() if kind_of(document.path) is BY_TYPE["step"])
    (finding,) = [
        finding
        for finding in checks.run(assemble(with_file(klein(), "tools/guides/stap.yml", step.text.encode())))
        if finding.path == "tools/guides/stap.yml"
    ]
    assert finding.help == "Zet het in `phases/1-…/steps/`."


@pytest.mark.parametrize(
    "text", ["title: Iets", "title: Iets\nsummary: Wat.\nchecked: 2026-11-01", "goal: x\ntitel: y"]
)
def test_half_a_file_seems_nothing(text: str):
    for kind in KINDS:
        if kind.files.endswith(".yml") and not kind.many:
            document = with_file({}, "tools/guides/x.yml", f"{text}\n".encode())["tools/guides/x.yml"]
            assert placement.seems(document, kind) is None, kind.type
