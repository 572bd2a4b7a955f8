"""What somebody meant to write, and how it came out: damages to one value that YAML or Markdown takes in silence.

Each damage takes a text as its author meant it and gives what stands in the file instead, beginning behind
`key: ` or `- `, together with the value that the author expects to see published. `indent` is how far a next line
springs in. `None` where the text has nothing of the kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

Made = tuple[str, str] | None
MEANT: dict[str, Callable[[str, str], Made]] = {}


def meant(function: Callable[[str, str], Made]) -> Callable[[str, str], Made]:
    MEANT[function.__name__] = function
    return function


def middle(text: str, *, within: bool = False) -> int:
    """Where a space stands near the middle, `within` a sentence or anywhere; 0 where there is none."""
    spaces = [at for at in range(1, len(text)) if text[at] == " " and not (within and text[at - 1] in ".?!…")]
    return min(spaces, key=lambda at: abs(at - len(text) // 2), default=0)


def halves(text: str, *, within: bool = False) -> tuple[str, str] | None:
    at = middle(text, within=within)
    return (text[:at], text[at + 1 :]) if at else None


def joined(sign: str, shown: str | None = None) -> Callable[[str, str], Made]:
    """A sign between two words, that the author expects to see there (or as `shown`)."""

    def apply(text: str, indent: str) -> Made:
        both = halves(text)
        return both and (f"{both[0]}{sign}{both[1]}", f"{both[0]}{sign if shown is None else shown}{both[1]}")

    return apply


def over_lines(start: str, expected: str, *, within: bool = False) -> Callable[[str, str], Made]:
    """The second half on a line of its own that begins with `start`; the author expects `expected` between both.

    With `within` the line breaks off inside a sentence: a sentence that begins a line may be a point without its dash.
    """

    def apply(text: str, indent: str) -> Made:
        both = halves(text, within=within)
        return both and (f"{both[0]}\n{indent}{start}{both[1]}", f"{both[0]}{expected}{both[1]}")

    return apply


def around(before: str, after: str, shown: Callable[[str], str] = str) -> Callable[[str, str], Made]:
    return lambda text, indent: (f"{before}{text}{after}", shown(text))


POINTS = "\0points\0"
"""What no value can be: the author meant something that is not one text, so only a finding is right."""

MEANT["nothing"] = around("", "")
MEANT["a number behind #"] = joined(" #3 ")
MEANT["a word behind #"] = joined(" #samen ")
MEANT["a remark behind it"] = lambda text, indent: (f"{text} # later nakijken", POINTS)
MEANT["a line that begins with #"] = over_lines("#3 ", " #3 ")
MEANT["a remark between the lines"] = over_lines(f"# nakijken\n{'  ' * 6}", " ")
MEANT["the next point swallowed"] = over_lines("- ", POINTS)
MEANT["the next point without a space"] = over_lines("-", POINTS)
MEANT["a point with a tab"] = over_lines("-\t", POINTS)
MEANT["a point with a hard space"] = over_lines("-\u00a0", POINTS)
MEANT["a point with an en dash"] = over_lines("– ", POINTS)
MEANT["a bullet from Word"] = over_lines("•\t", POINTS)
MEANT["a bullet of mail"] = over_lines("* ", POINTS)
MEANT["a point of mail"] = over_lines("· ", POINTS)
MEANT["a number of a list"] = over_lines("2. ", POINTS)
MEANT["a bullet before all"] = around("– ", "", lambda text: POINTS)
MEANT["a next field swallowed"] = over_lines("summary:", POINTS)
MEANT["a next field with a colon of elsewhere"] = over_lines("summary：", POINTS)
MEANT["a hard space to spring in"] = over_lines("\u00a0\u00a0", " ")
MEANT["a colon inside"] = joined(": ")
MEANT["a colon behind a word"] = joined(":", ":")
MEANT["an address inside"] = joined(" https://voorbeeld.example/#plek ")
MEANT["two lines"] = over_lines("", " ", within=True)
MEANT["two lines with a tab"] = over_lines("\t", " ", within=True)
MEANT["two lines that do not spring in"] = lambda text, indent: (
    (both := halves(text)) and (f"{both[0]}\n{both[1]}", f"{both[0]} {both[1]}")
)
MEANT["an empty line between"] = over_lines("", "\n\n") and (
    lambda text, indent: (both := halves(text)) and (f"{both[0]}\n\n{indent}{both[1]}", POINTS)
)
for name, before, after in (
    ("English", "“", "”"),
    ("Dutch", "„", "”"),
    ("single", "‘", "’"),
    ("Dutch single", "‚", "’"),
    ("French", "«", "»"),
    ("twice closing", "”", "”"),
    ("half English", "“", ""),
    ("half closing", "", "”"),
    ("half curly", "“", '"'),
    ("half straight", '"', "”"),
    ("unclosed", '"', ""),
    ("only closing", "", '"'),
    ("single unclosed", "'", ""),
    ("doubled", "''", "''"),
    ("straight", '"', '"'),
    ("single straight", "'", "'"),
    ("wide", "＂", "＂"),
    ("of inches", "″", "″"),
    ("accents", "´", "´"),
    ("backticks", "`", "`"),
):
    MEANT[f"quotes: {name}"] = around(before, after)
MEANT["an apostrophe doubled"] = joined(" foto''s ", " foto's ")
MEANT["an apostrophe"] = joined(" foto's ")
MEANT["a path between quotes"] = lambda text, indent: (f'"{text} C:\\temp\\nieuw"', f"{text} C:\\temp\\nieuw")
MEANT["another path between quotes"] = lambda text, indent: (f'"{text} D:\\boven"', f"{text} D:\\boven")
MEANT["a tab between quotes"] = lambda text, indent: (f'"{text} \\t x"', f"{text} \\t x")
MEANT["a path"] = around("", " C:\\temp\\nieuw", lambda text: f"{text} C:\\temp\\nieuw")
MEANT["behind a bar"] = around("| ", "")
MEANT["behind a fold"] = around(">- ", "")
MEANT["a bar"] = lambda text, indent: (f"|-\n{indent}{text}", text)
MEANT["a fold"] = lambda text, indent: (f">-\n{indent}{text}", text)
MEANT["a fold with a long dash"] = lambda text, indent: (f">–\n{indent}{text}", text)
MEANT["a fold with an arrow"] = lambda text, indent: (f"->\n{indent}{text}", text)
MEANT["a fold with a guillemet"] = lambda text, indent: (f"»\n{indent}{text}", text)
MEANT["a fold with a digit"] = lambda text, indent: (f">1\n{indent}{text}", text)
MEANT["points in a fold"] = lambda text, indent: (
    (both := halves(text)) and (f">-\n{indent}{both[0]}\n{indent}- {both[1]}\n{indent}- en meer", POINTS)
)
MEANT["a field in a fold"] = lambda text, indent: (f">-\n{indent}{text}\n{indent}summary: en meer", POINTS)
MEANT["a fold in quotes"] = lambda text, indent: (f'>-\n{indent}"{text}"', text)
MEANT["a remark behind a fold"] = lambda text, indent: (f">- # later\n{indent}{text}", POINTS)
MEANT["a remark below a fold"] = lambda text, indent: (f">-\n{indent}  {text}\n{indent[:-1]}# en meer", POINTS)
for sign in "@`%&*!|>[]{}#-?:,~=<'\"\\":
    MEANT[f"begins with {sign}"] = around(f"{sign} ", "", lambda text, sign=sign: f"{sign} {text}")
    MEANT[f"begins with {sign} at once"] = around(sign, "", lambda text, sign=sign: f"{sign}{text}")
for word in ("true", "no", "010", "1.000", "12:30", "2026-02-30", "1e3", "0x1f", "=", "<<"):
    MEANT[f"the word {word}"] = lambda text, indent, word=word: (word, word)
for word in ("~", "null", ""):
    MEANT[f"nothing, written as {word or 'nothing'}"] = lambda text, indent, word=word: (word, None)
for name, sign in (("hard", "\u00a0"), ("thin", "\u2009"), ("wide", "\u3000")):
    MEANT[f"a {name} space before it"] = around(sign, "")
MEANT["a conflict with a base"] = lambda text, indent: (f"{text}\n||||||| 1a2b3c\n=======", POINTS)
MEANT["an end of a conflict"] = lambda text, indent: (f"{text}\n>>>>>>> nieuw", POINTS)
MEANT["a fence behind it"] = lambda text, indent: (f"{text}\n```", POINTS)
MEANT["quoted by mail"] = over_lines("> ", POINTS)
MEANT["a line of a table"] = over_lines("| ", POINTS)
MEANT["a box to tick"] = over_lines("☐ ", POINTS)
MEANT["an arrow of a list"] = over_lines("➢ ", POINTS)
MEANT["a bullet of Word's own letters"] = over_lines("\uf0b7 ", POINTS)
MEANT["a letter of a list"] = over_lines("b) ", POINTS)
MEANT["a plus of a list"] = over_lines("+ ", POINTS)
MEANT["a number and a bracket"] = over_lines("2) ", POINTS)
MEANT["an item of a list with a field"] = over_lines("- text: ", POINTS)
MEANT["a line that goes on as in a shell"] = joined(" \\\n      ", " ")
MEANT["a line that goes on as in mail"] = joined("=\n      ", "")
MEANT["words glued between quotes"] = lambda text, indent: (
    (both := halves(text)) and (f'"{both[0]}\\\n{indent}{both[1]}"', f"{both[0]} {both[1]}")
)
MEANT["a conflict"] = lambda text, indent: (f"{text}\n<<<<<<< HEAD\n=======\n>>>>>>> x", POINTS)
MEANT["a conflict that is half mended"] = lambda text, indent: (f"{text}\n=======", POINTS)
MEANT["too deep"] = lambda text, indent: (f"{'> ' * 30}{text}", POINTS)
MEANT["too deep in quotes"] = lambda text, indent: (
    (f'"{"- " * 30}{text}"', POINTS) if re.search(r"\w", text) else None  # a row of signs alone is shown as it stands
)
MEANT["a thousand brackets in quotes"] = lambda text, indent: (f'"{"[" * 1000}"', POINTS)


def plain(text: str) -> bool:
    """Whether a text can stand in YAML as it is, so that what comes out wrong does so for the damage."""
    return bool(re.fullmatch(r"[^\W\d_][^\n:#\"'‘’“”\[\]{}`*]*", text)) and all(
        a + b != "  " for a, b in pairwise(text)
    )
