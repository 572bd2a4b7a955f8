"""`python -m handboek` and the command `handboek`: starts the rest, and says what stops that before it can."""

from __future__ import annotations

import sys

FULL = "Het geheugen is vol. Sluit andere programma's en probeer het opnieuw."
MISSING = "De installatie is niet volledig. Installeer opnieuw, zoals in CONTRIBUTING.md staat."
NO_ROOM = ("map segment", "allocate memory", "memory protection", "paging file")
"""How a system says that it has no memory left for a library."""


def main() -> int:
    """Run the command line; a stop by hand or a lack of memory is one sentence, also while the modules are read."""
    try:
        from handboek.cli import main as run  # noqa: PLC0415  (reading it takes half a second, and may fail)

        return run()
    except KeyboardInterrupt:
        print("\nGestopt.", file=sys.stderr)
        return 130
    except MemoryError:
        print(FULL, file=sys.stderr)
        return 1
    except ImportError as error:
        full = any(words in str(error).lower() for words in NO_ROOM)
        print(FULL if full else f"{MISSING} ({error})", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
