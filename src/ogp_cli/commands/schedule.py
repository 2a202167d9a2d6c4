"""`ogp schedule`."""

from typing import Annotated

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


def schedule(
    form: Annotated[str, typer.Option("--format", metavar="table|json|ics", help="How.")] = "table",
    moment: AsOf = None,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """List the coordination meetings that were scheduled, in order of time.

    Example: ogp schedule --format ics > schedule.ics
    """
    from ogp_cli.output.schedule import FORMATS, agenda

    render = FORMATS[one_of(form, list(FORMATS), "--format")]
    speech = language(lang, environment_language())
    plan = as_it_stood(load_plan(root), moment)
    typer.echo(render(agenda(plan, speech)), nl=False)
    warn_of_unread(plan)
