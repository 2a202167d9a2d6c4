"""The life of a plan: what the commands say after each act, and `--as-of` in the end."""

import pytest
from acts import Book
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
    assert "nothing to write" in book.ogp("post", cwd=book.root).out


def test_adoption_makes_the_files_of_the_plan(until: Until) -> None:
    book = until("adoption")
    assert book.read("commitments/c1.yaml") == (
        "number: 1\nadopted_from: [open-budget]\nstatus: adopted\nhistory:\n"
        "  2025-01-20: [adopted]\n"
        "# lead:\n# problem:\n# solution:\n# results:\n# values:\n# milestones:\n"
    )
    shown = book.ogp("show", "c3", "--lang", "en", cwd=book.root).out
    assert "عدالة منفتحة" in shown
    assert "Lead: الوزارة ب" in shown
    assert "status: adopted\nadopted_as: c2\n" in book.read("commitments/5.yaml")
    assert "status: merged\n" in book.read("commitments/1.yaml")
    assert "status: not-adopted\n" in book.read("commitments/9.yaml")
    assert "status: not-adopted\n" in book.read("commitments/10.yaml")  # nobody gave a reason yet


def test_an_amendment_moves_a_milestone(until: Until) -> None:
    book = until("amendment")
    assert "due: 2025-12" in book.read("commitments/c1.yaml")  # the card stays as adopted
    assert "2026-01-15: [amended milestone 2]" in book.read("commitments/c1.yaml")
    shown = book.ogp("show", "c1", "--lang", "en", cwd=book.root).out
    assert "- 2: moved from December 2025 by the meeting of 2026-01-15" in shown
    book.write("meetings/2026-01-15.yaml", "date: 2026-01-15\nkind: steering-committee\n")
    assert book.ogp("post", cwd=book.root).code == 0
    assert "amended" not in book.read("commitments/c1.yaml")
    assert "moved" not in book.ogp("show", "c1", "--lang", "en", cwd=book.root).out


def test_a_presentation_is_in_the_history_of_each_commitment(until: Until) -> None:
    book = until("first report")
    assert "2025-09-20: [presented 2025-06]" in book.read("commitments/c1.yaml")
    book.write("meetings/2025-09-20.yaml", "date: 2025-09-20\nkind: public\n")
    assert "history-differs" in book.ogp("check", cwd=book.root).out
    assert book.ogp("post", cwd=book.root).code == 0
    assert "presented" not in book.read("commitments/c1.yaml")


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
    "a number that the plan has": (
        "adoption",
        "- adopt: [{number: 1, from: [], title: ن}]",
        "was adopted at",
    ),
    "a reason before the adoption": ("second meeting", "- explain: [5]", "was not cancelled"),
    "a cancelled commitment of the plan": ("adoption", "- cancel: [c1]", "commitment of the plan"),
    "an amended proposal": ("adoption", "- {amend: [5], set: {title: ن}}", "another outcome"),
    "an amendment after the withdrawal": (
        "withdrawal",
        "- {amend: [c4], set: {title: ن}}",
        "another outcome",
    ),
    "an explained proposal that was adopted": ("adoption", "- explain: [5]", "was not cancelled"),
}


@pytest.mark.parametrize("case", CONTRADICTIONS)
def test_a_contradiction_is_refused_at_its_line(until: Until, case: str) -> None:
    act, decision, message = CONTRADICTIONS[case]
    book = until(act)
    files = {path: path.read_bytes() for path in book.root.rglob("*.yaml")}
    text = f"date: 2026-12-01\nkind: steering-committee\ndecisions:\n{decision}\n"
    book.write("meetings/2026-12-01.yaml", text)
    refused = book.ogp("post", cwd=book.root)
    assert refused.code == 1
    assert "data/meetings/2026-12-01.yaml:4:" in refused.out + refused.err
    assert message in refused.out + refused.err
    assert {path: path.read_bytes() for path in files} == files
