"""From a file to a model: whatever the file holds, the result is a model or findings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel

from ogp_cli.models.base import Identity
from ogp_cli.problem import Acceptance, Finding, Place
from ogp_cli.store.folder import stem
from ogp_cli.store.hidden import acceptances, hidden
from ogp_cli.store.source import Source
from ogp_cli.store.validate import validate

M = TypeVar("M", bound=BaseModel)

# `hidden` is for mistakes in a file that can still be read, `stray` for files that are not read.
Stage = Literal["file", "yaml", "shape", "hidden", "stray"]


@dataclass(frozen=True, slots=True)
class Reading(Generic[M]):
    """The result of reading a file: a model, or the findings of the stage that refused it."""

    model: M | None
    stage: Stage
    findings: Sequence[Finding] = ()
    acceptances: Sequence[Acceptance] = ()


def read(source: Source, model: type[M]) -> Reading[M]:
    """Read a file as a model. Never raises for what the file holds."""
    file = source.file
    if source.unreadable:
        return Reading(None, "file", (source.unreadable,))
    document, findings = source.parsed
    if document is None:
        return Reading(None, "yaml", findings)
    record, findings = validate(model, document, Identity(stem(file), file))
    if record is None:
        return Reading(None, "shape", findings)
    accepted = list(acceptances(document.values, Place(file))) if b"accept" in source.data else []
    return Reading(record, "hidden", hidden(source.data, file), accepted)
