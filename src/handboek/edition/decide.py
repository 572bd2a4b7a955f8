"""What becomes of a change that clashes with its base, once somebody answered: the own text, that of the base, or both."""

from __future__ import annotations

from typing import Any

from handboek.edition import changes
from handboek.edition.carry import Answer, Base, Carried, at_home, own_text, row, shown
from handboek.edition.entries import Row
from handboek.edition.units import BODY, PARAGRAPH, Unit, folded
from handboek.model.edition import Change


def decided(said: Row, change: Change, base: Base, answer: Answer) -> Carried:
    """A change that clashes with its base, as the answer has it. Where that cannot be done, it stays, and `why` says so."""
    if answer == "basis":
        return Carried(None, "gekozen", change.old or "", shown(change.now), own_text(change))
    if changes.gone(change):
        return Carried(None, "gekozen", change.old or "") if change.out else _placed(said, change)
    found = base.find(change)
    if isinstance(found, str):
        return Carried(said, "los", own=own_text(change), why=found)
    if answer == "beide" and change.out:
        why = "beide kan niet: deze uitgave laat dit punt weg. Kies `eigen` (weg) of `basis` (blijft)."
        return Carried(said, "kan niet", change.old or "", shown(change.now), why=why)
    more = {"wordt": _both(change, found.unit), "kies": "beide"} if answer == "beide" else {}
    if found.unit is None:
        return Carried(row(said, hash=found.hash, **more), "gekozen")
    return Carried(at_home(row(said, **more), found.unit, base, found.hash), "gekozen")


def _both(change: Change, unit: Unit | None) -> Any:
    """Both texts below each other, the own one first, for who makes one of them."""
    now = change.now if unit is None else unit.value if isinstance(change.new, dict) else unit.text
    return _joined(change.new, now, paragraphs=unit is not None and PARAGRAPH in unit.loc)


def _joined(own: Any, now: Any, *, paragraphs: bool = False) -> Any:
    if isinstance(own, str) and isinstance(now, str):
        between = "\n\n" if paragraphs or "\n" in own.strip() or "\n" in now.strip() else "\n"
        return own if folded(own) == folded(now) else f"{own.strip()}{between}{now.strip()}"
    if isinstance(own, dict) and isinstance(now, dict):
        return {key: _joined(value, now.get(key)) for key, value in own.items()}
    if isinstance(own, list) and isinstance(now, list):
        return [*own, *(one for one in now if one not in own)]
    return own


def _placed(said: Row, change: Change) -> Carried:
    """The own text of a place that is gone, put where that place was."""
    values = list(change.before or change.after) or [change.new]
    if change.behind:
        where = {"was": change.behind, "erna": values}
    elif change.ahead:
        where = {"was": change.ahead, "ervoor": values}
    elif change.behind == "" and change.field != BODY:
        where = {"erna": values}
    elif "." not in change.field and change.field != BODY and not (change.before or change.after):
        where = {"wordt": change.new}
    else:
        why = "de plek is weg, en er staat niets meer omheen. Zet je tekst met `handboek edition change` op een andere plek."
        return Carried(said, "kan niet", change.old or "", "", own_text(change), why)
    return Carried({"veld": change.field, **where}, "gekozen")
