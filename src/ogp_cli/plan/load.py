"""Load everything: every file of the data, the broken ones as findings."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.organization import Organizations
from ogp_cli.models.plan import PlanInfo
from ogp_cli.plan.plan import Plan
from ogp_cli.problem import Finding
from ogp_cli.store.folder import COMMITMENTS, MEETINGS, ORGANIZATIONS, PLAN, yaml_files
from ogp_cli.store.read import Stage, read

M = TypeVar("M", bound=BaseModel)

# What the book is called while plan.yaml cannot be read, so that the rest is still shown.
_UNREAD_PLAN = PlanInfo(title="?", country="ZZ", language="en", time_zone="UTC", committee="?")


def load(root: Path) -> Plan:
    """Return the book under `root`, with what is wrong in its files as findings.

    Raises `OgpError` only where a folder of the data cannot be listed.
    """
    loader = _Loader(root)
    info = loader.read(PLAN, PlanInfo) or _UNREAD_PLAN
    organizations = loader.read(ORGANIZATIONS, Organizations)
    commitments = [loader.read(file, Commitment) for file in yaml_files(root, COMMITMENTS)]
    meetings = [loader.read(file, Meeting) for file in yaml_files(root, MEETINGS)]
    return Plan(
        root=root,
        info=info,
        organizations=organizations.root if organizations else {},
        commitments={each.id: each for each in sorted(filter(None, commitments), key=_by_number)},
        meetings={each.id: each for each in sorted(filter(None, meetings), key=_by_time)},
        findings=loader.findings,
        unread=frozenset(loader.unread),
    )


class _Loader:
    """Reads files one by one, and keeps what was wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: dict[Stage, list[Finding]] = {"file": [], "yaml": [], "shape": []}
        self.unread: set[str] = set()

    def read(self, file: str, model: type[M]) -> M | None:
        reading = read(self.root, file, model)
        self.findings[reading.stage].extend(reading.findings)
        if reading.model is None:
            self.unread.add(file)
        return reading.model


def _by_number(commitment: Commitment) -> tuple[bool, int, str]:
    return commitment.number is None, commitment.number or 0, commitment.id


def _by_time(meeting: Meeting) -> tuple[object, str]:
    return meeting.date, meeting.id
