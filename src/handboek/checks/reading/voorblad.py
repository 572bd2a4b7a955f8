"""Een bestand in Markdown begint met zijn gegevens.

Bovenaan staat een regel `---`, dan de gegevens, dan weer een regel `---`. Daaronder komt de tekst.

Goed:

    # docs/over-deze-methode.md, het hele bestand
    ---
    title: Over deze methode
    summary: Waarom deze methode bestaat.
    checked: 2026-11-01
    ---
    # Over deze methode

Fout:

    # docs/over-deze-methode.md, het hele bestand
    # Over deze methode

    Waarom deze methode bestaat.
"""

CODE = "voorblad"
SEVERITY = "error"
