"""What a page that is written by hand may call."""

from __future__ import annotations

MACROS = {
    "stap": "step",
    "checklist": "step",
    "werkblad": "worksheet",
    "gesprek": "guide",
    "samenhang": "",
    "uren": "",
    "getal": "",
    "vergelijking": "",
    "nummers": "",
    "nummer": "number",
}
"""What a hand-written page may call, and the type of the piece that it names."""
IN_A_SENTENCE = {"werkblad", "gesprek", "getal", "nummer"}
"""The calls that give a link, a figure or a number and stand in the sentence; the others come below the paragraph."""
