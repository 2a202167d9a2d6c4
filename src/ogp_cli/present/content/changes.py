"""From two moments to what changed between them."""

from collections.abc import Iterator

from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import RichText, linked
from ogp_cli.models.card import IrmCoding
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.decision import (
    Adoption,
    Amendment,
    Decision,
    Explanation,
    Merge,
    Withdrawal,
)
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.report import Reported
from ogp_cli.plan import Moment, Plan, SlotLife
from ogp_cli.present.balance import balance_in_words
from ogp_cli.present.content.document import Document, Paragraph, Section, tabled
from ogp_cli.present.content.table import Cell, Column, Group, Row, Table, group_of
from ogp_cli.present.decisions import decisions
from ogp_cli.present.labels import IRM, PRESENTED
from ogp_cli.present.wording import Wording
from ogp_cli.process.as_of import as_of, present
from ogp_cli.process.balance import Balance, balance
from ogp_cli.process.changes import ChangeEntry
from ogp_cli.process.changes import changes as changes_of
from ogp_cli.process.ledger import Line
from ogp_cli.process.words import COMPLETION_WORDS, STATUS_WORDS, STEP_WORDS

Moments = tuple[Moment | None, Moment | None]


def changes(plan: Plan, moments: Moments, language: Language) -> Document:
    """Return the changes after the first moment, up to and including the second, and both balances.

    None means the beginning or the end of the book; there is no balance at the beginning.
    """
    since, until = moments
    now = as_of(plan, until) if until else present(plan)
    say = Wording(now, language)
    before = balance(as_of(plan, since)) if since else None
    after = balance(now)
    found = changes_of(plan, since, until)
    table = _table(say, found)
    nothing = Paragraph(say.rich("No changes."))
    return Document(
        kind="changes",
        language=language,
        locale=say.tag,
        title=say.text(plan.info.title),
        day=until.day if until else plan.day,
        sections=(
            Section("summary", (), tuple(_summary(say, moments, before, after))),
            tabled("changes", table),
            Section("nothing", (), () if found else (nothing,)),
        ),
        facts={
            "since": since and str(since),
            "until": until and str(until),
            "before": before and before.facts,
            "after": after.facts,
            "changes": list(map(_facts, found)),
        },
        table=table,
    )


def _table(say: Wording, found: list[ChangeEntry]) -> Table:
    return Table(
        caption=say.rich("Changes"),
        columns=(
            Column("kind", say.rich("Kind"), on="sheet"),
            Column("day", say.rich("Date"), "moment", least=10),
            Column("text", say.rich("What changed"), least=20),
        ),
        groups=tuple(_groups(say, found)),
        name="changes",
    )


def _summary(
    say: Wording, moments: Moments, before: Balance | None, after: Balance
) -> Iterator[Paragraph]:
    """Yield the two moments and the balance at each."""
    named = zip((say.t("after"), say.t("until")), moments, strict=True)
    between = (f"{what} {say.code(day)}" for what, day in named if day)
    yield Paragraph(say.literal(" ".join([say.t("What changed"), *between])))
    if before:
        label = say.after_label(say.t("Balance before"), "")
        yield Paragraph(balance_in_words(say, before, label).text)
    yield balance_in_words(say, after, say.after_label(say.t("Balance after"), ""))


def _groups(say: Wording, found: list[ChangeEntry]) -> Iterator[Group]:
    """Yield the changes by their kind, each with its day."""
    lives = {
        each.of.scheduled.at: (each.since, each.of)
        for each in found
        if isinstance(each.of, SlotLife)
    }
    parts: dict[str, tuple[RichText, list[tuple[Moment, RichText]]]] = {
        "meetings": (say.rich("Meetings held"), []),
        "proposals": (say.rich("New proposals"), []),
        "decisions": (say.rich("Decisions"), []),
        "progress": (say.rich("Drafting"), _progress(say, found)),
        "schedule": (say.rich("Meetings planned"), [_slot(say, *each) for each in lives.values()]),
        "reports": (say.rich("Reported completion"), []),
        "irm": (say.rich(IRM), []),
    }
    for change in found:
        match change.of:
            case Meeting():
                kind, said = "meetings", [_meeting(say, change.of)]
            case Commitment():
                kind, said = "proposals", [say.named(change.of.id)]
            case Line() | SlotLife():
                continue  # the steps of a commitment are listed together; a slot once
            case Reported():
                kind, said = "reports", [_report(say, change, change.of)]
            case IrmCoding():
                report = linked(say.literal(say.code(change.of.report)), change.of.link)
                kind = "irm"
                said = [say.named(change.commitments[0]) + say.literal(" – ") + report]
            case decision:
                kind, said = "decisions", _decisions(say, decision, change.with_it)
        parts[kind][1].extend((change.since, each) for each in said)
    for kind, (heading, lines) in parts.items():
        rows = [_row(say, say.cell(heading, kind), *each) for each in lines]
        if rows:
            yield group_of(heading, rows, say.language.code)


def _row(say: Wording, kind: Cell, since: Moment, said: RichText) -> Row:
    """Return a change with its day, and the meeting where the day alone does not tell it."""
    day, moment = str(since.day), str(since)
    named = "" if moment == day else f" ({say.code(moment)})"
    when = say.literal(say.short_date(day) + named)
    return {"kind": kind, "day": say.due_cell(day, when), "text": say.cell(said)}


def _meeting(say: Wording, meeting: Meeting) -> RichText:
    said = say.meeting_kind(meeting)
    if not meeting.presented:
        return said
    return said + say.literal(" – ") + say.rich(PRESENTED, period=say.half_year(meeting.presented))


def _report(say: Wording, change: ChangeEntry, reported: Reported) -> RichText:
    """Return what was reported of a commitment of the plan for a half-year."""
    milestones = say.completions(reported)
    said = say.t(COMPLETION_WORDS[reported.completion]) if reported.completion else ""
    if not said and milestones:
        said = say.after_label(say.card_label("milestones"), milestones)
    stated = say.fill(" – {stated}", stated=say.text(reported.stated)) if reported.stated else ()
    return (
        say.named(change.commitments[0])
        + say.literal(say.after_label("", said) if said else "")
        + stated
        + say.literal(f" ({say.code(change.period)})")
    )


def _decisions(say: Wording, decision: Decision, with_it: tuple[str, ...]) -> list[RichText]:
    """Return a decision: its commitments, what ends with them, and the target or the reason.

    Decisions on the plan are whole sentences, one for each of its commitments.
    """
    step = decision.step
    if step is None or isinstance(decision, Adoption | Amendment | Withdrawal):
        return [text for each in decisions(say, decision) for text in (each.text, *each.changes)]
    said = say.t(STEP_WORDS[step])
    if isinstance(decision, Explanation) and say.explained(decision.explain) == "not-adopted":
        said = say.t(STATUS_WORDS["not-adopted"])
    line = say.after_label(said, say.numbers(decision.commitments))
    if with_it:
        line += f" ({say.after_label(say.t('with it'), say.numbers(with_it))})"
    if isinstance(decision, Merge):
        return [say.literal(f"{line} – ") + say.named(decision.into)]
    reason = getattr(decision, "reason", None)
    if not reason:
        return [say.literal(line)]
    return [say.fill("{line} – {reason}", line=line, reason=say.text(reason))]


def _progress(say: Wording, found: list[ChangeEntry]) -> list[tuple[Moment, RichText]]:
    """Return for each commitment the steps that were reported, and the last moment."""
    steps: dict[str, dict[str, Moment]] = {}
    for change in found:
        if isinstance(change.of, Line):
            said = say.t(STEP_WORDS[change.of.step])
            steps.setdefault(change.commitments[0], {})[said] = change.since
    return [
        (
            max(steps[each].values()),
            say.named(each)
            + say.literal(say.after_label("", say.language.enumerate(list(steps[each])))),
        )
        for each in say.plan.commitments
        if each in steps
    ]


def _slot(say: Wording, since: Moment, life: SlotLife) -> tuple[Moment, RichText]:
    """Return a slot with what became of it last."""
    state = "" if life.state == "open" else f" – {say.slot_state(life)}"
    return since, say.fill(
        "{at} – {who} – {what}",
        at=say.moment_cell(life.slot.at).lines[0],
        who=say.named_institutions(life.slot.organizations),
        what=say.numbers(life.slot.commitments) + state,
    )


def _facts(change: ChangeEntry) -> dict[str, object]:
    """Return the facts of a change for programs: `step`, or `into` for a merge.

    A slot has its `state` (`open`, `moved`, `called-off`, `held`), when it is (`at`), and when it
    was first `scheduled`.
    `minutes` is the meeting whose minutes are approved or corrected.
    `with_it` are the proposals that end with a merged commitment that is cancelled.
    `kind` is `meeting`, `proposal`, `step`, `slot`, `report`, `irm`, or the step that a decision
    stands for. A report has its `period`, its `completion`, what was `stated`, and
    the completion of each of its `milestones`; a meeting has what it `presented`.
    """
    details = {
        "step": change.of.step if isinstance(change.of, Line) else None,
        **(_slot_facts(change.of) if isinstance(change.of, SlotLife) else {}),
        "into": getattr(change.of, "into", None),
        "minutes": getattr(change.of, "approve", getattr(change.of, "correct", None)),
        "with_it": change.with_it or None,
        "presented": getattr(change.of, "presented", None),
        "period": change.period,
        "completion": getattr(change.of, "completion", None),
        "stated": getattr(change.of, "stated", None),
        "milestones": getattr(change.of, "completions", None) or None,
    }
    return {
        "day": change.day,
        "kind": change.kind,
        "commitments": change.commitments,
        "meeting": change.meeting,
        **{key: value for key, value in details.items() if value is not None},
    }


def _slot_facts(life: SlotLife) -> dict[str, object]:
    at, scheduled = str(life.slot.at), str(life.scheduled.slot.at)
    return {"at": at, "state": life.state, "scheduled": scheduled}
