"""The book as some changes make it, before anything is written."""

from collections.abc import Collection
from typing import Any, TypeVar

from pydantic import BaseModel

from ogp_cli.checks.run import fill
from ogp_cli.edit.change import Change
from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _, spoken
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.schema import KINDS
from ogp_cli.plan import Plan, moment_of
from ogp_cli.store.folder import kind_of, stem
from ogp_cli.store.read import read
from ogp_cli.store.source import Source

M = TypeVar("M", bound=BaseModel)


def applied(plan: Plan, changes: Collection[Change]) -> Plan:
    """Return a book with changes of its plan, its commitments, its meetings and its reports made.

    Raises `OgpError` where a file would not be one that `ogp` can read.
    """
    made: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    for change in changes:
        kind = kind_of(change.file)
        if kind:
            made[kind][stem(change.file)] = read_back(KINDS[kind], change)
    meetings: dict[str, Meeting] = {**plan.meetings, **made["meeting"]}
    return plan.replace(
        info=made["plan"].get("plan", plan.info),
        commitments={**plan.commitments, **made["commitment"]},
        meetings={each.id: each for each in sorted(meetings.values(), key=moment_of)},
        reports={**plan.reports, **made["report"]},
    )


def read_back(model: type[M], change: Change) -> M:
    """Return the model that a file is read as, once it is written; `OgpError` if it is none."""
    try:
        return as_read(model, change)
    except OgpError as error:
        said = _("{file} cannot be written: {said}")
        raise OgpError(said.format(file=change.file, said=error.message), error.hint) from error


def as_read(model: type[M], change: Change) -> M:
    """Return the same; the `OgpError` does not name the file."""
    reading = read(Source(change.file, change.new), model)
    if reading.model is None:
        wrong = reading.findings[0]
        said, hint = (fill(each, wrong, spoken()) for each in (wrong.message, wrong.hint))
        raise OgpError(said, hint)
    return reading.model
