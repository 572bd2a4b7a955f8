"""Make a new rule of the check: a module that works, with examples that do what they say, in the table and the guide."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

from handboek import checks
from handboek.anchors import anchor
from handboek.authoring import prompts
from handboek.authoring.choices import TABLE
from handboek.authoring.edit import in_the_way, save

FOLDER = "src/handboek/checks/rules"
GUIDE = "CONTRIBUTING.en.md"

TEMPLATE = '''"""{title}

{why}

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten iedereen.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten {words}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.checks.passages import Passage
from handboek.finding import Finding

CODE = "{code}"
SEVERITY = "warning"

WORDS = re.compile({pattern}, re.IGNORECASE)


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each time that a text holds these words."""
    for found in WORDS.finditer(passage.value):
        yield passage.say_from(*found.span(), f"Hier staat `{{found[0]}}`.", {advice})
'''


def new(root: Path) -> int:
    """Ask, write the module and put it in the table; gives the exit code."""
    print("Een nieuwe controle. Zij begint met één woord dat niet mag; daarna maak je haar zo slim als je wilt.")
    code = prompts.text("Naam van de controle, met streepjes", wrong=_wrong_code)
    file = prompts.text(
        "Naam van het bestand, in het Engels", default=code, wrong=lambda answer: _wrong_file(root, answer)
    )
    title = prompts.text("Wat de controle vraagt, in één zin", wrong=_no_sentence)
    why = prompts.text(
        "Waarom dat zo is", default="Een lezer moet kunnen begrijpen wat hier staat, ook zonder het vak te kennen."
    )
    words = prompts.text("Het woord of teken dat niet mag", wrong=prompts.required)
    advice = prompts.text("Wat een schrijver in plaats daarvan doet", wrong=prompts.required)
    module = file.replace("-", "_")
    text = TEMPLATE.format(
        title=title, why=why, code=code, words=words, pattern=_pattern(words), advice=_literal(advice)
    )
    before = {path: (root / path).read_text(encoding="utf-8") for path in (TABLE, GUIDE) if (root / path).is_file()}
    after = {TABLE: in_table(before[TABLE], module)}
    if GUIDE in before:
        after[GUIDE] = in_guide(before[GUIDE], code, title)
    save(root, {f"{FOLDER}/{module}.py": text, **after}, before)
    print(f"\nGemaakt: {FOLDER}/{module}.py. Zij staat in {' en in '.join(after)}.")
    print("Zet voorbeelden met hun melding in een bestand van tests/checks/golden, zoals opmaak.txt of taal.txt,")
    print("en kijk met `make quick` of alles klopt. `handboek check` laat zien wat zij in de inhoud vindt.")
    return 0


def in_table(text: str, module: str) -> str:
    """The table of the rules with one more: imported in its place, and the last of what is looked for in all content."""
    imports = re.search(r"from handboek\.checks\.rules import \(\n(.*?)\)", text, re.DOTALL)
    rules = re.search(r"^RULES: .*?(?=^    \),\n\))", text, re.DOTALL | re.MULTILINE)
    assert imports and rules
    text = f"{text[: rules.end()]}        {module},\n{text[rules.end() :]}"
    names = sorted([*re.findall(r"\w+", imports[1]), module])
    return text[: imports.start(1)] + "".join(f"    {name},\n" for name in names) + text[imports.end(1) :]


def in_guide(text: str, code: str, title: str) -> str:
    """The guide with a row for the rule, in the order of the table: behind the last rule that is no rule of language."""
    row = f"| `{code}` | warning | {title} |\n"
    return re.sub(rf"^\| `{checks.RULES[-1].code}` \|.*\n", lambda last: last[0] + row, text, flags=re.MULTILINE)


def _pattern(words: str) -> str:
    """What finds these words, and not a longer word that holds them."""
    begin = r"(?<![\w-])" if re.match(r"\w", words) else ""
    end = r"(?![\w-])" if re.search(r"\w$", words) else ""
    found = f"{begin}{re.escape(words)}{end}".replace(r"\ ", r"\s+")
    return f'r"{found}"' if '"' not in found else _literal(found)


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _wrong_code(code: str) -> str:
    if not code or code != anchor(code):
        return "Gebruik kleine letters, cijfers en streepjes."
    return f"De controle `{code}` is er al." if code in checks.CODES else ""


def _wrong_file(root: Path, name: str) -> str:
    module = name.replace("-", "_")
    if not module.isidentifier() or keyword.iskeyword(module) or name != name.lower():
        return "Gebruik kleine letters, cijfers en streepjes, en begin met een letter."
    return in_the_way(root, f"{FOLDER}/{module}.py")


def _no_sentence(text: str) -> str:
    return "" if text.endswith(".") and '"""' not in text else "Schrijf een zin, met een punt aan het eind."
