"""Een bestand is hoogstens 256 kB.

Meer past niet in één stuk dat iemand nog leest, en het houdt iedereen op. Verdeel de inhoud over meer bestanden.
"""

CODE = "te-groot"
SEVERITY = "error"
