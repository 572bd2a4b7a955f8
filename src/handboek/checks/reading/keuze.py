"""Een waarde komt uit de lijst waar je uit kiest.

Bij sommige velden liggen de mogelijkheden vast, zoals het papier of de vorm van een werkblad.

Goed:

    # tools/worksheets/lijstje.yml
    size: A4

Fout:

    # tools/worksheets/lijstje.yml
    size: A4 liggend
"""

CODE = "keuze"
SEVERITY = "error"
