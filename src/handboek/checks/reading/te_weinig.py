"""Een lijst is lang genoeg om iets aan te hebben.

Een stap heeft minstens vijf punten en twee valkuilen, een gesprek zeven vragen, een draaiboek vijf delen.

Goed:

    # tools/guides/praatje.yml
    opening: [Goedemorgen.]

Fout:

    # tools/guides/praatje.yml
    opening: []
"""

CODE = "te-weinig"
SEVERITY = "error"
