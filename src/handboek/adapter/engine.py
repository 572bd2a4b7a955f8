"""Run MkDocs on a project."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path
from typing import Any

from handboek.project import Project
from handboek.resources import SETTINGS
from handboek.site import BuildError
from handboek.site.allowed import Scripts
from handboek.site.site import Site, preview

SITE: ContextVar[Callable[[], Site]] = ContextVar("site")
"""Gives the plugin what it builds: a preview asks anew at each change. Nothing when somebody starts the engine by itself."""


def build_site(site: Site, out: Path) -> Scripts:
    """Build the pages of `site` into `out`, strictly; gives the scripts that the theme writes into them.

    Raises `BuildError` with what MkDocs said.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build  # noqa: PLC0415  (after the variable: the theme looks at it on import)
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    listener = Listener(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    given = SITE.set(lambda: site)
    try:
        config = load_config(str(SETTINGS), site_dir=str(out), **_of(site.project))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
        plugin: Any = config.plugins["handboek"]
        scripts: Scripts = plugin.scripts
        return scripts
    except (MkDocsException, SystemExit) as error:
        raise BuildError("\n".join([*said, str(error)])) from error
    finally:
        SITE.reset(given)
        logger.removeHandler(listener)


def serve_site(project: Project, port: int) -> None:
    """Show the site on this machine and follow each change until the person stops it."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.serve import serve  # noqa: PLC0415

    print("De bladzijden worden gemaakt ...", flush=True)
    SITE.set(lambda: preview(replace(project)))  # their own templates may have changed as well
    serve(str(SETTINGS), dev_addr=f"127.0.0.1:{port}", strict=False, **_of(project))


def _of(project: Project) -> dict[str, Any]:
    """What differs from one project to another. The engine gets an empty folder: what it publishes, the plugin gives it."""
    empty = project.work / "leeg"
    empty.mkdir(parents=True, exist_ok=True)
    return {"docs_dir": str(empty), "site_url": project.url, "repo_url": project.repo or None}
