"""Een tekst is niet dieper of voller dan iemand kan lezen.

Een tekst van meer dan 40.000 tekens, meer dan acht lijsten in elkaar, of een lange rij haakjes en sterretjes is
meestal een ongeluk met plakken. Wat te diep zit, zou stilletjes van de bladzijde verdwijnen.

Goed:

    # docs/over-deze-methode.md
    # Over deze methode

    - Een lijst:
      - met een lijst erin

Fout:

    # docs/over-deze-methode.md
    # Over deze methode

    1. 1. 1. 1. 1. 1. 1. 1. 1. Te diep.
"""

CODE = "te-ingewikkeld"
SEVERITY = "error"
