"""Een veld dat er staat, is ingevuld.

Weet je het nog niet? Haal een veld dat niet verplicht is dan weg.

Goed:

    # tools/guides/praatje.yml
    goal: Je leert iemand kennen.

Fout:

    # tools/guides/praatje.yml
    goal:
"""

CODE = "leeg"
SEVERITY = "error"
