"""`python -m handboek` and the command `handboek`: starts the rest, and says what stops that before it can."""

from __future__ import annotations

import re
import sys

FULL = "Het geheugen is vol. Sluit andere programma's en probeer het opnieuw."
MISSING = "De installatie is niet volledig. Installeer opnieuw, met alles wat erbij hoort."
EXTRAS = {"mkdocs": "site", "mkdocs_macros": "site", "py_mini_racer": "site"}
"""What only some commands need, by the extra of our package that brings it."""
NO_ROOM = ("map segment", "allocate memory", "memory protection", "paging file")
"""How a system says that it has no memory left for a library."""

HALF_READ = re.compile(r"field '\w+' is required for \w+")
"""What the reader of Python itself says where it has no memory left."""


def main() -> int:
    """Run the command line; a stop by hand or a lack of memory is one sentence, also while the modules are read."""
    try:
        return _run()
    except KeyboardInterrupt:
        print("\nGestopt.", file=sys.stderr)
        return 130
    except (MemoryError, SystemError):  # with no room for the one error Python comes up with the other
        print(FULL, file=sys.stderr)
        return 1
    except (
        ValueError
    ) as error:  # where Python reads a text of ours with no room for it, it says that a field is missing
        if not HALF_READ.fullmatch(str(error)):
            raise
        print(FULL, file=sys.stderr)
        return 1
    except ImportError as error:
        full = any(words in str(error).lower() for words in NO_ROOM)
        extra = EXTRAS.get((error.name or "").partition(".")[0])
        print(FULL if full else _needed(extra) if extra else f"{MISSING} ({error})", file=sys.stderr)
        return 1


def _needed(extra: str) -> str:
    """What to install for a command that asks for an extra."""
    from importlib.metadata import requires  # noqa: PLC0415

    rows = [row.partition(";") for row in requires("handboek") or ()]
    wanted = [what.strip() for what, _, when in rows if "extra" in when and extra in when]
    listed = " ".join(f'"{what}"' for what in wanted)
    return f"Deze opdracht heeft meer nodig dan er is geïnstalleerd. Typ: python -m pip install {listed}"


def _run() -> int:
    """Read the rest, which takes half a second and may fail, and run it."""
    import logging  # noqa: PLC0415

    quiet = logging.NullHandler()  # `hashlib` logs a traceback for each thing that it cannot load, and goes on
    logging.getLogger().addHandler(quiet)
    from handboek.cli import main as run  # noqa: PLC0415
    from handboek.system import machine  # noqa: PLC0415

    machine.tidy_seldom()
    logging.getLogger().removeHandler(quiet)
    return run()


if __name__ == "__main__":
    sys.exit(main())
