"""The models and what is said of them: every error has a text, every field a description, every schema is current."""

import json
import re
from typing import get_args

import jsonschema
import pytest
import yaml
from fragments import klein

from handboek import validation
from handboek.load import kind_of
from handboek.model import reference, schema, tools
from handboek.model.fields import groups
from handboek.model.kinds import KINDS

RAISES = {
    "model": {"model_type", "model_attributes_type"},
    "model-fields": {"missing", "extra_forbidden", "model_attributes_type"},
    "model-field": set(),
    "str": {"string_type", "string_unicode"},
    "int": {"int_type", "int_parsing", "int_parsing_size", "int_from_float"},
    "bool": {"bool_type", "bool_parsing"},
    "date": {"date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"},
    "tuple": {"tuple_type"},
    "literal": {"literal_error"},
    "tagged-union": {"union_tag_invalid", "union_tag_not_found", "model_attributes_type"},
    "function-before": {"value_error"},
    "function-after": {"value_error"},
    "nullable": set(),
    "default": set(),
    "definitions": set(),
    "definition-ref": set(),
}
"""What each type of pydantic's schema can raise; a type that is new to the models fails the test."""
LIMITS = {
    ("str", "min_length"): "string_too_short",
    ("str", "max_length"): "string_too_long",
    ("str", "pattern"): "string_pattern_mismatch",
    ("int", "ge"): "greater_than_equal",
    ("int", "le"): "less_than_equal",
    ("int", "gt"): "greater_than",
    ("int", "lt"): "less_than",
    ("tuple", "min_length"): "too_short",
    ("tuple", "max_length"): "too_long",
}


OF_EDITIONS = {"both_plurals", "one_change", "where_change"}
"""What only the two files of an edition can get wrong, which are no kind: tests/editions/test_looks.py."""


def errors_of(node):
    """Every type of error that a core schema can raise."""
    if isinstance(node, list | tuple):
        return set().union(*(errors_of(child) for child in node))
    if not isinstance(node, dict):
        return set()
    found = set()
    if isinstance(node.get("type"), str) and ("schema" in node or "fields" in node or node["type"] in RAISES):
        found = set(RAISES[node["type"]])
        found |= {LIMITS[node["type"], name] for name in node if (node["type"], name) in LIMITS}
    return found.union(
        *(errors_of(value) for key, value in node.items() if key not in ("metadata", "serialization", "ref"))
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.type)
def test_every_error_that_a_model_can_raise_has_a_dutch_text(kind):
    assert errors_of(kind.model.__pydantic_core_schema__) <= set(validation.TEXTS)


def test_every_text_belongs_to_an_error_that_can_be_raised():
    raised = set().union(*(errors_of(kind.model.__pydantic_core_schema__) for kind in KINDS))
    assert set(validation.TEXTS) - OF_EDITIONS == raised


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.type)
def test_every_field_is_described_in_dutch(kind):
    for group in groups(kind):
        for field in group.fields:
            assert field.about.endswith("."), f"{group.title} {field.name}"
            assert field.holds
            assert not re.search(r"\b(the|of the|whether|which)\b", field.about)


@pytest.mark.parametrize("path", sorted(path for path in klein() if kind_of(path)))
def test_what_the_check_takes_the_schema_takes(path):
    """Read as an editor does: numbers, days and yes or no by YAML 1.2, which leaves days as text."""
    document = klein()[path]
    source = document.text if not document.offset else document.text.split("---\n")[1]

    kept = ("int", "bool", "null")
    resolvers = {
        sign: [(tag, pattern) for tag, pattern in found if tag.rpartition(":")[2] in kept and sign not in "yYnNoO"]
        for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    loader = type("Loader", (yaml.CSafeLoader,), {"yaml_implicit_resolvers": resolvers})
    data = yaml.load(source, loader)
    jsonschema.Draft202012Validator(schema.schema(kind_of(path))).validate(data)


def test_the_schema_refuses_what_the_check_refuses():
    kind = next(kind for kind in KINDS if kind.type == "message")
    good = {**klein()["tools/messages/briefje.yml"].data}
    check = jsonschema.Draft202012Validator(schema.schema(kind)).is_valid
    assert check(good)
    assert not check({**good, "kleurtje": "rood"})
    assert not check({**good, "size": "A7"})
    assert not check({key: value for key, value in good.items() if key != "body"})
    assert not check({**good, "body": "x" * 1601})


def test_the_files_for_editors_are_current():
    """`handboek schema` writes them."""
    from test_mutations import ROOT

    for path, text in schema.editor_files().items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, f"{path}: run .venv/bin/handboek schema"
    assert {file.name for file in (ROOT / "schema").iterdir()} == set(schema.files())


def test_every_schema_speaks_dutch_and_is_valid():
    for text in schema.files().values():
        made = json.loads(text)
        jsonschema.Draft202012Validator.check_schema(made)
        assert made["description"].startswith("Een bestand")
        assert not re.search(r'"description": "[^"]*\b(the|what|of the)\b', text)


def test_the_settings_of_vs_code_name_schemas_that_are_there():
    settings = json.loads(schema.editor_files()[".vscode/settings.json"])
    for path, patterns in settings["yaml.schemas"].items():
        assert path.removeprefix("./") in schema.editor_files()
        assert patterns


def test_a_choice_of_lists_offers_those_of_the_table():
    """The models cannot ask the table, which is made of them: who adds a kind adds its folder there, or says why not.

    What a method has one of stands under no list.
    """
    printed = {kind.folder for kind in KINDS if kind.sheet and not (kind.alone or kind.below)}
    choice, _ = get_args(tools.PrintedList)  # and that it names a list
    assert set(get_args(choice)) == printed
    read = {kind.folder for kind in KINDS if kind.folder and kind.index and not kind.index.about}
    assert set(get_args(reference.Room)) == read
