"""Any plan that is adopted: outcomes add up, posting again changes nothing, and can be undone.

Meetings may be posted as they are held, or all at once.
"""

import json
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import Ogp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PLAN = """\
title: Plan
country: XA
language: en
time_zone: UTC
committee: committee
proposals: 8
"""
PROPOSALS = range(1, 9)
COMMITMENT = "number: {number}\ntitle: Proposal {number}\nlead: ministry-a\nstatus: standing\n"
DUES = ("2025-12", "2026-03-31", "2027")
MILESTONES = """\
milestones:
- {id: 1, title: First, due: 2025-06}
# the second
- id: 1.1
  title: A part
  due: 2026
- {id: 1.2, title: Due with the whole}
"""


class Life(NamedTuple):
    """What becomes of eight proposals: merged, parted, cancelled, adopted under numbers, …"""

    merged: frozenset[int]
    parted: frozenset[int]
    cancelled: frozenset[int]
    adopted: tuple[tuple[int, ...], ...]
    explained: frozenset[int]
    withdrawn: frozenset[int]
    moves: tuple[str, ...]


@st.composite
def lives(draw: st.DrawFn) -> Life:
    """Return a life: each proposal is merged, proposed for a merge that is dropped, and so on."""
    fates = draw(st.lists(st.sampled_from("mxcaaadp"), min_size=8, max_size=8))
    of: dict[str, list[int]] = {fate: [] for fate in "mxcadp"}
    for number, fate in zip(PROPOSALS, fates, strict=True):
        of[fate].append(number)
    size = draw(st.integers(1, 3))
    groups = tuple(tuple(of["a"][at : at + size]) for at in range(0, len(of["a"]), size))
    numbers = range(1, len(groups) + 1)
    return Life(
        merged=frozenset(of["m"] if len(of["m"]) > 1 else ()),
        parted=frozenset(of["x"] if len(of["x"]) > 1 else ()),
        cancelled=frozenset(of["c"]),
        adopted=groups,
        explained=frozenset(of["d"]),
        withdrawn=frozenset(draw(st.sets(st.sampled_from(numbers))) if groups else ()),
        moves=tuple(due for due, _ in groupby(draw(st.lists(st.sampled_from(DUES), max_size=3)))),
    )


def meetings(life: Life) -> list[str]:
    """Return the decisions of each meeting, in order."""
    first, second, adoption, later = [], [], [], []
    if life.parted:
        names = sorted(life.parted)
        first.append(f"merge: {names}, into: parted, title: Parted, state: proposed")
        second.append(f"merge: {names[1:]}, into: parted, state: dropped")
        second.append(f"cancel: {names[:1]}, reason: why")
    if life.merged:
        names = sorted(life.merged)
        first.append(f"merge: {names}, into: joint, title: Joint, state: decided")
    if life.cancelled:
        first.append(f"cancel: {sorted(life.cancelled)}, reason: why")
    items = [
        f"{{number: {number}, from: {list(group)}, title: Title {number}}}"
        for number, group in enumerate(life.adopted, 1)
    ]
    if life.merged:
        items.append("{number: 40, from: [joint]}")
    if items:
        adoption.append(f"adopt: [{', '.join(items)}]")
        moved = [1] if life.adopted else []
        later = [
            [f"amend: [c{n}], move: {{1: {due}, 1.1: {due}, 1.2: {due}}}" for n in moved]
            for due in life.moves
        ]
        ends = [f"withdraw: [c{number}], reason: why" for number in sorted(life.withdrawn)]
        if life.explained:
            ends.append(f"explain: {sorted(life.explained)}, reason: why")
        later.append(ends)
    return [
        "".join(f"- {{{each}}}\n" for each in said) for said in (first, second, adoption, *later)
    ]


def files(book: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(book.rglob("*.yaml"))}


@pytest.mark.slow
@given(life=lives())
@settings(
    max_examples=settings().max_examples // 5,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_life(tmp_path_factory: pytest.TempPathFactory, ogp: Ogp, life: Life) -> None:
    book = new_book(tmp_path_factory)
    states, known = [], {}
    for name, decisions in by_day(life).items():
        meeting = book / f"data/meetings/{name}.yaml"
        meeting.write_text(held(name, ""))
        states.append((meeting, files(book)))
        meeting.write_text(held(name, decisions))
        assert ogp("post", cwd=book).code == 0
        write_milestones(book)
        assert "nothing to write" in ogp("post", cwd=book).out
        assert not errors(ogp, book)
        known[name] = balance(ogp, book)
    for name, then in known.items():
        assert balance(ogp, book, "--as-of", name) == then
    for meeting, before in reversed(states[2:]):
        meeting.write_bytes(before[meeting])
        assert ogp("post", cwd=book).code == 0
        undone = files(book)
        assert {path: undone[path] for path in before} == before  # a new file stays


@pytest.mark.slow
@given(life=lives(), data=st.data())
@settings(
    max_examples=settings().max_examples // 5,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_all_meetings_first(
    tmp_path_factory: pytest.TempPathFactory, ogp: Ogp, life: Life, data: st.DataObject
) -> None:
    """A past year is entered: each meeting is written in any order, and then they are posted."""
    usual, book = new_book(tmp_path_factory), new_book(tmp_path_factory)
    # A milestone can be moved once a person has written it, into the file that the adoption made.
    days = by_day(life._replace(moves=()))
    for name, decisions in days.items():
        (usual / f"data/meetings/{name}.yaml").write_text(held(name, decisions))
        assert ogp("post", cwd=usual).code == 0
    for name, decisions in data.draw(st.permutations(sorted(days.items()))):
        (book / f"data/meetings/{name}.yaml").write_text(held(name, decisions))
    assert ogp("post", cwd=book).code == 0
    assert not errors(ogp, book)
    assert balance(ogp, book) == balance(ogp, usual)
    assert [*files(book).values()] == [*files(usual).values()]


def new_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a book with eight proposals."""
    book = tmp_path_factory.mktemp("any")
    for folder in ("commitments", "meetings"):
        (book / "data" / folder).mkdir(parents=True)
    (book / "data/plan.yaml").write_text(PLAN)
    (book / "data/organizations.yaml").write_text("ministry-a: {name: A, sector: government}\n")
    for number in PROPOSALS:
        (book / f"data/commitments/{number}.yaml").write_text(COMMITMENT.format(number=number))
    return book


def by_day(life: Life) -> dict[str, str]:
    """Return the decisions of each meeting by its id."""
    return {
        f"202{4 + index // 12}-{index % 12 + 1:02}-10": decisions
        for index, decisions in enumerate(meetings(life))
    }


def held(name: str, decisions: str) -> str:
    head = f"date: {name}\nkind: steering-committee\n"
    return f"{head}decisions:\n{decisions}" if decisions else head


def write_milestones(book: Path) -> None:
    for path in (book / "data/commitments").glob("c*.yaml"):
        text = path.read_text()
        if "\nmilestones:" not in text:
            path.write_text(text.replace("status:", f"{MILESTONES}status:"))


def errors(ogp: Ogp, book: Path) -> list[object]:
    checked = json.loads(ogp("check", "--format", "json", cwd=book).out)
    return [each for each in checked["problems"] if each["level"] == "error"]


def balance(ogp: Ogp, book: Path, *options: str) -> dict[str, int]:
    shown = ogp("status", "--format", "json", *options, cwd=book)
    found: dict[str, int] = json.loads(shown.out)["balance"]
    ended = ("standing", "merging", "merged", "cancelled", "adopted", "withdrawn", "not_adopted")
    assert sum(found.get(each, 0) for each in ended) == len(PROPOSALS)
    return found
