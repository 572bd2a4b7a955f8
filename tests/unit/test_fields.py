"""What may stand in a file, told in Dutch from the models themselves: the fields, and below them those of what is in them."""

from __future__ import annotations

from handboek.model.fields import Group, groups
from handboek.model.kinds import BY_TYPE


def told(type_: str) -> dict[str, Group]:
    return {group.title: group for group in groups(BY_TYPE[type_])}


def test_the_fields_of_the_file_come_first_and_those_inside_below():
    first, *below = groups(BY_TYPE["guide"])
    assert first.title == ""
    assert [field.name for field in first.fields][:2] == ["title", "summary"]
    assert {"Onder `questions`", "Onder `responses`"} <= {group.title for group in below}
    assert len({group.title for group in below}) == len(below)


def test_a_text_with_its_source_is_told_in_its_own_field():
    (goal,) = (field for field in told("guide")[""].fields if field.name == "goal")
    assert goal.holds == "tekst, hoogstens 600 tekens; of `text` met `source`"
    assert "Onder `goal`" not in told("guide")


def test_each_form_of_a_sheet_has_its_own_fields():
    forms = [title for title in told("worksheet") if "in de vorm" in title]
    assert "`sheet` in de vorm `checklist`" in forms
    assert len(forms) > 5


def test_pieces_that_share_a_file_are_told_by_the_list_they_stand_in():
    assert groups(BY_TYPE["term"])[0].title == "`terms`, per begrip"


def test_text_in_markdown_says_below_which_heading():
    (did,) = (field for field in told("lesson")[""].fields if field.name == "did")
    assert did.holds.endswith("; staat onder de kop `## Wat we deden`")
    assert did.needed
