"""The bytes of an office file: the same content gives the same bytes, whoever makes it and when."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection

FIRST = "[Content_Types].xml"
"""What a program looks for first."""


def settled(content: bytes, without: Collection[str] = ()) -> bytes:
    """The same file with its parts in a fixed order and without times of its own; parts named in `without` are left out.

    Who leaves a part out takes its relation out too: a program refuses a file that names what is not there.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda name: (name != FIRST, name)):
            if name not in without:
                part = zipfile.ZipInfo(name)  # its time is 1980-01-01, the first that a ZIP knows
                part.compress_type = zipfile.ZIP_DEFLATED
                part.create_system = 3  # else it differs between Windows and the rest
                after.writestr(part, before.read(name))
    return made.getvalue()
