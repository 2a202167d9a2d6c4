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


def test_what_is_unknown_says_where_to_look(ogp: Ogp, book: Path) -> None:
    assert "  hint: to list the commitments, run: ogp status\n" in ogp("show", "99", cwd=book).err
    for command in ("show", "render-minutes"):
        assert "did you mean “2024-03-21”?" in ogp(command, "21/03/2024", cwd=book).err


@pytest.mark.parametrize("file", ["meetings/2024-03-21", "commitments/5"])
def test_of_a_file_that_cannot_be_read(ogp: Ogp, book: Path, file: str) -> None:
    (book / f"data/{file}.yaml").write_text("a: [", "utf-8")
    name = file.partition("/")[2]
    assert f"the file of “{name}” cannot be read" in ogp("show", name, cwd=book).err


def test_a_name_is_taken_for_an_id(ogp: Ogp) -> None:
    assert ogp("show", "وزارة العدل").out == ogp("show", "justice").out
    assert ogp("show", "تعزيز ولوج الجمعيات للتمويل العمومي").out == ogp("show", "10").out


def test_a_name_of_two(ogp: Ogp, french: Path) -> None:
    path = french / "data/organizations.yaml"
    path.write_text(path.read_text() + "twin:\n  name: Ministère A\n  sector: government\n")
    result = ogp("show", "ministère a", cwd=french)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "ogp: several records are called “ministère a”\n"
        "  hint: use one of the ids ministere-a, twin\n"
    )


def test_lineage_both_ways(ogp: Ogp, french: Path) -> None:
    (french / "data/meetings/2025-03-12.yaml").write_text(
        "date: 2025-03-12\nkind: steering-committee\ndecisions:\n"
        "- merge: [transparence-budgetaire, petitions]\n  into: grand\n  title: Tout\n"
        "  state: decided\n"
    )
    name = "transparence-budgetaire. Rendre le budget et les marchés transparents"
    down = ogp("show", "budget-ouvert", "--lang", "en", cwd=french).out
    lines = [line for line in down.splitlines() if "Merged into" in line]
    assert lines == [f"  Merged into: {name}", "  Merged into: grand. Tout"]
    up = ogp("show", "grand", "--lang", "en", cwd=french).out.partition("Merged from\n")[2]
    found = [line.split(".")[0] for line in up.splitlines()]
    assert found == ["  - transparence-budgetaire", "  - 1", "  - 2", "  - 3"]
    assert f"  - {name} – merged\n" in up


def test_the_slots_of_an_institution_are_in_order(ogp: Ogp, french: Path) -> None:
    meeting = french / "data/meetings/2025-01-15.yaml"
    text = meeting.read_text(encoding="utf-8").replace("2025-01-22 09:30", "2025-03-22 09:30")
    meeting.write_text(text.replace("[ministere-b]", "[ministere-a]"), encoding="utf-8")
    shown = ogp("show", "ministere-a", "--lang", "en", cwd=french).out
    slots = shown.partition("Coordination meetings\n")[2].splitlines()
    assert [each.split()[2:4] for each in slots] == [["20", "February"], ["22", "March"]]
