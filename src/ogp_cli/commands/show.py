"""`ogp show`."""

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
    warn_of_unread,
)


def show(
    name: Annotated[
        str, typer.Argument(metavar="REF", help="A commitment's number or id, or a meeting's id.")
    ],
    moment: AsOf = None,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Show one commitment or one meeting in full.

    Example: ogp show 10
    """
    from ogp_cli.documents.minutes import minutes
    from ogp_cli.documents.sheet import sheet
    from ogp_cli.documents.text import render

    plan = as_it_stood(load_plan(root), moment)
    speech = language(lang, environment_language())
    if name in plan.meetings:
        document = minutes(plan, plan.meetings[name], speech)
    else:
        document = sheet(plan, plan.commitment(name), speech)
    typer.echo(render(document), nl=False)
    warn_of_unread(plan)
