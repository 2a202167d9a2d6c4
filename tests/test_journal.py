"""The journal: what is decided stands once, in its meeting, and everything else follows from it.

The tests called after j1 to j8 repeat what a secretary could not do before.
"""

import json
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, Ogp, adopted_book, commit, some
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from test_as_of import plans

from ogp_cli.models.base import Identity
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Plan, moment_of
from ogp_cli.process.fold import expected, ledgers
from ogp_cli.process.ledger import Ledger

EXAMPLE = ROOT / "examples" / "adopted"
MEETINGS_OF_EXAMPLE = sorted(each.stem for each in EXAMPLE.glob("data/meetings/*"))
MEETINGS = TypeAdapter(Meeting)
HEAD = "date: {day}\nkind: steering-committee\nsteps: []\ndecisions:\n"


class Book:
    """A book with proposals, in which meetings are held one after the other."""

    def __init__(self, root: Path, ogp: Ogp, proposals: int) -> None:
        self.root, self._ogp = root, ogp
        self.write("organizations", "a: {name: Ministry A, sector: government}\n")
        self.write(
            "plan",
            "title: P\ncountry: XA\nlanguage: en\ntime_zone: UTC\ncommittee: C\n"
            f"proposals: {proposals}\n",
        )
        for number in range(1, proposals + 1):
            text = f"number: {number}\ntitle: Proposal {number}\nlead: a\nstatus: standing\n"
            self.write(f"commitments/{number}", text)

    def write(self, name: str, text: str) -> None:
        path = self.root / f"data/{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.root / f"data/{name}.yaml").read_text(encoding="utf-8")

    def hold(self, day: str, *decisions: str) -> None:
        """Write a meeting, post it, and see that all agrees."""
        self.write(f"meetings/{day}", HEAD.format(day=day) + "".join(f"- {d}\n" for d in decisions))
        posted = self.ogp("post")
        assert posted.code == 0, posted.out + posted.err
        assert not self.errors()
        assert self.ogp("post").out.startswith("nothing to write")

    def ogp(self, *arguments: str) -> Any:
        return self._ogp(*arguments, cwd=self.root)

    def errors(self) -> list[str]:
        found = json.loads(self.ogp("check", "--format", "json").out)["problems"]
        return [each["rule"] for each in found if each["level"] == "error"]

    def shown(self, commitment: str, *options: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(
            self.ogp("show", commitment, "--format", "json", *options).out
        )
        return found

    def balance(self) -> dict[str, int]:
        found: dict[str, int] = json.loads(self.ogp("status", "--format", "json").out)["balance"]
        return {key: each for key, each in found.items() if each}


@pytest.fixture
def example(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE / "data", tmp_path / "data")
    return tmp_path


@pytest.fixture
def book(tmp_path: Path, ogp: Ogp) -> Book:
    return Book(tmp_path / "book", ogp, 6)


def test_j1_one_meeting_titles_decides_and_adopts_a_merge(book: Book) -> None:
    merge = "{merge: [1, 2], into: joint, title: Joint, state: decided}"
    adopt = "adopt: [{number: 1, from: [joint]}, {number: 2, from: [3]}]"
    book.hold("2025-01-10", merge, adopt)
    assert (book.shown("c1")["title"], book.shown("c1")["lead"]) == ("Joint", "a")
    # A title that is corrected reaches what came of it.
    book.hold("2025-01-10", merge.replace("Joint,", "Together,"), adopt)
    assert book.shown("c1")["title"] == "Together"


def test_j1_numbers_that_were_swapped_are_corrected(book: Book) -> None:
    book.hold("2025-01-10", "adopt: [{number: 1, from: [2]}, {number: 2, from: [1]}]")
    book.hold("2025-01-10", "adopt: [{number: 1, from: [1]}, {number: 2, from: [2]}]")
    assert book.shown("c1")["title"] == "Proposal 1"
    assert "adopted_from: [1]\n" in book.read("commitments/c1")


def test_j1_a_card_is_never_given_to_another_proposal(book: Book) -> None:
    book.hold("2025-01-10", "adopt: [{number: 1, from: [1]}, {number: 2, from: [2]}]")
    card = book.read("commitments/c1").replace("status:", "title: A card of its own\nstatus:")
    book.write("commitments/c1", card)
    swapped = "adopt: [{number: 1, from: [2]}, {number: 2, from: [1]}]"
    book.write("meetings/2025-01-10", HEAD.format(day="2025-01-10") + f"- {swapped}\n")
    posted = book.ogp("post")
    assert posted.code == 2
    assert "c1.yaml is the card of 1, and the meeting adopts 2 as c1" in posted.err
    assert book.read("commitments/c1") == card


LATER = [
    "amend: [c1], set: {title: New, lead: b}, move: {1: 2026-12}, reason: r",
    "amend: [c1], change: {1: {title: Other}}, add: [{id: 2, title: Two}], drop: ['1.10']",
    "withdraw: [c1], reason: r",
]


def test_j2_no_later_act_changes_the_minutes_of_an_earlier_meeting(
    ogp: Ogp, tmp_path: Path
) -> None:
    root = adopted_book(tmp_path / "book")
    organizations = root / "data/organizations.yaml"
    organizations.write_text(f"{organizations.read_text()}b: {{name: B, sector: government}}\n")
    days = ["2025-03-10"]
    printed = {day: minutes(ogp, root, day) for day in days}
    shown = {days[0]: ogp("show", "c1", "--as-of", days[0], cwd=root).out}
    for number, decision in enumerate(LATER, start=4):
        day = f"2025-0{number}-10"
        text = HEAD.format(day=day) + f"- {{{decision}}}\n"
        (root / f"data/meetings/{day}.yaml").write_text(text)
        assert ogp("post", cwd=root).code == 0
        assert {each: minutes(ogp, root, each) for each in printed} == printed
        assert {d: ogp("show", "c1", "--as-of", d, cwd=root).out for d in shown} == shown
        printed[day] = minutes(ogp, root, day)
        shown[day] = ogp("show", "c1", "--as-of", day, cwd=root).out
    assert len(set(shown.values())) == len(shown)


def minutes(ogp: Ogp, root: Path, meeting: str) -> str:
    result = ogp("render-minutes", meeting, cwd=root)
    assert result.code == 0
    return result.out


@pytest.mark.slow
def test_j2_each_meeting_of_the_example_stands_without_those_after_it(
    ogp: Ogp, example: Path
) -> None:
    """The minutes are those of the whole book, also where the later meetings are not held yet.

    Only a mark for each later meeting that approved or corrected them is added.
    """
    paths = sorted(example.glob("data/meetings/*.yaml"), reverse=True)
    marks = Counter(
        str(decision[key])
        for path in paths
        for decision in yaml.safe_load(path.read_text(encoding="utf-8")).get("decisions", ())
        for key in ("approve", "correct")
        if key in decision
    )
    assert marks.total() > len(marks) > 1
    for path in paths:
        whole, alone = (ogp("show", path.stem, cwd=root).out for root in (EXAMPLE, example))
        assert not MARK.search(alone), path.stem
        assert MARK.sub("", whole) == alone, path.stem
        assert len(MARK.findall(whole)) == marks[path.stem], path.stem
        path.unlink()


MARK = re.compile(r"^ *(?:Approval|Correction): .*\n", re.MULTILINE)


# What plan.yaml says otherwise one day, and the last day of what it said before.
RENAMED = {
    "groups": ("2024-04-30", {"secretariat": "الكتابة الجديدة"}),
    "committee": ("2024-06-30", "اللجنة الجديدة"),
    "letterhead": ("2026-05-31", ["الرأسية الجديدة"]),
    "signatories": ("2026-08-31", [{"role": "الرئيس الجديد"}]),
}


def rename(root: Path, changes: dict[str, tuple[str, Any]]) -> None:
    """Change plan.yaml, and keep what it said."""
    path = root / "data/plan.yaml"
    info: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    info["formerly"] = [
        {
            "until": until,
            key: {id_: info[key][id_] for id_ in new} if key == "groups" else info[key],
        }
        for key, (until, new) in changes.items()
    ]
    for key, (_, new) in changes.items():
        info[key] = info[key] | new if key == "groups" else new
    path.write_text(json.dumps(info, default=str), encoding="utf-8")  # JSON is YAML


@pytest.mark.parametrize(
    "meetings",
    some(
        1,
        [
            ["2024-04-25", "2024-06-13", "2024-11-21", "2026-06-11", "2026-09-24"],
            MEETINGS_OF_EXAMPLE,
        ],
    ),
    ids=["a few", "all"],
)
def test_j2_minutes_keep_what_the_plan_said_on_their_day(
    ogp: Ogp, example: Path, meetings: list[str]
) -> None:
    before = {each: ogp("show", each, cwd=example).out for each in meetings}
    rename(example, RENAMED)
    after = {each: ogp("show", each, cwd=example).out for each in meetings}
    for each in (each for each in meetings if each < "2024-04-30"):
        assert after[each] == before[each]
    words = ["الكتابة الجديدة", "اللجنة الجديدة", "الرأسية الجديدة", "الرئيس الجديد"]
    for word, (until, _) in zip(words, RENAMED.values(), strict=True):
        shown = [each for each in meetings if word in after[each]]
        assert shown, word
        assert min(shown) > until
    changed = re.findall(r"\[approved-changed\]: (\S+)", ogp("check", cwd=example).out)
    assert changed
    assert min(changed) > "2024-04-30"  # those that were approved with what was there before


@pytest.mark.parametrize("key", some(1, RENAMED))
def test_j3_what_the_plan_said_is_sealed(ogp: Ogp, example: Path, key: str) -> None:
    rename(example, {key: ("2024-01-01", RENAMED[key][1])})
    found = json.loads(ogp("check", "--format", "json", cwd=example).out)["problems"]
    assert {each["rule"] for each in found if each["level"] == "error"} == {"approved-changed"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("due: 2025-06", "due: 2025-09"),
        ("solution: s", "solution: t"),
        ("lead: ministry-a", "lead: b"),
    ],
    ids=["a deadline", "a text", "a lead"],
)
def test_j3_a_card_that_is_rewritten_is_found(ogp: Ogp, tmp_path: Path, old: str, new: str) -> None:
    root = adopted_book(tmp_path / "book")
    organizations = root / "data/organizations.yaml"
    organizations.write_text(f"{organizations.read_text()}b: {{name: B, sector: government}}\n")
    text = HEAD.format(day="2025-04-10") + "- approve: 2025-03-10\n"
    (root / "data/meetings/2025-04-10.yaml").write_text(text)
    assert ogp("post", cwd=root).code == 0
    card = root / "data/commitments/c1.yaml"
    card.write_text(card.read_text().replace(old, new, 1))
    assert "error[approved-changed]: c1 is not what was sealed here" in ogp("check", cwd=root).out
    assert ogp("post", cwd=root).code == 1


def test_j3_results_that_were_presented_are_sealed(ogp: Ogp, tmp_path: Path) -> None:
    root = adopted_book(tmp_path / "book")
    (root / "data/reports").mkdir()
    report = root / "data/reports/2025-06.yaml"
    report.write_text("commitments:\n  c1: {reported: 2025-07-10, completion: limited}\n")
    held = "date: 2025-09-10\nkind: public\npresented: 2025-06\n"
    (root / "data/meetings/2025-09-10.yaml").write_text(held)
    text = HEAD.format(day="2025-10-10") + "- approve: 2025-09-10\n"
    (root / "data/meetings/2025-10-10.yaml").write_text(text)
    assert ogp("post", cwd=root).code == 0
    report.write_text(report.read_text().replace("limited", "substantial"))
    assert "2025-09-10 is not what was sealed here" in ogp("check", cwd=root).out


def test_j4_minutes_say_from_what_to_what(ogp: Ogp, tmp_path: Path) -> None:
    root = adopted_book(tmp_path / "book")
    decision = (
        "- {amend: [c1], set: {title: New}, move: {1: 2026-12}, drop: ['1.10'], "
        "change: {1: {deadline: each year}}}\n"
    )
    (root / "data/meetings/2025-04-10.yaml").write_text(HEAD.format(day="2025-04-10") + decision)
    printed = minutes(ogp, root, "2025-04-10")
    titled = "Milestone 1 (“Open the website”) of commitment 1"
    assert "It was decided to amend commitment 1 (“Proposal number 1”)" in printed
    assert "Commitment 1, title: “New” instead of “Proposal number 1”" in printed
    assert f"{titled} is put back: due December 2026 instead of June 2025" in printed
    assert f"{titled}, due: “each year”" in printed
    assert "Milestone 1.10 (“Publish the contracts”) of commitment 1 was dropped" in printed


def test_j5_what_was_decided_is_put_right(book: Book) -> None:
    book.hold(
        "2025-01-10", "cancel: [1, 2]", "adopt: [{number: 1, from: [3]}, {number: 2, from: [4]}]"
    )
    book.hold(
        "2025-02-10", "explain: [1, 5]\n  reason: no funds", "withdraw: [c2]\n  reason: a slip"
    )
    assert book.balance()["withdrawn"] == 1
    book.hold(
        "2025-03-10", "reinstate: [2]\n  reason: by mistake", "reinstate: [c2]\n  reason: it was"
    )
    assert book.balance()["cancelled"] == 1
    # A revision takes up what was left out, and what was reinstated; two become one, one two.
    book.hold(
        "2025-04-10",
        "adopt:\n  - {number: 3, from: [2]}\n  - {number: 4, from: [c1, c2], title: Both}\n"
        "  - {number: 5, from: [6]}\n  - {number: 6, from: [6], title: Half}",
    )
    assert "adopted_as: [c5, c6]\n" in book.read("commitments/6")
    assert book.shown("c1")["status"] == "replaced"
    found = book.balance()
    assert (found["proposals"], found["adopted"], found["in_plan"]) == (6, 4, 4)
    assert sum(found[each] for each in ("adopted", "cancelled", "not_adopted")) == 6


def test_j6_a_meeting_is_renamed(book: Book) -> None:
    book.hold("2025-01-10", "cancel: [1]\n  reason: r")
    text = book.read("meetings/2025-01-10").replace("2025-01-10", "2025-01-11")
    (book.root / "data/meetings/2025-01-10.yaml").unlink()
    book.write("meetings/2025-01-11", text)
    assert book.ogp("post").out == "changed data/commitments/1.yaml\n"
    assert book.read("commitments/1").endswith("history:\n  2025-01-11: [cancelled]\n")
    assert not book.errors()


def test_j7_decisions_take_effect_as_written(book: Book) -> None:
    book.hold(
        "2025-01-10",
        "{merge: [1, 2], into: joint, title: Joint, state: decided}",
        "{cancel: [joint], reason: r}",
        "adopt: [{number: 1, from: [3]}]",
        "adopt: [{number: 2, from: [4]}]",
        "amend: [c1, c2]\n  set: {title: The same}",
    )
    assert book.balance()["cancelled"] == 2
    text = book.read("meetings/2025-01-10").replace("- adopt: [{number: 1, from: [3]}]\n", "")
    book.write("meetings/2025-01-10", f"{text}- adopt: [{{number: 1, from: [3]}}]\n")
    assert "c1 is made further down in this meeting" in book.ogp("post").out


def test_j8_a_merge_into_a_proposal_that_exists(book: Book) -> None:
    book.hold("2025-01-10", "{merge: [1, 2], into: 3, state: proposed}")
    assert "status: standing\nmerged_from: [1, 2]\n" in book.read("commitments/3")
    book.hold("2025-02-10", "{merge: [1, 2], into: 3, state: decided}")
    assert book.balance() == {"proposals": 6, "standing": 4, "merged": 2, "resulting": 4}
    book.hold("2025-03-10", "adopt: [{number: 1, from: [3]}]")
    wrong = "merge: [4, 5]\n  into: c1\n  state: decided"
    book.write("meetings/2025-04-10", HEAD.format(day="2025-04-10") + f"- {wrong}\n")
    assert "nothing can be merged into “c1”" in book.ogp("post").out


def test_two_branches_are_merged_by_taking_either_side(book: Book) -> None:
    book.hold("2025-01-10", "adopt: [{number: 1, from: [1]}]")
    before = book.read("commitments/c1")
    book.hold("2025-02-10", "amend: [c1]\n  set: {title: One}")
    one = book.read("commitments/c1")
    (book.root / "data/meetings/2025-02-10.yaml").rename(book.root / "one")
    book.write("commitments/c1", before)
    book.hold("2025-03-10", "amend: [c1]\n  set: {title: Two}")
    two = book.read("commitments/c1")
    (book.root / "one").rename(book.root / "data/meetings/2025-02-10.yaml")
    found = set()
    for side in (one, two):
        book.write("commitments/c1", side)
        assert book.ogp("post").code == 0
        assert not book.errors()
        found.add(book.read("commitments/c1"))
    assert len(found) == 1
    assert book.shown("c1")["title"] == "Two"
    assert book.shown("c1", "--as-of", "2025-02-10")["title"] == "One"


DECIDED = {"2024-05-06", "2024-11-21", "2025-09-18", "2026-03-19"}


PLANNED = ["2026-12-10", "2027-02-11"]


@pytest.mark.parametrize("meeting", some(1, [*PLANNED, *MEETINGS_OF_EXAMPLE[: -len(PLANNED)]]))
def test_each_meeting_of_the_example_that_is_deleted_is_found(
    ogp: Ogp, example: Path, meeting: str
) -> None:
    commit(example)
    (example / f"data/meetings/{meeting}.yaml").unlink()
    checked = ogp("check", "--changed-since", "HEAD", cwd=example)
    assert f"error[meeting-gone]: the meeting of {meeting} is gone" in checked.out
    if meeting in DECIDED:  # the histories name it
        assert "error[unknown-meeting]" in ogp("check", cwd=example).out


def facts(ledger: Ledger) -> dict[str, object]:
    """Return what a ledger says of each commitment, but for the names of the meetings."""
    return {
        name: (ledger.status(name), state.into, tuple(state.members), state.card)
        for name, state in ledger.states.items()
    }


@given(plans())
def test_law_1_one_meeting_does_what_several_with_a_decision_each_do(plan: Plan) -> None:
    apart, whole = {}, {}
    for name, meeting in plan.meetings.items():
        whole[name] = meeting.model_copy(update={"steps": None})
        for index, decision in enumerate(meeting.decisions):
            values = {"date": meeting.date.isoformat(), "kind": meeting.kind}
            id_ = f"{meeting.id}-{index}"
            one = MEETINGS.validate_python(values, context=Identity(id_, id_))
            apart[id_] = one.model_copy(update={"decisions": (decision,)})
    found = (facts(expected(plan.replace(meetings=each))) for each in (apart, whole))
    assert next(found) == next(found)


@given(plans())
def test_a_book_that_is_cut_off_is_the_book_as_of_that_moment(plan: Plan) -> None:
    so_far = {}
    for meeting, ledger in ledgers(plan):
        so_far[meeting.id] = meeting
        then = expected(plan, moment_of(meeting))
        assert facts(ledger) == facts(then) == facts(expected(plan.replace(meetings=so_far)))


@given(plans(), st.randoms())
def test_neither_the_order_of_files_nor_what_they_assert_matters(plan: Plan, chance: Any) -> None:
    files = list(plan.commitments.items())
    chance.shuffle(files)
    other = {
        name: each.model_copy(update={"status": chance.choice(["merged", "cancelled", "adopted"])})
        for name, each in files
    }
    assert facts(expected(plan.replace(commitments=other))) == facts(expected(plan))


@given(plans())
def test_every_proposal_has_one_outcome(plan: Plan) -> None:
    ledger = expected(plan)
    for name, state in ledger.states.items():
        assert ledger.outcome(name) in {
            "standing",
            "merge-proposed",
            "merged",
            "cancelled",
            "pending",
            "dropped",
        }
        for target in state.into:
            assert name in ledger.state(target).members
