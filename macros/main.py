"""What hand-written pages may call; a page says of itself that it does, with `macros: true`."""

from __future__ import annotations

from typing import Any

from handboek.render.macros import parts


def define_env(env: Any) -> None:
    """Give the macros to mkdocs-macros-plugin."""
    handbook = env.conf["plugins"]["handboek"]
    # Asked for page by page: they are there once the content was read.
    for macro in parts(lambda: handbook.site.renderer, lambda: handbook.calls):
        env.macro(macro)
