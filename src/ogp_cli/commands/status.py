"""`ogp status`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ogp_cli.commands.options import (
    AsOf,
    Lang,
    Root,
    as_it_stood,
    environment_language,
    language,
    load_plan,
    one_of,
    warn_of_unread,
)
from ogp_cli.errors import OgpError

if TYPE_CHECKING:
    from ogp_cli.models.commitment import Commitment
    from ogp_cli.plan import Plan


def status(
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="table|records|json|csv|markdown|xlsx",
            help="How; else by the ending of --output.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Else standard output.")
    ] = None,
    statuses: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="STATUS", help="Only of this status; repeatable."),
    ] = None,
    lead: Annotated[
        str | None,
        typer.Option("--lead", metavar="ORG", help="Only those of an institution, by its id."),
    ] = None,
    waiting: Annotated[
        bool, typer.Option("--waiting", help="Only those that wait for a meeting without a slot.")
    ] = False,
    moment: AsOf = None,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Show where every commitment stands, and that the fates add up.

    Example: ogp status --lead justice --as-of 2024-03-21
    """
    from ogp_cli.output.status import FORMATS, overview

    render = FORMATS[_format(form, output)]
    speech = language(lang, environment_language())
    wanted = {one_of(each, list(speech.terminal.statuses), "--status") for each in statuses or ()}
    plan = as_it_stood(load_plan(root), moment)
    only = _filter(plan, wanted, lead, waiting=waiting)

    _put(render(overview(plan, speech, only, to_file=output is not None)), output)
    warn_of_unread(plan)


def _filter(
    plan: "Plan", statuses: set[str], lead: str | None, *, waiting: bool
) -> Callable[["Commitment"], bool]:
    """Return what tells whether a commitment is asked for."""
    from ogp_cli.plan.waiting import waiting_entry

    led_by = plan.known_institution(lead) if lead else None

    def waits(commitment: "Commitment") -> bool:
        promised = waiting_entry(plan, commitment) is not None
        return promised and plan.next_slot(commitment.id) is None

    def only(commitment: "Commitment") -> bool:
        return (
            (not statuses or commitment.status in statuses)
            and (led_by is None or plan.are_kin(led_by, commitment.lead or ""))
            and (not waiting or waits(commitment))
        )

    return only


def _format(asked: str | None, output: Path | None) -> str:
    """Return the format that the options ask for, where it can go where they say."""
    from ogp_cli.output.status import BINARY, ENDINGS, FORMATS

    ending = output.suffix[1:] if output and not asked else ""
    known = ENDINGS[one_of(ending, list(ENDINGS), "--output")] if ending else "table"
    form = one_of(asked, list(FORMATS), "--format") if asked else known
    if form in BINARY and output is None and sys.stdout.isatty():
        raise OgpError(f"{form} is not for a terminal", "name a file with --output")
    return form


def _put(rendered: str | bytes, output: Path | None) -> None:
    """Write what was rendered as it stands: the ends of lines are the format's own."""
    data = rendered.encode() if isinstance(rendered, str) else rendered
    if output:
        from ogp_cli.store.write import write

        write(output, data)
    else:
        typer.echo(data, nl=False)
