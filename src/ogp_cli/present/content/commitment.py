"""From a commitment to its report: its outcome, its merges, its steps by meeting, its slots."""

from collections.abc import Iterator
from itertools import groupby

from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import RichText
from ogp_cli.models.commitment import Adopted, Commitment, Proposal
from ogp_cli.plan import Plan
from ogp_cli.present.content.card import card_fields, card_sections
from ogp_cli.present.content.document import Document, Field, Section, listed
from ogp_cli.present.content.facts import facts, facts_of
from ogp_cli.present.wording import Wording
from ogp_cli.process.heard import history_of
from ogp_cli.process.implementation import reports_on
from ogp_cli.process.ledger import expected
from ogp_cli.process.lineage import sources, targets
from ogp_cli.process.vocabulary import MERGED_ONLY


def commitment(plan: Plan, subject: Commitment, language: Language) -> Document:
    """Return everything that the book has on a commitment."""
    say = Wording(plan, language)
    return Document(
        kind="commitment",
        language=language,
        locale=say.tag,
        title=say.fill(
            "{number}. {title}", number=plan.display_number(subject.id), title=say.title(subject)
        ),
        fields=tuple(_fields(say, subject)),
        sections=(
            _sources(say, subject),
            *(card_sections(say, subject) if isinstance(subject, Adopted) else ()),
            *_history(say, subject),
            listed("schedule", say.terminal.schedule, _slots(say, subject)),
        ),
        facts={"kind": "commitment", **facts(subject), **_reported(plan, subject)},
    )


def _reported(plan: Plan, commitment: Commitment) -> dict[str, object]:
    """Return what was reported of a commitment of the plan, by the half-year, for programs."""
    if not isinstance(commitment, Adopted):
        return {}
    return {"reports": {id_: facts_of(each) for id_, each in reports_on(plan, commitment).items()}}


def _fields(say: Wording, commitment: Commitment) -> Iterator[Field]:
    words, as_of = say.terminal, say.plan.as_of
    yield from say.fields(
        (words.date, say.as_of(say.day(as_of.day)) if as_of else None),
        (words.status, words.statuses[commitment.status]),
        (words.outcome, _outcome(say, commitment)),
        (
            words.proposed,
            say.day(commitment.proposed) if isinstance(commitment, Proposal) else None,
        ),
        (words.lead, commitment.lead and say.institution(commitment.lead)),
        (words.head, say.person(commitment.head) if commitment.head else None),
    )
    yield from _targets(say, commitment)
    if isinstance(commitment, Adopted):
        yield from card_fields(say, commitment)
    else:
        yield from _another(say, commitment)


def _outcome(say: Wording, commitment: Commitment) -> str:
    """Return the outcome of a proposal through a merge or the adoption, if it is not its status."""
    outcome = expected(say.plan).outcome(commitment.id)
    through = commitment.status == "merged" or expected(say.plan).closed
    if not through or outcome == commitment.status or isinstance(commitment, Adopted):
        return ""
    return say.terminal.statuses[outcome]


def _targets(say: Wording, commitment: Commitment) -> Iterator[Field]:
    """Yield what the commitment is merged into or adopted as, and so on."""
    words = say.terminal
    status: str | None = commitment.status
    for target in targets(say.plan, commitment):
        label = words.merged_into if status == "merged" else words.merge_into
        yield say.field(words.adopted_as if status == "adopted" else label, say.named(target))
        known = say.plan.commitments.get(target)
        status = known.status if known else None


def _another(say: Wording, commitment: Commitment) -> Iterator[Field]:
    """Say that the commitment of the plan with the number of a proposal is another."""
    became = targets(say.plan, commitment)
    for each in say.plan.adopted.values():
        if each.number is not None and each.number == commitment.number and each.id not in became:
            yield say.field(say.language.implementation.another, say.named(each.id))


def _sources(say: Wording, commitment: Commitment) -> Section:
    """List what a merged commitment is made of, each followed by what that is made of."""
    is_proposed = commitment.status in MERGED_ONLY
    heading = say.terminal.merge_from if is_proposed else say.terminal.merged_from
    heading = say.terminal.adopted_from if isinstance(commitment, Adopted) else heading
    return listed(
        "sources", heading, (_source(say, each) for each in sources(say.plan, commitment))
    )


def _source(say: Wording, source: str) -> RichText:
    known = say.plan.commitments.get(source)
    status = f" – {say.terminal.statuses[known.status]}" if known else ""
    return say.named(source) + say.literal(status)


def _history(say: Wording, commitment: Commitment) -> Iterator[Section]:
    """List the steps by meeting."""
    heard = history_of(say.plan, commitment)
    for meeting, steps in groupby(heard, lambda each: getattr(each.entry, "meeting", "")):
        heading = f"{say.terminal.history} – {say.code(meeting)}"
        yield listed("history", heading, (say.step(commitment, each) for each in steps))


def _slots(say: Wording, commitment: Commitment) -> Iterator[RichText]:
    return (say.slot(life) for life in say.plan.slots_of(commitment.id))
