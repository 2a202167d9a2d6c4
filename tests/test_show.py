"""`ogp show`: a commitment by number or id, a meeting or an institution by id."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import FRENCH, Ogp
from syrupy.assertion import SnapshotAssertion

Whole = Callable[[str], SnapshotAssertion]


@pytest.mark.parametrize("name", ["1", "10", "17", "22", "2024-03-21", "justice"])
def test_of_the_real_plan(ogp: Ogp, whole: Whole, name: str) -> None:
    result = ogp("show", name, "--lang", "ar")
    assert (result.code, result.err) == (0, "")
    assert result.out == whole("txt")


@pytest.mark.parametrize("name", ["budget-ouvert", "2025-01-15", "ministere-a"])
def test_of_the_french_plan(ogp: Ogp, whole: Whole, name: str) -> None:
    assert ogp("show", name, "--lang", "fr", cwd=FRENCH).out == whole("txt")


def test_a_number_counts_before_an_id(ogp: Ogp) -> None:
    assert ogp("show", "3", cwd=FRENCH).out == ogp("show", "petitions", cwd=FRENCH).out


def test_unknown(ogp: Ogp) -> None:
    result = ogp("show", "enabling-enviroment")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "ogp: no commitment, meeting or institution “enabling-enviroment”\n"
        "  hint: did you mean “enabling-environment”?\n"
    )


def test_lineage_both_ways(ogp: Ogp, french: Path) -> None:
    folder = french / "data/commitments"
    merged = folder / "transparence-budgetaire.yaml"
    text = merged.read_text(encoding="utf-8").replace("status: standing", "status: merged")
    merged.write_text(f"{text}merged_into: grand\n", encoding="utf-8")
    (folder / "grand.yaml").write_text(
        "number: 9\ntitle: Tout\nstatus: standing\n"
        "merged_from: [transparence-budgetaire, petitions]\n"
    )
    down = ogp("show", "budget-ouvert", "--lang", "en", cwd=french).out
    lines = [line for line in down.splitlines() if "Merged into" in line]
    assert lines == [
        "  Merged into: 5. Rendre le budget et les marchés transparents",
        "  Merged into: 9. Tout",
    ]
    up = ogp("show", "9", "--lang", "en", cwd=french).out.partition("Merged from\n")[2]
    assert [line.split(".")[0] for line in up.splitlines()] == ["  - 5", "  - 1", "  - 2", "  - 3"]
    assert "  - 5. Rendre le budget et les marchés transparents – merged\n" in up


def test_the_slots_of_an_institution_are_in_order(ogp: Ogp, french: Path) -> None:
    meeting = french / "data/meetings/2025-01-15.yaml"
    text = meeting.read_text(encoding="utf-8").replace("2025-01-22 09:30", "2025-03-22 09:30")
    meeting.write_text(text.replace("[ministere-b]", "[ministere-a]"), encoding="utf-8")
    shown = ogp("show", "ministere-a", "--lang", "en", cwd=french).out
    slots = shown.partition("Coordination meetings\n")[2].splitlines()
    assert [each.split()[2:4] for each in slots] == [["20", "February"], ["22", "March"]]


def test_merges_in_a_circle_end(ogp: Ogp, french: Path) -> None:
    folder = french / "data/commitments"
    for one, other in (("a", "b"), ("b", "a")):
        (folder / f"{one}.yaml").write_text(
            f"title: {one}\nstatus: merged\nmerged_into: {other}\nmerged_from: [{other}]\n"
        )
    out = ogp("show", "a", "--lang", "en", cwd=french).out
    assert out.count("Merged into: ") == 2
    assert out.count("– merged") == 2
