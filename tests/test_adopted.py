"""What a plan shows after three half-years: `examples/adopted/`, by institution and by day."""

import json
import shutil
from pathlib import Path

import pytest
from conftest import ROOT, Ogp

BOOK = ROOT / "examples/adopted"


def test_an_institution_has_the_commitments_that_it_supports(ogp: Ogp) -> None:
    out = ogp("status", "--lead", "association-m", "--format", "json", cwd=BOOK).out
    assert [each["id"] for each in json.loads(out)["commitments"]] == ["c6", "c7"]


def test_a_balance_of_some_proposals_is_none_of_the_plan(ogp: Ogp) -> None:
    every = ("status", "--phase", "drafting", "--format", "json")
    assert json.loads(ogp(*every, cwd=BOOK).out)["balance"]["in_plan"] == 11
    some = json.loads(ogp(*every, "--number", "1-5", cwd=BOOK).out)["balance"]
    assert (some["proposals"], some["resulting"], "in_plan" in some) == (5, 3, False)


@pytest.mark.parametrize(
    ("day", "name"),
    [("2026-01-31", "Environment"), ("2026-02-01", "Ecological Transition")],
)
def test_a_name_counts_to_its_last_day(ogp: Ogp, day: str, name: str) -> None:
    shown = ogp("show", "ministry-d", "--as-of", day, "--lang", "en", cwd=BOOK).out
    assert shown.startswith(f"Ministry D – {name}\n")


@pytest.mark.parametrize(("day", "is_known"), [("2025-04-29", False), ("2025-04-30", True)])
def test_the_irm_s_review_is_known_from_its_day(ogp: Ogp, day: str, is_known: bool) -> None:
    shown = ogp("show", "c8", "--as-of", day, "--lang", "en", cwd=BOOK).out
    assert ("https://example.org/irm/action-plan-review.pdf" in shown) == is_known


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ("2026-01-01", "December 2026"),
        ("2026-04-01", "September 2026"),
        ("2026-07-01", "March 2027"),
    ],
)
def test_a_milestone_that_moved_twice(ogp: Ogp, tmp_path: Path, day: str, due: str) -> None:
    shutil.copytree(BOOK / "data", tmp_path / "data")
    meeting = tmp_path / "data/meetings/2026-06-11.yaml"
    text = meeting.read_text(encoding="utf-8")
    again = "decisions:\n- {amend: [c8], move: {2: 2027-03}, reason: x}\n"
    meeting.write_text(text.replace("decisions:\n", again, 1), encoding="utf-8")
    shown = ogp("show", "c8", "--as-of", day, "--lang", "en", cwd=tmp_path).out
    (line,) = (each for each in shown.splitlines() if "Platform online" in each)
    assert f"September 2025 {due}" in " ".join(line.replace("|", " ").split())
