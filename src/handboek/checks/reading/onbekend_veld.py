"""Elk veld en elke vaste kop bestaat.

Een veld met een tikfout wordt niet gelezen, en dan is je tekst weg. Velden waarmee je de website zou sturen, zoals
`template` of `render_macros`, bestaan hier niet.

Goed:

    # tools/guides/praatje.yml
    goal: Je leert iemand kennen.

Fout:

    # tools/guides/praatje.yml
    gaol: Je leert iemand kennen.
    template: mooi.html
"""

CODE = "onbekend-veld"
SEVERITY = "error"
