"""Every rule keeps to the same shape, and the examples in its docstring do what they say."""

import inspect
import pkgutil

import pytest
from fragments import found, klein, paths, today  # noqa: F401

from handboek import checks
from handboek.checks import language, reading
from handboek.checks.explanation import explanation
from handboek.handbook import assemble

UNWRITABLE = {"te-groot", "vastgelopen", "afgebroken", "tekens", "koppeling", "gemaakt", "onleesbaar", "methode"}
"""Rules about what no example in a text can show; each has a test of its own in test_reading.py."""
HELPERS = {"clock", "effects", "explanation", "language", "marks", "reading", "sentences", "spot"}
LANGUAGE = {rule.CODE for rule in checks.LANGUAGE}

by_code = pytest.mark.parametrize("rule", checks.ALL, ids=[rule.CODE for rule in checks.ALL])


def test_the_small_method_is_clean():
    assert checks.run(assemble(klein()), language=True) == []


def test_every_module_is_in_the_table():
    folders = (*checks.__path__, *reading.__path__, *language.__path__)
    modules = {name for _, name, _ in pkgutil.iter_modules(folders)} - HELPERS
    assert {code.replace("-", "_") for code in checks.CODES} == modules
    assert len(set(checks.CODES)) == len(checks.CODES)


@by_code
def test_a_rule_is_named_after_its_code_and_explains_itself(rule):
    said = explanation(rule)
    assert rule.__name__.rpartition(".")[2] == rule.CODE.replace("-", "_")
    assert rule.SEVERITY in ("error", "warning")
    assert said.title.endswith(".")
    assert "\n" not in said.title
    assert len(said.text) > 60
    assert bool(said.passes) == bool(said.fails) == (rule.CODE not in UNWRITABLE)


@by_code
def test_a_rule_that_looks_for_itself_is_a_generator(rule):
    if rule in (*checks.RULES, *checks.LANGUAGE):
        assert inspect.isgeneratorfunction(rule.check)
    else:
        assert not hasattr(rule, "check")


written = pytest.mark.parametrize(
    "said", [said for rule in checks.ALL if (said := explanation(rule)).passes], ids=lambda said: said.code
)


@written
def test_the_good_example_passes(said):
    """Other rules may speak (a new sheet is not used yet), this one may not, and the file is read."""
    left = [
        f
        for f in found(said.passes, language=said.code in LANGUAGE)
        if f.code != "ongebruikt" or said.code == "ongebruikt"
    ]
    if said.code == "vreemd-bestand":
        left = [f for f in left if f.code == said.code]
    assert left == []


@written
def test_the_bad_example_gives_this_finding_in_this_file(said):
    findings = [f for f in found(said.fails, language=said.code in LANGUAGE) if f.code == said.code]
    assert findings
    assert {f.path for f in findings} <= paths(said.fails) | {"phases/1-kijken/steps/rondje-lopen.yml"}
    assert {f.severity for f in findings} == {said.severity}
