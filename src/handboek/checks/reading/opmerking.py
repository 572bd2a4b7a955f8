"""Een opmerking staat op een eigen regel.

Met `#` begint in YAML een opmerking. Staat er ` #` in een tekst zonder aanhalingstekens, dan is alles erachter weg, en
niemand ziet dat. Een uitzondering (`# toegestaan …`) mag wel achter een waarde staan.

Goed:

    # tools/guides/praatje.yml
    goal: "Je leert iemand van flat #3 kennen."

Fout:

    # tools/guides/praatje.yml
    goal: Je leert iemand van flat #3 kennen.
"""

CODE = "opmerking"
SEVERITY = "error"
