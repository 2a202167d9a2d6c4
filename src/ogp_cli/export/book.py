"""The tables of a whole book: what its files say, and what was computed from it."""

from collections.abc import Iterator, Mapping, Sequence

from ogp_cli.export.tables import Column, Row, Tables
from ogp_cli.models.base import Part
from ogp_cli.models.commitment import Adopted, Commitment
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.organization import Organization
from ogp_cli.models.plan import PlanInfo
from ogp_cli.models.report import Report
from ogp_cli.plan import Plan
from ogp_cli.process.as_of import present
from ogp_cli.process.fold import expected
from ogp_cli.process.implementation import progress

_COMMITMENT = Column("commitment", description="The commitment.", refers="commitment")
_MEETING = Column("meeting", description="The meeting.", refers="meeting")


# The models of the records of each table, which is called after what it has.
_MODELS: dict[str, Sequence[type[Part]]] = {
    "plan": [PlanInfo],
    "institutions": [Organization],
    "commitments": Commitment.kinds(),
    "meetings": [Meeting],
    "reports": [Report],
}
Records = dict[str, Mapping[str, Part]]


def records(plan: Plan) -> Records:
    """Return what the files of a book say, by kind and id."""
    return {
        "plan": {"plan": plan.info},
        "institutions": plan.organizations,
        "commitments": plan.commitments,
        "meetings": {each.id: each for each in plan.all_meetings},
        "reports": plan.reports,
    }


def tables(plan: Plan) -> Tables:
    """Return the tables of a book.

    Those that are derived have the texts, the outcomes and the story that the meetings add up to.
    """
    info, used = plan.info, {text.language for index in plan.texts for text in index}
    languages = dict.fromkeys([info.language, *info.languages, *sorted(used)])
    found = Tables([*languages], info.language)
    for kind, each in records(plan).items():
        found.add(kind, _MODELS[kind], each)
    now = present(plan).commitments
    found.add("present", _MODELS["commitments"], now, one="commitment", is_derived=True)
    _add_outcomes(found, present(plan))
    _add_story(found, plan)
    return found


def _add_outcomes(found: Tables, plan: Plan) -> None:
    found.add_rows(
        "outcomes",
        "Where each commitment ended, and how far one of the plan is carried out.",
        [_COMMITMENT],
        (_outcome(plan, each) for each in plan.commitments.values()),
        Column("outcome", description="Its status, through merges and the adoption."),
        Column("completion", description="The last that was reported."),
        Column("period", description="The half-year of that report."),
        Column("milestones", "integer", "How many milestones stand."),
        Column("milestones_done", "integer", "How many are complete."),
    )


def _outcome(plan: Plan, commitment: Commitment) -> Row:
    row: Row = {"commitment": commitment.id, "outcome": expected(plan).outcome(commitment.id)}
    if isinstance(commitment, Adopted):
        known = progress(plan, commitment)
        row |= {"completion": known.completion, "period": known.period}
        row |= {"milestones": known.all_, "milestones_done": known.done}
    return row


def _add_story(found: Tables, plan: Plan) -> None:
    found.add_rows(
        "story",
        "What each meeting heard and decided of a commitment, in order.",
        [_COMMITMENT, Column("position", "integer", "The place in the story, counted from 1.")],
        _story(plan),
        _MEETING,
        Column("step", description="What was heard or decided."),
        Column("draft", description="Which draft a meeting to schedule is about."),
    )


def _story(plan: Plan) -> Iterator[Row]:
    for id_ in plan.commitments:
        for position, line in enumerate(expected(plan).story(id_), 1):
            row = {"commitment": id_, "position": position, "meeting": line.meeting.id}
            yield {**row, "step": line.step, "draft": line.draft}
