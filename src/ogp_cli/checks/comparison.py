"""What the commitments' files assert, compared with what the meetings decided and heard."""

from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from ogp_cli.lang.rich_text import by_language
from ogp_cli.models.commitment import Adopted, Commitment, Proposal
from ogp_cli.models.decision import Adoption, Merge
from ogp_cli.models.types import Text
from ogp_cli.plan import Decided, Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.process.acts import acts_of, named_by
from ogp_cli.process.fold import expected
from ogp_cli.process.ledger import Ledger
from ogp_cli.process.vocabulary import EFFECTS

# The rules on what may be the cause of a difference.
CAUSES = {
    "unknown-commitment",
    "unknown-meeting",
    "contradictory-decision",
    "decided-twice",
    "merge-left-open",
}
# What `ogp post` puts right, and what it leaves to a person: a file that nothing makes any more.
POSTED = {
    "merge-differs",
    "cancellation-differs",
    "adoption-differs",
    "history-differs",
    "undecided",
}
# What a commitment is made of: where a member says itself what differs, that is enough.
_MEMBERS = {"merged_from", "adopted_from"}
# The rules on what a decision makes of commitments; the others end them.
_RULES: Mapping[type, str] = {Merge: "merge-differs", Adoption: "adoption-differs"}
_LINEAGE = ("status", "merged_into", "merged_from", "adopted_as", "adopted_from")
_POST = "to write it into the files, run: ogp post; or correct the decision"


class Difference(NamedTuple):
    """The first key of a file that is not what the meetings say, and the decision behind that.

    `stated` is what the file has, `expected` what it ought to have.
    """

    commitment: Commitment
    key: str
    stated: Any
    expected: Any
    decided: Decided | None = None

    @property
    def rule(self) -> str:
        """The rule that reports it."""
        if self.key == "history":
            return "history-differs"
        if self.decided is None:
            return "undecided"
        return _RULES.get(type(self.decided.decision), "cancellation-differs")

    @property
    def cause(self) -> Hashable:
        """What other differences share with it: a decision, what lacks one, or a meeting."""
        if self.key == "history":
            return self.rule, self.meeting
        if self.decided:
            return self.rule, self.decided.at
        into = getattr(self.commitment, "merged_into", "") or ", ".join(self.commitment.became)
        return self.rule, into or next(reversed(self.commitment.history), self.commitment.id)

    @property
    def members(self) -> set[str]:
        """The commitments that are, or are not, among those that it was made of."""
        if self.key not in _MEMBERS or self.expected is None:
            return set()
        return {*(self.stated or ())} ^ {*self.expected}

    @property
    def meeting(self) -> str:
        """The meeting behind it."""
        if self.key == "history":
            stated, wanted = self.stated, self.expected
            names = (each for each in {**wanted, **stated} if stated.get(each) != wanted.get(each))
            return next(names, "")
        return self.decided.meeting.id if self.decided else ""

    @property
    def at(self) -> Place:
        """Its place in the file."""
        given = getattr(self.commitment, self.key, None) not in (None, (), {})
        if self.key == "history" and self.meeting in self.commitment.history:
            return self.commitment.at("history", self.meeting).name
        return self.commitment.at(self.key if given or self.key == "history" else "status")


def compared(plan: Plan, rule: str) -> list[Finding]:
    """Return what one of the rules of the comparison finds: one finding for each cause."""
    return _findings(plan).get(rule, [])


def deciding(plan: Plan) -> Mapping[str, list[Place]]:
    """Return the places of the decisions on each commitment."""
    found: dict[str, list[Place]] = {}
    for decided in plan.index.decisions:
        for name in named_by(decided):
            found.setdefault(name, []).append(decided.at)
    return found


@lru_cache(maxsize=2)
def _findings(plan: Plan) -> dict[str, list[Finding]]:
    groups: dict[Hashable, list[Difference]] = {}
    differences = list(_differences(plan))
    own = {each.commitment.id for each in differences if each.key not in _MEMBERS}
    for each in differences:
        if not (own & each.members):
            groups.setdefault(each.cause, []).append(each)
    naming, found = deciding(plan), dict[str, list[Finding]]()
    for group in groups.values():
        places = dict.fromkeys(place for each in group for place in _causes(plan, each, naming))
        finding = _finding(group)._replace(follows=[*places])
        found.setdefault(group[0].rule, []).append(finding)
    return found


def _causes(plan: Plan, difference: Difference, naming: Mapping[str, list[Place]]) -> list[Place]:
    """Return the places of what may be the cause: decisions on it, its file and its sources."""
    commitment = difference.commitment
    decided = [difference.decided.at] if difference.decided else []
    if difference.key == "history":
        decided = [each.at for each in plan.index.decisions_of(difference.meeting)]
    members = expected(plan).sources(commitment.id)
    names = dict.fromkeys((commitment.id, *commitment.made_from, *members))
    files = [plan.commitments[name].at() for name in names if name in plan.commitments]
    return [*decided, *(at for name in names for at in naming.get(name, ())), *files]


def _differences(plan: Plan) -> Iterator[Difference]:
    """Yield the first difference of each file: of its outcome, or else of its history."""
    ledger, titles = expected(plan), _titles(plan)
    for commitment in plan.commitments.values():
        state = ledger.state(commitment.id)
        if not isinstance(commitment, Proposal) and state.made is None:
            key = "adopted_from" if isinstance(commitment, Adopted) else "merged_from"
            yield Difference(commitment, key, commitment.made_from, None)
            continue
        asserted = ledger.asserted(commitment.id)
        history = asserted["history"] or {}
        found = _of_outcome(plan, ledger, commitment, asserted)
        found = found or _of_title(plan, commitment, state.made, titles)
        if found:
            yield found
        elif commitment.history != history:
            yield Difference(commitment, "history", commitment.history, history)


def _of_outcome(
    plan: Plan, ledger: Ledger, commitment: Commitment, asserted: Mapping[str, Any]
) -> Difference | None:
    state = ledger.state(commitment.id)
    for key in _LINEAGE:
        if key not in type(commitment).model_fields:
            continue  # such a key is a mistake of shape
        stated, wanted = getattr(commitment, key), asserted[key]
        stated = commitment.became if key == "adopted_as" else stated
        if (stated or None) != (wanted or None):
            decided = state.last or state.made
            if key in _MEMBERS:
                decided = state.made or decided
            elif asserted["status"] == "not-adopted":
                decided = ledger.adoption
            meant = _meant(plan, commitment)
            return Difference(commitment, key, stated, wanted, meant or decided)
    return None


def _meant(plan: Plan, commitment: Commitment) -> Decided | None:
    """Return the decision that the status of a file comes from, if it names others by mistake."""
    for meeting in reversed(commitment.history):
        for decided in plan.index.decisions_of(meeting):
            decision, step = decided.decision, decided.decision.step
            is_alike = step is not None and EFFECTS[step].gives == commitment.status
            into = getattr(decision, "into", None)
            if is_alike and into == getattr(commitment, "merged_into", None):
                return decided if commitment.id not in decision.commitments else None
    return None


def _titles(plan: Plan) -> dict[tuple[Place, str], Text]:
    """Return the titles that decisions give, by their places and by what they make."""
    acts = ((each, act) for each in plan.index.decisions for act in acts_of(each))
    return {(each.at, act.target): act.title for each, act in acts if act.target and act.title}


def _of_title(
    plan: Plan,
    commitment: Commitment,
    made: Decided | None,
    titles: Mapping[tuple[Place, str], Text],
) -> Difference | None:
    """Return how the title of a card, or of a merge, differs from the one that a meeting gave."""
    given = titles.get((made.at, commitment.id)) if made else None
    if given is None or commitment.title is None or same(plan, given, commitment.title):
        return None
    return Difference(commitment, "title", commitment.title, given, made)


def same(plan: Plan, one: Text, other: Text) -> bool:
    """Whether two texts agree in every language that both have, apart from white space."""
    texts, others = (by_language(each, plan.info.language) for each in (one, other))
    shared = texts.keys() & others.keys()
    return bool(shared) and all(texts[key].split() == others[key].split() for key in shared)


def _finding(group: list[Difference]) -> Finding:
    first = group[0]
    names = ", ".join(dict.fromkeys(each.commitment.id for each in group))
    values = {
        "names": names,
        "meeting": first.meeting,
        "stated": _shown(first.stated),
        "expected": _shown(first.expected),
        "key": first.key,
    }
    also = [*dict.fromkeys(each.at for each in group[1:])]
    related = first.decided.at if first.decided else None
    message, hint = _said(first, len(group))
    return Finding(first.at, message, hint, values, related, also)


def _said(first: Difference, number: int) -> tuple[str, str]:
    """Return the message on a difference, or on several with one cause, and a hint."""
    if first.key == "history":
        message = "the history of {names} does not match the meeting of {meeting}"
        return message, "to write it anew, run: ogp post; or correct the meeting"
    if first.decided is None:
        return _said_of_undecided(first, number)
    if first.key == "title":
        message = "the meeting of {meeting} gave another title: {expected}"
        return message, "remove the title here; a later meeting gives another one, with “amend”"
    if number > 1:
        return "the files of {names} do not agree with the meeting of {meeting}", _POST
    if first.expected is None:
        return "the meeting of {meeting} contradicts “{key}: {stated}”", _POST
    message = "the meeting of {meeting} makes this “{key}: {expected}”, and not “{stated}”"
    return message, _POST


def _said_of_undecided(first: Difference, number: int) -> tuple[str, str]:
    if first.key == "adopted_from" and first.expected is None:
        message = "no meeting adopts this commitment"
        return message, "add it to the adoption of its meeting, or remove this file"
    if first.key == "merged_from" and first.expected is None:
        message = "no meeting proposes or decides this merge"
        return message, "add the merge to the decisions of its meeting, or remove this file"
    undo = "add the decision to its meeting; or, to undo it here, run: ogp post"
    if number > 1:
        return "the files of {names} record a decision that no meeting took", undo
    return "no meeting decided “{key}: {stated}”", undo


def _shown(value: Any) -> str:  # noqa: ANN401 - any value of a file
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "–"
    if isinstance(value, dict):
        return " / ".join(map(str, value.values()))
    return "–" if value is None else str(value)
