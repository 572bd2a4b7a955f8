"""Kinds of damage that people and programs do to a file of content.

Each takes a file and gives the changed text with the line where the check must speak, `ANYWHERE` in that file, or
`HARMLESS`; or `None` where the file has nothing of the kind to damage.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import yaml

from handboek.checks.rules.link import NAMES
from handboek.document import Document
from handboek.entry import Entry
from handboek.model.kind import Kind
from handboek.model.text import Refers, Section, Words
from handboek.parse import LARGEST

ANYWHERE = -1
"""The check speaks, somewhere in the file."""
HARMLESS = 0
"""The check says no more than before."""

Result = tuple[bytes, int] | None


@dataclass(frozen=True)
class Subject:
    """A file that is right, with the pieces in it."""

    document: Document
    kind: Kind | None
    entries: tuple[Entry, ...]

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def has_yaml(self) -> bool:
        return self.document.node is not None

    @property
    def start(self) -> int:
        """Where the YAML begins in the text."""
        return 4 if self.document.offset else 0

    def span(self, entry: Entry, loc) -> tuple[int, int, int] | None:
        """Start and end of a value in the text, and the line on which it begins; for values inside YAML only."""
        node = self.document.node_at((*entry.loc, *loc))
        if not isinstance(node, yaml.ScalarNode) or self._in_body(entry, loc):
            return None
        return (
            node.start_mark.index + self.start,
            node.end_mark.index + self.start,
            node.start_mark.line + 1 + self.document.offset,
        )

    def _in_body(self, entry: Entry, loc) -> bool:
        field = entry.kind.model.model_fields.get(str(loc[0]))
        return bool(field) and any(isinstance(mark, Section) for mark in field.metadata)

    @cached_property
    def phrase(self):
        """A text of the line kind that the file holds in YAML."""
        for entry in self.entries:
            for leaf in entry.leaves:
                if isinstance(leaf.marker, Words) and not leaf.marker.block and leaf.marker.longest >= 200:
                    if leaf.loc[-1] in NAMES:
                        continue
                    span = self.span(entry, leaf.loc)
                    if span and self.text[span[0] : span[1]].strip():
                        return span
        return None

    @cached_property
    def field(self):
        """Line number and line of a field of the file itself (or of its first piece) with a plain value."""
        for number, line in enumerate(self.lines, 1):
            if (
                re.match(r"(  (- |  ))?[a-z_]+: \w.*\w", line)
                and '"' not in line
                and not self.lines[number].startswith("   " * 3)
            ):
                return number, line
        return None

    def with_line(self, number: int, *lines: str) -> bytes:
        """The file with a line replaced by others."""
        return "\n".join([*self.lines[: number - 1], *lines, *self.lines[number:]]).encode()

    def saying(self, value: str) -> tuple[bytes, int] | None:
        """The file with this text in the place of the first phrase."""
        if self.phrase is None:
            return None
        start, end, line = self.phrase
        old = self.text[start:end]
        tail = "\n" if old.endswith("\n") else ""
        new = self.text[:start] + json.dumps(value, ensure_ascii=False) + tail + self.text[end:]
        return new.encode(), line


DAMAGES: dict[str, Callable[[Subject], Result]] = {}


def damage(function):
    DAMAGES[function.__name__] = function
    return function


def on_field(change, where=0):
    """Damage to one line with a field; the check speaks on it, or `where` lines further."""

    def apply(subject):
        if not subject.has_yaml or subject.field is None:
            return None
        number, line = subject.field
        changed = change(line)
        return changed and (subject.with_line(number, *changed), number + where if where >= 0 else where)

    return apply


def saying(value, harmless=False):
    def apply(subject):
        made = subject.saying(value) if subject.has_yaml else None
        return made and (made[0], HARMLESS if harmless else made[1])

    return apply


def key_of(line):
    return re.match(r"[ -]*[a-z_]+", line)[0]


# Syntax.
DAMAGES["unquoted colon"] = on_field(lambda line: [f"{line}: en verder"])
DAMAGES["tab before a field"] = on_field(lambda line: [line, "\tnog: iets"], 1)
DAMAGES["open quote"] = on_field(lambda line: [re.sub(r": ", ': "', line, count=1)])
DAMAGES["open bracket"] = on_field(lambda line: [re.sub(r": ", ": [", line, count=1)])
DAMAGES["text behind a quoted text"] = on_field(lambda line: [f'{key_of(line)}: "half" af'])
DAMAGES["alias"] = on_field(lambda line: [f"{key_of(line)}: *ergens"])
DAMAGES["anchor"] = on_field(lambda line: [re.sub(r": ", ": &hier ", line, count=1)])
DAMAGES["tag"] = on_field(lambda line: [re.sub(r": ", ": !!str ", line, count=1)])
DAMAGES["forbidden first sign"] = on_field(lambda line: [re.sub(r": ", ": @", line, count=1)])
DAMAGES["unknown escape"] = on_field(lambda line: [f'{key_of(line)}: "C:\\mijn"'])
DAMAGES["same field twice"] = on_field(lambda line: [line, line.replace("- ", "  ")], 1)
DAMAGES["a colon without a space"] = on_field(lambda line: [line.replace(": ", ":", 1)], ANYWHERE)
DAMAGES["list in the place of a text"] = on_field(lambda line: [f"{key_of(line)}: [[een], [twee]]"])
DAMAGES["nothing filled in"] = on_field(lambda line: [f"{key_of(line)}:"])
DAMAGES["twenty-one levels"] = on_field(lambda line: [f"{key_of(line)}: {'[' * 25}{']' * 25}"])
DAMAGES["unknown field"] = on_field(
    lambda line: [
        line,
        f"{line[: len(key_of(line)) - len(key_of(line).lstrip(' -'))].replace('-', ' ')}kleurtje: rood",
    ],
    1,
)
DAMAGES["field that steers the site"] = on_field(
    lambda line: [
        line,
        f"{line[: len(key_of(line)) - len(key_of(line).lstrip(' -'))].replace('-', ' ')}render_macros: true",
    ],
    1,
)
DAMAGES["misspelt field"] = on_field(
    lambda line: [line.replace(key_of(line), key_of(line)[:-1] + key_of(line)[-1] * 2, 1)]
)
DAMAGES["an allowance that allows nothing"] = on_field(lambda line: ["# toegestaan letterteken: zomaar", line])
DAMAGES["an allowance without a reason"] = on_field(lambda line: ["# toegestaan letterteken", line])


@damage
def a_field_taken_out(subject):
    if not subject.has_yaml or subject.field is None:
        return None
    number, line = subject.field
    key = key_of(line).strip(" -")
    model = subject.kind.model.model_fields
    if line.startswith(" ") or key not in model or not model[key].is_required():
        return None
    return subject.with_line(number), ANYWHERE


@damage
def a_second_document(subject):
    if not subject.has_yaml or subject.document.offset:
        return None
    return f"{subject.text.rstrip()}\n---\ntitle: nog een\n".encode(), subject.text.rstrip().count("\n") + 2


@damage
def an_empty_file(subject):
    return (b"", ANYWHERE) if subject.kind else None


@damage
def only_a_comment(subject):
    return (b"# later\n", ANYWHERE) if subject.kind else None


@damage
def a_list_as_file(subject):
    return (b"- een\n- twee\n", ANYWHERE) if subject.kind else None


@damage
def a_sentence_as_file(subject):
    return (b"Dit schrijf ik later.\n", ANYWHERE) if subject.kind else None


@damage
def another_encoding(subject):
    return subject.text.encode() + "één".encode("latin-1"), subject.text.count("\n") + 1


@damage
def a_nul(subject):
    return subject.text.encode() + b"\0", subject.text.count("\n") + 1


@damage
def an_escape_for_terminals(subject):
    return subject.text.encode() + b"\x1b[2J", subject.text.count("\n") + 1


@damage
def too_large(subject):
    return subject.text.encode() + b"\n#" * LARGEST, 1


@damage
def a_byte_order_mark(subject):
    return b"\xef\xbb\xbf" + subject.text.encode(), HARMLESS


@damage
def windows_line_ends(subject):
    return subject.text.replace("\n", "\r\n").encode(), HARMLESS


@damage
def a_comment(subject):
    if not subject.has_yaml or subject.document.offset:
        return None
    return f"# een opmerking\n{subject.text}".encode(), HARMLESS


@damage
def blank_lines_at_the_end(subject):
    return subject.text.encode() + b"\n\n\n", HARMLESS


# Texts.
DAMAGES["filler"] = saying("TODO: later")
DAMAGES["lorem ipsum"] = saying("Lorem ipsum dolor sit amet.")
DAMAGES["an arrow"] = saying("Eerst groeten → dan praten.")
DAMAGES["an invisible sign"] = saying("Eerst\u200bgroeten.")
DAMAGES["html"] = saying("Dit is <b>vet</b>.")
DAMAGES["a macro"] = saying("Dit is {{ 7*7 }}.")
DAMAGES["a template"] = saying("Dit is {% raw %}.")
DAMAGES["an include"] = saying('--8<-- "geheim.md"')
DAMAGES["a link with a script"] = saying("Zie [de truc](javascript:alert(1)).")
DAMAGES["a link with data"] = saying("Zie [de truc](data:text/html,x).")
DAMAGES["a link without https"] = saying("Zie [de bron](http://example.org/).")
DAMAGES["a dead link"] = saying("Zie [het werkblad](/werkbladen/dat-is-er-niet/).")
DAMAGES["a link out of the project"] = saying("Zie [het bestand](../../../etc/passwd).")
DAMAGES["a link on the word hier"] = saying("Klik [hier](/werkbladen/).")
DAMAGES["a picture without words"] = saying("![](/img/weg.png)")
DAMAGES["a picture from elsewhere"] = saying("![Een straat](https://example.org/straat.png)")
DAMAGES["too long a text"] = saying("Heel lang. " * 2000)
DAMAGES["an empty text"] = saying("  ")
DAMAGES["what YAML would take for something else"] = saying("12:30", harmless=True)
DAMAGES["the word no"] = saying("no", harmless=True)
DAMAGES["quotes, dashes and accents"] = saying("‘Één’ – “twee” — drie…", harmless=True)
DAMAGES["the word todo in small letters"] = saying("Dit staat op de todo-lijst.", harmless=True)
DAMAGES["a link that leads somewhere"] = saying("Zie [de werkbladen](/werkbladen/).", harmless=True)


# Values.
def on_value(pattern, value):
    """Damage to the first value of a field of the file that matches."""

    def apply(subject):
        if not subject.has_yaml:
            return None
        for number, line in enumerate(subject.lines, 1):
            found = re.match(pattern, line)
            if found:
                return subject.with_line(number, line[: found.end(1)] + value), number
        return None

    return apply


DAMAGES["a day that does not exist"] = on_value(r"( *checked: )", "2026-02-30")
DAMAGES["a day in words"] = on_value(r"( *checked: )", "gisteren")
DAMAGES["a day to come"] = on_value(r"( *checked: )", "2062-01-01")
DAMAGES["a day long ago"] = on_value(r"(checked: )", "2019-01-01")
DAMAGES["a number in words"] = on_value(r"(minutes: )", "een kwartier")
DAMAGES["a number out of bounds"] = on_value(r"(minutes: )", "99999")
DAMAGES["a negative number"] = on_value(r"(minutes: )", "-5")
DAMAGES["a colour that is too light"] = on_value(r"(colour: )", '"#ffeeaa"')
DAMAGES["no colour"] = on_value(r"(colour: )", "blauw")
DAMAGES["a choice that there is not"] = on_value(r"( *(?:status|size|layout|pattern|kind): )", "bijzonder")
DAMAGES["a slug with capitals"] = on_value(r"( *(?:- )?(?:id|key|slug): )(?=[a-z0-9-]+$)", "Een Naam")
DAMAGES["neither yes nor no"] = on_value(r"( *(?:core|self_report|fillable): )", "misschien")


@damage
def a_reference_that_leads_nowhere(subject):
    for entry in subject.entries:
        for leaf in entry.leaves:
            redirect = entry.kind.type == "redirect" and leaf.loc[0] == "from_"
            if isinstance(leaf.marker, Refers) and not redirect and (span := subject.span(entry, leaf.loc)):
                start, end, line = span
                return (subject.text[:start] + "dat-is-er-niet" + subject.text[end:]).encode(), line
    return None


@damage
def an_id_that_stands_twice(subject):
    if subject.kind is None or subject.kind.many:
        return None
    found = [
        match
        for match in re.finditer(r"(?<![\w-])id: ([a-z0-9-]+)", subject.text)
        if match.start() < len(subject.text) - len(subject.document.body)
    ]
    if len(found) < 2 or subject.kind.type == "message":
        return None
    second = found[1]
    changed = subject.text[: second.start(1)] + found[0][1] + subject.text[second.end(1) :]
    return changed.encode(), subject.text[: second.start()].count("\n") + 1


@damage
def a_piece_that_stands_twice(subject):
    """The first piece of a list, added again at the end."""
    if subject.kind is None or not subject.kind.many or not subject.entries:
        return None
    block = re.search(r"^  - (?:(?!^  - ).)*", subject.text, re.MULTILINE | re.DOTALL)
    return block and (f"{subject.text.rstrip()}\n{block[0].rstrip()}\n".encode(), ANYWHERE)


# Markdown.
def behind_the_body(text, at=0):
    """A paragraph added at the end of a body; the check speaks on its first line, or `at` lines further."""

    def apply(subject):
        if not subject.document.path.endswith(".md"):
            return None
        kept = subject.text.rstrip()
        return f"{kept}\n\n{text}\n".encode(), kept.count("\n") + 3 + at

    return apply


DAMAGES["markdown: html"] = behind_the_body("Dit is <i>schuin</i>.")
DAMAGES["markdown: a script"] = behind_the_body("<script>alert(1)</script>")
DAMAGES["markdown: a comment"] = behind_the_body("<!-- later -->")
DAMAGES["markdown: a macro"] = behind_the_body("{% set x = 1 %}")
DAMAGES["markdown: an include"] = behind_the_body('--8<-- "geheim.md"')
DAMAGES["markdown: a link with a script"] = behind_the_body("Zie [de truc](JaVaScRiPt:alert(1)).")
DAMAGES["markdown: a script behind a name"] = behind_the_body("Zie [de truc].\n\n[de truc]: javascript:alert(1)", 2)
DAMAGES["markdown: a dead link"] = behind_the_body("Zie [het blad](/werkbladen/dat-is-er-niet/).")
DAMAGES["markdown: a dead relative link"] = behind_the_body("Zie [het blad](dat-is-er-niet.md).")
DAMAGES["markdown: an anchor of no word"] = behind_the_body("Zie [het woord](/begrippen/#dat-is-er-niet).")
DAMAGES["markdown: a link on the word hier"] = behind_the_body("Lees het [hier](/werkbladen/).")
DAMAGES["markdown: a picture without words"] = behind_the_body("![](/img/weg.png)")
DAMAGES["markdown: a picture from elsewhere"] = behind_the_body("![Een straat](//example.org/straat.png)")
DAMAGES["markdown: a level passed over"] = behind_the_body("###### Veel te diep")
DAMAGES["markdown: filler"] = behind_the_body("xxx")
DAMAGES["markdown: an allowance that allows nothing"] = behind_the_body("<!-- toegestaan html: zomaar -->")


@damage
def markdown_without_the_end_of_its_data(subject):
    if not subject.document.offset:
        return None
    number = subject.document.body_line - 1
    return subject.with_line(number), ANYWHERE


def on_heading(change, where=0):
    def apply(subject):
        if subject.kind is None or subject.kind.type != "lesson":
            return None
        number = next(n for n, line in enumerate(subject.lines, 1) if line.startswith("## "))
        return subject.with_line(number, *change(subject.lines[number - 1])), number + where if where >= 0 else where

    return apply


DAMAGES["lesson: a misspelt heading"] = on_heading(lambda line: [line[:-1]])
DAMAGES["lesson: another heading"] = on_heading(lambda line: ["## Iets heel anders", "", "Tekst.", "", line])
DAMAGES["lesson: a heading taken out"] = on_heading(lambda line: [], ANYWHERE)
DAMAGES["lesson: a heading twice"] = on_heading(lambda line: [line, "", "Iets.", "", line], 4)
DAMAGES["lesson: a heading without text"] = on_heading(lambda line: [line, line], ANYWHERE)
