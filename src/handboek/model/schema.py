"""The models as JSON Schema: what an editor needs to complete and warn while somebody types.

The schemas stand on the website in `schema/` and, for VS Code, in the repository; `handboek schema` writes those.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from handboek.model.edition import Changes, Edition
from handboek.model.introspect import sections
from handboek.model.kind import Kind
from handboek.model.kinds import KINDS
from handboek.model.text import Model

SETTINGS = ".vscode/settings.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: Kind) -> dict[str, Any]:
    """The schema of a file of this kind; of its front matter for Markdown."""
    made = kind.model.model_json_schema(by_alias=True)
    definitions = made.pop("$defs", {})
    for name in sections(kind.model):
        made["properties"].pop(name)
        made["required"] = [other for other in made["required"] if other != name]
    if kind.many:
        made = {
            "type": "object",
            "properties": {kind.many: {"type": "array", "items": made, "description": f"De {kind.plural}."}},
            "required": [kind.many],
            "additionalProperties": False,
        }
    about = f"Een bestand met {kind.plural}" if kind.many else f"Een bestand van de soort {kind.name}"
    made |= {"$schema": DIALECT, "title": kind.name.capitalize(), "description": f"{about} (`{kind.files}`)."}
    shown: dict[str, Any] = _for_editors(made | ({"$defs": definitions} if definitions else {}))
    return shown


def _for_editors(node: Any) -> Any:
    """Without the English that pydantic makes up, and with numbers let through where text is wanted, as reading does."""
    if isinstance(node, list):
        return [_for_editors(child) for child in node]
    if not isinstance(node, dict):
        return node
    shown = {key: _for_editors(child) for key, child in node.items()}
    if isinstance(shown.get("title"), str) and ("type" in shown or "anyOf" in shown or "oneOf" in shown):
        keep = "$schema" in shown
        shown = {key: value for key, value in shown.items() if key != "title" or keep}
    if "properties" in shown and "$schema" not in shown:
        shown.pop("description", None)  # the English docstring of a model; its fields speak Dutch
    if shown.get("type") == "string" and not shown.keys() & {"pattern", "format", "enum", "const"}:
        shown["type"] = ["string", "number"]
    return shown


def files() -> dict[str, str]:
    """Each schema as text, by its file name."""
    return {f"{kind.type}.json": _text(schema(kind)) for kind in KINDS}


def editor_files() -> dict[str, str]:
    """What the repository holds for VS Code, by path: the schemas and which files each is for."""
    yaml = {f"./schema/{kind.type}.json": _patterns(kind) for kind in KINDS if kind.files.endswith(".yml")}
    settings = {
        "yaml.schemas": yaml,
        "yaml.format.enable": False,
        "files.associations": {"*.yml": "yaml"},
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.autoIndent": "keep"},
    }
    extensions = {"recommendations": ["redhat.vscode-yaml"]}
    return {
        **{f"schema/{name}": text for name, text in files().items()},
        SETTINGS: _text(settings),
        ".vscode/extensions.json": _text(extensions),
    }


def edition_files() -> dict[str, str]:
    """The same for an edition: a file of its own holds a piece, or changes to one of the base."""
    own = {}
    for kind in (kind for kind in KINDS if kind.files.endswith(".yml")):
        either = {
            "if": {"required": ["verandert"]},
            "then": {"$ref": "../changes.json"},
            "else": {"$ref": f"../{kind.type}.json"},
        }
        own[f"schema/eigen/{kind.type}.json"] = _text({"$schema": DIALECT, "title": kind.name.capitalize(), **either})
    there = editor_files()
    settings = json.loads(there[SETTINGS])
    settings["yaml.schemas"] = {"./schema/edition.json": ["editie.yml"]} | {
        f"./schema/eigen/{kind.type}.json": [f"eigen/{one}" for one in _patterns(kind)]
        for kind in KINDS
        if kind.files.endswith(".yml")
    }
    said: dict[str, tuple[str, str, type[Model]]] = {
        "edition": ("De uitgave", "Van wie een uitgave is (`editie.yml`).", Edition),
        "changes": ("Veranderingen", "Wat een uitgave in een stuk van de basis verandert.", Changes),
    }
    more = {
        f"schema/{name}.json": _text(
            _for_editors(
                model.model_json_schema(by_alias=True) | {"$schema": DIALECT, "title": title, "description": about}
            )
        )
        for name, (title, about, model) in said.items()
    }
    return {**there, **own, **more, SETTINGS: _text(settings)}


def _patterns(kind: Kind) -> list[str]:
    return [kind.files.replace("[0-9]*", "*")]


def write(folder: Path) -> None:
    """Write the schemas into `folder`, as on the website."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        (folder / name).write_text(text, encoding="utf-8")


def _text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
