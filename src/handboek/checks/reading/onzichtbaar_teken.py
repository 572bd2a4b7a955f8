"""In een bestand staan alleen tekens die je ziet, spaties, tabs en regeleinden.

Onzichtbare tekens komen mee met kopiëren uit een ander programma. Ze breken een tekst af of maken een woord onvindbaar.

Goed:

    # tools/guides/praatje.yml
    goal: "Je leert iemand kennen."

Fout:

    # tools/guides/praatje.yml
    goal: "Je leert\\0iemand kennen."
"""

CODE = "onzichtbaar-teken"
SEVERITY = "error"
