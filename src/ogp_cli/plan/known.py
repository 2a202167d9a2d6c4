"""What an editor can suggest for a reference: the ids of the book, and what each one is."""

from collections.abc import Mapping

from ogp_cli.lang.rich_text import translate
from ogp_cli.plan.plan import Plan


def known_ids(plan: Plan) -> dict[str, Mapping[str, str]]:
    """Return the ids of each kind of thing in a book, each with its name."""
    main = plan.info.language

    def said(text: str | Mapping[str, str] | None) -> str:
        return translate(text, main, main).text if text else ""

    return {
        "commitment": {id_: said(each.title) for id_, each in plan.commitments.items()},
        "adopted": {id_: said(each.title) for id_, each in plan.adopted.items()},
        "meeting": {id_: each.kind for id_, each in plan.meetings.items()},
        "organization": {id_: said(each.name) for id_, each in plan.organizations.items()},
        "axis": {id_: said(text) for id_, text in plan.info.axes.items()},
        "period": dict.fromkeys(plan.info.periods, "half-year"),
        "sector": {id_: said(plan.info.sectors.get(id_)) or id_ for id_ in sorted(plan.sectors)},
        "group": {id_: said(text) for id_, text in plan.info.groups.items()},
    }
