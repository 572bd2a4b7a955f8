"""Een bestand is te openen.

Soms staat er een map waar een bestand hoort, of mag de computer het bestand niet lezen.
"""

CODE = "onleesbaar"
SEVERITY = "error"
