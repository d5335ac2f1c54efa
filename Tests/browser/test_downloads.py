"""What can be downloaded keeps its promises to other programs."""

import csv
import json

import jsonschema
import pytest


@pytest.fixture(scope="module")
def study(site):
    return json.loads((site / "study.json").read_text("utf-8"))


def test_the_study_is_as_its_schema_says(site, study):
    schema = json.loads((site / study["$schema"]).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(study)


def test_every_id_that_a_part_names_is_one_that_the_study_has(study):
    def ids(part):
        return {it["id"] for it in study[part]}

    def named(part, field):
        values = [it.get(field, []) for it in study[part]]
        return {id for value in values for id in (value if isinstance(value, list) else [value])}

    for part, field, among in [
        ("quotes", "participant", "participants"),
        ("quotes", "group", "groups"),
        ("quotes", "themes", "themes"),
        ("participants", "group", "groups"),
        ("themes", "parent", "themes"),
        ("themes", "constructs", "constructs"),
        ("propositions", "themes", "themes"),
        ("propositions", "quotes", "quotes"),
        ("propositions", "against", "quotes"),
        ("propositions", "boxes", "boxes"),
        ("boxes", "themes", "themes"),
        ("boxes", "quotes", "quotes"),
        ("arrows", "from", "boxes"),
        ("arrows", "to", "boxes"),
    ]:
        assert named(part, field) <= ids(among), (part, field)


def test_every_address_is_a_page(site, study):
    parts = [part for part in study.values() if isinstance(part, list)]
    addresses = [it["address"] for part in parts for it in part if "address" in it]
    assert len(addresses) == 100
    assert [it for it in addresses if not (site / it.partition("#")[0]).is_file()] == []


def test_the_tables_count_as_the_study_does(site, study):
    with (site / "matrix.csv").open(encoding="utf-8-sig", newline="") as file:
        matrix = {row["id"]: row for row in csv.DictReader(file)}
    with (site / "participant-matrix.csv").open(encoding="utf-8-sig", newline="") as file:
        people = {row["id"]: row for row in csv.DictReader(file)}
    for theme in study["themes"]:
        row = people[theme["id"]]
        assert sum(int(row[it["id"]]) for it in study["participants"]) == int(matrix[theme["id"]]["all"])
