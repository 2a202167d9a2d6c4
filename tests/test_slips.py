"""What `ogp check` finds of the slips that people make in the books: a sample, by kind.

A line of a snapshot that falls is a rule that no longer finds what it found. Where one rises,
refresh the snapshots, `benchmarks/slips.txt` and the table of CONTRIBUTING.md, which says how.
"""

from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest
from conftest import ROOT, some
from slip_kinds import GROUPS, ONE_BY_ONE, read
from slips import Checker, Slip, rows, table, verdicts
from syrupy.assertion import SnapshotAssertion

EXAMPLE = ROOT / "examples/adopted"
MEETINGS = sorted(file.stem for file in (EXAMPLE / "data/meetings").iterdir())

# Nobody misses these: no commitment, report, slot or approval names them.
UNMISSED = {
    "2024-03-12", "2024-03-19", "2024-07-11", "2024-10-08", "2025-06-19", "2026-05-14",
    "2026-12-10", "2027-02-11",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    ("root", "each", "group"),
    some(
        2,
        [
            (ROOT, 1, "decisions"),
            (EXAMPLE, 1, "contradictions"),
            (ROOT, 2, None),
            (EXAMPLE, 1, None),
        ],
    ),
    ids=["shipped-decisions", "example-contradictions", "shipped", "example"],
)
def test_as_many_slips_are_found_as_before(
    root: Path, each: int, group: str | None, whole: Callable[[str], SnapshotAssertion]
) -> None:
    assert table(rows(verdicts(read(root), each, only=group))) == whole("txt")


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    return Checker(read(EXAMPLE), tmp_path_factory.mktemp("example"))


@pytest.mark.slow
@pytest.mark.parametrize("meeting", MEETINGS)
def test_a_deleted_meeting_of_the_example_is_missed(checker: Checker, meeting: str) -> None:
    slip = Slip("files", "deleted", {f"data/meetings/{meeting}.yaml": None})
    assert checker.verdict(slip).is_found is (meeting not in UNMISSED)


def test_the_table_for_contributors_has_every_kind_and_the_last_figures() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    kinds = [*chain.from_iterable(GROUPS.values()), *ONE_BY_ONE]
    assert [kind for kind in kinds if kind not in text] == []
    lines = (ROOT / "benchmarks/slips.txt").read_text(encoding="utf-8").splitlines()
    totals = [line.split()[2:4] for line in lines if line.startswith("in all")]
    shares = " | ".join(f"{found}/{made}" for made, found in totals)
    assert f"| **in all** | {shares} | |" in text
