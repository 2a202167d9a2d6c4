"""`ogp check`."""

from typing import Annotated

import typer

from ogp_cli.commands.options import Root, load_plan, one_of


def check(
    form: Annotated[str, typer.Option("--format", metavar="text|json", help="How.")] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail too.")] = False,
    root: Root = None,
) -> None:
    """Find what is wrong in the data: its files, its references, its merges and cancellations.

    Exits with 0 where nothing is, with 1 where there are errors, with 2 where it cannot tell.

    Example: ogp check --format json
    """
    from ogp_cli.checks import PAGES, run
    from ogp_cli.output.problems import FORMATS, Report

    render = FORMATS[one_of(form, list(FORMATS), "--format")]
    plan = load_plan(root)
    report = Report(run(plan), plan.files, PAGES)
    typer.echo(render(report), nl=False)
    if report.count("error") or (strict and report.count("warning")):
        raise typer.Exit(1)
