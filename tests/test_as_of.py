"""`--as-of`: the book as it stood, and that the outcomes add up on any day."""

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
from conftest import FRENCH, ROOT, Ogp
from hypothesis import given
from hypothesis import strategies as st

from ogp_cli.models.base import Identity
from ogp_cli.models.commitment import Commitment, Proposal
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.plan import PlanInfo
from ogp_cli.plan import Moment, Plan, moment_of
from ogp_cli.process.as_of import as_of
from ogp_cli.process.balance import balance
from ogp_cli.process.fold import expected


def outcomes(ogp: Ogp, root: Path, moment: str) -> dict[str, str]:
    out = ogp("status", "--format", "json", "--as-of", moment, cwd=root).out
    return {each["id"]: each["status"] for each in json.loads(out)["commitments"]}


def test_proposed_then_decided_then_cancelled(ogp: Ogp, french: Path) -> None:
    (french / "data/meetings/2025-03-12.yaml").write_text(
        "date: 2025-03-12\nkind: steering-committee\ndecisions:\n"
        "- cancel: [transparence-budgetaire]\n  reason: abandon\n"
    )
    assert ogp("post", cwd=french).code == 0
    assert ogp("check", cwd=french).code == 0

    def of(moment: str) -> list[str | None]:
        then = outcomes(ogp, french, moment)
        return [then.get(name) for name in ("budget-ouvert", "guichet", "transparence-budgetaire")]

    assert of("2025-01-14") == ["standing", "standing", None]
    assert of("2025-01-15") == ["merge-proposed", "cancelled", "pending"]
    assert of("2025-02-11") == ["merge-proposed", "cancelled", "pending"]
    assert of("2025-02-12") == ["merged", "cancelled", "standing"]
    assert of("2025-03-12") == ["merged", "cancelled", "cancelled"]


@pytest.mark.parametrize(("root", "meeting"), [(ROOT, "2024-03-21"), (FRENCH, "2025-02-12")])
def test_of_the_last_meeting_is_today(ogp: Ogp, root: Path, meeting: str) -> None:
    now, then = (ogp("status", *options, cwd=root).out for options in ((), ("--as-of", meeting)))
    assert now.splitlines()[1:] == then.splitlines()[1:]
    assert now.splitlines()[0] in then.splitlines()[0]
    assert f"as of {meeting}" in then.splitlines()[0]


def test_json_names_the_day(ogp: Ogp) -> None:
    now, then = (
        json.loads(ogp("status", "--format", "json", *options).out)
        for options in ((), ("--as-of", "2024-03-21"))
    )
    assert (now.pop("as_of"), then.pop("as_of")) == (None, "2024-03-21")
    assert now == then


def test_before_the_first_meeting_everything_stands(ogp: Ogp) -> None:
    assert "27 proposals = 27 standing\n" in ogp("status", "--as-of", "2024-03-20").out


def test_a_step_counts_from_its_meeting(ogp: Ogp) -> None:
    def steps(moment: str) -> list[str]:
        out = ogp("status", "--format", "json", "--as-of", moment, cwd=FRENCH).out
        return list(json.loads(out)["commitments"][2]["steps"])

    assert "new-version-received" not in steps("2025-02-11")  # its own day is the 3rd
    assert "new-version-received" in steps("2025-02-12")


def test_two_meetings_of_a_day_are_in_order(ogp: Ogp, french: Path) -> None:
    (french / "data/meetings/2025-02-12-b.yaml").write_text(
        "date: 2025-02-12\nkind: steering-committee\ndecisions:\n"
        "- cancel: [petitions]\n  reason: abandon\n"
    )
    assert ogp("post", cwd=french).code == 0
    assert ogp("check", cwd=french).code == 0
    assert outcomes(ogp, french, "2025-02-12")["petitions"] == "standing"
    assert outcomes(ogp, french, "2025-02-12-b")["petitions"] == "cancelled"
    out = ogp("changes", "--lang", "en", cwd=french).out
    assert "What changed after 2025-02-12" in out
    assert "12 February 2025 (2025-02-12-b)  cancelled: 3" in out
    between = ogp("changes", "--since", "2025-02-12", "--until", "2025-02-12-b", cwd=french)
    assert (between.code, between.err) == (0, "")


def test_an_outcome_counts_from_the_meeting_that_decided_it(ogp: Ogp, french: Path) -> None:
    then = outcomes(ogp, french, "2025-02-05")
    assert (then["budget-ouvert"], then["transparence-budgetaire"]) == ("merge-proposed", "pending")


def test_a_slot_that_passed_without_news_is_overdue(ogp: Ogp) -> None:
    out = ogp("status", "--as-of", "2024-04-15", "--number", "14,16", "--lang", "en").out
    assert "date passed" in out
    assert "not scheduled" in out
    value = json.loads(ogp("status", "--as-of", "2024-04-15", "--format", "json").out)
    waiting = [each["number"] for each in value["commitments"] if each["waiting"]]
    assert waiting == [16]
    assert value["commitments"][13]["overdue"]


def test_show_leaves_out_later_meetings(ogp: Ogp) -> None:
    then = ogp("show", "3", "--as-of", "2025-02-05", "--lang", "en", cwd=FRENCH).out
    assert "2025-02-12" not in then
    assert "Steps – 2025-01-15" in then
    for name in ("2025-02-12", "transparence-budgetaire"):
        result = ogp("show", name, "--as-of", "2025-01-10", cwd=FRENCH)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith(f"ogp: “{name}” was not in the book yet\n")


def test_a_meeting_and_a_commitment_with_the_same_name(ogp: Ogp, french: Path) -> None:
    shutil.copy(
        french / "data/commitments/petitions.yaml", french / "data/commitments/2025-02-12.yaml"
    )
    result = ogp("show", "2025-02-12", "--as-of", "2025-01-20", cwd=french)
    assert (result.code, result.out) == (2, "")


def test_show_as_of(ogp: Ogp) -> None:
    then = ogp("show", "10", "--as-of", "2024-03-20").out
    assert "Status: standing" in then
    assert "Merged into" not in then


def test_neither_a_day_nor_a_meeting(ogp: Ogp) -> None:
    for moment in ("2024-02-30", "yesterday", "2024-03"):
        result = ogp("status", "--as-of", moment)
        assert (result.code, result.out) == (2, "")
        assert f"“{moment}” is neither a day" in result.err


DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
NAMES = ["1", "2", "3", "4", "m", "n"]
NAMED = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)
STEPS = st.lists(st.sampled_from(["comments-shared", "meeting-held", "meeting-to-schedule"]))


@st.composite
def decisions(draw: st.DrawFn) -> dict[str, object]:
    """Return a decision on some of six commitments, sensible or not."""
    names = draw(NAMED)
    if draw(st.booleans()):
        return {"cancel": tuple(names), "reason": "x"}
    if draw(st.booleans()):
        return {"reinstate": tuple(names)}
    state = draw(st.sampled_from(["proposed", "decided", "dropped"]))
    return {"merge": tuple(names), "into": draw(st.sampled_from(["m", "n"])), "state": state}


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Return a plan whose meetings decide anything, while its files record none of it."""
    days = sorted(draw(st.lists(DAYS, min_size=1, max_size=4)))
    meetings = {}
    for index, day in enumerate(days):
        id_ = f"{day}-{index}"
        meeting = {
            "date": day.isoformat(),
            "kind": "steering-committee",
            "decisions": tuple(draw(st.lists(decisions(), max_size=3))),
            "steps": ({"on": tuple(draw(NAMED)), "heard": tuple(draw(STEPS))},),
        }
        meetings[id_] = Meeting.model_validate(meeting, context=Identity(id_, id_))
    commitments = {}
    for name in NAMES:
        values: dict[str, object] = {"status": draw(st.sampled_from(["standing", "merged"]))}
        if name.isdecimal():
            values |= {"number": int(name), "proposed": draw(DAYS).isoformat()}
        else:
            values["merged_from"] = ("1", "2")
        identity = Identity(name, name)
        model = Commitment.kind_of(values, identity)
        commitments[name] = model.model_validate(values, context=identity)
    info = PlanInfo(title="x", country="FR", language="fr", time_zone="UTC", committee="x")
    return Plan(Path(), info, {}, commitments, meetings)


@given(plans(), DAYS)
def test_the_outcomes_add_up_at_any_moment(plan: Plan, day: dt.date) -> None:
    for moment in (Moment(day), *map(moment_of, plan.meetings.values())):
        then = as_of(plan, moment)
        count = balance(then)
        assert count.missing == 0
        assert count.proposals == count.standing + count.merging + count.merged + count.cancelled
        assert count.proposals == sum(
            isinstance(each, Proposal) for each in then.commitments.values()
        )


@given(plans())
def test_the_end_of_the_book_is_the_book(plan: Plan) -> None:
    """The ledger of all meetings equals the ledger up to the last one."""
    last = max(map(moment_of, plan.meetings.values()))
    assert expected(plan).states == expected(plan, last).states


@given(plans())
def test_a_refused_decision_changes_nothing(plan: Plan) -> None:
    refused = {(each.commitment, each.decided.at) for each in expected(plan).refused}
    states = expected(plan).states.items()
    posted = {(name, line.at) for name, state in states for line in state.story if line.decided}
    named = {(name, each.at) for each in plan.index.decisions for name in each.decision.commitments}
    assert refused | posted == named
    assert not refused & posted
