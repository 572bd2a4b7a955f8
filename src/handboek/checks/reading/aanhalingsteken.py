"""Aanhalingstekens om een waarde zijn recht, en sluiten waar ze horen.

Een computer kent om een waarde alleen `"` en `'`. Gekrulde aanhalingstekens worden een deel van de tekst; van een half
paar blijft er een staan. Tussen dubbele aanhalingstekens maakt een schuine streep van `\\t` een tab. Wil je
gekrulde aanhalingstekens laten zien, zet er dan rechte omheen.

Goed:

    # tools/guides/praatje.yml
    title: "Een praatje"
    summary: "‘Woont u hier al lang?’"

Fout:

    # tools/guides/praatje.yml
    title: “Een praatje”
"""

CODE = "aanhalingsteken"
SEVERITY = "error"
SINCE = 2
