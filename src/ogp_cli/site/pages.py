"""The pages of a book in a language: where each stands, its template, and what it shows.

A kind of page that the book has nothing for is left out, and so is its section.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import pairwise
from typing import Any, TypeVar

from ogp_cli.lang.catalogue import C_
from ogp_cli.models.commitment import Adopted, Commitment, Proposal
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import moment_of
from ogp_cli.present.content.minutes import minutes
from ogp_cli.process.changes import ChangeEntry
from ogp_cli.process.drafting import last_step, promised
from ogp_cli.process.implementation import progress
from ogp_cli.process.ledger import Line
from ogp_cli.process.stuck import blockage
from ogp_cli.process.words import STEP_WORDS
from ogp_cli.site import dates, drawings, execution, outcomes
from ogp_cli.site.flow import STOPS
from ogp_cli.site.news import News, brief, news
from ogp_cli.site.view import View, used
from ogp_cli.site.words import ANSWERS, DATA, MEANINGS

C = TypeVar("C", bound=Commitment)
Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: its folder, from that of the language; what it shows is found when it is written.

    `section` is the folder of the section that it belongs to, `of` the proposal that it is about.
    """

    path: str
    template: str
    title: str
    section: str = ""
    facts: Callable[[], Facts] = dict
    of: Proposal | None = None
    filters: bool = False

    @property
    def root(self) -> str:
        """The way to the folder of the language."""
        return "../" * self.path.count("/")


@dataclass
class Site:
    """The pages of a language, and what the home page, the calendar and the feed share."""

    view: View
    pages: list[Page] = field(default_factory=list)
    news: list[News] = field(default_factory=list)
    events: list[dates.Event] = field(default_factory=list)

    @cached_property
    def sections(self) -> list[Page]:
        """The pages that the sections begin with; those of the plan come first."""
        found = [each for each in self.pages if each.path and each.path == each.section]
        return sorted(found, key=lambda page: page.path != "commitments/")


def site(view: View, changes: Iterable[ChangeEntry]) -> Site:
    """Return the pages of a book in a language; `changes` are all of the book."""
    found = Site(view, news=news(view, changes), events=dates.events(view))
    makers = (_proposals, _commitments, _meetings, _calendar, _institutions, _news, _data, _about)
    found.pages = [page for make in makers for page in make(found)]
    found.pages.insert(0, _home(found))
    return found


def _home(site: Site) -> Page:
    view = site.view

    def facts() -> Facts:
        matrix, found = execution.matrix(view), outcomes.groups(view)
        return {
            "matrix": matrix,
            "figure": outcomes.figure(view, found) if view.proposals else None,
            "groups": [each for each in found if each.outcome in STOPS] if matrix else found,
            "latest": brief(site.news, 3),
            "coming": dates.sides(view.plan, site.events).coming[:4],
            "last": next(iter([*view.plan.meetings.values()][::-1]), None),
        }

    return Page(path="", template="home", title=view.say.alone(view.plan.info.title), facts=facts)


def _proposals(site: Site) -> Iterator[Page]:
    view = site.view
    if not view.proposals:
        return
    section, title = "proposals/", view.t("Proposals")

    def facts() -> Facts:
        return {"rows": [_proposal_row(view, each) for each in view.proposals]}

    yield Page(
        path=section,
        template="proposals",
        title=title,
        section=section,
        facts=facts,
        filters=True,
    )
    for before, each, after in _with_neighbours(view.proposals):
        yield Page(
            path=view.path(each),
            template="proposal",
            title=view.name(each),
            section=section,
            facts=partial(_proposal, view, each, (before, after)),
            of=each,
        )


def _proposal_row(view: View, proposal: Proposal) -> Facts:
    outcome = view.outcomes[proposal.id]
    ends = [view.plan.commitments.get(each) for each in view.ledger.ends(proposal.id)]
    return {
        "of": proposal,
        "outcome": outcome,
        "ends": [each for each in ends if each and each is not proposal],
        "reason": view.reason(proposal),
        **_drafting(view, proposal),
    }


def _drafting(view: View, proposal: Proposal) -> Facts:
    """Return how far the drafting is, and the next meeting on a proposal, until it is over."""
    is_over = view.balance.is_adopted or view.outcomes[proposal.id] in STOPS
    step = None if is_over else last_step(view.plan, proposal)
    slot = None if is_over else view.plan.next_slot(proposal.id)
    held_up = blockage(view.plan, proposal)
    line = promised(view.plan, proposal) if held_up.waits or held_up.overdue else None
    passed = view.plan.open_slots(proposal.id)[-1].slot if held_up.overdue else None
    return {
        "drafting": view.t(STEP_WORDS[step]) if step else "",
        "slot": slot,
        "waits": line if held_up.waits else None,
        "passed": passed,
    }


def _proposal(view: View, proposal: Proposal, sides: tuple[Any, Any]) -> Facts:
    outcome, root = view.outcomes[proposal.id], "../../"
    line = outcomes.lineage(view, proposal, root)
    others = [each for each in line.members if each is not proposal] if line else []
    return {
        "c": proposal,
        "outcome": outcome,
        "answer": view.t(ANSWERS[outcome], numbers=view.numbers(others)),
        "meaning": view.t(MEANINGS[outcome]),
        "reason": view.reason(proposal),
        "line": line,
        "decided": view.decided_at(proposal),
        "story": _story(view, proposal),
        "sides": sides,
        **_drafting(view, proposal),
    }


def _story(view: View, commitment: Commitment) -> list[tuple[Meeting, list[Any]]]:
    """Return what each meeting said of a commitment, and of the merge that it is in, newest first.

    What is said of both stands once.
    """
    known, path = view.plan.commitments, view.ledger.path(commitment.id)
    merges = [known[each] for each in path if each in known and not view.path(known[each])]
    lines: list[tuple[Line, Commitment]] = [
        (line, each) for each in (commitment, *merges) for line in view.ledger.story(each.id)
    ]
    lines.sort(key=lambda each: moment_of(each[0].meeting))
    said: dict[str, tuple[Meeting, dict[Any, None]]] = {}
    for line, of in lines:
        entry = said.setdefault(line.meeting.id, (line.meeting, {}))
        entry[1][view.rich(view.say.step(of, line))] = None
    return [(meeting, [*sentences]) for meeting, sentences in reversed(said.values())]


def _commitments(site: Site) -> Iterator[Page]:
    view = site.view
    if not view.commitments:
        return
    section, title = "commitments/", view.t("Commitments")

    def facts() -> Facts:
        axes: dict[str | None, list[Adopted]] = {}
        for each in view.commitments:
            axes.setdefault(each.axis, []).append(each)
        return {"matrix": execution.matrix(view), "axes": axes}

    yield Page(path=section, template="commitments", title=title, section=section, facts=facts)
    for before, each, after in _with_neighbours(view.commitments):
        yield Page(
            path=view.path(each),
            template="commitment",
            title=view.name(each),
            section=section,
            facts=partial(_commitment, view, each, (before, after)),
        )


def _commitment(view: View, commitment: Adopted, sides: tuple[Any, Any]) -> Facts:
    known = progress(view.plan, commitment)
    steps = execution.steps(view, commitment, known)
    line = outcomes.lineage(view, commitment, "../../")
    accounts = execution.accounts(view, commitment)
    is_out = commitment.status in {"withdrawn", "replaced"}
    return {
        "c": commitment,
        "progress": known,
        "far": execution.far(view, known.completion) if known.period else None,
        "card": [key for key in _TEXTS if getattr(commitment, key)],
        "steps": steps,
        "years": drawings.years(execution.span_of(view, commitment)) if steps else "",
        "accounts": accounts,
        "findings": [(each, execution.finding(view, each)) for each in commitment.irm],
        "line": line,
        "story": _story(view, commitment),
        "reason": view.reason(commitment) if is_out else None,
        "decided": view.decided_at(commitment) if is_out else None,
        "replaced": [view.plan.commitments[each] for each in _replaced(view, commitment)],
        "sides": sides,
    }


_TEXTS = ("problem", "so_far", "solution", "results")


def _replaced(view: View, commitment: Adopted) -> list[str]:
    ends = view.ledger.ends(commitment.id) if commitment.status == "replaced" else []
    return [each for each in ends if each in view.plan.commitments]


def _meetings(site: Site) -> Iterator[Page]:
    view, plan = site.view, site.view.plan
    if not plan.all_meetings:
        return
    section = "meetings/"

    def facts() -> Facts:
        return {"coming": [*plan.planned.values()], "held": [*plan.meetings.values()][::-1]}

    yield Page(
        path=section, template="meetings", title=view.t("Meetings"), section=section, facts=facts
    )
    for each in plan.all_meetings:
        yield Page(
            path=view.path(each),
            template="meeting",
            title=f"{view.kind(each).striptags()} – {view.day(each.date)}",
            section=section,
            facts=partial(_meeting, view, each),
        )


def _meeting(view: View, meeting: Meeting) -> Facts:
    document = minutes(view.plan.book or view.plan, meeting, view.language)
    folder = f"{view.prefix}{view.path(meeting)}"
    files = [(f"minutes.{each}", name) for each, name in (("pdf", "PDF"), ("docx", "Word"))]
    return {
        "m": meeting,
        "doc": document,
        "sections": [
            each for each in document.sections if each.blocks and each.name != "signatures"
        ],
        "files": [
            (file, name, view.files[folder + file])
            for file, name in files
            if folder + file in view.files
        ],
        "proposals": {view.say.label(view.number(each)): each for each in view.proposals},
        "commitments": {view.say.label(view.number(each)): each for each in view.commitments},
    }


def _calendar(site: Site) -> Iterator[Page]:
    view = site.view
    if not site.events:
        return

    def facts() -> Facts:
        found = dates.sides(view.plan, site.events)
        return {"dates": found, "always": dates.always_invited(found.coming)}

    path, title = "calendar/", view.t("Calendar")
    yield Page(path=path, template="calendar", title=title, section=path, facts=facts)


def _institutions(site: Site) -> Iterator[Page]:
    view, plan = site.view, site.view.plan
    if not plan.organizations:
        return
    section = "institutions/"
    led = _by_institution(view, view.proposals)
    carried = _by_institution(view, view.commitments)

    def facts() -> Facts:
        sectors: dict[str, list[str]] = {}
        for id_, each in plan.organizations.items():
            sectors.setdefault(each.sector, []).append(id_)
        return {"sectors": sectors, "led": led, "carried": carried}

    title = view.t(C_("site", "Institutions"))
    yield Page(path=section, template="institutions", title=title, section=section, facts=facts)
    for id_ in plan.organizations:
        yield Page(
            path=view.path(id_),
            template="institution",
            title=view.say.institution_name(id_),
            section=section,
            facts=partial(_institution, site, id_, led.get(id_, []), carried.get(id_, [])),
        )


def _institution(
    site: Site, id_: str, led: Sequence[Proposal], carried: Sequence[Adopted]
) -> Facts:
    events = [
        replace(each, who=()) if each.kind == "slot" and each.of == {id_} else each
        for each in site.events
        if id_ in each.of
    ]
    found = dates.sides(site.view.plan, events)
    return {"of": id_, "proposals": led, "commitments": carried, "dates": found}


def _by_institution(view: View, commitments: Sequence[C]) -> dict[str, list[C]]:
    """Return the commitments of each institution, and of those that are part of it."""
    found: dict[str, dict[str, C]] = {}
    for each in commitments:
        for institution in (*each.leads, *getattr(each, "supporting", ())):
            for above in view.plan.institutions.chain(institution):
                found.setdefault(above, {})[each.id] = each
    return {id_: [*of.values()] for id_, of in found.items()}


def _news(site: Site) -> Iterator[Page]:
    if site.news:
        path, title = "changes/", site.view.t("What is new")
        facts = {"days": site.news}
        yield Page(path=path, template="changes", title=title, section=path, facts=lambda: facts)


def _data(site: Site) -> Iterator[Page]:
    files = [(name, said) for name, said in DATA.items() if f"data/{name}" in site.view.files]
    if files:
        path, title = "data/", site.view.t("Data")
        facts = {"named": files}
        yield Page(path=path, template="data", title=title, section=path, facts=lambda: facts)


def _about(site: Site) -> Iterator[Page]:
    facts = {"used": used(site.view), "meanings": MEANINGS}
    yield Page(
        path="about/", template="about", title=site.view.t("About this site"), facts=lambda: facts
    )


def _with_neighbours(items: Sequence[C]) -> Iterator[tuple[C | None, C, C | None]]:
    around = [None, *items, None]
    for (before, each), (_, after) in pairwise(pairwise(around)):
        assert each is not None  # noqa: S101 - only the ends are None
        yield before, each, after
