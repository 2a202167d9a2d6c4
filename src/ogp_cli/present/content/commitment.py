"""From a commitment to its report: its outcome, its merges, its steps by meeting, its slots."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from ogp_cli.lang.language import Language
from ogp_cli.models.commitment import Adopted, Commitment, Proposal
from ogp_cli.plan import Plan
from ogp_cli.present.content.card import card_fields, card_sections
from ogp_cli.present.content.document import Document, Field, Section, facts, facts_of, listed
from ogp_cli.present.content.status import outcome_of
from ogp_cli.present.wording import Wording
from ogp_cli.process.fold import expected
from ogp_cli.process.implementation import reports_on
from ogp_cli.process.vocabulary import MERGED_ONLY
from ogp_cli.process.words import STATUS_WORDS


def commitment(plan: Plan, subject: Commitment, language: Language) -> Document:
    """Return everything that the book has on a commitment.

    Its facts are those of its file, as they are now; `since`: the last meeting that amended each
    key and milestone; and the `reports` by half-year.
    """
    say = Wording(plan, language)
    number = say.number(subject.id)
    slots = map(say.slot, plan.slots_of(subject.id))
    sections = [_sources(say, subject)]
    said: dict[str, object] = {"since": expected(plan).amended(subject.id)}
    if isinstance(subject, Adopted):
        sections += card_sections(say, subject)
        reports = reports_on(plan, subject).items()
        said["reports"] = {id_: facts_of(each) for id_, each in reports}
    return Document(
        kind="commitment",
        language=language,
        locale=say.tag,
        title=say.fill("{number}. {title}", number=number, title=say.title(subject)),
        fields=tuple(_fields(say, subject)),
        sections=(
            *sections,
            *_history(say, subject),
            listed("schedule", say.rich("Coordination meetings"), slots),
        ),
        facts={"kind": "commitment", **facts(subject), **said},
    )


def _fields(say: Wording, commitment: Commitment) -> Iterator[Field]:
    as_of, status = say.plan.as_of, commitment.status
    outcome = outcome_of(say.plan, commitment)
    is_plain = outcome == status or isinstance(commitment, Adopted)
    since, amended = partial(say.since, commitment.id), expected(say.plan).amended(commitment.id)
    proposed = commitment.proposed if isinstance(commitment, Proposal) else None
    yield from say.fields(
        (say.t("Date"), say.as_of(say.day(as_of.day)) if as_of else None),
        (say.t("Status"), say.t(STATUS_WORDS[status])),
        (say.t("Outcome"), None if is_plain else say.t(STATUS_WORDS[outcome])),
        (say.t("Proposed"), say.day(proposed)),
        (since("title", say.t("Title")), say.title(commitment) if "title" in amended else None),
        (since("lead", say.t("Lead")), say.institution(*commitment.leads)),
        (
            since("head", say.t("Project head")),
            say.person(commitment.head) if commitment.head else None,
        ),
    )
    yield from _targets(say, commitment)
    if isinstance(commitment, Adopted):
        yield from card_fields(say, commitment)
        return
    became = expected(say.plan).path(commitment.id)
    for each in say.plan.adopted.values():  # another, though it has the number of the proposal
        if each.number is not None and each.number == commitment.number and each.id not in became:
            yield say.field(say.t("Commitment of the plan with this number"), say.named(each.id))


def _targets(say: Wording, commitment: Commitment) -> Iterator[Field]:
    """Yield what the commitment is merged into or adopted as, and so on."""
    status: str | None = commitment.status
    for target in expected(say.plan).path(commitment.id):
        if status == "adopted":
            label = say.t("Adopted as")
        else:
            label = say.t("Merged into") if status == "merged" else say.t("Proposed merge into")
        yield say.field(label, say.named(target))
        known = say.plan.commitments.get(target)
        status = known.status if known else None


def _sources(say: Wording, commitment: Commitment) -> Section:
    """List what a merged commitment is made of, each followed by what that is made of."""
    if isinstance(commitment, Adopted):
        heading = say.rich("Adopted from")
    else:
        is_proposed = commitment.status in MERGED_ONLY
        heading = say.rich("Proposed merge of") if is_proposed else say.rich("Merged from")
    found = expected(say.plan).sources(commitment.id)
    return listed("sources", heading, map(say.with_status, found))


def _history(say: Wording, commitment: Commitment) -> Iterator[Section]:
    """List the steps by meeting."""
    story = expected(say.plan).story(commitment.id)
    for meeting, steps in groupby(story, lambda line: line.meeting.id):
        heading = say.literal(f"{say.t('Steps')} – {say.code(meeting)}")
        yield listed("history", heading, (say.step(commitment, each) for each in steps))
