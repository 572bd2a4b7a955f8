"""Een bestand is opgeslagen als UTF-8.

Zo komen een é en een € overal hetzelfde over. In Kladblok en Word kies je dat bij *Opslaan als*, onder *Codering*.
"""

CODE = "tekens"
SEVERITY = "error"
