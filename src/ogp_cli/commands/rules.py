"""`ogp rules`."""

from typing import Annotated

import typer

from ogp_cli.commands import completion
from ogp_cli.commands.completion import of_words
from ogp_cli.commands.options import rule_of


def rules(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="RULE", help="A rule's name.", autocompletion=of_words(completion.rules)
        ),
    ] = None,
) -> None:
    """List the rules of `ogp check`, or explain one.

    Example: ogp rules two-fates
    """
    from ogp_cli.checks import PAGES

    if name is None:
        width = max(map(len, PAGES))
        for rule, page in PAGES.items():
            typer.echo(f"{rule:{width}}  {page.level:7}  {page.summary}")
    else:
        name = rule_of(name, "RULE")
        page = PAGES[name]
        typer.echo(f"{name} ({page.level})\n\n{page.page}")
