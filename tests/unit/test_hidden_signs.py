"""The signs that nobody sees have the names that Unicode's own lists ask for."""

from __future__ import annotations

import unicodedata

from handboek.checks.rules.hidden_character import NAMES

DIRECTION = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
"""All that has the property Bidi_Control: it turns the words around for who reads, and not for the machine."""
VARIATION = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
"""All that has the property Variation_Selector and belongs to no script."""
LABELS = set(range(0xE0000, 0xE0080))


def named(words: str) -> set[int]:
    return {number for number, name in NAMES.items() if name == words}


def test_every_sign_that_turns_the_words_around_is_named_so():
    assert named("teken voor de leesrichting") == DIRECTION


def test_every_sign_that_changes_another_is_named_so():
    assert named("teken dat een ander teken verandert") == VARIATION


def test_every_label_is_named_so():
    assert named("label dat niemand ziet") == LABELS


def test_what_has_a_name_is_seen_by_nobody():
    shown = {
        number for number in NAMES if number not in LABELS and unicodedata.category(chr(number)) not in ("Cf", "Mn")
    }
    assert shown == {0x2800, 0x3164, 0xFFFD}  # a form without ink, and what stands for what was lost
