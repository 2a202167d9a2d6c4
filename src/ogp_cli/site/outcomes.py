"""What became of the proposals: the groups of the home page, their figure, and each lineage."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup

from ogp_cli.lang.rich_text import plain
from ogp_cli.models.commitment import Adopted, Commitment, Proposal, Status
from ogp_cli.present.balance import balance_in_words, result_in_words
from ogp_cli.site import drawings
from ogp_cli.site.flow import STOPS, Band, Caption, Tile, flow
from ogp_cli.site.view import View
from ogp_cli.site.words import ORDER
from ogp_cli.store.folder import natural


@dataclass(slots=True)
class Group:
    """Proposals that share an outcome: what they became, or why they ended."""

    outcome: Status
    members: list[Proposal] = field(default_factory=list)
    ends: dict[str, Commitment] = field(default_factory=dict)
    reason: Markup | None = None


def groups(view: View) -> list[Group]:
    """Return the proposals by what they became, in the order of the figure.

    What was adopted comes first, by the numbers of the plan, with what is in the plan and was never
    proposed; then what stands, merges, and what ended.
    """
    found: list[Group] = []
    of_end: dict[object, Group] = {}
    for proposal in view.proposals:
        outcome = view.outcomes[proposal.id]
        keys = _keys(view, proposal, outcome)
        known = {id(of_end[key]): of_end[key] for key in keys if key in of_end}
        group = next(iter(known.values()), None) or Group(outcome)
        for other in known.values():
            if other is not group:  # proposals that share only some of what they became
                group.members += other.members
                group.ends |= other.ends
                found.remove(other)
        if not known:
            found.append(group)
        group.members.append(proposal)
        group.ends |= _ends(view, proposal, outcome)
        group.reason = view.reason(proposal) if outcome in STOPS else None
        of_end |= dict.fromkeys([*keys, *group.ends], group)
    found += (Group(_standing(each), [], {each.id: each}) for each in _added(view))
    return sorted(found, key=_rank)


def _keys(view: View, proposal: Proposal, outcome: Status) -> list[object]:
    """Return what proposals of one group have in common."""
    if outcome in STOPS:
        return [(outcome, view.reason(proposal))]
    ends = view.ledger.ends(proposal.id)
    return ["standing"] if outcome == "standing" and _is_alone(view, proposal) else [*ends]


def _is_alone(view: View, proposal: Proposal) -> bool:
    return view.ledger.ends(proposal.id) == [proposal.id] and proposal.id not in view.origins


def _ends(view: View, proposal: Proposal, outcome: Status) -> dict[str, Commitment]:
    if outcome in STOPS:
        return {}
    known = view.plan.commitments
    return {each: known[each] for each in view.ledger.ends(proposal.id) if each in known}


def _added(view: View) -> Iterator[Adopted]:
    """Yield the commitments of the plan that no proposal became."""
    for each in view.commitments:
        if each.id not in view.origins and each.status in {"adopted", "withdrawn"}:
            yield each


def _standing(commitment: Adopted) -> Status:
    return "withdrawn" if commitment.status == "withdrawn" else "adopted"


def _rank(group: Group) -> tuple[int, object, object]:
    ends = [natural(str(each.number)) for each in group.ends.values() if isinstance(each, Adopted)]
    first = natural(str(group.members[0].number or group.members[0].id)) if group.members else ()
    return (0 if ends else ORDER.index(group.outcome) + 1), min(ends, default=()), first


def figure(view: View, found: Sequence[Group]) -> Markup:
    """Draw the figure of the home page."""
    bands = []
    for outcome, same in groupby(found, key=lambda group: group.outcome):
        if outcome in STOPS:  # those with different reasons are one band
            members = [each for group in same for each in group.members]
            members.sort(key=lambda proposal: view.places[proposal.id])
            bands.append(_band(view, Group(outcome, members), ""))
        else:
            bands += [_band(view, group, "") for group in same]
    total = view.plural("{n} proposal", "{n} proposals", len(view.proposals))
    top = view.t("As proposed") if view.proposals else total
    bottom = result_in_words(view.say, view.balance) or view.plural(
        "{n} commitment results", "{n} commitments result", view.balance.resulting
    )
    sum_ = plain(balance_in_words(view.say, view.balance).text)
    said = Caption(view.question, sum_, top, bottom)
    return flow(bands, said, rtl=view.rtl)


def _band(view: View, group: Group, root: str) -> Band:
    return Band(
        group.outcome,
        tuple(_tile(view, each, view.outcomes[each.id], root) for each in group.members),
        tuple(_tile(view, each, each.status, root) for each in group.ends.values()),
        counted(view, group.outcome, len(group.members)),
        view.status(group.outcome),
    )


def _tile(view: View, commitment: Commitment, outcome: Status, root: str) -> Tile:
    number = view.number(commitment)
    return Tile(number, outcome, view.name(commitment), view.href(root, commitment))


def counted(view: View, outcome: Status, n: int) -> str:
    """Return an outcome with the number of proposals that have it."""
    match outcome:
        case "standing":
            return view.plural("{n} standing", "{n} standing", n)
        case "cancelled":
            return view.plural("{n} cancelled", "{n} cancelled", n)
        case "not-adopted":
            return view.plural("{n} not adopted", "{n} not adopted", n)
        case _:
            return view.status(outcome)


@dataclass(frozen=True, slots=True)
class Lineage:
    """What a commitment was made of or became: the drawing, and both ends."""

    drawing: Markup
    members: Sequence[Proposal]
    ends: Sequence[Commitment]


def lineage(view: View, commitment: Commitment, root: str) -> Lineage | None:
    """Return the lineage of a proposal or of a commitment of the plan, if it has one."""
    known, is_of_plan = view.plan.commitments, isinstance(commitment, Adopted)
    names = [commitment.id] if is_of_plan else view.ledger.ends(commitment.id)
    ends = [known[each] for each in names if each in known and each in view.origins]
    members = _members(view, [each.id for each in ends])
    if not members:
        return None
    outcome = view.outcomes[members[0].id]
    band = _band(view, Group(outcome, members, {each.id: each for each in ends}), root)
    title = f"{view.numbers(members)} {'←' if view.rtl else '→'} {view.name(ends[0])}"
    return Lineage(
        drawings.lineage(band, title, view.href(root, commitment), rtl=view.rtl), members, ends
    )


def _members(view: View, ends: Iterable[str]) -> list[Proposal]:
    found = {each.id: each for end in ends for each in view.origins.get(end, ())}
    return [*found.values()]
