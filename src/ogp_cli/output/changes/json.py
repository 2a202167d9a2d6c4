"""The changes for programs. The schema's number changes when a key changes its meaning or goes."""

from dataclasses import asdict

from ogp_cli.output.changes.digest import Digest
from ogp_cli.output.json import dump
from ogp_cli.process.changes import Change

SCHEMA = 1


def render(digest: Digest) -> str:
    """Return `{"schema", "since", "until", "before", "after", "changes"}`.

    Days are ISO 8601, null for the beginning and the end of the book; `before` and `after` are
    balances. A change has its `day`, its `kind` (`meeting`, `proposal`, `step`, `slot`, or a step
    that a decision stands for) and the ids of its commitments and of its meeting; a `step` says
    which, a slot `at` which moment on the plan's clock, a merge `into` what.
    """
    value = {
        "schema": SCHEMA,
        "since": digest.since and str(digest.since),
        "until": digest.until and str(digest.until),
        "before": digest.before and asdict(digest.before),
        "after": asdict(digest.after),
        "changes": [_change(change) for change in digest.changes],
    }
    return dump(value) + "\n"


def _change(change: Change) -> dict[str, object]:
    details = {
        "step": getattr(change.of, "step", None),
        "at": getattr(change.of, "at", None) if change.kind == "slot" else None,
        "into": getattr(change.of, "into", None),
    }
    return {
        "day": change.day.isoformat(),
        "kind": change.kind,
        "commitments": change.commitments,
        "meeting": change.meeting,
        **{key: str(value) for key, value in details.items() if value is not None},
    }
