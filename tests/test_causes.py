"""A finding is left out where its cause is reported, and only there."""

from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from conftest import ROOT, Ogp, some
from test_rules import CASES, NAMES, parts, read, write_plan

from ogp_cli.checks import RULES, run
from ogp_cli.plan import load
from ogp_cli.store.source import Disk, Source

EXAMPLE = ROOT / "examples/adopted"
CAUSES = {cause for rule in RULES.values() for cause in rule.after}


def test_causes_are_rules_and_never_each_other() -> None:
    graph = TopologicalSorter({rule.name: rule.after for rule in RULES.values()})
    assert {*graph.static_order()} == {*RULES}


@pytest.mark.parametrize(("rule", "name"), some(8, (each for each in NAMES if each[0] in CAUSES)))
def test_what_is_not_reported_hides_nothing(tmp_path: Path, rule: str, name: str) -> None:
    write_plan(parts(read(CASES / f"{rule}.txt"), "===")[name], tmp_path)
    plan = load(tmp_path)
    everything = {(each.rule, each.at) for each in run(plan)}
    others = {(each.rule, each.at) for each in run(plan, rules=RULES.keys() - {rule})}
    assert {each for each in everything if each[0] != rule} <= others


def test_a_cause_that_is_skipped_shows_what_follows_from_it(ogp: Ogp, tmp_path: Path) -> None:
    case = parts(read(CASES / "scheduled-twice.txt"), "===")["fails"]
    slot = "- at: 2025-01-20 15:00\n  organizations: [b]\n  commitments: [2, 1]\n"
    other = "-- data/commitments/2.yaml --\nnumber: 2\ntitle: B\nlead: b\nstatus: standing\n"
    write_plan(case.replace("-- problems", f"{slot}{other}-- problems"), tmp_path)
    assert "[slot-lead]" not in ogp("check", cwd=tmp_path).out
    assert "[slot-lead]" in ogp("check", "--skip", "scheduled-twice", cwd=tmp_path).out


def test_an_accepted_warning_hides_no_error(ogp: Ogp, book: Path) -> None:
    """A warning is accepted; the file of a proposal is deleted."""
    meeting = book / "data/meetings/2024-03-21.yaml"
    accepted = "  into: merge-of-23-24-27\n  accept: {untitled-merge: the title comes later}\n"
    text = meeting.read_text(encoding="utf-8")
    meeting.write_text(text.replace("  into: merge-of-23-24-27\n", accepted), encoding="utf-8")
    assert ogp("check", cwd=book).code == 0
    (book / "data/commitments/17.yaml").unlink()
    after = ogp("check", cwd=book)
    assert after.code == 1
    assert "[conservation]" in after.out


def test_what_is_true_of_several_files_is_said_once(ogp: Ogp) -> None:
    out = ogp("check", cwd=ROOT).out
    assert out.count("[missing-step]") == 1
    assert out.count("  see: data/meetings/2024-03-21.yaml:93:") == 7
    assert "warnings: 6," in out


MEETINGS = sorted(each.name for each in (EXAMPLE / "data/meetings").iterdir())


@pytest.mark.parametrize("name", some(1, MEETINGS))
def test_what_an_unread_meeting_may_have_said_is_not_missed(name: str) -> None:
    file = f"data/meetings/{name}"
    files = Disk(EXAMPLE, {file: Source(file, b"date: 25:00\n")})
    before = {(each.rule, each.message) for each in run(load(EXAMPLE))}
    after = run(load(EXAMPLE, files), files=files)
    assert {each.at.file for each in after if (each.rule, each.message) not in before} == {file}
