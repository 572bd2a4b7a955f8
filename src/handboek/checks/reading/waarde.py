"""Een waarde heeft de vorm die bij het veld hoort.

Een getal is een heel getal tussen twee grenzen, een dag is een dag die bestaat, een tekst is geen lijst. Wat je typt
blijft wat je typt: `12:30` is een tijd, `no` is een woord en `012` blijft `012`.

Goed:

    # tools/guides/praatje.yml
    minutes: 10
    checked: 2026-02-28

Fout:

    # tools/guides/praatje.yml
    minutes: een kwartier
    checked: 2026-02-30
"""

CODE = "waarde"
SEVERITY = "error"
