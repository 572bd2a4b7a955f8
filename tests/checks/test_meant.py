"""For each value in each file: what is published equals what its author meant, or there is a finding."""

import copy
from functools import cache

import pytest
import yaml
from fragments import KLEIN, klein, today  # noqa: F401
from meant import MEANT, plain

from conftest import real
from handboek import checks
from handboek.handbook import assemble
from handboek.load import kind_of, with_file
from handboek.parse import parse

ROOT = KLEIN.parents[2]
SENTENCE = "Kom langs bij de bewoners en zeg wie je bent"
"""For a value that has signs of its own."""
HARMLESS = {
    "nothing",
    "two lines",
    "two lines with a tab",
    "a bar",
    "a fold",
    "an apostrophe",
    "a colon behind a word",
    "a path",
    "quotes: straight",
    "quotes: single straight",
    "an address inside",
}
"""What may not be reported: it comes out as it was meant."""
WHOLE_LINES = {
    name
    for name in MEANT
    if name.startswith(("a conflict", "an end of a conflict", "a fence behind it", "nothing, written as nothing"))
}
"""What fills a line, and so cannot stand before a comma."""


@cache
def documents(root):
    return klein() if root == KLEIN else real().documents


@cache
def before(root, path):
    return frozenset(finding for finding in checks.run(assemble(documents(root))) if finding.path == path)


def values(node, indent=0, loc=()):
    """Each value that is not empty: where it stands, its node and how far its field or dash springs in."""
    if isinstance(node, yaml.ScalarNode):
        if node.value.strip():
            yield loc, node, indent
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from values(item, indent if node.flow_style else node.start_mark.column, (*loc, index))
    else:
        for key, value in node.value:
            yield from values(value, indent if node.flow_style else key.start_mark.column, (*loc, key.value))


def replaced(data, loc, value):
    made = copy.deepcopy(data)
    inner = made
    for part in loc[:-1]:
        inner = inner[part]
    inner[loc[-1]] = value
    return made


def stripped(data):
    if isinstance(data, dict):
        return {key: stripped(value) for key, value in data.items()}
    if isinstance(data, list):
        return [stripped(value) for value in data]
    return data.strip() if isinstance(data, str) else data


def lost(root, path, share=1):
    """Each damage to a value that nobody would notice; of every value a share of the damages."""
    document = documents(root)[path]
    start = len("---\n") if document.offset else 0
    for turn, (loc, node, indent) in enumerate(values(document.node)):
        original = node.value.strip()
        text = original if plain(original) else SENTENCE if " " in original else original
        for number, (name, apply) in enumerate(MEANT.items()):
            made = apply(text, " " * (indent + 2)) if (turn + number) % share == 0 else None
            if made is None:
                continue
            written, expected = made
            tail = "\n" if node.style in ("|", ">") else ""
            first, last = node.start_mark.index + start, node.end_mark.index + start
            content = (document.text[:first] + written + tail + document.text[last:]).encode()
            after = parse(path, content)
            flow = loc_in_flow(document, loc)
            if flow and name in WHOLE_LINES:
                continue
            if name in HARMLESS and plain(text) and not flow and after.problems:
                yield loc, name, "reported", after.problems[0].text
            if after.problems or stripped(after.data) == stripped(replaced(document.data, loc, expected)):
                continue
            found = checks.run(assemble(with_file(documents(root), path, content)))
            if not [finding for finding in found if finding.path == path and finding not in before(root, path)]:
                yield loc, name, written, expected


def loc_in_flow(document, loc):
    """Whether a value stands between square brackets or braces, where a line break and a comma mean something else."""
    return any(getattr(document.node_at(loc[:end]), "flow_style", False) for end in range(len(loc)))


def files(root):
    return sorted(path for path in documents(root) if kind_of(path) and documents(root)[path].node)


@pytest.mark.parametrize("path", files(KLEIN))
def test_nothing_is_lost_in_the_small_method(path):
    assert list(lost(KLEIN, path, 13)) == []


@pytest.mark.slow
@pytest.mark.parametrize("path", [path for path in files(ROOT) if len(documents(ROOT)[path].text) < 20_000][::12])
def test_nothing_is_lost_in_a_sample_of_the_handbook(path):
    assert list(lost(ROOT, path, 47)) == []


@pytest.mark.hard
@pytest.mark.parametrize("path", files(ROOT))
def test_nothing_is_lost_in_the_whole_handbook(path):
    """Of the damages to every value one in eleven, other ones for each value: all of them would take an hour."""
    assert list(lost(ROOT, path, 11)) == []
