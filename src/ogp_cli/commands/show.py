"""`ogp show`."""

from pathlib import Path

from ogp_cli.commands import OutputOptions
from ogp_cli.commands.book import as_it_stood, load_plan
from ogp_cli.commands.output import language
from ogp_cli.commands.rendering import format_of, put_content
from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _
from ogp_cli.plan import lookup
from ogp_cli.present.content.commitment import commitment
from ogp_cli.present.content.institution import institution
from ogp_cli.present.content.minutes import minutes
from ogp_cli.present.formats import DOCUMENTS


def run(root: Path | None, moment: str | None, name: str, options: OutputOptions) -> None:
    """Print a commitment, a meeting or an institution in full."""
    chosen = format_of(options, DOCUMENTS)
    book = load_plan(root)
    kind, id_ = lookup.anything(as_it_stood(book, None), name)
    plan = as_it_stood(book, moment)
    if lookup.kinds(plan).get(id_) != kind:
        raise OgpError(
            _("“{name}” was not in the book yet").format(name=name),
            _("name a later day with --as-of"),
        )
    spoken = language(options.lang)
    match kind:
        case "meeting":
            document = minutes(plan, {**plan.planned, **plan.meetings}[id_], spoken)
        case "commitment":
            document = commitment(plan, lookup.commitment(plan, id_), spoken)
        case _:
            document = institution(plan, id_, spoken)
    put_content(plan, document, chosen, options)
