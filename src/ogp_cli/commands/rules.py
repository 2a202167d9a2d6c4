"""`ogp rules`."""

from typing import Annotated

import typer


def rules(
    name: Annotated[str | None, typer.Argument(metavar="RULE", help="A rule's name.")] = None,
) -> None:
    """List the rules of `ogp check`, or explain one.

    Example: ogp rules two-fates
    """
    from ogp_cli.checks import RULES, explain, summaries
    from ogp_cli.errors import OgpError
    from ogp_cli.nearest import nearest

    if name is None:
        width = max(map(len, RULES))
        for rule, level, summary in summaries():
            typer.echo(f"{rule:{width}}  {level:7}  {summary}")
    elif name in RULES:
        typer.echo(f"{name} ({RULES[name].LEVEL})\n\n{explain(name)}")
    else:
        near = nearest(name, RULES)
        raise OgpError(f"no rule “{name}”", f"did you mean “{near}”?" if near else "see: ogp rules")
