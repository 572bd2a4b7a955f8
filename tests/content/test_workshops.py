"""The scripts say what participants do and what is asked, and say it once."""

from __future__ import annotations

import re

from handboek.handbook import Handbook
from handboek.session import Row, Wish, session

LENGTHS = (Wish(), Wish(short=True), Wish(minutes=1))
"""Each script as usual, short, and with all its parts in the least time."""
ASKED = ("sticker", "schaar", "lijm", "flap", "briefje", "plattegrond", "klembord", "kaartje")
"""Things that nobody has in a room unless they were packed."""
ONLY_THERE = ("sticker", "schaar")
"""Those of them that are packed for a part alone."""


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


def test_who_needs_a_thing_packed_it_and_nobody_packs_what_no_part_needs(handbook: Handbook):
    def told(row: Row) -> str:
        return " ".join((row.says.title, row.says.trainer, row.says.participants or "", *row.says.questions))

    for script in handbook.of("script"):
        for wish in LENGTHS:
            held = session(script.data, wish)
            packed = " ".join(one.text for one in held.packing).casefold()
            said = " ".join(map(told, held.rows)).casefold()
            missing = [thing for thing in ASKED if thing in said and thing not in packed]
            assert not missing, (script.slug, wish, missing)
            assert not [thing for thing in ONLY_THERE if thing in packed and thing not in said], (script.slug, wish)
