"""What hand-written pages may call. Each call gives HTML of the core; pages that may call are named in mkdocs.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from handboek.adapter.macros import parts


def define_env(env: Any) -> None:
    """Give the macros to mkdocs-macros-plugin."""
    for macro in parts(Path(env.conf["config_file_path"]).parent):
        env.macro(macro)
