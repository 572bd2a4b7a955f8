"""What the check found in a text is kept as long as its file stays, and is what a first look would find."""

from __future__ import annotations

import pytest
from fragments import changed, found, klein, today  # noqa: F401

from handboek import checks, privacy
from handboek.checks import passages
from handboek.handbook import assemble
from handboek.load import with_file

GUIDE = "tools/guides/praatje.yml"
WRONG = """\
# tools/guides/praatje.yml
goal: Eerst groeten → dan [praten](http://example.org/) en **lachen.
# docs/lessen/groet-eerst.md
## Wat we deden

We groetten <b>iedereen</b> {{ config.site_name }}.
Bel 06-12345678.
"""


def looked(documents: dict) -> int:
    """How many pieces were looked at anew."""
    before = checks._in_texts.cache_info().misses
    checks.run(assemble(documents))
    return checks._in_texts.cache_info().misses - before


def test_only_a_changed_file_is_looked_at_again():
    checks._in_texts.cache_clear()
    first = looked(klein())
    assert first == len(assemble(klein()).pieces) > 20
    assert looked(klein()) == 0
    content = f"{klein()[GUIDE].text}\n# een opmerking\n".encode()
    assert looked(with_file(klein(), GUIDE, content)) == 1


def test_what_was_kept_is_what_a_first_look_finds():
    warm = [found(WRONG), found(WRONG)]
    for kept in (checks._in_texts, passages.texts, privacy._stretches):
        kept.cache_clear()
    cold = found(WRONG)
    assert warm == [cold, cold]
    assert {f.code for f in cold} >= {"letterteken", "onveilige-link", "opmaak", "html", "sjabloon", "telefoonnummer"}


def test_a_finding_moves_with_its_line():
    """A line more above it makes another file of it, also where the text itself stayed."""
    documents = changed(WRONG)
    text = documents[GUIDE].text
    (before,) = [f.line for f in checks.run(assemble(documents)) if f.code == "onveilige-link"]
    lower = with_file(documents, GUIDE, f"# een regel meer\n{text}".encode())
    (after,) = [f.line for f in checks.run(assemble(lower)) if f.code == "onveilige-link"]
    assert after == before + 1


def test_the_address_of_the_editors_is_no_part_of_what_is_kept(monkeypatch: pytest.MonkeyPatch):
    mail = privacy.BY_CODE["mailadres"]
    assert mail.find("Schrijf naar les@example.org.") == ((13, 28),)
    monkeypatch.setenv("HANDBOEK_MAIL", "les@example.org")
    assert mail.find("Schrijf naar les@example.org.") == ()


def test_a_number_in_another_script_is_looked_for():
    """The quick look that spares most texts lets through whatever can become a digit."""
    bsn = privacy.BY_CODE["burgerservicenummer"]
    for text in ("123456782", "１２３４５６７８２", "٠١٢٣٤٥٦٧٢", "①②③④⑤⑥⑦⑧②"):
        assert bsn.find(text) == ((0, 9),), text
