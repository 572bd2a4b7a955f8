"""What a program lets somebody fill in, and what it says of a cell and of a slip."""

from __future__ import annotations

import datetime
from typing import Any

from handboek.tables import Kept

FIRST, LAST = datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)
"""The days that somebody can fill in; what lies outside is a slip of the keys."""
MOST = 9_999_999
TITLE, SAID = 32, 255
"""How many characters the name and the text of a message may have."""


def rule(kept: Kept, choices: str) -> dict[str, Any]:
    """The rule of a cell, as XlsxWriter takes it; `choices` is where they stand. Each says its name: it is read out."""
    kind, helps = _kind(kept, choices)
    made = {**(kind or {"validate": "any"}), "ignore_blank": True}
    if kind:
        made |= {"error_title": "Dit past hier niet", "error_message": helps[:SAID]}
    said = kept.note or helps or "Hier schrijf je zelf iets."
    if len(kept.label) > TITLE:
        said = f"{kept.label}. {said}"
    return made | {"input_title": kept.label[:TITLE], "input_message": said[:SAID]}


def _kind(kept: Kept, choices: str) -> tuple[dict[str, Any], str]:
    """What may be filled in, and what to do otherwise."""
    most = MOST if kept.most is None else kept.most
    between = {"criteria": "between", "minimum": kept.least, "maximum": most}
    if kept.chosen:
        more = " Staat het er niet bij? Zet het eerst op het blad Keuzes." if kept.more else ""
        return {"validate": "list", "source": f"={choices}"}, f"Kies iets uit de lijst.{more}"
    match kept.kind:
        case "aantal":
            return {"validate": "integer", **between}, f"Vul een heel getal in, van {kept.least} tot en met {most}."
        case "getal" | "euro":
            return {"validate": "decimal", **between}, f"Vul een getal in, van {kept.least} tot en met {most}."
        case "procent":
            return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}, (
                "Vul een percentage in, van 0% tot en met 100%."
            )
        case "datum":
            between = {"criteria": "between", "minimum": FIRST, "maximum": LAST}
            return {"validate": "date", **between}, "Vul een dag in zoals 24-11-2026."
    if kept.most:
        length = {"validate": "length", "criteria": "<=", "value": kept.most}
        return length, f"Hier passen hoogstens {kept.most} tekens."
    return {}, ""
