"""Every word of OGP's process has an effect, a sentence in every language, and documentation."""

import json
import re
from typing import get_args

import pytest
from conftest import ROOT

from ogp_cli.lang import LANGUAGES
from ogp_cli.models.decision import Decision
from ogp_cli.models.schema import json_schema
from ogp_cli.process.vocabulary import DRAFTING, EFFECTS, STATUSES, STEPS

DECISIONS = [each.KEY for each in get_args(get_args(Decision)[0])]
SCHEMA = json.dumps([json_schema(kind) for kind in ("commitment", "meeting")])
RECORDING = (ROOT / "docs/recording.md").read_text(encoding="utf-8")


def is_documented(word: str) -> bool:
    return re.search(rf"`(\w+: )?{word}`", RECORDING) is not None


@pytest.mark.parametrize("step", STEPS)
def test_a_step(step: str) -> None:
    assert (step in EFFECTS) != (step in DRAFTING)
    for language in LANGUAGES.values():
        assert language.minutes.steps[step]
        assert language.terminal.steps[step]
    assert f'"{step}"' in SCHEMA
    assert is_documented(step)


@pytest.mark.parametrize("status", STATUSES)
def test_a_status(status: str) -> None:
    assert {each.gives for each in EFFECTS.values()} | {
        each.makes for each in EFFECTS.values()
    } >= {status} - {"standing"}
    for language in LANGUAGES.values():
        assert language.terminal.statuses[status]
    assert f'"{status}"' in SCHEMA
    assert is_documented(status)


@pytest.mark.parametrize("decision", DECISIONS)
def test_a_decision(decision: str) -> None:
    assert f'"{decision}": {{' in SCHEMA
    assert is_documented(decision)
