"""Things by the names that people type, and the names; `OgpError` if one is unknown."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ogp_cli.errors import OgpError
from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.interface import _
from ogp_cli.lang.rich_text import translate
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.types import Text
from ogp_cli.nearest import nearest
from ogp_cli.notation import normalised
from ogp_cli.plan.hygiene import clean_text
from ogp_cli.plan.plan import Plan
from ogp_cli.store.folder import COMMITMENTS, MEETINGS

_STATUS = N_("to list the commitments, run: ogp status")


def commitment(plan: Plan, name: str) -> Commitment:
    """Return the commitment with this number, or else with this id."""
    refuse_unread(plan, COMMITMENTS, name)
    known = {**plan.commitments, **_by_number(plan)}
    return known[_id_of(_("no commitment “{name}”"), name, dict.fromkeys(known), hint=_(_STATUS))]


def meeting(plan: Plan, name: str) -> Meeting:
    """Return the meeting with this id, which was held."""
    refuse_unread(plan, MEETINGS, name)
    if name in plan.planned:
        said = _("the meeting “{name}” is planned, and was not held yet")
        hint = _("for the invitation, run: ogp show {name}")
        raise OgpError(said.format(name=name), hint.format(name=name))
    hint = _("the files in {folder} are called after them").format(folder=MEETINGS)
    return plan.meetings[
        _id_of(_("no meeting “{name}”"), name, dict.fromkeys(plan.meetings), hint=hint)
    ]


def institution(plan: Plan, name: str) -> str:
    """Return the id of the institution with this id, or else with this name in any language."""
    names = {id_: each.name for id_, each in plan.organizations.items()}
    return _id_of(_("no institution “{name}”"), name, names, _short(plan))


def anything(plan: Plan, name: str) -> tuple[str, str]:
    """Return what a name stands for, a `meeting`, `commitment` or `institution`, and its name.

    An id is its own name, and so is the number of a commitment. An institution and a commitment
    have the id for the text that people read, in any language.
    """
    known = kinds(plan)
    for folder in (COMMITMENTS, MEETINGS) if name not in known else ():
        refuse_unread(plan, folder, name)
    texts: dict[str, Text | None] = dict.fromkeys(known)
    texts |= {id_: each.name for id_, each in plan.organizations.items()}
    texts |= {id_: each.title for id_, each in plan.commitments.items()}
    lacking = _("no commitment, meeting or institution “{name}”")
    found = _id_of(lacking, name, texts, _short(plan), hint=_(_STATUS))
    return known[found], found


def ids_of(name: str, texts: Mapping[str, Text | None]) -> list[str]:
    """Return the ids whose text, in any language, is a name that somebody typed."""
    read = _read(name)
    return [id_ for id_, text in texts.items() if read in map(_read, _each(text))]


def kinds(plan: Plan) -> dict[str, str]:
    """Return the kind of each name. Meetings take precedence, then commitments."""
    found = dict.fromkeys(plan.organizations, "institution")
    found |= dict.fromkeys([*plan.commitments, *_by_number(plan)], "commitment")
    return found | dict.fromkeys([*plan.meetings, *plan.planned], "meeting")


def known_ids(plan: Plan) -> dict[str, Mapping[str, str]]:
    """Return the ids of each kind of thing in a book, each with its name."""
    main = plan.info.language

    def said(text: str | Mapping[str, str] | None) -> str:
        return translate(text, main, main).text if text else ""

    return {
        "commitment": {id_: said(each.title) for id_, each in plan.commitments.items()},
        "drafted": {id_: said(each.title) for id_, each in plan.drafted.items()},
        "adopted": {id_: said(each.title) for id_, each in plan.adopted.items()},
        "meeting": {id_: each.kind for id_, each in plan.meetings.items()},
        "organization": {id_: said(each.name) for id_, each in plan.organizations.items()},
        "axis": {id_: said(text) for id_, text in plan.info.axes.items()},
        "period": dict.fromkeys(plan.info.periods, "half-year"),
        "sector": {id_: said(plan.info.sectors.get(id_)) or id_ for id_ in sorted(plan.sectors)},
        "group": {id_: said(text) for id_, text in plan.info.groups.items()},
    }


def _by_number(plan: Plan) -> dict[str, Commitment]:
    return {str(each.number): each for each in plan.drafted.values() if each.number}


def refuse_unread(plan: Plan, folder: str, name: str) -> None:
    """Raise `OgpError` where the file of a record cannot be read."""
    if plan.is_unread(folder, name):
        hint = _("to see what is wrong in it, run: ogp check")
        raise OgpError(_("the file of “{name}” cannot be read").format(name=name), hint)


def _short(plan: Plan) -> dict[str, Text | None]:
    """Return the shorter names of institutions."""
    return {id_: each.short for id_, each in plan.organizations.items()}


def _id_of(
    lacking: str,
    name: str,
    texts: Mapping[str, Text | None],
    others: Mapping[str, Text | None] = MappingProxyType({}),
    hint: str = "",
) -> str:
    """Return a name that is an id, or else the id whose text it is; `lacking`: there is none.

    The `hint` is given where nothing looks like the name.
    """
    if name in texts:
        return name
    found = [*dict.fromkeys([*ids_of(name, texts), *ids_of(name, others)])]
    if len(found) == 1:
        return found[0]
    if found:
        hint = _("use one of the ids {ids}").format(ids=", ".join(found))
        raise OgpError(_("several records are called “{name}”").format(name=name), hint)
    usual = normalised(name)
    near = usual if usual in texts else nearest(name, texts)
    meant = _("did you mean “{near}”?").format(near=near)
    raise OgpError(lacking.format(name=name), meant if near else hint)


def _read(text: str) -> str:
    return " ".join(clean_text(text).casefold().split())


def _each(text: Text | None) -> Iterable[str]:
    """Return a text in all of its languages."""
    return text.values() if isinstance(text, dict) else (text,) if text else ()
