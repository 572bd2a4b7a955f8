"""Een bestand staat in het project zelf.

Een koppeling (symlink) naar een plek buiten het project werkt alleen op jouw computer.
"""

CODE = "koppeling"
SEVERITY = "error"
