"""What a browser fetches without what it does not need: parts of the theme that no page has, and remarks in what is ours."""

from __future__ import annotations

import re

PARTS = re.compile(
    r"\.md-(?:annotation|author|banner|clipboard|code_|consent|content--post|content__button|draft|feedback|footer"
    r"|header__(?:ellipsis|inner|source|title|topic)|input|logo|meta|nav|pagination|path|pin|post|profile|progress|search"
    r"|select|sidebar|social|source|status|tabs|tag|version)|\.giscus|\.mermaid"
    r"|\.(?:admonition|arithmatex|critic|emojione|footnote|gemoji|highlight|key-|keys|tabbed-|task-list-|twemoji)"
    r"|\[data-md-color-(?:primary|accent)=(?!custom)"
)
"""What the theme has a style for and no page has: parts of its frame that ours has not (`overrides/site/main.html` and the
partials beside it), and what a dialect of Markdown makes that we do not read (`handboek.markdown`)."""

RULE = re.compile(r"(?<![^{}])([^{}]++)\{([^{}]*+)\}")
EXCEPT = re.compile(r":not\([^()]*\)")
SELECTOR = re.compile(r"(?:[^,(]++|\((?:[^()]++|\([^()]*+\))*+\)|\()++")
"""One of a list: a comma within brackets is its own."""
PICTURE = re.compile(r'(?<![\w-])(--[\w-]++):url\("data:[^"]*+"\);?')
REMARK = re.compile(r"^[ \t]*(?://.*|/\*(?:(?!\*/)[^`])*\*/[ \t]*)\n", re.MULTILINE)


def style(css: str) -> str:
    """A style of the theme without the rules for parts that no page has, and without the pictures that only they show."""
    left = RULE.sub(_rule, css)
    used = set(re.findall(r"var\((--[\w-]+)", left))
    return PICTURE.sub(lambda found: found[0] if found[1] in used else "", left)


def _rule(found: re.Match[str]) -> str:
    selectors, says = found.groups()
    if ":is(" in selectors:
        return found[0]  # what it means cannot be told from its parts
    kept = [one for one in SELECTOR.findall(selectors) if not PARTS.search(EXCEPT.sub("", one))]
    return f"{','.join(kept)}{{{says}}}" if kept else ""


def ours(code: str) -> str:
    """A script or a style of ours without the remarks that have lines of their own."""
    return REMARK.sub("", code)
