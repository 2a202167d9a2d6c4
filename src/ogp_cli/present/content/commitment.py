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
            listed("schedule", say.terminal.schedule, slots),
        ),
        facts={"kind": "commitment", **facts(subject), **said},
    )


def _fields(say: Wording, commitment: Commitment) -> Iterator[Field]:
    words, as_of = say.terminal, say.plan.as_of
    outcome = outcome_of(say.plan, commitment)
    is_plain = outcome == commitment.status or isinstance(commitment, Adopted)
    since, amended = partial(say.since, commitment.id), expected(say.plan).amended(commitment.id)
    proposed = commitment.proposed if isinstance(commitment, Proposal) else None
    yield from say.fields(
        (words.date, say.as_of(say.day(as_of.day)) if as_of else None),
        (words.status, words.statuses[commitment.status]),
        (words.outcome, None if is_plain else words.statuses[outcome]),
        (words.proposed, say.day(proposed)),
        (since("title", words.title), say.title(commitment) if "title" in amended else None),
        (since("lead", words.lead), say.institution(*commitment.leads)),
        (since("head", words.head), say.person(commitment.head) if commitment.head else None),
    )
    yield from _targets(say, commitment)
    if isinstance(commitment, Adopted):
        yield from card_fields(say, commitment)
        return
    became = expected(say.plan).path(commitment.id)
    for each in say.plan.adopted.values():  # another, though it has the number of the proposal
        if each.number is not None and each.number == commitment.number and each.id not in became:
            yield say.field(say.language.implementation.another, say.named(each.id))


def _targets(say: Wording, commitment: Commitment) -> Iterator[Field]:
    """Yield what the commitment is merged into or adopted as, and so on."""
    words = say.terminal
    status: str | None = commitment.status
    for target in expected(say.plan).path(commitment.id):
        label = words.merged_into if status == "merged" else words.merge_into
        yield say.field(words.adopted_as if status == "adopted" else label, say.named(target))
        known = say.plan.commitments.get(target)
        status = known.status if known else None


def _sources(say: Wording, commitment: Commitment) -> Section:
    """List what a merged commitment is made of, each followed by what that is made of."""
    is_proposed = commitment.status in MERGED_ONLY
    heading = say.terminal.merge_from if is_proposed else say.terminal.merged_from
    heading = say.terminal.adopted_from if isinstance(commitment, Adopted) else heading
    found = expected(say.plan).sources(commitment.id)
    return listed("sources", heading, map(say.with_status, found))


def _history(say: Wording, commitment: Commitment) -> Iterator[Section]:
    """List the steps by meeting."""
    story = expected(say.plan).story(commitment.id)
    for meeting, steps in groupby(story, lambda line: line.meeting.id):
        heading = f"{say.terminal.history} – {say.code(meeting)}"
        yield listed("history", heading, (say.step(commitment, each) for each in steps))
