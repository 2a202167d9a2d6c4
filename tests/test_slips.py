"""What `ogp check` finds of the slips that people make in the shipped book: a sample, by kind.

A line of the snapshot that falls is a rule that no longer finds what it found. Where one rises,
refresh the snapshot and `benchmarks/slips.txt` (CONTRIBUTING.md says how).
"""

from collections.abc import Callable

import pytest
from conftest import ROOT
from slip_kinds import read
from slips import table, verdicts
from syrupy.assertion import SnapshotAssertion


@pytest.mark.slow
def test_as_many_slips_are_found_as_before(whole: Callable[[str], SnapshotAssertion]) -> None:
    assert table(verdicts(read(ROOT), each=2)) == whole("txt")
