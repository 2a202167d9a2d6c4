"""`ogp status`."""

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


def status(
    form: Annotated[str, typer.Option("--format", metavar="table|json", help="How.")] = "table",
    moment: AsOf = None,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Show where every commitment stands, and that the fates add up.

    Example: ogp status --format json
    """
    from ogp_cli.output.status import FORMATS, overview

    render = FORMATS[one_of(form, list(FORMATS), "--format")]
    speech = language(lang, environment_language())
    plan = as_it_stood(load_plan(root), moment)
    typer.echo(render(overview(plan, speech)), nl=False)
    warn_of_unread(plan)
