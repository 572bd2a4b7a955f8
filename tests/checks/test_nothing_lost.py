"""No word that somebody writes is lost or becomes something else in silence: it is shown, or there is a finding."""

from __future__ import annotations

import html
import random
import re

import pytest
from fragments import found, klein, today  # noqa: F401

from handboek import checks, markdown
from handboek.checks.passages import passages
from handboek.handbook import Handbook, assemble
from handboek.load import with_file
from handboek.model.text import CITED

LESSON = "# docs/lessen/groet-eerst.md\n## Wat we deden\n\nBegin.\n\n"
PAGE = "docs/over-deze-methode.md"
MACRO = re.compile(r"\{\{[^{}]*\}\}")
ADDRESS = re.compile(r"\]\(\s*<?[^()\s<>]*>?\s*\)")
NUMBER = re.compile(r"(?m)^[ \t>*+-]*(?:\d{1,9}[.)]\s+[ \t>*+-]*)*")
BLOCK = re.compile(r"</?(?:p|li|ul|ol|table|thead|tbody|tr|th|td|h\d|pre|code|blockquote|br|hr)\b[^>]*>")
ALTERNATIVE = re.compile(r'<img[^>]*alt="([^"]*)"[^>]*>')


def words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"[*_`\\]+", "", text))


def written(text: str) -> list[str]:
    """The words that an author sees in the source: without addresses, and without the numbers of a list."""
    return words(html.unescape(NUMBER.sub("", ADDRESS.sub("] ", text))))


def shown(text: str, block: bool = True) -> list[str]:
    """The words that a reader sees on the page."""
    page = str(markdown.block(text) if block else markdown.line(text))
    return words(html.unescape(re.sub("<[^>]+>", "", BLOCK.sub(" ", ALTERNATIVE.sub(r" \1 ", page)))))


def test_every_word_of_the_handbook_is_shown(handbook: Handbook):
    compared = 0
    for passage in passages(handbook):
        value = CITED.sub("", MACRO.sub(" ", passage.value))
        typed = written(value) if passage.block else words(ADDRESS.sub("] ", value))
        assert shown(value, passage.block) == typed, passage.value
        compared += 1
    assert compared > 3000


PIECES = (
    *("een", "twee", "drie", "Vier.", "\n", "\n", "\n\n", "\n\n", " ", "    ", "\t", "- ", "* ", "+ ", "1. ", "2) "),
    *("2014. ", "> ", "# ", "## ", "---", "===", "***", "|", " | ", "| --- | --- |", "`", "```", "~~~", "**", "*", "_"),
    *("__", "[", "]", "](", "(", ")", "[x]: ", "[x]", "https://a.nl/", "/begrippen/", "\\", "&amp;", "&shy;", "<", ">"),
    *("<b>", "<!--", "-->", "~~", "{", "}", "{{ ", "}}", '"tekst"', "'tekst'", "![", "!", "^", "•\t", "a) ", "o\t"),
    *(": ", "#een", "\u00a0", "  \n", "\\\n"),
)


def test_whatever_somebody_types_is_shown_or_found():
    """Texts of pieces of Markdown at random: where a word is gone from the page, the check has something to say."""
    base = klein()
    front = base[PAGE].text.split("---\n")[1]
    chance = random.Random(20261124)
    lost = 0
    for _ in range(2_000):
        body = "# Titel\n\nBegin hier.\n\n" + "".join(chance.choices(PIECES, k=chance.randint(2, 14)))
        there = iter(shown(body))
        if not all(word in there for word in written(body)):
            lost += 1
            book = assemble(with_file(base, PAGE, f"---\n{front}---\n{body}".encode()))
            assert any(one.path == PAGE and one.severity == "error" for one in checks.run(book)), body
    assert lost > 20


WRONG = {
    "opmaak": (
        *("**vet", "vet**", "**vet **", "*schuin", "_schuin", "schuin_", "__vet", "***alles**", "*een\n\ntwee*"),
        *("**Let op:**Niet doen", "een ` twee", "**", "f*ck en sh*t", "2*3*4", "~~weg~~", "==wel==", "leuk[^A]"),
        *("- [ ] a", "[ ] een\n[x] twee", "{: .x}", "{#id}", "{.klas}", "{ width=50% }", "[TOC]"),
        *("[[a|b]]", ":::tip\nx\n:::", "!!! note", "*[HTML]: taal", "Woord\n: uitleg", "H~2~O", "x^2^", "$$x$$"),
        *("#kop", "[a] (https://a.nl)", "[a](https://a.nl b)", "[a](https://a.nl", "[a][b]", "![a]("),
    ),
    "lijst": (
        *("• een\n• twee", "•\teen", "· een\n· twee", "o\teen\no\ttwee", "§ een\n§ twee", "– een\n– twee", "–\teen"),
        *(
            "a) een\nb) twee",
            "A. een\nB. twee",
            "(1) een\n(2) twee",
            "i. een\nii. twee",
            "1.een\n2.twee",
            "-een\n-twee",
        ),
        *("-\u00a0een\n-\u00a0twee", "\uf0b7\teen", "➢ een", "- • een", "-- een\n-- twee", "-> een\n-> twee"),
        *("1 - een\n2 - twee", "☐ een\n☐ twee", "2014. Toen", "1986) Toen", "Het was\n- nee, echt - zo"),
        *("1. a\n3. b", "5. a\n7. b"),
    ),
    "onbedoeld": (
        *("    vier spaties", "\teen tab", "- a\n\n        b", ">5 mensen", "| a | b |\n| 1 | 2 |"),
        "| a | b |\n| - | - |\n| 1 | 2 |\ntekst",
    ),
    "verborgen-tekst": (
        *("| a | b |\n| - | - |\n| 1 | 2 | 3 |", "a | b\n--|--\n1 | 2 | 3", "[x]: y", "[^noot]: tekst", "[x]: <y z>"),
        *("[x]: /begrippen/\n[x]: z\n\n[x]", '[a](https://a.nl/ "titel")', "[a](https://a.nl/ (titel))"),
        *("[x]\n\n[x]: /begrippen/ 'titel'", "```tekst hier\ncode\n```", "> ```\n> a\n\nb"),
    ),
    "te-ingewikkeld": ("> " * 20 + "x",),
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in WRONG.items() for text in texts])
def test_what_is_lost_or_altered(code: str, text: str):
    assert code in {one.code for one in found(f"{LESSON}{text}\n\nEinde.\n") if one.severity == "error"}


def test_a_text_that_ends_with_a_backslash():
    assert {one.code for one in found(f"{LESSON}Het einde\\\n")} == {"opmaak"}


MEANT = (
    *("**vet**, *schuin*, __vet__, _schuin_ en ***alles***", "**Let op:** niet doen", "on*mid*dellijk", "5 * 3 = 15"),
    *("mijn_lange_naam.pdf", "Naam: ______", "\\*geen ster\\*", "`**code**`", "- een\n- twee", "1. een\n2. twee"),
    *("Neem mee:\n- een pen\n- een kaart", "1. een\n1. twee", "3. drie\n4. vier", "1) een\n2) twee", "> Een citaat."),
    *("Een regel  \nmet een breuk", "Een regel\\\nmet een breuk", "---", "* * *", "| a |\n|-|\n| \\| |", "### Kop"),
    *("| a | b |\n| - | - |\n| 1 | 2 |\n\nTekst.", "```yaml\ncode: 1\n```", "[a][x]\n\n[x]: https://a.nl/"),
    *("<https://a.nl/>", "Q&A, &eacute;&eacute;n en &copy;", "artikel [3] en [naam]", "§ 3 zegt iets", "In 2014. Toen"),
    *(
        "Hij kwam – zo zei hij\n– en ging.",
        "- een\n\n  meer\n- twee",
        "A. de Wit was er",
        "o, dat was het",
        "2 - 1 = 1",
    ),
    *("’s avonds", "3 < 4 en 5 > 4", "C:\\map"),
)


@pytest.mark.parametrize("text", MEANT)
def test_what_is_shown_as_it_was_meant(text: str):
    assert [one for one in found(f"{LESSON}{text}\n\nEinde.\n") if one.severity == "error"] == []


@pytest.mark.parametrize(
    "text",
    ["een\n\ntwee", "- een\n- twee", "1. een\n2. twee", "een\n# twee", "een\n> twee", "een\n| a | b |", "een\n• b"],
)
def test_a_field_of_one_paragraph_holds_one_paragraph(text: str):
    lines = "".join(f"  {line}\n" for line in text.split("\n"))
    told = {one.code for one in found(f"# tools/guides/praatje.yml\ngoal: |\n{lines}")}
    assert told
    assert told <= {"alinea", "onbedoeld", "lijst"}


@pytest.mark.parametrize("before", ["body: >-\n", "body:\n"])
def test_an_empty_line_that_yaml_takes_away(before: str):
    """A letter whose two paragraphs become one: only behind `|` an empty line stays."""
    text = "  Ik liep {dag} door de straat.\n\n  Loop eens mee.\n"
    assert "alinea" in {one.code for one in found(f"# tools/messages/briefje.yml\n{before}{text}")}
    assert "alinea" not in {one.code for one in found(f"# tools/messages/briefje.yml\nbody: |\n{text}")}


def test_a_remark_in_the_middle_of_a_list_between_brackets():
    """What stands behind it on its line is no longer part of the list."""
    wrong = "# tools/messages/briefje.yml\nblanks: [{id: dag, label: dag},\n  # {id: tijd, label: tijd},\n  ]\n"
    assert "opmerking" in {one.code for one in found(wrong)}
