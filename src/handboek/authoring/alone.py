"""A page that holds all that it shows: it opens from a folder in any browser, without a server, and asks nobody for anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2

NAME = "wat-verandert.html"
"""What such a page about a change is called."""


def page(templates: Path, template: str, **said: Any) -> str:
    """The HTML of such a page from a template in `frame/`."""
    loader = jinja2.FileSystemLoader(templates)
    engine = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    return engine.get_template(f"frame/{template}").render(**said)
