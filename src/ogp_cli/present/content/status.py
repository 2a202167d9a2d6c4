"""The status of a plan: what needs attention, then a row for each commitment.

Before the plan is adopted, the rows are the proposals, and their balance adds up. Afterwards they
are the commitments of the plan, as their institutions report them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import get_args

from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import toned
from ogp_cli.models.card import Completion
from ogp_cli.models.commitment import Adopted, Commitment, Drafted
from ogp_cli.models.history import Step
from ogp_cli.plan import Plan
from ogp_cli.present.balance import balance_in_words
from ogp_cli.present.content.document import Document, Paragraph, Section, Term, tabled
from ogp_cli.present.content.orders import PHASES
from ogp_cli.present.content.table import (
    Cell,
    Column,
    Group,
    Row,
    Table,
    group_of,
    grouped,
    name_cell,
)
from ogp_cli.present.labels import COMPLETION_TONES, TONES
from ogp_cli.present.wording import Wording
from ogp_cli.process.balance import Balance, balance
from ogp_cli.process.drafting import last_step
from ogp_cli.process.fold import expected
from ogp_cli.process.implementation import Progress, progress
from ogp_cli.process.query import Query
from ogp_cli.process.stuck import Blockage, blockage
from ogp_cli.process.vocabulary import MERGED_ONLY, STATUSES, STEPS
from ogp_cli.process.words import COMPLETION_WORDS, STATUS_WORDS, STEP_WORDS

_Asked = tuple[Adopted, Progress]
_Grouping = Callable[[Wording, Sequence[Row]], Iterator[Group]]
_NOT_REPORTED = N_("not reported")


def drafting(
    plan: Plan, language: Language, query: Query, sort: str, group: str | None
) -> Document:
    """Return the status of the proposals that match a query, with their balance.

    Rows are sorted and grouped by one of the words of `PHASES`.
    """
    say, info = Wording(plan, language), plan.info
    asked = [each for each in plan.drafted.values() if query.matches(plan, each)]
    counted = balance(plan, asked if query != Query() else None)
    about = {key: getattr(info, key) for key in ("title", "country", "language", "time_zone")}
    facts = {"plan": about, "as_of": plan.as_of and str(plan.as_of)}
    rows = [_row(say, each) for each in asked]
    columns = _columns(say, has_status=group not in {None, "status"})
    by = PHASES["drafting"].orders[sort], group
    summary = [balance_in_words(say, counted, after=_unread(say))]
    return _document(say, (rows, columns, _by_outcome), by, (counted, facts), summary)


def implementation(
    plan: Plan, language: Language, query: Query, sort: str, group: str | None
) -> Document:
    """Return the commitments of the plan that match a query, as their institutions report them.

    Rows are sorted and grouped by one of the words of `PHASES`. Overdue means: due before
    `plan.day`.
    """
    say = Wording(plan, language)
    known = ((each, progress(plan, each)) for each in plan.adopted.values())
    asked = [each for each in known if query.matches(plan, *each)]
    counted = balance(plan)
    facts = {"phase": "implementation", "as_of": plan.as_of and str(plan.as_of), "day": plan.day}
    rows = [_reported(say, *each) for each in asked]
    by = PHASES["implementation"].orders[sort], group
    summary = [] if query != Query() else [Paragraph(balance_in_words(say, counted).text)]
    summary.append(completions(say, asked))
    columns = _reported_columns(say, has_status=group not in {None, "status"})
    return _document(say, (rows, columns, _by_completion), by, (counted, facts), summary)


def _document(
    say: Wording,
    parts: tuple[list[Row], tuple[Column, ...], _Grouping],
    by: tuple[str, str | None],
    known: tuple[Balance, Mapping[str, object]],
    summary: Iterable[Paragraph],
) -> Document:
    """Return what both phases have in common: rows in the order of a column, in groups."""
    (rows, columns, grouping), (sort, group), (counted, facts) = parts, by, known
    ordered = tuple(sorted(rows, key=lambda row: row[sort].rank))
    table = Table(
        caption=say.rich("Status"),
        columns=columns,
        groups=tuple(_groups(say, ordered, group) if group else grouping(say, ordered)),
        order=() if group else ordered,
        name="commitments",
        brief=True,
    )
    counts = Counter(row[group].fact for row in ordered) if group else {}
    common = {
        "balance": counted.facts,
        "unread": sorted(say.plan.unread),  # files that could not be read
        "groups": [{"key": key, "count": count} for key, count in counts.items()],
    }
    return Document(
        kind="status",
        language=say.language,
        locale=say.tag,
        title=say.plan_title(),
        day=say.plan.day,
        sections=(
            Section("summary", (), tuple(summary)),
            tabled("commitments", table),
        ),
        facts={**facts, **common, table.name: table.facts(ordered)},
        table=table,
    )


def _groups(say: Wording, rows: Iterable[Row], by: str) -> Iterator[Group]:
    """Yield the rows with the same words in a column."""
    for cell, found in grouped(rows, by):
        heading = cell.lines[0] if cell.lines else say.literal("—")
        yield group_of(heading, found, say.language.code)


def _names(say: Wording, commitment: Commitment) -> dict[str, Cell]:
    """Return the cells of a title, after the id of what has no number, and of the leads."""
    title = say.title(commitment) if commitment.title else ()
    shown = title if commitment.number else say.named(commitment.id)
    return {
        "title": name_cell(shown)._replace(fact=commitment.title),
        "lead": say.institution_cell(commitment.lead),
    }


def _columns(say: Wording, *, has_status: bool) -> tuple[Column, ...]:
    """Return the columns; a page has no status where the headings of the groups say it."""
    return (
        Column("id", say.rich("Id"), on="sheet"),
        Column("number", say.rich("No."), "number"),
        Column("title", say.rich("Title"), least=24),
        Column("lead", say.rich("Lead"), least=14, drop=2),
        Column("status", say.rich("Status"), on="" if has_status else "sheet"),
        Column("outcome", say.rich("Outcome"), drop=3),
        Column("merged_into", say.rich("Merged into"), on="sheet"),
        Column("drafting", say.rich("Drafting"), least=22, drop=1),
        Column("next_meeting", say.rich("Next meeting"), "moment"),
        Column("stuck", say.rich("Stuck"), on="sheet"),
    )


def _row(say: Wording, commitment: Drafted) -> Row:
    plan, status, into = say.plan, commitment.status, commitment.merged_into
    slot, held = plan.next_slot(commitment.id), blockage(plan, commitment)
    outcome, number = outcome_of(plan, commitment), commitment.number
    meeting = say.moment_cell(slot.at if slot else None)
    stuck = say.cell(_why(say, held) if held.is_stuck else "", held.is_stuck, tone="alert")
    return {
        "id": say.cell(commitment.id, commitment.id),
        "number": say.cell(say.label(number) if number else "", number)._replace(header=True),
        **_names(say, commitment),
        "status": _word(say, status)._replace(rank=STATUSES.index(status)),
        "outcome": _word(say, outcome) if outcome != status else Cell(fact=outcome),
        "merged_into": say.cell(into or "", into),
        "steps": Cell(fact=[line.step for line in expected(plan).story(commitment.id)]),
        "drafting": _drafting(say, last_step(plan, commitment)),
        "next_meeting": meeting if meeting.lines else meeting._replace(lines=stuck.lines),
        "stuck": stuck,
        "waiting": Cell(fact=held.waits),
        "overdue": Cell(fact=held.overdue),
        "idle": Cell(fact=held.idle, rank=-held.idle),
    }


def _word(say: Wording, status: str) -> Cell:
    return say.cell(say.rich(STATUS_WORDS[status]), status, tone=TONES[status])


def _drafting(say: Wording, step: Step | None) -> Cell:
    """Return the last step of the drafting; commitments without one come last."""
    if step is None:
        return Cell(rank=len(STEPS))
    return say.cell(say.rich(STEP_WORDS[step]), step)._replace(rank=STEPS.index(step))


def outcome_of(plan: Plan, commitment: Commitment) -> str:
    """Return the outcome of a commitment, through its merge or the adoption; else its status."""
    ledger = expected(plan)
    through = commitment.status == "merged" or ledger.adoption
    return ledger.outcome(commitment.id) if through else commitment.status


def _why(say: Wording, why: Blockage) -> str:
    if why.waits:
        return say.t("not scheduled")
    if why.overdue:
        return say.t("date passed")
    return say.plural("nothing for {n} meeting", "nothing for {n} meetings", why.idle)


def _unread(say: Wording) -> str:
    """Return how many files could not be read."""
    unread = len(say.plan.unread)
    if not unread:
        return ""
    return say.plural("{n} file could not be read", "{n} files could not be read", unread)


def _by_outcome(say: Wording, rows: Sequence[Row]) -> Iterator[Group]:
    """Yield what is stuck, then the others by status; members below the title of their merge."""
    code = say.language.code
    if stuck := [row for row in rows if row["stuck"].fact]:
        yield group_of(toned(say.rich("Needs attention"), "alert"), stuck, code)
    targets = {row["merged_into"].fact for row in rows}
    left = [
        row
        for row in rows
        if not row["stuck"].fact
        and not (row["status"].fact in MERGED_ONLY and row["id"].fact in targets)
    ]
    for status, found in grouped(left, "status"):
        for into in dict.fromkeys(row["merged_into"].fact for row in found):
            heading = toned(say.rich(STATUS_WORDS[status.fact]), TONES[status.fact])
            if into:
                heading += say.literal(f"{say.language.colon} ") + say.named(into)
            members = [row for row in found if row["merged_into"].fact == into]
            yield group_of(heading, members, code)


def _reported_columns(say: Wording, *, has_status: bool) -> tuple[Column, ...]:
    """Return the columns; on a page, some have two facts."""
    completion, milestones = say.rich("Reported completion"), say.card_label("milestones")
    return (
        Column("id", say.rich("No.")),
        Column("title", say.rich("Title"), least=24),
        Column("lead", say.rich("Lead"), least=14, drop=2),
        Column("axis", say.literal(say.card_label("axis")), least=18, drop=3),
        Column("status", say.rich("Status"), on="" if has_status else "sheet"),
        Column("reported", completion, on="page"),
        Column("completion", completion, on="sheet"),
        Column("period", say.rich("Half-year"), "moment", on="sheet"),
        Column("stated", say.rich("Stated by the institution"), least=10, drop=2),
        Column("complete", say.literal(milestones), on="page", drop=1),
        Column("milestones_done", say.rich("Milestones complete"), "number", on="sheet"),
        Column("milestones", say.literal(milestones), "number", on="sheet"),
        Column("next_due", say.rich("Next due"), "moment"),
        Column("next_milestone", say.rich("Next milestone"), on="sheet"),
        Column("overdue", say.rich("Overdue"), on="sheet"),
    )


def _reported(say: Wording, commitment: Adopted, known: Progress) -> Row:
    due, status, completion = known.next, commitment.status, known.completion
    done = f"{known.done}/{known.all_}" if known.all_ else ""
    word = say.rich(COMPLETION_WORDS[completion]) if completion else ()
    rank = get_args(Completion).index(completion) if completion else -1
    period = say.fill(" ({period})", period=say.code(known.period)) if completion else ()
    overdue = [each.milestone.id for each in known.overdue]
    next_ = due.milestone.id if due else ""
    return {
        "id": say.cell(commitment.id, commitment.id)._replace(header=True),
        "number": Cell(fact=commitment.number),
        **_names(say, commitment),
        "supporting": Cell(fact=commitment.supporting),
        "axis": name_cell(say.axis(commitment.axis), commitment.axis),
        "status": _word(say, status)._replace(rank=STATUSES.index(status)),
        "reported": say.cell(word + period),
        "completion": say.cell(word, completion)._replace(rank=rank),
        "period": Cell(fact=known.period),
        "stated": say.cell(say.text(known.stated), known.stated),
        "complete": say.cell(say.code(done) if done else ""),
        "milestones_done": Cell(fact=known.done),
        "milestones": Cell(fact=known.all_),
        "next_due": _due(say, known),
        "next_milestone": say.cell(next_, next_),
        "overdue": say.cell(", ".join(overdue), overdue),
        "adopted_from": Cell(fact=commitment.adopted_from),
        "ogp": Cell(fact=commitment.ogp),
    }


def _due(say: Wording, known: Progress) -> Cell:
    """Return when the next milestone is due; on a page, those that are overdue take its place."""
    date = known.next.date if known.next else None
    if not known.overdue:
        number = say.code(known.next.milestone.id) if known.next else ""
        return say.due_cell(date, say.literal(f"{say.short_date(date)} ({number})"))
    ids = say.language.enumerate([say.code(each.milestone.id) for each in known.overdue])
    said = say.after_label(say.t("overdue"), ids)
    return say.due_cell(date)._replace(lines=(toned(say.literal(said), "alert"),))


def _by_completion(say: Wording, rows: Sequence[Row]) -> Iterator[Group]:
    """Yield what is overdue, then the others by completion, then what has ended."""
    code = say.language.code
    if late := [row for row in rows if row["overdue"].fact]:
        on = say.rich("Overdue on {day}", day=say.day(say.plan.day))
        yield group_of(toned(on, "alert"), late, code)
    left = [row for row in rows if not row["overdue"].fact]
    living = [row for row in left if row["status"].fact == "adopted"]
    for cell, found in grouped(living, "completion"):
        word = say.rich(COMPLETION_WORDS[cell.fact] if cell.fact else _NOT_REPORTED)
        yield group_of(toned(word, COMPLETION_TONES.get(cell.fact, "")), found, code)
    for cell, found in grouped([row for row in left if row not in living], "status"):
        yield group_of(cell.lines[0], found, code)


def completions(say: Wording, asked: Iterable[_Asked]) -> Paragraph:
    """Return how many commitments are reported as what, in one sentence."""
    living = [known for commitment, known in asked if commitment.status == "adopted"]
    counted = Counter(each.completion for each in living)
    words = [each for each in (*reversed(get_args(Completion)), None) if counted[each]]
    tones = [COMPLETION_TONES.get(each, "") for each in words]
    terms = [
        toned(
            say.literal(
                f"{say.t(COMPLETION_WORDS[each] if each else _NOT_REPORTED)} ({counted[each]})"
            ),
            tone,
        )
        for each, tone in zip(words, tones, strict=True)
    ]
    said = say.enumerated_in(terms) if terms else say.literal("—")
    label = say.literal(say.after_label(say.t("Reported completion"), ""))
    sizes = zip((counted[each] for each in words), tones, strict=True)
    return Paragraph(label + said, terms=tuple(Term(*each) for each in sizes))
