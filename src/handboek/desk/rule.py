"""Make a new rule of the check: a module that works, with examples that do what they say, in the table of rules."""

from __future__ import annotations

import re
from pathlib import Path

from handboek import checks
from handboek.address import anchor
from handboek.desk import ask
from handboek.desk.edit import in_the_way, save

FOLDER = "src/handboek/checks"
TABLE = f"{FOLDER}/__init__.py"

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

from collections.abc import Iterator

from handboek.checks.spot import passages
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "{code}"
SEVERITY = "warning"

WORDS = {quoted}


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each text that holds these words."""
    for passage in passages(handbook):
        if WORDS in passage.value:
            yield passage.say(f"Hier staat `{{WORDS}}`.", {advice}, words=WORDS)
'''


def new(root: Path) -> int:
    """Ask, write the module and put it in the table; gives the exit code."""
    table = root / TABLE
    if not table.is_file():
        print(
            "Een controle is code, en die staat hier niet: er is geen src/handboek/checks. Doe dit in de map van de generator zelf."
        )
        return 2
    print("Een nieuwe controle. Zij begint met één woord dat niet mag; daarna maak je haar zo slim als je wilt.")
    code = ask.text("Naam van de controle, met streepjes", wrong=lambda answer: _wrong_name(root, answer))
    title = ask.text("Wat de controle vraagt, in één zin", wrong=_no_sentence)
    why = ask.text(
        "Waarom dat zo is", default="Een lezer moet kunnen begrijpen wat hier staat, ook zonder het vak te kennen."
    )
    words = ask.text("Het woord of teken dat niet mag", wrong=ask.required)
    advice = ask.text("Wat een schrijver in plaats daarvan doet", wrong=ask.required)
    module = code.replace("-", "_")
    text = TEMPLATE.format(
        title=title, why=why, code=code, words=words, quoted=_literal(words), advice=_literal(advice)
    )
    rules = table.read_text(encoding="utf-8")
    save(root, {f"{FOLDER}/{module}.py": text, TABLE: in_table(rules, module)}, {TABLE: rules})
    print(f"\nGemaakt: src/handboek/checks/{module}.py, en zij staat in de tabel.")
    print("Zet voorbeelden met hun melding in tests/checks/golden, noem de controle in CONTRIBUTING.en.md,")
    print("en kijk met `make quick` of alles klopt. `handboek check` laat zien wat zij in de inhoud vindt.")
    return 0


def in_table(text: str, module: str) -> str:
    """The module of the rules with one more: imported in its place, and the last of the table."""
    imports = re.search(r"from handboek\.checks import \(\n(.*?)\)", text, re.DOTALL)
    rules = re.search(r"RULES: tuple\[ModuleType, \.\.\.\] = \(\n.*?(?=^\))", text, re.DOTALL | re.MULTILINE)
    assert imports and rules
    text = f"{text[: rules.end()]}    {module},\n{text[rules.end() :]}"
    names = sorted([*re.findall(r"\w+", imports[1]), module])
    return text[: imports.start(1)] + "".join(f"    {name},\n" for name in names) + text[imports.end(1) :]


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _wrong_name(root: Path, code: str) -> str:
    if not code or code != anchor(code):
        return "Gebruik kleine letters, cijfers en streepjes."
    if code in checks.CODES:
        return f"De controle `{code}` is er al."
    return in_the_way(root, f"{FOLDER}/{code.replace('-', '_')}.py")


def _no_sentence(text: str) -> str:
    return "" if text.endswith(".") and '"""' not in text else "Schrijf een zin, met een punt aan het eind."
