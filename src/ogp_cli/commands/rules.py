"""`ogp rules`."""

from collections.abc import Mapping
from typing import get_args

from ogp_cli.checks import RULES, Rule
from ogp_cli.commands.one_of import one_of
from ogp_cli.commands.output import put
from ogp_cli.lang.interface import _
from ogp_cli.problem import Level
from ogp_cli.safe_json import dump
from ogp_cli.terminal.say import in_columns, say


def run(name: str | None, form: str) -> None:
    """Print the pages of the rules or of one, or a list of them."""
    chosen = RULES if name is None else {(rule := rule_of(name, "RULE")): RULES[rule]}
    if form == "json":
        put(f"{_json(chosen)}\n")
    elif name is None:
        width, wide = (max(map(len, each)) for each in (RULES, map(_, get_args(Level))))
        lines = [
            f"{rule:{width}}  {_(page.level):{wide}}  {_(page.summary)}\n"
            for rule, page in RULES.items()
        ]
        put(in_columns("".join(lines)))
    else:
        ((rule, page),) = chosen.items()
        say(f"{rule} ({_(page.level)})\n\n{page.page}")


def rule_of(name: str, option: str) -> str:
    """Return the name of a rule; raise a usage error if there is none of that name."""
    return one_of(name, list(RULES), option)


def _json(pages: Mapping[str, Rule]) -> str:
    """Return the rules with the keys that `ogp check --format json` has for them."""
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
