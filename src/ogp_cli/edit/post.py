"""Posting: the outcome and the index of each commitment's story, written into its file.

Only top-level keys are written, and each is written whole. What is written follows from the
meetings alone, so a second run writes nothing, and the order of posting cannot matter.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ogp_cli.edit.applied import applied
from ogp_cli.edit.change import Change
from ogp_cli.errors import OgpError
from ogp_cli.ids import written
from ogp_cli.lang.interface import _
from ogp_cli.models.base import keys_of
from ogp_cli.models.card import ASKED
from ogp_cli.models.commitment import Adopted, Commitment, Proposal
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Plan, load
from ogp_cli.plan.lookup import refuse_unread
from ogp_cli.process.approval import Sealed, sealed
from ogp_cli.process.fold import card_of, expected
from ogp_cli.process.ledger import Ledger
from ogp_cli.process.seal import seals_of
from ogp_cli.store.edit import edited
from ogp_cli.store.emit import block
from ogp_cli.store.folder import COMMITMENTS, MEETINGS
from ogp_cli.store.git import head_of
from ogp_cli.store.revision import Revision
from ogp_cli.store.source import Source, open_source

Values = Mapping[str, Any]

_OUTCOME = ("status", "merged_into", "merged_from", "adopted_as", "history")
# A file begins with what it is, and ends with its outcome; between the two stands its text.
_KEYS_OF_COMMITMENT = (
    "number",
    "adopted_from",
    *(
        key
        for key in {**keys_of(Adopted), **keys_of(Proposal)}
        if key not in {"number", "adopted_from", *_OUTCOME}
    ),
    *_OUTCOME,
)


def post(plan: Plan) -> tuple[list[Change], Plan]:
    """Return what posting the book changes, and the book with these changes made.

    Raises `OgpError` if a file that it needs cannot be read or edited, or if it would write the
    card of one commitment into that of another, or seal anew what the last commit has sealed.
    """
    _refuse_unread(plan)
    ledger = expected(plan)
    there = (name for name, state in ledger.states.items() if state.is_there)
    files = [change for name in there if (change := _change(plan, ledger, name))]
    after = applied(plan, files)
    changes = [*files, *_sealing(after)]
    return changes, applied(plan, changes)


def orphans(plan: Plan) -> list[Commitment]:
    """Return the files of commitments that no meeting makes, and nobody proposed."""
    ledger = expected(plan)
    files = (each for each in plan.commitments.values() if not isinstance(each, Proposal))
    return [each for each in files if ledger.state(each.id).made is None]


def _refuse_unread(plan: Plan) -> None:
    """Refuse where a meeting cannot be read: what it decided is not known."""
    for file in sorted(plan.unread):
        if file.startswith(f"{MEETINGS}/"):
            raise OgpError(
                _("{file} cannot be read").format(file=file),
                _("to see what is wrong in it, run: ogp check"),
            )


def _change(plan: Plan, ledger: Ledger, name: str) -> Change | None:
    state, file = ledger.state(name), plan.commitments.get(name)
    refuse_unread(plan, COMMITMENTS, name)
    if file is None:
        return _new(ledger, name) if state.made else None
    _refuse_other_card(file, tuple(state.members), is_of_plan=state.kind == "plan")
    source = open_source(plan.root, file.file)
    return _edit(source, _with(source.values, _asserted(ledger, name), _KEYS_OF_COMMITMENT))


def _refuse_other_card(file: Commitment, members: tuple[str, ...], *, is_of_plan: bool) -> None:
    """Refuse where a card was written for other proposals than those that were adopted."""
    stated = file.made_from
    if is_of_plan and stated and {*stated} != {*members} and card_of(file):
        raise OgpError(
            _("{file} is the card of {stated}, and the meeting adopts {members} as {id}").format(
                file=file.file,
                stated=", ".join(stated),
                members=", ".join(members) or "–",
                id=file.id,
            ),
            _("rename the files, or write the card anew and remove “adopted_from”"),
        )


def _asserted(ledger: Ledger, name: str) -> dict[str, Any]:
    """Return the keys that are posted, as a file has them; None for one that is not there."""
    found = dict(ledger.asserted(name))
    for key in ("adopted_from", "merged_from", "adopted_as"):
        found[key] = None if found[key] is None else tuple(map(written, found[key]))
    if found["adopted_as"] and len(found["adopted_as"]) == 1:
        (found["adopted_as"],) = found["adopted_as"]
    found["merged_into"] = found["merged_into"] and written(found["merged_into"])
    return found


def _with(old: Values, new: Values, order: Sequence[str]) -> dict[str, Any]:
    """Return values with others in place: new keys where the model has them, None for none.

    A key without a value is a person's, to be filled in.
    """
    keys = [key for key, value in old.items() if value is None or new.get(key, value) is not None]
    for key, value in new.items():
        if value is not None and key not in keys:
            before = (i for i, each in enumerate(keys) if order.index(each) < order.index(key))
            keys.insert(max(before, default=-1) + 1, key)
    stated = {key: value for key, value in new.items() if value is not None}
    return {key: stated.get(key, old.get(key)) for key in keys}


def _edit(source: Source, values: Values) -> Change | None:
    if repr(values) == repr(source.values):
        return None
    return Change(source.file, source.data, edited(source.data, source.file, values))


def _new(ledger: Ledger, name: str) -> Change:
    """Return the file of what a meeting makes; a card has the keys to fill in as comments."""
    is_of_plan = ledger.state(name).kind == "plan"
    values = {"number": written(name[1:]) if is_of_plan else None, **_asserted(ledger, name)}
    order = [key for key in _KEYS_OF_COMMITMENT if values.get(key) is not None]
    lines = block({key: values[key] for key in order}, 0)
    blank = [f"# {key}:" for key in ASKED] if is_of_plan else []
    text = "".join(f"{line}\n" for line in (*lines, *blank))
    return Change(f"{COMMITMENTS}/{name}.yaml", None, text.encode())


def _sealing(plan: Plan) -> Iterator[Change]:
    """Yield the files of the meetings that lack a seal of what they approve or correct."""
    lacking: dict[str, list[Sealed]] = {}
    for each in sealed(plan):
        if each.seal is None:
            lacking.setdefault(each.meeting.id, []).append(each)
    if lacking:
        _refuse_resealing(plan, [each for found in lacking.values() for each in found])
    now = seals_of(plan)
    for name, found in lacking.items():
        meeting = plan.meetings[name]
        source = open_source(plan.root, meeting.file)
        seals = source.values.get("seals", {}) | {each.name: now[each.name] for each in found}
        change = _edit(source, _with(source.values, {"seals": seals}, tuple(keys_of(Meeting))))
        if change:
            yield change


def _refuse_resealing(plan: Plan, lacking: Sequence[Sealed]) -> None:
    """Refuse where the last commit has another seal in the same place: that one was removed."""
    head = head_of(plan.root)
    committed = load(plan.root, Revision(plan.root, head)).meetings if head else {}
    now = seals_of(plan)
    for each in lacking:
        before = committed.get(each.meeting.id)
        if before and before.seals.get(each.name) not in {None, now[each.name]}:
            said = _("{name} changed since it was sealed").format(name=each.name)
            hint = _(
                "to see what changed: git log -p {file}; undo it there, and correct it in a later "
                "meeting, with “correct”"
            ).format(file=each.file)
            raise OgpError(said, hint)
