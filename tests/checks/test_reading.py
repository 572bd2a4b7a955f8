"""What no example in a text can show: bytes, sizes, links between files. And: whatever the bytes, never a traceback."""

from pathlib import Path

import pytest
from fragments import KLEIN, klein, today  # noqa: F401
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handboek import checks
from handboek.content import open_handbook
from handboek.handbook import assemble
from handboek.load import kind_of, with_file
from handboek.parse import LARGEST, parse

GUIDE = "tools/guides/praatje.yml"
LESSON = "docs/lessen/groet-eerst.md"


def codes(path, content):
    found = checks.run(assemble(with_file(klein(), path, content)))
    return [(f.line, f.column, f.code) for f in found if f.path == path]


def text(path):
    return (KLEIN / path).read_text(encoding="utf-8")


def test_another_encoding_is_named_at_its_line():
    assert codes(GUIDE, text(GUIDE).replace("Luisteren", "Één").encode("latin-1")) == [(9, 1, "tekens")]
    assert codes(GUIDE, text(GUIDE).encode("utf-16"))[0][2] == "tekens"


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\u2028", "\x85", "\ufeff"])
def test_invisible_characters_are_refused_where_they_stand(sign):
    wrong = text(GUIDE).replace("Een praatje", f"Een {sign}praatje", 1)
    assert codes(GUIDE, wrong.encode()) == [(1, 12, "onzichtbaar-teken")]
    assert codes("phases/1-kijken/phase.md", f"Een\n{sign}".encode()) == [(2, 1, "onzichtbaar-teken")]


def test_a_file_over_256_kb_is_not_read():
    assert codes(GUIDE, text(GUIDE).encode() + b"#" * LARGEST) == [(1, 1, "te-groot")]


@pytest.mark.parametrize("path", [GUIDE, LESSON, "phases/1-kijken/phase.md"])
def test_a_byte_order_mark_and_windows_line_ends_are_fine(path):
    assert codes(path, b"\xef\xbb\xbf" + text(path).replace("\n", "\r\n").encode()) == []


def test_a_number_of_five_thousand_digits_is_no_number():
    wrong = text(GUIDE).replace("minutes: 10", f"minutes: {'9' * 5000}")
    assert codes(GUIDE, wrong.encode()) == [(8, 10, "waarde")]


def test_a_bomb_of_aliases_is_refused_before_anything_walks_it():
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    assert {code for _, _, code in codes(GUIDE, bomb.encode())} == {"yaml"}


def test_three_thousand_lists_in_one_another_are_refused():
    assert [code for _, _, code in codes(GUIDE, b"goal: " + b"[" * 3000)] == ["yaml"]
    assert [code for _, _, code in codes(GUIDE, b"goal:\n  " + b"- " * 3000 + b"x")] == ["yaml"]


def test_what_the_author_typed_stays_what_it_is():
    data = parse(GUIDE, b"a: 12:30\nb: no\nc: on\nd: 2024-02-30\ne: 012\nf: 1_000\ng: 1e5\nh: ~\ni:\n").data
    assert data == {
        "a": "12:30",
        "b": "no",
        "c": "on",
        "d": "2024-02-30",
        "e": "012",
        "f": "1_000",
        "g": "1e5",
        "h": None,
        "i": None,
    }


def copied(tmp_path):
    for path, document in klein().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(document.text, encoding="utf-8")
    return tmp_path


def found_in(root):
    return [(f.path, f.code) for f in checks.run(open_handbook(root))]


@pytest.mark.posix
def test_a_link_out_of_the_project_is_not_followed(tmp_path):
    secret = tmp_path / "secret.yml"
    secret.write_text("title: geheim\n")
    root = copied(tmp_path / "handboek")
    (root / "tools/guides/geheim.yml").symlink_to(secret)
    assert found_in(root) == [("tools/guides/geheim.yml", "koppeling")]


def test_a_folder_in_the_place_of_a_file_is_said(tmp_path):
    root = copied(tmp_path)
    (root / "tools/guides/map.yml").mkdir()
    assert found_in(root) == [("tools/guides/map.yml", "onleesbaar")]


def test_a_file_that_may_not_be_read_is_said(tmp_path, monkeypatch):
    root = copied(tmp_path)
    open_file = Path.open

    def closed(path, *args, **kwargs):
        if path.name == "praatje.yml":
            raise PermissionError
        return open_file(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", closed)
    assert found_in(root) == [(GUIDE, "onleesbaar")]


def test_a_handbook_without_a_method_is_said(tmp_path):
    root = copied(tmp_path)
    (root / "phases/method.yml").unlink()
    assert ("phases/method.yml", "methode") in found_in(root)


def test_hidden_files_are_let_be(tmp_path):
    root = copied(tmp_path)
    (root / "phases/.gitkeep").touch()
    assert found_in(root) == []


PATHS = sorted(path for path in klein() if kind_of(path) or path.endswith(".md"))
YAMLISH = st.lists(
    st.sampled_from(
        [
            *[":", "-", "?", "&", "*", "!", "|", ">", "'", '"', "[", "]", "{", "}", ",", "#", "%", "@", "`"],
            "\n",
            "\n  ",
            "\t",
            "---\n",
            "title",
            "é",
            "1",
            "~",
            "<<",
            "{{",
            "](",
            "<b>",
            "\\",
            "\0",
            "\ud7ff",
        ]
    ),
    max_size=60,
).map("".join)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(PATHS), content=st.binary(max_size=400) | YAMLISH.map(str.encode))
def test_any_bytes_give_data_or_findings(path, content):
    """Checked whole: the file alone, and every rule over the handbook that holds it."""
    document = parse(path, content)
    assert document.data or document.problems or path.endswith(".md") or document.node is not None
    for finding in checks.run(assemble(with_file(klein(), path, content))):
        assert finding.line >= 1
        assert finding.column >= 1
        assert finding.text


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), path=st.sampled_from(PATHS))
def test_any_change_inside_a_file_gives_data_or_findings(data, path):
    content = text(path)
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 30)))
    new = data.draw(YAMLISH | st.text(max_size=20))
    changed = (content[:start] + new + content[end:]).encode("utf-8", "replace")
    for finding in checks.run(assemble(with_file(klein(), path, changed))):
        lines = changed.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        assert finding.line <= lines or finding.path != path


@pytest.mark.parametrize(
    "text",
    [
        "a: &-a [*-a]\n",
        "".join(f"a{n}: &-b{n} [{', '.join([f'*-b{n - 1}'] * 10) if n else '1'}]\n" for n in range(12)),
        f'x: "{"]" * 600}"\ny: {"[" * 600}\n',
    ],
    ids=["ring", "ten of ten of ten", "brackets in a text"],
)
def test_a_tree_that_does_not_end_is_not_walked(text):
    assert parse("tools/guides/x.yml", text.encode()).problems


def test_a_mistake_behind_many_empty_lines_is_found():
    problems = parse("tools/guides/x.yml", b"title: x\n" + b"\n" * 200_000 + b"a: b: c\n").problems
    assert [problem.line for problem in problems] == [200_002]


@pytest.mark.parametrize("content", ['a: "x" y', "title: x\nsummary: a: b", "title: x\n\ta: b", 'a: "x'])
def test_a_last_line_that_does_not_end_is_explained_as_any_other(content):
    open_end, ended = (parse("tools/guides/x.yml", one.encode()).problems for one in (content, f"{content}\n"))
    assert open_end == ended != ()


def test_a_heading_without_words_is_told_on_its_line():
    """It is not the whole text, which has no heading either."""
    path = "phases/1-kijken/phase.md"
    found = checks.run(assemble(with_file(klein(), path, text(path).encode() + b"##")))
    assert [(one.line, one.code) for one in found if one.path == path] == [(2, "koppen")]
