"""The scripts say what participants do and what is asked, and say it once."""

from __future__ import annotations

import re

from handboek.handbook import Handbook


def plainly(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def test_each_part_says_what_participants_do(handbook: Handbook):
    missing = [
        f"{script.slug}: {part.id}"
        for script in handbook.of("script")
        for part in script.data.parts
        if not part.participants
    ]
    assert missing == []


def test_a_question_on_the_table_stands_nowhere_else(handbook: Handbook):
    asked = [
        (script.slug, part, question)
        for script in handbook.of("script")
        for part in script.data.parts
        for question in part.questions
    ]
    assert len(asked) > 30
    for slug, part, question in asked:
        assert question.endswith("?"), (slug, question)
        for text in (part.title, part.trainer, part.participants):
            assert plainly(question) not in plainly(text), (slug, part.id, question)
        assert not part.pause


def test_who_says_that_a_question_follows_has_one(handbook: Handbook):
    for script in handbook.of("script"):
        for part in script.data.parts:
            if re.search(r"\b(de|deze|dezelfde|eerste|laatste) vra(ag|gen)\b", part.trainer):
                assert part.questions, (script.slug, part.id)
