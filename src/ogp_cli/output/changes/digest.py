"""What changed between two moments, in the reader's language."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ogp_cli.lang.language import Language
from ogp_cli.models.commitment import Commitment, Entry
from ogp_cli.models.meeting import Decision, Meeting, Merge, Slot
from ogp_cli.output.words import Words
from ogp_cli.plan import Moment, Plan, moment_of
from ogp_cli.process.as_of import as_of
from ogp_cli.process.balance import Balance, balance
from ogp_cli.process.changes import Change, changes
from ogp_cli.process.vocabulary import step_of
from ogp_cli.screen import Screen


@dataclass(frozen=True, slots=True)
class Part:
    """Changes of one kind, a line each."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """The changes after the day `since`, up to and with the day `until`, and both balances.

    None stands for the beginning and the end of the book; at its beginning there is no balance.
    """

    since: Moment | None
    until: Moment | None
    before: Balance | None
    after: Balance
    changes: tuple[Change, ...]
    language: Language
    title: str
    summary: tuple[str, ...]
    parts: tuple[Part, ...]
    screen: Screen


def digest(
    plan: Plan, language: Language, since: Moment | None, until: Moment | None, screen: Screen
) -> Digest:
    """Return what changed, part by part. Names are in `language` where they have it."""
    after = as_of(plan, until) if until else plan
    before = balance(as_of(plan, since)) if since else None
    found = tuple(changes(plan, since, until))
    words = Words(plan, language)
    return Digest(
        since=since,
        until=until,
        before=before,
        after=balance(after),
        changes=found,
        language=language,
        title=words.text(plan.info.title),
        summary=tuple(_summary(words, (since, until), before, balance(after))),
        parts=tuple(_parts(words, found)),
        screen=screen,
    )


def _summary(
    words: Words, days: tuple[Moment | None, ...], before: Balance | None, after: Balance
) -> Iterator[str]:
    """Say between which days, and how the proposals stood on either."""
    terminal, label = words.language.terminal, words.language.minutes.label
    named = zip((terminal.since, terminal.until), days, strict=True)
    yield " ".join(
        [terminal.changes, *(f"{what} {words.moment(day)}" for what, day in named if day)]
    )
    if before:
        yield f"{terminal.before}{label} {words.balance(before)}"
    yield f"{terminal.after}{label} {words.balance(after)}"


def _parts(words: Words, found: tuple[Change, ...]) -> Iterator[Part]:
    terminal = words.language.terminal
    parts: dict[str, list[str]] = {
        terminal.meetings_held: [],
        terminal.proposals_made: [],
        terminal.decisions: [],
        terminal.drafting: _progress(words, found),
        terminal.planned: [],
    }
    for change in found:
        match change.of:
            case Meeting():
                parts[terminal.meetings_held].append(_meeting(words, change.of))
            case Commitment():
                parts[terminal.proposals_made].append(_proposal(words, change))
            case Slot():
                parts[terminal.planned].append(_slot(words, change.of))
            case Entry():
                pass  # those of a commitment are told together
            case decision:
                parts[terminal.decisions].append(_decision(words, change.since, decision))
    yield from (Part(heading, tuple(lines)) for heading, lines in parts.items() if lines)


def _meeting(words: Words, meeting: Meeting) -> str:
    kind = words.language.terminal.kinds[meeting.kind]
    committee = words.within(words.plan.info.committee)
    return f"{words.moment(moment_of(meeting))} – {kind.format(committee=committee)}"


def _proposal(words: Words, change: Change) -> str:
    return f"{words.day(change.day)} – {words.named(change.commitments[0])}"


def _decision(words: Words, moment: Moment, decision: Decision) -> str:
    """Say what was decided, of which, and what comes of it or why."""
    terminal = words.language.terminal
    said = f"{terminal.steps[step_of(decision)]}{words.language.minutes.label}"
    line = f"{words.moment(moment)} – {said} {words.numbers(decision.commitments)}"
    if isinstance(decision, Merge):
        return f"{line} – {words.named(decision.into)}"
    return f"{line} – {words.within(decision.reason)}" if decision.reason else line


def _progress(words: Words, found: tuple[Change, ...]) -> list[str]:
    """Say of every commitment which steps were reported of it."""
    steps: dict[str, list[str]] = {}
    for change in found:
        if isinstance(change.of, Entry):
            said = words.language.terminal.steps[change.of.step]
            steps.setdefault(change.commitments[0], []).append(said)
    label = words.language.minutes.label
    order = (each for each in words.plan.commitments if each in steps)
    return [
        f"{words.named(each)}{label} {words.language.enumerate(list(dict.fromkeys(steps[each])))}"
        for each in order
    ]


def _slot(words: Words, slot: Slot) -> str:
    moment = slot.at.isoformat(sep=" ", timespec="minutes")
    numbers = words.numbers(slot.commitments)
    return f"{moment} – {words.institutions(slot.organizations)} – {numbers}"
