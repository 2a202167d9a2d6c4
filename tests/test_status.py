"""`ogp status` on the real plan and on the made-up one."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import FRENCH, ROOT, Ogp, some
from syrupy.assertion import SnapshotAssertion

EXAMPLE = ROOT / "examples/adopted"
Whole = Callable[[str], SnapshotAssertion]


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_table_of_the_real_plan(ogp: Ogp, whole: Whole, lang: str) -> None:
    result = ogp("status", "--lang", lang)
    assert (result.code, result.err) == (0, "")
    assert result.out == whole("txt")


def test_json_of_the_real_plan(ogp: Ogp) -> None:
    value = json.loads(ogp("status", "--format", "json").out)
    assert value["schema"] == 1
    assert value["balance"] == {
        "proposals": 27,
        "standing": 17,
        "merging": 7,
        "merges": 2,
        "merged": 0,
        "cancelled": 3,
        "resulting": 19,
        "missing": 0,
    }
    assert list(value["commitments"][0]) == [
        "id",
        "number",
        "title",
        "lead",
        "status",
        "outcome",
        "merged_into",
        "steps",
        "drafting",
        "next_meeting",
        "stuck",
        "waiting",
        "overdue",
        "idle",
    ]


def test_json_is_in_the_clock_of_the_plan(ogp: Ogp) -> None:
    # Morocco is on UTC+0 during Ramadan, and otherwise on UTC+1.
    real = json.loads(ogp("status", "--format", "json").out)["commitments"]
    assert real[6]["next_meeting"] == "2024-03-25T12:30:00+00:00"
    french = json.loads(ogp("status", "--format", "json", cwd=FRENCH).out)["commitments"]
    assert french[2]["next_meeting"] == "2025-02-20T14:00:00+01:00"


@pytest.mark.parametrize("environment", [{"LANG": "ar_MA.UTF-8"}, {"LC_ALL": "ar", "LANG": "fr"}])
def test_language_of_the_environment(ogp: Ogp, environment: dict[str, str]) -> None:
    assert "27 مقترحا = 17 قائما + 7 في اقتراحي دمج + 3 ملغاة؛" in ogp("status", **environment).out


def test_unknown_language_and_format(ogp: Ogp) -> None:
    for option, value in (("--lang", "xx"), ("--format", "ods")):
        result = ogp("status", option, value)
        assert result.code == 2
        assert f"“{value}” is not one of" in result.err
        assert result.out == ""


@pytest.mark.parametrize("folder", [".", "data/meetings", "src/ogp_cli"])
def test_found_from_any_folder_inside(ogp: Ogp, folder: str) -> None:
    assert ogp("status", cwd=ROOT / folder).out == ogp("status").out


def test_found_from_elsewhere(ogp: Ogp, tmp_path: Path) -> None:
    here = ogp("status").out
    assert ogp("status", "--root", ROOT, cwd=tmp_path).out == here
    assert ogp("--root", ROOT, "status", cwd=tmp_path).out == here
    assert ogp("status", cwd=tmp_path, OGP_ROOT=str(ROOT)).out == here


def test_the_command_s_own_root_counts_first(ogp: Ogp, tmp_path: Path) -> None:
    french = ogp("status", cwd=FRENCH).out
    assert ogp("--root", ROOT, "status", "--root", FRENCH, cwd=tmp_path).out == french
    assert ogp("--root", FRENCH, "status", cwd=tmp_path, OGP_ROOT=str(ROOT)).out == french


def test_no_data(ogp: Ogp, tmp_path: Path) -> None:
    result = ogp("status", cwd=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"ogp: no data in {tmp_path} or above it\n"
        "  hint: go to the folder that holds data/plan.yaml, or name it with --root or OGP_ROOT\n"
    )
    assert ogp("status", "--root", tmp_path).code == 2


def test_a_broken_file_does_not_hide_the_others(ogp: Ogp, book: Path) -> None:
    (book / "data/commitments/5.yaml").write_text("number: [5\n")
    (book / "data/plan.yaml").write_bytes(b"\xff")
    (book / "data/organizations.yaml").write_text("a: 1\n")
    result = ogp("status", cwd=book)
    assert result.code == 0
    assert "26 proposals = 16 standing + 7 in 2 proposed merges + 3 cancelled" in result.out
    assert "تعزيز نشر المعطيات المفتوحة" in result.out
    assert result.err == "ogp: 3 files could not be read and are left out; run: ogp check\n"


def test_an_empty_plan(ogp: Ogp, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    shutil.copy(FRENCH / "data/plan.yaml", tmp_path / "data")
    result = ogp("status", cwd=tmp_path, LANG="fr")
    assert result.code == 0
    unread = "1 fichier n’a pas pu être lu"
    assert result.out.startswith(f"Plan d’action d’exemple\n0 proposition\xa0; {unread}\n")
    printed = json.loads(ogp("status", "--format", "json", cwd=tmp_path).out)
    assert printed["unread"] == ["data/organizations.yaml"]


def test_the_outcomes_add_up_while_a_file_is_missing(ogp: Ogp, book: Path) -> None:
    (book / "data/commitments/17.yaml").unlink()
    sum_ = (
        "27 proposals = 16 standing + 7 in 2 proposed merges + 3 cancelled + 1 without an outcome;"
    )
    assert sum_ in ogp("status", "--lang", "en", cwd=book).out


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (["--status", "cancelled"], [22, 25, 26]),
        (["--status", "cancelled", "--status", "pending"], [22, 25, 26, None, None]),
        (["--lead", "justice"], [14, 15, 23, 24, 27]),
        (["--lead", "وزارة  العدل\u200e"], [14, 15, 23, 24, 27]),  # as copied from a page
        (["--lead", "justice", "--status", "standing"], [14, 15]),
        (["--lead", "youth"], [2, 17]),  # a department of the lead
        (["--lead", "justice", "--lead", "youth"], [2, 14, 15, 17, 23, 24, 27]),
        (["--waiting"], [16]),
        (["--stuck"], [16]),
        (["--idle", "1"], [17]),
        (["--idle", "2"], []),
        (["--step", "new-version-received"], [7, 9, 14]),
        (["--step", "comments-integrating", "--step", "meeting-held"], [1, 2, 4, 5, 8]),
        (["--number", "1-3, 16,26-"], [1, 2, 3, 16, 26, 27]),
        (["--number", "-2"], [1, 2]),
        (["--number", "1-20", "--status", "merge-proposed"], [10, 11, 12, 13]),
    ],
)
def test_filters(ogp: Ogp, options: list[str], numbers: list[int | None]) -> None:
    value = json.loads(ogp("status", "--format", "json", *options).out)
    assert [each["number"] for each in value["commitments"]] == numbers
    proposals = [each for each in value["commitments"] if each["number"]]
    assert value["balance"]["proposals"] == len(proposals)
    is_stuck = any(each["stuck"] for each in value["commitments"])
    shown = ogp("status", *options, "--group-by", "status").out
    rows = [line for line in shown.splitlines() if re.match(r"(\d+|—)  ", line)]
    assert len(rows) == len(numbers)
    assert ("not scheduled" in shown) == is_stuck
    with_header = ogp("status", "--format", "csv", *options).out
    assert with_header.count("\n") == 1 + len(numbers)


SAID = [
    (ROOT, "--status", "cancelled", ["ملغى", "annulé", "Cancelled"]),
    (ROOT, "--status", "merge-proposed", ["مقترح للدمج", "fusion proposée", "merge proposed"]),
    (ROOT, "--step", "comments-integrating", ["التعليقات قيد الدمج", "comments being integrated"]),
    (EXAMPLE, "--completion", "limited", ["محدود", "limité"]),
    (EXAMPLE, "--axis", "justice", ["العدالة والحقوق", "Justice and rights"]),
]


@pytest.mark.parametrize(("book", "option", "word", "said"), some(3, SAID))
def test_a_printed_word_is_taken_as_its_id_is(
    ogp: Ogp, book: Path, option: str, word: str, said: list[str]
) -> None:
    by_id = ogp("status", option, word, cwd=book)
    assert by_id.code == 0
    for each in said:
        assert ogp("status", option, each, cwd=book).raw == by_id.raw


def test_an_unknown_word_is_shown_those_that_there_are(ogp: Ogp) -> None:
    french = ogp("status", "--status", "annulée", LANG="fr")
    assert french.code == 2
    assert "cancelled (annulé), pending (en attente)" in french.err
    assert "« cancelled (annulé) » ?" in french.err.replace("\u202f", " ").replace("\xa0", " ")
    assert "standing, merge-proposed, merged" in ogp("status", "--status", "x", LANG="en").err


def test_unknown_filters(ogp: Ogp) -> None:
    status = ogp("status", "--status", "canceled")
    assert (status.code, status.out) == (2, "")
    assert "Did you mean “cancelled”?" in status.err
    lead = ogp("status", "--lead", "justise")
    assert (lead.code, lead.out) == (2, "")
    assert lead.err == "ogp: no institution “justise”\n  hint: did you mean “justice”?\n"


@pytest.mark.parametrize("text", ["", "x", "3-1", "1--2", "-", "1,,2", "1" * 20])
def test_no_range_of_numbers(ogp: Ogp, text: str) -> None:
    result = ogp("status", "--number", text)
    assert (result.code, result.out) == (2, "")
    assert "is not a range of numbers" in " ".join(result.err.split())


def numbers(ogp: Ogp, *options: str, cwd: Path = ROOT) -> list[int | None]:
    value = json.loads(ogp("status", "--format", "json", "--lang", "ar", *options, cwd=cwd).out)
    return [each["number"] for each in value["commitments"]]


def test_what_has_ended_waits_for_nothing(ogp: Ogp, book: Path) -> None:
    text = "date: 2024-03-22\nkind: act\ndecisions:\n- cancel: [16]\n"
    (book / "data/meetings/2024-03-22.yaml").write_text(text, encoding="utf-8")
    for question in ("--waiting", "--stuck"):
        assert numbers(ogp, question, cwd=book) == []


def test_orders(ogp: Ogp) -> None:
    few = ("--number", "14-18,22")
    assert numbers(ogp, *few, "--sort", "meeting") == [14, 15, 17, 18, 16, 22]
    assert numbers(ogp, *few, "--sort", "status") == [14, 15, 16, 17, 18, 22]
    assert numbers(ogp, *few, "--sort", "idle") == [17, 14, 15, 16, 18, 22]
    assert numbers(ogp, *few, "--sort", "step") == [14, 15, 16, 18, 17, 22]
    # «وزارة الانتقال», «وزارة الشباب», «وزارة العدل», none
    assert numbers(ogp, *few, "--sort", "lead") == [18, 17, 14, 15, 16, 22]


def test_titles_are_sorted_by_their_letters(ogp: Ogp, french: Path) -> None:
    titles = {"1": "أب", "2": "ات", "3": "إث", "4": "بت", "5": "آج"}
    for file in french.glob("data/*/*.yaml"):
        file.unlink()
    folder = french / "data/commitments"
    for name, title in titles.items():
        text = f"number: {name}\ntitle: {title}\nstatus: standing\n"
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert numbers(ogp, "--sort", "title", cwd=french) == [1, 2, 3, 5, 4]


@pytest.mark.parametrize("form", some(2, ["text", "json", "md", "csv"]))
@pytest.mark.parametrize("by", ["lead", "status"])
def test_groups(ogp: Ogp, whole: Whole, form: str, by: str) -> None:
    result = ogp("status", "--group-by", by, "--sort", "step", "--lang", "en", "--format", form)
    assert result.out.replace("\r\n", "\n") == whole("txt")


def test_two_meetings_without_news_mean_stuck(ogp: Ogp, french: Path) -> None:
    for day in ("2025-03-12", "2025-04-09"):
        meeting = f"date: {day}\nkind: steering-committee\n"
        (french / f"data/meetings/{day}.yaml").write_text(meeting)
    out = ogp("status", "--stuck", "--lang", "ar", cwd=french).out
    assert "لا جديد منذ اجتماعين" in out
    idle = {
        each["id"]: each["idle"]
        for each in json.loads(ogp("status", "--format", "json", cwd=french).out)["commitments"]
    }
    # Heard of on 12 February; ended in January; merged then, so that the merged commitment counts.
    assert (idle["petitions"], idle["guichet"], idle["transparence-budgetaire"]) == (2, 0, 2)
    (french / "data/meetings/2025-05-07.yaml").write_text("date: 2025-05-07\nkind: coordination\n")
    assert ogp("status", "--stuck", "--lang", "ar", cwd=french).out == out
