"""The Dutch dictionary of the system: which words does it not know?"""

from __future__ import annotations

import shutil
import subprocess
from functools import lru_cache

LANGUAGE = "nl_NL"
MISSING = (
    "De spelling is niet gecontroleerd: op deze computer staat geen Nederlands woordenboek. "
    "Installeer `hunspell` en `hunspell-nl`."
)


@lru_cache(maxsize=256)
def unknown(words: frozenset[str]) -> frozenset[str] | None:
    """Those of the words that the dictionary does not know; nothing where there is no dictionary."""
    program = shutil.which("hunspell")
    if program is None:
        return None
    asked = subprocess.run(
        [program, "-d", LANGUAGE, "-i", "UTF-8", "-l"],
        input="\n".join(sorted(words)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return frozenset(asked.stdout.split("\n")) & words if asked.returncode == 0 else None


def there() -> bool:
    """Whether there is a dictionary."""
    return unknown(frozenset()) is not None
