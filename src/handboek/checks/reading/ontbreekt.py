"""Wat een stuk nodig heeft, staat erin.

Welke velden dat zijn, staat op de bladzijde over velden. Een les heeft ook vier vaste koppen. Bij een feit horen altijd
een status en een bron.

Goed:

    # tools/messages/briefje.yml
    blanks: [{id: dag, label: dag}]

Fout:

    # tools/messages/briefje.yml
    blanks: [{id: dag}]
"""

CODE = "ontbreekt"
SEVERITY = "error"
