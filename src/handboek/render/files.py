"""Files that people take along, as pages speak of them."""

from __future__ import annotations

PAPER = {"A4": 2**0.5, "A3": 2**0.5, "A5": 2**0.5, "A6": 2**0.5, "A4-liggend": 0.5**0.5, "A3-liggend": 0.5**0.5}
"""How high each paper is for its width."""

FILES = {
    "blad": "PDF",
    "invulbaar": "Om in te vullen op een scherm",
    "vooraf": "Lees dit eerst, voor wie het verstuurt",
    "groot": "Grote letters",
    "werk": "Om op te plakken",
    "4xA4": "Op vier vellen A4",
    "vouw": "Om te vouwen en te plakken",
    "zak": "Zakkaart",
    "deelnemers": "Voor deelnemers",
    "evaluatie": "Evaluatieformulier",
    "samen": "Met het Nederlands",
    "word": "Word",
    "word-deelnemers": "Word, voor deelnemers",
    "excel": "Excel",
    "slides": "Dia's (PowerPoint)",
    "tekst": "Tekst, zonder opmaak",
    "zip": "Voor Word, samen in een ZIP",
}
"""What each kind of file is called."""
