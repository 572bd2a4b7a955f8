"""Elk veld staat er één keer.

Staat een veld er twee keer, dan gaat een van de twee stilletjes verloren. Voor de vaste koppen van een les geldt
hetzelfde.

Goed:

    # tools/guides/praatje.yml
    goal: Je leert iemand kennen.

Fout:

    # tools/guides/praatje.yml
    goal: Je leert iemand kennen.
    goal: Je leert iemand beter kennen.
"""

CODE = "dubbel-veld"
SEVERITY = "error"
