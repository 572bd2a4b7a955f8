"""Een bestand is heel: het stopt niet midden in een zin.

Valt bij kopiëren of versturen de tweede helft weg, dan merkt niemand dat. Daarom vraagt de controle ernaar als de laatste
zin geen punt heeft en er ook geen nieuwe regel achter staat. Is het bestand heel, zet er dan een punt achter.
"""

CODE = "afgebroken"
SEVERITY = "warning"
