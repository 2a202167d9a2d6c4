"""The book as some changes make it, before anything is written."""

from collections.abc import Collection
from typing import TypeVar

from pydantic import BaseModel

from ogp_cli.edit.change import Change
from ogp_cli.errors import OgpError
from ogp_cli.models.base import Identity
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.plan import PlanInfo
from ogp_cli.models.report import Report
from ogp_cli.plan import Plan, moment_of
from ogp_cli.problem import Quoted
from ogp_cli.store.folder import COMMITMENTS, MEETINGS, PLAN, REPORTS, stem
from ogp_cli.store.parse import parse
from ogp_cli.store.validate import validate

M = TypeVar("M", bound=BaseModel)


def applied(plan: Plan, changes: Collection[Change]) -> Plan:
    """Return a book with changes of its plan, its commitments, its meetings and its reports made.

    Raises `OgpError` where a file would not be one that `ogp` can read.
    """
    commitments = [read_back(Commitment, each) for each in changes if _is_in(COMMITMENTS, each)]
    meetings = [read_back(Meeting, each) for each in changes if _is_in(MEETINGS, each)]
    reports = [read_back(Report, each) for each in changes if _is_in(REPORTS, each)]
    infos = [read_back(PlanInfo, each) for each in changes if each.file == PLAN]
    known = {**plan.meetings, **{each.id: each for each in meetings}}
    return plan.replace(
        info=infos[0] if infos else plan.info,
        commitments={**plan.commitments, **{each.id: each for each in commitments}},
        meetings={each.id: each for each in sorted(known.values(), key=moment_of)},
        reports={**plan.reports, **{each.id: each for each in reports}},
    )


def read_back(model: type[M], change: Change) -> M:
    """Return the model that a file is read as, once it is written; `OgpError` if it is none."""
    document, findings = parse(change.new, change.file)
    record = None
    if document:
        record, findings = validate(model, document, Identity(stem(change.file), change.file))
    if record is None:
        wrong = findings[0]
        values = {key: _shown(value) for key, value in wrong.values.items()}
        said, hint = (each.format_map(values) for each in (wrong.message, wrong.hint))
        raise OgpError(f"{change.file} cannot be written: {said}", hint)
    return record


def _shown(value: object) -> object:
    return f"“{value}”" if isinstance(value, Quoted) else value


def _is_in(folder: str, change: Change) -> bool:
    return change.file.rpartition("/")[0] == folder
