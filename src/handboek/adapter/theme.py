"""What the site takes from the engine's theme. Whatever else the theme carries stays behind."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from typing import TYPE_CHECKING

from handboek.site.allowed import Scripts

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

TAKEN = ("assets/javascripts/bundle.*.min.js",)
"""The files of the theme that go along as they are; its style is joined with ours, its search is not used."""
PAGES = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz"})
"""What the engine makes by itself, beside the templates that `mkdocs.yml` names."""
INLINE = ("base", "palette", "content")
"""The parts of the theme that stand in a page as a script."""


def takes(file: File, config: MkDocsConfig) -> bool:
    """Whether a file that is no content goes to the site: one of our own theme, or one that we take from the other."""
    ours = config.theme.dirs[0]
    return file.src_dir == ours or any(fnmatch(file.src_uri, pattern) for pattern in TAKEN)


def scripts(env: Environment, config: MkDocsConfig) -> Scripts:
    """The scripts that the theme writes into a page, by the base from which the links of that page count.

    They come from the theme's own parts, so that a finished page never vouches for itself.
    """
    templates = [env.get_template(f"partials/javascripts/{part}.html") for part in INLINE]

    def of(base: str) -> tuple[str, ...]:
        made = "".join(template.render(config=config, base_url=base, features=[]) for template in templates)
        return tuple(re.findall(r"<script>((?:(?!<script>).)*?)</script>", made, re.DOTALL))

    return of
