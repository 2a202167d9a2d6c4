"""Every word of OGP's process has an effect, a sentence, and documentation."""

import json
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from typing import Any, get_args

import pytest
from conftest import ROOT

import ogp_cli
from ogp_cli.models.card import Card, Completion, MilestoneValues, Values
from ogp_cli.models.decision import Decision, Merge
from ogp_cli.models.kinds import MeetingKind
from ogp_cli.models.meeting import Venue
from ogp_cli.models.organization import Sector
from ogp_cli.models.schema import json_schema
from ogp_cli.models.types import Gender
from ogp_cli.plan import SlotState
from ogp_cli.present.sentences import STEPS as STEPS_SAID
from ogp_cli.process.vocabulary import DRAFTING, EFFECTS, STATUSES, STEPS
from ogp_cli.process.words import STATUS_WORDS, STEP_WORDS

DECISIONS = [each.KEY for each in get_args(get_args(Decision)[0])]
SCHEMA = json.dumps([json_schema(kind) for kind in ("commitment", "meeting")])
REFERENCE = "".join(
    (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("recording.md", "reference.md")
)


# What follows from an adoption, for what it leaves out and for what it takes from the plan.
FOLLOWS = {"standing", "not-adopted", "replaced"}


def is_documented(word: str) -> bool:
    return re.search(rf"`(\w+: )?{word}`", REFERENCE) is not None


@pytest.mark.parametrize("step", STEPS)
def test_a_step(step: str) -> None:
    assert (step in EFFECTS) != (step in DRAFTING)
    assert STEPS_SAID[step]
    assert STEP_WORDS[step]
    assert step in EFFECTS or f'"{step}"' in SCHEMA  # a file does not say what was decided
    assert is_documented(step)


@pytest.mark.parametrize("status", STATUSES)
def test_a_status(status: str) -> None:
    given = {each.gives for each in EFFECTS.values()} | {each.makes for each in EFFECTS.values()}
    assert given | FOLLOWS >= {status}
    assert STATUS_WORDS[status]
    assert f'"{status}"' in SCHEMA
    assert is_documented(status)


@pytest.mark.parametrize("decision", DECISIONS)
def test_a_decision(decision: str) -> None:
    assert f'"{decision}": {{' in SCHEMA
    assert is_documented(decision)


WORDS: list[set[Any]] = [
    {*EFFECTS},
    {*DRAFTING},
    {*STEPS},
    {*STATUSES},
    {*DECISIONS},
    {*get_args(Completion)},
    {*Values.model_fields} - {"accept"},
    {*Card.model_fields, "milestones", "policy_areas"} - {"accept"},
    {*MilestoneValues.model_fields, "due"} - {"accept"},
    {*get_args(MeetingKind)},
    {*get_args(Sector)},
    {*get_args(SlotState)},
    {*get_args(Gender)},
    {*get_args(Venue.model_fields["mode"].annotation)},
    {*get_args(Merge.model_fields["state"].annotation)},
]


def mappings(value: object, name: str) -> Iterator[tuple[str, frozenset[object]]]:
    """Yield the keys of every mapping in a value of a module, each with where it stands."""
    if isinstance(value, Mapping):
        yield name, frozenset(value)
        for key, each in value.items():
            yield from mappings(each, f"{name}[{key!r}]")
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from mappings(getattr(value, field.name), f"{name}.{field.name}")


def test_a_table_keyed_by_words_of_the_process_has_them_all() -> None:
    """A new word needs a row in each: a table that lacks one crashes where the word turns up."""
    found, lacking = set[str](), list[str]()
    for module in pkgutil.walk_packages(ogp_cli.__path__, "ogp_cli."):
        for name, value in vars(import_module(module.name)).items():
            for place, keys in mappings(value, f"{module.name}.{name}"):
                complete = [words for words in WORDS if keys <= words and len(keys) > 1]
                if complete:
                    found.add(place)
                if complete and keys not in complete:
                    lacking.append(place)
    assert not lacking
    assert {
        "ogp_cli.process.vocabulary.EFFECTS",
        "ogp_cli.process.words.STATUS_WORDS",
        "ogp_cli.present.labels.CARD",
    } <= found
