"""What hand-written pages may call. Each call gives HTML of the core; pages that may call are named in mkdocs.yml."""

from __future__ import annotations

from typing import Any

from handboek.adapter.macros import parts


def define_env(env: Any) -> None:
    """Give the macros to mkdocs-macros-plugin."""
    handbook = env.conf["plugins"]["handboek"]
    for macro in parts(lambda: handbook.renderer):  # asked for page by page: it is there once the content was read
        env.macro(macro)
