"""Wat de computer maakt, staat niet in git.

In `.build`, `site` en `bladen` zet de generator wat hij maakt. Hij vertrouwt wat daar staat. Brengt git er iets heen, dan
komt dat op de website zonder dat iemand het heeft nagekeken.
"""

CODE = "gemaakt"
SEVERITY = "error"
WHAT = "Dit bestand staat in een map voor wat de generator maakt, en git houdt het bij."


def advice(path: str) -> str:
    """What to do about it."""
    return f"Haal het uit git: `git rm -r --cached {path.split('/', maxsplit=1)[0]}`."
