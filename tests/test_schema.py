"""`ogp schema`: a JSON Schema that agrees with the reader; `schemas/` and its use by editors.

The reader decides: a schema that refuses what it accepts would mark good data as wrong.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from conftest import FRENCH, ROOT, Ogp, some
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError

from ogp_cli.models.base import Identity, Record
from ogp_cli.models.commitment import Adopted, Commitment
from ogp_cli.models.history import DraftingStep
from ogp_cli.models.schema import KINDS, json_schema
from ogp_cli.store.document import YamlDocument
from ogp_cli.store.parse import parse
from ogp_cli.store.read import validate

FOLDER = ROOT / "schemas"
FILES = [file for root in (ROOT, FRENCH) for file in sorted(root.glob("data/**/*.yaml"))]

# What only the reader knows: whether a time zone exists, and the order of days.
READER_ONLY = {
    "{value} is not a time zone",
    "the plan ends before it starts",
    "the milestone is due before it starts",
    "a gender is given, but no name",
}

ACCEPT = {"accept": {"no-reason": "the source gives none"}}
ANY = Identity("x", "x.yaml")
# A file of a commitment has one of three kinds.
KIND_OF = {"merged": "commitment", "proposal": "commitment"}
SAMPLES: dict[str, dict[str, Any]] = {
    "commitment": {
        "number": 5,
        "title": {"ar": "عنوان", "fr": "Un titre"},
        "lead": "justice",
        "head": {"name": "A. B.", "gender": "f"},
        "status": "adopted",
        "history": {"2024-03-21": ["meeting-held", "meeting-to-schedule/proposed"]},
        "adopted_from": [5],
        "supporting": ["ogp"],
        "axis": "transparency",
        "values": {"transparency": "x"},
        "milestones": [
            {
                "id": "1.2.3",
                "title": {"ar": "عنوان"},
                "start": 2025,
                "due": "2026-06",
                "by": ["justice"],
            },
        ],
        "irm": [{"report": "x", "date": "2026-08-01", "verifiable": True, "completion": None}],
        **ACCEPT,
    },
    "merged": {
        "title": "x",
        "status": "merge-proposed",
        "merged_into": 12,
        "merged_from": [10, "eleven"],
    },
    "proposal": {"number": 5, "proposed": "2024-02-10", "status": "adopted", "adopted_as": "c1"},
    "meeting": {
        "date": "2024-03-21",
        "kind": "steering-committee",
        "place": {"mode": "hybrid", "address": "Rabat"},
        "participants": [{"name": "A. B.", "gender": "m", "organization": "ogp", "role": "x"}],
        "agenda": ["x"],
        "discussed": [{"topic": "x", "points": ["y", {"ar": "z"}]}],
        "decisions": [
            {
                "merge": [10, "11"],
                "into": "together",
                "title": {"ar": "عنوان"},
                "state": "proposed",
                **ACCEPT,
            },
            {"cancel": [22], "reason": "x"},
        ],
        "agreed": ["x", {"fr": "x"}, {"text": "x", "by": ["ogp"], "due": "2024-05"}],
        "reschedule": {"2024-03-25 12:30": "2024-03-26 12:30"},
        "call_off": {"first": "x"},
        "schedule": [
            {
                "at": "2024-03-25 12:30",
                "organizations": ["justice"],
                "commitments": [7, "8"],
                "attendees": ["team"],
            }
        ],
    },
    "report": {
        "commitments": {
            "c1": {
                "reported": "2025-07-15",
                "completion": "limited",
                "percentage": 40,
                "milestones": {
                    "1": "complete",
                    "1.2": None,
                    "1.2.3": "not-started",
                    "a": "limited",
                    "b": {"completion": "limited", "stated": "x", "done": ["y"], **ACCEPT},
                },
                "done": ["x", {"fr": "y"}],
                "challenges": "x",
                "evidence": [{"title": "x", "link": "https://example.org/", "date": "2025-07-01"}],
                **ACCEPT,
            },
            "c2": {"reported": None, "completion": None, "challenges": None, "done": []},
            "c3": [{"reported": "2025-07-15"}, {"reported": "2025-09-01", "stated": {"fr": "y"}}],
        },
    },
    "plan": {
        "title": "x",
        "country": "MA",
        "language": "ar",
        "time_zone": "Africa/Casablanca",
        "committee": {"ar": "x"},
        "proposals": 27,
        "period": {"start": "2024-01-01", "end": "2024-12-31"},
        "periods": ["2024-06", "2024-12"],
        "axes": {"transparency": {"ar": "x"}},
        "groups": {"team": "x", "10": {"ar": "y"}},
        "check": {"skip": ["tatweel"], "strict": True},
    },
    "organizations": {
        "justice": {
            "name": "x",
            "sector": "government",
            "formerly": [{"name": {"ar": "y"}, "until": "2024-03-21"}],
        },
        "7": {"name": {"fr": "y"}, "sector": "civil-society", "part_of": "justice"},
    },
}

# Values that somebody could write anywhere, each right in some places and wrong in others.
ODD: list[Any] = [
    *(
        None,
        True,
        0,
        -1,
        7,
        2025,
        "2025",
        "2025-06",
        "2025-13",
        "1.2",
        "complete",
        "",
        " ",
        "x",
        "a b",
        "-x",
        "FR",
        "fr",
        "merged",
        "cancelled",
    ),
    *("2024-03-21", "2024-3-21", "2024-13-01", "2024-02-30", "٢٠٢٤-٠٣-٢١", "2024-03-21T12:30"),
    *("2024-03-21 12:30", "2024-03-21 25:30", "2024-02-30 12:30", "Africa/Nowhere"),
    *([], {}, ["x"], [None], [["x"]], {"ar": "x"}, {"ar": ""}, {"arabic": "x"}, {"a b": "x"}),
    *({"reason": "x"}, {"cancel": []}, {"cancel": [1], "merge": [2]}),
]


def heard(step: object) -> tuple[str, object]:
    """Return a meeting that heard of a step."""
    steps = [{"on": [1], "heard": [step]}]
    return "meeting", {"date": "2024-03-21", "kind": "coordination", "steps": steps}


REFUSED = {
    "an unknown key": ("commitment", {"status": "standing", "titel": "x"}),
    "a missing key": ("commitment", {"number": 5}),
    "a wrong type": ("commitment", {"status": "standing", "number": "no. 5"}),
    "number 0": ("commitment", {"status": "standing", "number": 0}),
    "an empty title": ("commitment", {"status": "standing", "title": " "}),
    "a title in no language": ("commitment", {"status": "standing", "title": {}}),
    "an id with a blank": ("commitment", {"status": "standing", "lead": "a b"}),
    "a history that is a list": ("commitment", {"status": "standing", "history": [{"step": "x"}]}),
    "a draft beside another step": heard({"step": "meeting-held", "draft": "proposed"}),
    "a reason beside a step": heard({"step": "meeting-to-schedule", "reason": "x"}),
    "a step without a name": heard({"date": "2024-03-21"}),
    "a decision instead of a step": heard("cancelled"),
    "a date of another shape": ("meeting", {"date": "21/03/2024", "kind": "coordination"}),
    "a decision of no kind": (
        "meeting",
        {"date": "2024-03-21", "kind": "coordination", "decisions": [{"reason": "x"}]},
    ),
    "a decision of both kinds": (
        "meeting",
        {
            "date": "2024-03-21",
            "kind": "coordination",
            "decisions": [{"merge": [1], "into": 2, "state": "proposed", "cancel": [3]}],
        },
    ),
    "a reason beside a merge": (
        "meeting",
        {
            "date": "2024-03-21",
            "kind": "coordination",
            "decisions": [{"merge": [1], "into": 2, "state": "proposed", "reason": "x"}],
        },
    ),
    "a report on what has no id": ("report", {"commitments": {"c 1": {}}}),
    "a completion of another scale": ("report", {"commitments": {"c1": {"completion": "late"}}}),
    "a milestone that has a day of its own": (
        "report",
        {"commitments": {"c1": {"milestones": {"1.2": {"reported": "2025-07-15"}}}}},
    ),
    "a month that does not exist": (
        "commitment",
        {"status": "adopted", "milestones": [{"id": 1, "title": "x", "due": "2025-13"}]},
    ),
    "a milestone without an id": (
        "commitment",
        {"status": "adopted", "milestones": [{"title": "x"}]},
    ),
    "a group without an id": ("plan", {**SAMPLES["plan"], "groups": {"a b": "x"}}),
    "an institution without an id": (
        "organizations",
        {"a b": {"name": "x", "sector": "government"}},
    ),
}


def kind_of(file: Path) -> str:
    folder = file.parent.name
    return file.stem if folder == "data" else folder.removesuffix("s")


def lists(value: object) -> object:
    """Return a value of the reader as JSON has it: lists in place of tuples."""
    if isinstance(value, dict):
        return {key: lists(each) for key, each in value.items()}
    return [lists(each) for each in value] if isinstance(value, tuple) else value


def tuples(value: object) -> object:
    if isinstance(value, dict):
        return {key: tuples(each) for key, each in value.items()}
    return tuple(tuples(each) for each in value) if isinstance(value, list) else value


def validates_by(schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


@cache
def validator(kind: str) -> Draft202012Validator:
    """Return what validates by the schema of a kind of file."""
    return validates_by(json_schema(kind))


def model_of(kind: str, value: object) -> type[BaseModel]:
    """Return the model of a file: of a commitment there are several."""
    model = KINDS[kind]
    return model.kind_of(value, ANY) if issubclass(model, Record) else model


def refusals(kind: str, value: object) -> set[str]:
    """Return what the reader says of a value, or the types of pydantic's own errors."""
    try:
        model_of(kind, value).model_validate(tuples(value), context=ANY)
    except ValidationError as error:
        return {each.get("ctx", {}).get("message", each["type"]) for each in error.errors()}
    return set()


def edits(value: Any) -> Iterator[Any]:
    """Yield a value with each of its parts replaced, taken out, or with a key too many."""
    yield from ODD
    if isinstance(value, dict):
        yield {**value, "surprise": 1}
        for key, part in value.items():
            yield {each: value[each] for each in value if each != key}
            yield from ({**value, key: other} for other in edits(part))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from ([*value[:index], other, *value[index + 1 :]] for other in edits(part))


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_of_schemas_are_what_the_command_prints(ogp: Ogp, kind: str) -> None:
    printed = ogp("schema", kind)
    assert printed.code == 0
    assert (FOLDER / f"{kind}.schema.json").read_text(encoding="utf-8") == printed.out
    assert json.loads(printed.out) == json_schema(kind)


def test_the_refresh_names_every_kind() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    loop = re.search(r"^for kind in ([a-z ]+); do$", text, re.MULTILINE)
    assert loop
    assert loop[1].split() == list(KINDS)
    assert {file.name for file in FOLDER.iterdir()} == {f"{kind}.schema.json" for kind in KINDS}


def test_another_kind_is_a_usage_error(ogp: Ogp) -> None:
    missing, unknown = ogp("schema"), ogp("schema", "budget")
    assert (missing.code, missing.out) == (unknown.code, unknown.out) == (2, "")
    assert "Invalid value for KIND: it is missing." in missing.err
    assert re.findall("|".join(KINDS), unknown.err.splitlines()[-1]) == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_a_schema_and_strict(kind: str) -> None:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    objects = [each for each in parts(schema) if each.get("type") == "object"]
    assert objects
    assert all(each["additionalProperties"] is False for each in objects)


def parts(value: object) -> Iterator[dict[str, Any]]:
    """Yield every mapping of a schema."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value:  # type: ignore[attr-defined]
        if isinstance(each, dict | list):
            yield from parts(each)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_described(kind: str) -> None:
    schema = json_schema(kind)
    for model in (schema, *schema["$defs"].values()):
        assert model["description"]
        for name, field in model.get("properties", {}).items():
            assert field.get("description", "").endswith("."), name


@pytest.mark.parametrize("kind", KINDS)
def test_patterns_are_those_of_javascript(kind: str) -> None:
    """Editors and other validators compile them in Unicode mode, where a needless escape fails."""
    patterns = [each["pattern"] for each in parts(json_schema(kind)) if "pattern" in each]
    assert patterns
    for pattern in patterns:
        assert isinstance(pattern, str)
        assert set(re.findall(r"\\(.)", pattern)) <= set(r"sSdDwW^$\.*+?()[]{}|/"), pattern


@pytest.mark.parametrize("kind", KINDS)
def test_no_class_name_is_visible(kind: str) -> None:
    text = json.dumps(json_schema(kind))
    assert re.findall('"title": "(.*?)"', text) == [kind.capitalize()]
    assert all(re.fullmatch("#/[$]defs/[a-z]+", ref) for ref in re.findall('ref": "(.*?)"', text))
    assert '"default"' not in text
    assert "discriminator" not in text


@pytest.mark.parametrize("file", some(10, FILES), ids=lambda file: str(file.relative_to(ROOT)))
def test_it_accepts_the_data(file: Path) -> None:
    document, findings = parse(file.read_bytes(), file.name)
    assert document, findings
    validator(kind_of(file)).validate(lists(document.values))


@pytest.mark.parametrize(("kind", "value"), REFUSED.values(), ids=REFUSED)
def test_it_refuses_what_the_reader_refuses(kind: str, value: object) -> None:
    assert refusals(kind, value)
    assert not validator(kind).is_valid(value)


def test_an_editor_completes_every_step_and_every_key() -> None:
    defined = json_schema("meeting")["$defs"]
    members = defined["steps"]["properties"]["heard"]["items"]["anyOf"]
    (words,) = (each["enum"] for each in members if "enum" in each)
    assert sorted(words) == sorted(get_args(DraftingStep))
    fields = (defined[each["$ref"].rpartition("/")[2]] for each in members if "$ref" in each)
    keys = set().union(*(each["properties"] for each in fields))
    assert keys == {"accept", "date", "step", "note", "draft"}


@pytest.mark.parametrize("name", some(1, reversed(SAMPLES)))
def test_it_agrees_with_the_reader(name: str) -> None:
    kind, sample = KIND_OF.get(name, name), SAMPLES[name]
    schema = validator(kind)
    assert refusals(kind, sample) == set()
    schema.validate(sample)
    for value in edits(sample):
        refused = refusals(kind, value)
        assert refused <= READER_ONLY if schema.is_valid(value) else refused, value


@pytest.mark.parametrize("name", some(1, reversed(SAMPLES)))
def test_the_reader_says_what_it_refuses(name: str) -> None:
    kind = KIND_OF.get(name, name)
    for value in edits(SAMPLES[name]):
        document = YamlDocument("x.yaml", None, tuples(value))  # type: ignore[arg-type]
        record, findings = validate(KINDS[kind], document, ANY)
        assert (record is None) == bool(findings)
        for each in findings:
            assert each.message != "{value} does not belong here", value
            assert each.message.format_map(each.values)
            assert each.hint.format_map(each.values)


BOOK = {
    "commitment": {"1": "Un", "deux": "Deux", "c1": "Trois"},
    "drafted": {"1": "Un", "deux": "Deux"},
    "adopted": {"c1": "Trois"},
    "axis": {"transparency": "x"},
    "period": {"2025-06": "half-year"},
    "meeting": {"2024-03-21": "x"},
    "organization": {"justice": "وزارة العدل"},
    "group": {"team": "x"},
    "rule": {"tatweel": "x"},
    "sector": {"government": "x"},
}
# By kind of file: where it refers, and to what.
REFERENCES = {
    "commitment": {
        "lead": "organization",
        "merged_into": "drafted",
        "merged_from": "drafted",
        "adopted_from": "commitment",
        "adopted_as": "adopted",
        "supporting": "organization",
        "axis": "axis",
        "by": "organization",
    },
    "meeting": {
        "organization": "organization",
        "merge": "commitment",
        "into": "commitment",
        "cancel": "commitment",
        "reinstate": "commitment",
        "from": "commitment",
        "explain": "commitment",
        "amend": "commitment",
        "lead": "organization",
        "supporting": "organization",
        "axis": "axis",
        "by": "organization",
        "withdraw": "adopted",
        "presented": "period",
        "on": "commitment",
        "approve": "meeting",
        "correct": "meeting",
        "organizations": "organization",
        "commitments": "commitment",
        "attendees": "group",
    },
    "report": {},
    "plan": {"skip": "rule"},
    "organizations": {"part_of": "organization", "sector": "sector"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_of_a_book_suggests_its_ids_for_every_reference(kind: str) -> None:
    suggested = {}
    for part in parts(json_schema(kind, BOOK)):
        for name, field in part.get("properties", {}).items():
            consts = field.get("items", field).get("anyOf", [])[:-1]
            if consts and "const" in consts[0]:
                suggested[name] = {each["const"]: each["description"] for each in consts}
    assert suggested == {
        name: {1 if id_ == "1" else id_: said for id_, said in BOOK[of].items()}
        for name, of in REFERENCES[kind].items()
    }


def test_the_schema_of_a_report_suggests_the_commitments_of_the_plan() -> None:
    keys = json_schema("report", BOOK)["properties"]["commitments"]["properties"]
    assert {name: each["description"] for name, each in keys.items()} == {"c1": "Trois"}


@pytest.mark.parametrize("name", some(1, reversed(SAMPLES)))
def test_the_schema_of_a_book_takes_what_the_general_one_takes(name: str) -> None:
    kind = KIND_OF.get(name, name)
    general, own = validator(kind), validates_by(json_schema(kind, BOOK))
    for value in [SAMPLES[name], *edits(SAMPLES[name])]:
        assert general.is_valid(value) == own.is_valid(value), value


def test_the_ids_of_the_book(ogp: Ogp, tmp_path: Path) -> None:
    book = json.loads(ogp("schema", "commitment", "--book").out)
    Draft202012Validator.check_schema(book)
    merged = book["$defs"]["merged"]["properties"]
    lead = merged["lead"]["anyOf"]
    assert {"const": "justice", "description": "وزارة العدل"} in lead
    numbers = [each["const"] for each in merged["merged_from"]["items"]["anyOf"][:-1]]
    assert numbers == [*range(1, 28), "enabling-environment", "merge-of-23-24-27"]
    adopted = json.loads(ogp("schema", "commitment", "--book", cwd=ROOT / "examples/adopted").out)[
        "$defs"
    ]
    offered = {
        name: {each.get("const") for each in adopted[kind]["properties"][name]["items"]["anyOf"]}
        for kind, name in (("merged", "merged_from"), ("adopted", "adopted_from"))
    }
    assert "c1" in offered["adopted_from"] - offered["merged_from"]
    assert "tatweel" in ogp("schema", "plan", "--book", "--root", FRENCH).out
    assert ogp("schema", "plan", "--book", cwd=tmp_path).code == 2


DATES = """\
adopted_from: [1]
status: adopted
milestones:
- {id: 1, title: x, start: 2025, due: 2025-06}
- {id: 1.2, title: x, start: '2025', due: "2025-06-30"}
- {id: "1.2.3", title: x, start: 2025-06-30, due: '2025-12'}
- {id: a, title: x}
"""


def test_dates_and_ids_of_milestones_with_and_without_quotes() -> None:
    document, findings = parse(DATES.encode(), "data/commitments/c1.yaml")
    assert document, findings
    validator("commitment").validate(lists(document.values))
    record, findings = validate(Commitment, document, Identity("c1", document.file))
    assert isinstance(record, Adopted), findings
    assert [each.id for each in record.milestones] == ["1", "1.2", "1.2.3", "a"]
    dates = [(each.start, each.due) for each in record.milestones]
    assert dates[:3] == [("2025", "2025-06"), ("2025", "2025-06-30"), ("2025-06-30", "2025-12")]


def test_an_editor_shows_one_title(ogp: Ogp) -> None:
    """Of alternatives, yaml-language-server shows each one's: “Commitment || Commitment”."""
    for kind in KINDS:
        for part in parts(json.loads(ogp("schema", kind).out)):
            for word in ("anyOf", "oneOf"):
                for each in part.get(word, []):
                    is_text = "patternProperties" in each and "title" not in each
                    named = {"$ref", "enum", "items"} & {*each}
                    assert is_text or named or each == {"type": "null"}


@pytest.mark.slow
def test_the_calendar_is_in_the_pattern() -> None:
    pattern = json_schema("meeting")["properties"]["date"]["pattern"]
    first, last = dt.date(1900, 1, 1), dt.date(2099, 12, 31)
    span = range((last - first).days + 1)
    days = {(first + dt.timedelta(days)).isoformat() for days in span}
    texts = {f"{y}-{m:02}-{d:02}" for y in range(1895, 2145) for m in range(14) for d in range(33)}
    assert {text for text in texts if re.search(pattern, text)} == days


def test_the_settings_of_the_editor_cover_the_data() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for file in FILES:
        schemas = [name for name, glob in settings["yaml.schemas"].items() if file.match(glob)]
        assert schemas == [f"schemas/{kind_of(file)}.schema.json"]


@pytest.mark.parametrize(
    ("kind", "value", "wrong"),
    [
        ("meeting", {"decisions": [{"cancle": [5]}]}, "cancle"),
        ("meeting", {"decisions": [{"cancel": [5], "raeson": "x"}]}, "raeson"),
        ("commitment", {"adopted_from": [5], "mielstones": []}, "mielstones"),
        ("commitment", {"merged_from": [5, 6], "ttile": "x"}, "ttile"),
        ("commitment", {"number": 5, "milestones": []}, "milestones"),
    ],
)
def test_an_editor_blames_the_key_that_is_wrong(kind: str, value: Any, wrong: str) -> None:
    found = validator(kind).iter_errors({**SAMPLES[kind], **value} if kind == "meeting" else value)
    unknown = [each.message for each in found if each.validator == "additionalProperties"]
    assert len(unknown) == 1
    assert f"('{wrong}' was unexpected)" in unknown[0]
