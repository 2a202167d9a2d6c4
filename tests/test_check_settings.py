"""What `ogp check` is asked to look at: by FILE, and by `check` in plan.yaml."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import FRENCH, Ogp, commit

MEETING = "data/meetings/2024-03-21.yaml"
SIXTEEN = "data/commitments/16.yaml"

Json = Callable[..., dict[str, Any]]


@pytest.fixture
def checked(ogp: Ogp, book: Path) -> Json:
    """Return what `ogp check --format json` prints of the book."""

    def run(*arguments: str | Path, cwd: Path = book) -> dict[str, Any]:
        result = ogp("check", "--format", "json", *arguments, cwd=cwd)
        assert result.err == ""
        report: dict[str, Any] = json.loads(result.out)
        return report

    return run


def found(report: dict[str, Any]) -> set[tuple[str, str]]:
    return {(each["rule"], each["file"]) for each in report["problems"]}


def settle(book: Path, text: str) -> None:
    """Write the settings of the check into plan.yaml."""
    with (book / "data/plan.yaml").open("a", encoding="utf-8") as file:
        file.write(f"check:\n{text}")


def test_files_are_reported_on_with_the_other_side(checked: Json, book: Path) -> None:
    everything = checked()
    # 17 is scheduled without waiting: that stands in the meeting, and its other side in the file.
    four = checked("17.yaml", cwd=book / "data/commitments")
    assert ("scheduled-without-waiting", MEETING) in found(four)
    assert found(four) < found(everything)
    assert four["summary"]["files"] == 1
    assert found(checked("data")) == found(checked(book)) == found(everything)
    two = checked(SIXTEEN, "data/commitments/17.yaml")
    assert found(two) == found(four)
    assert two["summary"]["files"] == 2


def test_the_last_line_says_how_many_files_were_looked_at(ogp: Ogp) -> None:
    for lang, said in (
        ("en", "No problems. Files: 4 of 9."),
        ("fr", "Aucun problème. Fichiers\xa0: 4 sur 9."),
        ("ar", "لا توجد أية مشكلة. الملفات: 4 من 9."),
    ):
        result = ogp("check", "data/meetings", "data/plan.yaml", "data/organizations.yaml",
                     "--lang", lang, cwd=FRENCH)  # fmt: skip
        assert result.out == f"{said}\n"


@pytest.mark.parametrize("file", ["data/commitments/99.yaml", "notes.txt", "..", "/", ""])
def test_what_is_no_file_of_the_book_is_a_usage_error(ogp: Ogp, book: Path, file: str) -> None:
    (book / "notes.txt").write_text("x")
    arguments = ["data/plan.yaml", file or os.devnull]
    result = ogp("check", *arguments, cwd=book)
    assert (result.code, result.out) == (2, "")
    assert f"{arguments[1]} is not a file of the book" in result.err


def test_a_printed_path_is_taken_as_it_is_printed(
    checked: Json, book: Path, tmp_path: Path
) -> None:
    (book / SIXTEEN).write_text("number: x\n", encoding="utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for repository, printed in ((None, SIXTEEN), (tmp_path, f"{book.name}/{SIXTEEN}")):
        if repository:
            commit(repository)
        paths = {file for _, file in found(checked("--root", book, cwd=elsewhere))}
        assert printed in paths
        report = checked("--root", book, printed, cwd=elsewhere)
        assert found(report) == {("wrong-shape", printed)}


def test_no_touched_file_repeats_an_old_warning(checked: Json, book: Path) -> None:
    assert found(checked())
    commit(book)
    for file in sorted(book.glob("data/**/*.yaml")):
        text = file.read_text(encoding="utf-8")
        file.write_text(f"# touched\n{text}# touched\n", encoding="utf-8")
    assert found(checked("--changed-since", "HEAD")) == set()
    meeting = book / MEETING
    text = meeting.read_text(encoding="utf-8")
    meeting.write_text(text.replace("commitments: [1]", "commitments: [1, 3]"), encoding="utf-8")
    assert found(checked("--changed-since", "HEAD")) == {("scheduled-twice", MEETING)}


def test_an_error_in_another_file_is_not_this_file_s(ogp: Ogp, book: Path) -> None:
    file = book / "data/commitments/5.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("lead: d", "lead: x"))
    assert ogp("check", SIXTEEN, cwd=book).code == 0
    assert ogp("check", file, cwd=book).code == 1


def test_files_and_a_revision(checked: Json, book: Path) -> None:
    commit(book)
    for name in (SIXTEEN, "data/commitments/2.yaml"):
        file = book / name
        text = file.read_text(encoding="utf-8")
        file.write_text(f"{text.rstrip()}\nlead_note: x\n", encoding="utf-8")
    since = checked("--changed-since", "HEAD")
    assert ("wrong-shape", "data/commitments/2.yaml") in found(since)
    assert found(checked(SIXTEEN, "--changed-since", "HEAD")) == {("wrong-shape", SIXTEEN)}
    assert found(checked("data/organizations.yaml", "--changed-since", "HEAD")) == set()


def test_rules_that_the_book_skips(ogp: Ogp, checked: Json, book: Path) -> None:
    everything = found(checked())
    settle(book, "  skip: [unscheduled, untitled-merge]\n")
    report = checked()
    skipped = {each for each in everything if each[0] in {"unscheduled", "untitled-merge"}}
    assert skipped
    assert found(report) == everything - skipped
    assert report["summary"]["skipped"] == ["unscheduled", "untitled-merge"]
    assert (
        "Skipped, as plan.yaml says: unscheduled, untitled-merge.\n" in ogp("check", cwd=book).out
    )
    assert found(checked("--skip", "missing-step")) < found(report)
    # Who asks for a rule by name gets it.
    alone = checked("--rule", "unscheduled")
    assert found(alone) == {("unscheduled", MEETING)}
    assert alone["summary"]["skipped"] == ["untitled-merge"]


def test_a_strict_book(ogp: Ogp, book: Path) -> None:
    assert ogp("check", cwd=book).code == 0
    settle(book, "  strict: true\n")
    assert ogp("check", cwd=book).code == 1
    assert json.loads(ogp("check", "--format", "json", cwd=book).out)["summary"]["strict"]
    assert ogp("check", "--rule", "tatweel", cwd=book).code == 0


@pytest.mark.parametrize("value", ["yes", '"true"', "1"])
def test_strict_is_true_or_false(ogp: Ogp, book: Path, value: str) -> None:
    settle(book, f"  strict: {value}\n")
    result = ogp("check", "--rule", "wrong-shape", cwd=book)
    assert result.code == 1
    assert "is neither true nor false" in result.out
    assert "write true or false, without quotes" in result.out


def test_a_change_cannot_switch_off_what_would_find_it(ogp: Ogp, checked: Json, book: Path) -> None:
    settle(book, "  strict: true\n  skip: [tatweel]\n")
    commit(book)
    plan, five = book / "data/plan.yaml", book / "data/commitments/5.yaml"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("strict: true", "strict: false")
        .replace("[tatweel]", "[doubled-space, tatweel]"),
        encoding="utf-8",
    )  # fmt: skip
    text = five.read_text(encoding="utf-8")
    five.write_text(text.replace("حول مراجعة", "حول  مراجـعة"), encoding="utf-8")
    now, since = checked(), checked("--changed-since", "HEAD")
    assert now["summary"]["skipped"] == ["doubled-space", "tatweel"]
    assert since["summary"]["skipped"] == ["tatweel"]
    assert found(since) - found(now) == {("doubled-space", "data/commitments/5.yaml")}
    assert since["summary"]["strict"] > now["summary"]["strict"]
    assert ogp("check", "--changed-since", "HEAD", cwd=book).code == 1


def test_an_error_makes_minutes_a_draft_whatever_the_book_skips(ogp: Ogp, book: Path) -> None:
    minutes = ("render-minutes", "2024-03-21", "--strict")
    assert ogp(*minutes, cwd=book).code == 0
    file = book / "data/commitments/22.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("status: cancelled", "status: standing"), encoding="utf-8")
    settle(book, "  skip: [cancellation-differs]\n")
    assert ogp(*minutes, cwd=book).code == 1


def test_help_is_a_command_too(ogp: Ogp) -> None:
    assert ogp("help").out == ogp("--help").out
    assert ogp("help", "check").out == ogp("check", "--help").out
    assert ogp("help", "chek").code == 2
