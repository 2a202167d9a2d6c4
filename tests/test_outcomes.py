"""The outcome of a proposal through a merge: a cancelled merged commitment ends its proposals."""

import json
from pathlib import Path

import pytest
from conftest import Ogp


@pytest.fixture
def cancelled(ogp: Ogp, french: Path) -> Path:
    """Return the French book, its merged commitment cancelled by a later meeting."""
    (french / "data/meetings/2025-03-12.yaml").write_text(
        "date: 2025-03-12\nkind: steering-committee\n"
        "participants:\n- {name: Personne A, gender: f, organization: ministere-a}\ndecisions:\n"
        "- cancel: [transparence-budgetaire]\n  reason: abandon\n"
    )
    assert ogp("post", cwd=french).code == 0
    return french


def test_the_files_of_the_proposals_stay_as_they_are(ogp: Ogp, cancelled: Path) -> None:
    assert ogp("check", cwd=cancelled).code == 0


def test_the_balance(ogp: Ogp, cancelled: Path) -> None:
    out = ogp("status", "--lang", "en", cwd=cancelled).out
    assert "4 proposals = 1 standing + 3 cancelled\n" in out
    before = ogp("status", "--lang", "en", "--as-of", "2025-03-11", cwd=cancelled).out
    assert "4 proposals = 1 standing + 2 merged + 1 cancelled; 2 commitments result\n" in before


def test_a_column_shows_an_outcome_that_differs_from_the_status(ogp: Ogp, cancelled: Path) -> None:
    value = json.loads(ogp("status", "--format", "json", cwd=cancelled).out)
    stated = {each["id"]: (each["status"], each["outcome"]) for each in value["commitments"]}
    assert stated["budget-ouvert"] == ("merged", "cancelled")
    assert stated["petitions"] == ("standing", "standing")
    table = ogp("status", "--format", "csv", "--lang", "fr", cwd=cancelled).out
    assert ";État;Issue;" in table
    assert ";fusionné;annulé;" in table
    before = ("status", "--lang", "fr", "--as-of", "2025-03-11")
    assert ";fusionné;;" in ogp(*before, "--format", "csv", cwd=cancelled).out


def test_show_says_where_a_proposal_ended(ogp: Ogp, cancelled: Path) -> None:
    out = ogp("show", "budget-ouvert", "--lang", "en", cwd=cancelled).out
    assert "  Status: merged\n  Outcome: cancelled\n" in out
    before = ogp("show", "budget-ouvert", "--as-of", "2025-03-11", "--lang", "en", cwd=cancelled)
    assert "Outcome" not in before.out


def test_changes_name_what_ends_with_it(ogp: Ogp, cancelled: Path) -> None:
    out = ogp("changes", "--lang", "en", cwd=cancelled).out
    assert "cancelled: transparence-budgetaire (with it: 1 and 2) – " in out
    assert "Balance after: 4 proposals = 1 standing + 3 cancelled" in out
    value = json.loads(ogp("changes", "--format", "json", cwd=cancelled).out)
    assert value["changes"][-1]["with_it"] == ["budget-ouvert", "marches-publics"]
