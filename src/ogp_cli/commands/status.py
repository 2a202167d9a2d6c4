"""`ogp status`."""

import sys
from pathlib import Path
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
from ogp_cli.errors import OgpError


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
    moment: AsOf = None,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Show where every commitment stands, and that the fates add up.

    Example: ogp status --format json
    """
    from ogp_cli.output.status import FORMATS, overview

    render = FORMATS[_format(form, output)]
    speech = language(lang, environment_language())
    plan = as_it_stood(load_plan(root), moment)
    _put(render(overview(plan, speech, to_file=output is not None)), output)
    warn_of_unread(plan)


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
