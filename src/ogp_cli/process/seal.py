"""Seals: digests of the facts that approved minutes print, and of cards as they were adopted."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from ogp_cli.lang.rich_text import translate
from ogp_cli.models.base import is_model
from ogp_cli.models.meeting import Agreed, Meeting
from ogp_cli.plan import Plan
from ogp_cli.plan.hygiene import clean_text
from ogp_cli.problem import Place
from ogp_cli.process.acts import acts_of, named_by
from ogp_cli.process.as_of import info_on, organization_on, reported_by
from ogp_cli.process.fold import ledgers
from ogp_cli.process.ledger import Ledger, State
from ogp_cli.process.vocabulary import ENDED

# What may be added to a meeting after its minutes were approved.
_OUTSIDE = {"accept", "documents", "seals"}
_VERSION = 1


@lru_cache(maxsize=2)
def seals_of(plan: Plan) -> Mapping[str, str]:
    """Return the seal of each meeting, and of each card as adopted, as `1:ar:sha256:…`.

    A seal names the plan's main language, in which texts count, as text hygiene leaves them. A key
    that is absent counts as its default.
    """
    found = {}
    for meeting, ledger in ledgers(plan):
        found[meeting.id] = _seal(plan, [*_printed(plan, meeting, ledger)])
        for name, _ in adopted_at(plan, meeting):
            found[name] = _seal(plan, _card(ledger.state(name)))
    return found


def adopted_at(plan: Plan, meeting: Meeting) -> Iterator[tuple[str, Place]]:
    """Yield the commitments that a meeting adopts into the plan, by their ids, with the place."""
    for decided in plan.index.decisions_of(meeting.id):
        if decided.decision.step == "adopted":
            for act in acts_of(decided):
                if act.target and act.target_at:
                    yield act.target, act.target_at


def _seal(plan: Plan, facts: object) -> str:
    text = json.dumps(
        _facts(facts, plan.info.language),
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{_VERSION}:{plan.info.language}:sha256:{digest}"


def _printed(plan: Plan, meeting: Meeting, ledger: Ledger) -> Iterator[object]:
    """Yield what the minutes of a meeting print: its own facts, and those that they take along."""
    yield meeting
    names = _named(plan, meeting, ledger)
    yield {name: [_number(plan, name), ledger.state(name).card.get("title")] for name in names}
    found = (plan.institutions.chain(each) for each in _institutions(meeting))
    yield {
        each: organization_on(plan.organizations[each], meeting.date).name
        for chain in found
        for each in chain
    }
    info = info_on(plan.info, meeting.date)
    invited = (each for slot in meeting.schedule for each in slot.attendees)
    yield {each: info.groups.get(each) for each in (*meeting.attendance, *invited)}
    yield [info.committee, info.letterhead, info.signatories]
    lines = {name: ledger.state(name).lines_of(meeting) for name in names}
    changes = {
        name: [[list(each) for each in line.changes] for line in story if line.changes]
        for name, story in lines.items()
    }
    yield {name: each for name, each in changes.items() if each}
    report = reported_by(plan, meeting.date).get(meeting.presented or "")
    yield report.commitments if report else {}


def _number(plan: Plan, name: str) -> int | str | None:
    known = plan.commitments.get(name)
    return known.number if known else None


def _named(plan: Plan, meeting: Meeting, ledger: Ledger) -> list[str]:
    """Return the commitments that the minutes name, or that the meeting reviewed."""
    decided = plan.index.decisions_of(meeting.id)
    direct = {name for each in decided for name in named_by(each)}
    made_of = {name for each in direct for name in ledger.sources(each)}
    slots = {name for slot in meeting.schedule for name in slot.commitments}
    found = direct | made_of | slots | {*meeting.coordinated_commitments}
    for name, state in ledger.states.items():
        is_open = meeting.reviewed == "all" and state.is_there and state.status not in ENDED
        if is_open or state.lines_of(meeting):
            found.add(name)
    return sorted(found)


def _institutions(meeting: Meeting) -> set[str]:
    people = {person.organization for _, person in meeting.people}
    slots = {each for slot in meeting.schedule for each in slot.organizations}
    agreed = {each for point in meeting.agreed if isinstance(point, Agreed) for each in point.by}
    return people | slots | agreed | {*meeting.organizations}


def _card(state: State) -> object:
    return {"card": state.card, "milestones": list(state.milestones.values())}


def _facts(value: Any, main: str) -> Any:  # noqa: ANN401 - any value of a file
    if is_model(type(value)):
        return {
            field.alias or name: _facts(getattr(value, name), main)
            for name, field in type(value).model_fields.items()
            if name not in _OUTSIDE
            and getattr(value, name) != field.get_default(call_default_factory=True)
        }
    if isinstance(value, Mapping):
        if value and all(isinstance(each, str) for each in value.values()) and main in value:
            return clean_text(translate(value, main, main).text)
        return {key: _facts(each, main) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_facts(each, main) for each in value]
    if isinstance(value, str):
        return clean_text(value)
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value
