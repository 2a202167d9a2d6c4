"""`ogp render-minutes`."""

from pathlib import Path
from typing import Annotated

import typer

from ogp_cli.commands.options import Lang, Root, language, load_plan, one_of, warn_of_unread


def render_minutes(
    name: Annotated[str, typer.Argument(metavar="MEETING", help="Its id: 2024-03-21.")],
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="md|html", help="The format; else the ending of --output."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Else standard output.")
    ] = None,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Render the minutes of a meeting, in the plan's language or another.

    Example: ogp render-minutes 2024-03-21 --output minutes.html
    """
    from ogp_cli.documents.formats import FORMATS
    from ogp_cli.documents.minutes import minutes
    from ogp_cli.store.write import write

    form = to or (output.suffix[1:] if output else "") or "md"
    render = FORMATS[one_of(form, list(FORMATS), "--to" if to else "--output")]
    plan = load_plan(root)
    speech = language(lang, plan.info.language)
    data = render(minutes(plan, plan.meeting(name), speech), plan.root)
    if output:
        write(output, data)
    else:
        typer.echo(data, nl=False)
    warn_of_unread(plan)
