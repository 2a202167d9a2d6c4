"""`ogp changes`."""

from typing import Annotated

import typer

from ogp_cli.commands.book import load_plan, moment, warn_of_unread
from ogp_cli.commands.completion import meetings, of_plan
from ogp_cli.commands.options import (
    Bidi,
    Lang,
    Output,
    Root,
    environment_language,
    format_of,
    format_option,
    language,
    put,
    screen,
)

_FORMATS = "text|json|markdown"


def changes(
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DATE|MEETING",
            help="What came after this day; else after the last meeting but one.",
            autocompletion=of_plan(meetings),
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="DATE|MEETING",
            help="What came up to this day and on it; else all.",
            autocompletion=of_plan(meetings),
        ),
    ] = None,
    form: Annotated[str | None, format_option(_FORMATS)] = None,
    output: Output = None,
    bidi: Bidi = "auto",
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Tell what changed between two moments.

    New proposals, steps of the drafting, decisions, meetings held and planned; and the balance of
    the proposals before and after.

    \b
    Examples:
      ogp changes
      ogp changes --since 2024-01-01 --until 2024-03-21
    """
    from ogp_cli.output.changes import ENDINGS, FORMATS, digest
    from ogp_cli.process.changes import last_but_one

    chosen = format_of(form, output, ENDINGS, FORMATS)
    speech = language(lang, environment_language())
    plan = load_plan(root)
    last = moment(plan, until, "--until")
    first = moment(plan, since, "--since") if since else last_but_one(plan, last)
    if first and last and first >= last:
        raise typer.BadParameter(f"{first} is not before {last}.", param_hint="--since")
    put(FORMATS[chosen](digest(plan, speech, first, last, screen(bidi, output))), output)
    warn_of_unread(plan)
