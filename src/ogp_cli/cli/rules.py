"""`ogp rules`."""

from typing import Annotated

import typer

from ogp_cli.cli.choices import format_choice
from ogp_cli.cli.completion import of_rules
from ogp_cli.cli.options import Bidi, Lang
from ogp_cli.lang.catalogue import N_


def rules(
    name: Annotated[
        str | None,
        typer.Argument(metavar="RULE", help=N_("A rule's name."), autocompletion=of_rules),
    ] = None,
    form: Annotated[str, format_choice(("text", "json"), text=N_("Output format."))] = "text",
    bidi: Bidi = "auto",
    lang: Lang = None,
) -> None:
    """List the rules of `ogp check`, or explain one.

    \b
    Examples:
      ogp rules contradictory-decision
      ogp rules --format json
    """
    from ogp_cli.commands.rules import run

    run(name, form, bidi)
