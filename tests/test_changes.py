"""`ogp changes`: the changes between two moments."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import FRENCH, Ogp
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion
from test_as_of import DAYS, plans

from ogp_cli.plan import Moment, Plan
from ogp_cli.process.changes import changes

Whole = Callable[[str], SnapshotAssertion]


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_of_the_real_plan(ogp: Ogp, whole: Whole, lang: str) -> None:
    result = ogp("changes", "--lang", lang)
    assert (result.code, result.err) == (0, "")
    assert result.out == whole("txt")


@pytest.mark.parametrize(("form", "ending"), [("md", "md"), ("json", "json")])
def test_since_the_last_meeting_but_one(ogp: Ogp, whole: Whole, form: str, ending: str) -> None:
    result = ogp("changes", "--lang", "fr", "--format", form, cwd=FRENCH)
    assert result.out == whole(ending)
    since = ogp("changes", "--lang", "fr", "--format", form, "--since", "2025-01-15", cwd=FRENCH)
    assert since.out == result.out


def told(ogp: Ogp, cwd: Path, *options: str) -> list[tuple[str, list[str]]]:
    value: dict[str, Any] = json.loads(ogp("changes", "--format", "json", *options, cwd=cwd).out)
    return [(each["kind"], each["commitments"]) for each in value["changes"]]


def test_proposed_then_decided_then_cancelled(ogp: Ogp, french: Path) -> None:
    (french / "data/meetings/2025-03-12.yaml").write_text(
        "date: 2025-03-12\nkind: steering-committee\ndecisions:\n"
        "- cancel: [transparence-budgetaire]\n  reason: abandon\n"
    )
    petitions = french / "data/commitments/petitions.yaml"
    petitions.write_text(f"proposed: 2025-01-20\n{petitions.read_text(encoding='utf-8')}")

    members = ["budget-ouvert", "marches-publics"]
    first = told(ogp, french, "--since", "2024-01-01", "--until", "2025-01-15")
    assert ("merge-proposed", members) in first
    assert ("cancelled", ["guichet"]) in first
    assert not [kind for kind, _ in first if kind in {"merged", "proposal"}]
    second = told(ogp, french, "--since", "2025-01-15", "--until", "2025-02-12")
    assert ("proposal", ["petitions"]) in second
    assert ("merged", members) in second
    third = told(ogp, french)
    assert third == [("meeting", []), ("cancelled", ["transparence-budgetaire"])]
    assert told(ogp, french, "--until", "2025-02-12") == second
    assert told(ogp, french, "--since", "2025-03-12") == []


def test_a_proposal_counts_from_its_day(ogp: Ogp, french: Path) -> None:
    petitions = french / "data/commitments/petitions.yaml"
    petitions.write_text(f"proposed: 2025-01-14\n{petitions.read_text(encoding='utf-8')}")
    assert "4 proposals" in ogp("status", "--as-of", "2025-01-14", cwd=french).out
    assert "3 proposals" in ogp("status", "--as-of", "2025-01-13", cwd=french).out
    sheet = ogp("show", "petitions", "--lang", "en", cwd=french).out
    assert "Proposed: Tuesday 14 January 2025" in sheet


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--since", "yesterday"], "“yesterday” is neither a day"),
        (["--until", "2024-02-30"], "“2024-02-30” is neither a day"),
        (["--since", "2024-03-21", "--until", "2024-03-21"], "2024-03-21 is not before 2024-03-21"),
        (["--format", "ods"], "“ods” is not one of"),
    ],
)
def test_wrong_moments(ogp: Ogp, options: list[str], said: str) -> None:
    result = ogp("changes", *options)
    assert (result.code, result.out) == (2, "")
    assert said in " ".join(result.err.split())


def test_text_says_what_json_says(ogp: Ogp, french: Path) -> None:
    (french / "data/commitments/late.yaml").write_text(
        "number: 7\ntitle: later\nstatus: standing\n"
    )
    meeting = french / "data/meetings/2025-02-12.yaml"
    text = meeting.read_text(encoding="utf-8")
    steps = "steps:\n- {on: [late], heard: [comments-shared]}\n"
    meeting.write_text(text.replace("steps:\n", steps), encoding="utf-8")
    options = ("--since", "2025-02-05", "--until", "2025-02-12")
    assert ("step", ["late"]) in told(ogp, french, *options)
    assert "7. later: comments shared" in ogp("changes", *options, "--lang", "en", cwd=french).out


def test_nothing_changed(ogp: Ogp) -> None:
    out = ogp("changes", "--since", "2024-03-21", "--lang", "ar").out
    assert "لا يوجد أي مستجد." in out


@given(plans(), DAYS, st.integers(0, 400))
def test_two_halves_are_the_whole(plan: Plan, day: dt.date, more: int) -> None:
    first, last = Moment(day), Moment(day + dt.timedelta(more))
    whole = [*changes(plan, None, first), *changes(plan, first, last), *changes(plan, last, None)]
    assert whole == changes(plan, None, None)
