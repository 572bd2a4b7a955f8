"""Een lijst is niet langer dan er past.

Een gesprek met twintig vragen voert niemand. Schrap, of maak er twee stukken van.

Goed:

    # tools/guides/praatje.yml
    opening: [Goedemorgen.]

Fout:

    # tools/guides/praatje.yml
    opening: [Goedemorgen., Mooi weer., Woont u hier?, Ik ook., Tot ziens.]
"""

CODE = "te-veel"
SEVERITY = "error"
