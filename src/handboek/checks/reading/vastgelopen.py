"""Een bestand laat het programma niet vastlopen.

Soms struikelt een programma waar het handboek op bouwt over iets heel vreemds. Dan staat hier om welk bestand het gaat.
De andere bestanden worden gewoon nagekeken.
"""

CODE = "vastgelopen"
SEVERITY = "error"
