"""Every kind of damage to every file of content: a finding in that file, at the right line, and never a traceback."""

from functools import cache

import pytest
from damage import ANYWHERE, DAMAGES, HARMLESS, Subject
from fragments import KLEIN, klein, today  # noqa: F401

from conftest import real
from handboek import checks, report
from handboek.handbook import assemble
from handboek.load import is_prose, kind_of, with_file

ROOT = KLEIN.parents[2]


@cache
def documents(root):
    return klein() if root == KLEIN else real().documents


@cache
def handbook(root):
    return assemble(klein()) if root == KLEIN else real()


@cache
def before(root):
    return frozenset(checks.run(handbook(root)))


@cache
def subject(root, path):
    entries = tuple(entry for entry in handbook(root).entries if entry.document.path == path)
    return Subject(documents(root)[path], kind_of(path), entries)


def wrong(root, path, damages=tuple(DAMAGES)):
    """What the check makes of each damage to a file, where that is not what it should be."""
    for name in damages:
        apply = DAMAGES[name]
        made = apply(subject(root, path))
        if made is None:
            continue
        content, line = made
        changed = with_file(documents(root), path, content)
        after = [finding for finding in checks.run(assemble(changed)) if finding.path == path]
        assert len(list(report.lines(after))) == len(after)
        new = [finding for finding in after if finding not in before(root)]
        if line == HARMLESS:
            if {f.code for f in new} - {f.code for f in before(root) if f.path == path}:
                yield name, "harmless", new[0]
        elif not new or (line != ANYWHERE and line not in {finding.line for finding in new}):
            yield name, line, new[:3]


def files(root):
    return sorted(path for path in documents(root) if kind_of(path) or is_prose(path))


@pytest.mark.parametrize("path", files(KLEIN))
def test_damage_to_the_small_method(path):
    assert list(wrong(KLEIN, path)) == []


def one_of_each_kind():
    return list({kind_of(path): path for path in files(ROOT)}.values())


@pytest.mark.hard
@pytest.mark.parametrize(("number", "path"), list(enumerate(one_of_each_kind())))
def test_a_third_of_the_damage_to_one_real_file_of_each_kind(number, path):
    assert list(wrong(ROOT, path, tuple(DAMAGES)[number % 3 :: 3])) == []


TURNS = 2
"""Each real file gets one in so many of the damages, and each damage falls on one in so many of the files."""


@pytest.mark.hard
@pytest.mark.parametrize(("number", "path"), list(enumerate(files(ROOT))))
def test_half_of_the_damage_to_every_real_file(number, path):
    """A file gets one half and its neighbour the other: `make hard` has half an hour for all that it does."""
    assert list(wrong(ROOT, path, tuple(DAMAGES)[number % TURNS :: TURNS])) == []


def test_there_are_many_kinds_of_damage_and_each_is_done_somewhere():
    done = {path: [name for name, apply in DAMAGES.items() if apply(subject(KLEIN, path))] for path in files(KLEIN)}
    assert set(DAMAGES) == {name for names in done.values() for name in names}
    for path, names in done.items():
        if (kind := kind_of(path)) and not kind.many:
            assert len(names) >= (35 if kind.below else 40)  # a translation has no list, link or day of its own
