"""Rules on what names something else."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import lru_cache

from ogp_cli.checks.rule import rule
from ogp_cli.checks.texts import compared
from ogp_cli.lang.rich_text import by_language
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.decision import Adoption, Merge
from ogp_cli.models.types import Text
from ogp_cli.nearest import Nearest
from ogp_cli.notation import normalised
from ogp_cli.plan import Plan
from ogp_cli.plan.walk import walk
from ogp_cli.problem import Finding, Place
from ogp_cli.process.acts import acts_of
from ogp_cli.process.fold import expected
from ogp_cli.store.folder import ORGANIZATIONS

Named = tuple[str, Place]


@lru_cache(maxsize=2)
def _unknown(plan: Plan) -> Mapping[str, list[Named]]:
    """Return the names that name nothing in the book, by what they should name."""
    known: dict[str, Container[str]] = {
        "commitment": plan.commitments,
        "adopted": plan.commitments,
        "meeting": plan.meetings,
        "organization": plan.organizations,
        "group": plan.info.groups,
        "axis": plan.info.axes,
        "sector": plan.sectors,
    }
    found: dict[str, list[Named]] = {kind: [] for kind in known}
    for part, at in plan.owners:
        for path, name, kind, is_key in walk(part, at.path, "references"):
            if kind in known and name not in known[kind]:
                found[kind].append((name, Place(at.file, path, key=is_key)))
    return found


def _report(
    names: Iterable[Named],
    suggest: Callable[[str], str],
    message: str,
    hint: str,
    near_hint: str = "did you mean “{near}”?",
) -> Iterator[Finding]:
    """Yield what is said of unknown names; where another name is near, with `near_hint`."""
    near: dict[str, str] = {}
    for name, place in names:
        if name not in near:
            near[name] = suggest(name)
        values = {"name": name, "near": near[name]}
        yield Finding(place, message, near_hint if near[name] else hint, values)


@rule("error", once=True)
def unknown_commitment(plan: Plan) -> Iterator[Finding]:
    """A file names a commitment that does not exist.

    A commitment is named by its id: the name of its file in `data/commitments/`, without `.yaml`.
    """
    message = "no commitment “{name}”"
    made, adopted = [*_made(plan)], {name for name, _ in _made(plan, Adoption)}
    # A decision that contradicts another makes no file: `contradictory-decision` reports the two.
    refused = {
        at
        for each in expected(plan).refused
        for at in (each.act.target_at, each.earlier and each.earlier.at / "into")
    }
    post = "to create its file, run: ogp post; if it had one, restore it from git"
    numbers = {str(each.number): each.id for each in plan.drafted.values() if each.number}
    lowered = {name.lower(): name for name in plan.commitments}  # C1 is c1
    nearest = Nearest(plan.commitments)
    # A merge of another name may be a slip; a commitment of the plan is called after its number.
    yield from _report(
        (each for each in made if each[1] not in refused),
        lambda name: "" if name in adopted else nearest(name),
        message,
        post,
    )
    names = {name for name, _ in made}
    unknown = [*_unknown(plan)["commitment"], *_unknown(plan)["adopted"]]
    yield from _report(
        (each for each in unknown if each[0] not in names and not plan.has_commitment(each[0])),
        lambda name: numbers.get(name) or lowered.get(name.lower()) or nearest(name),
        message,
        "create data/commitments/{name}.yaml",
    )


def _made(plan: Plan, *kinds: type) -> Iterator[Named]:
    """Yield what decisions make that has no file, and where: of merges and adoptions, or of one."""
    for decided in plan.index.decisions:
        if isinstance(decided.decision, kinds or (Adoption, Merge)):
            for act in acts_of(decided):
                if act.target and act.target_at and not plan.has_commitment(act.target):
                    yield act.target, act.target_at


@rule("error", once=True)
def unknown_meeting(plan: Plan) -> Iterator[Finding]:
    """A file names a meeting that does not exist, or has not been held yet.

    A meeting is named by its id: the name of its file in `data/meetings/`, without `.yaml`.
    """
    message = "no meeting “{name}”"
    create = "create data/meetings/{name}.yaml, or restore it from git"
    # Meetings are a few days apart: what looks like another day may be right all the same.
    either = "write “{near}”, or create data/meetings/{name}.yaml"
    odd: list[Named] = []  # 18-04-2024: in another notation
    days: list[Named] = []
    for name, place in _unknown(plan)["meeting"]:
        if name in plan.planned:
            said = "the meeting “{name}” is planned, and was not held yet"
            hint = "once it was held, remove its “state: planned”"
            yield Finding(place, said, hint, {"name": name}, plan.planned[name].at("state"))
        elif not plan.has_meeting(name):
            (odd if normalised(name) else days).append((name, place))
    named = Counter(name for name, _ in days)

    def near(name: str) -> str:
        # Nobody mistypes a name twice: the meeting's file is missing.
        return _one_slip_away(name, plan.meetings) if named[name] == 1 else ""

    yield from _report(odd, normalised, message, create)
    yield from _report(days, near, message, create, either)


def _one_slip_away(name: str, meetings: Iterable[str]) -> str:
    """Return the only meeting whose id differs from a name by one character or two swapped ones."""
    near = [each for each in meetings if _is_one_slip(name, each)]
    return near[0] if len(near) == 1 else ""


def _is_one_slip(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 or (len(pairs) == 2 and pairs[0] == pairs[1][::-1])  # noqa: PLR2004


@rule("error", needs={"organizations"}, once=True)
def unknown_organization(plan: Plan) -> Iterator[Finding]:
    """A file names an institution that `data/organizations.yaml` does not have.

    Each institution is listed there once, with its names and its sector; other files use its id.
    """
    message, hint = "no institution “{name}”", "add it to data/organizations.yaml"
    yield from _report(_unknown(plan)["organization"], Nearest(plan.organizations), message, hint)


@rule("error", needs={"plan"}, once=True)
def unknown_group(plan: Plan) -> Iterator[Finding]:
    """A meeting names a group that `data/plan.yaml` does not have.

    A group that is invited as a body is listed there once, under `groups`; a schedule uses its id.
    The attendance may name a sector too.
    """
    groups = plan.info.groups
    message, hint = "no group “{name}”", "add it to the groups of data/plan.yaml"
    yield from _report(_unknown(plan)["group"], Nearest(groups), message, hint)
    either = {*plan.sectors, *groups}
    counted = (
        (name, meeting.at("attendance", name))
        for meeting in plan.all_meetings
        for name in meeting.attendance
        if name not in either
    )
    message = "“{name}” is neither a sector nor a group"
    yield from _report(counted, Nearest(either), message, hint)


@rule("error", needs={"plan"}, once=True)
def unknown_axis(plan: Plan) -> Iterator[Finding]:
    """A commitment belongs to an axis that `data/plan.yaml` does not have.

    The axes that group the commitments of the plan are listed there once, under `axes`.

        # data/plan.yaml                  # data/commitments/c1.yaml
        axes: {justice: Justice}          axis: justise
    """
    message, hint = "no axis “{name}”", "add it to the axes of data/plan.yaml"
    yield from _report(_unknown(plan)["axis"], Nearest(plan.info.axes), message, hint)


@rule("error", needs={"plan"}, once=True)
def unknown_sector(plan: Plan) -> Iterator[Finding]:
    """An institution has an unknown sector.

    The attendance is counted by sector (OGP requirement 1.1). A plan may have sectors beside the
    usual ones, each with its name:

        # data/plan.yaml
        sectors: {trade-unions: {ar: النقابات, fr: syndicats, en: trade unions}}
    """
    message, hint = "no sector “{name}”", "add it to the sectors of data/plan.yaml"
    yield from _report(_unknown(plan)["sector"], Nearest(plan.sectors), message, hint)


# What a name is compared by: its language, what it belongs to, and its folded text.
_Key = tuple[str, str | None, str]


@rule("warning")
def same_name(plan: Plan) -> Iterator[Finding]:
    """Two records have the same name: two commitments, two institutions, or one of each.

    One of the two is most often a copy that was not filled in, and readers cannot tell them apart.
    Case, accents, hamzas and spaces make no difference. A merged commitment may keep the title of
    one of its members, and departments of two institutions may share a name. A commitment that has
    an institution's name for its title was filled in from the wrong cell.
    """
    yield from _titles(plan)
    yield from _names(plan)


def _titles(plan: Plan) -> Iterator[Finding]:
    first: dict[_Key, Commitment] = {}
    institutions = {
        key: name for name, each in plan.organizations.items() for key in _keys(each.name, plan)
    }
    for commitment in plan.commitments.values():
        for key in _keys(commitment.title, plan):
            if key in institutions:
                yield Finding(
                    commitment.at("title"),
                    "this is the name of an institution, “{name}”",
                    "write the title of the commitment",
                    {"name": institutions[key]},
                    Place(ORGANIZATIONS, (institutions[key], "name")),
                )
                break
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
    texts = by_language(text, plan.info.language) if text else {}
    return [(language, owner, compared(each)) for language, each in texts.items()]


def _merged(one: Commitment, other: Commitment) -> bool:
    """Whether one of two commitments is made of the other."""
    return one.id in other.made_from or other.id in one.made_from
