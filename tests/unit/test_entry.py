"""The fields that stand in Markdown are the lines under their headings, counted in the file."""

from __future__ import annotations

from conftest import KLEIN
from handboek.content import open_handbook


def test_a_field_in_markdown_has_the_lines_of_its_text():
    compared = 0
    for entry in open_handbook(KLEIN).entries:
        for name, (first, last) in entry.lines_of.items():
            lines = entry.prose.text.split("\n")[first - 1 : last]
            said = entry.prose.body if name == "body" else getattr(entry.model, name)
            assert "\n".join(lines).strip() == said.strip(), (entry.prose.path, name)
            compared += 1
    assert compared > 4
