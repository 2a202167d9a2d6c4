"""A new report of a half-year: the commitments of the plan, with their milestones, to fill in."""

from collections.abc import Iterator
from typing import Any

from ogp_cli.edit.change import Change
from ogp_cli.errors import OgpError
from ogp_cli.ids import written
from ogp_cli.lang import choose
from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.interface import _
from ogp_cli.models.card import Completion
from ogp_cli.models.commitment import Adopted
from ogp_cli.models.partial_date import is_half_year, last_day
from ogp_cli.models.report import Said
from ogp_cli.plan import Moment, Plan
from ogp_cli.present.wording import Wording
from ogp_cli.process.as_of import present
from ogp_cli.process.fold import expected
from ogp_cli.process.implementation import reports_on, standing_milestones, to_report
from ogp_cli.process.words import COMPLETION_WORDS
from ogp_cli.store.emit import inline
from ogp_cli.store.folder import REPORTS

_ADD = N_("add the half-year to “periods” in plan.yaml")


def next_period(plan: Plan) -> str | None:
    """Return the first half-year of the plan that lacks a report; None where it lists none.

    Raises `OgpError` where the plan was not adopted, or every half-year has its report.
    """
    _refuse_before_adoption(plan)
    plan = present(plan)
    periods = sorted(plan.info.periods)
    lacking = (each for each in periods if not _is_taken(plan, each) and _to_report(plan, each))
    found = next(lacking, None)
    if periods and not found:
        raise OgpError(_("every half-year of the plan has its report"), _(_ADD))
    return found


def new_report(plan: Plan, period: str) -> Change:
    """Return the file of a new report, with all that is to be reported on.

    Each commitment has lines of its own, after a comment, so that git merges what two institutions
    write at the same time. Raises `OgpError` if the plan is not adopted, the report exists, or the
    half-year is not one of the plan.
    """
    if not is_half_year(period):
        hint = _("write the last month of the half-year, as in 2025-06")
        raise OgpError(_("“{period}” is not a half-year").format(period=period), hint)
    _refuse_before_adoption(plan)
    if _is_taken(plan, period):
        raise OgpError(_("the report of {period} has a file already").format(period=period))
    if plan.info.periods and period not in plan.info.periods:
        known = ", ".join(plan.info.periods)
        raise OgpError(
            _("{period} is not among the half-years of the plan: {known}").format(
                period=period, known=known
            ),
            _(_ADD),
        )
    plan = present(plan)
    commitments = _to_report(plan, period)
    if not commitments:
        said = _("the plan has no commitment to report on by the end of {period}")
        raise OgpError(said.format(period=period))
    earlier = {id_: each for id_, each in plan.reports.items() if id_ < period}
    say = Wording(plan.replace(reports=earlier), choose(plan.info.language))
    lines = [line for each in commitments for line in _commitment(say, each)]
    text = "".join(f"{line}\n" for line in (*_notes(say), "commitments:", *lines))
    return Change(f"{REPORTS}/{period}.yaml", None, text.encode())


def _to_report(plan: Plan, period: str) -> list[Adopted]:
    """Return the commitments that are in the plan at the end of a half-year."""
    return [plan.adopted[name] for name in to_report(plan, Moment(last_day(period)))]


def _notes(say: Wording) -> Iterator[str]:
    """Yield what the file says at its top: how to read it, and the words of `completion`."""
    yield f"# {say.t('Above each milestone: its due date and its title.')}"
    if say.plan.reports:
        last = say.t("After a key and #: the words of the last report. To keep them, remove the #.")
        yield f"# {last}"
    words = (f"{key} ({say.t(word)})" for key, word in COMPLETION_WORDS.items())
    yield f"# completion: {', '.join(words)}"


def _commitment(say: Wording, commitment: Adopted) -> Iterator[str]:
    """Yield the lines of a commitment, after a comment with its title."""
    yield f"  # {commitment.id}. {say.alone(commitment.title or '–')}"
    yield f"  {inline(written(commitment.id))}:"
    yield "    reported:"
    reports = [*reports_on(say.plan, commitment).values()]
    before = {"completion": None} | (_words(reports[-1]) if reports else {})
    yield from (f"    {key}:{_kept(value)}" for key, value in before.items())
    # An id that the card has twice is a problem there, and would be another one here.
    milestones = {each.id: each for each in standing_milestones(say.plan, commitment)}
    if milestones:
        yield "    milestones:"
    for id_, milestone in milestones.items():
        due = [say.short_date(milestone.due)] if milestone.due else []
        texts = (each for each in (milestone.deadline, milestone.title) if each)
        yield f"      # {' – '.join([*due, *map(say.alone, texts)])}"
        said = (_short(each.milestones.get(id_)) for each in reversed(reports))
        yield f"      {inline(written(id_))}:{_kept(next(filter(None, said), None))}"
    yield from ("    done: []", "    challenges:", "    evidence: []")


def _words(said: Said) -> dict[str, Any]:
    """Return how far something is, in our word and in the institution's own, by their keys."""
    values = {key: getattr(said, key) for key in ("completion", "stated", "percentage")}
    return {key: value for key, value in values.items() if value is not None}


def _short(said: Said | Completion | None) -> Any:  # noqa: ANN401 - a value of YAML
    """Return how far a milestone is, as shortly as a report can say it; None or {} for nothing."""
    if not isinstance(said, Said):
        return said
    words = _words(said)
    return words["completion"] if [*words] == ["completion"] else words


def _kept(value: Any) -> str:  # noqa: ANN401 - a value of YAML
    """Return what the last report said, to stand after a key."""
    return "" if value is None else f"  # {inline(value)}"


def _is_taken(plan: Plan, period: str) -> bool:
    return period in plan.reports or plan.is_unread(REPORTS, period)


def _refuse_before_adoption(plan: Plan) -> None:
    if expected(plan).adoption is None:
        raise OgpError(
            _("the plan has not been adopted yet"), _("a meeting adopts it, with “adopt”")
        )
