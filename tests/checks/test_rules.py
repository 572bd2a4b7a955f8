"""Every rule keeps to the same shape, and the examples in its docstring do what they say."""

import inspect
import pkgutil

import pytest
from fragments import found, klein, paths, today  # noqa: F401

from handboek import checks
from handboek.checks import editions, personal, reading, rules, table
from handboek.checks.rules import language
from handboek.handbook import assemble

UNWRITABLE = {"te-groot", "vastgelopen", "afgebroken", "tekens", "koppeling", "gemaakt", "onleesbaar", "methode"}
"""Rules about what no example in a text can show; each has a test of its own in test_reading.py."""
LANGUAGE = {rule.code for rule in checks.LANGUAGE}
ROWS = {rule.code for rule in (*reading.RULES, *editions.RULES, *personal.RULES, personal.NAMES)} | {"toegestaan"}
"""The rules that are a row of a table."""

by_code = pytest.mark.parametrize("rule", checks.ALL, ids=[rule.code for rule in checks.ALL])


def test_the_small_method_is_clean():
    assert checks.run(assemble(klein()), language=True) == []


def test_every_module_is_in_the_table():
    folders = (*rules.__path__, *language.__path__)
    there = {name for _, name, _ in pkgutil.iter_modules(folders)} - {"language"}
    modules = [getattr(table, name) for name in there]
    assert {module.CODE for module in modules} | ROWS == set(checks.CODES)
    assert len(modules) + len(ROWS) == len(checks.CODES) == len(set(checks.CODES))


@by_code
def test_a_rule_explains_itself(rule):
    assert rule.severity in ("error", "warning")
    assert rule.title.endswith(".")
    assert "\n" not in rule.title
    assert len(rule.text) > 60
    assert bool(rule.passes) == bool(rule.fails) == (rule.code not in UNWRITABLE)


@by_code
def test_a_rule_that_looks_for_itself_is_a_generator(rule):
    if rule in (*checks.RULES, *checks.LANGUAGE):
        ways = [way for way in (rule.check, rule.check_text) if way]
        assert ways and all(map(inspect.isgeneratorfunction, ways))
    else:
        assert rule.check is None and rule.check_text is None


written = pytest.mark.parametrize("said", [rule for rule in checks.ALL if rule.passes], ids=lambda said: said.code)


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
