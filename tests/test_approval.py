"""Approved minutes: the seal, what breaks it, and corrections, in a book with a second meeting."""

from pathlib import Path

import pytest
from conftest import Ogp, some

FIRST, SECOND = "data/meetings/2024-03-21.yaml", "data/meetings/2024-04-18.yaml"
MEETING = """\
date: 2024-04-18
kind: steering-committee
reviewed: all
decisions:
# of the committee
- approve: 2024-03-21  # read by all
- correct: 2024-03-21
  text: الاجتماع الأول على الساعة 13:00.
"""


@pytest.fixture
def approved(book: Path, ogp: Ogp) -> Path:
    """Return a book whose second meeting approved the first one's minutes, and was posted."""
    (book / SECOND).write_text(MEETING, encoding="utf-8")
    assert ogp("post", cwd=book).out == f"changed {SECOND}\n"
    return book


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def errors(ogp: Ogp, book: Path) -> list[str]:
    return [line for line in ogp("check", cwd=book).out.splitlines() if ": error[" in line]


def test_post_writes_the_seal_once(approved: Path, ogp: Ogp) -> None:
    text = (approved / SECOND).read_text(encoding="utf-8")
    lines = text.splitlines()
    assert lines[:-2] == MEETING.splitlines()
    assert lines[-2] == "seals:"
    assert lines[-1].startswith("  2024-03-21: '1:ar:sha256:")
    assert not errors(ogp, approved)
    assert "missing-seal" not in ogp("check", cwd=approved).out
    assert ogp("post", cwd=approved).out.startswith("nothing to write")
    assert (approved / SECOND).read_text(encoding="utf-8") == text


def test_a_cancellation_erased_on_both_sides_is_found(approved: Path, ogp: Ogp) -> None:
    edit(approved / FIRST, "[22, 25, 26]", "[22, 25]")
    commitment = approved / "data/commitments/26.yaml"
    text = commitment.read_text(encoding="utf-8")
    text = text.partition("history:")[0].replace("status: cancelled", "status: standing")
    commitment.write_text(text, encoding="utf-8")
    (found,) = errors(ogp, approved)
    message = "error[approved-changed]: 2024-03-21 is not what was sealed here"
    assert found == f"{SECOND}:10:15: {message}"
    assert "git log -p data/meetings/2024-03-21.yaml" in ogp("check", cwd=approved).out
    result = ogp("post", cwd=approved)
    assert result.code == 1  # the seal is not renewed: the change would be hidden
    assert "approved-changed" in result.out


@pytest.mark.parametrize(
    ("old", "new"),
    some(
        2,
        [
            ("وئام المستمد", "وئـام  \u200fالمستمد"),
            ("kind:", "accept: {unscheduled: later}\nkind:"),
            ("kind:", "documents: [{title: x, link: 'https://example.org/x'}]\nkind:"),
            ("# The source gives no hour", "# It gives no hour"),
            ("merge: [10, 11, 12, 13]", "merge: ['10', '11', '12', '13']"),
        ],
    ),
    ids=["text hygiene", "an acceptance", "a document", "a comment", "quotes"],
)
def test_what_is_no_fact_keeps_the_seal(approved: Path, ogp: Ogp, old: str, new: str) -> None:
    edit(approved / FIRST, old, new)
    assert not errors(ogp, approved)


@pytest.mark.parametrize(
    ("old", "new"),
    some(1, [("وئام المستمد", "وئام المستمدة"), ("2024-03-25 12:30", "2024-03-25 13:00"),
     ("[comments-shared, meeting-held, comments-integrating]", "[comments-shared, meeting-held]")]),
    ids=["a name", "an hour", "a step"],
)  # fmt: skip
def test_what_is_a_fact_breaks_it(approved: Path, ogp: Ogp, old: str, new: str) -> None:
    edit(approved / FIRST, old, new)
    assert any("[approved-changed]" in each for each in errors(ogp, approved))


def test_minutes_and_changes_print_both(approved: Path, ogp: Ogp) -> None:
    minutes = ogp("render-minutes", "2024-04-18", cwd=approved).out
    assert "## القرارات المتخذة\n" in minutes
    assert " تمت المصادقة على تقرير الاجتماع المنعقد يوم الخميس 21\xa0مارس\xa02024\n" in minutes
    assert "يوم الخميس 21\xa0مارس\xa02024 كما يلي: الاجتماع الأول على الساعة 13:00." in minutes
    changes = ogp("changes", "--lang", "en", cwd=approved).out
    assert "The report of the meeting of Thursday 21 March 2024 was approved" in changes
    facts = ogp("changes", "--format", "json", cwd=approved).out
    assert '"kind": "approve"' in facts
    assert '"minutes": "2024-03-21"' in facts
    before = ogp("render-minutes", "2024-03-21").out
    again = ogp("render-minutes", "2024-03-21", cwd=approved).out.splitlines()
    added = [each for each in again if each not in before]
    day = "الخميس 18\xa0أبريل\xa02024"
    assert added == [
        f"**المصادقة:** في الاجتماع المنعقد يوم {day}",
        f"**تصحيح:** الاجتماع الأول على الساعة 13:00. (في الاجتماع المنعقد يوم {day})",
    ]


def test_nothing_is_sealed_that_cannot_be_approved(book: Path, ogp: Ogp) -> None:
    (book / SECOND).write_text(
        "date: 2024-04-18\nkind: steering-committee\ndecisions:\n- approve: 2024-04-18\n"
        "- approve: 2024-03-12\n",
        encoding="utf-8",
    )
    found = errors(ogp, book)
    assert [each.partition("[")[2].partition("]")[0] for each in found] == [
        "wrong-minutes",
        "unknown-meeting",
    ]
    assert ogp("post", cwd=book).out.startswith("nothing to write")
