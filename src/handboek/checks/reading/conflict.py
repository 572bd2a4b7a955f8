"""Twee versies van een bestand zijn tot één gemaakt.

Veranderen twee mensen dezelfde regel, dan zet git beide versies in het bestand, tussen regels met `<<<<<<<`, `=======`
en `>>>>>>>`. Iemand moet dan kiezen.

Goed:

    # tools/guides/praatje.yml
    goal: Je leert iemand kennen.

Fout:

    # tools/guides/praatje.yml
    <<<<<<< HEAD
    goal: Je leert iemand kennen.
    =======
    goal: Je leert iemand beter kennen.
    >>>>>>> nieuw
"""

CODE = "conflict"
SEVERITY = "error"
