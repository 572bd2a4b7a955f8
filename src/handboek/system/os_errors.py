"""What the machine refuses, said in Dutch: what is wrong and what to do."""

from __future__ import annotations

import errno

CLOSED = ("Hier mag niet worden geschreven", "Kies een map waarin je mag schrijven, of pas de rechten aan.")
FULL = ("De schijf is vol", "Maak ruimte en probeer het opnieuw.")
SAID = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: ("Dit bestand wordt te groot voor deze schijf", "Maak ruimte, of bouw op een andere schijf."),
    errno.EACCES: CLOSED,
    errno.EPERM: CLOSED,
    errno.EROFS: CLOSED,
    errno.EEXIST: ("Dit bestaat al", "Kies een andere naam."),
    errno.ELOOP: ("Dit is een koppeling die rondgaat", "Haal haar weg."),
    errno.EBUSY: ("Deze map is in gebruik", "Sluit wat haar gebruikt, of kies een andere map."),
    errno.ENOENT: ("Dit bestand is er niet", "Zet het terug, of kijk of de naam klopt."),
    errno.ENOTDIR: ("Hier hoort een map te staan, en er staat een bestand", "Haal het weg of kies een andere map."),
    errno.EISDIR: ("Hier hoort een bestand te staan, en er staat een map", "Haal haar weg of kies een andere naam."),
    errno.EADDRINUSE: ("Deze poort is al in gebruik", "Stop het andere programma, of kies een poort met `--port`."),
    errno.ENAMETOOLONG: ("Deze naam is te lang", "Kies een kortere naam."),
    errno.EMFILE: ("Er staan te veel bestanden open", "Sluit andere programma's en probeer het opnieuw."),
    errno.ENOMEM: ("Het geheugen is vol", "Sluit andere programma's en probeer het opnieuw."),
    errno.EAGAIN: ("Er draaien te veel programma's", "Sluit andere programma's en probeer het opnieuw."),
}
"""By what the system answers: what is wrong, and what to do."""
LIBRARY = (
    "Er ontbreekt een bibliotheek voor de bladen: Pango. Installeer haar met `apt install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0` (Debian, Ubuntu), `brew install pango` (Mac) of "
    "`pacman -S mingw-w64-x86_64-pango` in MSYS2 (Windows)."
)
MEMORY = f"{SAID[errno.ENOMEM][0]}. {SAID[errno.ENOMEM][1]}"


def said(error: OSError) -> str:
    """The answer of the system as a sentence or two, with the file that it is about."""
    if "cannot load library" in str(error):
        return MEMORY if "segment" in str(error) or "memory" in str(error) else LIBRARY
    names = [str(name) for name in (error.filename, error.filename2) if name is not None]
    what, helps = SAID.get(
        error.errno or 0, ("De computer weigert iets", "Probeer het opnieuw; helpt dat niet, meld het dan.")
    )
    reason = "" if error.errno in SAID else f" ({error.strerror or error})"
    return f"{what}{': ' if names else ''}{' → '.join(names)}{reason}. {helps}"
