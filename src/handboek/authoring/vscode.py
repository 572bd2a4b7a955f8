"""What the repository holds for who writes in VS Code: the schemas, and which files each is for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from handboek.authoring.edit import save
from handboek.model import schema
from handboek.resources import is_edition
from handboek.system import transaction


def write(root: Path) -> list[str]:
    """Renew the schemas and the settings in the project at `root`; gives the paths. Raises `transaction.Refused`.

    In the settings of VS Code our part is renewed, and what somebody put beside it stays.
    """
    texts, read = {}, {}
    files = schema.edition_files() if is_edition(root) else schema.editor_files()
    for path, text in files.items():
        file = root / path
        if file.is_file():
            read[path] = _text(file)
        ours = path in read and path.startswith(".vscode/")
        texts[path] = _with(read[path], text, path) if ours else text
    save(root, texts, read)
    return list(texts)


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _with(there: str, text: str, path: str) -> str:
    """The settings that are there, with ours."""
    try:
        settings: Any = json.loads(there or "{}")
    except ValueError:
        settings = None
    if not isinstance(settings, dict):
        raise transaction.Refused(
            f"`{path}` kan ik niet bijwerken: er staat iets anders in dan gewone JSON. {transaction.NOTHING} "
            "Haal opmerkingen eruit, of zet het bestand even ergens anders."
        )
    for name, value in json.loads(text).items():
        old = settings.get(name)
        if isinstance(value, list) and isinstance(old, list):
            settings[name] = [*old, *(one for one in value if one not in old)]
        elif isinstance(value, dict) and isinstance(old, dict):
            settings[name] = {key: one for key, one in old.items() if not key.startswith("./schema/")} | value
        else:
            settings[name] = value
    return text if settings == json.loads(text) else json.dumps(settings, ensure_ascii=False, indent=2) + "\n"
