"""Een tekst past op zijn plek.

Elk veld heeft een grootste lengte: zoveel als er op het blad of de kaart past.

Goed:

    # tools/guides/praatje.yml
    title: Een praatje

Fout:

    # tools/guides/praatje.yml
    title: Een praatje over van alles en nog wat met wie je maar tegenkomt op straat
"""

CODE = "te-lang"
SEVERITY = "error"
