"""`ogp check` on the real data: the warnings about the source, and what a single edit breaks."""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import FRENCH, ROOT, Ogp, Result, commit, in_process, some
from syrupy.assertion import SnapshotAssertion

from ogp_cli.present.reports import REPORTS

Whole = Callable[[str], SnapshotAssertion]
MEETING = "data/meetings/2024-03-21.yaml"


def commitment(name: object) -> str:
    return f"data/commitments/{name}.yaml"


def line_of(file: Path, text: str) -> int:
    """Return the number of the line on which `text` first starts."""
    before = file.read_text(encoding="utf-8").partition(text)[0]
    return before.count("\n") + 1


class Broken(NamedTuple):
    """A single edit of the shipped data, and the expected problem: rule, file, marked line.

    What is written twice is edited in `test_double_entry.py`.
    """

    edit: tuple[str, str, str]  # file, text, replacement
    rule: str
    file: str
    marked: str


BROKEN = {
    "a bracket is not closed": Broken(
        (commitment(5), "number: 5", "number: [5"), "invalid-yaml", commitment(5), "number:"
    ),
    "a quote is not closed": Broken(
        (commitment(5), "title: ", 'title: "'), "invalid-yaml", commitment(5), ""
    ),
    "a key is written twice": Broken(
        (commitment(5), "status:", "number: 6\nstatus:"),
        "invalid-yaml",
        commitment(5),
        "number: 6",
    ),
    "an anchor": Broken(
        (commitment(5), "number: 5", "number: &five 5"), "invalid-yaml", commitment(5), "&five"
    ),
    "an unknown key": Broken(
        (commitment(5), "lead:", "laed:"), "wrong-shape", commitment(5), "laed:"
    ),
    "a key of another model": Broken(
        (MEETING, "organizations: [justice]", "organization: [justice]"),
        "wrong-shape",
        MEETING,
        "organization: [justice]",
    ),
    "a wrong type": Broken(
        (commitment(5), "number: 5", "number: no. 5"), "wrong-shape", commitment(5), "number:"
    ),
    "a word that is not in the vocabulary": Broken(
        (MEETING, "[comments-shared, meeting-held", "[comments-shred, meeting-held"),
        "wrong-shape",
        MEETING,
        "comments-shred",
    ),
    "a day that is not in the calendar": Broken(
        (MEETING, "2024-03-25 12:30", "2024-02-30 12:30"), "wrong-shape", MEETING, "2024-02-30"
    ),
    "a date in another order": Broken(
        (MEETING, "date: 2024-03-21", "date: 21/03/2024"), "wrong-shape", MEETING, "21/03/2024"
    ),
    "a missing key": Broken(
        (commitment(5), "status: standing\n", ""), "wrong-shape", commitment(5), "number: 5"
    ),
    "a decision of no kind": Broken(
        (MEETING, "cancel: [22", "remove: [22"), "wrong-shape", MEETING, "remove:"
    ),
    "a draft beside another step": Broken(
        (MEETING, "{step: meeting-to-schedule, draft: proposed}", "{step: meeting-held, draft: x}"),
        "wrong-shape",
        MEETING,
        "draft: x",
    ),
    "a time zone that is none": Broken(
        ("data/plan.yaml", "Africa/Casablanca", "Africa/Casa"),
        "wrong-shape",
        "data/plan.yaml",
        "Africa/Casa",
    ),
    "two commitments with one number": Broken(
        (commitment(5), "number: 5", "number: 4"), "duplicate-number", commitment(5), "number:"
    ),
    "a lead that is no institution": Broken(
        (commitment(5), "lead: digital-transition", "lead: digital-transitoin"),
        "unknown-organization",
        commitment(5),
        "lead:",
    ),
    "a participant of no institution": Broken(
        (MEETING, "organization: oecd", "organization: ocde"),
        "unknown-organization",
        MEETING,
        "ocde",
    ),
    "a department of no institution": Broken(
        ("data/organizations.yaml", "part_of: youth-culture-communication", "part_of: youths"),
        "unknown-organization",
        "data/organizations.yaml",
        "part_of: youths",
    ),
    "a slot for no commitment": Broken(
        (MEETING, "[2, 17]", "[2, 170]"), "unknown-commitment", MEETING, "[2, 170]"
    ),
    "a slot with no group": Broken(
        (MEETING, "civil-society]", "civil-sosiety]"), "unknown-group", MEETING, "civil-sosiety"
    ),
    "a word of no meeting": Broken(
        (commitment(5), "2024-03-21: [", "2024-03-20: ["),
        "unknown-meeting",
        commitment(5),
        "2024-03-20",
    ),
    "a title is gone": Broken(
        (commitment(5), "title: التشاور حول مراجعة قانون الحق في الحصول على المعلومات\n", ""),
        "missing-title",
        commitment(5),
        "number:",
    ),
    "a cancelled commitment is scheduled": Broken(
        (MEETING, "commitments: [3]", "commitments: [3, 22]"),
        "ended-scheduled",
        MEETING,
        "[3, 22]",
    ),
    "a commitment is merged and cancelled": Broken(
        (MEETING, "cancel: [22, 25, 26]", "cancel: [22, 25, 26, 23]"),
        "decided-twice",
        MEETING,
        "cancel:",
    ),
    "a proposal without an outcome": Broken(
        (commitment(5), "status: standing", "status: pending"),
        "undecided",
        commitment(5),
        "status:",
    ),
    "a slot a month too early": Broken(
        (MEETING, "at: 2024-03-25 12:30", "at: 2024-02-25 12:30"),
        "slot-before-meeting",
        MEETING,
        "2024-02-25",
    ),
    "two slots at one hour": Broken(
        (MEETING, "at: 2024-03-25 15:30", "at: 2024-03-25 12:30"),
        "double-booked",
        MEETING,
        "at: 2024-03-25 12:30\n  organizations: [justice]",
    ),
    "a commitment scheduled twice": Broken(
        (MEETING, "[14, 15, 23, 24, 27]", "[14, 15, 23, 24, 27, 3]"),
        "scheduled-twice",
        MEETING,
        "commitments: [3]",
    ),
    "a slot of another institution": Broken(
        (MEETING, "organizations: [justice]", "organizations: [solidarity]"),
        "slot-lead",
        MEETING,
        "organizations: [solidarity]\n  commitments: [14",
    ),
    "a commitment dropped from its slot": Broken(
        (MEETING, "commitments: [7, 8, 9]", "commitments: [7, 9]"),
        "unscheduled",
        MEETING,
        "- on: [8]",
    ),
    "a ministry that leaves the room": Broken(
        (MEETING, "  organization: justice\n", "  organization: oecd\n"),
        "nobody-in-the-room",
        MEETING,
        "organizations: [justice]",
    ),
    "a participant listed again": Broken(
        (MEETING, "name: دلال أفى", "name: نعيمة الوكيد"),
        "participant-twice",
        MEETING,
        "name: نعيمة الوكيد\n  gender: f\n  organization: local",
    ),
    "a number twice in a decision": Broken(
        (MEETING, "cancel: [22, 25, 26]", "cancel: [22, 25, 26, 25]"),
        "listed-twice",
        MEETING,
        "cancel:",
    ),
    "a word after the cancellation": Broken(
        (commitment(22), "[cancelled]", "[cancelled, comments-shared]"),
        "history-differs",
        commitment(22),
        "2024-03-21:",
    ),
    "comments integrated before they are shared": Broken(
        (commitment(3), "[comments-shared, ", "["), "history-differs", commitment(3), "2024-03-21:"
    ),
    "a new version that nobody received": Broken(
        (commitment(7), "new-version-received, ", ""),
        "history-differs",
        commitment(7),
        "2024-03-21:",
    ),
    "comments both integrated and not": Broken(
        (commitment(3), "comments-integrated", "comments-integrated, comments-integrating"),
        "history-differs",
        commitment(3),
        "2024-03-21:",
    ),
    "a step dated after its meeting": Broken(
        (MEETING, "[{step: meeting-to-", "[{date: 2024-03-22, step: meeting-to-"),
        "step-after-meeting",
        MEETING,
        "2024-03-22",
    ),
    "a meeting dated otherwise than its file": Broken(
        (MEETING, "date: 2024-03-21", "date: 2024-03-20"), "file-name", MEETING, "date:"
    ),
    "an institution spelt otherwise": Broken(
        (MEETING, "بلجنة الإشراف،", "بلجنة الاشراف،"), "spelling-varies", MEETING, "الاشراف"
    ),
    "a word stretched": Broken(
        (commitment(5), "التشاور", "التشـاور"), "tatweel", commitment(5), "title:"
    ),
    "an invisible mark": Broken(
        (commitment(5), "التشاور", "التشاور\u200f"), "invisible-character", commitment(5), "title:"
    ),
    "a line that reads backwards": Broken(
        (commitment(5), "number: 5", "number: 5 # \u202e6"),
        "bidi-control",
        commitment(5),
        "number:",
    ),
    "a Latin comma": Broken(
        (commitment(15), "في حلة جديدة،", "في حلة جديدة,"),
        "latin-punctuation",
        commitment(15),
        "title:",
    ),
    "two kinds of digits": Broken(
        (commitment(18), "600 خدمة", "600 خدمة ٢٠٢٤"), "mixed-digits", commitment(18), "title:"
    ),
    "an extra space": Broken(
        (commitment(5), "حول مراجعة", "حول  مراجعة"), "doubled-space", commitment(5), "title:"
    ),
    "an acceptance of nothing": Broken(
        (commitment(5), "status:", "accept:\n  unscheduled: لا شيء\nstatus:"),
        "unused-acceptance",
        commitment(5),
        "unscheduled:",
    ),
}  # fmt: skip


def check(ogp: Ogp, book: Path) -> tuple[Result, list[dict[str, Any]]]:
    result = ogp("check", "--format", "json", cwd=book)
    return result, json.loads(result.out)["problems"]


def new_problems(ogp: Ogp, book: Path) -> list[dict[str, Any]]:
    """Return the problems of a book that the shipped data do not have, whatever their line."""
    _, problems = check(ogp, book)
    return [each for each in problems if not Counter(facts(each)) <= shipped()]


@cache
def shipped() -> Counter[tuple[str, str, str]]:
    """Return what is said of the shipped data, which are checked once."""
    with pytest.MonkeyPatch.context() as patch:
        _, known = check(in_process(patch), ROOT)
    return Counter(fact for each in known for fact in facts(each))


def facts(problem: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return what a problem says of each of its files."""
    files = (each["file"] for each in (problem, *problem["related"]))
    return [(problem["rule"], file, problem["message"]) for file in files]


def test_what_is_wrong_in_the_source(ogp: Ogp, whole: Whole) -> None:
    result = ogp("check")
    assert (result.code, result.err) == (0, "")
    assert result.out == whole("txt")
    _, problems = check(ogp, ROOT)
    found = {(rule, Path(file).stem) for each in problems for rule, file, _ in facts(each)}
    # X1 to X11 are the findings of the transcription's readers.
    assert ("scheduled-without-waiting", "17") in found  # X2
    lines = (ROOT / MEETING).read_text(encoding="utf-8").splitlines()

    def named(rule: str) -> list[str]:
        """Return what a rule names in the meeting, from there to the end of the line."""
        found = [each for each in problems if each["rule"] == rule]
        places = [place for each in found for place in (each, *each["related"])]
        places = [each for each in places if each["file"] == MEETING]
        return [lines[each["line"] - 1][each["column"] - 1 :] for each in places]

    assert named("unscheduled")[0].startswith("16,")  # X1
    assert named("untitled-merge") == ["merge-of-23-24-27"]  # X7
    assert [each.split(",")[0] for each in named("missing-step")][:2] == ["2", "5]"]  # X5
    assert {"1]", "4, 5, 18, 19, 20, 21]"} <= {*named("scheduled-without-waiting")}  # X4
    absent = " ".join(named("nobody-in-the-room"))
    assert "communication" in absent  # X11
    assert "parliament-relations" in absent
    assert {each["level"] for each in problems} == {"warning"}
    assert ogp("check", "--strict").code == 1


def test_the_made_up_plan_is_clean(ogp: Ogp) -> None:
    result = ogp("check", "--strict", cwd=FRENCH)
    assert (result.code, result.out) == (0, "No problems. Files: 9.\n")


def test_an_unchanged_copy_has_no_new_problem(ogp: Ogp, book: Path) -> None:
    assert new_problems(ogp, book) == []


@pytest.mark.parametrize("name", some(6, BROKEN))
def test_one_edit_gives_one_problem_at_its_line(ogp: Ogp, book: Path, name: str) -> None:
    edit, rule, file, marked = BROKEN[name]
    path = book / edit[0]
    text = path.read_text(encoding="utf-8")
    assert edit[1] in text
    path.write_text(text.replace(edit[1], edit[2], 1), encoding="utf-8")

    problems = new_problems(ogp, book)

    assert [(each["rule"], each["file"]) for each in problems] == [(rule, file)]
    if marked:
        assert problems[0]["line"] == line_of(book / file, marked)
    assert problems[0]["message"]
    assert problems[0]["hint"]


def test_two_files_with_one_number_name_each_other(ogp: Ogp, book: Path) -> None:
    shutil.copy(book / commitment(5), book / commitment("05"))
    assert [
        each["related"] for each in new_problems(ogp, book) if each["rule"] == "duplicate-number"
    ] == [[{"file": commitment("05"), "line": 1, "column": 9, "end_column": 10}]]


def test_two_files_with_one_id(ogp: Ogp, book: Path) -> None:
    shutil.copy(book / commitment(5), book / "data/commitments/5.yml")
    problems = new_problems(ogp, book)
    assert [(each["rule"], each["file"]) for each in problems] == [
        ("unreadable-file", "data/commitments/5.yml")
    ]


@pytest.mark.parametrize(
    "file", [commitment(10), MEETING, "data/plan.yaml", "data/organizations.yaml"]
)
def test_a_file_that_cannot_be_read_is_one_problem(ogp: Ogp, book: Path, file: str) -> None:
    (book / file).write_bytes(b"\xff")
    problems = new_problems(ogp, book)
    assert [(each["rule"], each["file"], each["line"]) for each in problems] == [
        ("invalid-yaml", file, 1)
    ]


def test_every_broken_file_is_reported_and_the_rest_checked(ogp: Ogp, book: Path) -> None:
    (book / commitment(5)).write_text("number: [\n")
    (book / commitment(6)).write_text("- 1\n")
    (book / commitment(7)).write_text("")
    (book / commitment(8)).unlink()
    (book / commitment(8)).mkdir()
    file = book / commitment(9)
    file.write_text(file.read_text(encoding="utf-8").replace("lead: solidarity", "lead: nobody"))
    problems = new_problems(ogp, book)
    assert [(each["rule"], each["file"]) for each in problems] == [
        ("invalid-yaml", commitment(5)),
        ("wrong-shape", commitment(6)),
        ("wrong-shape", commitment(7)),
        ("unreadable-file", commitment(8)),
        ("unknown-organization", commitment(9)),
    ]


def test_text_says_where_what_and_what_to_do(ogp: Ogp, book: Path) -> None:
    path = book / commitment(22)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: cancelled", "status: standing"), encoding="utf-8")
    result = ogp("check", "--rule", "cancellation-differs", cwd=book)
    assert result.code == 1
    assert result.out == (
        "data/commitments/22.yaml:4:9: error[cancellation-differs]: the meeting of "
        "2024-03-21 makes this “status: cancelled”, and not “standing”\n"
        "     4 | status: standing\n"
        "       |         ^\n"
        "  hint: to write it into the files, run: ogp post; or correct the decision\n"
        "  see: data/meetings/2024-03-21.yaml:111:3\n"
        "   111 | - cancel: [22, 25, 26]\n"
        "       |   ^\n"
        "\n"
        "Files: 32. Errors: 1, warnings: 0, information: 0.\n"
    )


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_in_other_languages(ogp: Ogp, whole: Whole, lang: str) -> None:
    result = ogp("check", "--lang", lang)
    assert result.out == whole("txt")
    assert result.out == ogp("check", LANG=f"{lang}_MA.UTF-8").out
    clean = ogp("check", "--lang", lang, cwd=FRENCH).out
    assert {"ar": "لا توجد أية مشكلة. الملفات: 9.\n", "fr": "Aucun problème. Fichiers\xa0: 9.\n"}[
        lang
    ] == clean


def test_selection_of_rules(ogp: Ogp) -> None:
    def rules(*arguments: str) -> set[str]:
        problems = json.loads(ogp("check", "--format", "json", *arguments).out)["problems"]
        return {problem["rule"] for problem in problems}

    assert rules("--rule", "unscheduled") == {"unscheduled"}
    assert rules("--rule", "unscheduled", "--rule", "untitled-merge") == {
        "unscheduled",
        "untitled-merge",
    }
    assert rules("--skip", "unscheduled") == rules() - {"unscheduled"}
    assert rules("--rule", "unscheduled", "--skip", "unscheduled") == set()
    unknown = ogp("check", "--rule", "unschedulled")
    assert (unknown.code, unknown.out) == (2, "")
    assert "“unschedulled” is unknown. Did you mean “unscheduled”?" in unknown.err


def test_what_is_new_since_a_revision(ogp: Ogp, book: Path) -> None:
    five, sixteen, missing = (book / commitment(number) for number in (5, 16, 28))

    def new(revision: str) -> list[tuple[str, str, int]]:
        rules = ("--rule", "doubled-space", "--rule", "wrong-shape")
        out = ogp("check", *rules, "--format", "json", "--changed-since", revision, cwd=book).out
        return [(each["rule"], each["file"], each["line"]) for each in json.loads(out)["problems"]]

    def edit(path: Path, old: str, edited: str) -> None:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, edited, 1), encoding="utf-8")

    commit(book)
    assert new("HEAD") == []
    edit(five, "status:", "head: {name: نص  أول}\nstatus:")
    assert new("HEAD") == [("doubled-space", commitment(5), 4)]
    commit(book)
    # What was there before is not new in a file that is touched, nor on another line of it.
    edit(five, "number", "# seen\nnumber")
    edit(sixteen, "number", "# seen\nnumber")
    assert new("HEAD") == []
    # One more of its kind is, and not the one that was there.
    edit(five, "حول مراجعة", "حول  مراجعة")
    assert new("HEAD") == [("doubled-space", commitment(5), 3)]
    # A line that is changed still has the problem that it had.
    edit(five, "نص  أول", "نص  ثان")
    assert [each[0] for each in new("HEAD")] == ["doubled-space"]
    commit(book)
    missing.write_text("number: 28\n")
    assert {each[1] for each in new("HEAD")} == {commitment(28)}


def test_files_are_named_from_the_top_of_the_repository(ogp: Ogp, book: Path) -> None:
    def names(form: str) -> set[str]:
        out = ogp("check", "--rule", "unscheduled", "--format", form, cwd=book).out
        return set(re.findall(r"[\w/-]*data/meetings/[\d-]+\.yaml", out))

    assert {name for form in REPORTS for name in names(form)} == {MEETING}
    subprocess.run(["git", "init", "-q", book.parent], check=True)
    for form in REPORTS:
        assert names(form) == {f"{book.name}/{MEETING}"}, form


def test_a_revision_that_git_does_not_know(ogp: Ogp, book: Path) -> None:
    result = ogp("check", "--changed-since", "HEAD", cwd=book)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"ogp: {book} is in no git repository")
    subprocess.run(["git", "init", "-q", book], check=True)
    for revision in ("HEAD", "--output=x"):
        result = ogp("check", "--changed-since", revision, cwd=book)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith(f"ogp: git knows no revision “{revision}” here")


def test_a_reference_that_breaks_at_its_other_end(ogp: Ogp, book: Path) -> None:
    commit(book)

    def errors() -> set[str]:
        result = ogp("check", "--format", "json", "--changed-since", "HEAD", cwd=book)
        problems = json.loads(result.out)["problems"]
        assert result.code == 1
        return {each["rule"] for each in problems if each["level"] == "error"}

    meeting = (book / MEETING).read_text(encoding="utf-8")
    (book / MEETING).write_text(meeting.replace("[22, 25, 26]", "[22, 25]"), encoding="utf-8")
    assert errors() == {"cancellation-differs"}
    merge = "- merge: [23, 24, 27]\n  into: merge-of-23-24-27\n  state: proposed\n"
    assert merge in meeting
    (book / MEETING).write_text(meeting.replace(merge, ""), encoding="utf-8")
    assert errors() == {"undecided"}
    (book / MEETING).unlink()
    assert errors() == {"unknown-meeting", "meeting-gone"}


def test_without_git(ogp: Ogp, book: Path) -> None:
    result = ogp("check", cwd=book, PATH="")
    assert (result.code, result.err) == (0, "")
    result = ogp("check", "--changed-since", "HEAD", cwd=book, PATH="")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("ogp: git is not installed")


def test_a_full_disk(book: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ogp_cli", "check"],
            cwd=book,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"ogp: No space left on device\n"


def test_hints_name_what_was_probably_meant(ogp: Ogp, book: Path) -> None:
    path = book / commitment(5)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("lead:", "laed:").replace("standing", "standng"))
    problems = new_problems(ogp, book)
    assert [each["hint"] for each in problems] == [
        "did you mean “lead”?",
        "did you mean “standing”?",
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("ar", "standing (قائم), merge-proposed (مقترح للدمج)"),
        ("fr", "cancelled (annulé)"),
        ("en", "standing, merge-proposed, pending, merged, cancelled, dropped"),
    ],
)
def test_keywords_stand_beside_the_words_of_tables(
    ogp: Ogp, book: Path, lang: str, said: str
) -> None:
    path = book / commitment(5)
    path.write_text(path.read_text(encoding="utf-8").replace("status: standing", "status: x"))
    assert said in ogp("check", "--lang", lang, cwd=book).out


def test_rules_are_listed_and_explained(ogp: Ogp) -> None:
    listed = [line.split()[:2] for line in ogp("rules").out.splitlines()]
    assert len(listed) > 50
    for rule, level in listed:
        page = ogp("rules", rule)
        assert page.code == 0
        assert page.out.startswith(f"{rule} ({level})\n\n")
    everything = json.loads(ogp("rules", "--format", "json").out)["rules"]
    assert [[each["rule"], each["level"]] for each in everything] == listed
    (one,) = json.loads(ogp("rules", "cancellation-differs", "--format", "json").out)["rules"]
    assert (one["rule"], one["group"]) == ("cancellation-differs", "outcomes")
    assert one["description"] in ogp("rules", "cancellation-differs").out
    assert one["description"].startswith(one["summary"])
    unknown = ogp("rules", "contradictory-decisions")
    assert (unknown.code, unknown.out) == (2, "")
    assert "Did you mean “contradictory-decision”?" in unknown.err


def test_unused_acceptances_can_be_checked_alone(ogp: Ogp, book: Path) -> None:
    first = book / commitment(1)
    text = first.read_text(encoding="utf-8")
    first.write_text(f"accept:\n  unscheduled: it was held\n{text}", encoding="utf-8")
    everything = ogp("check", cwd=book).out
    alone = ogp("check", "--rule", "unused-acceptance", cwd=book).out
    assert alone.count("[unused-acceptance]") == everything.count("[unused-acceptance]") == 1
