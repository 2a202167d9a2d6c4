"""`ogp rules`."""

from typing import Annotated

import typer

from ogp_cli.commands import completion
from ogp_cli.commands.completion import of_words


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
    from ogp_cli.errors import OgpError
    from ogp_cli.nearest import nearest

    if name is None:
        width = max(map(len, PAGES))
        for rule, page in PAGES.items():
            typer.echo(f"{rule:{width}}  {page.level:7}  {page.summary}")
    elif name in PAGES:
        typer.echo(f"{name} ({PAGES[name].level})\n\n{PAGES[name].page}")
    else:
        near = nearest(name, PAGES)
        raise OgpError(f"no rule “{name}”", f"did you mean “{near}”?" if near else "see: ogp rules")
