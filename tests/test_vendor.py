"""What others made stands here as its list says, and its page is made from the list."""

from __future__ import annotations

import runpy

from conftest import ROOT

VENDOR = runpy.run_path(str(ROOT / ".ci" / "vendor.py"))
FILES = {name: file["sha256"] for package in VENDOR["packages"]() for name, file in package["files"].items()}


def test_each_file_is_as_it_was_published():
    assert {name: VENDOR["sha256"](ROOT / name) for name in FILES} == FILES


def test_the_list_names_every_file():
    kept = [
        *ROOT.glob("overrides/site/assets/vendor/*"),
        *ROOT.glob("overrides/fonts/**/*.woff2"),
        *ROOT.glob("overrides/fonts/**/*.ttf"),
    ]
    assert {path.relative_to(ROOT).as_posix() for path in kept} == FILES.keys()


def test_the_page_says_what_the_list_says():
    assert VENDOR["TABLE"].read_text(encoding="utf-8") == VENDOR["table"]()
