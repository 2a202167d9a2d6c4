"""The life of a plan: what the commands say after each act, and `--as-of` in the end."""

import re

import pytest
from acts import AMENDMENT, CARD, FIRST, Book, report
from conftest import Until

BALANCES: dict[str, dict[str, int]] = {
    "proposals": {"proposals": 10, "standing": 10, "resulting": 10},
    "first meeting": {"standing": 7, "merging": 2, "merges": 1, "cancelled": 1, "resulting": 8},
    "second meeting": {"standing": 6, "merged": 2, "cancelled": 2, "resulting": 7},
    "adoption": {"cancelled": 2, "adopted": 6, "not_adopted": 2, "in_plan": 4},
    "withdrawal": {"cancelled": 2, "adopted": 5, "withdrawn": 1, "not_adopted": 2, "in_plan": 3},
    "revision": {"cancelled": 2, "adopted": 5, "withdrawn": 1, "not_adopted": 2, "in_plan": 4},
}


def test_the_outcomes_add_up_at_each_moment(lived: dict[str, Book], until: Until) -> None:
    for act in lived:
        book = until(act)
        book.agrees()
        found = book.balance()
        if act in BALANCES:
            assert {key: found.get(key, 0) for key in BALANCES[act]} == BALANCES[act]
        outcomes = ("standing", "merging", "merged", "cancelled")
        ended = ("adopted", "withdrawn", "not_adopted", "missing")
        assert sum(found.get(each, 0) for each in outcomes + ended) == found["proposals"]


def test_as_of_tells_what_was_known_then(until: Until) -> None:
    book = until("revision")
    for meeting, known in book.known.items():
        assert book.status("--as-of", meeting) == known


def test_posting_again_changes_nothing(until: Until) -> None:
    book = until("revision")
    for meeting in book.known:
        assert "nothing to write" in book.ogp("post", meeting, cwd=book.root).out


def test_adoption_makes_the_files_of_the_plan(until: Until) -> None:
    book = until("adoption")
    assert book.read("commitments/c1.yaml") == (
        "number: 1\nadopted_from: [open-budget]\ntitle: نشر الميزانية والصفقات\nlead: ministry-a\n"
        "status: adopted\nhistory:\n- meeting: 2025-01-20\n  step: adopted\n"
    )
    assert "lead: ministry-b\n" in book.read("commitments/c3.yaml")
    assert "status: adopted\nadopted_as: c2\n" in book.read("commitments/5.yaml")
    assert "status: merged\n" in book.read("commitments/1.yaml")
    assert "status: not-adopted\n" in book.read("commitments/9.yaml")
    assert "status: standing\n" in book.read("commitments/10.yaml")  # nobody gave a reason yet


def test_an_amendment_moves_a_milestone(until: Until) -> None:
    book = until("amendment")
    card = book.read("commitments/c1.yaml")
    moved = "  - meeting: 2026-01-15\n    from: 2025-12\n    reason: تأخر الصفقة\n"
    assert f"due: 2026-06\n  moved:\n{moved}" in card
    path = book.root / "data/meetings/2026-01-15.yaml"
    path.write_text("date: 2026-01-15\nkind: steering-committee\n", encoding="utf-8")
    assert book.ogp("post", "2026-01-15", cwd=book.root).code == 0
    card = book.read("commitments/c1.yaml")
    assert "due: 2025-12\n" in card
    assert "moved" not in card
    assert "amended" not in card


COMMENTED = """\
milestones:
# the gate
- id: 1
  # as the minutes have it
  title: >- # in two lines
    إعداد
    البوابة
  start: 2025-02 # after the budget
  due: 2025-06
  by: [ministry-a] # alone
# the data
- {id: 2, title: نشر المعطيات, output: مجموعة بيانات, start: 2025-07, due: 2025-12} # agreed
"""
BOTH_MOVED = """\
date: 2025-03-11
kind: steering-committee
decisions:
- amend: [c1]
  move: {1: 2025-09, 2: 2026-06}
  reason: تأخر الصفقة
"""


def test_a_move_that_is_taken_back_leaves_the_comments(until: Until) -> None:
    book = until("adoption")
    book.add("commitments/c1.yaml", CARD.partition("milestones:")[0] + COMMENTED)
    before = book.read("commitments/c1.yaml")
    book.hold(BOTH_MOVED)
    moved = book.read("commitments/c1.yaml")
    assert "  due: 2026-06 # agreed\n  moved:\n  - meeting: 2025-03-11\n" in moved
    book.write(
        "commitments/c1.yaml", moved.replace("    reason:", "    # in the room\n    reason:")
    )
    book.hold(BOTH_MOVED.replace("  reason: تأخر الصفقة\n", ""))
    assert book.read("commitments/c1.yaml").count("    # in the room\n") == 2
    book.hold("date: 2025-03-11\nkind: steering-committee\n")
    after = book.read("commitments/c1.yaml")
    lines = "- id: 2\n  title: نشر المعطيات\n  output: مجموعة بيانات\n  start: 2025-07\n"
    brackets = COMMENTED.splitlines()[-1]
    opened = before.replace(brackets, f"{lines}  due: 2025-12 # agreed")
    assert after.replace("    # in the room\n", "") == opened


def test_a_presentation_is_written_into_the_report(until: Until) -> None:
    book = until("first report")
    assert book.read("reports/2025-06.yaml").startswith("presented: 2025-09-20\n")
    book.write("meetings/2025-09-20.yaml", "date: 2025-09-20\nkind: public\n")
    assert book.ogp("post", "2025-09-20", cwd=book.root).code == 0
    assert book.read("reports/2025-06.yaml") == report("2025-06")


CONTRADICTIONS = {
    "a merge that is only proposed": (
        "first meeting",
        "- adopt: [{number: 1, from: [open-budget]}]",
        "was only proposed",
    ),
    "a member of such a merge": (
        "first meeting",
        "- adopt: [{number: 1, from: [1]}]",
        "only proposed",
    ),
    "a cancelled proposal": (
        "second meeting",
        "- adopt: [{number: 1, from: [3]}]",
        "another outcome",
    ),
    "a number twice": (
        "second meeting",
        "- adopt: [{number: 1, from: [5]}, {number: 1, from: [6]}]",
        "was adopted at",
    ),
    "a proposal twice": (
        "second meeting",
        "- adopt: [{number: 1, from: [5]}, {number: 2, from: [5]}]",
        "another outcome",
    ),
    "a cancellation after the adoption": ("adoption", "- cancel: [10]", "closed the proposals"),
    "a proposal in a revision": (
        "adoption",
        "- adopt: [{number: 9, from: [10]}]",
        "closed the proposals",
    ),
    "a number that the plan has": (
        "adoption",
        "- adopt: [{number: 1, from: [], title: ن}]",
        "was adopted at",
    ),
    "a reason before the adoption": (
        "second meeting",
        "- decline: [5]",
        "has adopted the plan yet",
    ),
    "a cancelled commitment of the plan": ("adoption", "- cancel: [c1]", "commitment of the plan"),
    "an amended proposal": ("adoption", "- {amend: [5], what: [title]}", "not a commitment of the"),
    "an amendment after the withdrawal": (
        "withdrawal",
        "- {amend: [c4], what: [title]}",
        "another outcome",
    ),
    "a declined proposal that was adopted": ("adoption", "- decline: [5]", "another outcome"),
}


@pytest.mark.parametrize("case", CONTRADICTIONS)
def test_a_contradiction_is_refused_at_its_line(until: Until, case: str) -> None:
    act, decision, message = CONTRADICTIONS[case]
    book = until(act)
    files = {path: path.read_bytes() for path in book.root.rglob("*.yaml")}
    text = f"date: 2026-12-01\nkind: steering-committee\ndecisions:\n{decision}\n"
    book.write("meetings/2026-12-01.yaml", text)
    refused = book.ogp("post", "2026-12-01", cwd=book.root)
    assert refused.code == 1
    assert "data/meetings/2026-12-01.yaml:4:" in refused.out + refused.err
    assert message in refused.out + refused.err
    assert {path: path.read_bytes() for path in files} == files


def test_the_date_before_a_move_is_not_lost(until: Until) -> None:
    book = until("amendment")
    card = book.read("commitments/c1.yaml")
    moved = "  moved:\n  - meeting: 2026-01-15\n    from: 2025-12\n    reason: تأخر الصفقة\n"
    assert moved in card
    lost = card.replace(moved, "")
    book.write("commitments/c1.yaml", lost)
    refused = book.ogp("post", "2026-01-15", cwd=book.root)
    assert refused.code == 2
    assert "milestone 2 is due 2026-06 already" in refused.err
    assert book.read("commitments/c1.yaml") == lost
    book.write("commitments/c1.yaml", lost.replace("due: 2026-06", "due: 2025-12"))
    assert book.ogp("post", "2026-01-15", cwd=book.root).code == 0
    assert book.read("commitments/c1.yaml") == card


def test_moves_in_another_order_are_put_right(until: Until) -> None:
    book = until("amendment")
    book.hold(AMENDMENT.replace("2026-01-15", "2026-02-20").replace("2026-06", "2026-12"))
    card = book.read("commitments/c1.yaml")
    before, moved, rest = re.split(r"(?<=moved:\n)((?:  [- ] .*\n)+)", card)
    first, second = (f"  - meeting{each}" for each in moved.split("  - meeting")[1:])
    book.write("commitments/c1.yaml", f"{before}{second}{first}{rest}")
    assert "decision-not-applied" in book.ogp("check", cwd=book.root).out
    assert book.ogp("post", "2026-02-20", cwd=book.root).code == 0
    assert book.read("commitments/c1.yaml") == card


def test_three_steps_of_a_meeting_are_posted_once(until: Until) -> None:
    book = until("proposals")
    heard = "[comments-shared, new-version-received, comments-integrating]"
    book.hold(FIRST.replace("[comments-shared]", heard))
    text = book.read("commitments/5.yaml")
    accepted = "  step: new-version-received\n  accept: {step-before-proposal: it was so}\n"
    text = text.replace("  step: new-version-received\n", accepted)
    book.write("commitments/5.yaml", text)
    assert "nothing to write" in book.ogp("post", "2024-10-10", cwd=book.root).out
    assert book.read("commitments/5.yaml") == text
