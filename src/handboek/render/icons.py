"""The few pictures that templates use, as inline SVG. Decoration: the words beside them say it all."""

from __future__ import annotations

from markupsafe import Markup

PATHS = {
    "print": '<path d="M6 9V3h12v6M6 18H4v-7h16v7h-2M7 14h10v7H7z"/>',
    "talk": '<path d="M4 4h16v12H10l-5 4v-4H4z"/>',
    "sheet": '<path d="M6 2h9l4 4v16H6zM9 11h7M9 15h7M14 2v5h5"/>',
    "letter": '<path d="M3 6h18v13H3zM3 7l9 7 9-7"/>',
    "script": '<path d="M5 4h14v17H5zM9 2h6v4H9zM8 11h8M8 15h8"/>',
    "stop": '<path d="M8 2h8l6 6v8l-6 6H8l-6-6V8zM8 8l8 8M16 8l-8 8"/>',
    "share": '<path d="M12 15V3m-4 4 4-4 4 4M5 12v9h14v-9"/>',
}


def icon(name: str) -> Markup:
    """An icon by name."""
    return Markup('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>').format(
        Markup(PATHS[name])
    )
