"""Run MkDocs on a project."""

from __future__ import annotations

import logging
import os
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from handboek.project import Project
from handboek.resources import SETTINGS
from handboek.site import BuildError
from handboek.site.closed import Scripts

PROJECT: ContextVar[Project] = ContextVar("project")
"""What the plugin builds; nothing when somebody starts the engine by itself."""


ERRORS: ContextVar[int] = ContextVar("errors", default=0)
"""How many errors its content has: a build goes on with them only where somebody asked for that, and each page says so."""


def build_site(project: Project, out: Path, errors: int = 0) -> Scripts:
    """Build the pages of `project` into `out`, strictly; gives the scripts that its theme writes into them.

    Raises `BuildError` with what MkDocs said.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build  # noqa: PLC0415  (after the variable: the theme looks at it on import)
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    listener = Listener(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    given, told = PROJECT.set(project), ERRORS.set(errors)
    try:
        config = load(project, out)
        build(config)
        config.plugins.on_shutdown()
        scripts: Scripts = config.plugins["handboek"].scripts
        return scripts
    except (MkDocsException, SystemExit) as error:
        raise BuildError("\n".join([*said, str(error)])) from error
    finally:
        PROJECT.reset(given)
        ERRORS.reset(told)
        logger.removeHandler(listener)


def load(project: Project, out: Path):  # type: ignore[no-untyped-def]
    """The engine's configuration for `project`, ready to build into `out`."""
    from mkdocs.config import load_config  # noqa: PLC0415

    config = load_config(str(SETTINGS), site_dir=str(out), **_of(project))
    config.plugins.on_startup(command="build", dirty=False)
    return config


def serve_site(project: Project, port: int) -> None:
    """Show the site on this machine and follow each change until the person stops it."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.serve import serve  # noqa: PLC0415

    print("De bladzijden worden gemaakt ...", flush=True)
    PROJECT.set(project)
    serve(str(SETTINGS), dev_addr=f"127.0.0.1:{port}", strict=False, **_of(project))


def _of(project: Project) -> dict[str, Any]:
    """What differs from one project to another. The engine gets an empty folder: what it publishes, the plugin gives it."""
    empty = project.work / "leeg"
    empty.mkdir(parents=True, exist_ok=True)
    return {"docs_dir": str(empty), "site_url": project.url, "repo_url": project.repo}
