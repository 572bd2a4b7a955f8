"""The real content is in plain Dutch: what the rules about language still say has a reason beside it."""

from __future__ import annotations

import re

from conftest import ROOT
from handboek import checks, dictionary
from handboek.handbook import Handbook
from handboek.load import WORDS

ALLOWED = re.compile(r"(?:#|<!--) toegestaan (lange-zin|lange-woorden|lijdende-vorm|ambtelijk|spelling)\b")
FEW = 12
"""As many exceptions as there may be; more means that a rule or the text is wrong."""


def test_there_is_a_dictionary():
    assert dictionary.there(), dictionary.MISSING


def test_the_content_is_in_plain_and_correct_dutch(handbook: Handbook):
    codes = {rule.code for rule in checks.LANGUAGE}
    assert [finding for finding in checks.run(handbook, language=True) if finding.code in codes] == []


def test_exceptions_are_few(handbook: Handbook):
    assert sum(len(ALLOWED.findall(document.text)) for document in handbook.documents.values()) <= FEW


def test_the_list_of_words_is_in_order_and_each_word_is_needed(handbook: Handbook):
    words = [line for line in (ROOT / WORDS).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert words == sorted(set(words), key=lambda word: (word.lower(), word))
    text = "\n".join(document.text for path, document in handbook.documents.items() if path != WORDS)
    at_once = set(re.findall(r"\w+", text))  # most are found here; a word with a hyphen or a dot is looked for
    for word in words:
        forms = {word, word[0].upper() + word[1:]}
        assert forms & at_once or re.search(rf"\b[{word[0].upper()}{word[0]}]{word[1:]}\b", text), word
    assert dictionary.unknown(frozenset(words)) == set(words), "the others are in the dictionary already"
