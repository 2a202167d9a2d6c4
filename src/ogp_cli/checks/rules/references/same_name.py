"""Two commitments have one title, or two institutions one name.

One of the two is most often a copy that was not filled in, and readers cannot tell them apart.
Case, accents, hamzas and spaces make no difference. A merged commitment may keep the title of one
of its members, and departments of two institutions may share a name.
"""

from collections.abc import Iterable, Iterator

from ogp_cli.checks.texts import folded
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.types import Text
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place
from ogp_cli.store.folder import ORGANIZATIONS

LEVEL: Level = "warning"

# What a name is compared by: its language, what it belongs to, and its folded text.
_Key = tuple[str, str | None, str]


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every title and every name that an earlier one equals."""
    yield from _titles(plan)
    yield from _names(plan)


def _titles(plan: Plan) -> Iterator[Finding]:
    first: dict[_Key, Commitment] = {}
    for commitment in plan.commitments.values():
        for key in _keys(commitment.title, plan):
            other = first.setdefault(key, commitment)
            if other is not commitment and not _merged(commitment, other):
                yield Finding(
                    commitment.at("title"),
                    "“{name}” has the same title",
                    "correct one of the two titles, or accept it here",
                    {"name": other.id},
                    other.at("title"),
                )
                break


def _names(plan: Plan) -> Iterator[Finding]:
    first: dict[_Key, str] = {}
    for name, organization in plan.organizations.items():
        for key in _keys(organization.name, plan, organization.part_of):
            other = first.setdefault(key, name)
            if other != name:
                yield Finding(
                    Place(ORGANIZATIONS, (name, "name")),
                    "“{name}” has the same name",
                    "keep one of the two, or correct its name",
                    {"name": other},
                    Place(ORGANIZATIONS, (other, "name")),
                )
                break


def _keys(text: Text | None, plan: Plan, owner: str | None = None) -> Iterable[_Key]:
    texts = text if isinstance(text, dict) else {plan.info.language: text or ""}
    return [
        (language, owner, " ".join(folded(each).casefold().split()))
        for language, each in texts.items()
        if each
    ]


def _merged(one: Commitment, other: Commitment) -> bool:
    """Whether one of two commitments is made of the other."""
    return one.id in other.made_from or other.id in one.made_from
