"""Load every file of the data; the broken ones become findings."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from ogp_cli.lang.interface import _
from ogp_cli.models.base import Record
from ogp_cli.models.commitment import Adopted, Commitment
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.organization import Organizations
from ogp_cli.models.plan import PlanInfo
from ogp_cli.models.report import Report
from ogp_cli.plan.plan import Plan, moment_of
from ogp_cli.plan.slots import with_slots
from ogp_cli.problem import Acceptance, Finding, Spot
from ogp_cli.store.folder import COMMITMENTS, MEETINGS, ORGANIZATIONS, PLAN, REPORTS, natural, stem
from ogp_cli.store.read import Stage, read
from ogp_cli.store.refused import uneven
from ogp_cli.store.source import Disk, Files
from ogp_cli.terminal.progress import tracked

M = TypeVar("M", bound=BaseModel)
R = TypeVar("R", bound=Record)

# Stands in for a plan.yaml that cannot be read, so that the rest is still shown.
_UNREAD_PLAN = PlanInfo(title="?", country="ZZ", language="en", time_zone="UTC", committee="?")


def load(root: Path, files: Files | None = None) -> Plan:
    """Return the book under `root`, with the mistakes in its files as findings.

    It is read from `files`, or else from the disk. Raises `OgpError` only if a folder of the data
    cannot be listed.
    """
    loader = _Loader(files or Disk(root))
    info = loader.read(PLAN, PlanInfo) or _UNREAD_PLAN
    organizations = loader.read(ORGANIZATIONS, Organizations)
    loader.findings["stray"] += map(_stray, loader.files.stray())
    commitments = sorted(loader.folder(COMMITMENTS, Commitment), key=by_number)
    meetings = with_slots(sorted(loader.folder(MEETINGS, Meeting), key=moment_of))
    reports = {each.id: each for each in loader.folder(REPORTS, Report)}
    return Plan(
        root=root,
        info=info,
        organizations=organizations.root if organizations else {},
        commitments={each.id: each for each in commitments},
        meetings={each.id: each for each in meetings if each.is_held},
        planned={each.id: each for each in meetings if not each.is_held},
        reports=reports,
        findings=loader.findings,
        acceptances=loader.acceptances,
        unread=frozenset(loader.unread),
    )


class _Loader:
    """Reads files one by one, and collects their findings."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.findings = defaultdict[Stage, list[Finding]](list)
        self.acceptances: list[Acceptance] = []
        self.unread: set[str] = set()

    def read(self, file: str, model: type[M]) -> M | None:
        source = self.files.open(file)
        reading = read(source, model)
        self.findings[reading.stage].extend(reading.findings)
        self.findings["uneven"].extend(uneven(source.data, source.parsed[0], file))
        self.acceptances.extend(reading.acceptances)
        if reading.model is None:
            self.unread.add(file)
        return reading.model

    def folder(self, folder: str, model: type[R]) -> Iterator[R]:
        """Yield the records of a folder; if two files have one id (10.yaml, 10.yml), the first."""
        files: dict[str, str] = {}
        for file in tracked(
            self.files.records(folder), _("reading {folder}").format(folder=folder)
        ):
            first = files.setdefault(stem(file), file)
            if first is not file:
                self.findings["file"].append(_same_id(file, first))
            elif record := self.read(file, model):
                yield record


def _stray(file: str) -> Finding:
    hint = "put it into data/commitments, data/meetings or data/reports, and end its name in .yaml"
    return Finding(Spot(file), "this file is not read", hint)


def _same_id(file: str, first: str) -> Finding:
    hint = "remove one of the two"
    return Finding(Spot(file), "{first} has the same id", hint, {"first": first}, Spot(first))


def by_number(commitment: Commitment) -> tuple[bool, bool, object, str]:
    """Return the order of commitments: proposals by number, what merges make, the plan."""
    number = commitment.number
    order = natural(str(number or ""))
    return isinstance(commitment, Adopted), number is None, order, commitment.id
