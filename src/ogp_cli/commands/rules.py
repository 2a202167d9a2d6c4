"""`ogp rules`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from ogp_cli.commands import completion
from ogp_cli.commands.choices import RuleFormat
from ogp_cli.commands.completion import of_words
from ogp_cli.commands.options import put, rule_of
from ogp_cli.terminal.say import say

if TYPE_CHECKING:
    from ogp_cli.checks import Rule

_TEXT = RuleFormat("text")


def rules(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="RULE", help="A rule's name.", autocompletion=of_words(completion.rules)
        ),
    ] = None,
    form: Annotated[RuleFormat, typer.Option("--format", help="Output format.")] = _TEXT,
) -> None:
    """List the rules of `ogp check`, or explain one.

    \b
    Examples:
      ogp rules contradictory-decision
      ogp rules --format json
    """
    from ogp_cli.checks import RULES

    chosen = RULES if name is None else {(rule := rule_of(name, "RULE")): RULES[rule]}
    if form == "json":
        put(f"{_json(chosen)}\n")
    elif name is None:
        width = max(map(len, RULES))
        for rule, page in RULES.items():
            say(f"{rule:{width}}  {page.level:7}  {page.summary}")
    else:
        ((rule, page),) = chosen.items()
        say(f"{rule} ({page.level})\n\n{page.page}")


def _json(pages: "Mapping[str, Rule]") -> str:
    """Return the rules with the keys that `ogp check --format json` has for them."""
    from ogp_cli.safe_json import dump

    rules = [
        {
            "rule": rule,
            "level": page.level,
            "group": page.group,
            "summary": page.summary,
            "description": page.page,
        }
        for rule, page in pages.items()
    ]
    return dump({"schema": 2, "rules": rules})
