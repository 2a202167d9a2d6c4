"""Any plan that is adopted: outcomes add up, posting again changes nothing, and can be undone."""

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
    """What becomes of eight proposals: merged, cancelled, adopted under numbers, and so on."""

    merged: frozenset[int]
    cancelled: frozenset[int]
    adopted: tuple[tuple[int, ...], ...]
    declined: frozenset[int]
    withdrawn: frozenset[int]
    moves: tuple[str, ...]


@st.composite
def lives(draw: st.DrawFn) -> Life:
    """Return a life: each proposal is merged, cancelled, adopted, declined or passed over."""
    fates = draw(st.lists(st.sampled_from("mcaaadp"), min_size=8, max_size=8))
    of: dict[str, list[int]] = {fate: [] for fate in "mcadp"}
    for number, fate in zip(PROPOSALS, fates, strict=True):
        of[fate].append(number)
    size = draw(st.integers(1, 3))
    groups = tuple(tuple(of["a"][at : at + size]) for at in range(0, len(of["a"]), size))
    numbers = range(1, len(groups) + 1)
    return Life(
        merged=frozenset(of["m"] if len(of["m"]) > 1 else ()),
        cancelled=frozenset(of["c"]),
        adopted=groups,
        declined=frozenset(of["d"]),
        withdrawn=frozenset(draw(st.sets(st.sampled_from(numbers))) if groups else ()),
        moves=tuple(due for due, _ in groupby(draw(st.lists(st.sampled_from(DUES), max_size=3)))),
    )


def meetings(life: Life) -> list[str]:
    """Return the decisions of each meeting, in order."""
    first, adoption, later = [], [], []
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
        if life.declined:
            ends.append(f"decline: {sorted(life.declined)}, reason: why")
        later.append(ends)
    return ["".join(f"- {{{each}}}\n" for each in said) for said in (first, adoption, *later)]


def files(book: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(book.rglob("*.yaml"))}


@given(life=lives())
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_life(tmp_path_factory: pytest.TempPathFactory, ogp: Ogp, life: Life) -> None:
    book = tmp_path_factory.mktemp("any")
    for folder in ("commitments", "meetings"):
        (book / "data" / folder).mkdir(parents=True)
    (book / "data/plan.yaml").write_text(PLAN)
    (book / "data/organizations.yaml").write_text("ministry-a: {name: A, sector: government}\n")
    for number in PROPOSALS:
        (book / f"data/commitments/{number}.yaml").write_text(COMMITMENT.format(number=number))
    states, known = [], {}
    for index, decisions in enumerate(meetings(life)):
        name = f"202{4 + index // 12}-{index % 12 + 1:02}-10"
        meeting = book / f"data/meetings/{name}.yaml"
        head = f"date: {name}\nkind: steering-committee\n"
        meeting.write_text(head)
        states.append((meeting, files(book)))
        meeting.write_text(f"{head}decisions:\n{decisions}" if decisions else head)
        assert ogp("post", name, cwd=book).code == 0
        for path in (book / "data/commitments").glob("c*.yaml"):
            text = path.read_text()
            if "milestones" not in text:
                path.write_text(text.replace("status:", f"{MILESTONES}status:"))
        assert "nothing to write" in ogp("post", name, cwd=book).out
        checked = json.loads(ogp("check", "--format", "json", cwd=book).out)
        assert not [each for each in checked["problems"] if each["level"] == "error"]
        known[name] = balance(ogp, book)
    for name, then in known.items():
        assert balance(ogp, book, "--as-of", name) == then
    for meeting, before in reversed(states[2:]):
        meeting.write_bytes(before[meeting])
        assert ogp("post", meeting.stem, cwd=book).code == 0
        undone = files(book)
        # A milestone that moved and moved back is laid out otherwise, and a new file stays.
        same = [path for path, data in before.items() if b"milestones" not in data]
        assert {path: undone[path] for path in same} == {path: before[path] for path in same}


def balance(ogp: Ogp, book: Path, *options: str) -> dict[str, int]:
    shown = ogp("status", "--format", "json", *options, cwd=book)
    found: dict[str, int] = json.loads(shown.out)["balance"]
    ended = ("standing", "merging", "merged", "cancelled", "adopted", "withdrawn", "not_adopted")
    assert sum(found.get(each, 0) for each in ended) == len(PROPOSALS)
    return found
