"""`ogp rules`."""

from typing import Annotated

import typer

from ogp_cli.cli.choices import RuleFormat
from ogp_cli.cli.completion import known_rules, of_words


def rules(
    name: Annotated[
        str | None,
        typer.Argument(metavar="RULE", help="A rule's name.", autocompletion=of_words(known_rules)),
    ] = None,
    form: Annotated[RuleFormat, typer.Option("--format", help="Output format.")] = "text",
) -> None:
    """List the rules of `ogp check`, or explain one.

    \b
    Examples:
      ogp rules contradictory-decision
      ogp rules --format json
    """
    from ogp_cli.commands.rules import run

    run(name, form)
