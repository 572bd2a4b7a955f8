"""Een regel die bij de tekst erboven hoort, begint niet als iets nieuws.

Springt een punt van een lijst verder in dan het punt erboven, dan maakt YAML er één tekst van, met een streepje
erin. Hetzelfde gebeurt met een streepje of bolletje uit een ander programma, met een veld zonder spatie achter de
dubbele punt, en met een komma tussen `[` en `]`. Een zin over meer regels breek je niet af voor een streepje.

Goed:

    # tools/guides/praatje.yml
    skills:
      - Luisteren.
      - Een dialect verstaan.

Fout:

    # tools/guides/praatje.yml
    skills:
     - Luisteren.
      - Een dialect verstaan.
"""

CODE = "vervolgregel"
SEVERITY = "error"
