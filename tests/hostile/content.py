"""Content that means harm or is merely strange: made after the models, or from real files by damaging them.

The shape of a piece comes from its model's schema, so that most of what is made is valid and gets as far as paper.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from handboek.handbook import Handbook
from handboek.limits import beyond
from handboek.model.kind import Kind
from handboek.model.text import ADDRESS, PART, SLUG, Section

CANARY = "kanarie-in-de-mijn"
"""The name of a file that appears where something was executed."""
TOUCH = f"touch {CANARY}"

PAYLOADS = (
    "{{ 81237 * 3 }}",
    "{% import os %}{{ os.system('" + TOUCH + "') }}",
    "{{ cycler.__init__.__globals__.os.system('" + TOUCH + "') }}",
    "{% for x in range(10**9) %}x{% endfor %}",
    "{% include '/etc/passwd' %}",
    "${81237*3}",
    "#{81237*3}",
    "<%= 81237*3 %>",
    '--8<-- "/etc/passwd"',
    "!include /etc/passwd",
    "!!python/object/apply:os.system ['" + TOUCH + "']",
    "&a [*a, *a]",
    "<script>document.title=81237*3</script>",
    "</script><script>alert(1)</script>",
    "</title></style></textarea></article><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "<svg/onload=alert(1)>",
    "<svg><image href='file:///etc/passwd'/><use href='http://elders.example/x.svg#a'/></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='file:///etc/passwd'></object><embed src='//elders.example/x'>",
    "<link rel=attachment href='file:///etc/passwd'>",
    "<link rel=stylesheet href='http://elders.example/x.css'>",
    "<style>@import url(http://elders.example/x.css); *{background:url(file:///etc/passwd)}</style>",
    "<p style=\"background:url('http://elders.example/x.png')\">x</p>",
    "<base href='http://elders.example/'><meta http-equiv=refresh content='0;url=http://elders.example/'>",
    "<form action='http://elders.example/'><input name=x></form>",
    "<!--", "-->", "<![CDATA[", "]]>", "<?php echo 1 ?>",
    "[a](javascript:alert(1))",
    "[b](JaVaScRiPt:alert(1))",
    "[c](data:text/html,<script>alert(1)</script>)",
    "[d](file:///etc/passwd)",
    "[e](../../../../etc/passwd)",
    "[f](//elders.example/)",
    "[g](http://elders.example/)",
    "<javascript:alert(1)>",
    "[h]: javascript:alert(1)\n[h]",
    "![i](http://elders.example/pixel.png)",
    "![j](//elders.example/pixel.png)",
    "![k](file:///etc/passwd)",
    "![l](/../../../../etc/passwd)",
    "![m](/assets/logo.svg)",
    "![n](javascript:alert(1))",
    "{ onclick=alert(1) }",
    "url(http://elders.example/x.png)",
    "}</style>*{background:url(file:///etc/passwd)}",
    "\\", "\\\\x", "`", "``` ", "~~~", "| a | b |\n| - | - |\n| c | d |", "---", "***", "# kop", "> " * 40,
    "* " * 60, "[" * 120, "![" * 80, "*a_ " * 60, "`" * 99, "<" * 150, "&" * 150, "_" * 190,
    "&lt;script&gt;", "&#106;avascript:", "&Tab;", "&amp;amp;",
    "\u202egnp.exe", "\u200b\u200d\ufe0f", "e\u0301" * 40, "\u0300" * 190, "ﷺ" * 20, "𝕏" * 30, "🏳️‍🌈" * 20,
    "\U0010ffff", "\ue000", "\ufdd0", "א" * 30 + "abc", "字" * 100, "İıßﬁ", "W" * 190, "a-" * 90,
    "%s%n%x", "{0.__class__}", "{x!r:>999999}", "%2e%2e%2f", "CON", "a\tb", "a\u00a0b", "0" * 190, "-1e999", "NaN",
    "https://elders.example/" + "a" * 150,
    "https://u:p@elders.example:99999999/#<script>",
    "tel:+31 6 12345678", "mailto:a@b.example?bcc=x",
)  # fmt: skip


VISIBLE = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")
"""Any sign that reading lets through; damaged files have the others."""


def examples(number: int) -> settings:
    """Try so many; the same ones each time, so that a run says the same twice. With `LUCK=1` others each time.

    What fails is shown as it is: to make it smaller takes minutes. `SHRINK=1` does.
    """
    luck, shrink = bool(os.environ.get("LUCK")), [Phase.shrink] if os.environ.get("SHRINK") else []
    return settings(
        max_examples=number, derandomize=not luck, print_blob=luck, database=None, deadline=None,
        phases=[Phase.generate, *shrink], suppress_health_check=list(HealthCheck),
    )  # fmt: skip


def nasty(longest: int, shortest: int = 0) -> st.SearchStrategy[str]:
    """Texts of at most this length: payloads, ordinary words, anything at all, and those together."""
    part = st.one_of(
        st.sampled_from(PAYLOADS),
        st.sampled_from(["We groeten de buren.", "Een fiets zonder zadel", "*schuin* en **vet**", "\n\n", "\n- ", " "]),
        st.text(VISIBLE, max_size=40),
    )
    several = st.lists(part, min_size=1, max_size=4).map(" ".join)
    full = part.filter(str.strip).map(lambda text: text * (longest // len(text)))  # exactly as much as fits
    made = st.one_of(several, several, several, full).map(lambda text: text[:longest])
    # What nobody lets near a parser of Markdown refuses its whole file; damaged files have that, one at a time.
    let = made.map(lambda text: "Een *zin* met <b>alles</b>."[:longest] if beyond(text) else text)
    return let.map(lambda text: text if len(text.strip()) >= max(1, shortest) else "x" * max(1, shortest))


Names = dict[str, list[str]]


def pools(book: Handbook) -> Names:
    """Names that exist, by the pattern of the field that holds one."""
    return {
        SLUG: sorted({piece.slug for piece in book.pieces.values() if re.fullmatch(SLUG, piece.slug)}),
        ADDRESS: (
            whole := sorted(
                {piece.address.strip("/") for piece in book.pieces.values() if not set("#:") & set(piece.address)}
                - {""}
            )
        ),
        PART: whole,
    }


def values(node: dict[str, Any], names: Names, definitions: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that a schema lets through, as far as it tells."""
    if "$ref" in node:
        return values(definitions[node["$ref"].rpartition("/")[2]], names, definitions)
    if "const" in node:
        return st.just(node["const"])
    if "enum" in node:
        return st.sampled_from(node["enum"])
    for several in ("anyOf", "oneOf"):
        if several in node:
            return st.one_of([st.deferred(lambda one=one: values(one, names, definitions)) for one in node[several]])
    if "allOf" in node:
        return values(node["allOf"][0], names, definitions)
    match node.get("type"):
        case "object":
            return fields(node, names, definitions)
        case "array":
            least, most = node.get("minItems", 0), node.get("maxItems", 30)
            items = st.deferred(lambda: values(node["items"], names, definitions))
            return st.lists(items, min_size=least, max_size=max(least, min(most, least + 2)))
        case "integer":
            return st.integers(node.get("minimum", 0), node.get("maximum", 100))
        case "boolean":
            return st.booleans()
        case "null":
            return st.none()
    return texts(node, names)


def texts(node: dict[str, Any], names: Names) -> st.SearchStrategy[str]:
    pattern = node.get("pattern")
    if node.get("format") == "date":
        return st.sampled_from(["2026-11-01", "2020-02-29", "0001-01-01", "9999-12-31"])
    if pattern in names:
        return st.one_of(
            st.sampled_from(names[pattern]),
            st.from_regex(pattern, fullmatch=True).map(lambda s: s[:40].strip("-/") or "a"),
        )
    if pattern == r"^https://\S+$":
        return nasty(180).map(lambda text: "https://" + ("".join(text.split()) or "x"))
    if pattern:
        longest = node.get("maxLength", 10_000)
        return st.from_regex(pattern, fullmatch=True).filter(lambda text: len(text) <= longest)
    return nasty(node.get("maxLength", 80), node.get("minLength", 0))


def refers(names: Names) -> st.SearchStrategy[Any]:
    """Keys of sources: the schema does not tell that they have a form."""
    return st.lists(st.sampled_from(names[SLUG]), min_size=1, max_size=2)


def fields(node: dict[str, Any], names: Names, definitions: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    needed = set(node.get("required", ()))
    made = {
        name: refers(names) if name == "source" else st.deferred(lambda one=one: values(one, names, definitions))
        for name, one in node.get("properties", {}).items()
    }
    return st.fixed_dictionaries(
        {name: one for name, one in made.items() if name in needed},
        optional={name: one for name, one in made.items() if name not in needed},
    )


def pieces(kind: Kind, book: Handbook) -> st.SearchStrategy[bytes]:
    """Whole files of a kind."""
    schema = kind.model.model_json_schema(by_alias=True)
    headings = {
        name: mark.heading
        for name, field in kind.model.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Section)
    }

    def written(data: dict[str, Any]) -> bytes:
        body = {name: data.pop(name) for name in list(data) if name in headings and kind.files.endswith(".md")}
        front = {kind.many: [data]} if kind.many else data
        text = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10_000)
        if kind.files.endswith(".md"):
            parts = (
                f"## {headings[name]}\n\n{value}" if headings[name] else value for name, value in body.items() if value
            )
            text = f"---\n{text}---\n" + "\n\n".join(parts)
        return text.encode()

    return fields(schema, pools(book), schema.get("$defs", {})).map(written)


SCALAR = re.compile(rb"(?<=[^\s]: )[^\s].*$|(?<=- )[^\s].*$", re.MULTILINE)


@st.composite
def damaged(draw: st.DrawFn, paths: list[str], root: Path) -> tuple[str, bytes]:
    """A real file in which something was put, replaced, cut or repeated."""
    path = draw(st.sampled_from(paths))
    content = (root / path).read_bytes()
    for _ in range(draw(st.integers(1, 3))):
        payload = draw(st.one_of(st.sampled_from(PAYLOADS), st.text(max_size=30))).encode("utf-8", "replace")
        at = draw(st.integers(0, len(content)))
        match draw(st.sampled_from(["value", "value", "value", "insert", "quoted", "cut", "repeat", "swap", "bytes"])):
            case "value":
                spots = list(SCALAR.finditer(content))
                if spots:
                    spot = draw(st.sampled_from(spots))
                    quoted = b"'" + payload.replace(b"'", b"''").replace(b"\n", b" ") + b"'"
                    content = content[: spot.start()] + quoted + content[spot.end() :]
            case "insert":
                content = content[:at] + payload + content[at:]
            case "quoted":
                content = content[:at] + b'"' + content[at:]
            case "cut":
                content = content[:at] + content[at + draw(st.integers(1, 400)) :]
            case "repeat":
                content = content[:at] + content[at : at + 300] * draw(st.integers(2, 40)) + content[at:]
            case "swap":
                lines = content.split(b"\n")
                one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
                lines[one], lines[other] = lines[other], lines[one]
                content = b"\n".join(lines)
            case "bytes":
                content = content[:at] + draw(st.binary(max_size=20)) + content[at:]
    return path, content
