"""De opmaak van een bestand klopt.

De gegevens staan in YAML: een naam, een dubbele punt, een spatie en een waarde. Wat bij elkaar hoort, springt even ver
in, met spaties. Een tekst met een dubbele punt erin zet je tussen aanhalingstekens. Slimme trucs van YAML (`&`, `*`,
`!`, een tweede deel na `---`) kunnen hier niet, en dieper dan twintig niveaus ook niet.

Goed:

    # tools/guides/praatje.yml
    goal: "Eén doel: je leert iemand kennen."

Fout:

    # tools/guides/praatje.yml
    goal: Eén doel: je leert iemand kennen.
"""

CODE = "yaml"
SEVERITY = "error"
